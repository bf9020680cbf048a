"""Figures that a program recognised in a picture, and that the form's sums speak against."""

from __future__ import annotations

from reviewer.document.model import Document, PageBox
from reviewer.forms.aligning.arithmetic import fails, sums_of
from reviewer.forms.model import Form
from reviewer.forms.report import Reading

_DOUBT = "由图片识别，所在的合计不平，请对照图片核对"
_STROKE = "由图片识别，单独一竖可能是斜线，请对照图片核对"
_STROKES = frozenset({"1", "１", "7", "７"})
"""Figures that a slash, for nothing, is taken for; a sum with it tells them apart."""


def doubted_if_recognised(
    form: Form, readings: tuple[Reading, ...], document: Document
) -> tuple[Reading, ...]:
    """Recognised figures of sums that fail are likelier misread than the report is wrong.

    So are single strokes that no sum attests.
    """
    if not document.recognised:
        return readings
    by_cell = {reading.cell: reading for reading in readings}
    sums = [signed for table in form.tables for signed in sums_of(table)]
    summed = {cell for signed in sums for cell, _ in signed}
    failing = {cell for signed in sums if fails(signed, by_cell) for cell, _ in signed}
    doubts = dict.fromkeys(failing, _DOUBT) | {
        one.cell: _STROKE for one in readings if one.cell not in summed and one.printed in _STROKES
    }
    return tuple(
        _doubted(one, doubts[one.cell]) if one.cell in doubts and _is_seen(one, document) else one
        for one in readings
    )


def _is_seen(reading: Reading, document: Document) -> bool:
    return isinstance(reading.place, PageBox) and reading.place.page in document.recognised


def _doubted(reading: Reading, doubt: str) -> Reading:
    return reading.model_copy(update={"sure": False, "doubt": reading.doubt or doubt})
