"""Blocks of cells to and from a spreadsheet: tab-separated text, and where it would go."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.layout import Layout
from reviewer.forms.report import Kind
from reviewer.review.model import Transcribe
from reviewer.window.grid.moves import Walk

Block = list[list[str]]

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Pasting:
    """What a paste would do.

    Attributes:
        edits: One for each figure that would change.
        height: Rows of figures in the block.
        width: Columns of figures in the block.
        same: How many figures say already what the block says.
        lost: How many cells of the block find no figure to go to.
        words: How many cells hold something that is no figure.
    """

    edits: tuple[Transcribe, ...]
    height: int
    width: int
    same: int = 0
    lost: int = 0
    words: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether the reviewer should be asked before it is done."""
        return bool(self.lost or self.words)


def parse_block(text: str) -> Block:
    """The cells of tab-separated text as spreadsheets and word processors copy it.

    Quoted cells may hold tabs and line ends; a cell's own line ends become blanks; rows are
    made equally long.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    rows = _rows(plain)
    width = max(len(row) for row in rows)
    return [[" ".join(cell.split()) for cell in row] + [""] * (width - len(row)) for row in rows]


def _rows(text: str) -> Block:
    try:
        return list(csv.reader(io.StringIO(text), delimiter="\t", quotechar='"'))
    except csv.Error:  # a quote that never closes over more than a cell may hold
        return [line.split("\t") for line in text.split("\n")]


def block_text(layout: Layout, texts: dict[tuple[int, int], str], corners: Corners) -> str:
    """A rectangle of the grid as tab-separated text.

    A merged cell's text stands once, in the first of its places in the rectangle; columns
    that hold only continuations of merged cells are left out.

    Args:
        layout: The grid.
        texts: The text of every merged cell by its anchor.
        corners: The rectangle.
    """
    at = layout.at()
    seen: set[tuple[int, int]] = set()
    firsts: dict[tuple[int, int], str] = {}
    for place in corners.places():
        cell = at.get(place)
        if cell is not None and (cell.row, cell.column) not in seen:
            seen.add((cell.row, cell.column))
            firsts[place] = texts.get((cell.row, cell.column), "")
    columns = [
        column for column in corners.columns if any((row, column) in firsts for row in corners.rows)
    ]
    target = io.StringIO()
    writer = csv.writer(target, delimiter="\t", quotechar='"', lineterminator="\n")
    for row in corners.rows:
        writer.writerow([firsts.get((row, column), "") for column in columns])
    return target.getvalue()


@dataclass(frozen=True)
class Corners:
    """A rectangle of the grid, all sides included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def rows(self) -> range:
        """Its rows."""
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        """Its columns."""
        return range(self.left, self.right + 1)

    def places(self) -> list[tuple[int, int]]:
        """Its positions, row by row."""
        return [(row, column) for row in self.rows for column in self.columns]


def plan_paste(
    walk: Walk, start: CellId, block: Block, said: Callable[[CellId], str | None]
) -> Pasting:
    """Where a block's cells go: the first on ``start``, rows and columns on from there.

    Heads and labels that were copied along are left out, so that a whole table can be pasted.

    Args:
        walk: The figures of the grid.
        start: Where the first figure of the block goes.
        block: What was copied.
        said: What a cell says now, or None if it is not there.
    """
    figures = without_labels(block)
    rows = walk.rows
    top, left = walk.place(start) or (0, 0)
    edits: list[Transcribe] = []
    same = lost = words = 0
    for y, texts in enumerate(figures, start=top):
        for x, text in enumerate(texts, start=left):
            target = rows[y][x].cell if y < len(rows) and x < len(rows[y]) else None
            if target is None:
                lost += 1
            elif said(target) == text:
                same += 1
            else:
                words += parse_figure(text).kind is Kind.TEXT
                edits.append(Transcribe(cell=target, text=text))
    return Pasting(
        edits=tuple(edits),
        height=len(figures),
        width=max((len(row) for row in figures), default=0),
        same=same,
        lost=lost,
        words=words,
    )


def without_labels(block: Block) -> Block:
    """A block without the label columns at its left and the head rows at its top.

    Misread figures (l2, O) are no labels: those are Chinese.
    """
    rows = block
    while len(rows) > 1 and _is_words(rows[0]):
        rows = rows[1:]
    columns = list(zip(*rows, strict=True)) if rows else []
    first = next((i for i, column in enumerate(columns) if not _is_words(column)), 0)
    return [list(row[first:]) for row in rows]


def _is_words(cells: Sequence[str]) -> bool:
    """Whether the cells that are not blank are Chinese words, and there is one."""
    said = [cell for cell in cells if parse_figure(cell).kind is not Kind.BLANK]
    return bool(said) and all(
        parse_figure(cell).kind is Kind.TEXT and _CHINESE.search(cell) for cell in said
    )
