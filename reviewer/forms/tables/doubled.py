"""Tables that a plain text holds twice with different figures: nobody can tell which counts.

A file that knows its tables shows copies itself (``doubts/copies.py``); in plain text (a page's
copies for desk and telephone, a draft before the final report) the labels stand twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace

from reviewer.forms.doubts.copies import DIFFERS, MOST
from reviewer.forms.folding import fold
from reviewer.forms.identity.sections import find_sections
from reviewer.forms.labels import split_enumerator
from reviewer.forms.locating.anchors import Page
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Section
from reviewer.forms.tables.disputes import read_disputes
from reviewer.forms.tables.tables import TableReading, read_rows

_TELLING = 4
"""A label of this many characters is hardly met outside of its table."""


_OF_SENTENCES = ("。", "件，", "件；")
"""Between figures of a table none of these stands."""


def doubted_if_read_twice(
    page: Page, form: Form, tables: Mapping[str, TableReading]
) -> dict[str, TableReading]:
    """Tables of a plain text, doubted where another copy in the text has other figures."""
    doubted: dict[str, TableReading] = {}
    for key, read in tables.items():
        table = form.table(key)
        copy = _copy_of(page, form, table, read) if table is not None else None
        doubted[key] = read if copy is None else _compared(read, copy)
    return doubted


def _copy_of(page: Page, form: Form, table: FormTable, read: TableReading) -> TableReading | None:
    """What stands in another copy of a table, if the text has one."""
    if read.span is None or table.layout == "list":
        return None
    for start, end in ((read.end, len(page.text)), (0, read.span[0])):
        if not _has_labels(page, start, end, table):
            continue
        other = Page(_own_section(page.text[start:end], form, table))
        borders = [section.span.start for section in _sections(other.text, form)]
        if table.layout == "single_row":
            copy = read_disputes(other, form, table, 0, borders)
        else:
            copy = read_rows(other, form, table, borders)
        if copy.found and not _is_told(other.text, copy):
            return copy
    return None


def _sections(text: str, form: Form) -> list[Section]:
    """The sections that the form names: rows such as 2.重复申请 begin none in a piece of text."""
    named = {title.number: fold(title.title) for title in form.sections}
    return [one for one in find_sections(text) if fold(one.title) == named.get(one.number)]


def _own_section(text: str, form: Form, table: FormTable) -> str:
    """What of a text stands from the heading of a table's section on: tables before it mislead."""
    starts = [one.span.start for one in _sections(text, form) if one.number == table.section]
    return text[starts[0] :] if starts else text


def _is_told(text: str, copy: TableReading) -> bool:
    """Whether sentences state what was read, as 其中结果维持12件，结果纠正3件。 does."""
    spans = [one.place.span for one in copy.readings.values() if one.place is not None]
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    return any(sign in text[start:end] for sign in _OF_SENTENCES)


def _has_labels(page: Page, start: int, end: int, table: FormTable) -> bool:
    """Whether most of a table's telling labels stand between two places."""
    printed = [row.label for row in table.rows] + [column.label for column in table.columns]
    labels = {fold(split_enumerator(label)[1]) for label in printed}
    telling = {label for label in labels if len(label) >= _TELLING}
    low, high = (bisect_left(page.folded.origin, place) for place in (start, end))
    found = sum(page.folded.text.find(label, low, high) >= 0 for label in telling)
    return found > MOST * len(telling)


def _compared(read: TableReading, copy: TableReading) -> TableReading:
    """A table with doubts where its copy has another figure."""
    differing = {
        cell: other.printed
        for cell, one in read.readings.items()
        if (other := copy.readings.get(cell)) is not None
        and other.printed is not None
        and one.printed is not None
        and (other.kind, other.number) != (one.kind, one.number)
    }
    readings = {
        cell: one.doubted(DIFFERS).model_copy(update={"candidates": (differing[cell],)})
        if cell in differing
        else one
        for cell, one in read.readings.items()
    }
    return replace(read, readings=readings)
