"""Documents to reports: what is refused, what problems are told, and that nothing breaks it."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.document.composing import Grid, compose
from reviewer.document.model import Origin
from reviewer.document.opening import open_document, open_text
from reviewer.errors import NotAReportError, ReviewerError, SeveralReportsError
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from reviewer.paths import resource
from tests.layouts import LAYOUTS, make_figures, render
from tests.writers.report import report_items

SAMPLES = sorted(resource("samples").glob("*.txt"))


def _codes(report: Report) -> set[str]:
    return {problem.code for problem in report.problems}


@pytest.mark.parametrize(
    "text",
    [
        "今天天气很好。\n" * 30,
        "a,b,c\n1,2,3\n",
        "购物清单：苹果 3 个",
        "石桥镇2022年政府信息公开工作年度报告。" * 500,
    ],
)
def test_other_texts_are_no_reports(text: str) -> None:
    with pytest.raises(NotAReportError) as caught:
        read_report(open_text(text))
    assert caught.value.hint


def test_two_reports_in_one_text_are_refused() -> None:
    first = render(make_figures("2021", 1), "2021", "word_tab", body="云岭县石桥镇人民政府")
    second = render(make_figures("2021", 2), "2021", "word_tab", body="云岭县财政局")
    with pytest.raises(SeveralReportsError, match="云岭县财政局"):
        read_report(open_text(first.text + "\n" + second.text))


def test_two_reports_on_different_forms_are_refused() -> None:
    first = render(make_figures("2021", 1), "2021", "pipe", year=2023)
    second = render(make_figures("2019", 2), "2019", "pipe", year=2020, body="云岭县财政局")
    with pytest.raises(SeveralReportsError):
        read_report(open_text(first.text + "\n\n" + second.text))


def test_a_table_of_contents_is_not_the_sections() -> None:
    rendered = render(make_figures("2021", 1), "2021", "word_tab")
    title, _, rest = rendered.text.partition("\n")
    listed = [section.title for section in form_of("2021").sections]
    contents = "\n".join(f"{'一二三四五六'[place]}、{name}" for place, name in enumerate(listed))
    report = read_report(open_text(f"{title}\n目录\n{contents}\n{rest}"))
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert report.sections[1].span.length > 100


def test_a_report_printed_twice_is_one_report() -> None:
    rendered = render(make_figures("2021", 1), "2021", "pipe")
    title = rendered.text.split("\n")[0]
    report = read_report(open_text(f"{title}\n{rendered.text}"))
    assert report.body == "云岭县石桥镇人民政府"


def test_half_a_table_is_read_as_far_as_it_goes() -> None:
    rendered = render(make_figures("2021", 1), "2021", "word_tab")
    cut = rendered.text[: rendered.text.index("（四）无法提供")]
    report = read_report(open_text(cut))
    read = {reading.cell.split(".")[1] for reading in report.readings if reading.printed}
    assert "refused_enquiry" in read
    assert all(
        report.by_cell[cell].kind is Kind.MISSING and not report.by_cell[cell].sure
        for cell in report.form.figures
        if cell.startswith(("requests.declined", "disputes"))
    )
    assert "table.missing" in _codes(report)


def test_the_form_used_and_the_form_due_are_two_facts() -> None:
    report = read_report(open_text(render(make_figures("2019", 1), "2019", "pipe", year=2022).text))
    assert (report.form.id, report.form_due) == ("2019", "2021")
    assert "form.wrong" in _codes(report)


def test_a_table_drawn_as_a_picture_is_said_to_be_one() -> None:
    text = (
        "云岭县财政局2021年政府信息公开工作年度报告\n一、总体情况\n本局做好公开工作。\n"
        "二、主动公开政府信息情况\n图1.PNG\n三、收到和处理政府信息公开申请情况\n图2.PNG\n"
    )
    report = read_report(open_text(text))
    pictures = [one for one in report.problems if one.code == "table.picture"]
    spans = [one.span for one in pictures if one.span is not None]
    assert [report.document.at(span) for span in spans] == ["图1.PNG", "图2.PNG"]


def test_figures_in_sentences_are_no_table() -> None:
    text = (
        "云岭县财政局2021年政府信息公开工作年度报告\n一、总体情况\n全年本年新收政府信息公开申请数量5件，"
        "上年结转政府信息公开申请数量0件，予以公开3件。公布规章0个、行政许可28个、行政处罚18个。\n"
    )
    report = read_report(open_text(text))
    assert all(reading.kind is Kind.MISSING for reading in report.readings)


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_samples_say_who_and_when(path: Path) -> None:
    report = read_report(open_document(path))
    assert report.body.startswith("云岭县")
    assert str(report.year) in path.stem


@settings(max_examples=60)
@given(st.sampled_from(SAMPLES), st.integers(0, 10**6), st.integers(1, 40))
def test_damaged_text_ends_in_a_report_or_a_message(path: Path, seed: int, cuts: int) -> None:
    dice = random.Random(seed)
    text = list(path.read_text(encoding="utf-8"))
    for _ in range(cuts):
        place = dice.randrange(len(text))
        size = dice.randrange(1, 60)
        text[place : place + size] = dice.choices(
            "0123456789|\t\n 一、（）无—／", k=dice.randrange(9)
        )
    try:
        report = read_report(open_text("".join(text)))
    except ReviewerError:
        return
    for reading in report.readings:
        if reading.place is not None:
            assert report.document.at(reading.place.span) == reading.printed


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_reading_is_repeatable(layout: str) -> None:
    text = render(make_figures("2019", 8), "2019", layout).text
    assert read_report(open_text(text)) == read_report(open_text(text))


NORM = "".join(
    f"第{number}条 行政机关应当编制政府信息公开工作年度报告。\n" for number in "一二三四五六"
)
NOTICE = (
    "云岭县人民政府办公室关于做好2023年度报告编制工作的通知\n各镇：\n"
    "请按时编制政府信息公开工作年度报告。\n"
)


@pytest.mark.parametrize("text", ["政府信息公开规定\n" + NORM, NOTICE])
def test_norms_and_notices_that_speak_of_reports_are_none(text: str) -> None:
    with pytest.raises(NotAReportError, match="法规或通知"):
        read_report(open_text(text))


@pytest.mark.parametrize("wrong", ["四", "三", "六"])
def test_a_section_that_is_numbered_wrongly_takes_no_table_along(wrong: str) -> None:
    text = resource("samples/清溪街道_2023.txt").read_text(encoding="utf-8")
    assert "五、存在的主要" in text
    report = read_report(open_text(text.replace("五、存在的主要", f"{wrong}、存在的主要")))
    assert "table.missing" not in _codes(report)
    assert report.readings == read_report(open_text(text)).readings


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_tables_are_found_in_any_order(order: tuple[int, ...]) -> None:
    figures = make_figures("2021", 12)
    items = report_items(figures, "2021")
    tables = [item for item in items if isinstance(item, Grid)]
    others = [item for item in items if not isinstance(item, Grid)]
    origin = Origin(path="", format="xlsx", encoding=None, sha256="0" * 64, size=0)
    document = compose([*others, *(tables[at] for at in order)], origin)
    report = read_report(document)
    assert {key: one.printed for key, one in report.by_cell.items()} == figures
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize(
    "text",
    [
        "根据条例编制本年度报告。\n一、总体情况\n2023年，政府信息公开工作有序。\n",
        "一、总体情况\n（一）加强主动公开。2023年公开政府信息20条。\n",
        "一、总体情况\n2023年，县税务局收到信息公开申请2件，政府信息公开工作有序。\n",
        "一、总体情况\n我局落实政务公开工作部署，公开信息30条。\n",
    ],
)
def test_the_beginning_of_a_report_without_its_title_is_a_report(text: str) -> None:
    assert [section.title for section in read_report(open_text(text)).sections] == ["总体情况"]


@pytest.mark.parametrize(
    "text",
    [
        "根据《政府信息公开条例》编制本报告。本报告包括五个部分。2023年，我局公开30条。",
        "政府信息公开有序。统计期限为2023年1月1日至2023年12月31日。我局公开30条。",
        "根据《政府信息公开条例》编制本报告。\n一、工作总体推进情况\n我镇压实责任。\n",
        "一、政府信息公开总体工作情况\n（一）组织机构。健全政务公开领导机构。\n",
    ],
)
def test_what_calls_itself_a_report_on_disclosure_is_one(text: str) -> None:
    assert read_report(open_text(text)).title == ""


def test_a_beginning_whose_heading_says_the_year_is_a_reports() -> None:
    text = "依据条例制作本报告。\n一、2025年政府信息公开总体情况\n2025年，我委严格公开。\n"
    report = read_report(open_text(text))
    assert (report.year, len(report.sections)) == (2025, 1)


@pytest.mark.parametrize(
    "text",
    [
        "石桥镇2023年工作要点\n一、总体要求\n抓好政府信息公开。\n二、规范依申请公开\n做好答复。\n",
        "石桥镇2023年工作总结\n一、主要工作\n抓好信息公开工作。\n二、存在的困难\n人手少。\n",
        "云岭县水务局年度工作\n一、总体情况\n2023年，供水20万吨。\n",
        "一、总体情况\n2023年，县网站更新信息公开目录，访问20万次。\n二、存在的主要问题\n人手少。\n",
        "一、部门概况\n管水。\n二、收支总体情况\n收入200万元。按信息公开条例公开。\n",
        "编制本指南。\n一、主动公开\n公开政府信息。\n二、依申请公开\n申请政府信息。\n",
        "制定本制度。\n一、政府信息主动公开情况\n公开政府信息。\n二、工作要求\n落实责任。\n",
        (
            "How reports begin, and what their sections tell of:\n"
            "一、总体情况\nmostly on 政府信息公开, of which some lines are kept here; the\n"
            "figures on 政府信息公开 stand in tables of their own, in another folder.\n"
        ),
    ],
)
def test_plans_and_other_reports_are_refused(text: str) -> None:
    with pytest.raises(NotAReportError):
        read_report(open_text(text))


def test_one_wording_below_the_first_caption_tells_the_form() -> None:
    head = "第二十条第（一）项\n信息内容\n本年新\n本年新\n对外公开总数量\n"
    title = "云岭县民政局2019年政府信息公开工作年度报告\n一、信息公开概况\n我局公开30条。\n"
    named = "二、主动公开政府信息情况\n"
    assert read_report(open_text(f"{title}{named}{head}")).form.id == "2019"
    said = "对外公开总数量为30条。\n三、政府信息公开的收费及减免情况\n没有收费。\n"
    assert read_report(open_text(f"{title}{named}{said}")).form.id == "2008"
