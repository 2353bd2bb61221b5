"""A group of values inside a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A group of values inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, context: object, /) -> None:
        """Share the names of what is stated with all groups that state the same: a set of its own needs as much memory as the values."""
        del context
        stated = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _STATED.setdefault(frozenset(stated), stated))

    if not TYPE_CHECKING:  # else mypy would take every name for an attribute

        def __getattr__(self, name: str) -> object:
            """Raise AttributeError at once: many ask what only some types have, and pydantic looks at length before it says no."""
            raise AttributeError(name)


_STATED: dict[frozenset[str], set[str]] = {}
"""Every combination of fields that was stated so far; pydantic changes only copies."""
