"""Brackets without a partner, against a plain search for the partner of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.engine import check
from reviewer.checks.families.brackets import _CLOSING, _OPENING, _unpaired
from reviewer.checks.model import Finding
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report


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


def _told(text: str, rule: str) -> list[Finding]:
    title = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"
    report = read_report(open_text(f"{title}{text}\n二、主动公开政府信息情况\n"))
    return [finding for finding in check(report).findings if finding.rule == rule]


_NARROW = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"


@pytest.mark.parametrize("width", [3, 4, 6, 9])
def test_the_note_in_the_corner_of_table_three_may_take_many_lines(width: int) -> None:
    lines = [_NARROW[at : at + width] for at in range(0, len(_NARROW), width)]
    note = "\n".join([f"（{lines[0]}   申请人情况", *lines[1:]])
    assert _told(f"{note}）\n我镇认真贯彻落实条例。", "text.bracket") == []
    assert len(_told(f"{note}\n我镇认真贯彻落实条例。", "text.bracket")) == 1


def test_a_label_of_table_three_may_take_many_lines() -> None:
    lines = [
        "（二）部分公",
        "理结",
        "开（区分处理",
        "果",
        "的，只计这一",
        "情形，不计其",
        "他情形）",
    ]
    assert _told("\n".join(lines), "text.bracket") == []
    assert len(_told("\n".join(lines[:-1]), "text.bracket")) == 1


@pytest.mark.parametrize(
    "row",
    ["第二十条第（一）项,,,", "第二十条第（一）项;;;", "行政事业性收费;0;;", "申请数量,,,28,12,5"],
)
def test_stops_that_part_cells_are_not_doubled(row: str) -> None:
    assert _told(row, "text.stops") == []


@pytest.mark.parametrize(
    "sentence", ["我镇加强领导,,落实责任。", "我镇加强领导，，落实责任。", "落实责任;;"]
)
def test_stops_of_a_sentence_are(sentence: str) -> None:
    assert len(_told(sentence, "text.stops")) == 1
