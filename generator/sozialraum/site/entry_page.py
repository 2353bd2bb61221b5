"""„Eintragen“: a form for what is written down every day. It runs in the reader's browser and keeps nothing.

The fields are those of the model; the script checks them by the rules of
`fields.data_rules`, shows the text that would be written, and hands it over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sozialraum.checks.meetings import questions
from sozialraum.fields.data_rules import DATA_RULES, EVERYWHERE
from sozialraum.fields.link import ALL_PLACES, LANDKREISWEIT
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, walk
from sozialraum.model.protokoll import Protokoll, Protokollstatus, Wahrnehmung
from sozialraum.model.pruefung import facts
from sozialraum.model.ressource import Ressource
from sozialraum.site.data_file import as_script
from sozialraum.site.district_map import shows_the_way
from sozialraum.site.finder_pages import HOME
from sozialraum.site.forge import told
from sozialraum.site.listing import Head
from sozialraum.site.proposals import FIRST_STATUS, draft_address
from sozialraum.site.shell import Heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from sozialraum.site.data_file import DataFile
    from sozialraum.site.listing import Catalogue
    from sozialraum.site.page import GeneratedPage

AUTOMATIC = ("status", "angelegt_am", "geprueft_am", "geprueft")
"""What the script fills in by itself: found today."""
NOT_ASKED = (
    "pruefintervall_monate",
    "sichtbarkeit",
    "notiz_intern",
    "schluesselpersonen",
    "entstanden_aus",
    "kontakte",
)
"""What is better done in the record itself, with the page open beside it."""
PROOF = {"geprueft.durch": "Welches Team hat nachgefragt?", "geprueft.wie": "Auf welchem Weg?"}
"""What is asked about a verification; its day and what it stands for are known."""


_ANY_WORDS = ("Titel", "Zeile", "Text")
"""Kinds whose own example says nothing about a field."""


class Eingabe(NamedTuple):
    """One field of a form."""

    id: str
    name: str
    """As in the record: `kontakt.telefon`."""
    label: str
    hilfe: str
    beispiel: str
    art: str
    """Kind of value, a key of DATA_RULES; "" where it is chosen."""
    pflicht: bool
    viele: bool
    auswahl: list[tuple[str, str]]


def eintragen(catalogue: Catalogue) -> Iterator[GeneratedPage]:
    """Yield the page with its three forms."""
    project = catalogue.project
    settings = project.district.settings
    fields = list(_fields(catalogue, Ressource, "neu"))
    asked = [each for each in fields if each.name.split(".")[0] not in (*AUTOMATIC, *NOT_ASKED)]
    data = {
        "regeln": {kind: rule._asdict() for kind, rule in DATA_RULES.items()},
        "unerlaubt": EVERYWHERE,
        "ablage": told(settings.ablage, settings.email or ""),
        "reihenfolge": [each.name for each in fields],
        "status": str(FIRST_STATUS),
        "fakten": {ordner: facts(model) for ordner, model in RECORD_TYPES.items()},
        "offen": _open_minutes(catalogue),
        "runden": [each.name for each in questions() if each.form is Form.GRUPPE],
    }
    yield catalogue.render(
        "eintragen.html",
        Head("", "eintragen", "Eintragen", "Etwas Neues, eine Prüfung, eine Wahrnehmung: in ein, zwei Minuten.", HOME),
        [Heading("was", "Was möchten Sie eintragen?")],
        pflicht=[each for each in asked if each.pflicht],
        weitere=[each for each in asked if not each.pflicht],
        pruefung=[
            each._replace(label=PROOF[each.name])
            for each in _fields(catalogue, Ressource, "pruefen")
            if each.name in PROOF
        ],
        angaben=[
            each._replace(pflicht=False)
            for each in _fields(catalogue, Ressource, "pruefen")
            if each.name.split(".")[0] in (*facts(Ressource), "status")
        ],
        wahrnehmung=[each for each in _fields(catalogue, Wahrnehmung, "wahrnehmung") if each.name != "links"],
        teams=_records(catalogue, ("teams",)),
        fragen=[(each.name, each.angabe.label) for each in questions()],
        daten=data,
        settings=settings,
        entwurf=draft_address(settings),
        mit_karte=shows_the_way(project),
    )


def data_files(catalogue: Catalogue) -> Iterator[DataFile]:
    """Yield the ids that a new record may not carry, where there is a form."""
    if catalogue.project.audience.in_house:
        yield as_script("kennungen", [entry.id for entry in catalogue.project.district.entries])


def _fields(catalogue: Catalogue, model: type[BaseModel], form: str) -> Iterator[Eingabe]:
    group = ""
    for path, each in walk(model):
        if each.part:
            group = each.angabe.label
            continue
        label = f"{group}: {each.angabe.label}" if len(path) > 1 else each.angabe.label
        choices = _choices(catalogue, each)
        name = ".".join(path)
        yield Eingabe(
            f"{form}-{name.replace('.', '-')}",
            name,
            label,
            each.hilfe.replace("`", ""),
            each.angabe.beispiel if each.kind.name in _ANY_WORDS else each.beispiel,
            "" if choices else each.kind.name,
            each.pflicht and len(path) == 1,
            each.form is Form.LISTE,
            choices,
        )


def _choices(catalogue: Catalogue, field: Feld) -> list[tuple[str, str]]:
    """Return code and name of everything that can be chosen, nothing where anything may be written."""
    if field.choice:
        return [(str(each), each.label) for each in field.choice]
    if field.woerter:
        words = catalogue.project.district.vokabular.woerter[field.woerter.vokabular]
        return [(code, word.name) for code, word in words.items()]
    if field.ziel:
        everywhere = [(LANDKREISWEIT, ALL_PLACES)] if "sozialraeume" in field.ziel.ordner else []
        return _records(catalogue, field.ziel.ordner) + everywhere
    return []


def _records(catalogue: Catalogue, folders: Iterable[str]) -> list[tuple[str, str]]:
    return [(card.id, card.titel) for card in catalogue.of_type(*folders)]


def _open_minutes(catalogue: Catalogue) -> dict[str, str]:
    """Return the newest open minutes of each team, where this build knows any."""
    found: list[tuple[Any, str, str]] = [
        (record.datum, record.team, f"{entry.ordner}/{entry.id}.md")
        for entry, record in catalogue.project.district.of_type(Protokoll)
        if record.status is Protokollstatus.offen
    ]
    return {team: path for _day, team, path in sorted(found)}
