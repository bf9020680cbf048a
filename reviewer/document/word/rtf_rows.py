"""What an RTF file says of a table's row, word by word."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.document.word.rows import CellRule, RowRule

_MOST_CELLS = 512


@dataclass
class RowDraft:
    """A row's description while it is being read."""

    left: int = 0
    cells: list[CellRule] = field(default_factory=list)
    joins_left: bool = False
    joins_above: bool = False

    def say(self, word: bytes, number: int | None) -> None:
        """A control word of the row's description; ``cellx`` ends what is said of a cell."""
        if word == b"trleft":
            self.left = number or 0
        elif word == b"clmrg":
            self.joins_left = True
        elif word == b"clvmrg":
            self.joins_above = True
        elif len(self.cells) < _MOST_CELLS:
            self.cells.append(CellRule(number or 0, self.joins_left, self.joins_above))
            self.joins_left = self.joins_above = False

    def rule(self) -> RowRule | None:
        """The row's rule; None where nothing is said of cells."""
        if not self.cells:
            return None
        first = self.cells[0].right
        return RowRule(self.left if self.left < first else first - 1, tuple(self.cells))
