"""Sentences in the words of many offices, and what each of them states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.reading import read_claims
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_TITLE = "云岭县石桥镇人民政府{year}年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。\n"
_SHORT = {
    "R": "disputes.reconsideration",
    "L": "disputes.lawsuits",
    "direct": "disputes.direct_lawsuit",
    "after": "disputes.lawsuit_after_reconsideration",
    "both": "disputes.reconsideration+lawsuits",
    "doc": "active.normative_document",
    "reg": "active.regulation",
    "licence": "active.licence.decisions",
    "penalty": "active.penalty.decisions",
    "coercion": "active.coercion.decisions",
    "fee": "active.fee.amount",
    "procurement": "active.procurement",
}
_RELATIONS = {"change": ClaimKind.CHANGE, "share": ClaimKind.SHARE}

Stated = tuple[str, Decimal, str, bool]


def _key(short: str) -> str:
    head, _, column = short.partition(".")
    full = _SHORT.get(head, f"requests.{head}")
    if full.count(".") == 2:
        return full
    return f"{full}.{column or 'total'}"


def _expected(text: str) -> list[Stated]:
    return sorted(_stated(each.split()) for each in text.split(";") if each.strip() != "none")


def _stated(words: list[str]) -> Stated:
    kind = words.pop(0) if words[0] in _RELATIONS else ""
    loose = words[-1] == "~"
    unit = words[2] if len(words) > 2 and words[2] != "~" else ""
    return f"{kind} {_key(words[0])}".strip(), Decimal(words[1]), unit, loose


def _read(claim: Claim) -> Stated:
    kind = claim.kind.value if claim.kind in _RELATIONS.values() else ""
    unit = claim.unit if claim.unit in {"%", "元", "万元"} else ""
    return f"{kind} {claim.subject}".strip(), Decimal(claim.value), unit, claim.loose


def _sentences() -> Iterator[tuple[str, str, list[Stated]]]:
    year = ""
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("@"):
            year = line[1:].strip()
        elif "=>" in line and not line.startswith("#"):
            sentence, _, stated = line.partition("=>")
            yield year, sentence.strip(), _expected(stated)


@pytest.mark.parametrize(("year", "sentence", "stated"), list(_sentences()))
def test_what_a_sentence_states(year: str, sentence: str, stated: list[Stated]) -> None:
    report = read_report(open_text(f"{_TITLE.format(year=year)}{sentence}\n二、主动公开\n"))
    assert sorted(map(_read, read_claims(report))) == stated
