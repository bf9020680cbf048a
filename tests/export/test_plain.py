from __future__ import annotations

from reviewer.errors import EmptyError
from reviewer.export.plain import error_lines, report_lines
from reviewer.review.review import Review
from tests.export.conftest import open_review
from tests.reports import make_report


def test_a_report_in_a_few_lines(review: Review) -> None:
    lines = list(report_lines("甲.txt", review.report, review.checked))
    assert lines[0] == "甲.txt"
    assert lines[1] == "  云岭县石桥镇人民政府　2023年度"
    assert lines[2].startswith("  2021格式（国办公开办函〔2021〕30号），把握100%；200格：已读200")
    assert "不成立3" in lines[3]
    assert "错误3" in lines[3]
    findings = lines[4:]
    assert len(findings) == 2 * len(review.checked.findings)
    first = review.checked.findings[0]
    line = review.report.document.line_of(first.spans[0].start)
    assert findings[0] == f"  ▲ 错误　{first.place_label}（第{line}行）　{first.title}"
    assert findings[1].strip() == first.message


def test_what_should_stand_is_said_of_the_suspected_figure_only(review: Review) -> None:
    told = {str(one.rule): (one.found, one.expected) for one in review.checked.findings}
    assert told["requests.details"] == ("11", "12")
    named = ("（七）总计 · 自然人 11", "（七）总计 · 自然人 12")
    assert told["requests.flow"] == told["requests.applicants"] == named


def test_a_finding_is_placed_once(review: Review) -> None:
    first = review.checked.findings[0].model_copy(update={"place_label": "正文 第999行"})
    checked = review.checked.model_copy(update={"findings": (first,)})
    lines = list(report_lines("甲.txt", review.report, checked))
    assert lines[4] == f"  ▲ 错误　正文 第999行　{first.title}"


def test_a_wrong_form_and_lost_cells_are_told() -> None:
    report = make_report("2019", {"active.licence.decisions": None}, year=2021)
    lines = list(report_lines("乙.txt", report, open_review(report).checked))
    assert "应使用2021格式" in lines[2]
    assert "缺1" in lines[2]


def test_a_prose_report_has_nothing_to_add_up() -> None:
    report = make_report("2008", year=None, body="")
    lines = list(report_lines("丙.txt", report, open_review(report).checked))
    assert lines[1] == "  单位不明　年度不明"
    assert "没有可核对的表格" in lines[2]
    assert "没有可核验的算术规则" in lines[3]


def test_a_body_that_was_made_out_and_a_school_year_are_told() -> None:
    school = make_report("2008", year=None).model_copy(
        update={"school_year": "2021—2022", "body_sure": False}
    )
    lines = list(report_lines("丁.txt", school, open_review(school).checked))
    assert lines[1] == "  云岭县石桥镇人民政府（推定，请核对）　2021—2022学年"
    assert lines[2].startswith("  按学年编制，不适用规定的格式；")


def test_an_error_with_what_to_do() -> None:
    lines = error_lines("丁.txt", EmptyError("文件是空的。", "请重新导出。"))
    assert list(lines) == ["丁.txt", "  × 文件是空的。", "    请重新导出。"]


def test_what_is_to_be_known_of_the_file_is_said(review: Review) -> None:
    document = review.report.document.model_copy(update={"warnings": ("文件里有未处理的修订。",)})
    report = review.report.model_copy(update={"document": document})
    assert "  注意：文件里有未处理的修订。" in report_lines("甲.txt", report, review.checked)
