"""Whatever bytes a folder holds: clear German diagnostics with places, and never a traceback."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from districts import RESSOURCE, District, found

TEAM = "teams/team-sued.md"
RIGHT = """\
---
titel: Team Süd
angelegt_am: 2026-01-15
sozialraeume: [nordhang]
sitzungsrhythmus: monatlich
---
"""
"""A right record; what a test adds to its front matter stands on line 6."""

MADE_BY_TESTS = {
    "datei_zu_gross": "a megabyte has no place in a repository",
    "datei_unlesbar": "it is about links and rights of files, not about what they say",
    "kein_utf8": "editors and git attributes would mend the bytes",
    "bom": "editors drop it silently",
    "windows_zeilenenden": "git may change line ends on checkout",
    "steuerzeichen": "nobody would see it in a review",
    "richtungszeichen": "nobody would see it in a review",
    "dateiname_verwechselbar": "the two files are one on Windows and macOS",
    "verknuepfung_nach_aussen": "links do not survive a checkout on Windows",
    "bild_mit_ort": "pictures are made byte by byte where the test can say what is in them",
    "bild_mit_angaben": "as above",
    "kontakt_ohne_person": "the names of key persons lie outside the folder of a district",
    "kontakt_fehlerhaft": "as above",
    "kontaktspeicher_im_projekt": "as above",
    "handbuch_fehlt": "a file that is not there cannot be laid over a district",
    "geaendert_ohne_pruefung": "it compares two states, which lie in git (test_renewal)",
    "viele_am_selben_tag_geprueft": "as above",
}
"""Rules without folders below `records/`: code → why their examples are made here instead."""


def with_line(line: str) -> str:
    """Return the right record with one more line in its front matter."""
    return RIGHT.removesuffix("---\n") + line + "\n---\n"


@pytest.mark.parametrize(
    ("raw", "place_and_code"),
    [
        (b"\xef\xbb\xbf" + RIGHT.encode(), ":1:1: bom"),
        (RIGHT.replace("\n", "\r\n").encode(), ":1:4: windows_zeilenenden"),
        (RIGHT.replace("\n", "\r").encode(), ":1:4: windows_zeilenenden"),
        (RIGHT.encode("latin-1"), ":2:14: kein_utf8"),
        (RIGHT.replace("\n", "\r\n").encode("latin-1"), ":2:14: kein_utf8"),
        (RIGHT.encode("utf-16"), ":1:1: kein_utf8"),
        (b"", ": datei_leer"),
        (b" \n\t\n", ": datei_leer"),
        (RIGHT.encode() + b"\0", ":7:1: steuerzeichen"),
        (RIGHT.replace("Team", "Te\x1b[31mam").encode(), ":2:10: steuerzeichen"),
        (RIGHT.replace("Team", "Te\x85am").encode(), ":2:10: steuerzeichen"),
        (RIGHT.replace("Team", "Te\u2028am").encode(), ":2:10: steuerzeichen"),
        (RIGHT.replace("Team", "Te\ufeffam").encode(), ":2:10: steuerzeichen"),
        (RIGHT.replace("Team", "Te\u200bam").encode(), ":2:10: steuerzeichen"),
        (RIGHT.replace("Team", "Te\u2060am").encode(), ":2:10: steuerzeichen"),
        (RIGHT.replace("Team", "Te\u202eam").encode(), ":2:10: richtungszeichen"),
        (RIGHT.replace("Team", "Te\u2066am").encode(), ":2:10: richtungszeichen"),
        (RIGHT.encode() + b"x" * 5_000_000, ": datei_zu_gross"),
        (RIGHT.encode() + b"x" * 1_000_001, ": datei_zu_gross"),
    ],
)
def test_bytes(raw: bytes, place_and_code: str, district: District) -> None:
    """Bytes that are no plain text are named with line and column, once."""
    district.write(TEAM, raw)
    assert found(district.check()) == [f"records/{TEAM}{place_and_code}"]


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        RIGHT.rstrip("\n"),
        RIGHT + "\n" + "x" * (1_000_000 - len(RIGHT.encode()) - 1),
        RIGHT + "\n" + "<<<<<<< a\n=======\n" * 40_000,
        RIGHT + "\n<<<<<<< a\n\n>>>>>>> b\n\nTermine\n=======\n",
        RIGHT + "\nMon\u00adtags\u00adtreff, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n",
        RIGHT + "\n" + "Treffen\tam Montag 👩🏽‍🔧, auf \u200fعربي\u200e und Türkçe.\n",
        with_line("# Notiz: bitte so lassen"),
    ],
)
def test_plain_text(text: str, district: District) -> None:
    """Plain UTF-8 is right, whatever its length up to 1 MB, its language or its last line."""
    district.write(TEAM, text)
    assert found(district.check()) == []


@pytest.mark.parametrize(
    ("text", "place_and_code"),
    [
        ("titel: Team Süd\n", ":1:1: kopf_fehlt"),
        ("\n\n" + RIGHT, ":3:1: kopf_fehlt"),
        ("  " + RIGHT, ":1:3: kopf_eingerueckt"),
        ("--- \n" + RIGHT[4:], ":1:1: kopf_eingerueckt"),
        (RIGHT.replace("monatlich\n---", "monatlich\n\t---"), ":6:2: kopf_eingerueckt"),
        (RIGHT[:-4], ":1:1: kopf_offen"),
        ("---\n", ":1:1: kopf_offen"),
        (RIGHT.replace("monatlich\n---", "monatlich\n--- "), ":6:1: kopf_eingerueckt"),
        (RIGHT.replace("monatlich\n---", "monatlich\n-----"), ":6:1: kopf_offen"),
        (RIGHT.replace("monatlich\n---", "monatlich\n—"), ":6:1: kopf_offen"),
        (RIGHT.replace("monatlich\n---", "monatlich\n..."), ":6:1: kopf_offen"),
        ("- - -" + RIGHT[3:], ":1:1: kopf_fehlt"),
        ("# Team Süd\n\n" + RIGHT, ":3:1: kopf_fehlt"),
        ("```yaml\n" + RIGHT, ":2:1: kopf_fehlt"),
        (RIGHT[4:], ":1:1: kopf_fehlt"),
        ("---\n---\n", ":2:1: kopf_ohne_angaben"),
        ("---\n# nichts\n---\n", ":2:1: kopf_ohne_angaben"),
        ("---\nTeam Süd\n---\n", ":2:1: kopf_ohne_angaben"),
        ("----\ntitel: x\n----\n", ":1:1: kopf_fehlt"),
    ],
)
def test_fences(text: str, place_and_code: str, district: District) -> None:
    """Missing, indented and unclosed fences are told apart."""
    district.write(TEAM, text)
    assert found(district.check()) == [f"records/{TEAM}{place_and_code}"]


def test_the_hint_about_line_ends_does_not_hide_a_mistake(district: District) -> None:
    """Places count as the reader's editor counts, also with the line ends of Windows."""
    district.write(TEAM, with_line("telefon: 12345").replace("\n", "\r\n").encode())
    assert found(district.check()) == [
        f"records/{TEAM}:1:4: windows_zeilenenden",
        f"records/{TEAM}:6:10: keine_telefonnummer",
    ]


def test_latin_1_is_guessed(district: District) -> None:
    """The message names the letter that was probably meant."""
    district.write(TEAM, RIGHT.encode("latin-1"))
    assert "vermutlich ist hier „ü“ gemeint" in district.check()[0].message


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            RIGHT.replace("Team", "„Team").encode("cp1252"),
            "nicht als UTF-8 gespeichert (vermutlich ist hier „„“ gemeint).",
        ),
        (RIGHT.encode() + b"\x81", "Die Datei ist nicht als UTF-8 gespeichert."),
        (RIGHT.encode("utf-16"), "Die Datei ist als UTF-16 gespeichert."),
        (RIGHT.replace("\n", "\r\n").encode(), "Die Datei hat Zeilenenden von Windows (CRLF)."),
        (RIGHT.replace("\n", "\r").encode(), "Die Datei hat Zeilenenden alter Macs (CR)."),
    ],
)
def test_how_a_file_is_stored(raw: bytes, message: str, district: District) -> None:
    """The message names what a file was stored as; a sign is guessed as Windows writes it, or not at all."""
    district.write(TEAM, raw)
    assert district.check()[0].message.endswith(message)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="This system has no named pipes.")
@pytest.mark.parametrize(
    "name", [TEAM, "zz.fifo", "handbuch.yml", "vokabular/themen.yml", "sozialraeume/nordhang.geojson"]
)
def test_a_pipe_is_not_waited_for(name: str, district: District) -> None:
    """A named pipe, which lets everyone who reads it wait, is never read; as a record it is named."""
    (district.records / name).parent.mkdir(exist_ok=True)
    (district.records / name).unlink(missing_ok=True)
    os.mkfifo(district.records / name)
    (first, *_more) = district.check()
    assert first.span.path == f"records/{name}"
    if name == TEAM:
        assert first.message == "Das ist keine gewöhnliche Datei."


@pytest.mark.parametrize(
    ("target", "why"),
    [("gibt-es-nicht.md", "die Verknüpfung führt ins Leere"), ("team-sued.md", "die Verknüpfung führt im Kreis")],
)
def test_why_a_link_cannot_be_opened(target: str, why: str, district: District) -> None:
    """Why a file cannot be opened is said in German, whatever the system says."""
    (district.records / TEAM).symlink_to(target)
    assert district.check()[0].message == f"Die Datei lässt sich nicht öffnen ({why})."


def test_a_missing_handbuch(district: District) -> None:
    """Without settings the records are still read; the settings are what is missing."""
    (district.records / "handbuch.yml").unlink()
    assert found(district.check()) == ["records/handbuch.yml: handbuch_fehlt"]


def test_a_folder_named_like_a_record(district: District) -> None:
    """A folder `x.md` is named as a folder."""
    (district.records / "teams" / "team-sued.md").mkdir()
    assert found(district.check()) == [f"records/{TEAM}: ordner_statt_datei"]


@pytest.mark.parametrize(
    ("link", "target", "code"),
    [
        (TEAM, "../../geheim.md", "verknuepfung_nach_aussen"),
        (TEAM, "/etc/hostname", "verknuepfung_nach_aussen"),
        ("sozialraeume/nordhang.geojson", "../../geheim.md", "verknuepfung_nach_aussen"),
        ("vorhaben", "..", "verknuepfung_nach_aussen"),
        ("vokabular", "..", "vokabular_fehlerhaft"),
        ("vokabular/themen.yml", "../../geheim.md", "vokabular_fehlerhaft"),
        (TEAM, "team-sued.md", "datei_unlesbar"),
        (TEAM, "gibt-es-nicht.md", "datei_unlesbar"),
    ],
)
def test_links(link: str, target: str, code: str, district: District) -> None:
    """A link that leads out of `records/`, in a circle or nowhere is named and never followed."""
    (district.base / "geheim.md").write_text(RIGHT, "utf-8")
    (district.records / link).parent.mkdir(exist_ok=True)
    (district.records / link).symlink_to(target)
    assert found(district.check()) == [f"records/{link}: {code}"]


def test_a_folder_that_leads_outside_breaks_no_links(district: District) -> None:
    """A folder that is a link is called one, and nothing is said to be missing that may lie in it."""
    (district.records / "teams").rename(district.base / "teams")
    (district.records / "teams").symlink_to("../teams")
    district.replace(RESSOURCE, "Wer schrauben kann", "Wer schrauben kann und [[team-nord]] kennt")
    district.add(RESSOURCE, "traeger: gibt-es-nicht")
    danger = '{name: Feuer, rat: Raus!, nummern: ["112: Feuerwehr"], saetze: [brennt], orte: [team-nord]}'
    district.write("vokabular/notfall.yml", f"feuer: {danger}\n")

    diagnostics = district.check()

    assert found(diagnostics) == [
        f"records/{RESSOURCE}:16:10: verweis_ins_leere",
        "records/teams: verknuepfung_nach_aussen",
    ]
    assert diagnostics[1].message == "Der Ordner ist eine Verknüpfung nach außen und wird nicht gelesen."


def test_linked_settings_are_not_read(district: District) -> None:
    """Settings that are a link out of `records/` are refused, and nothing of the other file is quoted."""
    (district.records / "handbuch.yml").unlink()
    (district.base / "geheim").write_text("passwort: hunter2\n", "utf-8")
    (district.records / "handbuch.yml").symlink_to("../geheim")

    diagnostics = district.check()

    assert found(diagnostics) == ["records/handbuch.yml: verknuepfung_nach_aussen"]
    assert "passwort" not in repr(diagnostics)


def test_a_link_inside_is_a_file(district: District) -> None:
    """A link that stays inside `records/` is read like a file."""
    district.write("teams/vorlage.txt", RIGHT)
    (district.records / TEAM).symlink_to("vorlage.txt")
    assert found(district.check()) == ["records/teams/vorlage.txt: fremde_datei"]


def test_folders_that_cannot_be_opened(district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission to read is named; everything else is still checked."""
    scandir = os.scandir

    def denied(folder: Path | str) -> object:
        if Path(folder).name == "ressourcen":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", denied)
    district.write(
        "teams/team-nord.md", (district.records / "teams/team-nord.md").read_text("utf-8") + "\n[[fahrradwerkstatt]]\n"
    )
    assert found(district.check()) == ["records/ressourcen: datei_unlesbar"]


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["Lesestube.md", "lesestube.md"], ["dateiname", "dateiname_verwechselbar"]),
        (
            [unicodedata.normalize(form, "lesecafé.md") for form in ("NFD", "NFC")],
            ["dateiname", "dateiname", "dateiname_verwechselbar"],
        ),
    ],
)
def test_names_that_look_the_same(names: list[str], codes: list[str], district: District) -> None:
    """Names that differ only in case or in the form of their accents are one file elsewhere."""
    text = (district.records / RESSOURCE).read_text("utf-8")
    for name in names:
        district.write(f"ressourcen/{name}", text)
    if len(list((district.records / "ressourcen").iterdir())) < 3:
        pytest.skip("this file system takes the two names for one")

    diagnostics = district.check()

    assert sorted(each.code for each in diagnostics) == codes
    assert [each.related[0].path for each in diagnostics if each.related] == [f"records/ressourcen/{names[0]}"]


def test_no_file_is_to_take_the_name_of_another(district: District) -> None:
    """Where the better name is that of another record, the remedy says so instead of losing one of the two."""
    text = (district.records / RESSOURCE).read_text("utf-8")
    district.write("ressourcen/lese_stube.md", text)
    district.write("ressourcen/lese-stube.md", text)
    assert [each.remedy for each in district.check()] == ["Anders nennen; lese-stube.md gibt es schon."]


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("ressourcen/Lese Stube.MD", "Ist es einer, umbenennen in lese-stube.md; sonst anderswo ablegen."),
        ("ressourcen/lesestube.md.txt", "Ist es einer, umbenennen in lesestube.md; sonst anderswo ablegen."),
        ("ressourcen/lesestube", "Ist es einer, umbenennen in lesestube.md; sonst anderswo ablegen."),
        (
            "ressourcen/Lese Stube.docx",
            "Ist es ein Eintrag, seinen Text in eine Datei lese-stube.md schreiben; diese Datei anderswo ablegen.",
        ),
        (
            "Ressource/lesestube.md",
            "Den Ordner „Ressource“ umbenennen in ressourcen, oder die Datei dorthin verschieben.",
        ),
        (
            "sozialräume/x.md",
            "Den Ordner „sozialräume“ umbenennen in sozialraeume, oder die Datei dorthin verschieben.",
        ),
    ],
)
def test_another_name_for_file_or_folder(path: str, remedy: str, district: District) -> None:
    """A record that is not read because of its name gets the one it should have; a document of an office is none."""
    district.write(path, RIGHT)
    (diagnostic,) = district.check()
    assert diagnostic.remedy == remedy


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Café Süd.md", "cafe-sued.md"),
        ("Straße_1.md", "strasse-1.md"),
        ("a--b.md", "a-b.md"),
        ("東京.md", "mein-eintrag.md"),
        (os.fsdecode(b"caf\xe9.md"), "caf.md"),
    ],
)
def test_a_better_name(name: str, proposal: str, district: District) -> None:
    """A file name that is no id comes with one that is."""
    district.write(f"teams/{name}", RIGHT)
    (diagnostic,) = district.check()
    assert (diagnostic.code, diagnostic.remedy) == ("dateiname", f"Umbenennen in {proposal}.")
