"""Two windows of the program on one library: each notices what the other one did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from reviewer.library.library import open_library
from reviewer.review.model import Annotate, Transcribe
from reviewer.review.review import Review
from reviewer.window.selection import Chooser
from tests.gui.desks import NEW, TOTAL
from tests.gui.programs import FAULTY, SOUND, Program

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def other(program: Program) -> Iterator[Review]:
    """The review of the report shown, open in another window."""
    here = program.open(FAULTY)
    sha256 = here.report.document.origin.sha256
    with closing(open_library()) as library:
        entries = library.entries(sha256)
        store = partial(library.append, sha256)
        yield Review(here.original, author="审核员乙", entries=entries, store=store)


def come_back(program: Program) -> None:
    """Turn to the window again."""
    QApplication.sendEvent(program.window, QEvent(QEvent.Type.ActivationChange))


def told(program: Program) -> list[str]:
    bar, texts = program.window.messages, []
    while bar.message is not None:
        texts.append(bar.message.text)
        bar.dismiss()
    return texts


def shown(program: Program) -> Review:
    assert program.bench.current is not None
    return program.bench.current


def test_coming_back_shows_what_was_done_elsewhere(program: Program, other: Review) -> None:
    program.bench.select_cell(NEW, Chooser.GRID)
    come_back(program)
    assert told(program) == []
    other.do(Transcribe(cell=TOTAL, text="12"))
    come_back(program)
    assert shown(program).transcriptions == {TOTAL: "12"}
    assert program.bench.selection.cell == NEW
    assert program.bench.reviews == (shown(program),)
    assert ["已载入" in text for text in told(program)] == [True]
    come_back(program)
    assert told(program) == []
    assert program.bench.transcribe(NEW, "13")
    program.bench.undo()
    program.bench.undo()
    assert shown(program).transcriptions == {}


def test_a_report_that_is_not_shown_is_brought_up_to_date_too(
    program: Program, other: Review
) -> None:
    program.open(SOUND)
    other.do(Transcribe(cell=TOTAL, text="12"))
    come_back(program)
    first, second = program.bench.reviews
    assert second is shown(program)
    assert first.transcriptions == {TOTAL: "12"}


def test_a_workbook_holds_what_was_done_elsewhere(
    program: Program, other: Review, tmp_path: Path
) -> None:
    before = shown(program)
    other.do(Transcribe(cell=TOTAL, text="12"))
    program.bench.export_workbook(before, tmp_path / "审核表.xlsx")
    program.qtbot.waitUntil(lambda: not program.bench.exporting)
    history = openpyxl.load_workbook(tmp_path / "审核表.xlsx")["修改记录"]
    assert [history["C3"].value, history["D3"].value] == ["审核员乙", "更正读数"]


def test_an_edit_on_what_has_changed_elsewhere_is_refused_and_can_be_done_again(
    program: Program, other: Review
) -> None:
    other.do(Transcribe(cell=TOTAL, text="12"))
    assert not program.bench.transcribe(TOTAL, "13")
    assert shown(program).transcriptions == {TOTAL: "12"}
    assert "未保存" in told(program)[0]
    assert program.bench.transcribe(TOTAL, "13")
    assert len(shown(program).entries) == 2


def test_a_figure_being_typed_is_not_torn_away(program: Program, other: Review) -> None:
    program.bench.select_cell(TOTAL, Chooser.KEYS)
    program.window.panels.tables.setFocus()
    program.press(Qt.Key.Key_1)
    assert program.bench.editing
    other.do(Transcribe(cell=NEW, text="99"))
    come_back(program)
    assert program.bench.editing
    assert shown(program).transcriptions == {}


def test_a_note_being_typed_stays_until_it_is_kept(program: Program, other: Review) -> None:
    program.bench.select_cell(TOTAL, Chooser.KEYS)
    program.press(Qt.Key.Key_M, CONTROL)
    program.type("请核对")
    other.do(Transcribe(cell=NEW, text="99"))
    come_back(program)
    notes = program.window.panels.notes
    assert notes.editor.isVisible()
    program.press(Qt.Key.Key_Return, CONTROL)
    assert "未保存" in told(program)[0]
    assert notes.editor.isVisible()
    assert notes.editor.text() == "请核对"
    notes.editor.field.setFocus()
    program.press(Qt.Key.Key_Return, CONTROL)
    assert [note.text for note in shown(program).notes] == ["请核对"]
    assert not notes.editor.isVisible()


def test_a_draft_begun_elsewhere_is_not_lost(program: Program, other: Review) -> None:
    sha256 = shown(program).report.document.origin.sha256
    elsewhere = Annotate(note="", text="另一窗口写到一半", cell=NEW)
    program.bench.select_cell(TOTAL, Chooser.GRID)
    program.bench.want_note()
    program.type("这里")
    with closing(open_library()) as library:
        library.keep_drafts(sha256, [elsewhere])
    program.type("写到一半")
    program.restart()
    kept = [one.text for one in program.library.drafts(sha256)]
    assert kept == ["另一窗口写到一半", "这里写到一半"]
    program.open(FAULTY)
    assert shown(program).notes == ()
