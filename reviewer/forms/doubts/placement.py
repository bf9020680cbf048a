"""Doubts about rows and tables from how they stand in the text: labels, heads, lines.

A doubt is for evidence that is thin. A sum that fails in a row that is parted for certain is no
evidence: it is what the report says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from reviewer.base import CellId, cell_parts
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.aligning.arithmetic import column_equations, comes_to_nothing
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import PIPES, Separator, Zone, is_form_text
from reviewer.forms.doubts.readings import is_odd
from reviewer.forms.figures.numbers import MARKS, parse_figure
from reviewer.forms.locating.heads import Head
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading

_NEXT = 2
"""Figures this near to each other are parted by a blank or a line end only."""

FURTHER_FIGURES = "这一行后面还有未归入表格的数字"
ODD_CELL = "这一行中有不像数字的内容，请核对各格的位置"
BLANK_AND_UNEVEN = "这一行有空白格且合计不平，请核对各格的位置"
UNPARTED_AND_UNEVEN = "这一行合计不平，原文又没有分隔符，请核对各格读数"
_BARE = "多数行标题后面没有数字，请核对各行"
BEFORE = "数字似乎印在行标题之前，请核对各行"
LAID_OTHERWISE = "这张表不按格式排列，合计又不平，请核对各格"
SHORT = "原文没有分隔符，各行又少一列，请核对各格的位置"
_SEPARATOR = re.compile(f"[\\t{PIPES},]")
_WORD = re.compile(rf"[^\s{PIPES}]+")
_PAGE_NUMBER = re.compile(r"[1-9]\d{0,2}")
_PAGE_END = re.compile(r"\f|年[^\n。]{0,12}信息公开[^\n。]{0,6}报告[ \u3000]*(?:\n|$)")
_HEAD_BEGINS = re.compile(r"信\s*息\s*内\s*容")
_MARK_BEHIND = re.compile(
    rf"/\d|年|[%％*＊※†‡¹²³⁰-⁹)）\]］]|[ \u3000]?[{MARKS}](?!\s*[.．、]?\s*[\u4e00-\u9fff])"
    r"|[（(\[](?![一二三四五六七八九十\d]+[）)])|[A-Za-zＡ-Ｚａ-ｚΑ-ωА-я〇○●]"
)
_SIGN_APART = re.compile(
    r"[-+−－–＋][ \u00a0\u3000]+$"
    r"|(?:[—―﹣]|(?<![/／])[增増减減加少])[ \u00a0\u3000\u200b-\u200f\ufeff]*$"
    r"|[<>＜＞≤≥≈~～约近超][ \u00a0\u3000]*$|[A-Za-zＡ-Ｚａ-ｚΑ-ωА-я〇○●]$"
)
"""A sign, or a letter that was meant for a digit, before a figure."""

_OPENING, _CLOSING = frozenset("[［【{"), frozenset("]］】}")
"""Brackets that a figure breaks off in, if only the first of them stands beside it."""

_SUM_LINE = re.compile(r"\n[^\n\d]*(?:小\s?计|合\s?计|申请人情况|法人或其他组织)")
"""A row that the form does not have, or a head: the figures behind are another row's."""

_SENTENCE_GOES_ON = re.compile(r"(?:万?元|[件宗条起项个次份])?[，、；。]")
"""What follows a figure in a sentence; cells end otherwise."""
_PARTING, _BEHIND = "\t|", "\t|\n"
"""Right before a figure, and behind it, they part it from any sign; most figures stand so."""

_NEAR = 5
"""Characters before a figure in which its sign may stand."""

_FEW_BARS = 8
"""Fewer bars part no cells: one right before a figure may be its first digit."""

_NUMBERS = "一二三四五六七八（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑴⑵⑶⑷⑸⑹⑺⑻⒈⒉⒊⒋⒌⒍⒎⒏"

_ALIKE = 0.8
"""A label less like the form's wording may be another row's."""

_MOST = 0.5
_NEARLY_ALL = 0.8

_SHORT = 3
"""A label this short may be a column's name too: 总计, 其他."""


class Chosen(NamedTuple):
    """A row's printed columns and what it is read as."""

    columns: tuple[str, ...]
    choice: Choice


class PlacedRow(NamedTuple):
    """A row as it stands in the text.

    Attributes:
        row: Its label.
        columns: Keys of the columns that its table prints.
        choice: What it is read as.
        zone: The cells behind its label.
        head: The head above it, unless the columns were found by their heads' places.
    """

    row: TableRow
    columns: tuple[str, ...]
    choice: Choice
    zone: Zone
    head: Head | None


def row_doubt(text: str, placed: PlacedRow, separator: Separator, words: str) -> str:
    """Why a whole row is in doubt; empty if it is not.

    Args:
        text: The whole text.
        placed: The row.
        separator: What parts the table's cells.
        words: The form's vocabulary.
    """
    row, _, choice, zone, head = placed
    if row.anchor.similarity < _ALIKE:
        return "行标题与格式用语不一致，请核对是否为这一行"
    texts = [piece for piece in choice.way if piece is not None and len(piece.text) > 1]
    if any(is_form_text(piece, words) for piece in texts):
        return "这一行的单元格里有格式用语，请核对各格的位置"
    if zone.foreign or (not row.block.caption and _has_sum_between(text, row, choice)):
        return "数字与行标题之间似乎有另一行，请核对是否为这一行"
    if row.block.caption and _is_in_a_sentence(text, choice):
        return "数字似乎出自正文的句子，请核对是否为表格里的数"
    if head is None:
        return ""
    doubt = _head_doubt(placed, separator, head)
    return doubt or (_cells_doubt(placed, separator) if choice.method is Method.EXACT else "")


def _is_in_a_sentence(text: str, choice: Choice) -> bool:
    """Whether the last figure is followed as in a sentence: 行政处罚处理决定11宗、行政强制2宗."""
    ends = [piece.end for piece in choice.way if piece is not None and piece.text]
    return bool(ends) and bool(_SENTENCE_GOES_ON.match(text, ends[-1]))


def _has_sum_between(text: str, row: TableRow, choice: Choice) -> bool:
    """Whether a label that the form does not have, or a head, stands before a row's figures."""
    first = next((piece.end for piece in choice.way if piece is not None and piece.text), 0)
    return bool(_SUM_LINE.search(text, row.start, first))


def _head_doubt(placed: PlacedRow, separator: Separator, head: Head) -> str:
    """What the head above a row says against its columns."""
    row, columns, choice, zone, _ = placed
    if head.reordered and not (head.parted and head.complete):
        return "表头各列的次序与格式不同，请核对各列"
    if head.other_form:
        return f"表头是另一年度格式的“{head.other_form}”，请核对各列"
    unguarded = bool(row.block.caption)
    filled = choice.method is Method.EXACT and len(zone.cells) == len(columns)
    blank = any(piece is None or not piece.text for piece in choice.way)
    known = filled and separator is not Separator.NONE
    open_way = blank or not (known if unguarded else choice.balanced)
    if head.foreign and (open_way or (unguarded and head.shifted)):
        return f"表头有格式以外的“{head.foreign}”，请核对各列"
    grouped = {column.key for column in row.block.columns if column.group}
    lacking = (
        (unguarded or not grouped.issubset(columns)) and bool(head.order) and not head.complete
    )
    return "表头缺少格式规定的列，请核对各列" if lacking and blank else ""


def _cells_doubt(placed: PlacedRow, separator: Separator) -> str:
    """What a row's cells, as many as they should be, say against their places."""
    row, columns, choice, zone, _ = placed
    unguarded = bool(row.block.caption)
    if zone.rest and (len(zone.rest) < len(columns) or (unguarded and _goes_on(zone))):
        return FURTHER_FIGURES
    words = [piece is not None and piece.said.kind is Kind.TEXT for piece in choice.way]
    if zone.gaps and (any(map(is_odd, filter(None, choice.way))) or any(map(all, pairwise(words)))):
        return ODD_CELL  # A sentence of several lines looks like several cells of words.
    if choice.balanced:
        if unguarded and _unlike_gaps(zone):
            return "这一行各格的间隔不一，请核对各格的位置"
        short = separator is Separator.NONE and len(row.block.columns) > len(columns)
        return SHORT if short else ""
    if separator is Separator.NONE:
        return UNPARTED_AND_UNEVEN
    return BLANK_AND_UNEVEN if _has_blank(choice) else ""


def _goes_on(zone: Zone) -> bool:
    """Whether the figures behind a row may be its own: no other label stands before them."""
    last = zone.cells[-1].end if zone.cells else zone.start
    return bool(zone.gaps) or zone.rest[0].start - last <= _NEXT


def _has_blank(choice: Choice) -> bool:
    return any(piece is None or not piece.text for piece in choice.way)


def _unlike_gaps(zone: Zone) -> bool:
    """Whether cells on lines of their own stand farther from each other here than there."""
    return zone.ragged or len(set(zone.gaps[1:-1])) > 1


def confirmed_rows(table: FormTable, choices: Mapping[str, Chosen]) -> frozenset[str]:
    """Rows whose figures stand in columns that come out right, so that no cell is shifted."""
    columns = {columns for columns, _ in choices.values()}
    equations = column_equations(table)
    if len(columns) != 1 or not equations:
        return frozenset()
    values = {
        key: [piece.value if piece else 0.0 for piece in choice.way]
        for key, (_, choice) in choices.items()
    }
    (printed,) = columns
    broken: dict[str, set[int]] = {key: set() for key in values}
    for equation in equations:
        if not all(key in values for key, _ in equation):
            return frozenset()
        for place in range(len(printed)):
            if not comes_to_nothing(sign * values[key][place] for key, sign in equation):
                for key, _ in equation:
                    broken[key].add(place)
    if not any(any(row) for row in values.values()):
        return frozenset()
    return frozenset(
        key
        for key, row in values.items()
        if not any(value and place in broken[key] for place, value in enumerate(row))
        and (choices[key].choice.balanced or not broken[key])
    )


def doubted_by_placement(
    text: str,
    rows: Sequence[TableRow],
    choices: Mapping[str, Chosen],
    readings: dict[CellId, Reading],
) -> dict[CellId, Reading]:
    """Readings with the doubts about cells and rows that stand unlike the others."""
    apart = set(_apart(text, rows, choices))
    cells = [cell for cell, one in readings.items() if _start(one) in apart]
    readings = doubted(readings, cells, "这个数字单独成行，可能是页码，请核对")
    before_page = {row.key for row in _before_page_ends(text, rows, choices)}
    cells = [cell for cell in readings if cell_parts(cell)[1] in before_page]
    readings = doubted(readings, cells, "这一行后面换页，末尾的数字可能是页码，请核对各格")
    strays = {row.key for row in _strays(text, rows)}
    cells = [cell for cell in readings if cell_parts(cell)[1] in strays]
    readings = doubted(readings, cells, "行标题没有序号，请核对是否为这一行")
    return doubted_if_marked(text, readings)


def doubted_if_marked(text: str, readings: dict[CellId, Reading]) -> dict[CellId, Reading]:
    """Readings with a doubt where a sign stands beside a figure, or a remark right behind it."""
    marked = [cell for cell, one in readings.items() if _is_marked(text, one)]
    if text.count("|") < _FEW_BARS:
        begins = ((cell, _start(one)) for cell, one in readings.items())
        marked += [cell for cell, at in begins if at > 0 and text[at - 1] == "|"]
    ends = {one.place.span.end for one in readings.values() if one.place and one.printed}
    signed = [cell for cell, one in readings.items() if _has_sign_apart(text, one, ends)]
    return doubted(readings, [*marked, *signed], "数字旁有其他符号或说明，请核对")


def _has_sign_apart(text: str, reading: Reading, ends: Set[int]) -> bool:
    """Whether a sign that is no cell of its own stands before a figure, blanks between them."""
    if not reading.sure or not reading.printed or reading.place is None:
        return False
    start = reading.place.span.start
    if text[start - 1 : start] in _PARTING:
        return False
    match = _SIGN_APART.search(text, max(0, start - _NEAR), start)
    return match is not None and match.start() + 1 not in ends


def _strays(text: str, rows: Sequence[TableRow]) -> list[TableRow]:
    """Rows of a short label without its number where others have theirs: a column's 总计."""
    bare = [row for row in rows if text[row.anchor.start] not in _NUMBERS]
    if len(bare) > _MOST * len(rows):
        return []
    return [row for row in bare if row.anchor.end - row.anchor.start <= _SHORT]


def doubted(
    readings: Mapping[CellId, Reading], cells: Iterable[CellId], doubt: str
) -> dict[CellId, Reading]:
    """Readings of which some are doubted; a doubt that one has already stays."""
    return dict(readings) | {cell: readings[cell].doubted(doubt) for cell in cells}


def _is_marked(text: str, reading: Reading) -> bool:
    """Whether a sign or a remark stands right behind a figure, or an open bracket before it."""
    if not reading.sure or not reading.printed or reading.place is None:
        return False
    start, end = reading.place.span.start, reading.place.span.end
    if text[start - 1 : start] in _OPENING and text[end : end + 1] not in _CLOSING:
        return True
    return text[end : end + 1] not in _BEHIND and bool(_MARK_BEHIND.match(text, end))


def _start(reading: Reading) -> int:
    return reading.place.span.start if reading.place else -1


def table_doubt(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> str:
    """Why no row can be relied on: the figures do not stand behind their labels."""
    if _stand_before(text, rows, choices) or _stand_left(text, rows, choices):
        return BEFORE
    if _stand_across(text, rows):
        return "行标题似乎横排在一行，请核对各格"
    guarded = not rows[0].block.caption
    bare = [row for row in rows if all(piece is None for piece in choices[row.key].choice.way)]
    if guarded and len(bare) < len(rows) and len(bare) > _MOST * len(rows):
        return _BARE
    return ""


def _stand_before(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> bool:
    """Whether figures stand above the first label and none behind the last."""
    above = text[: rows[0].anchor.start].rstrip().rsplit("\n", 1)[-1]
    words = _WORD.findall(above)
    return bool(words) and _values_in(words) == len(words) and is_empty(choices[rows[-1].key])


def _values_in(words: Sequence[str]) -> int:
    """How many words are figures or nil marks."""
    return sum(parse_figure(word).kind in {Kind.NUMBER, Kind.NIL} for word in words)


def _stand_left(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> bool:
    """Whether most rows' cells stand left of the label in its line, and none right of it."""
    left = wide = 0
    for row in rows:
        wanted = len(choices[row.key].columns)
        start, end = text.rfind("\n", 0, row.anchor.start) + 1, text.find("\n", row.start)
        before = text[start : row.anchor.start]
        behind = text[row.start : end if end >= 0 else len(text)]
        few = len(_SEPARATOR.findall(behind)) < max(wanted, 2)
        if not few or any(map(str.isdecimal, behind)):
            continue
        cells = wanted > 1 and len(_SEPARATOR.findall(before)) >= wanted
        figures = _values_in(_WORD.findall(before)) >= max(1, wanted - 1)
        left += cells or figures
        wide += cells or (figures and wanted > 1)
    return wide > 0 and left > _MOST * len(rows)


def _stand_across(text: str, rows: Sequence[TableRow]) -> bool:
    """Whether most labels stand beside each other in a line, without figures between."""
    between = [text[row.start : then.anchor.start] for row, then in pairwise(rows)]
    beside = sum("\n" not in one and not any(map(str.isdecimal, one)) for one in between)
    return beside > max(1, _MOST * len(between))


def _apart(text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]) -> list[int]:
    """Places of last figures of rows that stand on a line of their own, as most do not."""
    lasts = []
    for row in rows:
        pieces = [
            piece for piece in choices[row.key].choice.way if piece is not None and piece.text
        ]
        if pieces:
            lasts.append(pieces[-1])
    alone = [piece for piece in lasts if _is_alone(text, piece.start, piece.end)]
    if len(alone) > (1 - _NEARLY_ALL) * len(lasts) + 1:
        return []
    return [piece.start for piece in alone if _PAGE_NUMBER.fullmatch(piece.text)]


def _before_page_ends(
    text: str, rows: Sequence[TableRow], choices: Mapping[str, Chosen]
) -> Iterator[TableRow]:
    """Rows of table two whose last figure stands alone where a page ends, as its number would.

    A page ends where the report's title, or a head that was printed already, stands behind.
    """
    for row, then in zip(rows, [*rows[1:], None], strict=True):
        last = choices[row.key].choice.way[-1]
        if not row.block.caption or last is None or not _PAGE_NUMBER.fullmatch(last.text):
            continue
        behind = text[last.end : then.anchor.start if then else row.end]
        heads = bool(then and then.block is not row.block)
        ends = _PAGE_END.search(behind) or len(_HEAD_BEGINS.findall(behind)) > heads
        if ends and _is_alone(text, last.start, last.end):
            yield row


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else, a tab or bar neither, stands in the line of a stretch."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    return not (text[begin:start] + text[end:stop]).strip(" \u3000\f")


def is_empty(chosen: Chosen) -> bool:
    """Whether a row was read as blank cells only."""
    return not any(piece is not None and piece.text for piece in chosen.choice.way)
