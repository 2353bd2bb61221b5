"""A data-protection officer finds drafts that say what the software does, from the settings and the model."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from sozialraum.cli import main
from sozialraum.load.settings import read_settings
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import walk
from sozialraum.papers.catalogue import PURPOSES, catalogue
from sozialraum.papers.sheets import FEDERAL, OPEN, PAPERS, SUPERVISION, Paper, sheet

if TYPE_CHECKING:
    from pathlib import Path

    from districts import District

HEUTE = date(2026, 6, 30)


def with_settings(district: District, more: str = "") -> District:
    text = (district.records / "handbuch.yml").read_text("utf-8")
    district.write("handbuch.yml", text + more)
    return district


def text_of(district: District, name: str) -> str:
    settings, found = read_settings(district.records)
    assert found == []
    paper = next(each for each in PAPERS if each.name == name)
    return sheet(paper, settings, HEUTE)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_is_a_draft(paper: Paper, district: District) -> None:
    """Each says that it is a draft, of which day, and leaves no placeholder of the template behind."""
    text = text_of(district, paper.name)

    assert text.startswith(f"# {paper.titel}\n")
    assert "**Entwurf** für Sozialraum-Handbuch Probe, Stand 30. Juni 2026." in text
    assert not re.search(r"\{[{%]|None|Undefined", text)


def test_the_catalogue_names_every_field(district: District) -> None:
    """No field of any type is missing, nor those of the Kontaktspeicher; each has a purpose and its readers."""
    text = text_of(district, "datenkatalog")

    for ordner, model in RECORD_TYPES.items():
        for path, each in walk(model):
            assert each.part or f"| `{'.'.join(path)}` | " in text, f"{ordner}: {path}"
    assert (
        "| `telefon` | Telefon | Die Nummer, die die Person dafür nennt. | wie eingewilligt (Umfang: Telefon) |" in text
    )
    assert all(row.zweck != "." and row.kreis for rows in catalogue().values() for row in rows)


def test_the_catalogue_says_how_long(district: District) -> None:
    """Every type has its retention beside its fields, and the months are those of the settings."""
    with_settings(district, "loeschfristen:\n  protokolle: 7\n")
    text = text_of(district, "datenkatalog")

    assert text.count("**Löschfrist:** ") == len(catalogue())
    assert "Dienstkürzel).\n\n**Löschfrist:** 7 Monate nach der Sitzung.\n" in text


def test_tiles_from_elsewhere_are_not_kept_quiet(district: District) -> None:
    """A district whose map loads its background from a service says so to its officer; others say that nothing is loaded."""
    assert "Die Seiten rufen nichts von außen ab." in text_of(district, "verarbeitungsverzeichnis")
    with_settings(district, "karte: {kacheln: 'https://karten.example.org/{z}/{x}/{y}.png', nachweis: Probe}\n")
    for name in ("verarbeitungsverzeichnis", "schutzmassnahmen"):
        assert "https://karten.example.org/{z}/{x}/{y}.png" in text_of(district, name)
        assert "nichts von außen" not in text_of(district, name)


def test_every_type_has_a_purpose() -> None:
    """A new record type needs a purpose before it can be built."""
    assert list(PURPOSES) == list(RECORD_TYPES)


@pytest.mark.parametrize(
    ("traegerform", "bundesland", "authority"),
    [("", "SH", OPEN), ("ge", "SH", FEDERAL), ("zkt", "SH", SUPERVISION["SH"]), ("zkt", "BY", SUPERVISION["BY"])],
)
def test_the_authority_follows_from_the_kind_of_jobcenter(
    district: District, traegerform: str, bundesland: str, authority: str
) -> None:
    """A gemeinsame Einrichtung is supervised by the federal commissioner, a municipal Jobcenter by its Land."""
    more = f"datenschutz:\n  traegerform: {traegerform}\n" if traegerform else ""
    with_settings(district, more)
    settings = (district.records / "handbuch.yml").read_text("utf-8")
    district.write("handbuch.yml", settings.replace("bundesland: SH", f"bundesland: {bundesland}"))

    assert f"| Aufsichtsbehörde | {authority} |" in text_of(district, "verarbeitungsverzeichnis")
    assert set(SUPERVISION) == set(type(next(iter(SUPERVISION))))


def test_the_months_are_those_of_the_settings(district: District) -> None:
    """Who changes a period finds it changed in every paper."""
    with_settings(district, "loeschfristen:\n  protokolle: 7\n")

    for name in ("loeschkonzept", "verarbeitungsverzeichnis"):
        assert "| Protokoll | 7 Monate nach der Sitzung |" in text_of(district, name)


def test_what_only_the_authority_knows_stays_open(district: District) -> None:
    """A gap is said, and closes when the settings fill it."""
    assert f"| Verantwortliche Stelle | {OPEN} |" in text_of(district, "verarbeitungsverzeichnis")

    with_settings(district, "datenschutz:\n  verantwortlich: Jobcenter Probe, Markt 1\n")
    assert "| Verantwortliche Stelle | Jobcenter Probe, Markt 1 |" in text_of(district, "verarbeitungsverzeichnis")


def run(district: District, target: Path) -> tuple[int, str]:
    arguments = ["papiere", "--ziel", str(target), "--records", str(district.records), "--heute", "2026-06-30"]
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.output


def test_the_command_never_overwrites_what_was_filled_in(district: District, tmp_path: Path) -> None:
    """The first call writes all drafts, the second refuses."""
    target = tmp_path / "papiere"

    assert run(district, target)[0] == 0
    assert sorted(file.stem for file in target.iterdir()) == sorted(paper.name for paper in PAPERS)
    (target / "widerruf.md").write_text("ausgefüllt", "utf-8")
    code, output = run(district, target)
    assert code == 2
    assert "ist nicht leer" in output
    assert (target / "widerruf.md").read_text("utf-8") == "ausgefüllt"
