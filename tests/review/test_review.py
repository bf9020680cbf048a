from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.errors import EditError, LibraryError
from reviewer.forms.report import Kind, Report
from reviewer.review.model import (
    Act,
    Annotate,
    Changes,
    Confirm,
    Decide,
    Edit,
    Entry,
    Group,
    Propose,
    Transcribe,
    Verdict,
)
from reviewer.review.review import Review
from tests.reports import make_report

SETTLED = CellId("requests.total.natural_person")
GRANTED = CellId("requests.granted.natural_person")
TOTAL = CellId("requests.total.total")
FEE = CellId("active.fee.amount")


@pytest.fixture
def review(report: Report, clock: Callable[[], datetime]) -> Review:
    return Review(report, author="李", clock=clock)


def test_a_transcription_replaces_the_figure_and_keeps_what_is_printed(review: Review) -> None:
    before = review.report.by_cell[FEE]
    review.do(Transcribe(cell=FEE, text="３．５万元"))
    reading = review.report.by_cell[FEE]
    assert (reading.kind, reading.number, reading.unit) == (Kind.NUMBER, Decimal("3.5"), "万元")
    assert reading.transcribed
    assert (reading.printed, reading.place) == (before.printed, before.place)
    assert review.transcriptions == {FEE: "３．５万元"}
    assert review.original.by_cell[FEE] == before


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.BLANK),
        ("　", Kind.BLANK),
        ("／", Kind.NIL),
        ("无", Kind.NIL),
        ("详见附件", Kind.TEXT),
    ],
)
def test_a_transcription_may_say_that_there_is_no_figure(
    review: Review, text: str, kind: Kind
) -> None:
    review.do(Transcribe(cell=SETTLED, text=text))
    reading = review.report.by_cell[SETTLED]
    assert (reading.kind, reading.number) == (kind, None)


def test_a_missing_cell_can_be_transcribed() -> None:
    review = Review(make_report(values={SETTLED: None}), author="李")
    review.do(Transcribe(cell=SETTLED, text="7"))
    reading = review.report.by_cell[SETTLED]
    assert (reading.printed, reading.number, reading.sure, reading.doubt) == (None, 7, True, None)
    assert review.entries[0].before == "未找到"


def test_typing_what_the_program_read_restores_its_reading(review: Review) -> None:
    review.do(Transcribe(cell=SETTLED, text="12"))
    review.do(Transcribe(cell=SETTLED, text="11"))
    assert review.transcriptions == {}
    assert review.report == review.original
    assert review.undo_status.undo == "恢复读数：表三 （七）总计 · 自然人"


def test_typing_what_is_printed_settles_a_doubtful_reading() -> None:
    report = make_report(values={SETTLED: "11"}, doubts={SETTLED: "两列粘连"})
    review = Review(report, author="李")
    review.do(Transcribe(cell=SETTLED, text="11"))
    reading = review.report.by_cell[SETTLED]
    assert (reading.sure, reading.doubt, reading.transcribed) == (True, None, True)


def test_rules_run_on_what_was_transcribed_and_not_on_what_is_proposed(review: Review) -> None:
    broken = {finding.id for finding in review.checked.findings}
    assert broken
    review.do(Propose(cell=SETTLED, text="12"))
    assert {finding.id for finding in review.checked.findings} == broken
    changes = review.do(
        Group(
            title="更正",
            edits=tuple(
                Transcribe(cell=CellId(f"requests.{row}.{column}"), text="12")
                for row in ("granted", "total")
                for column in ("natural_person", "total")
            ),
        )
    )
    assert review.checked.findings == ()
    assert changes.findings_removed == broken
    assert review.proposals == {SETTLED: "12"}
    assert review.report.by_cell[SETTLED].printed == "11"


def test_confirming_makes_a_doubtful_reading_sure_until_it_is_transcribed() -> None:
    review = Review(make_report(doubts={SETTLED: "两列粘连"}), author="李")
    assert review.do(Confirm(cell=SETTLED)).cells >= {SETTLED}
    reading = review.report.by_cell[SETTLED]
    assert (reading.sure, reading.doubt) == (True, "两列粘连")
    review.do(Transcribe(cell=SETTLED, text="8"))
    assert review.confirmed == frozenset()
    review.undo()
    assert review.confirmed == {SETTLED}
    review.do(Confirm(cell=SETTLED, on=False))
    assert not review.report.by_cell[SETTLED].sure


def test_a_finding_that_stays_with_another_figure_is_named_as_changed(review: Review) -> None:
    (flow, *_) = (each for each in review.checked.findings if SETTLED in each.cells)
    changes = review.do(Transcribe(cell=SETTLED, text="9"))
    now = {finding.id: finding for finding in review.checked.findings}
    assert now[flow.id].message != flow.message
    assert flow.id in changes.findings_changed
    assert changes.cells >= set(flow.cells)


def test_notes_are_written_replaced_and_deleted(
    review: Review, clock: Callable[[], datetime]
) -> None:
    span = Span(start=0, end=4)
    assert review.do(Annotate(note="a", text=" 核实 ", cell=TOTAL)).cells == {TOTAL}
    assert review.do(Annotate(note="b", text="标题", span=span)).notes == {"b"}
    changes = review.do(Annotate(note="a", text="请核实"))
    assert changes.notes == {"a"}
    assert changes.cells == {TOTAL}
    assert [(note.id, note.text, note.cell) for note in review.notes] == [
        ("b", "标题", None),
        ("a", "请核实", TOTAL),
    ]
    review.do(Annotate(note="b", text=" "))
    assert [note.id for note in review.notes] == ["a"]
    assert review.entries[-1].after == "无批注"


def test_entries_say_what_stood_there_before_and_after(review: Review) -> None:
    finding = review.checked.findings[0].id
    expected: list[tuple[Edit, str, str]] = [
        (Transcribe(cell=SETTLED, text="12"), "11", "12"),
        (Transcribe(cell=SETTLED, text=""), "12", "空白"),
        (Transcribe(cell=SETTLED, text=None), "空白", "11"),
        (Propose(cell=SETTLED, text="12"), "无建议", "12"),
        (Propose(cell=SETTLED, text=" "), "12", "无建议"),
        (Annotate(note="n", text="请核实"), "无批注", "请核实"),
        (Confirm(cell=SETTLED), "未确认", "已确认"),
        (Decide(finding=finding, verdict=Verdict.REPORT_WRONG), "待核", "报告有误"),
        (
            Decide(finding=finding, verdict=Verdict.EXPLAINED, reason="另计"),
            "报告有误",
            "口径说明：另计",
        ),
        (
            Group(
                title="粘贴 2 格",
                edits=(Transcribe(cell=SETTLED, text="1"), Propose(cell=TOTAL, text="2")),
            ),
            "表三 （七）总计 · 自然人：11\n表三 （七）总计 · 总计：无建议",
            "表三 （七）总计 · 自然人：1\n表三 （七）总计 · 总计：2",
        ),
    ]
    for edit, _, _ in expected:
        review.do(edit)
    told = [(entry.before, entry.after) for entry in review.entries]
    assert told == [(before, after) for _, before, after in expected]
    review.undo()
    assert (review.entries[-1].before, review.entries[-1].after) == tuple(reversed(told[-1]))
    assert review.entries[-1].target == len(expected)


def test_undo_and_redo_are_named_after_the_step(review: Review) -> None:
    finding = review.checked.findings[0]
    steps: list[tuple[Edit, str]] = [
        (Transcribe(cell=SETTLED, text="9"), "更正读数：表三 （七）总计 · 自然人"),
        (Propose(cell=SETTLED, text="12"), "修改建议：表三 （七）总计 · 自然人"),
        (Propose(cell=SETTLED, text=None), "撤回建议：表三 （七）总计 · 自然人"),
        (Annotate(note="a", text="请核实"), "写批注：整份报告"),
        (Annotate(note="b", text="题目", span=Span(start=2, end=4)), "写批注：正文 第1行"),
        (Annotate(note="b", text=""), "删除批注：正文 第1行"),
        (Confirm(cell=TOTAL), "确认读数：表三 （七）总计 · 总计"),
        (
            Decide(finding=finding.id, verdict=Verdict.MISREAD),
            f"核定为解析有误：{finding.place_label} {finding.title}",
        ),
        (
            Decide(finding=finding.id, verdict=None),
            f"撤回核定：{finding.place_label} {finding.title}",
        ),
        (Group(title="粘贴 1 格", edits=(Transcribe(cell=GRANTED, text="1"),)), "粘贴 1 格"),
    ]
    for edit, title in steps:
        assert review.do(edit).undo.undo == title
    for _, title in reversed(steps):
        assert review.undo_status.undo == title
        changes = review.undo()
        assert changes is not None
        assert changes.undo.redo == title
    assert review.undo_status.undo is None
    assert review.undo() is None
    assert len(review.entries) == 2 * len(steps)


def test_a_group_is_one_step(review: Review) -> None:
    edits = tuple(Transcribe(cell=cell, text="5") for cell in (SETTLED, GRANTED, TOTAL))
    review.do(Group(title="粘贴 3 格", edits=edits))
    assert len(review.transcriptions) == 3
    review.undo()
    assert review.transcriptions == {}
    review.redo()
    assert len(review.transcriptions) == 3


def test_a_group_with_one_edit_that_cannot_be_applied_changes_nothing(review: Review) -> None:
    edits = (Propose(cell=SETTLED, text="5"), Propose(cell=TOTAL, text="五件"))
    with pytest.raises(EditError, match="五件"):
        review.do(Group(title="粘贴", edits=edits))
    assert (review.proposals, review.entries) == ({}, ())


def test_edits_of_a_group_build_on_one_another(review: Review) -> None:
    edits = (
        Transcribe(cell=SETTLED, text="5"),
        Transcribe(cell=SETTLED, text="11"),
        Annotate(note="n", text="一", cell=TOTAL),
        Annotate(note="n", text="二"),
    )
    review.do(Group(title="粘贴", edits=edits))
    assert review.transcriptions == {}
    assert [(note.text, note.cell) for note in review.notes] == [("二", TOTAL)]


@pytest.mark.parametrize(
    "edit",
    [
        Transcribe(cell=SETTLED, text="11"),
        Transcribe(cell=SETTLED, text=None),
        Propose(cell=SETTLED, text=""),
        Annotate(note="new", text="  "),
        Confirm(cell=SETTLED, on=False),
        Group(title="粘贴", edits=(Transcribe(cell=SETTLED, text="11"),)),
    ],
    ids=lambda edit: edit.kind,
)
def test_an_edit_that_changes_nothing_is_not_recorded(review: Review, edit: Edit) -> None:
    review.do(Transcribe(cell=TOTAL, text="12"))
    review.undo()
    status = review.undo_status
    assert review.do(edit) == Changes(undo=status)
    assert len(review.entries) == 2
    assert status.redo is not None


def test_only_the_edits_of_a_group_that_change_something_are_recorded(review: Review) -> None:
    useful = Transcribe(cell=SETTLED, text="12")
    review.do(Group(title="粘贴", edits=(Transcribe(cell=TOTAL, text="11"), useful)))
    (entry,) = review.entries
    assert entry.edit == Group(title="粘贴", edits=(useful,))


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (Transcribe(cell=CellId("requests.nothing.total"), text="1"), "requests.nothing.total"),
        (Propose(cell=CellId("requests.nothing.total"), text="1"), "requests.nothing.total"),
        (Confirm(cell=CellId("requests.nothing.total")), "requests.nothing.total"),
        (Annotate(note="n", text="一", cell=CellId("a.b.c")), "a.b.c"),
        (Annotate(note="n", text="一", span=Span(start=0, end=10**7)), "正文"),
        (Annotate(note="n", text="一", span=Span(start=3, end=3)), "正文"),
        (Decide(finding="none", verdict=Verdict.EXPLAINED), "清单"),
        (Propose(cell=SETTLED, text="／"), "不是数字"),
        (Propose(cell=SETTLED, text="3/5"), "不是数字"),
        (Transcribe(cell=SETTLED, text="9" * 20_001), "过长"),
        (Transcribe(cell=SETTLED, text="\ud83d"), "无法保存"),
    ],
)
def test_an_edit_that_cannot_be_applied_says_why(review: Review, edit: Edit, message: str) -> None:
    before = review.report
    with pytest.raises(EditError, match=message):
        review.do(edit)
    assert review.entries == ()
    assert review.report is before


@pytest.mark.parametrize("operate", [lambda r: r.do(Confirm(cell=TOTAL)), Review.undo, Review.redo])
def test_what_cannot_be_stored_changes_nothing(
    report: Report, operate: Callable[[Review], Changes | None]
) -> None:
    full = False

    def store(entry: Entry) -> None:
        if full:
            raise LibraryError("磁盘已满。")

    review = Review(report, author="李", store=store)
    review.do(Transcribe(cell=SETTLED, text="12"))
    review.do(Propose(cell=TOTAL, text="12"))
    review.undo()
    full = True
    before = (review.entries, review.report, review.checked, review.proposals, review.undo_status)
    with pytest.raises(LibraryError):
        operate(review)
    after = (review.entries, review.report, review.checked, review.proposals, review.undo_status)
    assert after == before
    full = False
    assert operate(review) is not None


def test_every_entry_is_stored_as_it_is_kept(report: Report) -> None:
    stored: list[Entry] = []
    review = Review(report, author="李", store=stored.append)
    review.do(Transcribe(cell=SETTLED, text="12"), reason="扫描件第 3 页")
    review.author = "王"
    review.undo()
    review.redo()
    assert tuple(stored) == review.entries
    assert [entry.act for entry in stored] == [Act.DID, Act.UNDID, Act.REDID]
    assert [entry.author for entry in stored] == ["李", "王", "王"]
    assert stored[0].reason == "扫描件第 3 页"


def test_an_altered_journal_is_not_opened(review: Review, report: Report) -> None:
    review.do(Transcribe(cell=SETTLED, text="12"))
    altered = review.entries[0].model_copy(update={"author": "王"})
    with pytest.raises(LibraryError, match="第 1 条"):
        Review(report, author="李", entries=[altered])


def test_a_journal_outlives_cells_and_findings_that_it_speaks_of(review: Review) -> None:
    finding = review.checked.findings[0]
    gone = CellId("requests.other_misc.total")
    review.do(Transcribe(cell=gone, text="3"))
    review.do(Propose(cell=gone, text="4"))
    review.do(Annotate(note="n", text="核实", cell=gone))
    review.do(Decide(finding=finding.id, verdict=Verdict.REPORT_WRONG))
    other = Review(make_report("2019"), author="李", entries=review.entries)
    assert other.report.by_cell == other.original.by_cell
    assert finding.id in other.decisions
    assert gone in other.transcriptions
    other.do(Transcribe(cell=gone, text=None))
    other.do(Decide(finding=finding.id, verdict=None))
    assert (other.transcriptions, other.decisions) == ({}, {})
    while other.undo():
        pass
    assert other.notes == ()


def test_a_snapshot_stays_as_it_was_taken() -> None:
    kept: list[Entry] = []
    review = Review(make_report(), author="甲", store=kept.append)
    review.do(Confirm(cell=CellId("requests.new.total")))
    taken = review.snapshot()
    review.do(Annotate(note="one", text="请附台账编号。"))
    assert (taken.entries, taken.notes) == (review.entries[:1], ())
    assert taken.confirmed == review.confirmed
    taken.undo()
    assert kept == list(review.entries)
