"""Slips that people and extractions make in the figures of tables three and four.

Each kind is a function that spoils correct figures and returns what stands there afterwards.
Where a slip changes nothing, or nothing that any sum could notice, there is no fault to find.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from tests.layouts.figures import APPLICANTS, ORGANISATIONS, detail_rows

Grid = Mapping[CellId, int]
Printed = dict[CellId, str]
Slipping = Callable[[random.Random, str, Grid], Printed]
"""From the dice, a form's id and correct figures to what is printed instead in some cells."""

COLUMNS = (*APPLICANTS, "total")
GROUPS = ("reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration")


def rows_of(form_id: str) -> tuple[str, ...]:
    """Keys of table three's rows in the form's order."""
    table = form_of(form_id).table("requests")
    assert table is not None
    return tuple(row.key for row in table.blocks[0].rows)


def row_of(row: str) -> list[CellId]:
    """The cells of a row of table three."""
    return [cell_id("requests", row, column) for column in COLUMNS]


def column_of(form_id: str, column: str) -> list[CellId]:
    """The cells of a column of table three."""
    return [cell_id("requests", row, column) for row in rows_of(form_id)]


def group_of(group: str) -> list[CellId]:
    """The cells of a group of table four."""
    results = ("upheld", "corrected", "other", "pending", "total")
    return [cell_id("disputes", group, result) for result in results]


# one figure


def digit(text: str, dice: random.Random) -> str:
    """Another digit in one place."""
    place = dice.randrange(len(text))
    return text[:place] + dice.choice("0123456789") + text[place + 1 :]


def transposed(text: str, dice: random.Random) -> str:
    """Two digits one before the other."""
    if len(text) < 2:
        return text
    place = dice.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def dropped(text: str, dice: random.Random) -> str:
    """A digit less."""
    place = dice.randrange(len(text))
    return (text[:place] + text[place + 1 :]) or text


def doubled(text: str, dice: random.Random) -> str:
    """A digit twice."""
    place = dice.randrange(len(text))
    return text[:place] + text[place] + text[place:]


def signed(text: str, _dice: random.Random) -> str:
    """A stroke before the figure."""
    return "-" + text


def pointed(text: str, dice: random.Random) -> str:
    """A decimal point within the figure, or a nought too many."""
    if len(text) < 2 or dice.random() < 0.5:
        return text + "0"
    place = dice.randrange(1, len(text))
    return text[:place] + "." + text[place:]


def _single(table: str, change: Callable[[str, random.Random], str]) -> Slipping:
    """A slip in one figure of a table; one that is not 0, where there is one."""

    def plant(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
        cells = [cell for cell, number in grid.items() if cell.startswith(table) and number]
        if not cells:
            return {}
        cell = dice.choice(cells)
        text = change(str(grid[cell]), dice)
        whole = str(int(text)) if text.lstrip("-").isdigit() else text
        return {cell: whole} if whole != str(grid[cell]) else {}

    return plant


def stray(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """A figure where 0 should stand."""
    noughts = [cell for cell, number in grid.items() if cell.startswith("requests.") and not number]
    return {dice.choice(noughts): str(dice.randint(1, max(9, max(grid.values()) // 9)))}


def total_in_part(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """The total of a row or a column typed into one of its parts."""
    row, column = dice.choice(rows_of(form_id)), dice.choice(APPLICANTS)
    if dice.random() < 0.5:
        return moved(grid, [(cell_id("requests", row, column), cell_id("requests", row, "total"))])
    detail = dice.choice(detail_rows(form_of(form_id)))
    column = dice.choice(COLUMNS)
    return moved(
        grid, [(cell_id("requests", detail, column), cell_id("requests", "total", column))]
    )


# several figures


def moved(grid: Grid, moves: Sequence[tuple[CellId, CellId | None]]) -> Printed:
    """Cells with the figures of others (0 for none), as far as that changes them."""
    after = {cell: grid[source] if source else 0 for cell, source in moves}
    return {cell: str(number) for cell, number in after.items() if number != grid[cell]}


def beside(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """Two figures that stand side by side, each in the other's place."""
    rows = rows_of(form_id)
    at, line = dice.randrange(len(COLUMNS) - 1), dice.randrange(len(rows) - 1)
    first = cell_id("requests", rows[line], COLUMNS[at])
    right = cell_id("requests", rows[line], COLUMNS[at + 1])
    below = cell_id("requests", rows[line + 1], COLUMNS[at])
    other = dice.choice((right, below))
    return moved(grid, [(first, other), (other, first)])


def row_slip(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """The figures of a row one column to the left or right, from some column on."""
    cells: Sequence[CellId] = row_of(dice.choice(rows_of(form_id)))
    cells = cells[dice.choice((0, 0, 0, 1, 2, 3)) :]
    sources = [None, *cells[:-1]] if dice.random() < 0.5 else [*cells[1:], None]
    return moved(grid, list(zip(cells, sources, strict=True)))


def column_slip(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """The figures of a column one row up or down, from some row on."""
    cells: Sequence[CellId] = column_of(form_id, dice.choice(COLUMNS))
    cells = cells[dice.choice((0, 0, dice.randrange(len(cells) - 3))) :]
    sources = [None, *cells[:-1]] if dice.random() < 0.5 else [*cells[1:], None]
    return moved(grid, list(zip(cells, sources, strict=True)))


def swapped(first: Sequence[CellId], second: Sequence[CellId], grid: Grid) -> Printed:
    pairs = zip((*first, *second), (*second, *first), strict=True)
    return moved(grid, list(pairs))


def rows_swapped(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """Two rows, each with the figures of the other; neighbours in most cases."""
    rows = rows_of(form_id)
    at = dice.choice((0, len(rows) - 2, len(rows) - 3, dice.randrange(len(rows) - 1)))
    other = at + 1 if dice.random() < 0.7 else dice.choice([r for r in range(len(rows)) if r != at])
    return swapped(row_of(rows[at]), row_of(rows[other]), grid)


def columns_swapped(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """Two columns, each with the figures of the other: only 总计 is noticed."""
    at = dice.randrange(len(COLUMNS) - 1)
    return swapped(column_of(form_id, COLUMNS[at]), column_of(form_id, "total"), grid)


def columns_swapped_in_part(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """Two neighbouring applicants changed over in a part of the rows (a page of the table)."""
    at, rows = dice.randrange(len(APPLICANTS) - 1), rows_of(form_id)
    cut = dice.randrange(3, len(rows) - 3)
    first, second = (column_of(form_id, APPLICANTS[place]) for place in (at, at + 1))
    return swapped(first[cut:], second[cut:], grid)


def row_zeroed(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A row left at 0."""
    return moved(grid, [(cell, None) for cell in row_of(dice.choice(rows_of(form_id)))])


def column_zeroed(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A column left at 0."""
    return moved(grid, [(cell, None) for cell in column_of(form_id, dice.choice(COLUMNS))])


def row_blank(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A row left blank."""
    return dict.fromkeys(row_of(dice.choice(rows_of(form_id))), "") if any(grid.values()) else {}


def subtotal_as_part(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A column 小计 of the organisations read as one of the form's own columns."""
    printed: Printed = {}
    column = dice.choice(("other_org", "total", "last seven"))
    for row in rows_of(form_id):
        figures = [grid[cell_id("requests", row, each)] for each in ORGANISATIONS]
        if column == "last seven":
            total = grid[cell_id("requests", row, "total")]
            after = dict(zip(row_of(row), [*figures, sum(figures), total], strict=True))
        else:
            after = {cell_id("requests", row, column): sum(figures)}
        printed |= {cell: str(number) for cell, number in after.items() if number != grid[cell]}
    return printed


def group_slip(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """A group of table four one column to the left or right."""
    cells = group_of(dice.choice(GROUPS))
    sources = [None, *cells[:-1]] if dice.random() < 0.5 else [*cells[1:], None]
    return moved(grid, list(zip(cells, sources, strict=True)))


def one_row_on(dice: random.Random, rows: Sequence[str], grid: Grid) -> Printed:
    """The figures of all these rows one row up or down."""
    lines = [row_of(row) for row in rows]
    sources = [None, *lines[:-1]] if dice.random() < 0.5 else [*lines[1:], None]
    moves = [
        (cell, source[at] if source else None)
        for line, source in zip(lines, sources, strict=True)
        for at, cell in enumerate(line)
    ]
    return moved(grid, moves)


def row_after_row(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """The figures of rows one row up or down, from some row on."""
    rows = rows_of(form_id)
    start = dice.choice((0, rows.index("total") - 1, dice.randrange(len(rows) - 2)))
    return one_row_on(dice, rows[start:], grid)


_DIGITS = {
    "digit": digit,
    "transposed": transposed,
    "dropped": dropped,
    "doubled": doubled,
    "sign": signed,
    "point": pointed,
}
SINGLE: dict[str, Slipping] = {name: _single("requests.", by) for name, by in _DIGITS.items()} | {
    "stray figure": stray,
    "total in part": total_in_part,
}
"""Slips in one figure of table three."""

SEVERAL: dict[str, Slipping] = {
    "side by side": beside,
    "row slip": row_slip,
    "column slip": column_slip,
    "rows one on": row_after_row,
    "rows swapped": rows_swapped,
    "columns swapped": columns_swapped,
    "columns in part": columns_swapped_in_part,
    "row zeroed": row_zeroed,
    "column zeroed": column_zeroed,
    "row blank": row_blank,
    "subtotal as part": subtotal_as_part,
}
"""Slips in several figures of table three."""

DISPUTES: dict[str, Slipping] = {
    f"four: {name}": _single("disputes.", by) for name, by in _DIGITS.items()
} | {"four: slip": group_slip}
"""Slips in table four, where all cells of a group tie."""
