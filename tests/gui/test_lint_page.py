"""All rules looked at together, from the preferences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.checks.linting import Fault, lint
from reviewer.window.dialogs.preferences import PreferencesDialog
from reviewer.window.rules.lint_page import LintPage
from reviewer.window.rules.page import RulesPage
from tests.checks.own_rules import own_rule
from tests.gui.programs import Program

IDLE = own_rule(
    "requests.new.total >= 0",
    {"requests.new.total": 1},
    {"requests.new.total": -1},
    title="新收不为负数",
)


@pytest.fixture
def dialog(program: Program) -> PreferencesDialog:
    program.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    shown = program.window.findChild(PreferencesDialog)
    assert shown is not None
    return shown


def looked_at(program: Program, dialog: PreferencesDialog) -> LintPage:
    dialog.tabs.setCurrentIndex(3)
    page = dialog.findChild(LintPage)
    assert page is not None
    program.qtbot.waitUntil(lambda: "正在" not in page.told.text(), timeout=20_000)
    return page


def test_the_rules_are_looked_at_when_the_page_is_shown(
    program: Program, dialog: PreferencesDialog
) -> None:
    page = looked_at(program, dialog)
    rules = program.bench.rules
    assert rules is not None
    complaints = lint(rules.value)
    assert "没有需要处理的" in page.told.text()
    shown = [page.lines.item(row).text() for row in range(page.lines.count())]
    assert [one.message for one in complaints] == [text.partition("：")[2] for text in shown]
    dialog.close()


def test_a_needless_rule_is_told_and_leads_to_itself(
    program: Program, dialog: PreferencesDialog
) -> None:
    rules = program.bench.rules
    assert rules is not None
    page = looked_at(program, dialog)
    rules.save("own.toml", IDLE)
    program.qtbot.waitUntil(lambda: "1 处需要处理" in page.told.text(), timeout=20_000)
    item = page.lines.item(0)
    assert item.text().startswith(f"◆ {Fault.REDUNDANT.value}")
    page.lines.setCurrentItem(item)
    page.lines.setFocus()
    QTest.keyClick(page.lines, Qt.Key.Key_Return)
    listed = dialog.findChild(RulesPage)
    assert listed is not None
    assert listed.isVisible()
    assert "新收不为负数" in listed.title.text()
    dialog.close()


def test_closing_while_it_looks_is_no_harm(program: Program, dialog: PreferencesDialog) -> None:
    dialog.tabs.setCurrentIndex(3)
    dialog.close()
    program.qtbot.waitUntil(lambda: not program.bench.worker.busy, timeout=20_000)
    assert not dialog.isVisible()
