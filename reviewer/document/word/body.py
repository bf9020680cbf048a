"""From the characters of a Word 97-2003 file to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from struct import unpack_from

from reviewer.document.composing import Content
from reviewer.document.looks import HIDDEN, PALE, RAISED, STRUCK, counted
from reviewer.document.word.boxes import TextBox
from reviewer.document.word.flow import PICTURES_UNREAD, TRACKED, Flow
from reviewer.document.word.lists import Lists
from reviewer.document.word.pieces import Text
from reviewer.document.word.properties import CHARACTER_STYLE, HIDE, STYLE, Runs, sprms, unfolded
from reviewer.document.word.row_rules import rule_of
from reviewer.document.word.styles import Styles
from reviewer.document.word.utf16 import readable

_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_DEEPEST_FIELDS = 50
_CELL = "\x07"
_ENDS = "\r\x07\x0c"
_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\t": "\t", "\n": "\n"} | {
    chr(code): "" for code in (*range(9), *range(0x0F, 0x1E))
}
_DRAWN = str.maketrans(_SHOWN)
_PICTURE = "\x01"
_DELETED, _INSERTED = 0x0800, 0x0801
_STRIKE, _DOUBLE_STRIKE, _RAISE = 0x0837, 0x2A53, 0x2A48
_WHITES = {(0x2A42, b"\x08"), (0x6870, b"\xff\xff\xff\0")}
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_FOOTNOTES, _ENDNOTES, _BOXES = 1, 5, 6
_HANGING = "\x08"


@dataclass(frozen=True)
class _Marks:
    """What a paragraph's properties say of its place in tables."""

    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    group: bytes = b""


@dataclass
class Body:
    """A file's text with all that is known of it."""

    text: Text
    stories: tuple[int, ...]
    paragraphs: Runs
    characters: Runs
    data: bytes
    lists: Lists
    styles: Styles
    boxes: tuple[TextBox, ...] = ()
    _shown_boxes: list[TextBox] = field(default_factory=list)
    _tracked: bool = False
    _pictured: bool = False
    _looks: dict[int, str] = field(default_factory=dict)
    _known: dict[tuple[bytes, str], _Marks] = field(default_factory=dict)

    def items(self) -> list[Content]:
        """Main text; then footnotes, endnotes and text boxes. Headers and notes are left out."""
        hidden = self._hidden()
        starts = [0, *accumulate(max(0, size) for size in self.stories)]
        in_boxes = starts[_BOXES]
        items = self._story(0, starts[1], hidden, in_boxes)
        for number in (_FOOTNOTES, _ENDNOTES):
            items += self._story(starts[number], starts[number + 1], hidden)
        # What hangs in cells stands at the end, as all boxes do of which nothing more is said.
        shown = sorted((box.start, box.end) for box in self._shown_boxes)
        begin = 0
        for start, end in [*shown, (starts[_BOXES + 1] - in_boxes,) * 2]:
            items += self._story(in_boxes + begin, in_boxes + start, hidden)
            begin = max(begin, end)
        return items

    def warnings(self) -> tuple[str, ...]:
        """What the reviewer should know; complete after ``items``."""
        told = ((self._tracked, TRACKED), (self._pictured, PICTURES_UNREAD))
        return tuple(message for is_so, message in told if is_so)

    def _story(self, start: int, end: int, hidden: bytearray, in_boxes: int = 0) -> list[Content]:
        """The items of a part of the text; boxes that hang in it are put where they do.

        Args:
            start: Where it begins.
            end: Where it ends.
            hidden: One for each character that is not shown.
            in_boxes: Where the boxes' text begins; 0 if no box may hang here.
        """
        flow = Flow()
        end = min(end, len(self.text.units))
        begin = start
        field_codes(self.text.units, start, end, hidden)
        for at in range(start, end):
            if self.text.units[at] in _ENDS and not self._runs_on(at, hidden):
                self._paragraph(flow, begin, at, hidden)
                if in_boxes and _HANGING in self.text.units[begin:at]:
                    self._hang(flow, begin, at, hidden, in_boxes)
                begin = at + 1
        if begin < end:
            flow.paragraph(self._shown(begin, end, hidden), 0)
        return flow.items()

    def _hang(self, flow: Flow, begin: int, end: int, hidden: bytearray, in_boxes: int) -> None:
        """What stands in the boxes that hang at a paragraph of the body."""
        if self._marks(end, self.text.units[end]).depth:
            return
        for box in self.boxes:
            if begin <= box.anchor < end:
                self._shown_boxes.append(box)
                flow.beside(self._story(in_boxes + box.start, in_boxes + box.end, hidden))

    def _runs_on(self, at: int, hidden: bytearray) -> bool:
        """Whether a paragraph's end was deleted, so that the next one joins it."""
        if not hidden[at] or self.text.units[at] != "\r":
            return False
        marks = self._marks(at, "\r")
        return not (marks.ends_cell or marks.ends_row)

    def _paragraph(self, flow: Flow, begin: int, end: int, hidden: bytearray) -> None:
        mark = self.text.units[end]
        marks = self._marks(end, mark)
        if marks.depth:
            text, doubt = self._counted(begin, end, hidden)
        else:
            text, doubt = self._shown(begin, end, hidden), ""
        if marks.ends_row:
            if hidden[end] and hidden[end - 1]:  # the mark of the last cell, too
                flow.drop_row(marks.depth)
            else:
                flow.end_row(rule_of(marks.group), marks.depth)
            return
        if text or not hidden[end]:
            text = self._number(end) + text
        if _PICTURE in self._kept(begin, end, hidden):
            self._pictured = True
            flow.picture(marks.depth)
        if marks.ends_cell:
            flow.end_cell(text, marks.depth, doubt)
        else:
            flow.paragraph(text, marks.depth, doubt)

    def _counted(self, begin: int, end: int, hidden: bytearray) -> tuple[str, str]:
        """The text of a cell's paragraph that counts, and why it may not be relied on."""
        styled = self._styled(end)
        if not (styled or self._looks):
            return self._shown(begin, end, hidden), ""
        pieces = [
            (self.text.units[at].translate(_DRAWN), self._looks.get(at, styled))
            for at in range(begin, end)
            if not hidden[at]
        ]
        text, doubt = counted(pieces)
        return readable(text), doubt

    def _styled(self, end: int) -> str:
        """What the style says against the text of the paragraph that ends at a place."""
        group = self.paragraphs.at(self.text.places[end])
        return HIDDEN if self.styles.hides(group, STYLE) else ""

    def _number(self, end: int) -> str:
        """The automatic number before the paragraph that ends at a place."""
        return self.lists.label(self.paragraphs.at(self.text.places[end]))

    def _shown(self, begin: int, end: int, hidden: bytearray) -> str:
        """The text that a reader sees."""
        return readable(self._kept(begin, end, hidden).translate(_DRAWN))

    def _kept(self, begin: int, end: int, hidden: bytearray) -> str:
        """The characters that are not hidden."""
        units = self.text.units[begin:end]
        gone = hidden[begin:end]
        if not any(gone):
            return units
        return "".join(unit for unit, is_gone in zip(units, gone, strict=True) if not is_gone)

    def _marks(self, at: int, mark: str) -> _Marks:
        group = self.paragraphs.at(self.text.places[at])
        known = self._known.get((group, mark))
        if known is None:
            known = self._known[group, mark] = _marks_of(unfolded(group, self.data), mark)
        return known

    def _hidden(self) -> bytearray:
        """One for each character that was deleted under tracking, or is hidden."""
        hidden = bytearray(len(self.text.units))
        gone: dict[bytes, bool] = {}
        looks: dict[bytes, str] = {}
        for at, group in self._character_groups():
            if group not in gone:
                gone[group] = self._is_gone(group)
                looks[group] = _look(group, self.styles)
            hidden[at] = gone[group]
            if looks[group] and not gone[group]:
                self._looks[at] = looks[group]
        return hidden

    def _character_groups(self) -> Iterator[tuple[int, bytes]]:
        """Each character that has properties, with them."""
        group, low, high = b"", 0, 0
        for at, place in enumerate(self.text.places):
            if not low <= place < high:
                group, low, high = self.characters.stretch(place)
            if group:
                yield at, group

    def _is_gone(self, group: bytes) -> bool:
        codes = {code for code, operand in sprms(group) if operand[:1] == b"\x01"}
        self._tracked = self._tracked or bool(codes & {_DELETED, _INSERTED})
        return bool(codes & {_DELETED, HIDE})


def _look(group: bytes, styles: Styles) -> str:
    """What the modifiers of characters, or their style, say against them."""
    stated = set(sprms(group))
    on = {code for code, operand in stated if operand[:1] not in {b"", b"\0"}}
    if on & {_STRIKE, _DOUBLE_STRIKE}:
        return STRUCK
    if _RAISE in on:
        return RAISED
    if styles.hides(group, CHARACTER_STYLE):
        return HIDDEN
    return PALE if stated & _WHITES else ""


def _marks_of(group: bytes, mark: str) -> _Marks:
    values = dict(sprms(group))

    def says(code: int) -> bool:
        return values.get(code, b"\0")[:1] != b"\0"

    depth = 1 if says(_IN_TABLE) or says(_ROW_END) else 0
    if _DEPTH in values:
        depth = max(depth, unpack_from("<i", values[_DEPTH])[0])
    ends_cell = mark == _CELL or (depth > 1 and says(_INNER_CELL))
    ends_row = (mark == _CELL and says(_ROW_END)) or (depth > 1 and says(_INNER_ROW))
    if mark == _CELL:
        depth = max(depth, 1)
    return _Marks(depth, ends_cell, ends_row, group if ends_row else b"")


def field_codes(units: str, start: int, end: int, hidden: bytearray) -> None:
    """Hide the codes of fields, so that their results alone are left.

    A field whose end is lost hides nothing.
    """
    open_fields: list[list[int]] = []
    for at in range(start, end):
        unit = units[at]
        if unit == _FIELD and len(open_fields) < _DEEPEST_FIELDS:
            open_fields.append([at, -1])
        elif unit == _RESULT and open_fields:
            open_fields[-1][1] = at
        elif unit == _FIELD_END and open_fields:
            begin, result = open_fields.pop()
            until = result if result >= 0 else at
            hidden[begin : until + 1] = b"\x01" * (until + 1 - begin)
