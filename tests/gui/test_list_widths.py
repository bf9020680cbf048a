"""The lists beside the tables fit their tab: nothing to scroll sideways, heads over their texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from reviewer.window.app import the_application
from reviewer.window.language import use_language
from tests.gui.programs import FAULTY, PROSE, SOUND, Program

SIZES = ((1440, 900), (1024, 700), (1000, 660), (960, 600), (1920, 1080))
CONTROL = Qt.KeyboardModifier.ControlModifier
LISTS = {"claims": Qt.Key.Key_4, "sections": Qt.Key.Key_5, "eye": Qt.Key.Key_6}


def listed(program: Program, name: str) -> QTableView:
    """Open a list by its key."""
    program.press(LISTS[name], CONTROL)
    view = getattr(program.window.panels.tables, name)
    assert isinstance(view, QTableView)
    assert view.isVisible()
    return view


def heads(view: QTableView) -> list[str]:
    """The names of the columns that are shown."""
    return [
        str(view.model().headerData(one, Qt.Orientation.Horizontal))
        for one in range(view.model().columnCount())
        if not view.isColumnHidden(one)
    ]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_needs_no_scrolling_sideways(program: Program, name: str) -> None:
    program.open(FAULTY)
    view = listed(program, name)
    for size in SIZES:
        program.window.resize(*size)
        program.qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0)
        shown = [one for one in range(view.model().columnCount()) if not view.isColumnHidden(one)]
        assert min(view.columnWidth(one) for one in shown) > 2 * view.fontMetrics().height()


@pytest.mark.parametrize("name", LISTS)
def test_the_line_that_the_keys_are_on_is_seen(program: Program, name: str) -> None:
    program.open(FAULTY)
    view = listed(program, name)
    for row in (0, 1):
        program.press(Qt.Key.Key_Down)
        assert [one.row() for one in view.selectionModel().selectedRows()] == [row]


def test_columns_of_claims_that_say_the_same_in_every_line_are_left_out(program: Program) -> None:
    program.open(FAULTY)
    view = listed(program, "claims")
    assert heads(view) == ["事项", "年度", "正文", "单位", "表格", "对照", "原句"]
    program.open(PROSE)
    assert not {"表格", "对照"} & set(heads(view))
    program.open(SOUND)
    scopes = [view.model().index(row, 1).data() for row in range(view.model().rowCount())]
    assert view.isColumnHidden(1) == (set(scopes) == {"全部"})


def test_reasons_have_room_once_there_is_one(program: Program) -> None:
    program.open(FAULTY)
    table = program.window.panels.findings.table
    before = table.columnWidth(5)
    program.press(Qt.Key.Key_F8)
    program.press(Qt.Key.Key_1)
    assert table.columnWidth(5) == before
    program.press(Qt.Key.Key_R)
    assert table.columnWidth(5) > 1.5 * before
    program.type("已电话核实")
    program.press(Qt.Key.Key_Return)
    assert table.hasFocus()
    assert table.currentIndex().row() == 0
    assert table.columnWidth(5) > 1.5 * before
    program.press(Qt.Key.Key_Z, CONTROL)
    assert table.columnWidth(5) == before


@pytest.fixture
def english() -> Iterator[None]:
    """The interface in English: its words are longer."""
    use_language(the_application(), "en")
    yield
    use_language(the_application(), "zh")


@pytest.mark.parametrize(("name", "column"), [("claims", 0), ("sections", 3), ("eye", 1)])
def test_what_a_line_speaks_of_is_seen_whole(program: Program, name: str, column: int) -> None:
    program.open(FAULTY)
    view = listed(program, name)
    for width in (1280, 1440, 1920):
        program.window.resize(width, 900)
        QApplication.processEvents()
        texts = [view.model().index(row, column).data() for row in range(view.model().rowCount())]
        widest = max(map(view.fontMetrics().horizontalAdvance, texts))
        assert view.columnWidth(column) >= widest + 16


def test_explanations_of_claims_are_seen_whole_where_the_sentence_can_be_read(
    program: Program,
) -> None:
    program.open(FAULTY)
    view = listed(program, "claims")
    program.window.resize(1920, 1080)
    QApplication.processEvents()
    texts = [view.model().index(row, 7).data() for row in range(view.model().rowCount())]
    assert any("等于" in text for text in texts)
    assert view.columnWidth(7) >= max(map(view.fontMetrics().horizontalAdvance, texts)) + 16


@pytest.mark.parametrize("name", LISTS)
def test_names_of_columns_are_seen_whole(english: None, program: Program, name: str) -> None:
    program.open(FAULTY)
    view = listed(program, name)
    program.window.resize(1440, 900)
    QApplication.processEvents()
    metrics, model = view.horizontalHeader().fontMetrics(), view.model()
    for column in range(model.columnCount()):
        head = str(model.headerData(column, Qt.Orientation.Horizontal))
        wanted = metrics.horizontalAdvance(head) + 16
        assert view.isColumnHidden(column) or view.columnWidth(column) >= wanted, head
