"""What may stand in a record although it looks like personal data, `records/ausnahmen.yml`.

The list holds no clear text: what is allowed is said by its hash, so that the
list itself gives nothing away.
"""

from __future__ import annotations

from typing import Annotated

from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import angabe
from sozialraum.fields.text import Zeile
from sozialraum.model.part import Part


class Ausnahme(Part):
    """Eine Stelle, die jemand geprüft und erlaubt hat."""

    regel: Annotated[Zeile, angabe("Regel", beispiel="kontaktdaten")]
    """Der Code der Regel, die hier nicht gelten soll."""
    sha256: Annotated[Zeile, angabe("Prüfsumme", beispiel="9f86d081884c7d659a2feaa0c55ad015")]
    """Steht für die erlaubten Zeichen, ohne sie zu nennen; `sozialraum check --ausnahmen` gibt sie aus."""
    grund: Annotated[Zeile, angabe("Grund", beispiel="Nummer des Bürgertelefons, allgemein bekannt")]
    """Warum die Stelle harmlos ist."""
    verantwortet: Annotated[Zeile, angabe("Verantwortet von", beispiel="Datenschutzbeauftragte")]
    """Eine Funktion, kein Name."""
    gueltig_bis: Annotated[Datum, angabe("Gültig bis")]
    """Danach wird neu geprüft."""


class Ausnahmen(Part):
    """Alle Ausnahmen des Landkreises oder der Stadt."""

    ausnahmen: Annotated[tuple[Ausnahme, ...], angabe("Ausnahmen")] = ()
    """Eine Liste; jede Ausnahme mit Regel, Prüfsumme, Grund, Verantwortung und Ende."""
