"""Chooses between ways to read rows by the form's arithmetic, never against what is printed.

Only rows that the text leaves open are chosen for; a row that is read in one way stays as it is,
whether its sums hold or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from reviewer.forms.aligning.alignment import Method, Options, Way, all_hold, completed
from reviewer.forms.aligning.solving import Equation, Figures, solutions
from reviewer.forms.cells.pieces import MOST_WAYS

_MOST_SOLUTIONS = 24
"""Most solutions that are looked for; with more, some ways of rows stay unknown."""


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
    others: tuple[Way, ...] = ()
    method: Method = Method.EXACT
    proven: bool = False
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
    rows = {key: _likelier_first(options, sums[key]) for key, options in rows.items()}
    known = [equation for equation in equations if all(row in rows for row, _ in equation)]
    guarded = {row for equation in known for row, _ in equation}
    found, complete = _ways_by_sums(rows, known, guarded, sums) if equations else ([], False)
    told = guarded if found and complete else set()
    choices: dict[str, Choice] = {}
    for key, options in rows.items():
        likely = [way for one in found for way in one.get(key, ())]
        way, *others = dict.fromkeys((*likely, *(() if key in told else options.ways)))
        balanced = all_hold(way, sums[key])
        proven = bool(found) and not others and (balanced or key in told)
        choices[key] = Choice(way, tuple(others), options.method, proven, balanced)
    return choices


def _likelier_first(options: Options, sums: Mapping[int, Sequence[int]]) -> Options:
    """The same options; of cells that are lost the last ones first, as most applicants' are."""
    if options.method is not Method.LOST or not sums:
        return options
    return Options(options.ways[::-1], options.method)


def _ways_by_sums(
    rows: Mapping[str, Options],
    equations: Sequence[Equation],
    guarded: Set[str],
    sums: Mapping[str, Mapping[int, Sequence[int]]],
) -> tuple[list[dict[str, list[Way]]], bool]:
    """The ways of rows in which every equation holds in every column, and whether these are all."""
    single = all(len(options.ways) == 1 for options in rows.values())
    if single and all(options.method is Method.EXACT for options in rows.values()):
        return [], False
    if not guarded:
        return [{}], True
    # In the rows' order, not the set's: where the search is cut off, all processes find the same.
    alike: dict[str, dict[Figures, list[Way]]] = {key: {} for key in rows if key in guarded}
    for key, groups in alike.items():
        for way in rows[key].ways:
            groups.setdefault(completed(way, sums[key]), []).append(way)
    figures = {key: list(groups) for key, groups in alike.items()}
    found, complete = solutions(figures, equations, _MOST_SOLUTIONS)
    cut = any(len(options.ways) >= MOST_WAYS for options in rows.values())
    ways = [{key: alike[key][one] for key, one in solution.items()} for solution in found]
    return ways, complete and not cut
