"""The line under a grid explains the signs that stand in it, and no others."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from reviewer.review.model import Annotate, Confirm, Propose, Transcribe
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.marks import Mark, mark_name
from tests.gui.desks import CARRIED_IN, GOOD, GRAND_TOTAL, NEW, TOTAL, Desk, sound
from tests.gui.hands import BUSINESS, Hand, Key
from tests.reports import make_report


def test_a_table_without_marks_has_nothing_to_explain(desk: Desk) -> None:
    hand = Hand(desk, sound())
    assert hand.page.bar.legend.names == []
    assert hand.page.bar.height() > 0


def test_a_sign_is_explained_once_it_stands_in_the_table(hand: Hand) -> None:
    legend = hand.page.bar.legend
    assert legend.names == [mark_name(Mark.BROKEN)]
    hand.click(BUSINESS)
    hand.type("3")
    hand.press(Key.Key_Return)
    assert mark_name(Mark.TRANSCRIBED) in legend.names
    hand.desk.workbench.undo()
    assert legend.names == [mark_name(Mark.BROKEN)]


def test_dots_below_inferred_figures_are_explained(desk: Desk) -> None:
    report = sound()
    readings = tuple(
        reading.model_copy(update={"inferred": reading.cell == NEW}) for reading in report.readings
    )
    hand = Hand(desk, report.model_copy(update={"readings": readings}))
    assert hand.page.bar.legend.names == ["按勾稽关系推断得出"]
    hand.page.grab()  # they can be drawn


def test_the_guard_map_has_a_legend_of_its_own(hand: Hand) -> None:
    legend = hand.page.bar.legend
    hand.desk.workbench.set_guard_map(True)
    hand.page.show_scene()
    assert legend.names[0].startswith("无规则监督")
    hand.desk.workbench.set_guard_map(False)
    hand.page.show_scene()
    assert legend.names == [mark_name(Mark.BROKEN)]


def test_all_signs_are_named_however_narrow_the_table_is(desk: Desk) -> None:
    hand = Hand(desk, make_report("2021", {**GOOD, str(TOTAL): 11}))
    for edit in (
        Transcribe(cell=CARRIED_IN, text="2"),
        Propose(cell=TOTAL, text="12"),
        Annotate(note="n", text="请核实", cell=NEW),
        Confirm(cell=GRAND_TOTAL),
    ):
        hand.desk.workbench.apply(edit)
    legend, heights = hand.page.bar.legend, []
    assert len(legend.names) >= 5
    for width in (900, 440, 320):
        hand.resize(width, 640)
        places = legend.places()
        metrics = QFontMetrics(ui_font(0.88))
        ends = [
            place.x() + metrics.horizontalAdvance(name)
            for place, name in zip(places, legend.names, strict=True)
        ]
        assert max(ends) <= legend.width()
        QApplication.processEvents()
        assert legend.height() >= (places[-1].y() + 1) * metrics.height()
        heights.append(hand.page.bar.height())
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]
    hand.click(TOTAL)
    hand.type("12")
    assert hand.page.bar.what_if.isVisible()
    assert hand.page.bar.height() == heights[-1]
