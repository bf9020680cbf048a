from __future__ import annotations

from pathlib import Path

from reviewer.base import CellId
from reviewer.checks.model import Finding
from reviewer.document.model import Span
from reviewer.errors import NotAReportError, ReviewerError, UnreadableError
from reviewer.review.model import Act, Changes, Verdict
from reviewer.window.selection import Chooser
from tests.gui.desks import CARRIED_IN, GOOD, NEW, TOTAL, Desk, faulty, sound
from tests.gui.programs import FAULTY, PROSE, SOUND, Program
from tests.reports import make_report


def broken(desk: Desk) -> tuple[Finding, ...]:
    review = desk.workbench.current
    assert review is not None
    return review.checked.findings


def test_the_same_content_is_not_opened_twice(desk: Desk) -> None:
    first = desk.open(faulty())
    desk.open(sound())
    assert desk.open(faulty()) is first
    assert len(desk.workbench.reviews) == 2
    assert desk.said == ["这份报告已经打开。"]


def test_the_first_of_several_files_is_shown_and_stays(program: Program) -> None:
    program.bench.open_paths([FAULTY, SOUND])
    review = program.wait()
    assert review.report.document.origin.path == str(FAULTY)
    assert len(program.bench.reviews) == 2


def test_files_in_a_folder_and_below_are_opened(program: Program, tmp_path: Path) -> None:
    (tmp_path / "乡镇").mkdir()
    (tmp_path / "街道.txt").write_bytes(SOUND.read_bytes())
    (tmp_path / "乡镇" / "镇.txt").write_bytes(FAULTY.read_bytes())
    (tmp_path / "图.svg").write_bytes(b"<svg/>")
    (tmp_path / "README.md").write_bytes(FAULTY.read_bytes())
    program.open(tmp_path)
    names = [Path(one.report.document.origin.path).name for one in program.bench.reviews]
    assert sorted(names) == ["街道.txt", "镇.txt"]


def test_a_folder_without_reports_is_told(program: Program, tmp_path: Path) -> None:
    failures: list[ReviewerError] = []
    program.bench.failed.connect(failures.append)
    program.bench.open_paths([tmp_path])
    program.qtbot.waitUntil(lambda: not program.bench.worker.busy)
    assert ["没有可读的文件" in error.message for error in failures] == [True]


def test_what_cannot_be_opened_is_told_and_the_rest_is_opened(
    program: Program, tmp_path: Path
) -> None:
    failures: list[ReviewerError] = []
    program.bench.failed.connect(failures.append)
    poem = tmp_path / "poem.txt"
    poem.write_text("床前明月光，疑是地上霜。\n" * 20, "utf-8")
    review = program.open(tmp_path / "gone.txt", poem, SOUND)
    assert review.report.document.origin.path == str(SOUND)
    assert [type(error) for error in failures] == [UnreadableError, NotAReportError]


def test_a_cell_brings_its_place_and_its_finding(desk: Desk) -> None:
    review = desk.open(faulty())
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    chosen = desk.workbench.selection
    finding = desk.workbench.finding(chosen.finding)
    assert chosen.span is not None
    assert review.report.document.at(chosen.span) == "11"
    assert finding is not None
    assert TOTAL in finding.cells
    assert chosen.chooser is Chooser.GRID


def test_a_cell_keeps_the_finding_that_was_selected_if_it_is_on_it(desk: Desk) -> None:
    desk.open(faulty())
    last = [one for one in broken(desk) if TOTAL in one.cells][-1]
    desk.workbench.select_finding(last.id, Chooser.FINDINGS)
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    assert desk.workbench.selection.finding == last.id


def test_a_caret_in_a_figure_selects_its_cell(desk: Desk) -> None:
    review = desk.open(faulty())
    place = review.report.by_cell[NEW].place
    assert place is not None
    desk.workbench.select_span(Span(start=place.span.start, end=place.span.start), Chooser.SOURCE)
    assert desk.workbench.selection.cell == NEW


def test_a_passage_without_figures_selects_no_cell(desk: Desk) -> None:
    desk.open(faulty())
    desk.workbench.select_span(Span(start=0, end=3), Chooser.SOURCE)
    assert desk.workbench.selection.cell is None
    assert desk.workbench.selection.span == Span(start=0, end=3)


def test_a_finding_brings_its_most_suspect_cell(desk: Desk) -> None:
    desk.open(faulty())
    for finding in broken(desk):
        desk.workbench.select_finding(finding.id, Chooser.FINDINGS)
        if TOTAL in finding.cells:
            assert desk.workbench.selection.cell == TOTAL


def test_a_finding_about_a_sentence_leads_to_the_sentence_and_its_cell(program: Program) -> None:
    review = program.open(FAULTY)
    finding = next(one for one in review.checked.findings if one.rule == "claims.explained")
    program.bench.select_finding(finding.id, Chooser.FINDINGS)
    chosen = program.bench.selection
    assert chosen.cell == finding.cells[0]
    assert chosen.span is not None
    assert review.report.document.at(chosen.span) == "15件"
    assert "第8行" in finding.place_label
    assert "第 8 行" in program.window.panels.source.text.place.text()
    program.bench.select_cell(finding.cells[0], Chooser.INSPECTOR)
    assert program.bench.selection.span != chosen.span
    assert program.bench.selection.finding == finding.id


def test_each_report_keeps_its_selection(desk: Desk) -> None:
    first = desk.open(faulty())
    desk.workbench.select_cell(NEW, Chooser.GRID)
    desk.open(sound())
    assert desk.workbench.selection.cell is None
    desk.workbench.show(first)
    assert desk.selections[-1].cell == NEW


def test_findings_are_walked_round_in_both_directions(desk: Desk) -> None:
    desk.open(faulty())
    ids = [one.id for one in broken(desk)]
    walked = []
    for _ in range(len(ids) + 1):
        desk.workbench.next_finding()
        walked.append(desk.workbench.selection.finding)
    assert walked == [*ids, ids[0]]
    desk.workbench.previous_finding()
    assert desk.workbench.selection.finding == ids[-1]


def test_only_findings_that_are_shown_are_walked(desk: Desk) -> None:
    desk.open(faulty())
    last = broken(desk)[-1].id
    desk.workbench.set_finding_order([last])
    desk.workbench.next_finding()
    assert desk.workbench.selection.finding == last


def test_each_report_is_walked_in_its_own_order(desk: Desk) -> None:
    first = desk.open(faulty())
    *_, last = broken(desk)
    desk.workbench.set_finding_order([last.id])
    second = desk.open(make_report("2021", {**GOOD, "requests.new.total": 15}, body="河口镇"))
    desk.workbench.next_finding()
    assert desk.workbench.selection.finding == second.checked.findings[0].id
    desk.workbench.show(first)
    desk.workbench.next_finding()
    assert desk.workbench.selection.finding == last.id


def test_a_proposal_is_no_transcription(desk: Desk) -> None:
    review = desk.open(faulty())
    assert desk.workbench.propose(TOTAL, "12")
    assert review.report.by_cell[TOTAL].number == 11
    assert broken(desk)
    assert desk.workbench.transcribe(TOTAL, "12")
    assert review.report.by_cell[TOTAL].number == 12
    assert not broken(desk)


def test_the_likeliest_repair_is_taken_with_its_reason(desk: Desk) -> None:
    review = desk.open(faulty())
    desk.workbench.next_finding()
    assert desk.workbench.take_suspect()
    assert review.proposals == {TOTAL: "12"}
    assert review.entries[-1].reason == review.checked.suspects[0].why


def test_without_a_repair_nothing_is_taken(desk: Desk) -> None:
    review = desk.open(sound())
    desk.workbench.select_cell(NEW, Chooser.GRID)
    assert not desk.workbench.take_suspect()
    assert review.entries == ()
    assert desk.said == ["所选内容没有可采纳的建议。"]


def test_an_edit_that_cannot_be_done_is_told_and_changes_nothing(desk: Desk) -> None:
    review = desk.open(faulty())
    failures: list[ReviewerError] = []
    desk.workbench.failed.connect(failures.append)
    assert not desk.workbench.transcribe(CellId("requests.nothing.total"), "1")
    assert len(failures) == 1
    assert review.entries == ()


def test_a_verdict_keeps_what_it_was_given_on(desk: Desk) -> None:
    review = desk.open(faulty())
    finding = broken(desk)[0]
    assert desk.workbench.decide(finding.id, Verdict.REPORT_WRONG, "台账为 12")
    decision = review.decision_of(finding)
    assert decision is not None
    assert decision.printed == tuple(
        review.report.by_cell[cell].printed or "" for cell in finding.cells
    )
    assert decision.reason == "台账为 12"
    assert decision.rule == finding.rule
    assert decision.cells == finding.cells
    assert review.entries[-1].reason == "台账为 12"
    assert desk.workbench.decide(finding.id, Verdict.EXPLAINED)
    decision = review.decision_of(finding)
    assert decision is not None
    assert (decision.verdict, decision.reason) == (Verdict.EXPLAINED, "台账为 12")
    assert desk.workbench.decide(finding.id, None)
    assert review.entries[-1].reason == ""


def test_undo_and_redo_are_told_like_any_edit(desk: Desk) -> None:
    review = desk.open(faulty())
    told: list[Changes] = []
    desk.workbench.changed.connect(told.append)
    desk.workbench.transcribe(TOTAL, "12")
    desk.workbench.undo()
    assert review.report.by_cell[TOTAL].number == 11
    desk.workbench.redo()
    assert review.report.by_cell[TOTAL].number == 12
    assert [TOTAL in changes.cells for changes in told] == [True] * 3
    assert [entry.act for entry in review.entries] == [Act.DID, Act.UNDID, Act.REDID]


def test_while_a_cell_is_typed_in_undo_belongs_to_its_editor(desk: Desk) -> None:
    review = desk.open(faulty())
    desk.workbench.transcribe(TOTAL, "12")
    desk.workbench.set_editing(True)
    desk.workbench.undo()
    assert review.report.by_cell[TOTAL].number == 12
    desk.workbench.set_editing(False)
    desk.workbench.undo()
    assert review.report.by_cell[TOTAL].number == 11


def test_a_figure_being_typed_is_weighed(desk: Desk) -> None:
    desk.open(faulty())
    answers: list[object] = []
    desk.workbench.what_if_changed.connect(answers.append)
    desk.workbench.try_figure(TOTAL, "12")
    desk.workbench.try_figure(TOTAL, None)
    first, last = answers
    assert len(first.fixes) == 3  # type: ignore[attr-defined]
    assert last is None


def test_saving_is_told_with_the_time_of_the_entry(desk: Desk) -> None:
    review = desk.open(faulty())
    times: list[object] = []
    desk.workbench.saved.connect(times.append)
    desk.workbench.confirm(CARRIED_IN)
    assert times == [review.entries[-1].time]


def test_closing_a_report_shows_its_neighbour(desk: Desk) -> None:
    first, second = desk.open(faulty()), desk.open(sound())
    desk.workbench.close_review(second)
    assert desk.workbench.current is first
    desk.workbench.close_review(first)
    assert desk.workbench.current is None
    assert desk.workbench.reviews == ()


def test_closing_everything_shows_no_report_in_between(program: Program) -> None:
    program.open(FAULTY, SOUND, PROSE)
    bench, window = program.bench, program.window
    before = bench.reviews
    shown: list[object] = []
    parted: list[object] = []
    closed: list[object] = []
    bench.current_changed.connect(shown.append)
    bench.parting.connect(parted.append)
    bench.closed.connect(closed.append)
    window.actions_by_id["file.close_all"].trigger()
    assert shown == [None]
    assert parted == list(before)
    assert closed == [one.sha256 for one in before]
    assert bench.reviews == ()
    bench.close_all()
    assert shown == [None]


def test_closing_everything_keeps_drafts(program: Program) -> None:
    first = program.open(FAULTY)
    second = program.open(SOUND)
    notes = program.window.panels.notes
    for review, text in ((first, "第一份的批注"), (second, "第二份的批注")):
        program.bench.show(review)
        program.window.actions_by_id["review.note"].trigger()
        notes.editor.field.setPlainText(text)
    program.bench.close_all()
    for review, text in ((first, "第一份的批注"), (second, "第二份的批注")):
        drafts = program.library.drafts(review.sha256)
        assert [one.text for one in drafts] == [text]
        assert review.notes == ()


def test_another_reviewer_signs_what_comes_after(desk: Desk) -> None:
    review = desk.open(faulty())
    desk.workbench.confirm(NEW)
    desk.workbench.set_author("复核员乙")
    desk.workbench.confirm(CARRIED_IN)
    assert [entry.author for entry in review.entries] == ["审核员甲", "复核员乙"]


def test_a_review_is_found_again_after_a_restart_wherever_the_file_lies(
    program: Program, tmp_path: Path
) -> None:
    program.open(FAULTY)
    program.bench.transcribe(TOTAL, "12", "对照原件")
    moved = tmp_path / "改了名.txt"
    moved.write_bytes(FAULTY.read_bytes())
    program.restart()
    review = program.open(moved)
    assert review.transcriptions == {TOTAL: "12"}
    assert review.entries[-1].reason == "对照原件"


def test_recent_reports_can_be_opened_again_pasted_ones_too(program: Program) -> None:
    program.open(FAULTY)
    program.bench.open_text(SOUND.read_text("utf-8"))
    program.wait()
    program.restart()
    seen = program.bench.archive.recent()
    assert [bool(one.path) for one in seen] == [False, True]
    for one in seen:
        program.bench.archive.open(one)
        program.wait()
    assert len(program.bench.reviews) == 2


def test_a_file_that_cannot_be_read_is_named(program: Program, tmp_path: Path) -> None:
    names = ("空的甲.txt", "空的乙.txt")
    for name in names:
        (tmp_path / name).touch()
    program.bench.open_paths([tmp_path / name for name in names])
    program.qtbot.waitUntil(lambda: not program.bench.worker.busy)
    for name in reversed(names):  # the newest is seen first
        message = program.window.messages.message
        assert message is not None
        assert name in message.text
        program.window.messages.dismiss()


def test_undo_and_redo_say_what_they_did(desk: Desk) -> None:
    desk.open(faulty())
    desk.workbench.transcribe(TOTAL, "12")
    what = desk.workbench.undo_status.undo
    desk.workbench.undo()
    assert desk.said[-1] == f"已撤销：{what}"
    desk.workbench.redo()
    assert desk.said[-1] == f"已重做：{what}"
