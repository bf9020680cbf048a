from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.review.review import Review
from reviewer.window.search.search import folded, folded_report, places, search
from reviewer.window.selection import Chooser
from tests.gui.desks import TOTAL, Desk, bare, faulty
from tests.gui.programs import FAULTY, Program

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def review() -> Review:
    return Review(faulty(), author="甲")


@pytest.mark.parametrize(
    ("title", "words", "marked"),
    [
        ("開平市开平市", "开平市", ["開平市", "开平市"]),
        ("受理 12 件", "１２件", ["12 件"]),
        ("受理12件", "  ", []),
        ("受理12件", "", []),
        ("受理12件", "申请", []),
    ],
)
def test_the_words_are_told_in_a_hits_title(title: str, words: str, marked: list[str]) -> None:
    assert [title[start:end] for start, end in places(title, words)] == marked


def test_the_words_are_marked_in_the_card(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F, CONTROL)
    program.type("石桥镇")
    rows = program.window.find_bar.list.rows.rows
    assert rows
    for row in rows:
        assert [row.title[start:end] for start, end in row.marked] in (["石桥镇"], ["石桥镇"] * 2)
    view = program.window.find_bar.list
    ground = program.window.theme.color("doubtful_fill").name()
    view.select(len(rows) - 1)
    view.scrollToTop()
    picture = view.viewport().grab().toImage()
    height = view.sizeHintForRow(0)
    colors = {picture.pixelColor(x, height // 2 - 6).name() for x in range(picture.width())}
    assert ground in colors


def test_passages_are_found_with_their_lines(review: Review) -> None:
    text = review.report.document.text
    hits = [hit for hit in search(review, "石桥镇") if hit.span is not None]
    assert len(hits) == text.count("石桥镇")
    for hit in hits:
        assert hit.span is not None
        assert review.report.document.at(hit.span) == "石桥镇"
        assert hit.detail == f"第{review.report.document.line_of(hit.span.start)}行"


def test_wide_and_capital_letters_are_alike(review: Review) -> None:
    assert [hit.title for hit in search(review, "２０２３")] == [
        hit.title for hit in search(review, "2023")
    ]
    assert folded("ＡbＣ１") == "abc1"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("本年政府信\n  息公开", "政府信息公开", ["政府信\n  息公开"]),
        ("開平市政府信息", "开平市", ["開平市"]),
        ("开平市", "開平市", ["开平市"]),
        ("受理12\n件", "１２件", ["12\n件"]),
        ("1\n2\n12", "12", ["12"]),
        ("annual  report annualreport", "Annual report", ["annual  report"]),
        ("a.c abc", "a.c", ["a.c"]),
    ],
)
def test_words_are_found_in_other_characters_and_over_a_lines_end(
    text: str, words: str, found: list[str]
) -> None:
    review = Review(bare(text), author="甲")
    spans = [hit.span for hit in search(review, words) if hit.span is not None]
    assert [review.report.document.at(span) for span in spans] == found


def test_a_folded_text_is_as_long_as_the_text() -> None:
    text = "㎏ﬁ①İ一Ａ"
    assert len(folded(text)) == len(text)


def test_a_figure_is_found_by_what_is_printed_in_it(review: Review) -> None:
    cells = [hit.cell for hit in search(review, "11") if hit.cell is not None]
    assert cells == [TOTAL]


def test_cells_are_found_by_their_labels(review: Review) -> None:
    hits = [hit for hit in search(review, "重复申请") if hit.cell is not None]
    assert len(hits) == 7


def test_findings_are_found_by_their_words(review: Review) -> None:
    finding = review.checked.findings[0]
    hits = search(review, finding.message[:8])
    assert finding.id in {hit.finding for hit in hits}


@pytest.mark.parametrize("words", ["", "   ", "查无此词"])
def test_nothing_is_found(review: Review, words: str) -> None:
    assert search(review, words) == []


def test_enter_goes_on_and_shift_enter_back(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F, CONTROL)
    find = program.window.find_bar
    program.type("石桥镇")
    assert find.card.isVisible()
    spans = [hit.span for hit in find.hits if hit.span is not None]
    program.press(Qt.Key.Key_Return)
    assert program.bench.selection.span == spans[0]
    program.press(Qt.Key.Key_Return)
    assert program.bench.selection.span == spans[1]
    program.press(Qt.Key.Key_Return, SHIFT)
    assert program.bench.selection.span == spans[0]
    program.press(Qt.Key.Key_F3)
    assert program.bench.selection.span == spans[1]


def test_escape_ends_the_search(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F, CONTROL)
    find = program.window.find_bar
    found: list[list[object]] = []
    find.found.connect(found.append)
    program.type("公开")
    assert found[-1]
    program.press(Qt.Key.Key_Escape)
    assert found[-1] == []
    assert not find.card.isVisible()
    assert not find.box.hasFocus()


def test_after_an_edit_the_search_is_made_anew(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F, CONTROL)
    find = program.window.find_bar
    program.type("4711")
    assert find.hits == []
    program.bench.propose(TOTAL, "4711")
    program.press(Qt.Key.Key_F3)
    assert program.bench.selection.cell == TOTAL


def test_a_command_is_found_by_its_name(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_P, CONTROL | SHIFT)
    palette = program.window.command_palette
    assert palette.isVisible()
    program.type("防护")
    program.press(Qt.Key.Key_Return)
    assert program.bench.guard_map
    assert not palette.isVisible()


def test_a_command_that_cannot_be_given_is_not(program: Program) -> None:
    program.press(Qt.Key.Key_P, CONTROL | SHIFT)
    palette = program.window.command_palette
    program.type("关闭报告")
    assert [row.enabled for row in palette.list.rows.rows] == [False]
    program.press(Qt.Key.Key_Return)
    assert palette.isVisible()
    program.press(Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_names_that_begin_as_typed_come_first(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_P, CONTROL | SHIFT)
    program.type("报告")
    rows = [row for row in program.window.command_palette.list.rows.rows if row.enabled]
    begins = ["报告" in re.findall(r"\b..", row.title) for row in rows]
    assert {*begins} == {True, False}
    assert begins == sorted(begins, reverse=True)


def test_an_open_report_is_found_by_its_body(program: Program) -> None:
    program.bench.open_paths(sorted(FAULTY.parent.glob("石桥镇*.txt")))
    first = program.wait()
    program.press(Qt.Key.Key_P, CONTROL | SHIFT)
    other = next(one for one in program.bench.reviews if one is not first)
    program.type(f"石桥镇 {other.report.year}")
    program.press(Qt.Key.Key_Return)
    assert program.bench.current is other


def test_the_palette_gives_the_focus_back(program: Program) -> None:
    program.open(FAULTY)
    program.window.panels.source.setFocus()
    before = QApplication.focusWidget()
    program.press(Qt.Key.Key_P, CONTROL | SHIFT)
    program.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_enter_stays_with_the_hit_that_arrows_led_to(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F, CONTROL)
    find = program.window.find_bar
    program.type("石桥镇")
    spans = [hit.span for hit in find.hits if hit.span is not None]
    program.press(Qt.Key.Key_Down)
    program.press(Qt.Key.Key_Down)
    program.press(Qt.Key.Key_Return)
    assert program.bench.selection.span == spans[1]
    assert not find.card.isVisible()
    program.press(Qt.Key.Key_Return)
    assert program.bench.selection.span == spans[2]


def test_the_palette_says_when_nothing_fits(program: Program) -> None:
    program.press(Qt.Key.Key_P, CONTROL | SHIFT)
    palette = program.window.command_palette
    program.type("查无此令")
    (row,) = palette.list.rows.rows
    assert "没有符合" in row.title
    program.press(Qt.Key.Key_Return)
    assert palette.isVisible()


def test_after_a_passage_was_found_typing_changes_no_figure(program: Program) -> None:
    review = program.open(FAULTY)
    program.bench.select_cell(TOTAL, Chooser.KEYS)
    grid = program.window.panels.tables.page("requests").view
    assert grid.current_cell == TOTAL
    program.press(Qt.Key.Key_F, CONTROL)
    program.type("总体情况")
    program.press(Qt.Key.Key_Return)
    assert program.bench.selection.cell is None
    assert grid.current_cell is None
    assert grid.pencil.scene.current is None
    program.press(Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_9, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        program.press(key, on=grid)
    assert not program.bench.editing
    assert review.entries == ()
    program.press(Qt.Key.Key_Down, on=grid)
    assert program.bench.selection.cell == grid.current_cell is not None


def test_a_report_is_folded_once_whatever_is_searched_in_it(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    folding: list[str] = []

    def watch(text: str) -> str:
        folding.append(text)
        return folded(text)

    monkeypatch.setattr("reviewer.window.search.search.folded", watch)
    folded_report.cache_clear()
    for words in ("申", "申请", "申请公", "自然人"):
        search(review, words)
    assert folding.count(review.report.document.text) == 1
    assert len(folding) > 100


def test_findings_among_the_hits_show_how_grave_they_are(desk: Desk) -> None:
    review = desk.open(faulty())
    hits = [hit for hit in search(review, "自然人") if hit.finding is not None]
    grave = {one.id: one.severity for one in review.checked.findings}
    assert hits
    assert all(hit.severity is grave[hit.finding] for hit in hits if hit.finding is not None)
