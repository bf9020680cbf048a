"""Why a figure is not marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.base import CellId
from reviewer.window.inspector.panel import Inspector
from reviewer.window.selection import Chooser
from tests.gui.desks import TOTAL, Desk, faulty, sound
from tests.reports import make_report

LICENCE = CellId("active.licence.decisions")


def asked(desk: Desk, cell: CellId) -> Inspector:
    panel = desk.show(Inspector, 320, 700)
    desk.workbench.select_cell(cell, Chooser.GRID)
    QTest.mouseClick(panel.why.fold, Qt.MouseButton.LeftButton)
    return panel


def test_a_figure_that_sums_guard(desk: Desk) -> None:
    desk.open(sound())
    panel = asked(desk, TOTAL)
    assert panel.why.fold.text() == "这一格为什么没有标记 ▾"
    said = panel.why.words.text()
    assert "✓ 算式：成立 3 条" in said
    assert "✓ 空白未填：没有发现问题" in said
    QTest.mouseClick(panel.why.fold, Qt.MouseButton.LeftButton)
    assert not panel.why.words.isVisible()


def test_a_figure_that_no_sum_guards(desk: Desk) -> None:
    desk.open(sound())
    said = asked(desk, LICENCE).why.words.text()
    assert said.startswith("— 没有算式看这一格")
    assert "读数存疑：没有发现问题" in said


def test_a_figure_that_could_not_be_assessed(desk: Desk) -> None:
    desk.open(make_report("2021", {TOTAL: None}))
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    other = CellId("requests.total.business")
    said = asked(desk, other).why.words.text()
    assert "缺数而无法核对 1 条" in said


def test_a_marked_figure_lists_the_others_too(desk: Desk) -> None:
    desk.open(faulty())
    panel = asked(desk, TOTAL)
    assert panel.why.fold.text().startswith("还有哪些规则看过这一格")
    assert "▲ 算式：不成立 3 条" in panel.why.words.text()


def test_what_is_unfolded_stays_so_and_follows(desk: Desk) -> None:
    desk.open(sound())
    panel = asked(desk, LICENCE)
    desk.workbench.transcribe(LICENCE, "")
    assert "▲ 空白未填：有1格空白" in panel.why.words.text()
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    assert "算式：成立 3 条" in panel.why.words.text()
