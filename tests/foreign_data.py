"""A place to import foreign data to, for tests."""

from __future__ import annotations

import json
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from sozialraum.imports.plan import Plan, carry_out, plan_import

if TYPE_CHECKING:
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic

TODAY = date(2026, 6, 30)

FIELDS = """\
      titel: {eigenschaft: name}
      status: ungeprueft
      kurz: Ein Treff.
      sozialraeume: [landkreisweit]
      themen: [begegnung]
      verantwortlich: team-land
      art: [infrastrukturell]
      herkunft: professionell
      format: treffpunkt
      kosten: unbekannt
"""
MAPPING = f"schritte:\n  - art: ressourcen\n    felder:\n{FIELDS}"


class Workplace:
    """A folder with data, a mapping and a folder of records."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "records"

    def features(self, *features: dict[str, Any], name: str = "daten.geojson") -> None:
        """Write a FeatureCollection."""
        collection = {"type": "FeatureCollection", "features": list(features)}
        (self.folder / name).write_text(json.dumps(collection), "utf-8")

    def plan(self, mapping: str, data: str = "daten.geojson") -> tuple[Plan, list[Diagnostic]]:
        """Plan the import of the data by a mapping."""
        (self.folder / "zuordnung.yml").write_text(mapping, "utf-8")
        return plan_import(self.folder / data, self.folder / "zuordnung.yml", self.root, TODAY)

    def bring_in(self, mapping: str, data: str = "daten.geojson") -> list[Diagnostic]:
        """Plan the import and carry it out; return what was said."""
        plan, found = self.plan(mapping, data)
        carry_out(plan, self.root, lambda _done, _total: None)
        return found

    def record(self, path: str, text: str) -> None:
        """Write a record that exists before the import."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(dedent(text), "utf-8")


def with_fields(more: str, art: str = "ressourcen") -> str:
    """Return the usual mapping with more lines below `felder`."""
    return f"schritte:\n  - art: {art}\n    felder:\n{FIELDS}{more}\n"


def sentences(found: list[Diagnostic]) -> list[str]:
    """Return severity, place and sentence of each."""
    return [f"{each.severity} {each.span.path}: {each.message}" for each in found]
