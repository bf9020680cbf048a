"""Figures that are each told by the names of their row and their column.

Data sheets and pages for small screens print no grid but a line for each figure
(``规章-本年制发件数：0``), or a heading for each row, or each column, and below it a line for each
of its figures (``自然人：3``). Nothing is counted here: what has not both its names is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.base import CellId
from reviewer.forms.cells.cells import PIPES, is_value
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.figures.numbers import UNITS
from reviewer.forms.folding import fold
from reviewer.forms.lines import lines_of
from reviewer.forms.model import FormTable
from reviewer.forms.tables.names import Names, names_of

_UNIT = "|".join(UNITS)
_PARTED = re.compile(
    rf"[\t{PIPES}=]|(?<!单位)[：:]|(?<!\d),|,(?!\d{{3}}(?!\d))|(?<=[\d件项条份次元/—无])[，；;、。]"
    r"|(?<=\S)[ \u3000]+(?=\S)"
)
_OPEN = re.compile(rf"[\t{PIPES}：:=,][^\S\t\n]*$")
_GLUED = re.compile(rf".*?[^\d.,+\-−－](?=([-+−－]?\d[\d,.]*(?:{_UNIT})?)$)")
_MOST = 0.6
"""Share of a table's figures that are told, if it is printed so; others may be misspelt."""

_MOST_TWICE = 0.1
"""Share of them that are told twice, and otherwise."""

_TELLING = 3
"""Letters of a word that may be a name; shorter ones are units."""

_LONGEST = 160
"""Characters of a line; longer ones are sentences."""


@dataclass(frozen=True)
class _Word:
    """A piece of text: what it names, or its figure.

    Attributes:
        row: The row's key, if it names one.
        column: The same of a column.
        figure: Its figure, or the place of a blank.
        strange: Whether it may be a name that is not known.
    """

    row: str = ""
    column: str = ""
    figure: Piece | None = None
    strange: bool = False


def paired(text: str, table: FormTable, start: int, end: int) -> Mapping[CellId, Piece] | None:
    """Cell → figure between two places, if most of the table's figures are told by names.

    What is told twice, and otherwise, is left out.

    Args:
        text: The whole text.
        table: The form's table.
        start: Where the table's section begins.
        end: Where it ends.
    """
    if not _may_be_told(text[start:end], table):
        return None
    spoken = list(_words(text, names_of(table), start, end))
    least = _MOST * sum(1 for _ in table.cells())
    for by_row in (True, False):
        found = _paired(table, spoken, by_row=by_row)
        if len(found) >= least:
            return found
    return None


def _may_be_told(section: str, table: FormTable) -> bool:
    """Whether names stand often enough: one for each figure."""
    block = table.blocks[0]
    columns = section.count(block.columns[0].label)
    if table.layout == "matrix":
        rows = section.count(block.rows[-1].label[-6:])
        return columns >= _MOST * len(block.rows) or rows >= len(block.columns) - 1
    return columns >= len(block.rows)


def _paired(table: FormTable, words: Sequence[_Word], *, by_row: bool) -> dict[CellId, Piece]:
    """Each figure with the names before it; nothing if more have none, or many are told twice.

    Args:
        table: The form's table.
        words: What the text says.
        by_row: Whether a row's name holds for all figures up to the next one, and a column's for
            one figure only; else the other way round.
    """
    cells = {(row.key, column.key): cell for cell, row, column in table.cells()}
    found: dict[CellId, Piece] = {}
    twice: set[CellId] = set()
    row = column = ""
    stray = 0
    for word in words:
        if word.strange:
            row = column = ""
        row, column = word.row or row, word.column or column
        if word.figure is None:
            continue
        cell = cells.get((row, column))
        if cell is None:
            stray += bool(found)
        elif found.setdefault(cell, word.figure).text != word.figure.text:
            twice.add(cell)
        row, column = (row, "") if by_row else ("", column)
    if stray > len(found) or len(twice) > _MOST_TWICE * len(found):
        return {}
    return {cell: piece for cell, piece in found.items() if cell not in twice}


def _words(text: str, names: Names, start: int, end: int) -> Iterator[_Word]:
    """The words and figures of each line; a name before a mark that ends its line is of a blank."""
    for begin, stop in lines_of(text, start, end):
        if stop - begin <= _LONGEST:
            yield from _words_of_line(text, names, begin, stop)


def _words_of_line(text: str, names: Names, start: int, end: int) -> Iterator[_Word]:
    cuts = [start, *(place for cut in _PARTED.finditer(text, start, end) for place in cut.span())]
    pieces = [stripped(text, *one) for one in pairwise([*cuts, end])][::2]
    named = False
    for piece in pieces:
        if not piece.text:
            continue
        if is_value(piece):
            named = False
            yield _Word(figure=piece)
            continue
        glued = _GLUED.match(piece.text)
        row, column = names.named(glued[0] if glued else piece.text)
        named = bool(row or column) and glued is None
        strange = not (row or column) and len(fold(piece.text)) >= _TELLING
        yield _Word(row, column, strange=strange)
        if glued and (row or column):
            begin = piece.start + glued.end()
            yield _Word(figure=Piece(begin, piece.end, text[begin : piece.end]))
    if named and _OPEN.search(text, start, end):
        place = start + len(text[start:end].rstrip(" \u3000"))
        yield _Word(figure=Piece(place, place, ""))
