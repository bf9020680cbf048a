from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.base import CellId
from reviewer.errors import ExportError
from reviewer.export.book import figure_places
from reviewer.export.style import colors
from reviewer.export.workbook import write_workbook
from reviewer.export.writing import clean
from reviewer.forms.catalog import form
from reviewer.forms.layout import lay_out
from reviewer.forms.model import Block, Column, FormTable, Row
from reviewer.forms.report import Kind, Reading
from reviewer.review.model import Annotate, Confirm, Decide, Transcribe, Verdict
from reviewer.review.review import Review
from tests.export.conftest import NOW, WRONG, figures, open_review
from tests.reports import make_report

Written = Callable[[Review], Workbook]
FORM_SHEETS = ["表二", "表三", "表四"]
LISTS = ["问题清单", "批注", "修改记录"]


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def location(sheet: Worksheet, ref: str) -> str | None:
    link = sheet[ref].hyperlink
    return link.location if link else None


def texts(workbook: Workbook) -> dict[str, object]:
    sheet = workbook["审核概览"]
    return {str(row[0].value): row[1].value for row in sheet.iter_rows()}


def test_sheets_stand_in_order(review: Review, written: Written) -> None:
    assert written(review).sheetnames == ["审核概览", "问题清单", *FORM_SHEETS, "批注", "修改记录"]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_every_figure_stands_in_its_own_place_as_a_number(form_id: str, written: Written) -> None:
    values = {cell: index for index, cell in enumerate(form(form_id).figures)}
    workbook = written(open_review(make_report(form_id, values)))
    places = figure_places(form(form_id))
    assert places.keys() == values.keys()
    for cell, (sheet, ref) in places.items():
        assert workbook[sheet][ref].value == values[cell]
        assert workbook[sheet][ref].data_type == "n"


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_tables_are_drawn_like_the_form(form_id: str, written: Written) -> None:
    workbook = written(open_review(make_report(form_id)))
    for table in form(form_id).tables:
        sheet, merged = workbook[table.name], set()
        for cell in lay_out(table).cells:
            row, column = cell.row + 3, cell.column + 1
            if cell.text:
                assert sheet.cell(row, column).value == cell.text
            if cell.row_span > 1 or cell.column_span > 1:
                end = sheet.cell(row + cell.row_span - 1, column + cell.column_span - 1)
                merged.add(f"{sheet.cell(row, column).coordinate}:{end.coordinate}")
        below_title = {str(area) for area in sheet.merged_cells.ranges if area.min_row > 2}
        assert below_title == merged


def test_a_marked_figure_is_coloured_and_still_a_number(review: Review, written: Written) -> None:
    sheet, ref = figure_places(review.report.form)[WRONG]
    cell = written(review)[sheet][ref]
    assert cell.value == 11
    assert "▲→" in cell.number_format
    assert cell.fill.fgColor.rgb == f"00{colors()['broken_fill']}"
    assert cell.font.color.rgb == f"00{colors()['broken']}"


def test_the_comment_tells_printed_read_proposed_and_rules(
    review: Review, written: Written
) -> None:
    sheet, ref = figure_places(review.report.form)[WRONG]
    lines = written(review)[sheet][ref].comment.text.splitlines()
    line = review.report.document.line_of(review.report.by_cell[WRONG].place.span.start)  # type: ignore[union-attr]
    assert lines[:3] == [f"原文：11（第{line}行）", "读取：11", "建议：12"]
    broken = [text for text in lines if text.startswith("规则：")]
    assert len(broken) == 3
    assert any("12＋1 ≠ 11＋1，差 1" in text for text in broken)
    assert any(text.startswith("可疑：") and "11 → 12" in text for text in lines)


def test_a_transcribed_figure_shows_what_the_source_says(review: Review, written: Written) -> None:
    sheet, ref = figure_places(review.report.form)[CellId("requests.granted.research")]
    cell = written(review)[sheet][ref]
    assert cell.value == 0
    assert "读取：0件（审核人更正）" in cell.comment.text


def test_a_transcribed_text_is_shown_in_place_of_the_printed_one(written: Written) -> None:
    cell = CellId("requests.granted.total")
    review = open_review(make_report("2021", {cell: "+14"}))
    review.do(Transcribe(cell=cell, text="无"))
    sheet, ref = figure_places(review.report.form)[cell]
    assert written(review)[sheet][ref].value == "无"
    review.do(Transcribe(cell=cell, text="15"))
    found = written(review)[sheet][ref]
    assert (found.value, "+" in found.number_format) == (15, False)


def test_figures_without_marks_have_no_comment(review: Review, written: Written) -> None:
    workbook = written(review)
    sheet, ref = figure_places(review.report.form)[CellId("disputes.reconsideration.other")]
    assert workbook[sheet][ref].comment is None


def test_each_finding_is_a_row_that_leads_to_its_figure(review: Review, written: Written) -> None:
    workbook = written(review)
    sheet = workbook["问题清单"]
    assert len(rows(sheet)) == len(review.checked.findings) > 0
    places = figure_places(review.report.form)
    for line, finding in enumerate(review.checked.findings, start=3):
        texts = [cell.value for cell in sheet[line]]
        assert texts[2] == finding.place_label
        assert texts[4:6] == [finding.title, finding.message]
        if finding.found:
            assert texts[7:9] == [finding.found, finding.expected]
            printed = review.report.by_cell[finding.cells[0]].printed
            assert texts[6] == printed or "≠" in str(texts[6])
            assert (texts[6] == printed) is (finding.found == printed)
        target = places[finding.cells[0]]
        assert location(sheet, f"A{line}") == f"'{target.sheet}'!{target.ref}"


def test_both_sides_of_a_sum_are_told_where_either_may_be_wrong(written: Written) -> None:
    values = {
        "requests.new.total": 12,
        "requests.carried_in.total": 1,
        "requests.total.total": 11,
        "requests.carried_out.total": 1,
    }
    listed = rows(written(open_review(make_report("2021", values)))["问题清单"])
    flow = next(row for row in listed if "第三、四项之和" in str(row[5]))
    assert flow[6:9] == ["12＋1≠11＋1", "13≠12", "两边相等"]


def test_verdict_reason_and_proposal_stand_beside_the_finding(
    review: Review, written: Written
) -> None:
    first = review.checked.findings[0]
    review.do(Decide(finding=first.id, verdict=Verdict.REPORT_WRONG, reason="电话核实"))
    row = rows(written(review)["问题清单"])[0]
    assert row[10:12] == ["报告有误", "电话核实"]
    assert row[12] == f"{review.report.form.describe(WRONG)} 改为 12"


def test_without_a_proposal_the_suspect_is_named(written: Written) -> None:
    row = rows(written(open_review())["问题清单"])[0]
    assert row[10] == "待核"
    assert str(row[12]).startswith(f"{form('2021').describe(WRONG)} 11 → 12")


def test_suspects_that_tie_are_all_named(written: Written) -> None:
    values = {"disputes.reconsideration.upheld": 1, "disputes.reconsideration.pending": 1}
    values["disputes.reconsideration.total"] = 1
    review = open_review(make_report("2021", values))
    advice = str(rows(written(review)["问题清单"])[0][12])
    assert "；或" in advice or "种可能" in advice


def test_a_report_without_faults_says_so(written: Written) -> None:
    workbook = written(open_review(make_report()))
    assert rows(workbook["问题清单"])[0][0] == "没有发现问题。"
    assert rows(workbook["批注"])[0][0] == "没有批注。"
    assert rows(workbook["修改记录"])[0][0] == "没有修改。"


def test_notes_say_what_they_are_on(review: Review, written: Written) -> None:
    sheet = written(review)["批注"]
    found = [row[1:5] for row in rows(sheet)]
    name = review.report.form.describe(CellId("requests.granted.business"))
    assert found == [
        [name, "2", "请附台账编号。", "李审核"],
        ["正文 第1行", review.report.document.text[:6], "文号正确。", "李审核"],
        ["整份报告", None, "整体较好。", "李审核"],
    ]
    assert location(sheet, "A3") == "'表三'!E8"


def test_the_record_has_every_entry_with_local_time(review: Review, written: Written) -> None:
    found = rows(written(review)["修改记录"])
    assert [row[0] for row in found] == [entry.number for entry in review.entries]
    first, last = found[0], found[-1]
    assert first[1] == datetime(2024, 1, 31, 9, 0, 0)  # noqa: DTZ001  # as the cell holds it
    assert first[2:5] == ["李审核", "修改建议", review.report.form.describe(WRONG)]
    assert first[7] == "与各项之和一致"
    assert last[3] == "重做第 6 步"
    assert [str(row[8]) for row in found] == [entry.hash[:12] for entry in review.entries]


def test_the_overview_names_report_source_and_reviewer(review: Review, written: Written) -> None:
    shown = texts(written(review))
    report = review.report
    assert shown["报告单位"] == report.body
    assert shown["报告年度"] == "2023"
    assert shown["所用格式"] == "2021（国办公开办函〔2021〕30号）"
    assert shown["来源文件"] == report.document.origin.path
    assert shown["SHA-256"] == report.document.origin.sha256
    assert shown["审核人"] == "王主任"
    assert shown["导出时间"] == NOW.strftime("%Y-%m-%d %H:%M:%S")
    assert "不成立 3" in str(shown["核验结果"])
    assert shown["单元格"] == "共 200 格：已读 200，其中存疑 0；报告中没有 0"


def test_the_overview_doubts_a_body_and_names_a_school_year(written: Written) -> None:
    school = make_report("2008", year=None).model_copy(
        update={"school_year": "2021—2022", "body_sure": False}
    )
    shown = texts(written(open_review(school)))
    assert shown["报告单位"] == "云岭县石桥镇人民政府（推定，请核对）"
    assert shown["报告年度"] == "2021—2022学年"
    assert shown["所用格式"] == "按学年编制，不适用规定的格式"


def test_the_overview_counts_findings_by_severity_and_verdict(
    review: Review, written: Written
) -> None:
    first = review.checked.findings[0]
    review.do(Decide(finding=first.id, verdict=Verdict.EXPLAINED, reason="口径"))
    sheet = written(review)["审核概览"]
    counts = {row[0].value: [cell.value for cell in row[1:6]] for row in sheet.iter_rows()}
    total = len(review.checked.findings)
    assert counts["级别"] == ["报告有误", "解析有误", "口径说明", "无法判断", "待核"]
    assert counts["错误"] == [0, 0, 1, 0, 2]
    assert counts["合计"] == [0, 0, 1, 0, total - 1]


def test_a_wrong_form_and_missing_cells_are_named(written: Written) -> None:
    values = {"active.licence.decisions": None, "active.penalty.decisions": "无"}
    report = make_report("2019", values, year=2021)
    shown = texts(written(open_review(report)))
    assert shown["应用格式"] == "2021　⚠ 与所用格式不同"
    assert shown["单元格"] == "共 198 格：已读 197，其中存疑 0；报告中没有 1"


def test_a_prose_report_has_no_tables(written: Written) -> None:
    workbook = written(open_review(make_report("2008", year=2017)))
    assert workbook.sheetnames == ["审核概览", "问题清单", "批注", "修改记录"]
    assert texts(workbook)["数据表"] == "这份报告没有可核对的表格。"


def test_a_list_of_indicators_is_a_sheet(written: Written) -> None:
    table = FormTable(
        key="statistics",
        name="指标[表]/一",
        title="统计表",
        section=1,
        layout="list",
        blocks=(
            Block(
                columns=(Column(key="this_year", label="统计数"),),
                rows=(Row(key="one", label="主动公开政府信息数"), Row(key="two", label="=其中")),
            ),
        ),
    )
    report = make_report("2008", year=2017)
    cell = CellId("statistics.one.this_year")
    report = report.model_copy(
        update={
            "form": report.form.model_copy(update={"tables": (table,)}),
            "readings": (
                Reading(cell=cell, printed="164", kind=Kind.NUMBER, number=164),
                Reading(cell=CellId("statistics.two.this_year"), sure=False),
            ),
        }
    )
    sheet = written(open_review(report))["指标表一"]
    assert [cell.value for cell in sheet["A"]][2:] == ["指标名称", "主动公开政府信息数", "=其中"]
    assert sheet["A5"].data_type == "s"
    assert [cell.value for cell in sheet["B"]][2:] == ["统计数", 164, "缺"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_never_becomes_a_formula(review: Review, written: Written, start: str) -> None:
    text = f"{start}cmd|' /C calc'!A1"
    review.do(Annotate(note="bad", text=text))
    sheet = written(review)["批注"]
    cell = sheet.cell(sheet.max_row, 4)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == text


def test_an_error_value_stays_text(review: Review, written: Written) -> None:
    review.do(Annotate(note="bad", text="#REF!"))
    sheet = written(review)["批注"]
    assert sheet.cell(sheet.max_row, 4).data_type == "s"


@settings(max_examples=15, deadline=None)
@given(text=st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())))
def test_any_text_can_be_written(text: str) -> None:
    report = make_report("2021", figures() | {"requests.new.total": text.strip()}, body=text)
    review = open_review(report)
    review.do(Annotate(note="any", text=text))
    workbook = load_workbook(io.BytesIO(_bytes_of(review, text)))
    for sheet in workbook:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    note = workbook["批注"]["D3"].value or ""
    assert str(note).split() == clean(review.notes[0].text).split()


def _bytes_of(review: Review, author: str) -> bytes:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        target = Path(folder) / "a.xlsx"
        write_workbook(review, target, reviewer_name=author, time=NOW)
        return target.read_bytes()


def test_sheets_are_ready_for_the_printer(review: Review, written: Written) -> None:
    workbook = written(review)
    for sheet in workbook:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        setup, footer = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
        assert setup is not None
        assert setup.fitToPage
        assert footer is not None
        assert footer.center.text == "第 &P 页，共 &N 页"
    for name in LISTS:
        assert workbook[name].print_title_rows == "$2:$2"
        assert workbook[name].page_setup.orientation == "landscape"
        assert workbook[name].page_setup.fitToHeight == 0
    assert workbook["表三"].print_title_rows == "$3:$5"
    assert workbook["表三"].freeze_panes == "D6"
    assert workbook["表四"].page_setup.orientation == "landscape"
    assert workbook["问题清单"].freeze_panes == "D3"


def test_rows_are_tall_enough_for_wrapped_text(review: Review, written: Written) -> None:
    workbook = written(review)
    sheet = workbook["问题清单"]
    message = str(sheet["F3"].value)
    lines = len(message) * 2 / sheet.column_dimensions["F"].width
    assert sheet.row_dimensions[3].height >= lines * 13
    long_label = next(cell for cell in workbook["表三"]["C"] if "逾期不补正" in str(cell.value))
    assert workbook["表三"].row_dimensions[long_label.row].height >= 30


def test_the_old_workbook_stays_when_the_folder_is_gone(review: Review, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="不存在"):
        write_workbook(review, tmp_path / "没有" / "a.xlsx")


def test_coverage_by_eye_is_told(written: Written) -> None:
    review = open_review(make_report("2021", figures(), doubts={WRONG: "字迹不清"}))
    review.do(Confirm(cell=CellId("active.fee.amount")))
    told = texts(written(review))
    assert told["目视核对"] == "没有等式约束的 10 格，已核对 1 格；读数存疑的 1 格，已解决 0 格"
    assert "（七）总计 · 自然人" in str(told["尚未核对"])
    assert "收费" not in str(told["尚未核对"])


def test_a_verdict_on_other_figures_shows_both_values(written: Written) -> None:
    review = open_review()
    finding = next(one for one in review.checked.findings if WRONG in one.cells)
    review.do(Decide(finding=finding.id, verdict=Verdict.EXPLAINED, reason="已核"))
    review.do(Transcribe(cell=WRONG, text="10"))
    workbook = written(review)
    row = next(one for one in rows(workbook["问题清单"]) if "待复核" in str(one[10]))
    assert "（七）总计 · 自然人：核定时为11，现为10" in str(row[11])
    assert "1 个数字已变、待复核" in str(texts(workbook)["核定"])
