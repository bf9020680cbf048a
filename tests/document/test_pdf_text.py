"""Text of PDF pages beside tables: lines, paragraphs, columns, what pages carry besides."""

from __future__ import annotations

import pytest

from reviewer.document.model import Document
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_writer import Page, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures

LONG = "石桥镇认真贯彻执行政府信息公开条例，及时回应群众关切，全年主动公开政府信息三十一条。"


def read(*pages: Page) -> Document:
    data = write_pdf(pages)
    return read_as("pdf", data)


def page_of(*lines: tuple[float, float, str]) -> Page:
    page = Page()
    for x, y, text in lines:
        page.text(x, y, text)
    return page


def test_lines_of_a_paragraph_are_joined_where_they_were_full() -> None:
    first, second = LONG[:30], LONG[30:]
    document = read(page_of((93, 72, first), (72, 90, second), (93, 108, "下一段。")))
    assert document.text == f"{first}{second}\n下一段。\n"
    boxes = [document.box_of(block.place.span) for block in document.blocks]
    assert [round(box.y0) for box in boxes if box] == [72, 90, 108]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("石桥镇人民政府", "二〇二二年工作年度报告"),
        (LONG[:29] + "。", "其他需要说明的事项如下"),
        (LONG[:30], "　　另起一段"),
        (LONG[:30], "一、总体情况"),
    ],
    ids=["short", "ended", "indented", "heading"],
)
def test_lines_that_their_writer_ended_are_kept(first: str, second: str) -> None:
    x = 72 + 21 * second.startswith("　")
    page = page_of((72, 54, LONG[:30] + "。"), (72, 72, first), (x, 90, second.lstrip("　")))
    assert read(page).text.splitlines()[-2:] == [first, second.lstrip("　")]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    upper = page_of((72, 700, LONG[:30]), (72, 718, LONG[:30]))
    document = read(upper, page_of((72, 72, LONG[30:])))
    assert document.text == LONG[:30] * 2 + LONG[30:] + "\n"
    boxes = [document.box_of(block.place.span) for block in document.blocks]
    assert [box.page for box in boxes if box] == [1, 1, 2]


def test_blanks_are_seen_where_they_are_printed_and_where_gaps_are() -> None:
    page = page_of((72, 72, "规章 3"), (72, 90, "收到"), (103, 90, "12"), (125, 90, "件"))
    page.text(72, 108, "12")
    page.text(88, 108, "34")
    assert read(page).text == "规章 3\n收到 12 件\n12 34\n"


def test_characters_printed_twice_to_look_bold_are_read_once() -> None:
    page = page_of((72, 72, "公开11条"), (72.4, 72, "公开11条"))
    assert read(page).text == "公开11条\n"


def test_columns_are_read_one_after_the_other() -> None:
    left = [
        "石桥镇人民政府办公室编",
        "主动公开政府信息情况",
        "依申请公开信息情况",
        "存在的问题及改进",
    ]
    right = ["平台建设与监督保障情况", "政府信息管理的情况", "其他需要报告的事项", "联系方式和附件"]
    lines = [(72.0, 72 + 18.0 * n, text) for n, text in enumerate(left)]
    lines += [(320.0, 76 + 18.0 * n, text) for n, text in enumerate(right)]
    page = page_of((150, 40, "年度报告的两栏封面用一行贯穿两栏的标题"), *lines)
    page.text(72, 200, LONG[:40])
    title, *rest, last = read(page).text.splitlines()
    assert title.startswith("年度报告")
    assert rest == left + right
    assert last == LONG[:40]


def test_figures_beside_labels_are_no_columns_of_text() -> None:
    page = page_of(
        *(
            (72.0, 72 + 18.0 * n, text)
            for n, text in enumerate(["行政许可数量", "行政处罚数量"] * 3)
        ),
        *((320.0, 72 + 18.0 * n, str(n)) for n in range(6)),
    )
    lines = [line.split() for line in read(page).text.splitlines()]
    assert lines[:2] == [["行政许可数量", "0"], ["行政处罚数量", "1"]]


def test_cells_at_the_right_with_a_heading_below_them_are_no_columns_of_text() -> None:
    rows = [("行政强制措施", "本年处理决定数量"), ("公开信息内容", "收费金额"), ("收费", "第八项")]
    labels = [(184.0 - 10.5 * len(label), label) for label, _ in rows]
    figures = [(540.0 - 10.5 * len(figure), figure) for _, figure in rows]
    page = page_of(
        *((left, 72 + 18.0 * n, text) for n, (left, text) in enumerate(labels)),
        *((left, 72 + 18.0 * n, text) for n, (left, text) in enumerate(figures)),
        (40, 140, "三、收到和处理政府信息公开申请情况"),
        (50, 170, "（本列数据的勾稽关系为：第一项加第二项之和）"),
        (480, 170, "申请人的情况"),
    )
    lines = [line.split() for line in read(page).text.splitlines()]
    assert lines[:3] == [list(row) for row in rows]
    assert lines[3] == ["三、收到和处理政府信息公开申请情况"]


@pytest.mark.parametrize("number", ["{}", "- {} -", "第{}页 共3页", "{}/3", "— {} —"])
def test_page_numbers_and_running_titles_are_no_text(number: str) -> None:
    pages = [
        page_of(
            (72, 30, "政府信息公开年度报告"), (72, 300, f"正文{n}"), (290, 800, number.format(n))
        )
        for n in (1, 2, 3)
    ]
    assert read(*pages).text == "正文1\n正文2\n正文3\n"


def test_what_stands_once_at_the_edge_of_a_page_is_text() -> None:
    page = page_of((72, 30, "政府信息公开年度报告"), (72, 800, "2022年1月20日"), (72, 815, "15"))
    assert read(page).text.splitlines() == ["政府信息公开年度报告", "2022年1月20日", "15"]


def test_what_is_printed_behind_the_text_is_no_text() -> None:
    page = page_of(*((72.0, 72 + 18.0 * n, LONG) for n in range(4)))
    page.text(100, 300, "仅供内部参考", 40, angle=45)
    page.text(150, 100, "样本", 60, grey=0.8)
    page.text(20, 500, "装订线", angle=90)
    assert set(read(page).text) == {*LONG, "\n"}


def test_radicals_that_a_font_names_for_characters_are_kept_and_understood() -> None:
    radicals = str.maketrans(
        {"一": "⼀", "二": "⼆", "人": "⼈", "大": "⼤", "行": "⾏", "力": "⼒"}
    )
    figures = make_figures("2021", 8)
    look = Look(character=lambda text: text.translate(radicals))
    data = print_report("2021", figures, look)
    document = read_as("pdf", data)
    assert "⼀、总体情况" in document.text
    report = read_report(document)
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_footnotes_come_last() -> None:
    page = page_of((72, 72, "收到申请12件①。"), (72, 640, "正文到此为止。"))
    page.line(72, 740, 200, 740)
    page.text(72, 745, "① 含上年结转。", 8)
    assert read(page, page_of((72, 72, "第二页。"))).text == (
        "收到申请12件①。\n正文到此为止。\n第二页。\n① 含上年结转。\n"
    )
