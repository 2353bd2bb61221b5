"""What a district's knowledge consists of: one file per record type."""

from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.beratung import Beratung
from sozialraum.model.netzwerk import Netzwerk
from sozialraum.model.organisation import Organisation
from sozialraum.model.protokoll import Protokoll
from sozialraum.model.record import Record
from sozialraum.model.ressource import Ressource
from sozialraum.model.schluesselperson import Schluesselperson
from sozialraum.model.sozialraum import Sozialraum
from sozialraum.model.team import Team
from sozialraum.model.vorhaben import Vorhaben

RECORD_TYPES: dict[str, type[Record]] = {
    model.typ.ordner: model
    for model in (
        Sozialraum,
        Team,
        Organisation,
        Ressource,
        Schluesselperson,
        Netzwerk,
        Bedarfslage,
        Vorhaben,
        Beratung,
        Protokoll,
    )
}
"""Folder under `records/` → type of the records in it, in the order of pages and references."""
