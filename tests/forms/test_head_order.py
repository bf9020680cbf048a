"""Heads of table three that are read line by line in another order than they stand in."""

from __future__ import annotations

import pytest

from reviewer.base import CellId, cell_id
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from tests.layouts import make_figures

HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def _report(head: str, seed: int) -> tuple[str, dict[CellId, str]]:
    figures = make_figures("2021", seed)
    table = form_of("2021").table("requests")
    assert table is not None
    lines = [
        "云岭县石桥镇人民政府2022年政府信息公开工作年度报告",
        "三、收到和处理政府信息公开申请情况",
        head,
    ]
    for row in table.blocks[0].rows:
        columns = table.blocks[0].columns
        cells = [figures[cell_id("requests", row.key, one.key)] for one in columns]
        lines.append("\t".join([row.label, *cells]))
    return "\n".join([*lines, "四、政府信息公开行政复议、行政诉讼情况", "无"]), figures


@pytest.mark.parametrize("seed", range(4))
def test_the_places_of_heads_say_more_than_their_order_in_the_text(seed: int) -> None:
    """法人或其他组织 stands on the line above, so that its columns seem to come first."""
    text, figures = _report("法人或其他组织\n\t" + "\t".join(HEADS), seed)
    report = read_report(open_text(text))
    told = {cell: one for cell, one in report.by_cell.items() if cell.startswith("requests.")}
    assert {cell: one.printed for cell, one in told.items()} == {c: figures[c] for c in told}
    assert all(one.sure for one in told.values())


@pytest.mark.parametrize("seed", range(4))
def test_heads_that_stand_in_no_cells_leave_the_order_in_doubt(seed: int) -> None:
    text, figures = _report("法人或其他组织\n" + " ".join(HEADS), seed)
    report = read_report(open_text(text))
    told = {cell: one for cell, one in report.by_cell.items() if cell.startswith("requests.")}
    assert not [cell for cell, one in told.items() if one.sure and one.printed != figures[cell]]


@pytest.mark.parametrize("swapped", [False, True])
def test_torn_heads_in_another_order_leave_the_order_in_doubt(swapped: bool) -> None:
    first = "科研 商业" if swapped else "商业 科研"
    torn = f"{first} 社会公益 法律服务\n其他\n企业 机构 组织 机构"
    head = f"申请人情况\n法人或其他组织\n自然人 总计\n{torn}"
    text, figures = _report(head, 3)
    report = read_report(open_text(text.replace("\t", " ")))
    told = {cell: one for cell, one in report.by_cell.items() if cell.startswith("requests.")}
    assert {cell: one.printed for cell, one in told.items()} == {c: figures[c] for c in told}
    assert any(one.sure for one in told.values()) is not swapped


@pytest.mark.parametrize(
    "head",
    [
        "申请人情况\n社会公益 法律服务 自然人 总计\n商业企业 科研机构 其他\n组织 机构",
        "法人或其他组织 自然人 总计\n商业企 科研机 社会公 法律服 其他\n业 构 益组织 务机构",
    ],
)
def test_a_person_printed_right_of_organisations_leaves_the_order_in_doubt(head: str) -> None:
    text, _ = _report(head, 3)
    report = read_report(open_text(text.replace("\t", " ")))
    assert not any(one.sure for cell, one in report.by_cell.items() if cell.startswith("requests."))
