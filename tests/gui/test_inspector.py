"""The inspector tells all about a figure, and each of its buttons does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from reviewer.base import CellId
from reviewer.review.model import Changes
from reviewer.window.commands.figure import Mode
from reviewer.window.inspector.panel import Inspector
from reviewer.window.inspector.parts import Ruled
from reviewer.window.inspector.rules import RuleItem
from reviewer.window.selection import Chooser
from reviewer.window.widgets.link_button import LinkButton
from tests.gui.desks import CARRIED_IN, GOOD, GRAND_TOTAL, NEW, TOTAL, Desk, faulty, sound
from tests.gui.inspected import click, seen, settle, shown
from tests.gui.programs import FAULTY, SOUND, Program
from tests.reports import make_report


def items(panel: Inspector) -> list[RuleItem]:
    return [one for one in panel.findChildren(RuleItem) if one.isVisible()]


def links(panel: Inspector, text: str) -> list[LinkButton]:
    return [one for one in panel.findChildren(LinkButton) if one.isVisible() and text in one.text()]


def test_confirm_and_note_are_in_sight_however_low_the_panel(desk: Desk) -> None:
    panel = shown(desk, faulty())
    panel.resize(252, 240)
    settle()
    for button in (panel.confirm, panel.note):
        bottom = button.mapTo(panel, button.rect().bottomRight())
        assert button.isVisible()
        assert panel.rect().contains(bottom)


def test_no_report_is_no_trouble(desk: Desk) -> None:
    panel = desk.show(Inspector, 252, 400)
    assert "选中表格里的一格" in seen(panel)
    desk.open(faulty())
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    assert desk.workbench.current is not None
    desk.workbench.close_review(desk.workbench.current)
    assert panel.cell is None


def test_it_names_the_cell_its_headings_and_its_table(desk: Desk) -> None:
    panel = shown(desk, faulty(), "requests.refused_by_law.business")
    text = seen(panel)
    assert panel.name.text() == "2.其他法律行政法规禁止公开 · 商业企业"
    assert "三、本年度办理结果 › （三）不予公开" in text
    assert "表三" in text


def test_printed_read_and_proposed_are_three_things(desk: Desk) -> None:
    panel = shown(desk, faulty())
    desk.workbench.transcribe(TOTAL, "21")
    desk.workbench.propose(TOTAL, "12")
    assert panel.facts.printed.value.text() == "11"
    assert panel.facts.read.value.text().startswith("21")
    assert "已更正" in panel.facts.read.value.text()
    assert panel.facts.proposed.value.text() == "→ 12"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("", "空白"),
        ("／", "“／”（表示无）"),
        ("本单位未制作", "“本单位未制作”（文字）"),
        ("12件", "12件"),
    ],
)
def test_what_is_no_plain_figure_is_told_in_words(desk: Desk, printed: str, said: str) -> None:
    cell = "requests.new.research"
    panel = shown(desk, make_report("2021", {cell: printed}), cell)
    assert panel.facts.read.value.text() == said


def test_a_figure_written_in_another_way_is_said_plainly(desk: Desk) -> None:
    panel = shown(desk, sound())
    desk.workbench.transcribe(TOTAL, "１，４０８")
    assert "（即 1408）" in panel.facts.read.value.text()


def test_a_missing_cell_has_no_place_in_the_source(desk: Desk) -> None:
    panel = shown(desk, make_report("2021", {NEW: None}), NEW)
    assert panel.facts.printed.value.text() == "报告中没有这一格"
    assert not links(panel, "定位")


def test_the_line_in_the_source_is_named_and_led_to(desk: Desk) -> None:
    panel = shown(desk, faulty())
    (link,) = links(panel, "定位")
    assert desk.workbench.current is not None
    place = desk.workbench.current.report.by_cell[TOTAL].place
    assert place is not None
    line = desk.workbench.current.report.document.line_of(place.span.start)
    assert link.text() == f"定位 第{line}行"
    click(link)
    assert desk.selections[-1].chooser is Chooser.INSPECTOR
    assert desk.selections[-1].span == place.span


def test_broken_rules_come_first_with_their_sums(desk: Desk) -> None:
    panel = shown(desk, faulty(), GRAND_TOTAL)
    first, *rest = items(panel)
    assert first.accessibleName().startswith("不成立")
    assert "≠" in seen(first)
    assert "差&nbsp;1" in seen(first)
    assert all(one.accessibleName().startswith("不成立") for one in rest)
    assert "规则（1 条不成立，2 条成立）" in seen(panel)


def test_holding_rules_are_folded_and_unfold(desk: Desk) -> None:
    panel = shown(desk, faulty(), GRAND_TOTAL)
    assert len(items(panel)) == 1
    (fold,) = links(panel, "另有 2 条规则成立")
    click(fold)
    assert len(items(panel)) == 3
    (fold,) = links(panel, "收起")
    click(fold)
    assert len(items(panel)) == 1


def test_where_all_hold_they_are_shown(desk: Desk) -> None:
    panel = shown(desk, sound())
    assert "规则（3 条成立）" in seen(panel)
    assert len(items(panel)) == 3
    assert not panel.suspects.isVisible()


def test_a_rule_that_cannot_be_assessed_names_what_it_lacks(desk: Desk) -> None:
    panel = shown(desk, make_report("2021", {**GOOD, "requests.new.business": None}), NEW)
    assert "无法核对" in seen(panel)
    assert "一、本年新收政府信息公开申请数量 · 商业企业" in seen(panel)
    assert any(one.accessibleName().startswith("无法核对") for one in items(panel))


def test_a_figure_in_a_sum_leads_to_its_cell(desk: Desk) -> None:
    panel = shown(desk, faulty())
    items(panel)[0].cell_wanted.emit(NEW)
    assert desk.workbench.selection.cell == NEW
    assert panel.name.text().startswith("一、本年新收")


def test_the_links_of_a_sum_are_reached_by_key(desk: Desk) -> None:
    panel = shown(desk, faulty())
    sums = [one for one in items(panel)[0].findChildren(QLabel) if "href" in one.text()]
    assert sums[0].focusPolicy() & Qt.FocusPolicy.TabFocus
    sums[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sums[0], Qt.Key.Key_Return)
    assert desk.workbench.selection.cell in {NEW, CARRIED_IN, TOTAL}


def test_the_suspect_is_this_cell(desk: Desk) -> None:
    panel = shown(desk, faulty())
    text = seen(panel.suspects)
    assert "最可疑：本格" in text
    assert "改为 12 后 3 条规则全部成立，不产生新问题" in text
    assert panel.facts.proposed.value.text() == "12"


def test_the_suspect_is_taken_as_proposal(desk: Desk) -> None:
    panel = shown(desk, faulty())
    click(panel.suspects.as_proposal)
    assert desk.workbench.current is not None
    assert desk.workbench.current.proposals == {TOTAL: "12"}
    assert desk.workbench.current.transcriptions == {}
    assert not panel.suspects.as_proposal.isVisible()


def test_the_suspect_is_taken_as_transcription(desk: Desk) -> None:
    panel = shown(desk, faulty())
    click(panel.suspects.as_reading)
    assert desk.workbench.current is not None
    assert desk.workbench.current.transcriptions == {TOTAL: "12"}
    assert not panel.suspects.isVisible()


def test_the_link_beside_the_guess_takes_it(desk: Desk) -> None:
    panel = shown(desk, faulty())
    click(links(panel, "采纳")[0])
    assert desk.workbench.current is not None
    assert desk.workbench.current.proposals == {TOTAL: "12"}


def test_a_suspect_elsewhere_is_named_and_led_to(desk: Desk) -> None:
    panel = shown(desk, faulty(), NEW)
    assert "最可疑：（七）总计 · 自然人" in seen(panel.suspects)
    click(links(panel, "转到该格")[0])
    assert desk.workbench.selection.cell == TOTAL


def test_what_to_do_is_seen_whole_at_the_usual_size(program: Program) -> None:
    program.open(FAULTY, SOUND)
    program.bench.show(program.bench.reviews[0])
    program.bench.next_finding()
    program.bench.select_cell(TOTAL, Chooser.GRID)
    settle()
    panel = program.window.panels.inspector
    scroll = next(one for one in panel.findChildren(QScrollArea) if one.isVisible())
    button = panel.suspects.as_proposal
    place = button.mapTo(scroll.viewport(), button.rect().bottomLeft())
    assert scroll.viewport().rect().contains(place)
    inside = scroll.widget()
    assert inside is not None
    bottom = panel.why.mapTo(inside, panel.why.rect().bottomLeft()).y()
    all_seen = scroll.verticalScrollBar().maximum() == 0
    assert all_seen or inside.height() - bottom < 2 * panel.fontMetrics().height()


def test_all_ties_are_listed(desk: Desk) -> None:
    cell = CellId("disputes.reconsideration.upheld")
    panel = shown(desk, make_report("2021", {cell: 3}), cell)
    assert desk.workbench.current is not None
    ties = desk.workbench.current.checked.suspects
    assert len(ties) > 1
    named = [one for one in panel.others.findChildren(LinkButton) if "→" in one.text()]
    assert len([one for one in named if one.isVisible()]) == min(len(ties) - 1, 5)
    assert f"另有 {len(ties) - 1} 种可能" in seen(panel.suspects)
    click(named[0])
    assert desk.workbench.selection.cell != cell


def test_other_ways_to_read_are_offered(desk: Desk) -> None:
    report = make_report("2021", GOOD, doubts={NEW: "数字连在一起，可作多种拆分"})
    reading = report.by_cell[NEW].model_copy(update={"candidates": ("1", "122")})
    panel = shown(desk, report.replaced({NEW: reading}), NEW)
    assert "数字连在一起" in seen(panel.doubt)
    click(links(panel, "读作 122")[0])
    assert desk.workbench.current is not None
    assert desk.workbench.current.transcriptions == {NEW: "122"}
    assert not panel.doubt.isVisible()


def test_confirming_ends_a_doubt_and_is_taken_back(desk: Desk) -> None:
    panel = shown(desk, make_report("2021", GOOD, doubts={NEW: "看不清"}), NEW)
    assert "读数存疑" in seen(panel)
    click(panel.confirm)
    assert desk.workbench.current is not None
    assert desk.workbench.current.confirmed == {NEW}
    assert "读数存疑" not in seen(panel)
    click(panel.confirm)
    assert desk.workbench.current.confirmed == frozenset()


def test_a_cell_without_rules_is_to_be_looked_at(desk: Desk) -> None:
    panel = shown(desk, sound(), "active.licence.decisions")
    assert "请对照原文人工核对" in seen(panel)
    assert items(panel) == []


def test_links_ask_the_grids_to_open_their_editor(desk: Desk) -> None:
    asked: list[tuple[object, Mode]] = []

    def note(cell: object, mode: Mode) -> None:
        asked.append((cell, mode))

    desk.workbench.edit_wanted.connect(note)
    panel = shown(desk, sound())
    click(links(panel, "更正读数")[0])
    click(links(panel, "修改建议")[0])
    assert asked == [(TOTAL, Mode.TRANSCRIBE), (TOTAL, Mode.PROPOSE)]


def test_what_was_decided_can_be_taken_back_here(desk: Desk) -> None:
    panel = shown(desk, sound())
    desk.workbench.transcribe(TOTAL, "13")
    click(panel.facts.read.second)
    desk.workbench.propose(TOTAL, "13")
    click(panel.facts.proposed.second)
    assert desk.workbench.current is not None
    assert desk.workbench.current.transcriptions == {}
    assert desk.workbench.current.proposals == {}


def test_a_note_is_asked_for_on_the_selection(desk: Desk) -> None:
    wanted: list[object] = []
    panel = shown(desk, sound())
    desk.workbench.note_wanted.connect(wanted.append)
    click(panel.note)
    assert wanted == [desk.workbench.selection]


def test_the_what_if_line_shows_while_typing(desk: Desk) -> None:
    panel = shown(desk, faulty())
    desk.workbench.set_editing(True)
    desk.workbench.try_figure(TOTAL, "12")
    assert panel.what_if.text() == "若为 12：消除 3 条问题，不产生新问题"
    assert panel.what_if.isVisible()
    desk.workbench.try_figure(TOTAL, "")
    assert panel.what_if.text().startswith("若为 空白")
    desk.workbench.set_editing(False)
    assert not panel.what_if.isVisible()


def test_it_follows_every_change(desk: Desk) -> None:
    panel = shown(desk, faulty())
    desk.workbench.transcribe(TOTAL, "12")
    assert "规则（3 条成立）" in seen(panel)
    desk.workbench.undo()
    assert "规则（3 条不成立）" in seen(panel)
    desk.workbench.changed.emit(Changes())
    assert "规则（3 条不成立）" in seen(panel)


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_every_cell_of_a_form_can_be_shown(desk: Desk, key: str) -> None:
    panel = shown(desk, make_report(key, {NEW: None, TOTAL: 3, CARRIED_IN: ""}), None)
    assert desk.workbench.current is not None
    for cell in desk.workbench.current.report.by_cell:
        desk.workbench.select_cell(cell, Chooser.GRID)
        assert panel.cell == cell
    desk.theme.use("dark")
    panel.grab()


def test_long_text_wraps_inside_a_narrow_panel(desk: Desk) -> None:
    cell = "requests.other_fee_unpaid.natural_person"
    prose = "本单位全年未发生此类情形，相关数据详见附件说明。" * 6
    panel = shown(desk, make_report("2021", {cell: prose}), cell)
    panel.resize(236, 500)
    settle()
    inside = panel.facts.parentWidget()
    assert inside is not None
    assert inside.width() <= 236
    assert panel.facts.printed.value.height() > 3 * panel.fontMetrics().height()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_rule_over_the_buttons_is_seen_on_every_screen(desk: Desk, scale: float) -> None:
    strip = Ruled(desk.theme, desk.host)
    strip.resize(100, 30)
    picture = QImage(round(100 * scale), round(30 * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    strip.render(picture)
    assert picture.pixelColor(50, 0) == desk.theme.color("border")


def test_a_way_to_read_a_cell_as_blank_is_named(desk: Desk) -> None:
    report = make_report("2021", GOOD, doubts={NEW: "数字连在一起"})
    reading = report.by_cell[NEW].model_copy(update={"candidates": ("",)})
    panel = shown(desk, report.replaced({NEW: reading}), NEW)
    assert links(panel, "读作 空白")
