"""The ready files for pipelines are right by their forge's schema, and their commands do what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import parse_qs

import pytest
import yaml
from districts import RESSOURCE, District
from sozialraum.editing.summary import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[1]
EXAMPLES = REPOSITORY / "examples" / "ci"
SCHEMA = {"gitlab-ci.yml": "vendor.gitlab-ci", "github.yml": "vendor.github-workflows", "forgejo.yml": "vendor.github-workflows"}  # fmt: skip
"""File → the schema of its forge; Forgejo reads GitHub's form."""
NEW_DISTRICT = "../../generator/sozialraum/editing/vorlagen/gitlab-ci.yml"
"""The pipeline that `init` writes, seen from the examples."""
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
    """A copy of the sample district in a repository, on a branch that changes one record."""
    for name in ("records", "docs"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    started = run(
        "git init -qb main; git add .; git commit -qm Anfang; git update-ref refs/remotes/origin/main HEAD", tmp_path
    )
    assert started.returncode == 0, started.stderr
    file = tmp_path / "records/ressourcen/pc-treff-seebrueck.md"
    file.write_text(file.read_text("utf-8").replace("kosten: kostenfrei", "kosten: gering"), "utf-8")
    assert run("git commit -qam Kosten", tmp_path).returncode == 0
    return tmp_path


class Forge(BaseHTTPRequestHandler):
    """Keeps comments as GitLab and Forgejo do."""

    comments: ClassVar[dict[int, str]] = {}
    calls: ClassVar[list[str]] = []

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _answer(self, told: object) -> None:
        self.calls.append(f"{self.command} {self.path.split('?')[0]}")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def do_GET(self) -> None:
        """List the comments."""
        self._answer([{"id": id_, "body": body} for id_, body in self.comments.items()])

    def do_POST(self) -> None:
        """Keep a new comment, or a changed one."""
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        last = self.path.rsplit("/", 1)[-1]
        form = self.headers["Content-Type"] != "application/json"
        self.comments[int(last) if last.isdigit() else 7] = (
            parse_qs(text)["body"][0] if form else json.loads(text)["body"]
        )
        self._answer({})

    do_PUT = do_PATCH = do_POST  # noqa: N815 - so BaseHTTPRequestHandler calls them


@pytest.fixture
def forge() -> Iterator[str]:
    """Yield the address of a forge with one comment of somebody else."""
    Forge.comments, Forge.calls = {3: "Danke!"}, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def in_a_pipeline(forge: str, base: Path) -> dict[str, str]:
    """Return the variables that the three runners set, and a `gh` that only writes down how it was called."""
    tools = base / "werkzeug"
    tools.mkdir()
    (tools / "gh").write_text('#!/bin/sh\necho "$@" >> gh.log\n')
    (tools / "gh").chmod(0o755)
    return {
        "PATH": f"{tools}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_API_V4_URL": forge, "CI_PROJECT_ID": "1",
        "CI_MERGE_REQUEST_IID": "5", "HANDBUCH_TOKEN": "t",
        "GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": "schritt.md", "GITHUB_API_URL": forge,
        "GITHUB_REPOSITORY": "a/b", "NUMMER": "5", "TOKEN": "t", "GH_TOKEN": "t",
    }  # fmt: skip


def test_every_example_is_tried() -> None:
    """No file lies beside those tried here."""
    assert {file.name for file in EXAMPLES.glob("*.yml")} == set(SCHEMA)


@pytest.mark.parametrize("file", [*SCHEMA, NEW_DISTRICT])
def test_by_its_schema(file: str) -> None:
    """The schema of the forge has nothing to say against a file, nor against the one that `init` writes."""
    schema = SCHEMA.get(file, SCHEMA["gitlab-ci.yml"])
    done = run([str(BIN / "check-jsonschema"), "--builtin-schema", schema, str(EXAMPLES / file)], REPOSITORY)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("touched", [False, True])
def test_the_past_of_a_new_district(district: District, *, touched: bool) -> None:
    """In the pipeline that `init` writes, a mistake of the past is red on the main branch and where a change touches it."""
    old = district.write("organisationen/verein.md", "---\ntitel: Stadtteilverein\nangelegt_am: 2026-01-15\n---\n")
    begin = "git init -qb main; git add .; git commit -qm Anfang; git update-ref refs/remotes/origin/main HEAD"
    assert run(begin, district.base).returncode == 0
    district.replace(RESSOURCE, "kosten: kostenfrei", "kosten: gering")
    if touched:
        old.write_text(old.read_text("utf-8").replace("Stadtteilverein", "Verein"), "utf-8")
    assert run("git commit -qam Kosten", district.base).returncode == 0
    pipeline = yaml.safe_load((EXAMPLES / NEW_DISTRICT).read_text("utf-8"))
    (check,) = pipeline["pruefen"]["script"]
    assert run(check, district.base).returncode == 1
    request = run(check, district.base, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert request.returncode == int(touched), request.stdout + request.stderr


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_commands(sample: Path, forge: str) -> None:
    """Run one after the other on the sample district, all commands pass and leave what the files promise to keep."""
    variables = in_a_pipeline(forge, sample)
    for command in dict.fromkeys(command for file in SCHEMA for command in commands(file)):
        done = run(command, sample, **variables)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert (sample / "vorschau" / "index.html").is_file()
    assert (sample / "public" / "index.html").is_file()
    assert json.loads((sample / "gl-code-quality-report.json").read_text("utf-8"))
    assert "<testsuite " in (sample / "pruefung.xml").read_text("utf-8")
    summary = (sample / "vorschau.md").read_text("utf-8")
    assert "    - Kosten: `kostet nichts` → `kostet wenig`\n" in summary
    assert (sample / "schritt.md").read_text("utf-8") == summary
    assert (sample / "gh.log").read_text() == "pr comment 5 --body-file vorschau.md --edit-last --create-if-none\n"
    assert Forge.comments == {3: "Danke!", 7: summary}
    assert Forge.calls == [
        "GET /projects/1/merge_requests/5/notes", "POST /projects/1/merge_requests/5/notes",
        "GET /repos/a/b/issues/5/comments", "PATCH /repos/a/b/issues/comments/7",
    ]  # fmt: skip


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_comment_is_replaced(district: District, forge: str) -> None:
    """The second run changes the comment of the first instead of adding one; without a token there is none."""
    (command,) = [each for each in commands("gitlab-ci.yml") if "HANDBUCH_TOKEN" in each]
    (district.base / "vorschau.md").write_text(f"{MARK}\n\nEins\n", "utf-8")
    variables = in_a_pipeline(forge, district.base)
    assert (
        run(command, district.base, **variables | {"HANDBUCH_TOKEN": ""}).stdout
        == "Ohne HANDBUCH_TOKEN kein Kommentar.\n"
    )
    assert Forge.calls == []
    for text in ("Eins", "Zwei"):
        (district.base / "vorschau.md").write_text(f"{MARK}\n\n{text}\n", "utf-8")
        assert run(command, district.base, **variables).returncode == 0
    assert Forge.comments == {3: "Danke!", 7: f"{MARK}\n\nZwei\n"}


@pytest.mark.parametrize("file", SCHEMA)
def test_an_error_stops_it(file: str, district: District) -> None:
    """A Fehler ends the pipeline at the last check, whose output people read."""
    district.replace("teams/team-nord.md", "woechentlich", "taeglich")
    result = run([each for each in commands(file) if each.startswith("sozialraum check")][-1], district.base)
    assert result.returncode == 1
    assert "wort_nicht_in_auswahl" in result.stdout


@pytest.mark.parametrize("file", SCHEMA)
def test_old_errors_stop_nobody(file: str, district: District) -> None:
    """What was wrong before on the target branch does not stop a merge request; what it breaks itself does."""
    district.replace("teams/team-nord.md", "woechentlich", "taeglich")
    begun = "git init -qb main; git add .; git commit -qm Anfang; git update-ref refs/remotes/origin/main HEAD"
    assert run(begun, district.base).returncode == 0
    check = [each for each in commands(file) if each.startswith("sozialraum check")][-1]
    branch = {"GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}

    assert run(check, district.base, **branch).returncode == 0
    assert run(check, district.base).returncode == 1
    district.replace("teams/team-nord.md", "taeglich", "stuendlich")
    assert run(check, district.base, **branch).returncode == 1


TEMPLATES = REPOSITORY / "generator" / "sozialraum" / "editing" / "vorlagen" / "ablage"
FORMS = sorted(TEMPLATES.glob("*/ISSUE_TEMPLATE/*.yml"))


def test_issue_forms() -> None:
    """The forms for issues are right by their schema; GitHub and Forgejo, which read the same form, have the same."""
    done = run(
        [str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-issue-forms", *map(str, FORMS)], REPOSITORY
    )
    assert done.returncode == 0, done.stdout
    names = [(file.parts[-3], file.name) for file in FORMS]
    assert names == [
        (forge, name) for forge in ("forgejo", "github") for name in ("neue-ressource.yml", "oeffnungszeit.yml")
    ]
    assert len({file.read_bytes() for file in FORMS}) == 2


def test_every_forge_has_its_templates() -> None:
    """Each of the three forges has both issues and the merge request, in one wording."""
    requests = [TEMPLATES / "gitlab/merge_request_templates/Default.md", *TEMPLATES.glob("*/PULL_REQUEST_TEMPLATE.md")]
    assert len(requests) == 3
    assert len({file.read_bytes() for file in requests}) == 1
    issues = {file.stem for file in (TEMPLATES / "gitlab/issue_templates").iterdir()}
    assert issues == {yaml.safe_load(file.read_text("utf-8"))["name"] for file in FORMS}


@pytest.fixture
def hooked(district: District) -> District:
    """The minimal district, in form, in a repository whose commits pre-commit looks at."""
    strength = "Nachbarinnen und Nachbarn kennen sich"
    district.replace("sozialraeume/nordhang.md", f"staerken: [{strength}]", f"staerken:\n  - {strength}")
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


def test_the_hook_brings_into_form(hooked: District) -> None:
    """A commit with an untidy record is held back once; the record is in form then, and the second try succeeds."""
    hooked.replace("teams/team-nord.md", "titel: Team Nord", "titel: 'Team Nord'")
    assert run("git add .; git commit -qm Erster", hooked.base).returncode == 1
    assert "\ntitel: Team Nord\n" in (hooked.records / "teams/team-nord.md").read_text("utf-8")
    second = run("git add .; git commit -qm Zweiter", hooked.base)
    assert second.returncode == 0, second.stderr
