"""Digits without separators: one slip has the whole row split otherwise, and is named as one."""

from __future__ import annotations

from itertools import islice

import pytest

from reviewer.checks.engine import check
from reviewer.checks.pointing import favourites
from reviewer.checks.suspects.slips import RESPLIT, SHIFTED, in_run
from tests.benchmarks.repairs import BODIES, agrees, cases


@pytest.mark.parametrize(
    ("was", "should", "told"),
    [
        ((8, 2, 0, 0, 0, 0, 586), (82, 0, 0, 0, 0, 5, 87), "连写的数字里一位数字有误"),
        ((2, 70, 0, 0, 0, 0, 277), (27, 0, 0, 0, 0, 0, 27), "连写的数字里重复输入一位数字"),
        ((3, 10, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0, 0), "连写的数字里应为0而多填"),
        ((1, 10, 0), (11, 0, 0), RESPLIT.name),
        ((5, 8, 0), (99, 1, 7), None),
    ],
)
def test_one_slip_in_a_run(was: tuple[int, ...], should: tuple[int, ...], told: str | None) -> None:
    kind = in_run(was, should)
    assert (kind.name if kind else None) == told


def test_figures_of_a_run_moved_by_a_cell() -> None:
    assert in_run((0, 4, 70, 0, 0, 0, 0), (47, 0, 0, 0, 0, 0, 47)) == SHIFTED
    assert in_run((12, None, 0), (12, 3, 0)) is None


@pytest.mark.parametrize("kind", ["digit", "row slip", "stray figure"])
def test_a_slip_in_glued_rows_of_a_town_is_named(kind: str) -> None:
    for case in islice(cases(kind, BODIES["town"], "glued"), 4):
        named = favourites(check(case.report).suspects).values()
        mended = {change.cell for suspect in named for change in suspect.changes}
        assert mended >= case.truth.keys()
        assert all(agrees(suspect, case.right) for suspect in named)
