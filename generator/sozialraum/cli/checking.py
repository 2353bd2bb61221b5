"""`sozialraum check`."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sozialraum.cli.options import HEUTE, find_root, place_of, processes, wrong_use
from sozialraum.output import OUTPUTS
from sozialraum.output.text import summary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sozialraum.checks.finding import Checked
    from sozialraum.diagnostics import Diagnostic, Rule


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PFAD]...")
@HEUTE
@click.option("--format", "format_", type=click.Choice(list(OUTPUTS)), default="text", help="Ausgabeform.")
@click.option("--strict", is_flag=True, help="Auch Warnungen gelten als Fehler.")
@click.option(
    "--seit",
    metavar="REVISION",
    help="Als Fehler zählt nur, was sich seit dieser git-Revision geändert hat; auch Commit-Nachrichten werden gelesen.",
)
@click.option(
    "--commits", metavar="REV", help="Nur nach Personendaten in Commits suchen: main.. oder ein neuer Commit."
)
@click.option(
    "--nachricht",
    metavar="DATEI",
    type=click.Path(exists=True, path_type=Path),
    help="Nur eine Commit-Nachricht prüfen.",
)
@click.option("--ausnahmen", is_flag=True, help="Zeigen, was in records/ausnahmen.yml gehört, wenn es harmlos ist.")
@click.option("--erklaere", metavar="CODE", help="Eine Regel erklären (Code oder Nummer), sonst nichts.")
def check(  # noqa: PLR0913, PLR0917 - one argument per option
    paths: tuple[Path, ...],
    heute: date | None,
    format_: str,
    strict: bool,
    seit: str | None,
    commits: str | None,
    nachricht: Path | None,
    ausnahmen: bool,
    erklaere: str | None,
) -> None:
    """Prüft alle Datensätze (oder nur PFAD) und sagt, was fehlt.

    Ende mit 0: keine Fehler, 1: Fehler gefunden, 2: falsch aufgerufen.
    """
    if erklaere:
        _explain(erklaere)
        return
    if commits or nachricht:
        _check_commits(find_root(paths), commits, nachricht, format_)
    gc.disable()  # the process ends soon, and nothing it holds refers in circles
    from sozialraum.project import check as check_district
    from sozialraum.ratchet import Sorted, since

    root = find_root(paths)
    checked, diagnostics = check_district(root, heute, processes=processes())
    if ausnahmen:
        _propose(checked)
        return
    places = frozenset(map(place_of, paths))
    unsettled = {each.span.path for each in checked.district.unsettled}
    chosen = [each for each in diagnostics if each.span.path in unsettled or _within(each.span.path, places, root)]
    changed = _changed(root, seit) if seit else frozenset()
    sorted_ = since(chosen, checked, changed) if seit else Sorted(chosen, 0, chosen)
    if seit:
        told = [each for each in _verifications(root, seit, checked, changed) if _within(each.span.path, places, root)]
        sorted_ = sorted_.with_more([*told, *_in_messages(root, seit, checked)])
    report(sorted_.diagnostics, root.parent, format_)
    if format_ == "text":
        click.echo(summary(sorted_.diagnostics, _count(checked, places, root)))
    if unsettled:
        click.echo(_left_out(root), err=format_ != "text")
    if sorted_.aside:
        click.echo(_set_aside(sorted_.aside, seit or ""), err=format_ != "text")
    weights = {each.severity.rank for each in sorted_.counting}
    sys.exit(1 if 0 in weights or (strict and 1 in weights) else 0)


def _check_commits(root: Path, revisions: str | None, message: Path | None, format_: str) -> NoReturn:
    from sozialraum.checks.personal_commits import in_commits, in_message
    from sozialraum.diagnostics import errors_in
    from sozialraum.load.settings import read_settings
    from sozialraum.load.unread import BESIDE, read_exceptions
    from sozialraum.source.commits import NoCommitsError, committed

    settings, over_settings = read_settings(root)
    if errors_in(over_settings):
        click.echo(f"{root.name}/handbuch.yml hat Fehler: Eigene Aktenzeichen sind nicht bekannt.", err=True)
    exceptions, _found = read_exceptions(root)
    try:
        found = in_commits(committed(root, revisions, BESIDE | {root.name}), settings, exceptions) if revisions else []
    except NoCommitsError:
        wrong_use(f"Die Commits „{revisions}“ lassen sich nicht lesen.")
    if message:
        found += in_message(message.name, message.read_text("utf-8", errors="replace"), settings)
    report(found, root.parent, format_)
    sys.exit(1 if any(each.severity.rank == 0 for each in found) else 0)


def _in_messages(root: Path, revision: str, checked: Checked) -> list[Diagnostic]:
    """Return the personal data in the messages of all commits since a revision: they stay, whatever the files say."""
    from sozialraum.checks.personal_commits import in_commits
    from sozialraum.source.commits import NoCommitsError, committed
    from sozialraum.source.git import commit_of

    brought = committed(root, f"{commit_of(root, revision)}..HEAD", frozenset())
    try:
        return in_commits(brought, checked.district.settings, checked.ausnahmen)
    except NoCommitsError:
        _no_looking_back(revision)


def _verifications(root: Path, revision: str, checked: Checked, changed: frozenset[str]) -> list[Diagnostic]:
    """Return which verifications do not fit what changed since a revision."""
    from sozialraum.checks.renewal import renewal
    from sozialraum.ratchet import steps
    from sozialraum.source.revisions import earlier_files

    before = earlier_files(root, revision, changed)
    if before is None:
        _no_looking_back(revision)
    return renewal([*steps(checked, changed, before)])


def _propose(checked: Checked) -> None:
    from sozialraum.checks.personal import proposals

    entries = [*proposals(checked)]
    click.echo("\n".join(["ausnahmen:", *entries]) if entries else "Es gibt nichts auszunehmen.")


def _changed(root: Path, revision: str) -> frozenset[str]:
    """Return what changed, or refuse: a ratchet that cannot look back would let everything through, or nothing."""
    from sozialraum.load.unread import BESIDE
    from sozialraum.source.history import changed_since

    changed = changed_since(root, revision, sorted(BESIDE))
    if changed is None:
        _no_looking_back(revision)
    return changed


def _no_looking_back(revision: str) -> NoReturn:
    wrong_use(
        f"git kennt hier keine Revision „{revision}“ oder antwortet nicht, oder es gibt hier kein git. In einer Pipeline "
        "fehlt oft nur die Vorgeschichte: GIT_DEPTH: 0 (GitLab) oder fetch-depth: 0 (GitHub, Forgejo) einstellen."
    )


def _left_out(root: Path) -> str:
    return (
        f"Solange {root.name}/handbuch.yml Fehler hat, ist jede Datei nur für sich geprüft. "
        "Was von den Einstellungen abhängt, und die Verweise, kommen danach dran."
    )


def _set_aside(count: int, revision: str) -> str:
    """Return the line that says how much is left from before."""
    if count == 1:
        return f"1 Fehler ist älter als {revision} und zählt hier als Warnung."
    return f"{count} Fehler sind älter als {revision} und zählen hier als Warnungen."


def _within(path: str, places: frozenset[Path], root: Path) -> bool:
    file = root.parent / path
    return not places or not places.isdisjoint((file, *file.parents))


def _count(checked: Checked, places: frozenset[Path], root: Path) -> int:
    """Return how many files of records lie in the places that were named."""
    files = checked.district.files.items()
    return sum(_within(f"{root.name}/{ordner}/{id_}.md", places, root) for id_, ordner in files)


def report(diagnostics: Sequence[Diagnostic], base: Path, format_: str = "text") -> None:
    """Print diagnostics; their paths are relative to `base`."""
    colour = format_ == "text" and _has_colours()
    text = OUTPUTS[format_](diagnostics, base, colour=colour)
    if text:
        click.echo(text)


def _has_colours() -> bool:
    """Whether the output goes to a terminal that shows colours, and nobody wants it without (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _explain(code: str) -> None:
    from sozialraum.checks import all_rules

    rules = [each for each in all_rules() if each.code == code or code.upper() in each.regel.split(", ")]
    if not rules:
        wrong_use(f"Eine Regel „{code}“ gibt es nicht.")
    click.echo("\n\n".join(_explained(each) for each in rules))


def _explained(rule: Rule) -> str:
    number = f", Regel {rule.regel}" if rule.regel else ""
    told = [f"{rule.code} ({rule.severity.value}{number})", rule.help]
    told += [f"Gilt: {rule.gilt}"] if rule.gilt else []
    told += [f"Richtig ist zum Beispiel: {rule.beispiel}"] if rule.beispiel else []
    return "\n\n".join(told)
