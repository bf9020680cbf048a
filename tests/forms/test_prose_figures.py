"""Figures of table two that stand in sentences: never for sure, where no table is printed."""

from __future__ import annotations

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Reading

_REPORT = """云岭县石桥镇人民政府2023年政府信息公开工作年度报告
一、总体情况
（一）主动公开。{sentence}
二、主动公开政府信息情况
{table}
三、收到和处理政府信息公开申请情况
"""
_TABLE = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t11件\n行政强制\t2件"


def _filled(sentence: str, table: str = "") -> list[Reading]:
    report = read_report(open_text(_REPORT.format(sentence=sentence, table=table)))
    found = (one for one in report.readings if one.cell.startswith("active."))
    return [one for one in found if one.place is not None]


@pytest.mark.parametrize(
    "sentence",
    [
        "行政许可处理决定数量40宗；行政处罚处理决定数量11宗、行政强制处理决定数量11宗。",
        "我局行政处罚本年处理决定数量803条，行政强制本年处理决定数量2条，行政事业性收费0元。",
    ],
)
def test_figures_of_a_sentence_are_never_sure(sentence: str) -> None:
    assert not any(one.sure for one in _filled(sentence))


def test_figures_of_a_table_are_sure() -> None:
    sure = {one.cell: one.number for one in _filled("我镇及时公开信息。", _TABLE) if one.sure}
    assert sure == {"active.penalty.decisions": 11, "active.coercion.decisions": 2}


def test_words_that_commas_part_are_no_table_four() -> None:
    told = ",".join(f"扎实做好公开工作的第{one}项" for one in "一二三四五六七八九十甲乙丙丁")
    sections = f"一、总体情况\n2023年,{told}。\n（一）主动公开。公开信息30条。\n"
    title = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告"
    report = read_report(open_text(f"{title}\n{sections}"))
    assert not any(one.place for one in report.readings)
