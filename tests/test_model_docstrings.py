"""Docstrings below attributes are found when somebody asks for them."""

from __future__ import annotations

from sozialraum.model.docstrings import attribute_docstrings


class Grundlage:
    titel: str
    """Ein Name."""
    status: str
    """Wie es steht."""


class Darauf(Grundlage):
    status: str
    """Wie es wirklich steht,
    in zwei Zeilen."""
    ohne: str = ""


def test_the_nearest_class_has_the_last_word() -> None:
    """A class knows the docstrings of its bases, except where it says something else itself."""
    assert attribute_docstrings(Darauf) == {"titel": "Ein Name.", "status": "Wie es wirklich steht,\nin zwei Zeilen."}


def test_a_class_without_source_says_nothing() -> None:
    """A class that was made while the program runs has no docstrings below its attributes, and is no mistake."""
    assert attribute_docstrings(type("Gemacht", (), {"__annotations__": {"titel": "str"}})) == {}
