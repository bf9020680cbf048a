"""Collects paragraphs, cells and rows as they come in a file, tables within tables included.

Word's doc and rtf have no element for a table: a paragraph says how many tables deep it stands,
a mark ends a cell and another one a row. A table ends where a paragraph stands less deep.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.document.composing import Content, Grid
from reviewer.document.looks import NESTED
from reviewer.document.word.rows import RowRule, grid_of, row_of

_DEEPEST = 12
"""Tables within tables are followed this deep; deeper ones are taken as if they stood here."""

TRACKED = "文件里有未处理的修订：插入的内容已计入，删除的内容没有计入。请核对原件。"
PICTURES_UNREAD = "文件里有图片，图片中的文字和表格没有读取。"
"""What a reviewer is told of a file."""

PICTURE = "〔图片〕"
"""What the text holds in the place of a picture."""


@dataclass
class _Row:
    """A finished row: what the file says of it, what its cells hold, why that may not count."""

    rule: RowRule | None
    cells: list[list[Content]]
    doubts: list[str]

    @property
    def pieces(self) -> list[Content]:
        """What all its cells hold, in their order."""
        return [piece for cell in self.cells for piece in cell]

    @property
    def is_frame(self) -> bool:
        """Whether it lays out other tables instead of holding figures."""
        return any(isinstance(piece, Grid) and piece.has_rows_and_columns for piece in self.pieces)


@dataclass
class _Level:
    """An unfinished table and its unfinished row and cell; the body for the lowest level."""

    content: list[Content] = field(default_factory=list)
    cells: list[list[Content]] = field(default_factory=list)
    doubt: str = ""
    doubts: list[str] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)


class Flow:
    """A file's paragraphs and tables on their way to items for ``compose``."""

    def __init__(self) -> None:
        self._levels = [_Level()]

    def paragraph(self, text: str, depth: int, doubt: str = "") -> None:
        """A paragraph, ``depth`` tables deep (0 for the body)."""
        level = self._level(depth)
        level.content.append(text)
        level.doubt = level.doubt or doubt

    def picture(self, depth: int) -> None:
        """A picture, told of in a paragraph of its own."""
        self.paragraph(PICTURE, depth)

    def beside(self, items: list[Content]) -> None:
        """What stands in a box that hangs at the body's paragraph before."""
        self._level(0).content += items

    def end_cell(self, text: str, depth: int, doubt: str = "") -> None:
        """The last paragraph of a cell."""
        self.paragraph(text, max(1, depth), doubt)
        _end_cell(self._level(max(1, depth)))

    def end_row(self, rule: RowRule | None, depth: int) -> None:
        """A row's end, with what the file says of its cells."""
        level = self._level(max(1, depth))
        if any(isinstance(piece, Grid) or piece.strip() for piece in level.content):
            _end_cell(level)
        if level.cells:
            level.rows.append(_Row(rule, level.cells, level.doubts))
        _clear(level)

    def drop_row(self, depth: int) -> None:
        """A row that has been taken out."""
        _clear(self._level(max(1, depth)))

    def items(self) -> list[Content]:
        """All paragraphs and tables of the body; nothing more can be added to them."""
        return self._level(0).content

    def _level(self, depth: int) -> _Level:
        """The level, after the tables that are deeper have ended."""
        depth = max(0, min(depth, _DEEPEST))
        while len(self._levels) <= depth:
            self._levels.append(_Level())
        while len(self._levels) > depth + 1:
            ended = self._levels.pop()
            self._levels[-1].content += _items(ended)
        return self._levels[-1]


def _end_cell(level: _Level) -> None:
    level.cells.append(level.content)
    level.doubts.append(level.doubt)
    level.content, level.doubt = [], ""


def _clear(level: _Level) -> None:
    level.content, level.cells, level.doubt, level.doubts = [], [], "", []


def _items(level: _Level) -> list[Content]:
    """A table's items: rows of figures as grids; what a frame's cells hold, one by one."""
    items: list[Content] = []
    rows: list[_Row] = []
    unfinished = [
        _Row(None, [cell], [level.doubt]) for cell in (*level.cells, level.content) if cell
    ]
    for row in (*level.rows, *unfinished):
        if row.is_frame:
            items += _gridded(rows)
            rows = []
            items += row.pieces
        else:
            rows.append(row)
    return items + _gridded(rows)


def _gridded(rows: Sequence[_Row]) -> list[Content]:
    if not rows:
        return []
    return [grid_of([row_of(row.rule, list(map(_text, row.cells)), _doubts(row)) for row in rows])]


def _doubts(row: _Row) -> list[str]:
    """Why its cells may not count; a table's row within a cell belongs to no column for sure."""
    return [
        doubt
        or (NESTED if any(isinstance(one, Grid) and len(one.cells) > 1 for one in cell) else "")
        for cell, doubt in zip(row.cells, row.doubts, strict=True)
    ]


def _text(content: list[Content]) -> str:
    return "\n".join(
        " ".join(cell.text for cell in piece.cells) if isinstance(piece, Grid) else piece
        for piece in content
    )
