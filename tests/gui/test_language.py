from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer.base import CellId
from reviewer.checks.drafts import fault_of
from reviewer.checks.model import SEVERITY_NAMES
from reviewer.checks.suspects import slips
from reviewer.errors import DeclarationError
from reviewer.paths import resource
from reviewer.review.model import VERDICT_NAMES
from reviewer.window.app import build
from reviewer.window.language import Glossary, load_words, told, use_language
from reviewer.window.selection import Chooser
from reviewer.window.settings import SettingsStore
from tests.checks.own_rules import FEW_CARRIED
from tests.gui.desks import TOTAL, faulty
from tests.gui.wordings import (
    CHINESE,
    DOUBTED,
    SOURCES,
    chinese_in,
    doubts_in,
    errors_in,
    in_window,
    said_in,
    translated,
)
from tests.reports import make_report

SHOWN_TO_NOBODY = {
    "dialogs/dialogs.py": "the workbook is Chinese, and so is its name",
    "reports/panel.py": "endings of bodies' names, cut off",
    "frame/progress.py": "how the steps of reading begin",
    "desk/samples.py": "a file's name",
    "picture.py": "makes pictures for the documentation",
}
"""Files with Chinese that is no part of the interface, each with the reason."""

ERRORS = [
    path
    for layer in ("document", "forms", "library", "review", "export", "window")
    for path in sorted((SOURCES.parent / layer).rglob("*.py"))
    if "Error(" in path.read_text("utf-8") and path.name != "picture.py"
]
"""Modules whose errors are told in the window."""


RULE_FILES = (
    "declaration", "declaring", "examples", "linting", "packs", "parsing", "program", "rules"
)  # fmt: skip
"""Modules of the checks that say what is wrong with rules."""
NOT_SAID = {
    "云岭县石桥镇人民政府", "统计表", "政府信息公开情况统计表", "本年", "累计", "与",
    "# 在“首选项 › 全部规则”中选定的级别与开关，由程序写出。\n", "{}{}", "{}：{}",
}  # fmt: skip
"""What stands in examples and files."""


def fields(text: str) -> list[str]:
    """The values that a text has places for."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.fixture
def words() -> dict[str, str]:
    sections = load_words(resource("i18n/en.toml"))
    return {source: word for section in sections.values() for source, word in section.items()}


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=in_window)
def test_everything_shown_is_translated(path: Path, words: dict[str, str]) -> None:
    shown = set(translated(path))
    if in_window(path) not in SHOWN_TO_NOBODY:
        shown |= set(chinese_in(path))
    assert shown - words.keys() == set()


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_errors_that_the_window_tells_are_translated(path: Path, words: dict[str, str]) -> None:
    assert set(errors_in(path)) - words.keys() == set()


@pytest.mark.parametrize("name", RULE_FILES)
def test_what_is_wrong_with_a_file_of_rules_is_translated(name: str, words: dict[str, str]) -> None:
    path = SOURCES.parent / "checks" / f"{name}.py"
    assert set(said_in(path)) - words.keys() - NOT_SAID == set()


def test_a_fault_of_a_file_of_rules_is_told_in_english(application: QApplication) -> None:
    use_language(application, "en")
    fault = fault_of("自有 规则.toml", FEW_CARRIED.replace('"warning"', '"grave"'), {})
    assert fault is not None
    assert fault.message.endswith("只能写 'error', 'warning' 或 'hint'。")
    assert told(fault.message) == (
        "Rules file “自有 规则.toml” line 6 “office.few_carried” is wrong: "
        "severity: must be 'error', 'warning' or 'hint'."
    )
    fault = fault_of("a.toml", FEW_CARRIED.replace("<= 5", "<= 5 ?"), {})
    assert fault is not None
    assert not CHINESE.search(told(fault.message))


@pytest.mark.parametrize("path", DOUBTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_doubts_are_translated(path: Path, words: dict[str, str]) -> None:
    assert set(doubts_in(path)) - words.keys() == set()


def test_doubts_are_found() -> None:
    """The pattern sees nearly all that the translations have."""
    known = load_words(resource("i18n/en.toml"))["doubts"].keys()
    found = {said for path in DOUBTED for said in doubts_in(path)}
    assert len(found & known) > 0.7 * len(known)


def test_translations_have_places_for_the_same_values(words: dict[str, str]) -> None:
    for source, word in words.items():
        assert fields(source) == fields(word), source


def test_no_source_is_translated_twice_in_different_ways() -> None:
    text = resource("i18n/en.toml").read_text("utf-8")
    sources = re.findall(r'^("(?:[^"\\]|\\.)*") = ', text, re.MULTILINE)
    assert len(set(sources)) == len(sources)


def test_english_is_english(words: dict[str, str]) -> None:
    chinese = {word for word in words.values() if CHINESE.search(word)}
    assert chinese == {"中文 (Chinese)"}


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[QApplication]:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    yield running
    use_language(running, "zh")


def test_a_language_is_put_in_place_of_the_other(application: QApplication) -> None:
    use_language(application, "en")
    assert QCoreApplication.translate("Anything", "撤销") == "Undo"
    assert QObject().tr("没有译文的话") == "没有译文的话"
    use_language(application, "zh")
    assert QCoreApplication.translate("Anything", "撤销") == "撤销"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    QCoreApplication.sendPostedEvents(None, 52)
    assert len(application.findChildren(QTranslator)) == 1


def test_the_window_speaks_english(application: QApplication, qtbot: QtBot) -> None:
    settings = SettingsStore()
    settings.update(language="en")
    window, _ = build(settings)
    qtbot.addWidget(window)
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Review", "&Tools", "&Help"]
    shown = {command.text() for command in window.actions_by_id.all()}
    assert not {text for text in shown if CHINESE.search(text)}
    window.close()


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("文件是空的。", "The file is empty."),
        ("找不到文件“年报/报告.txt”。", "The file “年报/报告.txt” was not found."),
        ("报告.txt：文件是空的。", "报告.txt: The file is empty."),
        (
            "文件后缀是 .docx，但不是“Word 文档”，内容是图片。",
            "The file's suffix is .docx, but this is no “Word 文档”: it is a picture.",
        ),
        ("记录库“a”无法保存：磁盘空间不足。", "The library “a” cannot be saved: the disk is full."),
        ("没有译文的话：也没有。", "没有译文的话：也没有。"),
        ("", ""),
    ],
)
def test_errors_are_told_in_english(application: QApplication, said: str, english: str) -> None:
    use_language(application, "en")
    assert told(said) == english
    use_language(application, "zh")
    assert told(said) == said


def test_an_error_in_the_bar_is_english(application: QApplication, qtbot: QtBot) -> None:
    settings = SettingsStore()
    settings.update(language="en")
    window, workbench = build(settings)
    qtbot.addWidget(window)
    workbench.open_paths([Path("/nowhere/report.txt")])
    qtbot.waitUntil(lambda: window.messages.message is not None)
    message = window.messages.message
    assert message is not None
    assert not CHINESE.search(message.text + message.hint)
    window.close()


def test_a_wrong_file_of_words_is_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text("[menus\n", "utf-8")
    with pytest.raises(DeclarationError, match=r"odd\.toml"):
        load_words(path)


def test_words_without_any_are_empty(qtbot: QtBot) -> None:
    assert Glossary({}).isEmpty()


def test_the_journals_words_have_english(words: dict[str, str]) -> None:
    told_by_journals = SOURCES.parent / "review" / "wording.py"
    known = [source.replace("{}", "") for source in words]
    said = {one for one in chinese_in(told_by_journals) if len(one.strip(" ：，")) > 1}
    assert said
    assert {one for one in said if not any(one.strip() in source for source in known)} == set()


def test_severities_and_verdicts_have_english(words: dict[str, str]) -> None:
    assert {*SEVERITY_NAMES.values(), *VERDICT_NAMES.values()} <= words.keys()


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("更正读数：表三 （七）总计 · 自然人", "Correct reading: 表三 （七）总计 · 自然人"),
        ("核定为口径说明", "Verdict: Explained"),
        ("写批注：正文 第12行", "Write note: Text, line 12"),
        ("口径说明：见附件：二", "Explained: 见附件：二"),
    ],
)
def test_journals_are_told_in_english(application: QApplication, said: str, english: str) -> None:
    use_language(application, "en")
    assert told(said) == english


def test_the_history_and_undo_speak_english(application: QApplication, qtbot: QtBot) -> None:
    settings = SettingsStore()
    settings.update(language="en")
    window, workbench = build(settings)
    qtbot.addWidget(window)
    workbench.add(make_report())
    cell = CellId("requests.new.total")
    workbench.transcribe(cell, "5")
    workbench.annotate("空白")
    workbench.undo()
    rows = window.panels.history.rows
    titles = ["Undo: Write note", "Write note", "Correct reading"]
    assert [row.title for row in rows] == titles
    assert rows[1].place == "The whole report"
    assert rows[1].change == "空白"  # what a reviewer wrote is left as it is
    undo = window.actions_by_id["edit.undo"].text()
    assert undo.startswith("Undo: Correct reading: 表三")
    window.close()


def test_every_slip_has_english(words: dict[str, str]) -> None:
    named = {one.name for one in vars(slips).values() if isinstance(one, slips.Slip)}
    assert len(named) > 20
    assert named - words.keys() == set()


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("一位数字有误", "one digit wrong"),
        (
            "2格同时有误：少一位数字、多一位数字；正文所述与此一致",
            "2 cells wrong at once: a digit missing, a digit too many; the text says the same",
        ),
        ("漏填为0，总计随之有误", "left at 0, and its total with it"),
        (
            "由图片识别，可信度52%，请对照图片核对",
            "Recognised from a picture, 52% sure; compare with the picture",
        ),
        ("年度取自标题“云岭县2023年”", "Year from the title “云岭县2023年”"),
    ],
)
def test_slips_doubts_and_evidence_are_told_in_english(
    application: QApplication, said: str, english: str
) -> None:
    use_language(application, "en")
    assert told(said) == english


def test_the_inspector_tells_a_slip_in_english(application: QApplication, qtbot: QtBot) -> None:
    settings = SettingsStore()
    settings.update(language="en")
    window, workbench = build(settings)
    qtbot.addWidget(window)
    window.show()
    workbench.add(faulty())
    workbench.select_cell(TOTAL, Chooser.DIALOG)
    said = [label.text() for label in window.panels.inspector.suspects.findChildren(QLabel)]
    assert any("one digit wrong" in text for text in said)
    assert not any(CHINESE.search(text) for text in said)
    window.close()
