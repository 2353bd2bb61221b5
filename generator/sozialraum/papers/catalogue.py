"""What each record type is for, and each of its fields: purpose, readers, retention."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, walk
from sozialraum.model.personenkontakt import COVERED_BY, Personenkontakt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.model.handbuch import Loeschfristen
    from sozialraum.model.record import Record


class Purpose(NamedTuple):
    """Why a type of record exists, whom its data concern, on which ground."""

    zweck: str
    betroffene: str
    grundlage: str


LOCAL = "Art. 6 Abs. 1 Buchst. e DSGVO mit § 18 SGB II (örtliche Zusammenarbeit)"
STAFF = "Art. 6 Abs. 1 Buchst. e DSGVO mit dem Beschäftigtendatenschutz des Bundes (gE) oder Landes (zkT)"
ADVICE = "Art. 6 Abs. 1 Buchst. e DSGVO mit § 14 SGB II und §§ 67a bis 67c SGB X"
NOBODY = "keine"

PURPOSES: dict[str, Purpose] = {
    "sozialraeume": Purpose("Den Ort kennen, für den ein Team da ist", NOBODY, "keine personenbezogenen Daten"),
    "teams": Purpose("Zuständigkeit und Erreichbarkeit", "Beschäftigte (Dienstkürzel)", STAFF),
    "organisationen": Purpose("Wissen, wer vor Ort etwas anbietet", "Ansprechstellen", LOCAL),
    "ressourcen": Purpose("Wissen, was Menschen vor Ort nutzen können", "Ansprechstellen", LOCAL),
    "schluesselpersonen": Purpose(
        "Menschen finden, die Türen öffnen", "Schlüsselpersonen", "Einwilligung, Art. 6 Abs. 1 Buchst. a DSGVO"
    ),
    "netzwerke": Purpose("Wissen, wer sich mit wem abstimmt", NOBODY, "keine personenbezogenen Daten"),
    "bedarfslagen": Purpose("Verhältnisse an einem Ort benennen", NOBODY, "keine personenbezogenen Daten"),
    "vorhaben": Purpose("Vorhaben im Sozialraum vorbereiten und auswerten", "Beschäftigte (Dienstkürzel)", STAFF),
    "beratungen": Purpose(
        "Aus Kollegialer Beratung lernen; Schritte verbindlich machen",
        "Ratsuchende (pseudonym), Beschäftigte (Dienstkürzel)",
        f"{ADVICE}; bei Partizipativer Kollegialer Beratung zusätzlich Einwilligung (§ 67b Abs. 2 SGB X)",
    ),
    "protokolle": Purpose("Wahrnehmungen aus dem Sozialraum sammeln", "Beschäftigte (Dienstkürzel)", STAFF),
}
"""Folder → purpose. A test asserts that no type is forgotten."""


class Row(NamedTuple):
    """One field in the catalogue."""

    key: str
    label: str
    zweck: str
    kreis: str


def catalogue() -> dict[str, tuple[Row, ...]]:
    """Return every field of every record type, by folder, and those of the Kontaktspeicher."""
    found = {ordner: _rows(model) for ordner, model in RECORD_TYPES.items()}
    return {**found, "kontaktspeicher": tuple(_stored())}


def retention_rows(rules: Loeschfristen) -> tuple[tuple[str, str], ...]:
    """Return what is kept how long, in the order of domain.md 4.8."""
    return (
        (
            "Beratung zu einem Einzelfall, Partizipative Kollegiale Beratung",
            (
                f"{rules.einzelfall_nach_abschluss} Monate nach dem Abschluss, "
                f"längstens {rules.einzelfall_laengstens} Monate nach der Beratung"
            ),
        ),
        ("Beratung zu einem Vorhaben", "mit dem Vorhaben"),
        ("Vorhaben", f"{rules.vorhaben} Monate nach dem Ende"),
        ("Protokoll", f"{rules.protokolle} Monate nach der Sitzung"),
        (
            "Schlüsselperson mit Namen, Datei im Kontaktspeicher",
            (
                f"am Tag nach dem Ende der Einwilligung, bei Widerruf sofort, spätestens "
                f"{rules.schluesselpersonen} Monate nach dem letzten Kontakt"
            ),
        ),
        (
            "Ressource, Organisation, Netzwerk, wenn beendet",
            f"{rules.ressourcen} Monate nach der letzten Prüfung",
        ),
        ("Bedarfslage, wenn verändert oder verworfen", f"{rules.bedarfslagen} Monate nach der letzten Prüfung"),
        ("Sozialraum, Team", "solange sie bestehen; keine personenbezogenen Daten außer Dienstkürzeln"),
    )


def retention_by_folder(rules: Loeschfristen) -> dict[str, str]:
    """Return how long records of each type are kept, by folder, and what lies in the Kontaktspeicher."""
    case, plan, project, minutes, person, offer, need, lasting = (when for _what, when in retention_rows(rules))
    return {
        "sozialraeume": lasting,
        "teams": lasting,
        "organisationen": f"wenn beendet, {offer}",
        "ressourcen": f"wenn beendet, {offer}",
        "netzwerke": f"wenn beendet, {offer}",
        "schluesselpersonen": f"mit Namen {person}; nur mit der Funktion keine",
        "kontaktspeicher": person,
        "bedarfslagen": f"wenn verändert oder verworfen, {need}",
        "vorhaben": project,
        "beratungen": f"zu einer Person {case}; zu einem Vorhaben {plan}",
        "protokolle": minutes,
    }


@cache
def _rows(model: type[Record]) -> tuple[Row, ...]:
    return tuple(
        Row(".".join(path), each.angabe.label, _first_sentence(each.hilfe), _readers(each, model))
        for path, each in walk(model)
        if not each.part
    )


def _stored() -> Iterator[Row]:
    for path, each in walk(Personenkontakt):
        covered = COVERED_BY[path[0]].label
        yield Row(path[0], each.angabe.label, _first_sentence(each.hilfe), f"wie eingewilligt (Umfang: {covered})")


def _readers(each: Feld, model: type[Record]) -> str:
    """Return the widest circle by default; a record may name a narrower or, where allowed, a wider one."""
    usual = model.typ.sichtbarkeit
    own = Sichtbarkeit(each.angabe.nur_fuer) if each.angabe.nur_fuer else usual
    return min(own, usual, key=lambda circle: circle.rank).label


def _first_sentence(text: str) -> str:
    return " ".join(text.split()).split(". ", 1)[0].rstrip(".") + "."
