"""The labels that a form prints in a table, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold
from reviewer.forms.labels import split_enumerator
from reviewer.forms.model import Block, FormTable

Kind = Literal["number", "caption", "head", "heading", "row"]

_CONTENT = "信息内容"
_APPLICANTS = "申请人情况"

_LEAST_PIN = 4
"""A label of this many letters is hardly met among another's words."""


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What the form prints at one place.

    Attributes:
        kind: ``number`` for what only numbers a label, which is not compared.
        wording: As the form has it.
        letters: Folded, without number and digits.
        unique: Whether the form prints these letters only once.
    """

    kind: Kind
    wording: str
    letters: str
    unique: bool = False


@cache
def prescribed(form_id: str, key: str) -> tuple[Prescribed, ...]:
    """All that a form prints in a table, row by row."""
    table = forms()[form_id].table(key)
    if table is None:
        raise KeyError(key)
    printed = list(_PRINTED[table.layout](table))
    whole = "\n".join(one.letters for one in printed)
    return tuple(
        replace(one, unique=len(one.letters) >= _LEAST_PIN and whole.count(one.letters) == 1)
        for one in printed
    )


def _articles(table: FormTable) -> Iterator[Prescribed]:
    for block in table.blocks:
        yield _one("caption", block.caption)
        yield _one("head", _CONTENT)
        yield from (_one("head", column.label) for column in block.columns)
        yield from _rows(block)


def _matrix(table: FormTable) -> Iterator[Prescribed]:
    """Table three: corner, three head lines, rows."""
    (block,) = table.blocks
    grouped = [column for column in block.columns if column.group]
    yield _one("head", table.corner)
    yield _one("head", _APPLICANTS)
    for column in block.columns:
        if column.group is None:
            yield _one("head", column.label)
        elif column is grouped[0]:
            yield _one("head", column.group)
    yield from (_one("head", column.label) for column in grouped)
    yield from _rows(block)


def _single_row(table: FormTable) -> Iterator[Prescribed]:
    """The three head lines of table four."""
    (block,) = table.blocks
    inner = [row for row in block.rows if row.headings]
    results = [_one("head", column.label) for column in block.columns]
    yield from (_one("head", row.label) for row in block.rows if not row.headings)
    yield _one("head", inner[0].headings[0])
    yield from results * (len(block.rows) - len(inner))
    yield from (_one("head", row.label) for row in inner)
    yield from results * len(inner)


def _rows(block: Block) -> Iterator[Prescribed]:
    above: tuple[str, ...] = ()
    for row in block.rows:
        for depth, heading in enumerate(row.headings):
            if row.headings[: depth + 1] != above[: depth + 1]:
                yield from _numbered("heading", heading)
        above = row.headings
        yield from _numbered("row", row.label)


def _numbered(kind: Kind, wording: str) -> Iterator[Prescribed]:
    number, _ = split_enumerator(wording)
    if number and not number.isdigit():
        yield Prescribed("number", wording, number)
    yield _one(kind, wording)


def _one(kind: Kind, wording: str) -> Prescribed:
    _, bare = split_enumerator(wording)
    return Prescribed(kind, wording, "".join(mark for mark in fold(bare) if not mark.isdigit()))


_PRINTED: Mapping[str, Callable[[FormTable], Iterator[Prescribed]]] = {
    "articles": _articles,
    "matrix": _matrix,
    "single_row": _single_row,
}
