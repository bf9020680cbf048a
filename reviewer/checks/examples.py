"""Runs the examples of a rule: it must pass some reports and find fault with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.checks.declaration import Example, Rule
from reviewer.checks.engine import check
from reviewer.checks.rule_set import RuleSet, listed
from reviewer.checks.rules import built_in
from reviewer.document.model import Document, Origin
from reviewer.forms.catalog import form
from reviewer.forms.figures.nearly import nearly_figure
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.folding import fold
from reviewer.forms.identity.sections import find_sections
from reviewer.forms.labels import split_enumerator
from reviewer.forms.model import Block, Column, FormTable, Row
from reviewer.forms.report import Kind, PrintedLabel, Reading, Report

_NOWHERE = Document(origin=Origin(path="", format="txt", encoding=None, sha256="", size=0), text="")


@dataclass(frozen=True, slots=True)
class Trial:
    """An example tried on one form.

    Attributes:
        name: Which example it is, as its writer counts them (``应发现的例子2``).
        fault: What is wrong (in Chinese); empty if the rule does what the example says.
    """

    name: str
    form: str
    fault: str


def trials(rule: Rule, using: RuleSet | None = None) -> Iterator[Trial]:
    """Every example of a rule, tried.

    Args:
        rule: The rule; it is run whether it is switched on or not.
        using: The other rules in force, which some checks look at; the built-in ones if none.
    """
    rule = rule.model_copy(update={"enabled": True})
    alone = rule.expression is not None
    tried = RuleSet([listed(rule)]) if alone else (using or built_in()).having(rule)
    for name, examples, must_find in (
        ("应通过的例子", rule.passing, False),
        ("应发现的例子", rule.failing, True),
    ):
        for number, example in enumerate(examples, start=1):
            for form_id in example.forms or rule.forms:
                checked = check(example_report(example, form_id), tried)
                found = [each.message for each in checked.findings if each.rule == rule.id]
                fault = _fault(example, found, must_find=must_find)
                yield Trial(f"{name}{number}", form_id, fault)


def _fault(example: Example, found: list[str], *, must_find: bool) -> str:
    if must_find and not found:
        return "应当发现问题，却没有发现"
    if not must_find and found:
        return f"不应有问题，却发现了：{found[0]}"
    if must_find and not any(example.finds in message for message in found):
        return f"的说明中没有“{example.finds}”：{found[0]}"
    return ""


def example_report(example: Example, form_id: str) -> Report:
    """The report that an example describes; it has figures, and a text if that matters."""
    used = form(form_id)
    figures = dict(example.cells)
    if example.listed:
        used = used.model_copy(update={"tables": (_list(example),)})
        lines = [number for _, *numbers in example.listed for number in numbers]
        figures = dict(zip(used.figures, lines, strict=True))
    text, labels = _labels(example)
    readings = (_reading(cell, example, str(figures.get(cell, "0"))) for cell in used.figures)
    origin = _NOWHERE.origin.model_copy(update={"format": example.format})
    return Report(
        document=_NOWHERE.model_copy(update={"text": text, "origin": origin}),
        title=example.title,
        body=example.body,
        year=example.year,
        form=used,
        form_due=None,
        confidence=1.0,
        sections=find_sections(text),
        readings=tuple(readings),
        problems=example.problems,
        labels=labels,
    )


def _labels(example: Example) -> tuple[str, tuple[PrintedLabel, ...]]:
    """The example's text with its labels, each on a line of its own, and those labels."""
    text, labels = example.text, []
    for table, wording, printed in example.labels:
        text += "\n"
        (_, own), (_, bare) = split_enumerator(wording), split_enumerator(printed)
        text += printed.removesuffix(bare)
        letters = [place for place, one in enumerate(bare, start=len(text)) if fold(one)]
        text += bare
        labels.append(
            PrintedLabel(
                table=table,
                kind="head",
                wording=wording,
                expected=fold(own),
                printed="".join(text[place] for place in letters),
                places=tuple(letters),
            )
        )
    return text, tuple(labels)


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
    nearly = nearly_figure(printed)
    parsed = nearly.parsed if nearly and not nearly.slip else parse_figure(printed)
    return Reading(
        cell=cell,
        printed=printed,
        kind=parsed.kind,
        number=parsed.number,
        unit=parsed.unit,
        sure=cell not in example.unsure,
    )
