"""A report as paragraphs and tables, for writers of formats that state their tables."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.base import CellId
from reviewer.document.composing import Cell, Grid
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of

BODY = "云岭县石桥镇人民政府"
TITLE = f"{BODY}2022年政府信息公开工作年度报告"


def report_items(figures: Mapping[CellId, str], form_id: str) -> list[str | Grid]:
    """Title, sections and the three tables as the form prints them."""
    form = form_of(form_id)
    items: list[str | Grid] = [
        TITLE,
        "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
        "一、总体情况",
        "（一）主动公开。2022年，本机关通过门户网站和公开栏公开各类政府信息。",
    ]
    for number, table in zip("二三四", form.tables, strict=True):
        items.append(f"{number}、{table.title}")
        cells = tuple(
            Cell(
                cell.row,
                cell.column,
                figures[cell.cell] if cell.cell else cell.text,
                cell.row_span,
                cell.column_span,
            )
            for cell in layout_of(form, table.key).cells
        )
        items.append(Grid(cells))
    items += [
        "五、存在的主要问题及改进情况",
        "公开内容的时效性有待增强。",
        "六、其他需要报告的事项",
        "本年度没有收取政府信息公开信息处理费。",
        BODY,
        "2023年1月20日",
    ]
    return items
