"""Reads the claims of a report: figures in its sentences, outside the tables.

A figure is a claim only if the words just before it, or just behind its unit, name a subject;
a sentence about something else (5件规范性文件 among 98条, 8件网民留言) yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reviewer.base import CellId
from reviewer.claims.flow import Sentence, Stretch, sentences
from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.negations import negations
from reviewer.claims.numerals import NUMERAL, to_number
from reviewer.claims.subjects import Subject, cells_of, subjects
from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold
from reviewer.forms.labels import vocabulary
from reviewer.forms.model import Form
from reviewer.forms.report import Report

_FIGURE = re.compile(
    rf"(?P<number>{NUMERAL})(?P<unit>万元|元|[件宗起份条次个项例])(?P<more>余|多)?"
)
_YEAR = re.compile(r"(?P<year>20\d\d)年")
_OTHER_MATTER = re.compile(
    r"意见|留言|来信|来电|咨询|投诉|建议|提案|热线|举报|信访|工单|舆情|累计|历年|同比|比上年|较上年"
)
_LEAST = 6
_REACH = 600


@dataclass(frozen=True)
class _Source:
    """What claims are read from."""

    text: str
    form: Form
    year: int | None


def read_claims(report: Report) -> tuple[Claim, ...]:
    """All claims of a report, in the order of the text."""
    return _read(report.document.text, report.form.id, report.year, table_stretches(report))


@lru_cache(maxsize=16)
def _read(
    text: str, form_id: str, year: int | None, tables: tuple[Stretch, ...]
) -> tuple[Claim, ...]:
    """The same for a text; kept, since a report is checked anew after every edit."""
    source = _Source(text, forms()[form_id], year)
    claims: list[Claim] = []
    for sentence in sentences(text, tables, _REACH):
        if len(sentence.text) >= _LEAST and not _is_printed_form(sentence.text):
            claims += _counted(sentence, source)
            claims += _denied(sentence, source)
    return tuple(sorted(claims, key=lambda claim: claim.figure.start))


def table_stretches(report: Report) -> tuple[Stretch, ...]:
    """The stretches of text that are tables: from the first to the last figure of each."""
    places: dict[str, list[int]] = {}
    for reading in report.readings:
        if reading.place is not None:
            span = reading.place.span
            places.setdefault(reading.cell.split(".")[0], []).extend((span.start, span.end))
    return tuple((min(found), max(found)) for found in places.values())


def _is_printed_form(text: str) -> bool:
    """Whether a piece of text is a label of some form's tables."""
    folded = fold(text)
    return any(folded in vocabulary(form_id) for form_id in forms())


def _counted(sentence: Sentence, source: _Source) -> Iterator[Claim]:
    for match in _FIGURE.finditer(sentence.text):
        value = to_number(match["number"])
        if value is None or match["more"] or _is_figure_of_speech(sentence.text, match):
            continue
        named = _named(sentence, match, source.form)
        if named is not None:
            stretch = (match.start(), match.end("unit"))
            yield _claim(named, value, match["unit"], sentence, stretch, source)


def _is_figure_of_speech(text: str, match: re.Match[str]) -> bool:
    """Whether a numeral stands in a slogan in quotes (“办结一件申请、解决一个问题”)."""
    before = text[: match.start()]
    return match["number"] in {"一", "两"} and before.count("“") > before.count("”")


def _denied(sentence: Sentence, source: _Source) -> Iterator[Claim]:
    for key, start, end in negations(sentence.text, sentence.context):
        subject = next(one for one, _, _ in subjects() if one.key == key)
        cells = cells_of(subject, source.form)
        if cells or not source.form.tables:
            yield _claim((subject, cells), 0, "", sentence, (start, end), source)


def _named(
    sentence: Sentence, match: re.Match[str], form: Form
) -> tuple[Subject, tuple[CellId, ...]] | None:
    """The subject whose words stand just before a figure, or just behind its unit."""
    before, behind = sentence.text[: match.start()], sentence.text[match.end() :]
    clause = re.split(r"[，,、：:]", before)[-1]
    if _OTHER_MATTER.search(clause):
        return None
    about = sentence.context + sentence.text
    for subject, pattern, following in subjects():
        if match["unit"] not in subject.units:
            continue
        follows = following and following.match(behind) and re.search(subject.verb, clause)
        if not pattern.search(before) and not follows:
            continue
        cells = cells_of(subject, form)
        fits = bool(cells) or not form.tables
        if fits and (not subject.about or re.search(subject.about, about)):
            return subject, cells
    return None


def _claim(
    named: tuple[Subject, tuple[CellId, ...]],
    value: int | Decimal,
    unit: str,
    sentence: Sentence,
    stretch: Stretch,
    source: _Source,
) -> Claim:
    subject, cells = named
    start, end = sentence.place(0, len(sentence.text))
    span = Span(start=start, end=end)
    place = sentence.place(*stretch)
    return Claim(
        subject=subject.key,
        label=subject.label,
        cells=cells,
        year=_year(sentence.text[: stretch[0]], source.year),
        value=value,
        unit=unit,
        kind=ClaimKind.COUNT if unit else ClaimKind.NIL,
        text=source.text[start:end],
        span=span,
        figure=Span(start=place[0], end=place[1]),
    )


def _year(before: str, year: int | None) -> int | None:
    """The year named last before a figure in its sentence, else the report's."""
    named = [int(match["year"]) for match in _YEAR.finditer(before)]
    return named[-1] if named else year
