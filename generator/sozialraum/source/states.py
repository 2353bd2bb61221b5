"""What earlier imports wrote, kept beside the records in `importe/NAME.stand.json`, in git like everything."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "importe"
"""Beside the folder of records."""
_ENDING = ".stand.json"

Facts = dict[str, Any]
"""Field name with dots → text or list of texts."""


@dataclass(frozen=True, slots=True)
class State:
    """What earlier imports by one mapping wrote: path of the record → its facts."""

    file: Path
    records: Mapping[str, Facts]
    readable: bool = True
    """Whether the file is there as it was written, or not at all."""

    def with_records(self, records: Mapping[str, Facts]) -> str:
        """Return the text of the file once `records` have been written, too."""
        return _text({**self.records, **records})

    def without(self, path: str) -> str:
        """Return the text of the file once a record is forgotten."""
        return _text({name: facts for name, facts in self.records.items() if name != path})


def read_state(root: Path, name: str) -> State:
    """Return the state of the mapping `name`; nothing is known of what cannot be read, and it must not be overwritten."""
    return _read(root.parent / FOLDER / f"{name}{_ENDING}")


def states_with(root: Path, path: str) -> list[State]:
    """Return every state that remembers the record at `path`, below the folder of records."""
    states = map(_read, sorted((root.parent / FOLDER).glob(f"*{_ENDING}")))
    return [state for state in states if path in state.records]


def _read(file: Path) -> State:
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return State(file, {})
    except (OSError, ValueError, RecursionError):
        data = None
    readable = isinstance(data, dict) and all(isinstance(facts, dict) for facts in data.values())
    return State(file, data if readable else {}, readable=readable)


def _text(records: Mapping[str, Facts]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
