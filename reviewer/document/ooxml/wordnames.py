"""Names of WordprocessingML and how its wrappers are opened: what Word shows, as a plain walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
_CHOICE = f"{_COMPATIBILITY}Choice"
_FALLBACK = f"{_COMPATIBILITY}Fallback"

REMOVED = frozenset({f"{W}del", f"{W}moveFrom"})
ADDED = frozenset({f"{W}ins", f"{W}moveTo"})
_WRAPPERS = ADDED | {
    f"{W}sdt",
    f"{W}sdtContent",
    f"{W}customXml",
    f"{W}smartTag",
    f"{W}subDoc",
}
_SHOWS = (f"{W}t", f"{W}tbl", f"{W}drawing", f"{W}pict")


@dataclass
class Found:
    """What was met on the way that the reviewer should know of.

    ``doubt`` says why the text since it was last emptied may not be relied on, ``in_cell`` that
    what is read stands in a table's cell, ``shaded`` that this has a coloured ground.
    """

    doubt: str = ""
    in_cell: bool = False
    shaded: bool = False
    tracked: bool = False
    hidden: bool = False
    chunk: bool = False
    chunk_read: bool = False
    embedded: bool = False
    embedded_read: bool = False


def child_of(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a name; what looks for paths takes the name apart each time."""
    return next(element.iterchildren(tag), None)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute in Word's namespace."""
    return None if element is None else element.get(W + name)


def number(element: etree._Element | None, default: int, name: str = "val") -> int:
    """An attribute that is a number; the default where it is none."""
    text = value(element, name) or ""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 9:
        return default
    return int(text)


def switched_on(element: etree._Element | None) -> bool:
    """Whether a yes-or-no property is there and not switched off."""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


def branch(element: etree._Element) -> etree._Element | None:
    """The one branch of alternative contents that is shown: the first that shows anything."""
    branches = [*element.findall(_CHOICE), *element.findall(_FALLBACK)]
    telling = (one for one in branches if next(one.iter(*_SHOWS), None) is not None)
    return next(telling, branches[0] if branches else None)


def unwrapped(parent: etree._Element, found: Found) -> Iterator[etree._Element]:
    """The children of an element with wrappers opened and what was deleted left out."""
    for child in parent:
        if child.tag in REMOVED:
            found.tracked = True
        elif child.tag in _WRAPPERS:
            found.tracked |= child.tag in ADDED
            yield from unwrapped(child, found)
        elif child.tag == ALTERNATIVES:
            chosen = branch(child)
            if chosen is not None:
                yield from unwrapped(chosen, found)
        else:
            yield child


def without_prompts(root: etree._Element) -> None:
    """Take the prompts (单击此处输入文字) out of content controls that nobody filled in."""
    for mark in list(root.iter(f"{W}showingPlcHdr")):
        properties = mark.getparent()
        control = None if properties is None else properties.getparent()
        if control is None or not switched_on(mark):
            continue
        for text in control.iter(f"{W}t"):
            text.text = None
