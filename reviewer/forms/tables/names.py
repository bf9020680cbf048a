"""What names a table's rows and columns, and which of them a piece of text names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from reviewer.forms.folding import fold
from reviewer.forms.labels import row_label, split_enumerator
from reviewer.forms.model import FormTable

_LIKE = 80
"""Per cent of its letters by which a label is known."""

_LIKE_HEAD = 75
"""The same for a head: one slip in four letters."""

_TELLING = 4
"""Letters of a head that may be known so."""

_NUMBERS = "0123456789一二三四五六七八九十"


@dataclass(frozen=True)
class Names:
    """The folded names of a table's rows and columns, longest first.

    Attributes:
        rows: Wording, the number before it, and the row's key.
        columns: Wording and the column's key.
        headings: The headings above its rows, with their numbers and without.
    """

    rows: tuple[tuple[str, str, str], ...]
    columns: tuple[tuple[str, str], ...]
    headings: tuple[str, ...]

    def column(self, folded: str) -> str:
        """The key of the column that a folded text names alone, or nothing."""
        return next((key for wording, key in self.columns if folded == wording), "")

    def row(self, folded: str) -> str:
        """The key of the row that a folded text names, headings before its label or not.

        A label that is a column's name, too (其他, 总计), needs its number.
        """
        for wording, number, key in self.rows:
            if not folded.endswith(wording):
                continue
            above = folded[: len(folded) - len(wording)]
            numbered = bool(number) and above.endswith(number)
            above = above.removesuffix(number) if numbered else above
            if not numbered and self.column(wording):
                continue
            if self._are_headings(above):
                return key
        return ""

    def nearly_row(self, folded: str) -> str:
        """The key of the row whose label a folded text is but for a slip or two, or nothing."""
        bare = folded.lstrip(_NUMBERS)
        known = bare in self.headings or self.column(bare)
        likest = (
            []
            if known
            else process.extract(bare, self._labels, scorer=fuzz.ratio, limit=1, score_cutoff=_LIKE)
        )
        return next((self.rows[at][2] for _, _, at in likest), "")

    def nearly_column(self, folded: str) -> str:
        """The same of a column."""
        known = folded in self.headings or len(folded) < _TELLING
        heads = [wording for wording, _ in self.columns]
        found = [] if known else process.extract(folded, heads, scorer=fuzz.ratio, limit=1)
        return next((self.columns[at][1] for _, like, at in found if like >= _LIKE_HEAD), "")

    @cached_property
    def _labels(self) -> list[str]:
        return [wording for wording, _, _ in self.rows]

    def _are_headings(self, folded: str) -> bool:
        """Whether a folded text is made of whole headings, or empty."""
        last = next((one for one in self.headings if folded.endswith(one)), "")
        return not folded or (bool(last) and self._are_headings(folded.removesuffix(last)))

    def both(self, folded: str) -> tuple[str, str]:
        """The keys of row and column that a folded text names behind each other, or nothing."""
        for wording, key in self.columns:
            if folded.endswith(wording) and (row := self.row(folded.removesuffix(wording))):
                return row, key
        for wording, key in self.columns:
            if folded.startswith(wording) and (row := self.row(folded.removeprefix(wording))):
                return row, key
        return "", ""

    def named(self, text: str) -> tuple[str, str]:
        """The keys of row and column that a piece of text names; empty for what it does not."""
        folded = fold(text)
        if not folded:
            return "", ""
        if row := self.row(folded):
            return row, ""
        if column := self.column(folded):
            return "", column
        return self.both(folded)


@lru_cache(maxsize=16)
def names_of(table: FormTable) -> Names:
    """The names in a form's table."""
    rows = [
        (wording, label.enumerator, row.key)
        for row in table.rows
        for label in (row_label(row),)
        for wording in label.texts
    ]
    columns = {(wording, column.key) for column in table.columns for wording in column.folded}
    headings = {
        fold(text)
        for row in table.rows
        for heading in row.headings
        for text in (heading, split_enumerator(heading)[1])
    }
    return Names(
        tuple(sorted(rows, key=lambda one: -len(one[0]))),
        tuple(sorted(columns, key=lambda one: (-len(one[0]), one))),
        tuple(sorted(headings, key=lambda one: (-len(one), one))),
    )
