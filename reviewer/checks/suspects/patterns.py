"""Slips of whole rows and columns: left at 0, moved by one cell, changed with another.

They change many cells at once, so that the smallest sets of cells are the wrong place to look.
Each function lists what may have happened to a table; ``line_slips`` keeps what mends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, pairwise

from reviewer.base import CellId
from reviewer.checks.suspects.frame import Cells
from reviewer.checks.suspects.slate import Hypothesis, Slate
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

_TO_THE_END = 0.05
"""A line that is moved from some cell on is less likely by this than one moved as a whole."""

_WITHIN = 0.15
"""The same for a stretch in the middle of a line."""

_BEFORE = 0.1
"""A subtotal stands before what it adds up less often than behind it."""

_SMALL = 0.1
"""Lines whose figures are small fit by chance more often."""

_TELLING = 10
"""From so much on it is no chance that figures add up once they are moved."""

_TWO = 2
"""Two figures that are alike are a total and its only part wherever they stand."""

_UNPROVEN = 0.45
"""The weight of a slip that fits as well as other changes would."""

_ANOTHER = 0.5
"""So much less where it would have to explain another sum as well."""

_TOTAL_LOST = 0.7
"""The weight of a slip after which the last part stands in the place of the total."""

_ALL_LOST = 0.3
"""The same where a nought stands there, which was more likely left there."""

_LEAST_COLUMNS = 5
"""A table with a subtotal has one column apart, several that it adds up, and their total."""


def line_slips(slate: Slate) -> Iterator[tuple[Hypothesis, Changes]]:
    """Every slip of lines that would explain all that is amiss, with the changes."""
    hypotheses = chain(
        _left_out(slate),
        _shifted_lines(slate),
        _shifted_rows(slate),
        _exchanged(slate, slate.rows, (SWAPPED_ROWS, SWAPPED_ROWS_APART)),
        _exchanged(slate, slate.columns, (SWAPPED_COLUMNS, SWAPPED_COLUMNS_APART)),
        _copied(slate),
        _exchanged_groups(slate),
        _exchanged_with_totals(slate),
        _exchanged_parts(slate),
        _subtotals(slate),
    )
    for hypothesis in hypotheses:
        changes = slate.changes(hypothesis)
        if changes and (weighed := _weighed(slate, hypothesis, changes)):
            yield weighed, changes


def _weighed(slate: Slate, hypothesis: Hypothesis, changes: Changes) -> Hypothesis | None:
    """A slip among sums that share no figure: any shift would mend them if a figure is lost.

    So only figures that add up once they are moved prove it, unless they are small or few; else
    it is no more than possible, and within one sum only where the total was lost, or left at 0.
    """
    if slate.columns or not hypothesis.lost:
        return hypothesis
    if _proven(slate, hypothesis, changes):
        return hypothesis
    if len(slate.rows) > 1:
        return _as_likely(hypothesis, _UNPROVEN - _ANOTHER * (slate.amiss - 1))
    first, *_, total = slate.rows[0]
    moved = len(hypothesis.sources) == len(slate.rows[0]) - 1 and not slate.figure(first)
    if moved and total in hypothesis.lost:
        return _as_likely(hypothesis, _TOTAL_LOST if slate.figure(total) else _ALL_LOST)
    if total in hypothesis.sources and not slate.figure(total):
        return _as_likely(hypothesis, _UNPROVEN)
    return None


def _as_likely(hypothesis: Hypothesis, weight: float) -> Hypothesis:
    weight = min(weight, hypothesis.slip.weight)
    return replace(hypothesis, slip=replace(hypothesis.slip, weight=weight))


def _proven(slate: Slate, hypothesis: Hypothesis, changes: Changes) -> bool:
    """Whether figures of rows add up once they are moved, without one that was lost."""
    adding_up = []
    for row in slate.rows:
        after = {cell: slate.figure(cell) + changes.get(cell, 0) for cell in row}
        if not slate.holds(row) and not any(after.get(cell) for cell in hypothesis.lost):
            adding_up.append([figure for figure in after.values() if figure])
    telling = sum(map(sum, adding_up)) >= _TELLING
    return telling and any(len(figures) > _TWO for figures in adding_up)


def wrong_lines(slate: Slate) -> Iterator[tuple[Hypothesis, Changes]]:
    """Whole lines that would explain all that is amiss if their figures were others."""
    for line in (*slate.rows, *slate.columns):
        if slate.reach(line):
            hypothesis = Hypothesis(LINE_WRONG, {}, line)
            changes = slate.changes(hypothesis)
            if changes:
                yield hypothesis, changes


def _left_out(slate: Slate) -> Iterator[Hypothesis]:
    """Lines of 0 that should hold figures."""
    for kind, lines in ((ROW_ZERO, slate.rows), (COLUMN_ZERO, slate.columns)):
        for line in lines:
            if slate.empty(line) and slate.reach(line):
                yield Hypothesis(kind, {}, line)


def _shifted_lines(slate: Slate) -> Iterator[Hypothesis]:
    """A row or column whose figures stand one cell on, all of them or a stretch."""
    for kind, lines in ((SHIFTED, slate.rows), (SHIFTED_COLUMN, slate.columns)):
        for line in lines:
            if slate.reach(line) and not slate.empty(line):
                for start, end in combinations(range(len(line)), 2):
                    yield from _shifted(slate, line, start, end, kind)
    row = tuple(chain.from_iterable(slate.rows)) if not slate.columns else ()
    if len(slate.rows) > 1 and row:
        for start in range(len(row) - 1):
            yield from _shifted(slate, row, start, len(row) - 1, SHIFTED)


def _shifted(slate: Slate, line: Cells, start: int, end: int, kind: Slip) -> Iterator[Hypothesis]:
    """A stretch of a line moved on, or back, by one cell; the cell it left is empty."""
    stretch = line[start : end + 1]
    if len(stretch) < len(line) and not slate.reach(stretch):
        return
    for cells, whole in ((stretch, end == len(line) - 1), (stretch[::-1], start == 0)):
        vacated, beside = slate.figure(cells[0]), slate.figure(cells[1])
        if not vacated or vacated == beside:
            less = 0.0 if len(cells) == len(line) else _TO_THE_END if whole else _WITHIN
            slip = replace(kind, weight=kind.weight - less)
            yield Hypothesis(slip, dict(pairwise(cells)), (cells[-1],))


def _shifted_rows(slate: Slate) -> Iterator[Hypothesis]:
    """All rows from one on with their figures in the row below, or above.

    They slip where the table begins, or where its results do, sooner than in the middle.
    """
    if not slate.columns or not slate.keep(slate.rows):
        return
    beginnings = {0, slate.first_part}
    small = _SMALL if slate.gaps < _TELLING else 0.0
    for start in range(len(slate.rows) - 1):
        less = small + (0.0 if start in beginnings else _TO_THE_END)
        for rows in (slate.rows[start:], slate.rows[start:][::-1]):
            if slate.empty(rows[0]):
                slip = replace(ROWS_SHIFTED, weight=ROWS_SHIFTED.weight - less)
                yield Hypothesis(slip, _moved(rows), rows[-1])


def _exchanged(
    slate: Slate, lines: Sequence[Cells], kinds: tuple[Slip, Slip]
) -> Iterator[Hypothesis]:
    """Two rows, or two columns, each with the figures of the other.

    Args:
        slate: The table.
        lines: Its rows, or its columns.
        kinds: The slip of two that stand side by side, and of any others.
    """
    if not slate.columns or not slate.keep(lines):
        return
    less = _SMALL if slate.gaps < _TELLING else 0.0
    for place, other in slate.exchangeable(lines):
        kind = kinds[other > place + 1]
        both = _both(lines[place], lines[other])
        yield Hypothesis(replace(kind, weight=kind.weight - less), both)


def _copied(slate: Slate) -> Iterator[Hypothesis]:
    """A row or column that has the figures of another one; its own are lost."""
    for kinds, lines in (
        ((COPIED_ROW, COPIED_ROW_APART), slate.rows),
        ((COPIED_COLUMN, COPIED_COLUMN_APART), slate.columns),
    ):
        for at, line in enumerate(lines) if slate.columns else ():
            if slate.reach(line) and not slate.empty(line):
                figures = [figure for cell in line if (figure := slate.figure(cell))]
                few = sum(figures) < _TELLING or len(figures) <= _TWO
                for other, source in enumerate(lines):
                    if other != at and slate.alike(line, source):
                        yield Hypothesis(kinds[few or abs(other - at) > 1], {}, line)


def _exchanged_groups(slate: Slate) -> Iterator[Hypothesis]:
    """The totals of two groups changed over, or all that they add up; or a single part."""
    if slate.columns:
        return
    for first, second in combinations(slate.rows, 2):
        if slate.reach(first, second):
            yield Hypothesis(SWAPPED_TOTALS, _both(first[-1:], second[-1:]))
            yield Hypothesis(SWAPPED_PARTS, _both(first[:-1], second[:-1]))


def _exchanged_with_totals(slate: Slate) -> Iterator[Hypothesis]:
    """The total of a group changed over with one of its parts.

    In a matrix the smallest sets of cells tell that; a group by itself has single cells that do.
    """
    if slate.columns:
        return
    for *parts, total in slate.rows:
        if slate.reach((*parts, total)) and min(map(slate.figure, (*parts, total))) >= 0:
            for part in parts:
                small = slate.figure(part) - slate.figure(total) < _TELLING
                kind = SWAPPED_WITH_TOTAL_SMALL if small else SWAPPED_WITH_TOTAL
                yield Hypothesis(kind, _both((part,), (total,)))


def _exchanged_parts(slate: Slate) -> Iterator[Hypothesis]:
    """Neighbouring columns changed over above or below some row only: on one page."""
    for first, second in pairwise(slate.columns):
        if not slate.reach(first, second):
            continue
        for cut in range(1, len(first)):
            for part in (slice(cut), slice(cut, None)):
                yield Hypothesis(SWAPPED_PART, _both(first[part], second[part]))


def _both(first: Cells, second: Cells) -> dict[CellId, CellId]:
    pairs = zip(first, second, strict=True)
    return {cell: source for one, other in pairs for cell, source in ((one, other), (other, one))}


def _subtotals(slate: Slate) -> Iterator[Hypothesis]:
    """A column that adds up the organisations stands in the place of one of the form's own.

    It took that one's place alone, or moved those before it, or behind it, by one place. Most
    stand behind the organisations.
    """
    if len(slate.columns) < _LEAST_COLUMNS:
        return
    columns = slate.columns
    person, first, *_, last, total = columns
    parts = columns[1:-1]
    if _add_up(slate, total, (person, last)):
        yield Hypothesis(SUBTOTAL, {}, last)
    if _add_up(slate, total, parts):
        yield Hypothesis(SUBTOTAL, {}, total)
    if _add_up(slate, last, columns[:-2]):
        yield Hypothesis(SUBTOTAL, _moved(columns[-2::-1]), person)
    before = replace(SUBTOTAL, weight=SUBTOTAL.weight - _BEFORE)
    if _add_up(slate, first, columns[2:]):
        yield Hypothesis(before, _moved(columns[1:]), total)
    if _add_up(slate, total, (person, first)):
        yield Hypothesis(before, _moved(parts), last)
    for part in parts[:-1]:
        if _add_up(slate, total, (person, part)):
            yield Hypothesis(replace(SUBTOTAL, weight=SUBTOTAL.weight - _WITHIN), {}, part)


def _add_up(slate: Slate, column: Cells, parts: Sequence[Cells]) -> bool:
    """Whether a column is the sum of others in every row, and not of noughts only."""
    rows = zip(column, zip(*parts, strict=True), strict=True)
    return not slate.empty(column) and all(
        slate.figure(cell) == sum(slate.figure(part) for part in beside) for cell, beside in rows
    )


def _moved(columns: Sequence[Cells]) -> dict[CellId, CellId]:
    """Every column but the last with the figures of the next one."""
    pairs = pairwise(columns)
    return dict(chain.from_iterable(zip(*pair, strict=True) for pair in pairs))
