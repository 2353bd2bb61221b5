"""What stands below the attributes of a class, read from its source only when somebody asks.

pydantic can read it too, but does so for every class when the program starts,
which takes as long as everything else it does there.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def attribute_docstrings(model: type) -> Mapping[str, str]:
    """Return attribute → docstring of a class and its bases, without those of classes that have no source."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if "__annotations__" in each.__dict__:
            found |= _own(each)
    return found


def _own(model: type) -> dict[str, str]:
    try:
        source = dedent(inspect.getsource(model))
    except (OSError, TypeError):
        return {}
    (class_,) = ast.parse(source).body
    return {
        field.target.id: inspect.cleandoc(below.value.value).strip()
        for field, below in pairwise(getattr(class_, "body", []))
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
