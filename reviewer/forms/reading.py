"""Reads a document against the forms: the one way from Document to Report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from reviewer.base import CellId
from reviewer.document.model import Document, Table
from reviewer.forms.catalog import form_due
from reviewer.forms.doubts.all_readings import AllReadings
from reviewer.forms.doubts.readings import doubted
from reviewer.forms.doubts.weighing import weighed
from reviewer.forms.folding import fold
from reviewer.forms.identity.identity import identify
from reviewer.forms.identity.otheryear import of_own_year
from reviewer.forms.identity.recognise import recognise
from reviewer.forms.identity.sections import find_sections
from reviewer.forms.locating.anchors import Page
from reviewer.forms.model import Form, FormTable
from reviewer.forms.placing import placed
from reviewer.forms.printed import printed_labels
from reviewer.forms.problems import problems_of
from reviewer.forms.refusing import refuse_other_texts, refuse_several
from reviewer.forms.report import Reading, Report, Section
from reviewer.forms.tables.disputes import read_disputes
from reviewer.forms.tables.doubled import doubted_if_read_twice
from reviewer.forms.tables.figures_among import read_figures_among
from reviewer.forms.tables.figures_last import read_figures_last
from reviewer.forms.tables.named_cells import read_crossing, read_pairs
from reviewer.forms.tables.rereading import reread
from reviewer.forms.tables.statistics import Statistics, read_statistics
from reviewer.forms.tables.tables import TableReading, read_rows

_ALIKE = 80
"""Per cent by which a title is taken for one that the form prescribes."""
_HEADS = (
    "本列数据的勾稽关系",
    "申请人情况",
    "一本年新收政府信息公开申请",
    "结果维持结果纠正",
    "未经复议直接起诉",
)


def read_report(document: Document) -> Report:
    """Read a document.

    Raises:
        NotAReportError: It holds no annual report.
        SeveralReportsError: It holds more than one.
        EncodingError: It holds gibberish.
    """
    identity = identify(document.text)
    headings = find_sections(document.text)
    text = of_own_year(document.text, identity.year, headings)
    page = Page(text)
    statistics = read_statistics(document.text)
    recognised = recognise(page, headings, identity, has_list=statistics is not None)
    form = used = recognised.form
    tables = _all_tables(page, used, headings, document)
    if statistics is not None and not used.tables:
        form = _with_list(used, statistics)
        tables |= {statistics.table.key: _of_list(statistics)}
    spans = [table.span for table in tables.values() if table.span is not None]
    sections = find_sections(document.text, spans)
    refuse_other_texts(document, identity, sections, has_tables=bool(spans))
    refuse_several(document.text)
    due = form_due(identity.year) if identity.year else None
    labels = printed_labels(page, used, tables, headings)
    readings = placed(_in_order(form, tables), document)
    return Report(
        document=document,
        title=identity.title,
        body=identity.body,
        body_sure=identity.body_sure,
        year=identity.year,
        school_year=identity.school_year,
        form=form,
        form_due=due.id if due else None,
        confidence=recognised.confidence,
        evidence=(recognised.evidence, *identity.evidence),
        readings=weighed(AllReadings(form, readings, document, text, labels)),
        sections=sections,
        problems=tuple(problems_of(document.text, identity, used, due, tables, sections)),
        labels=labels,
    )


def _all_tables(
    page: Page, form: Form, headings: Sequence[Section], document: Document
) -> dict[str, TableReading]:
    """The form's tables as they are read, with what is doubted of them together."""
    tables = _doubted_together(dict(_tables(page, form, headings)))
    if any(isinstance(block, Table) for block in document.blocks):
        return tables
    return doubted_if_read_twice(page, form, tables)


def _with_list(form: Form, statistics: Statistics) -> Form:
    """The form with the list of indicators that this report prints."""
    return form.model_copy(update={"tables": (*form.tables, statistics.table)})


def _of_list(statistics: Statistics) -> TableReading:
    """The list of indicators as a table that was read."""
    by_cell = {reading.cell: reading for reading in statistics.readings}
    return TableReading(by_cell, found=True, span=statistics.span)


def _tables(
    page: Page, form: Form, headings: Sequence[Section]
) -> Iterator[tuple[str, TableReading]]:
    ends = sorted(section.span.start for section in headings)
    borders = sorted({*ends, *_beginnings(page)})
    behind = 0
    for table in form.tables:
        start = max(behind, _section_start(form, headings, table))
        end = next((end for end in ends if end > start), len(page.text))
        read = read_pairs(page.text, table, start, end)
        if read is None:
            read = _by_labels(page, form, table, headings, (ends, borders), behind)
            read = read_crossing(page.text, table, start, end, read)
            read = reread(page.text, form.id, table, start, end, read)
            read = read_figures_last(page.text, form.id, table, start, end, read)
            read = read_figures_among(page.text, form.id, table, start, read)
        if read.span is not None:
            behind = max(behind, read.end)
        yield table.key, read


def _by_labels(
    page: Page,
    form: Form,
    table: FormTable,
    headings: Sequence[Section],
    borders: tuple[Sequence[int], Sequence[int]],
    behind: int,
) -> TableReading:
    """The table as its labels part it; ``borders``: where sections begin, and heads of tables."""
    if table.layout != "single_row":
        return read_rows(page, form, table, borders[1], behind)
    section = _section_start(form, headings, table)
    read = read_disputes(page, form, table, max(section, behind), borders[0])
    # Sheets of a workbook, boxes and floating tables come in any order.
    return read if read.found or not behind else read_disputes(page, form, table, 0, borders[1])


def _beginnings(page: Page) -> Iterator[int]:
    """Where the heads of tables three and four begin, should their sections' titles be missing."""
    for wording in _HEADS:
        for place in page.occurrences(wording, 0, len(page.folded.text)):
            start = page.folded.start(place)
            yield len(page.text[:start].rstrip("（( \u3000"))


def _doubted_together(tables: dict[str, TableReading]) -> dict[str, TableReading]:
    """Where one table's figures do not stand behind their labels, no table's may be relied on."""
    doubt = next((table.doubt for table in tables.values() if table.doubt), "")
    if not doubt:
        return tables
    return {
        key: replace(table, readings=doubted(table.readings, table.readings, doubt))
        for key, table in tables.items()
    }


def _section_start(form: Form, headings: Sequence[Section], table: FormTable) -> int:
    """Where a table's section begins; a number that another section bears by mistake is none."""
    return next(
        (
            one.span.start
            for one in headings
            if one.number == table.section and not _is_misnumbered(form, one)
        ),
        0,
    )


def _is_misnumbered(form: Form, heading: Section) -> bool:
    """Whether a heading is, in the form's words, that of a section of another number."""
    title = fold(heading.title)
    likeness = {section.number: fuzz.ratio(title, fold(section.title)) for section in form.sections}
    best = max(likeness, key=likeness.__getitem__, default=heading.number)
    return best != heading.number and likeness[best] >= _ALIKE


def _in_order(form: Form, tables: dict[str, TableReading]) -> tuple[Reading, ...]:
    by_cell: dict[CellId, Reading] = {}
    for table in tables.values():
        by_cell.update(table.readings)
    return tuple(by_cell[cell] for cell in form.figures)
