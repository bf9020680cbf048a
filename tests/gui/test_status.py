from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reviewer.review.model import Confirm, Transcribe
from reviewer.review.review import Review
from reviewer.window.frame.status import StatusLine
from reviewer.window.summary import summary_of
from tests.gui.desks import NEW, TOTAL, Desk, faulty
from tests.gui.programs import FAULTY, SOUND, Program
from tests.reports import make_report


def line(desk: Desk) -> StatusLine:
    made = StatusLine(desk.workbench, desk.theme, desk.host)
    made.resize(1200, 30)
    desk.host.show()
    made.show()
    return made


def test_an_empty_window_has_an_empty_line(desk: Desk) -> None:
    shown = line(desk)
    assert not shown.form.isVisible()
    assert not shown.saved.isVisible()


def test_form_figures_and_findings_are_told(desk: Desk) -> None:
    shown = line(desk)
    review = desk.open(faulty())
    assert "2021 格式（" in shown.form.text()
    assert shown.cells.text() == "200 格：已读 200，存疑 0"
    assert shown.findings.text() == f"待核问题 {len(review.checked.findings)}"
    desk.workbench.transcribe(TOTAL, "12")
    assert shown.findings.text() == "待核问题 0"
    clock = review.entries[-1].time.astimezone().strftime("%H:%M")
    assert shown.saved.text() == f"已自动保存 {clock}"


def test_a_form_of_another_year_is_told(desk: Desk) -> None:
    shown = line(desk)
    desk.open(make_report("2019", year=2022))
    assert shown.form.text().endswith("应为 2021 格式")


def test_no_form_is_told_of_a_report_on_a_school_year(desk: Desk) -> None:
    shown = line(desk)
    desk.open(make_report("2008", year=None).model_copy(update={"school_year": "2021—2022"}))
    assert shown.form.text() == "学年报告 · 不适用规定的格式"


def test_doubtful_and_missing_figures_are_counted_until_they_are_settled() -> None:
    report = make_report("2021", {TOTAL: None}, doubts={NEW: "字迹不清"})
    review = Review(report, author="甲")
    assert (summary_of(review).doubtful, summary_of(review).missing) == (1, 1)
    review.do(Confirm(cell=NEW))
    review.do(Transcribe(cell=TOTAL, text="0"))
    assert (summary_of(review).doubtful, summary_of(review).missing) == (0, 0)


def test_a_report_without_tables_has_no_figures_to_count(desk: Desk) -> None:
    shown = line(desk)
    desk.open(make_report("2008", year=2016))
    assert not shown.cells.isVisible()


def test_reading_shows_progress_and_can_be_stopped(program: Program, tmp_path: Path) -> None:
    copies = [tmp_path / f"{number}.txt" for number in range(30)]
    for number, path in enumerate(copies):
        path.write_text(FAULTY.read_text("utf-8") + "\n" * number, "utf-8")
    status = program.window.statusBar()
    assert isinstance(status, StatusLine)
    program.bench.open_paths(copies)
    program.qtbot.waitUntil(lambda: status.progress.isVisible() and bool(program.bench.reviews))
    button = status.progress.findChild(QToolButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    program.wait()
    assert not status.progress.isVisible()
    assert 0 < len(program.bench.reviews) < len(copies)


def test_what_is_said_goes_again(desk: Desk, qtbot: QtBot) -> None:
    shown = line(desk)
    desk.workbench.said.emit("已导出。")
    assert shown.currentMessage() == "已导出。"
    shown.clearMessage()


def test_what_was_said_goes_with_the_next_edit(desk: Desk) -> None:
    shown = line(desk)
    desk.open(faulty())
    desk.workbench.transcribe(TOTAL, "12")
    desk.workbench.undo()
    assert "已撤销" in shown.currentMessage()
    desk.workbench.transcribe(NEW, "13")
    assert shown.currentMessage() == ""


def test_what_was_said_goes_with_the_next_step_whatever_it_is(program: Program) -> None:
    program.open(FAULTY, SOUND)
    status, bench = program.window.status, program.bench
    bench.open_paths([FAULTY])
    program.wait()
    assert "已经打开" in status.currentMessage()
    bench.next_finding()
    assert status.currentMessage() == ""
    bench.previous_finding()
    assert "转到最后一处" in status.currentMessage()
    bench.next_finding()
    assert "回到第一处" in status.currentMessage()
    bench.next_finding()
    assert status.currentMessage() == ""
    bench.transcribe(NEW, "13")
    bench.undo()
    assert "已撤销" in status.currentMessage()
    bench.show(bench.reviews[1])
    assert status.currentMessage() == ""
