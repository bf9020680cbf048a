"""No pattern can be cut in so many ways that a hostile sentence keeps it busy for ever.

A repeated group whose words can be joined into the same text in several ways (``数``, ``量`` and
``数量``) takes time that doubles with every such word once what stands behind it does not fit.
Whether a set of words is free of that is decided by the test of Sardinas and Patterson.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import reviewer

_FEW = 6
"""A group that is repeated no more often than this cannot take long."""

_MOST_WORDS = 1000
_MOST_MEMBERS = 6
_ANY = "\ufffc"
_REPEATS = {
    _constants.MAX_REPEAT,
    _constants.MIN_REPEAT,
    _constants.POSSESSIVE_REPEAT,
}
_UNBROKEN = {_constants.POSSESSIVE_REPEAT, _constants.ATOMIC_GROUP}


def _words(items: Any) -> set[str]:
    """What a sequence of a pattern may match, the shortest of it: repeats up to three times."""
    found = {""}
    for kind, value in items:
        found = {one + other for one in found for other in _of(kind, value)}
        found = set(sorted(found, key=len)[:_MOST_WORDS])
    return found


def _of(kind: Any, value: Any) -> set[str]:
    if kind in {_constants.LITERAL, _constants.IN}:
        return _class([(kind, value)] if kind is _constants.LITERAL else value)
    if kind is _constants.BRANCH:
        return set().union(*map(_words, value[1]))
    if kind in {_constants.SUBPATTERN, _constants.ATOMIC_GROUP}:
        return _words(value[3] if kind is _constants.SUBPATTERN else value)
    if kind in _REPEATS:
        low, high, body = value
        fewest = low if high <= _FEW else min(low, 1)
        times = range(fewest, min(high, fewest + 2) + 1)
        return set().union(*(_words(list(body) * number) for number in times))
    return {_ANY} if kind in {_constants.ANY, _constants.NOT_LITERAL} else {""}


def _class(members: Any) -> set[str]:
    found: set[str] = set()
    for kind, value in members:
        if kind is _constants.LITERAL:
            found.add(chr(value))
        elif kind is _constants.RANGE:
            found |= set(map(chr, value))
        else:
            return {_ANY} if kind is _constants.NEGATE else found | {str(value)[-5:]}
    return set(sorted(found)[:_MOST_MEMBERS])


def _behind(one: str, words: set[str]) -> set[str]:
    """What is left of a text behind the words that it begins with."""
    return {one[end:] for end in range(1, len(one)) if one[:end] in words}


def _ambiguous(words: set[str]) -> set[str]:
    """Rests by which two rows of words can be the same text; empty if no two can."""
    left = set().union(*(_behind(one, words) for one in words))
    seen: set[str] = set()
    while left - seen:
        if left & words:
            return left & words
        seen |= left
        longer = {
            one[len(rest) :]
            for rest in left
            for one in words
            if one != rest and one.startswith(rest)
        }
        left = longer.union(*(_behind(rest, words) for rest in left)) - seen
    return set()


def _groups(items: Any) -> Iterator[Any]:
    """The bodies of the groups that are repeated often and may give back what they took."""
    for kind, value in items:
        parts: list[Any] = []
        if kind in _REPEATS:
            parts = [value[2]]
            if value[0] != value[1] > _FEW and kind not in _UNBROKEN:
                yield value[2]
        elif kind is _constants.BRANCH:
            parts = value[1]
        elif kind is _constants.SUBPATTERN:
            parts = [value[3]]
        elif kind in {_constants.ASSERT, _constants.ASSERT_NOT}:
            parts = [value[1]]
        for part in parts:
            yield from _groups(part)


def _in(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, tuple | list | dict):
        for one in value:
            yield from _in(one, depth + 1)
        for one in value.values() if isinstance(value, dict) else ():
            yield from _in(one, depth + 1)


def _patterns() -> dict[str, re.Pattern[str]]:
    """The patterns that stand in modules, by where one of each stands."""
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    for info in pkgutil.walk_packages(reviewer.__path__, "reviewer."):
        if info.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(info.name)).items():
            for number, pattern in enumerate(_in(value)):
                found.setdefault(pattern.pattern, (f"{info.name}.{name}[{number}]", pattern))
    return dict(found.values())


def test_repeated_words_can_be_cut_in_one_way_only() -> None:
    wrong = {}
    for place, pattern in _patterns().items():
        for body in _groups(_parser.parse(pattern.pattern, pattern.flags)):
            rests = _ambiguous(_words(body) - {""})
            if rests:
                wrong[place] = sorted(rests)[:9]
    assert not wrong


@pytest.mark.parametrize(
    ("words", "rests"),
    [
        ({"数", "量", "数量"}, {"量"}),
        ({"收", "到", "收到", "过"}, {"到"}),
        ({"甲乙", "乙丙", "甲", "丙"}, {"丙"}),
        ({"案", "事项", "事件", "件"}, set()),
        ({"有", "有关", "没有"}, set()),
    ],
)
def test_words_that_make_the_same_text_are_noticed(words: set[str], rests: set[str]) -> None:
    assert _ambiguous(words) == rests
