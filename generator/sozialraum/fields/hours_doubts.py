"""Opening hours that may be meant otherwise than they are read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.hours_phrases import WEEKDAYS, day_runs, listed
from sozialraum.fields.hours_rules import MIDNIGHT, clock, losses, minutes, rules

if TYPE_CHECKING:
    from sozialraum.fields.hours import Zeiten

_SPAN = re.compile(r"(?<![\d:])\d\d:\d\d-\d\d:\d\d")
_MORNING = MIDNIGHT + 6 * 60
"""Minutes; who closes later than this after a night is rare."""
_LONG = 16 * 60
"""Minutes; a night shelter is open for fewer."""
_HALF_A_DAY = MIDNIGHT // 2


class Zweifel(NamedTuple):
    """What may be meant otherwise, and what to write then."""

    satz: str
    rat: str


@lru_cache(maxsize=2**16)
def doubts(value: Zeiten) -> tuple[Zweifel, ...]:
    """Return where hours may be meant otherwise than they are read.

    In OSM syntax "Mo-Fr 08:00-12:00; Mo 14:00-18:00" closes Monday morning. In
    German spelling (`Do` for `Mo`) the hours add up and there is no doubt.
    "9-9" is around the clock, as "12-9" lasts until the next morning; whoever writes so mostly means the evening.
    """
    lost = losses(rules(value.osm)) if ";" in value.osm else ()
    found = []
    if lost:
        days = listed(day_runs({*lost}, WEEKDAYS, " bis "))
        satz = f"Am {days} gelten nur die zuletzt genannten Zeiten; sollen alle gelten, trennt sie ein Komma."
        found.append(Zweifel(satz, "Alle Zeiten eines Tages zusammen nennen: Mo 08:00-12:00, 14:00-18:00."))
    nights = (night for span in _SPAN.findall(value.osm) if (night := minutes(span)) and _is_long(*night))
    found += [_long_night(*night) for night in nights][:1]
    return tuple(found)


def _is_long(start: int, end: int) -> bool:
    return end > _MORNING and end - start > _LONG


def _long_night(start: int, end: int) -> Zweifel:
    opens, closes, evening = (clock(each % MIDNIGHT) for each in (start, end, end - _HALF_A_DAY))
    meant = f"Ist der Abend gemeint: {opens}-{evening}." if end - _HALF_A_DAY < MIDNIGHT else "Beginn und Ende prüfen."
    return Zweifel(f"„{opens}-{closes}“ reicht bis {closes} Uhr am nächsten Tag.", meant)
