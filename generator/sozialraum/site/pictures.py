"""Figures as pictures: where each field of a table stands and how full it is, without any markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sozialraum.reports.report import Bild, Tabelle, Verdeckt, Verweis

if TYPE_CHECKING:
    from sozialraum.reports.report import Zelle

LABEL, CELL, HEAD, LINE = 250, 100, 40, 30
"""Widths of labels and cells, heights of the head and of a line; units are CSS pixels."""
_GAP = 3
LONGEST_LABEL = 40
"""Characters that fit in front of a line."""
_SPLIT = 14
"""A heading of more characters stands in two lines."""
_FAINT, _FULL = 0.12, 0.5
"""How much of the colour the smallest and the largest figure get; the words on it stay readable."""


class Feld(NamedTuple):
    """One figure: a field (or a bar) and the words in it."""

    x: int
    y: int
    hoehe: int
    deckung: float
    text: str
    art: str
    """"voll", "leer" for a gap, "null" for nothing that is none, "verdeckt" for what is not shown."""


class Wort(NamedTuple):
    """Words at a place; `zeilen` are one or two lines."""

    x: int
    y: int
    zeilen: tuple[str, ...]


class Zeichnung(NamedTuple):
    """A table drawn."""

    id: str
    titel: str
    beschreibung: str
    breite: int
    hoehe: int
    feld: int
    """How wide a field is."""
    koepfe: tuple[Wort, ...]
    zeilen: tuple[Wort, ...]
    felder: tuple[Feld, ...]


def drawn(table: Tabelle, id_: str) -> Zeichnung | None:
    """Return the picture of a table, None where it is not to have one or no figure is shown."""
    most = max((cell for row in table.zeilen for cell in row[1:] if isinstance(cell, int)), default=0)
    if table.bild is Bild.KEINS or not most:
        return None
    fields = tuple(
        _field(table.bild, cell, (column, line), most)
        for line, row in enumerate(table.zeilen)
        for column, cell in enumerate(row[1:])
    )
    return Zeichnung(
        id_,
        table.titel,
        _description(table, most),
        LABEL + CELL * (len(table.spalten) - 1),
        HEAD + LINE * len(table.zeilen),
        CELL - 2 * _GAP,
        tuple(Wort(LABEL + CELL * at + CELL // 2, 15, _lines(name)) for at, name in enumerate(table.spalten[1:])),
        tuple(Wort(0, HEAD + LINE * at + 20, (_label(row[0]),)) for at, row in enumerate(table.zeilen)),
        fields,
    )


def _field(bild: Bild, cell: Zelle, place: tuple[int, int], most: int) -> Feld:
    column, line = place
    x, y, whole = LABEL + CELL * column + _GAP, HEAD + LINE * line + _GAP, LINE - 2 * _GAP
    if isinstance(cell, Verdeckt):
        return Feld(x, y, whole, 0, cell.zeichen, "verdeckt")
    number = cell if isinstance(cell, int) else 0
    if not number:
        return Feld(x, y, whole, 0, "0", "leer" if bild is Bild.RASTER else "null")
    share = number / most
    height = max(2, round(whole * share)) if bild is Bild.VERLAUF else whole
    return Feld(x, y + whole - height, height, round(_FAINT + (_FULL - _FAINT) * share, 2), str(number), "voll")


def _description(table: Tabelle, most: int) -> str:
    form = "Säulen je Quartal" if table.bild is Bild.VERLAUF else "Je mehr, desto kräftiger die Farbe"
    return f"{form}; die größte Zahl ist {most}. Dieselben Zahlen stehen in der Tabelle darunter."


def _label(cell: Zelle) -> str:
    text = cell.titel if isinstance(cell, Verweis) else str(cell)
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _lines(name: str) -> tuple[str, ...]:
    breaks = [at for at, sign in enumerate(name, 1) if sign in " -" and at < len(name)]
    if len(name) <= _SPLIT or not breaks:
        return (_cut(name),)
    half = min(breaks, key=lambda at: (abs(at - len(name) // 2), -at))
    return _cut(name[:half].strip()), _cut(name[half:].strip())


def _cut(text: str) -> str:
    return text if len(text) <= _SPLIT + 2 else f"{text[: _SPLIT + 1]}…"
