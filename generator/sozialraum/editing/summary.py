"""The comparison as Markdown for a comment in a merge request.

Whatever a record says stands in code spans: there no forge sees a mention, a
reference, a quick action, a link or HTML. Sentences and labels are the
project's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.checks.upkeep import german
from sozialraum.diagnostics import Severity
from sozialraum.editing.changes import Kind
from sozialraum.editing.discretion import SILENT, discreet, mentions
from sozialraum.load.contacts import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sozialraum.diagnostics import Diagnostic
    from sozialraum.editing.changes import Comparison, FieldChange, RecordChange
    from sozialraum.load.entries import Entry

MARK = "<!-- sozialraum-vorschau -->"
"""By this line a pipeline finds its comment again and replaces it."""

MOST_RECORDS = 60
MOST_PAGES = 20
MOST_FINDINGS = 40
LONGEST_VALUE = 200

_BACKTICKS = re.compile("`+")
_SPACE = re.compile(r"\s+")


def summary_of(comparison: Comparison) -> str:
    """Return the whole summary; the same comparison gives the same bytes."""
    parts = [part for section in SECTIONS if (part := "\n".join(section(comparison)).strip())]
    nothing = "An den Einträgen ändert sich nichts."
    return "\n\n".join([MARK, "## Was sich im Handbuch ändert", *(parts or [nothing])]) + "\n"


def code(text: str, own: Sequence[re.Pattern[str]] = ()) -> str:
    """Return a text as a code span of one line, without personal data; nothing in it is read as Markdown."""
    shown = "".join(sign if sign.isprintable() else "�" for sign in _SPACE.sub(" ", discreet(text, own)).strip())
    if len(shown) > LONGEST_VALUE:
        shown = shown[: LONGEST_VALUE - 1] + "…"
    fence = "`" * (max(map(len, _BACKTICKS.findall(shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else "(nichts)"


def _records(comparison: Comparison) -> Iterator[str]:
    for kind in Kind:
        changes = [change for change in comparison.records if change.kind is kind]
        if changes:
            yield f"### {len(changes)} {'Eintrag' if len(changes) == 1 else 'Einträge'} {kind.value}"
            yield ""
            for change in changes[:MOST_RECORDS]:
                yield from _record(change, comparison)
            yield from _and_more(len(changes) - MOST_RECORDS)
            yield ""


def _record(change: RecordChange, comparison: Comparison) -> Iterator[str]:
    yield f"- {_name(change.entry, comparison)}"
    for each in change.fields:
        yield f"    - {_field(each, comparison)}"
    if change.text:
        yield "    - Der freie Text ist anders."


def _field(each: FieldChange, comparison: Comparison) -> str:
    if each.old is None or each.new is None or mentions(f"{each.old} | {each.new}", comparison.unspoken):
        return f"{each.label}: geändert (der Inhalt steht nur im Eintrag)"
    return f"{each.label}: {code(each.old, comparison.own)} → {code(each.new, comparison.own)}"


def _name(entry: Entry, comparison: Comparison) -> str:
    """Return type and title of a record, only the type of one that is about people."""
    if entry.ordner in SILENT:
        return f"{entry.record.typ.einzahl} (der Name steht nur im Eintrag)"
    return f"{entry.record.typ.einzahl} {code(entry.record.titel, comparison.own)}"


def _proofs(comparison: Comparison) -> Iterator[str]:
    lost = [change for change in comparison.records if change.proof_lost]
    if lost:
        yield "### Die letzte Prüfung gilt so nicht mehr"
        yield ""
        yield (
            "Adresse, Kontakt, Zeiten, Zugang oder Kosten sind anders, die Prüfung ist dieselbe geblieben. "
            "Wurde nachgefragt, erneuert `sozialraum geprueft` sie; von Hand genügt bei `geprueft_am` das Datum von heute."
        )
        yield ""
        yield from (f"- {_name(change.entry, comparison)}" for change in lost[:MOST_RECORDS])
        yield from _and_more(len(lost) - MOST_RECORDS)


def _lots(comparison: Comparison) -> Iterator[str]:
    if comparison.lots:
        yield "### Sehr viele Einträge auf einmal geprüft"
        yield ""
        yield (
            "Ohne Nachweis, alle am selben Tag: Das ist meist eine übernommene Liste. Der Prüftag bleibt nur dort stehen, "
            "wo an diesem Tag jemand nachgefragt hat."
        )
        yield ""
        yield from (f"- {german(lot.day)}: {len(lot.entries)} Einträge" for lot in comparison.lots)


def _found(comparison: Comparison) -> Iterator[str]:
    yield from _findings("Neue Funde der Prüfung", comparison.found, comparison)


def _mended(comparison: Comparison) -> Iterator[str]:
    yield from _findings("Damit erledigt", comparison.mended, comparison)


def _findings(title: str, found: Sequence[Diagnostic], comparison: Comparison) -> Iterator[str]:
    if found:
        yield f"### {title} ({len(found)})"
        yield ""
        ordered = sorted(found, key=lambda each: (each.severity.rank, *each.sort_key()))
        yield from (_finding(each, comparison) for each in ordered[:MOST_FINDINGS])
        yield from _and_more(len(found) - MOST_FINDINGS)


def _finding(each: Diagnostic, comparison: Comparison) -> str:
    weight = f"**{each.severity.value}**" if each.severity is Severity.FEHLER else each.severity.value
    folder = each.span.path.split("/")[-2] if "/" in each.span.path else ""
    if folder in {*SILENT, SHOWN}:  # their file names may be names
        return f"- {weight} {code(each.code)} in {code(folder)}"
    told = "" if mentions(each.message, comparison.unspoken) else f": {code(each.message, comparison.own)}"
    return f"- {weight} {code(each.code)} in {code(str(each.span))}{told}"


def _pages(comparison: Comparison) -> Iterator[str]:
    told = [entry for entry in comparison.pages if entry.ordner not in SILENT]
    if told:
        yield f"### Seiten, auf denen man es auch sieht ({len(told)})"
        yield ""
        yield from (f"- {_name(entry, comparison)}" for entry in told[:MOST_PAGES])
        yield from _and_more(len(told) - MOST_PAGES)


def _and_more(count: int) -> Iterator[str]:
    if count > 0:
        yield f"- und {count} mehr"


SECTIONS: tuple[Callable[[Comparison], Iterator[str]], ...] = (_proofs, _lots, _records, _found, _mended, _pages)
"""The parts of a summary, what needs a decision first."""
