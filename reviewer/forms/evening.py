"""Makes a text's layout even, place by place: drawn rules and indentation become blanks.

Every character keeps its place, so that what is read in the evened text stands at the same place
of the original.
"""

from __future__ import annotations

import re

_RULE = re.compile(r"^[ \t]*[|+]?[-=_:+|─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋ ]{4,}$", re.MULTILINE)
_DRAWN = re.compile(r"[-=_─━═]{3,}")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MOST = 0.6


def evened(text: str) -> str:
    """The text without rules between rows, written line breaks and indentation by tabs."""
    text = _RULE.sub(_without_rule, text)
    text = _BREAK.sub(lambda match: " " * len(match[0]), text)
    return _less_indented(text) if _is_indented(text) else text


def _without_rule(match: re.Match[str]) -> str:
    return " " * len(match[0]) if _DRAWN.search(match[0]) else match[0]


def _is_indented(text: str) -> bool:
    """Whether tabs only indent: no line has one behind its words, and most begin with several."""
    lines = [line for line in text.split("\n") if "\t" in line and line.strip()]
    if not lines or any("\t" in line.strip() for line in lines):
        return False
    deep = sum(len(line) - len(line.lstrip()) > 1 for line in lines)
    return deep >= _MOST * len(lines)


def _less_indented(text: str) -> str:
    """Each line's first tab alone is kept: the begin of a cell."""
    return re.sub(r"(?m)(?<=^\t)[ \t]+", lambda match: " " * len(match[0]), text)
