"""What a kind of value makes of what was written."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError


def read(kind: Any, written: object) -> Any:
    """Return the value a field of this kind holds."""
    return TypeAdapter(kind).validate_python(written)


def refused(kind: Any, written: object) -> tuple[str, str, str]:
    """Return code, message and remedy of what a field of this kind does not take."""
    with pytest.raises(ValidationError) as caught:
        read(kind, written)
    (error,) = caught.value.errors()
    return error["type"], error["ctx"]["message"], error["ctx"]["remedy"]
