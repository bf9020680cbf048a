"""What a sentence states in figures."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from reviewer.base import CellId, Frozen
from reviewer.document.model import Span


class ClaimKind(StrEnum):
    """How the figure is said."""

    COUNT = "count"
    NIL = "nil"


class Claim(Frozen):
    """A figure in a sentence.

    Attributes:
        subject: A cell's key, or a group's that stands for a sum (``requests.refused.total``).
        label: The subject as reviewers name it.
        cells: The cells whose sum it should be; one for a single cell.
        year: The year that the sentence speaks of.
        value: The figure; 0 where the sentence says that there was none.
        unit: As printed, or empty.
        text: The sentence as printed.
        span: Where the sentence stands.
        figure: Where the figure, or the words that deny, stand.
    """

    subject: str
    label: str
    cells: tuple[CellId, ...]
    year: int | None
    value: int | Decimal
    unit: str
    kind: ClaimKind
    text: str
    span: Span
    figure: Span
