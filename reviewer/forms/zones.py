"""The cells that stand behind a row's label, in every layout that text comes in.

A zone is the text from the end of a row's label to the begin of the next label. Where the text
has separators (tab, ``|``, comma) they make the cells, blank ones included; where it has none,
the pieces between blanks and line ends do, and fragments of the printed form are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from reviewer.forms.folding import fold
from reviewer.forms.pieces import Piece, stripped
from reviewer.forms.report import Kind


class Separator(Enum):
    """What parts the cells of a table."""

    TAB = "\t"
    PIPE = "|"
    COMMA = ","
    NONE = ""


@dataclass(frozen=True)
class Zone:
    """What stands behind a label.

    Attributes:
        cells: Pieces in order; blank ones only where separators make them.
        separated: Whether separators, or lines of their own, part the cells for certain.
        rest: Pieces behind the row's own that look like values.
        gaps: Line ends before each cell and behind the last one; only where every cell has a
            line of its own and blank cells may be blank lines.
        start: Where the zone begins in the text.
    """

    cells: tuple[Piece, ...]
    separated: bool
    rest: tuple[Piece, ...] = ()
    gaps: tuple[int, ...] = ()
    start: int = 0


PIPES = "|｜│┃"
"""Characters that text from web pages parts cells with."""

_PIPE = re.compile(f"[{PIPES}]")
_PAGE_NUMBER = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]|第?\s*\d{1,3}\s*页.*|\d{1,3}\s*/\s*\d{1,3}")
_RULE_LINE = re.compile(r"[\s|:：-]*-{2,}[\s|:：-]*")
_RUN_OR_WORD = re.compile(
    r"[+\-−－–＋]?[0-9０-９][0-9０-９.,，．+\-−－–＋]*[万亿元件条份起宗次个项]*|[^0-9０-９]+"
)
_REMARK = re.compile(r"\s*[（(][^（()）\n|\t0-9]{0,80}[）)]")
_CLOSING = "）)”」』"
_LONGEST_TEXT = 200
_MOST = 0.6


def separator_of(text: str, zones: Sequence[tuple[int, int]]) -> Separator:
    """What parts the cells in most of a table's zones."""
    counts = dict.fromkeys(Separator, 0)
    for start, end in zones:
        counts[_separator_in(text[start:end])] += 1
    return max(counts, key=lambda separator: (counts[separator], separator is not Separator.NONE))


def _separator_in(zone: str) -> Separator:
    if "\t" in zone:
        return Separator.TAB
    if _PIPE.search(zone):
        return Separator.PIPE
    if re.match(r"[^\n,，0-9]{0,3},[^\n]*(?:\n|$)", zone):
        return Separator.COMMA
    return Separator.NONE


@dataclass(frozen=True)
class Printed:
    """How a table is printed, for reading its zones.

    Attributes:
        separator: What parts its cells.
        words: The form's vocabulary (:func:`reviewer.forms.labels.vocabulary`).
        rows_end: Whether the text shows where rows end (:func:`shows_row_ends`), so that a
            short row has lost a cell.
        begins_row: Whether a zone begins with the row's first cell, no label being before it.
    """

    separator: Separator
    words: str
    rows_end: bool = False
    begins_row: bool = False


def read_zone(text: str, start: int, end: int, count: int, printed: Printed) -> Zone:
    """The cells of a zone.

    Args:
        text: The whole text.
        start: Just behind the label.
        end: Where the next label begins.
        count: How many figures the row should have.
        printed: How the table is printed.
    """
    remark = _REMARK.match(text, start, end)
    start = remark.end() if remark else start
    while start < end and text[start] in _CLOSING:
        start += 1
    parted = printed.begins_row or _separator_in(text[start:end]) is not Separator.NONE
    if printed.separator is not Separator.NONE and parted:
        zone = _separated(text, start, end, 0 if printed.rows_end else count, printed)
        if zone is not None:
            return zone
    return _flowing(text, start, end, count, printed.words)


def shows_row_ends(text: str, zones: Sequence[tuple[int, int, int]], separator: Separator) -> bool:
    """Whether most rows end visibly: by a line end, or by a blank line in text from Word.

    Args:
        text: The whole text.
        zones: Begin, end and number of figures of each row's zone.
        separator: What parts the cells of this table.
    """
    if separator is Separator.NONE or not zones:
        return False
    enough = 0
    for start, end, count in zones:
        cells = _cut(text, start, end, separator)[1:]
        enough += len(_until_row_end(text, cells, separator)) >= count
    return enough >= _MOST * len(zones)


def is_form_text(piece: Piece, words: str) -> bool:
    """Whether a piece is made of fragments of the printed form."""
    return _made_of(fold(piece.text), words)


def _made_of(folded: str, words: str) -> bool:
    if not folded or folded.isdigit():
        return False
    if folded in words:
        return True
    for size in range(len(folded) - 1, 1, -1):
        if folded[:size] in words:
            return _made_of(folded[size:], words)
    return False


# -- cells parted by separators ------------------------------------------------------------------


def _separated(text: str, start: int, end: int, least: int, printed: Printed) -> Zone | None:
    raw = _cut(text, start, end, printed.separator)
    begins_row = printed.begins_row
    if printed.separator is Separator.TAB and text[start:end].lstrip("\n").startswith("\t"):
        begins_row = False
    if not raw:
        return None
    label_rest, cells = raw[0], raw if begins_row else raw[1:]
    if not begins_row and any(map(str.isdigit, text[label_rest[0] : label_rest[1]])):
        return None
    row = _own_row(text, cells, least, printed)
    behind = [stripped(text, *cell) for cell in cells[len(row) :]]
    return Zone(
        cells=tuple(stripped(text, *cell) for cell in row),
        separated=True,
        rest=tuple(piece for piece in behind if _is_value(piece)),
    )


def _cut(text: str, start: int, end: int, separator: Separator) -> list[tuple[int, int]]:
    """A zone's stretches between separators; the last one belongs to the next label's cell."""
    mark = _PIPE if separator is Separator.PIPE else re.compile(re.escape(separator.value))
    places = [match.start() for match in mark.finditer(text, start, end)]
    begins = [start, *(place + 1 for place in places)]
    stretches = list(zip(begins, [*places, end], strict=True))
    last_start, last_end = stretches[-1]
    opens_next_cell = separator is Separator.PIPE or last_end == last_start
    if opens_next_cell and not text[last_start:last_end].strip():
        stretches.pop()
    return stretches


def _own_row(
    text: str, cells: list[tuple[int, int]], least: int, printed: Printed
) -> list[tuple[int, int]]:
    """The cells that belong to the label's own row; up to its end if there are enough of them."""
    ended = _until_row_end(text, cells, printed.separator)
    if len(ended) >= least:
        return ended
    own: list[tuple[int, int]] = []
    for cell in cells:
        piece = stripped(text, *cell)
        if is_form_text(piece, printed.words):
            if own:
                break
            continue
        own.append(cell)
    return own if len(own) > len(ended) else ended


def _until_row_end(
    text: str, cells: list[tuple[int, int]], separator: Separator
) -> list[tuple[int, int]]:
    """Cells up to the row's end: a blank line before a tab, or the end of the label's line."""
    row: list[tuple[int, int]] = []
    for start, end in cells:
        stretch = text[start:end]
        line_end = re.search(
            r"\n[^\S\n\t]*\n\s*$" if separator is Separator.TAB else r"\n", stretch
        )
        if separator is Separator.TAB and not line_end and not _one_line(text, cells):
            row.append((start, end))
            continue
        if not line_end and separator is Separator.TAB:
            line_end = re.search(r"\n", stretch)
        if line_end is None:
            row.append((start, end))
            continue
        if stretch[: line_end.start()].strip() or separator is not Separator.PIPE:
            row.append((start, start + line_end.start()))
        break
    return row


def _one_line(text: str, cells: list[tuple[int, int]]) -> bool:
    """Whether the first cells stand on one line, as in text pasted from a spreadsheet."""
    return len(cells) > 1 and "\n" not in text[cells[0][0] : cells[1][0]]


# -- cells without separators --------------------------------------------------------------------


def _flowing(text: str, start: int, end: int, count: int, words: str) -> Zone:
    lines = _until_sentence(_line_values(text, *line, words) for line in _lines(text, start, end))
    if len(lines) == 1 and not lines[0].pure:
        return Zone(cells=tuple(lines[0].values), separated=False)
    if count > 1 and all(len(line.values) <= 1 for line in lines):
        return _line_zone(text, start, end, _line_cells(text, lines, words), count)
    full = next((line for line in lines if line.pure and len(line.values) >= count > 1), None)
    if full is not None and not any(value.is_run for value in full.values):
        others = tuple(value for line in lines if line is not full for value in line.values)
        return Zone(cells=tuple(full.values), separated=True, rest=others)
    return Zone(cells=tuple(_until_prose(lines)), separated=False)


@dataclass(frozen=True)
class _Line:
    """A line's values; ``pure`` unless text that is neither value nor form ends them."""

    start: int
    end: int
    values: list[Piece]
    pure: bool


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop].strip()
        if line and not _PAGE_NUMBER.fullmatch(line) and not _RULE_LINE.fullmatch(line):
            lines.append((start, stop))
        start = stop + 1
    return lines


def _line_values(text: str, start: int, end: int, words: str) -> _Line:
    values: list[Piece] = []
    for piece in _chunks(text, start, end):
        if _is_value(piece):
            values.append(piece)
        elif fold(piece.text) and not is_form_text(piece, words):
            return _Line(start, end, values, pure=False)
    return _Line(start, end, values, pure=True)


def _until_sentence(lines: Iterable[_Line]) -> list[_Line]:
    """Lines up to one that begins with a figure and goes on with text, unless it is the first."""
    kept: list[_Line] = []
    for line in lines:
        if kept and line.values and not line.pure:
            break
        kept.append(line)
    return kept


def _until_prose(lines: list[_Line]) -> list[Piece]:
    values: list[Piece] = []
    for line in lines:
        values += line.values
        if not line.pure:
            break
    return values


def _chunks(text: str, start: int, end: int) -> list[Piece]:
    """Pieces between blanks, parted further where digits meet letters."""
    chunks: list[Piece] = []
    for word in re.finditer(r"\S+", text[start:end]):
        base = start + word.start()
        whole = Piece(base, base + len(word[0]), word[0])
        if _is_value(whole):
            chunks.append(whole)
        else:
            chunks.extend(
                Piece(base + part.start(), base + part.end(), part[0])
                for part in _RUN_OR_WORD.finditer(word[0])
            )
    return chunks


def _line_cells(text: str, lines: list[_Line], words: str) -> list[Piece]:
    """Lines as one cell each, without the label's own rest and pieces of the form."""
    cells = []
    for index, line in enumerate(lines):
        piece = stripped(text, line.start, line.end)
        if line.pure and line.values:
            cells.append(line.values[0])
        elif len(piece.text) > _LONGEST_TEXT:
            break
        elif not line.pure and (index > 0 or text[line.start - 1] == "\n"):
            cells.append(piece)
    return cells


def _line_zone(text: str, start: int, end: int, cells: list[Piece], count: int) -> Zone:
    """Cells on lines of their own, with the line ends between them."""
    row, rest = cells[:count], cells[count:]
    edges = [start, *(piece.end for piece in row)]
    behind = _text_or_end(text, edges[-1], rest[0].start if rest else end)
    begins = [*(piece.start for piece in row), behind]
    gaps = tuple(text.count("\n", edge, begin) for edge, begin in zip(edges, begins, strict=True))
    return Zone(
        cells=tuple(row),
        separated=gaps[0] > 0 and not any(piece.is_run for piece in row),
        rest=tuple(piece for piece in rest if _is_value(piece)),
        gaps=gaps,
        start=start,
    )


def _text_or_end(text: str, place: int, end: int) -> int:
    """Where the next text stands between two places, or the second of them."""
    while place < end and text[place].isspace():
        place += 1
    return place


def _is_value(piece: Piece) -> bool:
    kind = piece.parsed.kind
    return kind in {Kind.NUMBER, Kind.NIL} or piece.is_digits
