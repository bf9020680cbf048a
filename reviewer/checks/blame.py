"""Suspects: the smallest sets of cells whose change would satisfy all equations of the form.

Where several sets of the smallest size would do, all are listed. A set falls into parts that
have no equation in common; each part is a suspect of its own, since it mends its equations
whatever becomes of the others. Figures proposed are what the form allows: not negative, whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewer.base import CellId
from reviewer.checks.expression import Figures
from reviewer.checks.judging import Bench, Proposed
from reviewer.checks.model import Evaluation, Outcome, Suspect
from reviewer.checks.program import Program
from reviewer.checks.slips import MISSING
from reviewer.checks.solving import Component, Solution, exact, printable
from reviewer.checks.system import Changes, Equation, Exact
from reviewer.forms.report import Report

MOST_SUSPECTS = 100
"""So many suspects are listed at most, the likeliest ones."""

SHARE_WEIGHT = 0.5
"""So much weighs a part that all solutions have in common."""

_LINE_LENGTH = 3
"""From so many on, missing figures of one line are proposed together."""


def suspects(
    report: Report, program: Program, figures: Figures, evaluations: Iterable[Evaluation]
) -> tuple[Suspect, ...]:
    """All suspects of a report, best first.

    Args:
        report: With the readings that are suspected.
        program: The rules of its form.
        figures: What the rules run on.
        evaluations: What the rules come to on these figures.
    """
    outcomes = {evaluation.key: evaluation.outcome for evaluation in evaluations}
    bench = Bench(report, program, figures, outcomes)
    found: list[Suspect] = []
    for keys in program.components:
        if any(outcomes[key] is not Outcome.HOLDS for key in keys):
            component = Component(program, figures, keys)
            solutions = component.solutions()
            tying = [*component.equations, *component.lacking]
            found += _of_parts(bench, solutions, tying)
            found += _of_missing(bench, solutions)
    found.sort(key=lambda suspect: (-suspect.score, program.places[suspect.changes[0].cell]))
    return tuple(found[:MOST_SUSPECTS])


def _of_parts(
    bench: Bench, solutions: Sequence[Solution], tying: Sequence[Equation]
) -> Iterator[Suspect]:
    """Parts of solutions; those that more solutions have in common are likelier."""
    parts: dict[frozenset[tuple[CellId, Exact]], tuple[Changes, Solution]] = {}
    counts: dict[frozenset[tuple[CellId, Exact]], int] = {}
    for solution in solutions:
        for part in _parted(solution, tying):
            key = frozenset(part.items())
            parts.setdefault(key, (part, solution))
            counts[key] = counts.get(key, 0) + 1
    for key, (part, solution) in parts.items():
        weight = SHARE_WEIGHT * counts[key] / len(solutions)
        proposed = _proposed(bench, part, {})
        suspect = bench.suspect(proposed, solution.slip, weight)
        if suspect is None and solution.supplied:
            proposed = _proposed(bench, part, solution.supplied)
            suspect = bench.suspect(proposed, solution.slip, weight)
        if suspect is not None:
            yield suspect


def _parted(solution: Solution, tying: Sequence[Equation]) -> list[Changes]:
    """The changes of a solution, parted where no equation ties them together."""
    if solution.slip is not None:
        return [solution.changes]
    parts = [{cell} for cell in solution.changes]
    for equation in tying:
        tied = [part for part in parts if not part.isdisjoint(equation.cells)]
        if len(tied) > 1:
            parts = [part for part in parts if part.isdisjoint(equation.cells)]
            parts.append(set[CellId]().union(*tied))
    return [{cell: solution.changes[cell] for cell in part} for part in parts]


def _proposed(bench: Bench, changes: Changes, supplied: Changes) -> Proposed:
    """What should stand in the cells, in the form's order."""
    after = dict(supplied)
    for cell, change in changes.items():
        after[cell] = exact(bench.figures[cell] or 0) + change
    places = bench.program.places
    return {cell: printable(after[cell]) for cell in sorted(after, key=places.__getitem__)}


def _of_missing(bench: Bench, solutions: Sequence[Solution]) -> Iterator[Suspect]:
    """Missing figures that follow from the others, the same in every solution."""
    agreed = {
        cell: number
        for solution in solutions[:1]
        for cell, number in solution.supplied.items()
        if all(other.supplied.get(cell) == number for other in solutions)
    }
    for cells in _by_line(bench.program, agreed):
        supplied = {cell: agreed[cell] for cell in cells}
        suspect = bench.suspect(_proposed(bench, {}, supplied), MISSING, 0.0)
        if suspect is not None:
            yield suspect


def _by_line(program: Program, cells: Mapping[CellId, object]) -> Iterator[list[CellId]]:
    """Cells by the lines that hold several of them, longest first; then one by one."""
    left = dict.fromkeys(cells)
    while left:
        lines = ([cell for cell in line.cells if cell in left] for line in program.lines)
        longest = max(lines, key=len)
        if len(longest) < _LINE_LENGTH:
            yield from ([cell] for cell in left)
            return
        yield longest
        for cell in longest:
            del left[cell]
