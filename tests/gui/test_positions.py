"""The one conversion between code points and a widget's UTF-16 positions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from reviewer.document.model import Span
from reviewer.window.positions import Lines, Positions, displayed

TRICKY = "\t\n\r\x00\x0b\x0c\x1f\x7f\x85\xa0\u200f\u202e\u2028\u2029\u2066\ufeff\ufdd0\ufffc\uffff"
characters = st.one_of(
    st.sampled_from("政府信息公开12　（）\n\n\t"),
    st.sampled_from(TRICKY),
    st.sampled_from("𠮷𡐓𪚥😀"),
    st.characters(exclude_categories=()),
)
texts = st.text(characters, max_size=40)


def _spanned(text: str) -> st.SearchStrategy[tuple[str, Span]]:
    offsets = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return offsets.map(lambda pair: (text, Span(start=min(pair), end=max(pair))))


def _units(text: str) -> int:
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


def _selected(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")


@given(texts.flatmap(_spanned))
def test_spans_go_to_positions_and_come_back(case: tuple[str, Span]) -> None:
    text, span = case
    positions = Positions(text)
    start, end = positions.to_positions(span)
    assert end - start == _units(text[span.start : span.end])
    assert positions.to_span(start, end) == span
    assert positions.to_span(end, start) == span


@given(texts.flatmap(_spanned))
def test_a_document_shows_at_each_position_what_the_text_has_there(
    qapp: QApplication, case: tuple[str, Span]
) -> None:
    text, span = case
    shown = displayed(text)
    document = QTextDocument()
    document.setPlainText(shown)
    positions = Positions(text)
    assert document.characterCount() - 1 == positions.length
    assert document.blockCount() == text.count("\n") + 1
    start, end = positions.to_positions(span)
    assert _selected(document, start, end) == shown[span.start : span.end]


@given(texts, st.sets(st.integers(0, 40)))
def test_unseen_blanks_keep_every_other_character_in_its_place(
    qapp: QApplication, text: str, wanted: set[int]
) -> None:
    unseen = {offset for offset in wanted if text[offset : offset + 1] in ("\n", "\t")}
    joined = [offset for offset in unseen if text[offset] == "\n"]
    shown = displayed(text, unseen)
    plain = displayed(text)
    assert len(shown) == len(text)
    assert [at for at in range(len(text)) if shown[at] != plain[at]] == sorted(unseen)
    document = QTextDocument()
    document.setPlainText(shown)
    assert document.characterCount() - 1 == Positions(text).length
    assert document.blockCount() == text.count("\n") - len(joined) + 1


def test_an_unseen_line_end_keeps_two_words_apart() -> None:
    assert displayed("12\n3", {2}) == "12 3"
    assert displayed("12\n\t3", {2}) == "12\u200b\u20023"


@given(texts)
def test_every_position_belongs_to_the_character_that_covers_it(text: str) -> None:
    positions = Positions(text)
    covering = [at for at, character in enumerate(text) for _ in range(_units(character))]
    found = [positions.to_offset(position) for position in range(positions.length)]
    assert found == covering
    assert positions.to_offset(positions.length) == len(text)


def test_half_of_a_pair_selects_the_whole_character() -> None:
    positions = Positions("a𠮷b")
    assert positions.to_span(2, 3) == Span(start=1, end=2)
    assert positions.to_span(1, 2) == Span(start=1, end=2)


def test_offsets_outside_are_drawn_to_the_ends() -> None:
    positions = Positions("𠮷")
    assert positions.to_position(-1) == 0
    assert positions.to_position(9) == 2
    assert positions.to_offset(-5) == 0
    assert positions.to_offset(99) == 1


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 3), (5, 3)])
def test_lines_are_counted_from_one(offset: int, line: int) -> None:
    assert Lines("a\n\nbc").at(offset) == line


@given(texts)
def test_lines_begin_where_they_are_found(text: str) -> None:
    lines = Lines(text)
    for line in range(1, lines.count + 1):
        assert lines.at(lines.start(line)) == line
        assert lines.start(line) in {0, *(at + 1 for at, one in enumerate(text) if one == "\n")}
