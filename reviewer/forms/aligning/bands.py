"""Lines that blanks set in columns: a figure belongs to the column that it stands in.

Where no marks part the cells, a blank cell shows only by how far the next figure stands from its
line's begin. That tells its column if the figures of all rows stand in as many bands as there are
columns, or below their heads.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reviewer.forms.aligning.alignment import Way
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.folding import fold
from reviewer.forms.model import Block

Band = tuple[int, int]
"""Begin and end in a line, a Chinese character being two wide."""

_FAR = 10_000
"""A place behind the end of every line."""

_CHUNKS = (re.compile(r"[^\s\u3000]+(?:[ \u3000][^\s\u3000]+)*"), re.compile(r"[^\s\u3000]+"))
"""Chunks of a line that at least two blanks part, or that one does."""


def bands_of(
    text: str, rows: Sequence[Sequence[Piece]], heads: Sequence[Piece], count: int
) -> Iterator[Sequence[Band]]:
    """The ways to part the lines into a band for each column, likeliest first.

    The bands are where figures and their heads overlap; what reaches from one head's begin to the
    next one's, or from end to end; without heads where figures stand.
    """
    figures = _joined(_band(text, piece) for row in rows for piece in row)
    above = _joined(_band(text, piece) for piece in heads)
    ways = [_joined([*figures, *above])]
    if above:
        begins, ends = zip(*above, strict=True)
        ways.append(list(pairwise((*begins, _FAR))))
        ways.append(list(pairwise((0, *ends))))
    for bands in ways:
        if len(bands) == count and all(_lies_in(one, bands) for one in figures):
            yield bands


def in_bands(text: str, row: Sequence[Piece], bands: Sequence[Band]) -> Way | None:
    """A row's figures in the bands that they stand in, and blank cells in the others."""
    found: list[Piece] = []
    left = list(row)
    for band in bands:
        here = bool(left) and _lies_in(_band(text, left[0]), [band])
        at = left[0].start if left else row[-1].end
        found.append(left.pop(0) if here else Piece(at, at, ""))
    return None if left else tuple(found)


def _lies_in(one: Band, bands: Sequence[Band]) -> bool:
    return any(low <= one[0] and one[1] <= high for low, high in bands)


def in_one_line(text: str, row: Sequence[Piece]) -> bool:
    """Whether a row has cells, and all of them in one line."""
    return bool(row) and "\n" not in text[row[0].start : row[-1].end]


def heads_of_block(text: str, start: int, end: int, block: Block) -> list[Piece]:
    """The heads of a block's columns between two places; none if they are not all found once."""
    wanted = {wording: column.key for column in block.columns for wording in column.folded}
    for chunk in _CHUNKS:
        pieces = [Piece(*match.span(), match[0]) for match in chunk.finditer(text, start, end)]
        found = {wanted.get(fold(piece.text)): piece for piece in pieces}
        heads = [found[column.key] for column in block.columns if column.key in found]
        if len(heads) == len(block.columns):
            return heads
    return []


def are_set_apart(text: str, heads: Sequence[Piece]) -> bool:
    """Whether there are heads, with more than a blank between any two beside each other."""
    between = [text[one.end : then.start] for one, then in pairwise(heads)]
    return bool(heads) and all(len(one) > 1 for one in between)


def _band(text: str, piece: Piece) -> Band:
    begin = text.rfind("\n", 0, piece.start) + 1
    low = width_of(text[begin : piece.start])
    return low, low + width_of(text[piece.start : piece.end])


def width_of(text: str) -> int:
    """How wide a text is printed: Chinese characters take two places."""
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)


def _joined(bands: Iterable[Band]) -> list[Band]:
    """Bands that overlap or touch, made one."""
    found: list[Band] = []
    for low, high in sorted(bands):
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return found
