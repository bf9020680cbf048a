"""What a Word 97-2003 file says of a table's row: sprmTDefTable and what changes it."""

from __future__ import annotations

from struct import unpack_from

from reviewer.document.word.properties import sprms
from reviewer.document.word.rows import CellRule, RowRule

_DEFINE, _MERGE, _SPLIT, _MERGE_DOWN, _WIDTH = 0xD608, 0x5624, 0x5625, 0xD62B, 0x7623
_CELL = 20
_SIDE, _FIRST = 0b11, 1
_DOWN, _DOWN_FIRST = 0x20, 0x40
_MOST_CELLS = 64


class _Row:
    """A row's edges and merges while modifiers are applied to it."""

    def __init__(self, operand: bytes) -> None:
        count = min(operand[0], _MOST_CELLS)
        self.edges = list(unpack_from(f"<{count + 1}h", operand, 1))
        starts = range(1 + 2 * (count + 1), len(operand) - 1, _CELL)
        flags = [unpack_from("<H", operand, start)[0] for start in starts][:count]
        flags += [0] * (count - len(flags))
        # The first cell of a merged run comes first: so its mark is the first one in the row.
        sides = [flag & _SIDE for flag in flags]
        first = {_FIRST} if next(filter(None, sides), 0) == _FIRST else {2, 3}
        self.left = [bool(side) and side not in first for side in sides]
        self.above = [bool(flag & _DOWN) and not flag & _DOWN_FIRST for flag in flags]

    def merge(self, first: int, limit: int) -> None:
        """Cells from ``first`` up to ``limit`` become one."""
        for index in range(first + 1, min(limit, len(self.left))):
            self.left[index] = True

    def split(self, first: int, limit: int) -> None:
        """Cells stand alone again."""
        for index in range(first, min(limit, len(self.left))):
            self.left[index] = False

    def merge_down(self, index: int, how: int) -> None:
        """0: alone; 1: carries on the cell above; 3: begins a merged run."""
        if index < len(self.above):
            self.above[index] = how == 1

    def widen(self, first: int, limit: int, width: int) -> None:
        """Cells get a width; what is right of them moves."""
        for index in range(first, min(limit, len(self.left))):
            moved = width - (self.edges[index + 1] - self.edges[index])
            self.edges[index + 1 :] = [edge + moved for edge in self.edges[index + 1 :]]

    def rule(self) -> RowRule:
        """The finished rule."""
        cells = zip(self.edges[1:], self.left, self.above, strict=True)
        return RowRule(self.edges[0], tuple(CellRule(*cell) for cell in cells))


def rule_of(group: bytes) -> RowRule | None:
    """The rule in the modifiers of a row's end mark; None where there is none."""
    row: _Row | None = None
    for code, operand in sprms(group):
        if code == _DEFINE and operand:
            row = _Row(operand)
        elif row is None:
            continue
        elif code == _MERGE:
            row.merge(operand[0], operand[1])
        elif code == _SPLIT:
            row.split(operand[0], operand[1])
        elif code == _MERGE_DOWN and len(operand) >= 2:
            row.merge_down(operand[0], operand[1])
        elif code == _WIDTH:
            row.widen(operand[0], operand[1], unpack_from("<H", operand, 2)[0])
    return row.rule() if row is not None else None
