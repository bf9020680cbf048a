"""Table three by the order of its figures, where its labels are too torn or too far to find.

In a narrow column each label takes several lines, its figures stand beside any of them, and the
headings on the left run between. A table may be turned, its applicants being the rows, or copied
column by column. What still holds is the form's order: where there are as many lines of figures as
the form has rows, and the labels' letters stand around or above them, that order tells the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.forms.aligning.arithmetic import SUBTOTAL, column_equations, row_sums
from reviewer.forms.cells.cells import PIPES
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.folding import fold
from reviewer.forms.lines import lines_of, parted
from reviewer.forms.model import Block, FormTable
from reviewer.forms.tables.columned import is_figure, letters_of, runs_of, stand_among
from reviewer.forms.tables.laid import rows_laid
from reviewer.forms.tables.matching import matched
from reviewer.forms.tables.strips import by_sums

_WORD = re.compile(rf"[^\s{PIPES}]+")
_MARK = re.compile(rf"[\t{PIPES}]")
_FEWEST = 5
"""A row's line has at least this many figures."""

_SEVERAL = 2
"""A row without its blank cells has at least this many figures; one may be a page's number."""

_DASHES = frozenset("-—–－·")
_TELLING = 4
"""A label of this many letters is not met among others."""


@dataclass(frozen=True)
class _Line:
    """A line of text.

    Attributes:
        letters: Its words, folded, without digits.
        figures: The cells behind them that hold figures or nothing.
        length: How many cells it has in all.
        begin: Where it begins.
    """

    letters: str
    figures: tuple[Piece, ...]
    length: int
    begin: int


@dataclass(frozen=True)
class Ordered:
    """The rows of a table as the order of its figures gives them.

    Attributes:
        columns: Keys of the columns printed.
        rows: Row key → its figures; of a row that has lost one, or has one too many, too. Rows
            that are not printed are left out.
        told: Whether words beside the figures, too, tell whose they are.
    """

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[Piece, ...]]
    told: bool


def rows_in_order(text: str, table: FormTable, start: int, end: int) -> Ordered | None:
    """The rows between two places, if their figures are as many as the form's order asks for."""
    (block,) = table.blocks
    if ordered := _by_lines(text, block, start, end):
        return ordered
    ordered = _behind_labels(text, block, start, end)
    whole = ordered is not None and len(ordered.rows) == len(block.rows)
    return ordered if whole else _by_sums(text, table, start) or ordered


def _ways_to_print(head: str, block: Block) -> Mapping[int, tuple[str, ...]]:
    """The columns that a table may print, by their number, unless its head has another order."""
    folded = fold(head)
    full = tuple(column.key for column in block.columns)
    for grouped in (True, False):
        own = [column for column in block.columns if bool(column.group) is grouped]
        places = [max(map(folded.rfind, column.folded)) for column in own[: -1 if grouped else 2]]
        known = [place for place in places if place >= 0]
        if known != sorted(known):
            return {}
    ways = {len(full): full}
    totals = any(name in folded for name in block.columns[-1].folded)
    if "小计" in folded and not totals:
        return {len(full): (*full[:-1], SUBTOTAL)}
    if "小计" in folded or ("合计" in folded and "总计" in folded):
        ways[len(full) + 1] = (*full[:-1], SUBTOTAL, full[-1])
    if not totals:
        ways[len(full) - 1] = full[:-1]
    return ways


def _by_lines(text: str, block: Block, start: int, end: int) -> Ordered | None:
    """One line of figures for each row, its label's letters around it."""
    lines = list(_lines(text, start, end))
    for least in (1, 0):
        at = [
            number
            for number, line in enumerate(lines)
            if len(line.figures) >= _FEWEST
            and sum(bool(cell.text) for cell in line.figures) >= least
        ]
        labels = [letters_of(row.label) for row in block.rows]
        pairs = matched([line.letters for line in lines], at, labels)
        found = {
            block.rows[row].key: lines[number]
            for row, number in pairs
            if not _is_longer(lines[number].letters, labels[row])
        }
        if not found:
            continue
        ways = _ways_to_print(text[start : min(line.begin for line in found.values())], block)
        columns = _columns_of(ways, [line.figures for line in found.values()])
        if columns:
            rows = [number for _, number in pairs]
            short = any(_is_short(lines[number]) for number in range(rows[0], rows[-1]))
            return Ordered(columns, _rows(found, len(columns)), told=not short)
    return None


def _is_short(line: _Line) -> bool:
    """Whether a line may be a row's that has lost blank cells, so that the next one is not.

    A page's number has a dash before it now and then.
    """
    words = [cell.text for cell in line.figures if cell.text]
    if len(words) == _SEVERAL and words[0] in _DASHES and not line.letters:
        return False
    return _SEVERAL <= sum(bool(cell.text) for cell in line.figures) < _FEWEST


def _is_longer(letters: str, label: str) -> bool:
    """Whether a line's label only begins as a short one does: 其他处理 is not 其他."""
    return len(label) < _TELLING and label in letters and not letters.endswith(label)


def _columns_of(
    ways: Mapping[int, tuple[str, ...]], rows: Sequence[Sequence[Piece]]
) -> tuple[str, ...]:
    """The columns of a table most of whose rows have as many figures; empty if there are none."""
    ((usual, times),) = Counter(map(len, rows)).most_common(1)
    return ways.get(usual, ()) if times * 3 >= len(rows) * 2 else ()


def _rows(lines: Mapping[str, _Line], count: int) -> dict[str, tuple[Piece, ...]]:
    """The figures of each line; blank places before them are cells in lines as long as most."""
    ((usual, _),) = Counter(line.length for line in lines.values()).most_common(1)
    rows: dict[str, tuple[Piece, ...]] = {}
    for key, line in lines.items():
        filled = next((at for at, one in enumerate(line.figures) if one.text), 0)
        spare = max(len(line.figures) - count, 0) if line.length == usual else filled
        rows[key] = line.figures[min(spare, filled) :]
    return rows


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    """The lines between two places that hold anything."""
    for begin, stop in lines_of(text, start, end):
        cells = _cells(text, begin, stop)
        count = len(cells)
        while count and (not cells[count - 1].text or is_figure(cells[count - 1])):
            count -= 1
        figures = tuple(cells[count:])
        words = cells if len(figures) < _FEWEST else cells[:count]
        if any(cell.text for cell in cells):
            letters = letters_of("".join(cell.text for cell in words))
            yield _Line(letters, figures, len(cells), begin)


def _cells(text: str, start: int, end: int) -> list[Piece]:
    """A line's cells: blank ones, too, where marks part them."""
    marks = [found.start() for found in _MARK.finditer(text, start, end)]
    if len(marks) < _FEWEST:
        return [Piece(*found.span(), found[0]) for found in _WORD.finditer(text, start, end)]
    if text[marks[-1]] in PIPES and not text[marks[-1] + 1 : end].strip():
        end = marks.pop()
    return [stripped(text, *cell) for cell in parted(start, end, marks)]


def _behind_labels(text: str, block: Block, start: int, end: int) -> Ordered | None:
    """Labels, and behind them as many figures as these have cells, by rows or by columns."""
    first = next((figures[0].start for _, figures in runs_of(text, start, end)), start)
    laid = [
        Ordered(columns, rows, told=False)
        for width, columns in _ways_to_print(text[start:first], block).items()
        if (rows := rows_laid(text, (start, end), block.rows, width, row_sums(columns)))
    ]
    return max(laid, key=lambda one: len(one.rows), default=None)


def _by_sums(text: str, table: FormTable, start: int) -> Ordered | None:
    """The figures that make all sums of the table come right, wherever its labels stand.

    Nor do its heads stand in their order then: that of the form is taken.
    """
    (block,) = table.blocks
    full = tuple(column.key for column in block.columns)
    figures = [figure for _, own in runs_of(text, start, len(text)) for figure in own]
    if not figures or not stand_among(block.rows, letters_of(text[start:])):
        return None
    keys = [row.key for row in block.rows]
    columns = [
        [(keys.index(row), sign) for row, sign in signed] for signed in column_equations(table)
    ]
    ways = _ways_to_print(text[start : figures[0].start], block) or {len(full): full}
    for printed in ways.values():
        sums = row_sums(printed)
        if sums and (rows := by_sums(figures, len(keys), sums, columns)):
            return Ordered(printed, dict(zip(keys, rows, strict=True)), told=False)
    return None
