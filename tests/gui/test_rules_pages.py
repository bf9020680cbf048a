"""The pages of the preferences on rules, by gestures."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from reviewer.base import RuleId
from reviewer.checks import drafts, packs
from reviewer.checks.model import Severity
from reviewer.errors import ExportError, ReviewerError, RuleFileError
from reviewer.paths import resource, user_rules
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.dialogs.preferences import PreferencesDialog
from reviewer.window.rules import own_page as own_page_module
from reviewer.window.rules.own_page import OwnRulesPage
from reviewer.window.rules.page import RulesPage
from tests.checks.own_rules import FEW_CARRIED, own_rule
from tests.gui.programs import FAULTY, Program

FLOW = RuleId("requests.flow")
CONTROL = Qt.KeyboardModifier.ControlModifier
ZERO = own_rule("requests.new.total = 0", {}, {"requests.new.total": 1}, title="零申请")


def rules_page(program: Program) -> RulesPage:
    dialog = program.preferences()
    dialog.tabs.setCurrentIndex(1)
    page = dialog.findChild(RulesPage)
    assert page is not None
    return page


def own_page(program: Program) -> OwnRulesPage:
    dialog = program.preferences()
    dialog.tabs.setCurrentIndex(2)
    page = dialog.findChild(OwnRulesPage)
    assert page is not None
    return page


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def rest(program: Program, page: OwnRulesPage) -> str:
    """What is told of the text when the writer rests."""
    program.qtbot.waitUntil(lambda: "正在检查" not in page.told.text(), timeout=10_000)
    return page.told.text()


def found_by(program: Program, rule: str) -> list[str]:
    review = program.bench.current
    assert review is not None
    return [one.title for one in review.checked.findings if one.rule == rule]


@pytest.mark.parametrize("width", [620, 760, 1000])
def test_rules_names_have_the_room_that_nothing_else_needs(program: Program, width: int) -> None:
    page = rules_page(program)
    page.window().resize(width, 560)
    QApplication.processEvents()
    view, model = page.list, page.list.lines
    spare = {
        column: view.columnWidth(column)
        - view.fontMetrics().horizontalAdvance(
            max(model.texts_of(column), key=view.fontMetrics().horizontalAdvance)
        )
        for column in (2, 3, 4)
    }
    heads = view.horizontalHeader().fontMetrics()
    for column, left in spare.items():
        name = heads.horizontalAdvance(model.names()[column])
        assert left <= 17 or view.columnWidth(column) <= name + 17
    used = sum(view.columnWidth(column) for column in range(model.columnCount()))
    assert used == view.viewport().width()


def test_a_rule_is_found_switched_off_and_on_again(program: Program) -> None:
    program.open(FAULTY)
    assert found_by(program, FLOW)
    page = rules_page(program)
    page.words.setFocus()
    program.type("requests.flow")
    assert page.list.lines.rowCount() == 1
    page.list.setFocus()
    program.press(Qt.Key.Key_Space)
    program.qtbot.waitUntil(lambda: page.counts.text().endswith("停用 1 条"))
    assert not found_by(program, FLOW)
    switch = page.list.visualRect(page.list.lines.index(0, 0)).center()
    QTest.mouseClick(
        page.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, switch
    )
    program.qtbot.waitUntil(lambda: bool(found_by(program, FLOW)))
    page.window().close()


def weight_of_flow(program: Program) -> Severity:
    review = program.bench.current
    assert review is not None
    return next(one.severity for one in review.checked.findings if one.rule == FLOW)


def test_a_severity_is_chosen_restored_and_lasts(program: Program) -> None:
    program.open(FAULTY)
    page = rules_page(program)
    page.words.setText("requests.flow")
    page.severity.setFocus()
    program.press(Qt.Key.Key_Down)
    program.qtbot.waitUntil(lambda: page.list.lines.index(0, 2).data() == "警告（改）")
    assert weight_of_flow(program) is Severity.WARNING
    page.window().close()
    program.restart()
    program.open(FAULTY)
    page = rules_page(program)
    page.words.setText("requests.flow")
    assert page.severity.currentData() == Severity.WARNING
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    program.qtbot.waitUntil(lambda: not page.restore.isVisible())
    assert weight_of_flow(program) is Severity.ERROR
    page.window().close()


def test_an_own_rule_is_written_tried_saved_and_deleted(program: Program) -> None:
    program.open(FAULTY)
    page = own_page(program)
    assert page.pages.empty.isVisible()
    assert "还没有自有规则" in page.pages.empty.text()
    click(page.new)
    assert "例子全部符合预期" in rest(program, page)
    page.text.selectAll()
    program.type(ZERO)
    assert not page.save.isEnabled()
    assert "问题 ＋1，－0" in rest(program, page)
    listed = [page.lines.item(row).text() for row in range(page.lines.count())]
    assert listed[0].startswith("＋ 云岭县石桥镇人民政府 表三 总计：左边")
    assert sum(text.startswith("✓") for text in listed) == 2
    assert not found_by(program, "office.rule")
    click(page.save)
    program.qtbot.waitUntil(lambda: found_by(program, "office.rule") == ["零申请"])
    assert (user_rules() / "自有规则.toml").read_text("utf-8") == ZERO
    click(page.delete)
    assert found_by(program, "office.rule")
    click(page.delete)
    program.qtbot.waitUntil(lambda: not found_by(program, "office.rule"))
    assert not (user_rules() / "自有规则.toml").exists()
    page.window().close()


def test_what_is_wrong_is_told_with_its_line_and_not_saved(program: Program) -> None:
    page = own_page(program)
    click(page.new)
    page.text.selectAll()
    program.type(FEW_CARRIED.replace("<= 5", "<= five"))
    assert "第9行" in rest(program, page)
    assert [rect.height() > 0 for _, rect in page.text.visible_signs()] == [True]
    assert not page.save.isEnabled()
    page.text.selectAll()
    program.type(FEW_CARRIED.replace('total" = 6', 'total" = 2'))
    assert rest(program, page) == "有 1 个例子不符合预期，请改好后再保存。"
    assert page.lines.item(0).text().startswith("✗ office.few_carried 应发现的例子1")
    click(page.revert)
    assert page.files.count() == 0
    page.window().close()


def test_unsaved_rules_are_not_closed_over_unasked(program: Program) -> None:
    page = own_page(program)
    click(page.new)
    dialog = program.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.tabs.setCurrentIndex(0)
    program.press(Qt.Key.Key_Escape, on=dialog)
    assert dialog.isVisible()
    assert dialog.tabs.currentIndex() == 2
    program.press(Qt.Key.Key_Escape, on=dialog)
    assert program.window.findChild(PreferencesDialog) is None
    assert not user_rules().exists()


def test_other_open_reports_are_checked_with_new_rules_too(program: Program) -> None:
    other = program.open(FAULTY)
    program.open(resource("samples/松涧乡_2020.txt"))
    told: list[object] = []
    program.bench.rechecked.connect(told.append)
    page = rules_page(program)
    page.words.setText("requests.flow")
    page.list.setFocus()
    program.press(Qt.Key.Key_Space)
    program.qtbot.waitUntil(lambda: told == [other], timeout=10_000)
    assert not any(one.rule == FLOW for one in other.checked.findings)
    page.window().close()


def test_a_faulty_file_is_told_once_and_the_others_work(program: Program) -> None:
    user_rules().mkdir()
    (user_rules() / "a.toml").write_text("[[rules]", "utf-8")
    (user_rules() / "b.toml").write_text(ZERO, "utf-8")
    program.restart()
    program.open(FAULTY)
    message = program.window.messages.message
    assert message is not None
    assert "规则文件“a.toml”无法读取" in message.text
    assert found_by(program, "office.rule")
    program.window.messages.dismiss()
    program.open(resource("samples/松涧乡_2020.txt"))
    assert program.window.messages.message is None


def test_the_template_is_a_sound_file() -> None:
    from reviewer.checks.drafts import examined

    found = examined("a.toml", resource("templates/rules.toml").read_text("utf-8"), {})
    assert found.sound
    assert found.complaints == ()


def test_a_file_that_cannot_be_deleted_keeps_what_was_written(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_rules().mkdir()
    (user_rules() / "a.toml").write_text(ZERO, "utf-8")
    page = own_page(program)
    failures: list[ReviewerError] = []
    page.failed.connect(failures.append)
    page.text.setFocus()
    page.text.selectAll()
    program.type(FEW_CARRIED)

    def refuse(*_: object) -> None:
        raise ExportError("无法删除“a.toml”。")

    monkeypatch.setattr(RulesStore, "delete", refuse)
    click(page.delete)
    assert failures == []
    click(page.delete)
    assert [error.message for error in failures] == ["无法删除“a.toml”。"]
    assert page.unsaved
    assert page.text.toPlainText() == FEW_CARRIED
    click(page.delete)
    assert len(failures) == 1
    click(page.revert)
    page.window().close()


def test_typing_between_two_pushes_asks_again(program: Program) -> None:
    user_rules().mkdir()
    (user_rules() / "a.toml").write_text(ZERO, "utf-8")
    page = own_page(program)
    click(page.delete)
    asked = page.delete.text()
    page.text.setFocus()
    program.type("# ")
    assert page.delete.text() != asked
    click(page.delete)
    assert (user_rules() / "a.toml").exists()
    assert page.delete.text() == asked
    click(page.revert)
    page.window().close()


def test_a_new_file_has_an_id_of_its_own_whatever_the_templates_is(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    template = tmp_path / "rules.toml"
    template.write_text(ZERO, "utf-8")
    monkeypatch.setattr(own_page_module, "resource", lambda _: template)
    page = own_page(program)
    click(page.new)
    assert page.text.toPlainText() == ZERO.replace('"office.rule"', '"office.rule_1"')
    click(page.revert)
    page.window().close()


def test_a_failure_after_the_warning_does_not_give_up_what_was_written(program: Program) -> None:
    page = own_page(program)
    click(page.new)
    dialog = program.window.findChild(PreferencesDialog)
    assert dialog is not None
    program.press(Qt.Key.Key_Escape, on=dialog)
    page.failed.emit(ExportError("磁盘已满。"))
    program.press(Qt.Key.Key_Escape, on=dialog)
    assert dialog.isVisible()
    program.press(Qt.Key.Key_Escape, on=dialog)
    assert program.window.findChild(PreferencesDialog) is None


def test_typing_reads_no_file(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    page = own_page(program)
    click(page.new)
    read: list[Path] = []

    def texts_in(folder: Path) -> tuple[dict[str, str], tuple[RuleFileError, ...]]:
        read.append(folder)
        return {}, ()

    monkeypatch.setattr(packs, "texts_in", texts_in)
    page.text.selectAll()
    program.type(ZERO)
    assert read == []
    assert page.unsaved
    rest(program, page)
    page.end()
    click(page.revert)
    page.window().close()


def test_rules_are_parsed_beside_the_window_not_in_it(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[threading.Thread] = []
    parse = drafts.fault_of

    def fault_of(name: str, text: str, others: Mapping[str, str]) -> RuleFileError | None:
        seen.append(threading.current_thread())
        return parse(name, text, others)

    monkeypatch.setattr(drafts, "fault_of", fault_of)
    page = own_page(program)
    click(page.new)
    page.text.selectAll()
    program.type(ZERO)
    rest(program, page)
    assert seen
    assert threading.main_thread() not in seen
    click(page.revert)
    page.window().close()


def entry(menu: QMenu, title: str) -> QAction:
    """An entry of a menu that was opened, by how it begins."""
    menu.aboutToShow.emit()
    return next(one for one in menu.actions() if one.text().startswith(title))


def test_a_figure_is_written_by_choosing_its_row_and_column(program: Program) -> None:
    page = own_page(program)
    assert not page.figures.isVisible()
    click(page.new)
    line = page.text.toPlainText().split("\n").index('forms = ["2021"]') + 1
    page.text.go_to_line(line + 1)
    page.text.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    page.text.moveCursor(QTextCursor.MoveOperation.Left)
    page.text.insertPlainText(" + ")
    click(page.figures)
    menu: QMenu | None = page.findChild(QMenu, "figuresMenu")
    assert menu is not None
    for title in ("2021", "表三", "一、本年新收"):
        inner = entry(menu, title).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    entry(menu, "自然人").trigger()
    assert 'carried_in.total + requests.new.natural_person"' in page.text.toPlainText()
    assert page.text.hasFocus()


def test_a_row_stands_under_its_headings_and_a_name_apart_from_others(program: Program) -> None:
    page = own_page(program)
    click(page.new)
    page.text.setPlainText('expression = "sum()a.b.c= 0"')
    cursor = page.text.textCursor()
    cursor.setPosition(len('expression = "sum()a.b.c'))
    page.text.setTextCursor(cursor)
    click(page.figures)
    menu: QMenu | None = page.findChild(QMenu, "figuresMenu")
    assert menu is not None
    for title in ("2021", "表三", "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"):
        inner = entry(menu, title).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    entry(menu, "总计").trigger()
    page.text.insert("d.e.f")
    text = page.text.toPlainText()
    assert text == 'expression = "sum()a.b.c requests.refused_state_secret.total d.e.f= 0"'
