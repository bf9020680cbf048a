"""Which columns a report's table three really prints, and in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reviewer.forms.aligning.alignment import Way, all_hold
from reviewer.forms.aligning.arithmetic import SUBTOTAL, row_sums
from reviewer.forms.folding import fold
from reviewer.forms.model import Block, Column

_SUBTOTALS = ("小计", "合计")

_MASK = "\x1f"
"""Stands for each letter of what is left out of a head, so that all others keep their places."""

_LEAST_HEAD = 3
"""A head must name this many columns to tell which ones the table prints."""

_CORNER = "申请人情况"
_ASIDE = re.compile("[(（][^()（）]*[)）]|(?:单位|注)[:：].*|备注|说明|占比|比例")
"""What a head may say besides the names of columns."""

_WORD = re.compile(r"[^\W\d_]+")

_LEAST_NAME = 2
"""A column's name has at least this many letters."""

_NEARLY_ALL = 0.8


def candidate_columns(head: str, block: Block, *, parted: bool) -> list[tuple[str, ...]]:
    """Keys of the columns that a table may print, likeliest first.

    Args:
        head: The text above the first row.
        block: The form's columns.
        parted: Whether separators make the cells: then a column whose head is printed is there,
            blank as it may be, and a complete head leaves no choice.
    """
    full = tuple(column.key for column in block.columns)
    found = printed_order(head, block, parted=parted)
    said = _from_head(fold(head), block, full, found)
    if parted and said is None and found == full:
        return [full]
    if parted and said is not None and SUBTOTAL in said:
        return [said]
    others = [_with_subtotal(full, len(full) - 1), full[:-1]]
    if said is not None and parted and is_misnamed(head, block, said):
        return [full, said]
    if said is None or is_misnamed(head, block, said):
        return list(dict.fromkeys([full, *others]))
    if len(said) >= len(full) - 1:
        return list(dict.fromkeys([said, full, *others]))
    return list(dict.fromkeys([full, said, *others]))


def _from_head(
    head: str, block: Block, full: tuple[str, ...], found: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The columns that the folded head names, if enough of it is there and unlike the form."""
    place = next((head.find(word) for word in _subtotals_in(head) if word in head), -1)
    if place >= 0:
        printed = found if set(found) == set(full) else full
        inside = [printed.index(column.key) for column in block.columns if column.group]
        first = head.find(block.columns[1].folded[0])
        whole = _with_subtotal(printed, min(inside) if place < first else max(inside) + 1)
        return whole[:-1] if found == full[:-1] else whole
    if len(found) < _LEAST_HEAD or found == full:
        return None
    return found


def is_misnamed(head: str, block: Block, said: Sequence[str]) -> bool:
    """Whether other words stand in a head for the columns that it does not name.

    Such columns are there under another name, or with a slip in it: 工商企业, 商业企叶.
    """
    lacking = sum(column.key not in said for column in block.columns)
    if not lacking or SUBTOTAL in said:
        return False
    text = fold(_ASIDE.sub("\n", head))
    names = sorted((*(word for one in block.columns for word in one.folded), _CORNER), key=len)
    text = _without_groups(text, block)
    for name in reversed(names):
        text = text.replace(name, _MASK * len(name))
    lacking += sum(group not in fold(head) for group in block.folded_groups)
    begin = text.find(_MASK)
    letters = sum(map(len, _WORD.findall(text, max(begin, 0))))
    return begin >= 0 and letters >= _LEAST_NAME * lacking


def _subtotals_in(head: str) -> Sequence[str]:
    """The names of a subtotal in a folded head; 合计 is the total's unless 总计 stands there."""
    return _SUBTOTALS if "总计" in head else _SUBTOTALS[:1]


def printed_order(head: str, block: Block, *, parted: bool) -> tuple[str, ...]:
    """The columns whose heads stand in a head, in the order in which it prints them.

    Heads under a group (法人或其他组织) stand on the next line of the head: together they take
    the group's place. Without separators that place tells something only if no head is broken.
    """
    if placed := _by_places(head, block):
        return placed
    lines = _lines(head)
    heads = [_heads_in(line, block) for line in lines]
    if parted and (beside := _in_one_line(lines, heads, block)):
        return beside
    is_apart = _group_is_apart(lines, heads, block)
    head = fold(head)
    groups = {group: head.rfind(group) for group in block.folded_groups}
    bare = _without_groups(head, block)
    places = {column.key: max(map(bare.rfind, column.folded)) for column in block.columns}
    found = [column for column in block.columns if places[column.key] >= 0]
    if _are_repeated(bare, block, places, max(groups.values(), default=-1)):
        return tuple(sorted(places, key=places.__getitem__))
    known = parted or len(found) == len(block.columns)
    if groups and (min(groups.values()) < 0 or not known or is_apart):
        return _without_group(found, places)
    order = {
        column.key: (groups[column.folded_group] if column.group else places[column.key])
        for column in found
    }
    return tuple(
        column.key for column in sorted(found, key=lambda one: (order[one.key], places[one.key]))
    )


def _are_repeated(bare: str, block: Block, places: Mapping[str, int], last_group: int) -> bool:
    """Whether merged heads stand again in each line that they cover: the last one has them all.

    Args:
        bare: The folded head without the names of groups.
        block: The form's columns.
        places: Where each column's head stands last.
        last_group: Where a group's name stands last.
    """
    beside = [column for column in block.columns if not column.group]
    if not 0 <= last_group < min(places.values()):
        return False
    return all(sum(map(bare.count, column.folded)) > 1 for column in beside)


def _by_places(head: str, block: Block) -> tuple[str, ...]:
    """The order of all columns by their places, where each line of a head has the grid's.

    The lines themselves do not tell it where heads stand in the middle of cells of several rows.
    """
    *lines, _ = head.split("\n")  # the last is the first row's, as far as its label
    rows = [line.split("\t") for line in lines if "\t" in line]
    if len({len(row) for row in rows}) != 1:
        return ()
    stacks = [
        fold("".join(_without_groups(fold(cell), block) for cell in stack))
        for stack in zip(*rows, strict=True)
    ]
    places = {
        column.key: [at for at, text in enumerate(stacks) if any(map(text.count, column.folded))]
        for column in block.columns
    }
    taken = [at for found in places.values() for at in found]
    if len(taken) != len(places) or len(set(taken)) != len(places):
        return ()
    return tuple(sorted(places, key=lambda key: places[key][0]))


def _in_one_line(
    lines: Sequence[str], heads: Sequence[Mapping[str, int]], block: Block
) -> tuple[str, ...]:
    """The order of columns whose heads all stand in one line, as where merged ones are repeated.

    A line that the group's name stands in, too, may be two lines of a head.
    """
    named = {key for found in heads for key in found}
    alone = [
        found
        for line, found in zip(lines, heads, strict=True)
        if found and not any(group in line for group in block.folded_groups)
    ]
    whole = next((found for found in reversed(alone) if set(found) == named), {})
    if len(whole) < _LEAST_HEAD or not block.folded_groups:
        return ()
    return tuple(sorted(whole, key=whole.__getitem__))


def _group_is_apart(lines: Sequence[str], heads: Sequence[Mapping[str, int]], block: Block) -> bool:
    """Whether a group's heading stands on a line of its own while the columns' beside it share one.

    So print heads in the middle of high cells: the lines then do not tell what stands beside what.
    """
    groups = block.folded_groups
    beside = {column.key for column in block.columns if not column.group}
    shared = [beside & found.keys() for found in heads]
    with_group = (at for at, line in enumerate(lines) if any(map(line.count, groups)))
    return max(map(len, shared), default=0) > 1 and not any(shared[at] for at in with_group)


@lru_cache(maxsize=8)
def _lines(head: str) -> tuple[str, ...]:
    """The folded lines of a head that say something: where cells have lines, most are empty."""
    return tuple(folded for line in head.split("\n") if (folded := fold(line)))


def _heads_in(line: str, block: Block) -> dict[str, int]:
    """Column key → place in a folded line, the names of groups left out."""
    bare = _without_groups(line, block)
    found = {column.key: max(map(bare.find, column.folded)) for column in block.columns}
    return {key: place for key, place in found.items() if place >= 0}


def _without_groups(text: str, block: Block) -> str:
    """A folded text without the headings of groups, which name columns, too (法人或其他组织).

    One that a page's side cuts off, or that ends otherwise, is no column's name either.
    """
    for group in block.folded_groups:
        named = [
            group.find(word) + len(word)
            for one in block.columns
            for word in one.folded
            if word in group
        ]
        for end in range(len(group), min(named, default=len(group)) - 1, -1):
            text = text.replace(group[:end], _MASK * end)
    return text


def _without_group(found: Sequence[Column], places: Mapping[str, int]) -> tuple[str, ...]:
    """The order where the group's own head is not found: only that of its columns may be told."""
    inside = iter(sorted((one for one in found if one.group), key=lambda one: places[one.key]))
    return tuple((next(inside) if one.group else one).key for one in found)


def _with_subtotal(full: tuple[str, ...], place: int) -> tuple[str, ...]:
    return (*full[:place], SUBTOTAL, *full[place:])


def plausible(columns: tuple[str, ...], ways: Sequence[Way], *, guessed: bool) -> bool:
    """Whether the rows' sums fit these columns in most rows that tell something.

    A row tells something if it has several figures and its totals are printed. A subtotal that
    the head has not said needs such a row.
    """
    sums = row_sums(columns) or {len(columns) - 1: range(len(columns) - 1)}
    telling = [way for way in ways if _tells(way, sums)]
    if not telling:
        return not (guessed and SUBTOTAL in columns)
    holding = sum(all_hold(way, sums) for way in telling)
    return (holding * 2 >= len(telling)) is ("total" in columns)


def mostly_hold(ways: Sequence[Way], sums: Mapping[int, Sequence[int]]) -> bool:
    """Whether the sums hold in nearly all rows that tell something, and some row does."""
    telling = [way for way in ways if sums and _tells(way, sums)]
    return sum(all_hold(way, sums) for way in telling) > _NEARLY_ALL * len(telling)


def may_be_subtotal(
    head: str, columns: Sequence[str], ways: Sequence[Way], *, complete: bool
) -> bool:
    """Whether the last figures may be those of a 小计 column, the 总计 beside it being blank.

    Args:
        head: The text above the first row.
        columns: The columns as read.
        ways: What the rows are read as.
        complete: Whether all of the form's heads were found in the head.
    """
    said = any(word in fold(head) for word in _subtotals_in(fold(head)))
    known = {"natural_person", "total"} <= set(columns) and SUBTOTAL not in columns
    whole = row_sums(columns)
    called_so = complete and "总计" in fold(head)
    if not known or not whole or (called_so and not said):
        return False
    ((total, parts),) = whole.items()
    person = columns.index("natural_person")
    part = {total: [place for place in parts if place != person]}
    telling = [way for way in ways if (one := way[person]) and one.value and _tells(way, whole)]
    as_total = sum(all_hold(way, whole) for way in telling)
    as_part = sum(all_hold(way, part) for way in telling)
    return as_part > as_total or (said and not as_total)


def _tells(way: Way, sums: Mapping[int, Sequence[int]]) -> bool:
    """Whether a row has several figures, and no blank for a total; one that is lost tells, too."""
    totals = [way[total] for total in sums]
    printed = all(piece is None or piece.text for piece in totals)
    return printed and sum(bool(piece and piece.value) for piece in way) > 1
