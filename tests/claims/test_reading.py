"""Claims: which sentences state what, and which speak of something else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.claims.model import Claim
from reviewer.claims.numerals import to_number
from reviewer.claims.reading import read_claims
from reviewer.document.opening import open_document, open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。\n"


def _claims(sentence: str, title: str = TITLE) -> list[Claim]:
    report = read_report(open_text(title + sentence + "\n二、主动公开政府信息情况\n"))
    for claim in read_claims(report):
        assert report.document.at(claim.span) == claim.text
    return list(read_claims(report))


def test_a_figure_of_another_year_is_kept_with_its_year() -> None:
    (claim,) = _claims("2022年共收到政府信息公开申请3件。")
    assert (claim.value, claim.year) == (3, 2022)


def test_lines_broken_within_a_word_are_joined() -> None:
    sentence = (
        "全市各级行政机关认真做好依申请公开办理工作，全年共收办政府信\n息公开申请案件3646件。"
    )
    (claim,) = _claims(sentence)
    assert (claim.subject, claim.value) == ("requests.new.total", 3646)


def test_how_characters_are_spoken_is_no_part_of_a_sentence() -> None:
    claims = _claims("未因政府信息公開引發(fā)行政復(fù)議。收到政府信息公開申請(qǐng)3件。")
    assert [(claim.subject, claim.value) for claim in claims] == [
        ("disputes.reconsideration.total", 0),
        ("requests.new.total", 3),
    ]


def test_tables_state_no_claims() -> None:
    for layout in ("word_tab", "pipe", "paragraphs", "spaced", "glued", "csv"):
        report = read_report(open_text(render(make_figures("2021", 3), "2021", layout).text))
        assert read_claims(report) == ()


@pytest.mark.parametrize(
    ("printed", "value"),
    [("23", 23), ("1,408", 1408), ("1.2万", 12000), ("二十三", 23), ("一百零五", 105),
     ("廿三", 23), ("二〇二一", 2021), ("十", 10), ("三万", 30000), ("3.5", Decimal("3.5"))],
)  # fmt: skip
def test_numerals(printed: str, value: int | Decimal) -> None:
    assert to_number(printed) == value


@given(st.integers(0, 9999))
def test_chinese_numerals_are_read_back(number: int) -> None:
    digits = "零一二三四五六七八九"
    said = ""
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            said += digits[digit] + scale
        elif said and not said.endswith("零") and number % power:
            said += "零"
    assert to_number(said or "零") == number


def test_the_real_reports_say_what_they_say(real_reports: Path) -> None:
    report = read_report(open_document(real_reports / "柳川镇_2019.txt"))
    said = {(claim.subject, claim.value) for claim in read_claims(report)}
    assert said == {("requests.new.total", 0), ("active.normative_document.disclosed", 5)}


def test_sentences_that_look_like_table_two_are_read_where_no_table_stands() -> None:
    told = (
        "公开新制定规范性文件9件，均已解读。2020年我局行政许可事项13项，比2019年减少3项，"
        "行政许可处理决定数量756件。行政处罚事项36项，共作出行政处罚29件；行政强制事项3项，"
        "未作出行政强制措施。"
    )
    text = f"云岭县水务局2020年政府信息公开工作年度报告\n一、总体情况\n{told}\n"
    found = {claim.subject: claim.value for claim in read_claims(read_report(open_text(text)))}
    assert found == {
        "active.normative_document.made": 9,
        "active.licence.change": -3,
        "active.licence.decisions": 756,
        "active.penalty.decisions": 29,
        "active.coercion.decisions": 0,
    }


def test_a_list_that_no_full_stop_ends_is_read_to_its_end() -> None:
    told = "，".join(f"第{place}页公布收到政府信息公开申请{place}件" for place in range(1, 400))
    text = f"云岭县水务局2023年政府信息公开工作年度报告\n一、总体情况\n{told}\n"
    found = [claim.value for claim in read_claims(read_report(open_text(text)))]
    assert found == list(range(1, 400))
