"""Totals that sentences take apart, and the number of sections that a report says it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.base import CellId
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.claim_reasons import number_of
from reviewer.checks.families.claims import differing
from reviewer.checks.families.headings import is_named, listed_titles
from reviewer.checks.families.percentages import decimals_of, is_percent, percentage, rounded
from reviewer.checks.families.prose import introduction, place_label, prose_of
from reviewer.checks.writing import number_text
from reviewer.claims.enumerations import read_enumerations
from reviewer.claims.flow import Sentence
from reviewer.claims.numerals import to_number
from reviewer.claims.parted import Enumeration, Part
from reviewer.claims.reading import read_claims
from reviewer.claims.shares import read_part_shares, read_shares
from reviewer.document.model import Span
from reviewer.forms.identity.signature import signature
from reviewer.forms.report import Report

_CAME_AND_DECIDED = (CellId("requests.new.total"), CellId("requests.total.total"))

_SAME_WHOLE = 2
"""One share that does not fit the total is told only where this many others do."""

_SECTIONS = re.compile(
    r"(?:包括|包含|由|分为|共(?!和国)|等|内容)[^。]{0,400}?(?P<number>[一二三四五六七八九十]{1,2}|\d{1,2})个?"
    r"(?:部分|方面内容|方面)(?P<behind>组成|构成|内容|[。,;]|$)"
)
_REPORT = re.compile(r"报告|全文|年报")
_LEAD = 4
"""Characters from where such words begin in which 报告 or 全文 may still stand: 内容包括全文."""

_FEW_LACKING = 2
"""Where more are not named the rest is meant by 等."""

_ENCLOSED = re.compile("统计表|附表|附件")
"""These parts of a report stand behind its signature."""

_LAST = re.compile(r"其[他它]需?要?(?:报告|说明)?的?事项")


def _sums(inspection: Inspection) -> Iterator[Hit]:
    """Parts that do not make up the total that they are parts of."""
    report = inspection.report
    told = [claim.figure for claim, _, _ in differing(report)]
    for each in read_enumerations(report):
        if not each.differs or _is_of_decided(report, each):
            continue
        if not any(each.place.holds(place) for place in told):
            yield _sum(report, each)


def _is_of_decided(report: Report, each: Enumeration) -> bool:
    """Whether parts of what came are those of what was decided, as the table has both.

    收到40件，其中予以公开27件…，共41件 parts what was carried over from last year, too.
    """
    came, decided = (number_of(report, (cell,)) for cell in _CAME_AND_DECIDED)
    return (each.total, each.sum) == (came, decided)


def _nearly(inspection: Inspection) -> Iterator[Hit]:
    """Parts that lack so little of their total that a figure is wrong, or a small part left out."""
    report = inspection.report
    yield from (_sum(report, each) for each in read_enumerations(report) if each.lacks_little)


def _sum(report: Report, each: Enumeration) -> Hit:
    gap = Decimal(each.sum) - Decimal(each.total)
    added = "＋".join(number_text(part.value) for part in each.parts)
    fields = {
        "total": f"{number_text(each.total)}{each.unit}",
        "parts": f"{added}＝{number_text(each.sum)}" if len(each.parts) > 1 else added,
        "gap": f"{'多' if gap > 0 else '少'}{number_text(abs(gap))}",
    }
    return Hit(
        place=place_label(report.document, each.place.start),
        fields=fields,
        spans=(each.place,),
        expected=number_text(each.total),
        found=number_text(each.sum),
        marks=(number_text(each.total), added),
    )


def _shares(inspection: Inspection) -> Iterator[Hit]:
    """A share that does not fit its total: among others that fit, or the only one."""
    report = inspection.report
    told: set[Span] = set()
    for each in read_enumerations(report):
        shared = [part for part in each.parts if part.share is not None and part.value]
        wrong = [part for part in shared if not _fits(part, Decimal(each.total))]
        right = len(shared) - len(wrong)
        if len(wrong) < right >= _SAME_WHOLE or (right and each.sum == each.total):
            for part in wrong:
                told.add(part.place)
                yield _share(report, each, part)
    yield from (hit for hit in _single_shares(inspection) if hit.spans[1] not in told)


def _single_shares(inspection: Inspection) -> Iterator[Hit]:
    """A part that stands right behind its whole, with a share that no figure near by gives."""
    report = inspection.report
    claimed = {claim.figure for claim in read_claims(report)}
    for each in read_part_shares(report):
        decimals = decimals_of(each.share)
        if each.place in claimed or any(
            whole and is_percent(each.part, whole, each.share, decimals)
            for whole in (each.whole, *each.others)
        ):
            continue
        fields = {
            "name": each.name,
            "part": f"{number_text(each.part)}{each.unit}",
            "stated": f"{number_text(each.share)}%",
            "whole": number_text(each.whole),
            "found": f"{number_text(rounded(percentage(each.part, each.whole), decimals))}%",
        }
        yield _share_hit(report, fields, each.place, each.part_place)


def _too_many(inspection: Inspection) -> Iterator[Hit]:
    """Kinds whose shares come to more than the whole that they are kinds of."""
    report = inspection.report
    for each in read_shares(report):
        if each.too_many:
            parts = "＋".join(f"{number_text(value)}%" for value in each.values)
            yield Hit(
                place=place_label(report.document, each.place.start),
                fields={"parts": parts, "sum": f"{number_text(sum(each.values))}%"},
                spans=(each.place,),
                expected="≤100%",
                found=f"{number_text(sum(each.values))}%",
                marks=(parts,),
            )


def _fits(part: Part, total: Decimal) -> bool:
    return part.share is None or is_percent(Decimal(part.value), total, part.share, part.decimals)


def _share(report: Report, each: Enumeration, part: Part) -> Hit:
    right = rounded(percentage(Decimal(part.value), Decimal(each.total)), part.decimals)
    fields = {
        "name": part.name,
        "part": f"{number_text(part.value)}{part.unit}",
        "stated": f"{number_text(part.share)}%",
        "whole": number_text(each.total),
        "found": f"{number_text(right)}%",
    }
    return _share_hit(report, fields, part.share_place or part.place, part.place)


def _share_hit(report: Report, fields: dict[str, str], share: Span, part: Span) -> Hit:
    return Hit(
        place=place_label(report.document, part.start),
        fields=fields,
        spans=(share, part),
        expected=fields["found"],
        found=fields["stated"],
        marks=(fields["part"], fields["stated"], str(part.start)),
    )


def _sections(inspection: Inspection) -> Iterator[Hit]:
    """The introduction states another number of parts than the report has sections."""
    report = inspection.report
    there = len(report.sections)
    if [section.number for section in report.sections] != list(range(1, there + 1)):
        return
    for sentence, match, stated in _stated_parts(report):
        if not _REPORT.search(sentence.text[: match.start() + _LEAD]):
            continue
        ends = bool(report.sections) and bool(_LAST.search(report.sections[-1].title))
        signed = signature(prose_of(report).plain) is not None
        ends = ends or (signed and not _ENCLOSED.search(sentence.text))
        if stated < there or (stated > there and ends):
            yield Hit(
                place=place_label(report.document, sentence.origin[match.start("number")]),
                fields={"stated": match["number"], "found": str(there)},
                spans=(sentence.span(match.start("number"), match.end("behind")),),
                expected=str(there),
                found=str(stated),
                marks=(str(stated),),
            )


def _stated_parts(report: Report) -> Iterator[tuple[Sentence, re.Match[str], int]]:
    """The sentences of the introduction that say of how many parts something is made."""
    for sentence in prose_of(report).within(introduction(report)):
        match = _SECTIONS.search(sentence.text)
        if match is not None:
            yield sentence, match, int(to_number(match["number"]) or 0)


def _listed(inspection: Inspection) -> Iterator[Hit]:
    """The introduction counts the form's sections right, and leaves one out in naming them."""
    report = inspection.report
    sections = report.form.sections
    for sentence, match, stated in _stated_parts(report):
        if stated != len(sections):
            continue
        named = sentence.text[: match.start("number")]
        lacking = [one for one in sections if not is_named(one, named)]
        if 0 < len(lacking) <= _FEW_LACKING:
            titles = listed_titles(lacking)
            yield Hit(
                place=place_label(report.document, sentence.origin[match.start("number")]),
                fields={"stated": match["number"], "lacking": titles},
                spans=(sentence.span(match.start(), match.end("behind")),),
                expected=listed_titles(sections),
                marks=(titles,),
            )


SUMS = Check(_sums, frozenset({"total", "parts", "gap"}))
NEARLY = Check(_nearly, frozenset({"total", "parts", "gap"}), reads_figures=False)
SHARES = Check(
    _shares, frozenset({"name", "part", "stated", "whole", "found"}), reads_figures=False
)
TOO_MANY = Check(_too_many, frozenset({"parts", "sum"}), reads_figures=False)
SECTIONS = Check(_sections, frozenset({"stated", "found"}), reads_figures=False)
LISTED = Check(_listed, frozenset({"stated", "lacking"}), reads_figures=False)
