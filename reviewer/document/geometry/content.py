"""What stands on a page: tables with their cells, and lines of text beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewer.document.geometry.columns import in_columns
from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.glyphs import UNREADABLE, Glyph
from reviewer.document.geometry.halves import halves_of
from reviewer.document.geometry.headed import open_heads
from reviewer.document.geometry.holding import held_by, with_rest
from reviewer.document.geometry.implied import implied_tables
from reviewer.document.geometry.jointed import with_uprights
from reviewer.document.geometry.lacking import lacks_rules
from reviewer.document.geometry.lines import Line, lines_of, upright
from reviewer.document.geometry.notes import without_notes
from reviewer.document.geometry.opened import with_places
from reviewer.document.geometry.parts import PageCell, PageTable
from reviewer.document.geometry.raised import without_raised
from reviewer.document.geometry.ruling import Area, RuledTable, ruled_tables
from reviewer.document.geometry.strokes import Rule, Strokes
from reviewer.document.geometry.typed import ruled_by_type
from reviewer.document.geometry.unruled import FIGURE, left_over, settled
from reviewer.document.geometry.wrapping import text_in
from reviewer.document.geometry.zones import row_of
from reviewer.document.looks import PICTURED, RAISED, UNCOUNTED, UNRULED

_STRUCK = 0.3
"""A rule that runs this share of its height within a character runs through it."""

_ON_EDGE = 1.5
"""A rule within this many points of a table's edge is that edge."""

_TOLERANCE = 3.0
"""Points by which a cell may go over its page's edge and still be printed whole."""

_MUCH = 0.3
"""Rectangles that lie over each other share at least this part of the smaller one."""

_FEWEST_COLUMNS = 3
"""A table that goes on without rules has at least this many columns of figures."""

_BESIDE = 0.2
"""A column leaves about this share of its width free on both sides of its figures."""

_LONGEST_NUMBER = 14
"""A page's number below its text has at most this many characters."""

WRAPPED_DIGITS = "数字在格内换行，已连成一个数，请对照原件核对"
_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．]\D")
_ACROSS = "文字越过表格线，可能不在这一格，请对照原件核对"
UNREADABLE_DOUBT = "PDF 没有说明这些字符是什么字，请对照原件核对"
_APART = "格内有分开的文字和数字，可能少画了表格线，请对照原件核对"
_SEVERAL = re.compile(r"\S\s+(?:[-+]?\d[\d.,]*|[/—-])(?:\s|$)")
_STRUCK_OUT = "文字上有横线，可能已经划去，请对照原件核对"
UNREAD_DOUBT = "这里有看不见的文字，或者批注、表单内容，没有读取，请对照原件核对"
RECOGNISED_DOUBT = "文字是扫描后由程序识别的，请对照原件核对"
_OFF_PAGE = "这一格伸出了页边，可能没有印全，请对照原件核对"
LAYERED_DOUBT = "这里的文字在可选图层里，不一定显示，请对照原件核对"


@dataclass(frozen=True)
class PageContent:
    """What stands on a page (counted from 1): tables and lines, each from the top.

    ``notes`` are the lines of footnotes; ``doubt`` says why the lines' text may not be relied on.
    ``doubtful`` are places on it where they may not, with the reason; ``halves`` are the pages
    that are printed on it side by side, if there are two; ``heads`` are the columns of a table
    of which it has but the heads, at its end.
    """

    number: int
    frame: Frame
    tables: tuple[PageTable, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    doubt: str = ""
    doubtful: tuple[tuple[Rectangle, str], ...] = ()
    halves: tuple[PageContent, ...] = ()
    heads: tuple[tuple[float, float], ...] = ()


def one_by_one(contents: Iterable[PageContent]) -> list[PageContent]:
    """The pages, each by itself that is printed on a sheet with another one."""
    return [
        page
        for content in contents
        for page in (content, *content.halves)
        if page.tables or not page.halves  # of a sheet itself only tables on pictures are left
    ]


def doubted(content: PageContent, doubt: str) -> PageContent:
    """A page none of whose text may be relied on."""
    tables = tuple(
        replace(table, cells=tuple(replace(cell, doubt=doubt) for cell in table.cells))
        for table in content.tables
    )
    halves = tuple(doubted(half, doubt) for half in content.halves)
    return replace(content, tables=tables, doubt=doubt, halves=halves)


def content_of(
    number: int,
    frame: Frame,
    glyphs: Sequence[Glyph],
    strokes: Strokes,
    above: Sequence[tuple[float, float]] = (),
) -> PageContent:
    """Give every character to the cell that its middle stands in, the others to lines.

    What stands turned beside tables is no part of the text (a binding line, a stamp's words).
    ``above`` are the columns of the table without rules that the page before ended with.
    """
    glyphs, strokes = ruled_by_type(glyphs, strokes)
    halves = tuple(
        _whole(number, half.frame, half.glyphs, half.strokes)
        for half in ([] if frame.parts else halves_of(frame, glyphs, strokes))
    )
    if halves:
        return PageContent(number, frame, halves=halves)
    return _whole(number, frame, glyphs, strokes, above)


def _whole(
    number: int,
    frame: Frame,
    glyphs: Sequence[Glyph],
    strokes: Strokes,
    above: Sequence[tuple[float, float]] = (),
) -> PageContent:
    """What stands on a page that is one."""
    rest = list(glyphs)
    filled: list[PageTable] = []
    supplied = with_uprights(strokes, glyphs, _edges(above))
    for table in map(supplied.told, ruled_tables(supplied.strokes)):
        inside, others = _divided(rest, table.box)
        if not lacks_rules(table, inside):
            inside, rest = with_rest(inside, others, table.box)
            filled.append(_filled((number, frame), table, inside, strokes))
    rest = [glyph for glyph in rest if not glyph.turns]
    beside = lines_of(rest)
    openings = [(0.0, above)] if above else []
    openings += [(one.ys[-1], _columns_of(one)) for one in filled if _columns_of(one)]
    for table in implied_tables(beside, strokes, openings):
        inside, rest = _divided(rest, table.box)
        filled.append(_filled((number, frame), table, inside, strokes))
        beside = lines_of(rest)
    bottom = max((table.ys[-1] for table in filled), default=0.0)
    text, notes = without_notes(beside, strokes, frame, bottom)
    doubtful = [(box, UNREAD_DOUBT) for box in strokes.unread]
    doubtful += [(box, LAYERED_DOUBT) for box in strokes.layered]
    raised = (line for line in text if line.is_spaced and without_raised(line.glyphs)[1])
    doubtful += [(line.box, UNCOUNTED[RAISED]) for line in raised]
    doubtful += [(line.box, UNRULED) for line in left_over(text, filled)]
    return PageContent(
        number,
        frame,
        tuple(filled),
        tuple(in_columns(text)),
        notes,
        doubtful=tuple(doubtful),
        heads=tuple(open_heads([row_of(line) for line in text if line.box[1] > bottom])),
    )


def _edges(columns: Sequence[tuple[float, float]]) -> list[float]:
    """Where columns begin, and where they part."""
    if not columns:
        return []
    low, high = columns[0]
    first = low - _BESIDE / (1 - 2 * _BESIDE) * (high - low)
    return [first, *((one[1] + other[0]) / 2 for one, other in pairwise(columns))]


def carried_on(
    content: PageContent,
    before: PageContent | None,
    again: Callable[[Sequence[tuple[float, float]]], PageContent],
) -> PageContent:
    """A page, read again where the one before ends with a table of columns without rules.

    Rows of few figures do not show by themselves in which of its columns these stand.

    Args:
        content: What stands on it by itself.
        before: What stands on the page before, if there is one.
        again: Reads the page with the columns of a table that goes on.
    """
    above = _open_columns(before) if before is not None else []
    is_open = any(line.is_spaced for line in content.lines)
    return again(above) if above and is_open else content


def _open_columns(content: PageContent) -> list[tuple[float, float]]:
    """The columns of the table that a page ends with, if no rules show them below; else none."""
    if content.heads:
        return list(content.heads)
    tables = [table for table in content.tables if table.ys[-1] >= _bottom(content)]
    return _columns_of(tables[0]) if tables else []


def _columns_of(table: PageTable) -> list[tuple[float, float]]:
    """A table's columns of figures, as far as these reach in them; none if they are few."""
    edges = _figure_edges(table)
    if len(edges) <= _FEWEST_COLUMNS:
        return []
    widest = max(right - left for left, right in pairwise(edges[1:]))
    edges[0] = max(edges[0], edges[1] - widest)  # labels may end far before the first column
    return [
        (left + _BESIDE * (right - left), right - _BESIDE * (right - left))
        for left, right in pairwise(edges)
    ]


def _figure_edges(table: PageTable) -> list[float]:
    """Where a table's columns of figures part: those that its last row has cells of their own in.

    A table's rules may end below its heads.
    """
    if table.figures:
        return [*table.figures, table.xs[-1]]
    last = len(table.ys) - 1
    cells = {cell.area.column: cell for cell in table.cells if cell.area.row_end == last}
    first = len(table.xs) - 1
    while first - 1 in cells and cells[first - 1].area.column_end == first:
        if _LABEL.match(cells[first - 1].text):
            break
        first -= 1
    return list(table.xs[first:])


def _bottom(content: PageContent) -> float:
    """How far down a page has tables, and lines that may not be its number or running title."""
    ends = [line.box[3] for line in content.lines if len(line.text) > _LONGEST_NUMBER]
    return max([*ends, *(table.ys[-1] for table in content.tables)], default=0.0)


def _divided(glyphs: Sequence[Glyph], box: Rectangle) -> tuple[list[Glyph], list[Glyph]]:
    """The characters whose middle is in a rectangle, and the others."""
    x0, y0, x1, y1 = box
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        is_in = x0 < glyph.middle < x1 and y0 < glyph.level < y1
        (inside if is_in else outside).append(glyph)
    return inside, outside


def _filled(
    page: tuple[int, Frame],
    table: RuledTable,
    glyphs: Sequence[Glyph],
    strokes: Strokes,
) -> PageTable:
    held, across = held_by(table, glyphs)
    parted = with_places(table, held)
    if parted is not table:
        table = parted
        held, across = held_by(table, glyphs)
    inner = [rule for rule in strokes.horizontal if not _is_edge(rule, table)]
    strokes = replace(strokes, horizontal=inner)
    cells = (
        _cell(area, table.box_of(area), held[area], strokes, is_across=area in across)
        for area in table.areas
    )
    width = page[1].size.width + _TOLERANCE
    placed = tuple(
        replace(cell, doubt=cell.doubt or _OFF_PAGE) if cell.box[2] > width else cell
        for cell in cells
    )
    if table.figures:
        placed = tuple(settled(placed, bisect_right(table.xs, table.figures[0] - 1)))
    return PageTable(*page, table.xs, table.ys, placed, table.figures)


def _cell(
    area: Area,
    box: Rectangle,
    glyphs: Sequence[Glyph],
    strokes: Strokes,
    *,
    is_across: bool,
) -> PageCell:
    counted, is_noted = without_raised(upright(glyphs))
    lines = tuple(lines_of(counted))
    text, wrapped = text_in(lines, box)

    def doubts() -> Iterator[str]:
        """The gravest first."""
        if UNREADABLE in text:
            yield UNREADABLE_DOUBT
        if is_across:
            yield _ACROSS
        if (any(line.is_spaced for line in lines) and _SEVERAL.search(text)) or _are_mixed(lines):
            yield _APART
        if is_noted:
            yield UNCOUNTED[RAISED]
        if wrapped:
            yield WRAPPED_DIGITS
        yield from _drawn_over(box, lines, strokes)

    return PageCell(area, box, lines, text.strip(), next(doubts(), ""))


def _drawn_over(box: Rectangle, lines: Sequence[Line], strokes: Strokes) -> Iterator[str]:
    """What speaks against the text of a cell that something is drawn in or over."""
    if any(_is_inside(picture, box) for picture in strokes.pictures):
        yield PICTURED
    if any(is_over(one, box) for one in strokes.unread):
        yield UNREAD_DOUBT
    if any(is_over(one, box) for one in strokes.layered):
        yield LAYERED_DOUBT
    if _is_struck_out(lines, strokes.horizontal):
        yield _STRUCK_OUT


def _are_mixed(lines: Sequence[Line]) -> bool:
    """Whether a figure stands on a line of its own among words: they may be another cell's."""
    words = [line.text for line in lines if not FIGURE.fullmatch(line.text)]
    return len(words) < len(lines) and any("\u4e00" <= one <= "\u9fff" for one in "".join(words))


def _is_edge(rule: Rule, table: RuledTable) -> bool:
    """Whether a rule lies on an edge of a table, or beside the table."""
    at = bisect_right(table.ys, rule.at)
    near = table.ys[max(at - 1, 0) : at + 1]
    return at in {0, len(table.ys)} or any(abs(edge - rule.at) < _ON_EDGE for edge in near)


def _is_struck_out(lines: Sequence[Line], rules: Sequence[Rule]) -> bool:
    """Whether a rule runs through the middle of a line's characters."""
    for line in lines:
        x0, y0, x1, y1 = line.box
        high, wide = _STRUCK * (y1 - y0), (x1 - x0) / 2
        if any(
            y0 + high < rule.at < y1 - high and min(rule.end, x1) - max(rule.start, x0) > wide
            for rule in rules
        ):
            return True
    return False


def is_over(place: Rectangle, box: Rectangle) -> bool:
    """Whether a place is over much of a rectangle, or much of it is over that."""
    return _share(place, box, 0) > _MUCH and _share(place, box, 1) > _MUCH


def _share(one: Rectangle, other: Rectangle, axis: int) -> float:
    """How much two rectangles share in a direction, as a part of the smaller one."""
    shared = min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])
    least = min(one[axis + 2] - one[axis], other[axis + 2] - other[axis])
    return shared / max(least, 0.1)


def _is_inside(picture: Rectangle, box: Rectangle) -> bool:
    """Whether a picture stands in a cell and not behind the table."""
    middle = (picture[0] + picture[2]) / 2, (picture[1] + picture[3]) / 2
    smaller = picture[2] - picture[0] < 1.5 * (box[2] - box[0])
    return smaller and box[0] < middle[0] < box[2] and box[1] < middle[1] < box[3]
