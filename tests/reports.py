"""Reports made by hand for tests: figures given by key, a text in which they really stand."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from reviewer.base import CellId
from reviewer.document.model import Document, Origin, Paragraph, Span, TextPlace
from reviewer.forms.catalog import form, form_due
from reviewer.forms.model import Form, FormSection
from reviewer.forms.report import Kind, Problem, Reading, Report, Section

Given = str | int | Decimal | None
Values = Mapping[Any, Given]
"""Printed text or figure by cell key; the keys may be typed as ``str`` or as ``CellId``."""

_NUMERALS = "一二三四五六七"
_NIL = {"/", "／", "—", "-", "无"}
_FIGURE = re.compile(r"([+-]?\d+(?:\.\d+)?)(件|条|个|元|万元)?")


def make_report(
    form_id: str = "2021",
    values: Values | None = None,
    year: int | None = 2023,
    body: str = "云岭县石桥镇人民政府",
    *,
    doubts: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    overview: str = "",
) -> Report:
    """A report on a form in which every cell is printed ``0`` unless given.

    Args:
        form_id: Id of the form that the report uses.
        values: Printed text or figure by cell key; ``None`` for a cell that is not in the
            report, ``""`` for a blank one.
        year: The year reported on.
        body: The reporting body.
        doubts: Cells whose reading is not sure, with the reason.
        problems: Problems of the whole report.
        overview: What section one says besides.
    """
    used = form(form_id)
    given: dict[str, Given] = dict(values or {})
    unknown = set(given) - set(used.figures)
    if unknown:
        raise KeyError(sorted(unknown))
    page = _Page(used, given, dict(doubts or {}))
    title = f"{body}{year}年政府信息公开工作年度报告" if year else f"{body}政府信息公开工作年度报告"
    page.write(title + "\n\n")
    if year:
        page.write(f"本报告所列数据的统计期限为{year}年1月1日至12月31日。\n")
    for section in used.sections:
        page.section(section, overview if section.number == 1 else "")
    return Report(
        document=page.document(),
        title=title,
        body=body,
        year=year,
        form=used,
        form_due=form_due(year).id if year else None,
        confidence=1.0,
        evidence=(f"题目：{title}",),
        readings=tuple(page.readings[cell] for cell in used.figures),
        sections=tuple(page.sections),
        problems=problems,
    )


class _Page:
    """Text that grows, with the readings and sections that stand in it."""

    def __init__(self, used: Form, given: dict[str, Given], doubts: dict[str, str]) -> None:
        self._form = used
        self._given = given
        self._doubts = doubts
        self._text = ""
        self.readings: dict[CellId, Reading] = {}
        self.sections: list[Section] = []

    def write(self, text: str) -> Span:
        start = len(self._text)
        self._text += text
        return Span(start=start, end=len(self._text))

    def section(self, section: FormSection, more: str = "") -> None:
        heading = self.write(f"{_NUMERALS[section.number - 1]}、{section.title}")
        self.write("\n")
        tables = [table for table in self._form.tables if table.section == section.number]
        if not tables:
            self.write(f"本节情况说明，没有收取信息处理费。\n{more}")
        for table in tables:
            for block in table.blocks:
                labels = "\t".join(column.label for column in block.columns)
                self.write(f"{block.caption}\t{labels}\n")
                for row in block.rows:
                    self.write(row.label)
                    for column in block.columns:
                        self._figure(CellId(f"{table.key}.{row.key}.{column.key}"))
                    self.write("\n")
        self.write("\n")
        span = Span(start=heading.start, end=len(self._text))
        self.sections.append(
            Section(number=section.number, title=section.title, span=span, heading=heading)
        )

    def _figure(self, cell: CellId) -> None:
        value = self._given.get(cell, "0")
        if value is None:
            self.readings[cell] = Reading(cell=cell, sure=False, doubt="未找到该单元格")
            return
        self.write("\t")
        doubt = self._doubts.get(cell)
        reading = read(cell, str(value)).model_copy(update={"sure": doubt is None, "doubt": doubt})
        place = TextPlace(span=self.write(str(value)))
        self.readings[cell] = reading.model_copy(update={"place": place})

    def document(self) -> Document:
        data = self._text.encode()
        return Document(
            origin=Origin(
                path="报告.txt",
                format="txt",
                encoding="utf-8",
                sha256=hashlib.sha256(data).hexdigest(),
                size=len(data),
            ),
            text=self._text,
            blocks=(Paragraph(place=TextPlace(span=Span(start=0, end=len(self._text)))),),
        )


def read(cell: CellId, printed: str) -> Reading:
    """A sure reading of a plain text: digits with or without a unit, blank, nil or words."""
    bare = printed.strip()
    if not bare:
        return Reading(cell=cell, printed=printed, kind=Kind.BLANK)
    if bare in _NIL:
        return Reading(cell=cell, printed=printed, kind=Kind.NIL)
    figure = _FIGURE.fullmatch(bare)
    if figure is None:
        return Reading(cell=cell, printed=printed, kind=Kind.TEXT)
    digits, unit = figure.groups()
    number = Decimal(digits) if "." in digits else int(digits)
    return Reading(cell=cell, printed=printed, kind=Kind.NUMBER, number=number, unit=unit)


def edited(report: Report, texts: Mapping[CellId, str]) -> Report:
    """The report with other texts in some of its cells."""
    return report.replaced({cell: read(cell, text) for cell, text in texts.items()})
