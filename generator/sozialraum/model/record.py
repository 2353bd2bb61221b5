"""What every record has, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.text import Monate, Text, Titel
from sozialraum.model.part import Part
from sozialraum.model.pruefung import Pruefung

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Typ:
    """What the machinery needs to know about a record type beside its fields.

    `sichtbarkeit` is the audience of a record that names none. `beendet` are
    the statuses of records that are over: kept and readable, but not to be
    linked to any more. `wird_geprueft` says that its facts go stale.
    `text` asks for a body: "pflicht", "empfohlen" or ""; `text_titel` heads it.
    `artikel` is how a sentence begins that names one of them.
    """

    ordner: str
    einzahl: str
    mehrzahl: str
    sichtbarkeit: Sichtbarkeit
    beendet: frozenset[str] = frozenset({"beendet"})
    wird_geprueft: bool = False
    text: str = "empfohlen"
    text_titel: str = "Mehr dazu"
    artikel: str = "ein"

    @property
    def mit_artikel(self) -> str:
        """One of them, as the subject of a sentence names it: „eine Ressource“."""
        return f"{self.artikel} {self.einzahl}"


_PATH_SAYS = "Die Zeile löschen: Die Kennung ist der Dateiname, die Art des Eintrags sagt der Ordner."
_BODY_SAYS = "Was man erzählen möchte, steht als freier Text unter dem Kopf, nach der zweiten Zeile ---."


class Record(Part):
    """One file of the district's knowledge."""

    typ: ClassVar[Typ]
    anderswo: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("id", "kennung", "typ", "type", "eintragsart"), _PATH_SAYS),
        **dict.fromkeys(("beschreibung", "text", "inhalt", "details", "infos"), _BODY_SAYS),
    }
    """Keys that people write and no field needs → where it is said instead."""

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4)]
    """Ein Name, den man am Telefon sagen würde: kurz, ohne Abkürzungen, ohne Etiketten für Menschen."""
    status: Choice
    """Wie es um den Eintrag steht."""
    angelegt_am: Annotated[Datum, angabe("Angelegt am", Teil.PFLEGE)]
    """Der Tag, an dem der Eintrag zum ersten Mal aufgeschrieben wurde."""
    geprueft_am: Annotated[Datum | None, angabe("Zuletzt geprüft am", Teil.PFLEGE)] = None
    """Der Tag, an dem zuletzt jemand nachgesehen oder nachgefragt hat, ob alles noch stimmt."""
    geprueft: Annotated[Pruefung | None, angabe("Prüfung mit Nachweis", Teil.PFLEGE)] = None
    """Statt `geprueft_am`: mit Team, Weg und Nachweis. Ändert sich danach eine geprüfte Angabe, gilt die Prüfung nicht mehr."""
    pruefintervall_monate: Annotated[Monate | None, angabe("Zu prüfen alle (Monate)", Teil.PFLEGE)] = None
    """Nach wie vielen Monaten wieder nachgesehen wird. Ohne Angabe gilt der Wert aus handbuch.yml."""
    sichtbarkeit: Annotated[Sichtbarkeit | None, angabe("Sichtbar für", Teil.PFLEGE)] = None
    """Wer den Eintrag sehen darf. Ohne Angabe gilt die zurückhaltende Voreinstellung der Eintragsart."""
    notiz_intern: Annotated[Text | None, angabe("Interne Notiz", Teil.INTERN, nur_fuer="team")] = None
    """Ein Merksatz für das eigene Team. Keine Angaben über einzelne Menschen."""

    @property
    def ist_beendet(self) -> bool:
        """Whether the record is over and only kept for reading."""
        return self.status in self.typ.beendet

    @property
    def letzte_pruefung(self) -> Pruefung | None:
        """The later of the two ways to say that somebody looked; with a proof if both name the same day."""
        short = _looked_on(self.geprueft_am) if self.geprueft_am else None
        return short if short and (self.geprueft is None or self.geprueft.am < short.am) else self.geprueft

    @property
    def zustaendig(self) -> str:
        """The id of the team that keeps the record, "" where none is named."""
        return getattr(self, "verantwortlich", None) or getattr(self, "team", None) or ""

    @property
    def audience(self) -> Sichtbarkeit:
        """The widest audience that may see the record."""
        return self.sichtbarkeit or self.typ.sichtbarkeit


@lru_cache(maxsize=2**12)
def _looked_on(day: date) -> Pruefung:
    """Return the verification that `geprueft_am` alone stands for; many records share a day."""
    return Pruefung.model_construct(am=day, durch=None, wie=None, nachweis=None)


class Bestand(Choice):
    """Whether a record still holds."""

    aktiv = "aktiv", "aktiv"
    beendet = "beendet", "beendet"
