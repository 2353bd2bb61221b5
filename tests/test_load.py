"""From files to typed records: every mistake is named, all at once, and none causes another."""

from __future__ import annotations

import pytest
from districts import RESSOURCE, District, found
from sozialraum.diagnostics import Diagnostic
from sozialraum.load.entries import read_district
from sozialraum.load.keys import EVERYDAY, unknown_key
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import felder, walk
from sozialraum.model.schluesselperson import Schluesselperson

KURZ = "kurz: Räder reparieren, gemeinsam und mit Werkzeug vom Verein."


def only(district: District) -> Diagnostic:
    """Return the one thing there is to say about a district."""
    (diagnostic,) = district.check()
    return diagnostic


# Keys.


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("mitmachn: Schrauben", "Meinten Sie „mitmachen“?"),
        ("Mitmachen: Schrauben", "Meinten Sie „mitmachen“?"),
        ("träger: verein", "Meinten Sie „traeger“?"),
        ("kosten hinweis: nichts", "Meinten Sie „kosten_hinweis“?"),
        ("kontakt: {telefn: 030 23125 117}", "Meinten Sie „telefon“?"),
        ("kontakt: {e_mail: info@example.org}", "Meinten Sie „email“?"),
        ("So klappt der Einstieg: Klingeln", "Meinten Sie „zugang_tipp“?"),
    ],
)
def test_a_slip_of_the_pen(line: str, meant: str, district: District) -> None:
    """An unknown key comes with the nearest one there is, also inside a group, despite umlauts or by its label."""
    district.replace(RESSOURCE, "zugang_tipp: Einfach mittwochs mit dem Rad vorbeikommen.", line)
    diagnostic = only(district)
    assert (diagnostic.code, diagnostic.remedy) == ("unbekannter_schluessel", meant)


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("telefon: 030 23125 117", "Sie gehört eingerückt unter „kontakt“."),
        ("Straße: Hauptstraße 11", "Sie gehört eingerückt unter „ort“."),
        ("telefn: 030 23125 117", "Meinten Sie „telefon“? Das gehört eingerückt unter „kontakt“."),
        ("kontakt.telefon: 030 23125 117", "Meinten Sie „telefon“? Das gehört eingerückt unter „kontakt“."),
        ("ort: {telefon: 030 23125 117}", "Sie gehört eingerückt unter „kontakt“."),
        ("kontakt: {mitmachen: Schrauben}", "Sie gehört ganz links und nicht unter „kontakt“."),
        ("durch: team-nord", "Sie gehört eingerückt unter „geprueft“ oder „kontakte“."),
        ("Webseite: https://example.org", "Meinten Sie „web“? Das gehört eingerückt unter „kontakt“."),
        ("adresse: Hauptstraße 11", "Meinten Sie „ort“?"),
        ("name: Werkstatt", "Meinten Sie „titel“?"),
        ("id: werkstatt", "Die Zeile löschen: Die Kennung ist der Dateiname, die Art des Eintrags sagt der Ordner."),
        (
            "beschreibung: Hier wird geschraubt.",
            "Was man erzählen möchte, steht als freier Text unter dem Kopf, nach der zweiten Zeile ---.",
        ),
    ],
)
def test_a_key_in_the_wrong_place(line: str, where: str, district: District) -> None:
    """A key that stands elsewhere, or is called otherwise, comes with its place rather than with something alike."""
    district.add(RESSOURCE, line)
    diagnostic = only(district)
    assert (diagnostic.code, diagnostic.remedy) == ("unbekannter_schluessel", where)


def test_everyday_words_lead_somewhere() -> None:
    """Each everyday word stands for a field of some record; what is said elsewhere than in a field is none."""
    places = {".".join(path) for model in RECORD_TYPES.values() for path, _field in walk(model)}
    assert set(EVERYDAY.values()) <= places
    assert not {*EVERYDAY} & {each.name for each in felder(RECORD_TYPES["ressourcen"])}
    assert not {*Schluesselperson.anderswo} & {each.name for each in felder(Schluesselperson)}


@pytest.mark.parametrize("key", ["name", "Telefon", "E-Mail", "handy", "adresse"])
def test_a_key_person_s_name_and_number_have_no_place_here(key: str) -> None:
    """Of a key person neither name nor number is asked for under another key: they never belong into a record."""
    remedy = "Die Zeile löschen: Name, Nummer und Adresse einer Person stehen im Kontaktspeicher, nie im Eintrag."
    assert unknown_key(Schluesselperson, (key,))[2] == remedy


def test_a_misspelled_key_is_not_missed_as_well(district: District) -> None:
    """A required value under a misspelled key is one mistake and said once."""
    district.replace(RESSOURCE, "kurz: ", "kurtz: ")
    diagnostic = only(district)
    assert (diagnostic.code, diagnostic.remedy) == ("unbekannter_schluessel", "Meinten Sie „kurz“?")


def test_a_misplaced_key_is_not_missed_as_well(district: District) -> None:
    """The same holds where it stands outside of its group."""
    district.replace(RESSOURCE, "geprueft_am: 2026-05-12", "geprueft: {durch: team-nord, wie: besuch}\nam: 2026-05-12")
    diagnostic = only(district)
    assert (diagnostic.code, diagnostic.remedy) == (
        "unbekannter_schluessel",
        "Sie gehört eingerückt unter „geprueft“.",
    )


def test_an_unknown_key_in_a_group(district: District) -> None:
    """Where nothing is near, the possible keys of that group are listed, and the place is the key."""
    district.add(RESSOURCE, "kontakt:\n  telefon: 030 23125 117\n  xyzzy: 1")
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:18:3: unbekannter_schluessel"]
    assert diagnostic.span.length == len("xyzzy")
    assert diagnostic.remedy == "Möglich sind: stelle, telefon, email, web."


@pytest.mark.parametrize("key", ["zielgruppe", "zielgruppen", "Zielgruppe"])
def test_no_target_groups(key: str, district: District) -> None:
    """A target group is not just unknown: the message says what to say instead."""
    district.add(RESSOURCE, f"{key}: Alleinerziehende")
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:16:1: zielgruppe"]
    assert "themen" in diagnostic.remedy
    assert "zugangsvoraussetzung" in diagnostic.remedy


@pytest.mark.parametrize("key", ["prognose", "ursache", "score", "religion", "Diagnose", "bg_nummer", "gesundheit"])
def test_what_is_never_kept(key: str, district: District) -> None:
    """Scores, diagnoses and protected facts are refused for what they are, not as slips of the pen."""
    district.add(RESSOURCE, f"{key}: x")
    assert found(district.check()) == [f"records/{RESSOURCE}:16:1: nicht_vorgesehen"]


# Values.


def test_missing(district: District) -> None:
    """What is missing is named with its help and a right line."""
    district.replace(RESSOURCE, "kosten: kostenfrei\n", "")
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:1:1: pflichtangabe_fehlt"]
    assert diagnostic.message == "Die Angabe „kosten“ fehlt."
    assert diagnostic.remedy == "Was es die kostet, die kommen. Zum Beispiel: kosten: kostenfrei"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("#Rad", 'titel: "#Rad"'), (' # Haus "Nord"', "titel: '# Haus \"Nord\"'"), ("", ""), ('""  # leer', "")],
)
def test_what_yaml_takes_for_a_comment(written: str, meant: str, district: District) -> None:
    """Where a value begins with #, YAML passes over it: the remedy says so, and how it is read as text."""
    district.replace(RESSOURCE, "titel: Offene Fahrradwerkstatt", f"titel: {written}")
    (missing,) = district.check()
    assert (str(missing.span), missing.message) == (f"records/{RESSOURCE}:2:1", "Die Angabe „titel“ fehlt.")
    told = f"Was hinter # steht, gilt als Anmerkung. Gehört es zum Text, dann in Anführungszeichen: {meant}"
    assert missing.remedy == told if meant else "Anmerkung" not in missing.remedy


def test_a_note_beside_the_groups_and_lists_to_come_is_one(district: District) -> None:
    """Behind the key of a list, a # begins what it seems to begin: a note."""
    district.replace(RESSOURCE, "themen: [mobilitaet]", "themen:  # folgt")
    assert [("Anmerkung" in each.remedy) for each in district.check()] == [False]


def test_missing_in_a_group(district: District) -> None:
    """What is missing inside a group is named with the group, at the group."""
    district.add(RESSOURCE, "kontakte:\n  - {datum: 2026-05-01, durch: team-nord}")
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:17:5: pflichtangabe_fehlt"]
    assert diagnostic.message == "Unter „kontakte“ fehlt „art“."
    assert diagnostic.remedy.endswith("Zum Beispiel: art: erkundung")


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("themen: [mobilitaet]", "themen: []", "8:9", "Die Liste „themen“ ist leer."),
        ("sozialraeume: [nordhang]", "sozialraeume: []", "7:15", "Die Liste „sozialraeume“ ist leer."),
    ],
)
def test_an_empty_list(old: str, new: str, place: str, message: str, district: District) -> None:
    """A required list with nothing in it is as good as missing."""
    district.replace(RESSOURCE, old, new)
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:{place}: pflichtangabe_fehlt"]
    assert diagnostic.message == message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kostnfrei", "Meinten Sie „kostenfrei“? "),
        ("kostet nichts", "Meinten Sie „kostenfrei“? "),
        ("Kostenfrei", "Meinten Sie „kostenfrei“? "),
        ("xyzzy", ""),
    ],
)
def test_a_word_not_on_the_list(written: str, meant: str, district: District) -> None:
    """A word that is no choice comes with the nearest one, also by what people read, and with all of them."""
    district.replace(RESSOURCE, "kosten: kostenfrei", f"kosten: {written}")
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:14:9: wort_nicht_in_auswahl"]
    assert diagnostic.message == f"„{written}“ steht bei „kosten“ nicht zur Wahl."
    assert diagnostic.remedy == (
        f"{meant}Möglich sind: kostenfrei, gering, einkommensabhaengig, gutschein, kostenpflichtig, unbekannt."
    )


@pytest.mark.parametrize(
    ("old", "new", "place_and_code"),
    [
        ("themen: [mobilitaet]", "themen: mobilitaet", "8:9: keine_liste"),
        ("themen: [mobilitaet]", "themen: {mobilitaet: ja}", "8:9: keine_liste"),
        ("themen: [mobilitaet]", "themen: [[mobilitaet]]", "8:10: kein_text"),
        ("kosten: kostenfrei", "kosten: [kostenfrei]", "14:9: kein_text"),
        ("kosten: kostenfrei", "kosten: {a: b}", "14:9: kein_text"),
        (KURZ, "kurz: [Räder, reparieren]", "6:7: kein_text"),
        ("kosten: kostenfrei", "kosten: kostenfrei\nort: Marktplatz 1", "15:6: keine_gruppe"),
        ("kosten: kostenfrei", "kosten: kostenfrei\nort: [Marktplatz 1]", "15:6: keine_gruppe"),
        ("kosten: kostenfrei", "kosten: kostenfrei\nkontakte: [Anruf]", "15:12: keine_gruppe"),
        ("kosten: kostenfrei", "kosten: kostenfrei\nkontakte: {art: pflege}", "15:11: keine_liste"),
    ],
)
def test_shapes(old: str, new: str, place_and_code: str, district: District) -> None:
    """A single value, a list and a group are not taken for one another."""
    district.replace(RESSOURCE, old, new)
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:{place_and_code}"]
    assert diagnostic.remedy


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("auch_bekannt_als: Radhaus, Rad und Tat", "Richtig ist: auch_bekannt_als: [Radhaus, Rad und Tat]."),
        ("auch_bekannt_als:\n  -Radhaus\n  -Rad-Treff", "Richtig ist: auch_bekannt_als: [Radhaus, Rad-Treff]."),
        ("auch_bekannt_als:\n  • Radhaus\n  • Rad und Tat", "Richtig ist: auch_bekannt_als: [Radhaus, Rad und Tat]."),
        ("sprachen: (de; en)", "Richtig ist: sprachen: [de, en]."),
        ("sprachen: {de: ja}", "Richtig ist zum Beispiel: sprachen: [uk]"),
        ("sprachen:\n  - de\n  -", "Etwas hineinschreiben oder die ganze Zeile löschen."),
        ("kontakte: {art: pflege}", "Jeder Punkt beginnt mit einem Strich, zum Beispiel: - datum: 2026-05-12"),
        (
            "kontakt: 030 23125 117",
            "Darunter eingerückt, was davon bekannt ist (stelle, telefon, email, web), zum Beispiel: stelle: Empfang",
        ),
        (
            "kontakte:\n  - datum: 2026-05-01\n  - art: pflege\n  - durch: team-nord",
            "Den Strich nur vor die erste Angabe setzen und die anderen darunter, zwei Leerzeichen weiter rechts.",
        ),
        ("traeger: [[verein]]", "Ohne eckige Klammern und ohne Strich davor schreiben: verein"),
        (
            "sprachen: [[de, uk]]",
            "In der Liste steht jeder Wert für sich: die inneren Klammern oder Striche weglassen.",
        ),
        (
            "sprachen:\n  - [[uk]]",
            "In der Liste steht jeder Wert für sich: die inneren Klammern oder Striche weglassen.",
        ),
    ],
)
def test_another_shape(line: str, remedy: str, district: District) -> None:
    """What was written in another shape comes back in the right one, whatever signs people use for lists."""
    district.add(RESSOURCE, line)
    assert only(district).remedy == remedy


def test_items_that_lack_something_are_no_torn_item(district: District) -> None:
    """Two items with the same key are two items, and what each of them lacks is told."""
    district.add(RESSOURCE, "kontakte:\n  - datum: 2026-05-01\n  - datum: 2026-05-02")
    assert [each.message for each in district.check()] == [
        "Unter „kontakte“ fehlt „art“.",
        "Unter „kontakte“ fehlt „durch“.",
    ] * 2


def test_a_sentence_in_a_list_of_groups(district: District) -> None:
    """A sentence without its name comes back with the name it needs."""
    district.write(
        "protokolle/team-nord-2026-06-30.md",
        "---\ntitel: Sitzung\nstatus: offen\nangelegt_am: 2026-06-30\nteam: team-nord\ndatum: 2026-06-30\n"
        "moderation: K1\nprotokoll: K2\nausgangslage: [a]\ntop_einzelfallunspezifisch:\n  gefaellt:\n    - Der Markt.\n---\n",
    )
    assert only(district).remedy == "Richtig ist: - text: Der Markt."


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        ("Mi 16-19; wenn die Fahne hängt", "13:19+4", "„wenn“ ist als Öffnungszeit nicht verständlich."),
        ("'Mi 16-19 Uhr; Do nachmitags'", "13:27+10", "„nachmitags“ ist als Öffnungszeit nicht verständlich."),
        ("Mi 16-19 Uhr; Donnerstag", "13:23+10", "Bei der Öffnungszeit „Donnerstag“ fehlt eine Uhrzeit."),
        ('"Mi 16-19; \\x46reitag"', "13:9+22", "Bei der Öffnungszeit „Freitag“ fehlt eine Uhrzeit."),
        ("|\n  Mi 16-19\n  Freitag", "13:9+1", "Bei der Öffnungszeit „Freitag“ fehlt eine Uhrzeit."),
    ],
)
def test_hours_that_nobody_can_read(written: str, place: str, message: str, district: District) -> None:
    """The part that is wrong is underlined where it stands in the line as it is read, and an example is given once."""
    district.replace(RESSOURCE, "zeiten: Mi 16:00-19:00", f"zeiten: {written}")
    diagnostic = only(district)
    assert f"{diagnostic.span}+{diagnostic.span.length}" == f"records/{RESSOURCE}:{place}"
    assert (diagnostic.code, diagnostic.message) == ("keine_zeiten", message)
    assert diagnostic.remedy.startswith("Richtig ist zum Beispiel „Mo-Do 9-12 Uhr; Fr 9-11 Uhr; feiertags geschlossen“")


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("mobilität", "Meinten Sie „mobilitaet“?"),
        ("Unterwegs sein", "Meinten Sie „mobilitaet“?"),
        ("Mobilitaet", "Meinten Sie „mobilitaet“?"),
        ("mobilitaet; begegnung", "Mit Komma trennen: mobilitaet, begegnung"),
        ('""', "Etwas hineinschreiben oder die ganze Zeile löschen."),
    ],
)
def test_a_word_not_in_the_vocabulary(written: str, remedy: str, district: District) -> None:
    """An unknown word of a vocabulary comes with the nearest code, by its code or by its name."""
    district.write("vokabular/themen.yml", "mobilitaet: {name: Unterwegs sein}\n")
    district.replace(RESSOURCE, "[mobilitaet]", f"[{written}]")
    diagnostic = only(district)
    assert found([diagnostic]) == [f"records/{RESSOURCE}:8:10: unbekanntes_wort"]
    assert diagnostic.remedy == remedy


def test_all_at_once(district: District) -> None:
    """All mistakes of a file are said in one go, in the order in which they stand."""
    district.write(
        RESSOURCE,
        "---\n"
        "titel: Offene Fahrradwerkstatt\n"
        "status: offen\n"
        "angelegt_am: 15.1.2026\n"
        "kurz: [Räder]\n"
        "sozialraeume: nordhang\n"
        "themen: [mobilitaet, mobilitet]\n"
        "verantwortlich: Team Nord\n"
        "zielgruppe: alle\n"
        "art: [infrastrukturel]\n"
        "herkunft: lebensweltlich\n"
        "format: werkstatt_reparatur\n"
        "kontakt: {telefon: 12}\n"
        "---\n",
    )
    path = f"records/{RESSOURCE}"
    assert found(district.check()) == [
        f"{path}:1:1: pflichtangabe_fehlt",
        f"{path}:3:9: wort_nicht_in_auswahl",
        f"{path}:4:14: kein_datum",
        f"{path}:5:7: kein_text",
        f"{path}:6:15: keine_liste",
        f"{path}:7:22: unbekanntes_wort",
        f"{path}:8:17: keine_kennung",
        f"{path}:9:1: zielgruppe",
        f"{path}:10:7: wort_nicht_in_auswahl",
        f"{path}:13:20: keine_telefonnummer",
    ]


def test_a_word_is_not_blamed_twice(district: District) -> None:
    """A word with an unseen sign in it is told for that sign, and not as unknown as well."""
    district.replace(RESSOURCE, "[mobilitaet]", '["mobil\\u202eitaet"]')
    assert found(district.check()) == [f"records/{RESSOURCE}:8:10: richtungszeichen"]


# Files and what they have to do with each other.


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kein Kopf\n",
        "---\ntitel: [\n---\n",
        "---\ntitel: Team Nord\n---\n",
        "---\n- a\n---\n",
        "---\na: &b c\n---\n",
    ],
)
def test_one_broken_record_breaks_no_links(text: str, district: District) -> None:
    """A record that cannot be read is named itself; what links to it is not said to lead nowhere."""
    district.write("teams/team-nord.md", text)
    assert {each.span.path for each in district.check()} == {"records/teams/team-nord.md"}


def test_order(district: District) -> None:
    """Records come in the order of their types, then by id, and know their id and folder."""
    district.write("ressourcen/a.md", (district.records / RESSOURCE).read_text("utf-8"))
    read, _found = read_district(district.records)
    assert [(entry.ordner, entry.id) for entry in read.entries] == [
        ("sozialraeume", "nordhang"),
        ("teams", "team-nord"),
        ("ressourcen", "a"),
        ("ressourcen", "fahrradwerkstatt"),
    ]
    assert read.files["a"] == "ressourcen"


def test_reserved_id(district: District) -> None:
    """No record may be called `landkreisweit`: the word stands for all of them."""
    text = (district.records / RESSOURCE).read_text("utf-8")
    district.write("ressourcen/landkreisweit.md", text)
    diagnostic = only(district)
    assert (diagnostic.code, diagnostic.message) == ("dateiname", "„landkreisweit“ ist ein festes Wort.")


def test_the_name_of_a_device(district: District) -> None:
    """A record called `con` would keep everyone with Windows from fetching the records."""
    district.write("ressourcen/con.md", (district.records / RESSOURCE).read_text("utf-8"))
    assert [each for each in found(district.check()) if "con.md" in each] == ["records/ressourcen/con.md: dateiname"]


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("ressourcen/a.md", "Die Datei löschen oder mit `sozialraum new` neu anlegen."),
        ("vokabular/themen.yml", "Die Datei löschen oder ausfüllen."),
    ],
)
def test_what_to_do_with_an_empty_file(path: str, remedy: str, district: District) -> None:
    """Only records are begun anew with `sozialraum new`."""
    district.write(path, "")
    assert [each.remedy for each in district.check() if each.code == "datei_leer"] == [remedy]


def test_the_second_of_two_ids_names_the_first(district: District) -> None:
    """Of two records with one id the later file is named, and points at the earlier one."""
    district.write("ressourcen/nordhang.md", (district.records / RESSOURCE).read_text("utf-8"))
    diagnostic = only(district)
    assert found([diagnostic]) == ["records/sozialraeume/nordhang.md: kennung_doppelt"]
    assert [span.path for span in diagnostic.related] == ["records/ressourcen/nordhang.md"]


def test_a_file_outside_every_folder(district: District) -> None:
    """A file beside the folders, and a file that is no Markdown, are named and not read."""
    district.write("lies-mich.txt", "x")
    district.write("ressourcen/bild.jpg", b"\xff\xd8")
    district.write("ressourcen/nordhang.geojson", "{}")
    assert found(district.check()) == [
        "records/lies-mich.txt: fremde_datei",
        "records/ressourcen/bild.jpg: fremde_datei",
        "records/ressourcen/nordhang.geojson: fremde_datei",
    ]


@pytest.mark.parametrize("name", ["README.md", "readme.md", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"])
def test_files_nobody_minds(name: str, district: District) -> None:
    """What systems and people leave in folders is no record and no mistake."""
    district.write(f"ressourcen/{name}", "x")
    district.write(name, "x")
    assert found(district.check()) == []
