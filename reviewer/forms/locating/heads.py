"""What the head above a block of rows says of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reviewer.forms.aligning.columns import printed_order
from reviewer.forms.catalog import forms
from reviewer.forms.cells.cells import PIPES, Separator, is_form_text
from reviewer.forms.cells.gridlines import head_places
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.folding import fold
from reviewer.forms.labels import PARTING
from reviewer.forms.locating.anchors import Anchor
from reviewer.forms.model import Block

_PIECE = re.compile(rf"[^\s{PIPES},，;；、\"]+")
_REMARK = re.compile(r"[（(][^（()）\n]*[）)]")
_FOREIGN = re.compile(r"(?!.*单位.|.单位)[\u4e00-\u9fff]{2,8}")
_SUMS = {"小计", "合计"}

_TELLING = 5
"""A piece of the form's words with at least this many letters is certainly the form's own."""

_BEGIN = 2
"""At least this many letters of a head stand in its first line."""

_MATRIX_BEGINS = ("申请人情况", "勾稽关系")


@dataclass(frozen=True)
class Head:
    """A head as printed.

    Attributes:
        order: Keys of the form's columns whose heads it holds, as printed.
        complete: Whether these are all of the form's columns.
        reordered: Whether all are there, or begin in one line, but not in the form's order.
        foreign: The head of a column that the form does not have; empty if there is none.
        other_form: The head of another year's form that stands where one of its own is lacking.
        shifted: Whether it stands before one of the form's columns, so that figures of these
            stand further right than in the form.
        parted: Whether most of them stand in cells of their own, so that their order can be
            relied on.
    """

    order: tuple[str, ...]
    complete: bool
    reordered: bool
    foreign: str
    shifted: bool
    parted: bool
    other_form: str = ""


def head_in(
    text: str,
    stretch: tuple[int, int],
    block: Block,
    words: str,
    separator: Separator,
    *,
    captioned: bool,
) -> Head:
    """The head of a block that stands in a stretch of the text.

    Args:
        text: The whole text.
        stretch: From the block's caption, or the rows before it, to its first row's label.
        block: The form's block.
        words: The form's vocabulary.
        separator: What parts the table's cells.
        captioned: Whether the stretch begins behind the block's caption.
    """
    head = text[slice(*stretch)]
    order = printed_order(head, block, parted=separator is not Separator.NONE)
    full = tuple(column.key for column in block.columns)
    complete = set(order) == set(full)
    foreign, shifted = "", False
    if complete:
        foreign, shifted = _foreign(head, block, words, captioned=captioned)
    parted = False
    if separator is not Separator.NONE:
        parted = len(head_places(text, *stretch, block, separator)) >= len(order) / 2
    reordered = order != full if complete else _is_swapped(head, block)
    if not reordered and _is_behind(head, block):
        reordered, parted = True, False
    other = "" if complete else _of_other_form(head, block)
    return Head(order, complete, reordered, foreign, shifted, parted, other)


def _of_other_form(head: str, block: Block) -> str:
    """The first head in a block's that only another form has: 对外公开总数量 is no 现行有效件数."""
    own = [wording for column in block.columns for wording in column.folded]
    folded = fold(head)
    found = [
        (folded.find(wording), label)
        for wording, label in _headings()
        if wording in folded and not any(wording in one for one in own)
    ]
    return min(found)[1] if found and block.caption else ""


@cache
def _headings() -> tuple[tuple[str, str], ...]:
    """Folded heads of the blocks under captions, of every form, each with its label."""
    columns = [
        column
        for form in forms().values()
        for table in form.tables
        for block in table.blocks
        for column in block.columns
        if block.caption
    ]
    return tuple({(column.folded[0], column.label): None for column in columns})


def _is_swapped(head: str, block: Block) -> bool:
    """Whether heads of a group, torn as they may be, begin in one line in another order."""
    begins = [fold(column.label)[:_BEGIN] for column in block.columns if column.group]
    for line in head.split("\n"):
        folded = fold(line)
        found = [folded.find(begin) for begin in begins if begin in folded]
        if found != sorted(found):
            return True
    return False


def _is_behind(head: str, block: Block) -> bool:
    """Whether in a line of the head the form's first column, beside a group, stands behind others.

    Lines are read from the left: what stands before it there is printed left of it.
    """
    groups = block.folded_groups
    first, *others = block.columns
    if not groups or first.group:
        return False
    begins = [*groups, *(fold(column.label)[:_BEGIN] for column in others)]
    for line in map(fold, head.split("\n")):
        place = min((line.find(name) for name in first.folded if name in line), default=-1)
        if place > 0 and any(0 <= line.find(begin) < place for begin in begins):
            return True
    return False


def caption_end(anchors: Sequence[Anchor], captions: set[int], start: int, end: int) -> int:
    """Behind the last caption between two places, or the first of them."""
    ends = [one.end for one in anchors if one.index in captions and start <= one.start < end]
    return max(ends, default=start)


def _foreign(head: str, block: Block, words: str, *, captioned: bool) -> tuple[str, bool]:
    """The first head of a foreign column, and whether one of the form's stands behind it.

    Where heads stand in several lines, only those of its own line tell what it stands before.
    """
    known = {wording for column in block.columns for wording in column.folded}
    groups = block.folded_groups
    sums = _SUMS if groups else set()
    own = PARTING.join({*known, *groups, *sums, "信息内容", "申请人情况"})
    foreign, place = "", -1
    last = -1
    among = captioned
    if groups:
        head = head[max(head.rfind(mark) for mark in _MATRIX_BEGINS) :]
    head = _REMARK.sub("", head)
    for match in _PIECE.finditer(head):
        folded = fold(match[0])
        if groups and foreign and "\n" in head[place : match.start()]:
            break
        if any(label in folded for label in known):
            among = True
            last = match.start()
        elif among and not foreign and _FOREIGN.fullmatch(match[0]):
            piece = Piece(match.start(), match.end(), match[0])
            elsewhere = len(folded) >= _TELLING and is_form_text(piece, words)
            if not is_form_text(piece, own) and not elsewhere:
                foreign, place = match[0], match.start()
    return foreign, bool(foreign) and place < last
