"""What one report says: readings of the form's cells, sections, identity."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Literal

from reviewer.base import CellId, Frozen, Number
from reviewer.document.model import Document, Place, Span
from reviewer.forms.model import Form


class Kind(StrEnum):
    """What stands in a cell."""

    NUMBER = "number"
    BLANK = "blank"
    NIL = "nil"
    TEXT = "text"
    MISSING = "missing"


class Reading(Frozen):
    """What the program, or the reviewer's transcription, says stands in a cell.

    Attributes:
        printed: The text as printed, never changed; None if the cell is not in the report.
        number: int or Decimal, only if ``kind`` is NUMBER.
        unit: A unit printed in the cell (元), if any.
        place: Where ``printed`` stands, also under a transcription; None if missing.
        sure: Whether the reviewer may rely on it without a look.
        doubt: Why not, or how it was found (in Chinese).
        inferred: Whether arithmetic chose between several ways to read the text.
        candidates: The other ways to read the text, if there are several.
        transcribed: Whether a reviewer typed it from the source.
    """

    cell: CellId
    printed: str | None = None
    kind: Kind = Kind.MISSING
    number: Number | None = None
    unit: str | None = None
    place: Place | None = None
    sure: bool = True
    doubt: str | None = None
    inferred: bool = False
    candidates: tuple[str, ...] = ()
    transcribed: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether it stands in the report and the reviewer has to look at it."""
        return not self.sure and self.kind is not Kind.MISSING

    def doubted(self, why: str) -> Reading:
        """The same, not sure; where it was not before, the doubt it had already stays."""
        doubt = self.doubt if not self.sure and self.doubt else why
        return self.model_copy(update={"sure": False, "doubt": doubt})


class Section(Frozen):
    """A section found in the report.

    Attributes:
        number: Its number as printed, or its order if none is printed.
        title: Its title without the number.
        span: Heading and body.
        heading: The heading's line.
    """

    number: int
    title: str
    span: Span
    heading: Span


class Problem(Frozen):
    """Something about the whole report that the reading found out (in Chinese).

    Attributes:
        code: Stable name, e.g. ``table.missing``, ``form.wrong``, ``year.unknown``.
        section: Number of the section in which something was looked for, if it was in one.
    """

    code: str
    message: str
    span: Span | None = None
    section: int | None = None


class PrintedLabel(Frozen):
    """A label of a table that the report prints in other words than its form.

    Attributes:
        table: The table's key.
        kind: Caption of an article, head of columns, heading of several rows, or row.
        wording: The form's wording.
        expected: Its letters, without number and punctuation.
        printed: The letters printed there; empty if the label is not there at all.
        places: Where each of the printed letters stands.
    """

    table: str
    kind: Literal["caption", "head", "heading", "row"]
    wording: str
    expected: str
    printed: str = ""
    places: tuple[int, ...] = ()


class Report(Frozen):
    """A document read against a form.

    Attributes:
        title: As printed, or empty.
        body: The reporting body, or empty.
        year: The year reported on, or None.
        form: The form that the report uses.
        form_due: Id of the form that its year should use.
        confidence: 0 to 1, how sure ``form`` is.
        evidence: What form, year and body were taken from (in Chinese).
        readings: One for every cell of the form, in its order.
        labels: Labels of the tables that are not printed as the form has them, in its order.
        body_sure: Whether the body may be relied on without a look.
        school_year: The school year that a school reports on instead of a year, or empty.
    """

    document: Document
    title: str
    body: str
    year: int | None
    form: Form
    form_due: str | None
    confidence: float
    evidence: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    sections: tuple[Section, ...] = ()
    problems: tuple[Problem, ...] = ()
    labels: tuple[PrintedLabel, ...] = ()
    body_sure: bool = True
    school_year: str = ""

    @property
    def year_name(self) -> str:
        """The year as lists show it: 2023, or 2021—2022学年; empty if it is not known."""
        return f"{self.school_year}学年" if self.school_year else str(self.year or "")

    @property
    def is_formless(self) -> bool:
        """Whether a school reports on a school year, without the tables of any form."""
        return bool(self.school_year) and not self.form.tables

    @cached_property
    def by_cell(self) -> dict[CellId, Reading]:
        """Readings by key."""
        return {reading.cell: reading for reading in self.readings}

    def replaced(self, readings: dict[CellId, Reading]) -> Report:
        """This report with some readings replaced (a reviewer's transcriptions)."""
        if not readings:
            return self
        changed = tuple(readings.get(reading.cell, reading) for reading in self.readings)
        return self.model_copy(update={"readings": changed})
