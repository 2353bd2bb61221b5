"""Personal data in everything a district commits: records valid or not, file names, pictures."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.checks import personal_rules as rules
from sozialraum.diagnostics import MOST_OF_ONE_TEXT, Diagnostic, Rule, Span
from sozialraum.load.folder import EXCEPTIONS
from sozialraum.load.unread import BESIDE, PICTURES
from sozialraum.model.beratung import Beratung, Variante
from sozialraum.model.schluesselperson import Anzeige, Schluesselperson
from sozialraum.privacy.contact_data import is_of_a_person
from sozialraum.privacy.detection import find_all, find_numbers
from sozialraum.privacy.masking import masked, masked_at
from sozialraum.privacy.patterns import compiled
from sozialraum.privacy.people import find_name_in_file_name
from sozialraum.privacy.pictures import ORT, found_in_picture
from sozialraum.privacy.reading import compact
from sozialraum.privacy.traits import TRAIT_NAMES
from sozialraum.source.text import place
from sozialraum.source.yaml_text import Origin, locate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sozialraum.checks.finding import Checked
    from sozialraum.load.entries import Entry
    from sozialraum.load.unread import Unread
    from sozialraum.model.ausnahme import Ausnahme
    from sozialraum.privacy.hit import Hit

TOO_MANY_TRAITS = 3
"""As many different traits point at one person (domain.md 2.13, KB-53)."""


class Suspicion(NamedTuple):
    """A hit that counts where it stands. `written` is its clear text and never leaves this module unmasked."""

    rule: Rule
    art: str
    span: Span
    written: str
    related: tuple[Span, ...] = ()

    @property
    def checksum(self) -> str:
        """What stands for the hit in `ausnahmen.yml`: the same however it is spelled."""
        return sha256(f"{self.rule.code}:{compact(self.written)}".encode()).hexdigest()

    def diagnostic(self) -> Diagnostic:
        """Return what people are told."""
        verb = "stehen" if self.related else "steht"
        message = f"Hier {verb} vermutlich {self.art} ({masked(self.written)})."
        return replace(self.rule.at(self.span, message, rules.REMEDIES[self.rule.code]), related=self.related)


def read_for_personal_data(checked: Checked) -> Iterator[Diagnostic]:
    """Yield what is suspicious in a district and not allowed, and exceptions that are over or unused."""
    allowed = {(each.regel, each.sha256): number for number, each in enumerate(checked.ausnahmen.ausnahmen)}
    used = set()
    for each in suspicions(checked):
        number = allowed.get((each.rule.code, each.checksum)) if allowed else None
        if number is None:
            yield each.diagnostic()
        else:
            used.add(number)
    if not checked.district.unsettled:
        yield from islice(_exceptions(checked, used), MOST_OF_ONE_TEXT)
    for file in checked.unread:
        yield from in_picture(file.path, file.raw)


def suspicions(checked: Checked) -> Iterator[Suspicion]:
    """Yield every suspicious place of a district, allowed or not."""
    for entry in checked.district.entries:
        seen = checked.seen.get(entry.document.path)
        if seen:
            yield from seen.suspicions
    own = own_numbers(checked.district.settings.textpruefung.aktenzeichen)
    for file in checked.unread:
        if b"\0" not in file.raw:
            yield from in_text(file.path, file.text, kind_of_file(file.path), own)
    yield from in_file_names(
        [*(each.document.path for each in checked.district.entries), *(each.path for each in checked.unread)], own
    )


def in_text(path: str, text: str, kind: str, own: Sequence[re.Pattern[str]] = ()) -> Iterator[Suspicion]:
    """Yield what is suspicious in one text. `kind` is a key of `personal_rules.POLICIES`."""
    hits = _look_for(text, kind, own)
    if not hits:
        return
    policy = rules.POLICIES[kind]
    yield from islice(_counted(path, text, hits, policy), MOST_OF_ONE_TEXT)
    if policy is rules.POLICIES[rules.SINGLE_CASE]:
        yield from _traits(path, text, hits)


def _counted(path: str, text: str, hits: Iterable[Hit], policy: Mapping[str, Rule]) -> Iterator[Suspicion]:
    for hit in hits:
        rule = rules.PERSONENKENNUNG if hit.art in rules.NOWHERE else policy.get(hit.art)
        written = text[hit.start : hit.end]
        if rule and not (rule is rules.PERSOENLICHES_POSTFACH and not is_of_a_person(written)):
            yield Suspicion(rule, hit.art, _span(path, text, hit), written)


def in_file_names(paths: Sequence[str], own: Sequence[re.Pattern[str]] = ()) -> Iterator[Suspicion]:
    """Yield what is suspicious in names of files; all of them are read in one go."""
    text = "\n".join(paths)
    hits = [hit for hit in find_numbers(text, own) if hit.art in rules.NOWHERE or hit.art in rules.NUMBERS]
    for hit in hits:
        path = paths[text.count("\n", 0, hit.start)]
        yield Suspicion(rules.PERSONENKENNUNG, hit.art, Span(path), text[hit.start : hit.end])
    for path in paths:
        if kind_of_file(path) in rules.WITHOUT_NAMES:
            for hit in find_name_in_file_name(path):
                yield Suspicion(rules.PERSONENNAME, hit.art, Span(path), path[hit.start : hit.end])


def in_picture(path: str, raw: bytes) -> Iterator[Diagnostic]:
    """Yield what a picture file says beside what it shows."""
    if not path.casefold().endswith(tuple(PICTURES)):
        return
    found = found_in_picture(raw)
    if found:
        rule = rules.BILD_MIT_ORT if ORT in found else rules.BILD_MIT_ANGABEN
        yield rule.at(
            Span(path), f"In der Bilddatei steht: {', '.join(found)}.", "Die Angaben aus der Datei entfernen."
        )


def proposals(checked: Checked) -> Iterator[str]:
    """Yield an entry for `ausnahmen.yml` per suspicious place that has none, each checksum once."""
    known = {(each.regel, each.sha256) for each in checked.ausnahmen.ausnahmen}
    for each in suspicions(checked):
        key = (each.rule.code, each.checksum)
        if key not in known:
            known.add(key)
            yield (
                f"  # {each.span} {each.art}: {masked(each.written)}\n"
                f"  - regel: {each.rule.code}\n    sha256: {each.checksum}\n    grund:\n    verantwortet:\n    gueltig_bis:"
            )


def without_personal_data(diagnostics: Iterable[Diagnostic], own: Sequence[re.Pattern[str]] = ()) -> list[Diagnostic]:
    """Return the diagnostics with everything masked that a message of another rule may quote from its file."""
    return [_masked(each, own) for each in diagnostics]


def with_masked_paths(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics as they may be shown where the name of a file is itself the mistake."""
    found = [*diagnostics]
    named = {
        each.span.path: masked_at(each.span.path, _in_path(each.span.path))
        for each in found
        if each.code in {rules.PERSONENKENNUNG.code, rules.PERSONENNAME.code} and not each.span.line
    }
    if not named:
        return found
    return [
        replace(each, span=_renamed(each.span, named), related=tuple(_renamed(span, named) for span in each.related))
        for each in found
    ]


def _renamed(span: Span, names: Mapping[str, str]) -> Span:
    return replace(span, path=names[span.path]) if span.path in names else span


def masked_text(path: str, text: str, own: Sequence[re.Pattern[str]] = ()) -> str:
    """Return a file's text, or words from it, as the log of a pipeline may show them: as long as they were, line for line."""
    kind = kind_of_file(path)
    policy = rules.POLICIES[kind]
    hits = _look_for(text, kind, own)
    counted = [hit for hit in hits if hit.art in rules.NOWHERE or hit.art in policy]
    return masked_at(text, [(hit.start, hit.end) for hit in counted]) if counted else text


def kind_of_file(path: str) -> str:
    """Return the strictest kind of text a file at `path` may be, a key of `personal_rules.POLICIES`.

    A folder of records makes everything below it strict, whoever put folders in between. In a commit, git's name for
    the state stands before the path.
    """
    first, *others = path.casefold().split("/")[:-1] or [""]
    folders = [first.rpartition(":")[2], *others]
    known = [folder for folder in folders if folder in rules.STRICTEST or folder in BESIDE]
    if known and known[0] in BESIDE:
        return rules.BESIDE
    kinds = [rules.STRICTEST[folder] for folder in known if folder in rules.STRICTEST]
    return max(kinds, key=lambda kind: len(rules.POLICIES[kind]), default="")


def _look_for(text: str, kind: str, own: Sequence[re.Pattern[str]]) -> list[Hit]:
    return find_numbers(text, own) if kind in {"", rules.BESIDE} else find_all(text, own)


def own_numbers(descriptions: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Return the expressions behind a district's own file numbers."""
    return tuple(compiled(each) for each in descriptions)


def kind_of_entry(entry: Entry) -> str:
    """Return the kind of text a record is, a key of `personal_rules.POLICIES`."""
    record = entry.record
    if isinstance(record, Beratung):
        return "beratungen" if record.variante is Variante.vorhaben else rules.SINGLE_CASE
    if isinstance(record, Schluesselperson):
        return entry.ordner if record.anzeige is Anzeige.mit_namen else rules.STRICTEST[entry.ordner]
    return rules.STRICTEST.get(entry.ordner, "")


def _in_path(path: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in (*find_numbers(path), *find_name_in_file_name(path))]


def _traits(path: str, text: str, hits: Iterable[Hit]) -> Iterator[Suspicion]:
    traits = [*islice((hit for hit in hits if hit.art in TRAIT_NAMES), MOST_OF_ONE_TEXT)]
    names = sorted({hit.art for hit in traits})
    if len(names) < TOO_MANY_TRAITS:
        for hit in traits:
            yield Suspicion(rules.MERKMAL, hit.art, _span(path, text, hit), text[hit.start : hit.end])
        return
    spans = tuple(_span(path, text, hit) for hit in traits)
    together = f"{', '.join(names[:-1])} und {names[-1]}"
    yield Suspicion(rules.WIEDERERKENNBAR, together, spans[0], text[traits[0].start : traits[0].end], spans[1:])


def _span(path: str, text: str, hit: Hit) -> Span:
    line, column = place(text, hit.start)
    return Span(path, line, column, len(text[hit.start : hit.end].split("\n", 1)[0]))


def _exceptions(checked: Checked, used: set[int]) -> Iterator[Diagnostic]:
    file = next((each for each in checked.unread if each.path.endswith(f"/{EXCEPTIONS}")), None)
    if file is None:
        return
    for number, each in enumerate(checked.ausnahmen.ausnahmen):
        if number not in used:
            span = _exception_span(file, number)
            yield rules.AUSNAHME_UNGENUTZT.at(
                span, f"Die Ausnahme für „{each.regel}“ wird nicht mehr gebraucht.", "Löschen."
            )
        elif each.gueltig_bis < checked.today:
            yield rules.AUSNAHME_ABGELAUFEN.at(
                _exception_span(file, number),
                _over(each),
                "Neu prüfen, dann gueltig_bis ändern oder die Stelle löschen.",
            )


def _exception_span(file: Unread, number: int) -> Span:
    return locate(file.text, Origin(file.path), ("ausnahmen", number, "regel"))


def _over(exception: Ausnahme) -> str:
    return f"Die Ausnahme für „{exception.regel}“ galt bis {exception.gueltig_bis:%d.%m.%Y}."


def _masked(each: Diagnostic, own: Sequence[re.Pattern[str]]) -> Diagnostic:
    if each.code in rules.CODES:
        return each
    message, remedy = (masked_text(each.span.path, text, own) for text in (each.message, each.remedy))
    return each if (message, remedy) == (each.message, each.remedy) else replace(each, message=message, remedy=remedy)
