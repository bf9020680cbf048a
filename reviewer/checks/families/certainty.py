"""What the reviewer must not rely on: unsure readings, and rules that saw no figure."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId, cell_parts
from reviewer.checks.check import Check, Hit, Inspection, every_cell
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.showing import first_of
from reviewer.checks.model import Evaluation, Outcome
from reviewer.checks.naming import by_table, cell_name, cells_name
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Report

NO_TABLE = frozenset({"table.missing", "table.picture"})
"""Problems that say that a table is not there."""

_FIRST = 5
"""At most this many cells in doubt are named."""

_FIRST_PLACES = 3
"""At most this many places without a figure are named."""


def _unsure(inspection: Inspection) -> Iterator[Hit]:
    """Figures read with a doubt, one finding a table; blanks and gaps have their own."""
    report = inspection.report
    unsure = [reading.cell for reading in report.readings if reading.is_doubtful]
    for table, cells in by_table(report.form, unsure):
        names = [cell_name(report.form, cell) for cell in cells[: _FIRST + 1]]
        doubts = list(dict.fromkeys(d for cell in cells if (d := report.by_cell[cell].doubt)))
        fields = {
            "count": str(len(cells)),
            "cells": first_of(names, _FIRST),
            "doubt": f"（{first_of(doubts, 1)}）" if doubts else "",
        }
        yield Hit(place=table.name, fields=fields, cells=tuple(cells))


def _unassessed(inspection: Inspection) -> Iterator[Hit]:
    """Rules that could not be assessed for want of figures, one finding a table.

    That a table is not there at all, or the text ends before it, is told as such.
    """
    form = inspection.report.form
    stuck: dict[str, list[Evaluation]] = {}
    for evaluation in inspection.evaluations:
        if evaluation.outcome is Outcome.UNKNOWN:
            stuck.setdefault(cell_parts(evaluation.missing[0])[0], []).append(evaluation)
    for table in form.tables:
        if table.key in stuck and not _is_absent(inspection.report, table):
            missing = _lacking(stuck[table.key])
            fields = {
                "rules": _counted(stuck[table.key]),
                "count": str(len(missing)),
                "cells": cells_name(form, table, missing, most=_FIRST_PLACES),
            }
            yield Hit(place=table.name, fields=fields, cells=missing)


def _is_absent(report: Report, table: FormTable) -> bool:
    """Whether nothing of a table was read, and a finding says why."""
    if any(report.by_cell[cell].kind is not Kind.MISSING for cell, _, _ in table.cells()):
        return False
    if any(problem.code in NO_TABLE for problem in report.problems):
        return True
    arranged = arrangement_of(report)
    return arranged.breaks_off and table.section + 1 >= min(one.number for one in arranged.behind)


def _lacking(stuck: list[Evaluation]) -> tuple[CellId, ...]:
    return tuple(dict.fromkeys(cell for evaluation in stuck for cell in evaluation.missing))


def _counted(stuck: list[Evaluation]) -> str:
    """How many of which rules: ``“总计＝各申请人之和”25处``."""
    counts: dict[str, int] = {}
    for evaluation in stuck:
        counts[evaluation.title] = counts.get(evaluation.title, 0) + 1
    return "、".join(f"“{title}”{count}处" for title, count in counts.items())


UNSURE = Check(_unsure, frozenset({"count", "cells", "doubt"}), watches=every_cell)
UNASSESSED = Check(_unassessed, frozenset({"rules", "count", "cells"}))
