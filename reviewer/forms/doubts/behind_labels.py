"""Tables whose figures do not stand behind their labels, so that no row can be relied on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reviewer.forms.cells.cells import PIPES
from reviewer.forms.doubts.placement import Chosen
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.report import Kind

_BARE = "多数行标题后面没有数字，请核对各行"
BEFORE = "数字似乎印在行标题之前，请核对各行"
_SEPARATOR = re.compile(f"[\\t{PIPES},]")
_WORD = re.compile(rf"[^\s{PIPES}]+")
_MOST = 0.5


def table_doubt(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> str:
    """Why no row can be relied on: the figures do not stand behind their labels."""
    if _stand_before(text, rows, choices) or _stand_left(text, rows, choices):
        return BEFORE
    if _stand_across(text, rows):
        return "行标题似乎横排在一行，请核对各格"
    guarded = not rows[0].block.caption
    bare = [row for row in rows if all(piece is None for piece in choices[row.key].choice.way)]
    if guarded and len(bare) < len(rows) and len(bare) > _MOST * len(rows):
        return _BARE
    return ""


def _stand_before(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> bool:
    """Whether figures stand above the first label and none behind the last."""
    above = text[: rows[0].anchor.start].rstrip().rsplit("\n", 1)[-1]
    words = _WORD.findall(above)
    return bool(words) and _values_in(words) == len(words) and choices[rows[-1].key].is_empty


def _values_in(words: Sequence[str]) -> int:
    """How many words are figures or nil marks."""
    return sum(parse_figure(word).kind in {Kind.NUMBER, Kind.NIL} for word in words)


def _stand_left(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> bool:
    """Whether most rows' cells stand left of the label in its line, and none right of it."""
    left = wide = 0
    for row in rows:
        wanted = len(choices[row.key].columns)
        start, end = text.rfind("\n", 0, row.anchor.start) + 1, text.find("\n", row.start)
        before = text[start : row.anchor.start]
        behind = text[row.start : end if end >= 0 else len(text)]
        few = len(_SEPARATOR.findall(behind)) < max(wanted, 2)
        if not few or any(map(str.isdecimal, behind)):
            continue
        cells = wanted > 1 and len(_SEPARATOR.findall(before)) >= wanted
        figures = _values_in(_WORD.findall(before)) >= max(1, wanted - 1)
        left += cells or figures
        wide += cells or (figures and wanted > 1)
    return wide > 0 and left > _MOST * len(rows)


def _stand_across(text: str, rows: Sequence[TableRow]) -> bool:
    """Whether most labels stand beside each other in a line, without figures between."""
    between = [text[row.start : then.anchor.start] for row, then in pairwise(rows)]
    beside = sum("\n" not in one and not any(map(str.isdecimal, one)) for one in between)
    return beside > max(1, _MOST * len(between))
