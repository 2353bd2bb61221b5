"""Pagefind's index of pages.

Its Python interface sleeps a tenth of a second for every page, half an hour for
ten thousand; its program reads a folder of pages in seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def pagefind_index(pages: Iterable[tuple[str, str]], target: Path) -> None:
    """Write the index of pages, each an address and what stands in its body, into `target`."""
    with tempfile.TemporaryDirectory() as folder:
        for address, body in pages:
            file = Path(folder) / address
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"<!doctype html><html lang='de'><body>{body}</body></html>", "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
