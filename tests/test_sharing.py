"""Work shared among processes comes out as if one process had done it."""

from __future__ import annotations

import os
import subprocess
import sys

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


def test_a_result_nobody_asks_for_keeps_no_process_waiting() -> None:
    """A program that ends in an error ends, although a result too large for a pipe was never fetched."""
    program = (
        "from sozialraum.sharing import beside\n"
        "result = beside(lambda: bytes(10_000_000), 2)\n"
        "raise SystemExit('Nicht gebaut.')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (1, "Nicht gebaut.\n")
