"""Cuts the zones behind a table's labels into cells, and finds the heads above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, takewhile

from reviewer.forms.aligning.alignment import Way
from reviewer.forms.cells.cells import PIPES, Printed, Separator, Zone, is_form_text, is_value
from reviewer.forms.cells.fillers import with_fillers
from reviewer.forms.cells.gridlines import (
    cells_of_line,
    head_length,
    head_places,
    head_reach,
    label_place,
    may_hold_head,
    usable,
)
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.cells.separated import are_lone, is_closed, opens_rows, shows_row_ends
from reviewer.forms.cells.zones import read_zone
from reviewer.forms.labels import Label
from reviewer.forms.locating.anchors import Anchor, Page
from reviewer.forms.locating.heads import Head, caption_end, head_in
from reviewer.forms.locating.rows import TableRow, head_of
from reviewer.forms.model import Block
from reviewer.forms.report import Kind

_FIGURES_ONLY = re.compile(r"\s*[-+−]?\d[\d.,]*(?:\s+[-+−]?\d[\d.,]*)*\s*")

_BARRED_LINE = re.compile(rf"[{PIPES}][^\n]*(?=\n)")
_REST_OF_LINE = re.compile(r"[^\n]*")
_NEXT_LINE = re.compile(r"[ \u3000]*\n[ \u3000]*(\S*)[ \u3000]*(?:\n|$)")

_MOST = 0.6
_FEW = 0.2
"""At most this share of rows may have figures where no head stands."""


_Run = tuple[list[TableRow], dict[str, int], tuple[int, int]]
"""Rows below one printing of their head, where its columns stand in the line, how long that is:
up to its last filled cell, and with all cells."""


@dataclass(frozen=True)
class TableCells:
    """Reads the zones of a table's rows.

    Attributes:
        further: Rows whose table prints another column behind the form's last one.
        before: Whether figures stand before their labels.
        behind: Where the table before this one ends.
    """

    page: Page
    rows: Sequence[TableRow]
    anchors: Sequence[Anchor]
    separator: Separator
    words: str
    further: frozenset[str] = frozenset()
    before: bool = False
    behind: int = 0

    def read(self, columns: Mapping[str, Sequence[str]]) -> dict[str, Zone]:
        """The cells behind each row's label, by row key."""
        printed = self._printed(columns)
        last = self.rows[-1].key
        found = {
            row.key: read_zone(
                self.page.text,
                row.start,
                row.end,
                len(columns[row.key]),
                replace(printed, opens=printed.opens and row.key != last),
            )
            for row in self.rows
        }
        if self.separator is not Separator.NONE and are_glued(found, columns):
            return replace(self, separator=Separator.NONE).read(columns)
        if self.separator is Separator.PIPE:
            found = with_fillers(self.page.text, found)
        return self._without_further(found, columns) if self.further else found

    def _printed(self, columns: Mapping[str, Sequence[str]]) -> Printed:
        """How the table is printed."""
        text, rows = self.page.text, self.rows
        zones = [(row.start, row.end, len(columns[row.key])) for row in rows]
        return Printed(
            self.separator,
            self.words,
            rows_end=shows_row_ends(text, zones, self.separator),
            closed=is_closed(text, [row.start for row in rows], self.head_of(rows)),
            opens=opens_rows(text, [row.anchor.start for row in rows]),
            lone=are_lone(text, rows[0].start, rows[-1].start),
            begins_row=self.before,
        )

    def _without_further(
        self, zones: dict[str, Zone], columns: Mapping[str, Sequence[str]]
    ) -> dict[str, Zone]:
        """Rows without their cell in a column behind the form's last one, if most have it."""
        longer = {
            key: replace(zone, cells=zone.cells[:-1])
            for key, zone in zones.items()
            if key in self.further and zone.separated and not zone.fillers
            if len(zone.cells) > len(columns[key])
        }
        if len(longer) <= _MOST * len(self.further):
            return zones
        shorter = self.further & zones.keys() - longer.keys()
        return {key: replace(zone, short=key in shorter) for key, zone in (zones | longer).items()}

    def by_heads(self) -> tuple[dict[str, Way], dict[str, Way]]:
        """Rows whose columns are found by their heads' places, where lines keep the grid.

        Second such rows of a kind that others do not fit those places of: they prove nothing.
        """
        ways: dict[str, Way] = {}
        disputed: dict[str, Way] = {}
        for rows, runs in self._blocks:
            closed = self._closed(rows, self.head_of(rows))
            lines = {row.key: self._line(row, closed=closed) for row in rows}
            for run, places, (reach, length) in runs:
                width = self._width([lines[row.key] for row in run], places, length)
                usual = [row for row in run if len(lines[row.key]) == width]
                block = run[0].block
                repeated = _repeated([lines[row.key] for row in usual], block, places, reach)
                found = {
                    row.key: way
                    for row in usual
                    if (way := self._by_places(row, lines[row.key], places, repeated))
                }
                if len(usual) - len(found) > _FEW * len(usual):
                    continue  # Its heads' places are wrong.
                depths = {row.key: len(row.headings) for row in block.rows}
                shifted = {depths[row.key] for row in usual if row.key not in found}
                for row in usual:
                    if row.key in found and not self._goes_on(lines[row.key]):
                        kind = disputed if depths[row.key] in shifted else ways
                        kind[row.key] = found[row.key]
        return ways, disputed

    def off_grid(self) -> frozenset[str]:
        """Rows whose line has not as many cells as their head's, if most rows' lines have.

        A line of one cell is parted otherwise, and one that ends where its head is filled up to,
        with all figures below heads, only lacks blanks that fill the others up.
        """
        as_usual = {
            row.key: length == 0 or self._is_usual(row, places, reach, length)
            for _, runs in self._blocks
            for run, places, (reach, length) in runs
            for row in run
        }
        if sum(as_usual.values()) <= _MOST * len(as_usual):
            return frozenset()
        return frozenset(key for key, usual in as_usual.items() if not usual)

    def _is_usual(self, row: TableRow, places: Mapping[str, int], reach: int, length: int) -> bool:
        """Whether a row's line has its head's cells; its label may hold the separator itself.

        A line that ends with its label has none: they stand on lines of their own.
        """
        cells = cells_of_line(self.page.text, row.anchor.start, self.separator)
        label = label_place(cells, row.anchor.start)
        if label == len(cells) - 1:
            return True
        words = takewhile(lambda piece: is_form_text(piece, self.words), cells[label + 1 :])
        if len(cells) in {1, length} or len(cells) - sum(1 for _ in words) == length:
            return True
        filled = {at for at, piece in enumerate(cells) if piece.text and at > label}
        return reach <= len(cells) < length and filled <= set(places.values())

    def order(self) -> list[str]:
        """Keys of the first block's columns whose heads' places are known, in their order."""
        if not self._blocks:
            return []
        (_, ((_, places, _), *_)), *_ = self._blocks
        distinct = len(set(places.values())) == len(places)
        return sorted(places, key=places.__getitem__) if distinct else []

    def _width(
        self, lines: Sequence[Sequence[Piece]], places: Mapping[str, int], length: int
    ) -> int:
        """How many places a line has: as many as the head's, or as most that have all columns."""
        if any(len(line) == length for line in lines):
            return length
        counted = Counter(
            len(line) for line in lines if len(line) > max(places.values(), default=0)
        )
        return max(counted, key=counted.__getitem__, default=0)

    def _closed(self, rows: Sequence[TableRow], head: tuple[int, int]) -> bool:
        """Whether a bar stands behind the last cell of every line, the head's lines too."""
        if self.separator is not Separator.PIPE:
            return False
        text = self.page.text
        lines = [_REST_OF_LINE.match(text, row.start) for row in rows]
        heads = _BARRED_LINE.finditer(text, *head)
        return all(line and line[0].rstrip()[-1:] in PIPES for line in (*lines, *heads))

    def _line(self, row: TableRow, *, closed: bool) -> list[Piece]:
        """The cells of a row's line; what stands behind the bar that closes it is none."""
        cells = cells_of_line(self.page.text, row.anchor.start, self.separator)
        return cells[:-1] if closed and not cells[-1].text else cells

    def _goes_on(self, line: Sequence[Piece]) -> bool:
        """Whether a line ends in a separator and just its last figure stands on the next one."""
        found = _NEXT_LINE.match(self.page.text, line[-1].end)
        return not line[-1].text and found is not None and is_value(Piece(*found.span(1), found[1]))

    @cached_property
    def _blocks(self) -> list[tuple[list[TableRow], list[_Run]]]:
        """Every block's rows, and the same below each printing of its head; none unseparated."""
        if self.separator is Separator.NONE:
            return []
        return [(rows, self._runs(rows)) for rows in self.by_block()]

    def _runs(self, rows: Sequence[TableRow]) -> list[_Run]:
        """A block's rows below each printing of its head, which may be repeated on other pages."""
        runs: list[_Run] = []
        for row in rows:
            behind = (runs[-1][0][-1].start, row.anchor.start) if runs else None
            start, end = behind or self.head_of(rows)
            if not runs or may_hold_head(self.page.text, start, end, row.block):
                places = head_places(self.page.text, start, end, row.block, self.separator)
                if not runs or usable(places, row.block, -1):
                    head = self.page.text, start, end, row.block, self.separator
                    runs.append(([], places, (head_reach(*head), head_length(*head))))
            runs[-1][0].append(row)
        return runs

    def by_block(self) -> list[list[TableRow]]:
        """The rows of each block that has any."""
        blocks: dict[str, list[TableRow]] = {}
        for row in self.rows:
            blocks.setdefault(row.block.rows[0].key, []).append(row)
        return list(blocks.values())

    def head_of(self, rows: Sequence[TableRow]) -> tuple[int, int]:
        """Where the head above a block's rows stands."""
        begin, end = head_of(self.page.text, rows[0], self.rows, self.anchors)
        return (max(begin, self.behind) if self.behind < end else begin), end

    def _by_places(
        self,
        row: TableRow,
        cells: Sequence[Piece],
        places: Mapping[str, int],
        repeated: Set[int],
    ) -> Way | None:
        label = label_place(cells, self._last_of_label(row.anchor))
        if not usable(places, row.block, label):
            return None
        if max(places.values()) >= len(cells) or not self._fits(cells, label, places, repeated):
            return None
        return tuple(cells[places[column.key]] for column in row.block.columns)

    def _is_figures(self, piece: Piece) -> bool:
        return is_value(piece) or bool(_FIGURES_ONLY.fullmatch(piece.text))

    def _last_of_label(self, anchor: Anchor) -> int:
        """A label's last character, a number that counts the row included, in its first line."""
        broken = "\n" in self.page.text[anchor.start : anchor.end]
        return anchor.start if broken else max(anchor.start, anchor.end - 1)

    def _fits(
        self, cells: Sequence[Piece], label: int, places: Mapping[str, int], repeated: Set[int]
    ) -> bool:
        """Whether all other cells are blank, the form's own, or a remark behind the last column.

        A merged cell may be printed in each place that it covers.
        """
        taken = set(places.values())
        return all(
            index in taken
            or not piece.text
            or index in repeated
            or is_form_text(piece, self.words)
            or (index > max(taken) and not self._is_figures(piece))
            for index, piece in enumerate(cells[label + 1 :], start=label + 1)
        )


def _repeated(
    lines: Sequence[Sequence[Piece]], block: Block, places: Mapping[str, int], reach: int
) -> set[int]:
    """Places at which every line repeats the cell of the column before: merged in each of them.

    They stand in lines no longer than the head's: in a longer one a number that counts the lines
    may have shifted the figures. Where the last column of applicants is blank in all of them, what
    seems to be repeated is that column's.
    """
    taken = sorted(set(places.values()))
    last = taken[-1] if taken and block.folded_groups else -1
    if last >= 0 and all(not line[last].text for line in lines if last < len(line)):
        return set()
    found: set[int] = set()
    for owner, then in pairwise([*taken, reach]):
        for place in range(owner + 1, then):
            if all(place < len(one) and one[place].text == one[owner].text for one in lines):
                found.add(place)
    return found


def heads_of(labels: Sequence[Label], cells: TableCells) -> dict[str, Head]:
    """For every row the head above its block."""
    captions = {index for index, label in enumerate(labels) if label.kind == "caption"}
    heads: dict[str, Head] = {}
    for rows in cells.by_block():
        begin, end = cells.head_of(rows)
        start = caption_end(cells.anchors, captions, begin, end)
        heads_here = head_in(
            cells.page.text,
            (start, end),
            rows[0].block,
            cells.words,
            cells.separator,
            captioned=start > begin,
        )
        heads |= {row.key: heads_here for row in rows}
    return heads


def are_remarked(zones: Mapping[str, Zone], columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether words stand in a cell behind the figures of most rows: remarks, or shares."""
    lasts = [
        zone.cells[-1]
        for key, zone in zones.items()
        if zone.separated and len(zone.cells) == len(columns[key]) + 1
    ]
    if len(lasts) <= _MOST * len(zones) or any(map(is_value, lasts)):
        return False
    return sum(piece.said.kind is Kind.TEXT for piece in lasts) > _MOST * len(zones)


def are_glued(zones: Mapping[str, Zone], columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether most rows have one cell of digits, which stand for the figures of all columns."""
    several = [key for key in zones if len(columns[key]) > 1]
    glued = sum(
        len(cells := zones[key].cells) == 1
        and cells[0].is_digits
        and len(cells[0].text) >= len(columns[key])
        for key in several
    )
    return bool(several) and glued > _MOST * len(several)
