"""The text itself: brackets, personal numbers, what a page left; and nothing else said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks.declaration import Example
from reviewer.checks.engine import check
from reviewer.checks.examples import example_report
from reviewer.checks.families.privacy import is_card_number, is_identity_number
from reviewer.checks.model import Finding
from reviewer.claims.reading import read_claims
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import make_figures, render

PAIRS = ("（）", "《》", "“”", "【】", "〔〕")
WORDS = st.text("公开信息制度网站", min_size=1, max_size=6)
DEBRIS = (
    "登录 | 注册",
    "您当前的位置：首页 > 政务公开 > 年度报告",
    "发布日期：2022-01-28    点击数：12",
    "浏览次数： 3456 次",
    "字体：[ 大 中 小 ]",
    "上一篇：清溪街道2023年政府信息公开工作年度报告",
    "打印本页 | 关闭窗口",
    "版权所有：清溪县人民政府办公室",
    "[bookmark: _GoBack]",
)


def of(text: str, *rules: str) -> list[Finding]:
    """What rules find in a text."""
    report = example_report(Example(text=text), "2021")
    return [finding for finding in check(report).findings if finding.rule in rules]


@st.composite
def bracketed(draw: st.DrawFn) -> str:
    """Sentences with brackets inside brackets, all of them closed."""
    text = draw(WORDS)
    for pair in draw(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=4, unique=True)):
        text = f"{draw(WORDS)}{pair[0]}{text}{pair[1]}{draw(WORDS)}"
    return text + draw(st.sampled_from(("。", "。\n", "；\n")))


@settings(max_examples=60)
@given(st.lists(bracketed(), min_size=1, max_size=4))
def test_closed_brackets_are_not_found_fault_with(texts: list[str]) -> None:
    assert of("".join(texts), "text.bracket", "text.quote", "text.nothing") == []


def test_quotes_lifted_from_the_next_line_are_not_empty() -> None:
    assert of("“ ”\n（一）制度。执行 三审三校 制度。", "text.nothing") == []
    assert len(of("（一）制度。执行“ ”制度。", "text.nothing")) == 1


@settings(max_examples=60)
@given(bracketed(), WORDS, st.data())
def test_a_bracket_without_its_partner_is_pointed_at(
    text: str, behind: str, data: st.DataObject
) -> None:
    places = [place for place, mark in enumerate(text) if mark in "".join(PAIRS)]
    place = data.draw(st.sampled_from(places))
    broken = text[:place] + text[place + 1 :] + behind * 20 + "。\n" + "第二段没有括号。\n" * 5
    (finding,) = of(broken, "text.bracket", "text.quote")
    (span,) = finding.spans
    pair = next(pair for pair in PAIRS if text[place] in pair)
    partner = pair.replace(text[place], "")
    assert broken[span.start : span.end] == partner


def test_a_bracket_may_be_closed_on_a_later_line() -> None:
    assert (
        of(
            "如有疑问，请联系石桥镇（地址：石桥街1号，\n邮编：999100，\n电话：0999-1234567）。",
            "text.bracket",
        )
        == []
    )


def test_numbers_of_lists_need_no_opening_bracket() -> None:
    assert of("分为：1）网站；2)公众号；\na）公开栏；\n（3网站。", "text.bracket") == []


def test_the_open_end_of_a_cut_text_is_left_alone() -> None:
    assert of("一、总体情况\n全年公开信息42条。\n其中网站30条（含专栏", "text.bracket") == []


def identity(born: str, place: str, order: str) -> str:
    """An identity number with its check digit."""
    first = f"{place}{born}{order}"
    return next(first + last for last in "0123456789X" if is_identity_number(first + last))


@settings(max_examples=60)
@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.integers(110000, 659999),
    st.integers(0, 999),
    st.integers(1, 9),
)
def test_only_whole_identity_numbers_are_found(
    born: date, place: int, order: int, slip: int
) -> None:
    number = identity(f"{born:%Y%m%d}", str(place), f"{order:03}")
    text = f"申请人（{number}）申请公开补偿标准。"
    (finding,) = of(text, "privacy.identity")
    assert [text[span.start : span.end] for span in finding.spans] == [number]
    assert number not in finding.message
    assert number[6:14] not in finding.message
    changed = f"{number[:16]}{(int(number[16]) + slip) % 10}{number[17]}"
    assert not is_identity_number(changed)
    assert of(text.replace(number, changed), "privacy.identity") == []
    assert of(text.replace(number, f"7{number}"), "privacy.identity") == []


@given(st.integers(10**14, 10**15 - 1), st.integers(0, 15), st.integers(1, 9))
def test_the_check_of_cards_finds_every_wrong_digit(first: int, place: int, slip: int) -> None:
    (number,) = (f"{first}{last}" for last in range(10) if is_card_number(f"{first}{last}"))
    wrong = f"{number[:place]}{(int(number[place]) + slip) % 10}{number[place + 1 :]}"
    assert not is_card_number(wrong)


@pytest.fixture(scope="module")
def plain() -> str:
    """A report without debris."""
    return render(make_figures("2021", 3), "2021", "word_tab").text


def facts(report: Report) -> object:
    """What a report says, wherever it stands."""
    claims = [(claim.subject, claim.value) for claim in read_claims(report)]
    figures = [reading.printed for reading in report.readings]
    return report.title, report.body, report.year, claims, figures, report.labels


@pytest.mark.parametrize("at_end", [False, True], ids=["before", "behind"])
@pytest.mark.parametrize("line", DEBRIS)
def test_what_a_page_left_is_noted_and_not_taken_for_the_reports_words(
    plain: str, line: str, at_end: bool
) -> None:
    text = f"{plain}\n{line}\n" if at_end else f"{line}\n\n{plain}"
    clean, report = (read_report(open_text(each)) for each in (plain, text))
    assert facts(report) == facts(clean)
    notes = [finding for finding in check(report).findings if finding.rule == "text.debris"]
    assert len(notes) == 1
    assert all(text[span.start : span.end] in line for span in notes[0].spans)
    assert not [finding for finding in check(clean).findings if finding.rule == "text.debris"]


@pytest.mark.parametrize("apart", [" ", "\u3000", " \u00a0"])
def test_fields_set_side_by_side_are_no_word_twice(apart: str) -> None:
    said = "石桥镇 政府信息公开{0}政府信息公开\n一、总体情况\n有序推进。"
    assert of(said.format(apart), "text.repeated") == []
    assert len(of(said.format(""), "text.repeated")) == 1


def test_a_heading_with_its_pronunciation_is_not_reworded() -> None:
    titles = (
        "一、总體情況\n無。\n二、主動{0}公開政府信息情況\n無。\n"
        "三、收到和處理政府信息公開申請情況\n無。"
    )
    rules = ("wording.heading_variant", "wording.heading")
    assert of(titles.format("(dòng)"), *rules) == of(titles.format(""), *rules) == []
