"""A spreadsheet's cells as paragraphs and tables: titles and prose outside, figures in grids.

On a sheet everything stands in cells, the report's title and sentences too. A row that holds
nothing but one heading or sentence becomes a paragraph, so that it reads like one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from reviewer.document.composing import Cell, Content, Grid, Item
from reviewer.document.repeated import columns_joined
from reviewer.document.spreadsheets.names import Merge, Place, reference
from reviewer.errors import TooLargeError

_WIDEST = 256
_CELLS_LIMIT = 100_000
_LOWEST = 5_000
_MERGES_LIMIT = 2_000
_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_LONG = 30
"""Characters from which a row's only text is a sentence, not a label with blank figures."""

_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}\s*[、.．]|（[一二三四五六七八九十]）)\s*\S"
)
_UNNAMED = re.compile(r"(?:Sheet|工作表|表格?)\s*\d*", re.IGNORECASE)
_UNSEEN = "在隐藏的工作表、行或列中，请核对是否属于本报告"
UNSAVED = "公式没有保存计算结果，请在 Excel 或 WPS 中打开、保存后再打开"
UNSHOWN = "单元格的格式不显示其中的数，请核对"
_ROWS = re.compile(r"\s*[一二三四]\s*、\s*(?:本年|上年|结转)")


@dataclass
class Sheet:
    """A sheet as its file states it.

    Attributes:
        texts: What each cell shows, blank ones (bordered, say) included.
        veiled: Whether the whole sheet is hidden.
        unseen: Cells with text in hidden rows and columns.
        doubts: Why cells may not be relied on otherwise.
        gone: Columns that are left out, from the left.
    """

    name: str
    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    veiled: bool = False
    unseen: set[Place] = field(default_factory=set)
    doubts: dict[Place, str] = field(default_factory=dict)
    gone: tuple[int, ...] = ()

    @cached_property
    def helpers(self) -> set[Place]:
        """Figures in hidden rows and columns without a word: worked out beside the report."""
        found: set[Place] = set()
        for axis in (0, 1) if self.unseen else ():
            lines: dict[int, list[Place]] = {}
            for place in self.told:
                lines.setdefault(place[axis], []).append(place)
            for places in lines.values():
                if self.unseen.issuperset(places) and not any(map(self._is_word, places)):
                    found.update(places)
        return found

    def _is_word(self, place: Place) -> bool:
        return any(one.isalpha() for one in self.texts[place])

    @property
    def told(self) -> list[Place]:
        """The cells that hold text."""
        return [place for place, text in self.texts.items() if text.strip()]

    @property
    def hidden(self) -> bool:
        """Whether it, or something that is read of it, is hidden."""
        return self.veiled or bool(self.unseen - self.helpers)

    def doubt(self, place: Place) -> str:
        """Why a cell may not be relied on."""
        hidden = self.veiled or place in self.unseen
        if hidden and self.texts[place].strip():
            return _UNSEEN
        return self.doubts.get(place, "")


def _sheet_items(sheet: Sheet) -> list[Content]:
    """A sheet's paragraphs and tables.

    Raises:
        TooLargeError: More cells than a report can have.
    """
    sheet = _without_helpers(sheet)
    told = sheet.told
    if not told:
        return []
    left, right = min(column for _, column in told), max(column for _, column in told)
    crowded = len(sheet.texts) > _CELLS_LIMIT or len(sheet.merges) > _MERGES_LIMIT
    if crowded or right - left >= _WIDEST:
        raise TooLargeError("工作表过大，不像年度报告的表格。", "请确认选对了文件。")
    layout = _Layout(sheet, right)
    items: list[Content] = []
    rows: list[int] = []
    for row in layout.rows:
        text = layout.paragraph(row)
        if rows and (text is not None or layout.parts(rows[-1], row)):
            items += layout.grid(rows)
            rows = []
        if text is None:
            rows.append(row)
        else:
            items.append(text)
    return [*items, *layout.grid(rows)]


def _without_helpers(sheet: Sheet) -> Sheet:
    """The sheet without figures that are hidden, and without columns of nothing else."""
    if not sheet.helpers:
        return sheet
    seen = {place: text for place, text in sheet.texts.items() if place not in sheet.helpers}
    kept = {column for (_, column), text in seen.items() if text.strip()}
    return replace(
        sheet, texts=seen, gone=tuple(sorted({column for _, column in sheet.helpers} - kept))
    )


def doubt_of(text: str, font: str, *, known: bool) -> str:
    """Why a cell's text may not be relied on.

    Args:
        text: As shown.
        font: Why its font makes it doubtful.
        known: Whether it has a value, and one that is not 0.
    """
    if not text.strip():
        return UNSHOWN if known else ""
    return font


def items_of(sheets: list[Sheet]) -> Iterator[Item]:
    """The sheets' contents in order, each after its name where that says anything.

    Hidden sheets come last: they often hold what was copied from an earlier report.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.veiled)
    filled = [(sheet, items) for sheet in ordered if (items := _sheet_items(sheet))]
    for sheet, items in filled:
        if len(filled) > 1 and not _UNNAMED.fullmatch(sheet.name):
            yield sheet.name
        yield from columns_joined(items)


def warnings_of(sheets: list[Sheet]) -> Iterator[str]:
    """What the reviewer should know of the sheets."""
    hidden = [sheet.name for sheet in sheets if sheet.hidden]
    if hidden:
        names = "、".join(f"“{name}”" for name in hidden[:5])
        yield f"工作表{names}有隐藏的内容（工作表、行或列），已一并读取，请核对。"
    if any(sheet.helpers for sheet in sheets):
        yield "有隐藏的行或列里只有数字，没有读取，请核对。"
    if any(UNSAVED in sheet.doubts.values() for sheet in sheets):
        yield "有的公式没有保存计算结果，读作空白。请在 Excel 或 WPS 中打开、保存后再打开。"


class _Layout:
    """Rows of a sheet and what reaches over them."""

    def __init__(self, sheet: Sheet, right: int) -> None:
        self._sheet = sheet
        self._columns: dict[int, list[int]] = {}
        for row, column in sorted(sheet.texts):
            self._columns.setdefault(row, []).append(column)
        told = {row for row in self._columns if self._said(row)}
        # One blank row may end a table: table four's figures, none of them filled in.
        self.rows = [row for row in self._columns if row in told or row - 1 in told]
        merges = [one for one in sheet.merges if one.top in self._columns]
        self._anchors = {(one.top, one.left): one for one in merges}
        self._tall = [one for one in merges if one.bottom > one.top]
        self._covered = self._under(merges, right)
        full = [row for row in told if len(self._said(row)) > 1]
        self._tables = range(min(full), max(full) + 1) if full else range(0)

    def paragraph(self, row: int) -> str | None:
        """The text of a row that is nothing but a heading or sentence."""
        said = self._said(row)
        if len(said) != 1 or any(one.top <= row <= one.bottom for one in self._tall):
            return None
        text = self._sheet.texts[row, said[0]]
        heading = _HEADING.match(text) and not _ROWS.match(text)
        others = [one for one in self._columns[row] if (row, one) not in self._covered]
        outside = row not in self._tables and len(others) == 1
        return text if heading or len(text) > _LONG or outside else None

    def parts(self, above: int, below: int) -> bool:
        """Whether a gap parts two rows: empty rows that no merged cell reaches over."""
        reach = any(one.top <= above and one.bottom >= below for one in self._tall)
        return below > above + 1 and not reach

    def grid(self, rows: Sequence[int]) -> list[Grid]:
        """The table of some rows, if anything stands in them; several that stand side by side."""
        columns = sorted({column for row in rows for column in self._reached(row)})
        if not columns:
            return []
        starts = [0, *self._beginnings(rows, columns), len(columns)]
        parts = [columns[start:end] for start, end in pairwise(starts)]
        return [self._grid(rows, part[0], part[-1]) for part in parts]

    def _grid(self, rows: Sequence[int], left: int, right: int) -> Grid:
        told = [row for row in rows if any(left <= one <= right for one in self._reached(row))]
        # One blank row may end a table, as in ``rows``.
        rows = [row for row in rows if told[0] <= row <= told[-1] + 1]
        within = Merge(rows[0], left, rows[-1], right)
        lines = {row: line for line, row in enumerate(rows)}
        cells = tuple(
            self._cell(row, column, within, lines)
            for row in rows
            for column in self._columns[row]
            if within.left <= column <= within.right and (row, column) not in self._covered
        )
        return Grid(self._without_gone(cells, within), sheet=self._sheet.name)

    def _beginnings(self, rows: Sequence[int], columns: Sequence[int]) -> Iterator[int]:
        """Where, among the columns, tables begin that stand to the right of others.

        An empty column parts them, labels stand behind it, and they end in another row: else it
        is a gap in one table.
        """
        covered = {column for row, column in self._covered if rows[0] <= row <= rows[-1]}
        for at, (before, column) in enumerate(pairwise(columns), 1):
            if column - before < 2 or covered & set(range(before + 1, column)):
                continue
            own = [self._sheet.texts.get((row, column), "").strip() for row in rows]
            said = [text for text in own if text]
            labels = sum(bool(_WORDS.search(text)) for text in said)
            ends = {self._last(rows, columns[:at]), self._last(rows, columns[at:])}
            if 2 * labels > len(said) > 1 and len(ends) > 1:
                yield at

    def _last(self, rows: Sequence[int], columns: Sequence[int]) -> int:
        """The last row that has text in some columns."""
        told = (row for row in rows if any(one in columns for one in self._said(row)))
        return max(told, default=-1)

    def _said(self, row: int) -> list[int]:
        """The columns of a row that hold text."""
        texts = self._sheet.texts
        return [column for column in self._columns[row] if texts[row, column].strip()]

    def _reached(self, row: int) -> Iterator[int]:
        """The columns of a row that hold text, as far as their merges reach."""
        for column in self._said(row):
            yield column
            merge = self._anchors.get((row, column))
            if merge is not None:
                yield min(merge.right, column + _WIDEST)

    def _cell(self, row: int, column: int, within: Merge, lines: Mapping[int, int]) -> Cell:
        merge = self._anchors.get((row, column), Merge(row, column, row, column))
        height = sum(1 for below in lines if row <= below <= merge.bottom)
        return Cell(
            row=lines[row],
            column=column - within.left,
            text=self._sheet.texts[row, column],
            row_span=height,
            column_span=min(merge.right, within.right) - column + 1,
            ref=reference(row, column),
            doubt=self._sheet.doubt((row, column)),
        )

    def _without_gone(self, cells: tuple[Cell, ...], within: Merge) -> tuple[Cell, ...]:
        """Cells on the columns that are left where some are left out."""
        gone = [column - within.left for column in self._sheet.gone]
        if not gone:
            return cells
        return tuple(
            replace(
                cell,
                column=cell.column - bisect_left(gone, cell.column),
                column_span=cell.column_span
                - bisect_left(gone, cell.column + cell.column_span)
                + bisect_left(gone, cell.column),
            )
            for cell in cells
            if cell.column not in gone
        )

    def _under(self, merges: Sequence[Merge], right: int) -> set[Place]:
        """The cells that merged ranges cover, their first ones left out."""
        places: set[Place] = set()
        last = min(max(self._columns), _LOWEST)
        for one in merges:
            columns = range(one.left, min(one.right, right) + 1)
            for row in range(one.top, min(one.bottom, last) + 1):
                places.update((row, column) for column in columns)
            places.discard((one.top, one.left))
        return places
