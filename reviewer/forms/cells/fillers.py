"""Bars that fill a line up at its end, where text from a page has lost its blank cells.

Some programs that make text of web pages write a row's cells that hold something, and for every
other place of the grid a bar at the end of the line: ``3 | 3 | ||||||| ``. Such bars stand right
behind each other while there are blanks or line ends around the bars of cells. They tell how many
places are missing, but not which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer.forms.cells.cells import PIPES, Zone
from reviewer.forms.cells.pieces import Piece

MOVED = "原文的空白格可能都移到了行末，请核对各格的位置"
_MOST = 0.6


def with_fillers(text: str, zones: Mapping[str, Zone]) -> dict[str, Zone]:
    """The zones with the number of bars that only fill their lines up."""
    if not _stands_free(text, zones):
        return dict(zones)
    return {
        key: replace(zone, fillers=_fillers_behind(text, zone.cells)) for key, zone in zones.items()
    }


def _fillers_behind(text: str, cells: Sequence[Piece]) -> int:
    """How many cells at a row's end are nothing but a bar right behind another one."""
    found = 0
    for piece in reversed(cells):
        if piece.text or piece.start == 0 or text[piece.start - 1] not in PIPES:
            break
        found += 1
    return found


def _stands_free(text: str, zones: Mapping[str, Zone]) -> bool:
    """Whether most filled cells have a blank or a line end between them and their bars."""
    filled = [piece for zone in zones.values() for piece in zone.cells if piece.text]
    free = [piece for piece in filled if _between_blanks(text, piece)]
    return len(free) > _MOST * len(filled)


def unplaced(zones: Mapping[str, Zone], counts: Mapping[str, int]) -> frozenset[str]:
    """Rows whose blank cells may have been moved to the line's end, so that none is in place.

    A table that keeps a blank cell in its place anywhere moves none.

    Args:
        zones: The cells behind each row's label.
        counts: How many figures each row should have.
    """
    if not any(zone.fillers for zone in zones.values()):
        return frozenset()
    spaced = _first_filler_stands_free(zones, counts)
    if any(_keeps_blanks(zone, spaced) for zone in zones.values()):
        return frozenset()
    return frozenset(key for key, zone in zones.items() if 0 < zone.filled < counts[key])


def _between_blanks(text: str, piece: Piece) -> bool:
    around = text[max(0, piece.start - 1) : piece.start], text[piece.end : piece.end + 1]
    return any(one.isspace() for one in around)


def _first_filler_stands_free(zones: Mapping[str, Zone], counts: Mapping[str, int]) -> int:
    """1 where a blank stands before the bars that fill lines up (``0 | ||``), 0 if not (``0 |||``).

    The first of them then looks like a blank cell. Rows without blank cells show it.
    """
    for key, zone in zones.items():
        if zone.fillers and zone.filled == counts[key]:
            return len(_behind_last(zone)) - zone.fillers
    return 1


def _behind_last(zone: Zone) -> Sequence[Piece]:
    """The blank cells behind a row's last figure."""
    last = max((at for at, piece in enumerate(zone.cells) if piece.text), default=-1)
    return zone.cells[last + 1 :]


def _keeps_blanks(zone: Zone, spaced: int) -> bool:
    """Whether a blank cell stands among a row's figures, or before the bars at its end."""
    behind = _behind_last(zone)
    if len(zone.cells) - len(behind) > zone.filled > 0:
        return True
    return zone.fillers > 0 and len(behind) - zone.fillers > spaced
