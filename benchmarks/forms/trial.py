"""The trial: lay out a district with forms, let both programs work on it, compare what they saved with what was typed."""

from __future__ import annotations

import difflib
import json
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import Error, sync_playwright
from sozialraum import project
from sozialraum.diagnostics import Severity
from sozialraum.editing.formatting import formatted_files, write_formatted
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.forms.building import build_forms
from sozialraum.site.form_editor import FOLDER, PAGE, Program
from sozialraum.site.headers import form_headers
from sozialraum.source.document import read_document

from benchmarks.forms import decap, sveltia
from benchmarks.forms.records import ON_THE_MAP, TRIALS, VERIFIED, Trial
from benchmarks.forms.served import PROXY, decap_server, fetched, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

REPOSITORY = Path(__file__).parents[2]
WORK = REPOSITORY / ".cache" / "redaktion-probe"
BUNDLES = REPOSITORY / ".cache"
TODAY = date(2026, 6, 30)
PORT = 18_081
PATIENCE = 60_000
"""Milliseconds after which a step counts as failed."""
FORGES = {Program.SVELTIA: "gitlab", Program.DECAP: "forgejo"}
LAPSED = ("nachweis_verfallen", VERIFIED.entry)
"""What the check says of the changed fact."""
BEGUN = {"angelegt_am": TODAY.isoformat()}
"""What a form fills in by itself."""


class Done(NamedTuple):
    """What became of one form; each text is "" where all is well."""

    collection: str
    created: str
    edited: str
    diff: str
    seconds: float


def main() -> int:
    """Try both programs, or those named; return 1 where anything was not as it should be."""
    missing = [name for name in ("npm", "node", "chromium", "git") if not shutil.which(name)]
    if missing:
        print(f"Skipped: {', '.join(missing)} not installed.")
        return 0
    shutil.rmtree(WORK, ignore_errors=True)
    bad = 0
    for program in map(Program, sys.argv[1:] or Program):
        problem = _laid_out(program)
        if problem:
            print(f"Skipped {program}: {problem}")
            continue
        found, done, outside = _tried(program)
        bad += _told(program, done, outside, found)
    return 1 if bad else 0


def _laid_out(program: Program) -> str:
    """Make a district with forms in its own git repository; return "" or why there can be none."""
    base = WORK / program
    for name in ("records", "docs"):
        shutil.copytree(REPOSITORY / name, base / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", base)
    settings = base / "records" / "handbuch.yml"
    text = settings.read_text("utf-8").replace("plattform: gitlab", f"plattform: {FORGES[program]}")
    commented = base / "records" / VERIFIED.collection / f"{VERIFIED.entry}.md"
    commented.write_text(
        commented.read_text("utf-8").replace("---\n", "---\n# Bleibt, auch wenn es kein Formular zeigt.\n", 1)
    )
    settings.write_text(f"{text}  formular: ja\n  anwendung: probe\n", "utf-8")
    _committed(base, _repository(base))
    _run(base, sys.executable, "-m", "sozialraum", "build", "--fuer", "team")
    problem = build_forms(_district(base), base / "site", BUNDLES, print)
    if not problem and program is Program.DECAP:
        problem = fetched(WORK / "server")
    return problem


def _repository(base: Path) -> Path:
    """Return where the forge's copy lies: decap-server commits whatever else it finds in it."""
    return base.with_name(f"{base.name}-ablage")


def _committed(base: Path, repository: Path) -> None:
    """Make a git repository with the records of a district."""
    shutil.copytree(base / "records", repository / "records")
    _git(repository, "init", "--quiet", "--initial-branch=main")
    _git(repository, "config", "user.name", "Probe")
    _git(repository, "config", "user.email", "probe@example.org")
    _git(repository, "add", "--all")
    _git(repository, "commit", "--quiet", "--message=Beginn")


def _district(base: Path) -> project.Project:
    return project.read(base / "records", TODAY, Sichtbarkeit.team)


def _tried(program: Program) -> tuple[list[str], list[Done], set[str]]:
    """Return what the check says of what was saved, what became of each form, and what should not have been heard."""
    base = WORK / program
    settings = _district(base).district.settings
    outside: set[str] = set()
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        address = stack.enter_context(served(base / "site", form_headers(settings), PORT))
        if program is Program.DECAP:
            _with_local_server(base, address)
            stack.enter_context(decap_server(WORK / "server", _repository(base), PORT))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 9000})
        context.add_init_script(sveltia.PICKER)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.clock.install(time=f"{TODAY.isoformat()}T10:00:00")
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("requestfinished", lambda request: _note(outside, request.url, address))
        page.on("console", lambda said: _complaint(outside, said.type, said.text))
        page.goto(f"{address}/{PAGE}")
        work = _sveltia if program is Program.SVELTIA else _decap
        done = list(work(page, f"{address}/{PAGE}", base))
        browser.close()
    checked = project.check(base / "records", TODAY)[1]
    found = [f"{each.span}: {each.message}" for each in checked if each.severity is Severity.FEHLER]
    if LAPSED not in {(each.code, Path(each.span.path).stem) for each in checked}:
        found.append(f"the verification of {VERIFIED.entry} did not lapse")
    return found, done, outside


def _note(outside: set[str], url: str, address: str) -> None:
    if not url.startswith((address, "data:", "blob:")):
        outside.add(url)


def _complaint(heard: set[str], kind: str, text: str) -> None:
    """Note what the program says of its configuration, or the browser of the policy; not that a branch is new (404)."""
    if kind in ("error", "warning") and "Failed to load resource" not in text:
        heard.add(text[:200])


def _with_local_server(base: Path, address: str) -> None:
    """Tell Decap of decap-server, which stands for the forge."""
    file = base / "site" / FOLDER / "konfiguration.json"
    told = json.loads(file.read_text("utf-8")) | {"local_backend": {"url": f"{address}{PROXY}"}}
    file.write_text(json.dumps(told), "utf-8")


def _sveltia(page: Page, start: str, base: Path) -> Iterator[Done]:
    before = {
        path.relative_to(base).as_posix(): path.read_text("utf-8")
        for path in (base / "records").rglob("*")
        if path.suffix in (".md", ".yml")
    }
    sveltia.enter(page, before)

    def saved() -> dict[str, str]:
        return sveltia.files(page)

    yield from _each(sveltia, page, start, base, saved)


def _decap(page: Page, start: str, base: Path) -> Iterator[Done]:
    decap.enter(page)

    def saved() -> dict[str, str]:
        """Take over every proposal: the files of its branch."""
        files, repository = {}, _repository(base)
        for branch in _git(repository, "for-each-ref", "--format=%(refname:short)", "refs/heads/cms").split():
            for path in _git(repository, "diff", "--name-only", f"main...{branch}").split():
                files[path] = _git(repository, "show", f"{branch}:{path}")
        return files

    yield from _each(decap, page, start, base, saved)


def _git(base: Path, *arguments: str) -> str:
    return _run(base, "git", *arguments)


def _run(base: Path, *command: str) -> str:
    return subprocess.run(command, cwd=base, check=True, capture_output=True, text=True).stdout


def _each(driver: Any, page: Page, start: str, base: Path, saved: Callable[[], dict[str, str]]) -> Iterator[Done]:
    """Create and edit a record of every type, and write what was saved into the folder of records."""
    told = json.loads((base / "site" / FOLDER / "konfiguration.json").read_text("utf-8"))
    titles = {entry.id: entry.record.titel for entry in _district(base).district.entries}
    forms = {each["name"]: _with_titles(each["fields"], titles) for each in told["collections"]}
    for trial in TRIALS:
        begun = time.monotonic()
        address = f"{start}#/collections/{trial.collection}"
        created = _step(page, trial, partial(driver.create, page, address, forms[trial.collection], trial.new))
        created = created or _as_typed(base, saved(), trial)
        edit = f"{address}/entries/{trial.entry}"
        edited = _step(page, trial, partial(driver.edit, page, edit, trial.field, trial.value))
        diff = _difference(base, saved(), trial)
        yield Done(trial.collection, created, edited, diff, time.monotonic() - begun)
    for trial, act, told in ((ON_THE_MAP, driver.choose, "on the map"), (VERIFIED, driver.edit, "a verified one")):
        begun = time.monotonic()
        edit = f"{start}#/collections/{trial.collection}/entries/{trial.entry}"
        edited = _step(page, trial, partial(act, page, edit, trial.field, trial.value))
        diff = _difference(base, saved(), trial)
        yield Done(f"{trial.collection}, {told}", "", edited, diff, time.monotonic() - begun)


def _with_titles(fields: list[dict[str, Any]], titles: dict[str, str]) -> list[dict[str, Any]]:
    """Let a person know what the search for a link shows."""
    return [
        each | {"titles": titles} | ({"fields": _with_titles(each["fields"], titles)} if "fields" in each else {})
        for each in fields
    ]


def _step(page: Page, trial: Trial, act: Callable[[], None]) -> str:
    try:
        act()
    except Error as error:
        page.screenshot(path=WORK / f"{trial.collection}.png", full_page=False)
        return " ".join(str(error).split())[:300]
    return ""


def _as_typed(base: Path, files: dict[str, str], trial: Trial) -> str:
    """Write the new record into the folder; return "" where it says what was typed, in the form of `format`."""
    ordner = trial.collection.partition("-")[0]
    names = [path for path in files if path.startswith(f"records/{ordner}/") and not (base / path).is_file()]
    if len(names) != 1:
        return f"{len(names)} new files"
    path = names[0]
    (base / path).write_text(files[path], "utf-8")
    document, _found = read_document(base / path, path)
    if document is None:
        return "cannot be read"
    values = document.values()[0] or {}
    variante = {"variante": trial.collection.partition("-")[2]} if "-" in trial.collection else {}
    typed = {**BEGUN, **variante, **{name: value for name, value in trial.new.items() if name != "body"}}
    other = [name for name in {*typed, *values} - {"status"} if not _holds(values.get(name), typed.get(name))]
    if other:
        return f"{path}: not as typed: " + "; ".join(f"{name}: {values.get(name)!r}" for name in sorted(other))
    if document.body.strip() != trial.new.get("body", ""):
        return f"{path}: the text is {document.body!r}"
    return ""


def _holds(found: Any, typed: Any) -> bool:
    """Whether a saved value is the typed one; a group may hold what the form began it with."""
    if isinstance(found, dict) and isinstance(typed, dict):
        return all(_holds(found.get(name), value) for name, value in typed.items())
    return bool(found == typed)


def _difference(base: Path, files: dict[str, str], trial: Trial) -> str:
    """Write the edited record into the folder, in form; return the lines by which it differs from before."""
    path = f"records/{trial.collection.partition('-')[0]}/{trial.entry}.md"
    before = (base / path).read_text("utf-8")
    (base / path).write_text(files.get(path, before), "utf-8")
    for each in formatted_files(base / "records", [base / path]):
        if each.changed:
            write_formatted(base / "records", each)
    after = (base / path).read_text("utf-8")
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith("@@"))


def _told(program: Program, done: list[Done], outside: set[str], found: list[str]) -> int:
    """Print what happened with one program; return how much was not as it should be."""
    print(f"\n## {program.capitalize()} CMS\n")
    bad = len(found) + len(outside)
    for each in done:
        changed = sum(line[0] == "+" for line in each.diff.splitlines()[2:])
        fine = not each.created and not each.edited and changed == 1 and len(each.diff.splitlines()) == 4
        bad += not fine
        print(f"{each.collection}: {'ok' if fine else 'NOT ok'} ({each.seconds:.1f} s)")
        print("".join(f"  {line}\n" for line in (each.created, each.edited) if line), end="")
        print("".join(f"    {line}\n" for line in each.diff.splitlines()), end="")
    print(f"\nFehler after check: {len(found)}")
    print("".join(f"  {each}\n" for each in found), end="")
    print(f"Requests that left for elsewhere, complaints of program and browser: {len(outside)}")
    print("".join(f"  {each}\n" for each in sorted(outside)), end="")
    return bad
