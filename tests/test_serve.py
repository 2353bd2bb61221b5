"""The plugin under MkDocs' own commands: `mkdocs build`, and the preview that rebuilds by itself."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner
from site_builds import HEUTE, Handbook
from sozialraum.cli import main
from sozialraum.mkdocs_plugin import build_host

pytest_plugins = ("site_fixtures",)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def page_with(address: str, words: str) -> str:
    """Wait until a page has some words."""
    html = ""
    for _ in range(300):
        try:
            with urlopen(address, timeout=10) as answer:
                html = answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            html = ""
        if words in html:
            return html
        time.sleep(0.2)
    pytest.fail(f"{words!r} did not appear on {address}")


def test_preview_follows_records_and_pages(own: Handbook) -> None:
    """While `sozialraum serve` runs, a changed record and a changed hand-written page show by themselves.

    What cannot be built leaves the last state standing; the handbook's own folder is not touched.
    """
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "sozialraum", "serve", "--adresse", address, "--heute", HEUTE.isoformat()]
    serving = subprocess.Popen(command, cwd=own.base, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        page = page_with(f"http://{address}/ressourcen/dorfhaus-moorwinkel.html", "Klingel ganz links")
        assert "livereload" in page
        assert "Content-Security-Policy" not in page  # it would forbid the preview its own script
        own.replace("records/ressourcen/dorfhaus-moorwinkel.md", "Klingel ganz links", "Klingel ganz rechts")
        page_with(f"http://{address}/ressourcen/dorfhaus-moorwinkel.html", "Klingel ganz rechts")
        own.write("docs/ueber/index.md", "# Über\n\nBirnenkuchen.\n")
        page_with(f"http://{address}/ueber/index.html", "Birnenkuchen")
        own.replace("mkdocs.yml", "plugins:", "plugins: [gibt-es-nicht]\nandere:")
        own.replace("records/ressourcen/dorfhaus-moorwinkel.md", "Klingel ganz rechts", "Klingel im Hof")
        time.sleep(2)
        page_with(f"http://{address}/ressourcen/dorfhaus-moorwinkel.html", "Klingel ganz rechts")
        own.replace("mkdocs.yml", "plugins: [gibt-es-nicht]\nandere:", "plugins:")
        page_with(f"http://{address}/ressourcen/dorfhaus-moorwinkel.html", "Klingel im Hof")
        assert not own.site.exists()
    finally:
        serving.kill()
        serving.wait()


def mkdocs(handbook: Handbook, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=handbook.base, capture_output=True, text=True, check=False)


def test_mkdocs_builds_the_same(sample: Handbook, own: Handbook) -> None:
    """`mkdocs build` gives the pages that `sozialraum build` gives."""
    assert mkdocs(own).returncode == 0
    assert {name: found for name, found in own.digest().items() if name.endswith(".html")} == {
        name: found for name, found in sample.digest().items() if name.endswith(".html")
    }


def test_mkdocs_says_what_is_wrong(own: Handbook) -> None:
    """`mkdocs build` names a record with an error, unless its name is the error; with --strict it fails."""
    own.replace("records/ressourcen/dorfhaus-moorwinkel.md", "kosten: gering", "kosten: billig")
    own.write("records/ressourcen/65170839j003.md", "::error::\n")
    done = mkdocs(own, "--strict")
    assert done.returncode == 1
    assert "records/ressourcen/dorfhaus-moorwinkel.md" in done.stderr
    assert "„billig“ steht bei „kosten“ nicht zur Wahl." in done.stderr
    assert "records/ressourcen/65••••••••03.md" in done.stderr
    assert "170839" not in done.stderr


def test_mkdocs_publishes_nothing_for_an_unknown_audience(own: Handbook) -> None:
    """While handbuch.yml has an error `mkdocs build` ends with 1, says why, and the old site stands as it was."""
    own.write("site/alt.html", "<p>alt</p>")
    own.write("records/handbuch.yml", "name: A\ngebiet: B\nbundesland: SH\nausgabe: oeffentlich\nbundeslnd: SH\n")
    done = mkdocs(own)
    assert done.returncode == 1
    assert "Nicht gebaut: Solange records/handbuch.yml Fehler hat" in done.stderr
    assert "Die Angabe „bundeslnd“ gibt es hier nicht." in done.stderr
    assert [each.name for each in own.site.iterdir()] == ["alt.html"]


def test_a_build_says_what_mkdocs_warns_of(own: Handbook, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What only MkDocs knows is passed on; what it does meanwhile is not, nor a dead link, which the build names itself."""
    (own.base / "mkdocs.yml").write_text((own.base / "mkdocs.yml").read_text("utf-8") + "farbe: rot\n", "utf-8")
    own.write("docs/ueber/index.md", "# Über\n\n[weg](gibtsnicht.md)\n")
    assert build_host(own.base / "mkdocs.yml", tmp_path / "site") == ""
    assert capfd.readouterr().err == "Config value 'farbe': Unrecognised configuration name: farbe\n"


def test_preview_says_why_there_is_none(own: Handbook) -> None:
    """While handbuch.yml has an error `sozialraum serve` ends with 1 and says why."""
    own.replace("records/handbuch.yml", "bundesland: SH", "bundesland: XX")
    done = CliRunner().invoke(main, ["serve", "--records", str(own.base / "records")])
    assert done.exit_code == 1
    assert "Solange records/handbuch.yml Fehler hat, steht nicht fest, für wen das Handbuch ist." in done.stderr


@pytest.mark.parametrize(
    ("address", "why"),
    [("127.0.0.1:{port}", "dort antwortet schon ein anderes Programm"), ("192.0.2.1:80", "dieser Rechner hat diese")],
)
def test_an_address_that_is_not_to_be_had(own: Handbook, address: str, why: str) -> None:
    """Where the preview cannot be shown is known before anything is built for it, and said with another address."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = address.format(port=taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", "--adresse", wanted, "--records", str(own.base / "records")])
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"Unter {wanted} geht es nicht: {why}" in done.stderr


def test_preview_watches_records_and_templates() -> None:
    """The preview watches the records and the package's own templates, styles and scripts."""
    from sozialraum.mkdocs_plugin import SozialraumPlugin

    class Server:
        watched: list[str] = []  # noqa: RUF012 - one test, one list

        def watch(self, path: str) -> None:
            self.watched.append(Path(path).name)

    plugin = SozialraumPlugin()
    plugin.root = Path("records")
    plugin.on_serve(Server(), config=None, builder=None)  # type: ignore[arg-type]
    assert Server.watched == ["records", "site"]
