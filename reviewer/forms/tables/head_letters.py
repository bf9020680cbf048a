"""Table four's head by its letters, where narrow cells have wrapped its labels.

Where 结果 and 维持 stand in lines apart, the letters above the figures tell which columns there
are: if they are all those of the form's head and no others, the columns are the form's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise

from reviewer.forms.folding import fold
from reviewer.forms.locating.anchors import Anchor
from reviewer.forms.model import Form, FormTable
from reviewer.forms.prescribed import prescribed

_FEW = 2
"""A head may lack this many labels, or have this many wrong letters."""

_HIGHEST = 6000
"""A head, its rules included, has at most this many characters."""

_FIGURES = re.compile(
    r"(?m)^(?:[^\n0-9０-９]*[0-9０-９][^\n]*|[ \t\u3000|]*(?:(?:[-/／—―–]|无)[ \t\u3000|]*)+)$"
)
"""A line with a figure, or of nil marks alone."""


def are_complete(anchors: Sequence[Anchor], table: FormTable) -> bool:
    """Whether (nearly) all labels of the last head line were found."""
    (block,) = table.blocks
    return len(anchors) >= len(block.rows) * len(block.columns) - _FEW


def stands_above(text: str, place: int, form: Form, table: FormTable) -> bool:
    """Whether the letters right above a place are those of the form's head."""
    wanted = _letters(form.id, table.key)
    above = fold(text[max(0, place - _HIGHEST) : place])
    letters = [letter for letter in above if not letter.isdigit()]
    there = (wanted - Counter(letters[-wanted.total() :])).total() <= _FEW
    return there and not _is_reordered(
        text[max(0, place - _HIGHEST) : place], table, wanted.total()
    )


def stand_in(text: str, form_id: str, table: FormTable) -> bool:
    """Whether (nearly) all letters of the form's head stand in a text, in whatever order."""
    return (_letters(form_id, table.key) - Counter(fold(text))).total() <= _FEW


def _is_reordered(above: str, table: FormTable, count: int) -> bool:
    """Whether letters that tell one result each follow in another order than the form's.

    Args:
        above: The text above the figures.
        table: The form's table.
        count: How many letters its head has.
    """
    (block,) = table.blocks
    labels = [fold(column.label) for column in block.columns]
    shared = {one for label in labels for one in label if sum(one in other for other in labels) > 1}
    result = {one: at for at, label in enumerate(labels) for one in label if one not in shared}
    for line in map(fold, reversed(above.split("\n"))):
        if count <= 0:
            break
        count -= sum(not letter.isdigit() for letter in line)
        letters = [result[letter] for letter in line if letter in result]
        told = [at for at, _ in groupby(letters)]
        times = Counter(told).values()
        # Results of one group beside others' are those of a cell that is as high as two.
        groups = max(times, default=1) + (len({*times}) > 1)
        if sum(one > then for one, then in pairwise(told)) >= groups:
            return True
    return False


def below_letters(text: str, begin: int, end: int, form: Form, table: FormTable) -> int | None:
    """Where the line of figures below the head's letters begins."""
    lines = (line.start() for line in _FIGURES.finditer(text, begin, end))
    return next((start for start in lines if stands_above(text, start, form, table)), None)


@cache
def _letters(form_id: str, key: str) -> Counter[str]:
    return Counter("".join(one.letters for one in prescribed(form_id, key)))
