"""What a sentence states in figures."""

from __future__ import annotations

from enum import StrEnum

from reviewer.base import CellId, Frozen, Number
from reviewer.document.model import Span


class ClaimKind(StrEnum):
    """How a sentence states its figure."""

    COUNT = "count"
    NIL = "nil"
    ALL = "all"
    CHANGE = "change"
    SHARE = "share"


class Claim(Frozen):
    """A figure in a sentence.

    Attributes:
        subject: A cell's key, or that of a group that stands for a sum
            (``requests.refused.total``), or of a channel, which no cell stands for.
        label: The subject as reviewers name it.
        cells: The cells whose sum it should be; one for a single cell.
        scope: Whose figure it is if not the whole body's (``市政府办公室``, ``上半年``).
        year: The year that the sentence speaks of.
        value: The figure; 0 where the sentence says that there was none; below 0 if it says by
            how much there were fewer. Of a share, per cent.
        unit: As printed, or empty.
        kind: A change is one from the year before, a share one of a whole; all is said of as many
            as were counted before (均被维持).
        loose: Whether its words may be meant otherwise (办理 is received, or decided).
        of: The figure whose change or share it is, or of all of which it is said, if the text
            has it.
        text: The sentence as printed.
        span: Where the sentence stands.
        figure: Where the figure, or the words that deny, stand.
    """

    subject: str
    label: str
    cells: tuple[CellId, ...]
    scope: str = ""
    year: int | None
    value: Number
    unit: str
    kind: ClaimKind
    loose: bool = False
    of: Span | None = None
    text: str
    span: Span
    figure: Span

    @property
    def counted(self) -> bool:
        """Whether it says how many there were, none included."""
        return self.kind in {ClaimKind.COUNT, ClaimKind.NIL, ClaimKind.ALL}
