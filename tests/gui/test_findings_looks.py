"""The findings as they are seen: what an empty list says, what keeps room in a narrow one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QFontMetrics, QHoverEvent
from PySide6.QtWidgets import QApplication

from reviewer.checks.model import Severity
from reviewer.review.model import Verdict
from reviewer.window.findings.panel import FindingsPanel
from reviewer.window.findings.rows import Field
from reviewer.window.language import use_language
from reviewer.window.wording import severity_name, verdict_name
from tests.gui.desks import Desk, bare, faulty, sound


@pytest.fixture
def panel(desk: Desk) -> FindingsPanel:
    desk.open(faulty())
    return desk.show(FindingsPanel, 1200, 400)


def test_nothing_wrong_says_how_many_rules_hold(desk: Desk, panel: FindingsPanel) -> None:
    review = desk.open(sound())
    assert not review.checked.findings
    assert panel.pages.empty.isVisible()
    assert f"没有问题：{len(review.checked.evaluations)} 条规则成立" in panel.pages.empty.text()


def test_nothing_to_check_is_not_said_to_be_right(desk: Desk, panel: FindingsPanel) -> None:
    review = desk.open(bare("云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n正文。\n"))
    words = panel.pages.empty.text() if panel.pages.empty.isVisible() else ""
    assert "没有问题" not in words
    assert review.checked.findings or "不等于没有问题" in words


def test_without_a_report_it_says_so(desk: Desk) -> None:
    panel = desk.show(FindingsPanel)
    assert "打开报告" in panel.pages.empty.text()
    panel.judge(Verdict.REPORT_WRONG)
    panel.write_reason()
    panel.copy()
    panel.copy_all()


def test_in_a_narrow_panel_the_message_keeps_room(desk: Desk, panel: FindingsPanel) -> None:
    character = panel.fontMetrics().horizontalAdvance("政")
    panel.table.make_room_for_reasons(True)
    wide = panel.table.columnWidth(Field.REASON)
    panel.resize(820, 400)
    assert panel.table.columnWidth(Field.MESSAGE) >= 18 * character
    assert panel.table.columnWidth(Field.REASON) < wide
    panel.resize(1300, 400)
    assert panel.table.columnWidth(Field.REASON) == wide


@pytest.mark.parametrize("language", ["zh", "en"])
def test_severities_are_seen_whole(desk: Desk, language: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    use_language(application, language)
    try:
        desk.open(faulty())
        panel = desk.show(FindingsPanel, 600, 300)
        font = panel.table.font()
        font.setBold(True)
        longest = max(QFontMetrics(font).horizontalAdvance(severity_name(one)) for one in Severity)
        sign = QFontMetrics(font).height() * 0.6
        assert panel.table.columnWidth(Field.SEVERITY) >= longest + sign
    finally:
        use_language(application, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [600, 1400])
def test_verdicts_are_seen_whole(desk: Desk, language: str, width: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    use_language(application, language)
    try:
        desk.open(faulty())
        panel = desk.show(FindingsPanel, width, 300)
        metrics = QFontMetrics(panel.table.font())
        longest = max(metrics.horizontalAdvance(verdict_name(one)) for one in Verdict)
        assert panel.table.columnWidth(Field.VERDICT) >= longest + 20  # the arrow, and air
    finally:
        use_language(application, "zh")


def test_columns_stay_when_rows_become_too_many(desk: Desk, panel: FindingsPanel) -> None:
    head, bar = panel.table.head, panel.table.verticalScrollBar()

    def places() -> list[int]:
        return [head.sectionPosition(field) for field in Field]

    assert bar.maximum() == 0
    before = places()
    panel.resize(1200, 100)
    QApplication.processEvents()
    assert bar.maximum() > 0
    assert places() == before


def test_the_whole_row_answers_to_the_pointer(desk: Desk) -> None:
    desk.open(faulty())
    table = desk.show(FindingsPanel).table
    place = QPointF(table.visualRect(table.model().index(1, 2)).center())
    viewport = table.viewport()

    def grounds(row: int) -> set[str]:
        image = viewport.grab().toImage()
        top = table.rowViewportPosition(row) + 2
        columns = range(table.model().columnCount())
        lefts = [table.columnViewportPosition(column) + 2 for column in columns]
        return {image.pixelColor(left, top).name() for left in lefts}

    over = QHoverEvent(QEvent.Type.HoverMove, place, place, place)
    QApplication.sendEvent(viewport, over)
    assert grounds(1) == {desk.theme.color("hover").name()}
    assert grounds(2) == {desk.theme.color("base").name()}
    QApplication.sendEvent(viewport, QHoverEvent(QEvent.Type.HoverLeave, place, place, place))
    assert grounds(1) == {desk.theme.color("base").name()}
