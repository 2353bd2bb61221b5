"""What MkDocs logs while it renders: people read of it what nobody else tells them."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOG = logging.getLogger("mkdocs")
_LINKS = "mkdocs.structure"
"""Names dead links as it comes by them; our own check tells them in German."""


@contextmanager
def listening(*handlers: logging.Handler) -> Iterator[None]:
    """Hand what MkDocs logs to some handlers meanwhile."""
    for each in handlers:
        _LOG.addHandler(each)
    try:
        yield
    finally:
        for each in handlers:
            _LOG.removeHandler(each)


class Complaints(logging.Handler):
    """Keeps what MkDocs logs as an error, which its exceptions do not repeat."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one message."""
        self.texts.append(record.getMessage())


def warnings() -> logging.Handler:
    """Return what shows the warnings of MkDocs: not what it reports as it goes, nor dead links, which our own check tells."""
    said = logging.StreamHandler()
    said.setLevel(logging.WARNING)
    said.addFilter(lambda record: record.levelno < logging.ERROR and not record.name.startswith(_LINKS))
    return said
