"""Sections found beside sections prescribed."""

from __future__ import annotations

import pytest

from reviewer.base import FindingId, RuleId
from reviewer.checks.model import Finding, Severity
from reviewer.document.model import Document, Origin, Span
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report, Section
from reviewer.review.review import Review
from reviewer.window.look.theme import Theme
from reviewer.window.tabs.sections_lines import Line, State, lines_of
from reviewer.window.tabs.sections_view import SectionsModel
from tests.reports import make_report

NUMERALS = "一二三四五六七"


def report_with(*headings: tuple[int, str] | str) -> Report:
    """A report whose text has these headings, numbered as the forms do unless given whole."""
    text, found = "", []
    for each in headings:
        whole = each if isinstance(each, str) else f"{NUMERALS[each[0] - 1]}、{each[1]}"
        start, text = len(text), f"{text}{whole}\n本节写了情况。\n"
        if isinstance(each, str):
            continue
        found.append(
            Section(
                number=each[0],
                title=each[1],
                span=Span(start=start, end=len(text)),
                heading=Span(start=start, end=start + len(whole)),
            )
        )
    report = make_report("2021")
    document = report.document.model_copy(update={"text": text})
    return report.model_copy(
        update={"document": document, "sections": tuple(found), "readings": ()}
    )


def states(report: Report) -> list[tuple[str, State]]:
    return [(_title(line), line.state) for line in lines_of(report)]


def _title(line: Line) -> str:
    if line.found is not None:
        return line.found.title
    return line.wanted.title if line.wanted is not None else ""


def finding(rule: str, severity: Severity, *spans: Span, expected: str = "") -> Finding:
    return Finding(
        id=FindingId(rule),
        rule=RuleId(rule),
        severity=severity,
        title="部分序号有误",
        place_label="章节",
        message="请核对。",
        spans=spans,
        expected=expected,
    )


def agreement(line: Line) -> tuple[str, str]:
    """What the tab says of a line, and in which colour."""
    model = SectionsModel(Theme("light"))
    return model.texts(line)[3], model.color(line, 3)


def test_a_report_as_prescribed() -> None:
    lines = lines_of(make_report("2021"))
    assert {line.state for line in lines} == {State.SAME}
    assert len(lines) == 6


@pytest.mark.parametrize("title", ["总 体 情 况", "总体情况", "总体\u3000情况"])
def test_blanks_make_no_difference(title: str) -> None:
    assert lines_of(report_with((1, title)))[0].state is State.SAME


def test_the_longer_wording_is_right_too() -> None:
    lines = lines_of(report_with((2, "行政机关主动公开政府信息情况")))
    assert lines[1].state is State.SAME


def test_absent_sections_stand_where_they_belong() -> None:
    report = report_with((2, "主动公开政府信息情况"), (5, "存在的主要问题及改进情况"))
    assert [state for _, state in states(report)] == [
        State.ABSENT,
        State.SAME,
        State.ABSENT,
        State.ABSENT,
        State.SAME,
        State.ABSENT,
    ]


def test_no_section_at_all() -> None:
    assert [line.state for line in lines_of(report_with())] == [State.ABSENT] * 6


def test_another_title_under_the_same_number() -> None:
    lines = lines_of(report_with((1, "概述")))
    assert lines[0].state is State.OTHER_TITLE
    assert lines[0].wanted is not None
    assert lines[0].wanted.title == "总体情况"


def test_the_right_title_under_another_number() -> None:
    lines = lines_of(report_with((1, "总体情况"), (4, "其他需要报告的事项")))
    assert lines[-1].state is State.OTHER_NUMBER
    assert lines[-1].found is not None


def test_a_section_that_the_form_does_not_know() -> None:
    found = [(number, f"第{number}节") for number in range(1, 8)]
    assert states(report_with(*found))[-1] == ("第7节", State.EXTRA)


def test_a_title_that_comes_twice_is_extra_the_second_time() -> None:
    full = [(one.number, one.title) for one in make_report("2021").form.sections]
    lines = lines_of(report_with(*full, (1, "总体情况")))
    assert [line.state for line in lines] == [State.SAME] * 6 + [State.EXTRA]


def test_length_counts_the_body_without_blanks() -> None:
    lines = lines_of(make_report("2021"))
    assert lines[0].length == len("本节情况说明，没有收取信息处理费。")


def test_the_number_is_told_as_it_stands_there() -> None:
    lines = lines_of(report_with((1, "总体情况")))
    model = SectionsModel(Theme("light"))
    assert [model.texts(line)[0] for line in lines] == list("一二三四五六")
    stray = lines_of(report_with((1, "总体情况"), "2、主动公开政府信息情况", "其他需要报告的事项"))
    assert [model.texts(line)[0] for line in stray] == ["一", "2", "三", "四", "五", "—"]


@pytest.mark.parametrize("printed", ["2、", "(二)", "三、", ""])
def test_a_wrong_number_is_told_and_the_section_not_missed(printed: str) -> None:
    report = report_with((1, "总体情况"), f"{printed}主动公开政府信息情况")
    assert lines_of(report)[1].state is State.OTHER_NUMBER


def test_what_no_rule_finds_fault_with_is_only_told() -> None:
    assert {agreement(line) for line in lines_of(report_with())} == {("— 缺少", "muted")}


@pytest.mark.parametrize(
    ("severity", "sign"),
    [(Severity.ERROR, "▲"), (Severity.WARNING, "◆"), (Severity.HINT, "●")],
)
def test_a_line_is_as_grave_as_its_finding(severity: Severity, sign: str) -> None:
    report = report_with((1, "总体情况"), (2, "公开"))
    first, second = (section.heading for section in report.sections)
    lines = lines_of(
        report,
        [
            finding("sections.order", severity, first),
            finding("sections.title", severity, second),
            finding("sections.missing", severity, expected="六、其他需要报告的事项"),
            finding("contents.bare", Severity.ERROR, second),
        ],
    )
    assert [agreement(line) for line in lines] == [
        (f"{sign} 部分序号有误", severity.value),
        (f"{sign} 标题不同", severity.value),
        *[("— 缺少", "muted")] * 3,
        (f"{sign} 缺少", severity.value),
    ]


def test_the_gravest_finding_counts() -> None:
    report = report_with((1, "总体情况"))
    heading = report.sections[0].heading
    slight, grave = (
        finding(f"sections.{one}", one, heading) for one in (Severity.HINT, Severity.ERROR)
    )
    assert lines_of(report, [slight, grave])[0].finding == grave


@pytest.mark.parametrize("printed", ["2、", "二.", "四、", "（二）", "第3部分 ", ""])
def test_no_section_is_right_that_a_finding_calls_wrong(printed: str) -> None:
    text = make_report("2021").document.text.replace("二、主动", f"{printed}主动")
    origin = Origin(path="报告.txt", format="txt", encoding="utf-8", sha256="0" * 64, size=1)
    review = Review(read_report(Document(origin=origin, text=text)), author="审核员")
    found = [one for one in review.checked.findings if one.rule.startswith("sections.")]
    lines = lines_of(review.report, review.checked.findings)
    assert found
    assert {one.rule for one in found} == {line.finding.rule for line in lines if line.finding}
    assert not any(agreement(line)[0].startswith("✓") for line in lines if line.finding)
