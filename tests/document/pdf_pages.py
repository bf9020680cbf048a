"""Prints a report of known figures on pages, ruled as asked, as word processors would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import Layout, LayoutCell, Role, layout_of
from tests.document.pdf_writer import A4, Page, width_of, write_pdf

TITLE = "云岭县石桥镇人民政府{year}年政府信息公开工作年度报告"
SITUATION = (
    "{year}年，石桥镇认真贯彻执行《中华人民共和国政府信息公开条例》，全面推进政务公开工作，"
    "及时回应群众关切，通过县政府网站主动公开政府信息31条，收到政府信息公开申请{new}件。"
)
SECTIONS = "一二三四五六"
_SIDE = 60.0
_PADDING = 5.4


@dataclass(frozen=True)
class Look:
    """How the tables are ruled and how pages break.

    Attributes:
        rules: ``lines``, ``frames``, ``areas``, ``dotted``, ``dashed``, ``level`` (no vertical
            rules), ``long`` (nor are level ones pieced together), ``below`` (level ones below
            cells only), ``open`` (none at the left and right side), ``boxed`` (no level rules
            within), ``none``.
        cut: Whether rows may be cut by the page end.
        heads: Whether a table's head rows are repeated on the next page.
        right: Whether figures stand at the right side of their cells.
        low: Whether figures stand at the bottom of their cells.
        centred: Whether heads and labels stand in the middle of their cells.
        footer: Whether pages are numbered and have a running title.
        watermark: A text printed slantwise over every page.
        size: Of the font, in points.
    """

    rules: str = "lines"
    cut: bool = False
    heads: bool = False
    right: bool = False
    low: bool = False
    centred: bool = False
    footer: bool = False
    watermark: str = ""
    size: float = 10.5
    page: tuple[float, float] = A4
    rotate: int = 0
    top: float = 72.0
    character: Callable[[str], str] = field(default=lambda text: text)


@dataclass(frozen=True)
class _Slots:
    """A cell in lines of text: the first, the one behind its last, its words, where they start."""

    cell: LayoutCell
    start: int
    end: int
    words: tuple[str, ...]
    first: int


class Press:
    """Prints one report.

    ``places`` is where figures begin: page from 1, and points from its top left corner.
    """

    def __init__(
        self,
        form_id: str,
        figures: Mapping[CellId, str],
        look: Look,
        paper: type[Page] = Page,
    ) -> None:
        self._paper = paper
        self._form = form_of(form_id)
        self._figures = figures
        self._look = look
        self._pitch = look.size * 1.5
        self.pages: list[Page] = []
        self._y = 0.0
        self._level: set[tuple[float, float, float]] = set()
        self.places: dict[CellId, tuple[int, float, float]] = {}
        self._turn()

    def report(self) -> list[Page]:
        """The pages of the report."""
        year = "2022" if self._form.id == "2021" else "2019"
        self.paragraph(TITLE.format(year=year), indent=3)
        self._heading(0, "总体情况")
        new = self._figures[cell_id("requests", "new", "total")]
        self.paragraph(SITUATION.format(year=year, new=new), indent=2)
        for number, table in enumerate(self._form.tables, start=1):
            self._heading(number, table.title)
            self.table(layout_of(self._form, table.key))
        self._heading(4, "存在的主要问题及改进情况")
        self.paragraph("公开内容还不够丰富，明年将继续改进。", indent=2)
        self._heading(5, "其他需要报告的事项")
        self.paragraph("没有其他需要报告的事项。", indent=2)
        return self.pages

    def _turn(self) -> None:
        """Go to the next page."""
        look = self._look
        page = self._paper(size=look.page, rotate=look.rotate)
        self.pages.append(page)
        self._y = look.top
        width, height = look.page
        if look.watermark:
            page.text(width * 0.2, height * 0.6, look.watermark, 48, angle=40)
        if look.footer:
            page.text(_SIDE, 30, "石桥镇政府信息公开年度报告", 9)
            page.text(width / 2 - 10, height - 40, f"- {len(self.pages)} -", 9)

    @property
    def _bottom(self) -> float:
        return self._look.page[1] - 72.0

    @property
    def _width(self) -> float:
        return self._look.page[0] - 2 * _SIDE

    def _heading(self, index: int, title: str) -> None:
        self.paragraph(f"{SECTIONS[index]}、{title}", indent=0)

    def paragraph(self, text: str, indent: int) -> None:
        """Print a text whose first line is indented."""
        size = self._look.size
        first = indent * size
        for number, line in enumerate(_wrapped("　" * indent + text, self._width, size)):
            if self._y + self._pitch > self._bottom:
                self._turn()
            shown = line.lstrip("　") if number == 0 else line
            x = _SIDE + (first if number == 0 else 0)
            self._write(x, self._y, shown)
            self._y += self._pitch

    def _write(self, x: float, y: float, text: str) -> None:
        self.pages[-1].text(x, y, self._look.character(text), self._look.size)

    def table(self, layout: Layout) -> None:
        """Print a table, over as many pages as it needs."""
        edges = self._edges(layout)
        cells = self._slotted(layout, edges)
        total = max(one.end for one in cells)
        breaks = {one.start for one in cells} if not self._look.cut else set(range(total))
        head = self._head(layout, cells)
        breaks -= set(range(1, head)) if self._look.heads else set()
        done = 0
        while done < total:
            room = int((self._bottom - self._y) / self._pitch)
            end = done + room
            if end < total:
                end = max((slot for slot in breaks if done < slot <= end), default=done)
            if end > done:
                self._part(cells, edges, done, min(end, total))
                done = min(end, total)
            if done < total:
                self._turn()
                if self._look.heads and done >= head > 0:
                    self._part(cells, edges, 0, head)
        self._y += 6

    def _head(self, layout: Layout, cells: list[_Slots]) -> int:
        """The slot behind the head rows."""
        rows = [one for one in cells if one.cell.row < layout.head_rows]
        return max((one.end for one in rows), default=0)

    def _edges(self, layout: Layout) -> list[float]:
        """Where columns begin and end: figures get what labels leave."""
        labels = max(1, layout.label_columns if layout.label_columns else layout.columns // 8)
        narrow = min(46.0, self._width * 0.6 / max(1, layout.columns - labels))
        if layout.columns > 12:
            widths = [self._width / layout.columns] * layout.columns
        else:
            label = (self._width - narrow * (layout.columns - labels)) / labels
            widths = [label] * labels + [narrow] * (layout.columns - labels)
        return [_SIDE, *(_SIDE + total for total in accumulate(widths))]

    def _slotted(self, layout: Layout, edges: list[float]) -> list[_Slots]:
        size = self._look.size
        words = {
            (cell.row, cell.column): tuple(
                _wrapped(
                    self._figures[cell.cell] if cell.cell else cell.text,
                    edges[cell.column + cell.column_span] - edges[cell.column] - 2 * _PADDING,
                    size,
                )
            )
            for cell in layout.cells
        }
        heights = [1] * layout.rows
        for cell in sorted(layout.cells, key=lambda one: one.row_span):
            rows = range(cell.row, cell.row + cell.row_span)
            lacking = len(words[cell.row, cell.column]) - sum(heights[row] for row in rows)
            heights[rows[-1]] += max(0, lacking)
        starts = [0, *accumulate(heights)]
        return [self._slots(cell, starts, words[cell.row, cell.column]) for cell in layout.cells]

    def _slots(self, cell: LayoutCell, starts: list[int], words: tuple[str, ...]) -> _Slots:
        start, end = starts[cell.row], starts[cell.row + cell.row_span]
        is_low = self._look.low and cell.role is Role.FIGURE
        first = end - len(words) if is_low else start
        if self._look.centred:
            first = start + (end - start - len(words)) // 2
        return _Slots(cell, start, end, words, first)

    def _part(self, cells: list[_Slots], edges: list[float], start: int, end: int) -> None:
        """Print the lines of a table from one slot to another."""
        top = self._y
        for one in cells:
            low, high = max(one.start, start), min(one.end, end)
            if low >= high:
                continue
            left, right = edges[one.cell.column], edges[one.cell.column + one.cell.column_span]
            y0, y1 = top + (low - start) * self._pitch, top + (high - start) * self._pitch
            self._rule((left, y0, right, y1), edges)
            for number, word in enumerate(one.words, start=one.first):
                if start <= number < end:
                    self._word(one.cell, word, left, right, top + (number - start) * self._pitch)
        self._y = top + (end - start) * self._pitch
        self._draw_long()
        if self._look.rules == "boxed":
            for y in (top, self._y):
                self.pages[-1].line(edges[0], y, edges[-1], y)

    def _word(self, cell: LayoutCell, word: str, left: float, right: float, top: float) -> None:
        free = right - left - width_of(word, self._look.size)
        x = left + (free / 2 if cell.role is Role.FIGURE or self._look.centred else _PADDING)
        x = right - _PADDING - width_of(word, self._look.size) if self._is_right(cell) else x
        self._write(x, top + 0.2 * self._look.size, word)
        if cell.cell is not None:
            self.places[cell.cell] = len(self.pages), x, top + 0.7 * self._look.size

    def _is_right(self, cell: LayoutCell) -> bool:
        return self._look.right and cell.role is Role.FIGURE

    def _draw_long(self) -> None:
        """Draw the level rules of a table, each as a whole."""
        drawn: list[tuple[float, float, float]] = []
        for y, x0, x1 in sorted(self._level):
            if drawn and drawn[-1][0] == y and x0 <= drawn[-1][2]:
                drawn[-1] = y, drawn[-1][1], max(x1, drawn[-1][2])
            else:
                drawn.append((y, x0, x1))
        for y, x0, x1 in drawn:
            self.pages[-1].line(x0, y, x1, y)
        self._level.clear()

    def _rule(self, box: tuple[float, float, float, float], edges: list[float]) -> None:
        page, (x0, y0, x1, y1) = self.pages[-1], box
        rules = self._look.rules
        if rules == "frames":
            page.frame(*box)
        if rules == "long":
            self._level |= {(round(y, 2), x0, x1) for y in (y0, y1)}
            return
        sides = [(x0, y0, x1, y0), (x0, y1, x1, y1)] if rules != "boxed" else []
        sides = sides[1:] if rules == "below" else sides
        upright = [x for x in (x0, x1) if rules != "open" or edges[0] < x < edges[-1]]
        if rules not in {"level", "below"}:
            sides += [(x, y0, x, y1) for x in upright]
        for side in sides if rules not in {"none", "frames"} else ():
            _draw(page, rules, side)


def _draw(page: Page, rules: str, side: tuple[float, float, float, float]) -> None:
    x0, y0, x1, y1 = side
    if rules == "areas":
        page.area(x0 - 0.25, y0 - 0.25, x1 + 0.25, y1 + 0.25)
    elif rules == "dotted":
        count = int(max(x1 - x0, y1 - y0) / 2.5) + 1
        for step in range(count + 1):
            x, y = x0 + (x1 - x0) * step / count, y0 + (y1 - y0) * step / count
            page.area(x - 0.4, y - 0.4, x + 0.4, y + 0.4)
    else:
        page.line(*side, dash="3 2" if rules == "dashed" else "")


def _wrapped(text: str, width: float, size: float) -> list[str]:
    """Lines as a word processor breaks them: numbers whole, no mark at a line's start."""
    lines, line = [], ""
    for character in text:
        if line and width_of(line + character, size) > width:
            held = ""
            while line and (
                character in "，。、；：）" or _holds(line[-1:], (held or character)[0])
            ):
                held = line[-1] + held
                line = line[:-1]
                if not held.isascii():
                    break
            lines.append(line)
            line = held
        line += character
    return [one for one in [*lines, line] if one]


def _holds(before: str, after: str) -> bool:
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def print_report(form_id: str, figures: Mapping[CellId, str], look: Look) -> bytes:
    """A PDF file of a report."""
    return write_pdf(Press(form_id, figures, look).report())
