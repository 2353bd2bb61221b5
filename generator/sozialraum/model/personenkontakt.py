"""Personenkontakt: what a key person lets others know of themselves. It never stands in a record.

The file lies in the Kontaktspeicher, a folder outside the repository, because
what is in git once is hard to forget (domain.md 4.7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from sozialraum.fields.contact import Email, Telefon
from sozialraum.fields.kind import angabe
from sozialraum.fields.text import Zeile
from sozialraum.model.part import Part
from sozialraum.model.schluesselperson import Umfang

if TYPE_CHECKING:
    from collections.abc import Mapping


class Personenkontakt(Part):
    """Wie eine Schlüsselperson heißt und erreichbar ist, soweit sie es erlaubt hat."""

    name: Annotated[Zeile | None, angabe("Name")] = None
    """Vor- und Nachname, wie die Person genannt werden möchte."""
    telefon: Annotated[Telefon | None, angabe("Telefon")] = None
    """Die Nummer, die die Person dafür nennt."""
    email: Annotated[Email | None, angabe("E-Mail")] = None
    """Die Adresse, die die Person dafür nennt."""

    treffpunkt: Annotated[Zeile | None, angabe("Wo man sich trifft", beispiel="Donnerstags im Stadtteilcafé")] = None
    """Der Ort, an dem die Person angesprochen werden möchte; nie die Wohnung."""


COVERED_BY: Mapping[str, Umfang] = {
    "name": Umfang.namen,
    "telefon": Umfang.telefon,
    "email": Umfang.mail,
    "treffpunkt": Umfang.karte,
}
"""Field → what the consent must cover so that it is shown."""
