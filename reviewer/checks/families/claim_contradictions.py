"""The same said twice with different figures, where no table says which is right."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.claim_totals import told_twice
from reviewer.checks.families.claims import compared
from reviewer.checks.families.prose import place_label
from reviewer.checks.writing import number_text
from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.forms.report import Report


def _contradictions(inspection: Inspection) -> Iterator[Hit]:
    """Claims, and totals of what no cell holds, that another sentence states otherwise."""
    report = inspection.report
    yield from _totals(report)
    guarded = {claim.figure for claim, _ in compared(report)}
    first: dict[tuple[str, int | None], Claim] = {}
    for claim in read_claims(report):
        if not claim.counted or claim.scope or claim.loose or claim.figure in guarded:
            continue
        earlier = first.setdefault((claim.subject, claim.year), claim)
        if earlier.value != claim.value and earlier.span != claim.span:
            yield _contradiction(report, earlier, claim)


def _totals(report: Report) -> Iterator[Hit]:
    """Totals of a whole year that an earlier sentence gives otherwise."""
    for earlier, total in told_twice(report):
        first = f"{number_text(earlier.figure.value)}{earlier.figure.unit}"
        second = f"{number_text(total.figure.value)}{total.figure.unit}"
        yield Hit(
            place=place_label(report.document, total.place.start),
            fields={
                "label": f"全年{total.name}",
                "first": first,
                "line": str(report.document.line_of(earlier.place.start)),
                "second": second,
            },
            spans=(total.place, earlier.place),
            found=second,
            marks=(total.name, first, second),
        )


def _contradiction(report: Report, earlier: Claim, claim: Claim) -> Hit:
    fields = {
        "label": claim.label,
        "first": f"{number_text(earlier.value)}{earlier.unit}",
        "line": str(report.document.line_of(earlier.figure.start)),
        "second": f"{number_text(claim.value)}{claim.unit}",
    }
    return Hit(
        place=place_label(report.document, claim.figure.start),
        fields=fields,
        cells=claim.cells,
        spans=(claim.figure, earlier.figure),
        expected=fields["first"],
        found=fields["second"],
        marks=(claim.subject, str(earlier.value), str(claim.value)),
    )


CONTRADICTIONS = Check(_contradictions, frozenset({"label", "first", "line", "second"}))
