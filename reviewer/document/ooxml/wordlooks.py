"""How runs look, as far as that says whether their text counts: hidden, struck out, raised."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reviewer.document.looks import PALE, RAISED, STRUCK
from reviewer.document.ooxml.wordnames import Found, W, switched_on, value

_HIDDEN = f"{W}vanish"
_STRUCK = frozenset({f"{W}strike", f"{W}dstrike"})
_DEEPEST = 20
"""Of styles based on others."""


class Looks:
    """Tells the look of runs; ``hidden`` are the styles whose text is hidden."""

    def __init__(self, styles: etree._Element | None, found: Found) -> None:
        self._hidden = _hidden_styles(styles)
        self._found = found

    def hides_paragraph(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph's style hides its text."""
        if not self._hidden:
            return False
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) in self._hidden

    def hides(self, run: etree._Element, *, styled: bool) -> bool:
        """Whether a run's text is hidden; else what makes its text doubtful is noted.

        Args:
            run: The run.
            styled: Whether its paragraph's style hides it, unless it says otherwise.
        """
        properties = run.find(f"{W}rPr")
        if properties is None:
            return styled
        hidden = styled
        for one in properties:
            tag = one.tag
            if tag == _HIDDEN:
                return switched_on(one)
            if tag == f"{W}rStyle":
                hidden |= value(one) in self._hidden
            elif tag in _STRUCK and switched_on(one):
                self._note(run, STRUCK)
            elif tag == f"{W}vertAlign" and value(one) in {"superscript", "subscript"}:
                self._note(run, RAISED)
            elif tag == f"{W}color" and value(one) == "FFFFFF":
                self._note(run, PALE)
        return hidden

    def _note(self, run: etree._Element, reason: str) -> None:
        """Note a doubt if figures look so."""
        if any(one.isdigit() for text in run.iter(f"{W}t") for one in text.text or ""):
            self._found.doubt = reason


def _hidden_styles(styles: etree._Element | None) -> frozenset[str]:
    """The identities of styles that hide their text, or are based on one that does."""
    known = (
        {value(one, "styleId") or "": one for one in styles if one.tag == f"{W}style"}
        if (styles is not None)
        else {}
    )
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
