"""A group of values inside a record."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A group of values inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")
