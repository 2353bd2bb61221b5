"""Front matter and bodies of what teams do: networks, needs, plans, consultations, minutes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from benchmarks import prose
from benchmarks.offers import THEMEN, TODAY, before, some

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from benchmarks.district import District, Planned

_COURSE = ("idee", "eingabereif", "in_beratung", "vereinbart", "in_umsetzung", "verstetigt")
_QUESTION = "Welche Orte gibt es hier, an denen das gelingen kann?"
_QUESTIONS = ("aufgefallen_neuigkeiten", "gefaellt", "aergert", "ressourcen", "vorhaben_ideen")
_UNANSWERED = {"schluesselpersonen": [], "vernetzungsrunden": {}, "vorhaben_laufend": [], "weiteres": []}
_FORTNIGHT = 14


def netzwerk(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """A round with members and three meetings."""
    own = district.team(record)
    values = {
        "titel": record.titel,
        "status": "aktiv",
        "angelegt_am": before(rnd, 900, 340),
        "geprueft_am": before(rnd, 330),
        "reichweite": rnd.choice(("intern", "extern")),
        "kurz": prose.sentence(rnd),
        "turnus": "viermal im Jahr, reihum bei den Mitgliedern",
        "sozialraeume": [district.place(record).id],
        "themen": some(rnd, THEMEN),
        "verantwortlich": own,
        "federfuehrung": district.near("organisationen", record.place, 1, rnd)[0],
        "mitglieder": district.near("organisationen", record.place, 6, rnd),
        "jobcenter_vertretung": own,
        "vernetzungsrunden": [_round(record, district, rnd, days) for days in (30, 120, 210)],
    }
    return values, prose.body(rnd, district.near("ressourcen", record.place, 1, rnd))


def bedarfslage(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """What makes everyday life harder in a place."""
    values = {
        "titel": record.titel,
        "status": rnd.choice(("moeglich", "beraten", "bestaetigt", "in_bearbeitung")),
        "angelegt_am": before(rnd, 400, 10),
        "sozialraeume": [district.place(record).id],
        "themen": some(rnd, THEMEN, 2),
        "verantwortlich": district.team(record),
        "beschreibung": f"So ist es an diesem Ort. {prose.paragraph(rnd, 2)}",
        "was_es_erschwert": prose.sentence(rnd),
        "seit": before(rnd, 700, 400),
        "belege": [
            *district.near("protokolle", record.place, 2, rnd),
            *district.near("netzwerke", record.place, 1, rnd),
        ],
        "vorhandene_ressourcen": district.near("ressourcen", record.place, 2, rnd),
        "vorhaben": district.near("vorhaben", record.place, 1, rnd),
        "bedingungsebene": ["organisation", "steuerung"],
    }
    return values, prose.body(rnd, district.near("ressourcen", record.place, 1, rnd))


def vorhaben(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """A plan; it is beyond the Raster when a consultation is about it."""
    status = _status_of(record.number, district)
    steps = _COURSE[: _COURSE.index(status) + 1]
    values = {
        "titel": record.titel,
        "status": status,
        "angelegt_am": before(rnd, 400, 380),
        "kurz": prose.sentence(rnd),
        "sozialraeume": [district.place(record).id],
        "themen": some(rnd, THEMEN, 2),
        "verantwortlich": district.team(record),
        **_raster(record, district, rnd),
        "beginn": before(rnd, 100),
        "ende_geplant": (TODAY + timedelta(days=200)).isoformat(),
        "auswertung": {name: prose.sentence(rnd) for name in ("woran_merken_wir", "ergebnis", "gelungen", "gelernt")},
        "entstandene_ressource": district.near("ressourcen", record.place, 1, rnd)[0],
        "verlauf": [{"status": step, "am": _day(350 - 50 * number)} for number, step in enumerate(steps)],
    }
    return values, prose.body(rnd, district.near("ressourcen", record.place, 1, rnd))


def beratung(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """A consultation: the first half of them about a plan each, the others about a single case."""
    about_plan = record.number < _consulted(district)
    day = before(rnd, 300, 5)
    values = {
        "titel": record.titel,
        "status": "geplant" if about_plan and _status_of(record.number, district) == "in_beratung" else "durchgefuehrt",
        "angelegt_am": day,
        "variante": "vorhaben" if about_plan else "einzelfall",
        "datum": day,
        "team": district.team(record),
        "sozialraeume": [district.place(record).id],
        "themen": some(rnd, THEMEN, 2),
        "dauer_minuten": str(rnd.randint(35, 45)),
        "rollen": {"moderation": "K1", "protokoll": "K2", "falleinbringend": ["K3"], "beratende": ["K4", "K5"]},
        "falleingabe": prose.paragraph(rnd, 3),
        "fragestellung": _QUESTION,
        "ressourcensammlung": {
            part: [prose.sentence(rnd) for _ in range(2)] for part in ("person", "bezuege", "umfeld")
        },
        "gelungenes": [prose.sentence(rnd)],
        "ressourcen": district.near("ressourcen", record.place, 3, rnd),
        "ideen": [prose.sentence(rnd) for _ in range(4)],
        "naechste_schritte": [_agreement(rnd) for _ in range(2)],
        "lernen_fuers_team": prose.sentence(rnd),
        "datenschutz_geprueft": {"durch": "K6", "am": day},
        "loeschen_ab": (TODAY + timedelta(days=rnd.randint(60, 180))).isoformat(),
    }
    if about_plan:
        return values | {"vorhaben": district.planned["vorhaben"][record.number].id}, ""
    own = {"fall_kuerzel": f"P-{day[:4]}-{record.number % 1000:03}", "wille": "„Ich will das selbst ausprobieren.“"}
    return values | own | {
        "eigenbeitrag": prose.sentence(rnd),
        "rueckkopplung": {"am": day, "gewaehlt": [_QUESTION]},
    }, ""


def protokoll(record: Planned, district: District, rnd: Random) -> tuple[dict[str, Any], str]:
    """The minutes of a team meeting: five of the nine questions with two answers each."""
    day = _day(record.number % 25 * _FORTNIGHT + 1)
    point: dict[str, Any] = {
        question: [_observation(record, district, rnd) for _ in range(2)] for question in _QUESTIONS
    }
    values = {
        "titel": record.titel,
        "status": "abgeschlossen",
        "angelegt_am": day,
        "team": district.team(record),
        "datum": day,
        "moderation": "K1",
        "protokoll": "K2",
        "anwesend_anzahl": str(rnd.randint(4, 9)),
        "ausgangslage": ["a"],
        "top_einzelfallunspezifisch": {
            "position": "beginn",
            "dauer_minuten": "18",
            **point,
            **_UNANSWERED,
            "nichts_neues": "ja",
        },
        "vereinbarungen": [_agreement(rnd)],
        "loeschen_ab": (TODAY + timedelta(days=rnd.randint(60, 600))).isoformat(),
    }
    return values, ""


TEAMWORK: dict[str, Callable[[Planned, District, Random], tuple[dict[str, Any], str]]] = {
    "netzwerke": netzwerk,
    "bedarfslagen": bedarfslage,
    "vorhaben": vorhaben,
    "beratungen": beratung,
    "protokolle": protokoll,
}
"""Folder → what writes its records."""


def _day(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def _consulted(district: District) -> int:
    """Return how many plans have a consultation of their own: the first ones."""
    return min(len(district.planned["beratungen"]) // 2, len(district.planned["vorhaben"]))


def _status_of(number: int, district: District) -> str:
    later = number < _consulted(district)
    return _COURSE[2 + number % 4] if later else _COURSE[number % 2]


def _raster(record: Planned, district: District, rnd: Random) -> dict[str, Any]:
    return {
        "eingebracht_von": ["K2"],
        "anlass": prose.paragraph(rnd, 2),
        "interessen_vor_ort": prose.sentence(rnd),
        "idee": prose.sentence(rnd),
        "ressourcen": district.near("ressourcen", record.place, 2, rnd),
        "schluesselpersonen": district.near("schluesselpersonen", record.place, 1, rnd),
        "vorhandene_ressourcen": prose.sentence(rnd),
        "bisher_gelungen": prose.sentence(rnd),
        "beteiligte": district.near("organisationen", record.place, 2, rnd),
        "vorhabentyp": rnd.choice(("punktuell", "dauerhaft")),
        "art": rnd.choice(("sprechstunde", "raum", "treff", "gruppe", "veranstaltung")),
        "aufwand_stunden_monat": str(rnd.randint(2, 20)),
        "aufmerksamkeitsrichtung": _QUESTION,
    }


def _round(record: Planned, district: District, rnd: Random, days: int) -> dict[str, Any]:
    return {
        "datum": _day(days),
        "teilnahme_durch": district.team(record),
        "ergebnisse": [prose.sentence(rnd) for _ in range(3)],
        "neue_ressourcen": district.near("ressourcen", record.place, 1, rnd),
        "bedarfslagen": district.near("bedarfslagen", record.place, 1, rnd),
    }


def _agreement(rnd: Random) -> dict[str, str]:
    day = (TODAY + timedelta(days=30)).isoformat()
    return {"was": prose.sentence(rnd), "wer": f"K{rnd.randint(1, 6)}", "bis": day, "ueberpruefung_am": day}


def _observation(record: Planned, district: District, rnd: Random) -> dict[str, Any]:
    return {
        "text": prose.sentence(rnd),
        "themen": some(rnd, THEMEN, 1),
        "sozialraum": district.place(record).id,
        "links": district.near("ressourcen", record.place, 1, rnd),
    }
