"""Slips of whole rows and columns: left at 0, moved by one cell, exchanged with another.

They change many cells at once, so the search for the smallest sets of cells does not find them.
Each function lists what may have happened to a table; ``line_slips`` keeps what would mend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, pairwise

from reviewer.base import CellId
from reviewer.checks.suspects.equation_group import Cells
from reviewer.checks.suspects.slips import (
    COLUMN_ZERO,
    COPIED_COLUMN,
    COPIED_COLUMN_APART,
    COPIED_ROW,
    COPIED_ROW_APART,
    LINE_WRONG,
    ROW_ZERO,
    ROWS_SHIFTED,
    SHIFTED,
    SHIFTED_COLUMN,
    SUBTOTAL,
    SWAPPED_COLUMNS,
    SWAPPED_COLUMNS_APART,
    SWAPPED_PART,
    SWAPPED_PARTS,
    SWAPPED_ROWS,
    SWAPPED_ROWS_APART,
    SWAPPED_TOTALS,
    SWAPPED_WITH_TOTAL,
    SWAPPED_WITH_TOTAL_SMALL,
    Slip,
)
from reviewer.checks.suspects.system import Changes
from reviewer.checks.suspects.table_sums import Hypothesis, TableSums

_TO_THE_END = 0.05
"""Off the weight of a slip that moved a line only from some cell on."""

_WITHIN = 0.15
"""Off the weight of a slip that moved only a stretch in the middle of a line."""

_BEFORE = 0.1
"""Off the weight of a subtotal that stands before what it adds up: most stand behind it."""

_SMALL = 0.1
"""Off the weight of a slip of lines with small figures, which more often fit by chance."""

_TELLING = 10
"""Figures of this size or more do not add up by chance once they are moved."""

_TWO = 2
"""Two figures prove nothing: any two equal ones could be a total and its only part."""

_UNPROVEN = 0.45
"""The weight of a slip that fits no better than other changes would."""

_ANOTHER = 0.5
"""Off that weight for each further sum that the slip would have to explain."""

_TOTAL_LOST = 0.7
"""The weight of a slip that left the last part in the place of the total."""

_ALL_LOST = 0.3
"""The same if a nought stands there, which is more likely just an unfilled total."""

_LEAST_COLUMNS = 5
"""A table with a subtotal has persons, at least three kinds of organisations, and a total."""


def line_slips(table: TableSums) -> Iterator[tuple[Hypothesis, Changes]]:
    """Every slip of lines that would explain all that is wrong, with its changes."""
    hypotheses = chain(
        _left_out(table),
        _shifted_lines(table),
        _shifted_rows(table),
        _exchanged(table, table.rows, (SWAPPED_ROWS, SWAPPED_ROWS_APART)),
        _exchanged(table, table.columns, (SWAPPED_COLUMNS, SWAPPED_COLUMNS_APART)),
        _copied(table),
        _exchanged_groups(table),
        _exchanged_with_totals(table),
        _exchanged_parts(table),
        _subtotals(table),
    )
    for hypothesis in hypotheses:
        changes = table.changes(hypothesis)
        if changes and (weighed := _weighed(table, hypothesis, changes)):
            yield weighed, changes


def _weighed(table: TableSums, hypothesis: Hypothesis, changes: Changes) -> Hypothesis | None:
    """The hypothesis, with less weight where its sums prove little; None if they prove nothing.

    Where sums share no figure, any shift that loses a figure would mend them. It is proven only
    by figures that add up once they are moved, if these are not small or few. Else it is no more
    than possible, and within a single sum only if the total was lost, or left at 0.
    """
    if table.columns or not hypothesis.lost:
        return hypothesis
    if _proven(table, hypothesis, changes):
        return hypothesis
    if len(table.rows) > 1:
        return _as_likely(hypothesis, _UNPROVEN - _ANOTHER * (table.amiss - 1))
    first, *_, total = table.rows[0]
    moved = len(hypothesis.sources) == len(table.rows[0]) - 1 and not table.figure(first)
    if moved and total in hypothesis.lost:
        return _as_likely(hypothesis, _TOTAL_LOST if table.figure(total) else _ALL_LOST)
    if total in hypothesis.sources and not table.figure(total):
        return _as_likely(hypothesis, _UNPROVEN)
    return None


def _as_likely(hypothesis: Hypothesis, weight: float) -> Hypothesis:
    weight = min(weight, hypothesis.slip.weight)
    return replace(hypothesis, slip=replace(hypothesis.slip, weight=weight))


def _proven(table: TableSums, hypothesis: Hypothesis, changes: Changes) -> bool:
    """Whether figures add up once they are moved, in a row that lost none of its own."""
    adding_up = []
    for row in table.rows:
        after = {cell: table.figure(cell) + changes.get(cell, 0) for cell in row}
        if not table.holds(row) and not any(after.get(cell) for cell in hypothesis.lost):
            adding_up.append([figure for figure in after.values() if figure])
    telling = sum(map(sum, adding_up)) >= _TELLING
    return telling and any(len(figures) > _TWO for figures in adding_up)


def wrong_lines(table: TableSums) -> Iterator[tuple[Hypothesis, Changes]]:
    """Whole lines of which any other figures would explain all that is wrong."""
    for line in (*table.rows, *table.columns):
        if table.reach(line):
            hypothesis = Hypothesis(LINE_WRONG, {}, line)
            changes = table.changes(hypothesis)
            if changes:
                yield hypothesis, changes


def _left_out(table: TableSums) -> Iterator[Hypothesis]:
    """Lines of 0 that should hold figures."""
    for kind, lines in ((ROW_ZERO, table.rows), (COLUMN_ZERO, table.columns)):
        for line in lines:
            if table.empty(line) and table.reach(line):
                yield Hypothesis(kind, {}, line)


def _shifted_lines(table: TableSums) -> Iterator[Hypothesis]:
    """A row or column with all figures, or a stretch of them, moved by one cell."""
    for kind, lines in ((SHIFTED, table.rows), (SHIFTED_COLUMN, table.columns)):
        for line in lines:
            if table.reach(line) and not table.empty(line):
                for start, end in combinations(range(len(line)), 2):
                    yield from _shifted(table, line, start, end, kind)
    row = tuple(chain.from_iterable(table.rows)) if not table.columns else ()
    if len(table.rows) > 1 and row:
        for start in range(len(row) - 1):
            yield from _shifted(table, row, start, len(row) - 1, SHIFTED)


def _shifted(
    table: TableSums, line: Cells, start: int, end: int, kind: Slip
) -> Iterator[Hypothesis]:
    """A stretch of a line moved forward or back by one cell, if the cell that it left is empty."""
    stretch = line[start : end + 1]
    if len(stretch) < len(line) and not table.reach(stretch):
        return
    for cells, whole in ((stretch, end == len(line) - 1), (stretch[::-1], start == 0)):
        vacated, beside = table.figure(cells[0]), table.figure(cells[1])
        if not vacated or vacated == beside:
            less = 0.0 if len(cells) == len(line) else _TO_THE_END if whole else _WITHIN
            slip = replace(kind, weight=kind.weight - less)
            yield Hypothesis(slip, dict(pairwise(cells)), (cells[-1],))


def _shifted_rows(table: TableSums) -> Iterator[Hypothesis]:
    """All rows from some row on with their figures in the row below or above.

    More likely from the table's first row, or the first of its results, than from one between.
    """
    if not table.columns or not table.keep(table.rows):
        return
    beginnings = {0, table.first_part}
    small = _SMALL if table.gaps < _TELLING else 0.0
    for start in range(len(table.rows) - 1):
        less = small + (0.0 if start in beginnings else _TO_THE_END)
        for rows in (table.rows[start:], table.rows[start:][::-1]):
            if table.empty(rows[0]):
                slip = replace(ROWS_SHIFTED, weight=ROWS_SHIFTED.weight - less)
                yield Hypothesis(slip, _moved(rows), rows[-1])


def _exchanged(
    table: TableSums, lines: Sequence[Cells], kinds: tuple[Slip, Slip]
) -> Iterator[Hypothesis]:
    """Two rows or two columns, each with the figures of the other.

    Args:
        table: The table.
        lines: Its rows, or its columns.
        kinds: The slip of two that stand side by side, and of any others.
    """
    if not table.columns or not table.keep(lines):
        return
    less = _SMALL if table.gaps < _TELLING else 0.0
    for place, other in table.exchangeable(lines):
        kind = kinds[other > place + 1]
        both = _both(lines[place], lines[other])
        yield Hypothesis(replace(kind, weight=kind.weight - less), both)


def _copied(table: TableSums) -> Iterator[Hypothesis]:
    """A row or column with the figures of another one, whose own figures are lost."""
    for kinds, lines in (
        ((COPIED_ROW, COPIED_ROW_APART), table.rows),
        ((COPIED_COLUMN, COPIED_COLUMN_APART), table.columns),
    ):
        for at, line in enumerate(lines) if table.columns else ():
            if table.reach(line) and not table.empty(line):
                figures = [figure for cell in line if (figure := table.figure(cell))]
                few = sum(figures) < _TELLING or len(figures) <= _TWO
                for other, source in enumerate(lines):
                    if other != at and table.alike(line, source):
                        yield Hypothesis(kinds[few or abs(other - at) > 1], {}, line)


def _exchanged_groups(table: TableSums) -> Iterator[Hypothesis]:
    """The totals of two groups exchanged with each other, or all of their parts."""
    if table.columns:
        return
    for first, second in combinations(table.rows, 2):
        if table.reach(first, second):
            yield Hypothesis(SWAPPED_TOTALS, _both(first[-1:], second[-1:]))
            yield Hypothesis(SWAPPED_PARTS, _both(first[:-1], second[:-1]))


def _exchanged_with_totals(table: TableSums) -> Iterator[Hypothesis]:
    """The total of a group exchanged with one of its parts.

    In a matrix the smallest sets of cells show that; in a group by itself they do not, since any
    single cell would mend its sum.
    """
    if table.columns:
        return
    for *parts, total in table.rows:
        if table.reach((*parts, total)) and min(map(table.figure, (*parts, total))) >= 0:
            for part in parts:
                small = table.figure(part) - table.figure(total) < _TELLING
                kind = SWAPPED_WITH_TOTAL_SMALL if small else SWAPPED_WITH_TOTAL
                yield Hypothesis(kind, _both((part,), (total,)))


def _exchanged_parts(table: TableSums) -> Iterator[Hypothesis]:
    """Neighbouring columns exchanged only above or only below some row, as on one page."""
    for first, second in pairwise(table.columns):
        if not table.reach(first, second):
            continue
        for cut in range(1, len(first)):
            for part in (slice(cut), slice(cut, None)):
                yield Hypothesis(SWAPPED_PART, _both(first[part], second[part]))


def _both(first: Cells, second: Cells) -> dict[CellId, CellId]:
    pairs = zip(first, second, strict=True)
    return {cell: source for one, other in pairs for cell, source in ((one, other), (other, one))}


def _subtotals(table: TableSums) -> Iterator[Hypothesis]:
    """A column that adds up the organisations was read as one of the form's own.

    It took the place of that one alone, or moved those before or behind it by one column. Most
    such subtotals stand behind the organisations.
    """
    if len(table.columns) < _LEAST_COLUMNS:
        return
    columns = table.columns
    person, first, *_, last, total = columns
    parts = columns[1:-1]
    if _add_up(table, total, (person, last)):
        yield Hypothesis(SUBTOTAL, {}, last)
    if _add_up(table, total, parts):
        yield Hypothesis(SUBTOTAL, {}, total)
    if _add_up(table, last, columns[:-2]):
        yield Hypothesis(SUBTOTAL, _moved(columns[-2::-1]), person)
    before = replace(SUBTOTAL, weight=SUBTOTAL.weight - _BEFORE)
    if _add_up(table, first, columns[2:]):
        yield Hypothesis(before, _moved(columns[1:]), total)
    if _add_up(table, total, (person, first)):
        yield Hypothesis(before, _moved(parts), last)
    for part in parts[:-1]:
        if _add_up(table, total, (person, part)):
            yield Hypothesis(replace(SUBTOTAL, weight=SUBTOTAL.weight - _WITHIN), {}, part)


def _add_up(table: TableSums, column: Cells, parts: Sequence[Cells]) -> bool:
    """Whether a column is the sum of others in every row, and not of noughts only."""
    rows = zip(column, zip(*parts, strict=True), strict=True)
    return not table.empty(column) and all(
        table.figure(cell) == sum(table.figure(part) for part in beside) for cell, beside in rows
    )


def _moved(columns: Sequence[Cells]) -> dict[CellId, CellId]:
    """Every column but the last with the figures of the next one."""
    pairs = pairwise(columns)
    return dict(chain.from_iterable(zip(*pair, strict=True) for pair in pairs))
