"""A report is issued again: what was said of it goes with it, as far as it is the same."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.review.carrying import Carried, carried
from reviewer.review.journal import fold
from reviewer.review.model import Annotate, Confirm, Decide, Propose, Transcribe, Verdict
from reviewer.review.review import Review
from tests.reports import make_report

SETTLED = CellId("requests.total.natural_person")
FEE = CellId("active.fee.amount")
LICENCE = CellId("active.licence.decisions")
FAULTY: dict[str, str | int] = {
    "requests.new.natural_person": 12,
    "requests.new.total": 12,
    "requests.granted.natural_person": 11,
    "requests.granted.total": 11,
    "requests.total.natural_person": 11,
    "requests.total.total": 11,
    "active.fee.amount": "",
}


def version(**changed: int) -> Report:
    """A version of the report; figures by their rows' names."""
    named = {"settled": SETTLED, "fee": FEE, "licence": LICENCE}
    return make_report("2021", FAULTY | {named[key]: value for key, value in changed.items()})


def carry(old: Review, new: Review) -> Carried | None:
    content = fold(old.entries).content
    return carried(content, old.original.readings, new, "沿用上一版本的审核")


@pytest.fixture
def old() -> Review:
    """The first version, with verdicts on all findings, and notes."""
    review = Review(version(), author="甲")
    for finding in review.checked.findings:
        review.do(Decide(finding=finding.id, verdict=Verdict.REPORT_WRONG, reason="请更正"))
    review.do(Annotate(note="a", text="整份报告"))
    review.do(Annotate(note="b", text="收费", cell=FEE))
    review.do(Annotate(note="c", text="一段", span=Span(start=0, end=3)))
    review.do(Propose(cell=LICENCE, text="3"))
    return review


def test_where_nothing_changed_everything_is_carried(old: Review) -> None:
    new = Review(version(), author="乙")
    found = carry(old, new)
    assert found is not None
    assert (found.verdicts, found.again, found.notes, found.figures, found.left) == (
        len(old.decisions),
        0,
        2,
        1,
        1,
    )
    new.do(found.edit)
    assert new.decisions.keys() == old.decisions.keys()
    for key, decision in new.decisions.items():
        was = old.decisions[key]
        assert not decision.stale
        assert (decision.verdict, decision.reason, decision.printed, decision.subject) == (
            was.verdict,
            was.reason,
            was.printed,
            was.subject,
        )
        assert decision.author == "乙"
    assert {note.text for note in new.notes} == {"整份报告", "收费"}
    assert new.proposals == {LICENCE: "3"}
    assert len(new.entries) == 1
    new.undo()
    assert (new.decisions, new.notes, new.proposals) == ({}, (), {})


def test_what_changed_is_to_be_looked_at_again_with_both_values(old: Review) -> None:
    new = Review(version(settled=10, fee=5, licence=4), author="乙")
    found = carry(old, new)
    assert found is not None
    new.do(found.edit)
    stale = [one for one in new.decisions.values() if one.stale]
    assert len(stale) == found.again > 0
    assert all((SETTLED, "11", "10") in one.moved for one in stale)
    assert {note.text for note in new.notes} == {"整份报告"}
    assert new.proposals == {}


def test_a_verdict_whose_finding_is_gone_stays_behind(old: Review) -> None:
    new = Review(make_report("2021"), author="乙")
    found = carry(old, new)
    assert found is not None
    assert found.verdicts == 0
    new.do(found.edit)
    assert new.decisions == {}


def test_corrections_are_carried_with_the_verdicts_that_hang_on_them() -> None:
    old = Review(version(), author="甲")
    old.do(Transcribe(cell=SETTLED, text="9"))
    old.do(Confirm(cell=LICENCE))
    for finding in old.checked.findings:
        old.do(Decide(finding=finding.id, verdict=Verdict.MISREAD))
    new = Review(version(), author="乙")
    found = carry(old, new)
    assert found is not None
    new.do(found.edit)
    assert new.transcriptions == {SETTLED: "9"}
    assert new.checked == old.checked
    assert new.decisions.keys() == old.decisions.keys()
    assert not any(one.stale for one in new.decisions.values())
    assert new.confirmed == frozenset()


def test_what_the_reviewer_decided_here_is_not_replaced(old: Review) -> None:
    new = Review(version(), author="乙")
    first = new.checked.findings[0].id
    new.do(Decide(finding=first, verdict=Verdict.EXPLAINED))
    found = carry(old, new)
    assert found is not None
    new.do(found.edit)
    assert new.decisions[first].verdict is Verdict.EXPLAINED
    assert len(new.decisions) == len(old.decisions)


def test_nothing_said_is_nothing_to_carry() -> None:
    assert carry(Review(version(), author="甲"), Review(version(), author="乙")) is None


def test_a_journal_with_carried_verdicts_is_read_again(old: Review) -> None:
    new = Review(version(settled=10), author="乙")
    found = carry(old, new)
    assert found is not None
    new.do(found.edit)
    again = Review(version(settled=10), author="丙", entries=new.entries)
    assert again.decisions == new.decisions
