"""Last figures and labels that stand unlike those of a table's other rows.

A figure alone on its line may be a page's number, a short label without its number a column's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reviewer.base import CellId, cell_parts
from reviewer.forms.doubts.placement import Chosen
from reviewer.forms.doubts.readings import doubted
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.report import Reading

_PAGE_NUMBER = re.compile(r"[1-9]\d{0,2}")
_PAGE_END = re.compile(r"\f|年[^\n。]{0,12}信息公开[^\n。]{0,6}报告[ \u3000]*(?:\n|$)")
_HEAD_BEGINS = re.compile(r"信\s*息\s*内\s*容")
_NUMBERS = "一二三四五六七八（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑴⑵⑶⑷⑸⑹⑺⑻⒈⒉⒊⒋⒌⒍⒎⒏"
_SHORT = 3
"""A label this short may be a column's name too: 总计, 其他."""
_MOST = 0.5
_NEARLY_ALL = 0.8


def doubted_if_stray(
    text: str,
    rows: Sequence[TableRow],
    choices: Mapping[str, Chosen],
    readings: dict[CellId, Reading],
) -> dict[CellId, Reading]:
    """Readings with a doubt where a row's last figure, or its label, stands unlike the others."""
    apart = set(_apart(text, rows, choices))
    cells = [cell for cell, one in readings.items() if one.place and one.place.span.start in apart]
    readings = doubted(readings, cells, "这个数字单独成行，可能是页码，请核对")
    before_page = {row.key for row in _before_page_ends(text, rows, choices)}
    cells = [cell for cell in readings if cell_parts(cell)[1] in before_page]
    readings = doubted(readings, cells, "这一行后面换页，末尾的数字可能是页码，请核对各格")
    strays = {row.key for row in _strays(text, rows)}
    cells = [cell for cell in readings if cell_parts(cell)[1] in strays]
    return doubted(readings, cells, "行标题没有序号，请核对是否为这一行")


def _strays(text: str, rows: Sequence[TableRow]) -> list[TableRow]:
    """Rows of a short label without its number where others have theirs: a column's 总计."""
    bare = [row for row in rows if text[row.anchor.start] not in _NUMBERS]
    if len(bare) > _MOST * len(rows):
        return []
    return [row for row in bare if row.anchor.end - row.anchor.start <= _SHORT]


def _apart(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> list[int]:
    """Places of last figures of rows that stand on a line of their own, as most do not."""
    lasts = []
    for row in rows:
        pieces = [
            piece for piece in choices[row.key].choice.way if piece is not None and piece.text
        ]
        if pieces:
            lasts.append(pieces[-1])
    alone = [piece for piece in lasts if _is_alone(text, piece.start, piece.end)]
    if len(alone) > (1 - _NEARLY_ALL) * len(lasts) + 1:
        return []
    return [piece.start for piece in alone if _PAGE_NUMBER.fullmatch(piece.text)]


def _before_page_ends(
    text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]
) -> Iterator[TableRow]:
    """Rows of table two whose last figure stands alone where a page ends, as its number would.

    A page ends where the report's title, or a head that was printed already, stands behind.
    """
    for row, then in zip(rows, [*rows[1:], None], strict=True):
        last = choices[row.key].choice.way[-1]
        if not row.block.caption or last is None or not _PAGE_NUMBER.fullmatch(last.text):
            continue
        behind = text[last.end : then.anchor.start if then else row.end]
        heads = bool(then and then.block is not row.block)
        ends = _PAGE_END.search(behind) or len(_HEAD_BEGINS.findall(behind)) > heads
        if ends and _is_alone(text, last.start, last.end):
            yield row


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else, a tab or bar neither, stands in the line of a stretch."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    return not (text[begin:start] + text[end:stop]).strip(" \u3000\f")
