"""Front matter that YAML would take, or take for something else, than what a person meant."""

from __future__ import annotations

from datetime import date

import pytest
from districts import RESSOURCE, District, found
from sozialraum.model.ressource import Ressource
from sozialraum.source.yaml_text import Origin, parse
from test_bad_input import RIGHT, TEAM, with_line


def values_of(yaml: str) -> object:
    """Return what front matter says, when nothing is wrong with it."""
    values, diagnostics = parse(yaml, Origin("x.md"))
    assert diagnostics == []
    return values


@pytest.mark.parametrize(
    "written",
    [
        "01067", "10:30", "1:20:30", "NO", "yes", "on", "~", "null", "0x1F", "0o17", "1_000", "1e3", ".inf", "-.5",
        "2026-05-12", "2026-05-12 10:00", "+49 30 23125117", "Mo-Fr 08:00-16:00", "=", "12 % mehr", "C#", "a, b",
        "9" * 5000,
    ],
)  # fmt: skip
def test_scalars_stay_text(written: str) -> None:
    """What YAML would turn into a number, a time, a boolean or nothing stays what was typed."""
    assert values_of(f"wert: {written}\nliste: [{written.replace(', ', '-')}]\n") == {
        "wert": written,
        "liste": [written.replace(", ", "-")],
    }


def test_the_model_decides(district: District) -> None:
    """Postal codes keep their zero, `NO` is the language Norwegian spelled wrongly, days become days."""
    district.add(RESSOURCE, "ort:\n  plz: 01067\nsprachen: [NO]\n")

    assert found(district.check()) == [f"records/{RESSOURCE}:18:12: keine_sprache"]

    district.replace(RESSOURCE, "[NO]", "[no]")
    ((_entry, record),) = district.read().district.of_type(Ressource)
    assert record.ort
    assert record.ort.plz == "01067"
    assert record.sprachen == ("no",)
    assert record.geprueft_am == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("line", "place_and_code"),
    [
        # Special forms: nobody sees what they do.
        ("telefon: &nummer 030 23125 117", ":6:10: yaml_sonderform"),
        ("telefon: *nummer", ":6:10: yaml_sonderform"),
        ("telefon: *", ":6:10: yaml_sonderform"),
        ("telefon: & 030", ":6:10: yaml_sonderform"),
        ("telefon: !!str 030 23125 117", ":6:10: yaml_sonderform"),
        ("telefon: !", ":6:10: yaml_sonderform"),
        ("status: &a", ":6:9: yaml_sonderform"),
        ("<<: {telefon: 030 23125 117}", ":6:1: yaml_sonderform"),
        ("? [a, b]\n: c", ":6:3: yaml_sonderform"),
        ("--- # zweites Dokument\ntelefon: 030 23125 117", ":6:1: yaml_sonderform"),
        ("...\ntelefon: 030 23125 117", ":6:1: yaml_sonderform"),
        # Slips.
        ("telefon: 030: 23125 117", ":6:13: yaml_schreibweise"),
        ("telefon 030 23125 117", ":6:1: yaml_schreibweise"),
        (" telefon: 030 23125 117", ":6:2: yaml_schreibweise"),
        ("telefon: '030 23125 117", ":6:10: yaml_schreibweise"),
        ('telefon: "030 23125 117', ":6:10: yaml_schreibweise"),
        ('telefon: "030" 23125', ":6:16: yaml_schreibweise"),
        ('telefon: "\\q"', ":6:11: yaml_schreibweise"),
        ("kuerzel: [AB", ":6:10: yaml_schreibweise"),
        ("kuerzel: {AB", ":6:10: yaml_schreibweise"),
        ("kuerzel: [AB]]", ":6:14: yaml_schreibweise"),
        ("kuerzel: ]", ":6:10: yaml_schreibweise"),
        ("kuerzel: - AB", ":6:10: yaml_schreibweise"),
        ("email: @team", ":6:8: yaml_schreibweise"),
        ("email: `team`", ":6:8: yaml_schreibweise"),
        ("kuerzel:\n\t- AB", ":7:1: tabulator"),
        ("kuerzel:\n  \t- AB", ":7:3: tabulator"),
        ("\ttelefon: 030", ":6:1: tabulator"),
        ("titel: Team Sued", ":6:1: doppelter_schluessel"),
        ('"titel": Team Sued', ":6:1: doppelter_schluessel"),
        # Depth.
        ("kuerzel: " + "[" * 100 + "]" * 100, ":6:30: yaml_schreibweise"),
        ("kuerzel: " + "[" * 10_000 + "]" * 10_000, ":6:30: yaml_schreibweise"),
        ("kuerzel: " + "[" * 10_000, ":6:30: yaml_schreibweise"),
        ("kuerzel: " + "{a: " * 5_000 + "}" * 5_000, ":6:90: yaml_schreibweise"),
        ("kuerzel:\n  " + "- " * 5_000 + "AB", ":7:43: yaml_schreibweise"),
        # Invisible characters behind an escape.
        ('email: "a\\0@example.org"', ":6:8: steuerzeichen"),
        ('kuerzel: [AB, "\\u202e"]', ":6:15: richtungszeichen"),
        ('kuerzel: ["A\\rB"]', ":6:11: text_mehrzeilig"),
        # Numbers and days that are none.
        ("pruefintervall_monate: " + "9" * 5_000, ":6:24: keine_zahl"),
        ("pruefintervall_monate: 0", ":6:24: keine_zahl"),
        ("pruefintervall_monate: 999", ":6:24: keine_zahl"),
        ("pruefintervall_monate: ²", ":6:24: keine_zahl"),
        ("geprueft_am: 9999-99-99", ":6:14: kein_datum"),
        ("geprueft_am: 0001-01-01", ":6:14: kein_datum"),
        ("geprueft_am: 2026-02-29", ":6:14: kein_datum"),
    ],
)
def test_one_line_more(line: str, place_and_code: str, district: District) -> None:
    """One wrong line is one diagnostic, at its place."""
    district.write(TEAM, with_line(line))

    (diagnostic,) = district.check()

    assert found([diagnostic]) == [f"records/{TEAM}{place_and_code}"]
    assert diagnostic.message
    assert len(diagnostic.message) < 200
    assert diagnostic.remedy


@pytest.mark.parametrize(
    ("lines", "place", "right"),
    [
        ("titel:Möbellager am Güterbahnhof\nstatus: aktiv\n", "1:7", "titel: Möbellager am Güterbahnhof"),
        ("status: aktiv\ntitel:Möbellager\nkurz: Ein Lager.\n", "2:7", "titel: Möbellager"),
        ("status: aktiv\ntitel:Möbellager\n", "2:7", "titel: Möbellager"),
        ("kontakt:\n  telefon:030 23125 117\n  email: lager@example.org\n", "2:11", "telefon: 030 23125 117"),
        ("titel:[Lager]\nstatus: aktiv\n", "1:7", "titel: [Lager]"),
    ],
)  # fmt: skip
def test_a_missing_space_is_told_where_it_is_missing(lines: str, place: str, right: str) -> None:
    """The line without a space behind its colon is named, not the one on which the parser gives up."""
    _values, (diagnostic,) = parse(lines, Origin("x.md"))

    assert str(diagnostic.span) == f"x.md:{place}"
    assert diagnostic.message == "Nach dem Doppelpunkt fehlt ein Leerzeichen."
    assert diagnostic.remedy == f"Richtig ist: {right}"


@pytest.mark.parametrize(
    "lines",
    [
        "kurz: |\n  siehe:oben\nstatus: A: b\n",
        "website:\n  https://example.org/\n  status: aktiv\n",
        "titel: Team: Süd\n",
    ],
)
def test_other_colons_lack_no_space(lines: str) -> None:
    """A colon in a text or an address is not taken for a key."""
    _values, (diagnostic,) = parse(lines, Origin("x.md"))

    assert (
        diagnostic.message
        == "Hier steht ein Doppelpunkt, mit dem niemand rechnet, oder die Zeile ist falsch eingerückt."
    )


@pytest.mark.parametrize(
    ("lines", "place", "message", "remedy"),
    [
        (
            "<<: {status: aktiv}\n",
            "2:1",
            "Mit „<<“ lassen sich keine Angaben von anderswo übernehmen.",
            "Die Zeile löschen und jede Angabe ausschreiben.",
        ),
        (
            "? [a, b]\n: c\n",
            "2:3",
            "Vor dem Doppelpunkt steht kein einfaches Wort.",
            "Klammern und Fragezeichen löschen; richtig ist: schluessel: wert.",
        ),
        (
            "--- # noch mehr\nstatus: aktiv\n",
            "2:1",
            "Im Kopf beginnt ein zweites Dokument.",
            "Nur die Zeile --- löschen oder, wenn der Kopf hier enden soll, alles hinter den drei Strichen.",
        ),
        ("...\nstatus: aktiv\n", "2:1", "Die Zeile ... beendet den Kopf zu früh.", "Die Zeile löschen."),
        (
            "kontakt:\n\u00a0\u00a0telefon: 030 23125 117\n",
            "3:1",
            "Hier steht ein Leerzeichen besonderer Art (U+00A0), das nicht als Leerzeichen zählt.",
            "Es löschen und mit der Leertaste neu tippen; eingerückt wird mit zwei Leerzeichen.",
        ),
        (
            "kontakt:\n  web: https://example.org\n \u2003 telefon: 030 23125 117\n",
            "4:2",
            "Hier steht ein Leerzeichen besonderer Art (U+2003), das nicht als Leerzeichen zählt.",
            "Es löschen und mit der Leertaste neu tippen; eingerückt wird mit zwei Leerzeichen.",
        ),
        (
            "status:\u00a0aktiv\n",
            "2:8",
            "Hier steht ein Leerzeichen besonderer Art (U+00A0), das nicht als Leerzeichen zählt.",
            "Es löschen und mit der Leertaste neu tippen; eingerückt wird mit zwei Leerzeichen.",
        ),
        (" status: aktiv\n", "2:2", "Diese Zeile ist weiter eingerückt als die davor.", "Ganz links beginnen."),
        (
            "kontakt:\n  web: https://example.org\n    telefon: 030 23125 117\n",
            "4:5",
            "Diese Zeile ist weiter eingerückt als die davor.",
            "Gleich weit einrücken wie die Zeile davor (2 Leerzeichen).",
        ),
        (
            "kurz: 'Rudi's Rad'\n",
            "2:13",
            "Hinter dem schließenden Anführungszeichen steht noch etwas.",
            'Im Text selbst „ und “ verwenden, oder ihn außen mit dem anderen Zeichen umschließen: "Rudi\'s Rad".',
        ),
        (
            "kontakt: telefon: 030 23125 117\n",
            "2:10",
            "Auf dieser Zeile stehen zwei Angaben.",
            '„telefon“ eingerückt auf eine eigene Zeile; ist es Text, dann in Anführungszeichen: "Café: Treffpunkt".',
        ),
        (
            "ort:\n  plz = 24941\n  ort: Auenstadt\n",
            "3:3",
            "Nach „plz“ fehlt ein Doppelpunkt.",
            "Richtig ist: plz: 24941",
        ),
        (
            "ort:\n  plz 24941\n  ort: Auenstadt\n",
            "3:3",
            "Nach „plz“ fehlt ein Doppelpunkt.",
            "Richtig ist: plz: 24941",
        ),
        (
            "staerken:\n  * Der Markt\n",
            "3:3",
            "Eine Liste hat Striche, keine Sternchen.",
            "Richtig ist: - Der Markt",
        ),
        ("art: [a]]\n", "2:9", "Hinter der schließenden Klammer steht noch etwas.", "Löschen, was dahinter steht."),
        (
            "kurz: Räder reparieren\nund verleihen\n",
            "3:1",
            "Nach diesem Wort fehlt ein Doppelpunkt.",
            "Gehört die Zeile zum Text darüber, zwei Leerzeichen davor setzen. Eine eigene Angabe ist: schluessel: wert.",
        ),
    ],
)
def test_what_to_do_about_it(lines: str, place: str, message: str, remedy: str) -> None:
    """Each form that is refused and each slip has its own sentence, and a remedy that mends it."""
    _values, (diagnostic,) = parse(f"titel: Werkstatt\n{lines}", Origin("x.md"))

    assert (str(diagnostic.span), diagnostic.message, diagnostic.remedy) == (f"x.md:{place}", message, remedy)


def test_other_spaces_inside_a_text_are_no_mistake() -> None:
    """Between words a space of any kind is right, also where another line is wrong."""
    assert values_of("kurz: 10\u00a0Uhr,\u202fimmer\n") == {"kurz": "10\u00a0Uhr,\u202fimmer"}
    _values, (diagnostic,) = parse("kurz: 10\u00a0Uhr\n wort: x\n", Origin("x.md"))
    assert diagnostic.message == "Diese Zeile ist weiter eingerückt als die davor."


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
        "a: &a [x]\n" + "".join(f"{new}: &{new} [{f'*{old}, ' * 9}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)),
    ],
)  # fmt: skip
def test_anchors_are_never_followed(front: str, district: District) -> None:
    """Neither a list that contains itself nor one that grows ninefold with each line is built up."""
    district.write(TEAM, RIGHT.removesuffix("---\n") + front + "---\n")
    assert {each.code for each in district.check()} == {"yaml_sonderform"}


def test_an_unknown_key_with_a_strange_name(district: District) -> None:
    """Keys may be anything; an empty one, an emoji and a very long one are unknown like others."""
    district.write(TEAM, with_line(f'"": x\n🚲: x\n{"k" * 900}: x'))
    assert found(district.check()) == [
        f"records/{TEAM}:6:1: unbekannter_schluessel",
        f"records/{TEAM}:7:1: unbekannter_schluessel",
        f"records/{TEAM}:8:1: unbekannter_schluessel",
    ]


def test_keys_without_a_value_say_nothing(district: District) -> None:
    """`kontakt:` with nothing behind it is as good as not written."""
    district.add(RESSOURCE, 'kontakt:\nkosten_hinweis: ""\nsprachen:\n')
    assert found(district.check()) == []


@pytest.mark.parametrize(
    ("sign", "line"),
    [
        ("*", "kurz: *neu* im Viertel"),
        ("&", "kurz: &mehr"),
        ("!", "kurz: !wichtig"),
    ],
)
def test_the_sign_is_named(sign: str, line: str, district: District) -> None:
    """The message names the sign that has a meaning nobody sees, and the remedy quotes it."""
    district.replace(RESSOURCE, "kurz: Räder reparieren, gemeinsam und mit Werkzeug vom Verein.", line)
    (diagnostic,) = district.check()
    assert diagnostic.message == f"Das Zeichen „{sign}“ am Anfang eines Wertes hat in YAML eine Sonderbedeutung."
    assert "in Anführungszeichen setzen" in diagnostic.remedy


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("titel_2: Café: Treff", "Hier steht ein Doppelpunkt, mit dem niemand rechnet"),
        ("titel_2: 'Café", "Ein Anführungszeichen wird nicht geschlossen."),
        ("titel_2: [Café", "Eine Liste in eckigen Klammern wird nicht geschlossen."),
        ("titel_2: {a: Café", "Eine geschweifte Klammer wird nicht geschlossen."),
        ("titel_2: %Café", "Ein Wert beginnt mit einem Zeichen, das in YAML eine eigene Bedeutung hat."),
        ("- titel_2", "Diese Zeile passt nicht zur Einrückung der Zeilen davor."),
        ("titel_2", "Nach diesem Wort fehlt ein Doppelpunkt."),
        ("titel_2: ]", "Hier fehlt ein Wert, oder eine Klammer wird nicht geschlossen."),
        ('titel_2: "\\x"', "Der Kopf ist hier nicht richtig geschrieben."),
    ],
)
def test_slips_in_the_reader_s_words(line: str, message: str, district: District) -> None:
    """The message says what was done, not which token the parser expected."""
    district.write(TEAM, with_line(line))
    (diagnostic,) = district.check()
    assert diagnostic.message.startswith(message)
