"""The templates: autoescape everywhere, undefined names are errors."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from sozialraum.site.stamped import Stamped
from sozialraum.site.wording import counted, further


@cache
def stamped() -> Stamped:
    """Return what fills the macros of all generated pages."""
    made = Environment(
        loader=PackageLoader("sozialraum.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["gezaehlt"] = counted
    made.filters["uebrige"] = further
    return Stamped(made)


def environment() -> Environment:
    """Return the one environment of all generated pages."""
    return stamped().environment
