"""Labels broken in narrow columns, headings in one of their own; applicants as rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reviewer.base import cell_parts
from reviewer.forms.layout import Role
from tests.layouts.grid import Line, Piece
from tests.layouts.sink import Sink

_PLACES: dict[str, Callable[[int], int]] = {
    "first": lambda lines: 0,
    "middle": lambda lines: lines // 2,
    "last": lambda lines: lines - 1,
}

_NAMES = {
    "natural_person": "自然人",
    "business": "商业企业",
    "research": "科研机构",
    "welfare": "社会公益组织",
    "legal_service": "法律服务机构",
    "other_org": "其他",
    "subtotal": "小计",
    "total": "总计",
}


def narrow(
    sink: Sink, lines: Sequence[Line], *, width: int, place: str, headings: int, mark: str
) -> None:
    """Labels in lines of so many characters, the figures beside one of these.

    Args:
        sink: The text.
        lines: The table.
        width: Characters in a line of a label.
        place: Which of a label's lines the figures stand beside.
        headings: Characters in a line of the headings' own column; 0 if they have none.
        mark: What parts the cells.
    """
    waiting: list[str] = []
    for line in lines:
        figures = [piece for piece in line.shown if piece.role is Role.FIGURE]
        words = [piece.text for piece in line.shown if not piece.cell and piece.text]
        if not figures or not words:
            _line(sink, [], [*words], figures, mark)
            continue
        label, before = words[-1], words[:-1]
        if headings:
            waiting += [bit for word in before for bit in _broken(word, headings)]
            before = []
        bits = _broken(label, width)
        beside = _PLACES[place](len(bits))
        for at, bit in enumerate(bits):
            left = [waiting.pop(0)] if waiting else []
            shown = figures if at == beside else []
            _line(sink, left, [*(before if at == 0 else []), bit], shown, mark)


def _line(
    sink: Sink, left: Sequence[str], words: Sequence[str], figures: Sequence[Piece], mark: str
) -> None:
    sink.add(mark.join([*left, *words]))
    for at, piece in enumerate(figures):
        sink.add(mark if at or left or words else "")
        sink.piece(piece)
    sink.add("\n")


def _broken(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def applicants(sink: Sink, lines: Sequence[Line]) -> None:
    """Table three with a line for each kind of applicant; the others as rows of tabs."""
    rows = [line for line in lines if any(piece.role is Role.FIGURE for piece in line.shown)]
    labels = [
        [piece.text for piece in line.shown if not piece.cell and piece.text] for line in rows
    ]
    if len(rows) < len(lines[-1].shown) or not all(labels) or "申请" not in labels[0][-1]:
        for line in lines:
            words = [piece.text for piece in line.shown if not piece.cell and piece.text]
            _line(sink, [], words, [piece for piece in line.shown if piece.cell], "\t")
        return
    sink.add("\t".join(["申请人情况", *(words[-1] for words in labels)]) + "\n")
    figures: dict[str, list[Piece]] = {}
    for line in rows:
        for piece in line.shown:
            if piece.cell:
                figures.setdefault(cell_parts(piece.cell)[2], []).append(piece)
    for key, column in figures.items():
        _line(sink, [], [_NAMES.get(key, key)], column, "\t")


NARROW: dict[str, Callable[[Sink, Sequence[Line]], None]] = {
    **{
        f"narrow_{width}_{place}": partial(
            narrow, width=width, place=place, headings=headings, mark=mark
        )
        for width, place, headings, mark in (
            (4, "first", 0, "\t"),
            (5, "first", 3, "  "),
            (5, "middle", 2, "\t"),
            (6, "last", 4, " "),
            (8, "middle", 0, " "),
        )
    },
    "applicants": applicants,
}
"""Layouts in which only the order of the figures tells the rows."""
