"""A passage is found again by its words, in one place or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.model import Span
from reviewer.review.passages import found_again, quoted

WORDS = st.text(alphabet="甲乙丙丁 \n", min_size=1, max_size=40)


@given(before=WORDS, passage=WORDS, after=WORDS)
def test_in_the_same_text_it_is_found_where_it_stood_or_not_at_all(
    before: str, passage: str, after: str
) -> None:
    text = before + passage + after
    span = Span(start=len(before), end=len(before) + len(passage))
    found = found_again(*quoted(text, span), text)
    if found is not None:
        assert text[found.start : found.end] == passage.strip()
        assert span.start <= found.start < found.end <= span.end


@given(before=WORDS, after=WORDS, more=WORDS)
def test_a_passage_of_its_own_is_found_whatever_stands_around(
    before: str, after: str, more: str
) -> None:
    passage = "规范性文件5件"
    text = before + passage + after
    span = Span(start=len(before), end=len(before) + len(passage))
    other = more + after + "规范性\n文件 5件" + before
    found = found_again(*quoted(text, span), other)
    assert found is not None
    assert other[found.start : found.end] == "规范性\n文件 5件"


def test_one_of_several_is_not_guessed() -> None:
    assert found_again("申请5件", "", "收到申请5件，办结申请5件。") is None
    assert found_again("5件", "不在", "收到申请5件。") is None
    assert found_again(" ", "", "收到申请5件。") is None
