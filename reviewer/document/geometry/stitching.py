"""Tables that go on over page breaks, made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.document.composing import Box, Cell, Grid
from reviewer.document.geometry.clusters import clustered, nearest
from reviewer.document.geometry.content import WRAPPED_DIGITS
from reviewer.document.geometry.frames import Frame
from reviewer.document.geometry.parts import PageCell, PageTable
from reviewer.document.geometry.wrapping import free_in, is_wrapped

_SAME = 6.0
"""A table's sides and its columns' edges may move by this many points from page to page."""

_ALIKE = 15.0
"""The same for edges that no rules show."""

_COLUMNS = 3
"""Fewer edges of a part that lies aside do not show that it belongs to the table."""

_NUMBERED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]?\d{1,2}[)）.．、](?!\d))"
)
"""A label of its own, not the rest of one."""

_FIGURE = re.compile(r"[-+−－]?[\d０-９][\d０-９,，.]*|[/／—–\-]+|无")


_LOWEST = 10.0
"""A strip of a row lower than this (in points) holds no line of text."""


@dataclass
class _Piece:
    """A cell in the whole table: first row and column, those behind its last, where it begins."""

    row: int
    row_end: int
    column: int
    column_end: int
    cell: PageCell
    page: int
    frame: Frame

    @property
    def is_high(self) -> bool:
        """Whether it goes over several rows."""
        return self.row_end - self.row > 1

    def go_on(self, rest: _Piece) -> None:
        """Take the part on the next page; what is printed stands where it begins."""
        if rest.cell.text and not self.cell.text:
            self.cell, self.page, self.frame = rest.cell, rest.page, rest.frame
        elif rest.cell.text:
            wrapped = WRAPPED_DIGITS if _are_digits(self.cell, rest.cell) else ""
            self.cell = PageCell(
                self.cell.area,
                self.cell.box,
                self.cell.lines + rest.cell.lines,
                self.cell.text + rest.cell.text,
                self.cell.doubt or rest.cell.doubt or wrapped,
            )


def goes_on(table: PageTable, following: PageTable) -> bool:
    """Whether the part of a table on the next page has the same sides, or the same figures.

    Where both sides lie as far aside, as with margins for binding, so must the columns' edges.
    """
    if following.order != table.order + 1:
        return False
    if table.figures and len(table.figures) == len(following.figures):
        figures = zip(table.figures, following.figures, strict=True)
        return all(abs(one - other) <= _ALIKE for one, other in figures)
    aside = following.xs[0] - table.xs[0]
    if abs(following.xs[-1] - table.xs[-1] - aside) > _SAME:
        return False
    moved = tuple(x - aside for x in following.xs)
    fewer, more = sorted((table.xs, moved), key=len)
    return abs(aside) <= _SAME or (
        len(fewer) > _COLUMNS and all(abs(more[nearest(more, x)] - x) <= _SAME for x in fewer)
    )


def stitched(parts: Sequence[PageTable]) -> Grid:
    """One table of the parts on successive pages; the edges of their columns are made one."""
    parts = [parts[0], *(_levelled(part, parts[0]) for part in parts[1:])]
    edges = clustered((x for part in parts for x in part.xs), _SAME)
    whole = _Whole(_pieces(parts[0], edges), len(parts[0].ys) - 1)
    for part in parts[1:]:
        whole.add(_pieces(part, edges), len(part.ys) - 1)
    return Grid(tuple(_stated(piece) for piece in whole.pieces))


def _levelled(part: PageTable, first: PageTable) -> PageTable:
    """With the first part's sides; and its columns of figures, where no rules show them."""
    aside = part.xs[0] - first.xs[0]
    if not part.figures and abs(aside) > _SAME:
        return replace(part, xs=tuple(x - aside for x in part.xs))
    if not (part.figures and len(part.figures) == len(first.figures)):
        return part
    moved = dict(zip(part.figures, first.figures, strict=True))
    inner = [
        next((there for here, there in moved.items() if abs(here - x) <= _SAME), x)
        for x in part.xs[1:-1]
    ]
    return replace(part, xs=(first.xs[0], *inner, first.xs[-1]))


def _pieces(part: PageTable, edges: Sequence[float]) -> list[_Piece]:
    return [
        _Piece(
            cell.area.row,
            cell.area.row_end,
            nearest(edges, part.xs[cell.area.column]),
            nearest(edges, part.xs[cell.area.column_end]),
            cell,
            part.page,
            part.frame,
        )
        for cell in part.cells
    ]


class _Whole:
    """A table that grows by its parts on later pages."""

    def __init__(self, pieces: list[_Piece], height: int) -> None:
        self.pieces = pieces
        self.height = height

    def add(self, pieces: list[_Piece], height: int) -> None:
        """Put a part below what is there."""
        heads = self._repeated(pieces)
        below = [piece for piece in pieces if piece.row >= heads]
        shift = self.height - heads
        bottom = {
            (piece.column, piece.column_end): piece
            for piece in self.pieces
            if piece.row_end == self.height
        }
        first = [piece for piece in below if piece.row == heads]
        is_cut = _is_cut(bottom, first)
        shift -= is_cut
        are_heads = _are_heads(bottom, first)
        for piece in below:
            over = bottom.get((piece.column, piece.column_end)) if piece.row == heads else None
            if over is not None and (is_cut or (not are_heads and _is_same(over, piece))):
                over.go_on(piece)
                over.row_end = max(over.row_end, piece.row_end + shift)
            else:
                piece.row += shift
                piece.row_end += shift
                self.pieces.append(piece)
        self.height = height + shift

    def _repeated(self, pieces: Sequence[_Piece]) -> int:
        """How many of a part's first rows repeat those that the table begins with."""
        own, other = _by_row(self.pieces), _by_row(pieces)
        count = 0
        while count in own and _says(own[count]) == _says(other.get(count, [])):
            count += 1
        while any(piece.row < count < piece.row_end for piece in pieces):
            count -= 1
        repeated = any(piece.cell.text for piece in pieces if piece.row < count)
        return count if repeated else 0


def _by_row(pieces: Iterable[_Piece]) -> dict[int, list[_Piece]]:
    rows: dict[int, list[_Piece]] = {}
    for piece in pieces:
        rows.setdefault(piece.row, []).append(piece)
    return rows


def _says(row: Iterable[_Piece]) -> list[tuple[int, str]]:
    return sorted((piece.column, "".join(piece.cell.text.split())) for piece in row)


def _are_heads(bottom: dict[tuple[int, int], _Piece], first: Sequence[_Piece]) -> bool:
    """Whether a page begins with the figures below heads that are several rows high."""
    above = ((bottom.get((piece.column, piece.column_end)), piece) for piece in first)
    return any(
        over is not None and over.is_high and _FIGURE.fullmatch(piece.cell.text)
        for over, piece in above
    )


def _is_same(over: _Piece, piece: _Piece) -> bool:
    """Whether a heading beside several rows goes on beside those of the next page."""
    if not (over.is_high or piece.is_high):
        return False
    return not piece.cell.text or (bool(over.cell.text) and _is_rest(over.cell, piece.cell))


def _is_cut(bottom: dict[tuple[int, int], _Piece], first: Sequence[_Piece]) -> bool:
    """Whether a page's first row is the rest of the row that the page before ended with."""
    said = [piece for piece in first if piece.cell.text]
    if not said:
        return all(piece.cell.box[3] - piece.cell.box[1] < _LOWEST for piece in first)
    labels = _lacks_label(bottom, first)
    figures = _are_unlabelled(bottom, said)
    for piece in said:
        over = bottom.get((piece.column, piece.column_end))
        if over is not None and labels and _are_digits(over.cell, piece.cell):
            continue
        if over is not None and figures and not over.cell.text and not over.is_high:
            continue
        if over is None or _NUMBERED.match(piece.cell.text):  # whatever the row above lacks
            return False
        if over.cell.text and not _is_rest(over.cell, piece.cell):
            return False
    return True


def _lacks_label(bottom: dict[tuple[int, int], _Piece], first: Sequence[_Piece]) -> bool:
    """Whether a page's first row has nothing in the column of the label of the row above."""
    return any(
        not piece.cell.text and over.cell.text and not over.cell.text[-1:].isdigit()
        for piece in first
        if (over := bottom.get((piece.column, piece.column_end))) and not over.is_high
    )


def _are_unlabelled(bottom: dict[tuple[int, int], _Piece], said: Sequence[_Piece]) -> bool:
    """Whether the row above has figures only, as its label of several lines did not fit there."""
    above = [piece for piece in bottom.values() if not piece.is_high]
    words = [piece for piece in above if piece.cell.text]
    return (
        bool(words)
        and any(piece.column < words[0].column for piece in above)
        and all(_FIGURE.fullmatch(piece.cell.text) for piece in words)
        and not any(_FIGURE.fullmatch(piece.cell.text) for piece in said)
    )


def _are_digits(over: PageCell, rest: PageCell) -> bool:
    """Whether both are parts of a number that did not fit on one line."""
    whole = over.text + rest.text
    return bool(over.text and rest.text) and all(one.isdigit() or one in ".," for one in whole)


def _is_rest(over: PageCell, rest: PageCell) -> bool:
    """Whether a text goes on: its last line is full, and neither is a figure."""
    if over.text[-1:].isdigit() or rest.text[:1].isdigit() or _NUMBERED.match(rest.text):
        return False
    last = over.lines[-1]
    return is_wrapped(last, rest.lines[0], free_in(last, over.box))


def _stated(piece: _Piece) -> Cell:
    page, box = piece.frame.place(piece.page, piece.cell.box)
    return Cell(
        row=piece.row,
        column=piece.column,
        text=piece.cell.text,
        row_span=piece.row_end - piece.row,
        column_span=max(1, piece.column_end - piece.column),
        box=Box(page, *box),
        doubt=piece.cell.doubt,
    )
