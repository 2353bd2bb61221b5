"""The ready files for pipelines are right by their forge's schema, and their commands do what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from districts import District

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[1]
EXAMPLES = REPOSITORY / "examples" / "ci"
SCHEMA = {"gitlab-ci.yml": "vendor.gitlab-ci", "github.yml": "vendor.github-workflows", "forgejo.yml": "vendor.github-workflows"}  # fmt: skip
"""File → the schema of its forge; Forgejo reads GitHub's form."""
BIN = Path(sys.executable).parent
ON_A_NEW_MACHINE = ("pip install", "apt-get")
"""What a pipeline needs before it begins; here it is there already."""


def commands(file: str) -> Iterator[str]:
    """Yield the shell lines of a pipeline in their order."""
    told = yaml.safe_load((EXAMPLES / file).read_text("utf-8"))
    if "jobs" in told:
        found = [step["run"] for job in told["jobs"].values() for step in job["steps"] if "run" in step]
    else:
        found = [line for job in told.values() if isinstance(job, dict) for line in job.get("script", ())]
    yield from (line for line in found if not line.startswith(ON_A_NEW_MACHINE))


def run(command: str | list[str], cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a pipeline does, with the installed `sozialraum` on its path."""
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(cwd),
        "LANG": "C.UTF-8",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        **{key: os.environ[key] for key in ("PYTHONPATH",) if key in os.environ},
        **variables,
    }  # fmt: skip
    shell = ["bash", "-euo", "pipefail", "-c", command] if isinstance(command, str) else command
    return subprocess.run(shell, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample district."""
    for name in ("records", "docs"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


def test_every_example_is_tried() -> None:
    """No file lies beside those tried here."""
    assert {file.name for file in EXAMPLES.glob("*.yml")} == set(SCHEMA)


@pytest.mark.parametrize("file", SCHEMA)
def test_by_its_schema(file: str) -> None:
    """The schema of the forge has nothing to say against a file."""
    done = run([str(BIN / "check-jsonschema"), "--builtin-schema", SCHEMA[file], str(EXAMPLES / file)], REPOSITORY)
    assert done.returncode == 0, done.stdout


def test_the_commands(sample: Path) -> None:
    """Run one after the other on the sample district, all commands pass and leave what the files promise to keep."""
    for command in dict.fromkeys(command for file in SCHEMA for command in commands(file)):
        done = run(command, sample)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert (sample / "vorschau" / "index.html").is_file()
    assert (sample / "public" / "index.html").is_file()
    assert json.loads((sample / "gl-code-quality-report.json").read_text("utf-8"))
    assert "<testsuite " in (sample / "pruefung.xml").read_text("utf-8")


@pytest.mark.parametrize("file", SCHEMA)
def test_an_error_stops_it(file: str, district: District) -> None:
    """A Fehler ends the pipeline at the last check, whose output people read."""
    district.replace("teams/team-nord.md", "woechentlich", "taeglich")
    result = run([each for each in commands(file) if each.startswith("sozialraum check")][-1], district.base)
    assert result.returncode == 1
    assert "wort_nicht_in_auswahl" in result.stdout


@pytest.fixture
def hooked(district: District) -> District:
    """The minimal district in a repository whose commits pre-commit looks at."""
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (district.base / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    for command in (["git", "init", "-q"], [str(BIN / "pre-commit"), "install"], ["git", "add", "."]):
        done = run(command, district.base)
        assert done.returncode == 0, done.stderr
    return district


def test_the_hooks_are_right_by_their_schema() -> None:
    """`pre-commit` itself takes the file for a list of hooks."""
    done = run([str(BIN / "pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml"], REPOSITORY)
    assert done.returncode == 0, done.stdout


def test_the_hook_holds_back_what_is_wrong(hooked: District) -> None:
    """A commit with a Fehler is refused with the message, the mended one comes into being."""
    hooked.replace("teams/team-nord.md", "woechentlich", "taeglich")
    assert run("git add .; git commit -qm Falsch", hooked.base).returncode == 1
    refused = run("git commit -m Falsch", hooked.base)
    assert "records/teams/team-nord.md:6:19: Fehler [wort_nicht_in_auswahl]" in refused.stderr + refused.stdout
    hooked.replace("teams/team-nord.md", "taeglich", "woechentlich")
    right = run("git add .; git commit -qm Richtig", hooked.base)
    assert right.returncode == 0, right.stderr
    assert run("git log --format=%s", hooked.base).stdout == "Richtig\n"
