"""Text values become a record, or German sentences that say why not."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic, Rule, Severity, Span
from sozialraum.fields import choice, contact, dates, geometry, language, link, pattern, place, text, tiles, times
from sozialraum.model.describe import Feld, Form, feld, felder
from sozialraum.source.text import RICHTUNG, ZEICHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sozialraum.source.yaml_text import Values

PFLICHT = Rule(
    "pflichtangabe_fehlt",
    Severity.FEHLER,
    "Eine nötige Angabe fehlt.\n\nWelche Angaben eine Eintragsart braucht, steht auf der Seite „Felder“. Ist etwas "
    "noch nicht bekannt, gibt es dafür meist ein eigenes Wort (`unbekannt`, `ungeprueft`).",
    regel="KB-01, RS-01, SR-01, TM-01",
)
UNBEKANNT = Rule(
    "unbekannter_schluessel",
    Severity.FEHLER,
    "Diese Angabe gibt es nicht.\n\nMeist ist es ein Tippfehler. Was nirgends hineinpasst, gehört in den freien Text "
    "unter dem Kopf.",
    regel="KB-00",
)
ZIELGRUPPE = Rule(
    "zielgruppe",
    Severity.FEHLER,
    "Das Handbuch kennt keine Zielgruppen.\n\nDie Sozialraumorientierung arbeitet mit einem "
    "„zielgruppendekonstruierenden und bereichsübergreifenden Blick“: Etiketten für Menschen beeinflussen die "
    "Beziehung und schließen aus. Stattdessen sagen `themen`, wobei etwas hilft, und `zugangsvoraussetzung`, was "
    "sachlich oder rechtlich nötig ist (Termin, Gutschein, Bescheinigung).",
    regel="RS-06",
)
VERBOTEN = Rule(
    "nicht_vorgesehen",
    Severity.FEHLER,
    "Diese Angabe ist aus fachlichen Gründen nicht vorgesehen.\n\nDas Handbuch bewertet keine Menschen, stellt keine "
    "Prognosen, sucht keine Ursachen bei der Person und hält nichts fest, was besonders geschützt ist (Religion, "
    "Gesundheit, Herkunft, private Anschriften).",
)
AUSWAHL = Rule(
    "wort_nicht_in_auswahl",
    Severity.FEHLER,
    "Dieses Wort steht hier nicht zur Wahl.\n\nDie möglichen Wörter stehen in der Meldung und auf der Seite „Felder“.",
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

_OWN = (PFLICHT, UNBEKANNT, ZIELGRUPPE, VERBOTEN, AUSWAHL, LISTE, GRUPPE)
RULES = (
    *_OWN,
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
_RULE_OF = {rule.code: rule for rule in (*RULES, ZEICHEN, RICHTUNG)}
"""Rule of each code by which a kind of value refuses; the last two are first of all rules about files."""

_TARGET_GROUP = {"zielgruppe", "zielgruppen"}
_FORBIDDEN = {
    "prognose", "ursache", "ursachen", "score", "einfluss_score", "diagnose", "defizite", "hemmnisse", "religion",
    "partei", "gesundheit", "geburtsdatum", "privatadresse", "nationalitaet", "bg_nummer", "kundennummer",
}  # fmt: skip


class Problems:
    """Turns pydantic's errors about one mapping into diagnostics.

    `span` and `key_span` find the place of a value and of a key, see `Document`.
    """

    def __init__(self, model: type[BaseModel], span: Callable[..., Span], key_span: Callable[..., Span]) -> None:
        self.model = model
        self.span = span
        self.key_span = key_span

    def explain(self, error: ValidationError) -> list[Diagnostic]:
        """Return one diagnostic per mistake: what is there under a misspelled key is not missed as well."""
        errors = error.errors(include_url=False)[:MOST_OF_ONE_TEXT]
        unknown = [each["loc"] for each in errors if each["type"] == "extra_forbidden"]
        misspelled = {(*keys[:-1], self._meant(keys)) for keys in unknown}
        return [self._one(each) for each in errors if each["type"] != "missing" or each["loc"] not in misspelled]

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
            return _RULE_OF[kind].at(self.span(keys), error["ctx"]["message"], error["ctx"]["remedy"])
        field = self._field(keys)
        if kind == "enum" and field and field.choice:
            return self._not_a_choice(keys, field.choice, error["input"])
        if kind == "tuple_type":
            return LISTE.at(
                self.span(keys), f"„{keys[-1]}“ ist eine Liste.", f"Richtig ist: {keys[-1]}: {_listed(error['input'])}."
            )
        return self._not_a_group(keys, field)

    def _missing(self, keys: tuple[str | int, ...]) -> Diagnostic:
        field = self._field(keys)
        key_span = self.key_span(keys)
        stands_empty = key_span != self.key_span((*keys[:-1], ""))
        span = key_span if stands_empty else self.span(keys[:-1])
        message = (
            f"Die Angabe „{keys[-1]}“ fehlt." if len(keys) == 1 else f"Unter „{_named(keys[:-1])}“ fehlt „{keys[-1]}“."
        )
        remedy = f"{field.hilfe} Zum Beispiel: {example(field)}" if field else ""
        return PFLICHT.at(span, message, remedy)

    def _unknown_key(self, keys: tuple[str | int, ...]) -> Diagnostic:
        key, span = str(keys[-1]), self.key_span(keys)
        if key.casefold() in _TARGET_GROUP:
            remedy = "Die Zeile löschen. Wobei es hilft, sagen die themen; was man wirklich braucht, die zugangsvoraussetzung."
            return ZIELGRUPPE.at(span, "Das Handbuch kennt keine Zielgruppen.", remedy)
        if key.casefold() in _FORBIDDEN:
            return VERBOTEN.at(span, f"„{key}“ wird im Handbuch nicht festgehalten.", "Die Angabe löschen.")
        meant = self._meant(keys)
        remedy = f"Meinten Sie „{meant}“?" if meant else f"Möglich sind: {', '.join(self._known(keys))}."
        return UNBEKANNT.at(span, f"Die Angabe „{key}“ gibt es hier nicht.", remedy)

    def _known(self, keys: tuple[str | int, ...]) -> list[str]:
        return [each.name for each in felder(self._model_at(keys[:-1]))]

    def _meant(self, keys: tuple[str | int, ...]) -> str:
        """Return the known key that an unknown one resembles most, "" where none does."""
        spelled = str(keys[-1]).casefold()
        if spelled in _TARGET_GROUP | _FORBIDDEN:
            return ""
        for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
            spelled = spelled.replace(umlaut, letters)
        return next(iter(get_close_matches(spelled, self._known(keys), n=1, cutoff=0.6)), "")

    def _not_a_choice(self, keys: tuple[str | int, ...], options: type[choice.Choice], written: Any) -> Diagnostic:
        codes = list(options)
        if not isinstance(written, str):
            return text.TEXT.at(
                self.span(keys), f"„{_named(keys)}“ ist ein einzelnes Wort.", f"Möglich sind: {', '.join(codes)}."
            )
        by_label = {option.label.casefold(): option for option in options}
        close = by_label.get(written.casefold()) or next(iter(get_close_matches(written.casefold(), codes, 1, 0.6)), "")
        meant = f"Meinten Sie „{close}“? " if close else ""
        message = f"„{written[:60]}“ steht bei „{_named(keys)}“ nicht zur Wahl."
        return AUSWAHL.at(self.span(keys), message, f"{meant}Möglich sind: {', '.join(codes)}.")

    def _not_a_group(self, keys: tuple[str | int, ...], field: Feld | None) -> Diagnostic:
        part = field.part if field else None
        first = felder(part)[0] if part else None
        remedy = f"Darunter eingerückt zum Beispiel: {example(first)}" if first else "Eingerückte Angaben schreiben."
        return GRUPPE.at(self.span(keys), f"„{_named(keys)}“ braucht eingerückte Angaben.", remedy)

    def _model_at(self, keys: Sequence[str | int]) -> type[BaseModel]:
        model = self.model
        for key in keys:
            if isinstance(key, str):
                found = feld(model, key)
                model = found.part if found and found.part else model
        return model

    def _field(self, keys: tuple[str | int, ...]) -> Feld | None:
        names = [key for key in keys if isinstance(key, str)]
        return feld(self._model_at(names[:-1]), names[-1]) if names else None


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
    shown = f"[{field.beispiel}]" if field.form is Form.LISTE else field.beispiel
    return f"{field.name}: {shown}"


def _named(keys: Sequence[str | int]) -> str:
    names = [key for key in keys if isinstance(key, str)]
    return names[-1] if names else ""


def _listed(value: Any) -> str:
    return f"[{value}]" if isinstance(value, str) else "[…]"
