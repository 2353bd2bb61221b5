"""What the software is made of: every package it needs, in the version installed here, with its licence.

Read from the metadata that each package brings (core metadata 2.4), so that
nobody keeps a list by hand.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = "sozialraum-handbuch"
UNKNOWN = "nicht angegeben"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CLASSIFIER = "License :: "
_LONGEST = 60
"""Signs of a licence's name; what is longer is its whole text."""


class Package(NamedTuple):
    """One package that is installed because the software needs it, itself included."""

    name: str
    version: str
    licence: str


def packages() -> list[Package]:
    """Return the software and everything it needs, by name; what this machine does not need is not installed."""
    found: dict[str, Package] = {}
    waiting = [OWN]
    while waiting:
        name = waiting.pop()
        try:
            known = distribution(name)
        except PackageNotFoundError:
            continue
        key = _normal(name)
        if key not in found:
            found[key] = Package(known.metadata["Name"], known.version, licence_of(known))
            waiting += _needed(known)
    return [found[key] for key in sorted(found)]


def licence_of(package: Distribution) -> str:
    """Return the licence as an SPDX expression where the package gives one, else in its own words."""
    metadata = package.metadata
    stated = next(iter((metadata.get_all("License-Expression") or []) + (metadata.get_all("License") or [])), "")
    if stated and "\n" not in stated and len(stated) <= _LONGEST and stated != "UNKNOWN":
        return stated
    classified = [each.rsplit(" :: ", 1)[1] for each in metadata.get_all("Classifier") or () if _CLASSIFIER in each]
    return ", ".join(classified) or _title(stated) or _title(_licence_file(package)) or UNKNOWN


def _title(text: str) -> str:
    """Return the first line that says something, the name of a licence in most."""
    return next((line.strip()[:_LONGEST] for line in text.splitlines() if line.strip()), "")


def _licence_file(package: Distribution) -> str:
    """Return the text of the licence a package brings along, "" where it brings none."""
    found = (file for file in package.files or () if re.search(r"licen[cs]e", file.name, re.IGNORECASE))
    return next((file.read_text("utf-8") for file in found), "")


def _needed(package: Distribution) -> Iterator[str]:
    """Yield what a package asks for, extras excepted."""
    for wanted in package.requires or ():
        name = _NAME.match(wanted)
        if name and "extra ==" not in wanted:
            yield name[0]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
