"""What kind of slip turns one figure into another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.base import Number
from reviewer.checks.suspects.slips import (
    ADDED,
    DIGIT,
    DOUBLED,
    DROPPED,
    LEFT_OUT,
    NEIGHBOUR,
    POINT,
    PUT_IN,
    SIGN,
    SINGLE,
    TRANSPOSED,
    VALUE,
    Slip,
    slip,
)


@pytest.mark.parametrize(
    ("printed", "proposed", "kind"),
    [
        (21, 12, TRANSPOSED),
        (1324, 1234, TRANSPOSED),
        (19, 12, DIGIT),
        (7, 5, SINGLE),
        (2, 12, DROPPED),
        (12, 112, DROPPED),
        (112, 12, DOUBLED),
        (122, 12, DOUBLED),
        (152, 12, ADDED),
        (-7, 7, SIGN),
        (0, 12, LEFT_OUT),
        (35, 0, PUT_IN),
        (75680, Decimal("7.568"), POINT),
        (35, 60, VALUE),
        (35, 61, VALUE),
    ],
)
def test_kinds(printed: Number, proposed: Number, kind: Slip) -> None:
    assert slip(printed, proposed, frozenset()) == kind


def test_a_figure_that_stands_beside() -> None:
    assert slip(35, 61, frozenset({35, 3})) == NEIGHBOUR
    assert slip(21, 12, frozenset({21})) == TRANSPOSED
    assert slip(0, 12, frozenset({0})) == LEFT_OUT
