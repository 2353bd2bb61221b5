"""An object becomes a record that the check accepts, or it is said why not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span
from sozialraum.fields.choice import JaNein
from sozialraum.fields.contact import PHONE
from sozialraum.fields.times import KIND as HOURS
from sozialraum.imports.mending import RULES as MENDING_RULES
from sozialraum.imports.mending import mend
from sozialraum.imports.rows import RowPlace, about
from sozialraum.imports.values import Outcome, Space, Value, filled_text, value_of
from sozialraum.load.folder import slugify
from sozialraum.load.validate import PFLICHT, Problems, validate
from sozialraum.load.words import no_such_word, strange_words
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder, fields_by_name
from sozialraum.model.pruefung import VERIFICATION
from sozialraum.model.ressource import WAYS, Ressource
from sozialraum.source.write import nested

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from sozialraum.imports.mapping import MappingFile, Step
    from sozialraum.imports.objects import Objekt
    from sozialraum.model.record import Record
    from sozialraum.vocabulary import Vokabular

WERT = Rule(
    "import_wert",
    Severity.WARNUNG,
    "Ein Wert der Quelle ist nicht zu gebrauchen.\n\nDer Eintrag wird ohne diese Angabe übernommen. Den Wert in der "
    "Quelle berichtigen, in der Zuordnung übersetzen (`tabelle`) oder später von Hand nachtragen.",
)
UNVOLLSTAENDIG = Rule(
    "import_unvollstaendig",
    Severity.WARNUNG,
    "Ein Objekt wird nicht übernommen, weil eine nötige Angabe fehlt.\n\nIn der Zuordnung lässt sich mit `sonst` "
    "festlegen, was dann gilt.",
)
AUFFAELLIG = Rule(
    "import_auffaellig",
    Severity.HINWEIS,
    "An einem Objekt fällt etwas auf.\n\nEs wird trotzdem übernommen. Meist widersprechen sich zwei Angaben der Quelle.",
)

RULES = (WERT, UNVOLLSTAENDIG, AUFFAELLIG, *MENDING_RULES)

Complaint = tuple[str, int | None, str]
"""Field name, position in its list, sentence."""

_MEND = "in der Quelle berichtigen oder in der Zuordnung übersetzen."


@dataclass(frozen=True, slots=True)
class Draft:
    """A record on its way: the values of its fields by name, not yet a file."""

    objekt: Objekt
    step: Step
    id: str
    felder: Mapping[str, Value]
    """Field name (`kontakt.telefon`) → value."""
    source: str
    """The file the object comes from, as messages name it."""
    unusable: frozenset[str] = frozenset()
    """Fields for which the object has a value, but none that can be used, as has been told already."""

    @property
    def path(self) -> str:
        """The file the record gets, below the folder of records."""
        return f"{self.step.schritt.art}/{self.id}.md"

    @property
    def titel(self) -> str:
        """What people would call it."""
        titel = self.felder.get("titel", "")
        return titel if isinstance(titel, str) else ""

    @property
    def fields(self) -> Mapping[str, Feld]:
        """The fields of the record's type by name, `kontakt.telefon` for one in a group."""
        return fields_by_name(RECORD_TYPES[self.step.schritt.art])

    @property
    def values(self) -> dict[str, Any]:
        """The values as a record holds them, in the order of the model."""
        order = list(self.fields)
        return nested({name: self.felder[name] for name in sorted(self.felder, key=order.index)})

    @property
    def body(self) -> str:
        """The free text."""
        return filled_text(self.step.schritt.text or "", self.objekt.properties)

    def origin(self, name: str) -> str:
        """Return the property behind a field as messages name it, "" for a constant."""
        origin = self.step.origin_of(name)
        return f"{origin}: " if origin else ""

    def finding(self, rule: Rule, message: str, remedy: str) -> Diagnostic:
        """Return a diagnostic about the object behind the draft."""
        return about(rule, RowPlace(self.source, self.objekt.word, self.objekt.number, self.titel), message, remedy)


def draft(
    step: Step, objekt: Objekt, source: str, *, today: date, spaces: Mapping[str, Space]
) -> tuple[Draft, list[Diagnostic]]:
    """Return what the rules of a step make of an object."""
    made = {name: value_of(rule, objekt, spaces) for name, rule in step.felder.items()}
    fields = fields_by_name(RECORD_TYPES[step.schritt.art])
    named: dict[str, Value] = {"angelegt_am": today.isoformat()}
    named |= {name: _as_field(fields[name], each.value) for name, each in made.items() if each.value}
    lost = frozenset(name for name, each in made.items() if each.problem and not each.value)
    found = Draft(objekt, step, "", named, source, lost)
    id_ = value_of(step.kennung, objekt, spaces).value if step.kennung else None
    found = replace(found, id=slugify(id_ if isinstance(id_, str) else found.titel))
    return found, list(_remarks(found, made))


def _as_field(field: Feld, value: Value) -> Value:
    """Put a single value into the list that the field is, and several lines into one where it has no more."""
    if not isinstance(value, str):
        return value
    line = value if field.kind.name == "Text" else value.replace("\n", "; " if field.kind in (HOURS, PHONE) else " ")
    return [line] if field.form is Form.LISTE else line


def sound(made: Draft, vokabular: Vokabular) -> tuple[Draft | None, list[Diagnostic]]:
    """Return the draft without its malformed values, None where too little is left."""
    found: list[Diagnostic] = []
    unusable: list[tuple[str, Diagnostic]] = []
    while True:
        wrong, missing = _complaints(made, vokabular)
        if not wrong:
            break
        mended = {name: each for name, _position, _message in wrong if (each := mend(made, name))}
        found += [each.diagnostic for each in mended.values()]
        unusable += [(each[0], _without_value(made, each)) for each in wrong if each[0] not in mended]
        made = _without(made, wrong)
        for each in mended.values():
            made = replace(made, felder={**made.felder, **each.felder})
    found += [replace(each, remedy=_refused(name)) if name in missing else each for name, each in unusable]
    lost = {name for name, _each in unusable if name not in made.felder}
    made = replace(made, unusable=made.unusable | lost)
    reasons = [message for name, message in missing.items() if not (name in lost or _stops(made, name))]
    if not made.id and not missing:
        reasons.append("Es gibt weder Kennung noch Titel.")
    for reason in reasons[:1]:
        found.append(made.finding(UNVOLLSTAENDIG, f"Nicht übernommen. {reason}", "In der Zuordnung sonst: ergänzen."))
    return (made if made.id and not missing else None), found


def _stops(made: Draft, name: str) -> bool:
    """Whether there is no record since a value cannot be used; a group in which nothing else stands may be missing."""
    if name not in made.unusable or not made.fields[name].pflicht:
        return False
    group = name.rpartition(".")[0]
    return not group or any(other.startswith(f"{group}.") for other in made.felder)


def _refused(name: str) -> str:
    return f"Nicht übernommen, denn die Angabe {name} wird gebraucht; {_MEND}"


def missing_way(made: Draft) -> list[Diagnostic]:
    """Say where nobody can find the way to an offer: it is taken over, and the check insists."""
    if made.step.schritt.art != Ressource.typ.ordner or {name.split(".")[0] for name in made.felder} & WAYS:
        return []
    remedy = "Wird übernommen; die Prüfung meldet einen Fehler, bis jemand Telefon, E-Mail oder einen Tipp ergänzt."
    return [made.finding(AUFFAELLIG, "Es gibt weder Kontakt noch Tipp: So findet niemand hin.", remedy)]


def _without_value(made: Draft, complaint: Complaint) -> Diagnostic:
    """Say which value of which property is left out."""
    name, position, message = complaint
    value = made.felder[name]
    written = value[position or 0] if isinstance(value, list) else value
    quoted = "" if written[:60] in message else f"„{written[:60]}“. "
    return made.finding(WERT, f"{made.origin(name)}{quoted}{message}", f"{_left_out([name])}; {_MEND}")


def check_step(mapping: MappingFile, step: Step, vokabular: Vokabular) -> list[Diagnostic]:
    """Return what is wrong with a step whatever the data say, each mistake once."""
    art = step.schritt.art
    if art not in RECORD_TYPES:
        remedy = f"Möglich sind: {', '.join(RECORD_TYPES)}."
        return [mapping.at(("schritte", step.position, "art"), f"Eine Eintragsart „{art}“ gibt es nicht.", remedy)]
    found = [*_unknown_fields(mapping, step), *_missing_rules(mapping, step)]
    if step.schritt.flaeche is JaNein.ja and art != "sozialraeume":
        message = "Eine Fläche hat nur ein Sozialraum."
        found.append(mapping.at(("schritte", step.position, "flaeche"), message, "Die Zeile flaeche löschen."))
    constants = {name: value for name, value in step.felder.items() if isinstance(value, str | list)}
    known = {name: value for name, value in constants.items() if name in fields_by_name(RECORD_TYPES[art])}
    for name, _position, message in _complaints_about(RECORD_TYPES[art], known, vokabular)[0]:
        keys = ("schritte", step.position, "felder", name)
        found.append(mapping.at(keys, message, "Den Wert in der Zuordnung berichtigen."))
    return found


def _complaints(made: Draft, vokabular: Vokabular) -> tuple[list[Complaint], dict[str, str]]:
    return _complaints_about(RECORD_TYPES[made.step.schritt.art], made.felder, vokabular)


def _complaints_about(
    model: type[Record], named: Mapping[str, Value], vokabular: Vokabular
) -> tuple[list[Complaint], dict[str, str]]:
    """Return what is malformed, and what is missing by name, among the fields of a record."""
    places: list[tuple[str | int, ...]] = []

    def place(keys: Sequence[str | int]) -> Span:
        places.append(tuple(keys))
        return Span(str(len(places) - 1))

    _record, found = validate(model, nested(named), Problems(model, place, place))
    pairs = [(places[int(each.span.path)], replace(each, span=Span(""))) for each in found]
    wrong = [_complaint(named, keys, each.message) for keys, each in pairs if each.code != PFLICHT.code]
    missing = {".".join(map(str, keys)): each.message for keys, each in pairs if each.code == PFLICHT.code}
    return [*wrong, *_unknown_words(model, named, vokabular)], missing


def _complaint(named: Mapping[str, Value], keys: Sequence[str | int], message: str) -> Complaint:
    """Return which of the named fields a place in the record belongs to."""
    path = [key for key in keys if isinstance(key, str)]
    name = next((".".join(path[:end]) for end in range(len(path), 0, -1) if ".".join(path[:end]) in named), "")
    name = name or next(each for each in named if each.startswith(f"{path[0]}."))
    position = keys[-1] if isinstance(named[name], list) and isinstance(keys[-1], int) else None
    return name, position, message


def _unknown_words(model: type[Record], named: Mapping[str, Value], vokabular: Vokabular) -> Iterator[Complaint]:
    for keys, vocabulary, code in strange_words(model, nested(named), vokabular):
        meant = vokabular.nearest(vocabulary, code)
        hint = f" Meinten Sie „{meant}“?" if meant else ""
        yield _complaint(named, keys, f"{no_such_word(vokabular, vocabulary, code)[0]}{hint}")


def _without(made: Draft, wrong: list[Complaint]) -> Draft:
    """Return the draft without single items of lists and without whole values."""
    left = dict(made.felder)
    for name in {name for name, _position, _message in wrong}:
        positions = {position for other, position, _message in wrong if other == name}
        value = left.pop(name)
        if isinstance(value, list) and None not in positions:
            left[name] = [item for position, item in enumerate(value) if position not in positions]
    return replace(made, felder={name: left[name] for name in made.felder if left.get(name)})


def _remarks(made: Draft, outcomes: Mapping[str, Outcome]) -> Iterator[Diagnostic]:
    gone: dict[str, list[str]] = defaultdict(list)
    for name, outcome in outcomes.items():
        problem = f"{made.origin(name)}{outcome.problem}"
        if outcome.problem and outcome.value:
            yield made.finding(WERT, problem, f"{name} ist stattdessen „{outcome.value}“; {_MEND}")
        elif outcome.problem:
            gone[problem].append(name)
        if outcome.remark:
            yield made.finding(AUFFAELLIG, outcome.remark, "In der Quelle nachsehen, was stimmt.")
    for problem, names in gone.items():
        needed = next((name for name in names if _stops(made, name)), "")
        yield made.finding(WERT, problem, _refused(needed) if needed else f"{_left_out(names)}; {_MEND}")


def _left_out(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"Die Angabe {names[0]} wird nicht übernommen"
    return f"Die Angaben {', '.join(names)} werden nicht übernommen"


def _unknown_fields(mapping: MappingFile, step: Step) -> Iterator[Diagnostic]:
    names = fields_by_name(RECORD_TYPES[step.schritt.art])
    for name in step.felder:
        if name.split(".")[0] in VERIFICATION:  # no list can say that of a record
            message = f"Die Angabe „{name}“ kommt nicht aus einer Liste: Geprüft ist, wo jemand nachgefragt hat."
            remedy = "Die Zeile löschen; nach dem Nachfragen trägt `sozialraum geprueft` die Prüfung ein."
            yield mapping.at(("schritte", step.position, "felder", name), message, remedy)
        elif name not in names:
            message = f"Die Angabe „{name}“ gibt es in {step.schritt.art} nicht."
            yield mapping.at(("schritte", step.position, "felder", name), message, f"Möglich sind: {', '.join(names)}.")


def _missing_rules(mapping: MappingFile, step: Step) -> Iterator[Diagnostic]:
    named = {name.split(".")[0] for name in step.felder} | {"angelegt_am"}
    for each in felder(RECORD_TYPES[step.schritt.art]):
        if each.pflicht and each.name not in named:
            message = f"Für {step.schritt.art} fehlt die Angabe „{each.name}“."
            yield mapping.at(("schritte", step.position, "felder"), message, each.hilfe)
