"""Readings at the borders of what a text tells: where it breaks off, where blanks left no trace."""

from __future__ import annotations

from reviewer.forms.aligning.alignment import Method
from reviewer.forms.doubts.read import Doubts, Read

_VANISHED = "原文数字连写，空白单元格没有痕迹，请核对各格"
_LONGEST_LINE = 200


def torn(read: Read) -> Doubts:
    """Cells that stand in a line the text breaks off in.

    It breaks off there if cells that the form has behind them are not in the text.
    """
    text = read.document.text
    line = max(text.rfind("\n") + 1, len(text) - _LONGEST_LINE)
    lacking = max((at for at, one in enumerate(read.readings) if one.place is None), default=0)
    return {
        one.cell: Method.TORN.value
        for one in read.readings[:lacking]
        if one.place and one.place.span.start >= line
    }


def vanished(read: Read) -> Doubts:
    """Cells whose digits may hide a blank one.

    Digits without separators show none: where rows of table three lack figures, table four's may
    lack some, too, and its sums alone do not tell.
    """
    without = {Method.LOST.value, Method.NOTHING.value}
    requests = [one for one in read.readings if one.cell.startswith("requests.")]
    if not any(one.place is None and one.doubt in without for one in requests):
        return {}
    own = {one.cell for one in requests}
    return {
        one.cell: _VANISHED
        for one in read.readings
        if one.inferred and one.sure and one.cell not in own
    }
