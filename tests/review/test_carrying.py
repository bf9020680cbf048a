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
        3,
        1,
        0,
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
    assert {note.text for note in new.notes} == {"整份报告", "收费", "一段"}
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
    assert {note.text for note in new.notes} == {"整份报告", "一段"}
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


def with_prose(text: str) -> Report:
    """The report with other words before its tables; no figure is where it was."""
    report = version()
    document = report.document
    shifted = document.model_copy(update={"text": f"{text}{document.text}"})
    readings = tuple(one.model_copy(update={"place": None}) for one in report.readings)
    return report.model_copy(update={"document": shifted, "readings": readings, "sections": ()})


def noted(text: str, passage: str, lead: str = "") -> Review:
    review = Review(with_prose(text), author="甲")
    start = text.index(lead + passage) + len(lead)
    span = Span(start=start, end=start + len(passage))
    review.do(Annotate(note="n", text="请核实", span=span))
    return review


def test_a_note_follows_its_passage_to_another_place() -> None:
    old = noted("全年公开信息98条。其中规范性文件5件。\n", "规范性文件5件")
    new = Review(with_prose("导语。\n全年公开信息98条。\n其中规范 性文件5件。\n"), author="乙")
    found = carry(old, new)
    assert found is not None
    assert (found.notes, found.left) == (1, 0)
    new.do(found.edit)
    (note,) = new.notes
    assert note.span is not None
    assert new.original.document.at(note.span) == "规范 性文件5件"
    assert note.text == "请核实"
    again = carry(new, Review(with_prose("改。规范性文件5件。\n"), author="丙"))
    assert again is not None
    assert again.notes == 1


def test_of_equal_passages_the_words_before_tell_which_it_is() -> None:
    old = noted("收到申请5件，办结申请5件。\n", "5件", lead="办结申请")
    new = Review(with_prose("导语。收到申请5件，办结申请5件。\n"), author="乙")
    found = carry(old, new)
    assert found is not None
    new.do(found.edit)
    (note,) = new.notes
    text = new.original.document.text
    assert note.span is not None
    assert text[: note.span.start].endswith("办结申请")


def test_a_note_whose_passage_is_gone_becomes_one_on_the_report() -> None:
    old = noted("收到申请5件，办结申请5件。\n", "办结申请5件")
    new = Review(with_prose("没有收到申请。\n"), author="乙")
    found = carry(old, new)
    assert found is not None
    new.do(found.edit)
    (note,) = new.notes
    assert note.span is None
    assert note.text.startswith("请核实")
    assert "“办结申请5件”" in note.text
