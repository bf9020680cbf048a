"""Sections of reports, however their titles are numbered and wherever they stand."""

from __future__ import annotations

import pytest

from reviewer.forms.catalog import form
from reviewer.forms.identity.sections import find_sections


def _found(text: str) -> list[tuple[int, str]]:
    return [(section.number, section.title) for section in find_sections(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "第一部分 概述\n有序。\n第二部分：主动公开政府信息的情况\n公开20条。",
            [(1, "概述"), (2, "主动公开政府信息的情况")],
        ),
        (
            "一、加强组织领导。本局重视，专人负责。\n二、主动公开政府信息情况。全年公开20条。",
            [(1, "加强组织领导"), (2, "主动公开政府信息情况")],
        ),
        (
            "一、本年度政府信息公开工作的总体情况 （一）主动公开。公开20条。",
            [(1, "本年度政府信息公开工作的总体情况")],
        ),
        (
            "一、概述 有序。 二、主动公开政府信息情况 公开2条。 三、回应解读情况 回应2次。",
            [(1, "概述"), (2, "主动公开政府信息情况"), (3, "回应解读情况")],
        ),
        (
            "工作有序。 二 政府信息主动公开情况 全年公开20条。",
            [(2, "政府信息主动公开情况")],
        ),
        ("一、2018年总体工作概况\n有序。", [(1, "2018年总体工作概况")]),
        ("一、本年度政府信息公開工作的基本情況\n有序。", [(1, "本年度政府信息公開工作的基本情況")]),
        (
            "1、工作概况。有序。\n2、主动公开情况。20条。\n3、收费情况。无。\n4、行政复议情况。无。",
            [
                (1, "工作概况"),
                (2, "主动公开情况"),
                (3, "收费情况"),
                (4, "行政复议情况"),
            ],
        ),
        ("一、總體工作進(jìn)展情況\n有序。", [(1, "總體工作進(jìn)展情況")]),
        # Points alone are no sections of a report.
        ("1、主动公开。20条。\n2、依申请公开。无。\n3、监督保障。有力。", []),
        ("1.主动公开。20条。\n2.依申请公开。无。\n3.管理。有序。\n4.培训。2次。", []),
        ("二、抓好培训\n全年2次。\n三、抓好宣传\n全年3次。", []),
        ("二、主要公开、受理工作\n全年2次。", []),
        # Points under a section do not become sections beside those that the form has.
        (
            "一、总体情况\n二、主动公开政府信息情况\n一、做法。本局公开了20条信息。\n三、概述\n",
            [(1, "总体情况"), (2, "主动公开政府信息情况"), (3, "概述")],
        ),
    ],
)
def test_sections_are_found_by_their_titles(text: str, found: list[tuple[int, str]]) -> None:
    assert _found(text) == found


def test_a_title_with_its_text_behind_it_is_no_more_than_the_title() -> None:
    text = "一、加强领导。本局重视信息公开工作。\n二、主动公开政府信息情况\n20条。"
    first, second = find_sections(text)
    assert text[first.heading.start : first.heading.end] == "一、加强领导"
    assert first.span.end == second.span.start == text.index("二、")


TITLES = [section.title for section in form("2021").sections]
WAYS = (
    *("{0}、{1}", "{0}. {1}", "{0} {1}", "{0}：{1}", "{0}是{1}", "第{0}、{1}", "第{0}部分 {1}"),
    *("（{0}）{1}", "({0}){1}", "## {0}、{1}", "**{0}、{1}**", "【{0}、{1}】", "{1}", "{0}、{1}。"),
    *(
        "{2}.{1}",
        "{2}、{1}",
        "{2} {1}",
        "({2}){1}",
        "{3}{1}",
        "{4}、{1}",
        "{5}、{1}",
        "{0}、{1}。有序。",
    ),
)


def _heads(way: str) -> list[str]:
    marks = zip("一二三四五六", TITLES, "123456", "①②③④⑤⑥", "壹贰叁肆伍陆", "ⅠⅡⅢⅣⅤⅥ", strict=True)
    return [way.format(*each) for each in marks]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("told", ["本单位认真公开。", "1.公开20条。\n2.工作有序。"])
def test_sections_are_found_however_they_are_numbered(way: str, told: str) -> None:
    text = "".join(f"{head}\n{told}\n" for head in _heads(way))
    assert _found(text) == [*enumerate(TITLES, start=1)]


@pytest.mark.parametrize("lost", range(6))
def test_a_title_that_lost_its_number_is_found_between_its_neighbours(lost: int) -> None:
    heads = [TITLES[lost] if at == lost else head for at, head in enumerate(_heads("{0}、{1}"))]
    text = "".join(f"{head}\n本单位认真公开。\n" for head in heads)
    assert _found(text) == [*enumerate(TITLES, start=1)]
    told = next(one for one in find_sections(text) if one.number == lost + 1)
    assert text[told.heading.start : told.heading.end] == TITLES[lost]


@pytest.mark.parametrize("between", ["", "。", "有序。**"])
def test_titles_that_stand_one_behind_the_other_are_told_apart(between: str) -> None:
    assert _found(between.join(_heads("{0}、{1}"))) == [*enumerate(TITLES, start=1)]


def test_points_and_single_lines_with_a_sections_title_are_none() -> None:
    points = "一、总体情况\n（一）公开\n（二）主动公开政府信息情况\n20条。\n"
    assert _found(points) == [(1, "总体情况")]
    assert _found("主动公开政府信息情况\n20条。\n其他需要报告的事项\n无。\n") == []


def test_points_counted_under_a_section_are_no_sections_though_titled_as_such() -> None:
    points = (
        "一、总体情况\n石桥镇有序推进。\n{0}主动公开政府信息情况\n公开20条。\n{1}依申请公开政府信息办理情况\n"
        "未收到申请。\n{2}平台建设情况\n更新1次。\n二、主动公开政府信息情况\n规章 0 0 0\n"
    )
    expected = [(1, "总体情况"), (2, "主动公开政府信息情况")]
    assert _found(points.format("1.", "2.", "3.")) == expected
    assert _found(points.format("1、", "2、", "3、")) == expected


def test_a_slip_in_a_sections_number_is_told_from_points_before_it() -> None:
    text = (
        "一、总体情况\n1.主动公开情况\n20条。\n2.平台建设情况\n1次。\n3.监督保障情况\n1次。\n"
        "2、主动公开政府信息情况\n规章 0 0 0\n三、收到和处理政府信息公开申请情况\n无。\n"
    )
    assert _found(text) == [
        (1, "总体情况"),
        (2, "主动公开政府信息情况"),
        (3, "收到和处理政府信息公开申请情况"),
    ]


@pytest.mark.parametrize("cut", ["6.属于", "6.属于三类内部", "3.公开"])
def test_a_rows_label_that_breaks_off_is_no_section(cut: str) -> None:
    above = "一、总体情况\n公开20条。\n三、收到和处理政府信息公开申请情况\n5.属于三类内部事务信息\n"
    text = f"{above}{cut}\n"
    expected = [(1, "总体情况"), (3, "收到和处理政府信息公开申请情况")]
    assert _found(text) == expected


def test_points_numbered_as_sections_under_the_first_are_none() -> None:
    points = (
        "一、加强领导。专人负责。\n二、主动公开政府信息情况。公开20条。\n三、收费情况。未收费。\n"
    )
    text = f"一、总体情况\n{points}二、主动公开政府信息情况\n公开20条。\n"
    assert _found(text) == [(1, "总体情况"), (2, "主动公开政府信息情况")]
    assert _found(text)[1:] == _found(text.replace(points, ""))[1:]
    assert find_sections(text)[1].span.end == len(text)
