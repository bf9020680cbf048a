"""Reads the lists of indicators in reports up to 2018 into a table made for the report.

There is no national form: a list has a head (指标名称, 单位, one or two columns of figures, at
times a code) and lines of indicator, unit and figures. Source of the 2014-2018 list:
国办发〔2014〕32号; others are local.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.base import cell_id
from reviewer.forms.aligning.alignment import Method, Way
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.pieces import Piece, split_runs, stripped
from reviewer.forms.doubts.readings import reading_of
from reviewer.forms.folding import simplified_in_place
from reviewer.forms.model import Block, Column, FormTable, Row
from reviewer.forms.report import Reading

KEY = "statistics"

_HEAD = re.compile(r"(?:指\s*标\s*名\s*称|统\s*计\s*指\s*标)")
_UNITS = "万元|人次|条|件|元|次|人|篇|个|期|场|份|宗"
_GAP = r"[\s|｜\u3000]*"
_ENUMERATOR = r"(?:\d{1,2}\s*[.、．]|[（(]\s*\d{1,2}\s*[)）]|[①-⑳])"
_LINE = re.compile(
    rf"(?P<label>(?:其中\s*[:：]?\s*)?(?:{_ENUMERATOR}\s*)?[^\d\s|｜][^\n|｜]*?)"
    rf"{_GAP}(?P<unit>{_UNITS}){_GAP}"
    rf"(?P<figures>(?:\d+(?:[,.]\d+)*{_GAP}|[|｜]{_GAP})++)"
)
_NEXT_NUMBER = re.compile(r"[.、．]")

_HEAD_REACH = 60
"""Characters in which the names of the columns stand."""

_COLUMNS = (
    ("current", re.compile(r"本期|年度|统计数|本年实际|数值")),
    ("cumulative", re.compile(r"累计")),
)

_LEAST_LINES = 3
"""Fewer indicators may be told in a sentence."""

_LONGEST_LABEL = 60
"""Characters of an indicator; more are a sentence."""

_GAPS = re.compile(r"[\s|｜]+")
_WORD_BEFORE = re.compile(r"(?:20\d\d)?[本历年期]*$")
_WORD_BEHIND = re.compile(r"[实际]*")
_OWN_NUMBER = re.compile(r"(\d{1,2})[.、．)）]")
_PIECE = re.compile(r"[^\s|｜]+")


@dataclass(frozen=True)
class Statistics:
    """A list of indicators: the table made for it, its readings, and where it stands."""

    table: FormTable
    readings: tuple[Reading, ...]
    span: tuple[int, int]


@dataclass(frozen=True)
class _Line:
    label: str
    unit: str
    figures: tuple[Piece, ...]
    end: int


def read_statistics(text: str) -> Statistics | None:
    """The list of indicators, or None if the text holds none."""
    plain = simplified_in_place(text)
    head = _HEAD.search(plain)
    if head is None:
        return None
    behind = _head_end(plain, head.end())
    lines = list(_lines(plain, behind))
    if len(lines) < _LEAST_LINES:
        return None
    columns, has_code = _columns(plain[head.end() : behind])
    table = _table(lines, columns)
    readings = tuple(
        reading
        for row, line in zip(table.blocks[0].rows, lines, strict=True)
        for reading in _readings(row, line, columns, has_code=has_code)
    )
    return Statistics(table, readings, (head.start(), lines[-1].end))


def _head_end(plain: str, start: int) -> int:
    """Behind the last column's name in the list's head."""
    reach = plain[start : start + _HEAD_REACH]
    ends = [match.end() for _, pattern in _COLUMNS for match in pattern.finditer(reach)]
    return start + max(ends, default=0)


def _columns(head: str) -> tuple[tuple[Column, ...], bool]:
    """The columns of figures that the head names, and whether a code stands before them."""
    compact = _GAPS.sub(" ", head)
    found = [
        (match.start(), Column(key=key, label=_name(compact, match), decimals=True))
        for key, pattern in _COLUMNS
        if (match := pattern.search(compact))
    ]
    columns = tuple(column for _, column in sorted(found, key=lambda one: one[0]))
    return columns or (Column(key="current", label="数值", decimals=True),), "代码" in compact


def _name(head: str, match: re.Match[str]) -> str:
    """A column's printed name: the word around the match."""
    word = _WORD_BEFORE.search(head[: match.start()])
    behind = _WORD_BEHIND.match(head[match.end() :])
    return (word[0] if word else "") + match[0] + (behind[0] if behind else "")


def _lines(plain: str, start: int) -> Iterator[_Line]:
    """Indicators with their unit and digits; digits before a full stop number the next line."""
    carried = ""
    for match in _LINE.finditer(plain, start):
        label = carried + "".join(match["label"].split())
        carried = ""
        if len(label) > _LONGEST_LABEL:
            continue
        own = _OWN_NUMBER.search(label)
        following = str(int(own[1]) + 1) if own else "1"
        end = match.end("figures")
        if _NEXT_NUMBER.match(plain, end) and plain[:end].endswith(following):
            end -= len(following)
            carried = following
        yield _Line(label, match["unit"], _pieces(plain, match.start("figures"), end), end)


def _pieces(plain: str, start: int, end: int) -> tuple[Piece, ...]:
    return tuple(
        stripped(plain, start + match.start(), start + match.end())
        for match in _PIECE.finditer(plain[start:end])
    )


def _table(lines: Sequence[_Line], columns: tuple[Column, ...]) -> FormTable:
    rows = tuple(
        Row(key=f"r{number:02}", label=f"{line.label}（{line.unit}）")
        for number, line in enumerate(lines, start=1)
    )
    return FormTable(
        key=KEY,
        name="统计表",
        title="政府信息公开情况统计表",
        section=0,
        layout="list",
        blocks=(Block(columns=columns, rows=rows),),
    )


def _readings(
    row: Row, line: _Line, columns: Sequence[Column], *, has_code: bool
) -> Iterator[Reading]:
    choice = _choice(line.figures[1:] if has_code else line.figures, len(columns))
    for place, column in enumerate(columns):
        cell = cell_id(KEY, row.key, column.key)
        reading = reading_of(cell, choice, place, "")
        yield reading.model_copy(update={"unit": reading.unit or line.unit})


def _choice(figures: tuple[Piece, ...], count: int) -> Choice:
    """The figures as columns; digits that stand together may be parted in several ways."""
    if len(figures) == count and not any(piece.is_run for piece in figures):
        return Choice(figures)
    ways: list[Way] = [*split_runs(figures, count)]
    if not ways:
        return Choice((None,) * count, method=Method.NOTHING)
    if len(ways) == 1 and not any(piece and piece.value for piece in ways[0][:-1]):
        return Choice(ways[0])
    ways.sort(key=_unlikeliness)
    return Choice(ways[0], tuple(ways[1:]), Method.SPLIT)


def _unlikeliness(way: Way) -> tuple[bool, int]:
    """A year's figure is at most the total of years; both are about as long."""
    first, last = way[0], way[-1]
    if first is None or last is None:
        return True, 0
    return first.value > last.value, abs(len(first.text) - len(last.text))
