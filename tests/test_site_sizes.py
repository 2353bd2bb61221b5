"""A large district has no large page: long lists are split."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from site_builds import HEUTE, Handbook
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.graph import link_up
from sozialraum.project import Project, read
from sozialraum.site.build import Shells
from sozialraum.site.environment import environment
from sozialraum.site.index_pages import INDEX_PAGES
from sozialraum.site.linked import list_name
from sozialraum.site.listing import Catalogue, Head
from sozialraum.site.page import GeneratedPage
from sozialraum.site.records import RecordPages
from sozialraum.site.shell import Stamp

pytest_plugins = ("site_fixtures",)

RECORDS = 10_000
MOST = 500_000


@pytest.fixture(scope="module")
def large(team_sample: Handbook) -> Project:
    """The sample district with its resources, organisations and key persons 200 times over: same place, topics, provider and first letter."""
    project = read(team_sample.base / "records", HEUTE, Sichtbarkeit.team)
    entries = list(project.district.entries)
    models = [entry for entry in entries if entry.ordner in ("ressourcen", "organisationen", "schluesselpersonen")]
    while len(entries) < RECORDS:
        model = models[len(entries) % len(models)]
        entries.append(replace(model, id=f"{model.id}-{len(entries)}"))
    district = replace(project.district, entries=tuple(entries))
    return replace(project, district=district, graph=link_up(entries))


@pytest.fixture(scope="module")
def pages(large: Project) -> list[GeneratedPage]:
    """Return every list, and the pages of the records that all others point to."""
    records = RecordPages(large, environment())
    catalogue = Catalogue(large, records.cards, environment())
    found = [page for make in INDEX_PAGES for page in make(catalogue)]
    for entry in large.district.entries:
        if entry.ordner in ("sozialraeume", "teams", "organisationen") and entry.id[-1].isalpha():
            found.append(records.page(entry))
            for meaning, cards in records.long_lists(entry):
                head = Head(entry.ordner, list_name(entry.id, meaning), meaning, "")
                found += catalogue.one_list(head, cards)
    return found


def test_no_page_is_over_500_kb(large: Project, pages: list[GeneratedPage], team_sample: Handbook) -> None:
    """At 10,000 records in a handful of places no page has more than 500 kB, its frame included."""
    host = next((team_sample.base / ".cache/sozialraum").glob("host-*"))
    shells = Shells(Path(host), large)
    sizes = {}
    for page in pages:
        stamp = Stamp(page.name, page.title, page.description, page.content, page.toc)
        sizes[page.path] = len(shells.of(page).stamp(stamp).encode())
    assert len(sizes) > 300
    assert {path: size for path, size in sizes.items() if size > MOST} == {}


def test_every_record_stays_within_reach(large: Project, pages: list[GeneratedPage]) -> None:
    """Splitting loses nothing: from A to Z every single record is linked."""
    linked = "".join(page.content for page in pages if page.section == "a-z")
    reached = set(re.findall(r'href="\.\./([^"]+)\.html"', linked))
    assert {f"{entry.ordner}/{entry.id}" for entry in large.district.entries} <= reached
