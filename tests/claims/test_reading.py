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


def _said(sentence: str) -> list[tuple[str, int | Decimal]]:
    return [(claim.subject, claim.value) for claim in _claims(sentence)]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("2023年，本机关共收到政府信息公开申请15件。", [("requests.new.total", 15)]),
        ("全年新收政府信息公开申请数量１５件。", [("requests.new.total", 15)]),
        ("本年度共收到70件申请，均已答复。", [("requests.new.total", 70)]),
        ("全年受理依申请公开二十三件。", [("requests.new.total", 23)]),
        ("上年结转政府信息公开申请2件。", [("requests.carried_in.total", 2)]),
        (
            "共收到政府信息公开申请9件，其中自然人7件、商业企业2件，办结8件，1件结转下年度继续办理。",
            [
                ("requests.new.total", 9),
                ("requests.new.natural_person", 7),
                ("requests.new.business", 2),
                ("requests.total.total", 8),
                ("requests.carried_out.total", 1),
            ],
        ),
        (
            "收到申请后，予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理4件、其他处理6件。",
            [
                ("requests.granted.total", 5),
                ("requests.granted_in_part.total", 2),
                ("requests.refused.total", 1),
                ("requests.unavailable.total", 3),
                ("requests.declined.total", 4),
                ("requests.other.total", 6),
            ],
        ),
        (
            "因政府信息公开引起行政复议3件，行政诉讼1件。",
            [("disputes.reconsideration.total", 3), ("disputes.lawsuits.total", 1)],
        ),
        ("本年制发行政规范性文件4件，废止1件。", [("active.normative_document.issued", 4)]),
        ("现行有效的行政规范性文件28件。", [("active.normative_document.in_force", 28)]),
        ("全年作出行政处罚决定36件。", [("active.penalty.decisions", 36)]),
    ],
)
def test_sentences_that_state_figures(sentence: str, said: list[tuple[str, int | Decimal]]) -> None:
    assert _said(sentence) == said


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("2023年，本镇未收到政府信息公开申请。", ["requests.new.total"]),
        ("未有公民、法人或其他组织提出政府信息公开申请。", ["requests.new.total"]),
        ("没有收到依申请公开请求。", ["requests.new.total"]),
        (
            "未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
            ["disputes.reconsideration.total", "disputes.lawsuits.total"],
        ),
        ("全年没有发生行政复议。", ["disputes.reconsideration.total"]),
    ],
)
def test_denials_are_nought(sentence: str, subjects: list[str]) -> None:
    found = _claims(sentence)
    assert sorted(claim.subject for claim in found) == sorted(subjects)
    assert all(claim.value == 0 and claim.kind == "nil" for claim in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "收到和办理网民留言8件。",
        "全年接到群众意见3条，均已回复。",
        "主动公开政府信息98条，其中机构职能4条。",
        "收到人大代表建议9件、政协提案6件，均已办结。",
        "受理群众热线来电500余件。",
        "努力做到“办结一件申请、解决一个问题”。",
        "有3件政府信息公开申请案件收取信息处理费2230元。",
        "政府信息公开申请同比增长12件。",
        "共收到政府信息公开申请30余件。",
        "没有收取政府信息公开申请的任何费用。",
        "没有不予公开的政府信息公开申请。",
        "上述事项未经复议直接起诉。",
    ],
)
def test_sentences_about_something_else(sentence: str) -> None:
    assert _said(sentence) == []


def test_a_figure_of_another_year_is_kept_with_its_year() -> None:
    (claim,) = _claims("2022年共收到政府信息公开申请3件。")
    assert (claim.value, claim.year) == (3, 2022)


def test_lines_broken_within_a_word_are_joined() -> None:
    sentence = (
        "全市各级行政机关认真做好依申请公开办理工作，全年共收办政府信\n息公开申请案件3646件。"
    )
    (claim,) = _claims(sentence)
    assert (claim.subject, claim.value) == ("requests.new.total", 3646)


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
