"""Readings as doubts are asked of them, with or without a text behind them."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.document.model import Document, Origin
from reviewer.forms.doubts.all_readings import AllReadings
from reviewer.forms.model import Form
from reviewer.forms.report import Reading

NOTHING = Document(
    origin=Origin(path="", format="text", encoding=None, sha256="0" * 64, size=0), text=""
)


def read_of(form: Form, readings: Iterable[Reading], document: Document = NOTHING) -> AllReadings:
    """What was read; of nothing, where no document is at hand."""
    return AllReadings(form, tuple(readings), document, document.text)
