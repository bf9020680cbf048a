"""Units in the heads of tables: others than the form's, or where the form has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.document.model import Span
from reviewer.forms.folding import fold
from reviewer.forms.report import PrintedLabel, Report

_UNIT = re.compile(r"(?:单位)?(?P<unit>[百千万亿]?元|[件条项个份宗次起例])$")

_BEHIND_LABEL = r"\s*[（(]?\s*(?:单位)?\s*[：:]?\s*(?:人民币)?\s*(?P<unit>[百千万亿]?元)"
"""A unit however it is put behind a label: （元）, （单位：人民币元）."""

_BEHIND = 8
"""A unit stands no farther behind its label."""


def differs_in_unit(label: PrintedLabel) -> bool:
    """Whether a label is the form's but for the unit behind it."""
    return _units(label) is not None


def _units(label: PrintedLabel) -> tuple[str, str] | None:
    """The unit printed and the form's, each empty if there is none; None if more differs."""
    printed, own = _UNIT.search(label.printed), _UNIT.search(label.expected)
    bare = label.expected[: own.start()] if own else label.expected
    if (label.printed[: printed.start()] if printed else label.printed) != bare:
        return None
    return printed["unit"] if printed else "", own["unit"] if own else ""


def _other(inspection: Inspection) -> Iterator[Hit]:
    """Another unit than the form's: 元 for 万元."""
    for label in inspection.report.labels:
        units = _units(label)
        if units and units[1] and units[0] not in {"", units[1]}:
            yield _hit(inspection.report, label, units)
        elif units is None and label.places:
            yield from _written_otherwise(inspection.report, label)


def _written_otherwise(report: Report, label: PrintedLabel) -> Iterator[Hit]:
    """The same where the unit is written otherwise, too: 收费金额（元） for （单位：万元）."""
    own = _UNIT.search(label.expected)
    if own is None or not label.expected.startswith(label.printed):
        return
    pattern = _with_a_unit(label.expected[: own.start()])
    found = pattern.match(report.document.text, label.places[0])
    if found is not None and found["unit"] != own["unit"]:
        place = found.start("unit")
        told = label.model_copy(update={"places": tuple(range(place, found.end("unit")))})
        yield _hit(report, told, (found["unit"], own["unit"]))


@cache
def _with_a_unit(bare: str) -> re.Pattern[str]:
    """A label as it is printed, and a unit behind it."""
    return re.compile(r"\s*".join(map(re.escape, bare)) + _BEHIND_LABEL)


def _added(inspection: Inspection) -> Iterator[Hit]:
    """A unit where the form has none: 采购总金额（元）."""
    for label in inspection.report.labels:
        units = _units(label)
        if units and units[0] and not units[1]:
            yield _hit(inspection.report, label, units)


def _lost(inspection: Inspection) -> Iterator[Hit]:
    """No unit where the form prescribes one: 本年收费金额 for 本年收费金额（单位：万元）."""
    report = inspection.report
    for label in report.labels:
        own = _UNIT.search(label.expected)
        if own is None or not label.places:
            continue
        bare = label.expected[: own.start()]
        start = label.places[0]
        printed = fold(report.document.text[start : start + len(bare) * 2 + _BEHIND])
        if printed.startswith(bare) and "元" not in printed[: len(bare) + _BEHIND]:
            table = report.form.table(label.table)
            yield Hit(
                place=f"{table.name} 表格用语" if table else "",
                fields={"label": bare, "unit": own["unit"]},
                spans=(Span(start=start, end=label.places[-1] + 1),),
                expected=label.wording,
                found=bare,
                marks=(label.table, label.expected),
            )


def _hit(report: Report, label: PrintedLabel, units: tuple[str, str]) -> Hit:
    table = report.form.table(label.table)
    first = label.places[-len(units[0])]
    return Hit(
        place=f"{table.name} 表格用语" if table else "",
        fields={
            "label": label.expected.removesuffix(units[1]).removesuffix("单位"),
            "printed": units[0],
            "unit": units[1],
        },
        spans=(Span(start=first, end=label.places[-1] + 1),),
        expected=label.wording,
        found=units[0],
        marks=(label.table, label.expected, label.printed),
    )


OTHER = Check(_other, frozenset({"label", "printed", "unit"}), reads_figures=False)
ADDED = Check(_added, frozenset({"label", "printed", "unit"}), reads_figures=False)
LOST = Check(_lost, frozenset({"label", "unit"}), reads_figures=False)
