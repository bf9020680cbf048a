"""Cells parted by tabs, bars or commas, blank ones included, and where rows of them end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reviewer.forms.cells.cells import PIPES, Printed, Separator, Zone, is_form_text, is_value
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.folding import fold
from reviewer.forms.lines import Stretch, parted

_PIPE = re.compile(f"[{PIPES}]")
_BLANK_LINE = re.compile(r"\n[^\S\n\t]*\n\s*$")
_LINE_END = re.compile(r"\n")
_OPEN_LINE = re.compile(rf"[{PIPES}][^\n{PIPES}]+[{PIPES}][^\n{PIPES}]*[^\s{PIPES}][ \u3000]*\n")
"""Several cells in a line that does not end in a bar."""

_LONE_BAR = re.compile(f"\n[{PIPES}]\n")
_BARS_ALONE = re.compile(r"(?<=\n)[ \u3000]*\|[ \u3000]*(?=\n)")

_NUMERAL = re.compile("[零〇一二三四五六七八九十百千万两]+")
"""Right behind a label it is a figure, and not the number of the next one."""

_NUMBER_LINE = re.compile(r"(\d[\d.,]*(?:万?元|[件条项])?)[ \u3000]*\n")
"""What is left of a figure that its cell's width has broken, or a page's number."""

_MOST = 0.6

_LABEL = 4
"""Letters that a label has; a unit or a remark behind a figure has fewer."""


def separated_cells(text: str, start: int, end: int, count: int, printed: Printed) -> Zone | None:
    """The cells of a zone, or None if figures are glued to the label in its own cell."""
    raw = _cut(text, start, end, printed)
    begins_row = printed.begins_row and not _opens_with_tab(text[start:end], count, printed)
    if not raw:
        return None
    cells = raw if begins_row else _behind_label(text, raw)
    if cells is None:
        return None
    row = _own_row(text, cells, count, printed)
    further = (_without_next_line(text, cell, printed) for cell in cells[len(row) :])
    behind = [stripped(text, *cell) for cell in further]
    return Zone(
        cells=tuple(stripped(text, *cell) for cell in row),
        separated=True,
        rest=tuple(piece for piece in behind if is_value(piece)),
    )


def _behind_label(text: str, raw: list[Stretch]) -> list[Stretch] | None:
    """The cells behind a label, its own one too if just a figure stands there behind a blank.

    None if other digits stand in it: then separators do not part the figures.
    """
    if not raw or not any(map(str.isdecimal, text[slice(*raw[0])])):
        return raw[1:]
    start, end = raw[0]
    piece = stripped(text, start, end)
    return raw if piece.start > start and is_value(piece) and not piece.is_run else None


def shows_row_ends(text: str, zones: Sequence[tuple[int, int, int]], separator: Separator) -> bool:
    """Whether most rows end visibly: by a line end, or by a blank line in text from Word.

    Args:
        text: The whole text.
        zones: Begin, end and number of figures of each row's zone.
        separator: What parts the cells of this table.
    """
    if separator is Separator.NONE or not zones:
        return False
    printed = Printed(separator, words="")
    cut = [(_cut(text, start, end, printed), count) for start, end, count in zones]
    ended = [
        len(_until_row_end(text, _behind_label(text, raw) or raw[1:], count, separator)) >= count
        for raw, count in cut
    ]
    return sum(ended) >= _MOST * len(zones)


def is_closed(text: str, places: Sequence[int], head: Stretch) -> bool:
    """Whether bars stand behind the last cells of lines, too: no line ends with a figure.

    Args:
        text: The whole text.
        places: A place in each row's line.
        head: Where the lines of the head stand, none of which ends without a bar.
    """
    if _OPEN_LINE.search(text, *head):
        return False
    ends = [text.find("\n", place) for place in places]
    lasts = [text[:end].rstrip()[-1:] if end >= 0 else "" for end in ends]
    return not any(last.isdecimal() for last in lasts)


def opens_rows(text: str, places: Sequence[int]) -> bool:
    """Whether a bar on a line of its own stands before most rows.

    Args:
        text: The whole text.
        places: Where the rows' labels begin.
    """
    before = [text[:place].rstrip(" \u3000")[-3:] for place in places]
    return sum(bool(_LONE_BAR.fullmatch(piece)) for piece in before) >= _MOST * len(places)


def are_lone(text: str, start: int, end: int) -> bool:
    """Whether most bars between two places stand on lines of their own, behind cells or before."""
    bars = text.count("|", start, end)
    return len(_BARS_ALONE.findall(text, start, end)) > _MOST * bars


@cache
def _mark(separator: Separator) -> re.Pattern[str]:
    return _PIPE if separator is Separator.PIPE else re.compile(re.escape(separator.value))


def _cut(text: str, start: int, end: int, printed: Printed) -> list[Stretch]:
    """A zone's stretches between separators; the last one belongs to the next label's cell."""
    separator = printed.separator
    mark = _mark(separator)
    places = [match.start() for match in mark.finditer(text, start, end)]
    stretches = parted(start, end, places)
    last_start, last_end = stretches[-1]
    bar = separator is Separator.PIPE and printed.closed
    if (bar or last_end == last_start) and not text[last_start:last_end].strip():
        stretches.pop()
    return stretches


def _own_row(text: str, cells: list[Stretch], count: int, printed: Printed) -> list[Stretch]:
    """The cells that belong to the label's own row.

    Up to the row's end if there are enough of them. Figures behind a blank line belong to it,
    too, if they are lacking: a cell's own paragraphs look like a row's end. Where rows do not
    end visibly, it goes up to the next words of the form.
    """
    if printed.separator is Separator.TAB and _ends_cells(text, cells):
        cells = cells[:-1]
    ended = _until_row_end(text, cells, count, printed.separator, closed=printed.closed)
    if len(ended) >= count:
        return _without_form(text, ended, count, printed)
    if printed.rows_end:
        return _with_paragraphs(text, cells, ended, count, printed)
    own = _until_form(text, cells, count, printed)
    return own if len(own) > len(ended) else ended


def _with_paragraphs(
    text: str, cells: list[Stretch], ended: list[Stretch], count: int, printed: Printed
) -> list[Stretch]:
    """A row that lacks cells with those behind its end, up to a blank one or words of the form."""
    row = _with_broken_figure(text, ended, cells)
    for cell in cells[len(row) : count]:
        piece = stripped(text, *cell)
        if not piece.text or is_form_text(piece, printed.words):
            break
        row = [*row, cell]
    return row


def _until_form(text: str, cells: list[Stretch], count: int, printed: Printed) -> list[Stretch]:
    """The cells up to the next words of the form, or another row's label."""
    own: list[Stretch] = []
    for whole in cells:
        cell = _without_next_line(text, whole, printed)
        piece = stripped(text, *cell)
        if is_form_text(piece, printed.words) and (own or not _NUMERAL.fullmatch(piece.text)):
            if own:
                break
            continue
        if len(own) >= count and _is_label(piece) and _are_values(text, own[:count]):
            break
        own.append(cell)
        if _ends_before_form(text, cell, whole, printed):
            break
    opened = printed.opens and (not printed.lone or len(own) > count)
    if opened and own and not text[slice(*own[-1])].strip():
        own.pop()
    return own


def _is_label(piece: Piece) -> bool:
    """Whether a cell behind a row's figures is the label of a row that no form has."""
    return not is_value(piece) and len(fold(piece.text)) >= _LABEL


def _are_values(text: str, cells: Sequence[Stretch]) -> bool:
    return all(is_value(stripped(text, *cell)) for cell in cells)


def _opens_with_tab(zone: str, count: int, printed: Printed) -> bool:
    """Whether a tab stands before the first cell, and not behind it since that one is blank."""
    line = zone.lstrip("\n").split("\n", 1)[0]
    tabbed = printed.separator is Separator.TAB and line.startswith("\t")
    return tabbed and line.count("\t") != count - 1


def _without_form(text: str, cells: list[Stretch], count: int, printed: Printed) -> list[Stretch]:
    """A row's cells without the label printed again before them and what follows behind them."""
    pieces = [stripped(text, *cell) for cell in cells]
    forms = [is_form_text(piece, printed.words) for piece in pieces]
    forms[0] = forms[0] and not _NUMERAL.fullmatch(pieces[0].text)
    first = next((index for index, own in enumerate(forms) if not own), 0)
    own: list[Stretch] = []
    for cell, form in zip(cells[first:], forms[first:], strict=True):
        if form and own:
            break
        shortened = _without_next_line(text, cell, printed)
        own.append(shortened)
        if _ends_before_form(text, shortened, cell, printed):
            return own
        if len(own) >= count and text[shortened[1] : cell[1]].strip():
            break
    return own if len(own) >= count else cells


def _ends_before_form(text: str, shortened: Stretch, cell: Stretch, printed: Printed) -> bool:
    """Whether a cell was shortened by a line of the form's words: another row begins there."""
    if shortened == cell:
        return False
    return is_form_text(stripped(text, shortened[1], cell[1]), printed.words)


def _without_next_line(text: str, cell: Stretch, printed: Printed) -> Stretch:
    """A cell without what stands on the lines behind its figure: the form's words, a remark."""
    start, end = cell
    if text.find("\n", start, end) < 0:
        return cell
    while start < end and text[start].isspace():
        start += 1
    line_end = text.find("\n", start, end)
    if line_end < 0:
        return cell
    behind = stripped(text, line_end, end)
    figure = is_value(stripped(text, start, line_end)) and not is_value(behind)
    if figure and (rest := _NUMBER_LINE.match(text, behind.start, end)):
        return cell[0], rest.end(1)
    return (cell[0], line_end) if figure or is_form_text(behind, printed.words) else cell


def _until_row_end(
    text: str, cells: list[Stretch], count: int, separator: Separator, *, closed: bool = True
) -> list[Stretch]:
    """Cells up to the row's end: a blank line before a tab, or the end of the label's line.

    What stands behind a line's last bar is a blank cell only where bars do not close lines. A
    line that ends in a separator goes on in the next one, if that begins with a figure.
    """
    from_word = separator is Separator.TAB and not _one_line(text, cells)
    row_end, least = (_BLANK_LINE, 2) if from_word else (_LINE_END, 1)
    row: list[Stretch] = []
    for index, (begin, end) in enumerate(cells):
        start = begin
        ends = text.count("\n", start, end) >= least
        found = row_end.search(text[start:end]) if ends else None
        if found is not None and row_end is _LINE_END and separator is not Separator.PIPE:
            start = _behind_break(text, cells, index, count)
            found = row_end.search(text[start:end])
        if found is None:
            row.append((start, end))
            continue
        closing = separator is Separator.PIPE and closed
        if not closing or text[start : start + found.start()].strip():
            row.append((start, start + found.start()))
        break
    return row


def _behind_break(text: str, cells: Sequence[Stretch], index: int, count: int) -> int:
    """Where a cell's own text begins: behind a line's end that breaks its row, if there is one.

    The row is broken if its line ends in a separator and one with figures follows. As many of
    them as the row should have are a row of their own if this one has its cells without them.
    """
    start, end = cells[index]
    behind = text[start:end].lstrip()
    first = end - len(behind)
    broken = "\n" in text[start:first]
    if not broken or not is_value(stripped(text, first, first + len(behind.split("\n", 1)[0]))):
        return start
    line_end = text.find("\n", first, cells[-1][1])
    last = line_end if line_end >= 0 else cells[-1][1]
    following = sum(cell[0] <= last for cell in cells[index:])
    return first if following < count or index + 1 < count else start


def _with_broken_figure(text: str, row: list[Stretch], cells: Sequence[Stretch]) -> list[Stretch]:
    """A short row; its last cell goes on behind its line's end if only a figure follows there."""
    if not row or row[-1] == cells[len(row) - 1]:
        return row
    (start, end), (_, stop) = row[-1], cells[len(row) - 1]
    behind = stripped(text, end, stop)
    goes_on = is_value(stripped(text, start, end)) and is_value(behind)
    return [*row[:-1], (start, behind.end)] if goes_on else row


def _ends_cells(text: str, cells: list[Stretch]) -> bool:
    """Whether tabs stand right behind cells on lines of their own: behind the last is no cell."""
    before = [text[start:end] for start, end in cells[:-1] if text[start:end].strip()]
    return bool(before) and all(cell[0] == "\n" and not cell[-1].isspace() for cell in before)


def _one_line(text: str, cells: list[Stretch]) -> bool:
    """Whether the first cells stand on one line, as in text pasted from a spreadsheet."""
    return len(cells) > 1 and "\n" not in text[cells[0][0] : cells[1][0]]
