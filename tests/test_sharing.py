"""Work shared among processes comes out as if one process had done it."""

from __future__ import annotations

import os

import pytest
from sozialraum.sharing import beside, shared


def test_results_stand_in_the_order_of_the_items() -> None:
    """Whichever process works out an item, its result stands where the item stood."""
    assert list(shared(lambda number: number * 2, range(20), 2)) == [number * 2 for number in range(20)]


def test_what_is_done_beside_is_done_by_another_process() -> None:
    """The work runs in a process of its own, and its result comes back."""
    assert beside(os.getpid, 2)() != os.getpid()


def test_with_one_process_nothing_is_begun_beside() -> None:
    """Who allows one process gets the result from this one."""
    assert beside(os.getpid, 1)() == os.getpid()


def test_work_that_fails_beside_fails_where_its_result_is_asked_for() -> None:
    """What went wrong in the other process is seen in this one, as if it had been done here."""

    def fails() -> None:
        message = "Die Datei mkdocs.yml fehlt."
        raise OSError(message)

    result = beside(fails, 2)
    with pytest.raises(OSError, match=r"mkdocs\.yml fehlt"):
        result()
