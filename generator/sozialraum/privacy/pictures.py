"""What a picture says beside what it shows: place, person, device, comments.

Reads only the outer form of JPEG, PNG and WebP and the directories of Exif
(CIPA DC-008, TIFF 6.0); no picture is ever decoded. In other formats the signs
by which such blocks begin are looked for.
"""

from __future__ import annotations

from struct import error as struct_error
from struct import unpack, unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ORT = "der Ort der Aufnahme"
_TAGS = {
    0x8825: ORT,
    0x013B: "wer fotografiert hat",
    0x8298: "wer die Rechte hat",
    0xA430: "wem die Kamera gehört",
    0xA431: "die Seriennummer der Kamera",
    0xA435: "die Seriennummer des Objektivs",
    0x010E: "eine Beschreibung",
    0x9286: "ein Kommentar",
    0x9003: "der Zeitpunkt der Aufnahme",
}
_EXIF_POINTER = 0x8769
_MOST_ENTRIES = 500
_XMP = (b"<x:xmpmeta", b"http://ns.adobe.com/xap/1.0/", b"XML:com.adobe.xmp")
_IN_DRAWINGS = (b"<dc:creator", b"sodipodi:docname", b"inkscape:export-filename")
"""Who drew an SVG, and in which folder of whose machine."""
_PLACE_IN_XMP = (b"exif:GPS", b"Iptc4xmpCore:Location", b"photoshop:City")
_TEXT_CHUNKS = {b"tEXt", b"zTXt", b"iTXt"}


def found_in_picture(raw: bytes) -> tuple[str, ...]:
    """Return what a picture file says about place and people, in a fixed order, each once."""
    try:
        found = {*_by_format(raw)}
    except (struct_error, IndexError, ValueError):
        found = {"Angaben, die sich nicht lesen lassen"}
    return tuple(sorted(found, key=lambda each: (each != ORT, each)))


def _by_format(raw: bytes) -> Iterator[str]:
    if raw[:2] == b"\xff\xd8":
        blocks = _jpeg_blocks(raw)
    elif raw[:8] == b"\x89PNG\r\n\x1a\n":
        blocks = _png_blocks(raw)
    elif raw[:4] in (b"II*\0", b"MM\0*"):
        blocks = iter([b"Exif\0\0" + raw])
    elif raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        blocks = _webp_blocks(raw)
    else:
        blocks = _elsewhere(raw)
    for block in blocks:
        yield from _in_block(block)


def _jpeg_blocks(raw: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF and raw[at + 1] != 0xDA:  # noqa: PLR2004 - marks of ISO 10918
        (length,) = unpack_from(">H", raw, at + 2)
        if raw[at + 1] in (0xE1, 0xED, 0xFE):
            yield (b"comment\0" if raw[at + 1] == 0xFE else b"") + raw[at + 4 : at + 2 + length]  # noqa: PLR2004
        at += 2 + max(2, length)


def _png_blocks(raw: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(raw):
        length, kind = unpack_from(">I4s", raw, at)
        data = raw[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield b"Exif\0\0" + data
        elif kind in _TEXT_CHUNKS and not data.startswith(b"Software\0"):
            yield data if any(sign in data for sign in _XMP) else b"comment\0" + data
        at += 12 + length


def _webp_blocks(raw: bytes) -> Iterator[bytes]:
    """Yield the blocks of a WebP file, whose Exif may begin with or without its name."""
    at = 12
    while at + 8 <= len(raw):
        kind, length = unpack_from("<4sI", raw, at)
        data = raw[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            yield data if data.startswith(b"Exif\0\0") else b"Exif\0\0" + data
        elif kind == b"XMP ":
            yield _XMP[0] + data
        at += 8 + length + length % 2


def _elsewhere(raw: bytes) -> Iterator[bytes]:
    start = raw.find(b"Exif\0\0")
    if start >= 0:
        yield raw[start:]
    if any(sign in raw for sign in (*_XMP, *_IN_DRAWINGS)):
        yield _XMP[0] + raw


def _in_block(block: bytes) -> Iterator[str]:
    if block.startswith(b"Exif\0\0"):
        yield from _in_tiff(block[6:])
    elif block.startswith(b"comment\0"):
        yield "ein Kommentar"
    elif block.startswith(b"Photoshop 3.0\0"):
        yield "eine Beschreibung"
    elif any(sign in block for sign in _XMP):
        yield "eine Beschreibung"
        if any(sign in block for sign in _PLACE_IN_XMP):
            yield ORT


def _in_tiff(tiff: bytes) -> Iterator[str]:
    order = {b"II": "<", b"MM": ">"}[tiff[:2]] if tiff[:2] in (b"II", b"MM") else ""
    if not order:
        return
    (first,) = unpack_from(f"{order}I", tiff, 4)
    for directory in (first, *(offset for tag, offset in _entries(tiff, first, order) if tag == _EXIF_POINTER)):
        yield from (_TAGS[tag] for tag, _offset in _entries(tiff, directory, order) if tag in _TAGS)


def _entries(tiff: bytes, at: int, order: str) -> list[tuple[int, int]]:
    """Return tag and value of each entry of a directory; a value that is a place counts from the start."""
    (count,) = unpack_from(f"{order}H", tiff, at)
    starts = range(at + 2, at + 2 + 12 * min(count, _MOST_ENTRIES), 12)
    return [unpack(f"{order}H6xI", tiff[start : start + 12]) for start in starts]
