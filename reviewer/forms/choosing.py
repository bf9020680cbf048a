"""Chooses between ways to read rows by the form's arithmetic, never against what is printed.

Only rows that the text leaves open are chosen for; a row that is read in one way stays as it is,
whether its sums hold or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reviewer.forms.alignment import Method, Options, Way
from reviewer.forms.pieces import MOST_WAYS

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
        proven: Whether every equation of the table holds with this way and with no other.
        balanced: Whether the row's own sums hold with this way.
    """

    way: Way
    others: tuple[Way, ...]
    method: Method
    proven: bool
    balanced: bool = False


def choose(rows: dict[str, Options], equations: Sequence[Equation]) -> dict[str, Choice]:
    """A choice for every row.

    Args:
        rows: The ways to read each row of a table.
        equations: What holds in every column; without any, nothing is proven.
    """
    solutions = list(_solutions(rows, equations)) if equations else []
    if solutions:
        return {
            key: _among([solution[key] for solution in solutions], options.method, proven=True)
            for key, options in rows.items()
        }
    return {
        key: _among(list(options.ways), options.method, proven=False)
        for key, options in rows.items()
    }


def _among(ways: list[Way], method: Method, *, proven: bool) -> Choice:
    distinct = list(dict.fromkeys(ways))
    return Choice(distinct[0], tuple(distinct[1:]), method, proven and len(distinct) == 1)


def _solutions(rows: dict[str, Options], equations: Sequence[Equation]) -> Iterator[dict[str, Way]]:
    """Combinations of ways in which every equation holds in every column."""
    combinations = 1
    if any(len(options.ways) >= MOST_WAYS for options in rows.values()):
        return
    for options in rows.values():
        combinations *= len(options.ways)
        if combinations > _MOST_COMBINATIONS:
            return
    if combinations == 1 and all(options.method is Method.EXACT for options in rows.values()):
        return
    known = [equation for equation in equations if all(row in rows for row, _ in equation)]
    open_rows = [key for key, options in rows.items() if len(options.ways) > 1]
    taken = {key: options.ways[0] for key, options in rows.items()}
    assignments = _assignments(rows, open_rows, taken, known, 0)
    yield from (dict(assignment) for assignment in islice(assignments, _MOST_SOLUTIONS))


def _assignments(
    rows: dict[str, Options],
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
