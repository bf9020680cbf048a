"""The report as the reviewer reads it: transcriptions and confirmations over the readings."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.base import CellId
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.report import Reading, Report
from reviewer.review.journal import Content


def retold(base: Report, original: Report, content: Content, cells: Iterable[CellId]) -> Report:
    """A report with the readings of some cells made anew from the original ones."""
    known = original.by_cell
    return base.replaced(
        {cell: reviewed_reading(known[cell], content) for cell in cells if cell in known}
    )


def reviewed_reading(reading: Reading, content: Content) -> Reading:
    """A reading with what the reviewer said of it; ``printed`` and its place always stay."""
    text = content.transcriptions.get(reading.cell)
    if text is not None:
        return _transcribed(reading, text)
    if reading.cell in content.confirmed and not reading.sure:
        return reading.model_copy(update={"sure": True})
    return reading


def figure_texts(original: Report, content: Content, cells: Iterable[CellId]) -> tuple[str, ...]:
    """What cells say: the transcription, else what is printed; empty if there is neither."""
    known = original.by_cell
    printed = {cell: known[cell].printed for cell in cells if cell in known}
    return tuple(content.transcriptions.get(cell, printed.get(cell) or "") for cell in cells)


def _transcribed(reading: Reading, text: str) -> Reading:
    parsed = parse_figure(text)
    return reading.model_copy(
        update={
            "kind": parsed.kind,
            "number": parsed.number,
            "unit": parsed.unit,
            "sure": True,
            "doubt": None,
            "inferred": False,
            "candidates": (),
            "transcribed": True,
        }
    )
