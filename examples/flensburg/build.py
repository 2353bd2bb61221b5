"""One command from open data to a built handbook: `make flensburg`.

    python examples/flensburg/build.py [DATA] [OUT]

`DATA` is the folder with the two GeoJSON files. Without `OUT`, build/flensburg/ is emptied and filled; a folder that
is named is never emptied, and nothing in it is overwritten.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from sozialraum.editing.init import site_files

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
OUT = REPOSITORY / "build" / "flensburg"
DATA_FOLDERS = (REPOSITORY / "build" / "flensburg-data", REPOSITORY.parent / "shared" / "data" / "flensburg-kitas")
"""Where the data are looked for; the first is where a download belongs."""
FILES = ("kitas_in_flensburg.geojson", "flensburg_stadtteile.geojson")
ORIGIN = "https://raw.githubusercontent.com/oklabflensburg/open-kita-map/d7cddd91482e68c25203f4ff998e12966c831409/data"
TODAY = "2026-06-30"


def main(arguments: list[str]) -> int:
    """Import, lay the site's files beside the records, check, build; return the exit code."""
    data = Path(arguments[0]) if arguments else next((each for each in DATA_FOLDERS if each.is_dir()), DATA_FOLDERS[0])
    out = Path(arguments[1]) if arguments[1:] else OUT
    if missing := [name for name in FILES if not (data / name).is_file()]:
        commands = "\n".join(f"  curl --create-dirs -o {data / name} {ORIGIN}/{name}" for name in missing)
        sys.stderr.write(f"The open data are not part of this repository. Fetch them once:\n{commands}\n")
        return 2
    if out == OUT:
        shutil.rmtree(out, ignore_errors=True)
    records = ["--heute", TODAY, "--records", str(out / "records")]
    mapping = ["--zuordnung", str(HERE / "zuordnung.yml")]
    done = _sozialraum("import", "geojson", str(data / FILES[0]), *mapping, *records)
    if done:
        return done
    site_files(out, "Sozialraum-Handbuch Flensburg")
    return _sozialraum("check", "--heute", TODAY, str(out / "records")) or _sozialraum("build", *records)


def _sozialraum(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "sozialraum", *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
