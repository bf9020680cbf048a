"""Lists of indicators (reports up to 2018): the sums and bounds that the list itself states.

Indicators behind 其中 or a number are parts of the one above them. Only where the last part is
其他 do the parts have to make up the whole; elsewhere a part is merely not larger than it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.base import CellId, Number, cell_id
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.writing import number_text
from reviewer.forms.model import Column, FormTable, Row
from reviewer.forms.report import Report

_INNER = re.compile(r"^(?:其中[:：]?)?(?:[（(]\d{1,2}[)）]|[①-⑳])")
_OUTER = re.compile(r"^(?:其中|\d{1,2}[.、．])")
_HEADING = re.compile(r"[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]、")
_UNIT = re.compile(r"（[^（）]*）$")
_REST = re.compile(r"其[他它]")


def _parts(inspection: Inspection) -> Iterator[Hit]:
    """Parts that do not make up their whole, or are larger than it."""
    report = inspection.report
    for table, column in _columns(report):
        for whole, parts in _wholes(table):
            if _is_headed(report, _cell(table, whole, column), _cell(table, parts[0], column)):
                continue
            number = _figure(report, table, whole, column)
            numbers = [_figure(report, table, part, column) for part in parts]
            known = [each for each in numbers if each is not None]
            if number is None or len(known) < len(numbers):
                continue
            total = sum(known)
            exhaustive = bool(_REST.search(parts[-1].label))
            if max(known) > number or (exhaustive and total != number):
                yield _hit(table, column, whole, parts, (number, *known))


def _is_headed(report: Report, whole: CellId, part: CellId) -> bool:
    """Whether a heading without a figure stands between an indicator and what follows it."""
    places = [report.by_cell[cell].place for cell in (whole, part)]
    if places[0] is None or places[1] is None:
        return False
    between = report.document.text[places[0].span.end : places[1].span.start]
    return bool(_HEADING.search(between))


def _hit(
    table: FormTable,
    column: Column,
    whole: Row,
    parts: list[Row],
    numbers: tuple[Number, ...],
) -> Hit:
    number, *known = numbers
    added = "＋".join(number_text(each) for each in known if each) or "0"
    total = number_text(sum(known))
    return Hit(
        place=f"{table.name} {_name(whole)}",
        fields={
            "name": _name(whole),
            "column": column.label,
            "whole": number_text(number),
            "parts": added if added == total else f"{added}＝{total}",
        },
        cells=tuple(_cell(table, row, column) for row in (whole, *parts)),
        expected=total,
        found=number_text(number),
    )


def _cumulative(inspection: Inspection) -> Iterator[Hit]:
    """A year's figure that is larger than the total of all years."""
    report = inspection.report
    for table in _lists(report):
        columns = {column.key: column for column in table.blocks[0].columns}
        if not columns.keys() >= {"current", "cumulative"}:
            continue
        current, cumulative = columns["current"], columns["cumulative"]
        for row in table.blocks[0].rows:
            now = _figure(report, table, row, current)
            ever = _figure(report, table, row, cumulative)
            if now is not None and ever is not None and now > ever:
                yield Hit(
                    place=f"{table.name} {_name(row)}",
                    fields={"name": _name(row), "now": number_text(now), "ever": number_text(ever)},
                    cells=(_cell(table, row, current), _cell(table, row, cumulative)),
                    expected=f"≤{number_text(ever)}",
                    found=number_text(now),
                )


def _wholes(table: FormTable) -> Iterator[tuple[Row, list[Row]]]:
    """Indicators that have parts, with those."""
    parts: dict[str, list[Row]] = {}
    rows = {row.key: row for row in table.blocks[0].rows}
    above: list[Row | None] = [None, None, None]
    for row in rows.values():
        depth = 2 if _INNER.match(row.label) else 1 if _OUTER.match(row.label) else 0
        above[depth:] = [row, *[None] * (2 - depth)]
        whole = above[depth - 1] if depth else None
        if whole is not None:
            parts.setdefault(whole.key, []).append(row)
    return ((rows[key], members) for key, members in parts.items())


def _lists(report: Report) -> Iterator[FormTable]:
    return (table for table in report.form.tables if table.layout == "list")


def _columns(report: Report) -> Iterator[tuple[FormTable, Column]]:
    return ((table, column) for table in _lists(report) for column in table.blocks[0].columns)


def _figure(report: Report, table: FormTable, row: Row, column: Column) -> Number | None:
    return report.by_cell[_cell(table, row, column)].number


def _cell(table: FormTable, row: Row, column: Column) -> CellId:
    return cell_id(table.key, row.key, column.key)


def _name(row: Row) -> str:
    return _UNIT.sub("", row.label)


def _in_parts(report: Report) -> Iterator[CellId]:
    for table, column in _columns(report):
        for whole, parts in _wholes(table):
            yield from (_cell(table, row, column) for row in (whole, *parts))


PARTS = Check(_parts, frozenset({"name", "column", "whole", "parts"}), watches=_in_parts)
CUMULATIVE = Check(_cumulative, frozenset({"name", "now", "ever"}))
