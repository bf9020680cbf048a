"""Two wordings side by side: which characters differ, and how a reviewer is shown them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein


@dataclass(frozen=True, slots=True)
class Difference:
    """What tells a printed wording from the right one.

    Attributes:
        wrong: Indexes of the printed characters that differ or are too many.
        right: Indexes of the right wording's characters that differ or are lacking.
        replaced: How many characters stand where others should.
        added: How many are too many.
        lacking: How many are not there.
    """

    wrong: tuple[int, ...]
    right: tuple[int, ...]
    replaced: int
    added: int
    lacking: int


def wording_difference(printed: str, right: str) -> Difference:
    """The fewest changes that make the one wording of the other."""
    edits = Levenshtein.editops(printed, right)
    tags = [edit.tag for edit in edits]
    return Difference(
        wrong=tuple(edit.src_pos for edit in edits if edit.tag != "insert"),
        right=tuple(edit.dest_pos for edit in edits if edit.tag != "delete"),
        replaced=tags.count("replace"),
        added=tags.count("delete"),
        lacking=tags.count("insert"),
    )


def marked(text: str, indexes: Collection[int]) -> str:
    """A text with some of its characters in brackets: ``结果维【护】``."""
    pieces: list[str] = []
    inside = False
    for index, character in enumerate(text):
        if (index in indexes) is not inside:
            pieces.append("】" if inside else "【")
            inside = not inside
        pieces.append(character)
    return "".join(pieces) + ("】" if inside else "")
