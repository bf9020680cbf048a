"""Brackets and quotes that are not closed, not opened, or cross each other; doubled stops."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.debris import in_debris
from reviewer.checks.families.placeholders import is_left_empty
from reviewer.checks.families.prose import prose_of
from reviewer.checks.families.showing import hit_around
from reviewer.document.model import Span
from reviewer.forms.report import Report

_CLOSING = {
    "(": ")",
    "〔": "〕",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "「": "」",
}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_QUOTES = frozenset("“”‘’「」")
_MARK_OR_END = re.compile("[\n" + re.escape("".join((*_CLOSING, *_OPENING))) + "]")
_NUMBER_BEFORE = re.compile(r"(?:^|[^\w(])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivx]+)$")
_NUMBER_BEHIND = re.compile(r"\d{1,2}(?![\d年月日条件个项次份.%-])")
_DOUBLED = re.compile(
    r"[,、。;][,、。;:]|:[,、。;]|::|。”(?=的(?:原则|要求|方针|理念|基本|工作|总体))"
)
_NOTICE_HALF = re.compile(r"〔20\d\d\d{1,4}号")
"""A notice whose year is not closed: 〔202130号."""

_GOES_ON = 3
"""A bracket may be closed so many paragraphs later: pages break lines where they like."""

_ROW = 24
"""Characters on either side of two stops in which others show a row of cells."""

_STOPS_OF_ROW = 2
"""More stops twice, close together, part cells."""

_PRINTED = re.compile(r"\((?:本列|区分处理)[^()]{10,160}\)")
"""Notes that table three prints, whose narrow cells take many lines."""

_FACING = str.maketrans({"(": "（", ")": "）"})


@dataclass
class _Scan:
    """Brackets met so far in a flow.

    Attributes:
        open: Place in the flow and paragraph of those not closed yet.
        waiting: How many of each kind these are.
        wrong: Places of those without a partner, and whether another bracket's end cut them off.
    """

    flow: str
    open: deque[tuple[int, int]] = field(default_factory=deque)
    waiting: Counter[str] = field(default_factory=Counter)
    wrong: dict[int, bool] = field(default_factory=dict)

    def meet(self, place: int, paragraph: int) -> None:
        """Take note of a bracket."""
        mark = self.flow[place]
        if mark in _CLOSING:
            self.open.append((place, paragraph))
            self.waiting[mark] += 1
            return
        wanted = _OPENING[mark]
        if self.waiting[wanted]:
            cut_off = []
            while self.flow[(at := self._close())] != wanted:
                cut_off.append(at)
            self.wrong |= dict.fromkeys(reversed(cut_off), True)
        elif not self._cut_off_last(wanted):
            self.wrong[place] = False

    def forget(self, paragraph: int) -> None:
        """Give up those that were opened long before a paragraph."""
        while self.open and paragraph - self.open[0][1] > _GOES_ON:
            at, _ = self.open.popleft()
            self.waiting[self.flow[at]] -= 1
            self.wrong[at] = False

    def _close(self) -> int:
        """Take off the bracket opened last; its place."""
        at, _ = self.open.pop()
        self.waiting[self.flow[at]] -= 1
        return at

    def _cut_off_last(self, wanted: str) -> bool:
        """Whether the latest without a partner is of a kind and was cut off by another's end."""
        at, crossed = next(reversed(self.wrong.items()), (0, False))
        return crossed and self.flow[at] == wanted


@lru_cache(maxsize=4)
def _unpaired(flow: str) -> Mapping[int, bool]:
    """Places in the flow of brackets without a partner, and whether they cross others.

    What the text's open end leaves open is left alone.
    """
    scan = _Scan(flow)
    paragraph, start = 0, 0
    for match in _MARK_OR_END.finditer(flow):
        if match[0] == "\n":
            paragraph += match.start() > start
            start = match.end()
            scan.forget(paragraph)
        else:
            scan.meet(match.start(), paragraph)
    last = flow.rstrip().rfind("\n")
    whole = flow.rstrip()[-1:] in "。!?)”》"
    scan.wrong |= {at: False for at, _ in scan.open if whole or at < last}
    return {at: scan.wrong[at] for at in sorted(scan.wrong) if not _numbers(flow, at)}


def _numbers(flow: str, place: int) -> bool:
    """Whether a bracket stands beside a number as in a list: 1), （2."""
    if flow[place] == ")":
        return bool(_NUMBER_BEFORE.search(flow[max(0, place - 4) : place]))
    return flow[place] == "(" and bool(_NUMBER_BEHIND.match(flow, place + 1))


def _brackets(inspection: Inspection) -> Iterator[Hit]:
    yield from _hits(inspection.report, quotes=False)


def _quotes(inspection: Inspection) -> Iterator[Hit]:
    if inspection.report.document.origin.format == "pdf":
        return  # the order of characters in such a file swaps quotes
    yield from _hits(inspection.report, quotes=True)


def _hits(report: Report, *, quotes: bool) -> Iterator[Hit]:
    prose = prose_of(report)
    unpaired = _unpaired(prose.flow)
    printed = _printed(prose.flow) if unpaired else frozenset()
    for place, crossed in unpaired.items():
        mark = prose.flow[place]
        if (mark in _QUOTES) is not quotes or place in printed or in_debris(prose.flow, place):
            continue
        partner = (_CLOSING.get(mark) or _OPENING[mark]).translate(_FACING)
        told = "与别的括号或引号交叉" if crossed else f"没有与之配对的“{partner}”"
        told = "年份后面缺“〕”" if _NOTICE_HALF.match(prose.flow, place) else told
        told = "没有成对，或者左右用反" if quotes else told
        yield hit_around(report.document, prose.span(place, place + 1), told=told)


def _printed(flow: str) -> frozenset[int]:
    """Places of the brackets around what table three prints."""
    notes = _PRINTED.finditer(flow)
    return frozenset(at for note in notes for at in (note.start(), note.end() - 1))


def _doubled(inspection: Inspection) -> Iterator[Hit]:
    """Two stops one behind the other."""
    document, prose = inspection.report.document, prose_of(inspection.report)
    for match in _DOUBLED.finditer(prose.flow):
        start, end = (max(0, match.start() - _ROW), match.end() + _ROW)
        if len(_DOUBLED.findall(prose.flow[start:end])) > _STOPS_OF_ROW:
            continue  # What is left of a table whose cells commas part.
        span = prose.span(match.start(), match.end())
        if _parts_cells(document.text, span):
            continue
        if match[0][0] == ":" and is_left_empty(prose.flow, match.start()):
            continue  # What should stand between them is missed already.
        yield hit_around(document, span)


def _parts_cells(text: str, doubled: Span) -> bool:
    """Whether two stops part empty cells of a row, one among several: 第（一）项,,, or 收费;0;;."""
    stop = text[doubled.start]
    if text[doubled.start : doubled.end] not in {",,", ";;", "，，"}:
        return False
    if stop in {text[doubled.start - 1], text[doubled.end : doubled.end + 1]}:
        return True
    line = text[text.rfind("\n", 0, doubled.start) + 1 : doubled.end]
    return text[doubled.end : doubled.end + 1] in {"", "\n"} and line.count(stop) > _STOPS_OF_ROW


_NAMES = frozenset({"around", "told"})
BRACKETS = Check(_brackets, _NAMES, reads_figures=False)
QUOTES = Check(_quotes, _NAMES, reads_figures=False)
DOUBLED = Check(_doubled, frozenset({"around"}), reads_figures=False)
