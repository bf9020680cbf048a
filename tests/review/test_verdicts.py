from __future__ import annotations

import pytest

from reviewer.base import CellId, FindingId, RuleId
from reviewer.checks.model import Checked, Finding, Severity
from reviewer.forms.report import Report
from reviewer.review.journal import Content
from reviewer.review.model import Decide, Decision, Group, Transcribe, Verdict
from reviewer.review.review import Review
from reviewer.review.verdicts import current_verdicts
from tests.reports import make_report
from tests.review.acts import START

SETTLED = CellId("requests.total.natural_person")


def flow(review: Review) -> Finding:
    """The finding on the flow of natural persons."""
    return next(
        finding
        for finding in review.checked.findings
        if SETTLED in finding.cells and CellId("requests.new.natural_person") in finding.cells
    )


def reissued(settled: str) -> Report:
    """The report with another printed figure, so that findings have other ids."""
    return make_report(
        values={
            "requests.new.natural_person": "12",
            "requests.new.total": "12",
            "requests.granted.natural_person": "11",
            "requests.granted.total": "11",
            SETTLED: settled,
            "requests.total.total": "11",
        }
    )


@pytest.fixture
def review(report: Report) -> Review:
    return Review(report, author="李")


def judge(review: Review, verdict: Verdict | None, reason: str = "") -> Decision | None:
    finding = flow(review)
    review.do(Decide(finding=finding.id, verdict=verdict, reason=reason))
    return review.decision_of(finding)


def test_a_verdict_keeps_what_it_was_given_on(review: Review) -> None:
    finding = flow(review)
    decision = judge(review, Verdict.EXPLAINED, "上年口径")
    assert decision is not None
    assert (decision.verdict, decision.reason, decision.stale) == (
        Verdict.EXPLAINED,
        "上年口径",
        False,
    )
    assert (decision.rule, decision.cells) == (finding.rule, finding.cells)
    assert dict(zip(decision.cells, decision.printed, strict=True))[SETTLED] == "11"
    assert finding.place_label in decision.subject
    assert review.entries[0].reason == "上年口径"


def test_a_verdict_grows_stale_when_a_figure_under_it_is_transcribed(review: Review) -> None:
    judge(review, Verdict.REPORT_WRONG)
    changes = review.do(Transcribe(cell=SETTLED, text="9"))
    finding = flow(review)
    decision = review.decision_of(finding)
    assert decision is not None
    assert decision.stale
    place = finding.cells.index(SETTLED)
    assert (decision.printed[place], decision.current[place]) == ("11", "9")
    assert finding.id in changes.decisions
    undone = review.undo()
    assert undone is not None
    assert finding.id in undone.decisions
    fresh = review.decision_of(flow(review))
    assert fresh is not None
    assert not fresh.stale


def test_judging_again_makes_a_stale_verdict_fresh(review: Review) -> None:
    judge(review, Verdict.REPORT_WRONG)
    review.do(Transcribe(cell=SETTLED, text="9"))
    decision = judge(review, Verdict.REPORT_WRONG)
    assert decision is not None
    assert not decision.stale
    entries = len(review.entries)
    judge(review, Verdict.REPORT_WRONG)
    assert len(review.entries) == entries


def test_a_verdict_is_found_by_rule_and_cells_when_the_finding_has_another_id(
    review: Review,
) -> None:
    first = flow(review)
    judge(review, Verdict.CANNOT_TELL)
    later = Review(reissued("10"), author="李", entries=review.entries)
    finding = flow(later)
    assert finding.id != first.id
    decision = later.decision_of(finding)
    assert decision is not None
    assert (decision.verdict, decision.stale) == (Verdict.CANNOT_TELL, True)
    assert decision.current[finding.cells.index(SETTLED)] == "10"
    assert first.id not in later.decisions


def test_a_new_verdict_takes_the_place_of_the_stale_one(review: Review) -> None:
    first = flow(review)
    judge(review, Verdict.CANNOT_TELL)
    later = Review(reissued("10"), author="李", entries=review.entries)
    decision = judge(later, Verdict.REPORT_WRONG)
    assert decision is not None
    assert (decision.verdict, decision.stale) == (Verdict.REPORT_WRONG, False)
    assert later.entries[-1].before == "无法判断"
    again = Review(reissued("10"), author="李", entries=later.entries)
    assert set(again.decisions) == {flow(later).id}
    later.undo()
    stale = later.decision_of(flow(later))
    assert stale is not None
    assert (stale.finding, stale.stale) == (first.id, True)


def test_a_stale_verdict_can_be_taken_back(review: Review) -> None:
    judge(review, Verdict.CANNOT_TELL)
    later = Review(reissued("10"), author="李", entries=review.entries)
    changes = later.do(Decide(finding=flow(later).id, verdict=None))
    assert later.decisions == {}
    assert changes.decisions == {flow(later).id}


def test_a_verdict_outlives_its_finding(review: Review) -> None:
    finding = flow(review)
    judge(review, Verdict.MISREAD)
    cells = [
        f"requests.{row}.{column}"
        for row in ("granted", "total")
        for column in ("natural_person", "total")
    ]
    corrections = tuple(Transcribe(cell=CellId(cell), text="12") for cell in cells)
    changes = review.do(Group(title="更正", edits=corrections))
    assert finding.id in changes.findings_removed
    assert review.decisions[finding.id].verdict is Verdict.MISREAD
    review.do(Decide(finding=finding.id, verdict=Verdict.EXPLAINED, reason="改判"))
    kept = review.decisions[finding.id]
    assert (kept.verdict, kept.rule, kept.cells) == (Verdict.EXPLAINED, finding.rule, finding.cells)


def test_findings_without_cells_do_not_inherit_from_one_another(report: Report) -> None:
    shared = {
        "rule": RuleId("wording.blank"),
        "severity": Severity.HINT,
        "title": "留有空白",
        "place_label": "正文 第 3 行",
        "message": "链接为空。",
    }
    decision = Decision(
        finding=FindingId("before"),
        verdict=Verdict.EXPLAINED,
        reason="",
        rule="wording.blank",
        cells=(),
        printed=(),
        time=START,
        author="李",
    )
    finding = Finding.model_validate(shared | {"id": "after"})
    checked = Checked(findings=(finding,), evaluations=(), suspects=())
    content = Content(decisions={decision.finding: decision})
    assert current_verdicts(report, checked, content) == {"before": decision}


def test_of_several_verdicts_that_lost_their_finding_the_last_is_shown(review: Review) -> None:
    judge(review, Verdict.CANNOT_TELL)
    finding = flow(review)
    older = review.decisions[finding.id]
    newer = older.model_copy(update={"finding": FindingId("newer"), "verdict": Verdict.EXPLAINED})
    now = finding.model_copy(update={"id": FindingId("now")})
    checked = Checked(findings=(now,), evaluations=(), suspects=())
    for first, last in ((older, newer), (newer, older)):
        content = Content(decisions={first.finding: first, last.finding: last})
        shown = current_verdicts(review.original, checked, content)
        assert shown[now.id].verdict is last.verdict
        assert shown[first.finding] == first
