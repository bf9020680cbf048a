"""Where readings stand: in which cell of a sheet or where on which page, if the file says so."""

from __future__ import annotations

from reviewer.document.model import Document
from reviewer.forms.report import Reading


def placed(readings: tuple[Reading, ...], document: Document) -> tuple[Reading, ...]:
    """Readings with the richest place that the document knows of their text."""
    if not document.places:
        return readings
    return tuple(
        reading.model_copy(update={"place": document.place_of(reading.place.span)})
        if reading.place is not None
        else reading
        for reading in readings
    )
