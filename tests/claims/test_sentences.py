"""Sentences in the words of many offices, and what each of them states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.numerals import to_number
from reviewer.claims.reading import read_claims
from reviewer.document.opening import open_text
from reviewer.forms.folding import simplified_in_place
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report

_TITLE = "云岭县石桥镇人民政府{year}年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。\n"
_SHORT = {
    "R": "disputes.reconsideration",
    "L": "disputes.lawsuits",
    "direct": "disputes.direct_lawsuit",
    "after": "disputes.lawsuit_after_reconsideration",
    "both": "disputes.reconsideration+lawsuits",
    "doc": "active.normative_document",
    "reg": "active.regulation",
    "licence": "active.licence",
    "penalty": "active.penalty",
    "licence+penalty": "active.licence+penalty",
    "licence+penalty+coercion": "active.licence+penalty+coercion",
    "coercion": "active.coercion",
    "other_service": "active.other_service",
    "fee": "active.fee",
    "procurement": "active.procurement",
}
_USUAL = {
    "licence+penalty": "decisions",
    "licence+penalty+coercion": "decisions",
    "licence": "decisions",
    "penalty": "decisions",
    "coercion": "decisions",
    "other_service": "decisions",
    "fee": "amount",
}
"""Columns that need not be named."""

_RELATIONS = {"change": ClaimKind.CHANGE, "share": ClaimKind.SHARE, "all": ClaimKind.ALL}

Stated = tuple[str, Decimal, str, bool]


def _key(short: str) -> str:
    head, _, column = short.partition(".")
    full = _SHORT.get(head, f"requests.{head}")
    if full.count(".") == 2:
        return full
    return f"{full}.{column or _USUAL.get(head, 'total')}"


def _expected(text: str) -> list[Stated]:
    return sorted(_stated(each.split()) for each in text.split(";") if each.strip() != "none")


def _stated(words: list[str]) -> Stated:
    kind = words.pop(0) if words[0] in _RELATIONS else ""
    loose = words[-1] == "~"
    unit = words[2] if len(words) > 2 and words[2] != "~" else ""
    return f"{kind} {_key(words[0])}".strip(), Decimal(words[1]), unit, loose


def _read(claim: Claim) -> Stated:
    kind = claim.kind.value if claim.kind in _RELATIONS.values() else ""
    unit = claim.unit if claim.unit in {"%", "倍", "元", "万元"} else ""
    return f"{kind} {claim.subject}".strip(), Decimal(claim.value), unit, claim.loose


def _sentences() -> Iterator[tuple[str, str, list[Stated]]]:
    year = ""
    files = sorted(Path(__file__).parent.glob("sentences*.txt"))
    for line in "\n".join(each.read_text(encoding="utf-8") for each in files).splitlines():
        if line.startswith("@"):
            year = line[1:].strip()
        elif "=>" in line and not line.startswith("#"):
            sentence, _, stated = line.partition("=>")
            yield year, sentence.strip(), _expected(stated)


@pytest.mark.parametrize(("year", "sentence", "stated"), list(_sentences()))
def test_what_a_sentence_states(year: str, sentence: str, stated: list[Stated]) -> None:
    report = read_report(open_text(f"{_TITLE.format(year=year)}{sentence}\n二、主动公开\n"))
    claims = read_claims(report)
    assert sorted(map(_read, claims)) == stated
    for claim in claims:
        _stands_in_its_place(report, claim)


def _stands_in_its_place(report: Report, claim: Claim) -> None:
    """The figure stands in its sentence, and is what is printed there."""
    assert claim.span.start <= claim.figure.start < claim.figure.end <= claim.span.end
    assert report.document.at(claim.span) == claim.text
    printed = "".join(report.document.at(claim.figure).split())
    if claim.kind not in {ClaimKind.NIL, ClaimKind.ALL}:
        assert to_number(simplified_in_place(printed).removesuffix(claim.unit)) == abs(claim.value)
        assert printed.endswith(claim.unit)


_PRINTED = ("２", "二十三", "1,204", "7", "0")
_SENTENCES = (
    ("共收到政府信息公开申请{n}件", "requests.new.total"),
    ("办结政府信息公开申请{n}件", "requests.total.total"),
    ("政府信息公开申请中予以公开{n}件", "requests.granted.total"),
    ("因政府信息公开引起行政诉讼{n}起", "disputes.lawsuits.total"),
    ("制发行政规范性文件{n}件", "active.normative_document.issued"),
)


@given(
    st.sampled_from(_SENTENCES),
    st.sampled_from(_PRINTED),
    st.integers(0, 14),
    st.sampled_from(["", " ", "\u3000", "\n"]),
)
def test_blanks_and_line_ends_within_a_sentence_change_nothing(
    said: tuple[str, str], printed: str, place: int, blank: str
) -> None:
    wording, subject = said
    sentence = wording.format(n=printed)
    # A line is joined with the next one only if it is long enough to have been full.
    padding = "各科室按照职责分工落实责任并及时报送相关材料，"
    broken = f"2023年{padding}{sentence[:place]}{blank}{sentence[place:]}。"
    report = read_report(open_text(f"{_TITLE.format(year=2023)}{broken}\n二、主动公开\n"))
    (claim,) = read_claims(report)
    assert (claim.subject, claim.value) == (
        subject,
        to_number(simplified_in_place(printed)),
    )
    _stands_in_its_place(report, claim)
