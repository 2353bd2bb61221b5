"""The command that holds all others, and how each of them ends when the system says no."""

from __future__ import annotations

import errno
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

INTERRUPTED = 130
"""How shells tell that Ctrl-C ended a program: 128 and the number of the signal."""

_REASONS = {
    errno.EACCES: "die Rechte dafür fehlen",
    errno.EPERM: "die Rechte dafür fehlen",
    errno.EROFS: "hier darf nur gelesen werden",
    errno.ENOSPC: "kein Platz mehr",
    errno.ENOENT: "das gibt es nicht",
    errno.EEXIST: "es steht etwas anderes im Weg",
    errno.ENOTDIR: "ein Teil des Pfades ist kein Ordner",
    errno.EISDIR: "es ist ein Ordner",
    errno.ENAMETOOLONG: "der Name ist zu lang",
}
"""What a system can refuse whoever calls a command; everything else is a mistake in the program and shown as such."""


class Program(click.Group):
    """All commands in the order in which people meet them, told in their own first sentences."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Begin, with streams that can take every sign a record may have."""
        for stream in (sys.stdout, sys.stderr):
            _let_every_sign_pass(stream)
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Return the names as they were added."""
        return list(self.commands)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, whose first paragraph stands in the overview uncut."""
        cmd.options_metavar = "[OPTIONEN]"
        cmd.short_help = (cmd.help or "").partition("\n\n")[0]
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Call a command; end in one German line where it was broken off, or where the system refused a file."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _interrupted()
        except click.Abort as ended:  # at a question, where click says the same of Ctrl-C and of an input that is over
            if not isinstance(ended.__context__, KeyboardInterrupt):
                raise
            click.echo(err=True)
            _interrupted()
        except OSError as error:
            reason = _REASONS.get(error.errno or 0)
            if not reason:
                raise
            click.echo(f"{_place(error)} lässt sich nicht öffnen oder schreiben: {reason}.", err=True)
            sys.exit(1)


def _let_every_sign_pass(stream: object) -> None:
    """Make a stream take every sign, where it may be one of a system that has signs for part of Europe only (Windows).

    What goes to a file or another program is UTF-8, like all we write. A terminal, and whoever names an encoding, gets
    "?" for what cannot be shown.
    """
    if isinstance(stream, TextIOWrapper):
        named = os.environ.get("PYTHONIOENCODING") or stream.isatty()
        stream.reconfigure(encoding=None if named else "utf-8", errors="replace")


def _interrupted() -> NoReturn:
    """End as shells expect it after Ctrl-C, without a traceback."""
    click.echo("Abgebrochen.", err=True)
    sys.exit(INTERRUPTED)


def _place(error: OSError) -> str:
    """Return the file, or the folder above it where that is what is missing."""
    if not error.filename:
        return "Das"
    file = Path(os.fsdecode(error.filename))
    missing = error.errno == errno.ENOENT and not file.parent.exists()
    return f"„{file.parent if missing else file}“"
