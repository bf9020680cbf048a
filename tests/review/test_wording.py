"""Entries of the journal in words: what was done, where, and what came of it."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.review.model import Annotate, Decide, Edit, Group, Propose, Verdict
from reviewer.review.review import Review
from reviewer.review.wording import Told, told
from tests.reports import make_report

NEW = CellId("requests.new.natural_person")
TOTAL = CellId("requests.new.total")


def told_after(*edits: Edit) -> Told:
    """The last of these edits in words; its journal is a report's with a broken rule."""
    review = Review(make_report("2021", {NEW: 12, TOTAL: 14}), author="甲")
    for edit in edits:
        review.do(edit)
    return told(review.entries[-1], review.original)


def judged(reason: str) -> Decide:
    review = Review(make_report("2021", {NEW: 12, TOTAL: 14}), author="甲")
    finding = review.checked.findings[0].id
    return Decide(finding=finding, verdict=Verdict.EXPLAINED, reason=reason)


def test_a_new_note_is_all_that_was_added_however_many_colons_it_has() -> None:
    note = Annotate(note="1", text="见：\n附件：二", span=Span(start=0, end=2))
    assert told_after(note) == Told(
        deed="写批注",
        place="正文 第1行",
        before="无批注",
        after="见： 附件：二",
        added="见： 附件：二",
    )
    changed = told_after(note, note.model_copy(update={"text": "无"}))
    assert (changed.before, changed.after, changed.added) == ("见： 附件：二", "无", "")


def test_a_reason_given_later_is_added_and_one_given_at_once_is_not() -> None:
    assert told_after(judged("已核实")).added == ""
    later = told_after(judged(""), judged("已核实"))
    assert (later.deed, later.added) == ("核定为口径说明", "已核实")
    assert told_after(judged("甲"), judged("乙")).added == ""


def test_a_group_is_told_by_its_title_whole() -> None:
    edits = tuple(Propose(cell=cell, text="3") for cell in (NEW, TOTAL))
    group = told_after(Group(title="沿用：两格", edits=edits))
    assert (group.deed, group.place) == ("沿用：两格", "")
