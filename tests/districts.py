"""The smallest district that is right, for tests to spoil or extend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum import project

if TYPE_CHECKING:
    from sozialraum.diagnostics import Diagnostic
    from sozialraum.fields.choice import Sichtbarkeit
    from sozialraum.project import Project

HEUTE = date(2026, 6, 30)
"""The day on which every rule about time is tried, unless a test says otherwise."""

MINIMAL = {
    "handbuch.yml": """\
name: Sozialraum-Handbuch Probe
gebiet: Landkreis Probe
bundesland: SH
beratungen:
  einzelfall: ja
  pkb: ja
""",
    "sozialraeume/nordhang.md": """\
---
titel: Nordhang
status: aktiv
angelegt_am: 2026-01-15
art: stadtteil
kurz: Viel Grün, kurze Wege und ein Markt am Samstag.
team: team-nord
einwohner_ca: 6200
staerken: [Nachbarinnen und Nachbarn kennen sich]
---

Ein Stadtteil am Hang mit einem Platz, auf dem man sich trifft.
""",
    "teams/team-nord.md": """\
---
titel: Team Nord
status: aktiv
angelegt_am: 2026-01-15
sozialraeume: [nordhang]
sitzungsrhythmus: woechentlich
kuerzel: [K1, K2, FM-1, FM-2, FM-3]
---
""",
    "ressourcen/fahrradwerkstatt.md": """\
---
titel: Offene Fahrradwerkstatt
status: aktiv
angelegt_am: 2026-01-15
geprueft_am: 2026-05-12
kurz: Räder reparieren, gemeinsam und mit Werkzeug vom Verein.
sozialraeume: [nordhang]
themen: [mobilitaet]
verantwortlich: team-nord
art: [infrastrukturell]
herkunft: lebensweltlich
format: werkstatt_reparatur
zeiten: Mi 16:00-19:00
kosten: kostenfrei
zugang_tipp: Einfach mittwochs mit dem Rad vorbeikommen.
---

Wer schrauben kann, hilft denen, die es lernen wollen.
""",
}
"""Path below `records/` → text. Nothing in it gives a Fehler, a Warnung or a Hinweis."""

RESSOURCE = "ressourcen/fahrradwerkstatt.md"


@dataclass(frozen=True)
class District:
    """A folder of records that a test may change."""

    base: Path

    @classmethod
    def minimal(cls, base: Path) -> District:
        """Lay the minimal district into `base`."""
        district = cls(base)
        for path, text in MINIMAL.items():
            district.write(path, text)
        return district

    @property
    def records(self) -> Path:
        """The folder `records/`."""
        return self.base / "records"

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file at `path` below `records/`."""
        file = self.records / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a text at the one place where it stands."""
        text = (self.records / path).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def add(self, path: str, lines: str) -> None:
        """Put lines at the end of the front matter; in the Ressource they begin on line 16."""
        before, after = (self.records / path).read_text("utf-8").split("\n---\n", 1)
        self.write(path, f"{before}\n{lines.rstrip()}\n---\n{after}")

    def check(self, today: date = HEUTE) -> list[Diagnostic]:
        """Return everything there is to say about the district, in order."""
        return project.check(self.records, today)[1]

    def read(self, audience: Sichtbarkeit | None = None, today: date = HEUTE) -> Project:
        """Return the district as `audience` may know it."""
        return project.read(self.records, today, audience)


def found(diagnostics: list[Diagnostic]) -> list[str]:
    """Return each diagnostic as `place: code`, so that a test can name them all in plain text."""
    return [f"{each.span}: {each.code}" for each in diagnostics]
