"""Whose report it is and of which year, where copying has put something between the letters."""

from __future__ import annotations

import pytest

from reviewer.forms.identity.identity import identify

TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告"
SECTIONS = "\n一、总体情况\n我镇认真做好信息公开。\n六、其他需要报告的事项\n无。\n2025年1月9日"


@pytest.mark.parametrize(
    "title",
    [
        " ".join(TITLE),
        " ".join(TITLE[:22]) + "\n " + " ".join(TITLE[22:]),
        TITLE[:2] + "\u200b" + TITLE[2:],
        "2023 年云岭县石桥镇人民政府政府信息公开工作年度报告",
        TITLE + ";;;;;;;;;",
        TITLE + ",,,,,,,,,",
    ],
    ids=["spaced", "spaced over two lines", "no width", "spaced year", "semicolons", "commas"],
)
def test_marks_between_letters_hide_neither_body_nor_year(title: str) -> None:
    found = identify(title + SECTIONS)
    assert (found.body, found.year) == ("云岭县石桥镇人民政府", 2023)


def test_a_wider_line_elsewhere_does_not_part_a_title_at_the_edge() -> None:
    title = " ".join(TITLE[:22]) + "\n " + " ".join(TITLE[22:])
    edge = "\n".join([" ".join("本机关认真做好信息公开各项工作不断提高"), " ".join("水平。")] * 3)
    wider = " ".join("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    assert identify(f"{title}\n{edge}\n{wider}{SECTIONS}").title == TITLE


def test_quoted_lines_are_read_as_they_were_written() -> None:
    quoted = "\n".join("> " + line for line in (TITLE + SECTIONS).split("\n"))
    found = identify(quoted)
    assert (found.body, found.year) == ("云岭县石桥镇人民政府", 2023)


def test_digits_of_a_row_are_no_year() -> None:
    text = "石桥镇政府信息公开工作年度报告2023年一、本年新收政府信息公开申请数量2000002"
    assert identify(text).year == 2023
