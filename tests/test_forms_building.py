"""The forms as files of the site: page, policy, staleness, and what is said where their program cannot be had."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from districts import MINIMAL, District
from site_builds import Handbook, built
from sozialraum.cli import main
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.forms import building, packages
from sozialraum.forms.building import page_files
from sozialraum.site.form_editor import FOLDER, Program

pytest_plugins = ("site_fixtures",)

FORGE = "ablage: {{plattform: {}, adresse: https://git.example.org/gruppe/probe, formular: ja, anwendung: k1}}\n"
NPM = Path(building.__file__).parent / "npm"
BUNDLE = "fertig"


@pytest.fixture
def forged(district: District) -> District:
    """The small district on a GitLab, with forms, and a folder for its site."""
    district.write("handbuch.yml", MINIMAL["handbuch.yml"] + FORGE.format("gitlab"))
    (district.base / "site").mkdir()
    return district


def redaktion(district: District, *options: str) -> Result:
    return CliRunner().invoke(main, ["redaktion", "--records", str(district.records), *options])


def pretend_npm(monkeypatch: pytest.MonkeyPatch, outcome: int = 0, said: str = "") -> list[list[str]]:
    """Let npm and esbuild only write down what they are asked for; esbuild leaves a script."""
    asked: list[list[str]] = []
    really_run = subprocess.run

    def run(command: list[str], cwd: Path, **options: object) -> subprocess.CompletedProcess[str]:
        if command[0] == "git":
            return really_run(command, cwd=cwd, **options)
        asked.append(list(command))
        fonts = cwd / "node_modules" / "@sveltia" / "cms" / "npm" / "assets"
        fonts.mkdir(parents=True, exist_ok=True)
        (fonts / "noto-mono-latin-400-normal-DiC8.woff2").write_text("Schrift")
        (cwd / BUNDLE).mkdir(exist_ok=True)
        script = "url(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2) format"
        (cwd / BUNDLE / "redaktion.js").write_text(script)
        return subprocess.CompletedProcess(command, outcome, "", said)

    monkeypatch.setattr(packages.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(packages.subprocess, "run", run)
    return asked


def test_the_forms_lie_beside_the_handbook(forged: District, monkeypatch: pytest.MonkeyPatch):
    """Page, configuration and program lie in `redaktion/`; the program looks for fonts nowhere else."""
    asked = pretend_npm(monkeypatch)
    done = redaktion(forged)
    assert done.exit_code == 0, done.output
    folder = forged.base / "site" / FOLDER
    assert sorted(file.name for file in folder.rglob("*") if file.is_file()) == [
        "index.html",
        "konfiguration.json",
        "noto-mono-latin-400-normal-DiC8.woff2",
        "redaktion.js",
    ]
    assert (folder / "redaktion.js").read_text() == "url(assets/noto-mono-latin-400-normal-DiC8.woff2) format"
    assert json.loads((folder / "konfiguration.json").read_text("utf-8"))["backend"]["repo"] == "gruppe/probe"
    assert [command[:2] for command in asked] == [["/bin/npm", "ci"], ["/bin/node", "node_modules/esbuild/bin/esbuild"]]
    assert "--ignore-scripts" in asked[0]


def test_the_program_is_fetched_once(forged: District, monkeypatch: pytest.MonkeyPatch):
    """A second run needs no npm; it only makes page and configuration anew."""
    pretend_npm(monkeypatch)
    assert redaktion(forged).exit_code == 0
    monkeypatch.setattr(packages.shutil, "which", lambda _name: None)
    assert redaktion(forged).exit_code == 0


def test_without_npm_the_command_says_what_is_missing(forged: District, monkeypatch: pytest.MonkeyPatch):
    """No traceback, nothing written, and where npm comes from."""
    monkeypatch.setattr(packages.shutil, "which", lambda _name: None)
    done = redaktion(forged)
    assert done.exit_code == 1
    assert done.output.startswith("npm fehlt. Es gehört zu Node.js")
    assert done.output.endswith("Nicht gebaut.\n")
    assert not (forged.base / "site" / FOLDER).exists()


def test_what_npm_complains_about_is_passed_on(forged: District, monkeypatch: pytest.MonkeyPatch):
    """Where the packages cannot be had, npm's own last lines say why, and the forms of before still stand."""
    (forged.base / "site" / FOLDER).mkdir()
    pretend_npm(monkeypatch, 1, "npm error code ENOTFOUND\nnpm error network")
    done = redaktion(forged)
    assert done.exit_code == 1
    assert done.output.splitlines()[1:] == [
        "npm konnte die Pakete nicht holen:",
        "  npm error code ENOTFOUND",
        "  npm error network",
        "Nicht gebaut.",
    ]
    assert (forged.base / "site" / FOLDER).is_dir()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("handbuch.yml", "zweig: x", "zweig: y"),
        ("sozialraeume/nordhang.md", "titel: Nordhang", "titel: Nordhang und Sonnenwiese"),
        ("vokabular/themen.yml", "name: Leerstand", "name: Leere Läden"),
    ],
)
def test_forms_that_are_stale_are_found(
    forged: District, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
):
    """After a change of settings, places or words, `--pruefen` fails until the forms are built again."""
    forged.write("handbuch.yml", MINIMAL["handbuch.yml"] + FORGE.format("gitlab").replace("}", ", zweig: x}"))
    forged.write("vokabular/themen.yml", "leerstand:\n  name: Leerstand\n")
    pretend_npm(monkeypatch)
    assert redaktion(forged, "--pruefen").exit_code == 1
    assert redaktion(forged).exit_code == 0
    assert redaktion(forged, "--pruefen").output == "Die Formulare sind auf dem Stand.\n"
    forged.replace(path, old, new)
    done = redaktion(forged, "--pruefen")
    assert done.exit_code == 1
    assert "redaktion/konfiguration.json ist veraltet." in done.output


def test_forms_of_an_earlier_program_are_found(forged: District, monkeypatch: pytest.MonkeyPatch):
    """The page names what its program was made of: after an update of `sozialraum` that changes it, they are stale."""
    pretend_npm(monkeypatch)
    redaktion(forged)
    monkeypatch.setattr(building, "BUNDLE", (*building.BUNDLE, "--target=es2024"))
    done = redaktion(forged, "--pruefen")
    assert (done.exit_code, done.output.splitlines()[0]) == (1, "redaktion/index.html ist veraltet.")
    assert redaktion(forged).exit_code == 0
    assert redaktion(forged, "--pruefen").exit_code == 0


def test_without_forms_nothing_is_stale(district: District):
    """A pipeline may ask in every district: where the settings name no forms, there is nothing to complain about."""
    done = redaktion(district, "--pruefen")
    assert (done.exit_code, done.output) == (0, "Dieses Handbuch hat keine Formulare.\n")


def test_a_configuration_changed_by_hand_is_found(forged: District, monkeypatch: pytest.MonkeyPatch):
    """Nobody edits the configuration: what does not come from the model counts as stale."""
    pretend_npm(monkeypatch)
    redaktion(forged)
    file = forged.base / "site" / FOLDER / "konfiguration.json"
    file.write_text(file.read_text("utf-8") + " ", "utf-8")
    assert redaktion(forged, "--pruefen").exit_code == 1


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        ("", 1, "`formular: ja`"),
        ("ablage: {plattform: gitlab, adresse: https://git.example.org/a/b}\n", 1, "`formular: ja`"),
        ("ablage: {plattform: keine, formular: ja}\n", 1, "plattform (gitlab, github, forgejo oder gitea)"),
        ("ausgabe: kooperation\n" + FORGE.format("gitlab"), 2, "--fuer team oder --fuer jobcenter"),
        ("ablage: {plattform: forgejo, adresse: https://git.example.org/a/b, formular: ja}\n", 1, "anwendung"),
    ],
)
def test_settings_that_allow_no_forms_are_refused(forged: District, settings: str, code: int, said: str):
    """The command says which setting is missing instead of building forms that lead nowhere; only --fuer is a wrong call."""
    forged.write("handbuch.yml", MINIMAL["handbuch.yml"] + settings)
    done = redaktion(forged)
    assert done.exit_code == code
    assert said in done.output


def test_forms_need_a_handbook(forged: District):
    """Without a site there is nothing to lay them beside."""
    (forged.base / "site").rmdir()
    done = redaktion(forged)
    assert (done.exit_code, "sozialraum build" in done.output) == (1, True)


@pytest.mark.parametrize(
    ("plattform", "scripts"), [("gitlab", "script-src 'self';"), ("forgejo", "script-src 'self' 'unsafe-eval';")]
)
def test_the_page_speaks_to_the_forge_and_to_nobody_else(forged: District, plattform: str, scripts: str):
    """Its policy names the forge and itself; what stands in the page is a script of its own, and its name is escaped."""
    settings = MINIMAL["handbuch.yml"].replace("Handbuch Probe", "Handbuch <b>Probe</b>")
    forged.write("handbuch.yml", settings + FORGE.format(plattform))
    page = page_files(forged.read(Sichtbarkeit.team))["index.html"]
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    policy = unescape(found[1])
    assert scripts in policy
    assert set(re.findall(r"https?://[^ ;]+", policy)) == {"https://git.example.org"}
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page) == [""]
    assert "<b>" not in page


def test_a_build_lets_the_forms_stand(own: Handbook):
    """Pages lead into forms, whether they lie there already; a build keeps them as long as the settings name them."""
    own.replace("records/handbuch.yml", "  plattform: gitlab\n", "  plattform: gitlab\n  formular: ja\n")
    built(own)
    own.write(f"site/{FOLDER}/index.html", "Formulare")
    own.write(f"site/{FOLDER}/assets/schrift.woff2", "Schrift")
    code, said = own.build()
    assert code == 0, said
    assert [name for name in own.files() if name.startswith(FOLDER)] == [
        f"{FOLDER}/assets/schrift.woff2",
        f"{FOLDER}/index.html",
    ]
    links = [tag.attributes.get("href", "") for tag in own.page("ressourcen/buergerbus.html").tags]
    assert f"../{FOLDER}/index.html#/collections/ressourcen/entries/buergerbus" in links
    assert own.build(audience="kooperation")[0] == 0
    assert [name for name in own.files() if name.startswith(FOLDER)] == []


@pytest.mark.parametrize("program", Program)
def test_the_lock_pins_every_package_with_its_hash(program: Program):
    """No package without a hash, none from elsewhere than the public registry, and exactly the versions asked for."""
    lock = json.loads((NPM / program / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((NPM / program / "package.json").read_text("utf-8"))["dependencies"]
    packages = {path: each for path, each in lock["packages"].items() if path}
    assert [path for path, each in packages.items() if not each.get("integrity", "").startswith("sha512-")] == []
    sources = {each["resolved"] for each in packages.values() if "resolved" in each}
    assert [each for each in sources if not each.startswith("https://registry.npmjs.org/")] == []
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed, so the lock cannot be tried.")
@pytest.mark.parametrize("program", Program)
def test_the_lock_belongs_to_what_is_asked_for(program: Program, tmp_path: Path):
    """npm itself finds package.json and lock in accord, without asking the network."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(NPM / program / name, tmp_path)
    command = ["npm", "ls", "--package-lock-only", "--depth=0", "--offline"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
