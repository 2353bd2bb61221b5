"""What can be wrong with the YAML of a record, said in German."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml import Mark

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
        "Richtig ist: schluessel: wert.",
    ),
}
_NEVER_CLOSED = ("found unexpected end of stream", "did not find expected ','", "could not find expected ':'")
"""Problems the parser notices only at the end: people look where the bracket or quote opens."""
_WITHOUT_SPACE = re.compile(r"(?P<indent> *)(?P<key>(?:- +)?[a-z_]+):(?!//)(?P<value>\S.*)")
"""A line that was meant as `key: value`, and goes on as text instead: the parser notices on the next line."""
_SPECIAL_SIGNS = {"while scanning an anchor": "&", "while scanning an alias": "*", "while scanning a tag": "!"}
_OTHERWISE = ("Der Kopf ist hier nicht richtig geschrieben.", "Jede Angabe auf eine eigene Zeile: schluessel: wert.")


def special_sign(sign: str, span: Span) -> Diagnostic:
    """Return what is said about an anchor, an alias or a tag."""
    return refused(span, f"Das Zeichen „{sign}“ am Anfang eines Wertes hat in YAML eine Sonderbedeutung.")


def refused(span: Span, message: str) -> Diagnostic:
    """Return what is said about a form of YAML that no record may have."""
    return NICHT_ERLAUBT.at(span, message, 'Den Wert ausschreiben oder in Anführungszeichen setzen: "*neu*".')


def too_deep(span: Span) -> Diagnostic:
    """Return what is said about nesting that goes too deep."""
    return SYNTAX.at(span, "Hier sind zu viele Ebenen ineinander geschachtelt.", "Klammern und Einrückung prüfen.")


def explained(error: Exception, text: str, origin: Origin) -> Diagnostic:
    """Return what is said about an error of the parser."""
    problem = getattr(error, "problem", None) or ""
    context, mark = getattr(error, "context", None) or "", getattr(error, "problem_mark", None)
    if problem.startswith(_NEVER_CLOSED) or context in _SPECIAL_SIGNS:
        mark = getattr(error, "context_mark", None) or mark
    span = origin.at(mark) if mark else Span(origin.path, origin.line)
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "tab character" in problem or line.lstrip(" ").startswith("\t"):
        column = line.index("\t") + 1 if "\t" in line else span.column
        span = Span(origin.path, span.line, column)
        return TABULATOR.at(span, "Hier steht ein Tabulator.", "Mit zwei Leerzeichen einrücken.")
    if "another document" in problem or problem == "did not find expected <document start>":
        return refused(span, "Im Kopf beginnt ein zweites Dokument.")
    sign = "*" if "undefined alias" in problem else _SPECIAL_SIGNS.get(context, "")
    if sign:
        return special_sign(sign, span)
    glued = _without_space(lines, mark, origin) if mark else None
    if glued:
        return glued
    message, remedy = _PROBLEMS.get(problem, _OTHERWISE)
    return SYNTAX.at(span, message, remedy)


def _without_space(lines: Sequence[str], mark: Mark, origin: Origin) -> Diagnostic | None:
    """Return what is said about a line without a space behind its colon: that of the error, or the one before it."""
    if mark.line >= len(lines):
        return None
    number, found = mark.line, _WITHOUT_SPACE.fullmatch(lines[mark.line])
    if not found and mark.line:
        number, found = mark.line - 1, _WITHOUT_SPACE.fullmatch(lines[mark.line - 1])
        key = lines[mark.line][: mark.column]
        if not found or key.strip(" ") != key[len(found["indent"]) :] or not key.strip(" ").isidentifier():
            return None
    if not found:
        return None
    place = Span(origin.path, origin.line + number, found.start("value") + 1)
    remedy = f"Richtig ist: {found['key']}: {found['value'][:60]}"
    return SYNTAX.at(place, "Nach dem Doppelpunkt fehlt ein Leerzeichen.", remedy)
