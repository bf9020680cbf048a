"""What is wrong with a report as a whole: no year, another year's form, a table that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reviewer.document.model import Span
from reviewer.forms.folding import fold
from reviewer.forms.identity.identity import Identity
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Problem, Section
from reviewer.forms.tables.tables import TableReading

_PICTURES = (
    re.compile(r"[^\s|]{0,30}\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?)", re.IGNORECASE),
    re.compile(r"〔图片[^〕\n]{0,60}〕"),
)
_OTHERS = 3
"""Bodies that are named beside the one that was made out, at most."""

_TOLERATED = 2019
"""国办公开办函〔2019〕60号: in its first year bodies in difficulties need not use the new form."""


def problems_of(
    text: str,
    identity: Identity,
    used: Form,
    due: Form | None,
    tables: Mapping[str, TableReading],
    sections: Sequence[Section],
) -> Iterator[Problem]:
    """All problems of a report.

    Args:
        text: The report's text.
        identity: Whose report on which year it is, and what says so.
        used: The form that it uses.
        due: The form that its year should use; None if the year is not known.
        tables: The tables as read, by their keys.
        sections: The sections found.
    """
    if identity.school_year:
        yield Problem(
            code="year.school",
            message=f"报告按{identity.school_year}学年编制，不是政府信息公开工作年度报告。",
        )
    elif identity.year is None:
        yield Problem(code="year.unknown", message="没有找到报告年度，无法确定应当使用的格式。")
    yield from _body(identity)
    named = identity.title_year or identity.year
    if named and not identity.school_year and identity.period and named != identity.period:
        who = "标题" if identity.title_year else "正文"
        message = f"{who}为 {named} 年，统计期限为 {identity.period} 年，前后不一致。"
        yield Problem(code="year.conflict", message=message)
    if due is not None and due.id != used.id:
        yield _wrong_form(identity, used, due)
    for table in used.tables:
        if not tables[table.key].found:
            yield _missing_table(text, table, sections)
        yield from _rows_twice(table, tables[table.key])


def _body(identity: Identity) -> Iterator[Problem]:
    """A body that was not found, or that was made out from the text, with what else it may be."""
    others = "、".join(identity.other_bodies[:_OTHERS])
    if not identity.body:
        beside = f"正文提到：{others}。" if others else ""
        yield Problem(code="body.unknown", message=f"没有找到报告单位的名称。{beside}")
    elif not identity.body_sure:
        beside = f"也可能是：{others}。" if others else ""
        found = f"没有找到写明报告单位的标题或落款，按正文或页面信息推定为“{identity.body}”。"
        yield Problem(code="body.inferred", message=found + beside)


def _rows_twice(table: FormTable, read: TableReading) -> Iterator[Problem]:
    """Rows that stand twice in a table."""
    labels = {row.key: row.label for row in table.rows}
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
    code = "form.tolerated" if identity.year == _TOLERATED else "form.wrong"
    return Problem(code=code, message=message)


def _is_headed(inside: str, table: FormTable) -> bool:
    """Whether the heads of most columns are printed in a table's section."""
    folded = fold(inside)
    there = sum(fold(column.label) in folded for column in table.columns)
    return len(table.columns) > 1 and there * 4 >= len(table.columns) * 3


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
