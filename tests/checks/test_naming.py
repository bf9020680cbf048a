"""Cells, rows and columns in few words."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.checks.naming import cell_name, cells_name
from reviewer.forms.catalog import form
from reviewer.forms.model import FormTable

FORM = form("2021")


def table(key: str) -> FormTable:
    found = FORM.table(key)
    assert found is not None
    return found


def named(key: str, *patterns: str) -> str:
    cells = [
        cell
        for cell in FORM.figures
        if any(cell.startswith(f"{key}.{p}") or cell.endswith(f".{p}") for p in patterns)
    ]
    return cells_name(FORM, table(key), [cell for cell in cells if cell.startswith(f"{key}.")])


def test_a_cell_has_its_rows_heading_and_no_explanation() -> None:
    assert cell_name(FORM, CellId("requests.declined_repeat.total")) == (
        "（五）不予处理 2.重复申请 · 总计"
    )
    assert cell_name(FORM, CellId("requests.granted_in_part.total")) == "（二）部分公开 · 总计"
    assert cell_name(FORM, CellId("requests.other_not_corrected.business")) == (
        "（六）其他处理 1.申请人无正当理由逾期不补正 · 商业企业"
    )


def test_whole_lines_are_named_as_such() -> None:
    assert named("requests", "business") == "“商业企业”整列"
    assert named("requests", "total.") == "“（七）总计”整行"
    assert named("requests", "total.", "carried_out.", "new.total") == (
        "“一、本年新收政府信息公开申请数量”总计；“（七）总计”整行；“四、结转下年度继续办理”整行"
    )
    assert named("requests", "refused_") == (
        "“（三）不予公开 1.属于国家秘密”至“（三）不予公开 8.属于行政查询事项”共8行"
    )
    assert named("requests", "") == "全部175格"
    assert named("disputes", "total") == (
        "“行政复议”总计；“未经复议直接起诉”总计；“复议后起诉”总计"
    )


def test_many_places_are_counted_and_quotes_inside_are_single() -> None:
    rows = [row.key for row in table("requests").blocks[0].rows]
    odd = [f"{row}.welfare" for row in rows[1::2]]
    listed = named("requests", *odd)
    assert listed.endswith("等12格")
    assert listed.count("；") == 5
    assert named("requests", "refused_security.welfare") == (
        "“（三）不予公开 3.危及‘三安全一稳定’”社会公益组织"
    )
