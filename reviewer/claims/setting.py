"""Where a figure stands in its text, and what it may be a figure of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.claims.leading import Opened
from reviewer.claims.topics import Topic

_STOP = re.compile(r"[,:;。()]")
NEAR = 40
"""Within this many letters behind a unit the name of its figure is looked for."""


@dataclass(frozen=True)
class Named:
    """A subject that a figure may be of.

    Attributes:
        keys: Subjects in the order to be tried; the form decides.
        loose: Whether the words may be meant otherwise.
        aside: Whether more is counted than the subject: proceedings of any kind.
        by_a_way: Whether applications are said to have been received, or documents made public,
            by one way.
        doubtful: Those of the keys that the words may not mean.
        of_a_part: Whether it is a figure of a part of the body, if its words name one.
        less: Whether it says by how much there are fewer.
    """

    keys: tuple[str, ...]
    loose: bool = False
    aside: bool = False
    by_a_way: bool = False
    of_a_part: bool = False
    less: bool = False
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True)
class Setting:
    """Where a figure stands.

    Attributes:
        topic: What the text is speaking of.
        proceedings: Whether proceedings on the disclosure of information are spoken of.
        before: Subjects of the figures shortly before, the last one last.
        year: The report's year.
        loose: Whether the words of the figure shortly before may be meant otherwise.
        interrupted: Whether the figure before it in the sentence counts something else in its unit.
        beside: Whether the figure before it in the sentence counts something else.
        offline: Whether the figure before it in the sentence is of those that came offline.
        decided: Whether it has been told how many applications were decided.
        matter: Row of table two that was named last before the figure, or by a heading, or empty.
        papers: Whether it is a part of the papers that were made (制发公文20件，其中…).
        plainly: Whether the sentence itself speaks of the disclosure of information.
        sorting: Whether papers are sorted by how they are to be published.
        apart: Whether a comma parts it from the words before it.
        part: Whether 其中 or a bracket just before says that it is a part of the one before.
        rows: All rows of table two that the sentence names before the figure.
        further: The words behind the unit, stops and all.
        beyond: What follows its sentence between the same full stops, as far as it is near.
        ahead: The sentence up to the figure.
        opening: Row of the proceedings that the sentence opens with (复议案件中), or empty.
        kinds: Row of the number of proceedings of any kind before it in the sentence, or empty.
        ever: Whether it is a figure of many years: 累计, or since something began.
        other_year: Subject of the figure before it, if that is said of another year, or empty.
        opened: What list of applications the sentence opens with.
        heads: Whether no figure stands before it in the sentence.
    """

    topic: Topic
    proceedings: bool
    before: Sequence[str]
    year: int | None = None
    loose: bool = False
    interrupted: bool = False
    beside: bool = False
    offline: bool = False
    decided: bool = False
    matter: str = ""
    rows: frozenset[str] = frozenset()
    papers: bool = False
    plainly: bool = True
    sorting: bool = False
    apart: bool = False
    part: bool = False
    further: str = ""
    beyond: str = ""
    ahead: str = ""
    opening: str = ""
    kinds: str = ""
    ever: bool = False
    other_year: str = ""
    opened: Opened = Opened.NONE
    heads: bool = False

    @cached_property
    def behind(self) -> str:
        """The words behind the unit, up to the next stop."""
        return _STOP.split(self.further[:NEAR], maxsplit=1)[0]

    @property
    def thereof(self) -> bool:
        """Whether parts of a total are spoken of (其中)."""
        return "其中" in self.ahead

    @property
    def dealt(self) -> bool:
        """Whether 对 stands before the figure, or 对其中."""
        return self.ahead.endswith(("对", "对其中"))

    def follows(self, table: str) -> bool:
        """Whether the figure shortly before is one of a table."""
        return bool(self.before) and self.before[-1].startswith(f"{table}.")
