"""A clause as a string of the parts that its words play, one letter a word.

In the letters of ``roles`` (applications) ``全年共收到政府信息公开申请`` is ``llrppe``, in those of
``acts`` (table two) ``全年制发行政规范性文件`` is ``lmN``. Which words come together in which order
is left to patterns of letters, so that a sentence nobody wrote before is read if it is made of
known words. What the letters mean stands at the head of each of the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

UNKNOWN = "x"
"""The letter of a character that begins no word of an alphabet."""


class Alphabet:
    """The words that some sentences are made of, by the letter of the part that each plays.

    Args:
        words: Patterns without groups of their own. Where two fit, the first is meant.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._letters = (UNKNOWN, *words)
        self._word = re.compile("|".join([*(f"({each})" for each in words.values()), "."]), re.S)

    def letters(self, clause: str) -> str:
        """The part that each word of a clause plays."""
        letters = self._letters
        return "".join([letters[word.lastindex or 0] for word in self._word.finditer(clause)])

    def starts(self, clause: str) -> list[int]:
        """Where each word of a clause begins."""
        return [word.start() for word in self._word.finditer(clause)]
