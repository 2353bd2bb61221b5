"""What is installed is pinned: each dependency in one version, each file by its hash, from nowhere in particular."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from site_builds import REPOSITORY

LOCK = (REPOSITORY / "requirements.lock").read_text("utf-8")
PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))
WANTED = [
    Requirement(each)
    for each in tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
]


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_each_dependency_is_locked(wanted: Requirement) -> None:
    """Whatever pyproject.toml asks for is in the lock, in a version it allows."""
    assert wanted.specifier.contains(PINNED[canonicalize_name(wanted.name)])


def test_each_version_has_its_hashes() -> None:
    """Every entry has one version and at least one SHA-256, so that pip refuses any other file."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE).strip())
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.+]+(?: ; [^\\]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+", entry), entry
    assert len(entries) == len(PINNED) > len(WANTED)


def test_the_lock_names_no_place() -> None:
    """Neither an index nor a folder of some machine stands in the lock."""
    assert not re.search(r"://|--(?:index|extra-index|find-links|trusted-host)|(?:^|\s)/\w", LOCK, re.MULTILINE)
