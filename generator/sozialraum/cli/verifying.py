"""`sozialraum geprueft`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import HEUTE, RECORDS, day_of_writing, root_of, wrong_use

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sozialraum.editing.verifying import Nachgesehen
    from sozialraum.load.entries import District, Entry


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--durch", metavar="TEAM", help="Das Team, das nachgefragt hat (sonst das zuständige).")
@click.option(
    "--wie", type=click.Choice(["besuch", "telefon", "mail", "gespraech", "internet"]), help="Auf welchem Weg."
)
@click.option("--ja", is_flag=True, help="Ohne Rückfrage eintragen: Es wurde nachgefragt.")
@HEUTE
@RECORDS
def geprueft(
    ids: tuple[str, ...], durch: str | None, wie: str | None, ja: bool, heute: date | None, records: Path | None
) -> None:
    """Trägt ein, dass bei den Einträgen ID… jemand nachgefragt hat und alles stimmt.

    Zeigt vorher die Angaben, um die es geht: Adresse, Kontakt, Zeiten, Zugang, Kosten. Ändert sich später eine davon,
    gilt die Prüfung von selbst nicht mehr. Alles andere im Eintrag bleibt, wie es ist.

    Ende mit 0: eingetragen, 1: nichts eingetragen oder nicht alles, was bestätigt war, 2: falsch aufgerufen.
    """
    from sozialraum.editing.verifying import Nachgesehen, shown_facts
    from sozialraum.load.entries import read_district
    from sozialraum.model.pruefung import Pruefweg
    from sozialraum.output.inert import inert

    root = root_of(records)
    district = read_district(root)[0]
    today = day_of_writing(root, heute)
    written = refused = 0
    for entry in _chosen(district, root, ids):
        seen = Nachgesehen(today, _team(district, entry, durch), Pruefweg(wie) if wie else None)
        click.echo(f"\n{inert(entry.record.titel)} ({entry.ordner}/{entry.id})")
        click.echo("\n".join(inert(f"  {line}") for line in shown_facts(entry)))
        if not _agreed(ja=ja):
            continue
        problem = _write(entry, root, seen)
        if problem:
            click.echo(problem)
            refused += 1
        else:
            written += 1
            _report(entry, seen)
    if not written and not refused:
        click.echo("Nichts eingetragen." + ("" if _at_a_terminal() else " Wenn alles stimmt: noch einmal mit --ja."))
    sys.exit(0 if written and not refused else 1)


def _chosen(district: District, root: Path, ids: Sequence[str]) -> list[Entry]:
    """Return the records named by id, file or path; refuse what there is not, before anything is written."""
    known = {entry.id: entry for entry in district.entries}
    found = []
    for written in dict.fromkeys(ids):
        id_ = Path(written).stem if written.endswith(".md") else written.rsplit("/", 1)[-1]
        if id_ in district.files and id_ not in known:
            file = f"{root.name}/{district.files[id_]}/{id_}.md"
            wrong_use(f"{file} enthält Fehler, eingetragen ist nichts. Welche, sagt: sozialraum check {file}")
        if id_ not in known:
            wrong_use(f"Einen Eintrag „{written}“ gibt es nicht. Die Kennung ist der Dateiname ohne .md.")
        if known[id_].record.ist_beendet:
            wrong_use(f"„{id_}“ ist beendet; da gibt es nichts mehr zu prüfen.")
        found.append(known[id_])
    return found


def _team(district: District, entry: Entry, durch: str | None) -> str:
    """Return the team that looked; a person's name or sign is refused."""
    teams = [each.id for each in district.entries if each.ordner == "teams"]
    if durch and durch not in teams:
        wrong_use(f"--durch nennt ein Team, nie eine Person. Möglich sind: {', '.join(teams)}.")
    return durch or entry.record.zustaendig


def _agreed(*, ja: bool) -> bool:
    if ja or not _at_a_terminal():
        return ja
    question = "Wurde nachgefragt, und stimmt das alles? (ja/nein)"
    return str(click.prompt(question, default="nein", show_default=False)).strip().casefold() in ("j", "ja")


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _write(entry: Entry, root: Path, seen: Nachgesehen) -> str:
    """Write the verification down; return why not where that cannot be done."""
    from sozialraum.editing.verifying import verified, write_verified

    path, again = entry.document.path, f"sozialraum geprueft {entry.id}"
    text = verified(entry, seen)
    if text is None:
        return (
            f"Nicht eingetragen: In {path} ist der Kopf so geschrieben, dass sich darin nichts sicher ändern lässt. "
            f"Erst: sozialraum format {path}, dann noch einmal: {again}"
        )
    if not write_verified(entry, root, text):
        return f"Nicht eingetragen: {path} hat sich inzwischen geändert. Noch einmal ansehen: {again}"
    return ""


def _report(entry: Entry, seen: Nachgesehen) -> None:
    click.echo(f"Geprüft am {seen.am.isoformat()}: {entry.document.path}")
    if entry.record.status == "ungeprueft":
        click.echo("Der Status steht noch auf ungeprueft; wenn es das Angebot gibt: status: aktiv.")
