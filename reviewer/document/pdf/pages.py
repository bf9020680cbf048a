"""Reads the pages of a file one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from reviewer.document.geometry.content import (
    RECOGNISED_DOUBT,
    PageContent,
    carried_on,
    content_of,
    doubted,
)
from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.glyphs import UNREADABLE, Glyph
from reviewer.document.geometry.sheets import Sheet
from reviewer.document.geometry.strokes import Strokes
from reviewer.document.pdf.drawn import drawn_on
from reviewer.document.pdf.engine import PdfFile
from reviewer.document.pdf.printed import Printed, printed_on
from reviewer.document.pdf.remarks import remarks_on

_COVERED = 0.4
"""The share of a page that pictures cover at least if it was scanned."""

_TELLING = 0.08
"""The share of a page that a picture covers at least if it may show a table."""

_OUTLINES = 200
"""A page without text has this many shapes if its text was turned into outlines."""

_GARBLED = 0.3
"""The share of foreign characters on a page whose fonts name them wrongly."""

_COMMON = "—–―…“”‘’·×"
"""Signs that are common in reports."""

_FEWEST = 50
"""A page with fewer characters does not show that."""

_TURNED = 0.6
"""A page is read turned if at least this share of its characters is turned."""


class Layer(Enum):
    """Where a page's text comes from."""

    TEXT = auto()
    BLANK = auto()
    SCAN = auto()
    RECOGNISED = auto()


@dataclass(frozen=True)
class PageRead:
    """A page that was read.

    Attributes:
        content: What stands on it.
        sheet: Of what it was read.
        layer: ``SCAN`` is a page that only is a picture: whoever can recognise text in pictures
            puts its content here. ``RECOGNISED`` is one whose text some program recognised.
        watermark: What is printed behind the text.
        drawing: Whether its rules are too many to be those of tables.
        characters: How many characters it has, blanks not counted.
        unreadable: Of how many of these the file does not say which they are.
        pictures: Beside its text: pictures so large that a table may be on them.
    """

    content: PageContent
    sheet: Sheet
    layer: Layer
    watermark: str
    drawing: bool
    characters: int
    unreadable: int
    pictures: tuple[Rectangle, ...] = ()


def read_page(file: PdfFile, index: int) -> PageRead:
    """Read a page, counted from 0.

    Raises:
        OpenError: It is damaged, or has more on it than a page can have.
    """
    with file.page(index) as page:
        frame = file.frame(page)
        drawn = drawn_on(file, page, frame)
        printed = printed_on(file, page, frame, drawn.visible)
        turns = _turns(printed)
        if turns:
            frame = frame.turned(turns)
            drawn = drawn_on(file, page, frame)
            printed = printed_on(file, page, frame, drawn.visible)
        strokes = drawn.strokes
        strokes.unread += [*printed.unseen, *remarks_on(file, page, frame)]
    sheet = Sheet(index + 1, frame, printed.glyphs, strokes)
    content = content_of(index + 1, frame, printed.glyphs, strokes)
    texts = [glyph.text for glyph in printed.glyphs if not glyph.text.isspace()]
    layer = _layer(printed, strokes, frame, texts)
    return PageRead(
        content=doubted(content, RECOGNISED_DOUBT) if layer is Layer.RECOGNISED else content,
        sheet=sheet,
        layer=layer,
        watermark=printed.watermark,
        drawing=strokes.too_many,
        characters=len(texts),
        unreadable=len(texts) if _is_garbled(texts) else texts.count(UNREADABLE),
        pictures=_telling(strokes, frame, printed) if layer is Layer.TEXT else (),
    )


def in_order(pages: Sequence[PageRead]) -> list[PageRead]:
    """The pages, with the columns of tables that go on without rules over page breaks."""
    found: list[PageRead] = []
    for page in pages:
        before = found[-1].content if found and page.layer is Layer.TEXT else None
        content = carried_on(page.content, before, partial(_read_below, page.sheet))
        found.append(replace(page, content=content))
    return found


def _read_below(sheet: Sheet, above: Sequence[tuple[float, float]]) -> PageContent:
    """A page read with the columns of the table that the page before ends with."""
    return content_of(sheet.number, sheet.frame, sheet.glyphs, sheet.strokes, above)


def _is_garbled(texts: Sequence[str]) -> bool:
    """Whether fonts name their characters wrongly: foreign letters and signs, no Chinese ones."""
    letters = [one for one in texts if not one.isdigit()]
    strange = sum("\x80" <= one < "\u2e80" and one not in _COMMON for one in letters)
    is_chinese = any(one > "\u2e80" and one != UNREADABLE for one in letters)
    return strange >= _GARBLED * max(len(letters), _FEWEST) and not is_chinese


def _telling(strokes: Strokes, frame: Frame, printed: Printed) -> tuple[Rectangle, ...]:
    """Large pictures that have no text over them: a background or a seal has."""
    least = _TELLING * frame.size.width * frame.size.height
    large = [
        (x0, y0, x1, y1) for x0, y0, x1, y1 in strokes.pictures if (x1 - x0) * (y1 - y0) >= least
    ]
    return tuple(box for box in large if not any(_is_on(glyph, box) for glyph in printed.glyphs))


def _is_on(glyph: Glyph, box: Rectangle) -> bool:
    return box[0] < glyph.middle < box[2] and box[1] < glyph.level < box[3]


def _turns(printed: Printed) -> int:
    """How most of a page's characters are turned."""
    counted = Counter(glyph.turns for glyph in printed.glyphs)
    turns, count = counted.most_common(1)[0] if counted else (0, 0)
    return turns if count >= _TURNED * len(printed.glyphs) else 0


def _layer(printed: Printed, strokes: Strokes, frame: Frame, texts: list[str]) -> Layer:
    covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in strokes.pictures)
    is_covered = covered >= _COVERED * frame.size.width * frame.size.height
    if not texts:
        return Layer.SCAN if is_covered or strokes.shapes > _OUTLINES else Layer.BLANK
    return Layer.RECOGNISED if is_covered and printed.is_hidden else Layer.TEXT
