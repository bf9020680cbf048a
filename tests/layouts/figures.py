"""Figures that satisfy every equation of a form, from a seed."""

from __future__ import annotations

import random
from collections.abc import Mapping

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from reviewer.forms.model import Form

ORGANISATIONS = ("business", "research", "welfare", "legal_service", "other_org")
APPLICANTS = ("natural_person", *ORGANISATIONS)
BOUNDARY_ROWS = ("new", "carried_in", "total", "carried_out")
OUTCOMES = ("upheld", "corrected", "other", "pending")


def detail_rows(form: Form) -> tuple[str, ...]:
    """Keys of table three's rows that add up to its total."""
    table = form.table("requests")
    assert table is not None
    return tuple(row.key for row in table.blocks[0].rows if row.key not in BOUNDARY_ROWS)


def make_figures(
    form_id: str, seed: int, *, size: int = 40, outcomes: int = 5
) -> dict[CellId, str]:
    """Printed text for every cell of a form; all sums of tables three and four hold.

    Args:
        form_id: ``2019`` or ``2021``.
        seed: The same seed gives the same figures.
        size: Largest number of requests of one kind of applicant; 0 for an all-zero report.
        outcomes: How many rows of results an applicant has figures in, at most.
    """
    dice = random.Random(f"{form_id}/{seed}")
    form = form_of(form_id)
    numbers = _requests(form, dice, size, outcomes) | _disputes(
        form, dice, max(1, size // 8) if size else 0
    )
    printed = {cell: str(number) for cell, number in numbers.items()}
    return {cell: printed.get(cell) or _loose(cell, dice, size) for cell in form.figures}


def _requests(form: Form, dice: random.Random, size: int, outcomes: int) -> dict[CellId, int]:
    """Table three: few applicants, few outcomes, as in a town's report."""
    details = detail_rows(form)
    counts: dict[tuple[str, str], int] = {}
    for index, column in enumerate(APPLICANTS):
        share = size if index == 0 else size // (4 * index)
        for row in dice.sample(details, k=dice.randint(0, outcomes)):
            counts[row, column] = dice.randint(0, share)
        carried_in, carried_out = (dice.randint(0, share // 6) for _ in range(2))
        total = sum(counts.get((row, column), 0) for row in details)
        carried_in = min(carried_in, total + carried_out)
        counts["total", column] = total
        counts["carried_in", column] = carried_in
        counts["carried_out", column] = carried_out
        counts["new", column] = total + carried_out - carried_in
    return with_row_totals(
        {
            cell_id("requests", row, column): counts.get((row, column), 0)
            for row in (*details, *BOUNDARY_ROWS)
            for column in APPLICANTS
        }
    )


def with_row_totals(numbers: Mapping[CellId, int]) -> dict[CellId, int]:
    """Table three with its column 总计 worked out."""
    totals: dict[CellId, int] = {}
    for cell, number in numbers.items():
        table, row, _ = cell.split(".")
        key = cell_id(table, row, "total")
        totals[key] = totals.get(key, 0) + number
    return {**numbers, **totals}


def _disputes(form: Form, dice: random.Random, size: int) -> dict[CellId, int]:
    table = form.table("disputes")
    assert table is not None
    numbers: dict[CellId, int] = {}
    for row in table.blocks[0].rows:
        parts = {column: dice.choice((0, 0, dice.randint(0, size))) for column in OUTCOMES}
        parts["total"] = sum(parts.values())
        numbers |= {cell_id("disputes", row.key, column): n for column, n in parts.items()}
    return numbers


def _loose(cell: CellId, dice: random.Random, size: int) -> str:
    """A figure of table two; no equation binds it."""
    _, _, column = cell.split(".")
    if size == 0:
        return "0"
    if column == "change":
        return dice.choice(("0", "0", "+2", "-7", "-1", "+1"))
    if column == "amount":
        return dice.choice(("0", "0", f"{dice.randint(1, 9000)}.{dice.randint(10, 99)}", "208.6"))
    if ".regulation." in cell:
        return "0"
    return str(dice.choice((0, 0, dice.randint(0, 9), dice.randint(0, 400))))
