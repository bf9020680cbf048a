"""What the rows of a table have in common: number of cells, merged places, line ends.

One row tells little about itself; its neighbours tell whether a cell is lost or was never there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.forms.aligning.alignment import Side, Usual, blank_places, pad_side
from reviewer.forms.cells.cells import Zone
from reviewer.forms.model import Row

_MOST = 0.6

_MOST_SPARE = 2
"""At most this many blank places come from separators at the ends of a line."""

_LEAST_ALIKE = 4
"""This many rows of the same length show that it is usual."""


@dataclass(frozen=True)
class Shape:
    """What rows of a table have in common.

    Attributes:
        side: Where the blank places of merged label cells stand, if that is known.
        gap: Line ends between two cells on lines of their own; 0 if there are none.
        lengths: How many cells a row usually has, merged places included, by row key; 0 if
            that is not known.
        explicit: Whether separators part the cells in most rows, so that digits are not glued.
        before: How many blank places stand before a row's figures, by row key, where the rows
            whose labels are merged as its own show it.
    """

    side: Side | None
    gap: int
    lengths: Mapping[str, int]
    explicit: bool
    before: Mapping[str, int]

    def usual(self, key: str) -> Usual:
        """What is usual for a row, by its key."""
        return Usual(
            self.side, self.lengths[key], self.gap, self.explicit, self.before.get(key, -1)
        )


def shape_of(zones: Mapping[str, Zone], counts: Mapping[str, int], rows: Sequence[Row]) -> Shape:
    """The shape of a table.

    Args:
        zones: The cells behind each row's label, by row key.
        counts: How many figures each row should have.
        rows: The form's rows in order.
    """
    gaps = Counter(gap for zone in zones.values() for gap in zone.gaps[1:-1] if gap)
    lengths = _lengths(zones, counts, rows)
    usual = [key for key, zone in zones.items() if len(zone.cells) == lengths[key]]
    alike = usual if len(set(counts.values())) == 1 else list(zones)
    return Shape(
        side=pad_side([(zones[key], counts[key]) for key in alike]),
        gap=min((gap for gap, times in gaps.items() if times > 1), default=0),
        lengths=lengths,
        explicit=_is_explicit(zones, counts),
        before=_before(zones, counts, rows),
    )


def _before(
    zones: Mapping[str, Zone], counts: Mapping[str, int], rows: Sequence[Row]
) -> dict[str, int]:
    """Where figures begin in rows of one kind: at the one place that is right for all of them."""
    if len(set(counts.values())) > 1:
        return {}
    kinds: dict[tuple[int, int], list[str]] = {}
    for row in rows:
        zone = zones.get(row.key)
        if zone is not None and zone.separated and len(zone.cells) > counts[row.key]:
            kinds.setdefault((len(row.headings), len(zone.cells)), []).append(row.key)
    found: dict[str, int] = {}
    for keys in kinds.values():
        fitting = [blank_places(zones[key].cells, counts[key]) for key in keys]
        common = frozenset.intersection(*fitting)
        if len(common) == 1 and len(keys) > 1:
            found |= dict.fromkeys(keys, *common)
    return found


def _lengths(
    zones: Mapping[str, Zone], counts: Mapping[str, int], rows: Sequence[Row]
) -> dict[str, int]:
    """Usual lengths: of the ways in which merged labels leave places, the one most rows show.

    Rows with different numbers of figures have nothing in common with each other.
    """
    if len(set(counts.values())) > 1:
        usual = {count: _commonest(zones, counts, count) for count in set(counts.values())}
        return {key: usual[count] for key, count in counts.items()}
    seen = {key: len(zone.cells) for key, zone in zones.items() if zone.separated and zone.cells}
    ways = [
        {key: counts[key] + spare + pads[key] for key in zones}
        for pads in _merged_places(rows)
        for spare in range(_MOST_SPARE + 1)
    ]
    return max(ways, key=lambda way: sum(way[key] == length for key, length in seen.items()))


def _commonest(zones: Mapping[str, Zone], counts: Mapping[str, int], count: int) -> int:
    """How many cells most rows of that many figures have; 0 if they do not agree."""
    lengths = Counter(
        len(zone.cells) if zone.separated else 0
        for key, zone in zones.items()
        if counts[key] == count > 1
    )
    ((length, times),) = lengths.most_common(1) or [(0, 0)]
    return length if _LEAST_ALIKE <= times > _MOST * lengths.total() and length >= count else 0


def _merged_places(rows: Sequence[Row]) -> tuple[dict[str, int], ...]:
    """How many blank places merged labels leave behind a row's label.

    There are four ways: none; one for each grid column that the label covers; one for each
    cell of the grid line that is not printed, at the line's end; one for each heading of the
    next row that began in a row above, where nothing shows that a row ends before it.
    """
    deepest = max(len(row.headings) for row in rows)
    in_place: dict[str, int] = {}
    at_end: dict[str, int] = {}
    of_next: dict[str, int] = {}
    for row, above in zip(rows, (None, *rows), strict=False):
        covered = _covered(row, above)
        in_place[row.key] = deepest - len(row.headings)
        at_end[row.key] = deepest - len(row.headings) + covered
        of_next |= {above.key: covered} if above else {}
    of_next[rows[-1].key] = 0
    return dict.fromkeys(in_place, 0), in_place, at_end, of_next


def _covered(row: Row, above: Row | None) -> int:
    """How many headings of a row began in a row above."""
    depths = range(1, len(row.headings) + 1)
    return sum(above is not None and row.headings[:at] == above.headings[:at] for at in depths)


def _is_explicit(zones: Mapping[str, Zone], counts: Mapping[str, int]) -> bool:
    several = [key for key in zones if counts[key] > 1 and zones[key].cells]
    exact = sum(
        len(zones[key].cells) >= counts[key] and not any(p.is_run for p in zones[key].cells)
        for key in several
    )
    return bool(several) and exact >= _MOST * len(several)
