"""Records that are filled in during a conversation: skeletons in its order, each phase with its guiding question.

A skeleton is a table of phases. Fields inside a group are named with a dot; a
list of groups gets one empty group. What is left empty says nothing, so that a
skeleton is a right draft from the beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.model.beratung import Variante
from sozialraum.model.describe import Form, feld, felder
from sozialraum.model.protokoll import Tagesordnungspunkt
from sozialraum.model.vorhaben import Vorhaben
from sozialraum.source.write import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from sozialraum.model.record import Record

_INDENT = "  "


class Phase(NamedTuple):
    """One part of a conversation: the question that opens it, the fields that hold the answers."""

    frage: str
    felder: tuple[str, ...]
    varianten: tuple[Variante, ...] = tuple(Variante)


_CASE, _PLAN, _PKB = Variante.einzelfall, Variante.vorhaben, Variante.pkb
_ITEM = "top_einzelfallunspezifisch"
_EARLIER = "Soll der Eintrag früher gelöscht werden, als handbuch.yml es festlegt (loeschfristen)? Sonst leer lassen."

BERATUNG = (
    Phase(
        "Wann und wo, worum geht es? In kleinen Orten bei Einzelfällen: sozialraeume: [landkreisweit].",
        ("titel", "status", "angelegt_am", "variante", "datum", "team", "sozialraeume", "themen", "dauer_minuten"),
    ),
    Phase("Ein ausgedachtes Kürzel; zu wem es gehört, steht nur im Fachverfahren.", ("fall_kuerzel",), (_CASE, _PKB)),
    Phase(
        "Wer hat welche Rolle? Dienstkürzel oder Funktionen, keine Namen.",
        ("rollen.moderation", "rollen.protokoll", "rollen.falleinbringend", "rollen.beratende"),
    ),
    Phase(
        "Wer aus der Lebenswelt sitzt am Tisch? Rollen wie die Person, eine Nachbarin.", ("rollen.lebenswelt",), (_PKB,)
    ),
    Phase("Um welches Vorhaben geht es?", ("vorhaben",), (_PLAN,)),
    Phase(
        "Hat die Person eingewilligt? Erst fragen, dann schreiben.",
        ("einwilligung_pkb.erteilt", "einwilligung_pkb.am", "einwilligung_pkb.umfang", "einwilligung_pkb.nachweis_ort"),
        (_PKB,),
    ),
    Phase(
        "Was will die Person selbst? In ihren Worten; noch_offen, wenn es noch nicht klar ist.",
        ("wille", "eigenbeitrag"),
        (_CASE, _PKB),
    ),
    Phase("1. Falleingabe: Was ist los? Allgemein, ohne dass man jemanden erkennt.", ("falleingabe",)),
    Phase("2. Zukunft: Worauf sollen die anderen achten? Eine offene Frage.", ("fragestellung",)),
    Phase(
        "3. Ressourcen: Was ist da, bei der Person, in ihren Bezügen, im Umfeld? Was ist schon gelungen?",
        (
            "ressourcensammlung.person",
            "ressourcensammlung.bezuege",
            "ressourcensammlung.umfeld",
            "gelungenes",
            "ressourcen",
        ),
    ),
    Phase("4. Nahe Zukunft: Welche Ideen gibt es? Es sind Angebote zum Auswählen.", ("ideen",)),
    Phase(
        "Wer tut als Nächstes was, und bis wann?",
        ("naechste_schritte.was", "naechste_schritte.wer", "naechste_schritte.bis"),
    ),
    Phase("Wann schaut das Team wieder darauf?", ("naechste_schritte.ueberpruefung_am",), (_PLAN,)),
    Phase("Wofür entscheidet sich die Person? In ihren Worten.", ("entscheidung_der_person",), (_PKB,)),
    Phase(
        "Was hat die Person gewählt? Nach dem Gespräch mit ihr.",
        ("rueckkopplung.am", "rueckkopplung.gewaehlt", "rueckkopplung.nicht_gewaehlt"),
        (_CASE,),
    ),
    Phase("Was nehmen wir mit, und was wird am Ort sichtbar?", ("bedarfslagen", "lernen_fuers_team")),
    Phase(
        "Wer hat gegengelesen? Nicht, wer eingebracht oder mitgeschrieben hat.",
        ("datenschutz_geprueft.durch", "datenschutz_geprueft.am"),
    ),
    Phase(_EARLIER, ("loeschen_ab",), (_CASE, _PKB)),
)

PROTOKOLL = (
    Phase("Wann, wer? Dienstkürzel oder Funktionen, keine Namen.", ("titel", "status", "angelegt_am", "team", "datum")),
    Phase(
        "Wer führt durch die Sitzung, wer schreibt mit, wie viele sind da?",
        ("moderation", "protokoll", "anwesend_anzahl"),
    ),
    Phase("a: ohne konkretes Vorhaben, b: mit; beides zugleich ist möglich.", ("ausgangslage",)),
    Phase(
        "Der Sozialraum am Beginn: Aus einer Wahrnehmung muss nichts folgen.",
        (f"{_ITEM}.position", f"{_ITEM}.dauer_minuten"),
    ),
    *(
        Phase(f"{number}. {each.angabe.label}", (f"{_ITEM}.{each.name}",))
        for number, each in enumerate(
            (each for each in felder(Tagesordnungspunkt) if each.form in (Form.GRUPPE, Form.GRUPPEN)), 1
        )
    ),
    Phase("ja, wenn es zu den leeren Fragen nichts Neues gab.", (f"{_ITEM}.nichts_neues",)),
    Phase("Welche Kollegialen Beratungen gab es? (bei Ausgangslage b)", ("beratungen",)),
    Phase(
        "Was ist vereinbart: was, wer, bis wann?", ("vereinbarungen.was", "vereinbarungen.wer", "vereinbarungen.bis")
    ),
    Phase(_EARLIER, ("loeschen_ab",)),
)

_PLAIN = ("titel", "status", "angelegt_am", "kurz", "sozialraeume", "themen", "verantwortlich")
_RASTER = (
    "eingebracht_von", "anlass", "interessen_vor_ort", "idee", "ressourcen", "schluesselpersonen",
    "vorhandene_ressourcen", "bisher_gelungen", "beteiligte", "gegenseitigkeit", "vorhabentyp",
    "aufwand_stunden_monat", "aufwand", "aufmerksamkeitsrichtung",
)  # fmt: skip

VORHABEN = (
    Phase("Was, wo, wer treibt es voran? Für eine Idee genügt das.", _PLAIN),
    *(Phase(found.angabe.label, (name,)) for name in _RASTER if (found := feld(Vorhaben, name))),
    Phase("Wann beginnt es, bis wann soll es dauern? (ab in_umsetzung)", ("beginn", "ende_geplant")),
    Phase("Woran merken wir, dass es gelungen ist? (ab vereinbart)", ("auswertung.woran_merken_wir",)),
    Phase("Jeder Statuswechsel mit Tag, der älteste zuerst.", ("verlauf.status", "verlauf.am")),
)

SKELETONS: Mapping[str, tuple[Phase, ...]] = {"beratungen": BERATUNG, "protokolle": PROTOKOLL, "vorhaben": VORHABEN}
"""Folder → the phases of the conversation in which such a record is written."""


def skeleton(model: type[Record], values: Mapping[str, Any], variante: Variante | None = None) -> str:
    """Return the front matter of a skeleton, with `values` already filled in; what no phase names stands at the end."""
    phases = [each for each in SKELETONS[model.typ.ordner] if variante is None or variante in each.varianten]
    lines: list[str] = []
    opened: tuple[str, ...] = ()
    for phase in phases:
        for position, dotted in enumerate(phase.felder):
            comment = phase.frage if position == 0 else ""
            opened = _add(lines, model, tuple(dotted.split(".")), opened, values, comment)
    shown = {each.felder[0].split(".")[0] for each in phases} | {name for each in phases for name in each.felder}
    rest = {name: value for name, value in values.items() if name not in shown}
    return "\n".join(lines) + "\n" + (front_matter(rest) if rest else "")


def _add(
    lines: list[str],
    model: type[BaseModel],
    path: tuple[str, ...],
    opened: tuple[str, ...],
    values: Mapping[str, Any],
    comment: str,
) -> tuple[str, ...]:
    """Add one field with its comment, and open the group it stands in; return the group that is open now."""
    *groups, name = path
    group = tuple(groups)
    new = bool(group) and group != opened
    depth = 0 if new or not group else _depth(model, group)
    if comment:
        lines.append(f"{_INDENT * depth}# {comment}")
    if new:
        lines.append(f"{group[0]}:")
    inner = values.get(group[0]) if group else values
    inner = inner[0] if isinstance(inner, list) and inner else inner
    value = inner.get(name) if isinstance(inner, dict) else None
    field = feld(model, group[0]) if group else None
    first = new and field is not None and field.form is Form.GRUPPEN
    head = (_INDENT + "- ") if first else _INDENT * (_depth(model, group) if group else 0)
    lines.extend(_written(name, value, head))
    return group


def _depth(model: type[BaseModel], group: Sequence[str]) -> int:
    field = feld(model, group[0])
    return 2 if field and field.form is Form.GRUPPEN else 1


def _written(name: str, value: Any, head: str) -> Iterator[str]:
    """Yield the lines of one field; the first one begins with `head`, the others are indented as far."""
    text = front_matter({name: value}).splitlines() if value else [f"{name}:"]
    for position, line in enumerate(text):
        yield f"{head if position == 0 else ' ' * len(head)}{line}"
