"""What one build may know.

A build is for one audience. Everything above it is taken away here, right
after loading and before linking, so that nothing further down (pages, search,
map, exports, counts) can leak what it never had. Consent of key persons
(domain.md 2.4) is applied in the same place.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.link import LANDKREISWEIT
from sozialraum.load.entries import District, Entry
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.model.personenkontakt import COVERED_BY, Personenkontakt
from sozialraum.model.protection import without_place
from sozialraum.model.schluesselperson import NEEDED_FOR_A_NAME, Anzeige, Einwilligungsstatus, Schluesselperson
from sozialraum.source.wikilinks import WIKILINK

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import date

    from pydantic import BaseModel

CASEWORK = frozenset({"beratungen", "protokolle"})
"""Never outside the authority: separate controllers (§ 67 Abs. 4 SGB X), constitution 1.8 no. 8."""


def visible_to(district: District, audience: Sichtbarkeit, today: date, erased: Container[str]) -> District:
    """Return the district as `audience` may know it; `erased` are the ids of what is to be erased by today.

    Links to records that are not part of it are removed from fields and bodies,
    so that not even an id remains; nor that of a file nobody could read, since
    nobody knows for whom it was. What is to be erased is not part of it either.
    The places of shelters are in no build at all.
    """
    district = _as_consented(_without_shelters(district))
    kept = [entry for entry in district.entries if entry.id not in erased and _may_see(entry, audience, today)]
    known = {entry.id for entry in kept}
    hidden = {*district.files, *(entry.id for entry in district.entries)} - known
    if audience is Sichtbarkeit.team and not hidden:
        return district
    entries = tuple(_reduced(entry, audience, hidden) for entry in kept)
    return replace(district, entries=entries, files={entry.id: entry.ordner for entry in entries})


def _without_shelters(district: District) -> District:
    hidden = {
        entry.id: record for entry in district.entries if (record := without_place(entry.record)) is not entry.record
    }
    if not hidden:
        return district
    entries = tuple(
        replace(entry, record=hidden[entry.id], document=replace(entry.document, front=""))
        if entry.id in hidden
        else entry
        for entry in district.entries
    )
    return replace(district, entries=entries)


def _may_see(entry: Entry, audience: Sichtbarkeit, today: date) -> bool:
    if audience.rank > entry.record.audience.rank:
        return False
    if entry.ordner in CASEWORK and not audience.in_house:
        return False
    return not isinstance(entry.record, Schluesselperson) or _consented(entry.record, audience, today)


def _as_consented(district: District) -> District:
    """Return the district with no word of a contact that the person's consent does not cover."""
    entries = tuple(_with_covered_contact(entry) if entry.kontakt else entry for entry in district.entries)
    return replace(district, entries=entries) if entries != district.entries else district


def _with_covered_contact(entry: Entry) -> Entry:
    consent = getattr(entry.record, "einwilligung", None)
    covered = {*consent.umfang} if consent else set()
    kept = {name: getattr(entry.kontakt, name) for name, scope in COVERED_BY.items() if scope in covered}
    contact = Personenkontakt.model_construct(**kept)
    return replace(entry, kontakt=contact if any(kept.values()) else None)


def _consented(person: Schluesselperson, audience: Sichtbarkeit, today: date) -> bool:
    """Whether the consent reaches this audience today; a mere function needs none."""
    if person.anzeige is Anzeige.nur_funktion:
        return True
    consent = person.einwilligung
    if consent is None or consent.status is not Einwilligungsstatus.erteilt:
        return False
    expired = consent.gueltig_bis is not None and consent.gueltig_bis < today
    reached = any(circle.rank >= audience.rank for circle in consent.kreise)
    return reached and not expired and consent.widerrufen_am is None and {*consent.umfang} >= NEEDED_FOR_A_NAME


def _reduced(entry: Entry, audience: Sichtbarkeit, hidden: set[str]) -> Entry:
    record = _strip(entry.record, audience, hidden)
    document = replace(entry.document, front="", body=_without_links(entry.document.body, hidden))
    return replace(entry, record=record, document=document)


def _without_links(body: str, hidden: set[str]) -> str:
    """Return a body without hidden ids, also where code shows them: an id may be the name of a person."""
    if "[[" not in body:
        return body
    return WIKILINK.sub(lambda link: (link[2] or "") if link[1] in hidden else link[0], body)


def _strip(part: Any, audience: Sichtbarkeit, hidden: set[str]) -> Any:
    """Return `part` without the fields and links this audience may not have."""
    changed: dict[str, Any] = {}
    model: type[BaseModel] = type(part)
    for name, reduce in _reductions(model, audience):
        value = getattr(part, name)
        if value is None or value == ():
            continue
        reduced = reduce(value, audience, hidden)
        if reduced is not value:
            changed[name] = reduced
    return part.model_copy(update=changed) if changed else part


@cache
def _reductions(
    model: type[BaseModel], audience: Sichtbarkeit
) -> tuple[tuple[str, Callable[[Any, Sichtbarkeit, set[str]], Any]], ...]:
    """Return, per field that may need it, how its value is reduced."""
    found: list[tuple[str, Callable[[Any, Sichtbarkeit, set[str]], Any]]] = []
    for each in felder(model):
        if _withheld(each, audience):
            found.append((each.name, _nothing_many if each.form in (Form.LISTE, Form.GRUPPEN) else _nothing))
        elif each.ziel:
            found.append((each.name, _visible_links if each.form is Form.LISTE else _visible_link))
        elif each.part and _reductions(each.part, audience):
            found.append((each.name, _strip_many if each.form is Form.GRUPPEN else _strip))
    return tuple(found)


def _withheld(each: Feld, audience: Sichtbarkeit) -> bool:
    return bool(each.angabe.nur_fuer) and audience.rank > Sichtbarkeit(each.angabe.nur_fuer).rank


def _nothing(_value: Any, _audience: Sichtbarkeit, _hidden: set[str]) -> None:
    return None


def _nothing_many(_value: Any, _audience: Sichtbarkeit, _hidden: set[str]) -> tuple[()]:
    return ()


def _visible_link(value: str, _audience: Sichtbarkeit, hidden: set[str]) -> str | None:
    return None if value in hidden and value != LANDKREISWEIT else value


def _visible_links(value: tuple[str, ...], _audience: Sichtbarkeit, hidden: set[str]) -> tuple[str, ...]:
    return tuple(each for each in value if each not in hidden) if not hidden.isdisjoint(value) else value


def _strip_many(value: tuple[Any, ...], audience: Sichtbarkeit, hidden: set[str]) -> tuple[Any, ...]:
    stripped = tuple(_strip(each, audience, hidden) for each in value)
    return stripped if any(new is not old for new, old in zip(stripped, value, strict=True)) else value
