"""The labels that a form prints, folded for matching, in the order of the printed table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold
from reviewer.forms.model import Row

_ENUMERATOR = re.compile(
    r"^(?:[（(]?(?P<chinese>[一二三四五六七八九十]+)[）)]?[、.．]?|(?P<digit>\d{1,2})[、.．])"
)
PARTING = "\x1f"
"""Stands between the wordings of a form's vocabulary: no text holds it."""

_REMARK = re.compile(r"[（(][^（()）]*[）)]$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it is looked for.

    Attributes:
        kind: Article caption, head of a column, or row.
        key: The row's or column's key; empty for captions.
        texts: Folded wordings without enumerator, longest first.
        enumerator: The number before it (``七``, ``2``), or empty.
    """

    kind: Literal["caption", "head", "row"]
    key: str
    texts: tuple[str, ...]
    enumerator: str = ""


def split_enumerator(text: str) -> tuple[str, str]:
    """Number and rest of a label: ``（七）总计`` → ``七``, ``总计``."""
    match = _ENUMERATOR.match(text)
    if match is None or match.end() == len(text):
        return "", text
    return match["chinese"] or match["digit"], text[match.end() :]


def row_label(row: Row) -> Label:
    """The label of a row."""
    number, _ = split_enumerator(row.label)
    return Label("row", row.key, _wordings(row.label, *row.aliases), number)


@cache
def labels_of(form_id: str, key: str) -> tuple[Label, ...]:
    """The labels of a form's table in printed order: captions and heads (table two), rows."""
    table = forms()[form_id].table(key)
    if table is None:
        raise KeyError(key)
    labels: list[Label] = []
    for block in table.blocks:
        if block.caption:
            labels.append(Label("caption", "", (fold(block.caption),)))
        if table.layout == "articles":
            labels += [
                Label("head", column.key, _wordings(column.label, *column.aliases))
                for column in block.columns
            ]
        labels += [row_label(row) for row in block.rows]
    return tuple(labels)


@cache
def vocabulary(form_id: str) -> str:
    """Every folded wording of a form, joined by ``PARTING``.

    A piece of text that is found in it is a fragment of the printed form, not a value.
    """
    form = forms()[form_id]
    words = ["信息内容", "申请人情况", "小计", "合计", "行政诉讼"]
    for section in form.sections:
        words += [section.title, *section.aliases]
    for table in form.tables:
        words += [table.corner, table.title]
        for block in table.blocks:
            words.append(block.caption)
            for column in block.columns:
                words += [column.label, *column.aliases, column.group or ""]
            for row in block.rows:
                words += [*row.headings, row.label, *row.aliases]
    return PARTING.join(dict.fromkeys(fold(word) for word in words))


def _wordings(*texts: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        _, bare = split_enumerator(text)
        found[fold(bare)] = None
        without_remark = fold(_REMARK.sub("", bare))
        if without_remark:
            found[without_remark] = None
    return tuple(sorted(found, key=len, reverse=True))
