"""Counts automatic numbers of paragraphs (一、（一）1.), however a file states its lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.document.numerals import numeral

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        start: The first number.
        form: As WordprocessingML names it (``chineseCounting``); ``bullet`` for none.
        text: What is printed; ``%1`` stands for the number of the first level.
        restart: Deepest level (from 1) after which this one begins anew.
        plain: Whether all numbers in it are printed in digits.
        gap: Whether something parts it from the paragraph's text.
        states_start: Whether the list itself, not its definition, says where to start.
    """

    start: int
    form: str
    text: str
    restart: int
    plain: bool = False
    gap: bool = True
    states_start: bool = False


class Counting:
    """Gives the number before each paragraph; to be asked once each, in order.

    Args:
        level: The level of a list at a depth (from 0), if there is one.
        definition: What lists share that go on counting together.
    """

    def __init__(
        self,
        level: Callable[[str, int], Level | None],
        definition: Callable[[str], str],
    ) -> None:
        self._read_level = level
        self._definition = definition
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._reached: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, instance: str, depth: int) -> str:
        """What is shown before a paragraph of a list; empty if that is nothing."""
        level = self._level(instance, depth) if instance else None
        if level is None:
            return ""
        numbers = self._advanced(instance, depth, level)
        if level.form == "bullet":
            return ""
        text = _PLACE.sub(
            lambda match: self._shown(instance, int(match[1]) - 1, numbers, plain=level.plain),
            level.text,
        )
        return f"{text} " if level.gap and text[-1:].isascii() and text else text

    def _level(self, instance: str, depth: int) -> Level | None:
        key = (instance, depth)
        if key not in self._levels:
            self._levels[key] = self._read_level(instance, depth)
        return self._levels[key]

    def _advanced(self, instance: str, depth: int, level: Level) -> list[int | None]:
        """Count one on in a level; deeper levels begin anew."""
        reached = self._reached.setdefault(self._definition(instance), [None] * LEVELS)
        first = (instance, depth) not in self._begun
        self._begun.add((instance, depth))
        before = reached[depth]
        anew = before is None or (first and level.states_start)
        reached[depth] = level.start if anew or before is None else before + 1
        for deeper in range(depth + 1, LEVELS):
            below = self._level(instance, deeper)
            if below is None or below.restart > depth:
                reached[deeper] = None
        return reached

    def _shown(self, instance: str, depth: int, numbers: list[int | None], *, plain: bool) -> str:
        level = self._level(instance, depth)
        if level is None:
            return ""
        reached = numbers[depth]
        return numeral(level.start if reached is None else reached, "" if plain else level.form)
