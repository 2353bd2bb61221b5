"""`sozialraum loeschen`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import HEUTE, RECORDS, find_root, wrong_use

if TYPE_CHECKING:
    from datetime import date

    from sozialraum.editing.removal import Removal


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
    from sozialraum.retention import fristen

    root = records.resolve() if records else find_root(())
    if bool(kennungen) == faellig:
        wrong_use("Entweder Kennungen nennen oder --faellig: sozialraum loeschen --faellig")
    checked, _found = check(root, heute)
    unknown = [id_ for id_ in kennungen if id_ not in checked.graph.entries]
    if unknown:
        wrong_use(f"Einen Eintrag „{unknown[0]}“ gibt es nicht.")
    due = {id_: frist for id_, frist in fristen(checked.district).items() if frist.ab <= checked.today}
    wanted = list(due) if faellig else list(kennungen)
    if not wanted:
        click.echo("Kein Eintrag ist zu löschen.")
        return
    for id_ in wanted:
        reason = f" (fällig seit {due[id_].ab}, {due[id_].grund})" if id_ in due else ""
        click.echo(f"{id_}{reason}")
    removal = plan_removal(checked.district, root, wanted)
    show(removal)
    if not ausfuehren:
        click.echo("Nichts verändert. Mit --ausfuehren wird gelöscht.")
        return
    carry_out(removal, root)
    click.echo("Gelöscht. Ältere Fassungen stehen noch in git; was dort zu tun ist, sagt das Löschkonzept.")


def show(removal: Removal) -> None:
    """Say which files go and which lose a mention."""
    for path in removal.deleted:
        click.echo(f"  löscht    {path}")
    for each in removal.rewritten:
        click.echo(f"  ändert    {each.path}")
