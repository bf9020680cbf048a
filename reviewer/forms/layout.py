"""How the form prints a table: merged heads, labels and figures on a grid.

The window's grids and the workbook's sheets are both drawn from this, so that they look like
the official form and like each other.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from reviewer.base import CellId, Frozen, cell_id
from reviewer.forms.model import Block, Column, Form, FormTable, Row


class Role(StrEnum):
    """What a cell of the layout shows."""

    CAPTION = "caption"
    HEAD = "head"
    LABEL = "label"
    FIGURE = "figure"


class LayoutCell(Frozen):
    """A merged cell of the printed table; ``cell`` is set for figures only."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    role: Role
    text: str = ""
    cell: CellId | None = None


class Layout(Frozen):
    """A printed table.

    Attributes:
        head_rows: Rows at the top that are head.
        label_columns: Columns at the left that are labels.
    """

    rows: int
    columns: int
    head_rows: int
    label_columns: int
    cells: tuple[LayoutCell, ...]

    def at(self) -> dict[tuple[int, int], LayoutCell]:
        """Every position, covered ones included, with the cell that stands there."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }


def layout_of(form: Form, key: str) -> Layout:
    """The layout of a table of a form.

    Raises:
        KeyError: The form has no such table.
    """
    table = form.table(key)
    if table is None:
        raise KeyError(key)
    return lay_out(table)


@lru_cache(maxsize=16)
def lay_out(table: FormTable) -> Layout:
    """The printed shape of a table; the same for every report of its form."""
    return {
        "articles": _articles,
        "matrix": _matrix,
        "single_row": _single_row,
        "list": _list,
    }[table.layout](table)


def _articles(table: FormTable) -> Layout:
    """Table two: a caption line, a head and rows for each article."""
    width = 1 + _widest(table)
    cells: list[LayoutCell] = []
    line = 0
    for block in table.blocks:
        cells.append(_cell(line, 0, Role.CAPTION, block.caption, column_span=width))
        cells.append(_cell(line + 1, 0, Role.HEAD, "信息内容"))
        for place, width_here, column in _spread(block, width):
            cells.append(_cell(line + 1, place, Role.HEAD, column.label, column_span=width_here))
        for offset, row in enumerate(block.rows, start=line + 2):
            cells.append(_cell(offset, 0, Role.LABEL, row.label))
            cells += [
                _figure(table, row, column, offset, place, width_here)
                for place, width_here, column in _spread(block, width)
            ]
        line += 2 + len(block.rows)
    return Layout(rows=line, columns=width, head_rows=0, label_columns=1, cells=tuple(cells))


def _spread(block: Block, width: int) -> list[tuple[int, int, Column]]:
    """Start, width and column of a block's columns over ``width - 1`` grid columns."""
    share, rest = divmod(width - 1, len(block.columns))
    placed = []
    place = 1
    for index, column in enumerate(block.columns):
        size = share + (1 if index < rest else 0)
        placed.append((place, size, column))
        place += size
    return placed


def _widest(table: FormTable) -> int:
    """A number of grid columns that every block's columns can be spread over evenly."""
    counts = {len(block.columns) for block in table.blocks}
    width = max(counts)
    while any(width % count for count in counts):
        width += 1
    return width


def _matrix(table: FormTable) -> Layout:
    """Table three: three head rows, headings down the left, a row of figures each."""
    (block,) = table.blocks
    depth = 1 + max(len(row.headings) for row in block.rows)
    cells = [_cell(0, 0, Role.HEAD, table.corner, row_span=3, column_span=depth)]
    cells.append(_cell(0, depth, Role.HEAD, "申请人情况", column_span=len(block.columns)))
    cells += _matrix_heads(block, depth)
    cells += _headings(block, head_rows=3)
    for line, row in enumerate(block.rows, start=3):
        left = len(row.headings)
        cells.append(_cell(line, left, Role.LABEL, row.label, column_span=depth - left))
        cells += [
            _figure(table, row, column, line, place)
            for place, column in enumerate(block.columns, start=depth)
        ]
    return Layout(
        rows=3 + len(block.rows),
        columns=depth + len(block.columns),
        head_rows=3,
        label_columns=depth,
        cells=tuple(cells),
    )


def _matrix_heads(block: Block, depth: int) -> list[LayoutCell]:
    cells = []
    for place, column in enumerate(block.columns, start=depth):
        if column.group is None:
            cells.append(_cell(1, place, Role.HEAD, column.label, row_span=2))
        else:
            cells.append(_cell(2, place, Role.HEAD, column.label))
    grouped = [place for place, column in enumerate(block.columns, start=depth) if column.group]
    if grouped:
        text = block.columns[grouped[0] - depth].group or ""
        cells.append(_cell(1, grouped[0], Role.HEAD, text, column_span=len(grouped)))
    return cells


def _headings(block: Block, head_rows: int) -> list[LayoutCell]:
    """The headings down the left side, merged over the rows that stand under them."""
    spans: dict[tuple[str, ...], list[int]] = {}
    for line, row in enumerate(block.rows, start=head_rows):
        for depth in range(len(row.headings)):
            spans.setdefault(row.headings[: depth + 1], []).append(line)
    return [
        _cell(lines[0], len(path) - 1, Role.LABEL, path[-1], row_span=len(lines))
        for path, lines in spans.items()
    ]


def _single_row(table: FormTable) -> Layout:
    """Table four: all figures in one row under three head rows."""
    (block,) = table.blocks
    width = len(block.columns)
    cells: list[LayoutCell] = []
    outer: dict[str, list[int]] = {}
    for index, row in enumerate(block.rows):
        start = index * width
        if row.headings:
            outer.setdefault(row.headings[0], []).append(start)
            cells.append(_cell(1, start, Role.HEAD, row.label, column_span=width))
        else:
            cells.append(_cell(0, start, Role.HEAD, row.label, column_span=width))
        for place, column in enumerate(block.columns, start=start):
            top = 2 if row.headings else 1
            cells.append(_cell(top, place, Role.HEAD, column.label, row_span=3 - top))
            cells.append(_figure(table, row, column, 3, place))
    cells += [
        _cell(0, starts[0], Role.HEAD, text, column_span=len(starts) * width)
        for text, starts in outer.items()
    ]
    return Layout(
        rows=4,
        columns=width * len(block.rows),
        head_rows=3,
        label_columns=0,
        cells=tuple(cells),
    )


def _list(table: FormTable) -> Layout:
    """A list of indicators: one head row, label and figures."""
    (block,) = table.blocks
    cells = [_cell(0, 0, Role.HEAD, "指标名称")]
    cells += [
        _cell(0, place, Role.HEAD, column.label)
        for place, column in enumerate(block.columns, start=1)
    ]
    for line, row in enumerate(block.rows, start=1):
        cells.append(_cell(line, 0, Role.LABEL, row.label))
        cells += [
            _figure(table, row, column, line, place)
            for place, column in enumerate(block.columns, start=1)
        ]
    return Layout(
        rows=1 + len(block.rows),
        columns=1 + len(block.columns),
        head_rows=1,
        label_columns=1,
        cells=tuple(cells),
    )


def _cell(
    row: int, column: int, role: Role, text: str, *, row_span: int = 1, column_span: int = 1
) -> LayoutCell:
    return LayoutCell(
        row=row, column=column, row_span=row_span, column_span=column_span, role=role, text=text
    )


def _figure(
    table: FormTable, row: Row, column: Column, line: int, place: int, width: int = 1
) -> LayoutCell:
    return LayoutCell(
        row=line,
        column=place,
        column_span=width,
        role=Role.FIGURE,
        cell=cell_id(table.key, row.key, column.key),
    )
