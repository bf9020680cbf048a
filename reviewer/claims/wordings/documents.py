"""Words for documents that were made, annulled, made public or are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.claims.wordings.wording import TAIL

DOCUMENT = {
    "normative_document": r"(?<!党内)(?:行政)?规范性文件",
    "regulation": r"(?:政府|部门|地方政府|市政府)?规章(?!制度)",
}
_BETWEEN = r"[^,;:。\d]{0,30}?"


@dataclass(frozen=True)
class Verb:
    """What may be said to be done with documents.

    Attributes:
        words: The verb's.
        columns: Columns that it names; the first one that the form has is meant.
        perhaps: Columns that it may name if the form has none of those.
    """

    words: str
    columns: tuple[str, ...]
    perhaps: tuple[str, ...] = ()


DOCUMENT_VERBS = (
    Verb(r"(?:废止|(?:宣布)?失效)", ("repealed",)),
    Verb(r"(?:现行有效|继续有效|有效期内|有效|现有|(?:尚|仍)?在有效期内?)", ("in_force",)),
    Verb(r"(?:对外)(?:累计)?公开", ("disclosed_total",)),
    Verb(
        r"(?:新)?(?:制定|制发|印发|出台|制作|制订|下发|起草制定|新增)(?:公开|发布|并公开|和公开)?",
        ("issued", "made"),
    ),
    Verb(r"新(?:公布|发布)", ("disclosed", "issued")),
    Verb(r"(?<!主动)(?<!公开)(?:发布|公布)", ("disclosed",), ("issued",)),
    Verb(r"(?:主动|新|集中|依法)?(?:公开(?!栏|专栏|日)|公布|发布)", ("disclosed",)),
)
_NOT_MADE = re.compile(
    r"清理|修改|修订|审查|审核|备案|解读|起草|评估|征求意见|报送|学习|转发|累计|各类文件"
)


@dataclass(frozen=True)
class DocumentWording:
    """A way to name documents before their figure."""

    row: str
    verb: Verb
    pattern: re.Pattern[str]


def _documents() -> Iterator[DocumentWording]:
    for row, noun in DOCUMENT.items():
        for verb in DOCUMENT_VERBS:
            before = rf"{verb.words}(?P<between>{_BETWEEN}){noun}{TAIL}$"
            behind = rf"{noun}(?P<between>的|本年度?|全年)?{verb.words}{TAIL}$"
            for pattern in (before, behind):
                yield DocumentWording(row, verb, re.compile(pattern))


DOCUMENTS = tuple(_documents())


_NAMES = re.compile(r"(?P<normative_document>规范性文件)|(?P<regulation>规章(?!制度))")


def documents_in(text: str) -> str:
    """The row of the documents that a text names last, or empty."""
    last = ""
    for match in _NAMES.finditer(text):
        last = match.lastgroup or ""
    return last


def is_about_making(between: str) -> bool:
    """Whether the words between verb and noun leave it at that verb."""
    return not _NOT_MADE.search(between)
