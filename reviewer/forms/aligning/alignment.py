"""Aligns the cells found behind a label with the columns that the form expects.

An alignment never pours the n-th cell into the n-th column: a lost, doubled, merged or glued
cell gives several ways to read the row, which are all kept. What cannot be settled by the
separators is settled later by the form's arithmetic, or said to be open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain, combinations
from math import comb

from reviewer.forms.aligning.blanklines import with_blank_lines
from reviewer.forms.aligning.joining import joined
from reviewer.forms.cells.cells import Zone
from reviewer.forms.cells.pieces import Piece, atoms_in, split_runs
from reviewer.forms.report import Kind

Way = tuple[Piece | None, ...]
"""One way to read a row: a piece for each column, or None where nothing stands."""

_CLEARLY = 3
"""One side must be seen this many times as often as the other."""

_MOST_LOST = 3

_MOST_SPREAD = 6500
"""Most ways to leave cells out of a row that are looked at: all for half a row of fifteen."""

_MOST_WAYS = 100
"""With more ways to place a row's figures (over three lost cells) none of them is likely."""

_MOST_EXTRA = 2
"""At most this many surplus cells may be doubled ones."""

_SEVERAL_SUMS = 2

_MOST_DIGITS = 6
"""A table whose rows have sums counts cases: no body has a million of them."""

_MOST_DIGITS_OF_AMOUNTS = 10


class Method(Enum):
    """How the ways were found, and what a reviewer is told of it."""

    EXACT = ""
    NOTHING = "原文中没有这一格"
    BLANK_LINES = "空白单元格按空行推定"
    DIGITS = "原文数字连写，每格一位，按勾稽关系核对"
    SPLIT = "原文数字连写，按勾稽关系拆分"
    LOST = "原文这一行缺少单元格，按勾稽关系推定位置"
    EXTRA = "原文这一行多出单元格，按勾稽关系取舍"
    JOINED = "数字在单元格里折成几行，按勾稽关系连成一个数，请核对"
    PLACED = "原文这一行缺少单元格，按数字所在的列推定位置"
    TORN = "原文在这一行中断，请核对"
    UNLABELLED = "原文这一行缺少行标题，按顺序推定"


NOT_PARTED = frozenset({Method.LOST, Method.SPLIT, Method.DIGITS})
"""Methods of rows whose columns only arithmetic tells."""


@dataclass(frozen=True)
class Options:
    """The ways to read one row, likelier first; one if the text leaves no choice."""

    ways: tuple[Way, ...]
    method: Method


class Side(Enum):
    """Where the blank places of merged label cells stand."""

    BEHIND = "behind"
    BEFORE = "before"


@dataclass(frozen=True)
class Usual:
    """What is usual for a row of its kind in this table.

    Attributes:
        side: Where the blank places of merged label cells stand, if that is known.
        length: How many cells such a row has, merged places included; 0 if unknown.
        gap: Line ends between two cells on lines of their own; 0 if unknown.
        explicit: Whether separators part the cells in most rows of the table.
        before: How many blank places stand before its figures, as other rows of its kind show;
            -1 if they do not.
    """

    side: Side | None = None
    length: int = 0
    gap: int = 0
    explicit: bool = False
    before: int = -1


def blank_places(cells: Sequence[Piece], count: int) -> frozenset[int]:
    """How many blank places may stand before the figures of a row that has too many cells."""
    extra = len(cells) - count
    return frozenset(
        offset
        for offset in range(extra + 1)
        if all(_is_blank(piece) for piece in (*cells[:offset], *cells[offset + count :]))
    )


def pad_side(zones: Sequence[tuple[Zone, int]]) -> Side | None:
    """Where a table's merged places stand, from the rows that show it; None if none does.

    Args:
        zones: Rows with the number of figures that each should have.
    """
    before = behind = 0
    for zone, count in zones:
        extra = len(zone.cells) - count
        if extra <= 0 or not zone.separated:
            continue
        if zone.fillers:
            return Side.BEHIND
        blank_before = all(_is_blank(piece) for piece in zone.cells[:extra])
        blank_behind = all(_is_blank(piece) for piece in zone.cells[-extra:])
        before += blank_before and not blank_behind
        behind += blank_behind and not blank_before
    if min(before, behind) * _CLEARLY >= max(before, behind):
        return None
    return Side.BEFORE if before > behind else Side.BEHIND


def align(zone: Zone, count: int, sums: Mapping[int, Sequence[int]], usual: Usual) -> Options:
    """The ways to read a zone as ``count`` columns.

    Args:
        zone: The cells behind the label.
        count: How many columns the table prints.
        sums: Position of a total → positions of its parts, for rows that have one.
        usual: What the table's rows have in common.
    """
    ways = _joined(zone, count, sums)
    return Options(ways, Method.JOINED) if ways else _aligned(zone, count, sums, usual)


def _aligned(zone: Zone, count: int, sums: Mapping[int, Sequence[int]], usual: Usual) -> Options:
    """The ways to read a zone none of whose figures goes on in the line below it."""
    cells = _with_doubled(zone, count, sums)
    known = usual.explicit and zone.separated and usual.length > 0
    whole = len(cells) == count and all(piece.text for piece in cells) and all_hold(cells, sums)
    if known and cells and len(cells) != usual.length and not whole:
        return _unusual(cells, count, sums, usual)
    if len(cells) == count and _plain(cells):
        return Options((tuple(cells),), Method.LOST if zone.short else Method.EXACT)
    if zone.gaps and (by_lines := _by_lines(zone, count, sums, usual.gap)):
        return Options((by_lines,), Method.BLANK_LINES)
    if not cells:
        return Options(((None,) * count,), Method.NOTHING)
    split = None
    if not zone.separated and not (usual.explicit and _plain(cells)):
        split = _split(cells, count, sums)
    if len(cells) > count:
        return split or _as_its_kind(cells, count, usual, sums)
    return split or _lost(cells, count, sums)


def _joined(zone: Zone, count: int, sums: Mapping[int, Sequence[int]]) -> tuple[Way, ...]:
    """The ways to join a row's pieces to figures; none if its own cells come to whole ones."""
    whole = len(zone.cells) == count and _plain(zone.cells) and all_hold(zone.cells, sums)
    if zone.broken is None or (whole and all(piece.text for piece in zone.cells)):
        return ()
    return tuple(joined(zone.broken, count, sums))


def _with_doubled(zone: Zone, count: int, sums: Mapping[int, Sequence[int]]) -> Sequence[Piece]:
    """A zone's cells, with those behind them if one of all these is a doubled one.

    Lines of their own do not show where a row ends: what is too much stands behind it.
    """
    row = (*zone.cells, *zone.rest)
    if not sums or len(zone.cells) != count or not count < len(row) <= count + _MOST_EXTRA:
        return zone.cells
    if not all(piece.text for piece in row) or all_hold(zone.cells, sums):
        return zone.cells
    doubled = _narrowed(row, count, None, sums)
    return row if all_hold(doubled.ways[0], sums) else zone.cells


def _unusual(
    cells: Sequence[Piece], count: int, sums: Mapping[int, Sequence[int]], usual: Usual
) -> Options:
    """A row with more or fewer cells than such rows have in this table."""
    if len(cells) > usual.length:
        return Options(_narrowed(cells, count, usual.side, sums).ways, Method.EXTRA)
    kept = _without_edges(cells, max(count - (usual.length - len(cells)), 1), usual.side)
    return _lost(kept, count, sums) if len(kept) < count else _open(kept, count, usual, sums)


def _open(
    cells: Sequence[Piece], count: int, usual: Usual, sums: Mapping[int, Sequence[int]]
) -> Options:
    """A row that has lost a cell although it has enough: some of them are merged places."""
    read = _narrowed(cells, count, usual.side, sums) if len(cells) > count else None
    return Options(read.ways if read else (tuple(cells),), Method.LOST)


def _plain(cells: Sequence[Piece]) -> bool:
    """Whether every cell can be a figure of its own."""
    return not any(piece.is_run for piece in cells)


def _is_blank(piece: Piece) -> bool:
    return piece.parsed.kind is Kind.BLANK


def _as_its_kind(
    cells: Sequence[Piece], count: int, usual: Usual, sums: Mapping[int, Sequence[int]]
) -> Options:
    """A row with too many cells, its figures beginning where those of its kind do."""
    if usual.before in blank_places(cells, count):
        return Options((tuple(cells[usual.before : usual.before + count]),), Method.EXACT)
    return _narrowed(cells, count, usual.side, sums)


def _narrowed(
    cells: Sequence[Piece], count: int, side: Side | None, sums: Mapping[int, Sequence[int]]
) -> Options:
    """More cells than columns: words behind them, merged places, doubled cells are left out."""
    while len(cells) > count and cells[-1].said.kind is Kind.TEXT:
        cells = cells[:-1]
    offsets = sorted(blank_places(cells, count))
    if offsets:
        return _within(cells, count, offsets, side, sums)
    filled = [piece for piece in cells if not _is_blank(piece)]
    if len(filled) == count:
        return Options((tuple(filled),), Method.EXTRA)
    shortened = _without_edges(cells, count, side)
    if 0 < len(shortened) - count <= _MOST_EXTRA:
        ways = _distinct(
            tuple(piece for index, piece in enumerate(shortened) if index not in dropped)
            for dropped in combinations(range(len(shortened)), len(shortened) - count)
            if all(_may_drop(shortened, index) for index in dropped)
        )
        if ways:
            return Options(tuple(_best(ways, sums)), Method.EXTRA)
    edges = (tuple(shortened[:count]), tuple(shortened[-count:]))
    return Options((_best(edges, sums)[0],), Method.EXTRA)


def _within(
    cells: Sequence[Piece],
    count: int,
    offsets: Sequence[int],
    side: Side | None,
    sums: Mapping[int, Sequence[int]],
) -> Options:
    """The row's columns at one of several places among blank ones."""
    if side is None and len(offsets) > 1 and not all(_is_blank(piece) for piece in cells):
        ways = [tuple(cells[offset : offset + count]) for offset in offsets]
        return Options(tuple(_best(ways, sums)), Method.EXTRA)
    usual = len(cells) - count if side is Side.BEFORE else 0
    chosen = usual if usual in offsets else offsets[0]
    if sums and not all_hold(cells[chosen : chosen + count], sums):
        fitting = [at for at in offsets if all_hold(cells[at : at + count], sums)]
        chosen = fitting[0] if len(fitting) == 1 else chosen
    return Options((tuple(cells[chosen : chosen + count]),), Method.EXACT)


def _without_edges(cells: Sequence[Piece], count: int, side: Side | None) -> list[Piece]:
    """Cells without the surplus blank ones, those at the side of merged places first."""
    shortened = list(cells)
    for edge in (0, -1) if side is Side.BEFORE else (-1, 0):
        while len(shortened) > count and _is_blank(shortened[edge]):
            shortened.pop(edge)
    return shortened


def _may_drop(cells: Sequence[Piece], index: int) -> bool:
    """Whether a cell repeats its neighbour before it."""
    return index > 0 and cells[index].text == cells[index - 1].text


def _by_lines(zone: Zone, count: int, sums: Mapping[int, Sequence[int]], gap: int) -> Way | None:
    """Cells on lines of their own, blank ones as blank lines, if just one reading fits.

    Where a row of several sums does not add up so, it may be parted otherwise from its head than
    its cells are from each other: by a single line end, or by none that is left.
    """
    ways = with_blank_lines(zone, count, gap)
    single = ways[0] if len(ways) == 1 else None
    if len(sums) < _SEVERAL_SUMS or (single and all_hold(single, sums)):
        return single
    further = (with_blank_lines(zone, count, gap, edges) for edges in (None, (0, 1), (1, 1)))
    holding = [way for way in dict.fromkeys(chain(*further)) if all_hold(way, sums)]
    return holding[0] if len(holding) == 1 else single


def _split(cells: Sequence[Piece], count: int, sums: Mapping[int, Sequence[int]]) -> Options | None:
    """Digits without separators, cut into as many figures as there are columns.

    Half as many pieces as columns, none of them impossible as a figure, are figures with blank
    cells between them rather than digits to be cut; but nil marks that stand together are as many
    figures (``— 2 —————``) if they come to a whole row that adds up.
    """
    plain = 1 < len(cells) >= count / 2 and _plain(cells)
    if plain and atoms_in(cells) != count:
        return None
    ways = _cut(tuple(cells), count, tuple((key, tuple(parts)) for key, parts in sums.items()))
    if not ways or (plain and not all_hold(ways[0], sums)):
        return None
    if len(ways) == 1 and all(piece.parsed.number == 0 for piece in ways[0][:-1]):
        return Options(tuple(ways), Method.EXACT)
    single = len(ways) == 1 and all(len(piece.text) == 1 for piece in ways[0])
    return Options(tuple(ways), Method.DIGITS if single and sums else Method.SPLIT)


@lru_cache(maxsize=256)
def _cut(
    cells: tuple[Piece, ...], count: int, sums: tuple[tuple[int, tuple[int, ...]], ...]
) -> list[tuple[Piece, ...]]:
    """The ways to cut digits; kept, since a table's columns are tried one set after another."""
    counted = bool(sums)
    longest = _MOST_DIGITS if counted else _MOST_DIGITS_OF_AMOUNTS
    return split_runs(cells, count, dict(sums), longest, counted=counted) or split_runs(
        cells, count, {}, longest, counted=counted
    )


def _lost(cells: Sequence[Piece], count: int, sums: Mapping[int, Sequence[int]]) -> Options:
    """Fewer cells than columns: every place where one may be lost."""
    filled = [piece for piece in cells if not _is_blank(piece)] if len(cells) > count else cells
    missing = count - len(filled)
    ways: Sequence[Way] = ()
    if filled and comb(count, missing) <= _MOST_SPREAD:
        spread = (_spread(filled, count, holes) for holes in combinations(range(count), missing))
        ways = tuple(_best(_distinct(spread), sums))
    if not ways or (missing > _MOST_LOST and len(ways) > _MOST_WAYS):
        first = (*filled[:count], *(None,) * missing)
        last = (*(None,) * missing, *filled[:count])
        ways = _distinct([first, last])
    return Options(tuple(ways), Method.LOST)


def _spread(pieces: Sequence[Piece], count: int, holes: Sequence[int]) -> Way:
    left = iter(pieces)
    return tuple(None if index in holes else next(left) for index in range(count))


def _best(ways: Sequence[Way], sums: Mapping[int, Sequence[int]]) -> Sequence[Way]:
    """The ways in which the row's own sums hold; else those in which what is lost may be why.

    All if there are none.
    """
    holding = [way for way in ways if all_hold(way, sums)]
    return holding or [way for way in ways if _may_hold(way, sums)] or ways


def _may_hold(way: Way, sums: Mapping[int, Sequence[int]]) -> bool:
    """Whether a row's sums hold with figures in place of those that are lost."""
    values = completed(way, sums)
    return min(values) >= 0 and all(
        values[total] == sum(values[part] for part in parts) for total, parts in sums.items()
    )


def completed(way: Way, sums: Mapping[int, Sequence[int]]) -> tuple[float, ...]:
    """A row's figures; what is lost of a sum is what that sum demands, if it is one figure."""
    values = [piece.value if piece else 0.0 for piece in way]
    for total, parts in sums.items():
        lost = [place for place in (total, *parts) if way[place] is None]
        if len(lost) == 1:
            rest = sum(values[part] for part in parts)
            values[lost[0]] = rest if lost[0] == total else values[total] - rest
    return tuple(values)


def all_hold(way: Sequence[Piece | None], sums: Mapping[int, Sequence[int]]) -> bool:
    """Whether a way's totals equal their parts, what is not there counting as 0."""
    values = [piece.value if piece else 0.0 for piece in way]
    return all(
        values[total] == sum(values[part] for part in parts) for total, parts in sums.items()
    )


def _distinct(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Ways without those that read the same text in every column."""
    found: dict[tuple[tuple[int, int] | None, ...], Way] = {}
    for way in ways:
        key = tuple((piece.start, piece.end) if piece else None for piece in way)
        found.setdefault(key, way)
    return tuple(found.values())
