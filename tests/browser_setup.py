"""Install what the browser tests need, where that is possible without asking.

Chromium and Node.js come from Debian. Without root or without apt nothing
happens: the tests that need them are skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

WANTED = {"chromium": "chromium", "node": "nodejs"}
"""Program → Debian package that has it."""


def main() -> int:
    """Install the missing packages; return 0 also where that is not possible."""
    missing = [package for program, package in WANTED.items() if not shutil.which(program)]
    if not missing:
        return 0
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        sys.stderr.write(f"Not installed: {', '.join(missing)}. The tests that need them are skipped.\n")
        return 0
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    sys.stderr.write(f"Installing {', '.join(missing)} ...\n")
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing]
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
