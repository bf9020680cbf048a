"""The lines of the source text: how they are broken and numbered."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication

from reviewer.window.source.pane import SourcePane
from tests.gui.desks import Desk, bare, faulty


@pytest.fixture
def pane(desk: Desk) -> SourcePane:
    desk.open(faulty())
    return desk.show(SourcePane, 300, 700)


@pytest.mark.parametrize("length", [100, 60_000])
def test_a_word_without_end_is_broken_anywhere(desk: Desk, pane: SourcePane, length: int) -> None:
    text = "石桥镇工作年度报告\n" + "1" * length + "\n第二段"
    pane.text.show_text(text, (), ())
    QApplication.processEvents()
    mode = QTextOption.WrapMode
    wanted = mode.WrapAnywhere if length > 2000 else mode.WrapAtWordBoundaryOrAnywhere
    assert pane.text.wordWrapMode() == wanted
    assert pane.text.line_at(len(text)) == 3


def test_the_number_beside_joined_rows_is_that_of_the_figure_selected(desk: Desk) -> None:
    desk.open(bare("标题\n\n\n一、总体情况\n\t甲\n\t1\n\t2\n\n\t乙\n\t3\n"))
    pane = desk.show(SourcePane, 300, 300)
    assert [line for line, _ in pane.text.visible_lines()] == [1, 4, 5, 9]
    pane.text.go_to_line(7)
    assert [line for line, _ in pane.text.visible_lines()] == [1, 4, 7, 9]
    assert pane.text.current_line() == 7
