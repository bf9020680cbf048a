"""Mistakes that several repairs explain alike, or that no repair knows: little may be named.

They try what :mod:`tests.benchmarks.planting` leaves out: figures that are wrong together, rows
that do not stand side by side, and lines that hold what belongs to another one.
"""

from __future__ import annotations

import random

from reviewer.base import cell_id
from tests.benchmarks.planting import (
    COLUMNS,
    GROUPS,
    Grid,
    Printed,
    Slipping,
    column_of,
    digit,
    group_of,
    moved,
    one_row_on,
    row_of,
    rows_of,
    swapped,
)
from tests.layouts.figures import APPLICANTS, BOUNDARY_ROWS

_OPEN_ROWS = ("new", "carried_in", "carried_out")
"""Rows that a single equation of each column binds."""


def _off_with_total(row: str, column: str, by: int, grid: Grid) -> Printed:
    """A figure and the total of its row, both off by as much."""
    cells = (cell_id("requests", row, column), cell_id("requests", row, "total"))
    if min(grid[cell] + by for cell in cells) < 0:
        return {}
    return {cell: str(grid[cell] + by) for cell in cells}


def one_more_or_less(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """One application too many or too few, in a row that only the flow binds."""
    return _off_with_total(dice.choice(_OPEN_ROWS), "natural_person", dice.choice((-1, 1)), grid)


def miscounted(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A figure of any row, with the total of its row worked out from it."""
    by = dice.choice((-2, -1, 1, 2, 3, 10, 90))
    return _off_with_total(dice.choice(rows_of(form_id)), dice.choice(APPLICANTS), by, grid)


def two_figures(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """Two figures of table three, each with a wrong digit."""
    cells = [cell_id("requests", row, column) for row in rows_of(form_id) for column in COLUMNS]
    filled = [cell for cell in cells if grid[cell]]
    if len(filled) < 2:
        return {}
    spoilt = {cell: str(int(digit(str(grid[cell]), dice))) for cell in dice.sample(filled, 2)}
    return {cell: text for cell, text in spoilt.items() if int(text) != grid[cell]}


def rows_apart(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """Two rows changed over that do not stand side by side."""
    rows = rows_of(form_id)
    first = rows.index(dice.choice(BOUNDARY_ROWS))
    other = dice.choice([place for place in range(len(rows)) if abs(place - first) > 1])
    return swapped(row_of(rows[first]), row_of(rows[other]), grid)


def results_one_on(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """All rows from the first result on, one row up or down."""
    rows = rows_of(form_id)
    return one_row_on(dice, rows[rows.index("granted") :], grid)


def row_copied(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A row with the figures of the one above it."""
    rows = rows_of(form_id)
    at = dice.randrange(1, len(rows))
    return moved(grid, list(zip(row_of(rows[at]), row_of(rows[at - 1]), strict=True)))


def total_row_from_new(_dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """What came in, typed as what was done."""
    return moved(grid, list(zip(row_of("total"), row_of("new"), strict=True)))


def person_and_total(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """The figures of 自然人 and 总计 of a row, each in the other's place."""
    cells = row_of(dice.choice(rows_of(form_id)))
    return moved(grid, [(cells[0], cells[-1]), (cells[-1], cells[0])])


def organisations_turned(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """The organisations of a row one place on, the last one first."""
    cells = row_of(dice.choice(rows_of(form_id)))[1:-1]
    return moved(grid, list(zip(cells, [cells[-1], *cells[:-1]], strict=True)))


def column_from_the_middle(dice: random.Random, form_id: str, grid: Grid) -> Printed:
    """A column with a nought too many somewhere, and its last figure lost."""
    cells = column_of(form_id, dice.choice(COLUMNS))
    at = dice.randrange(2, len(cells) - 3)
    return moved(grid, list(zip(cells[at:], [None, *cells[at:-1]], strict=True)))


def totals_swapped(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """The totals of two groups of table four, each in the other's place."""
    first, second = (group_of(group)[-1] for group in dice.sample(GROUPS, 2))
    return moved(grid, [(first, second), (second, first)])


def part_and_total(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """A result and the total of a group of table four, each in the other's place."""
    *parts, total = group_of(dice.choice(GROUPS))
    part = dice.choice(parts)
    return moved(grid, [(part, total), (total, part)])


def all_one_on(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """All figures of table four one place on."""
    cells = [cell for group in GROUPS for cell in group_of(group)]
    sources = [None, *cells[:-1]] if dice.random() < 0.5 else [*cells[1:], None]
    return moved(grid, list(zip(cells, sources, strict=True)))


def parts_over_groups(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """Two groups of table four changed over without their totals."""
    first, second = (group_of(group)[:-1] for group in dice.sample(GROUPS, 2))
    return swapped(first, second, grid)


def two_groups(dice: random.Random, _form_id: str, grid: Grid) -> Printed:
    """A wrong figure in each of two groups of table four."""
    cells = [dice.choice(group_of(group)) for group in dice.sample(GROUPS, 2)]
    return {cell: str(grid[cell] + dice.choice((1, 2, 10))) for cell in cells}


MISTAKES: dict[str, Slipping] = {
    "one more or less": one_more_or_less,
    "miscounted": miscounted,
    "two figures": two_figures,
    "rows apart": rows_apart,
    "results one on": results_one_on,
    "row copied": row_copied,
    "total row from new": total_row_from_new,
    "person and total": person_and_total,
    "organisations turned": organisations_turned,
    "column from the middle": column_from_the_middle,
    "four: totals swapped": totals_swapped,
    "four: part and total": part_and_total,
    "four: all one on": all_one_on,
    "four: parts over groups": parts_over_groups,
    "four: two groups": two_groups,
}
"""Mistakes beside the slips that repairs are made for."""
