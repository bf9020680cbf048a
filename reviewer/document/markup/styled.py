"""Tables that a page's styles make of other elements: their rows and cells become those of tables.

Such a table is one to a reader of the page; what its elements are called does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from reviewer.document.markup.stylesheets import declarations

_DISPLAY = re.compile(r"display\s*:\s*table-(row|cell|(?:row|header|footer)-group)\b(?!-)", re.I)
_CLASS = re.compile(r"\.([\w-]+)(?::[\w-]+)?$")
_ROW, _CELL, _GROUP = "row", "cell", "-group"
_TABLES = frozenset({"table", "tbody", "thead", "tfoot", "body"})

_FEWEST = 2
"""What is taken for a table has at least this many rows, and cells in each."""


def make_tables(root: etree._Element) -> None:
    """Give elements that are shown as tables, rows and cells the names of such."""
    shown = _by_class(root)
    rows = [one for one in _styled(root, shown) if _kind(one, shown) == _ROW]
    held: dict[etree._Element, list[etree._Element]] = {}
    for row in rows:
        parent = row.getparent()
        if parent is not None and len(_cells(row, shown)) >= _FEWEST:
            held.setdefault(parent, []).append(row)
    for parent, own in held.items():
        if len(own) >= _FEWEST and parent.tag not in _TABLES:
            _name(parent, own, shown)


def _name(parent: etree._Element, rows: Sequence[etree._Element], shown: dict[str, str]) -> None:
    """Rename rows and cells, and the table around them or around all groups of its rows."""
    whole = parent.getparent()
    if whole is not None and _kind(parent, shown).endswith(_GROUP):
        parent.tag = "tbody"
        parent = whole
    parent.tag = "table"
    for row in rows:
        for cell in _cells(row, shown):
            cell.tag = "td"
        row.tag = "tr"


def _cells(row: etree._Element, shown: dict[str, str]) -> list[etree._Element]:
    return [cell for cell in row if _kind(cell, shown) == _CELL]


def _kind(element: etree._Element, shown: dict[str, str]) -> str:
    """What an element is shown as: its own style goes before those of its classes."""
    own = _DISPLAY.search(element.get("style") or "")
    if own:
        return own[1].lower()
    names = (element.get("class") or "").split()
    return next((shown[name] for name in names if name in shown), "")


def _styled(root: etree._Element, shown: dict[str, str]) -> Iterator[etree._Element]:
    """The elements that a style may make rows of tables."""
    yield from root.xpath("//*[contains(@style, 'table-row')]")  # type: ignore[misc]
    if _ROW in shown.values():
        yield from root.xpath("//*[@class]")  # type: ignore[misc]


def _by_class(root: etree._Element) -> dict[str, str]:
    """What the elements of a class are shown as."""
    found: dict[str, str] = {}
    for selector, declared in declarations(root):
        kind = _DISPLAY.search(declared)
        name = _CLASS.search(selector)
        if kind and name:
            found[name[1]] = kind[1].lower()
    return found
