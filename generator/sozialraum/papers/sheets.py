"""The papers: Markdown from templates, the district's settings and what the model says of its fields.

All of them are drafts: they say what the software does and ask for what only
the authority can know. Articles are those of the GDPR.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from sozialraum.fields.dates import long_date
from sozialraum.model import RECORD_TYPES
from sozialraum.model.handbuch import Bundesland, Traegerform
from sozialraum.papers.catalogue import PURPOSES, catalogue, retention_by_folder, retention_rows

if TYPE_CHECKING:
    from datetime import date

    from sozialraum.model.handbuch import Handbuch


class Paper(NamedTuple):
    """A paper: its file name without ending, its title, one line for lists."""

    name: str
    titel: str
    kurz: str


PAPERS: tuple[Paper, ...] = (
    Paper(
        "verarbeitungsverzeichnis",
        "Verzeichnis der Verarbeitungstätigkeit",
        "Was verarbeitet wird, wozu, für wen und wie lange (Art. 30 DSGVO).",
    ),
    Paper("datenkatalog", "Datenkatalog", "Jede Angabe mit Zweck, Leserkreis und Löschfrist."),
    Paper("loeschkonzept", "Löschkonzept", "Wann was gelöscht wird, wer es tut und wie es aus git verschwindet."),
    Paper(
        "schutzmassnahmen",
        "Technische und organisatorische Maßnahmen",
        "Was die Software tut und was das Haus regelt (Art. 32 DSGVO).",
    ),
    Paper(
        "folgenabschaetzung",
        "Prüfliste zur Datenschutz-Folgenabschätzung",
        "Ob eine nötig ist und was sie beantworten muss (Art. 35 DSGVO).",
    ),
    Paper("einwilligung", "Einwilligung", "Zum Ausdrucken für Schlüsselpersonen (Art. 7 DSGVO)."),
    Paper("widerruf", "Widerruf der Einwilligung", "Zum Ausdrucken, ohne Begründung."),
    Paper(
        "information", "Informationen zum Datenschutz", "Was Menschen erfahren, die im Handbuch stehen (Art. 13, 14)."
    ),
)
"""Every paper, in the order in which a data-protection officer reads them."""

SUPERVISION = {
    Bundesland.BW: "Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg",
    Bundesland.BY: "Bayerischer Landesbeauftragter für den Datenschutz",
    Bundesland.BE: "Berliner Beauftragte für Datenschutz und Informationsfreiheit",
    Bundesland.BB: "Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg",
    Bundesland.HB: "Landesbeauftragte für Datenschutz und Informationsfreiheit der Freien Hansestadt Bremen",
    Bundesland.HH: "Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit",
    Bundesland.HE: "Hessischer Beauftragter für Datenschutz und Informationsfreiheit",
    Bundesland.MV: "Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern",
    Bundesland.NI: "Landesbeauftragter für den Datenschutz Niedersachsen",
    Bundesland.NW: "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
    Bundesland.RP: "Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz",
    Bundesland.SL: "Unabhängiges Datenschutzzentrum Saarland",
    Bundesland.SN: "Sächsische Datenschutz- und Transparenzbeauftragte",
    Bundesland.ST: "Landesbeauftragte für den Datenschutz Sachsen-Anhalt",
    Bundesland.SH: "Landesbeauftragte für Datenschutz Schleswig-Holstein (ULD)",
    Bundesland.TH: "Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit",
}
"""Who supervises a municipal Jobcenter (zkT); a gemeinsame Einrichtung is supervised by the BfDI (§ 50 SGB II)."""
FEDERAL = "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)"
OPEN = "[bitte ergänzen]"
"""Stands where only the authority knows the answer."""
_SIGNS = str.maketrans({"<": "&lt;", "[": r"\[", "|": r"\|"})


def sheet(paper: Paper, settings: Handbuch, today: date) -> str:
    """Return a paper as Markdown, with its heading and the mark that it is a draft."""
    template = _environment().get_template(f"{paper.name}.md")
    return template.render(
        paper=paper,
        settings=settings,
        stand=long_date(today),
        stelle=settings.datenschutz.verantwortlich or OPEN,
        beauftragte=settings.datenschutz.beauftragte or OPEN,
        aufsicht=supervision(settings),
        arten=RECORD_TYPES,
        katalog=catalogue(),
        zwecke=PURPOSES,
        fristen=retention_rows(settings.loeschfristen),
        aufbewahrung=retention_by_folder(settings.loeschfristen),
        OFFEN=OPEN,
    )


def supervision(settings: Handbuch) -> str:
    """Return the supervisory authority, which follows from the kind of Jobcenter."""
    if settings.datenschutz.traegerform is None:
        return OPEN
    return FEDERAL if settings.datenschutz.traegerform is Traegerform.ge else SUPERVISION[settings.bundesland]


def _as_words(value: object) -> object:
    """Return a value with the signs escaped that would make a tag, a link or a cell of it."""
    return value.translate(_SIGNS) if isinstance(value, str) and value != OPEN else value


@cache
def _environment() -> Environment:
    """Return the templates of the papers; they are Markdown, so it is Markdown's signs that are escaped."""
    return Environment(
        loader=PackageLoader("sozialraum.papers", "vorlagen"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Markdown; what reaches a page is sanitised there
        finalize=_as_words,
    )
