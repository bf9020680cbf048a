"""What a row of the findings' list says beside the finding's own message."""

from __future__ import annotations

from reviewer.base import RuleId
from reviewer.window.findings.detail import FindingDetail
from reviewer.window.findings.rows import rows_of
from tests.gui.desks import NEW, TOTAL, Desk
from tests.reports import make_report


def test_doubtful_parts_of_a_sum_are_named_with_the_finding(desk: Desk) -> None:
    review = desk.open(make_report("2021", {TOTAL: 3}, doubts={NEW: "字迹不清"}))
    rows = {row.finding.rule: row for row in rows_of(review)}
    assert rows[RuleId("requests.flow")].doubts.startswith("读数存疑：一、本年新收")
    assert rows[RuleId("requests.details")].doubts == ""
    assert rows[RuleId("figures.unsure")].doubts == ""
    detail = FindingDetail(desk.theme, desk.host)
    detail.show_row(rows[RuleId("requests.flow")])
    assert "读数存疑：一、本年新收" in detail.words
    desk.workbench.confirm(NEW)
    assert {row.doubts for row in rows_of(review)} == {""}
