"""The text of one table cell: nested markup joined as a browser shows it."""

from __future__ import annotations

from collections.abc import Set

from lxml import etree

from reviewer.document.looks import UNCOUNTED
from reviewer.document.markup.elements import (
    BLOCKS,
    SILENT,
    VERBATIM,
    doubt_of,
    is_hidden,
    picture_line,
    tag_of,
)
from reviewer.document.markup.lines import Line, plain_line
from reviewer.document.markup.parsing import Walk

_TYPED = frozenset({"", "text", "number", "tel"})


def cell_text(cell: etree._Element, *, nested: bool = True) -> str:
    """A cell's lines; ``nested`` takes in what tables within it say.

    What is struck out or raised beside a figure is left out (``looks.counted``).
    """
    if not len(cell):
        return plain_line(cell.text or "")
    left_out = {element for element, doubt in _marked(cell) if doubt in UNCOUNTED}
    text = _text(cell, left_out, nested=nested)
    return text if text or not left_out else _text(cell, frozenset(), nested=nested)


def cell_doubt(cell: etree._Element) -> str:
    """Why a cell's figure may not be relied on: some of it is struck out, raised or pale."""
    found = _marked(cell)
    if not found:
        return ""
    doubt = found[0][1]
    left_out = {element for element, one in found if one in UNCOUNTED}
    return UNCOUNTED[doubt] if doubt in UNCOUNTED and _text(cell, left_out, nested=True) else doubt


def _marked(cell: etree._Element) -> list[tuple[etree._Element, str]]:
    """Pieces of a cell that hold digits and look as if they did not count, with the reasons."""
    return [
        (element, doubt)
        for element in cell.iterdescendants()
        if (doubt := doubt_of(element, tag_of(element)))
        and any(one.isdigit() for text in element.itertext() for one in str(text))
    ]


def _text(cell: etree._Element, left_out: Set[etree._Element], *, nested: bool) -> str:
    lines: list[str] = []
    line = Line()
    verbatim = 0
    walk = Walk(cell)
    for begins, element in walk:
        tag = tag_of(element)
        if tag in BLOCKS:
            lines.append(line.take())
        if tag in VERBATIM:
            verbatim += 1 if begins else -1
        if begins and element in left_out:
            walk.skip()
        elif begins:
            text = _begin(element, tag, walk, leave=element is not cell and not nested)
            _add(lines, line, text, verbatim=bool(verbatim))
        elif element is not cell and element.tail:
            _add(lines, line, element.tail, verbatim=bool(verbatim))
    lines.append(line.take())
    return "\n".join(text for text in lines if text)


def _begin(element: etree._Element, tag: str, walk: Walk, *, leave: bool) -> str:
    """The text at an element's begin; elements that are not to be entered are skipped."""
    if tag in {"select", "textarea"} and not is_hidden(element):
        walk.skip()
        return _chosen(element) if tag == "select" else element.text or ""
    if tag in SILENT or (leave and tag == "table") or is_hidden(element):
        walk.skip()
        return ""
    if tag == "img":
        return picture_line(element)
    if tag == "input":
        typed = (element.get("type") or "").lower() in _TYPED
        return (element.get("value") or "") if typed else ""
    return element.text or ""


def _chosen(element: etree._Element) -> str:
    """What a browser shows of a list to choose from: what is chosen, else the first."""
    options = list(element.iter("option"))
    chosen = (one for one in options if "selected" in one.attrib)
    shown = next(chosen, options[0] if options else None)
    return "" if shown is None else "".join(map(str, shown.itertext()))


def _add(lines: list[str], line: Line, text: str, *, verbatim: bool) -> None:
    first, *rest = text.split("\n") if verbatim else (text,)
    line.add(first, verbatim=verbatim)
    for more in rest:
        lines.append(line.take())
        line.add(more, verbatim=True)
