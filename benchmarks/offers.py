"""Front matter and bodies of places, teams, organisations, resources and key persons."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from benchmarks import prose
from benchmarks.district import inside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from benchmarks.district import District, Planned

TODAY = date(2026, 6, 30)
"""The Stichtag of the synthetic district; every other day is counted back from it."""

THEMEN = (
    "arbeit", "ausbildung_weiterbildung", "schule_grundbildung", "sprache", "kinderbetreuung", "familie_erziehung", "jugend",
    "aelter_werden_pflege", "gesundheit", "psychische_gesundheit", "sucht", "behinderung_teilhabe", "wohnen", "geld_schulden",
    "grundversorgung", "mobilitaet", "behoerden_recht", "ankommen", "begegnung", "freizeit_kultur_sport", "engagement",
    "digitales", "umwelt_raum",
)  # fmt: skip
FORMATE = (
    "treffpunkt", "beratungsstelle", "sprechstunde", "kurs_gruppe", "verein", "selbsthilfegruppe", "initiative_helferkreis",
    "ehrenamtsgelegenheit", "werkstatt_reparatur", "raum_nutzbar", "verleih_tausch", "fahrdienst_mobilitaet", "einrichtung",
)  # fmt: skip
ROLLEN = (
    "bruecke",
    "tueroeffner",
    "vertrauensperson",
    "kennt_alle",
    "macherin",
    "multiplikatorin",
    "raumgeberin",
    "vereinskontakt",
)
_LANGUAGES = ("de", "en", "tr", "ar", "uk", "ru", "pl", "fa", "fr", "ro")


def before(rnd: Random, most: int, least: int = 0) -> str:
    """Return a day up to `most` days before the Stichtag."""
    return (TODAY - timedelta(days=rnd.randint(least, most))).isoformat()


def some(rnd: Random, words: Sequence[str], most: int = 3) -> list[str]:
    """Return one to `most` different words."""
    return rnd.sample(words, rnd.randint(1, most))


def sozialraum(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """A place with a portrait that mentions four of its resources."""
    values = {
        "titel": record.titel,
        "status": "aktiv",
        "angelegt_am": before(rnd, 900, 400),
        "geprueft_am": before(rnd, 300),
        "art": rnd.choice(("stadtteil", "gemeinde", "quartier", "ortsteil")),
        "kurz": prose.sentence(rnd),
        "team": district.team(record),
        "einwohner_ca": str(rnd.randrange(12, 150) * 100),
        "staerken": [prose.sentence(rnd) for _ in range(3)],
        "oepnv": f"Bus {rnd.randint(1, 60)} stündlich bis zum Bahnhof.",
        "mittelpunkt": inside(record.place, len(district.planned["sozialraeume"]), rnd),
    }
    return values, prose.body(rnd, district.near("ressourcen", record.place, 4, rnd))


def team(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """A team with all the places that name it."""
    places = [place.id for place in district.planned["sozialraeume"] if district.team(place) == record.id]
    values = {
        "titel": record.titel,
        "status": "aktiv",
        "angelegt_am": before(rnd, 900, 400),
        "geprueft_am": before(rnd, 300),
        "sozialraeume": places,
        "sitzungsrhythmus": "vierzehntaegig",
        "beratungsrhythmus": "monatlich",
        "funktionen": ["fallmanagement", "vermittlung", "leistung"],
        "kuerzel": [f"K{number}" for number in range(1, 7)],
        "telefon": prose.phone(rnd),
        "email": f"{record.id}@example.org",
    }
    return values, prose.body(rnd, district.near("ressourcen", record.place, 1, rnd))


def organisation(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """A club, an agency, a firm."""
    values = {
        "titel": record.titel,
        "status": "aktiv",
        **_dates(rnd),
        "art": rnd.choice(
            ("verein", "initiative", "freier_traeger", "oeffentlicher_traeger", "betrieb", "schule_bildung")
        ),
        "kurz": prose.sentence(rnd),
        "sozialraeume": [district.place(record).id],
        "themen": some(rnd, THEMEN),
        "verantwortlich": district.team(record),
        "zeiten": prose.hours(rnd),
        "ort": _address(record, district, rnd),
        "kontakt": _contact(record, rnd),
        "rechtsform": rnd.choice(("e. V.", "gGmbH", "Körperschaft des öffentlichen Rechts")),
        "kooperationsform": rnd.choice(("informell", "absprache", "vereinbarung", "vertrag")),
    }
    return values, prose.body(rnd, district.near("ressourcen", record.place, 2, rnd))


def ressource(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """Something people can use, in two of three cases from the life-world."""
    professional = rnd.random() < 1 / 3
    values = {
        "titel": record.titel,
        "status": "beendet" if record.ended else rnd.choices(("aktiv", "neu_entdeckt", "pausiert"), (90, 6, 4))[0],
        **_dates(rnd),
        "kurz": prose.sentence(rnd),
        "sozialraeume": [district.place(record).id],
        "themen": some(rnd, THEMEN),
        "verantwortlich": district.team(record),
        "art": some(rnd, ("materiell", "infrastrukturell", "personenbezogen"), 2),
        "herkunft": "professionell" if professional else "lebensweltlich",
        "format": rnd.choice(FORMATE),
        "zeiten": prose.hours(rnd),
        "ort": _address(record, district, rnd),
        "kosten": rnd.choice(("kostenfrei", "gering", "einkommensabhaengig", "gutschein")),
        "sprachen": some(rnd, _LANGUAGES),
        "zugang_tipp": prose.sentence(rnd),
        **_sometimes(rnd, district, record),
        "kontakt": _contact(record, rnd),
    }
    if professional:
        values["traeger"] = district.near("organisationen", record.place, 1, rnd)[0]
    return values, prose.body(rnd, district.near("ressourcen", record.place, 2, rnd))


def schluesselperson(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """Someone who opens doors, by function or, with consent, by name."""
    values: dict[str, Any] = {
        "titel": record.titel,
        "status": "aktiv",
        **_dates(rnd),
        "funktion": prose.sentence(rnd),
        "rollen": some(rnd, ROLLEN),
        "sozialraeume": [district.place(record).id],
        "kennt_sich_aus_mit": some(rnd, THEMEN),
        "verantwortlich": district.team(record),
        "sprachen": some(rnd, _LANGUAGES, 2),
        "ansprache_tipp": prose.sentence(rnd),
        "anzeige": "nur_funktion",
        "letzter_kontakt": before(rnd, 150),
    }
    if rnd.random() < 0.4:
        values |= {"anzeige": "name", "einwilligung": _consent(rnd)}
    return values, prose.body(rnd, district.near("ressourcen", record.place, 1, rnd))


OFFERS: dict[str, Callable[[Planned, District, Random], tuple[dict[str, Any], str]]] = {
    "sozialraeume": sozialraum,
    "teams": team,
    "organisationen": organisation,
    "ressourcen": ressource,
    "schluesselpersonen": schluesselperson,
}
"""Folder → what writes its records."""


def _dates(rnd: Random) -> dict[str, str]:
    return {"angelegt_am": before(rnd, 900, 340), "geprueft_am": before(rnd, 330)}


def _address(record: Planned, district: District, rnd: Random) -> dict[str, str]:
    return {
        "name": rnd.choice(("Altes Rathaus", "Gemeindehaus", "Pavillon", "Dorfhaus", "Spritzenhaus")),
        "strasse": prose.street(rnd),
        "plz": f"00{record.place % 1000:03}",
        "ort": district.place(record).titel,
        "koordinaten": inside(record.place, len(district.planned["sozialraeume"]), rnd),
    }


def _contact(record: Planned, rnd: Random) -> dict[str, str]:
    return {
        "stelle": rnd.choice(("Büro", "Empfang", "Werkstatt", "Theke")),
        "telefon": prose.phone(rnd),
        "email": f"{record.id[:40].strip('-')}@example.org",
        "web": f"https://www.example.org/{record.id}",
    }


def _sometimes(rnd: Random, district: District, record: Planned) -> dict[str, Any]:
    """Return the optional fields of a resource, each in some of them."""
    possible = {
        "barrierefreiheit": {
            "stufenlos": rnd.choice(("ja", "nein")),
            "wc": rnd.choice(("ja", "unbekannt")),
            "hinweis": prose.sentence(rnd),
        },
        "erreichbarkeit": {
            "haltestelle": f"{rnd.choice(prose.STREETS)}, Bus {rnd.randint(1, 60)}",
            "weg": prose.sentence(rnd),
        },
        "mitmachen": prose.sentence(rnd),
        "gegenseitigkeit": prose.sentence(rnd),
        "schluesselpersonen": district.near("schluesselpersonen", record.place, 2, rnd),
        "auch_bekannt_als": [f"{rnd.choice(prose.STREETS)} {rnd.randint(1, 30)}"],
    }
    return {name: value for name, value in possible.items() if rnd.random() < 1 / 2}


def _consent(rnd: Random) -> dict[str, Any]:
    given = before(rnd, 500, 30)
    return {
        "status": "erteilt",
        "am": given,
        "form": "schriftlich",
        "umfang": ["name", "funktion"],
        "kreise": ["team", "jobcenter"],
        "zweck": "Weitersagen, was es im Ort gibt.",
        "gueltig_bis": (date.fromisoformat(given) + timedelta(days=720)).isoformat(),
        "informiert_am": given,
        "nachweis_ort": "Ordner Einwilligungen im Teambüro",
    }
