"""A clause as a string of the parts that its words play, one letter a word.

In the letters of ``roles`` (applications) ``全年共收到政府信息公开申请`` is ``llrppe``, in those of
``acts`` (table two) ``全年制发行政规范性文件`` is ``lmN``. Which words come together in which order
is left to patterns of letters, so that a sentence nobody wrote before is read if it is made of
known words. What the letters mean stands at the head of each of the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

UNKNOWN = "x"
"""The letter of a character that begins no word of an alphabet."""


@dataclass(frozen=True)
class Parts:
    """The words of a clause by the parts that they play.

    Attributes:
        letters: One a word.
        starts: Where each word begins; at the end, where the last one ends.
    """

    letters: str
    starts: tuple[int, ...]


class Alphabet:
    """The words that some sentences are made of, by the letter of the part that each plays.

    Args:
        words: Patterns without groups of their own. Where two fit, the first is meant.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._letters = (UNKNOWN, *words)
        self._word = re.compile("|".join([*(f"({each})" for each in words.values()), "."]), re.S)

    def parts(self, clause: str) -> Parts:
        """The part that each word of a clause plays."""
        found = list(self._word.finditer(clause))
        letters = "".join([self._letters[match.lastindex or 0] for match in found])
        return Parts(letters, (*[match.start() for match in found], len(clause)))
