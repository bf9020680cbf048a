"""Labels of the tables against the form's own wording, character by character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.differences import Difference, marked, wording_difference
from reviewer.checks.families.label_units import differs_in_unit
from reviewer.checks.families.showing import first_of, times
from reviewer.claims.reading import Words
from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold, fold_character
from reviewer.forms.labels import split_enumerator
from reviewer.forms.report import PrintedLabel, Report

_FIGURE_BETWEEN = re.compile(r"[\t|\n ][\s|]*[-+−]?\d")
_GAP = re.compile(r"[\s|]")
_BLANKS = re.compile(r"\s")
_FIGURE_NEXT = re.compile(r"[ \u3000]*[\t|\n][\s|]*[-+]?\d+(?:\.\d+)?[ \u3000]*(?=[\t|\n])")
"""Behind a label's end: its row's first figure, in a cell of its own."""

_FEW = 2
"""No more letters than these are lost before a cell's end without standing elsewhere."""

_BEHIND = 12
"""Letters behind a label in which the rest of it may stand."""

_LISTED = 4
"""At most this many labels are quoted."""

_MANY = 3
"""A table with this many torn labels was copied line by line across its cells."""

_MOST_LOST = 4
"""Where more labels are lost the text has another layout, or the head is not there at all."""

_BEGINNING = 3
"""This many letters show that a head begins."""

_SHOWN = 36
"""Characters of a label that are quoted."""

_SAME = {("它", "他")}
"""Printed and right characters that many take for each other without harm: 其它 for 其他."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A label printed otherwise than the form has it, in the same way at one place or several."""

    labels: tuple[PrintedLabel, ...]
    difference: Difference

    @property
    def label(self) -> PrintedLabel:
        """The first of them."""
        return self.labels[0]


def _misprints(inspection: Inspection) -> Iterator[Hit]:
    """Labels with wrong characters: 结果维护 for 结果维持."""
    report = inspection.report
    for slip in _slips(report, misprints=True):
        label, found = slip.label, slip.difference
        fields = {
            "wrong": _printed(report, label, found.wrong),
            "right": _right(label, found.right),
            "times": times(slip.labels),
        }
        yield Hit(
            place=_table_name(report, label),
            fields=fields,
            spans=tuple(_span(one, index) for one in slip.labels for index in found.wrong),
            expected=label.wording,
            found=_printed(report, label, ()),
            marks=(label.table, label.expected, label.printed),
        )


def _variants(inspection: Inspection) -> Iterator[Hit]:
    """Labels in other words that do no harm: one finding for each table."""
    report = inspection.report
    variants = _slips(report, misprints=False)
    for table in report.form.tables:
        slips = [slip for slip in variants if slip.label.table == table.key]
        if not slips:
            continue
        told = [f"“{_printed(report, s.label, ())}”（格式为“{s.label.wording}”）" for s in slips]
        yield Hit(
            place=table.name,
            fields={
                "labels": first_of(told, _LISTED),
                "count": str(len(told)),
            },
            spans=tuple(
                Span(start=one.places[0], end=one.places[-1] + 1) for s in slips for one in s.labels
            ),
            expected="；".join(s.label.wording for s in slips),
            marks=(table.key, *(s.label.printed for s in slips)),
        )


def _lost(inspection: Inspection) -> Iterator[Hit]:
    """Captions and heads that are not printed though others of their table are."""
    report = inspection.report
    torn = {one.table for one in report.labels if one.printed and _is_torn(report, one)}
    for table in report.form.tables:
        lost = [
            one.wording
            for one in report.labels
            if one.table == table.key and not one.printed and one.kind in {"caption", "head"}
        ]
        if 0 < len(lost) <= _MOST_LOST and table.key not in torn:
            labels = "、".join(f"“{wording}”" for wording in dict.fromkeys(lost))
            yield Hit(
                place=table.name,
                fields={"labels": labels},
                expected="；".join(dict.fromkeys(lost)),
                marks=(table.key, labels),
            )


def _slips(report: Report, *, misprints: bool) -> list[_Slip]:
    """The labels that differ, those that differ alike together: by misprints, or in other ways."""
    return [slip for slip, misprint in _judged(Words(report)) if misprint is misprints]


@lru_cache(maxsize=8)
def _judged(words: Words) -> tuple[tuple[_Slip, bool], ...]:
    """Every slip, and whether it is a misprint."""
    report = words.report
    same: dict[tuple[str, str, str], list[PrintedLabel]] = {}
    tables = _torn_tables(report)
    for label in (_trimmed(report, one) for one in report.labels):
        if not label.printed or differs_in_unit(label) or _is_torn(report, label):
            continue
        if label.table not in tables or _is_inside(report, label):
            same.setdefault((label.table, label.expected, label.printed), []).append(label)
    slips = (
        _Slip(tuple(labels), wording_difference(printed, expected))
        for (_, expected, printed), labels in same.items()
    )
    return tuple((slip, _is_misprint(report, slip.label, slip.difference)) for slip in slips)


def _trimmed(report: Report, label: PrintedLabel) -> PrintedLabel:
    """A label without its last letter if that is the next cell's: 对外公开总数 above 规章."""
    printed = label.printed
    if len(printed) != len(label.expected) or printed[:-1] != label.expected[:-1]:
        return label
    before, last = label.places[-2:]
    if last == before + 1 or not _FIGURE_NEXT.match(report.document.text, before + 1):
        return label
    return label.model_copy(update={"printed": printed[:-1], "places": label.places[:-1]})


def _is_misprint(report: Report, label: PrintedLabel, found: Difference) -> bool:
    """Whether some characters stand for others, the rest of the label being right."""
    changed = found.replaced + min(found.added, found.lacking)
    if not 0 < changed <= max(2, len(label.expected) // 4):
        return False
    if abs(found.added - found.lacking) > 1:
        return False
    return not _is_harmless(report, label, found)


def _is_harmless(report: Report, label: PrintedLabel, found: Difference) -> bool:
    pairs = {
        (label.printed[wrong], label.expected[right])
        for wrong, right in zip(found.wrong, found.right, strict=False)
    }
    return pairs <= _SAME or label.printed in _other_wordings(report.form.id)


def _is_torn(report: Report, label: PrintedLabel) -> bool:
    """Whether other cells' words may stand between its characters, or its end is lost."""
    between = report.document.text[label.places[0] : label.places[-1] + 1]
    if _FIGURE_BETWEEN.search(between) or _is_cut(report, label):
        return True
    if _runs_on(report, label):
        return True
    longer = len(label.printed) > len(label.expected)
    if longer and "\n" in between and not label.printed.startswith(label.expected):
        return True
    return _has_foreign_piece(report, label)


def _is_cut(report: Report, label: PrintedLabel) -> bool:
    """Whether the rest of it may stand elsewhere: few letters lost before a cell's end do not."""
    if not label.expected.startswith(label.printed):
        return False
    lost = label.expected[len(label.printed) :]
    text = report.document.text
    end = label.places[-1] + 1
    behind = fold(text[end : end + _SHOWN])
    ends = bool(_FIGURE_NEXT.match(text, end))
    return not (0 < len(lost) <= _FEW and ends and lost not in behind[:_BEHIND])


def _runs_on(report: Report, label: PrintedLabel) -> bool:
    """Whether its last character is the next head's first: 本年制发件本年废止件."""
    last = label.places[-1]
    if len(label.printed) - 1 not in wording_difference(label.printed, label.expected).wrong:
        return False
    return fold(report.document.text[last : last + _BEGINNING]) in _beginnings(report.form.id)


@cache
def _beginnings(form_id: str) -> frozenset[str]:
    """How the heads of a form's columns begin."""
    blocks = [block for table in forms()[form_id].tables for block in table.blocks]
    return frozenset(fold(one.label)[:_BEGINNING] for block in blocks for one in block.columns)


def _has_foreign_piece(report: Report, label: PrintedLabel) -> bool:
    """Whether a piece of it that stands apart from the rest is all wrong.

    Letters that are spaced out each by itself are no pieces.
    """
    wrong = set(wording_difference(label.printed, label.expected).wrong)
    pieces: list[set[int]] = [{0}]
    for index, (before, place) in enumerate(pairwise(label.places), start=1):
        if _GAP.search(report.document.text, before + 1, place):
            pieces.append({index})
        else:
            pieces[-1].add(index)
    spaced_out = len(pieces) == len(label.places)
    extended = label.printed.startswith(label.expected)
    return not (spaced_out or extended) and any(piece <= wrong for piece in pieces)


def _torn_tables(report: Report) -> frozenset[str]:
    """Tables many of whose labels are torn: pages whose cells were read line by line."""
    torn = Counter(
        label.table for label in report.labels if not label.printed or _is_torn(report, label)
    )
    return frozenset(table for table, count in torn.items() if count >= _MANY)


def _is_inside(report: Report, label: PrintedLabel) -> bool:
    """Whether all that is wrong stands between right characters, without a gap."""
    wrong = wording_difference(label.printed, label.expected).wrong
    between = report.document.text[label.places[0] : label.places[-1] + 1]
    return not _GAP.search(between) and 0 not in wrong and len(label.printed) - 1 not in wrong


@cache
def _other_wordings(form_id: str) -> frozenset[str]:
    """Folded wordings that a form's rows and columns may have, too."""
    blocks = [block for table in forms()[form_id].tables for block in table.blocks]
    aliases = [alias for block in blocks for row in block.rows for alias in row.aliases]
    aliases += [alias for block in blocks for column in block.columns for alias in column.aliases]
    return frozenset(fold(split_enumerator(alias)[1]) for alias in aliases)


# -- how it is shown ----------------------------------------------------------------------


def _table_name(report: Report, label: PrintedLabel) -> str:
    table = report.form.table(label.table)
    return f"{table.name} 表格用语" if table else ""


def _span(label: PrintedLabel, index: int) -> Span:
    return Span(start=label.places[index], end=label.places[index] + 1)


def _printed(report: Report, label: PrintedLabel, indexes: tuple[int, ...]) -> str:
    """The label as it stands in the report, without blanks, some of its characters marked."""
    start, end = label.places[0], label.places[-1] + 1
    end += report.document.text[end : end + 1] in {"）", ")"}
    kept = [place for place in range(start, end) if not _BLANKS.match(report.document.text[place])]
    wrong = {label.places[index] for index in indexes}
    shown = "".join(report.document.text[place] for place in kept)
    text = marked(shown, {index for index, place in enumerate(kept) if place in wrong})
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _right(label: PrintedLabel, indexes: tuple[int, ...]) -> str:
    """The form's wording without its number, some of its letters marked."""
    _, bare = split_enumerator(label.wording)
    letters = [
        index
        for index, character in enumerate(bare)
        if fold_character(character) and not character.isdigit()
    ]
    return marked(bare, {letters[index] for index in indexes})


MISPRINTS = Check(_misprints, frozenset({"wrong", "right", "times"}), reads_figures=False)
VARIANTS = Check(_variants, frozenset({"labels", "count"}), reads_figures=False)
LOST = Check(_lost, frozenset({"labels"}), reads_figures=False)
