"""How runs look, as far as that says whether their text counts: hidden, struck out, raised."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reviewer.document.looks import HIDDEN, PALE, RAISED, STRUCK, TINY
from reviewer.document.ooxml.wordnames import W, child_of, number, switched_on, value

_PROPERTIES = f"{W}rPr"
_VANISH = f"{W}vanish"
_STRUCK = frozenset({f"{W}strike", f"{W}dstrike"})
_DEEPEST = 20
"""Styles that are based on others are followed this deep."""

_SEEN = 8
"""Half points; letters that are smaller cannot be read on paper."""

_BARE = frozenset({None, "auto", "FFFFFF", "ffffff"})
"""Grounds that look like plain paper."""


class Looks:
    """Tells the look of runs; ``hidden`` are the styles whose text is hidden."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._hidden = _hidden_styles(styles)

    def hides_paragraph(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph's style hides its text."""
        if not self._hidden:
            return False
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) in self._hidden

    def of(self, run: etree._Element, *, styled: bool, shaded: bool) -> str:
        """What a run's look says against its text: HIDDEN, a doubt, or nothing.

        Args:
            run: The run.
            styled: Whether its paragraph's style hides it, unless it says otherwise.
            shaded: Whether it stands on a coloured ground, where white letters are seen.
        """
        properties = child_of(run, _PROPERTIES)
        if properties is None:
            return HIDDEN if styled else ""
        hidden, look = styled, ""
        for one in properties:
            if one.tag == _VANISH:
                hidden = switched_on(one)
            elif one.tag == f"{W}rStyle":
                hidden |= value(one) in self._hidden
            elif is_coloured(one):
                shaded = True
            elif (doubt := _doubt(one)) and not (doubt == PALE and look):
                look = doubt
        if look == PALE and shaded:
            look = ""
        return HIDDEN if hidden else look


def _doubt(says: etree._Element) -> str:
    """What one property of a run says against its text."""
    tag = says.tag
    if tag in _STRUCK and switched_on(says):
        return STRUCK
    if tag == f"{W}vertAlign" and value(says) in {"superscript", "subscript"}:
        return RAISED
    if tag == f"{W}sz" and number(says, _SEEN) < _SEEN:
        return TINY
    return PALE if tag == f"{W}color" and value(says) == "FFFFFF" else ""


def is_coloured(says: etree._Element | None) -> bool:
    """Whether a property gives a cell, paragraph or run a ground that is not the paper's."""
    if says is None:
        return False
    if says.tag == f"{W}highlight":
        return value(says) not in {"none", "white"}
    return says.tag == f"{W}shd" and value(says, "fill") not in _BARE


def _hidden_styles(styles: etree._Element | None) -> frozenset[str]:
    """The identities of styles that hide their text, or are based on one that does."""
    if styles is None or next(styles.iter(_VANISH), None) is None:
        return frozenset()
    known = {value(one, "styleId") or "": one for one in styles if one.tag == f"{W}style"}
    return frozenset(name for name in known if _is_hidden(name, known))


def _is_hidden(name: str, known: Mapping[str, etree._Element]) -> bool:
    for _ in range(_DEEPEST):
        style = known.get(name)
        if style is None:
            return False
        own = style.find(f"{W}rPr/{W}vanish")
        if own is not None:
            return switched_on(own)
        name = value(style.find(f"{W}basedOn")) or ""
    return False
