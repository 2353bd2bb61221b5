"""`sozialraum new`: a few answers become a record that the check understands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from sozialraum.cli import main
from sozialraum.diagnostics import Severity
from sozialraum.editing.new import NewRecord, new_record, said_of, write_new
from sozialraum.editing.questions import check_answer, questions
from sozialraum.load.entries import read_district
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import feld

TODAY = date(2026, 6, 30)
CAFE = {
    "titel": "Café Süd",
    "kurz": "Ein Tisch, an dem immer jemand sitzt.",
    "sozialraeume": "moorwinkel",
    "themen": "begegnung, sprache",
    "verantwortlich": "team-land",
    "art": "infrastrukturell",
    "herkunft": "lebensweltlich",
    "format": "treffpunkt",
    "kosten": "kostenfrei",
    "kontakt.telefon": "030 23125 117",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty folder of records."""
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "handbuch.yml").write_text("name: Handbuch Auental\ngebiet: Auental\nbundesland: SH\n", "utf-8")
    return folder


def made(root: Path, ordner: str, given: dict[str, str]) -> NewRecord:
    """Return the new record, which must exist."""
    new, _found = new_record(root, ordner, given, TODAY)
    assert new is not None
    return new


def lay(root: Path, *paths: str) -> None:
    """Lay empty records, of which only the names count."""
    for path in paths:
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("---\ntitel: Schon da\n---\n", "utf-8")


def test_a_record_is_written_in_the_order_of_the_model(root: Path) -> None:
    """Answers in any order become a record as a person would write it, dates and status filled in."""
    new, found = new_record(root, "ressourcen", dict(reversed(CAFE.items())), TODAY)

    assert found == []
    assert new == NewRecord(
        "ressourcen",
        "cafe-sued",
        dedent("""\
            ---
            titel: Café Süd
            status: neu_entdeckt
            angelegt_am: 2026-06-30
            geprueft_am: 2026-06-30
            kurz: Ein Tisch, an dem immer jemand sitzt.
            sozialraeume: [moorwinkel]
            themen: [begegnung, sprache]
            verantwortlich: team-land
            art: [infrastrukturell]
            herkunft: lebensweltlich
            format: treffpunkt
            kosten: kostenfrei
            kontakt:
              telefon: 030 23125 117
            ---
            """),
    )


def test_what_is_given_counts_more_than_what_is_filled_in(root: Path) -> None:
    """Whoever names a status or a day gets it."""
    new = made(root, "ressourcen", {**CAFE, "status": "aktiv", "angelegt_am": "2020-01-02"})

    assert "status: aktiv\nangelegt_am: 2020-01-02\ngeprueft_am: 2026-06-30\n" in new.text


def test_a_protokoll_begins_open_and_with_its_item(root: Path) -> None:
    """A status is the first of its list, and a group that must exist starts with its usual words."""
    new = made(root, "protokolle", {"team": "team-land"})

    assert "status: offen\n" in new.text
    assert "top_einzelfallunspezifisch:\n  position: beginn\n---\n" in new.text


def test_repeated_sentences_are_not_taken_apart_at_commas(root: Path) -> None:
    """One text is a list with commas; several texts are one item each."""
    given = {"titel": "Moorwinkel", "staerken": ["Der See, im Sommer", "Nachbarn"]}
    new, _found = new_record(root, "sozialraeume", given, TODAY)

    assert new is not None
    assert "staerken:\n  - Der See, im Sommer\n  - Nachbarn\n" in new.text


def test_a_list_of_groups_begins_with_one_group(root: Path) -> None:
    """`kontakte.datum` fills the first entry of the list `kontakte`."""
    given = CAFE | {"kontakte.datum": "2026-06-29", "kontakte.art": "erkundung", "kontakte.durch": "team-land"}
    new, found = new_record(root, "ressourcen", given, TODAY)

    assert found == []
    assert new is not None
    assert "kontakte:\n  - datum: 2026-06-29\n    art: erkundung\n    durch: team-land\n" in new.text


def test_the_group_of_a_field_need_not_be_named(root: Path) -> None:
    """`--telefon` is enough where no other field is called so; `durch` could be two, and is asked about."""
    given = {name.removeprefix("kontakt."): text for name, text in CAFE.items()}
    assert made(root, "ressourcen", given).text == made(root, "ressourcen", CAFE).text

    (told,) = new_record(root, "ressourcen", CAFE | {"durch": "team-land"}, TODAY)[1]
    assert told.remedy == "Sie gehört eingerückt unter „geprueft“ oder „kontakte“."


def test_free_text_stands_below_the_front_matter(root: Path) -> None:
    """The answer `text` becomes the body."""
    assert made(root, "ressourcen", CAFE | {"text": "Dienstags gibt es Kuchen."}).text.endswith(
        "---\n\nDienstags gibt es Kuchen.\n"
    )


@pytest.mark.parametrize(
    ("ordner", "given", "path"),
    [
        ("ressourcen", {"titel": "Café Süd"}, "ressourcen/cafe-sued.md"),
        ("ressourcen", {"titel": "Bücherei Nordhang"}, "ressourcen/buecherei-nordhang-3.md"),
        ("organisationen", {"titel": "Bücherei Nordhang"}, "organisationen/buecherei-nordhang-3.md"),
        ("ressourcen", {"titel": "Landkreisweit"}, "ressourcen/landkreisweit-2.md"),
        ("ressourcen", {"titel": "Con!"}, "ressourcen/con-2.md"),
        ("ressourcen", {}, "ressourcen/ressource.md"),
        ("ressourcen", {"titel": "???"}, "ressourcen/ressource.md"),
        ("protokolle", {"team": "team-land", "datum": "2026-06-25"}, "protokolle/team-land-2026-06-25.md"),
        ("protokolle", {"team": "team-land"}, "protokolle/team-land-2026-06-30.md"),
        ("beratungen", {"titel": "Wohnen", "datum": "2026-06-25"}, "beratungen/beratung-2026-008.md"),
        ("beratungen", {"titel": "Wohnen", "datum": "2025-01-07"}, "beratungen/beratung-2025-001.md"),
    ],
)
def test_the_id_is_proposed(root: Path, ordner: str, given: dict[str, str], path: str) -> None:
    """The id comes from the title, for Protokolle from team and day, for Beratungen from a number; it is free."""
    lay(root, "ressourcen/buecherei-nordhang.md", "vorhaben/buecherei-nordhang-2.md")
    lay(root, "beratungen/beratung-2026-003.md", "beratungen/beratung-2026-007.md")

    assert made(root, ordner, given).path == path


def test_what_is_missing_is_said_as_the_check_says_it(root: Path) -> None:
    """Messages of `new` and of `check` about the same file are the same."""
    given = {"titel": "Café", "kosten": "umsonst", "themen": "begegnug", "zielgruppe": "alle", "kontakt.telefon": "1"}
    new, found = new_record(root, "ressourcen", given, TODAY)
    assert new is not None
    write_new(root, new)

    _district, of_the_check = read_district(root)

    assert found != []
    assert sorted(found, key=str) == sorted(of_the_check, key=str)
    assert {each.code for each in found} == {
        "pflichtangabe_fehlt",
        "wort_nicht_in_auswahl",
        "keine_telefonnummer",
        "zielgruppe",
        "unbekanntes_wort",
    }


def test_an_unknown_word_is_said_as_the_check_says_it(root: Path) -> None:
    """Words of the vocabulary are checked too, with the same proposal."""
    new, found = new_record(root, "ressourcen", CAFE | {"themen": "begegnug"}, TODAY)
    assert new is not None
    write_new(root, new)

    assert [(each.message, each.remedy) for each in found] == [
        ("„begegnug“ steht nicht im Vokabular themen.", "Meinten Sie „begegnung“?")
    ]
    assert found == read_district(root)[1]


def test_words_of_the_district_are_known(root: Path) -> None:
    """A word from records/vokabular counts."""
    (root / "vokabular").mkdir()
    (root / "vokabular" / "themen.yml").write_text("leerstand:\n  name: Leerstand\n", "utf-8")

    assert new_record(root, "ressourcen", CAFE | {"themen": "leerstand"}, TODAY)[1] == []


def test_there_is_no_such_type(root: Path) -> None:
    """A type that does not exist is a Fehler that names those that do."""
    new, found = new_record(root, "zielgruppen", {"titel": "X"}, TODAY)

    assert new is None
    assert [(each.severity, each.message) for each in found] == [
        (Severity.FEHLER, "Eine Eintragsart „zielgruppen“ gibt es nicht.")
    ]


def test_a_new_file_never_replaces_an_old_one(root: Path) -> None:
    """Writing creates the folder, and refuses where the file exists."""
    new = made(root, "ressourcen", CAFE)
    file = write_new(root, new)

    assert file == root / "ressourcen" / "cafe-sued.md"
    assert file.read_bytes() == new.text.encode()
    with pytest.raises(FileExistsError):
        write_new(root, new)


def test_the_first_record_of_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    """`new` works before there is anything at all."""
    new = made(tmp_path / "records", "ressourcen", CAFE)

    assert write_new(tmp_path / "records", new).is_file()


@pytest.mark.parametrize("ordner", RECORD_TYPES)
def test_the_questions_are_all_that_is_needed(root: Path, ordner: str) -> None:
    """Whoever answers every question, or only the necessary ones, with its example gets a valid record of any type."""
    words = {"format": "treffpunkt", "rollen": "bruecke"}
    for asked in (questions(ordner), [each for each in questions(ordner) if each.noetig]):
        given = {each.name: words.get(each.name, each.beispiel) for each in asked}

        _new, found = new_record(root, ordner, given, TODAY)

        assert found == []
        assert all(each.label and each.hilfe and each.beispiel for each in asked)


def test_questions_offer_the_possible_answers(root: Path) -> None:
    """Closed lists, words of the vocabulary and existing records are offered with the names people read."""
    (root / "teams").mkdir()
    (root / "teams" / "team-land.md").write_text("---\ntitel: Team Land\n---\n", "utf-8")
    asked = {each.name: each for each in questions("ressourcen", root)}

    assert list(asked) == [
        "titel", "kurz", "sozialraeume", "themen", "verantwortlich", "art", "herkunft", "format", "kosten",
        "zeiten", "zugang_tipp", "kontakt.telefon", "traeger",
    ]  # fmt: skip
    assert [name for name, each in asked.items() if not each.noetig] == [
        "zeiten", "zugang_tipp", "kontakt.telefon", "traeger",
    ]  # fmt: skip
    assert asked["herkunft"].woerter == (("lebensweltlich", "aus der Lebenswelt"), ("professionell", "vom Fachdienst"))
    assert ("begegnung", "Begegnung und Nachbarschaft") in asked["themen"].woerter
    assert asked["verantwortlich"].woerter == (("team-land", "Team Land"),)
    assert asked["sozialraeume"].woerter == (("landkreisweit", "Für alle Orte"),)
    assert asked["titel"].woerter == ()
    assert [name for name, each in asked.items() if each.viele] == ["sozialraeume", "themen", "art"]


def test_a_conversation_on_a_terminal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each field is asked until its answer is right; what may be left open is left open with Enter, and missed afterwards."""
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _stream: True)
    needed = [text for name, text in CAFE.items() if name != "kontakt.telefon"]
    answers = [*needed[:3], "begegnug", *needed[3:], "", "", "12", "", ""]

    result = CliRunner().invoke(main, ["new", "ressource", "--records", str(root)], "\n".join(answers) + "\n")

    assert result.exit_code == 0
    assert (
        "  „begegnug“ steht nicht im Vokabular themen. Meinten Sie „begegnung“?\nthemen (mehrere mit Komma): "
        in result.output
    )
    assert "zugang_tipp (Enter, wenn noch offen): " in result.output
    assert "„12“ ist keine gültige Telefonnummer." in result.output
    assert "Noch nötig: Aus dem Eintrag geht nicht hervor, wie man hinkommt." in result.output
    assert "kosten: kostenfrei\n---\n" in (root / "ressourcen/cafe-sued.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("shown", "said"), [(2, "  … und eine weitere Möglichkeit\n"), (1, "  … und 2 weitere Möglichkeiten\n")]
)
def test_of_many_possible_answers_the_first_are_shown(
    root: Path, monkeypatch: pytest.MonkeyPatch, shown: int, said: str
) -> None:
    """What a list of possible answers leaves out is counted, one more in the singular."""
    (root / "teams").mkdir()
    for name in ("land", "nord", "stadt"):
        (root / f"teams/team-{name}.md").write_text(f"---\ntitel: Team {name}\n---\n", "utf-8")
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _stream: True)
    monkeypatch.setattr("sozialraum.cli.editing.MOST_WORDS", shown)

    result = CliRunner().invoke(main, ["new", "ressource", "--records", str(root)], "\n".join([*CAFE.values()][:4]))

    assert said in result.output


def test_one_answer_is_checked_by_itself() -> None:
    """A complaint is about this answer only; what else is missing is not mentioned."""
    assert check_answer("ressourcen", "titel", "Café Süd") is None
    assert check_answer("ressourcen", "themen", "begegnung, wohnen") is None
    assert check_answer("ressourcen", "verantwortlich", "team-das-es-noch-nicht-gibt") is None
    assert check_answer("ressourcen", "kontakt.telefon", "030 23125 117") is None
    assert check_answer("schluesselpersonen", "einwilligung.am", "2026-01-01") is None
    assert check_answer("ressourcen", "themen", "begegnug") == (
        "„begegnug“ steht nicht im Vokabular themen. Meinten Sie „begegnung“?"
    )
    assert check_answer("ressourcen", "verantwortlich", "Team Land") == (
        "„Team Land“ ist keine Kennung eines Datensatzes. "
        "Nur Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel team-land."
    )
    assert check_answer("ressourcen", "kontakt.telefon", "1") == (
        "„1“ ist keine gültige Telefonnummer. Mit Vorwahl schreiben: 030 23125 117."
    )
    assert check_answer("protokolle", "datum", "12.5.2026") == (
        "„12.5.2026“ ist kein Datum der Form Jahr-Monat-Tag. Richtig ist: 2026-05-12."
    )


def test_an_empty_answer_is_asked_for_again() -> None:
    """Blank answers get the help of the field."""
    field = feld(RECORD_TYPES["ressourcen"], "kurz")
    assert field is not None

    assert check_answer("ressourcen", "kurz", "  ") == f"Diese Angabe wird gebraucht. {field.hilfe}"


def test_what_only_the_whole_district_can_tell_is_said_after_writing(root: Path) -> None:
    """A record that is right by itself, but links to what there is not, is told so at once and not at the next check."""
    new = made(root, "ressourcen", CAFE)
    write_new(root, new)
    errors = [each for each in said_of(root, new, TODAY) if each.severity is Severity.FEHLER]
    assert [each.message for each in errors] == [
        "Einen Eintrag „moorwinkel“ gibt es nicht.",
        "Einen Eintrag „team-land“ gibt es nicht.",
    ]


def test_a_skeleton_is_told_of_links_as_well(root: Path) -> None:
    """What the whole district can tell of a skeleton is said when it is written, in the same words."""
    lay(root, "teams/team-land.md")
    given = ["--sozialraeume", "landkreisweit", "--themen", "begegnung", "--ressourcen", "tisch"]
    arguments = ["new", "vorhaben", "--titel", "Fest", *given, "--records", str(root)]
    assert "Noch nötig: Einen Eintrag „tisch“ gibt es nicht." in CliRunner().invoke(main, arguments).output
