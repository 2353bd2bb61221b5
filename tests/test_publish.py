"""Whatever happens to a build, the site that is being served is whole."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_builds import Handbook
from sozialraum.site.lock import lock

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess

pytest_plugins = ("site_fixtures",)

GARDEN = "records/ressourcen/gemeinschaftsgarten-nordhang.md"
ONE, OTHER = "titel: Gemeinschaftsgarten", "titel: Nachbarschaftsgarten"
"""A title many pages show, and what it is changed to."""


def build(base: Path) -> None:
    """Build in a process of its own; the test may kill it."""
    sys.exit(Handbook(base).build()[0])


@pytest.fixture
def started():
    """Start builds in processes that have read the program already, so that a kill hits the build itself."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["sozialraum.building", "sozialraum.project", "site_builds"])

    def start(handbook: Handbook) -> ForkServerProcess:
        process = context.Process(target=build, args=(handbook.base,))
        process.start()
        return process

    return start


def test_killed_at_any_moment(own: Handbook, started) -> None:
    """Killed 20 times at random moments, a build leaves the old site or the new one, whole; the next one mends all."""
    sites = []
    for title in (OTHER, ONE):
        assert own.build()[0] == 0
        sites.append(own.digest())
        own.replace(GARDEN, *((ONE, OTHER) if title == OTHER else (OTHER, ONE)))
    assert len({name for name in sites[0] if sites[0][name] != sites[1].get(name)}) > 5
    started(own).join()  # the first process waits for the program to be read
    begun = time.monotonic()
    started(own).join()
    usual = time.monotonic() - begun
    now, then, killed = ONE, OTHER, 0
    for _ in range(20):
        own.replace(GARDEN, now, then)
        now, then = then, now
        process = started(own)
        time.sleep(random.uniform(0.05, 1) * usual)
        process.kill()
        process.join()
        killed += process.exitcode != 0
        assert own.digest() in sites
    assert killed >= 5, "nearly every build was done before it could be killed"
    assert own.build()[0] == 0
    assert own.digest() == sites[0]
    assert sorted(each.name for each in own.base.iterdir()) == [".cache", "docs", "mkdocs.yml", "records", "site"]


HOLD = """
import sys
from pathlib import Path
from sozialraum.site.lock import lock

with lock(Path(sys.argv[1]), print) as held:
    print(held, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("file", [".cache/sozialraum/bau.sperre", ".site.sperre"])
def test_of_two_builds_the_second_waits(own: Handbook, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who builds is waited for; who waits too long is told so, and a lock is gone with its process, even a killed one."""
    command = [sys.executable, "-c", HOLD, str(own.base / file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "True\n"
        monkeypatch.setattr("sozialraum.site.lock.PATIENCE", 0)
        code, said = own.build()
        assert (code, said.splitlines()[0], "dauert zu lange" in said) == (
            1,
            "Hier wird gerade gebaut. Dieser Bau beginnt, sobald der andere fertig ist.",
            True,
        )
        holder.kill()
    assert (own.base / file).exists()
    assert own.build()[0] == 0
    assert not (own.base / file).exists()


def test_a_drive_without_locks(own: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no locks, as on some network drives, nobody waits; what it forbids is not passed over."""

    def refuse(_opened: int) -> None:
        raise OSError(number, "")

    monkeypatch.setattr("sozialraum.site.lock._lock", refuse)
    number = errno.ENOLCK
    with lock(own.base / ".site.sperre", pytest.fail) as held:
        assert held
    number = errno.EIO
    with pytest.raises(OSError, match="Errno 5"), lock(own.base / ".site.sperre", pytest.fail):
        pass


def test_builds_at_once(own: Handbook, started) -> None:
    """Builds that were started together all leave a whole site, one after the other."""
    builds = [started(own) for _ in range(3)]
    for each in builds:
        each.join()
    assert [each.exitcode for each in builds] == [0, 0, 0]
    at_once = own.digest()
    assert own.build()[0] == 0
    assert own.digest() == at_once
    assert sorted(each.name for each in own.base.iterdir()) == [".cache", "docs", "mkdocs.yml", "records", "site"]


ENDS = ((signal.SIGINT, 130, "Abgebrochen.\n"), (signal.SIGTERM, 143, ""), (signal.SIGKILL, -signal.SIGKILL, ""))
"""Signals, how a build ends by them, and what it says."""


def alive(group: int) -> list[str]:
    """The processes of a group, but for those that have ended and that nobody has asked for yet."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, _, its_group = (process / "stat").read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state not in "ZX":
                found.append((process / "cmdline").read_text())
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")
@pytest.mark.parametrize(("by", "code", "says"), ENDS)
@pytest.mark.parametrize(("told", "later"), [(os.kill, 0.1), (os.killpg, 0)])
def test_a_build_that_is_broken_off_leaves_nothing_behind(own: Handbook, by, code, says, told, later) -> None:
    """Ctrl-C and signals end a build at any moment, whether or not its helpers are told: no traceback, no process stays.

    Nor does a folder, unless the build was killed without being asked; the next one clears that away.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # what a child ignores it has from its parent
    command = [sys.executable, "-m", "sozialraum", "build"]
    build = subprocess.Popen(command, cwd=own.base, stderr=subprocess.PIPE, text=True, start_new_session=True)
    signal.signal(signal.SIGINT, before)
    while not (own.base / ".site.neu").is_dir():
        assert build.poll() is None
        time.sleep(0.005)
    time.sleep(later)
    told(build.pid, by)
    said = build.communicate(timeout=60)[1]
    assert (build.returncode, said) == (code, says)
    assert by == signal.SIGKILL or not (own.base / ".site.neu").exists()
    until = time.monotonic() + 20
    while alive(build.pid) and time.monotonic() < until:  # git, which was asked something, may still be answering
        time.sleep(0.01)
    assert alive(build.pid) == []
