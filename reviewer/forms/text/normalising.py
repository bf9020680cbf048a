"""Makes a text's layout even, place by place: drawn rules and indentation become blanks.

Every character keeps its place, so that what is read in the normalised text stands at the same
place of the original.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reviewer.forms.folding import without_pinyin
from reviewer.forms.text.broken_lines import with_whole_lines, with_whole_rows
from reviewer.forms.text.cell_addresses import with_places_as_bars
from reviewer.forms.text.drawn_rows import with_rows_together
from reviewer.forms.text.opening_bars import without_opening_bars
from reviewer.forms.text.running_titles import without_running_titles
from reviewer.forms.text.separators import with_bars, without_quotes
from reviewer.forms.text.tab_lines import depth_of, without_tab_lines

_UNSEEN = re.compile(r"(?m)^[\u200b-\u200d\u2060\ufeff]")
"""A sign of no width that each cell on a line of its own begins with, blank ones too."""

_RULE = re.compile(r"^[ \t]*[|+]?[-=_:+|─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋ ]{4,}$", re.MULTILINE)
_DRAWN = re.compile(r"[-=_─━═]{3,}")
_BOX_RULE = re.compile(
    r"^[ \t\u3000]*(?:(?=[^\n]*[\u250c-\u254b\u2552-\u2570])[\u2500-\u257f \t\u3000]{2,}"
    r"|\+(?:[-=]+\+)+)[ \t\u3000]*$",
    re.MULTILINE,
)
"""A line of corners, crossings and strokes, short as they may be: ``├─┼─┤``, ``+-+-+``."""

_RULE_AMONG_CELLS = re.compile(r"(?<=[|│])[-─]+(?:[+┼┬┴][-─]+)+(?=[|│])")
"""A rule below some cells of a line only: ``| 总计 |----+----|``."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"^[ \u3000]*(?:"
    r"[-—–－·•][ \u3000]*[1-9]\d{0,2}[ \u3000]*[-—–－·•]"
    r"|第 ?\d{1,3} ?页(?:[ ,，/]*共 ?\d{1,3} ?页)?"
    r"|\d{1,3} / \d{1,3}"
    r"|\d{1,3}(?=[ \u3000]*\n?\f)"
    r")[ \u3000]*\n",
    re.MULTILINE,
)
_LISTED = re.compile(r"^[ \u3000]*[-*+•·—](?=[ \u3000\u00a0]+[^\s|])", re.MULTILINE)
_BARE_MARK = re.compile(r"[ \u3000]*[-*+•·—][ \u3000]*")
_LIST_MARK = re.compile(r"^([ \u3000]*)[-*+•·—](?=\s)", re.MULTILINE)

_LEAST_LISTED = 20
"""Items that are a table's cells; the sections of a report have fewer."""

_LISTED_SHARE = 0.3
"""Share of the lines that are items, if cells are."""

_LATEX_END = re.compile(
    r"\\\\(?:\[[^\]\n]*\])?|\\(?:hline|toprule|midrule|bottomrule|cline\{[^}\n]*\})"
)
_LATEX_ROW = re.compile(r"(?m)\\\\[ \t]*(?:\\hline[ \t]*)?$")

_LEAST_ROWS = 20
"""Rows of LaTeX that are a table's."""

_UNKNOWN_BLANK = re.compile(r"(?<=[\n\t|])[ \u3000]*\?+[ \u3000]+(?=\d)")
"""A blank that the page's encoding lacked."""

_LEAST_UNKNOWN = 3
"""One question mark before a figure may be the writer's."""

_TAB_AT_BAR = re.compile(r"(?<![ \t])[ \t]++(?=\|)|(?<=\|)[ \t]++")
_BARE_NUMBER = re.compile(r"^[ \u3000]*(\d{1,3})[ \u3000]*$", re.MULTILINE)
_PARTED_NUMBER = re.compile(
    r"^(?:[ \u3000]*\t[ \t\u3000]*\d+|[ \u3000]*\d+[ \u3000]*[\t|])[ \u3000]*$", re.MULTILINE
)

_LEAST_PARTED = 20
"""Figures with separators that show which bare numbers are pages'."""

_LEAST_PAGES = 2
_BOLD = re.compile(r"\*\*(?=[^*\n])|(?<=[^*\n])\*\*|\\(?=\|)")
"""Marks of bold letters, and what keeps a bar from being a mark."""

_LEAST_BOLD = 10
"""Marks that are no chance: asterisks stand for notes, too."""

_TAGS = re.compile(r"<[a-zA-Z/!][^<>]*>|&nbsp;|&emsp;|&ensp;")
_CELL_END = re.compile(r"</t[dh]\s*>|\[/t[dh]\]", re.IGNORECASE)
_FORUM_TAGS = re.compile(
    r"\[/?(?:table|tr|td|th|b|i|u|size|font|color|align|p)(?:=[^\]\n]*)?\]", re.IGNORECASE
)
"""Of texts for forums: ``[td=3,1]0[/td]``."""

_WIKI_ROW = re.compile(r"^\|-[^\n|]*$", re.MULTILINE)
_WIKI_CELL = re.compile(
    r"^\|((?:[ \t]*(?:rowspan|colspan|style|align|valign|width|scope|class)[ \t]*="
    r"[^|\n]*)+\|)(?!\|)",
    re.MULTILINE,
)
"""How a cell is merged or looks, before its text."""

_QUOTED_LINE = re.compile(r"^>[> ]*(\t?)", re.MULTILINE)
_BETWEEN_BARS = re.compile(r"^[ \u3000]*\|(?=[^|\n]*\|[ \u3000]*$)", re.MULTILINE)
_BARRED = re.compile(r"^.*\|.*$", re.MULTILINE)

_LEAST_CELLS = 60
"""Cells on lines of their own that are a table's."""

_NEARLY_ALL = 0.8

_MOST = 0.6
_LATEX_CELL = re.compile(r"(?<!\\)&")
_INDENT = re.compile(r"(?m)(?<=^\t)[ \t]+")


def normalised(text: str) -> str:
    """The text without rules, page numbers, list marks, markup, indentation by tabs.

    Cells that other marks part are parted by bars.
    """
    text = without_running_titles(_unquoted_mail(text))
    text = with_whole_lines(with_places_as_bars(_without_markup(text)))
    text = with_bars(without_quotes(text))
    if text.count("\n\u200b") >= _LEAST_CELLS:
        text = _UNSEEN.sub("|", text)
    text = _RULE.sub(_without_rule, with_rows_together(text))
    text = _blanked(_BOX_RULE, text)
    text = _blanked(_RULE_AMONG_CELLS, text)
    text = _blanked(_BREAK, text, "<")
    text = _blanked(_PAGE_NUMBER, text)
    if "\\" in text and len(_LATEX_ROW.findall(text)) >= _LEAST_ROWS:
        text = _blanked(_LATEX_END, with_whole_rows(text))
        text = _LATEX_CELL.sub("|", text)
    text = without_pinyin(text)
    if "?" in text and len(_UNKNOWN_BLANK.findall(text)) >= _LEAST_UNKNOWN:
        text = _blanked(_UNKNOWN_BLANK, text)
    text = _blanked(_TAB_AT_BAR, text, "|")
    text = _without_page_numbers(_without_list_marks(text))
    if "{|" in text and "|}" in text:
        text = _blanked(_WIKI_ROW, text)
        text = _WIKI_CELL.sub(lambda match: "|" + " " * len(match[1]), text)
    text = without_tab_lines(without_opening_bars(_without_left_bars(text)))
    return _less_indented(text) if _is_indented(text) else text


def _blanked(pattern: re.Pattern[str], text: str, sign: str = "") -> str:
    """The text with blanks for what a pattern finds; without its sign there is nothing to find."""
    return pattern.sub(lambda match: " " * len(match[0]), text) if sign in text else text


def _without_markup(text: str) -> str:
    """The text without marks of bold letters and tags that a copy has kept."""
    if text.count("**") + text.count("\\|") >= _LEAST_BOLD:
        text = _blanked(_BOLD, text)
    if "</td>" in text.lower() or "&nbsp;" in text:
        text = _CELL_END.sub(lambda match: "|".ljust(len(match[0])), text)
        text = _blanked(_TAGS, text)
    if "[/td]" in text.lower():
        text = _CELL_END.sub(lambda match: "|".ljust(len(match[0])), text)
        text = _blanked(_FORUM_TAGS, text)
    return text


def _unquoted_mail(text: str) -> str:
    """The text without the marks before the lines of a mail that another one quotes."""
    if text.count("\n>") < _NEARLY_ALL * text.count("\n"):
        return text
    return _QUOTED_LINE.sub(lambda match: match[1].ljust(len(match[0])), text)


def _without_rule(match: re.Match[str]) -> str:
    return " " * len(match[0]) if _DRAWN.search(match[0]) else match[0]


def _without_left_bars(text: str) -> str:
    """The text without the left one of two bars around each cell on a line of its own."""
    cells = len(_BETWEEN_BARS.findall(text)) if text.count("\n|") >= _LEAST_CELLS else 0
    if cells < max(_LEAST_CELLS, _NEARLY_ALL * len(_BARRED.findall(text))):
        return text
    return _blanked(_BETWEEN_BARS, text)


def _without_list_marks(text: str) -> str:
    """The text without the marks of a list that most of its cells are items of.

    There a dash before a figure is neither its sign nor a nil mark.
    """
    listed = len(_LISTED.findall(text))
    lines = sum(bool(line.strip()) and not _BARE_MARK.fullmatch(line) for line in text.split("\n"))
    if listed < _LEAST_LISTED or listed < _LISTED_SHARE * lines:
        return text
    return _LIST_MARK.sub(lambda match: match[1] + " ", text)


def _without_page_numbers(text: str) -> str:
    """The text without bare numbers that count up, where figures have separators beside them."""
    bare = [int(number) for number in _BARE_NUMBER.findall(text)]
    counted = all(then == number + 1 for number, then in pairwise(bare))
    if len(bare) < _LEAST_PAGES or not counted:
        return text
    if len(_PARTED_NUMBER.findall(text)) < _LEAST_PARTED:
        return text
    return _blanked(_BARE_NUMBER, text)


def _is_indented(text: str) -> bool:
    """Whether tabs only indent: no line has one behind its words, and most begin with several."""
    lines = [line for line in text.split("\n") if "\t" in line and line.strip()]
    if not lines or any("\t" in line.strip() for line in lines):
        return False
    deep = sum(len(line) - len(line.lstrip()) > 1 for line in lines)
    return deep >= _MOST * len(lines)


def _less_indented(text: str) -> str:
    """Each line's first tab alone is kept, the begin of a cell; none where it only ends a row.

    A line of fewer tabs than a cell's own is the markup's.
    """
    lines = text.split("\n")
    cells = Counter(depth_of(line) for line in lines if line.startswith("\t") and line.strip())
    if not cells:
        return text
    depth, _ = cells.most_common(1)[0]
    shallow = (not line.strip() and depth_of(line) < depth for line in lines)
    kept = (" " * len(line) if only else line for line, only in zip(lines, shallow, strict=True))
    return _blanked(_INDENT, "\n".join(kept))
