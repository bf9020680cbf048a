"""Cells found behind a label, before they are aligned with columns: the shared types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from reviewer.forms.cells.pieces import Piece, is_digits
from reviewer.forms.figures.nearly import is_lettered
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.folding import fold
from reviewer.forms.labels import PARTING
from reviewer.forms.report import Kind

PIPES = "|｜│┃║"
"""Characters that text from web pages parts cells with."""

_LEAST_MISSPELT = 5
"""In a shorter text a slip leaves too few letters to recognise it by."""

_ALIKE = 75
"""Per cent by which a text is taken for one of the form's wordings."""


class Separator(Enum):
    """What parts the cells of a table."""

    TAB = "\t"
    PIPE = "|"
    COMMA = ","
    NONE = ""


class Broken(NamedTuple):
    """Figures of which each may go on in the line below.

    Attributes:
        pieces: Lines' figures as they stand.
        between: What parts each of them from the next if it is a line end alone; else nothing.
    """

    pieces: tuple[Piece, ...]
    between: tuple[str, ...]


@dataclass(frozen=True)
class Zone:
    """What stands behind a label.

    Attributes:
        cells: Pieces in order; blank ones only where separators make them.
        separated: Whether separators, or lines of their own, part the cells for certain.
        rest: Pieces behind the row's own that look like values.
        gaps: Line ends before each cell and behind the last one; only where every cell has a
            line of its own and blank cells may be blank lines.
        start: Where the zone begins in the text.
        ragged: Whether figures stand on several lines, not as many on each.
        foreign: Whether what looks like another row stands before the figures.
        fillers: How many of the last cells are bars that only fill the line up.
        short: Whether it has no cell in a column behind the form's last one, as others have.
        broken: All its figures, if cells may go on in the lines below.
    """

    cells: tuple[Piece, ...]
    separated: bool
    rest: tuple[Piece, ...] = ()
    gaps: tuple[int, ...] = ()
    start: int = 0
    ragged: bool = False
    foreign: bool = False
    fillers: int = 0
    short: bool = False
    broken: Broken | None = None

    @property
    def filled(self) -> int:
        """How many of the cells are not blank."""
        return sum(bool(piece.text) for piece in self.cells)


@dataclass(frozen=True)
class Printed:
    """How a table is printed, for reading its zones.

    Attributes:
        separator: What parts its cells.
        words: The form's vocabulary (:func:`reviewer.forms.labels.vocabulary`).
        rows_end: Whether the text shows where rows end (:func:`shows_row_ends`), so that a
            short row has lost a cell.
        closed: Whether a separator stands behind a line's last cell, too.
        opens: Whether a bar on a line of its own stands before each row.
        lone: Whether bars stand on lines of their own throughout, so that the one before a row may
            be that behind the cell before it.
        begins_row: Whether a zone begins with the row's first cell, no label being before it.
    """

    separator: Separator
    words: str
    rows_end: bool = False
    closed: bool = True
    opens: bool = False
    lone: bool = False
    begins_row: bool = False


def is_form_text(piece: Piece, words: str) -> bool:
    """Whether a piece is made of fragments of the printed form; a nil mark (无) is a value."""
    return _is_form_text(piece.text, words)


@lru_cache(maxsize=4096)
def _is_form_text(text: str, words: str) -> bool:
    if parse_figure(text).kind is Kind.NIL:
        return False
    folded = fold(text)
    return _made_of(folded, words) or _is_misspelt(folded, words)


def _is_misspelt(folded: str, words: str) -> bool:
    """Whether a text is a whole wording of the form but for a letter or two: 不于处理."""
    if len(folded) < _LEAST_MISSPELT or not folded.isalpha():
        return False
    wordings = words.split(PARTING)
    return process.extractOne(folded, wordings, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None


def _made_of(folded: str, words: str) -> bool:
    if not folded or folded.isdigit():
        return False
    if folded in words:
        return True
    for size in range(len(folded) - 1, 1, -1):
        if folded[:size] in words:
            return _made_of(folded[size:], words)
    return False


def is_value(piece: Piece) -> bool:
    """Whether a piece is a figure, a nil mark, or digits that several figures may be made of.

    So is a figure with letters that were meant for its digits.
    """
    return _is_value(piece.text)


@lru_cache(maxsize=4096)
def _is_value(text: str) -> bool:
    kind = parse_figure(text).kind
    if kind is not Kind.TEXT:
        return kind in {Kind.NUMBER, Kind.NIL}
    return is_digits(text) or is_lettered(text)
