"""Tables of a page: their rows as a browser shows them, on a grid; layout told from figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from reviewer.document.composing import Cell, Grid
from reviewer.document.looks import NESTED
from reviewer.document.markup.cells import cell_doubt, cell_text
from reviewer.document.markup.elements import SILENT, is_hidden, number_of, tag_of
from reviewer.document.markup.marks import labels_in
from reviewer.document.markup.parsing import Walk
from reviewer.errors import TooLargeError

_HINT = "请只复制报告正文后粘贴打开。"
_PLACES_LIMIT = 60_000
"""Most places of a table, covered ones included; a report's tables have some 500."""

_WIDEST_SPAN = 1000
_SPARSE = 64
"""In grids with more columns, those in which no cell begins are dropped."""

_PROSE = 300
"""Characters in a cell that no cell of a form's table has, but an article has."""

_FEW_LABELS = 3
_LABEL_LIMIT = 60
_GROUPS = ("thead", "tbody", "tfoot")


@dataclass
class _Row:
    """A row, its ``tr`` if one is written, and the head, body or foot around it."""

    element: etree._Element | None
    group: etree._Element | None
    cells: list[etree._Element] = field(default_factory=list)


@dataclass
class TableParts:
    """A table element taken apart.

    Attributes:
        rows: In the order shown: head, bodies, foot.
        strays: Elements beside the cells whose text a browser shows before the table.
    """

    rows: list[_Row] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)


def parts_of(table: etree._Element) -> TableParts:
    """The rows and cells of a table, not those of tables within it.

    Raises:
        TooLargeError: It has more cells than any table of a report.
    """
    count = 0
    parts = TableParts()
    group: etree._Element | None = None
    row: _Row | None = None
    walk = Walk(table)
    for begins, element in walk:
        tag = tag_of(element)
        if not begins:
            row = None if tag == "tr" else row
            group = None if element is group else group
            _keep_stray(parts, element.tail if element is not table else None)
            continue
        if element is not table and (tag in SILENT or tag == "table" or is_hidden(element)):
            walk.skip()
        elif tag in {"td", "th"}:
            walk.skip()
            if row is None:
                row = _started(parts, None, group)
            row.cells.append(element)
            count += 1
            if count > _PLACES_LIMIT:
                raise _too_large()
        elif tag == "caption":
            walk.skip()
            _keep_stray(parts, cell_text(element))
        elif tag == "tr":
            row = _started(parts, element, group)
        else:
            group = element if tag in _GROUPS else group
            _keep_stray(parts, element.text)
    parts.rows = _as_shown([row for row in parts.rows if not _keeps_columns(row)])
    return parts


def is_layout(table: etree._Element, *, nests: bool) -> bool:
    """Whether a table only places things on the page.

    Args:
        table: The element.
        nests: Whether tables of more than one cell stand within it.
    """
    rows = parts_of(table).rows
    cells = [cell for row in rows for cell in row.cells]
    if max((len(row.cells) for row in rows), default=0) < 2 and not _spans_rows(cells):
        return True
    texts = [cell_text(cell, nested=False) for cell in cells]
    if sum(1 for text in texts if len(text) <= _LABEL_LIMIT and labels_in(text)) >= _FEW_LABELS:
        return nests and any(_is_labelled(inner) for inner in table.iterdescendants("table"))
    return nests or any(len(text) > _PROSE for text in texts)


def tables_that_nest(root: etree._Element) -> frozenset[etree._Element]:
    """The tables within which another one of more than one cell stands."""
    nesting: set[etree._Element] = set()
    for table in root.iter("table"):
        if len(list(islice(table.iter("td", "th"), 2))) < 2:
            continue
        for outer in table.iterancestors("table"):
            if outer in nesting:
                break
            nesting.add(outer)
    return frozenset(nesting)


def grid_of(parts: TableParts) -> Grid:
    """The cells on their grid.

    Raises:
        TooLargeError: It has more places than any table of a report.
    """
    placed = _placed(parts.rows)
    rows = _numbered({row for row, _, _, _, _ in placed})
    columns = _numbered_columns(placed)
    cells: list[Cell] = []
    for row, column, height, width, element in placed:
        stated = Cell(
            row=rows[row],
            column=columns[column],
            text="",
            row_span=sum(1 for place in range(row, row + height) if place in rows),
            column_span=sum(1 for place in range(column, column + width) if place in columns),
        )
        cells += _said(stated, element)
    return Grid(tuple(cells))


def _said(cell: Cell, element: etree._Element) -> Iterator[Cell]:
    """A cell with what it says; several where a row of a table in it has one for each column."""
    inner = _row_within(element) if len(element) else []
    fits = len(inner) == cell.column_span and cell.row_span == 1
    if not (inner and fits):
        doubt = cell_doubt(element) if len(element) else ""
        yield replace(cell, text=cell_text(element), doubt=doubt or (NESTED if inner else ""))
        return
    for at, one in enumerate(inner):
        said = replace(cell, text=cell_text(one), doubt=cell_doubt(one))
        yield replace(said, column=cell.column + at, column_span=1)


def _row_within(element: etree._Element) -> list[etree._Element]:
    """The cells of the only row of the only table in a cell that says nothing else."""
    table = next(element.iterdescendants("table"), None)
    if table is None or cell_text(element, nested=False):
        return []
    rows = parts_of(table).rows
    return rows[0].cells if len(rows) == 1 and len(rows[0].cells) > 1 else []


_Place = tuple[int, int, int, int, etree._Element]
"""Row, column, height, width, element."""


def _placed(rows: list[_Row]) -> list[_Place]:
    """Each cell at the first free place of its row; spans end at their group and at others."""
    ends = _group_ends(rows)
    reach: dict[int, int] = {}
    placed: list[_Place] = []
    places = 0
    for line, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while reach.get(column, 0) > line:
                column += 1
                places += 1
            wanted = min(number_of(cell, "colspan") or 1, _WIDEST_SPAN)
            width = 1
            while width < wanted and reach.get(column + width, 0) <= line:
                width += 1
            height = _height(cell, ends[line] - line)
            reach.update(dict.fromkeys(range(column, column + width), line + height))
            placed.append((line, column, height, width, cell))
            column += width
            places += width
        if places > _PLACES_LIMIT:
            raise _too_large()
    return placed


def _too_large() -> TooLargeError:
    return TooLargeError("网页中的表格过大，不像年度报告的表格。", _HINT)


def _height(cell: etree._Element, most: int) -> int:
    """Rows that a cell covers; 0 stands for all that are left in its group."""
    stated = number_of(cell, "rowspan")
    return most if stated == 0 else min(stated or 1, most)


def _group_ends(rows: list[_Row]) -> list[int]:
    """For each row, the row behind the last one of its group."""
    ends: list[int] = []
    for line in range(len(rows) - 1, -1, -1):
        same = line + 1 < len(rows) and rows[line + 1].group is rows[line].group
        ends.append(ends[-1] if same else line + 1)
    return ends[::-1]


def _numbered(used: set[int]) -> dict[int, int]:
    return {place: number for number, place in enumerate(sorted(used))}


def _numbered_columns(placed: list[_Place]) -> dict[int, int]:
    """The grid's columns; of a grid far wider than its cells those where some cell begins."""
    anchors = {column for _, column, _, _, _ in placed}
    width = max((column + width for _, column, _, width, _ in placed), default=0)
    return _numbered(anchors if width > _SPARSE else set(range(width)))


def _as_shown(rows: list[_Row]) -> list[_Row]:
    """Rows with the first head on top and the first foot at the end, wherever they are written."""
    head = next((row.group for row in rows if _group_is(row, "thead")), None)
    foot = next((row.group for row in rows if _group_is(row, "tfoot")), None)

    def place(row: _Row) -> int:
        if row.group is None:
            return 1
        return 0 if row.group is head else 2 if row.group is foot else 1

    return sorted(rows, key=place)


def _group_is(row: _Row, tag: str) -> bool:
    return row.group is not None and tag_of(row.group) == tag


def _started(
    parts: TableParts, element: etree._Element | None, group: etree._Element | None
) -> _Row:
    row = _Row(element, group)
    parts.rows.append(row)
    return row


def _keep_stray(parts: TableParts, text: str | None) -> None:
    if text and text.strip():
        parts.strays.append(" ".join(text.split()))


def _keeps_columns(row: _Row) -> bool:
    """Whether a row is there for the columns' widths only, as Word and spreadsheets write it."""
    flat = row.element is not None and number_of(row.element, "height") == 0
    return flat and not any(cell_text(cell) for cell in row.cells)


def _spans_rows(cells: list[etree._Element]) -> bool:
    return any((number_of(cell, "rowspan") or 1) > 1 for cell in cells)


def _is_labelled(table: etree._Element) -> bool:
    cells = [cell for row in parts_of(table).rows for cell in row.cells]
    return sum(bool(labels_in(cell_text(cell, nested=False))) for cell in cells) >= _FEW_LABELS
