"""Tables whose labels stand first and whose figures follow, row by row or column by column.

So some programs copy a page: the cells of one column after those of another. Where as many
figures follow as the table has cells, its sums tell in which of both orders.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.forms.aligning.alignment import Way, all_hold
from reviewer.forms.cells.cells import is_form_text, is_value
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.locating.rows import TableRow

APART = "行标题与数字分开排列，按顺序推定，请核对各行"
_MOST = 0.9
_LONGEST = 200


def figures_apart(
    text: str, rows: Sequence[TableRow], words: str, sums: Mapping[int, Sequence[int]]
) -> dict[str, Way]:
    """Row key → figures, if as many as the table has cells stand behind its last label.

    Args:
        text: The whole text.
        rows: The table's rows in order.
        words: The form's vocabulary.
        sums: Place of a total → places of its parts.
    """
    count = len(rows[0].block.columns)
    values = _values(text, rows[-1].start, rows[-1].end, words)
    if len(values) != count * len(rows):
        return {}
    by_rows = [tuple(values[at * count : (at + 1) * count]) for at in range(len(rows))]
    by_columns = [tuple(values[at :: len(rows)]) for at in range(len(rows))]
    best = max((by_rows, by_columns), key=lambda ways: _holding(ways, sums))
    if _holding(best, sums) < _MOST:
        return {}
    return {row.key: way for row, way in zip(rows, best, strict=True)}


def _holding(ways: Sequence[Way], sums: Mapping[int, Sequence[int]]) -> float:
    """The share of rows that add up."""
    return sum(all_hold(way, sums) for way in ways) / len(ways)


def _values(text: str, start: int, end: int, words: str) -> list[Piece]:
    """The figures between two places, up to the first line that is neither these nor the form's."""
    values: list[Piece] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = stripped(text, start, stop)
        pieces = _words(text, line.start, line.end)
        if len(line.text) > _LONGEST or not all(
            is_value(piece) or is_form_text(piece, words) for piece in pieces
        ):
            break
        values += [piece for piece in pieces if is_value(piece)]
        start = stop + 1
    return values


def _words(text: str, start: int, end: int) -> list[Piece]:
    pieces = []
    for word in text[start:end].split():
        at = text.index(word, start, end)
        pieces.append(Piece(at, at + len(word), word))
        start = at + len(word)
    return pieces
