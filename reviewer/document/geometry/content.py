"""What stands on a page: tables with their cells, and lines of text beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.document.geometry.columns import in_columns
from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.glyphs import UNREADABLE, Glyph
from reviewer.document.geometry.halves import halves_of
from reviewer.document.geometry.implied import implied_tables
from reviewer.document.geometry.lines import Line, lines_of, upright
from reviewer.document.geometry.notes import without_notes
from reviewer.document.geometry.ruling import Area, RuledTable, ruled_tables
from reviewer.document.geometry.strokes import Rule, Strokes
from reviewer.document.geometry.words import words_of
from reviewer.document.geometry.wrapping import text_in

_STRADDLE = 0.25
"""Of a character's width on either side of a rule: which cell it belongs to is not certain."""

_STRUCK = 0.3
"""Of a character's height above or below a rule: it runs through the character."""

_MUCH = 0.3
"""Of the smaller one: what two rectangles share that lie over each other."""

_NEAR = 3.0
"""Times its height: how far from a table a line stands that may be a row of it."""

_SEVERAL_FIGURES = 3
"""In such a line."""

_ALL_COLUMNS = 7
"""The columns of the forms' table of many rows; where fewer have figures one may be blank."""

_CLOSE = 0.6
"""Points between characters of one word; between cells word processors leave some ten."""

WRAPPED_DIGITS = "数字在格内换行，已连成一个数，请对照原件核对"
_ACROSS = "文字越过表格线，可能不在这一格，请对照原件核对"
UNREADABLE_DOUBT = "PDF 没有说明这些字符是什么字，请对照原件核对"
_APART = "格内有分开的文字和数字，可能少画了表格线，请对照原件核对"
_SEVERAL = re.compile(r"\S\s+[-+]?\d[\d.,]*(?:\s|$)")
_FIGURE = re.compile(r"[-+]?\d[\d.,]*|[/—-]")
_NUMBERS = (
    re.compile(r"(?<!\d)\d{1,2}[.．](?!\d)"),
    re.compile(r"[（(][一二三四五六七八九十][)）]"),
    re.compile(r"[一二三四五六七八九十]、"),
)
"""What labels begin with, by their depth: two of a kind are two labels."""

_UNRULED = "表格没有画线，空白格的位置按对齐推定，请对照原件核对"
_STRUCK_OUT = "文字上有横线，可能已经划去，请对照原件核对"
UNREAD_DOUBT = "这里有看不见的文字，或者批注、表单内容，没有读取，请对照原件核对"
_PICTURED = "这一格里有图片，图片中的文字没有读取，请对照原件核对"


@dataclass(frozen=True)
class PageCell:
    """A cell on one page: its place in the table's grid there, its rectangle, what it says.

    ``lines`` are what is printed in it; ``doubt`` says why the text may not be relied on.
    """

    area: Area
    box: Rectangle
    lines: tuple[Line, ...] = ()
    text: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class PageTable:
    """The part of a table that stands on one page (counted from 1).

    ``figures`` are the edges of the columns that hold figures, if no rules show them; ``order``
    is the page's place among all, those counted that share a sheet.
    """

    page: int
    frame: Frame
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[PageCell, ...]
    figures: tuple[float, ...] = ()
    order: int = 0

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]


@dataclass(frozen=True)
class PageContent:
    """What stands on a page (counted from 1): tables and lines, each from the top.

    ``notes`` are the lines of footnotes; ``doubt`` says why the lines' text may not be relied on.
    ``doubtful`` are places on it where they may not, with the reason; ``halves`` are the pages
    that are printed on it side by side, if there are two.
    """

    number: int
    frame: Frame
    tables: tuple[PageTable, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    doubt: str = ""
    doubtful: tuple[tuple[Rectangle, str], ...] = ()
    halves: tuple[PageContent, ...] = ()


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
) -> PageContent:
    """Give every character to the cell that its middle stands in, the others to lines.

    What stands turned beside tables is no part of the text (a binding line, a stamp's words).
    """
    halves = tuple(
        _whole(number, half.frame, half.glyphs, half.strokes)
        for half in halves_of(frame, glyphs, strokes)
    )
    if halves:
        return PageContent(number, frame, halves=halves)
    return _whole(number, frame, glyphs, strokes)


def _whole(number: int, frame: Frame, glyphs: Sequence[Glyph], strokes: Strokes) -> PageContent:
    """What stands on a page that is one."""
    rest = list(glyphs)
    filled: list[PageTable] = []
    for table in ruled_tables(strokes):
        inside, rest = _divided(rest, table.box)
        filled.append(_filled((number, frame), table, inside, strokes))
    rest = [glyph for glyph in rest if not glyph.turns]
    beside = lines_of(rest)
    for table in implied_tables(beside, strokes):
        inside, rest = _divided(rest, table.box)
        filled.append(_filled((number, frame), table, inside, strokes))
        beside = lines_of(rest)
    bottom = max((table.ys[-1] for table in filled), default=0.0)
    text, notes = without_notes(beside, strokes, frame, bottom)
    doubtful = [(box, UNREAD_DOUBT) for box in strokes.unread]
    doubtful += [(line.box, _UNRULED) for line in _left_over(text, filled)]
    return PageContent(
        number, frame, tuple(filled), tuple(in_columns(text)), notes, doubtful=tuple(doubtful)
    )


def _left_over(lines: Sequence[Line], tables: Sequence[PageTable]) -> Iterator[Line]:
    """Lines of figures so near to a table without rules that they may be rows of it."""
    edges = [edge for table in tables if table.figures for edge in (table.ys[0], table.ys[-1])]
    for line in lines:
        _, top, _, bottom = line.box
        reach = _NEAR * (bottom - top)
        is_near = any(edge - reach < (top + bottom) / 2 < edge + reach for edge in edges)
        if is_near and sum(word.is_figure for word in words_of(line)) >= _SEVERAL_FIGURES:
            yield line


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
    owner = {
        (row, column): area
        for area in table.areas
        for row in range(area.row, area.row_end)
        for column in range(area.column, area.column_end)
    }
    held: dict[Area, list[Glyph]] = {area: [] for area in table.areas}
    across: set[Area] = set()
    before: tuple[Glyph, Area] | None = None
    for glyph in glyphs:
        row = bisect_right(table.ys, glyph.level) - 1
        column = bisect_right(table.xs, glyph.middle) - 1
        area = owner[row, column]
        held[area].append(glyph)
        if before is not None and before[1] != area and _goes_on(before[0], glyph):
            across |= {before[1], area}
        before = glyph, area
    across |= _straddling(table, held)
    cells = (
        _cell(area, table.box_of(area), held[area], strokes, is_across=area in across)
        for area in table.areas
    )
    placed = tuple(cells)
    if table.figures:
        placed = tuple(_without_rules(placed, bisect_right(table.xs, table.figures[0] - 1)))
    return PageTable(*page, table.xs, table.ys, placed, table.figures)


def _without_rules(cells: Sequence[PageCell], first: int) -> Iterator[PageCell]:
    """Cells that no rules show: where one is blank, the figures' places are not certain.

    Figures have cells of one place each. What is left free in their rows and columns, beside
    labels that reach into them and on lines that have none, is blank and in doubt. So are rows
    with blank cells, unless all columns are seen and nothing near is out of its place.

    Args:
        cells: Of a table.
        first: The first column that holds figures.
    """
    figures = {cell.area for cell in cells if _is_figure(cell, first)}
    rows = {area.row for area in figures}
    columns = max(cell.area.column_end for cell in cells) - first
    blank = {cell.area.row for cell in cells if cell.area.column >= first and not cell.text}
    doubtful = blank & _unsettled(cells, first) if columns >= _ALL_COLUMNS else rows
    doubtful |= _unparted(cells, first, rows) | _unlabelled(cells, first, rows)
    for cell in cells:
        area, free = cell.area, []
        if area in figures:
            free = [(row, area.column) for row in range(area.row + 1, area.row_end)]
            area = replace(area, row_end=area.row + 1)
        elif area.column < first < area.column_end and area.row in rows:
            free = [(area.row, column) for column in range(first, area.column_end)]
            area = replace(area, column_end=first)
        is_doubtful = bool(free) or (area.column >= first and area.row in doubtful)
        yield replace(cell, area=area, doubt=cell.doubt or (_UNRULED if is_doubtful else ""))
        for row, column in free:
            yield PageCell(Area(row, column, row + 1, column + 1), cell.box, doubt=_UNRULED)


def _unsettled(cells: Sequence[PageCell], first: int) -> set[int]:
    """The rows from the first figures on that have other cells than for one figure, or are near."""
    start = min((cell.area.row for cell in cells if _is_figure(cell, first)), default=0)
    found: set[int] = set()
    for cell in cells:
        area = cell.area
        is_one = area.row_end == area.row + 1 and area.column_end == area.column + 1
        is_figure = is_one and _is_figure(cell, first)
        if area.column_end > first and area.row >= start and cell.text and not is_figure:
            found |= set(range(area.row - 1, area.row_end + 1))
    return found


def _unparted(cells: Sequence[PageCell], first: int, figures: set[int]) -> set[int]:
    """The rows beside a label that goes over several rows of figures, or beside two labels."""
    found: set[int] = set()
    for cell in cells:
        area = cell.area
        if area.column_end == first and cell.text:
            beside = set(range(area.row, area.row_end))
            are_two = any(len(number.findall(cell.text)) > 1 for number in _NUMBERS)
            found |= beside if len(beside & figures) > 1 or are_two else set()
    return found


def _unlabelled(cells: Sequence[PageCell], first: int, figures: set[int]) -> set[int]:
    """The rows of figures that no label stands beside, if others have one."""
    labels = (cell.area for cell in cells if cell.area.column < first and cell.text)
    labelled = {row for area in labels for row in range(area.row, area.row_end)}
    return figures - labelled if labelled else set()


def _is_figure(cell: PageCell, first: int) -> bool:
    return cell.area.column >= first and _FIGURE.fullmatch(cell.text) is not None


def _cell(
    area: Area,
    box: Rectangle,
    glyphs: Sequence[Glyph],
    strokes: Strokes,
    *,
    is_across: bool,
) -> PageCell:
    lines = tuple(lines_of(upright(glyphs)))
    text, wrapped = text_in(lines, box)
    doubt = ""
    if UNREADABLE in text:
        doubt = UNREADABLE_DOUBT
    elif is_across:
        doubt = _ACROSS
    elif (any(line.is_spaced for line in lines) and _SEVERAL.search(text)) or _is_below(lines):
        doubt = _APART
    elif wrapped:
        doubt = WRAPPED_DIGITS
    elif any(_is_inside(picture, box) for picture in strokes.pictures):
        doubt = _PICTURED
    elif any(is_over(one, box) for one in strokes.unread):
        doubt = UNREAD_DOUBT
    elif _is_struck_out(lines, strokes.horizontal):
        doubt = _STRUCK_OUT
    return PageCell(area, box, lines, text.strip(), doubt)


def _is_below(lines: Sequence[Line]) -> bool:
    """Whether a figure stands on a line of its own below words: they may be another cell's."""
    first = next((at for at, line in enumerate(lines) if _FIGURE.fullmatch(line.text)), 0)
    return any("\u4e00" <= one <= "\u9fff" for line in lines[:first] for one in line.text)


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands so close behind the one before that no rule parts them."""
    if before.text.isspace() or glyph.text.isspace() or abs(before.y1 - glyph.y1) > _CLOSE:
        return False
    return -_CLOSE < glyph.x0 - before.x1 < _CLOSE


def _straddling(table: RuledTable, held: dict[Area, list[Glyph]]) -> set[Area]:
    """The cells over whose edge a character goes; if it is an upright one, those it goes into."""
    found: set[Area] = set()
    for area, glyphs in held.items():
        left, top, right, bottom = table.box_of(area)
        for glyph in glyphs:
            much = _STRADDLE * (glyph.x1 - glyph.x0)
            high = _STRUCK * glyph.height
            beyond = left - glyph.x0 > much or glyph.x1 - right > much
            crossed = top - glyph.y0 > high or glyph.y1 - bottom > high
            if crossed and not glyph.text.isspace():
                found.add(area)
            if beyond and not glyph.text.isspace():
                found.add(area)
                found |= {one for one in held if _is_struck(table.box_of(one), glyph)}
    return found


def _is_struck(box: Rectangle, glyph: Glyph) -> bool:
    return glyph.x0 < box[2] and glyph.x1 > box[0] and box[1] < glyph.level < box[3]


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
