"""The templates: autoescape everywhere, undefined names are errors."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sozialraum.site.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@cache
def environment() -> Environment:
    """Return the one environment of all generated pages."""
    made = Environment(
        loader=PackageLoader("sozialraum.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["gezaehlt"] = counted
    made.filters["zeilen"] = _each(made, "zeile")
    made.filters["karten"] = _each(made, "karte")
    return made


def _each(made: Environment, macro: str) -> Callable[[Iterable[Any]], Markup]:
    """Return a filter that puts each value through a macro, remembering: many pages share rows and cards."""

    @cache
    def function() -> Any:
        return getattr(made.get_template("macros.html").module, macro)

    @lru_cache(maxsize=2**15)
    def remembered(value: Any) -> str:
        return str(function()(value))

    def joined(values: Iterable[Any]) -> Markup:
        return Markup("\n".join([remembered(value) for value in values]))  # noqa: S704 - made by autoescaping macros

    return joined
