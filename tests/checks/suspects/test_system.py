"""The search finds exactly the smallest sets that trying everything finds."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.checks.suspects.exact import Exact
from reviewer.checks.suspects.system import Equation, Search, changes_of, take_all

CELLS = tuple(CellId(f"t.r.{name}") for name in "abcdefgh")


@st.composite
def systems(draw: st.DrawFn) -> list[Equation]:
    """Few equations over few cells, some of which do not hold."""
    coefficients = st.dictionaries(
        st.sampled_from(CELLS), st.sampled_from((1, 1, -1, 2)), min_size=2, max_size=5
    )
    gaps = st.sampled_from((0, 0, 1, -3, 5))
    return draw(st.lists(st.builds(Equation, coefficients, gaps), min_size=1, max_size=5))


def satisfied(equations: list[Equation], changes: dict[CellId, Exact]) -> bool:
    return all(
        sum(by * changes.get(cell, 0) for cell, by in each.cells.items()) == each.gap
        for each in equations
    )


def tried(equations: list[Equation], size: int) -> set[frozenset[CellId]]:
    """Sets of that size that satisfy all equations in one way, with no change of 0."""
    return {
        frozenset(cells)
        for cells in combinations(CELLS, size)
        if (solution := only_solution(equations, cells)) and all(solution)
    }


def only_solution(equations: list[Equation], cells: tuple[CellId, ...]) -> list[Fraction] | None:
    """Gauss elimination, written plainly."""
    rows = [
        [Fraction(each.cells.get(cell, 0)) for cell in cells] + [Fraction(each.gap)]
        for each in equations
    ]
    for place in range(len(cells)):
        pivot = next((row for row in rows[place:] if row[place]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        rows.insert(place, [number / pivot[place] for number in pivot])
        rows = [
            row
            if index == place
            else [a - row[place] * b for a, b in zip(row, rows[place], strict=True)]
            for index, row in enumerate(rows)
        ]
    return (
        None
        if any(row[-1] for row in rows[len(cells) :])
        else [row[-1] for row in rows][: len(cells)]
    )


@given(systems())
@settings(max_examples=200, deadline=None)
def test_the_search_finds_what_trying_everything_finds(equations: list[Equation]) -> None:
    if not any(each.gap for each in equations):
        return
    for size in range(1, 5):
        search = Search(equations)
        found = list(search.sets_of(size))
        assert not search.exhausted
        assert all(satisfied(equations, changes) for changes in found)
        sets = {frozenset(changes) for changes in found}
        assert len(sets) == len(found)
        assert sets == tried(equations, size)
        if sets:
            assert search.fewest() <= size
            break


@given(systems(), st.lists(st.sampled_from(CELLS), unique=True, max_size=4))
@settings(max_examples=200, deadline=None)
def test_taking_cells_leaves_equations_without_them(
    equations: list[Equation], cells: list[CellId]
) -> None:
    rest, taken = take_all(equations, cells)
    gone = {cell for cell, _ in taken}
    assert not any(gone & each.cells.keys() for each in rest)
    assert len(rest) + len(taken) == len(equations)
    if not any(each.gap for each in rest):
        assert satisfied(equations, changes_of(taken))
