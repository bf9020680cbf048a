"""Figures that a program recognised in a picture, and that the form's sums speak against."""

from __future__ import annotations

from reviewer.document.model import Document, PageBox
from reviewer.forms.aligning.arithmetic import fails, sums_of
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.report import Reading

_DOUBT = "由图片识别，所在的合计不平，请对照图片核对"
_STROKE = "由图片识别，单独一竖可能是斜线，请对照图片核对"
_STROKES = frozenset({"1", "１", "7", "７"})
"""Figures that a slash may be misread as; a sum shows which of the two it is."""


def recognised(read: AllReadings) -> Doubts:
    """Recognised figures of sums that fail: likelier misread than the report is wrong.

    So are single strokes that no sum attests.
    """
    if not read.document.recognised:
        return {}
    sums = [signed for table in read.form.tables for signed in sums_of(table)]
    summed = {cell for signed in sums for cell, _ in signed}
    failing = {cell for signed in sums if fails(signed, read.by_cell) for cell, _ in signed}
    strokes = (one.cell for one in read.readings if one.printed in _STROKES)
    doubts = dict.fromkeys(failing, _DOUBT)
    doubts |= {cell: _STROKE for cell in strokes if cell not in summed}
    return {
        cell: doubt for cell, doubt in doubts.items() if _is_seen(read.by_cell[cell], read.document)
    }


def _is_seen(reading: Reading, document: Document) -> bool:
    return isinstance(reading.place, PageBox) and reading.place.page in document.recognised
