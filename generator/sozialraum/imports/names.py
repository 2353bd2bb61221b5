"""Several objects of one name, told apart: „Kita Engelsby (Brahmsstr. 13)“."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sozialraum.imports.updates import facts_of
from sozialraum.load.folder import slugify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sozialraum.imports.drafts import Draft
    from sozialraum.source.states import Facts


def told_apart(drafts: Sequence[Draft], before: Mapping[str, Facts]) -> list[Draft]:
    """Return the drafts with an addition to every title that occurs more than once, and to the id where it does, too.

    `before` is what earlier imports wrote: the draft most like the record that has the bare id already keeps it.
    """
    often = Counter(each.titel for each in drafts)
    named = [_with_addition(each) if often[each.titel] > 1 else each for each in drafts]
    alike: dict[str, list[Draft]] = defaultdict(list)
    for each in named:
        alike[each.id].append(each)
    bare = {id_: _bare(group, before) for id_, group in alike.items() if len(group) > 1}
    return [
        replace(new, id=slugify(new.titel)) if new is not old and new.id in bare and new is not bare[new.id] else new
        for old, new in zip(drafts, named, strict=True)
    ]


def _addition(one: Draft) -> str:
    return one.objekt.properties.get(one.step.schritt.titel_zusatz or "", "")


def _with_addition(one: Draft) -> Draft:
    addition = _addition(one)
    return replace(one, felder={**one.felder, "titel": f"{one.titel} ({addition})"}) if addition else one


def _bare(group: Sequence[Draft], before: Mapping[str, Facts]) -> Draft | None:
    """Return which of the drafts with one id keeps it; None where nothing says so."""
    known = before.get(group[0].path)
    if not known or not all(map(_addition, group)):
        return None
    return max(group, key=lambda each: sum(known.get(name) == value for name, value in facts_of(each).items()))
