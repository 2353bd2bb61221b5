"""Closed lists of words, each with the label people read."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """One word of a closed list: the code that is written, the label that is shown.

    Members are declared as `kostenfrei = "kostenfrei", "kostenfrei"`; the code
    is what a record says, the label what a page says.
    """

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """Make a member whose value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label or code
        return member


class JaNein(Choice):
    """Yes or no."""

    ja = "ja", "ja"
    nein = "nein", "nein"


class JaNeinUnbekannt(Choice):
    """Yes, no, or nobody has looked yet."""

    ja = "ja", "ja"
    nein = "nein", "nein"
    unbekannt = "unbekannt", "noch nicht bekannt"


class Sichtbarkeit(Choice):
    """Audiences, each containing the ones before it."""

    team = "team", "nur das Team"
    jobcenter = "jobcenter", "das Jobcenter"
    kooperation = "kooperation", "Jobcenter und Kooperationspartner"
    oeffentlich = "oeffentlich", "alle"

    @property
    def rank(self) -> int:
        """0 for the narrowest audience, 3 for everyone."""
        return _AUDIENCES.index(self.value)

    @property
    def in_house(self) -> bool:
        """Whether the readers work in the authority, and so on the records."""
        return self.rank <= Sichtbarkeit.jobcenter.rank


_AUDIENCES = ("team", "jobcenter", "kooperation", "oeffentlich")
