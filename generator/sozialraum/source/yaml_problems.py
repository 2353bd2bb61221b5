"""What can be wrong with the YAML of a record, said in German."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sozialraum.source.yaml_text import Origin

SYNTAX = Rule(
    "yaml_schreibweise",
    Severity.FEHLER,
    "Der Kopf ist nicht richtig geschrieben.\n\nJede Angabe steht auf einer eigenen Zeile als "
    "`schluessel: wert`. Enthält der Wert einen Doppelpunkt, ein `#` oder beginnt er mit einem "
    'Sonderzeichen, gehört er in Anführungszeichen: `titel: "Café: Treffpunkt"`.',
    regel="KB-00",
)
TABULATOR = Rule(
    "tabulator",
    Severity.FEHLER,
    "Im Kopf steht ein Tabulator.\n\nEingerückt wird mit zwei Leerzeichen. Im Editor lässt sich "
    "„Tabulatoren durch Leerzeichen ersetzen“ einschalten.",
)
DOPPELT = Rule(
    "doppelter_schluessel",
    Severity.FEHLER,
    "Eine Angabe kommt zweimal vor.\n\nNur eine könnte gelten. Die falsche Zeile löschen oder beide zusammenführen.",
)
NICHT_ERLAUBT = Rule(
    "yaml_sonderform",
    Severity.FEHLER,
    "Der Kopf nutzt eine Sonderform von YAML.\n\nAnker (`&`), Verweise darauf (`*`), Typmarken (`!`), "
    "`<<` und mehrere Dokumente sind in Datensätzen nicht erlaubt, weil man ihnen den Inhalt nicht "
    "ansieht. Den Wert ausschreiben; Text, der mit einem solchen Zeichen beginnt, in Anführungszeichen setzen.",
)
FORM = Rule(
    "kopf_ohne_angaben",
    Severity.FEHLER,
    "Der Kopf besteht nicht aus Angaben der Form `schluessel: wert`.\n\nRichtig ist zum Beispiel "
    "`titel: Stadtteilcafé Auenblick`.",
)

RULES = (SYNTAX, TABULATOR, DOPPELT, NICHT_ERLAUBT, FORM)

_PROBLEMS = {
    "mapping values are not allowed in this context": (
        "Hier steht ein Doppelpunkt, mit dem niemand rechnet, oder die Zeile ist falsch eingerückt.",
        'Enthält der Wert einen Doppelpunkt, gehört er in Anführungszeichen: titel: "Café: Treffpunkt".',
    ),
    "found unexpected end of stream": (
        "Ein Anführungszeichen wird nicht geschlossen.",
        "Am Ende des Textes das gleiche Anführungszeichen setzen wie am Anfang.",
    ),
    "did not find expected node content": (
        "Hier fehlt ein Wert, oder eine Klammer wird nicht geschlossen.",
        "Richtig ist: themen: [wohnen, sprache].",
    ),
    "did not find expected ',' or ']'": (
        "Eine Liste in eckigen Klammern wird nicht geschlossen.",
        "Richtig ist: themen: [wohnen, sprache].",
    ),
    "did not find expected ',' or '}'": (
        "Eine geschweifte Klammer wird nicht geschlossen.",
        "Jede Angabe auf eine eigene Zeile schreiben, ohne geschweifte Klammern.",
    ),
    "found character that cannot start any token": (
        "Ein Wert beginnt mit einem Zeichen, das in YAML eine eigene Bedeutung hat.",
        'Den ganzen Wert in Anführungszeichen setzen: "@stadtteilcafe".',
    ),
    "did not find expected key": (
        "Diese Zeile passt nicht zur Einrückung der Zeilen davor.",
        "Zusammengehörige Angaben gleich weit einrücken, mit zwei Leerzeichen je Ebene.",
    ),
    "could not find expected ':'": (
        "Nach diesem Wort fehlt ein Doppelpunkt.",
        "Gehört die Zeile zum Text darüber, zwei Leerzeichen davor setzen. Eine eigene Angabe ist: schluessel: wert.",
    ),
}
_OTHERWISE = ("Der Kopf ist hier nicht richtig geschrieben.", "Jede Angabe auf eine eigene Zeile: schluessel: wert.")
_NEVER_CLOSED = ("found unexpected end of stream", "did not find expected ','", "could not find expected ':'")
"""Problems the parser notices only at the end: people look where the bracket or quote opens."""
_SPECIAL_SIGNS = {"while scanning an anchor": "&", "while scanning an alias": "*", "while scanning a tag": "!"}
_WITHOUT_SPACE = re.compile(r"(?P<indent> *)(?P<key>(?:- +)?[a-z_]+):(?!//)(?P<value>\S.*)")
"""A line that was meant as `key: value`, and goes on as text instead: the parser notices on the next line."""
_KEY = re.compile(r"(?P<indent> *)(?P<key>(?:- +)?\w+):")
_NO_COLON = re.compile(r"(?P<indent> *)(?P<key>[A-Za-zÄÖÜäöü_]+)(?: *[=–—：] *| +)(?P<value>[^:\s][^:]*)")
_TWO_KEYS = re.compile(r" *(?:- +)?\w+: +(?P<inner>[a-z_]+): ")
_NO_SPACE = re.compile(r" *(?:(?:- +)?\w+:)?(?P<sign>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
"""A line that begins, or goes on behind its colon, with what looks like a space and is none to YAML."""


def special_sign(sign: str, span: Span) -> Diagnostic:
    """Return what is said about an anchor, an alias or a tag."""
    message = f"Das Zeichen „{sign}“ am Anfang eines Wertes hat in YAML eine Sonderbedeutung."
    return NICHT_ERLAUBT.at(span, message, f'Es löschen oder den ganzen Wert in Anführungszeichen setzen: "{sign}neu".')


def merge_key(span: Span) -> Diagnostic:
    """Return what is said about `<<`."""
    message = "Mit „<<“ lassen sich keine Angaben von anderswo übernehmen."
    return NICHT_ERLAUBT.at(span, message, "Die Zeile löschen und jede Angabe ausschreiben.")


def no_word(span: Span) -> Diagnostic:
    """Return what is said about a list or a group where a key should be."""
    message = "Vor dem Doppelpunkt steht kein einfaches Wort."
    return NICHT_ERLAUBT.at(span, message, "Klammern und Fragezeichen löschen; richtig ist: schluessel: wert.")


def no_space(key: str, span: Span) -> Diagnostic | None:
    """Return what is said about a key that begins with a space of another kind; to YAML it is a part of the word."""
    found = _NO_SPACE.match(key)
    return _other_space(found["sign"], span) if found else None


def too_deep(span: Span) -> Diagnostic:
    """Return what is said about nesting that goes too deep."""
    return SYNTAX.at(span, "Hier sind zu viele Ebenen ineinander geschachtelt.", "Klammern und Einrückung prüfen.")


@dataclass(frozen=True, slots=True)
class _Failure:
    """What the parser says about a text it cannot read, and the lines of the text."""

    problem: str
    context: str
    line: int
    """From 0, as `column`; both 0 where the parser names no place."""
    column: int
    lines: Sequence[str]
    origin: Origin

    @property
    def text(self) -> str:
        """The line where the parser gives up."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def at(self, line: int, column: int, length: int = 1) -> Span:
        """Return a place of the text, both numbers from 0."""
        return Span(self.origin.path, self.origin.line + line, column + 1, length)


def explained(error: Exception, text: str, origin: Origin) -> Diagnostic:
    """Return what is said about an error of the parser."""
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None)
    if problem.startswith(_NEVER_CLOSED) or context in _SPECIAL_SIGNS:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    failure = _Failure(problem, context, line, column, text.split("\n"), origin)
    said = next(filter(None, (explain(failure) for explain in EXPLANATIONS)), None)
    return said or SYNTAX.at(failure.at(line, column), *_PROBLEMS.get(problem, _OTHERWISE))


def _tab(failure: _Failure) -> Diagnostic | None:
    if "tab character" not in failure.problem and not failure.text.lstrip(" ").startswith("\t"):
        return None
    column = failure.text.index("\t") if "\t" in failure.text else failure.column
    return TABULATOR.at(
        failure.at(failure.line, column), "Hier steht ein Tabulator.", "Mit zwei Leerzeichen einrücken."
    )


def _no_space(failure: _Failure) -> Diagnostic | None:
    """Explain a space that is none, on the line or the one before it."""
    for number in range(max(0, failure.line - 1), min(failure.line + 1, len(failure.lines))):
        if found := _NO_SPACE.match(failure.lines[number]):
            return _other_space(found["sign"], failure.at(number, found.start("sign")))
    return None


def _other_space(sign: str, span: Span) -> Diagnostic:
    message = f"Hier steht ein Leerzeichen besonderer Art (U+{ord(sign):04X}), das nicht als Leerzeichen zählt."
    return SYNTAX.at(
        span, message, "Es löschen und mit der Leertaste neu tippen; eingerückt wird mit zwei Leerzeichen."
    )


def _second_document(failure: _Failure) -> Diagnostic | None:
    if "another document" not in failure.problem and failure.problem != "did not find expected <document start>":
        return None
    ends = [number for number, line in enumerate(failure.lines[: failure.line]) if line.rstrip() == "..."]
    if ends:
        return NICHT_ERLAUBT.at(
            failure.at(ends[-1], 0, 3), "Die Zeile ... beendet den Kopf zu früh.", "Die Zeile löschen."
        )
    remedy = "Nur die Zeile --- löschen oder, wenn der Kopf hier enden soll, alles hinter den drei Strichen."
    return NICHT_ERLAUBT.at(
        failure.at(failure.line, failure.column, 3), "Im Kopf beginnt ein zweites Dokument.", remedy
    )


def _special_sign(failure: _Failure) -> Diagnostic | None:
    sign = "*" if "undefined alias" in failure.problem else _SPECIAL_SIGNS.get(failure.context, "")
    if sign == "*" and failure.text[failure.column :].startswith("* "):
        remedy = f"Richtig ist: - {failure.text[failure.column + 2 :].strip()[:60]}"
        return SYNTAX.at(failure.at(failure.line, failure.column), "Eine Liste hat Striche, keine Sternchen.", remedy)
    return special_sign(sign, failure.at(failure.line, failure.column)) if sign else None


def _without_space(failure: _Failure) -> Diagnostic | None:
    """Explain a line without a space behind its colon: that of the error, or the one before it."""
    lines, number = failure.lines, failure.line
    if number >= len(lines):
        return None
    found = _WITHOUT_SPACE.fullmatch(lines[number])
    if not found and number:
        number, found = number - 1, _WITHOUT_SPACE.fullmatch(lines[number - 1])
        key = failure.text[: failure.column]
        if not found or key.strip(" ") != key[len(found["indent"]) :] or not key.strip(" ").isidentifier():
            return None
    if not found:
        return None
    remedy = f"Richtig ist: {found['key']}: {found['value'][:60]}"
    return SYNTAX.at(failure.at(number, found.start("value")), "Nach dem Doppelpunkt fehlt ein Leerzeichen.", remedy)


def _too_far_in(failure: _Failure) -> Diagnostic | None:
    """Explain a key that stands further in than the value above it, of which it becomes a part."""
    found, above = _KEY.match(failure.text), _KEY.match(failure.lines[failure.line - 1]) if failure.line else None
    if not found or not above or found.end() - 1 != failure.column or len(found["indent"]) <= len(above["indent"]):
        return None
    place = failure.at(failure.line, found.start("key"), len(found["key"]))
    return SYNTAX.at(place, "Diese Zeile ist weiter eingerückt als die davor.", _even(len(above["indent"])))


def _missing_colon(failure: _Failure) -> Diagnostic | None:
    """Explain a first line without a colon, or with another sign: the parser notices at the colon of the second."""
    before = failure.lines[failure.line - 1] if failure.line else ""
    found, key = _NO_COLON.fullmatch(before), _KEY.match(failure.text)
    if not found or not key or key.end() - 1 != failure.column or found["indent"] != key["indent"]:
        return None
    place = failure.at(failure.line - 1, found.start("key"), len(found["key"]))
    remedy = f"Richtig ist: {found['key']}: {found['value'][:60]}"
    return SYNTAX.at(place, f"Nach „{found['key']}“ fehlt ein Doppelpunkt.", remedy)


def _two_keys(failure: _Failure) -> Diagnostic | None:
    """Explain a group whose first key stands beside its name."""
    found = _TWO_KEYS.match(failure.text)
    if not found or found.end("inner") != failure.column:
        return None
    place = failure.at(failure.line, found.start("inner"), len(found["inner"]))
    remedy = f'„{found["inner"]}“ eingerückt auf eine eigene Zeile; ist es Text, dann in Anführungszeichen: "Café: Treffpunkt".'
    return SYNTAX.at(place, "Auf dieser Zeile stehen zwei Angaben.", remedy)


def _even(spaces: int) -> str:
    return f"Gleich weit einrücken wie die Zeile davor ({spaces} Leerzeichen)." if spaces else "Ganz links beginnen."


def _behind_the_value(failure: _Failure) -> Diagnostic | None:
    """Explain what goes on behind a value that is over: the parser expects a key there."""
    before = failure.text[: failure.column].rstrip(" ")
    if failure.problem != "did not find expected key" or before[-1:] not in ('"', "'", "]", "}"):
        return None
    place = failure.at(failure.line, failure.column)
    if before[-1] in "]}":
        return SYNTAX.at(place, "Hinter der schließenden Klammer steht noch etwas.", "Löschen, was dahinter steht.")
    remedy = 'Im Text selbst „ und “ verwenden, oder ihn außen mit dem anderen Zeichen umschließen: "Rudi\'s Rad".'
    return SYNTAX.at(place, "Hinter dem schließenden Anführungszeichen steht noch etwas.", remedy)


EXPLANATIONS = (
    _tab,
    _no_space,
    _second_document,
    _special_sign,
    _without_space,
    _too_far_in,
    _missing_colon,
    _two_keys,
    _behind_the_value,
)
"""What may be behind an error of the parser, in the order in which it is looked for."""
