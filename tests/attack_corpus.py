"""The attacks in `attacks/*.txt`, and a district that says all of them.

The first line of a file names its class; every other line is one input, in
which `\\uXXXX` stands for a character and `\\\\` for a backslash.
"""

from __future__ import annotations

import re
from pathlib import Path

from districts import MINIMAL, RESSOURCE, District

FOLDER = Path(__file__).parent / "attacks"
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")
LONGEST_TITLE = 80
IN_A_BODY = 8


def read(text: str) -> list[str]:
    """Return the inputs of one file."""
    lines = text.split("\n")[1:-1]
    return [_ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", line) for line in lines]


CORPUS = {file.stem: read(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.txt"))}
"""Class → inputs."""

TEXTS = [text for name, texts in CORPUS.items() if name != "yaml" for text in texts]
"""What may stand wherever a record holds text."""

PRINTABLE = [text for text in TEXTS if text.isprintable()]
"""Those that a file may hold at all; the others are refused when it is read."""


def quoted(text: str) -> str:
    """Return a text as YAML in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def record(title: str, words: str, body: str) -> str:
    """Return a resource that says `words` in every field of text that is shown."""
    good = MINIMAL[RESSOURCE]
    text = good.replace("titel: Offene Fahrradwerkstatt", f"titel: {quoted(title)}")
    for old in (
        "Räder reparieren, gemeinsam und mit Werkzeug vom Verein.",
        "Einfach mittwochs mit dem Rad vorbeikommen.",
    ):
        assert old in text
        text = text.replace(old, quoted(words))
    head, _body = text.split("\n---\n", 1)
    more = "\n".join(f"{key}: {quoted(words)}" for key in ("mitmachen", "notiz_intern"))
    place = f"ort:\n  name: {quoted(words)}\n  strasse: {quoted(words)}\n  koordinaten: 54.3, 9.6"
    return f"{head}\n{more}\nauch_bekannt_als: [{quoted('N ' + words)}]\n{place}\n---\n\n{body}\n"


def hostile(base: Path) -> District:
    """Lay a district into `base` with one resource for each of PRINTABLE; its body goes on with the next few."""
    district = District.minimal(base)
    for number, words in enumerate(PRINTABLE):
        body = "\n\n".join((PRINTABLE * 2)[number : number + IN_A_BODY])
        title = f"T{number} {words}"[:LONGEST_TITLE].strip()
        district.write(f"ressourcen/feind-{number}.md", record(title, words, body))
    return district


def refused(base: Path) -> District:
    """Lay a district into `base` that says every input where it is wrong, so that messages have reason to repeat it."""
    district = District.minimal(base)
    for number, words in enumerate(TEXTS):
        wrong = f"status: {quoted(words)}\n{quoted(words)}: x\nsozialraeume: [{quoted(words)}]\nort:\n  plz: {quoted(words)}"
        district.write(f"teams/feind-{number}.md", f"---\ntitel: x\n{wrong}\n---\n\n{words}\n")
        name = f"{words}.md"
        if "/" not in name and "\0" not in name:
            district.write(f"ressourcen/{name}", "---\ntitel: x\n---\n")
    for number, front in enumerate(CORPUS["yaml"]):
        district.write(f"vorhaben/yaml-{number}.md", f"---\n{front}\n---\n\nText\n")
    return district
