"""`sozialraum build` and `sozialraum serve`."""

from __future__ import annotations

import errno
import gc
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import click

from sozialraum.cli.options import FUER, HEUTE, RECORDS, Address, impossible, processes, root_of, settled

if TYPE_CHECKING:
    from datetime import date


_TAKEN = {
    errno.EADDRINUSE: "dort antwortet schon ein anderes Programm",
    errno.EACCES: "die Rechte für diesen Port fehlen",
}
TERMINATED = 143
"""How shells tell that SIGTERM ended a program: 128 and the number of the signal."""


@click.command()
@FUER
@HEUTE
@RECORDS
@click.option(
    "--ziel",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    help="Ordner der fertigen Seite (sonst site/ neben mkdocs.yml).",
)
@click.option(
    "--trotz-fehlern",
    is_flag=True,
    help="Auch bauen, wenn Datensätze Fehler haben (sie fehlen dann) oder ein Verweis ins Leere führt.",
)
def build(fuer: str | None, heute: date | None, records: Path | None, ziel: Path | None, trotz_fehlern: bool) -> None:
    """Prüft alle Datensätze und baut das Handbuch.

    Der alte Stand bleibt stehen, bis der neue ganz fertig ist. Haben Datensätze Fehler, wird nicht gebaut;
    hat handbuch.yml Fehler, auch nicht mit --trotz-fehlern, denn dann steht nicht fest, für wen das Handbuch ist.
    """
    gc.disable()  # the process ends soon, and nothing it holds refers in circles
    from sozialraum.building import BuildRequest, build_site

    root = root_of(records)
    request = BuildRequest(root, ziel, heute, fuer, trotz_fehlern, processes(), last=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # in order, so that no folder stays behind
    sys.unraisablehook = _end_after_all
    sys.exit(build_site(request, click.echo))


def _end_after_all(lost: sys.UnraisableHookArgs) -> None:
    """Ask again for an end that came while Python could not raise it, as it cannot when an import frees its lock."""
    if lost.exc_type in (KeyboardInterrupt, SystemExit):
        again = signal.SIGINT if lost.exc_type is KeyboardInterrupt else signal.SIGTERM
        Timer(0.01, signal.raise_signal, [again]).start()
    else:
        sys.__unraisablehook__(lost)


@click.command()
@FUER
@HEUTE
@RECORDS
@click.option(
    "--adresse",
    type=Address(),
    default="127.0.0.1:8000",
    show_default=True,
    help="Rechner und Port der Vorschau.",
)
def serve(fuer: str | None, heute: date | None, records: Path | None, adresse: tuple[str, int]) -> None:
    """Zeigt das Handbuch als Vorschau und baut bei jeder Änderung neu."""
    root = root_of(records)
    config = root.parent / "mkdocs.yml"
    if not config.is_file():
        impossible(f"Neben {root.name}/ fehlt mkdocs.yml. Mit `sozialraum init` entsteht ein vollständiger Ordner.")
    from sozialraum.site.host import CACHE

    settled(root, "steht nicht fest, für wen das Handbuch ist")
    host, port = adresse
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    problem = _not_to_be_had(host, port)
    if problem:
        impossible(f"Unter {address} geht es nicht: {problem}. Mit --adresse 127.0.0.1:8001 eine andere nennen.")
    site = root.parent / CACHE / "vorschau"

    def build() -> None:
        _build_elsewhere(root, site, fuer, heute)

    build()
    if not site.is_dir():
        sys.exit(1)
    from sozialraum.mkdocs_plugin import serve as serve_site

    click.echo(f"Vorschau unter http://{address}/ (beenden mit Strg+C)")
    serve_site(config, site, adresse, build, root)


def _build_elsewhere(root: Path, site: Path, fuer: str | None, heute: date | None) -> None:
    """Build a site in a process of its own, which also knows templates and code that changed.

    Where it cannot be built the process says why, and the site stays as it was.
    """
    options = {"--records": root, "--ziel": site, "--fuer": fuer, "--heute": heute}
    given = [str(part) for name, value in options.items() if value for part in (name, value)]
    command = [sys.executable, "-m", "sozialraum", "build", "--trotz-fehlern", *given]
    subprocess.run(command, check=False)


def _not_to_be_had(host: str, port: int) -> str:
    """Return why nothing can be served there, before anything is built for it."""
    try:
        family, *_kind, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        socket.create_server(place[:2], family=family).close()
    except OSError as error:
        return _TAKEN.get(error.errno or 0, "dieser Rechner hat diese Adresse nicht")
    return ""
