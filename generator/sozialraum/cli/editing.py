"""`sozialraum new`, `init` and `import`."""

from __future__ import annotations

import itertools
import os
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from sozialraum.cli.checking import report
from sozialraum.cli.options import HEUTE, RECORDS, day_of_writing, find_root, root_of, settled, wrong_use
from sozialraum.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.editing.answers import Given
    from sozialraum.editing.questions import Question

MOST_WORDS = 30
"""Longer lists of possible answers are shown in part."""

_FREE = {"ignore_unknown_options": True, "allow_extra_args": True}
_ANSWERS = '--name "Handbuch Auental" --gebiet "Landkreis Auental" --bundesland SH'


@click.command(context_settings=_FREE, epilog='Angaben als --feld wert, zum Beispiel --titel "Sprachcafé".')
@click.argument("art")
@HEUTE
@RECORDS
@click.pass_context
def new(ctx: click.Context, art: str, heute: date | None, records: Path | None) -> None:
    """Legt einen Eintrag der Eintragsart ART an, zum Beispiel ressourcen.

    Fragt am Bildschirm nach den nötigen Angaben, oder nimmt sie als --feld wert. Überschreibt nie etwas.
    Für beratung, protokoll und vorhaben schreibt es eine Vorlage in der Reihenfolge des Gesprächs.
    Mit wahrnehmung "TEXT" --frage 3 --thema mobilitaet kommt eine Zeile in das offene Protokoll des Teams.
    """
    from sozialraum.editing.conversation import first_questions, has_skeleton
    from sozialraum.editing.new import new_record, said_of, write_new
    from sozialraum.editing.questions import check_answer, questions

    root = root_of(records)
    today = day_of_writing(root, heute)
    if art.casefold() == "wahrnehmung":
        _note(root, ctx.args, today)
        return
    ordner = record_type(art)
    given = _suggested(root, ordner, _options(ctx.args), heute)
    asked = first_questions(root, ordner, given) if has_skeleton(ordner) else () if given else questions(ordner, root)
    if asked and sys.stdin.isatty():
        given = {**given, **_ask(asked, lambda name, text: check_answer(ordner, name, text, root))}
    if has_skeleton(ordner):
        _new_skeleton(root, ordner, given, today)
        return
    record, found = new_record(root, ordner, given, today)
    if record is None:
        wrong_use("\n".join(f"{each.message} {each.remedy}" for each in found))
    errors = [each for each in found if each.severity is Severity.FEHLER]
    if errors:
        _refuse(record.text, errors)
    try:
        file = write_new(root, record)
    except FileExistsError:
        wrong_use(f"{record.path} gibt es schon.")
    click.echo(f"Angelegt: {file}")
    _say(said_of(root, record, today))


@click.command(context_settings=_FREE, epilog="Angaben als --feld wert: --name, --gebiet, --bundesland.")
@click.argument("ordner", type=click.Path(path_type=Path, file_okay=False))
@HEUTE
@click.pass_context
def init(ctx: click.Context, ordner: Path, heute: date | None) -> None:
    """Richtet in ORDNER ein neues Handbuch ein, das sich sofort bauen lässt."""
    from sozialraum.editing.init import VORHANDEN, check_init_answer, init_district, init_questions
    from sozialraum.output.inert import inert

    given = _options(ctx.args)
    if not given and sys.stdin.isatty():
        given = _ask(init_questions(), check_init_answer)
    written, found = init_district(ordner, given, heute)
    if found:
        click.echo("\n".join(f"- {inert(f'{each.message} {each.remedy}')}" for each in found))
        example = (
            "" if VORHANDEN.code == found[0].code else f" Zum Beispiel: sozialraum init {_quoted(ordner)} {_ANSWERS}"
        )
        click.echo(f"Nichts geschrieben.{example}")
        sys.exit(1)
    click.echo(f"{len(written)} Dateien in {ordner} angelegt.")
    click.echo(f"Weiter mit:\n  cd {_quoted(ordner)}\n  sozialraum check\n  sozialraum build")


def _quoted(path: Path) -> str:
    """Return a path as it may be copied into a command."""
    return shlex.quote(str(path)) if os.name == "posix" else f'"{path}"'


@click.command("import")
@click.argument("form", type=click.Choice(["geojson", "csv", "xlsx"]))
@click.argument("datei", metavar="DATEI", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--zuordnung",
    metavar="DATEI",
    required=True,
    type=click.Path(path_type=Path, exists=True),
    help="Welche Angabe wohin gehört.",
)
@click.option("--probe", is_flag=True, help="Nur zeigen, was geschrieben würde.")
@HEUTE
@RECORDS
def import_(form: str, datei: Path, zuordnung: Path, probe: bool, heute: date | None, records: Path | None) -> None:
    """Übernimmt fremde Daten (DATEI oder ein Ordner) als Datensätze; beim zweiten Mal nur, was sich geändert hat."""
    from sozialraum.imports.plan import IMPORTS, carry_out
    from sozialraum.imports.unclear import as_table, by_row
    from sozialraum.output.inert import inert

    root = records.resolve() if records else find_root(())
    plan, found = IMPORTS[form](datei, zuordnung, root, heute or date.today())  # noqa: DTZ011 - the writer's own calendar day
    if any(each.severity is Severity.FEHLER for each in found) and not plan.files:
        report(found, zuordnung.parent)
        sys.exit(1)
    told = [*found, *plan.remarks]
    rows, others = by_row(told) if probe else ([], told)
    report(others, zuordnung.parent)
    if probe:
        click.echo("\n".join(inert(line) for line in [*as_table(rows), "", *str(plan).split("\n")]))
        changed = sum(file.before is not None for file in plan.files)
        click.echo(
            f"Probe: {_files(len(plan.files) - changed)} neu, {_files(changed)} geändert; geschrieben ist nichts."
        )
        return
    with click.progressbar(length=len(plan.files), label="Schreibe Datensätze", file=sys.stderr) as bar:
        written = carry_out(plan, root, lambda _done, _all: bar.update(1))
    click.echo(f"{_files(len(written))} in {root} geschrieben.")
    left = len(plan.files) - len(written)
    if left:
        click.echo(f"{_files(left)} nicht: inzwischen von jemand anderem geändert. Den Import noch einmal ausführen.")


def _files(count: int) -> str:
    return f"{count} {'Datei' if count == 1 else 'Dateien'}"


def _suggested(root: Path, ordner: str, given: Given, heute: date | None) -> Given:
    """Return the answers as given, or those of a Bedarfslage that a report suggests."""
    from sozialraum.editing.suggestion import OPTION, with_suggestion

    if OPTION not in given:
        return given
    if ordner != "bedarfslagen":
        wrong_use("Aus einem Vorschlag entsteht eine Bedarfslage: sozialraum new bedarfslage --aus-vorschlag …")
    settled(root, "ist nicht bekannt, ab wann eine Bedarfslage möglich ist")
    answers, problem = with_suggestion(root, given, heute)
    return wrong_use(problem) if problem else answers


def _refuse(text: str, errors: Sequence[Diagnostic]) -> NoReturn:
    """Show what would have been written and why it is not."""
    from sozialraum.load.validate import PFLICHT

    click.echo(text)
    click.echo("\n".join(f"- {each.message} {each.remedy}" for each in errors))
    lacking = any(each.code == PFLICHT.code for each in errors)
    remedy = "Die fehlenden Angaben mit --feld wert ergänzen." if lacking else "Die Angaben berichtigen."
    click.echo(f"Nichts geschrieben: {remedy}")
    sys.exit(1)


def _new_skeleton(root: Path, ordner: str, given: Given, today: date) -> None:
    from sozialraum.editing.conversation import new_conversation
    from sozialraum.editing.new import said_of, write_new

    if ordner == "beratungen":
        settled(root, "ist nicht bekannt, welche Beratungen dieses Handbuch festhält")
    new, complaint = new_conversation(root, ordner, given, today)
    if new is None:
        wrong_use(complaint)
    try:
        file = write_new(root, new)
    except FileExistsError:
        wrong_use(f"{new.path} gibt es schon.")
    click.echo(f"Angelegt: {file}")
    _say(said_of(root, new, today))
    click.echo(f"Im Editor ausfüllen, dann: sozialraum check {root.name}/{new.path}")


def _say(found: Sequence[Diagnostic]) -> None:
    """Say what is still missing from a record that has been written."""
    for each in found:
        needed = "Noch nötig" if each.severity is Severity.FEHLER else each.severity
        click.echo(f"{needed}: {each.message} {each.remedy}")


def _note(root: Path, arguments: Sequence[str], today: date) -> None:
    from sozialraum.editing.minutes import note

    words = list(itertools.takewhile(lambda word: not word.startswith("--"), arguments))
    text = " ".join(words).strip()
    if not text:
        wrong_use(
            'Was ist aufgefallen? Zum Beispiel: sozialraum new wahrnehmung "Am Kiosk steht jetzt ein Tisch im Freien."'
        )
    noted, complaint = note(root, text, _options(arguments[len(words) :]), today)
    if noted is None:
        wrong_use(complaint)
    begun = " (neu begonnen)" if noted.begonnen else ""
    click.echo(f"Notiert in {root.name}/{noted.path}{begun} zur Frage {noted.frage}.")


def record_type(written: str) -> str:
    """Return the folder of a type named by folder or singular, in any case."""
    from sozialraum.fields.link import UMLAUTS
    from sozialraum.model import RECORD_TYPES

    wanted = written.casefold().translate(UMLAUTS)
    singular = {model.typ.einzahl.casefold().translate(UMLAUTS): ordner for ordner, model in RECORD_TYPES.items()}
    found = wanted if wanted in RECORD_TYPES else singular.get(wanted)
    if found is None:
        wrong_use(f"Eine Eintragsart „{written}“ gibt es nicht. Möglich sind: {', '.join(RECORD_TYPES)}.")
    return found


def _options(arguments: Sequence[str]) -> dict[str, str | list[str]]:
    """Return `--feld wert` and `--feld=wert` as field → value; a field given twice is a list."""
    given: dict[str, str | list[str]] = {}
    rest = list(arguments)
    while rest:
        name = rest.pop(0)
        if not name.startswith("--"):
            wrong_use(f"Mit „{name}“ ist nichts anzufangen. Angaben stehen als --feld wert.")
        name, sign, value = name[2:].partition("=")
        if not sign:
            value = rest.pop(0) if rest else wrong_use(f"Nach --{name} fehlt der Wert.")
        before = given.get(name)
        given[name] = value if before is None else [*(before if isinstance(before, list) else [before]), value]
    return given


def _ask(asked: Sequence[Question], complaint: Callable[[str, str], str | None]) -> dict[str, str | list[str]]:
    """Return an answer to each question that has one; what is not necessary may be left open."""
    from sozialraum.site.wording import further

    given: dict[str, str | list[str]] = {}
    for question in asked:
        click.echo(f"\n{question.label}: {question.hilfe}")
        for code, name in question.woerter[:MOST_WORDS]:
            click.echo(f"  {code}" + (f"  {name}" if name != code else ""))
        if left := len(question.woerter[MOST_WORDS:]):
            click.echo(f"  … und {further(left, 'eine weitere Möglichkeit', 'weitere Möglichkeiten')}")
        if text := _answer(question, complaint):
            given[question.name] = text
    return given


def _answer(question: Question, complaint: Callable[[str, str], str | None]) -> str:
    """Ask until an answer is right, or there is none where none is necessary."""
    how = [*(["mehrere mit Komma"] if question.viele else []), *([] if question.noetig else ["Enter, wenn noch offen"])]
    shown = f"{question.name} ({'; '.join(how)})" if how else question.name
    while True:
        text = click.prompt(shown, prompt_suffix=": ", default=None if question.noetig else "", show_default=False)
        if not question.noetig and not text.strip():
            return ""
        wrong = complaint(question.name, text)
        if wrong is None:
            return str(text)
        click.echo(f"  {wrong}")
