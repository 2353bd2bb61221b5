"""The pure logic of the scripts, tried by Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

NODE = shutil.which("node")
FILES = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))


@pytest.mark.skipif(NODE is None, reason="Node is not installed, so the scripts cannot be tried.")
def test_scripts() -> None:
    """Every sentence in tests/js holds."""
    done = subprocess.run([str(NODE), "--test", *map(str, FILES)], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout[-6000:]
