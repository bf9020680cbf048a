"""Rows that stand in a table where its form has none: printed twice, or in another order.

The chain of labels follows the form's order, so that it leaves one of two lines out; what is read
of the table then is but half of what it says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.base import CellId, cell_parts
from reviewer.forms.cells.cells import PIPES
from reviewer.forms.labels import Label
from reviewer.forms.locating.anchors import Anchor, Page, enumerator_start
from reviewer.forms.report import Reading

_TELLING = 4
"""A label of this length, without its number, is hardly met outside of its row."""

_BEGINS = re.compile(rf"(?:^|[\n\t{PIPES},])[ \u3000\"]*$")
_FIGURE_NEXT = re.compile(
    rf"[”’」』）)\"]*(?:\s*[（(][^（()）\n|\t]{{0,80}}[）)])?"
    rf"[\s{PIPES},，:：、;；]*(?:[-+−－—/／增减]?\d(?!\d*\s*[.．、]\s*[\u4e00-\u9fff])|[-—/／无])"
)
"""A figure, and not the number of the next label."""
_NEAR = 40
"""How many characters before a label show whether it begins a cell."""

_AHEAD = 160
"""Within this many characters before the chain's first label the form's second row may stand."""

_SURE = 0.8
"""A label found this exactly in its own place is not looked for elsewhere."""

EXCHANGED = "这一行的次序与格式规定的不同，已按行标题读取，请核对"
_TWICE = "这一行在表中出现两次，数字不同，请核对以哪一行为准"


@dataclass(frozen=True)
class Misplaced:
    """Labels of a table with those that its form's order leaves out.

    Attributes:
        anchors: One for each label found, as they stand in the text.
        twice: Where else a row's label stands, by the label's index.
    """

    anchors: Sequence[Anchor]
    twice: Mapping[int, Anchor]


def with_misplaced(
    page: Page, labels: Sequence[Label], anchors: Sequence[Anchor], end: int
) -> Misplaced:
    """The labels of a table's chain and those that stand elsewhere in it, up to a place."""
    known = {anchor.index: anchor for anchor in anchors if anchor.similarity >= _SURE}
    taken = [(anchor.start, anchor.end) for anchor in known.values()]
    stands = set(known)
    moved: dict[int, Anchor] = {}
    twice: dict[int, Anchor] = {}
    wordings = [text for label in labels for text in label.texts[:1]]
    for index, label in enumerate(labels):
        if label.kind != "row" or wordings.count(label.texts[0]) > 1:
            continue
        found = _elsewhere(page, index, label, (anchors[0].start - _AHEAD, end))
        found = [one for one in found if not any(_overlap(one, span) for span in taken)]
        if len(found) != 1:
            continue
        if index not in stands:
            moved[index] = found[0]
        elif _FIGURE_NEXT.match(page.text, known[index].end):
            twice[index] = found[0]  # else the label alone is repeated, as in merged cells
    if not moved and not twice:
        return Misplaced(anchors, {})
    kept = [anchor for anchor in anchors if anchor.index not in moved]
    kept = [one for one in kept if not any(_overlap(one, (m.start, m.end)) for m in moved.values())]
    return Misplaced(sorted([*kept, *moved.values()], key=lambda one: one.start), twice)


def _elsewhere(page: Page, index: int, label: Label, within: tuple[int, int]) -> list[Anchor]:
    """Where a row's label begins a cell, or has its number, and figures follow."""
    low, high = (bisect_left(page.folded.origin, place) for place in within)
    found: dict[int, Anchor] = {}
    for wording in label.texts:
        for place in page.occurrences(wording, low, high):
            start, end = page.folded.start(place), page.folded.end(place + len(wording))
            begin = enumerator_start(page.text, start, label.enumerator)
            long, numbered = len(wording) >= _TELLING, begin < start
            begins = _BEGINS.search(page.text[max(0, begin - _NEAR) : begin])
            telling = (long and numbered) or (begins and (long or numbered))
            if telling and _FIGURE_NEXT.match(page.text, end):
                found.setdefault(begin, Anchor(index, begin, end))
    return list(found.values())


def _overlap(anchor: Anchor, span: tuple[int, int]) -> bool:
    return anchor.start < span[1] and span[0] < anchor.end


def exchanged(rows: Sequence[int]) -> set[int]:
    """Which rows, given as they stand, have their neighbour in the form on the wrong side."""
    return {one for pair in pairwise(rows) if pair[0] > pair[1] for one in pair}


def doubted_if_twice(
    readings: Mapping[CellId, Reading], others: Mapping[CellId, Reading], keys: Collection[str]
) -> dict[CellId, Reading]:
    """Readings, doubted where a row's second line says another figure, which is a candidate."""
    found = dict(readings)
    for cell, one in readings.items():
        other = others[cell]
        if cell_parts(cell)[1] not in keys or (one.kind, one.number) == (other.kind, other.number):
            continue
        candidates = (*((other.printed,) if other.printed is not None else ()), *one.candidates)
        found[cell] = one.model_copy(
            update={
                "sure": False,
                "doubt": _TWICE,
                "candidates": tuple(dict.fromkeys(candidates)),
            }
        )
    return found
