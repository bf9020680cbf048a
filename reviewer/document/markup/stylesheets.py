"""A page's own style sheets, and what they hide within cells; an element's own style is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reviewer.document.markup.elements import hides

_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_CONDITIONAL = re.compile(r"@[^{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_RULE = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_SIMPLE = re.compile(r"[a-z]*\.([\w-]+)", re.I)
_LONGEST = 200_000
"""Most characters of style sheets that are looked at."""


def hide_by_class(root: etree._Element) -> None:
    """Mark what stands in cells and is hidden by its class as hidden.

    Beyond cells nothing is: pages hide the parts of theirs that scripts then show.
    """
    hidden = frozenset(_hidden_classes(root))
    if not hidden:
        return
    for cell in root.iter("td", "th"):
        for element in cell.iterdescendants():
            if not hidden.isdisjoint((element.get("class") or "").split()):
                element.set("hidden", "")


def declarations(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The selectors of a page's own style sheets, each with what it declares."""
    for style in root.iter("style"):
        text = _CONDITIONAL.sub("", _REMARK.sub("", (style.text or "")[:_LONGEST]))
        for selectors, declared in _RULE.findall(text):
            for selector in selectors.split(","):
                yield selector.strip(), declared


def _hidden_classes(root: etree._Element) -> Iterator[str]:
    for selector, declared in declarations(root):
        name = _SIMPLE.fullmatch(selector)
        if name and hides(declared):
            yield name[1]
