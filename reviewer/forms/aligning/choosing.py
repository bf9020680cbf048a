"""Chooses between ways to read rows by the form's arithmetic, never against what is printed.

Only rows that the text leaves open are chosen for; a row that is read in one way stays as it is,
whether its sums hold or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from reviewer.forms.aligning.alignment import Method, Options, Way, all_hold
from reviewer.forms.cells.pieces import MOST_WAYS

_MOST_COMBINATIONS = 20_000
_MOST_SOLUTIONS = 24

Equation = tuple[tuple[str, int], ...]
"""Rows with their signs; in every column the signed figures sum to 0."""


@dataclass(frozen=True)
class Choice:
    """What a row is read as.

    Attributes:
        way: The way taken.
        others: Other ways that are as good.
        method: How the ways were found.
        proven: Whether the sums hold with this way and with no other: those of the row's columns,
            or the row's own where a row that its columns' sums need is not there.
        balanced: Whether the row's own sums hold with this way.
    """

    way: Way
    others: tuple[Way, ...]
    method: Method
    proven: bool
    balanced: bool = False


def choose(
    rows: Mapping[str, Options],
    equations: Sequence[Equation],
    sums: Mapping[str, Mapping[int, Sequence[int]]],
) -> dict[str, Choice]:
    """A choice for every row.

    Only equations whose rows are all there choose. What they do not exclude stays: a row of
    several ways that stands in none of them keeps them all.

    Args:
        rows: The ways to read each row of a table.
        equations: What holds in every column; without any, nothing is proven.
        sums: Of each row the position of a total → positions of its parts.
    """
    known = [equation for equation in equations if all(row in rows for row, _ in equation)]
    guarded = {row for equation in known for row, _ in equation}
    solutions = list(_solutions(rows, known, guarded)) if equations else []
    told = guarded if len(solutions) <= _MOST_SOLUTIONS else set()
    choices: dict[str, Choice] = {}
    for key, options in rows.items():
        found = [solution[key] for solution in solutions] if key in told else []
        way, *others = dict.fromkeys(found or options.ways)
        balanced = all_hold(way, sums[key])
        proven = bool(solutions) and not others and (balanced or key in told)
        choices[key] = Choice(way, tuple(others), options.method, proven, balanced)
    return choices


def _solutions(
    rows: Mapping[str, Options], equations: Sequence[Equation], guarded: Set[str]
) -> Iterator[dict[str, Way]]:
    """Combinations of ways in which every equation holds in every column.

    One more than ``_MOST_SOLUTIONS`` at most: then they are not all, and tell nothing.
    """
    combinations = 1
    if any(len(options.ways) >= MOST_WAYS for options in rows.values()):
        return
    for key in guarded:
        combinations *= len(rows[key].ways)
        if combinations > _MOST_COMBINATIONS:
            return
    single = all(len(options.ways) == 1 for options in rows.values())
    if single and all(options.method is Method.EXACT for options in rows.values()):
        return
    open_rows = [key for key in rows if key in guarded and len(rows[key].ways) > 1]
    taken = {key: options.ways[0] for key, options in rows.items()}
    assignments = _assignments(rows, open_rows, taken, equations, 0)
    yield from (dict(assignment) for assignment in islice(assignments, _MOST_SOLUTIONS + 1))


def _assignments(
    rows: Mapping[str, Options],
    open_rows: Sequence[str],
    taken: dict[str, Way],
    equations: Sequence[Equation],
    depth: int,
) -> Iterator[dict[str, Way]]:
    settled = set(rows) - set(open_rows[depth:])
    ready = [one for one in equations if all(row in settled for row, _ in one)]
    if not all(_holds(equation, taken) for equation in ready):
        return
    if depth == len(open_rows):
        yield taken
        return
    key = open_rows[depth]
    for way in rows[key].ways:
        taken[key] = way
        yield from _assignments(rows, open_rows, taken, equations, depth + 1)


def _holds(equation: Equation, taken: dict[str, Way]) -> bool:
    columns = len(taken[equation[0][0]])
    return all(
        abs(sum(sign * _value(taken[row], column) for row, sign in equation)) < 1e-9
        for column in range(columns)
    )


def _value(way: Way, column: int) -> float:
    piece = way[column]
    return piece.value if piece else 0.0
