"""A review under other rules: findings change, what the reviewer said does not."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.checks.packs import assembled
from reviewer.checks.rules import built_in
from reviewer.forms.report import Report
from reviewer.review.model import Decide, Transcribe, Verdict
from reviewer.review.review import Review
from tests.checks.own_rules import FEW_CARRIED, GENTLE

SETTLED = CellId("requests.total.natural_person")


def judged(report: Report) -> Review:
    """A review in which every finding is judged."""
    review = Review(report, author="李")
    for finding in review.checked.findings:
        review.do(Decide(finding=finding.id, verdict=Verdict.EXPLAINED))
    return review


def test_verdicts_stay_under_other_rules(report: Report) -> None:
    review = judged(report)
    before = dict(review.decisions)
    changes = review.use_rules(assembled({"a.toml": GENTLE, "b.toml": FEW_CARRIED}))
    flow = next(one for one in review.checked.findings if one.rule == "requests.flow")
    assert flow.severity == "hint"
    assert flow.id in changes.findings_changed
    assert review.decision_of(flow) == before[flow.id]
    assert review.decisions == before


def test_verdicts_come_back_with_the_rule_that_was_switched_off(report: Report) -> None:
    review = judged(report)
    before = review.checked.findings
    off = "".join(
        f'[[rules]]\nid = "{rule}"\nenabled = false\n' for rule in {one.rule for one in before}
    )
    gone = review.use_rules(assembled({"a.toml": off}))
    assert gone.findings_removed == {one.id for one in before}
    assert review.checked.findings == ()
    back = review.use_rules(built_in())
    assert back.findings_added == gone.findings_removed
    assert all(review.decision_of(one) for one in before)


def test_other_rules_give_what_a_fresh_review_gives(report: Report) -> None:
    rules = assembled({"a.toml": GENTLE, "b.toml": FEW_CARRIED})
    review = judged(report)
    review.use_rules(rules)
    fresh = Review(report, author="李", entries=review.entries, rules=rules)
    assert (review.checked, review.decisions) == (fresh.checked, fresh.decisions)
    for each in (review, fresh):
        each.do(Transcribe(cell=SETTLED, text="12"))
    assert review.checked == fresh.checked
    again = Review(report, author="李", entries=review.entries, rules=rules)
    assert review.checked == again.checked
