"""The finished site takes the place of the old one in a single step.

A build works on a copy made of hard links beside the site. Killed at any
moment, the old site is whole; a failed build leaves it untouched.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from sozialraum.site.assets import FOLDER

_RENAME_EXCHANGE = 2
"""renameat2(2), Linux 3.15: both names swap in one step of the file system."""
_AT_FDCWD = -100


def may_replace(target: Path) -> bool:
    """Whether nothing is lost when a site takes the place of `target`: it is new, empty, or an earlier site."""
    if not target.is_dir():
        return not target.exists()
    return (target / FOLDER).is_dir() or not any(target.iterdir())


def workplace(target: Path) -> Path:
    """Return a folder to build in beside `target`: a copy of the old site, made of hard links."""
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    fresh = _beside(target, "neu")
    shutil.rmtree(fresh, ignore_errors=True)
    if target.is_dir():
        _copy_by_links(target, fresh)
    else:
        fresh.mkdir()
    return fresh


def lock_of(target: Path) -> Path:
    """Return the file that stands for „a site is being built for `target`“, whoever builds it."""
    return _beside(target.resolve(), "sperre")


def abandon(target: Path) -> None:
    """Clear away the folder in which a site for `target` was being built, where there is one."""
    shutil.rmtree(_beside(target.resolve(), "neu"), ignore_errors=True)


def publish(fresh: Path, target: Path) -> None:
    """Let the finished folder take the place of `target`, which may not exist yet."""
    target = target.resolve()
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    old = _beside(target, "alt")
    target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """Put the old site back where a build was killed between two renames (not on Linux)."""
    old = _beside(target, "alt")
    if old.is_dir() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".{target.name}.{suffix}")


def _copy_by_links(source: Path, target: Path) -> None:
    def link(origin: str, copy: str) -> None:
        try:
            os.link(origin, copy)
        except OSError:
            shutil.copy2(origin, copy)

    shutil.copytree(source, target, copy_function=link)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can; return whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
