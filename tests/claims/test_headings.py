"""What stands under a heading of another matter is none of the applications told of before it."""

from __future__ import annotations

import pytest

from reviewer.claims.reading import read_claims
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"
_OWN = "（二）依申请公开。全年收到申请6件，均按期答复。\n"


def _subjects(text: str) -> list[tuple[str, int]]:
    report = read_report(open_text(f"{_TITLE}{_OWN}{text}\n二、主动公开\n"))
    return [(claim.subject, int(claim.value)) for claim in read_claims(report)]


@pytest.mark.parametrize(
    "text",
    [
        "（三）政务服务。一窗受理申请8600件，办结8590件，结转10件；网上申请5100件。",
        "（三）互动回应。办理市长信箱来信58件，其中咨询类31件，办结57件，1件正在办理。",
        "（三）便民服务。12345平台转办件410件，办结405件，剩余5件正在办理。",
        "（三）行政执法。办理行政复议案件5件、行政诉讼案件7件，其中胜诉6件。",
        "（三）平台建设。申请新媒体账号3个，收到申请4件，均已审核。",
        "（三）政府信息管理。制发公文310件，其中主动公开198件、依申请公开40件、不予公开72件。",
    ],
)
def test_under_another_heading_a_bare_figure_is_none_of_applications(text: str) -> None:
    assert _subjects(text) == [("requests.new.total", 6)]


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("（三）监督保障。因政府信息公开引起行政诉讼1件。", "disputes.lawsuits.total", 1),
        (
            "（三）监督保障。因政府信息公开发生行政复议2件，均为维持。发生行政诉讼1件。",
            "disputes.lawsuits.total",
            1,
        ),
        ("（三）法治建设。涉及政府信息公开的行政复议2件。", "disputes.reconsideration.total", 2),
        ("（三）申请办理情况。办结5件。", "requests.total.total", 5),
        ("（三）平台建设。通过依申请公开系统收到申请4件。", "requests.new.online", 4),
    ],
)
def test_what_is_named_is_read_under_any_heading(text: str, subject: str, value: int) -> None:
    assert (subject, value) in _subjects(text)


def test_none_for_years_is_none_this_year() -> None:
    report = read_report(open_text(f"{_TITLE}自2019年以来未收到政府信息公开申请。\n二、主动公开\n"))
    (claim,) = read_claims(report)
    assert (claim.subject, claim.value, claim.year) == ("requests.new.total", 0, 2023)
