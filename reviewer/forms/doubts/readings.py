"""Makes readings of what the alignment found: how sure, and what to tell the reviewer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reviewer.base import CellId
from reviewer.document.model import Span, TextPlace
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.figures.nearly import nearly_figure
from reviewer.forms.figures.numbers import has_notes
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading

NO_ROW = "原文中没有找到这一行"
NO_COLUMN = "原文的表格没有这一列"
_MOST_CANDIDATES = 8
_NEARLY_FIGURE = re.compile(
    r"[约近超]?\d+[余多来]?[\u4e00-\u9fff]+|.*[无無未没沒不].*|约\d+\D?"
    r"|(?=.*[\u4e00-\u9fff]).{9,}|[-+－＋]?\d+/[-+－＋]?\d+|[增减減]"
)
"""Words for a figure, or instead of one. Signs and letters alone are what is left of one."""

_NEVER = re.compile(
    r"\n|^\d{1,2}[.、．]\s"
    r"|[%％]$|\d / \d|[-—–－·•]\s*\d+\s*[-—–－·•]|第?\s?\d+\s?页|[一二三四五六][、.．]"
    r"|[（(][一二三四五六七]+[）)]|^(?:注|说明|备注)\W"
    r"|(?:\d+[,，]){4}|^[\"“]|\d\s*[（(]\d{1,2}[)）]$|[\[\]{}\\]|信息公开.{0,6}报告"
    r"|(?:浏览|访问|点击|阅读)(?:次数|量|数)?[:：]"
    r"|[\u4e00-\u9fff][A-Za-z]+\d|\d[A-Za-z]+[\u4e00-\u9fff]|\ufffd"
)


def is_odd(piece: Piece) -> bool:
    """Whether a cell's text is neither a figure nor what bodies write instead of one."""
    if piece.parsed.kind is not Kind.TEXT:
        return False
    return bool(_NEVER.search(piece.text)) or not _NEARLY_FIGURE.fullmatch(piece.text)


def missing_readings(table: FormTable, doubt: str) -> dict[CellId, Reading]:
    """Every cell of a table as missing."""
    return {cell: missing(cell, doubt) for cell, _, _ in table.cells()}


def missing(cell: CellId, doubt: str, candidates: tuple[str, ...] = ()) -> Reading:
    """A cell that is not in the report, or that may hold one of the candidates."""
    return Reading(cell=cell, kind=Kind.MISSING, sure=False, doubt=doubt, candidates=candidates)


def reading_of(cell: CellId, choice: Choice, place: int, doubt: str) -> Reading:
    """The reading of one cell of a row.

    Args:
        cell: The cell's key.
        choice: What the row is read as.
        place: The cell's place in the row.
        doubt: Why the whole row is in doubt; empty if it is not.
    """
    piece = choice.way[place]
    others = _others(choice, place) if choice.others else ()
    reason = doubt or _reason(choice, piece, others)
    if piece is None:
        return missing(cell, reason or Method.NOTHING.value, others)
    inferred = choice.method is Method.SPLIT or choice.method is Method.DIGITS
    said = piece.said
    return Reading(
        cell=cell,
        printed=piece.text,
        kind=said.kind,
        number=said.number,
        unit=said.unit,
        place=TextPlace(span=Span(start=piece.start, end=piece.end)),
        sure=not reason or (not doubt and inferred and choice.proven),
        doubt=reason or None,
        inferred=inferred,
        candidates=others,
    )


def reading_in(
    cell: CellId, choice: Choice, columns: Sequence[str], column: str, doubt: str = ""
) -> Reading:
    """The reading of a row's cell in a column; missing if the table does not print that one."""
    if column not in columns:
        return missing(cell, NO_COLUMN)
    return reading_of(cell, choice, columns.index(column), doubt)


def _others(choice: Choice, place: int) -> tuple[str, ...]:
    """What the other ways read in this place, where it differs."""
    piece = choice.way[place]
    texts = dict.fromkeys(other.text if (other := way[place]) else "" for way in choice.others)
    texts.pop(piece.text if piece else "", None)
    return tuple(texts)[:_MOST_CANDIDATES]


def _reason(choice: Choice, piece: Piece | None, others: tuple[str, ...]) -> str:
    if choice.method is Method.SPLIT and others:
        listed = "、".join(text or "空白" for text in others)
        return f"原文数字连写，有多种拆法，也可能是：{listed}"
    if choice.method is Method.SPLIT and choice.proven:
        return "原文数字连写，按勾稽关系推定，是唯一使合计平衡的拆法"
    if choice.method is not Method.EXACT:
        return str(choice.method.value)
    return _oddity(piece.text) if piece is not None else ""


@lru_cache(maxsize=4096)
def _oddity(text: str) -> str:
    """What is odd about a cell's own text."""
    piece = Piece(0, len(text), text)
    if piece.is_run:
        return "原文数字写法不规范，请核对"
    if has_notes(text):
        return "数字旁有注释标记，未计入数字，请核对"
    if piece.parsed.kind is Kind.TEXT and (nearly := nearly_figure(text)):
        return nearly.slip
    return "这一格的内容不像数字，请核对" if is_odd(piece) else ""


def doubted(
    readings: Mapping[CellId, Reading], cells: Iterable[CellId], doubt: str
) -> dict[CellId, Reading]:
    """Readings of which some are doubted; a doubt that one has already stays."""
    return dict(readings) | {cell: readings[cell].doubted(doubt) for cell in cells}
