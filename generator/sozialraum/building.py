"""`sozialraum build`: read, check, let the host render its part, stamp, publish."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sozialraum.diagnostics import errors_in
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.load.settings import read_settings
from sozialraum.output import OUTPUTS
from sozialraum.output.inert import inert
from sozialraum.output.refusal import refusal
from sozialraum.output.text import summary
from sozialraum.project import read
from sozialraum.sharing import beside
from sozialraum.site.build import BuildResult, prepare
from sozialraum.site.headers import policy
from sozialraum.site.host import CACHE, UNPREDICTABLE, host_site
from sozialraum.site.lock import lock
from sozialraum.site.publish import abandon, lock_of, may_replace, publish, workplace
from sozialraum.site.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.model.handbuch import Handbuch
    from sozialraum.project import Project


MOST_SHOWN = 20
LOCK = "bau.sperre"
"""In the folder of what builds keep: all builds of a district write there, whatever their target."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What a build was asked for. `root` is the folder of records; None means the default."""

    root: Path
    target: Path | None = None
    today: date | None = None
    audience: str | None = None
    despite_errors: bool = False
    processes: int = 1
    last: bool = False
    """Whether the process ends when the build has."""


def build_site(request: BuildRequest, say: Callable[[str], None]) -> int:
    """Build the site and say what was done; return 0, or 1 where the old site was left standing.

    However it ends, by what a check raises or by Ctrl-C, the folder it was built in does not stay behind. Of two builds
    at once the second waits.
    """
    target = request.target or request.root.parent / "site"
    settings, found = read_settings(request.root)
    if not _possible(request.root, found, target, say):
        return 1
    with lock(request.root.parent / CACHE / LOCK, say) as of_district, lock(lock_of(target), say) as of_site:
        if not (of_district and of_site):
            return _given_up(say, "Nicht gebaut: Der andere Bau dauert zu lange. Der alte Stand bleibt unverändert.")
        try:
            return _build(request, settings, target, say)
        finally:
            abandon(target)


def _build(request: BuildRequest, settings: Handbuch, target: Path, say: Callable[[str], None]) -> int:
    started, base = time.monotonic(), request.root.parent
    audience = Sichtbarkeit(request.audience) if request.audience else settings.ausgabe
    today = request.today or settings.stichtag or date.today()  # noqa: DTZ011 - the reader's own calendar day
    hosted = beside(partial(_host, base / "mkdocs.yml", settings, audience, today), request.processes)
    prepared = beside(partial(workplace, target), request.processes)
    project = read(request.root, today, audience, processes=request.processes, cache=base / CACHE)
    (host, problem), fresh = hosted(), prepared()
    cache = base / CACHE if host and host.name != UNPREDICTABLE else None
    stamping = prepare(project, host, fresh, processes=request.processes, cache=cache) if host else None
    if not _sound(project, base, say) and not request.despite_errors:
        return _given_up(say, "Nicht gebaut: Erst die Fehler beheben. Der alte Stand bleibt unverändert.")
    if stamping is None:
        return _given_up(say, problem, "Nicht gebaut. Der alte Stand bleibt unverändert.")
    result = stamping.run()
    for link in result.dead[:MOST_SHOWN]:
        say(inert(f"{link.page}: Der Verweis auf {link.target} führt ins Leere."))
    if result.dead and not request.despite_errors:
        return _given_up(say, "Nicht veröffentlicht: Der alte Stand bleibt unverändert.")
    publish(fresh, target)
    if request.last:
        _left_to_the_system(project, stamping, result)
    say(_done(result, target, project, time.monotonic() - started))
    return 0


def _left_to_the_system(*held: object) -> None:
    """Never free what is held: of so many records that takes longer than the system needs for all memory at once."""
    ring: list[object] = [*held]
    ring.append(ring)
    gc.freeze()


def _given_up(say: Callable[[str], None], *why: str) -> int:
    """Say why nothing is published; return 1."""
    for each in why:
        say(each)
    return 1


def _possible(root: Path, found: Sequence[Diagnostic], target: Path, say: Callable[[str], None]) -> bool:
    """Say what makes a build impossible before any record is read."""
    if not (root.parent / "mkdocs.yml").is_file():
        say("Neben records/ fehlt mkdocs.yml. Mit `sozialraum init` entsteht ein vollständiger Ordner.")
        return False
    if not may_replace(target):
        say(
            f"In {target} liegt etwas anderes als ein Handbuch, und es ginge verloren. Mit --ziel einen anderen Ordner nennen."
        )
        return False
    problem = refusal(root, found)
    if problem:
        say(problem)
    return not problem


def _sound(project: Project, base: Path, say: Callable[[str], None]) -> bool:
    """Say what the check found, errors in full; return whether there are none."""
    errors = errors_in(project.diagnostics)
    say(summary(project.diagnostics, project.files))
    if errors:
        say(OUTPUTS["text"](errors, base))
    return not errors


def _host(config: Path, settings: Handbuch, audience: Sichtbarkeit, today: date) -> tuple[Path | None, str]:
    """Return what MkDocs makes of the hand-written pages, None and why where it cannot.

    MkDocs is only started where something changed; it needs no record.
    """
    problem = ""

    def build(folder: Path) -> bool:
        from sozialraum.mkdocs_plugin import build_host

        nonlocal problem
        problem = build_host(config, folder, fuer=str(audience), heute=today) or ""
        return not problem

    facts = (settings.name, settings.bundesland, audience, str(today.year), policy(settings))
    return host_site(config, facts, build), problem


def _done(result: BuildResult, target: Path, project: Project, seconds: float) -> str:
    gone = f", {result.removed} entfernt" if result.removed else ""
    pages, files = counted(result.pages, "Seite", "Seiten"), counted(result.changed, "Datei", "Dateien")
    duration = f"{seconds:.1f}".replace(".", ",")
    return f"Handbuch für „{project.audience.label}“ in {target}: {pages}, {files} geschrieben{gone}, {duration} s."
