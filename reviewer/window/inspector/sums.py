"""Rules written out as rich text in which every figure leads to its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from reviewer.base import CellId, Number
from reviewer.checks.model import Evaluation, Outcome
from reviewer.checks.writing import number_text

Figures = Mapping[CellId, Number | None]

_TOKEN = re.compile(r"-?\d+(?:\.\d+)?|？")
_BROKEN = {"＝": "≠", "≠": "＝", "≤": "＞", "≥": "＜", "<": "≥", ">": "≤"}
"""What stands between the sides of a rule that does not hold."""


@dataclass(frozen=True)
class Piece:
    """A bit of a sum written out; ``cell`` is set for a figure whose cell is known."""

    text: str
    cell: CellId | None = None


@dataclass(frozen=True)
class Inks:
    """Colours as HTML takes them."""

    text: str
    broken: str
    muted: str
    accent: str


def pieces_of(evaluation: Evaluation, figures: Figures) -> tuple[list[Piece], list[Piece]]:
    """Both sides cut up, with the cell of each figure.

    The sides name figures in the order of ``cells`` but leave out noughts in long sums, so a
    figure belongs to the next cell that says the same with none but noughts before it.
    """
    cells = list(evaluation.cells)
    left, cells = _matched(evaluation.left, cells, figures)
    right, _ = _matched(evaluation.right, cells, figures)
    return left, right


def _matched(text: str, cells: list[CellId], figures: Figures) -> tuple[list[Piece], list[CellId]]:
    pieces: list[Piece] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            pieces.append(Piece(text[end : match.start()]))
        place = _next_place(match.group(), cells, figures)
        pieces.append(Piece(match.group(), cells[place] if place is not None else None))
        if place is not None:
            cells = cells[place + 1 :]
        end = match.end()
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return pieces, cells


def _next_place(token: str, cells: list[CellId], figures: Figures) -> int | None:
    for place, cell in enumerate(cells):
        if number_text(figures.get(cell)) == token:
            return place
        if figures.get(cell) != 0:
            return None
    return None


def sum_html(evaluation: Evaluation, figures: Figures, current: CellId, inks: Inks) -> str:
    """A rule's two sides, what stands between them, and by how much they differ."""
    left, right = pieces_of(evaluation, figures)
    written = [
        _side(left, evaluation.left, evaluation.left_value, current, inks),
        f"&nbsp;<b>{_relation(evaluation)}</b> ",
        _side(right, evaluation.right, evaluation.right_value, current, inks),
    ]
    shown = {piece.cell for piece in (*left, *right)}
    if evaluation.outcome is Outcome.BROKEN and evaluation.difference:
        gap = number_text(evaluation.difference).removeprefix("-")
        words = _tr("差 {}").format(gap).replace(" ", "&nbsp;")
        written.append(f"&nbsp;&nbsp; <span style='color:{inks.broken}'>{words}</span>")
    unwritten = current not in shown and figures.get(current) == 0
    if unwritten and evaluation.outcome is Outcome.BROKEN:
        words = _tr("（本格为 0，已计入）")
        written.append(f" <span style='color:{inks.muted}'>{words}</span>")
    return "".join(written)


def _side(
    pieces: list[Piece],
    text: str,
    total: Number | None,
    current: CellId,
    inks: Inks,
) -> str:
    html = "".join(_piece(piece, current, inks) for piece in pieces)
    if total is not None and number_text(total) != text:
        html += f"＝{number_text(total)}"
    return html


def _piece(piece: Piece, current: CellId, inks: Inks) -> str:
    text = escape(piece.text)
    if piece.cell is None:
        return text
    if piece.cell == current:
        return f"<span style='color:{inks.broken};font-weight:600'>{text}</span>"
    style = f"color:{inks.text};text-decoration:none"
    return f"<a href='{escape(piece.cell)}' style='{style}'>{text}</a>"


def _relation(evaluation: Evaluation) -> str:
    if evaluation.outcome is Outcome.BROKEN:
        return _BROKEN.get(evaluation.relation, evaluation.relation)
    return {"<": "＜", ">": "＞"}.get(evaluation.relation, evaluation.relation)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Inspector", text)
