"""From what rules and checks come to, to what a reviewer is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reviewer.base import CellId, FindingId, Number, cell_parts
from reviewer.checks.check import Hit
from reviewer.checks.declaration import Rule, filled
from reviewer.checks.expression import (
    Cell,
    Comparison,
    Figures,
    Term,
    cells_of,
    comparison_outcome,
    difference,
    outcome,
    value,
)
from reviewer.checks.model import Evaluation, Finding, Severity, Suspect, fingerprint
from reviewer.checks.naming import cell_name, row_name
from reviewer.checks.program import Instance
from reviewer.checks.writing import nonzero_parts, number_text, sum_text, sum_with_total
from reviewer.document.model import Span
from reviewer.forms.model import Form
from reviewer.forms.report import Kind, Report

_IN_WORDS = {"≥": "不小于", "≤": "不大于", ">": "大于", "<": "小于", "≠": "不等于"}
_ORDER = {severity: place for place, severity in enumerate(Severity)}
_NAMED_CHANGES = 4
"""At most this many cells of a repair are named; the others are only counted."""

_NAMED_DOUBTS = 2
"""At most this many doubtful figures of a sum are named; the others are only counted."""

_NAMED_PARTS = 8
"""At most this many parts of a sum are named; the others are only counted."""


def figures_of(report: Report) -> dict[CellId, Number | None]:
    """The figures that rules run on: None where none is, unless a blank may stand for 0."""
    figures: dict[CellId, Number | None] = {}
    rows = report.form.figures
    for reading in report.readings:
        blank = reading.kind is Kind.BLANK and rows[reading.cell][1].blank_is_zero
        figures[reading.cell] = 0 if blank else reading.number
    return figures


def evaluate(instance: Instance, figures: Figures) -> Evaluation:
    """A rule on one row, column or group, worked out."""
    left, right = sides(instance)
    formula = instance.formula
    simple = isinstance(formula, Comparison)
    worth = value(left, figures), value(right, figures)
    return Evaluation(
        key=instance.key,
        rule=instance.rule.id,
        title=instance.rule.title,
        severity=instance.rule.severity,
        outcome=(
            comparison_outcome(worth[0], formula.relation, worth[1])
            if simple
            else outcome(formula, figures)
        ),
        cells=instance.cells,
        left=sum_text(left, figures),
        right=sum_text(right, figures),
        relation=formula.relation,
        left_value=worth[0],
        right_value=worth[1],
        difference=difference(*worth) if simple else None,
        missing=tuple(cell for cell in instance.cells if figures.get(cell) is None),
    )


def sides(instance: Instance) -> tuple[Term, Term]:
    """What is compared; of two comparisons tied together, what each of them is about."""
    formula = instance.formula
    if isinstance(formula, Comparison):
        return formula.left, formula.right
    return formula.left.left, formula.right.left


def finding_of_sum(
    report: Report,
    figures: Figures,
    instance: Instance,
    evaluation: Evaluation,
    suspect: Suspect | None,
) -> Finding:
    """The finding of a broken expression; the likeliest suspect is named if there is one."""
    rule = instance.rule
    message = filled(rule.message, _sum_fields(report.form, figures, instance, evaluation))
    if suspect is not None:
        message += f"最可疑：{_suspected(report.form, suspect)}。"
    message += _doubted(report, figures, instance.cells)
    found, expected = _stated(report.form, instance, evaluation, figures, suspect)
    return Finding(
        id=fingerprint(rule.id, instance.cells, printed_of(report, instance.cells)),
        rule=rule.id,
        severity=_grave(report, figures, instance, suspect),
        title=rule.title,
        place_label=filled(rule.place, instance.labels),
        message=message,
        cells=instance.cells,
        spans=spans_of(report, instance.cells),
        expected=expected,
        found=found,
        basis=rule.basis_on(report.form),
    )


def _stated(
    form: Form,
    instance: Instance,
    evaluation: Evaluation,
    figures: Figures,
    suspect: Suspect | None,
) -> tuple[str, str]:
    """What the left side is and what it should be; of an equation the one cell that is suspected.

    That cell is named where it is not the left side itself. Where none is suspected, or several
    are, either side may be wrong, and the message shows both.
    """
    formula = instance.formula
    if not isinstance(formula, Comparison):
        return "", ""
    right = number_text(evaluation.right_value)
    if formula.relation != "＝":
        return sum_with_total(formula.left, figures), f"{_IN_WORDS[formula.relation]}{right}"
    changes = suspect.changes if suspect is not None else ()
    changed = [change for change in changes if change.cell in instance.cells]
    if len(changed) != 1:
        return "", ""
    (change,) = changed
    found, expected = number_text(figures.get(change.cell)), number_text(change.proposed)
    if isinstance(formula.left, Cell) and [change.cell] == list(cells_of(formula.left)):
        return found, expected
    name = cell_name(form, change.cell)
    return f"{name} {found}", f"{name} {expected}"


def finding_of_hit(report: Report, rule: Rule, hit: Hit) -> Finding:
    """The finding of a check."""
    marks = (*printed_of(report, hit.cells), *hit.marks)
    return Finding(
        id=fingerprint(rule.id, hit.cells, marks),
        rule=rule.id,
        severity=rule.severity,
        outcome=rule.outcome,
        title=rule.title,
        place_label=hit.place,
        message=filled(rule.message, hit.fields),
        cells=hit.cells,
        spans=(*hit.spans, *spans_of(report, hit.cells)),
        expected=hit.expected,
        found=hit.found,
        basis=rule.basis_on(report.form),
    )


def told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that say the same of several places: all but the first get another id.

    The same words may be wrong twice; each place has a verdict of its own.
    """
    seen: Counter[FindingId] = Counter()
    for finding in findings:
        before = seen[finding.id]
        seen[finding.id] += 1
        if before:
            another = fingerprint(finding.id, (), [str(before)])
            yield finding.model_copy(update={"id": another})
        else:
            yield finding


def in_order(form: Form, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By severity, then by place in the form; what has no cell comes first."""
    places = {cell: place for place, cell in enumerate(form.figures)}
    return tuple(
        sorted(
            findings,
            key=lambda finding: (
                _ORDER[finding.severity],
                places[finding.cells[0]] if finding.cells else -1,
            ),
        )
    )


def printed_of(report: Report, cells: Iterable[CellId]) -> list[str]:
    """The printed texts of cells; empty where nothing is printed."""
    return [report.by_cell[cell].printed or "" for cell in cells]


def spans_of(report: Report, cells: Iterable[CellId]) -> tuple[Span, ...]:
    """Where cells stand in the text, as far as they do."""
    places = (report.by_cell[cell].place for cell in cells)
    return tuple(place.span for place in places if place is not None)


def _sum_fields(
    form: Form, figures: Figures, instance: Instance, evaluation: Evaluation
) -> Mapping[str, str]:
    left, right = sides(instance)
    gap = evaluation.difference
    return {
        **instance.labels,
        "left": sum_with_total(left, figures),
        "right": sum_with_total(right, figures),
        "left_value": number_text(evaluation.left_value),
        "right_value": number_text(evaluation.right_value),
        "difference": "" if gap is None else number_text(gap).removeprefix("-"),
        "parts": _named_parts(form, right, figures),
    }


def _named_parts(form: Form, term: Term, figures: Figures) -> str:
    """Parts of a sum by what tells them apart: ``自然人 12、商业企业 1``."""
    parts = nonzero_parts(term, figures)
    rows, columns = ({cell_parts(cell)[axis] for cell in cells_of(term)} for axis in (1, 2))
    names = [f"{_part_name(form, cell, rows, columns)} {number_text(part)}" for cell, part in parts]
    more = f"等{len(names)}项" if len(names) > _NAMED_PARTS else ""
    return "、".join(names[:_NAMED_PARTS]) + more if names else "各项均为0"


def _part_name(form: Form, cell: CellId, rows: set[str], columns: set[str]) -> str:
    _, row, column = form.figures[cell]
    if len(columns) == 1:
        return row_name(row)
    return column.label if len(rows) == 1 else cell_name(form, cell)


def _grave(
    report: Report, figures: Figures, instance: Instance, suspect: Suspect | None
) -> Severity:
    """How grave a broken sum is: no more than a hint if most of its figures may be misread.

    Nor if half of its cells may be, noughts included, and one of these is none. Figures that
    arithmetic chose do not count, unless they are one row's: no other way to read them mends the
    sums of columns, but a row whose digits no sum parted may well be parted otherwise. Where one
    wrong figure explains all that is broken, misread cells hardly do.
    """
    if suspect is not None and len(suspect.changes) == 1:
        return instance.rule.severity
    one_row = len({cell_parts(cell)[1] for cell in instance.cells}) == 1
    cells = [report.by_cell[cell] for cell in instance.cells]
    told = [one for one in cells if figures.get(one.cell)]
    unsure = [one for one in cells if not one.sure and (one_row or not one.inferred)]
    counted = sum(one in unsure for one in told)
    most = 2 * counted > len(told) or (counted and 2 * len(unsure) >= len(cells))
    return Severity.HINT if most else instance.rule.severity


def _doubted(report: Report, figures: Figures, cells: Iterable[CellId]) -> str:
    """Which figures of a sum may have been misread: these are to be looked at first."""
    doubted = [cell for cell in cells if figures.get(cell) and not report.by_cell[cell].sure]
    if not doubted:
        return ""
    named = "、".join(cell_name(report.form, cell) for cell in doubted)
    told = named if len(doubted) <= _NAMED_DOUBTS else f"{len(doubted)}格"
    return f"其中{told}的读数存疑，请先与原文核对。"


def _suspected(form: Form, suspect: Suspect) -> str:
    """What should stand where; of a slip of many cells its name and the first of them."""
    changes = [
        f"{cell_name(form, change.cell)}（{change.printed or '空'}→{number_text(change.proposed)}）"
        for change in suspect.changes
    ]
    if len(changes) <= _NAMED_CHANGES:
        return "、".join(changes)
    first = "、".join(changes[:_NAMED_CHANGES])
    return f"{suspect.why}：{first}等{len(changes)}格"
