"""Texts that no row of a list holds go on in the rows below, and are not said again and again."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.review.model import Annotate, Decide, Verdict
from reviewer.review.review import Review
from tests.export.conftest import WRONG

Written = Callable[[Review], Workbook]


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def test_a_long_note_goes_on_in_the_rows_below(review: Review, written: Written) -> None:
    long = "\n".join(f"{number}．请说明原因后重新报送。" for number in range(1, 90))
    review.do(Annotate(note="long", text=long, cell=WRONG))
    review.do(Annotate(note="next", text="请核对。"))
    sheet = written(review)["批注"]
    listed = [(line, row) for line, row in enumerate(rows(sheet), start=3)]
    number = len(review.notes) - 1
    parts = [(line, str(row[3])) for line, row in listed if row[0] == number]
    assert "\n".join(text for _, text in parts) == long
    for line, text in parts:
        assert text.count("\n") * 15 <= sheet.row_dimensions[line].height < 409
    line, _ = parts[-1]
    assert listed[line - 2][1][3] == "请核对。"
    # No line parts what belongs together, and a printed page is not left for a row that is tall:
    # none is taller than half of a sheet's height, A4 on its side.
    ruled = [sheet.cell(line, 4).border.bottom is not None for line, _ in parts]
    assert ruled == [*[False] * (len(parts) - 1), True]
    assert max(sheet.row_dimensions[line].height for line, _ in parts) < 297


def test_an_ordinary_note_keeps_to_one_row(review: Review, written: Written) -> None:
    note = "请核对依申请公开登记台账，说明数字不一致的原因，并附台账复印件后重新报送。" * 10
    review.do(Annotate(note="ordinary", text=note))
    assert note in [row[3] for row in rows(written(review)["批注"])]


def test_a_reason_stands_once_in_the_record(review: Review, written: Written) -> None:
    finding = review.checked.findings[0]
    review.do(Decide(finding=finding.id, verdict=Verdict.REPORT_WRONG, reason="已电话核实"))
    assert rows(written(review)["修改记录"])[-1][6:8] == ["报告有误", "已电话核实"]


def test_a_long_reason_stands_whole_in_the_findings(review: Review, written: Written) -> None:
    finding = review.checked.findings[0]
    long = "经电话核实，该单位确认填报有误，已要求更正后重新报送。" * 30
    review.do(Decide(finding=finding.id, verdict=Verdict.REPORT_WRONG, reason=long))
    sheet = written(review)["问题清单"]
    listed = [row for row in rows(sheet) if row[0] == 1]
    assert "".join(str(row[11]) for row in listed) == long
    # What a filter or a sort goes by stands in every row.
    assert len(listed) > 1
    assert {tuple(map(str, (*row[1:5], row[10]))) for row in listed} == {
        ("▲ 错误", finding.place_label, str(listed[0][3]), finding.title, "报告有误")
    }
    assert sheet.auto_filter.ref == f"A2:M{sheet.max_row}"


def test_a_note_that_is_changed_often_stands_whole_once(review: Review, written: Written) -> None:
    first, second = (f"{number}．请核对登记台账，说明数字不一致的原因。" * 9 for number in (1, 2))
    before = len(review.entries)
    review.do(Annotate(note="long", text=first))
    review.do(Annotate(note="long", text=second))
    review.undo()
    workbook = written(review)
    record = rows(workbook["修改记录"])
    told = ["".join(str(row[at] or "") for row in record) for at in (5, 6)]
    assert sum(one.count(second) for one in told) == 1
    assert not any(first in one for one in told)
    assert first in [row[3] for row in rows(workbook["批注"])]
    undone = next(row for row in record if row[0] == before + 3)
    assert str(undone[5]).endswith(f"……（全文见第 {before + 2} 步修改后）")
    assert str(undone[6]).endswith("……（全文见“批注”）")
