"""Doubts about all figures of pages whose fonts name their characters wrongly.

A damaged font map shows in the labels, whose wording is known: many different letters of them are
others. The same map says which digits are printed, and nothing else tells whether it is right.
"""

from __future__ import annotations

from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.report import Kind

_FEWEST = 6
"""This many different letters of the form are printed as others; writers' slips are fewer."""

_DOUBT = "多处表格文字与格式不符，可能是文件没有正确说明各个字符是什么字，请对照原件核对"


def misnamed(read: AllReadings) -> Doubts:
    """All cells of a page's text, if its labels are printed in other letters."""
    letters = {
        letter
        for label in read.labels
        if len(label.expected) == len(label.printed)
        for letter, printed in zip(label.expected, label.printed, strict=True)
        if letter != printed
    }
    if not read.document.pages or len(letters) < _FEWEST:
        return {}
    return {one.cell: _DOUBT for one in read.readings if one.kind is not Kind.MISSING}
