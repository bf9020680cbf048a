"""Text of a PDF: rows in lines, labels wrapped around their figures, headings dripping down."""

from __future__ import annotations

from collections.abc import Sequence

from tests.layouts.grid import Line, Piece
from tests.layouts.sink import Sink

HEAD_OF_REQUESTS = (
    " 申请人情况\n法人或其他组织\n自然人 总计\n"
    "商业 科研 社会公益 法律服务\n其他\n企业 机构 组织 机构\n"
)
LABEL_WIDTH = 12


def pdf(sink: Sink, lines: Sequence[Line]) -> None:
    """Write a table as the text of a page comes out of a PDF."""
    drips = _Drips()
    heads: list[Line] = []
    for line in lines:
        if line.is_head:
            heads.append(line)
            continue
        _head(sink, heads)
        heads = []
        _row(sink, line, drips)
    drips.rest(sink)


class _Drips:
    """Headings down the left side, whose characters stand at the start of later lines."""

    def __init__(self) -> None:
        self._waiting: list[str] = []

    def heading(self, text: str) -> None:
        if text.startswith("（"):
            self._waiting += [text[:3], *[text[i : i + 2] for i in range(3, len(text), 2)]]
        else:
            self._waiting += list(text)

    def beside(self, sink: Sink) -> None:
        """Write the next bit at the start of a row's line."""
        if self._waiting:
            sink.add(self._waiting.pop(0) + " ")

    def between(self, sink: Sink) -> None:
        """Write the next bit on a line of its own."""
        if self._waiting:
            sink.add(self._waiting.pop(0) + "\n")

    def rest(self, sink: Sink) -> None:
        while self._waiting:
            self.between(sink)


def _head(sink: Sink, heads: Sequence[Line]) -> None:
    """Head lines; the long one of table three is broken as its narrow columns break it."""
    if any("勾稽" in piece.text for line in heads for piece in line.shown):
        sink.piece(heads[0].shown[0])
        sink.add(HEAD_OF_REQUESTS)
        return
    for line in heads:
        sink.add(" ".join(piece.text for piece in line.shown if piece.text) + "\n")


def _row(sink: Sink, line: Line, drips: _Drips) -> None:
    labels = [piece.text for piece in line.shown if piece.cell is None]
    if not labels:
        _figures(sink, line)
        return
    *headings, label = labels
    for heading in headings:
        drips.heading(heading)
    drips.beside(sink)
    if len(label) > LABEL_WIDTH and label[0].isdigit():
        sink.add(label[:LABEL_WIDTH] + "\n")
        drips.beside(sink)
        _figures(sink, line)
        sink.add(label[LABEL_WIDTH:] + "\n")
    else:
        sink.add(label + " ")
        _figures(sink, line)
    drips.between(sink)


def _figures(sink: Sink, line: Line) -> None:
    shown: list[Piece] = [piece for piece in line.shown if piece.cell and piece.text]
    for index, piece in enumerate(shown):
        sink.add(" " if index else "")
        sink.piece(piece)
    sink.add("\n")
