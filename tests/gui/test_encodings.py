"""Reading a file again in another encoding: what is shown, kept, and what becomes of the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.document.model import Span
from reviewer.errors import LibraryError, ReviewerError
from reviewer.review.model import Verdict
from reviewer.window.menus.encoding_menu import EncodingMenu
from reviewer.window.widgets.small_button import SmallButton
from tests.gui.desks import NEW, TOTAL
from tests.gui.programs import FAULTY, Program


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """A report in UTF-16 that does not say so, and damaged: it is taken for no text at all."""
    path = tmp_path / "石桥镇.txt"
    path.write_bytes(FAULTY.read_text("utf-8").encode("utf-16-le") + b"\x00\xd8" * 2)
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "石桥镇.txt"
    path.write_bytes(FAULTY.read_text("utf-8").encode("gb18030"))
    return path


def choose(program: Program, title: str) -> None:
    menu: EncodingMenu = program.window.status.encodings
    next(one for one in menu.actions() if one.text().startswith(title)).trigger()
    menu.close()
    program.qtbot.waitUntil(lambda: not program.bench.worker.busy)


def shown_as(program: Program, chosen: str) -> None:
    program.window.actions_by_id["file.encoding"].trigger()
    checked = [one.text() for one in program.window.status.encodings.actions() if one.isChecked()]
    assert [one.partition("（")[0] for one in checked] == [chosen]


def test_the_status_line_names_the_encoding_and_offers_others(program: Program, text: Path) -> None:
    program.open(text)
    status = program.window.status
    assert status.encoding.text() == "GB18030"
    QTest.mouseClick(status.encoding, Qt.MouseButton.LeftButton)
    assert status.encodings.isVisible()
    shown_as(program, "GB18030")
    status.encodings.close()


def test_a_pasted_report_has_no_encoding_to_choose(program: Program) -> None:
    program.bench.open_text(FAULTY.read_text("utf-8"))
    program.wait()
    assert not program.window.status.encoding.isVisible()
    assert not program.window.actions_by_id["file.encoding"].isEnabled()


def test_a_file_is_read_again_and_its_review_goes_on(program: Program, text: Path) -> None:
    before = program.open(text)
    program.bench.transcribe(TOTAL, "12")
    program.bench.annotate("核对", cell=NEW)
    sha256 = before.report.document.origin.sha256
    shown_as(program, "GB18030")
    choose(program, "GB18030")
    after = program.bench.current
    assert after is not None
    assert after is not before
    assert program.bench.reviews == (after,)
    assert after.entries == before.entries
    assert after.transcriptions == {TOTAL: "12"}
    assert program.library.encodings() == {sha256: "gb18030"}
    program.bench.undo()
    assert [note.cell for note in after.notes] == []


def test_a_report_that_could_not_be_read_is_read_in_the_encoding_chosen(
    program: Program, wide: Path
) -> None:
    program.bench.open_paths([wide])
    program.qtbot.waitUntil(program.window.messages.isVisible)
    assert program.bench.current is None
    message = program.window.messages.message
    assert message is not None
    assert [offer.title for offer in message.offers] == ["换编码重新读取…"]
    program.window.messages.dismiss()
    program.bench.reread(wide, "utf-16")
    review = program.wait()
    assert review.report.body == "云岭县石桥镇人民政府"
    assert program.window.status.encoding.text() == "UTF-16"
    program.restart()
    again = program.open(wide)
    assert again.original.document.text == review.original.document.text


def test_a_text_that_is_no_report_may_be_one_in_another_encoding(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "報告.txt"
    path.write_bytes(("床前明月光，疑是地上霜。" * 60).encode("big5"))
    program.bench.open_paths([path])
    program.qtbot.waitUntil(program.window.messages.isVisible)
    buttons = program.window.messages.findChildren(SmallButton)
    (offer,) = [one for one in buttons if one.text() == "换编码重新读取…"]
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    menu = program.window.status.encodings
    assert menu.isVisible()
    assert not any(one.isChecked() for one in menu.actions())
    menu.close()


def test_gibberish_is_told_as_such_with_the_encodings_to_choose_from(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "石桥镇.txt"
    path.write_text(FAULTY.read_bytes().decode("gb18030", errors="replace"), "utf-8")
    program.bench.open_paths([path])
    program.qtbot.waitUntil(program.window.messages.isVisible)
    message = program.window.messages.message
    assert message is not None
    assert "乱码" in message.text
    assert "换一种编码" in message.hint
    assert [offer.title for offer in message.offers] == ["换编码重新读取…"]


def test_an_encoding_that_does_not_fit_changes_nothing(program: Program, text: Path) -> None:
    before = program.open(text)
    told: list[ReviewerError] = []
    program.bench.failed.connect(told.append)
    shown_as(program, "GB18030")
    choose(program, "UTF-8")
    assert program.bench.current is before
    assert ["UTF-8" in error.message for error in told] == [True]
    assert program.library.encodings() == {}


def test_what_was_chosen_can_be_left_to_the_program_again(program: Program, wide: Path) -> None:
    program.bench.reread(wide, "utf-16")
    program.wait()
    told: list[ReviewerError] = []
    program.bench.failed.connect(told.append)
    shown_as(program, "UTF-16")
    choose(program, "自动识别")
    assert len(told) == 1
    assert list(program.library.encodings().values()) == ["utf-16"]


def test_notes_on_passages_become_notes_on_the_report(program: Program, text: Path) -> None:
    before = program.open(text)
    program.bench.annotate("题目有误", span=Span(start=2, end=6))
    program.bench.annotate("核对", cell=NEW)
    finding = before.checked.findings[0].id
    program.bench.decide(finding, Verdict.REPORT_WRONG)
    shown_as(program, "GB18030")
    choose(program, "GB18030")
    after = program.bench.current
    assert after is not None
    assert [note.span for note in after.notes] == [None, None]
    assert {note.cell for note in after.notes} == {NEW, None}
    assert any("题目有误" in note.text and "第 1 行" in note.text for note in after.notes)
    assert after.decisions[finding].verdict is Verdict.REPORT_WRONG
    assert len(after.entries) == 4


def test_what_cannot_be_taken_up_again_leaves_the_notes_where_they_are(
    program: Program, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program.open(text)
    program.bench.annotate("题目有误", span=Span(start=2, end=6))
    told: list[ReviewerError] = []
    program.bench.failed.connect(told.append)

    def full(*_: object) -> None:
        raise LibraryError("磁盘已满。")

    monkeypatch.setattr(program.library, "append", full)
    shown_as(program, "GB18030")
    choose(program, "GB18030")
    assert [error.message for error in told] == ["磁盘已满。"]
    assert program.bench.current is before
    assert [note.span for note in before.notes] == [Span(start=2, end=6)]
    sha256 = before.report.document.origin.sha256
    assert tuple(program.library.entries(sha256)) == before.entries
