"""What the reviewer must not rely on: unsure readings, and rules that saw no figure."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId, cell_parts
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.checks.model import Evaluation, Outcome
from reviewer.checks.naming import cell_name, cells_name
from reviewer.forms.report import Kind

_FIRST = 5


def _unsure(inspection: Inspection) -> Iterator[Hit]:
    """Figures read with a doubt, one finding a table; blanks and gaps have their own."""
    report = inspection.report
    for table in report.form.tables:
        readings = [report.by_cell[cell] for cell, _, _ in table.cells()]
        cells = [r.cell for r in readings if not r.sure and r.kind is not Kind.MISSING]
        if cells:
            first = "、".join(cell_name(report.form, cell) for cell in cells[:_FIRST])
            more = "等" if len(cells) > _FIRST else ""
            doubts = list(dict.fromkeys(r.doubt for r in readings if not r.sure and r.doubt))
            fields = {
                "count": str(len(cells)),
                "cells": first + more,
                "doubt": f"（{doubts[0]}{'等' if len(doubts) > 1 else ''}）" if doubts else "",
            }
            yield Hit(place=table.name, fields=fields, cells=tuple(cells))


def _unassessed(inspection: Inspection) -> Iterator[Hit]:
    """Rules that could not be assessed for want of figures, one finding a table."""
    report = inspection.report
    for table in report.form.tables:
        stuck = [
            evaluation
            for evaluation in inspection.evaluations
            if evaluation.outcome is Outcome.UNKNOWN
            and cell_parts(evaluation.cells[0])[0] == table.key
        ]
        if stuck:
            missing = _lacking(stuck)
            fields = {
                "rules": _counted(stuck),
                "count": str(len(missing)),
                "cells": cells_name(report.form, table, missing),
            }
            yield Hit(place=table.name, fields=fields, cells=missing)


def _lacking(stuck: list[Evaluation]) -> tuple[CellId, ...]:
    return tuple(dict.fromkeys(cell for evaluation in stuck for cell in evaluation.missing))


def _counted(stuck: list[Evaluation]) -> str:
    """How many of which rules: ``“总计＝各申请人之和”25处``."""
    counts: dict[str, int] = {}
    for evaluation in stuck:
        counts[evaluation.title] = counts.get(evaluation.title, 0) + 1
    return "、".join(f"“{title}”{count}处" for title, count in counts.items())


UNSURE = Family(_unsure, frozenset({"count", "cells", "doubt"}))
UNASSESSED = Family(_unassessed, frozenset({"rules", "count", "cells"}))
