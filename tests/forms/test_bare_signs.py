"""Changes that say more or less, and not by how much, where every cell is a paragraph."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind

_KEYS = ("previous_items", "change", "decisions")


def _text(change: str) -> str:
    cells = [
        *("二、主动公开政府信息情况", "第二十条第（一）项", "信息内容"),
        *("本年新\n制作数量", "本年新\n公开数量", "对外公开总数量"),
        *("规章", "0", "0", "0", "规范性文件", "3", "4", "5"),
        *("第二十条第（五）项", "信息内容", "上一年项目数量", "本年增/\n减", "处理决定数量"),
        *("行政许可", "990", change, "711", "其他对外管理服务事项", "0", "0", "0"),
        *("第二十条第（六）项", "信息内容", "上一年项目数量", "本年增/\n减", "处理决定数量"),
        *("行政处罚", "27", change, "14", "行政强制", "0", "0", "0"),
    ]
    return "云岭县卫生健康局2019年政府信息公开工作年度报告\n\n" + "\n\n".join(cells)


@pytest.mark.parametrize("change", ["减", " 减", "增", "增加"])
def test_a_sign_without_a_figure_is_the_cell_that_it_stands_in(change: str) -> None:
    read = read_report(open_text(_text(change))).by_cell
    for row, figures in (("licence", (990, 711)), ("penalty", (27, 14))):
        cells = [read[CellId(f"active.{row}.{key}")] for key in _KEYS]
        assert (cells[0].number, cells[2].number) == figures
        assert (cells[1].kind, cells[1].printed) == (Kind.TEXT, change.strip())


def test_a_torn_head_is_no_cell() -> None:
    read = read_report(open_text(_text("减1"))).by_cell
    assert [read[CellId(f"active.coercion.{key}")].number for key in _KEYS] == [0, 0, 0]
    assert read[CellId("active.licence.change")].number == -1
