"""Word tables as grids: spans, vertical merges, rows that begin late; tables within tables.

Cells are found by walking rows and cells, each through its wrappers (content controls, tracked
insertions), never by searching: a search would mix a nested table's cells with the outer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from reviewer.document.composing import Cell, Content, Grid
from reviewer.document.looks import NESTED
from reviewer.document.ooxml.wordlooks import is_coloured
from reviewer.document.ooxml.wordnames import Found, W, child_of, unwrapped, value
from reviewer.document.ooxml.wordspans import places_of
from reviewer.document.ragged import RAGGED

_LONG = 200
"""Characters from which a cell of several paragraphs is a page's layout, not a figure or label."""


@dataclass
class _Box:
    """A cell under construction: its place in the grid and what it holds."""

    row: int
    column: int
    width: int
    items: list[Content]
    doubt: str
    height: int = 1

    @property
    def is_layout(self) -> bool:
        """Whether it lays out a page: it holds a table with rows and columns, or whole text."""
        texts = [item for item in self.items if isinstance(item, str) and item.strip()]
        long = len(texts) > 2 and sum(map(len, texts)) > _LONG
        grids = (item for item in self.items if isinstance(item, Grid))
        return long or any(grid.has_rows_and_columns for grid in grids)


def table_items(
    table: etree._Element, content: Callable[[etree._Element], list[Content]], found: Found
) -> list[Content]:
    """A table as a grid; rows that only lay out text or other tables as what they hold.

    Args:
        table: The ``w:tbl`` element.
        content: Reads a cell's paragraphs and tables.
        found: Noted here: tracked changes.
    """
    boxes, rows = _boxes(table, content, found)
    if boxes and max(box.column for box in boxes) == 0:
        return [item for box in boxes for item in box.items]
    layout = {box.row for box in boxes if box.is_layout}
    items: list[Content] = []
    start = 0
    for row in sorted(layout):
        items += _grid(boxes, start, row)
        items += [item for box in boxes if box.row == row for item in box.items]
        start = row + 1
    return items + _grid(boxes, start, rows)


def _boxes(
    table: etree._Element, content: Callable[[etree._Element], list[Content]], found: Found
) -> tuple[list[_Box], int]:
    stated = [
        (row_says, list(_standing(row, "tc", ("tcPr", "cellIns", "cellDel"), found)))
        for row, row_says in _standing(table, "tr", ("trPr", "ins", "del"), found)
    ]
    places, is_drawn = places_of([(row, [says for _, says in cells]) for row, cells in stated])
    boxes: list[_Box] = []
    above: dict[int, _Box] = {}
    rows = 0
    for (_, cells), row_places in zip(stated, places, strict=True):
        here: dict[int, _Box] = {}
        for (cell, says), (column, width) in zip(cells, row_places, strict=True):
            upper = above.get(column) if _carries_on(says.get(f"{W}vMerge")) else None
            left = next(reversed(here.values()), None)
            if left is not None and _carries_on(says.get(f"{W}hMerge")):
                left.width = column + width - left.column
            elif upper is not None:
                upper.height = rows + 1 - upper.row
                here[column] = upper
            else:
                found.shaded = is_coloured(says.get(f"{W}shd"))
                here[column] = _box((rows, column, width), cell, content, found)
                here[column].doubt = here[column].doubt or (RAGGED if is_drawn else "")
                boxes.append(here[column])
        if here:
            above = here
            rows += 1
    found.shaded = False
    return boxes, rows


def _box(
    place: tuple[int, int, int],
    cell: etree._Element,
    content: Callable[[etree._Element], list[Content]],
    found: Found,
) -> _Box:
    """A cell of some width at a row and column, with the doubt that is its own."""
    outer = found.doubt, found.in_cell
    found.doubt, found.in_cell = "", True
    box = _Box(*place, content(cell), found.doubt)
    found.doubt, found.in_cell = outer
    return box


def _standing(
    parent: etree._Element, name: str, marks: tuple[str, str, str], found: Found
) -> Iterator[tuple[etree._Element, Mapping[str, etree._Element]]]:
    """The parts of a name that are not deleted by a tracked change, with their properties.

    Args:
        parent: A table or a row.
        name: ``tr`` or ``tc``.
        marks: The properties of such a part, and what in them marks it as inserted, as deleted.
        found: Told whether any change is tracked.
    """
    properties, inserted, deleted = (f"{W}{mark}" for mark in marks)
    tag = f"{W}{name}"
    for child in unwrapped(parent, found):
        if child.tag != tag:
            continue
        stated = child_of(child, properties)
        says = {} if stated is None else {one.tag: one for one in reversed(stated)}
        found.tracked |= deleted in says or inserted in says
        if deleted not in says:
            yield child, says


def _carries_on(merge: etree._Element | None) -> bool:
    """Whether what says of a cell that it is merged makes it a further part of that cell."""
    return merge is not None and value(merge) != "restart"


def _grid(boxes: Sequence[_Box], start: int, end: int) -> list[Content]:
    """The grid of some rows, if there are any; merges do not reach beyond them."""
    cells = [
        cell
        for box in boxes
        if start <= box.row < end
        for cell in _cells(box, box.row - start, min(box.height, end - box.row))
    ]
    return [Grid(tuple(cells))] if cells else []


def _cells(box: _Box, row: int, height: int) -> list[Cell]:
    """A box as a cell; as several where a row of a table within it has one for each column."""
    inner = _row_within(box.items)
    if inner and len(inner) == box.width and height == 1:
        return [replace(cell, row=row, column=box.column + cell.column) for cell in inner]
    doubt = box.doubt or (NESTED if inner else "")
    return [Cell(row, box.column, _text(box.items), height, box.width, doubt=doubt)]


def _row_within(items: Sequence[Content]) -> tuple[Cell, ...]:
    """The cells of the only row of the only thing in a cell, if that is a table."""
    shown = [item for item in items if isinstance(item, Grid) or item.strip()]
    grid = shown[0] if len(shown) == 1 else ""
    if isinstance(grid, str) or any(cell.row for cell in grid.cells):
        return ()
    return grid.cells if len(grid.cells) > 1 else ()


def _text(items: Sequence[Content]) -> str:
    """A cell's paragraphs; a small table within it is nothing but text."""
    texts = (
        " ".join(cell.text for cell in item.cells) if isinstance(item, Grid) else item
        for item in items
    )
    return "\n".join(text for text in texts if text.strip())
