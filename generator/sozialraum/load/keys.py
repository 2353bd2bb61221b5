"""Keys that no field has: what was meant, and where it belongs."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Rule, Severity, alternatives
from sozialraum.fields.link import UMLAUTS
from sozialraum.model.describe import felder, part_at, walk
from sozialraum.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from sozialraum.model.describe import Path

UNBEKANNT = Rule(
    "unbekannter_schluessel",
    Severity.FEHLER,
    "Diese Angabe gibt es nicht.\n\nMeist ist es ein Tippfehler, oder sie steht nicht an ihrem Platz. Was nirgends "
    "hineinpasst, gehört in den freien Text unter dem Kopf.",
    regel="KB-00",
)
ZIELGRUPPE = Rule(
    "zielgruppe",
    Severity.FEHLER,
    "Das Handbuch kennt keine Zielgruppen.\n\nDie Sozialraumorientierung arbeitet mit einem "
    "„zielgruppendekonstruierenden und bereichsübergreifenden Blick“: Etiketten für Menschen beeinflussen die "
    "Beziehung und schließen aus. Stattdessen sagen `themen`, wobei etwas hilft, und `zugangsvoraussetzung`, was "
    "sachlich oder rechtlich nötig ist (Termin, Gutschein, Bescheinigung).",
    regel="RS-06",
)
VERBOTEN = Rule(
    "nicht_vorgesehen",
    Severity.FEHLER,
    "Diese Angabe ist aus fachlichen Gründen nicht vorgesehen.\n\nDas Handbuch bewertet keine Menschen, stellt keine "
    "Prognosen, sucht keine Ursachen bei der Person und hält nichts fest, was besonders geschützt ist (Religion, "
    "Gesundheit, Herkunft, private Anschriften).",
)

RULES = (UNBEKANNT, ZIELGRUPPE, VERBOTEN)

_TARGET_GROUP = {"zielgruppe", "zielgruppen"}
_FORBIDDEN = {
    "prognose", "ursache", "ursachen", "score", "einfluss_score", "diagnose", "defizite", "hemmnisse", "religion",
    "partei", "gesundheit", "geburtsdatum", "privatadresse", "nationalitaet", "bg_nummer", "kundennummer",
}  # fmt: skip
EVERYDAY = {
    "name": "titel",
    "bezeichnung": "titel",
    "kurzbeschreibung": "kurz",
    "adresse": "ort",
    "anschrift": "ort",
    "oeffnungszeiten": "zeiten",
    "sprechzeiten": "zeiten",
    "termine": "zeiten",
    "preis": "kosten",
    "kategorie": "themen",
    "schlagworte": "themen",
    "tags": "themen",
    "stadtteil": "sozialraeume",
    "quartier": "sozialraeume",
    "ansprechpartner": "schluesselpersonen",
    "ansprechperson": "schluesselpersonen",
    "notiz": "notiz_intern",
    "bemerkung": "notiz_intern",
    "tel": "kontakt.telefon",
    "mail": "kontakt.email",
    "homepage": "kontakt.web",
    "link": "kontakt.web",
    "webseite": "kontakt.web",
    "website": "kontakt.web",
}
"""What people write of their own accord → the field that says it, with the group it stands in."""

_SURE, _LIKELY = 0.8, 0.6
_MOST_PLACES = 3


def unknown_key(model: type[BaseModel], path: Path) -> tuple[Rule, str, str]:
    """Return the rule that an unknown key of a record breaks, message and remedy."""
    key, plain = path[-1], _plain(path[-1])
    if plain in _TARGET_GROUP:
        remedy = (
            "Die Zeile löschen. Wobei es hilft, sagen die themen; was man wirklich braucht, die zugangsvoraussetzung."
        )
        return ZIELGRUPPE, "Das Handbuch kennt keine Zielgruppen.", remedy
    if plain in _FORBIDDEN:
        return VERBOTEN, f"„{key}“ wird im Handbuch nicht festgehalten.", "Die Angabe löschen."
    return UNBEKANNT, f"Die Angabe „{key[:60]}“ gibt es hier nicht.", _remedy(model, path)


def _remedy(model: type[BaseModel], path: Path) -> str:
    here, spelled, places = path[:-1], _plain(path[-1]), meant(model, path)
    if not places:
        known = f"Möglich sind: {', '.join(each.name for each in felder(part_at(model, here)))}."
        return _elsewhere(model, here).get(spelled, known)
    name, group = places[0][-1], places[0][:-1]
    if group == here:
        return f"Meinten Sie „{name}“?"
    groups = alternatives([f"„{'.'.join(each[:-1])}“" for each in places[:_MOST_PLACES]])
    where = f"eingerückt unter {groups}" if group else f"ganz links und nicht unter „{'.'.join(here)}“"
    return f"Sie gehört {where}." if name == spelled else f"Meinten Sie „{name}“? Das gehört {where}."


@lru_cache(maxsize=2**12)
def meant(model: type[BaseModel], path: Path) -> tuple[Path, ...]:
    """Return the field that an unknown key at `path` may have meant, or several of one name, the likeliest first."""
    here, spelled = path[:-1], _plain(path[-1])
    own = _names(model, here)
    if spelled in own:
        return ((*here, spelled),)
    if spelled in _TARGET_GROUP | _FORBIDDEN or spelled in _elsewhere(model, here):
        return ()
    other = _other_names(model).get(spelled)
    if other and (not here or other[:-1] == here):
        return (other,)
    close = [spelled] if spelled in _places(model) else get_close_matches(spelled, own, 1, _SURE)
    close = close or get_close_matches(spelled, _places(model), 1, _SURE) or get_close_matches(spelled, own, 1, _LIKELY)
    return () if not close else ((*here, close[0]),) if close[0] in own else _places(model)[close[0]]


def _elsewhere(model: type[BaseModel], here: Path) -> Mapping[str, str]:
    """Return what is said elsewhere than by a key of a record; nothing of that stands in its groups."""
    return model.anderswo if not here and issubclass(model, Record) else {}


def _names(model: type[BaseModel], here: Path) -> tuple[str, ...]:
    return tuple(each.name for each in felder(part_at(model, here)))


@cache
def _places(model: type[BaseModel]) -> dict[str, tuple[Path, ...]]:
    """Return where fields of each name stand, those outside of groups first."""
    paths = sorted((path for path, _field in walk(model)), key=len)
    return {
        name: tuple(path for path in paths if path[-1] == name) for name in dict.fromkeys(path[-1] for path in paths)
    }


@cache
def _other_names(model: type[BaseModel]) -> dict[str, Path]:
    """Return what else people may call a field: what stands before it on the page, its whole path, an everyday word."""
    fields = {path: each.angabe.label for path, each in walk(model)}
    labels = {_plain(fields[path]): path for path in sorted(fields, key=len, reverse=True)}
    by_label = {label: path for label, path in labels.items() if label not in _places(model)}
    everyday = {word: path for word, name in EVERYDAY.items() if (path := tuple(name.split("."))) in fields}
    return {**by_label, **{".".join(path): path for path in fields}, **everyday}


def _plain(key: str) -> str:
    """Return a key as fields are spelled: „Öffnungszeiten“ → oeffnungszeiten."""
    return key.strip().casefold().translate(UMLAUTS).replace(" ", "_").replace("-", "_")
