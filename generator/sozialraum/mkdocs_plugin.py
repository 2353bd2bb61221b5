"""MkDocs as the host: the only module that knows it.

The plugin gives MkDocs one page of tokens per section (see `site.shell`), the
assets and the theme's additions, and stamps the records into the result when
the build is done. `sozialraum build` uses it with `stempeln: false` and stamps
by itself.
"""

from __future__ import annotations

import json
import logging
import os
import posixpath
import re
from datetime import date
from html import escape
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sozialraum.diagnostics import errors_in
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.hours import coming_holidays
from sozialraum.load.settings import read_settings
from sozialraum.output import OUTPUTS
from sozialraum.output.inert import inert
from sozialraum.output.refusal import refusal
from sozialraum.site import assets
from sozialraum.site.headers import policy
from sozialraum.site.host_messages import Complaints, listening, warnings
from sozialraum.site.search import PAGES
from sozialraum.site.search_texts import page_for_search
from sozialraum.site.sections import SECTIONS, Section, sections_for
from sozialraum.site.shell import CONTENT, DESCRIPTION, NAME, TITLE, TOC_ID, TOC_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SHELL = f"{NAME}.md"
_THEME = ("assets/javascripts/", "assets/stylesheets/")
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Files of the theme's own search, which the handbook's replaces."""
_log = logging.getLogger("mkdocs.plugins.sozialraum")
"""With `--strict` MkDocs fails on what is said here."""
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LINK = re.compile(r"\[(?P<words>[^\]\n]+)\]\((?P<page>[^)\s#]+\.md)(?:#[^)\s]*)?\)")
"""A link to another hand-written page or a landing page, in Markdown."""


class SozialraumConfig(Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: - sozialraum:` in mkdocs.yml.

    `fuer` and `heute` may also come from the environment (SOZIALRAUM_FUER,
    SOZIALRAUM_HEUTE), so that `mkdocs serve` can be told without editing a file.
    """

    records = config_options.Type(str, default="records")
    fuer = config_options.Optional(config_options.Choice([str(each) for each in Sichtbarkeit]))
    heute = config_options.Optional(config_options.Type((str, date)))
    stempeln = config_options.Type(bool, default=True)


class SozialraumPlugin(BasePlugin[SozialraumConfig]):  # type: ignore[no-untyped-call]
    """Hooks, in the order in which MkDocs calls them."""

    root: Path
    today: date | None
    audience: Sichtbarkeit
    sections: tuple[Section, ...]
    absent: set[str]
    """Sources of the landing pages this audience has not."""
    pages: list[dict[str, str]]
    """What the search needs of each hand-written page."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the district's settings and make room for what the package brings; refuse while they are not known."""
        self.pages = []
        self.root = Path(config.config_file_path).parent / self.config.records
        if not self.root.is_dir():
            message = f"Den Ordner {self.root} mit den Datensätzen gibt es nicht."
            raise Abort(message)
        settings, found = read_settings(self.root)
        problem = refusal(self.root, found)
        if problem:
            raise PluginError(problem)
        self.today = _day(self.config.heute or os.environ.get("SOZIALRAUM_HEUTE")) or settings.stichtag
        wanted = self.config.fuer or os.environ.get("SOZIALRAUM_FUER")
        self.audience = Sichtbarkeit(wanted) if wanted else settings.ausgabe
        self.sections = sections_for(self.audience)
        config.site_name = escape(settings.name)  # the theme's templates do not escape
        config.use_directory_urls = False
        today = self.today or date.today()  # noqa: DTZ011 - the reader's own day
        holidays = sorted(day.isoformat() for day in coming_holidays(settings.bundesland, today))
        config.extra["sozialraum_feiertage"] = json.dumps(holidays, separators=(",", ":"))
        config.extra["sozialraum_richtlinie"] = "" if _is_preview(config) else escape(policy(settings), quote=False)
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)  # no styles in pages
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(resources("sozialraum.site") / "theme"))
        config.extra_css += assets.STYLES
        config.extra_javascript += assets.SCRIPTS
        self.absent = {section.source for section in SECTIONS} - {section.source for section in self.sections}
        config.nav = _without(config.nav, self.absent)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the landing pages, one shell per folder, and the assets."""
        for name in [file.src_uri for file in files if file.src_uri.startswith(_UNUSED)]:
            files.remove(files.src_uris[name])
        for section in self.sections:
            where = InclusionLevel.UNDEFINED if section.in_nav else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, section.source, content=CONTENT, inclusion=where))
        for folder in dict.fromkeys(section.folder for section in self.sections if section.folder):
            shell = File.generated(config, f"{folder}/{SHELL}", content=CONTENT, inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(shell)
        for path, content in assets.rendered():
            files.append(File.generated(config, path, content=content))
        _drop_source_maps(files, config)
        return files

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Let a shell stand where the landing page of its folder stands in the navigation."""
        del config
        if page.file.src_uri.endswith(f"/{SHELL}"):
            folder = page.file.src_uri.split("/")[0]
            landings = (files.get_file_from_path(each.source) for each in self.sections if each.folder == folder)
            landing = next((file.page for file in landings if file and file.page), None)
            page.parent = landing.parent if landing else None
        return page

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave only the words of links to sections this audience has not."""
        del config, files
        folder = posixpath.dirname(page.file.src_uri)

        def words(link: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(folder, link["page"]))
            return link["words"] if target in self.absent else link[0]

        return _LINK.sub(words, markdown)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the tokens where a page's own words would stand."""
        del config, files
        if not self._is_generated(page):
            self.pages.append(page_for_search(page.file.dest_uri, str(page.title), page.meta, html))
            return html
        if "title" not in vars(page):
            page.title = next((each.title for each in self.sections if each.source == page.file.src_uri), TITLE)
        page.meta = {"title": TITLE, "description": DESCRIPTION, "search": {"exclude": True}}
        page.toc = TableOfContents([AnchorLink(TOC_TITLE, TOC_ID, 2), AnchorLink(TOC_TITLE, TOC_ID, 2)])
        return CONTENT

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Say what the search needs of the hand-written pages, and stamp the records into the site."""
        told = Path(config.site_dir) / PAGES
        told.parent.mkdir(parents=True, exist_ok=True)
        told.write_text(json.dumps(self.pages, ensure_ascii=False), "utf-8")
        if not self.config.stempeln:
            return
        from sozialraum.project import read
        from sozialraum.site.build import prepare
        from sozialraum.site.environment import stamped

        stamped.cache_clear()  # while serving, a template may have changed
        project = read(self.root, self.today, self.audience)
        result = prepare(project, Path(config.site_dir), Path(config.site_dir)).run()
        errors = errors_in(project.diagnostics)
        if errors:
            _log.warning("%s", OUTPUTS["text"](errors, self.root.parent))
        for link in result.dead:
            _log.warning("%s", inert(f"{link.page}: Der Verweis auf {link.target} führt ins Leere."))

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when a record or a template changes."""
        del config, builder
        server.watch(str(self.root))
        server.watch(str(resources("sozialraum.site")))
        return server

    def _is_generated(self, page: Page) -> bool:
        uri = page.file.src_uri
        return uri.endswith(f"/{SHELL}") or any(uri == section.source for section in self.sections)


def _drop_source_maps(files: Files, config: MkDocsConfig) -> None:
    """Take out what only helps to develop the theme."""
    theme = [file for file in files if file.src_uri.startswith(_THEME)]
    for file in theme:
        if file.src_uri.endswith(".map"):
            files.remove(file)
        elif file.src_uri.endswith((".js", ".css")):
            files.remove(file)
            plain = assets.without_source_map(file.content_string)
            files.append(File.generated(config, file.src_uri, content=plain))


def _is_preview(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` builds: the site's address is its own then, and it writes a script into every page.

    A plugin that asked for `on_startup` would be told, but also be kept from one build to the next.
    """
    return (config.site_url or "").startswith(f"http://{config.dev_addr}")


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _without(nav: Any, absent: set[str]) -> Any:
    """Return the navigation without the pages this audience has not."""
    if isinstance(nav, list):
        kept = [_without(item, absent) for item in nav]
        return [item for item in kept if item not in (None, [], {})]
    if isinstance(nav, dict):
        return {title: item for title, value in nav.items() if (item := _without(value, absent)) not in (None, [])}
    return None if nav in absent else nav


def build_host(config_file: Path, folder: Path, **options: object) -> str:
    """Build the hand-written pages, the theme's files and the shells into `folder`.

    `options` override those of the plugin in mkdocs.yml. Returns "" or what is
    wrong with mkdocs.yml or the pages.
    """
    from mkdocs.commands.build import build

    complaints = Complaints()
    with listening(complaints, warnings()):
        try:
            config = _configured(config_file, folder, {"stempeln": False, **options})
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, Abort) as error:
            return "\n".join([f"{config_file.name}: {error}", *complaints.texts])
    return ""


class _Preview(LiveReloadServer):
    """Serves a site that somebody else builds, and adds the script that reloads a page to every page."""

    def __init__(self, site: Path, address: tuple[str, int], mount_path: str, build: Callable[[], None]) -> None:
        super().__init__(builder=build, host=address[0], port=address[1], root=str(site), mount_path=mount_path)
        self.error_handler = lambda _code: (site / "404.html").read_bytes()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Take out the policy, which would forbid that script."""
        reloading: bytes = super()._inject_js_into_html(_POLICY.sub(b"", content, count=1), epoch)  # type: ignore[no-untyped-call]
        return reloading


def serve(config_file: Path, site: Path, address: tuple[str, int], build: Callable[[], None], watched: Path) -> None:
    """Serve `site` at `address` (host, port) and call `build` whenever something changes, until interrupted.

    What changes is looked for in the hand-written pages, in mkdocs.yml, in the package's templates and in `watched`.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)  # a missing page is to be seen in the browser
    config = load_config(str(config_file))
    preview = _Preview(site, address, urlsplit(config.site_url or "/").path, build)
    for place in (config.docs_dir, config.config_file_path, watched, resources("sozialraum.site"), *config.watch):
        preview.watch(str(place))
    try:
        preview.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        preview.shutdown()


def _configured(config_file: Path, folder: Path, options: dict[str, object]) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(config_file), site_dir=str(folder))
    plugin = config.plugins.get("sozialraum")
    if plugin is None:
        message = "In mkdocs.yml fehlt unter plugins der Eintrag „- sozialraum“."
        raise Abort(message)
    plugin.config.update(options)
    return config
