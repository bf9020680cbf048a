"""The kinds of slips that turn the figure that should be printed into the one that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.base import CellId, Number

Proposed = Mapping[CellId, Number]
"""What should stand in each of the cells that a repair changes."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of slip, as the reviewer is told of it; likelier kinds weigh more."""

    name: str
    weight: float


SWAPPED_ROWS = Slip("相邻两行互换", 0.97)
SWAPPED_COLUMNS = Slip("相邻两列互换", 0.97)
SWAPPED_ROWS_APART = Slip("两行互换", 0.87)
SWAPPED_COLUMNS_APART = Slip("两列互换", 0.87)
ROW_ZERO = Slip("整行漏填为0", 0.95)
COLUMN_ZERO = Slip("整列漏填为0", 0.95)
SHIFTED = Slip("整行错位一格", 0.97)
SHIFTED_COLUMN = Slip("整列错位一格", 0.95)
ROWS_SHIFTED = Slip("各行错位一行", 0.95)
SWAPPED_PART = Slip("相邻两列部分互换", 0.9)
COPIED_ROW = Slip("误抄成相邻一行的数字", 0.93)
COPIED_COLUMN = Slip("误抄成相邻一列的数字", 0.93)
COPIED_ROW_APART = Slip("误抄成另一行的数字", 0.8)
COPIED_COLUMN_APART = Slip("误抄成另一列的数字", 0.8)
SWAPPED_TOTALS = Slip("两组的总计互换", 0.9)
SWAPPED_PARTS = Slip("两组各项互换", 0.85)
SUBTOTAL = Slip("把小计列读作其中一列", 0.97)
SWAPPED_BESIDE = Slip("相邻两格数字互换", 0.95)
RUN_OVER = Slip("相邻两格的数字分错了位置", 0.95)
RESPLIT = Slip("连写的数字分错了位置", 0.95)
SIGN = Slip("正负号有误", 0.9)
TRANSPOSED = Slip("数字前后颠倒", 0.9)
DOUBLED = Slip("重复输入一位数字", 0.85)
DROPPED = Slip("少一位数字", 0.85)
SWAPPED = Slip("两格数字互换", 0.8)
SWAPPED_SMALL = Slip("两格数字互换", 0.7)
SWAPPED_WITH_TOTAL = Slip("总计与其中一项互换", 0.6)
SWAPPED_WITH_TOTAL_SMALL = Slip("总计与其中一项互换", 0.2)
ADDED = Slip("多一位数字", 0.8)
DIGIT = Slip("一位数字有误", 0.75)
POINT = Slip("小数点位置有误", 0.7)
NEIGHBOUR = Slip("填成了相邻格的数字", 0.65)
LEFT_OUT = Slip("漏填为0", 0.5)
PUT_IN = Slip("应为0而多填", 0.45)
SINGLE = Slip("数字有误", 0.4)
LINE_WRONG = Slip("整行或整列有误", 0.4)
VALUE = Slip("数字有误", 0.2)
MISSING = Slip("缺数，可由勾稽关系推出", 0.1)

_MISCOUNTED = 2
"""A figure that is off by no more may have been counted wrongly, whatever its digits."""

_ATTESTED, _WHOLE_FIGURE, _ANY = 0.85, 0.78, 0.76
"""Weights of a part that is off together with its total.

By a slip that its digits attest, by its whole figure (left out or put in), or by any number.
"""


def slip(printed: Number, proposed: Number, neighbours: frozenset[Number]) -> Slip:
    """The likeliest slip that turns ``proposed`` into ``printed``.

    Args:
        printed: The figure that stands there.
        proposed: The figure that should.
        neighbours: Figures that stand beside it.
    """
    if printed == -proposed:
        return SIGN
    if printed == 0:
        return LEFT_OUT
    fits = [kind for kind in (_of_digits(printed, proposed), _shifted(printed, proposed)) if kind]
    if printed in neighbours:
        fits.append(NEIGHBOUR)
    if proposed == 0:
        fits.append(PUT_IN)
    return max(fits, key=lambda kind: kind.weight, default=VALUE)


def with_total(part: Slip, change: Number) -> Slip:
    """A slip in a part of a sum whose total was worked out from it, so that both are off.

    Args:
        part: What slip it is in the part.
        change: By how much both are off.
    """
    if part in {LEFT_OUT, PUT_IN}:
        weight = _WHOLE_FIGURE
    else:
        attested = part.weight >= NEIGHBOUR.weight or -_MISCOUNTED <= change <= _MISCOUNTED
        weight = _ATTESTED if attested else _ANY
    return Slip(f"{part.name}，总计随之有误", weight)


def run_over(printed: Sequence[Number | None], proposed: Sequence[Number]) -> bool:
    """Whether digits of one figure got into the next cell: 15 and 13 instead of 151 and 3."""
    was = "".join(str(number) for number in printed if number is not None)
    return was == "".join(str(number) for number in proposed) and was.isdigit()


def in_run(printed: Sequence[Number | None], proposed: Sequence[Number | None]) -> Slip | None:
    """The one slip in a run of digits without separators that spoils all of its figures at once.

    One digit that is wrong, lost or doubled, or one wrong figure, makes the whole run split
    otherwise than it was meant to.

    Args:
        printed: The figures as the run was split.
        proposed: The figures that should stand there.
    """
    texts = [str(number) for number in proposed]
    was, should = "".join(map(str, printed)), "".join(texts)
    if not (was.isdigit() and should.isdigit()):
        return None
    if was == should:
        return RESPLIT
    if was in {"0" + "".join(texts[:-1]), "".join(texts[1:]) + "0"}:
        return SHIFTED
    kinds = [kind] if (kind := _in_text(was, should)) else []
    for place, text in enumerate(texts):
        before, behind = "".join(texts[:place]), "".join(texts[place + 1 :])
        other = was[len(before) : len(was) - len(behind)]
        if before + other + behind == was and other and (other == "0" or other[0] != "0"):
            kinds.append(slip(int(other), int(text), frozenset()))
    best = max(kinds, key=lambda kind: kind.weight, default=VALUE)
    if best.weight < PUT_IN.weight:
        return None
    return Slip(f"连写的数字里{best.name}", best.weight)


def _of_digits(printed: Number, proposed: Number) -> Slip | None:
    was, should = str(abs(printed)), str(abs(proposed))
    if not (was.isdigit() and should.isdigit()) or (printed < 0) != (proposed < 0):
        return None
    return _in_text(was, should)


def _in_text(was: str, should: str) -> Slip | None:
    if len(was) == len(should):
        return _same_length(was, should)
    if len(was) == len(should) + 1:
        return _longer(was, should)
    return DROPPED if len(was) + 1 == len(should) and _one_less(should, was) else None


def _same_length(was: str, should: str) -> Slip | None:
    wrong = [place for place, (a, b) in enumerate(zip(was, should, strict=True)) if a != b]
    if len(wrong) == 1:
        return DIGIT if len(was) > 1 else SINGLE
    if len(wrong) == 2 and wrong[1] - wrong[0] == 1:
        first, second = wrong
        if (was[first], was[second]) == (should[second], should[first]):
            return TRANSPOSED
    return None


def _longer(was: str, should: str) -> Slip | None:
    for place in range(len(was)):
        if was[:place] + was[place + 1 :] == should:
            beside = was[max(place - 1, 0) : place] + was[place + 1 : place + 2]
            return DOUBLED if was[place] in beside else ADDED
    return None


def _one_less(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _shifted(printed: Number, proposed: Number) -> Slip | None:
    """The decimal point off by one to four places: 元 written for 万元 is four."""
    if not proposed:
        return None
    powers = [10**power for power in range(1, 5)]
    off = any(printed == proposed * by or printed * by == proposed for by in powers)
    return POINT if off else None
