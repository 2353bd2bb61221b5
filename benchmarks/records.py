"""Write a synthetic district: `python -m benchmarks.records N OUT [--seed S]`.

The same N and seed give the same bytes, on any machine. `sozialraum check`
finds no Fehler and no Warnung in it; the day that counts as today is fixed in
its handbuch.yml. The site's settings and pages are those of this repository.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sozialraum.source.write import front_matter, record_text

from benchmarks.district import District, outline, plan
from benchmarks.offers import OFFERS, TODAY
from benchmarks.teamwork import TEAMWORK

if TYPE_CHECKING:
    from benchmarks.district import Planned

REPOSITORY = Path(__file__).parent.parent

_WRITERS = OFFERS | TEAMWORK


def write_district(count: int, target: Path, seed: int = 1) -> None:
    """Write records/, docs/ and mkdocs.yml of a district with `count` records into `target`, which is emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    district = plan(count, seed)
    for folder, planned in district.planned.items():
        (target / "records" / folder).mkdir(parents=True)
        for record in planned:
            _write(
                target / "records" / folder / f"{record.id}.md",
                record_text(*_WRITERS[folder](record, district, district.rnd(record))),
            )
    _write_areas(target / "records" / "sozialraeume", district)
    _write(target / "records" / "handbuch.yml", front_matter(_settings()))
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    shutil.copytree(REPOSITORY / "docs", target / "docs")


def _settings() -> dict[str, object]:
    """Return the settings; built for the team, so that every record has a page."""
    return {
        "name": "Sozialraum-Handbuch Musterkreis",
        "gebiet": "Musterkreis",
        "begruessung": "Was es hier gibt und wer weiterweiß.",
        "bundesland": "SH",
        "ausgabe": "team",
        "ansprechstelle": "Handbuch-Redaktion",
        "telefon": "030 23125 100",
        "email": "handbuch@example.org",
        "stichtag": TODAY.isoformat(),
        "beratungen": {"einzelfall": "ja", "einwohner_mindestens": "1"},
        "ablage": {"plattform": "gitlab", "adresse": "https://git.example.org/musterkreis/handbuch"},
    }


def _write_areas(folder: Path, district: District) -> None:
    places: list[Planned] = list(district.planned["sozialraeume"])
    for place in places:
        geometry = {"type": "Polygon", "coordinates": [outline(place.place, len(places))]}
        feature = {"type": "Feature", "properties": {"name": place.titel}, "geometry": geometry}
        _write(folder / f"{place.id}.geojson", json.dumps(feature, ensure_ascii=False))


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("target", type=Path, metavar="OUT")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write_district(chosen.count, chosen.target, chosen.seed)


if __name__ == "__main__":
    main()
