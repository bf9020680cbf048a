"""Sections found beside sections prescribed."""

from __future__ import annotations

import pytest

from reviewer.document.model import Span
from reviewer.forms.report import Report, Section
from reviewer.window.tabs.sections_lines import Line, State, lines_of
from tests.reports import make_report


def report_with(*sections: tuple[int, str]) -> Report:
    found = tuple(
        Section(
            number=number,
            title=title,
            span=Span(start=place * 20, end=place * 20 + 20),
            heading=Span(start=place * 20, end=place * 20 + 5),
        )
        for place, (number, title) in enumerate(sections)
    )
    return make_report("2021").model_copy(update={"sections": found})


def states(report: Report) -> list[tuple[str, State]]:
    return [(_title(line), line.state) for line in lines_of(report)]


def _title(line: Line) -> str:
    if line.found is not None:
        return line.found.title
    return line.wanted.title if line.wanted is not None else ""


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
