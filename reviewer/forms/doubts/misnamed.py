"""Doubts about all figures of pages whose fonts name their characters wrongly.

A damaged font map shows in the labels, whose wording is known: many different letters of them are
others. The same map says which digits are printed, and nothing else tells whether it is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.forms.report import Kind, PrintedLabel, Reading

_FEWEST = 6
"""Different letters of the form that stand as others; slips of writers are fewer."""

_DOUBT = "多处表格文字与格式不符，可能是文件没有正确说明各个字符是什么字，请对照原件核对"


def doubted_if_misnamed(
    readings: Sequence[Reading], labels: Sequence[PrintedLabel]
) -> tuple[Reading, ...]:
    """Readings of a page's text, none of them sure if its labels are printed in other letters."""
    letters = {
        letter
        for label in labels
        if len(label.expected) == len(label.printed)
        for letter, printed in zip(label.expected, label.printed, strict=True)
        if letter != printed
    }
    if len(letters) < _FEWEST:
        return tuple(readings)
    return tuple(map(_doubted, readings))


def _doubted(reading: Reading) -> Reading:
    if not reading.sure or reading.kind is Kind.MISSING:
        return reading
    return reading.model_copy(update={"sure": False, "doubt": _DOUBT})
