"""Rows with a blank cell and a doubled one, in texts whose cells only blanks part."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Reading
from tests.layouts import make_figures

_HEADS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def _read(cells: list[str], width: int) -> tuple[list[Reading], dict[CellId, Reading]]:
    """The readings of 重复申请, printed as these cells on a line below its label; all readings."""
    figures = make_figures("2021", 5)
    table = form_of("2021").table("requests")
    assert table is not None
    (block,) = table.blocks
    lines = ["石桥镇人民政府2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines.append("申请人情况\n自然人 法人或其他组织 总计\n" + " ".join(_HEADS[1:-1]))
    for row in block.rows:
        own = [figures[CellId(f"requests.{row.key}.{one.key}")] for one in block.columns]
        shown = cells if row.key == "declined_repeat" else own
        lines += [row.label, " ".join(one.rjust(width) for one in shown)]
    read = read_report(open_text("\n".join(lines))).by_cell
    keys = [CellId(f"requests.declined_repeat.{one.key}") for one in block.columns]
    return [read[key] for key in keys], read


@pytest.mark.parametrize(
    ("cells", "width"),
    [
        (["4", "1", "", "0", "0", "0", "0", "5"], 1),
        (["", "4", "1", "0", "0", "0", "0", "5"], 1),
        (["0", "0", "0", "1", "", "0", "4", "5"], 8),
    ],
)
def test_a_wide_gap_in_a_row_of_all_figures_is_doubted(cells: list[str], width: int) -> None:
    row, _ = _read(cells, width)
    assert not any(one.sure for one in row)


@pytest.mark.parametrize("width", [1, 8])
def test_even_rows_are_sure(width: int) -> None:
    row, read = _read(["4", "1", "0", "0", "0", "0", "5"], width)
    assert [one.printed for one in row] == ["4", "1", "0", "0", "0", "0", "5"]
    assert not any("空得更宽" in (one.doubt or "") for one in read.values())
