"""What each figure shows follows from the review, and from nothing else."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.forms.catalog import form
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind
from reviewer.review.model import Annotate, Confirm, Decide, Propose, Transcribe, Verdict
from reviewer.review.review import Review
from reviewer.window.faces import faces_of, open_findings, related_cells, words_of
from reviewer.window.look.marks import Mark, mark_name
from tests.gui.desks import CARRIED_IN, GOOD, GRAND_TOTAL, NEW, TOTAL, faulty, sound
from tests.reports import make_report


def table_of(key: str, form_id: str = "2021") -> FormTable:
    table = form(form_id).table(key)
    assert table is not None
    return table


REQUESTS = table_of("requests")


def marks(review: Review, cell: CellId) -> tuple[Mark, ...]:
    return faces_of(review)[cell].marks


def test_a_sound_report_has_no_marks() -> None:
    review = Review(sound(), author="甲")
    assert not any(face.marks for face in faces_of(review).values())
    assert open_findings(review, REQUESTS) == []


def test_the_wrong_figure_is_marked_and_not_the_sums_it_breaks() -> None:
    review = Review(faulty(), author="甲")
    faces = faces_of(review)
    assert [cell for cell, face in faces.items() if Mark.BROKEN in face.marks] == [TOTAL]
    assert "12＋1＝13" in words_of(review, faces[TOTAL])


def test_without_a_likely_culprit_the_first_cell_of_the_sum_is_marked() -> None:
    values = {**GOOD, "requests.new.natural_person": None, "requests.total.total": 15}
    review = Review(make_report("2021", values), author="甲")
    broken = {one.cells[0] for one in review.checked.findings if one.severity == "error"}
    marked = {cell for cell, face in faces_of(review).items() if Mark.BROKEN in face.marks}
    assert marked
    assert marked <= broken | {change.cell for s in review.checked.suspects for change in s.changes}


def test_each_decision_shows_its_own_mark() -> None:
    review = Review(sound(), author="甲")
    review.do(Transcribe(cell=NEW, text="13"))
    review.do(Propose(cell=CARRIED_IN, text="2"))
    review.do(Annotate(note="n", text="请核实", cell=TOTAL))
    review.do(Confirm(cell=GRAND_TOTAL))
    assert Mark.TRANSCRIBED in marks(review, NEW)
    assert marks(review, CARRIED_IN) == (Mark.PROPOSED,)
    assert Mark.NOTED in marks(review, TOTAL)
    assert Mark.CONFIRMED in marks(review, GRAND_TOTAL)


def test_a_transcription_shows_what_was_typed_and_tells_what_was_read() -> None:
    review = Review(sound(), author="甲")
    review.do(Transcribe(cell=NEW, text="１３"))
    face = faces_of(review)[NEW]
    assert face.text == "１３"
    assert "程序原读：12" in words_of(review, face)


def test_a_doubt_ends_when_the_reviewer_has_looked() -> None:
    report = make_report("2021", GOOD, doubts={NEW: "两个数连在一起"})
    review = Review(report, author="甲")
    assert Mark.DOUBTFUL in marks(review, NEW)
    assert "两个数连在一起" in words_of(review, faces_of(review)[NEW])
    review.do(Confirm(cell=NEW))
    assert Mark.DOUBTFUL not in marks(review, NEW)
    review.undo()
    review.do(Transcribe(cell=NEW, text="12"))
    assert Mark.DOUBTFUL not in marks(review, NEW)


def test_blank_nil_nought_and_missing_are_told_apart() -> None:
    cells = ["new", "carried_in", "granted", "granted_in_part"]
    values = dict(
        zip((f"requests.{row}.research" for row in cells), ["", "／", "0", None], strict=True)
    )
    review = Review(make_report("2021", values), author="甲")
    faces = faces_of(review)
    shown = [faces[CellId(f"requests.{row}.research")] for row in cells]
    assert [face.kind for face in shown] == [Kind.BLANK, Kind.NIL, Kind.NUMBER, Kind.MISSING]
    assert [face.text for face in shown] == ["", "／", "0", ""]
    assert len({words_of(review, face).splitlines()[1] for face in shown}) == 4


def test_a_verdict_settles_the_mark_and_the_count() -> None:
    review = Review(faulty(), author="甲")
    findings = [one for one in review.checked.findings if TOTAL in one.cells]
    assert len(open_findings(review, REQUESTS)) == len(findings) == 3
    for finding in findings[:2]:
        review.do(Decide(finding=finding.id, verdict=Verdict.REPORT_WRONG))
    assert len(open_findings(review, REQUESTS)) == 1
    assert not faces_of(review)[TOTAL].settled
    review.do(Decide(finding=findings[2].id, verdict=Verdict.EXPLAINED))
    assert open_findings(review, REQUESTS) == []
    assert faces_of(review)[TOTAL].settled


def test_related_cells_stand_in_a_broken_rule_with_the_cell() -> None:
    review = Review(faulty(), author="甲")
    related = related_cells(review, TOTAL)
    assert {NEW, CARRIED_IN, GRAND_TOTAL} <= related
    assert TOTAL not in related
    assert related_cells(review, CellId("requests.new.business")) == frozenset()
    assert related_cells(Review(sound(), author="甲"), TOTAL) == frozenset()


def test_figures_that_no_rule_watches_say_so() -> None:
    review = Review(sound(), author="甲")
    faces = faces_of(review)
    assert faces[CellId("active.licence.decisions")].guards == 0
    assert all(faces[cell].guards >= 2 for cell, _, _ in REQUESTS.cells())


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_has_a_name(mark: Mark) -> None:
    assert mark_name(mark)
