"""Reads the claims of a report: figures in its sentences, outside the tables.

A figure is a claim only if the words just before it, or just behind its unit, name a subject;
a sentence about something else (5件规范性文件 among 98条, 8件网民留言) yields nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from reviewer.claims.course import Course
from reviewer.claims.figures import figures_of
from reviewer.claims.flow import flowing, sentences
from reviewer.claims.model import Claim
from reviewer.claims.negations import denies
from reviewer.claims.passage import Passage
from reviewer.claims.topics import Topics
from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold
from reviewer.forms.labels import vocabulary
from reviewer.forms.report import Reading, Report

_LEAST = 4
_LEAST_FIGURES = 3
"""Fewer figures, none of them sure, may be those of a sentence and no table."""

_LONGEST_LABEL = 60
_REACH = 300


class Words:
    """A report as to its words: all reports of one document are the same, whatever was edited.

    What is worked out from words alone is kept by it and costs nothing at a re-check.
    """

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report.document)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._identity() == other._identity()

    def _identity(self) -> tuple[object, ...]:
        report = self.report
        return id(report.document), report.form.id, report.form_due, report.year, report.body


def read_claims(report: Report) -> tuple[Claim, ...]:
    """All claims of a report, in the order of the text."""
    return _claims(Words(report))


@lru_cache(maxsize=16)
def _claims(words: Words) -> tuple[Claim, ...]:
    report = words.report
    due = report.form
    if due.table("requests") is None and report.form_due is not None:
        due = forms()[report.form_due]
    text = report.document.text
    tables = table_spans(report)
    flow = flowing(text, tables)[0]
    topics = Topics(flow, _REACH)
    course = Course(text, flow, report.form, due, report.year, report.body, topics)
    for sentence in sentences(text, tables):
        said = sentence.text
        if len(said) < _LEAST:
            continue
        if not (figures_of(said) or denies(said)):
            course.pass_by(sentence)
        elif not _is_printed_form(said):
            course.begin(sentence)
            course.keep(sentence, list(Passage(course, sentence).claims()))
    return tuple(sorted(course.found(), key=lambda claim: claim.figure.start))


def table_spans(report: Report) -> tuple[Span, ...]:
    """Where the tables stand: from the first to the last figure of each."""
    return _table_spans(Words(report))


@lru_cache(maxsize=16)
def _table_spans(words: Words) -> tuple[Span, ...]:
    tables: dict[str, list[Reading]] = {}
    for reading in words.report.readings:
        if reading.place is not None:
            tables.setdefault(reading.cell.split(".")[0], []).append(reading)
    text = words.report.document.text
    return tuple(span for found in tables.values() if (span := _table_span(found, text)))


def _table_span(readings: Sequence[Reading], text: str) -> Span | None:
    """Where a table stands; None if its figures, none of them sure, are those of sentences."""
    spans = [reading.place.span for reading in readings if reading.place is not None]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    doubted = not any(reading.sure for reading in readings)
    told = len(readings) < _LEAST_FIGURES or "。" in text[start:end]
    return None if doubted and told else Span(start=start, end=end)


def _is_printed_form(text: str) -> bool:
    """Whether a piece of text is a label of some form's tables."""
    if len(text) > _LONGEST_LABEL:
        return False
    return fold(text) in _labels()


@cache
def _labels() -> str:
    return "\0".join(vocabulary(form_id) for form_id in forms())
