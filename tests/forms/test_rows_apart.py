"""Figures that stand behind a row's label and are another row's."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.tables.inorder import rows_in_order
from tests.layouts import make_figures

_ROWS = 25


def _lines() -> tuple[list[str], dict[CellId, str]]:
    """The lines of table three, blanks between their cells, with its figures."""
    figures = make_figures("2021", 12)
    table = form_of("2021").table("requests")
    assert table is not None
    (block,) = table.blocks
    lines = [
        " ".join(
            [
                row.label,
                *(figures[CellId(f"requests.{row.key}.{one.key}")] for one in block.columns),
            ]
        )
        for row in block.rows
    ]
    return lines, figures


def _wrong_and_sure(lines: list[str], figures: dict[CellId, str]) -> list[CellId]:
    heads = (
        "申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他"
    )
    title = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况"
    report = read_report(open_text("\n".join([title, heads, *lines])))
    told = {cell: one for cell, one in report.by_cell.items() if cell in figures}
    return [
        cell
        for cell, one in told.items()
        if cell.startswith("requests.") and one.sure and one.printed not in {figures[cell], None}
    ]


def test_a_whole_row_below_one_that_lacks_cells_may_be_the_next_one() -> None:
    lines, figures = _lines()
    at = next(n for n, line in enumerate(lines) if "补正后" in line)
    label, *cells = lines[at].split(" ")
    lines[at] = " ".join([label, *cells[:3]])
    lines[at + 1] = "9 0 0 0 0 0 9"
    assert len(lines) == _ROWS
    assert _wrong_and_sure(lines, figures) == []


def test_figures_below_a_head_are_not_the_row_s_above_it() -> None:
    """Of a page's first rows the labels come first, then the heads, then some figures."""
    lines, figures = _lines()
    labels = [line.split(" ")[0] for line in lines[:6]]
    heads = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "其他"]
    lines = [*labels, *heads, "8", *"00000", "8", *lines[6:]]
    assert _wrong_and_sure(lines, figures) == []


def test_a_page_s_number_behind_a_dash_is_no_short_row() -> None:
    """Labels are torn, so that the order of the figures tells the rows; a page ends among them."""
    lines, figures = _lines()
    torn = [line.replace("信息", "信\n息").replace("申请", "申\n请") for line in lines]
    told = [_told([*torn[:12], *page, *torn[12:]]) for page in ([], ["— 2"])]
    assert told[0] == told[1] == {c for c in figures if c.startswith("requests.")}


def _told(lines: list[str]) -> set[CellId]:
    """The cells of which an order of the lines alone is sure."""
    table = form_of("2021").table("requests")
    assert table is not None
    text = "\n".join(lines)
    ordered = rows_in_order(text, table, 0, len(text))
    assert ordered is not None
    assert ordered.told
    return {CellId(f"requests.{key}.{one}") for key in ordered.rows for one in ordered.columns}
