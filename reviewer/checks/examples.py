"""Runs the examples of a rule: it must pass some reports and find fault with others."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId
from reviewer.checks.declaration import Example, Rule
from reviewer.checks.engine import check
from reviewer.document.model import Document, Origin
from reviewer.forms.catalog import form
from reviewer.forms.model import Block, Column, FormTable, Row
from reviewer.forms.numbers import parse_figure
from reviewer.forms.report import Kind, Reading, Report

_NOWHERE = Document(origin=Origin(path="", format="txt", encoding=None, sha256="", size=0), text="")


def failures(rule: Rule) -> list[str]:
    """What the examples of a rule show to be wrong with it (in Chinese); nothing if all is well."""
    return [
        f"{rule.id} {form_id}：{fault}"
        for example, must_find in _all(rule)
        for form_id in example.forms or rule.forms
        for fault in _faults(rule, example, form_id, must_find)
    ]


def _all(rule: Rule) -> Iterator[tuple[Example, bool]]:
    yield from ((example, False) for example in rule.passing)
    yield from ((example, True) for example in rule.failing)


def _faults(rule: Rule, example: Example, form_id: str, must_find: bool) -> Iterator[str]:
    found = [f for f in check(example_report(example, form_id)).findings if f.rule == rule.id]
    if must_find and not found:
        yield f"应当发现问题而没有发现：{example.cells}"
    if not must_find and found:
        yield f"不应有问题：{found[0].message}"
    if must_find and found and not any(example.finds in finding.message for finding in found):
        yield f"说明中没有“{example.finds}”：{found[0].message}"


def example_report(example: Example, form_id: str) -> Report:
    """The report that an example describes; it has figures, and a text if that matters."""
    used = form(form_id)
    figures = dict(example.cells)
    if example.listed:
        used = used.model_copy(update={"tables": (_list(example),)})
        lines = [number for _, *numbers in example.listed for number in numbers]
        figures = dict(zip(used.figures, lines, strict=True))
    readings = (_reading(cell, example, str(figures.get(cell, "0"))) for cell in used.figures)
    return Report(
        document=_NOWHERE.model_copy(update={"text": example.text}),
        title="",
        body=example.body,
        year=example.year,
        form=used,
        form_due=None,
        confidence=1.0,
        readings=tuple(readings),
        problems=example.problems,
    )


def _list(example: Example) -> FormTable:
    """The table of an example's list of indicators."""
    labels = [label for label, *_ in example.listed]
    rows = tuple(Row(key=f"r{place}", label=label) for place, label in enumerate(labels))
    columns = (Column(key="current", label="本年"), Column(key="cumulative", label="累计"))
    return FormTable(
        key="statistics",
        name="统计表",
        title="政府信息公开情况统计表",
        section=0,
        layout="list",
        blocks=(Block(columns=columns, rows=rows),),
    )


def _reading(cell: CellId, example: Example, printed: str) -> Reading:
    if cell in example.missing:
        return Reading(cell=cell, kind=Kind.MISSING)
    parsed = parse_figure(printed)
    return Reading(
        cell=cell,
        printed=printed,
        kind=parsed.kind,
        number=parsed.number,
        unit=parsed.unit,
        sure=cell not in example.unsure,
    )
