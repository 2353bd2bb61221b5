"""Handbooks built for the tests: copies of the sample district, each in a folder of its own."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from click.testing import CliRunner
from site_html import Page
from sozialraum.building import BuildRequest, build_site
from sozialraum.cli import main

REPOSITORY = Path(__file__).parents[1]
HEUTE = date(2026, 6, 30)
"""The Stichtag of the sample district."""


@dataclass(frozen=True)
class Handbook:
    """A district in a folder of its own, and the site built from it."""

    base: Path

    @property
    def site(self) -> Path:
        return self.base / "site"

    def page(self, path: str) -> Page:
        return Page((self.site / path).read_text("utf-8"))

    def pages(self) -> dict[str, Page]:
        return {name: self.page(name) for name in self.files() if name.endswith(".html")}

    def files(self) -> list[str]:
        return sorted(file.relative_to(self.site).as_posix() for file in self.site.rglob("*") if file.is_file())

    def build(self, **request: object) -> tuple[int, str]:
        """Build; return the exit code and everything that was said."""
        said: list[str] = []
        code = build_site(BuildRequest(self.base / "records", **{"today": HEUTE, **request}), said.append)
        return code, "\n".join(said)

    def command(self, *arguments: str) -> tuple[int, str]:
        """Run `sozialraum build` as a person would; return the exit code and everything that was said."""
        options = ["build", "--records", str(self.base / "records"), "--heute", HEUTE.isoformat()]
        done = CliRunner().invoke(main, [*options, *arguments])
        return done.exit_code, done.output

    def write(self, path: str, text: str) -> None:
        file = self.base / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a file by hand, as an editor would."""
        text = (self.base / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def digest(self) -> dict[str, str]:
        """Return path → fingerprint of every file of the site."""
        return {name: hashlib.sha256((self.site / name).read_bytes()).hexdigest() for name in self.files()}


def copy_of_site(base: Path) -> Handbook:
    """Copy what a district's own repository holds beside its records."""
    shutil.copytree(REPOSITORY / "docs", base / "docs")
    shutil.copy(REPOSITORY / "mkdocs.yml", base)
    return Handbook(base)


def copy_of_sample(base: Path) -> Handbook:
    """Copy what a district's own repository holds, and nothing else."""
    shutil.copytree(REPOSITORY / "records", base / "records")
    return copy_of_site(base)


def built(handbook: Handbook, **request: object) -> Handbook:
    code, said = handbook.build(**request)
    assert code == 0, said
    return handbook
