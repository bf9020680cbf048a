"""What ``reviewer check --json`` prints of a report. Other programs read it: add, never change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reviewer.base import CellId, Number
from reviewer.checks.model import Checked, Finding, Suspect
from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.document.model import Document, PageBox, Span
from reviewer.errors import ReviewerError
from reviewer.forms.report import Reading, Report, Section

SCHEMA = 1

Json = dict[str, Any]


def envelope(entries: list[Json]) -> Json:
    """The one object that is printed."""
    return {"schema": SCHEMA, "reports": entries}


def report_entry(path: str, report: Report, checked: Checked, *, with_text: bool = False) -> Json:
    """A report that was read.

    Args:
        path: As the user gave it.
        report: The report.
        checked: What the checks said of it.
        with_text: Whether the canonical text is added, which all spans refer to.
    """
    entry = _blank_entry(path, report.document)
    entry |= {
        "title": report.title,
        "organ": report.body,
        "organ_sure": report.body_sure,
        "year": report.year,
        "school_year": report.school_year or None,
        "form": report.form.id,
        "form_due": report.form_due,
        "sections": [_section(section) for section in report.sections],
        "cells": {reading.cell: _cell(reading) for reading in report.readings},
        "claims": [_claim(claim) for claim in read_claims(report)],
        "findings": [_finding(finding, report) for finding in checked.findings],
        "suspects": _suspects(checked),
    }
    if with_text:
        entry["text"] = report.document.text
    return entry


def error_entry(path: str, error: ReviewerError, document: Document | None = None) -> Json:
    """A file that could not be read; the same keys as of one that was.

    Args:
        path: As the user gave it.
        error: Why.
        document: The file's content, if it could be read but holds no report.
    """
    entry = _blank_entry(path, document)
    entry["error"] = {"message": error.message, "hint": error.hint}
    return entry


def _blank_entry(path: str, document: Document | None) -> Json:
    origin = document.origin if document is not None else None
    return {
        "path": path,
        "sha256": origin.sha256 if origin else None,
        "format": origin.format if origin else None,
        "title": None,
        "organ": None,
        "organ_sure": None,
        "year": None,
        "school_year": None,
        "form": None,
        "form_due": None,
        "sections": [],
        "cells": {},
        "claims": [],
        "findings": [],
        "suspects": [],
        "error": None,
    }


def _section(section: Section) -> Json:
    return {"number": section.number, "title": section.title, "span": _pair(section.span)}


def _cell(reading: Reading) -> Json:
    place = reading.place
    return {
        "printed": reading.printed,
        "value": _number(reading.number),
        "kind": reading.kind.value,
        "unit": reading.unit,
        "span": _pair(place.span) if place is not None else None,
        "page": place.page if isinstance(place, PageBox) else None,
        "sure": reading.sure,
        "doubt": reading.doubt,
    }


def _claim(claim: Claim) -> Json:
    return {
        "subject": claim.subject,
        "value": _number(claim.value),
        "unit": claim.unit or None,
        "year": claim.year,
        "scope": claim.scope or None,
        "kind": claim.kind.value,
        "text": claim.text,
        "span": _pair(claim.span),
        "figure": _pair(claim.figure),
    }


def _finding(finding: Finding, report: Report) -> Json:
    spans = finding.spans or tuple(
        place.span for cell in finding.cells if (place := report.by_cell[cell].place) is not None
    )
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "outcome": finding.outcome.value,
        "title": finding.title,
        "place": finding.place_label,
        "message": finding.message,
        "cells": list(finding.cells),
        "spans": [_pair(span) for span in spans],
        "expected": finding.expected,
        "found": finding.found,
        "basis": finding.basis,
    }


def _suspects(checked: Checked) -> list[Json]:
    """One entry for each cell, best first; cells to be changed together follow each other."""
    rule_of = {evaluation.key: evaluation.rule for evaluation in checked.evaluations}
    return [
        {
            "cell": change.cell,
            "printed": change.printed,
            "proposed": _number(change.proposed),
            "explains": _explained(suspect, rule_of),
            "together": _together(suspect, change.cell),
            "why": suspect.why,
            "score": suspect.score,
        }
        for suspect in checked.suspects
        for change in suspect.changes
    ]


def _explained(suspect: Suspect, rule_of: dict[str, Any]) -> list[str]:
    """The rules that would hold, each once: the same names as in ``findings``."""
    return list(dict.fromkeys(str(rule_of.get(key, key)) for key in suspect.explains))


def _together(suspect: Suspect, cell: CellId) -> list[CellId]:
    """The other cells that would have to change with this one."""
    return [change.cell for change in suspect.changes if change.cell != cell]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _number(number: Number | None) -> int | float | None:
    """JSON knows no Decimal; a float prints the digits of any figure that a report holds."""
    return float(number) if isinstance(number, Decimal) else number
