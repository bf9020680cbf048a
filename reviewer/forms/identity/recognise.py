"""Which form a report uses, and which it should use: two facts, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from reviewer.base import Frozen
from reviewer.forms.catalog import form_due, forms
from reviewer.forms.folding import fold
from reviewer.forms.identity.identity import Identity
from reviewer.forms.labels import split_enumerator, vocabulary
from reviewer.forms.locating.anchors import Page
from reviewer.forms.model import Form
from reviewer.forms.report import Section

_LONG_ENOUGH = 4
"""Shorter wordings may stand in any text."""

_LEAST_WORDINGS = 2
"""A form is known by at least this many wordings: one may be quoted by a report on another."""

_CAPTION = "第二十条第一项信息内容"
"""How table two begins; no report on the old form prints it, so that one wording tells enough."""

_LEAST_TITLES = 2
"""Fewer titles of the old form prove nothing: any report may word one of its own like that."""

_ALIKE = 75.0
"""Per cent by which a title is taken for a prescribed one."""


class Recognised(Frozen):
    """The form used.

    Attributes:
        form: The form.
        confidence: 0 to 1.
        evidence: Why, in Chinese.
    """

    form: Form
    confidence: float
    evidence: str


def recognise(
    page: Page, sections: Sequence[Section], identity: Identity, *, has_list: bool
) -> Recognised:
    """The form that a report uses: by the wordings of its tables, else its sections and year.

    Args:
        page: The text.
        sections: Its sections.
        identity: The report's year, if known, or the school year.
        has_list: Whether it prints a list of indicators, as reports up to 2018 do.
    """
    by_tables = _by_tables(page)
    if by_tables is not None:
        return by_tables
    if has_list:
        evidence = "有 2018 年以前格式的指标统计表"
        return Recognised(form=forms()["2008"], confidence=0.95, evidence=evidence)
    if identity.school_year:
        evidence = f"按{identity.school_year}学年编制，无统一表格"
        return Recognised(form=forms()["2008"], confidence=0.9, evidence=evidence)
    return _by_sections(sections, identity.year)


def _by_tables(page: Page) -> Recognised | None:
    text = page.folded.text
    found = {
        form_id: [word for word in words if word in text]
        for form_id, words in _distinctive().items()
    }
    best = max(found, key=lambda form_id: len(found[form_id]))
    hits = len(found[best])
    others = sum(len(words) for form_id, words in found.items() if form_id != best)
    least = _LEAST_WORDINGS if others or _CAPTION not in text else 1
    if hits < least:
        return None
    examples = "、".join(found[best][:3])
    return Recognised(
        form=forms()[best],
        confidence=round(hits / (hits + others), 2),
        evidence=f"表格用语符合 {best} 年格式（如“{examples}”等 {hits} 处）",
    )


@cache
def _distinctive() -> dict[str, tuple[str, ...]]:
    """For each form with tables, the folded wordings that no other form prints."""
    printed = {form.id: form for form in forms().values() if form.tables}
    return {
        form_id: tuple(
            word
            for word in _wordings(form)
            if not any(word in vocabulary(other) for other in printed if other != form_id)
        )
        for form_id, form in printed.items()
    }


def _wordings(form: Form) -> tuple[str, ...]:
    texts = [
        split_enumerator(label)[1]
        for table in form.tables
        for block in table.blocks
        for label in (*(one.label for one in block.columns), *(one.label for one in block.rows))
    ]
    folded = dict.fromkeys(fold(text) for text in texts)
    return tuple(text for text in folded if len(text) >= _LONG_ENOUGH)


def _by_sections(sections: Sequence[Section], year: int | None) -> Recognised:
    due = form_due(year) if year else None
    newest = due if due and due.tables else list(forms().values())[-1]
    old = forms()["2008"]
    if year is not None and not form_due(year).tables:
        return Recognised(form=old, confidence=0.9, evidence=f"{year} 年报告，无统一表格")
    as_new, as_old = _alike(sections, newest), _alike(sections, old)
    if as_old > as_new and as_old >= _LEAST_TITLES:
        evidence = "没有新格式的表格，章节标题为 2018 年以前的写法"
        return Recognised(form=old, confidence=0.7, evidence=evidence)
    evidence = "没有找到表格，按章节标题和年度推定"
    confidence = 0.6 if as_new >= 3 else 0.3
    return Recognised(form=newest, confidence=confidence, evidence=evidence)


def _alike(sections: Sequence[Section], form: Form) -> int:
    """How many sections have a title that the form prescribes, and the other forms do not."""
    own = [fold(text) for one in form.sections for text in (one.title, *one.aliases)]
    return sum(
        any(fuzz.ratio(fold(section.title), title) >= _ALIKE for title in own)
        for section in sections
    )
