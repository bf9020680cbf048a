"""Heads of another year's form over a table's columns."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_TEXT = """云岭县石桥镇2023年政府信息公开工作年度报告
一、总体情况
有序推进。
二、主动公开政府信息情况
第二十条第（一）项 | |||
信息内容 | {heads} |
规章 | 0 | 0 | 0 |
行政规范性文件 | 4 | 5 | 6 |
第二十条第（五）项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 7 | ||
第二十条第（六）项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 8 | ||
行政强制 | 0 | ||
第二十条第（八）项 | |||
信息内容 | 本年收费金额（单位：万元） | ||
行政事业性收费 | 0 | ||
"""


@pytest.mark.parametrize(
    "heads",
    [
        "本年新 | 本年新 | 对外公开总数量",
        "本年制发件数 | 本年新公开数量 | 对外公开总数量",
    ],
)
def test_figures_below_heads_of_another_form_are_in_doubt(heads: str) -> None:
    read = read_report(open_text(_TEXT.format(heads=heads))).by_cell
    first = [cell for cell in read if cell.startswith("active.normative_document.")]
    assert len(first) == 3
    assert all("另一年度格式" in (read[cell].doubt or "") for cell in first)
    assert read[CellId("active.licence.decisions")].sure


@pytest.mark.parametrize(
    "heads",
    ["本年制发件数 | 本年废止件数 | 现行有效件数", "本年制发件数 | 本年废止件数 | 现行有效"],
)
def test_figures_below_the_forms_own_heads_are_sure(heads: str) -> None:
    read = read_report(open_text(_TEXT.format(heads=heads))).by_cell
    keys = ("issued", "repealed", "in_force")
    cells = [read[CellId(f"active.normative_document.{key}")] for key in keys]
    assert [cell.number for cell in cells] == [4, 5, 6]
    assert all(cell.sure for cell in cells)
