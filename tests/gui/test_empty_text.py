from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.window.look import fonts
from reviewer.window.widgets.empty_text import EmptyText, balanced_width
from tests.gui.programs import Program

WORDS = "选中表格里的一格，这里会显示它的原文、读数、相关规则和可疑之处。"


def lines(metrics: QFontMetrics, width: int) -> int:
    return metrics.boundingRect(0, 0, width, 9999, 1 << 12, WORDS).height() // metrics.height()


@pytest.mark.parametrize("room", [120, 180, 200, 230, 260, 400])
def test_no_line_holds_a_single_character(qtbot: QtBot, room: int) -> None:
    fonts.use_size(10.0)
    metrics = QFontMetrics(fonts.ui_font())
    width = balanced_width(WORDS, metrics, room)
    assert width <= room
    count = lines(metrics, width)
    assert count == lines(metrics, room)
    rest = metrics.horizontalAdvance(WORDS) - (count - 1) * width
    assert rest > 2 * metrics.horizontalAdvance("处") or count == 1


def test_the_text_stands_in_the_middle(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    text = EmptyText(host, WORDS)
    text.resize(240, 200)
    host.show()
    margins = text.contentsMargins()
    assert margins.left() == margins.right() >= 16
    wide = margins.left()
    text.setText("没有。")
    assert text.contentsMargins().left() > wide


def test_the_text_can_be_made_narrow_again(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    text = EmptyText(host, WORDS)
    text.resize(640, 200)
    host.show()
    assert text.minimumSizeHint().width() < 100


def test_the_formats_that_can_be_dropped_are_all_in_sight(program: Program) -> None:
    field = program.window.empty_page.drop_field
    (hint,) = field.findChildren(EmptyText)
    assert hint.height() >= hint.heightForWidth(hint.width())
    assert field.rect().contains(hint.geometry())
