"""From the tokens of an RTF file to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reviewer.document.composing import Content
from reviewer.document.looks import PALE
from reviewer.document.word.flow import Flow
from reviewer.document.word.rtf_rows import RowDraft
from reviewer.document.word.rtf_state import STATE_WORDS, State
from reviewer.document.word.rtf_tokens import Decoder, Token
from reviewer.errors import FormatError

_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict objdata header headerl headerr headerf footer footerl "
    b"footerr footerf annotation atnid atnauthor fldinst nonshppict nonesttables xe tc txe "
    b"ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn listtable listoverridetable revtbl themedata "
    b"datastore filetbl sp bkmkstart bkmkend template private".split()
)
_ASIDE = frozenset((b"footnote", b"shptxt"))
"""Text that stands elsewhere than where the file has it: it goes behind the body."""
_STARRED = _ASIDE | {b"shpinst", b"nesttableprops"}
"""Starred groups, which a reader may skip, that hold text or rows."""
_GIVEN = {
    b"line": "\n", b"lbr": "\n", b"tab": "\t", b"emspace": "\u2003", b"enspace": "\u2002",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\t": "\t"}
_PARTS = (b"red", b"green", b"blue")
_DEEPEST = 2000
_STEP = 1 << 16

_Word = Callable[[int | None], None]


class _Story:
    """Text that is read on its own: the body, or what stands aside."""

    def __init__(self, decoder: Decoder) -> None:
        self.flow = Flow()
        self.decoder = decoder
        self.depth = 0
        self.row = RowDraft()
        self.shaded = False

    def paragraph(self) -> None:
        """The paragraph's end."""
        if self.depth:
            text, doubt = self.decoder.take_counted()
            self.flow.paragraph(text, self.depth, doubt)
        else:
            self.flow.paragraph(self.decoder.take(), 0)

    def end_cell(self, depth: int) -> None:
        """The cell's end."""
        text, doubt = self.decoder.take_counted()
        self.flow.end_cell(text, depth, doubt)

    def end_row(self, depth: int) -> None:
        """The row's end."""
        self.flow.end_row(self.row.rule(), depth)

    def items(self) -> list[Content]:
        """What was read; a last paragraph without an end is one, too."""
        rest = self.decoder.take()
        if rest.strip():
            self.flow.paragraph(rest, 0)
        return self.flow.items()


class Reading:
    """Reads tokens once; ``items`` gives the outcome."""

    def __init__(self) -> None:
        self.tracked = False
        self.pictured = False
        body = Decoder()
        self._stories = (_Story(body), _Story(Decoder(body.encodings)))
        self._story = self._stories[0]
        self._state = State()
        self._stack: list[State] = []
        self._starred = False
        self._owed = 0
        self._font_number = 0
        self._parts: list[int] = []
        self._colours = 0
        self._whites: set[int] = set()
        self._words: dict[bytes, _Word] = {
            **self._table_words(),
            **self._paragraph_words(),
            **self._text_words(),
        }

    def read(self, tokens: Iterable[Token], step: Callable[[], None]) -> None:
        """Take in all tokens; ``step`` is called now and then and may raise Cancelled."""
        for count, (kind, value, number) in enumerate(tokens):
            if count % _STEP == 0:
                step()
            if kind == "text":
                self._characters(value)
            elif kind == "word":
                self._word(value, number)
            elif kind == "brace":
                self._brace(value)
            else:
                self._symbol(value)

    def items(self) -> list[Content]:
        """Paragraphs and tables of the body, then what stands aside."""
        return [item for story in self._stories for item in story.items()]

    def _brace(self, brace: bytes) -> None:
        self._owed = 0
        self._starred = False
        if brace == b"{":
            if len(self._stack) >= _DEEPEST:
                raise FormatError("文件已损坏：层次过深。", "请用 Word 另存为 docx 文件后再打开。")
            self._stack.append(self._state)
            self._state = replace(self._state)
        elif self._stack:
            aside = self._state.aside
            self._state = self._stack.pop()
            if aside and not self._state.aside:
                self._story.paragraph()
                self._story = self._stories[0]

    def _word(self, word: bytes, number: int | None) -> None:
        if self._owed:
            self._owed -= 1
            return
        starred, self._starred = self._starred, False
        if self._state.skipped:
            self._font_word(word, number or 0)
            if self._state.colours and word in _PARTS:
                self._parts.append(number or 0)
        elif word in _SKIPPED or (starred and word not in _STARRED):
            if word == b"pict" and not self._state.hidden:
                self._picture()
            self._state.skipped = True
            self._state.fonts = word == b"fonttbl"
            self._state.colours = word == b"colortbl"
        elif word in _ASIDE:
            self._state.aside = True
            self._story = self._stories[1]
            self._story.depth = 0
        elif word in _GIVEN:
            self._give(_GIVEN[word])
        elif word in STATE_WORDS:
            STATE_WORDS[word](self._state, number)
        elif word in self._words:
            self._words[word](number)

    def _picture(self) -> None:
        """A picture, in the place of which the text has a paragraph."""
        self.pictured = True
        self._story.paragraph()
        self._story.flow.picture(self._story.depth)

    def _font_word(self, word: bytes, number: int) -> None:
        if self._state.fonts and word == b"f":
            self._font_number = number
        elif self._state.fonts and word == b"fcharset":
            self._story.decoder.encodings.fonts[self._font_number] = number

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif self._owed:
            self._owed -= 1
        elif symbol in (b"\\", b"{", b"}"):
            self._characters(symbol)
        elif symbol in (b"\n", b"\r") and not self._state.skipped:
            self._story.paragraph()
        elif symbol in _SYMBOLS:
            self._give(_SYMBOLS[symbol])

    def _characters(self, raw: bytes) -> None:
        if self._owed:
            owed, self._owed = self._owed, max(0, self._owed - len(raw))
            raw = raw[owed:]
        if self._state.colours:
            self._colour(raw.count(b";"))
        if raw and not (self._state.skipped or self._state.hidden):
            self._story.decoder.looks(self._look())
            self._story.decoder.raw(raw, self._state.font)

    def _colour(self, ends: int) -> None:
        """The end of a colour in the file's table, or of several that are not stated."""
        if ends and self._parts == [255, 255, 255]:
            self._whites.add(self._colours)
        if ends:
            self._parts.clear()
        self._colours += ends

    def _give(self, text: str) -> None:
        after_number = self._state.listed and text == "\t"
        if not (self._state.skipped or self._state.hidden or after_number):
            self._story.decoder.looks("")
            self._story.decoder.text(text)

    def _unit(self, number: int | None) -> None:
        if not self._state.hidden:
            self._story.decoder.looks(self._look())
            self._story.decoder.number(number or 0)
        self._owed = self._state.fallback

    def _look(self) -> str:
        """What the look of the characters that come says against them."""
        grounded = self._state.ground or self._story.shaded
        pale = self._state.colour in self._whites and not grounded
        return self._state.doubt or (PALE if pale else "")

    def _text_words(self) -> dict[bytes, _Word]:
        def changed(_number: int | None) -> None:
            self.tracked = True

        def deleted(number: int | None) -> None:
            self.tracked = True
            self._state.hide(number)

        def page(number: int | None) -> None:
            self._story.decoder.encodings.use_page(number or 0)

        return {b"u": self._unit, b"revised": changed, b"deleted": deleted, b"ansicpg": page}

    def _paragraph_words(self) -> dict[bytes, _Word]:
        def paragraph(_number: int | None) -> None:
            self._story.paragraph()

        def page(number: int | None) -> None:
            if self._story.depth == 0:
                paragraph(number)

        def reset(_number: int | None) -> None:
            self._story.depth = 0

        def in_table(_number: int | None) -> None:
            self._story.depth = max(1, self._story.depth)

        def depth(number: int | None) -> None:
            self._story.depth = max(0, number or 0)

        return {
            b"par": paragraph, b"sect": paragraph, b"page": page, b"pard": reset,
            b"intbl": in_table, b"itap": depth,
        }  # fmt: skip

    def _table_words(self) -> dict[bytes, _Word]:
        def begin(_number: int | None) -> None:
            self._story.row = RowDraft()
            self._story.shaded = False

        def shaded(number: int | None) -> None:
            self._story.shaded = self._story.shaded or bool(number)

        def said(word: bytes) -> _Word:
            return lambda number: self._story.row.say(word, number)

        def inner() -> int:
            return max(2, self._story.depth)

        return {
            b"trowd": begin,
            b"clcbpat": shaded,
            b"cell": lambda _number: self._story.end_cell(1),
            b"row": lambda _number: self._story.end_row(1),
            b"nestcell": lambda _number: self._story.end_cell(inner()),
            b"nestrow": lambda _number: self._story.end_row(inner()),
        } | {word: said(word) for word in (b"trleft", b"clmrg", b"clvmrg", b"cellx")}
