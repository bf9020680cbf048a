"""Lists of indicators: which lines are parts of which, and what they must come to."""

from __future__ import annotations

import pytest

from reviewer.checks.declaration import Example
from reviewer.checks.engine import check
from reviewer.checks.examples import example_report
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

Line = tuple[str, int, int]


def wholes(*lines: Line) -> list[str]:
    """Places of the lines whose parts do not come to them."""
    findings = check(example_report(Example(listed=lines), "2008")).findings
    return [finding.place_label for finding in findings if finding.rule == "lists.parts"]


def test_parts_of_parts_are_counted_once() -> None:
    lines: list[Line] = [
        ("答复总数（条）", 21, 21),
        ("其中:1.同意公开答复数（条）", 17, 17),
        ("2.否决公开答复数（条）", 3, 3),
        ("其中:(1)“信息不存在”数（条）", 1, 1),
        ("(2)其它原因（条）", 2, 2),
        ("3.其他答复数（条）", 1, 1),
        ("行政复议数（件）", 40, 40),
    ]
    assert wholes(*lines) == []
    lines[4] = ("(2)其它原因（条）", 1, 1)
    assert wholes(*lines) == ["统计表 2.否决公开答复数"] * 2
    lines[4] = ("(2)其它原因（条）", 2, 2)
    lines[5] = ("3.其他答复数（条）", 2, 1)
    assert wholes(*lines) == ["统计表 答复总数"]


@pytest.mark.parametrize(("channel", "found"), [(9, []), (11, ["统计表 主动公开信息数"])])
def test_parts_that_may_overlap_are_only_bounded(channel: int, found: list[str]) -> None:
    lines: list[Line] = [
        ("主动公开信息数（条）", 10, 99),
        ("其中:1.网站公开（条）", channel, 20),
        ("2.政府公报公开（条）", 8, 20),
    ]
    assert wholes(*lines) == found


def test_parts_without_a_whole_are_left_alone() -> None:
    assert wholes(("(1)第一类（条）", 5, 5), ("(2)其他（条）", 9, 9)) == []


def test_what_stands_under_a_heading_is_no_part_of_the_line_above_it() -> None:
    listed = (
        "石桥镇2017年政府信息公开工作年度报告\n"
        "一、概述\n全年公开信息88条。\n"
        "统计指标\t单位\t统计数\n"
        "主动公开政府信息数\t条\t88\n"
        "其中：主动公开规范性文件数\t条\t2\n"
        "制发规范性文件总数\t件\t2\n"
        "{heading}"
        "1.政府公报公开政府信息数\t条\t0\n"
        "2.政府网站公开政府信息数\t条\t50\n"
        "3.其他方式公开政府信息数\t条\t38\n"
    )

    def found(heading: str) -> list[str]:
        report = read_report(open_text(listed.format(heading=heading)))
        findings = check(report).findings
        return [finding.place_label for finding in findings if finding.rule == "lists.parts"]

    assert found("（二）通过不同渠道公开政府信息的情况\t\t\n") == []
    assert found("") == ["统计表 制发规范性文件总数"]
