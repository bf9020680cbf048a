"""Markup to a tree, within limits; nothing outside the markup is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reviewer.document.markup.frames import open_frames
from reviewer.document.markup.styled import make_tables
from reviewer.document.markup.stylesheets import hide_by_class
from reviewer.errors import EmptyError, FormatError, TooLargeError

_TAGS_LIMIT = 150_000
"""Most tags of a page; a report saved by Word, the wordiest of all, has some 20,000."""

_TEXT_LIMIT = 1_000_000
"""Most characters outside scripts; a report's page has some 20,000."""

_HINT = "请在浏览器中打开网页，复制报告正文后粘贴打开。"
_NO_TEXT = frozenset({"script", "style", "noscript", "textarea"})
_CROWDED = re.compile(
    r"""<[a-z][^\s/>]*+(?:[\s/]*+[^\s=/>][^\s=/>]*+"""
    r"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+){1000}""",
    re.I,
)
"""A tag with a thousand attributes: what adding another one costs grows with their number."""


def parse(markup: str) -> etree._Element:
    """The root of a page, however damaged its markup is.

    Raises:
        EmptyError: Nothing in it.
        TooLargeError: Far more tags or text than any report has.
        FormatError: Tags nested so deep that they cannot be followed.
    """
    if markup.count("<") + markup.count("&lt;") > _TAGS_LIMIT:
        raise TooLargeError(
            f"网页过于庞大（标签超过 {_TAGS_LIMIT} 个），不像一份年度报告。",
            "请打开网页，只复制报告正文后粘贴打开。",
        )
    if _CROWDED.search(markup):
        raise FormatError("网页已损坏，无法读取。", _HINT, "too many attributes")
    # Bytes of a known encoding: whatever the page declares is not looked at again.
    data = markup.replace("\x00", "").encode("utf-8", errors="replace")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError("网页已损坏，无法读取。", _HINT, str(error)) from error
    if root is None:
        raise EmptyError("网页中没有任何内容。", "请确认选对了网页，或重新保存、复制后再打开。")
    if any("depth" in entry.message for entry in parser.error_log):
        raise FormatError("网页的嵌套层次过深，无法读取。", _HINT)
    open_frames(root)
    if _length(root) > _TEXT_LIMIT:
        raise TooLargeError("网页的文字过长，不像一份年度报告。", _HINT)
    _house_rows(root)
    make_tables(root)
    hide_by_class(root)
    return root


def _length(root: etree._Element) -> int:
    """Characters of the page, without its scripts."""
    return sum(
        len(element.tail or "") + (0 if element.tag in _NO_TEXT else len(element.text or ""))
        for element in root.iter()
    )


def _house_rows(root: etree._Element) -> None:
    """Put rows without a table into one: pieces of pages are pasted, too."""
    homeless = [row for row in root.iter("tr") if next(row.iterancestors("table"), None) is None]
    table: etree._Element | None = None
    for row in homeless:
        parent = row.getparent()
        if parent is None or next(row.iterancestors("table"), None) is not None:
            continue
        if table is None or row.getprevious() is not table:
            table = etree.Element("table")
            parent.insert(parent.index(row), table)
        table.append(row)


class Walk:
    """An element and what is in it, in document order, without recursion.

    Yields each element twice: with True where it begins and with False where it ends.
    ``skip()`` after a begin leaves out what is inside; the end still comes.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._skipped = False

    def skip(self) -> None:
        """Do not enter the element that has just begun."""
        self._skipped = True

    def __iter__(self) -> Iterator[tuple[bool, etree._Element]]:
        stack = [(self._root, iter(self._root))]
        yield True, self._root
        while stack:
            element, children = stack[-1]
            child = None if self._skipped else next(children, None)
            self._skipped = False
            if child is None:
                stack.pop()
                yield False, element
            else:
                stack.append((child, iter(child)))
                yield True, child
