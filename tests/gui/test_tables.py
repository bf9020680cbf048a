"""The tabs: which there are, what they count, how they follow the selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.forms.report import Section
from reviewer.review.model import Verdict
from reviewer.window.commands.figure import Mode
from reviewer.window.selection import Chooser
from reviewer.window.tabs.tables import TAB_ORDER, Tables
from tests.gui.desks import GOOD, GRAND_TOTAL, NEW, TOTAL, Desk, faulty, sound
from tests.gui.programs import FAULTY, PROSE, Program
from tests.reports import make_report

DISPUTE = CellId("disputes.reconsideration.total")


def shown(desk: Desk, width: int = 700, height: int = 640) -> Tables:
    return desk.show(Tables, width, height)


def titles(tables: Tables) -> list[str]:
    return [tables.tabs.tabText(index) for index in range(tables.tabs.count())]


def test_the_tabs_are_those_of_the_form(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    forms = ["表二 主动公开", "表三 申请情况", "表四 复议诉讼"]
    assert titles(tables) == [*forms, "正文数据", "章节", "目视核对"]
    assert tables.current_key == "requests"


def test_a_prose_report_explains_why_it_has_no_tables(desk: Desk) -> None:
    desk.open(make_report("2008", year=2016))
    tables = shown(desk)
    assert titles(tables) == ["表格", "正文数据", "章节"]
    assert tables.blank.isVisible()
    QTest.mouseClick(tables.blank.sections, Qt.MouseButton.LeftButton)
    assert tables.current_key == "sections"
    tables.tabs.setCurrentIndex(0)
    desk.open(faulty())
    assert tables.current_key == "requests"
    assert not tables.blank.isVisible()


def test_no_report_no_tabs(desk: Desk) -> None:
    tables = shown(desk)
    assert tables.keys == ()
    review = desk.open(faulty())
    desk.workbench.close_review(review)
    assert tables.keys == ()


def test_the_tab_stays_when_another_report_is_shown(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    tables.show_tab(2)
    desk.open(make_report("2019", year=2019))
    assert tables.current_key == "disputes"


def test_a_prose_report_is_opened_on_its_figures_and_another_on_its_tables(
    program: Program,
) -> None:
    program.open(FAULTY)
    tables = program.window.panels.tables
    assert tables.current_key == "requests"
    prose = program.open(PROSE)
    assert tables.claims.lines.rowCount() > 0
    assert tables.current_key == "claims"
    program.bench.close_review(prose)
    assert tables.current_key == "requests"
    tables.show_tab(TAB_ORDER.index("disputes"))
    program.open(PROSE)
    program.bench.show(program.bench.reviews[0])
    assert tables.current_key == "disputes"


def test_badges_count_findings_without_a_verdict(desk: Desk) -> None:
    values = {**GOOD, "requests.total.natural_person": 11, DISPUTE: 1}
    review = desk.open(make_report("2021", values))
    tables = shown(desk)
    assert [tables.tabs.badge_of(index).count for index in range(4)] == [0, 3, 1, 0]
    assert "待核问题 3 条" in tables.tabs.accessibleTabName(1)
    finding = next(one for one in review.checked.findings if DISPUTE in one.cells)
    desk.workbench.decide(finding.id, Verdict.EXPLAINED)
    assert tables.tabs.badge_of(2).count == 0
    desk.workbench.undo()
    assert tables.tabs.badge_of(2).count == 1
    desk.workbench.transcribe(TOTAL, "12")
    assert tables.tabs.badge_of(1).count == 0
    tables.tabs.grab()


def test_tabs_are_filled_when_they_are_raised(desk: Desk) -> None:
    first = desk.open(faulty())
    tables = shown(desk)
    assert not tables.eye.lines.rowCount()
    desk.workbench.transcribe(DISPUTE, "3")
    tables.tabs.setCurrentIndex(tables.keys.index("eye"))
    assert tables.eye.lines.rowCount() > 0
    tables.show_tab(TAB_ORDER.index("disputes"))
    page = tables.page("disputes")
    assert page.model.review is first
    assert page.model.faces[DISPUTE].text == "3"
    desk.workbench.close_review(first)
    assert page.model.review is None
    assert not tables.eye.lines.rowCount()


def test_a_badge_has_the_colour_of_the_gravest_finding(program: Program) -> None:
    program.open(FAULTY)
    tabs = program.window.panels.tables.tabs
    table_three, claims = tabs.badge_of(1), tabs.badge_of(3)
    assert (table_three.count, table_three.color) == (4, "broken")
    assert (claims.count, claims.color) == (1, "proposed")
    program.bench.transcribe(TOTAL, "12")
    assert tabs.badge_of(1).color == "proposed"
    tabs.grab()


def test_a_badge_makes_its_tab_wider(desk: Desk) -> None:
    desk.open(sound())
    tables = shown(desk)
    before = tables.tabs.tabRect(1).width()
    desk.workbench.transcribe(TOTAL, "11")
    QApplication.processEvents()
    assert tables.tabs.tabRect(1).width() > before


def test_a_figure_chosen_elsewhere_raises_its_tab_once(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    desk.selections.clear()
    desk.workbench.select_cell(DISPUTE, Chooser.FINDINGS)
    assert tables.current_key == "disputes"
    assert tables.page("disputes").view.current_cell == DISPUTE
    assert [one.chooser for one in desk.selections] == [Chooser.FINDINGS]


def test_a_passage_without_a_figure_changes_no_tab(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    desk.workbench.select_span(Span(start=0, end=3), Chooser.SOURCE)
    assert tables.current_key == "requests"


def test_related_figures_are_tinted_wherever_the_selection_came_from(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    desk.workbench.select_cell(TOTAL, Chooser.FINDINGS)
    scene = tables.page("requests").view.pencil.scene
    assert scene.current == TOTAL
    assert {NEW, GRAND_TOTAL} <= scene.related
    desk.workbench.transcribe(TOTAL, "12")
    assert tables.page("requests").view.pencil.scene.related == frozenset()


def test_each_report_keeps_its_own_selection(desk: Desk) -> None:
    first = desk.open(faulty())
    tables = shown(desk)
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    desk.open(make_report("2019", year=2019))
    desk.workbench.select_cell(NEW, Chooser.GRID)
    desk.workbench.show(first)
    assert tables.page("requests").view.current_cell == TOTAL


def test_the_guard_map_is_shown_in_all_grids(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    desk.workbench.set_guard_map(True)
    for key in tables.keys[:-3]:
        assert tables.page(key).view.pencil.scene.guard_map
    tables.grab()


@pytest.mark.parametrize(("index", "key"), list(enumerate(TAB_ORDER)))
def test_the_window_raises_tabs_by_number(desk: Desk, index: int, key: str) -> None:
    desk.open(faulty())
    tables = shown(desk)
    tables.show_tab(index)
    assert tables.current_key == (key if key in tables.keys else "requests")


def test_the_focus_goes_to_the_grid_in_front(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    tables.show_tab(2)
    assert tables.page("disputes").view.hasFocus()
    tables.show_tab(4)
    assert tables.sections.hasFocus()
    tables.setFocus()
    assert tables.sections.hasFocus()


def test_another_panel_can_open_the_editor(desk: Desk) -> None:
    review = desk.open(faulty())
    tables = shown(desk)
    told: list[bool] = []
    desk.workbench.editing_changed.connect(told.append)
    desk.workbench.want_edit(DISPUTE, Mode.PROPOSE)
    assert tables.current_key == "disputes"
    assert desk.workbench.editing
    view = tables.page("disputes").view
    editor = view.indexWidget(view.currentIndex())
    QTest.keyClicks(editor, "3")
    tables.commit_editor()
    assert review.proposals == {DISPUTE: "3"}
    assert told == [True, False]
    assert not desk.workbench.editing


def test_the_workbench_does_not_undo_while_an_editor_is_open(desk: Desk) -> None:
    review = desk.open(faulty())
    shown(desk)
    desk.workbench.transcribe(NEW, "13")
    desk.workbench.want_edit(TOTAL, Mode.TRANSCRIBE)
    desk.workbench.undo()
    assert review.transcriptions == {NEW: "13"}


def type_figure(desk: Desk, tables: Tables, text: str) -> None:
    desk.workbench.want_edit(TOTAL, Mode.TRANSCRIBE)
    view = tables.page("requests").view
    QTest.keyClicks(view.indexWidget(view.currentIndex()), text)
    assert desk.workbench.editing


def test_a_report_that_opens_meanwhile_does_not_get_what_was_being_typed(desk: Desk) -> None:
    review = desk.open(faulty())
    tables = shown(desk)
    type_figure(desk, tables, "2")
    other = desk.open(sound())
    assert review.transcriptions == {TOTAL: "2"}
    assert other.entries == ()
    assert not desk.workbench.editing


def test_closing_a_report_keeps_what_was_being_typed(desk: Desk) -> None:
    review = desk.open(faulty())
    tables = shown(desk)
    type_figure(desk, tables, "2")
    desk.workbench.close_review(review)
    assert review.transcriptions == {TOTAL: "2"}
    assert not desk.workbench.editing


def test_f8_while_typing_takes_the_figure_first(desk: Desk) -> None:
    review = desk.open(faulty())
    tables = shown(desk)
    desk.workbench.want_edit(GRAND_TOTAL, Mode.TRANSCRIBE)
    view = tables.page("requests").view
    QTest.keyClicks(view.indexWidget(view.currentIndex()), "13")
    desk.workbench.select_cell(NEW, Chooser.KEYS)
    assert review.transcriptions == {GRAND_TOTAL: "13"}
    assert view.current_cell == NEW
    assert not desk.workbench.editing


def test_sections_are_listed_and_lead_to_the_source(desk: Desk) -> None:
    review = desk.open(faulty())
    tables = shown(desk)
    tables.show_tab(4)
    view = tables.sections
    assert view.lines.rowCount() == 6
    rect = view.visualRect(view.lines.index(2, 1))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
    )
    assert desk.selections[-1].span == review.report.sections[2].heading
    assert desk.selections[-1].chooser is Chooser.SECTIONS
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert desk.selections[-1].span == review.report.sections[3].heading


def test_an_absent_section_leads_nowhere(desk: Desk) -> None:
    report = faulty()
    heading = report.sections[0].heading
    text = report.document.text
    text = f"{text[: heading.start]}{'　' * heading.length}{text[heading.end :]}"
    document = report.document.model_copy(update={"text": text})
    report = report.model_copy(update={"document": document, "sections": report.sections[1:]})
    desk.open(report)
    tables = shown(desk)
    tables.show_tab(4)
    before = len(desk.selections)
    tables.sections.selectRow(0)
    assert tables.sections.lines.index(0, 3).data() == "▲ 缺少"
    assert len(desk.selections) == before
    tables.grab()
    desk.theme.use("dark")
    tables.grab()


def test_a_section_without_a_heading_is_no_place(desk: Desk) -> None:
    report = faulty()
    nowhere = Section(
        number=1, title="总体情况", span=Span(start=0, end=0), heading=Span(start=0, end=0)
    )
    desk.open(report.model_copy(update={"sections": (nowhere,)}))
    tables = shown(desk)
    tables.show_tab(4)
    before = len(desk.selections)
    tables.sections.selectRow(0)
    assert len(desk.selections) == before


def test_only_the_selected_figure_is_framed(desk: Desk) -> None:
    desk.open(faulty())
    tables = shown(desk)
    desk.workbench.select_cell(DISPUTE, Chooser.FINDINGS)
    disputes, requests = (tables.page(key).view for key in ("disputes", "requests"))
    assert disputes.current_cell == DISPUTE
    desk.workbench.select_cell(TOTAL, Chooser.FINDINGS)
    assert [disputes.current_cell, requests.current_cell] == [None, TOTAL]
    desk.workbench.select_span(Span(start=0, end=4), Chooser.SOURCE)
    assert [disputes.current_cell, requests.current_cell] == [None, None]


@pytest.mark.parametrize("width", [700, 520, 430])
def test_every_tab_is_seen_however_little_room_there_is(desk: Desk, width: int) -> None:
    desk.open(faulty())
    tables = shown(desk, width)
    rects = [tables.tabs.tabRect(index) for index in range(tables.tabs.count())]
    assert all(tables.tabs.rect().contains(rect) for rect in rects)
    first = tables.tabs.shown_name(0)
    assert first == ("表二" if width == 430 else "表二 主动公开")


def test_going_to_a_table_by_key_chooses_nothing_and_the_keys_go_on_where_they_were(
    desk: Desk,
) -> None:
    desk.open(sound())
    tables = desk.show(Tables, 900, 600)
    desk.workbench.select_cell(TOTAL, Chooser.SOURCE)
    tables.show_tab(TAB_ORDER.index("active"))
    assert desk.workbench.selection.cell == TOTAL
    desk.workbench.select_cell(CellId("active.fee.amount"), Chooser.SOURCE)
    tables.show_tab(TAB_ORDER.index("requests"))
    view = tables.page("requests").view
    assert view.hasFocus()
    assert desk.workbench.selection.cell == CellId("active.fee.amount")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert desk.workbench.selection.cell == TOTAL
