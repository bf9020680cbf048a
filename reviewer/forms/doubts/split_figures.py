"""Figures of rows that name each figure's column, which something within them cuts in two.

Where ``法律服务机构1 0 4，其他0`` tells 104, only the first digit stands right behind the name, and
no reading claims the others.
"""

from __future__ import annotations

import re

from reviewer.forms.doubts.all_readings import AllReadings, Doubts

_GOES_ON = re.compile(r"[ \u3000\u00a0|]([\d０-９])")
_NAMED = re.compile(r"[\u4e00-\u9fff：:）)]")
_SPLIT = "数字后面隔一个空格或竖线还有数字，可能是同一个数字，请核对"


def split_figures(read: AllReadings) -> Doubts:
    """Cells whose figure stands right behind a word and goes on in digits that are nobody's."""
    if not read.is_plain:
        return {}
    text = read.document.text
    spans = [(one.cell, one.place.span) for one in read.readings if one.place and one.printed]
    claimed = {span.start for _, span in spans}
    return {
        cell: _SPLIT
        for cell, span in spans
        if _NAMED.match(text, span.start - 1)
        and (more := _GOES_ON.match(text, span.end))
        and more.start(1) not in claimed
    }
