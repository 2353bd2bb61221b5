"""A shell is rendered once and stamped many times; nobody can tell a stamped page from a rendered one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents
from site_builds import HEUTE, Handbook, built, copy_of_sample
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.mkdocs_plugin import SozialraumPlugin, build_host
from sozialraum.model import RECORD_TYPES
from sozialraum.project import Project, read
from sozialraum.site.environment import environment
from sozialraum.site.index_pages import INDEX_PAGES
from sozialraum.site.listing import Catalogue
from sozialraum.site.records import RecordPages
from sozialraum.site.shell import CONTENT, DESCRIPTION, NAME, TITLE, TOC_ID, TOC_TITLE, Heading, Stamp, split

if TYPE_CHECKING:
    from pathlib import Path

    from sozialraum.site.page import GeneratedPage

pytest_plugins = ("site_fixtures",)

SHELL = f"""<title>{TITLE} - Handbuch</title>
<meta name="description" content="{DESCRIPTION}">
<a href="#{TOC_ID}">Zum Inhalt</a>
<ul><li class="md-nav__item">
  <a href="#{TOC_ID}"><span>{TOC_TITLE}</span></a>
</li>
<li class="md-nav__item">
  <a href="#{TOC_ID}"><span>{TOC_TITLE}</span></a>
</li></ul>
<a href="{NAME}.html">Diese Seite</a>
{CONTENT}
"""
"""What a host makes of the page of tokens, in miniature."""


def stamped(**values: object) -> str:
    page = {"name": "cafe", "title": "Café", "description": "Ein Treff", "content": "<p>Kuchen</p>", "toc": ()}
    return split(SHELL).stamp(Stamp(**{**page, **values}))  # type: ignore[arg-type]


def test_every_token_is_replaced() -> None:
    """A stamped page has the record's own words where the tokens stood, and no token any more."""
    page = stamped(toc=(Heading("kontakt", "Kontakt"), Heading("mehr", "Mehr dazu")))
    assert "<title>Café - Handbuch</title>" in page
    assert '<meta name="description" content="Ein Treff">' in page
    assert '<a href="cafe.html">Diese Seite</a>' in page
    assert "<p>Kuchen</p>" in page
    assert "QZ" not in page


def test_table_of_contents() -> None:
    """Each heading gets a copy of the one entry, and the skip link leads to the first heading."""
    page = stamped(toc=(Heading("kontakt", "Kontakt"), Heading("mehr", "Mehr & mehr")))
    assert '<a href="#kontakt">Zum Inhalt</a>' in page
    assert page.count('</li>\n<li class="md-nav__item">') == 1
    assert '<a href="#kontakt"><span>Kontakt</span></a>' in page
    assert '<a href="#mehr"><span>Mehr &amp; mehr</span></a>' in page


def test_words_are_escaped() -> None:
    """Title, description and headings are text; only the content is HTML."""
    page = stamped(title='<b>"A" & B</b>', description="\">'<script>", toc=(Heading("x", "<i>"),))
    assert "<title>&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt; - Handbuch</title>" in page
    assert 'content="&quot;&gt;&#x27;&lt;script&gt;"' in page
    assert "<span>&lt;i&gt;</span>" in page


@pytest.mark.parametrize("token", [TITLE, DESCRIPTION, CONTENT, NAME, TOC_ID, TOC_TITLE])
@pytest.mark.parametrize("field", ["title", "description", "content"])
def test_tokens_in_a_record_stay_words(token: str, field: str) -> None:
    """A record that says a token by chance is stamped as it is written, and nothing else moves."""
    page = stamped(**{field: token})
    others = {"title": "Café", "description": "Ein Treff", "content": "<p>Kuchen</p>"}
    del others[field]
    assert page.count(token.replace("<", "&lt;").replace(">", "&gt;") if field != "content" else token) == 1
    assert all(page.count(value) == 1 for value in others.values())


@pytest.mark.parametrize("token", [TITLE, CONTENT])
def test_a_theme_that_swallows_a_token_is_refused(token: str) -> None:
    """Where a theme shows no title or no content, nothing is stamped: the words would be lost."""
    with pytest.raises(ValueError, match="rendered no"):
        split(SHELL.replace(token, ""))


class OrdinaryPages(SozialraumPlugin):
    """Gives MkDocs some generated pages as ordinary pages, to be rendered by its own pipeline."""

    ordinary: dict[str, GeneratedPage]
    """Source of a page → what it says."""

    def on_files(self, files, config):
        files = super().on_files(files, config)
        for source, page in self.ordinary.items():
            if files.get_file_from_path(source) is None:
                added = File.generated(config, source, content=page.content, inclusion=InclusionLevel.NOT_IN_NAV)
                files.append(added)
        return files

    def on_pre_page(self, page, config, files):
        page = super().on_pre_page(page, config=config, files=files)
        own = self.ordinary.get(page.file.src_uri)
        if own and page.file.inclusion is InclusionLevel.NOT_IN_NAV:
            page.parent = files.get_file_from_path(f"{own.section}/index.md").page.parent
        return page

    def on_page_content(self, html, page, config, files):
        own = self.ordinary.get(page.file.src_uri)
        if own is None:
            return super().on_page_content(html, page=page, config=config, files=files)
        page.meta = {"title": own.title, "description": own.description, "search": {"exclude": True}}
        page.toc = TableOfContents([AnchorLink(each.title, each.id, 2) for each in own.toc])
        return own.content


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch):
    """Let MkDocs itself build a handbook, with some pages among the ordinary ones."""

    def build(handbook: Handbook, project: Project, pages: list[GeneratedPage], to: Path) -> None:
        monkeypatch.setattr("sozialraum.mkdocs_plugin.SozialraumPlugin", OrdinaryPages)
        monkeypatch.setattr(
            OrdinaryPages, "ordinary", {page.path.replace(".html", ".md"): page for page in pages}, raising=False
        )
        build_host(handbook.base / "mkdocs.yml", to, fuer=str(project.audience), heute=project.today)

    return build


def some_of_every_kind(project: Project) -> list[GeneratedPage]:
    """Return two records of every type, where there are two, and some of the pages that list them."""
    records = RecordPages(project, environment())
    of_type = {ordner: [each for each in project.district.entries if each.ordner == ordner] for ordner in RECORD_TYPES}
    pages = [records.page(entry) for entries in of_type.values() for entry in entries[:2]]
    catalogue = Catalogue(project, records.cards, environment())
    listed = {page.path: page for make in INDEX_PAGES for page in make(catalogue)}
    wanted = (
        "index.html",
        "themen/index.html",
        "themen/begegnung.html",
        "herkunft/lebensweltlich.html",
        "regeln/index.html",
    )
    return [*pages, *(listed[path] for path in wanted)]


PUBLIC = """
site_url: https://handbuch.example.org/auental/
repo_url: https://git.example.org/auental/handbuch
edit_uri: edit/main/docs/
copyright: Landkreis Auental
"""
"""Settings that put a page's own address, or links made from it, into the frame."""


@pytest.mark.parametrize(
    ("setting", "features"),
    [("", ""), (PUBLIC, "  features:\n    - navigation.footer\n    - navigation.path\n    - content.action.edit\n")],
    ids=["as it is", "with addresses"],
)
def test_stamped_is_rendered(tmp_path: Path, rendered, setting: str, features: str) -> None:
    """A stamped page is byte for byte the page MkDocs' ordinary pipeline would have rendered, for every record type."""
    handbook = copy_of_sample(tmp_path / "handbuch")
    handbook.replace("mkdocs.yml", "\nplugins:", f"\n{setting}plugins:")
    handbook.replace("mkdocs.yml", "  font: false\n", f"  font: false\n{features}")
    built(handbook, audience="team")
    project = read(handbook.base / "records", HEUTE, Sichtbarkeit.team)
    pages = some_of_every_kind(project)
    rendered(handbook, project, pages, tmp_path / "mkdocs")
    assert {page.section for page in pages} >= set(RECORD_TYPES)
    for page in pages:
        expected = (tmp_path / "mkdocs" / page.path).read_text("utf-8")
        assert (handbook.site / page.path).read_text("utf-8") == expected, page.path


def test_every_page_has_a_shell(team_sample: Handbook) -> None:
    """No generated page is dropped because the host rendered no frame for it."""
    project = read(team_sample.base / "records", HEUTE, Sichtbarkeit.team)
    catalogue = Catalogue(project, RecordPages(project, environment()).cards, environment())
    missing = [
        page.path for make in INDEX_PAGES for page in make(catalogue) if not (team_sample.site / page.path).is_file()
    ]
    assert missing == []
