"""Parts the cells of tables by bars where a text parts them by other marks, place by place.

Copies by hand and by scripts part cells by slashes, full-width commas, two tabs, or quote them
(``"1,234","0"``). A mark is taken for a separator only where it parts figures in many lines:
``3 / 0 / 0 / 0 / 0 / 0 / 3``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.lines import lines_of
from reviewer.forms.report import Kind

_MARKS = {
    "，": "|",
    "；": "|",
    ";": "|",
    "~": "|",
    "^": "|",
    "#": "|",
    "、": "|",
    "\u200b": "|",
    "\t\t": "\t ",
    "||": "| ",
    " / ": " | ",
    " - ": " | ",
    " · ": " | ",
    "/": "|",
}
"""What parts cells → what takes its place; as long as it is."""

_AMBIGUOUS = frozenset({"\t\t", "||", " / ", " - ", "/", "、"})
"""Marks that are nil marks, blank cells or parts of labels, too."""

_SLASHES = re.compile(r"(?<!/)/{2,}(?!/)")
"""Slashes behind each other: every second one is a nil mark, if their number allows it."""

_ODD_TABS = re.compile(r"(?<!\t)(?:\t\t)*+\t(?!\t)")
"""Tabs that no two of part cells: they stand for places of a grid that merged cells cover."""

_TAIL = re.compile(r"[\d./]+$", re.MULTILINE)
_DIGITS = re.compile(r"[\d.]+")

_MOST = 0.8

_LEAST_MARKS = 60
"""Marks that part a table's cells; sentences have fewer of any but commas."""

_LEAST_LINES = 5
"""Lines of figures that a mark must part."""

_FIGURES = 7
_WITHOUT_TOTAL, _WITH_SUBTOTAL = 6, 8
"""Figures of a row of table three; ambiguous marks have to part all."""

_TABLE_BEGINS = re.compile(r"第\s*二十条\s*第|信息内容|申请人情况")
_PART_OF_LABEL = re.compile(r"(?<=[增増])/(?=[减減])|(?<=[一二三四五六七八九十])、|\d、(?=[^\W\d])")
_SENTENCE = "。"

_THOUSANDS = re.compile(r'"\d{1,3}(?:,\d{3})+(?:\.\d+)?"')
_FIELD = {
    quote: re.compile(
        rf"(?<![^\s,;|\[]){quote}(?:[^{quote}]|{quote}{quote})*{quote}(?=\s*(?:[,;|\]\n]|$)|\t)"
    )
    for quote in "\"'"
}

_LEAST_FIELDS = 60
"""Quoted cells of a table."""

_BETWEEN_FIELDS = ",;|\t"
_BROKEN_CELL = re.compile(
    r'(?<![^\t\n])"((?:[^"\t\n]|"")*\n(?:[^"\t\n]|""|\n(?!\n))*)"(?=[\t\n]|$)'
)
"""A cell of several lines among cells that tabs part, as a spreadsheet copies it."""

_LONGEST_CELL = 120
"""Characters of a quoted cell; more are a sentence between two quotes."""

_LONGEST_CAPTION = 40

_MOST_ALONE = 2
"""Lines that no commas part, between those that they do."""

_BETWEEN_ROWS = re.compile(r"\]\s*,\s*\[")
_BEHIND_ROWS = re.compile(r"\][ \u3000]*,")


_NUMBER = r"[^\S\n]*[-+]?\d[\d.]*[^\S\n]*"
_BRACKETED = re.compile(rf"[（(]{_NUMBER}(?:[,，、;；]{_NUMBER})*[)）](?=[^\S\n]*(?:\n|$))")

_LEAST_BRACKETED = 5
"""Rows whose figures stand in brackets."""

_PARTED = str.maketrans({",": "|", ";": "|", "\t": "|", "[": " ", "]": " "})
_AS_BARS = str.maketrans(dict.fromkeys(",，、;；", "|"))


def _without_brackets(text: str) -> str:
    """The text with bars for the brackets around the figures of each row: ``总计（3，0，3）``."""
    found = [match for match in _BRACKETED.finditer(text) if len(match[0]) >= 2 * _FIGURES]
    if len(found) < _LEAST_BRACKETED:
        return text
    return _BRACKETED.sub(lambda match: f"|{match[0][1:-1].translate(_AS_BARS)} ", text)


def with_bars(text: str) -> str:
    """The text with a bar in place of other marks that part the cells of its tables."""
    text = _without_brackets(text)
    for mark, bar in _MARKS.items():
        if text.count(mark) >= _LEAST_MARKS and (stretch := _table(text, mark)):
            start, end = stretch
            inside = _replaced(text[start:end], mark, bar)
            text = text[:start] + inside + text[end:]
    return text


def _table(text: str, mark: str) -> tuple[int, int] | None:
    """From the first table's begin to the last line of figures that a mark parts."""
    rows = [
        (start, end)
        for start, end in lines_of(text, 0, len(text))
        if text.count(mark, start, end) >= _marks(mark) and _is_row(text[start:end], mark)
    ]
    if len(rows) < _LEAST_LINES:
        return None
    if mark == "\t\t" and _ODD_TABS.search(text, rows[0][0], rows[-1][1]):
        return None
    if mark == "/" and _stand_for_figures(text):
        return None
    begin = _TABLE_BEGINS.search(text)
    return min(rows[0][0], begin.start() if begin else len(text)), rows[-1][1]


def _stand_for_figures(text: str) -> bool:
    """Whether slashes are nil marks in rows without separators: ``97//////97`` and ``////////``.

    Slashes and figures together are as many as columns in every row then, and the slashes alone
    are not. Where slashes part nil marks, too, they are about twice as many.
    """
    tails = [tail[0] for tail in _TAIL.finditer(text) if tail[0].count("/") >= _marks("/")]
    slashes = {tail.count("/") for tail in tails}
    cells = Counter(tail.count("/") + len(_DIGITS.findall(tail)) for tail in tails)
    if len(slashes) == 1 or not cells:
        return False
    (most, rows), *_ = cells.most_common(1)
    return most <= _WITH_SUBTOTAL and rows > _MOST * len(tails)


def _marks(mark: str) -> int:
    """How many marks part the figures of a row, at least."""
    return (_FIGURES if mark in _AMBIGUOUS else _WITHOUT_TOTAL) - 1


def _is_row(line: str, mark: str) -> bool:
    """Whether a line ends in cells parted by a mark that hold figures, or nothing at all."""
    cells = line.split(mark)[-_marks(mark) :]
    kinds = [parse_figure(cell.strip()).kind for cell in cells]
    if mark in _AMBIGUOUS:
        nil = kinds.count(Kind.NIL) if mark.strip() == "/" else 0
        filled = kinds.count(Kind.NUMBER)
        least = 0 if "/  /" in line else 1 if mark == "/" else 2
        return filled >= least and nil + filled + cells.count("") == len(cells)
    return (Kind.NUMBER in kinds or Kind.NIL in kinds) and Kind.TEXT not in kinds


def _replaced(table: str, mark: str, bar: str) -> str:
    """A table with bars, sentences between its lines left alone."""
    lines = table.split("\n")
    nil = mark == "/" and _are_nil_marks(lines)
    return "\n".join(
        line if _SENTENCE in line else _with_bar(line, mark, bar, nil=nil) for line in lines
    )


def _are_nil_marks(lines: list[str]) -> bool:
    """Whether slashes behind each other can be nil marks with slashes between them.

    Their number is odd between figures then, and even at a line's end, but for a few lines.
    """
    runs = [(found, line) for line in lines for found in _SLASHES.finditer(line)]
    fit = sum(len(found[0]) % 2 == (found.end() < len(line.rstrip())) for found, line in runs)
    return fit > _MOST * len(runs)


def _with_bar(line: str, mark: str, bar: str, *, nil: bool) -> str:
    if mark not in "/、":
        return line.replace(mark, bar)
    kept = {place for found in _PART_OF_LABEL.finditer(line) for place in range(*found.span())}
    if nil:
        runs = (range(*found.span()) for found in _SLASHES.finditer(line))
        kept |= {place for run in runs for place in run[1::2]}
    return "".join(
        bar if one == mark and place not in kept else one for place, one in enumerate(line)
    )


def without_quotes(text: str) -> str:
    """The text with bars between quoted cells, the quotes gone, each cell on one line."""
    if "\t" in text and '"' in text:
        text = _BROKEN_CELL.sub(_on_one_line, text)
    for quote, field in _FIELD.items():
        many = any(text.count(f"{quote}{mark}") >= _LEAST_FIELDS for mark in _BETWEEN_FIELDS)
        if many or (quote == '"' and _THOUSANDS.search(text)):
            text = _unquoted(text, field)
    return text


def _on_one_line(match: re.Match[str]) -> str:
    """A quoted cell with blanks for its quotes and line ends."""
    if len(match[0]) > _LONGEST_CELL:
        return match[0]
    return match[0].replace('"', " ").replace("\n", " ")


def _unquoted(text: str, field: re.Pattern[str]) -> str:
    """Quoted cells as they are, with bars for the commas around them and breaks for brackets."""
    fields = [match.span() for match in field.finditer(text)]
    if not fields:
        return text
    first, stop = _with_lines_around(text, fields[0][0], fields[-1][1])
    start = first
    parts: list[str] = []
    for begin, end in fields:
        parts.append(_barred(text[start:begin]))
        parts.append(" " + text[begin + 1 : end - 1].replace("\n", " ") + " ")
        start = end
    parts.append(_barred(text[start:stop]))
    return text[:first] + "".join(parts) + text[stop:]


def _with_lines_around(text: str, first: int, last: int) -> tuple[int, int]:
    """The lines of the quoted cells and those around them that commas part, too.

    A caption or a page's number may stand alone between them.
    """
    lines = list(lines_of(text, 0, len(text)))
    top = bisect_right(lines, (first, len(text))) - 1
    bottom = bisect_right(lines, (last - 1, len(text))) - 1
    start = _furthest(text, lines[top::-1])[0]
    return start, _furthest(text, lines[bottom:])[1]


def _furthest(text: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The last of some lines that commas part, few short ones at most standing between them."""
    furthest, alone = lines[0], 0
    for line in lines[1:]:
        words = text[slice(*line)]
        if _SENTENCE in words:
            break
        furthest, alone = (line, 0) if "," in words else (furthest, alone + 1)
        if alone > _MOST_ALONE or (alone and len(words) > _LONGEST_CAPTION):
            break
    return furthest


def _barred(between: str) -> str:
    """What stands between quoted cells: bars for commas; a row's end where brackets part rows."""
    between = _BETWEEN_ROWS.sub(lambda match: "\n".ljust(len(match[0])), between)
    between = _BEHIND_ROWS.sub(lambda match: " " * len(match[0]), between)
    return between.translate(_PARTED)
