"""Figures of sentences against each other: shares and changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.base import CellId
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.claim_reasons import number_of
from reviewer.checks.families.percentages import (
    HUNDRED,
    decimals_of,
    is_percent,
    is_rounded,
    percentage,
    rounded,
)
from reviewer.checks.families.prose import place_label
from reviewer.checks.writing import number_text
from reviewer.claims.growth import Growth, read_growths
from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.reading import read_claims
from reviewer.claims.relations import RATES
from reviewer.claims.thereof import are_beside
from reviewer.forms.report import Report

_TOTALS = ("requests.total.total", "requests.new.total")
_WHOLES = (("new",), ("total",), ("new", "carried_in"))
"""Rows of table three whose sums shares are taken of."""


@dataclass(frozen=True)
class Recomputed:
    """A share or a change worked out from the figures that it relates.

    Attributes:
        claim: What the sentence states.
        of: The count that it is a share or a change of.
        base: The whole, or the figure of the year before.
        expected: What it should be, with the decimals that are printed.
        holds: Whether the sentence says so, rounded or cut off.
    """

    claim: Claim
    of: Claim
    base: Decimal
    expected: Decimal
    holds: bool


def recomputed(report: Report) -> Iterator[Recomputed]:
    """Shares and changes of this year's figures, as far as both figures are known."""
    claims = read_claims(report)
    counts = {claim.figure: claim for claim in claims if claim.counted}
    for claim in claims:
        of = counts.get(claim.of) if claim.of is not None else _in_table(report, claim)
        if of is None or of.scope:
            continue
        if claim.kind is ClaimKind.SHARE:
            bases = _wholes(report, claims, of) if _is_shared(of) else []
            yield from _worked_out(claim, of, bases, Decimal(of.value))
        elif claim.unit not in RATES:
            before = _stated_before(claims, of)
            if before is not None:
                gap = Decimal(of.value) - before
                yield Recomputed(claim, of, before, gap, holds=gap == claim.value)
        else:
            changes = [each for each in claims if each.of == of.figure]
            before = _before(claims, of, changes)
            if before:
                gap = Decimal(of.value) - before
                gap = gap if claim.unit == "%" else gap / HUNDRED
                yield from _worked_out(claim, of, [before], gap)


def _in_table(report: Report, claim: Claim) -> Claim | None:
    """The count that a share is one of, if only the table states it (予以公开占58.5%)."""
    number = number_of(report, claim.cells) if claim.cells else None
    if number is None or claim.kind is not ClaimKind.SHARE or claim.scope:
        return None
    told = {
        "kind": ClaimKind.COUNT,
        "value": number,
        "unit": "件",
        "label": f"{claim.label}（表格）",
    }
    return claim.model_copy(update=told)


def _is_shared(of: Claim) -> bool:
    return of.subject.startswith("requests.") and bool(of.value)


def _worked_out(
    claim: Claim, of: Claim, bases: Sequence[Decimal], part: Decimal
) -> Iterator[Recomputed]:
    """With the base that gives what is stated, else with the likeliest."""
    decimals, stated = decimals_of(claim.value), Decimal(claim.value)
    fitting = [base for base in bases if is_percent(part, base, stated, decimals)]
    for base in (fitting or bases)[:1]:
        expected = rounded(percentage(part, base), decimals)
        yield Recomputed(claim, of, base, expected, holds=bool(fitting))


def _shares(inspection: Inspection) -> Iterator[Hit]:
    """Shares of applications that no whole gives."""
    report = inspection.report
    for each in recomputed(report):
        if each.claim.kind is ClaimKind.SHARE and not each.holds and each.of.year == report.year:
            yield _hit(
                report, each, f"{number_text(each.claim.value)}%", f"{number_text(each.expected)}%"
            )


def _changes(inspection: Inspection) -> Iterator[Hit]:
    """Changes in per cent that are not those of the figures beside them."""
    report = inspection.report
    yield from _grown(report)
    for each in recomputed(report):
        if each.claim.kind is ClaimKind.CHANGE and not each.holds:
            unit = each.claim.unit
            stated = _directed(Decimal(each.claim.value), unit)
            yield _hit(report, each, stated, _directed(each.expected, unit))


def _grown(report: Report) -> Iterator[Hit]:
    """Changes of what no cell holds, of pages or papers: their sentence has both years' figures."""
    claimed = {claim.figure for claim in read_claims(report) if claim.kind is ClaimKind.CHANGE}
    for each in read_growths(report):
        decimals, change = decimals_of(each.stated), _change_of(each)
        measured = each.measure in RATES
        right = rounded(change, decimals) if measured else change
        holds = is_rounded(change, each.stated, decimals) if measured else change == each.stated
        if each.place in claimed or holds:
            continue
        stated, found = _directed(each.stated, each.measure), _directed(right, each.measure)
        yield Hit(
            place=place_label(report.document, each.place.start),
            fields={
                "label": each.name or "该项",
                "count": f"{number_text(each.count)}{each.unit}",
                "base": number_text(each.base),
                "stated": stated,
                "found": found,
            },
            spans=(each.place, each.count_place),
            expected=found,
            found=stated,
            marks=(stated, str(each.place.start)),
        )


def _change_of(growth: Growth) -> Decimal:
    """A change from one year to the next, in the measure in which it is stated."""
    change = growth.count - growth.base
    if growth.measure == "%":
        return percentage(change, growth.base)
    return change / growth.base if growth.measure == "倍" else change


def _hit(report: Report, each: Recomputed, stated: str, found: str) -> Hit:
    return Hit(
        place=place_label(report.document, each.claim.figure.start),
        fields={
            "label": each.of.label,
            "count": f"{number_text(each.of.value)}{each.of.unit}",
            "base": number_text(each.base),
            "stated": stated,
            "found": found,
        },
        cells=each.of.cells,
        spans=tuple(dict.fromkeys((each.claim.figure, each.of.figure))),
        expected=found,
        found=stated,
        marks=(each.claim.subject, stated, str(each.claim.figure.start)),
    )


def _wholes(report: Report, claims: Sequence[Claim], part: Claim) -> list[Decimal]:
    """What a share may be one of, the likeliest first: what was counted before, then cells."""
    before = {
        claim.subject: Decimal(claim.value)
        for claim in claims
        if (claim.counted, claim.scope, claim.year) == (True, "", part.year)
        and claim.figure.start < part.figure.start
    }
    own = _TOTALS if _is_result(part) else _TOTALS[::-1]
    wholes = [before[key] for key in own if key in before]
    carried = before.get("requests.carried_in.total", Decimal(0))
    wholes += [whole + carried for whole in wholes]
    wholes += [value for key, value in before.items() if wholes and _may_hold(key, part.subject)]
    for rows in _WHOLES if report.form.table("requests") else ():
        total = number_of(report, [CellId(f"requests.{row}.total") for row in rows])
        wholes += [Decimal(total)] if total is not None else []
    return [whole for whole in wholes if whole and whole >= part.value]


def _may_hold(whole: str, part: str) -> bool:
    """Whether a part may be one of what was counted: not of its neighbours in the same list."""
    return whole.startswith("requests.") and not are_beside(whole, part)


def _is_result(part: Claim) -> bool:
    _, row, column = part.subject.split(".")
    return column == "total" and row not in {"new", "carried_in", "carried_out"}


def _before(claims: Sequence[Claim], now: Claim, changes: Sequence[Claim]) -> Decimal | None:
    """The figure of the year before: as stated itself, or by how many there are more."""
    stated = _stated_before(claims, now)
    gaps = (Decimal(change.value) for change in changes if change.unit not in RATES)
    gap = next(gaps, None) if stated is None else None
    return stated if gap is None else Decimal(now.value) - gap


def _stated_before(claims: Sequence[Claim], now: Claim) -> Decimal | None:
    """The figure of the year before, if the text states just one."""
    stated = {
        Decimal(claim.value)
        for claim in claims
        if claim.counted
        and claim.subject == now.subject
        and claim.scope == now.scope
        and now.year is not None
        and claim.year == now.year - 1
    }
    return stated.pop() if len(stated) == 1 else None


def _directed(value: Decimal, unit: str) -> str:
    return f"{'减少' if value < 0 else '增加'}{number_text(abs(value))}{unit}"


_FIELDS = frozenset({"label", "count", "base", "stated", "found"})
SHARES = Check(_shares, _FIELDS)
CHANGES = Check(_changes, _FIELDS, reads_figures=False)
