"""Table four printed otherwise: a row, a column or a block for each kind of proceeding.

Small screens break its line of fifteen figures: a block of five for each kind of proceeding, a
row for each, or a line for each result with the kinds beside each other. Each figure is then told
by the two labels that it stands beside and below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.forms.cells.cells import PIPES, is_value
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.folding import fold
from reviewer.forms.labels import row_label, split_enumerator
from reviewer.forms.lines import parted
from reviewer.forms.model import Block

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(rf"[\t{PIPES},]")
_WORD = re.compile(r"\S+")
_LONGEST = 24
"""A cell has at most this many folded characters; longer ones are sentences."""


@dataclass
class _Run:
    """Labels as they follow each other, and the figures behind them."""

    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    figures: list[Piece] = field(default_factory=list)


def by_proceeding(
    text: str, start: int, end: int, block: Block
) -> dict[tuple[str, str], Piece] | None:
    """Row and column key → figure, if each of the block's figures is told by its two labels.

    Args:
        text: The whole text.
        start: Where to begin: behind the section's heading.
        end: Where the table must end.
        block: The form's rows and columns.
    """
    found: dict[tuple[str, str], Piece] = {}
    rows: list[str] = []
    columns: list[str] = []
    for run in _runs(text, start, end, block):
        rows = run.rows or rows
        if len(run.columns) == len(block.columns):
            columns = run.columns
        cells = _told(run, rows, columns, block)
        if cells is None or not found.keys().isdisjoint(cells):
            return None
        found |= cells
        if len(found) == len(block.rows) * len(block.columns):
            return found
    return None


def _told(
    run: _Run, rows: Sequence[str], columns: Sequence[str], block: Block
) -> Mapping[tuple[str, str], Piece] | None:
    """What a run of figures says, or None if that is not told by its labels."""
    count = len(run.figures)
    if count - 1 in {len(block.columns), len(block.rows)} and not run.figures[-1].text:
        count -= 1
    figures = run.figures[:count]
    if count == len(block.columns) == len(columns) and rows and run.rows:
        return dict(zip([(rows[-1], column) for column in columns], figures, strict=True))
    if count == len(block.rows) == len(rows) and run.columns:
        return dict(zip([(row, run.columns[-1]) for row in rows], figures, strict=True))
    if count == len(run.columns) == len(run.rows) * len(block.columns):
        owners = [row for row in run.rows for _ in block.columns]
        return dict(zip(zip(owners, run.columns, strict=True), figures, strict=True))
    if count == 1 and rows and len(run.columns) == 1:
        return {(rows[-1], run.columns[0]): run.figures[0]}
    return None


def _runs(text: str, start: int, end: int, block: Block) -> Iterator[_Run]:
    """Labels and the figures behind them, up to the first sentence."""
    known = {word: ("row", row.key) for row in block.rows for word in row_label(row).texts}
    known |= {word: ("column", column.key) for column in block.columns for word in column.folded}
    run, told = _Run(), False
    for cell in _cells(text, start, end):
        kind, key = known.get(_bare(cell.text), ("", ""))
        if is_value(cell) or not cell.text:
            run.figures.append(cell)
            continue
        if run.figures:
            yield run
            run, told = _Run(), True
        if len(fold(cell.text)) > _LONGEST:
            if told:
                return
            run = _Run()
        if kind:
            (run.rows if kind == "row" else run.columns).append(key)
    if run.figures:
        yield run


def _bare(text: str) -> str:
    """A label in the way it is compared: （二）行政诉讼：复议后起诉 without number and group."""
    folded = fold(split_enumerator(text)[1])
    rest = folded.removeprefix("行政诉讼")
    return rest or folded


def _cells(text: str, start: int, end: int) -> Iterator[Piece]:
    """The cells of every line; blank ones among the figures of lines that marks part."""
    for line in _LINE.finditer(text[start:end]):
        begin, stop = start + line.start(), start + line.end()
        if not _MARK.search(line[0]):
            for word in _WORD.finditer(text, begin, stop):
                yield Piece(word.start(), word.end(), word[0])
            continue
        cells = _parted(text, begin, stop)
        first = next((at for at, cell in enumerate(cells) if is_value(cell)), len(cells))
        label = max((at for at in range(first) if cells[at].text), default=first)
        for at, cell in enumerate(cells):
            if cell.text or (at > label and first < len(cells)):
                yield cell


def _parted(text: str, start: int, end: int) -> list[Piece]:
    """The cells between marks; none behind a bar that ends the line."""
    cuts = [mark.start() for mark in _MARK.finditer(text, start, end)]
    cells = [stripped(text, *one) for one in parted(start, end, cuts)]
    closed = text[start:end].rstrip().endswith(tuple(PIPES))
    return cells[:-1] if closed else cells
