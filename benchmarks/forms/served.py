"""The finished forms on localhost, as a server of the intranet would deliver them, and decap-server behind the same port."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SERVER = Path(__file__).parent / "server"
PROXY = "/api/v1"


class _Handler(SimpleHTTPRequestHandler):
    """Files with the headers of `kopfzeilen`; what is posted goes to decap-server."""

    def __init__(self, *arguments: object, sent: Mapping[str, str], behind: int, directory: str) -> None:
        self.sent, self.behind = sent, behind
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        """Send what the server was told to send."""
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def do_POST(self) -> None:
        """Hand a request over, so that the forms need no other origin than their own."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        address = f"http://127.0.0.1:{self.behind}{self.path}"
        request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request) as answer:
                self._answer(answer.status, answer.read())
        except urllib.error.HTTPError as error:
            self._answer(error.code, error.read())

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing where the browser left before the answer was there."""


@contextmanager
def served(site: Path, sent: Mapping[str, str], behind: int = 0) -> Iterator[str]:
    """Serve a folder on localhost; yields its address without a slash at the end."""
    handler = partial(_Handler, sent=sent, behind=behind, directory=str(site))
    with _Server(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()


def fetched(work: Path) -> str:
    """Install decap-server by its lock in `work`; return "" or what npm complains about."""
    work.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(SERVER / name, work)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


@contextmanager
def decap_server(work: Path, repository: Path, port: int) -> Iterator[None]:
    """Let decap-server work on a git repository: a real branch and a real commit for each proposal."""
    told = {"MODE": "git", "GIT_REPO_DIRECTORY": str(repository), "PORT": str(port), "BIND_HOST": "127.0.0.1"}
    program = ["node", str(work / "node_modules" / "decap-server" / "dist" / "index.js")]
    process = subprocess.Popen(
        program, cwd=repository, env={**os.environ, **told, "LOG_LEVEL": "error"}, stdout=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield
    finally:
        process.terminate()
        process.wait()


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/")
        except urllib.error.HTTPError:
            return
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
