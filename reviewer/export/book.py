"""The workbook under way: what all its sheets draw on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.base import CellId
from reviewer.checks.model import Finding
from reviewer.export.marks import Mark, marks_of
from reviewer.export.writing import clean
from reviewer.forms.layout import lay_out
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Reading
from reviewer.review.review import Review
from reviewer.review.wording import cell_name

NOTES = "批注"
HISTORY = "修改记录"

ROWS_ABOVE = 2
"""Rows above a form's table: its title and a line on the marks."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


class Ref(NamedTuple):
    """A cell of the workbook."""

    sheet: str
    ref: str


class Book:
    """A workbook under way and the review that it is made from.

    Attributes:
        findings: The review's findings and those from outside it.
        places: Where each figure of the form stands in the workbook.
        marks: The marks of each figure that has any.
    """

    def __init__(
        self, review: Review, author: str, time: datetime, more_findings: Sequence[Finding] = ()
    ) -> None:
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.review = review
        self.report = review.report
        self.author = clean(author)
        self.time = time
        self.findings = (*review.checked.findings, *more_findings)
        self.places = figure_places(self.report.form)
        self.marks: dict[CellId, tuple[Mark, ...]] = marks_of(review, self.findings)
        self.workbook.properties.creator = self.author or "reviewer"
        self.workbook.properties.title = f"{self.name} 审核表"

    @property
    def name(self) -> str:
        """The report in a few words: body and year."""
        year = f"{self.report.year}年" if self.report.year else self.report.year_name or "年份不明"
        return clean(f"{self.report.body or '单位不明'}　{year}")

    def sheet(self, title: str) -> Worksheet:
        """A new sheet at the end."""
        sheet: Worksheet = self.workbook.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        return sheet

    def said(self, cell: CellId) -> Reading:
        """A reading whose text is the reviewer's, where they typed one."""
        reading = self.report.by_cell[cell]
        text = self.review.transcriptions.get(cell)
        return reading if text is None else reading.model_copy(update={"printed": text})

    def local(self, time: datetime) -> datetime:
        """A time as the workbook holds it: on the clock of the place it is written in."""
        return time.astimezone(self.time.tzinfo).replace(tzinfo=None, microsecond=0)

    def describe(self, cell: CellId) -> str:
        """A cell as reviewers name it; its key if the form does not know it."""
        return cell_name(cell, self.report)


def sheet_title(table: FormTable) -> str:
    """The name of a table's sheet."""
    return _FORBIDDEN.sub("", clean(table.name))[:31] or table.key


def figure_places(form: Form) -> dict[CellId, Ref]:
    """Where the workbook shows each figure of a form."""
    return {
        cell.cell: Ref(
            sheet_title(table),
            f"{get_column_letter(cell.column + 1)}{cell.row + 1 + ROWS_ABOVE}",
        )
        for table in form.tables
        for cell in lay_out(table).cells
        if cell.cell is not None
    }
