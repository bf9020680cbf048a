"""Cells that name their own places, as programs that read a page aloud print them.

``第3行第2列 12`` and ``行3 列2：12`` become a line for each row, with a bar for each place of the
grid: the name of the place and the line end before it leave room enough for these.
"""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"(?m)^(?P<name>[ \u3000]*(?:第 ?(\d{1,3}) ?行[,，、 ]{0,2}第 ?(\d{1,2}) ?列"
    r"|行 ?(\d{1,3})[,，、 ]{1,2}列 ?(\d{1,2})|R(\d{1,3})C(\d{1,2}))[ \t:：,，]{1,2})"
    r"(?P<nothing>空(?:白|单元格)?[ \t]*$)?"
)

_LEAST = 60
"""Names of places that are a table's."""


def with_places_as_bars(text: str) -> str:
    """The text with bars in place of the names of its cells' places."""
    if text.count("列") < _LEAST and text.count("C") < _LEAST:
        return text
    found = [*_NAMED.finditer(text)]
    if len(found) < _LEAST:
        return text
    parts: list[str] = []
    done, last_row, last_column = 0, "", 0
    for match in found:
        row, column = (one for one in match.groups()[1:-1] if one)
        goes_on = row == last_row and int(column) > last_column
        start = match.start() - 1 if goes_on and match.start() else match.start()
        bars = int(column) - (last_column if goes_on else 1)
        room = match.end("name") - start
        parts += [text[done:start], ("|" * min(bars, room)).ljust(room)]
        parts.append(" " * len(match["nothing"] or ""))
        done, last_row, last_column = match.end(), row, int(column)
    return "".join([*parts, text[done:]])
