"""Tables that are copied column by column: a name, and below it the figures of all rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.base import CellId, cell_id
from reviewer.forms.cells.cells import PIPES, is_value
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.folding import fold
from reviewer.forms.model import Block, FormTable, Row

_WORD = re.compile(rf"[^\s{PIPES}]+")
_TELLING = 4
"""A label of this many letters is not met among others."""

_MOST = 0.6
"""At least this share of a table's figures must stand like that."""


def runs_of(text: str, start: int, end: int) -> Iterator[tuple[str, list[Piece]]]:
    """Figures behind each other, with the folded words before them."""
    name, figures = "", list[Piece]()
    for found in _WORD.finditer(text, start, end):
        piece = Piece(*found.span(), found[0])
        if is_figure(piece):
            figures.append(piece)
            continue
        if figures:
            yield name, figures
            name, figures = "", []
        name += fold(piece.text)
    if figures:
        yield name, figures


def is_figure(piece: Piece) -> bool:
    """Whether a piece is one figure."""
    return is_value(piece) and not piece.is_run


def letters_of(text: str) -> str:
    """A text folded, without digits."""
    return "".join(one for one in fold(text) if not one.isdigit())


def by_columns(rows: Sequence[Row]) -> list[Row]:
    """Rows as a table's columns of labels have them: headings first, each level by itself."""
    return sorted(rows, key=lambda row: len(row.headings))


def stand_in_order(rows: Sequence[Row], letters: str) -> bool:
    """Whether most of the rows' labels stand among letters, and in this order."""
    places = [letters.find(letters_of(row.label)) for row in rows if _tells(row)]
    known = [place for place in places if place >= 0]
    return known == sorted(known) and len(known) >= _MOST * len(places)


def stand_among(rows: Sequence[Row], letters: str) -> bool:
    """Whether most of the rows' labels stand among letters, in any order."""
    labels = [letters_of(row.label) for row in rows if _tells(row)]
    return sum(label in letters for label in labels) >= _MOST * len(labels)


class Columned(NamedTuple):
    """Figures below their columns' names, by cell.

    Attributes:
        whole: Whether no column lacks any or has more, and all stand in the form's order, so that
            nothing speaks for a name that has moved.
    """

    found: Mapping[CellId, Piece]
    whole: bool


def columned(text: str, table: FormTable, start: int, end: int) -> Columned | None:
    """The figures, if behind most columns' names stand as many as their block has rows.

    Args:
        text: The whole text.
        table: The form's table.
        start: Where the table's section begins.
        end: Where it ends.
    """
    letters = letters_of(text[start:end])
    if not any(stand_in_order(way, letters) for way in (table.rows, by_columns(table.rows))):
        return None
    runs = [(_named(words, table), figures) for words, figures in runs_of(text, start, end)]
    found: dict[CellId, Piece] = {}
    whole = True
    for column, blocks in _columns(table).items():
        own = [figures for name, figures in runs if name == column]
        rows_below = [_rows_of(*one, letters) for one in zip(blocks, own, strict=False)]
        if len(own) != len(blocks) or not all(rows_below):
            whole = whole and not own
            continue
        for keys, figures in zip(rows_below, own, strict=True):
            cells = [cell_id(table.key, key, column) for key in keys]
            found |= zip(cells, figures, strict=True)
    if len(found) < _MOST * len(list(table.cells())):
        return None
    return Columned(found, whole and _are_in_order(table, found))


def _columns(table: FormTable) -> dict[str, list[Block]]:
    """A table's columns, each with the blocks that have it."""
    columns: dict[str, list[Block]] = {}
    for block in table.blocks:
        for column in block.columns:
            columns.setdefault(column.key, []).append(block)
    return columns


def _are_in_order(table: FormTable, found: Mapping[CellId, Piece]) -> bool:
    """Whether each block's columns follow each other as in the form."""
    for block in table.blocks:
        cells = [cell_id(table.key, block.rows[0].key, column.key) for column in block.columns]
        places = [found[cell].start for cell in cells if cell in found]
        if places != sorted(places):
            return False
    return True


def _tells(row: Row) -> bool:
    return len(letters_of(row.label)) >= _TELLING


def _rows_of(block: Block, figures: Sequence[Piece], letters: str) -> list[str]:
    """The rows that a column's figures are of: all, or those whose labels are there; or none."""
    every = [row.key for row in block.rows]
    printed = [row.key for row in block.rows if not _tells(row) or letters_of(row.label) in letters]
    return next((keys for keys in (every, printed) if len(keys) == len(figures)), [])


def _named(words: str, table: FormTable) -> str:
    """The key of the column whose name words end with, or nothing."""
    names = {wording: column.key for column in table.columns for wording in column.folded}
    fitting = [wording for wording in names if words.endswith(wording)]
    return names[max(fitting, key=len)] if fitting else ""
