"""QR symbols made in the browser are those of the standard."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import segno
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from segno import encoder

SCRIPT = Path(__file__).parents[1] / "generator/sozialraum/site/assets/qr.js"
NODE = shutil.which("node")
PROGRAM = """
import { readFileSync } from "node:fs";
const { qr } = await import(process.argv[1]);
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(qr)));
"""
EVERY_LENGTH = [("https://www.example.org/" + "abc?d=1&" * 30)[:length] for length in range(1, 214, 3)]
"""Every version from 1 to 10."""

pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so qr.js cannot be run.")


@pytest.fixture(autouse=True)
def padding(monkeypatch: pytest.MonkeyPatch) -> None:
    """segno pads by a whole codeword of zeros where the standard pads by none; readers take both."""

    def pad(buffer: encoder.Buffer, _version: int, length: int) -> None:
        buffer.extend([0] * (-length % 8))

    monkeypatch.setattr(encoder, "write_padding_bits", pad)


def symbols(texts: list[str]) -> list[dict[str, object] | None]:
    """Return what the browser would draw."""
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM, SCRIPT.as_uri()]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, check=True, text=True)
    found: list[dict[str, object] | None] = json.loads(done.stdout)
    return found


def expected(text: str, mask: int) -> list[list[int]]:
    made = segno.make(
        text, error="m", mode="byte", encoding="utf-8", boost_error=False, micro=False, mask=mask, eci=False
    )
    return [list(row) for row in made.matrix]


def test_every_version() -> None:
    """In every version, each module is that of segno's symbol with the same mask."""
    for text, found in zip(EVERY_LENGTH, symbols(EVERY_LENGTH), strict=True):
        assert found is not None
        assert found["raster"] == expected(text, int(str(found["maske"]))), text


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=50), min_size=5, max_size=20))
def test_any_text(texts: list[str]) -> None:
    """Any text at all is the same, also with letters of two, three and four bytes."""
    texts = [text for text in texts if text.isprintable()]
    for text, found in zip(texts, symbols(texts), strict=True):
        assert found is not None
        assert found["raster"] == expected(text, int(str(found["maske"]))), text


def test_too_long() -> None:
    """What does not fit has no symbol, instead of one that nobody can read."""
    assert symbols(["x" * 214]) == [None]
