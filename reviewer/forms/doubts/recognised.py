"""Figures that a program recognised in a picture, and that the form's sums speak against."""

from __future__ import annotations

from reviewer.document.model import Document, PageBox
from reviewer.forms.aligning.arithmetic import fails, sums_of
from reviewer.forms.model import Form
from reviewer.forms.report import Reading

_DOUBT = "由图片识别，所在的合计不平，请对照图片核对"


def doubted_if_recognised(
    form: Form, readings: tuple[Reading, ...], document: Document
) -> tuple[Reading, ...]:
    """Recognised figures of sums that fail are likelier misread than the report is wrong."""
    if not document.recognised:
        return readings
    by_cell = {reading.cell: reading for reading in readings}
    failing = {
        cell
        for table in form.tables
        for signed in sums_of(table)
        if fails(signed, by_cell)
        for cell, _ in signed
    }
    return tuple(
        _doubted(reading) if reading.cell in failing and _is_seen(reading, document) else reading
        for reading in readings
    )


def _is_seen(reading: Reading, document: Document) -> bool:
    return isinstance(reading.place, PageBox) and reading.place.page in document.recognised


def _doubted(reading: Reading) -> Reading:
    return reading.model_copy(update={"sure": False, "doubt": reading.doubt or _DOUBT})
