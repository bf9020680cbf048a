"""Reads a document against the forms: the one way from Document to Report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from reviewer.base import CellId
from reviewer.document.encodings import is_garbled
from reviewer.document.model import Document, Span, Table
from reviewer.errors import EncodingError, NotAReportError, SeveralReportsError
from reviewer.forms.catalog import form_due
from reviewer.forms.doubts.confirming import confirmed
from reviewer.forms.doubts.doubts import doubted_if_blanks_vanish, doubted_if_torn
from reviewer.forms.doubts.recognised import doubted_if_recognised
from reviewer.forms.doubts.scattered import doubted_if_scattered
from reviewer.forms.doubts.shared import doubted_if_shared
from reviewer.forms.doubts.slid import doubted_if_slid
from reviewer.forms.doubts.standing import doubted
from reviewer.forms.doubts.unclaimed import doubted_if_unclaimed
from reviewer.forms.doubts.uneven import doubted_if_uneven
from reviewer.forms.doubts.wrapped import doubted_if_wrapped
from reviewer.forms.folding import PINYIN, fold, simplified_in_place
from reviewer.forms.identity.identity import Identity, identify
from reviewer.forms.identity.otheryear import of_own_year
from reviewer.forms.identity.recognise import Recognised, recognise
from reviewer.forms.identity.sections import find_sections, is_known
from reviewer.forms.identity.titles import titles
from reviewer.forms.locating.anchors import Page
from reviewer.forms.model import Form, FormTable
from reviewer.forms.placing import placed
from reviewer.forms.printed import printed_labels
from reviewer.forms.report import Problem, Reading, Report, Section
from reviewer.forms.tables.again import read_again
from reviewer.forms.tables.bynames import read_crossing, read_told
from reviewer.forms.tables.disputes import read_disputes
from reviewer.forms.tables.doubled import doubted_if_doubled, doubted_if_read_twice
from reviewer.forms.tables.statistics import Statistics, read_statistics
from reviewer.forms.tables.tables import TableReading, read_rows

_ABOUT = re.compile(r"信息公开|政务公开|政府信息")
_PICTURES = (
    re.compile(r"[^\s|]{0,30}\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?)", re.IGNORECASE),
    re.compile(r"〔图片[^〕\n]{0,60}〕"),
)
_LEAST_SECTIONS = 2
_ALIKE = 80
"""Per cent by which a title is taken for one that the form prescribes."""
_ARTICLE = re.compile(r"(?m)^[ \t]*第[一二三四五六七八九十百]+条[ \t\u00a0]")
_LEAST_ARTICLES = 5
_NOTICE = re.compile(r"(?m)^(?!.*报告$).*的(?:通知|函|意见|批复)[ \t]*$")
_HEADING = 400
_BEGINNING = 1000
_INTRODUCED = re.compile(
    r"[(（]一[)）][^，。\n]{0,8}主动公开|依申请公开|信息公开申请|本(?:年度)?(?:工作)?(?:报告|年报)|(?:编制|报告)[^。\n]{0,24}(?:本|年度)[^。\n]{0,12}(?:报告|年报|情况)"
)
"""How a report begins, should its title stand elsewhere on the page."""

_SENTENCE_ENDS = re.compile(r"[。；;\n]")
_LEAST_SENTENCES = 3
_LONGEST_TOLD = 100_000
_GARBLED = "文件里的文字是乱码，读不出报告。"
_OTHER_ENCODING = "请换一种编码重新读取；换哪种都不行的，文件存盘时已成乱码，请向报送单位重新索取。"
_ASK_AGAIN = "请向报送单位重新索取，或复制正文后粘贴打开。"
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
    """
    identity = identify(document.text)
    headings = find_sections(document.text)
    text = of_own_year(document.text, identity.year, headings)
    page = Page(text)
    statistics = read_statistics(document.text)
    recognised = recognise(page, headings, identity.year, has_list=statistics is not None)
    if recognised.form.tables:
        statistics = None
    tables = _doubted_together(dict(_tables(page, recognised.form, headings)))
    if not any(isinstance(block, Table) for block in document.blocks):
        tables = doubted_if_read_twice(page, recognised.form, tables)
    form = _with_list(recognised.form, statistics)
    if statistics is not None:
        by_cell = {reading.cell: reading for reading in statistics.readings}
        tables[statistics.table.key] = TableReading(by_cell, found=True, span=statistics.span)
    found = [table for table in tables.values() if table.span]
    sections = find_sections(
        document.text, [table.span for table in found if table.span is not None]
    )
    _refuse_other_texts(document, identity, sections, found)
    _refuse_several(document.text)
    due = form_due(identity.year) if identity.year else None
    readings = placed(_in_order(form, tables), document)
    readings = doubted_if_scattered(form, confirmed(form, readings), document)
    readings = doubted_if_unclaimed(form, doubted_if_shared(readings), document, text)
    readings = doubted_if_uneven(form, doubted_if_wrapped(readings, document), document)
    readings = doubted_if_recognised(form, readings, document)
    readings = doubted_if_slid(form, readings)
    readings = doubted_if_doubled(form, readings, document)
    readings = doubted_if_torn(doubted_if_blanks_vanish(readings), document.text)
    return Report(
        document=document,
        title=identity.title,
        body=identity.body,
        year=identity.year,
        form=form,
        form_due=due.id if due else None,
        confidence=recognised.confidence,
        evidence=(recognised.evidence, *identity.evidence),
        readings=readings,
        sections=sections,
        problems=tuple(_problems(document.text, identity, recognised, due, tables, sections)),
        labels=printed_labels(page, recognised.form, tables, headings),
    )


def _with_list(form: Form, statistics: Statistics | None) -> Form:
    """The form with the list of indicators that this report prints."""
    if statistics is None:
        return form
    return form.model_copy(update={"tables": (*form.tables, statistics.table)})


def _tables(
    page: Page, form: Form, headings: Sequence[Section]
) -> Iterator[tuple[str, TableReading]]:
    ends = sorted(section.span.start for section in headings)
    borders = sorted({*ends, *_beginnings(page)})
    behind = 0
    for table in form.tables:
        start = max(behind, _section_start(form, headings, table))
        end = next((end for end in ends if end > start), len(page.text))
        read = read_told(page.text, table, start, end)
        if read is None:
            read = _by_labels(page, form, table, headings, (ends, borders), behind)
            read = read_crossing(page.text, table, start, end, read)
            read = read_again(page.text, table, start, end, read)
        if read.span is not None:
            behind = max(behind, _last_label(read))
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


def _last_label(read: TableReading) -> int:
    """Behind the last figure of a table that was read."""
    places = [reading.place.span.end for reading in read.readings.values() if reading.place]
    return max(places, default=read.span[0] if read.span else 0)


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


def _refuse_other_texts(
    document: Document,
    identity: Identity,
    sections: Sequence[Section],
    found: Sequence[TableReading],
) -> None:
    if found:
        return
    text = document.text
    plain = simplified_in_place(PINYIN.sub("", text))
    norm = len(_ARTICLE.findall(plain)) >= _LEAST_ARTICLES or _NOTICE.search(plain[:_HEADING])
    if norm and not (identity.title and len(sections) >= _LEAST_SECTIONS):
        raise NotAReportError(
            "这份文件像是法规或通知，不是政府信息公开工作年度报告：只提到年度报告，没有报告的章节和表格。",
            "请确认选对了文件。",
        )
    named = titles(plain[:20000])
    if identity.title or any(one.stands_alone for one in named) or (named and sections):
        return
    if named and _is_told(text):
        return
    least = 1 if _INTRODUCED.search(plain[:_BEGINNING]) else _LEAST_SECTIONS
    known = any(is_known(section.title) for section in sections)
    if known and len(sections) >= least and _ABOUT.search(plain):
        return
    if is_garbled(text):
        raise EncodingError(_GARBLED, _OTHER_ENCODING if document.origin.encoding else _ASK_AGAIN)
    raise NotAReportError(
        "这份文件不像政府信息公开工作年度报告：没有找到标题、章节或表格。",
        "请确认选对了文件；如果正文是图片，请先转成文字。",
    )


def _is_told(text: str) -> bool:
    """Whether a text without headings may be a report told in one go."""
    sentences = {one for one in _SENTENCE_ENDS.split(text) if one.strip()}
    return len(text) <= _LONGEST_TOLD and len(sentences) >= _LEAST_SENTENCES


def _refuse_several(text: str) -> None:
    """Two titles, of different bodies or years, each with sections of its own behind it."""
    plain = simplified_in_place(text)
    alone = [title for title in titles(plain) if title.stands_alone and title.year]
    if len(alone) <= 1:
        return
    starts = [title for title in alone if len(find_sections(text[title.start :])) > _LEAST_SECTIONS]
    for first, second in pairwise(starts):
        other = (first.body, first.year) != (second.body, second.year)
        between = text[first.start : second.start]
        if other and len(find_sections(between)) > _LEAST_SECTIONS:
            raise SeveralReportsError(
                f"这份文件里有不止一份报告：“{first.text}”和“{second.text}”。",
                "请把每份报告存成单独的文件后分别打开。",
            )


def _problems(
    text: str,
    identity: Identity,
    recognised: Recognised,
    due: Form | None,
    tables: dict[str, TableReading],
    sections: Sequence[Section],
) -> Iterator[Problem]:
    if identity.year is None:
        yield Problem(code="year.unknown", message="没有找到报告年度，无法确定应当使用的格式。")
    if not identity.body:
        yield Problem(code="body.unknown", message="没有找到报告单位的名称。")
    named = identity.title_year or identity.year
    if named and identity.period and named != identity.period:
        who = "标题" if identity.title_year else "正文所称报告"
        message = f"{who}为 {named} 年，统计期限为 {identity.period} 年，前后不一致。"
        yield Problem(code="year.conflict", message=message)
    if due is not None and due.id != recognised.form.id:
        yield _wrong_form(identity, recognised.form, due)
    for table in recognised.form.tables:
        if not tables[table.key].found:
            yield _missing_table(text, table, sections)
        yield from _rows_twice(table, tables[table.key])


def _rows_twice(table: FormTable, read: TableReading) -> Iterator[Problem]:
    """Rows that stand twice in a table."""
    labels = {row.key: row.label for block in table.blocks for row in block.rows}
    for key, (start, end) in read.twice.items():
        yield Problem(
            code="table.row_twice",
            message=f"{table.name}“{labels[key]}”这一行印了两次。",
            span=Span(start=start, end=end),
        )


def _wrong_form(identity: Identity, used: Form, due: Form) -> Problem:
    message = (
        f"{identity.year} 年度报告应当使用 {due.id} 年格式（{due.basis}），"
        f"本报告使用的是 {used.id} 年格式。"
    )
    tolerated = identity.year == 2019
    return Problem(code="form.tolerated" if tolerated else "form.wrong", message=message)


def _is_headed(inside: str, table: FormTable) -> bool:
    """Whether the heads of most columns are printed in a table's section."""
    folded = fold(inside)
    columns = [column for block in table.blocks for column in block.columns]
    there = sum(fold(column.label) in folded for column in columns)
    return len(columns) > 1 and there * 4 >= len(columns) * 3


def _missing_table(text: str, table: FormTable, sections: Sequence[Section]) -> Problem:
    section = next((one for one in sections if one.number == table.section), None)
    span = section.heading if section else None
    inside = text[section.span.start : section.span.end] if section else ""
    found = (pattern.search(inside) for pattern in _PICTURES)
    picture = next((match for match in found if match), None)
    if picture and section:
        start = section.span.start + picture.start()
        message = f"{table.name}（{table.title}）是图片“{picture[0]}”，无法核对。"
        place = Span(start=start, end=start + len(picture[0]))
        return Problem(code="table.picture", message=message, span=place)
    told = "只有表头，没有读到数据" if _is_headed(inside, table) else ""
    name = f"{table.name}（{table.title}）"
    message = f"{name}{told}。" if told else f"没有找到{name}。"
    return Problem(code="table.missing", message=message, span=span, section=table.section)
