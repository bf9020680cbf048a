"""What suspects propose, and reports whose sentences speak of what is suspected."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.checks.model import Suspect
from reviewer.document.model import Paragraph, Span, TextPlace
from reviewer.forms.report import Report
from tests.reports import Values, make_report


def proposed(suspect: Suspect) -> dict[CellId, object]:
    return {change.cell: change.proposed for change in suspect.changes}


def saying(sentence: str, values: Values) -> Report:
    """A report on the form of 2021 with a sentence at its end."""
    report = make_report("2021", values)
    text = f"{report.document.text}{sentence}\n"
    whole = Paragraph(place=TextPlace(span=Span(start=0, end=len(text))))
    document = report.document.model_copy(update={"text": text, "blocks": (whole,)})
    return report.model_copy(update={"document": document})
