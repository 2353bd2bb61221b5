"""What a build keeps for the next one, in the district's own `.cache`.

Whatever is kept can be made again: a file that is missing, cut short, damaged,
of another version or of another kind is simply not used. Files are replaced in
one step, so that a build that is killed leaves the old one or the new one.

Pickles can name any function of any library to be called when they are read.
These are read by a reader that knows only the classes of this package and
days, so that a `.cache` that came with somebody's repository runs nothing.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sys
import sysconfig
from dataclasses import Field, fields
from functools import cache
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any, BinaryIO

_PACKAGE = Path(__file__).parent
_DIGEST_BYTES = 16
_PART_BYTES = 2**20
MOST_KEPT = 5
"""Sites of one district that are built in turn, each for its own audience and place."""
_NOT_OURS = {("datetime", "date")}
"""The only classes of others in what is kept."""


def read(file: Path, facts: tuple[object, ...]) -> Any:
    """Return what was kept in `file` under the same `facts` and the same installation, None otherwise."""
    try:
        with file.open("rb") as stream:
            return _Reader(stream).load() if _is_sealed(stream, facts) else None
    except Exception:  # noqa: BLE001 - unreadable in whatever way: it is made again
        return None


def write(file: Path, facts: tuple[object, ...], value: object) -> None:
    """Keep `value`; where that is not possible the next build is only slower."""
    fresh = file.with_name(f"{file.name}.neu")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as stream:
            stream.write(bytes(_DIGEST_BYTES))
            sealed = _Sealed(stream, facts)
            _Writer(sealed, pickle.HIGHEST_PROTOCOL).dump(value)
            stream.seek(0)
            stream.write(sealed.digest())
        fresh.replace(file)
    except OSError:
        return


def write_meanwhile(file: Path, facts: tuple[object, ...], value: object) -> None:
    """Keep `value` while this process goes on, where the system can; it waits for that when it ends."""
    if "fork" in get_all_start_methods():
        get_context("fork").Process(target=write, args=(file, facts, value)).start()
    else:
        write(file, facts, value)


def keep_newest(folder: Path, pattern: str) -> None:
    """Delete what is kept under names like `pattern`, but for what the last few editions and the preview need."""
    found = sorted(folder.glob(pattern), key=lambda each: each.stat().st_mtime_ns)
    for old in found[:-MOST_KEPT]:
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)


class _Writer(pickle.Pickler):
    """Writes frozen data as its class and its values: read in half the time of what dataclasses do by themselves."""

    def reducer_override(self, value: Any) -> Any:
        """Return how to make one value again; everything but frozen data as usual."""
        names = _values_of(value.__class__)
        return (value.__class__, tuple([getattr(value, name) for name in names])) if names else NotImplemented


@cache
def _values_of(model: Any) -> tuple[str, ...]:
    """Return the names of what a frozen dataclass is made with, in order; none for any other class."""
    made = vars(model).get("__dataclass_params__")
    if not made or not made.frozen:
        return ()
    of: tuple[Field[Any], ...] = fields(model)
    return tuple(each.name for each in of) if all(each.init and not each.kw_only for each in of) else ()


class _Reader(pickle.Unpickler):
    """Knows the classes of this package and nothing that could do anything else."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class; raises UnpicklingError for everything else."""
        if module.startswith("sozialraum.") or (module, name) in _NOT_OURS:
            found = getattr(import_module(module), name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        message = f"{module}.{name} is not kept"
        raise pickle.UnpicklingError(message)


class _Sealed:
    """Writes to a stream, and knows what stands for everything written; nothing is held twice in memory."""

    def __init__(self, stream: BinaryIO, facts: tuple[object, ...]) -> None:
        self._stream = stream
        self._seal = _seal(facts)

    def write(self, part: bytes) -> None:
        self._seal.update(part)
        self._stream.write(part)

    def digest(self) -> bytes:
        return self._seal.digest()


def _is_sealed(stream: BinaryIO, facts: tuple[object, ...]) -> bool:
    """Whether a stream is as it was written under these facts; leaves it where what was written begins."""
    expected = stream.read(_DIGEST_BYTES)
    seal = _seal(facts)
    while part := stream.read(_PART_BYTES):
        seal.update(part)
    stream.seek(_DIGEST_BYTES)
    return seal.digest() == expected


def _seal(facts: tuple[object, ...]) -> hashlib.blake2b:
    """Return what stands for facts and installation, to which what is written is added."""
    return hashlib.blake2b(repr((facts, _installation())).encode(), digest_size=_DIGEST_BYTES)


@cache
def _installation() -> tuple[object, ...]:
    """Return what stands for the code at work: this package's files, the interpreter, and when a library last changed."""
    files = [file.stat() for file in sorted(_PACKAGE.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]
    libraries = os.stat(sysconfig.get_path("purelib")).st_mtime_ns  # noqa: PTH116 - as good as Path here
    return sys.version, libraries, [(stat.st_mtime_ns, stat.st_size) for stat in files]
