"""Other people's data become records: first a plan, then the files."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, in_order, raised
from sozialraum.fields.choice import JaNein
from sozialraum.imports.drafts import RULES as DRAFT_RULES
from sozialraum.imports.drafts import Draft, check_step, draft, missing_way, sound
from sozialraum.imports.known import Known, known_in
from sozialraum.imports.mapping import RULES as MAPPING_RULES
from sozialraum.imports.mapping import WITHOUT_SOURCE, MappingFile, Regel, Step, placeholders, read_mapping
from sozialraum.imports.names import told_apart
from sozialraum.imports.objects import RULES as OBJECT_RULES
from sozialraum.imports.objects import Objekt, as_geojson, read_objects
from sozialraum.imports.updates import RULES as UPDATE_RULES
from sozialraum.imports.updates import facts_of, unreadable, updated, vanished
from sozialraum.load.folder import SETTINGS
from sozialraum.source.replace import replace_file, replace_text
from sozialraum.source.states import Facts, State, read_state
from sozialraum.source.text import read_text
from sozialraum.source.write import record_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

DOPPELT = Rule(
    "import_doppelt",
    Severity.HINWEIS,
    "Ein Objekt gibt es schon.\n\nEs trägt dieselbe Kennung wie ein vorhandener Eintrag, oder denselben Titel und "
    "liegt höchstens 100 m daneben. Was ein Mensch angelegt hat, verändert ein Import nie; was aus derselben Liste kam, "
    "bringt er auf deren Stand, soweit es niemand von Hand geändert hat.",
)

EIGENSCHAFT = Rule(
    "import_eigenschaft",
    Severity.WARNUNG,
    "Die Zuordnung nennt eine Eigenschaft, die kein einziges Objekt hat.\n\nMeist ist es ein Tippfehler. Manche Quellen "
    "lassen leere Eigenschaften weg; dann ist nichts zu tun.",
)

RULES = (*MAPPING_RULES, *OBJECT_RULES, *DRAFT_RULES, *UPDATE_RULES, DOPPELT, EIGENSCHAFT)


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that would be written."""

    path: str
    """Relative to the folder of records."""
    text: str
    before: str | None = None
    """What the file says now, where it is to be replaced; None for a new file."""

    def summary(self, lines: int = 3) -> str:
        """Return the first lines of a new file, or the lines that change in one that exists."""
        if self.before is None:
            return "\n".join(line[:100] for line in self.text.removeprefix("---\n").split("\n")[:lines])
        changed = difflib.unified_diff(self.before.split("\n"), self.text.split("\n"), lineterm="", n=0)
        return "\n".join(line[:100] for line in changed if line[:2] not in ("--", "++", "@@"))


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import would write; nothing has been written yet."""

    files: tuple[PlannedFile, ...] = field(default=())
    state: State | None = None
    facts: Mapping[str, Facts] = field(default_factory=dict)
    """Path of a record → what this import says of it, to be remembered."""
    remarks: tuple[Diagnostic, ...] = ()
    """What the check will say of the new records."""

    def __str__(self) -> str:
        return "\n".join(f"{file.path}\n{_indented(file.summary())}" for file in self.files)


def plan_import(file: Path, mapping: Path, root: Path, today: date) -> tuple[Plan, list[Diagnostic]]:
    """Return which records the data in `file` become by `mapping`, and what is worth knowing about them.

    `file` is the data or the folder they lie in; other sources lie beside it.
    `root` is the folder of records, which need not exist. Where the mapping is
    wrong or a source cannot be read, the plan is empty.
    """
    rules, found = read_mapping(mapping)
    if rules is None:
        return Plan(), found
    known = known_in(root)
    found += [each for step in rules.steps for each in check_step(rules, step, known.vokabular)]
    settings, more = _settings(rules, mapping, root)
    state = read_state(root, mapping.stem)
    found += [*more, *unreadable(state)]
    if any(each.severity is Severity.FEHLER for each in found):
        return Plan(), in_order(found)
    work = _Work(rules, file, today, known, state)
    for step in rules.steps:
        work.carry_out(step, root)
    found += work.found
    if any(each.severity is Severity.FEHLER for each in found):
        return Plan(), in_order(found)
    found += vanished(work.state, work.listed, rules.origin.path)
    return Plan((*settings, *work.files), work.state, work.facts, tuple(work.remarks)), in_order(found)


def carry_out(plan: Plan, root: Path, progress: Callable[[int, int], None]) -> list[Path]:
    """Write the files of a plan and return those written; what changed since the plan was made is left alone.

    `progress` is told (files done, files in all) after each.
    """
    written = []
    for number, planned in enumerate(plan.files, 1):
        file = root / planned.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if _write(file, planned):
            written.append(file)
        progress(number, len(plan.files))
    left_alone = {each.path for each in plan.files} - {file.relative_to(root).as_posix() for file in written}
    if plan.state and plan.facts:
        remembered = {path: facts for path, facts in plan.facts.items() if path not in left_alone}
        plan.state.file.parent.mkdir(exist_ok=True)
        replace_file(plan.state.file, plan.state.with_records(remembered).encode())
    return written


def _write(file: Path, planned: PlannedFile) -> bool:
    """Write a new file, or replace one that still says what it said; return whether it was written."""
    if planned.before is not None:
        return replace_text(file, planned.before, planned.text)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(planned.text)
    except FileExistsError:
        return False
    return True


class _Work:
    """The steps of one import, each knowing what the ones before it made."""

    def __init__(self, rules: MappingFile, file: Path, today: date, known: Known, state: State) -> None:
        self.rules, self.file, self.today = rules, file, today
        self.known, self.state = known, state
        self.files: list[PlannedFile] = []
        self.facts: dict[str, Facts] = {}
        self.listed: set[str] = set()
        """Path of every record that the list names, also where a row cannot be taken over."""
        self.found: list[Diagnostic] = []
        self.remarks: list[Diagnostic] = []

    def carry_out(self, step: Step, root: Path) -> None:
        """Make the records of one step known to the next, and plan their files."""
        for made in told_apart(_merged(self._drafts(step)), self.state.records):
            self.listed.add(made.path)
            valid, more = sound(made, self.known.vokabular)
            self.found += more
            if valid:
                self._plan(valid, root)

    def _drafts(self, step: Step) -> list[Draft]:
        objects, source, found = _objects(step, self.file)
        self.found += [*found, *_unknown_properties(self.rules, step, objects)]
        made = []
        for objekt in objects:
            one, more = draft(
                step, objekt, source or self.rules.origin.path, today=self.today, spaces=self.known.spaces
            )
            made.append(one)
            self.found += more
        return made

    def _plan(self, made: Draft, root: Path) -> None:
        path = made.path
        if path in self.state.records and path not in self.facts:
            update = updated(made, root, self.state.records[path])
            self.found += update.found
            if update.text is not None:
                self.files.append(PlannedFile(path, update.text, update.before))
            self.facts[path] = update.facts
            return
        other = self.known.same_as(made)
        if other:
            self.found.append(_duplicate(made, other))
            return
        self.files += _files(made)
        self.remarks += missing_way(made)
        self.known.add(made)
        self.facts[path] = facts_of(made)


def _duplicate(made: Draft, other: str) -> Diagnostic:
    if other.startswith(f"{made.step.schritt.art}/"):
        return made.finding(DOPPELT, f"Nicht übernommen, gibt es schon: {other}.", "Beide vergleichen.")
    message = f"Nicht übernommen, die Kennung „{made.id}“ ist vergeben: {other}."
    return raised(made.finding(DOPPELT, message, "In der Zuordnung die kennung anders bilden."), Severity.WARNUNG)


def _objects(step: Step, file: Path) -> tuple[list[Objekt], str, list[Diagnostic]]:
    """Return objects, the name of their file ("" where there is none), and what is wrong with it."""
    name = step.schritt.quelle
    if name == WITHOUT_SOURCE:
        return [Objekt(1, {})], "", []
    folder = file if file.is_dir() else file.parent
    source = folder / name if name else file
    objects, found = read_objects(source, step.schritt)
    return objects, source.name, found


def _unknown_properties(rules: MappingFile, step: Step, objects: list[Objekt]) -> Iterator[Diagnostic]:
    """Yield the properties that no object has: nearly always a slip in the mapping."""
    present = {name for objekt in objects for name in objekt.properties}
    if not present:
        return
    schritt = step.schritt
    wanted = [(("felder", name), rule) for name, rule in step.felder.items()] + [(("kennung",), step.kennung)]
    named = [(keys, name) for keys, rule in wanted if isinstance(rule, Regel) for name in rule.properties]
    named += [(("titel_zusatz",), schritt.titel_zusatz or ""), (("breite",), schritt.breite or "")]
    named += [(("laenge",), schritt.laenge or "")] + [(("text",), name) for name in placeholders(schritt.text or "")]
    for keys, name in named:
        if name and name not in present:
            remedy = f"Vorhanden sind: {', '.join(sorted(present))}."
            message = f"Eine Eigenschaft „{name}“ hat kein einziges Objekt."
            yield EIGENSCHAFT.at(rules.span(("schritte", step.position, *keys)), message, remedy)


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Return one draft per id where the step says that equal ids mean the same."""
    if not drafts or drafts[0].step.schritt.zusammenfassen is JaNein.nein:
        return drafts
    return list({each.id: each for each in reversed(drafts)}.values())[::-1]


def _files(made: Draft) -> Iterator[PlannedFile]:
    yield PlannedFile(made.path, record_text(made.values, made.body))
    if made.step.schritt.flaeche is JaNein.ja and made.objekt.flaeche:
        yield PlannedFile(made.path.removesuffix(".md") + ".geojson", as_geojson(made.objekt.flaeche))


def _settings(rules: MappingFile, mapping: Path, root: Path) -> tuple[list[PlannedFile], list[Diagnostic]]:
    """Return the settings that come with a mapping, for a district that has none."""
    if not rules.handbuch or (root / SETTINGS).exists():
        return [], []
    text, found = read_text(mapping.parent / rules.handbuch, rules.handbuch)
    return ([PlannedFile(SETTINGS, text)] if text is not None else []), found


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


IMPORTS: dict[str, Callable[[Path, Path, Path, date], tuple[Plan, list[Diagnostic]]]] = {
    "geojson": plan_import,
    "csv": plan_import,
    "xlsx": plan_import,
}
"""Name of a format → function of (data, mapping, folder of records, today); how a file is read, its name says."""
