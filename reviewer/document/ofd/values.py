"""Values in OFD attributes: numbers, places, maps, distances between characters, colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import isfinite

from lxml import etree

from reviewer.document.geometry.matrices import IDENTITY, Matrix

POINTS = 72 / 25.4
"""Points in a millimetre, the unit in which OFD measures."""

_LARGEST = 20_000.0
"""Millimetres beyond which nothing stands on a page."""

_MOST_DISTANCES = 20_000
WHITE = 245.0
"""A colour with no part below this cannot be seen on paper."""


def local(element: etree._Element) -> str:
    """An element's name without its namespace, which differs between producers."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of a name."""
    return next((one for one in element if local(one) == name), None)


def said(element: etree._Element, name: str) -> str:
    """The text of the first child of a name; empty without one."""
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


def number(text: str | None, default: float = 0.0) -> float:
    """A number; the default for what is none or lies beyond any page."""
    try:
        value = float(text or "")
    except ValueError:
        return default
    return value if isfinite(value) and abs(value) <= _LARGEST else default


def numbers(text: str | None) -> list[float]:
    """Numbers parted by blanks."""
    return [number(one) for one in (text or "").split()]


def box(text: str | None) -> tuple[float, float, float, float] | None:
    """Left, top, width and height; None for what is no rectangle."""
    values = numbers(text)
    return (values[0], values[1], values[2], values[3]) if len(values) == 4 else None


def matrix_on(element: etree._Element, outer: Matrix) -> Matrix:
    """From an object's own coordinates to the page's, in points (y goes downwards)."""
    values = numbers(element.get("CTM"))
    own = Matrix(*values) if len(values) == 6 else IDENTITY
    place = box(element.get("Boundary"))
    shift = Matrix(1.0, 0.0, 0.0, 1.0, place[0], place[1]) if place else IDENTITY
    return own.then(shift).then(outer)


def distances(text: str | None) -> list[float]:
    """Distances from each character to the next: ``g 3 0.5`` stands for three times a half."""
    return list(islice(_distances((text or "").split()), _MOST_DISTANCES))


def _distances(words: list[str]) -> Iterator[float]:
    at = 0
    while at < len(words):
        if words[at] == "g" and at + 2 < len(words):
            count = int(number(words[at + 1]))
            yield from [number(words[at + 2])] * min(max(count, 0), _MOST_DISTANCES)
            at += 3
        else:
            yield number(words[at])
            at += 1


def colour(element: etree._Element, name: str) -> tuple[float, float]:
    """A colour's darkest part (of 255, black where none is stated) and how opaque it is."""
    found = child(element, name)
    values = numbers(found.get("Value")) if found is not None else []
    alpha = number(found.get("Alpha"), 255.0) if found is not None else 255.0
    opaque = min(alpha, number(element.get("Alpha"), 255.0))
    # Four parts are inks, not lights: none of them is white.
    darkest = 255 - max(values) if len(values) == 4 else min(values, default=0.0)
    return darkest, opaque


def is_off(element: etree._Element, name: str, default: str = "true") -> bool:
    """Whether a yes-or-no attribute is, or is by default, no."""
    return element.get(name, default) in {"false", "0"}


def is_seen(element: etree._Element, name: str) -> bool:
    """Whether what is drawn in a colour can be seen on paper."""
    darkest, opaque = colour(element, name)
    return darkest < WHITE and opaque > 0
