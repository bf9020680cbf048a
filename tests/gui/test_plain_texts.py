"""Whatever tags a report holds, the window shows them as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count, takewhile

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.review.model import Verdict
from reviewer.window.menus.recent_menu import RecentMenu
from reviewer.window.sameness.dialog import SamenessDialog
from reviewer.window.selection import Chooser
from reviewer.window.widgets.plain_tip import plain_tip
from tests.gui.desks import TOTAL, faulty
from tests.gui.programs import Program

MARK = '<img src="//host/share/a.png">'
SENTENCE = f"{MARK}本年收到申请{MARK}99件，<b>新收</b>政府信息公开申请98件，均已办结。"


def marked() -> Report:
    """A faulty report with tags in its name, its title, its file's name and its sentences."""
    report = faulty()
    document = report.document
    origin = document.origin.model_copy(update={"path": f"/年报/{MARK}石桥镇.txt"})
    text = f"{document.text}\n{SENTENCE}\n"
    return report.model_copy(
        update={
            "body": f"{MARK}{report.body}",
            "title": f"{MARK}{report.title}",
            "evidence": (f"题目：{MARK}",),
            "document": document.model_copy(update={"text": text, "origin": origin}),
        }
    )


def tips_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in takewhile(partial(model.hasIndex, row), count()):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if tip:
                yield str(tip)


def told(window: QWidget) -> Iterator[str]:
    """What tool tips and labels of a window hand to something that takes tags for markup."""
    for widget in (window, *window.findChildren(QWidget)):
        yield widget.toolTip()
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from tips_of(widget.model())
    for action in window.findChildren(QAction):
        yield action.toolTip()


def loads(text: str) -> bool:
    """Whether Qt would take a report's tags in a text for its own."""
    return QtGui.Qt.mightBeRichText(text) and ("<img" in text or "<b>新收" in text)


@pytest.mark.parametrize("text", [f"收到申请{MARK}15件", "<b>x</b>\n第二行", f"{MARK}　两边  空格"])
def test_a_tip_shows_tags_as_they_stand(text: str) -> None:
    assert QtGui.Qt.mightBeRichText(text)
    tip = QtGui.QTextDocument()
    tip.setHtml(plain_tip(text))
    assert tip.toPlainText().split() == text.split()


def test_a_tip_without_tags_is_left_alone() -> None:
    assert plain_tip("1 < 2\n3 > 2") == "1 < 2\n3 > 2"


def test_nothing_in_the_window_takes_a_reports_tags_for_markup(program: Program) -> None:
    program.bench.add(marked())
    bench = program.bench
    text = marked().document.text
    place = text.index(SENTENCE)
    assert bench.transcribe(TOTAL, f"{MARK}12")
    assert bench.annotate(f"批注{MARK}", span=Span(start=place, end=place + len(SENTENCE)))
    review = bench.current
    assert review is not None
    for finding in review.checked.findings:
        bench.select_finding(finding.id, Chooser.DIALOG)
        bench.decide(finding.id, Verdict.EXPLAINED, f"{MARK}理由")
        assert not [one for one in told(program.window) if loads(one)]
    bench.select_span(Span(start=place, end=place + len(SENTENCE)), Chooser.DIALOG)
    program.window.actions_by_id["review.note"].trigger()
    bench.select_cell(TOTAL, Chooser.DIALOG)
    QApplication.processEvents()
    seen = list(told(program.window))
    assert any("&lt;img" in one for one in seen)
    assert not [one for one in seen if loads(one)]


def test_menus_of_reports_and_their_comparison_take_no_tags(program: Program) -> None:
    program.bench.add(marked())
    menu = program.window.findChild(RecentMenu)
    assert menu is not None
    menu.refresh()
    program.window.actions_by_id["tools.sameness"].trigger()
    dialog = program.window.findChild(SamenessDialog)
    assert dialog is not None
    assert not [one for one in told(program.window) if loads(one)]
    dialog.close()
