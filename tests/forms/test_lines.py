"""Lines and what marks part: no character is lost, and each stretch is what stands there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.forms.lines import lines_of, parted

TEXTS = st.text("甲1|\n", max_size=12)


@given(TEXTS, TEXTS, TEXTS)
def test_lines_are_those_between_two_places(before: str, inside: str, behind: str) -> None:
    text, start = before + inside + behind, len(before)
    lines = [text[begin:end] for begin, end in lines_of(text, start, start + len(inside))]
    assert lines == inside.removesuffix("\n").split("\n") if inside else not lines


@given(TEXTS)
def test_marks_part_as_many_stretches_as_they_should(text: str) -> None:
    marks = [place for place, one in enumerate(text) if one == "|"]
    assert [text[begin:end] for begin, end in parted(0, len(text), marks)] == text.split("|")
