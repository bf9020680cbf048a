"""Brackets without a partner, against a plain search for the partner of each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.families.brackets import _CLOSING, _OPENING, _unpaired


def _plainly(flow: str) -> dict[int, bool]:
    """The same in one paragraph that ends open: place → whether another's end cut it off."""
    open_: list[int] = []
    wrong: dict[int, bool] = {}
    for place, mark in enumerate(flow):
        if mark in _CLOSING:
            open_.append(place)
        elif mark in _OPENING:
            fitting = [n for n, at in enumerate(open_) if flow[at] == _OPENING[mark]]
            latest = list(wrong.items())[-1:]
            if fitting:
                wrong |= dict.fromkeys(open_[fitting[-1] + 1 :], True)
                del open_[fitting[-1] :]
            elif not any(crossed and flow[at] == _OPENING[mark] for at, crossed in latest):
                wrong[place] = False
    return dict(sorted(wrong.items()))


@given(st.text("(《“)》”甲", max_size=40))
def test_each_bracket_is_closed_by_the_next_end_of_its_kind(text: str) -> None:
    flow = text + "甲"
    assert dict(_unpaired(flow)) == _plainly(flow)


def test_one_left_open_in_an_earlier_paragraph_is_given_up() -> None:
    assert dict(_unpaired("甲(乙\n丙\n丁\n戊\n己\n庚)辛")) == {1: False, 13: False}
