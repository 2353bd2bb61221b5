"""Personal data in everything a district commits: said at its place, masked in every output, allowed only by hash."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from struct import pack

import pytest
from districts import RESSOURCE, District, found
from sozialraum.checks.personal import proposals
from sozialraum.output import OUTPUTS
from sozialraum.privacy.pictures import found_in_picture
from sozialraum.project import check

ROOT = Path(__file__).parents[1]
BG = "35502BG0012345"
CASE = """\
---
titel: Wieder mit Holz arbeiten
status: entwurf
angelegt_am: 2026-05-05
variante: {variante}
datum: 2026-05-05
team: team-nord
sozialraeume: [nordhang]
falleingabe: {text}
---
"""
HOOK = ROOT / "examples/hooks/pre-receive"


def case(text: str, variante: str = "einzelfall") -> str:
    return CASE.format(text=text, variante=variante)


def codes(district: District) -> list[str]:
    return [each.code for each in district.check()]


def command(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a program as a person would: git without anybody's settings, `sozialraum` from this repository."""
    bin_ = cwd.parent / "bin"
    if not bin_.exists():
        bin_.mkdir()
        starter = bin_ / "sozialraum"
        starter.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT / "generator"} exec {sys.executable} -m sozialraum "$@"\n')
        starter.chmod(0o755)
    author = {
        f"GIT_{who}_{what}": "redaktion@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    clean = {"HOME": str(cwd.parent), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
    environment = {**os.environ, **clean, **author, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", **more}
    return subprocess.run(arguments, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return command("git", *arguments, cwd=repository)


@pytest.mark.parametrize(
    ("folder", "text", "expected"),
    [
        ("einzelfall", "Die Praxis hat die Nummer 0461 4802176.", ["kontaktdaten"]),
        ("vorhaben", "Die Praxis hat die Nummer 0461 4802176.", ["kontaktdaten"]),
        ("vorhaben", "Frau Petersen aus dem Rathaus war dabei.", []),
        ("einzelfall", "Frau Petersen aus dem Rathaus war dabei.", ["personenname"]),
        ("pkb", "Frau Petersen aus dem Rathaus war dabei.", ["personenname"]),
        ("pkb", "Die Person ist schwanger und sucht Ruhe.", ["gesundheitsangabe"]),
        ("einzelfall", "Wohnt in der Lindenstraße 14 und sucht Ruhe.", ["kontaktdaten"]),
        ("einzelfall", "Kommt mit dem Auto NF-AB 123 und sucht Ruhe.", ["personenkennung"]),
    ],
)
def test_weights_by_kind_of_text(district: District, folder: str, text: str, expected: list[str]) -> None:
    """What a Vorhaben may say about a town hall, a consultation about one person may not."""
    district.write("beratungen/beratung-2026-001.md", case(text, folder))
    assert [
        code
        for code in codes(district)
        if code in {"kontaktdaten", "personenname", "gesundheitsangabe", "personenkennung"}
    ] == expected


def test_a_resource_has_a_telephone(district: District) -> None:
    """How a service is reached is what the handbook is for; a number of a person is not."""
    district.add(
        RESSOURCE,
        "kontakt:\n  telefon: 0461 4802176\n  email: info@landkreis-probe.de\nort:\n  strasse: Lindenstraße 14",
    )
    assert codes(district) == []
    district.replace(RESSOURCE, "Wer schrauben kann", "Frau Petersen mit 65 170839 J 003 kann schrauben. Wer es kann")
    assert found(district.check()) == ["records/ressourcen/fahrradwerkstatt.md:23:19: personenkennung"]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("ressourcen/kaputt.md", f"---\ntitel: [\n---\n{BG}\n", "records/ressourcen/kaputt.md:4:1"),
        ("ressourcen/ohne-kopf.md", f"Nur Text mit {BG}\n", "records/ressourcen/ohne-kopf.md:1:14"),
        ("notizen.txt", f"Zeile\n{BG}\n", "records/notizen.txt:2:1"),
        ("beratungen/alt/notiz.md", f"{BG}\n", "records/beratungen/alt/notiz.md:1:1"),
        ("vokabular/themen.yml", f"wohnen:\n  name: Wohnen\n  umfasst: {BG}\n", "records/vokabular/themen.yml:3:12"),
        (f"vorhaben/{BG.lower()}.md", "kein Kopf\n", f"records/vorhaben/{BG.lower()}.md"),
    ],
)
def test_whatever_is_committed(district: District, path: str, text: str, place: str) -> None:
    """A file that is no valid record is committed all the same, so it is read all the same, its name included."""
    district.write(path, text)
    assert f"{place}: personenkennung" in found(district.check())


@pytest.mark.parametrize(
    ("path", "codes_there"),
    [
        ("beratungen/alt/2024.md", ["kontaktdaten", "personenname"]),
        ("alt/beratungen/2024.md", ["kontaktdaten", "personenname"]),
        ("beratungen/vorhaben/2024.md", ["kontaktdaten", "personenname"]),
        ("Beratungen/2024.md", ["kontaktdaten", "personenname"]),
        ("vorhaben/alt/2024.md", ["kontaktdaten"]),
        ("ressourcen/alt/2024.md", []),
    ],
)
def test_folders_in_between_make_nothing_less_strict(district: District, path: str, codes_there: list[str]) -> None:
    """What lies anywhere below a folder about people is read, and masked, as what lies in it."""
    district.write(path, "Frau Petersen hat die Nummer 0461 4802176.\n")
    diagnostics = district.check()
    assert sorted({each.code for each in diagnostics} & {"personenname", "kontaktdaten"}) == codes_there
    if codes_there:
        assert "4802176" not in OUTPUTS["text"](diagnostics, district.base)


@pytest.mark.parametrize("path", ["docs/seite.md", "docs/ueber/liste.csv", "importe/vereine.stand.json"])
def test_pages_and_imports_are_read_for_what_is_certain(district: District, path: str) -> None:
    """Pages and what imports remember are committed as records are; whom to call may well stand there, a number of a person not."""
    file = district.base / path
    file.parent.mkdir(parents=True)
    file.write_text('"kontakt": "Anna Petersen, anna.petersen@example.org, 0461 4802176, Lindenring 14, 512A345678"\n')
    assert codes(district) == []
    file.write_text('"text": "Konto DE02 1203 0000 0000 2020 51"\n')
    assert found(district.check()) == [f"{path}:1:16: personenkennung"]


def test_what_programs_keep_beside_the_records_is_left_alone(district: District) -> None:
    """Programs and areas among the pages are no texts: their long numbers are nobody's."""
    for name in ("karte.js", "gebiet.geojson", "buch.xlsx"):
        (district.base / "docs").mkdir(exist_ok=True)
        (district.base / "docs" / name).write_text(f"{BG}\n")
    assert codes(district) == []


def test_link_targets(district: District) -> None:
    """A number in the address behind a link counts as if it stood in the text."""
    district.replace(RESSOURCE, "Wer schrauben", "[Antrag](https://example.org/?bg=35502%20BG%200012345) Wer schrauben")
    assert codes(district) == ["personenkennung"]


@pytest.mark.parametrize("format_", OUTPUTS)
def test_masked_in_every_output(district: District, format_: str) -> None:
    """No format shows a hit: not in the message, not in the line above the caret, not in a path, not by another rule."""
    district.write("beratungen/beratung-2026-001.md", case(f"Frau Petersen mit {BG} und 65 170839 J 003 ruft an."))
    district.write(f"vorhaben/{BG.lower()}.md", "kein Kopf\n")
    district.add(RESSOURCE, f"kontakt:\n  telefon: {BG}")
    district.write(
        "handbuch.yml",
        (district.records / "handbuch.yml").read_text() + 'textpruefung:\n  aktenzeichen: ["50.2-####/##"]\n',
    )
    district.write("ressourcen/notiz.md", "Az 50.2-1234/26")

    shown = OUTPUTS[format_](district.check(), district.base)

    assert "personenkennung" in shown
    for secret in (BG, BG.lower(), "0012345", "170839", "Petersen", "1234/26"):
        assert secret not in shown


@pytest.mark.parametrize("format_", ["text", "github"])
def test_messages_of_other_rules_are_masked_as_strictly_as_their_file(district: District, format_: str) -> None:
    """Where names and telephones must not stand, no message quotes them, and no proposed id is made of them."""
    spoiled = case("Mit Holz arbeiten.").replace("datum: 2026-05-05", "datum: 0461 4802176")
    spoiled = spoiled.replace("team: team-nord", "team: Frau Petersen")
    district.write("beratungen/beratung-2026-001.md", spoiled)
    district.write(
        "protokolle/team-nord-2026-03-03.md", "---\ntitel: März\nstatus: Wohnt Lindenring 14, Frau Petersen\n---\n"
    )

    diagnostics = district.check()
    shown = OUTPUTS[format_](diagnostics, district.base)

    assert {"kein_datum", "keine_kennung", "wort_nicht_in_auswahl"} <= {each.code for each in diagnostics}
    for secret in ("4802176", "Petersen", "petersen", "Lindenring"):
        assert secret not in shown


def test_every_number_of_a_line_is_masked(district: District) -> None:
    """File numbers that only this district knows are hidden wherever they stand, also two on one line."""
    district.write(
        "handbuch.yml",
        (district.records / "handbuch.yml").read_text() + 'textpruefung:\n  aktenzeichen: ["KX-####/##"]\n',
    )
    district.write("ressourcen/notiz.md", "Siehe KX-1234/56 und auch KX-9876/54\n")
    district.add(RESSOURCE, "zeiten_hinweis: Nach KX-4711/22\nbarrierefrei: ja")
    district.replace(RESSOURCE, "kosten: kostenfrei", "kosten: KX-8822/33")

    shown = OUTPUTS["text"](district.check(), district.base)

    assert "1 | Siehe KX••••••56 und auch KX••••••54" in shown
    for secret in ("1234", "9876", "4711", "8822"):
        assert secret not in shown


def test_what_an_exception_allows_is_in_no_log(district: District) -> None:
    """A file number of the district that may stand in a text is masked where something else is wrong with its line."""
    settings = (district.records / "handbuch.yml").read_text("utf-8")
    district.write("handbuch.yml", f'{settings}textpruefung:\n  aktenzeichen: ["KX-####/##"]\n')
    district.write("ressourcen/notiz.md", "Siehe KX-1234/56\n")
    (entry,) = proposals(check(district.records)[0])
    said = {"grund:": "Das ist unsere eigene Nummer.", "verantwortet:": "Team Nord", "gueltig_bis:": "2099-12-31"}
    for name, value in said.items():
        entry = entry.replace(name, f"{name} {value}")
    district.write("ausnahmen.yml", f"ausnahmen:\n{entry}\n")

    shown = OUTPUTS["text"](district.check(), district.base)

    assert "personenkennung" not in shown
    assert "1 | Siehe KX••••••56" in shown


def test_the_caret_stands_below_the_masked_hit(district: District) -> None:
    """The line is shown with the hit hidden, and everything else where it was typed."""
    district.write("ressourcen/notiz.md", f"Die Nummer {BG} steht hier.\n")
    text = OUTPUTS["text"]([each for each in district.check() if each.code == "personenkennung"], district.base)
    assert text.splitlines()[2:4] == [
        "    1 | Die Nummer 35••••••••••45 steht hier.",
        "      |            ^^^^^^^^^^^^^^",
    ]


def test_exceptions_hold_no_clear_text(district: District) -> None:
    """What the command proposes, filled in, allows exactly this place in any spelling, and nothing else."""
    district.write("beratungen/beratung-2026-001.md", case("Die Sprechstunde hat die Nummer 0461 4802176."))
    checked, _found = check(district.records)
    (entry,) = proposals(checked)
    assert "4802176" not in entry
    filled = (
        entry.replace("grund:", "grund: Bürgertelefon")
        .replace("verantwortet:", "verantwortet: DSB")
        .replace("gueltig_bis:", "gueltig_bis: 2026-12-31")
    )
    district.write("ausnahmen.yml", f"ausnahmen:\n{filled}\n")
    assert "kontaktdaten" not in codes(district)
    district.replace("beratungen/beratung-2026-001.md", "0461 4802176", "0461/480 21 76")
    assert "kontaktdaten" not in codes(district)
    district.replace("beratungen/beratung-2026-001.md", "0461/480 21 76", "0461 4802177")
    assert [code for code in codes(district) if code in {"kontaktdaten", "ausnahme_ungenutzt"}] == [
        "ausnahme_ungenutzt",
        "kontaktdaten",
    ]


def test_exceptions_are_not_judged_while_settings_are_unknown(district: District) -> None:
    """Whether an exception is over or unused rests on the settings; while they have an error neither is said."""
    district.write("ressourcen/notiz.md", f"Die Nummer {BG} steht hier.\n")
    (used,) = proposals(check(district.records)[0])
    said = {"grund:": "grund: Muster", "verantwortet:": "verantwortet: DSB", "gueltig_bis:": "gueltig_bis: 2026-01-31"}
    for key, filled in said.items():
        used = used.replace(key, filled)
    allowed = re.findall("[0-9a-f]{64}", used)[0]
    district.write("ausnahmen.yml", f"ausnahmen:\n{used}\n{used.replace(allowed, '0' * 64)}\n")
    judged = {"ausnahme_abgelaufen", "ausnahme_ungenutzt"}
    assert judged & set(codes(district)) == judged
    district.replace("handbuch.yml", "bundesland", "bundeslnd")
    assert judged & set(codes(district)) == set()


def exif(*tags: int) -> bytes:
    entries = b"".join(pack("<HHII", tag, 4, 1, 8) for tag in tags)
    return b"II*\0" + pack("<IH", 8, len(tags)) + entries + pack("<I", 0)


def jpeg(block: bytes, mark: int = 0xE1) -> bytes:
    return b"\xff\xd8" + pack(">BBH", 0xFF, mark, len(block) + 2) + block + b"\xff\xda\0\0\xff\xd9"


def png(kind: bytes, data: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + pack(">I4s", len(data), kind) + data + b"crc." + pack(">I4s", 0, b"IEND") + b"crc."


def webp(kind: bytes, data: bytes) -> bytes:
    padded = data + b"\0" * (len(data) % 2)
    return b"RIFF\0\0\0\0WEBPVP8X" + pack("<I", 0) + kind + pack("<I", len(data)) + padded


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (jpeg(b"Exif\0\0" + exif(0x8825)), ("der Ort der Aufnahme",)),
        (jpeg(b"Exif\0\0" + exif(0x013B, 0x8825)), ("der Ort der Aufnahme", "wer fotografiert hat")),
        (jpeg(b"Exif\0\0" + exif(0x0112)), ()),
        (jpeg(b"Foto von Erika", 0xFE), ("ein Kommentar",)),
        (
            jpeg(b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude='54'>"),
            ("der Ort der Aufnahme", "eine Beschreibung"),
        ),
        (jpeg(b"Exif\0\0II"), ("Angaben, die sich nicht lesen lassen",)),
        (png(b"eXIf", exif(0x8825)), ("der Ort der Aufnahme",)),
        (png(b"tEXt", b"Author\0Erika"), ("ein Kommentar",)),
        (png(b"tEXt", b"Software\0Zeichenprogramm"), ()),
        (exif(0xA431), ("die Seriennummer der Kamera",)),
        (webp(b"EXIF", b"Exif\0\0" + exif(0x8825)), ("der Ort der Aufnahme",)),
        (webp(b"EXIF", exif(0x8825)), ("der Ort der Aufnahme",)),
        (webp(b"XMP ", b"<x:xmpmeta exif:GPSLatitude='54'>"), ("der Ort der Aufnahme", "eine Beschreibung")),
        (webp(b"VP8 ", b"Bild"), ()),
        (b"\0\0\0\x18ftypheic....Exif\0\0" + exif(0x8825), ("der Ort der Aufnahme",)),
        (b"<svg><metadata><dc:creator>Erika</dc:creator></metadata></svg>", ("eine Beschreibung",)),
        (b"<svg><path d='M0 0'/></svg>", ()),
        (b"\xff\xd8\xff", ()),
        (b"", ()),
    ],
)
def test_pictures(raw: bytes, said: tuple[str, ...]) -> None:
    """A picture is asked for place and people, whatever its format; a direction of the camera says nothing."""
    assert found_in_picture(raw) == said


def test_pictures_of_pages(district: District) -> None:
    """Pictures beside records and on hand-written pages are looked into."""
    pages = district.base / "docs/bilder"
    pages.mkdir(parents=True)
    (pages / "markt.jpg").write_bytes(jpeg(b"Exif\0\0" + exif(0x8825)))
    district.write("ressourcen/foto.jpg", jpeg(b"Erika", 0xFE))
    assert {"docs/bilder/markt.jpg: bild_mit_ort", "records/ressourcen/foto.jpg: bild_mit_angaben"} <= {
        *found(district.check())
    }


@pytest.fixture
def repository(tmp_path: Path) -> District:
    """The minimal district as a repository with one commit, and a bare one with the hook that it is pushed to."""
    district = District.minimal(tmp_path / "arbeit")
    assert git(district.base.parent, "init", "-q", "--bare", "server.git").returncode == 0
    shutil.copy(HOOK, district.base.parent / "server.git/hooks/pre-receive")
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Anfang")):
        assert git(district.base, *arguments).returncode == 0
    assert git(district.base, "remote", "add", "origin", str(district.base.parent / "server.git")).returncode == 0
    return district


def commit(district: District, message: str) -> None:
    assert git(district.base, "add", ".").returncode == 0
    assert git(district.base, "commit", "-q", "--allow-empty", "-m", message).returncode == 0


def test_a_push_with_personal_data_is_refused(repository: District) -> None:
    """The server takes a clean push, and refuses one with a number in a file, even if the next commit removes it."""
    clean = git(repository.base, "push", "origin", "main")
    assert clean.returncode == 0, clean.stderr
    repository.write("ressourcen/notiz.md", f"Die Nummer {BG} steht hier.\n")
    repository.write(f"ressourcen/{BG.lower()}.md", "")
    commit(repository, "Notiz")
    (repository.records / "ressourcen/notiz.md").unlink()
    (repository.records / f"ressourcen/{BG.lower()}.md").unlink()
    commit(repository, "Notiz gelöscht")
    refused = git(repository.base, "push", "origin", "main")
    assert refused.returncode != 0
    assert ":records/ressourcen/notiz.md:1:12: Fehler [personenkennung]" in refused.stderr
    assert "35••••••••••45" in refused.stderr
    assert BG not in refused.stderr
    assert BG.lower() not in refused.stderr
    assert "Zurückgewiesen: refs/heads/main" in refused.stderr


def test_a_push_with_a_number_in_its_message_is_refused(repository: District) -> None:
    """What stands in a message is in the history like what stands in a file."""
    commit(repository, f"Notiz zu {BG}\n\nSigned-off-by: Erika Mustermann <erika@posteo.de>")
    refused = git(repository.base, "push", "origin", "main")
    assert refused.returncode != 0
    assert ":1:10: Fehler [personenkennung]" in refused.stderr
    assert "kontaktdaten" not in refused.stderr
    assert BG not in refused.stderr


def test_commits_of_a_range(repository: District) -> None:
    """`check --commits` reads what a branch brings, in every format, and says when git does not know it."""
    commit(repository, "Telefon 0461 4802176 notiert")
    heard = command("sozialraum", "check", "--commits", "HEAD~1..", "--format", "json", cwd=repository.base)
    assert [each["code"] for each in json.loads(heard.stdout)] == ["kontaktdaten"]
    assert heard.returncode == 1
    assert command("sozialraum", "check", "--commits", "HEAD~1..HEAD~1", cwd=repository.base).returncode == 0
    for wrong in ("nirgends..", "--output=x"):
        refused = command("sozialraum", "check", f"--commits={wrong}", cwd=repository.base)
        assert refused.returncode == 2
        assert "lassen sich nicht lesen" in refused.stderr


def test_messages_since_a_revision(repository: District) -> None:
    """`check --seit` reads the messages of the commits since then as well, and no older ones."""
    commit(repository, "Termin mit Frau Petersen")
    commit(repository, "Wegweiser ergänzt")
    heard = command("sozialraum", "check", "--seit", "HEAD~2", "--heute", "2026-06-30", cwd=repository.base)
    assert heard.returncode == 1
    assert ":1:12: Fehler [personenname]" in heard.stdout
    assert "Petersen" not in heard.stdout
    later = command("sozialraum", "check", "--seit", "HEAD~1", "--heute", "2026-06-30", cwd=repository.base)
    assert later.returncode == 0


def test_the_change_below_a_message_is_no_message(district: District) -> None:
    """What `git commit -v` puts below the scissors is the change itself: a number it takes away blocks nothing."""
    message = district.base / "MELDUNG"
    message.write_text(
        "Nummer entfernt\n\n# Bitte geben Sie eine Nachricht ein.\n# ------------------------ >8 ------------------------\n"
        "# Alles darunter wird ignoriert.\ndiff --git a/a.md b/a.md\n-telefon: 0461 4802176\n",
        "utf-8",
    )
    heard = command("sozialraum", "check", "--nachricht", str(message), cwd=district.base)
    assert (heard.returncode, heard.stdout) == (0, "")


def test_the_message_of_a_commit_in_the_making(district: District) -> None:
    """The hook for messages reads what will be kept, not what git explains below it."""
    message = district.base / "COMMIT_EDITMSG"
    message.write_text("Öffnungszeiten ergänzt\n\n# Bitte eingeben, Frau Petersen\n")
    assert command("sozialraum", "check", "--nachricht", str(message), cwd=district.base).returncode == 0
    message.write_text("Termin mit Frau Petersen\n")
    heard = command("sozialraum", "check", "--nachricht", str(message), cwd=district.base)
    assert heard.returncode == 1
    assert "COMMIT_EDITMSG:1:12: Fehler [personenname]" in heard.stdout
    assert "Petersen" not in heard.stdout
