"""What stands below the attributes of a class, read from its source only when somebody asks.

pydantic can read it too, but does so for every class when the program starts,
which takes as long as everything else it does there.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
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
    class_ = _classes(model.__module__).get(model.__qualname__)
    return {
        field.target.id: inspect.cleandoc(below.value.value).strip()
        for field, below in pairwise(class_.body if class_ else ())
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


@cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    """Return the classes of a module by name; read once for all of them, since finding one class takes as long."""
    try:
        source = inspect.getsource(sys.modules[module])
    except (OSError, TypeError, KeyError):
        return {}
    return {each.name: each for each in ast.parse(source).body if isinstance(each, ast.ClassDef)}
