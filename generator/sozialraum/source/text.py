"""Bytes to text: encoding, line ends, characters that do not belong in a record."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from pathlib import Path

from sozialraum.diagnostics import Diagnostic, Rule, Severity, Span

MAX_BYTES = 1_000_000
"""A record larger than this is no record: 1 MB is about 300 printed pages."""

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Characters nobody sees; some of them end a line for one program and not for the next."""
_OF_A_CONFLICT = re.compile(r"^(?:(<{7}) |(={7})$|(>{7}) )", re.MULTILINE)
"""Lines git writes where two changes contradict each other; only all three, in this order, are a conflict."""
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

GROSS = Rule(
    "datei_zu_gross",
    Severity.FEHLER,
    "Die Datei ist größer als 1 MB.\n\nEin Datensatz ist ein kurzer Text. Bilder, Listen und Anhänge "
    "gehören nicht hinein; lange Texte werden besser auf mehrere Datensätze verteilt.",
)
LEER = Rule(
    "datei_leer",
    Severity.FEHLER,
    "Die Datei ist leer.\n\nEin Datensatz beginnt mit einem Kopf zwischen zwei Zeilen `---`. "
    "`sozialraum new` legt eine Datei mit allen nötigen Angaben an.",
)
UNLESBAR = Rule(
    "datei_unlesbar",
    Severity.FEHLER,
    "Die Datei lässt sich nicht öffnen.\n\nVielleicht fehlen Leserechte, oder ein Ordner trägt einen "
    "Namen, der auf `.md` endet.",
)
KODIERUNG = Rule(
    "kein_utf8",
    Severity.FEHLER,
    "Die Datei ist nicht als UTF-8 gespeichert.\n\nÄltere Windows-Programme speichern Umlaute anders "
    "(Latin-1, Windows-1252). Im Editor „Speichern unter … Kodierung UTF-8“ wählen.",
)
BOM = Rule(
    "bom",
    Severity.HINWEIS,
    "Die Datei beginnt mit einem unsichtbaren Zeichen (BOM).\n\nEs schadet nicht und wird überlesen. "
    "Im Editor „UTF-8 ohne BOM“ wählen, dann verschwindet dieser Hinweis.",
)
CRLF = Rule(
    "windows_zeilenenden",
    Severity.HINWEIS,
    "Die Datei hat Zeilenenden von Windows.\n\nDas schadet nicht. Damit Änderungen in Merge-Requests "
    "lesbar bleiben, im Editor auf „LF“ umstellen.",
)
ZEICHEN = Rule(
    "steuerzeichen",
    Severity.FEHLER,
    "Im Text steht ein unsichtbares Steuerzeichen.\n\nSolche Zeichen geraten beim Kopieren aus anderen "
    "Programmen hinein. Die Stelle löschen und neu tippen.",
)
RICHTUNG = Rule(
    "richtungszeichen",
    Severity.FEHLER,
    "Im Text steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt.\n\nEs kann Text anders "
    "aussehen lassen, als er gespeichert ist. Arabischer oder hebräischer Text braucht es nicht; "
    "die Stelle löschen und neu tippen.",
)

ZWEI_FASSUNGEN = Rule(
    "zwei_fassungen",
    Severity.FEHLER,
    "Zwei Änderungen an derselben Stelle sind noch nicht zusammengeführt.\n\nHaben zwei Menschen dieselbe Zeile geändert, "
    "schreibt git beide Fassungen in die Datei: zwischen `<<<<<<<` und `=======` die eine, bis `>>>>>>>` die andere. Wer "
    "weiß, was stimmt, lässt die richtige stehen und löscht alles andere; im Zweifel fragt man nach.",
)

RETYPE = "Die Stelle löschen und neu tippen."

_REASONS = {
    errno.ENOENT: "die Verknüpfung führt ins Leere",
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.EISDIR: "es ist ein Ordner",
    errno.EACCES: "die Leserechte fehlen",
    errno.EPERM: "die Leserechte fehlen",
}
"""Why a file that was found cannot be opened. One that is listed and yet not there is a link."""

RULES = (GROSS, LEER, UNLESBAR, KODIERUNG, BOM, CRLF, ZEICHEN, RICHTUNG, ZWEI_FASSUNGEN)


def lies_in(file: str | os.PathLike[str], folder: Path) -> bool:
    """Whether a file really lies below `folder`, once links are followed."""
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))


def read_text(file: Path | str, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text of `file` with `\\n` line ends, or None where it cannot be one.

    `path` is how the file is named in diagnostics.
    """
    try:
        raw = read_start(file, MAX_BYTES + 1)
    except NoFileError:
        remedy = "Löschen oder durch eine Textdatei ersetzen."
        return None, [UNLESBAR.at(Span(path), "Das ist keine gewöhnliche Datei.", remedy)]
    except OSError as error:
        reason = f"Die Datei lässt sich nicht öffnen{why(error)}."
        return None, [UNLESBAR.at(Span(path), reason, "Name und Leserechte der Datei prüfen.")]
    if len(raw) > MAX_BYTES:
        remedy = "Den Text kürzen oder auf mehrere Datensätze verteilen."
        return None, [GROSS.at(Span(path), "Die Datei ist größer als 1 MB.", remedy)]
    return decode(raw, path)


def read_start(file: Path | str, size: int = MAX_BYTES) -> bytes:
    """Return the first bytes of a file; never waits, as whoever opens a pipe would."""
    with open(file, "rb", buffering=0, opener=_at_once) as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NoFileError
        return stream.readall() if status.st_size < size else stream.read(size)  # read may stop early, readall does not


class NoFileError(OSError):
    """What has the name of a file is a pipe, a socket or a device."""


def why(error: OSError, missing: str = _REASONS[errno.ENOENT]) -> str:
    """Return in German why something cannot be opened, to stand behind the sentence; "" where there is no word for it.

    `missing` is what it means that there is no such file, where it was named by hand.
    """
    word = missing if error.errno == errno.ENOENT else _REASONS.get(error.errno or 0)
    return f" ({word})" if word else ""


def _at_once(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0))


def decode(raw: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """Return the text behind `raw`; every finding has line and column."""
    found: list[Diagnostic] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        remedy = "Nichts zu tun; beim nächsten Speichern „UTF-8 ohne BOM“ wählen."
        found.append(BOM.at(Span(path, 1, 1), "Die Datei beginnt mit einem unsichtbaren Zeichen (BOM).", remedy))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*found, _not_utf8(raw, error, path)]
    if not text or text.isspace():
        anew = "mit `sozialraum new` neu anlegen" if path.endswith(".md") else "ausfüllen"
        remedy = f"Die Datei löschen oder {anew}."
        return None, [*found, LEER.at(Span(path), "Die Datei ist leer.", remedy)]
    if "\r" in text:
        text, crlf = _with_unix_line_ends(text, path)
        found += crlf
    unwanted = None if text.replace("\n", "").isprintable() else UNWANTED.search(text)
    if unwanted:
        line, column = place(text, unwanted.start())
        rule, message = unwanted_rule(unwanted[0])
        return None, [*found, rule.at(Span(path, line, column), message, RETYPE)]
    conflict = _conflict(text) if "<<<<<<< " in text else None
    if conflict is not None:
        return None, [*found, _two_versions(text, conflict, path)]
    return text, found


def _conflict(text: str) -> int | None:
    """Return where the first conflict begins, None where there is none; a heading underlined with `=======` is no part of one."""
    start, seen = 0, 0
    for line in _OF_A_CONFLICT.finditer(text):
        if line.lastindex == seen + 1:
            start, seen = (start if seen else line.start()), seen + 1
            if seen == _OF_A_CONFLICT.groups:
                return start
    return None


def _two_versions(text: str, offset: int, path: str) -> Diagnostic:
    message = "Zwei Änderungen widersprechen sich hier: Über ======= steht die eine Fassung, darunter die andere."
    remedy = "Die richtige stehen lassen; die andere und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen."
    return ZWEI_FASSUNGEN.at(Span(path, text.count("\n", 0, offset) + 1, 1, 7), message, remedy)


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column (from 1) of a character offset."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def unwanted_rule(sign: str) -> tuple[Rule, str]:
    """Return the rule an invisible character breaks, and the sentence that names it."""
    rule = RICHTUNG if _BIDI.match(sign) else ZEICHEN
    return rule, f"{rule.title.removesuffix('.')} (U+{ord(sign):04X})."


def _with_unix_line_ends(text: str, path: str) -> tuple[str, list[Diagnostic]]:
    line, column = place(text, text.index("\r"))
    remedy = "Nichts zu tun; im Editor lässt sich „LF“ einstellen."
    kind = "von Windows (CRLF)" if "\r\n" in text else "alter Macs (CR)"
    hint = CRLF.at(Span(path, line, column), f"Die Datei hat Zeilenenden {kind}.", remedy)
    return text.replace("\r\n", "\n").replace("\r", "\n"), [hint]


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Diagnostic:
    before = raw[: error.start].decode("utf-8").replace("\r\n", "\n")
    line, column = place(before, len(before))
    meant = raw[error.start : error.start + 1].decode("cp1252", "ignore")
    guess = f" (vermutlich ist hier „{meant}“ gemeint)" if meant else ""
    message = f"Die Datei ist nicht als UTF-8 gespeichert{guess}."
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "Die Datei ist als UTF-16 gespeichert."
    return KODIERUNG.at(Span(path, line, column), message, "Im Editor „Speichern unter … Kodierung UTF-8“ wählen.")
