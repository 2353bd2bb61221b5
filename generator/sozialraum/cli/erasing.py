"""`sozialraum loeschen` and `vergessen`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import HEUTE, RECORDS, root_of, settled, wrong_use

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sozialraum.checks.finding import Checked
    from sozialraum.editing.removal import Removal
    from sozialraum.editing.traces import Traces


@click.command()
@click.argument("kennungen", nargs=-1)
@click.option("--faellig", is_flag=True, help="Alle Einträge, deren Löschfrist abgelaufen ist.")
@click.option("--ausfuehren", is_flag=True, help="Wirklich löschen; sonst wird nur gezeigt, was geschähe.")
@HEUTE
@RECORDS
def loeschen(
    kennungen: tuple[str, ...], *, faellig: bool, ausfuehren: bool, heute: date | None, records: Path | None
) -> None:
    """Löscht Einträge samt allen Verweisen auf sie; zeigt erst, was geschähe."""
    from sozialraum.editing.removal import carry_out, plan_removal
    from sozialraum.project import check
    from sozialraum.retention import overdue

    root = root_of(records)
    if bool(kennungen) == faellig:
        wrong_use("Entweder Kennungen nennen oder --faellig: sozialraum loeschen --faellig")
    settled(root, "sind die Löschfristen nicht bekannt")
    checked, _found = check(root, heute)
    for id_ in kennungen:
        _refuse_unread(checked, id_)
        if id_ not in checked.graph.entries:
            wrong_use(f"Einen Eintrag „{id_}“ gibt es nicht.")
    due = overdue(checked.district, checked.today)
    wanted = list(due) if faellig else list(kennungen)
    if not wanted:
        click.echo("Kein Eintrag ist zu löschen.")
        return
    for id_ in wanted:
        reason = f" (fällig seit {due[id_].ab}, {due[id_].grund})" if id_ in due else ""
        click.echo(f"{id_}{reason}")
    removal = plan_removal(checked.district, root, wanted)
    show(removal)
    _show_broken(removal.broken)
    if not ausfuehren:
        click.echo("Nichts verändert. Mit --ausfuehren wird gelöscht.")
        return
    for path in carry_out(removal, root):
        click.echo(by_hand(path))
    click.echo("Gelöscht. Ältere Fassungen stehen noch in git; was dort zu tun ist, sagt das Löschkonzept.")


def show(removal: Removal) -> None:
    """Say which files go and which lose a mention."""
    for path in removal.deleted:
        click.echo(f"  löscht    {path}")
    for each in removal.rewritten:
        click.echo(f"  ändert    {each.path}")
    for path in removal.by_hand:
        click.echo(by_hand(path))


def _show_broken(paths: Sequence[str]) -> None:
    for path in paths:
        click.echo(
            f"  nachsehen {path}: Enthält Fehler und verweist vielleicht darauf; den Verweis bitte selbst löschen."
        )


def by_hand(path: str) -> str:
    """Return the line about a file whose mentions cannot be taken out."""
    return f"  von Hand  {path}: Verweist darauf und lässt sich nicht sicher ändern; den Verweis bitte selbst löschen."


@click.command()
@click.argument("kennung")
@click.option("--ausfuehren", is_flag=True, help="Wirklich löschen; sonst wird nur gezeigt, was geschähe.")
@click.option(
    "--ausdruecke",
    metavar="DATEI",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Datei außerhalb des Projekts für die Wörter, die aus git verschwinden sollen.",
)
@HEUTE
@RECORDS
def vergessen(
    kennung: str, *, ausfuehren: bool, ausdruecke: Path | None, heute: date | None, records: Path | None
) -> None:
    """Zeigt, wo eine Schlüsselperson vorkommt, löscht, was sich löschen lässt, und nennt die Befehle für den Rest."""
    from sozialraum.editing.forgetting import carry_out, expressions, history_commands, history_paths
    from sozialraum.editing.removal import plan_removal
    from sozialraum.editing.traces import traces_of
    from sozialraum.project import check

    root = root_of(records)
    settled(root, "ist nicht bekannt, wo die Kontakte der Schlüsselpersonen liegen")
    checked, _found = check(root, heute)
    _refuse_unread(checked, kennung)
    entry = checked.graph.entries.get(kennung)
    if entry is None or entry.ordner != "schluesselpersonen":
        wrong_use(f"Eine Schlüsselperson „{kennung}“ gibt es nicht.")
    words = _place_of_words(ausdruecke, root, kennung)
    traces = traces_of(entry, checked.district, root)
    removal = plan_removal(checked.district, root, [kennung])
    show(removal)
    _show_traces(traces)
    if not ausfuehren:
        click.echo("Nichts verändert. Mit --ausfuehren wird gelöscht.")
        return
    versions = words.with_suffix(".staende.txt") if traces.versions else None
    _write_secretly(words, expressions(traces))
    if versions:
        _write_secretly(versions, "".join(f"{id_}\n" for id_ in traces.versions))
    for path in carry_out(entry, traces, removal, root, checked.today):
        click.echo(by_hand(path))
    click.echo("Gelöscht und in loeschprotokoll.yml vermerkt. Jetzt festschreiben, dann die Geschichte bereinigen:")
    for command in history_commands(history_paths(entry, traces, root), words, versions):
        click.echo(f"  {command}")
    click.echo(f"  rm {shlex.join(str(file) for file in (words, versions) if file)}")
    click.echo(
        "Danach auf dem Server: geschützten Zweig überschreiben, Merge Requests und Pipelines mit alten Ständen löschen, "
        "Sicherungen ablaufen lassen. Alle Kopien neu klonen. Zuletzt: sozialraum build."
    )


def _refuse_unread(checked: Checked, id_: str) -> None:
    """Refuse a record that is there and cannot be read: what it links to and who it is about is not known."""
    ordner = checked.district.files.get(id_)
    if ordner and id_ not in checked.graph.entries:
        wrong_use(f"{ordner}/{id_}.md enthält Fehler. Zuerst beheben: sozialraum check")


def _place_of_words(wanted: Path | None, root: Path, kennung: str) -> Path:
    """Return where the words may be written: outside the project and its repository."""
    from sozialraum.source.git import place_of

    here = place_of(root)
    project = here[0] if here else root.parent.resolve()
    words = wanted or project.parent / f"{kennung}.ausdruecke.txt"
    if words.resolve().is_relative_to(project):
        wrong_use("Die Datei mit den Ausdrücken enthält, was verschwinden soll: bitte außerhalb des Projekts ablegen.")
    return words


def _write_secretly(file: Path, text: str) -> None:
    """Write a new file that nobody else may read."""
    try:
        with open(file, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as stream:
            stream.write(text.encode())
    except FileExistsError:
        wrong_use(f"{file} gibt es schon. Löschen oder mit --ausdruecke eine andere Datei nennen.")


def _show_traces(traces: Traces) -> None:
    """Say where the person still occurs, without a word of what was found."""
    for state in traces.states:
        click.echo(
            f"  ändert    {state.file.parent.name}/{state.file.name}: Auch in der Liste selbst löschen, "
            "sonst kommt der Eintrag mit dem nächsten Import wieder."
        )
    if traces.stored:
        click.echo(f"  löscht    {traces.stored.name} im Kontaktspeicher")
    for name in traces.pages:
        click.echo(f"  löscht    {name}")
    for span in traces.texts:
        click.echo(f"  von Hand  {span}: Im Text ausgeschrieben, bitte umformulieren.")
    if traces.commits is None:
        click.echo("  in git    nicht bekannt: git hat nicht geantwortet. Ältere Stände können die Person noch nennen.")
    elif traces.commits:
        versions = "1 Stand" if len(traces.commits) == 1 else f"{len(traces.commits)} Stände"
        click.echo(f"  in git    {versions}: {', '.join(traces.commits)}")
