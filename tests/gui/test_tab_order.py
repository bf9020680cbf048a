"""The Tab key reaches everything, in the order in which one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.window.findings.chips import Chip
from reviewer.window.findings.table import FindingsTable
from reviewer.window.grid.view import GridView
from reviewer.window.notes.card import NoteCard
from reviewer.window.source.text import SourceText
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.plain_list import PlainList
from reviewer.window.widgets.ruled_below import RuledBelow
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.widgets.tab_bar import BadgeTabs
from tests.gui.programs import FAULTY, Program

FORWARD, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walk(program: Program, key: Qt.Key, start: QWidget) -> list[QWidget]:
    """Every widget from one on until it comes again; the figures of a grid are one stop."""
    start.setFocus()
    passed = [start]
    for _ in range(400):
        program.press(key)
        if focus() is start:
            return passed
        if focus() is not passed[-1]:
            passed.append(focus())
    raise AssertionError("it never comes round")


def faulty_with_a_note(program: Program) -> None:
    program.open(FAULTY)
    program.bench.next_finding()
    program.bench.annotate("请核实", cell=program.bench.selection.cell)


def test_tab_goes_through_all_panels_as_one_reads(program: Program) -> None:
    faulty_with_a_note(program)
    passed = walk(program, FORWARD, program.window.panels.source.text.text)
    kinds = (BadgeTabs, GridView, LinkButton, SmallButton, NoteCard, Chip, FindingsTable)
    first = [next(i for i, one in enumerate(passed) if isinstance(one, kind)) for kind in kinds]
    assert first == sorted(first)
    assert isinstance(passed[0], SourceText)
    assert isinstance(passed[-1], PlainList)
    assert len(set(passed)) == len(passed)


def test_tab_goes_back_the_same_way(program: Program) -> None:
    faulty_with_a_note(program)
    text = program.window.panels.source.text.text
    there = walk(program, FORWARD, text)
    back = walk(program, BACK, text)
    assert [text, *reversed(back[1:])] == there


def test_every_stop_has_a_name(program: Program) -> None:
    faulty_with_a_note(program)
    for one in walk(program, FORWARD, program.window.panels.source.text.text):
        said = one.accessibleName() or (one.text() if hasattr(one, "text") else "")
        assert said, one
        assert "<" not in said, one


def test_the_empty_window_is_gone_through_too(program: Program) -> None:
    page = program.window.empty_page
    page.setFocus()
    start = focus()
    passed = walk(program, FORWARD, start)
    assert all(program.window.isAncestorOf(one) for one in passed)
    assert sum(isinstance(one, SmallButton) and page.isAncestorOf(one) for one in passed) == 2


def test_the_panel_that_hears_the_keys_is_seen(program: Program) -> None:
    faulty_with_a_note(program)
    panels = program.window.panels
    headings = {
        panel: [one for one in region.findChildren(RuledBelow) if one.isVisible()]
        for panel, region in zip(panels.in_order(), panels.regions(), strict=True)
    }
    for panel in panels.in_order():
        panel.setFocus()
        lit = {one for one, parts in headings.items() if any(part.active for part in parts)}
        assert lit == {panel}
        assert all(part.active for part in headings[panel])
