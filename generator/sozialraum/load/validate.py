"""Text values become a record, or German sentences that say why not."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic, Rule, Severity, Span
from sozialraum.fields import choice, contact, dates, geometry, language, link, pattern, place, text, tiles, times
from sozialraum.fields.text import MAX_LINE, NOTHING
from sozialraum.load.keys import RULES as KEY_RULES
from sozialraum.load.keys import meant, unknown_key
from sozialraum.model.describe import Feld, Form, feld, felder, part_at
from sozialraum.source.text import RICHTUNG, ZEICHEN
from sozialraum.source.write import front_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sozialraum.source.yaml_text import Values

PFLICHT = Rule(
    "pflichtangabe_fehlt",
    Severity.FEHLER,
    "Eine nötige Angabe fehlt.\n\nWelche Angaben eine Eintragsart braucht, steht auf der Seite „Alle Felder“. Ist etwas "
    "noch nicht bekannt, gibt es dafür meist ein eigenes Wort (`unbekannt`, `ungeprueft`).",
    regel="KB-01, RS-01, SR-01, TM-01",
)
AUSWAHL = Rule(
    "wort_nicht_in_auswahl",
    Severity.FEHLER,
    "Dieses Wort steht hier nicht zur Wahl.\n\nDie möglichen Wörter stehen in der Meldung und auf der Seite „Alle Felder“.",
    regel="KB-01",
)
LISTE = Rule(
    "keine_liste",
    Severity.FEHLER,
    "Hier wird eine Liste erwartet.\n\nAuch ein einzelner Wert steht in einer Liste: `themen: [wohnen]`.",
)
GRUPPE = Rule(
    "keine_gruppe",
    Severity.FEHLER,
    "Hier werden eingerückte Angaben erwartet.\n\nZum Beispiel:\n\n```yaml\nkontakt:\n  telefon: 030 23125 117\n```",
)

RULES = (
    PFLICHT,
    *KEY_RULES,
    AUSWAHL,
    LISTE,
    GRUPPE,
    *text.RULES,
    *dates.RULES,
    *contact.RULES,
    *place.RULES,
    *geometry.RULES,
    *language.RULES,
    *link.RULES,
    *tiles.RULES,
    *times.RULES,
    *pattern.RULES,
)
_BETWEEN_ITEMS = re.compile(r"[,;\n]|(?:^|\s)[-–•*](?=\s*\w)")
"""What people set between, or before, the items of a list."""
_RULE_OF = {rule.code: rule for rule in (*RULES, ZEICHEN, RICHTUNG)}
"""Rule of each code by which a kind of value refuses; the last two are first of all rules about files."""


class Problems:
    """Turns pydantic's errors about one mapping into diagnostics.

    `span` and `key_span` find the place of a value and of a key, `comment_behind` what YAML passes over there, see `Document`.
    """

    def __init__(
        self,
        model: type[BaseModel],
        span: Callable[..., Span],
        key_span: Callable[..., Span],
        comment_behind: Callable[..., str] = lambda _keys: "",
    ) -> None:
        self.model = model
        self.span = span
        self.key_span = key_span
        self.comment_behind = comment_behind

    def explain(self, error: ValidationError) -> list[Diagnostic]:
        """Return one diagnostic per mistake: what is there under another key, or behind another dash, is not missed as well."""
        errors = error.errors(include_url=False)[:MOST_OF_ONE_TEXT]
        unknown = [each["loc"] for each in errors if each["type"] == "extra_forbidden"]
        there = {keys for each in unknown for keys in self._meant(each)}
        torn = _torn_apart(errors)
        there |= {each["loc"] for each in errors if each["type"] == "missing" and each["loc"][:-2] in torn}
        told = [self._one(each) for each in errors if each["type"] != "missing" or each["loc"] not in there]
        return [*told, *map(self._too_many_dashes, torn)]

    def empty(self, name: str) -> Diagnostic:
        """Return the diagnostic of a required list with nothing in it."""
        field = feld(self.model, name)
        remedy = f"{field.hilfe} Zum Beispiel: {example(field)}" if field else ""
        return PFLICHT.at(self.span((name,)), f"Die Liste „{name}“ ist leer.", remedy)

    def _one(self, error: Any) -> Diagnostic:
        keys: tuple[str | int, ...] = error["loc"]
        kind = error["type"]
        if kind == "missing":
            return self._missing(keys)
        if kind == "extra_forbidden":
            return self._unknown_key(keys)
        if kind in _RULE_OF:
            return self._refused(keys, kind, error)
        field = self._field(keys)
        if kind == "enum" and field and field.choice:
            return self._not_a_choice(keys, field.choice, error["input"])
        if kind == "tuple_type":
            return LISTE.at(self.span(keys), f"„{keys[-1]}“ ist eine Liste.", _as_list(field, error["input"]))
        return self._not_a_group(keys, field, error["input"])

    def _refused(self, keys: tuple[str | int, ...], code: str, error: Any) -> Diagnostic:
        """Return what a kind of value says; that there is nothing, only an item of a list can say."""
        said, written = error["ctx"], error["input"]
        is_blank = isinstance(written, str) and not written.strip()
        message, remedy = NOTHING if is_blank else (said["message"], said["remedy"])
        if code == text.TEXT.code and isinstance(written, list) and isinstance(keys[-1], int):
            remedy = "In der Liste steht jeder Wert für sich: die inneren Klammern oder Striche weglassen."
        return _RULE_OF[code].at(_part_of(self.span(keys), written, said["part"]), message, remedy)

    def _missing(self, keys: tuple[str | int, ...]) -> Diagnostic:
        field = self._field(keys)
        key_span = self.key_span(keys)
        stands_empty = key_span != self.key_span((*keys[:-1], ""))
        span = key_span if stands_empty else self.span(keys[:-1])
        message = (
            f"Die Angabe „{keys[-1]}“ fehlt." if len(keys) == 1 else f"Unter „{_named(keys[:-1])}“ fehlt „{keys[-1]}“."
        )
        remedy = f"{field.hilfe} Zum Beispiel: {example(field)}" if field else ""
        if stands_empty and field and field.form is Form.WERT and (comment := self.comment_behind(keys)):
            meant = front_matter({field.name: comment}).rstrip()
            remedy = f"Was hinter # steht, gilt als Anmerkung. Gehört es zum Text, dann in Anführungszeichen: {meant}"
        return PFLICHT.at(span, message, remedy)

    def _unknown_key(self, keys: tuple[str | int, ...]) -> Diagnostic:
        rule, message, remedy = unknown_key(self.model, _names(keys))
        return rule.at(self.key_span(keys), message, remedy)

    def _meant(self, keys: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
        """Yield the places of what an unknown key may have meant; those in its own group in the same item of a list."""
        here = _names(keys[:-1])
        for path in meant(self.model, _names(keys)):
            yield (*keys[:-1], path[-1]) if path[:-1] == here else path

    def _not_a_choice(self, keys: tuple[str | int, ...], options: type[choice.Choice], written: Any) -> Diagnostic:
        codes = list(options)
        if not isinstance(written, str):
            return text.TEXT.at(
                self.span(keys), f"„{_named(keys)}“ ist ein einzelnes Wort.", f"Möglich sind: {', '.join(codes)}."
            )
        meant_by = {"yes": "ja", "true": "ja", "no": "nein", "false": "nein"}.get(written.casefold(), written)
        by_label = {option.label.casefold(): option for option in options}
        close = by_label.get(written.casefold()) or next(
            iter(get_close_matches(meant_by.casefold(), codes, 1, 0.6)), ""
        )
        meant = f"Meinten Sie „{close}“? " if close else ""
        message = f"„{written[:60]}“ steht bei „{_named(keys)}“ nicht zur Wahl."
        return AUSWAHL.at(self.span(keys), message, f"{meant}Möglich sind: {', '.join(codes)}.")

    def _too_many_dashes(self, keys: tuple[str | int, ...]) -> Diagnostic:
        message = f"Bei „{_named(keys)}“ hat jede Angabe einen eigenen Strich; ein Punkt hat nur einen."
        remedy = "Den Strich nur vor die erste Angabe setzen und die anderen darunter, zwei Leerzeichen weiter rechts."
        return GRUPPE.at(self.key_span(keys), message, remedy)

    def _not_a_group(self, keys: tuple[str | int, ...], field: Feld | None, written: Any) -> Diagnostic:
        remedy = _as_group(felder(field.part), keys, written) if field and field.part else ""
        return GRUPPE.at(self.span(keys), f"„{_named(keys)}“ braucht eingerückte Angaben.", remedy)

    def _field(self, keys: tuple[str | int, ...]) -> Feld | None:
        names = _names(keys)
        return feld(part_at(self.model, names[:-1]), names[-1]) if names else None


def validate(model: type[BaseModel], values: Values, problems: Problems) -> tuple[Any | None, list[Diagnostic]]:
    """Return an instance of `model`, or None and what stands in the way."""
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        return None, problems.explain(error)
    return record, [problems.empty(name) for name in _required_lists(model) if not getattr(record, name)]


@cache
def _required_lists(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(each.name for each in felder(model) if each.pflicht and each.form in (Form.LISTE, Form.GRUPPEN))


def example(field: Feld) -> str:
    """Return a right line for a field, as a record would write it."""
    if field.part:
        return f"{field.name}: …"
    shown = f'"{field.beispiel}"' if field.beispiel.startswith("@") else field.beispiel
    shown = f"[{shown}]" if field.form is Form.LISTE else shown
    return f"{field.name}: {shown}"


def _names(keys: Sequence[str | int]) -> tuple[str, ...]:
    return tuple(key for key in keys if isinstance(key, str))


def _named(keys: Sequence[str | int]) -> str:
    names = _names(keys)
    return names[-1] if names else ""


def _part_of(span: Span, value: Any, part: str) -> Span:
    """Return the place of a part of a value, of the whole where it is not written letter by letter on one line."""
    start = value.find(part) if part and isinstance(value, str) else -1
    quotes = span.length - len(value) if start >= 0 else 1
    if quotes not in (0, 2):
        return span
    return replace(span, column=span.column + quotes // 2 + start, length=len(part))


def _torn_apart(errors: Sequence[Any]) -> list[tuple[str | int, ...]]:
    """Return the lists of which every item holds one key only, each another: they belong together."""
    items: dict[tuple[str | int, ...], dict[int, tuple[str, ...]]] = {}
    for each in errors:
        if each["type"] == "missing" and isinstance((each["loc"][-2:-1] or ("",))[0], int):
            items.setdefault(each["loc"][:-2], {})[each["loc"][-2]] = tuple(each["input"])
    return [
        place
        for place, found in items.items()
        if len(found) > 1 and len(set(found.values())) == len(found) and all(len(keys) == 1 for keys in found.values())
    ]


def _as_group(known: Sequence[Feld], keys: Sequence[str | int], written: Any) -> str:
    """Return how what was written stands in a group: a sentence in a list under the first name, all else by example."""
    first = known[0]
    if isinstance(keys[-1], int) and isinstance(written, str) and first.kind.name in ("Text", "Zeile"):
        return f"Richtig ist: - {first.name}: {written[:60]}"
    names = ", ".join(each.name for each in known)
    return f"Darunter eingerückt, was davon bekannt ist ({names}), zum Beispiel: {example(first)}"


def _as_list(field: Feld | None, written: Any) -> str:
    """Return how what was written stands in a list: words in brackets, groups each behind a dash."""
    if field and field.part:
        return f"Jeder Punkt beginnt mit einem Strich, zum Beispiel: - {example(felder(field.part)[0])}"
    if not isinstance(written, str):
        return f"Richtig ist zum Beispiel: {example(field)}" if field else "Richtig ist: [ein Wert, noch einer]."
    items = [item.strip() for item in _BETWEEN_ITEMS.split(written[:MAX_LINE].strip(" ()")) if item.strip()]
    return f"Richtig ist: {field.name if field else 'liste'}: [{', '.join(items)}]."
