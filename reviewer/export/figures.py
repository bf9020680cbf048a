"""A reading as a spreadsheet cell: real numbers stay numbers, marks stand in the number format."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reviewer.export.marks import Mark
from reviewer.export.writing import Value
from reviewer.forms.report import Kind, Reading

_EXACT = 10**15
"""Spreadsheets keep 15 digits; longer figures are written as text."""


class Shown(NamedTuple):
    """What a spreadsheet cell holds and how it shows it."""

    value: Value
    number_format: str


def shown(reading: Reading, marks: Sequence[Mark] = (), *, wide: bool = False) -> Shown:
    """A reading with its marks' shapes before it.

    Args:
        reading: What stands in the cell.
        marks: The cell's marks.
        wide: Whether the cell is merged over several columns: shapes at its left edge would
            stand too far from the figure.
    """
    shapes = "".join(mark.shape for mark in marks)
    lead = f'"{shapes}{" " if wide else ""}"{"" if wide else "* "}' if shapes else ""
    if reading.kind is Kind.NUMBER and reading.number is not None:
        if -_EXACT < reading.number < _EXACT:
            return Shown(reading.number, _format(reading, lead))
        return Shown(str(reading.number), f"{lead}@")
    text = "缺" if reading.kind is Kind.MISSING else (reading.printed or "").strip()
    if reading.kind is Kind.BLANK or not text:
        return Shown(shapes or None, "@")
    return Shown(text, f"{lead}@")


def _format(reading: Reading, lead: str) -> str:
    """Sign, decimals and unit as printed; ``* `` in the lead fills the room that there is."""
    digits = "General"
    if isinstance(reading.number, Decimal):
        exponent = reading.number.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        digits = "0." + "0" * places if places else "0"
    unit = f'"{reading.unit}"' if reading.unit else ""
    plus = "+" if (reading.printed or "").strip().startswith(("+", "＋", "增")) else ""
    if not (lead or unit or plus):
        return digits
    return f"{lead}{plus}{digits}{unit};{lead}-{digits}{unit};{lead}{digits}{unit};{lead}@"
