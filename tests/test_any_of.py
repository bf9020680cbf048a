"""Patterns written as lists of alternatives."""

from __future__ import annotations

import re

from reviewer.patterns import any_of


def test_any_of_the_alternatives_is_matched_as_one_group() -> None:
    pattern = re.compile(f"第{any_of('一|二', '十[三四]')}章")
    assert [pattern.fullmatch(text) is not None for text in ("第二章", "第十四章", "第十章")] == [
        True,
        True,
        False,
    ]


def test_the_first_alternative_that_fits_is_taken() -> None:
    found = re.match(any_of("申请", "申请人"), "申请人")
    assert found is not None
    assert found[0] == "申请"
