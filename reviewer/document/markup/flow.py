"""A page's text as pieces in reading order: lines and tables, with the element each stands in."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from reviewer.document.composing import Content
from reviewer.document.markup.elements import (
    BLOCKS,
    SILENT,
    VERBATIM,
    is_furniture,
    is_hidden,
    picture_line,
    stands_apart,
    tag_of,
)
from reviewer.document.markup.lines import Line
from reviewer.document.markup.parsing import Walk
from reviewer.document.markup.patience import Patience
from reviewer.document.markup.tables import (
    grid_of,
    is_layout,
    parts_of,
    tables_that_nest,
)


@dataclass(frozen=True, eq=False)
class Piece:
    """A line or a table.

    Attributes:
        content: The line's text, or the grid.
        owner: The element that it begins in.
        linked: Whether most of it is a link's text.
        aside: The innermost element around it that is hidden or the page's furniture, if any.
    """

    content: Content
    owner: etree._Element
    linked: bool = False
    aside: etree._Element | None = None

    @property
    def text(self) -> str:
        """The line, or all that the table's cells say."""
        if isinstance(self.content, str):
            return self.content
        return "\n".join(cell.text for cell in self.content.cells)


def pieces_of(root: etree._Element, patience: Patience) -> list[Piece]:
    """All pieces of a page, those aside included.

    Raises:
        TooLargeError: A table has more places than any report's, or it takes too long.
    """
    return _Flow(root, patience).pieces


class _Flow:
    """Walks through a page and collects its pieces."""

    def __init__(self, root: etree._Element, patience: Patience) -> None:
        self.pieces: list[Piece] = []
        self._line = Line()
        self._owner: etree._Element = root
        self._nesting = tables_that_nest(root)
        self._verbatim = self._links = 0
        self._asides: list[etree._Element] = []
        self._walk = Walk(root)
        for begins, element in self._walk:
            patience()
            self._step(element, tag_of(element), begins=begins, outermost=element is root)
        self._end_line()

    def _step(self, element: etree._Element, tag: str, *, begins: bool, outermost: bool) -> None:
        if begins:
            self._begin(element, tag)
            return
        self._count(element, tag, -1)
        if tag in BLOCKS:
            self._end_line()
        elif element.attrib and stands_apart(element):
            self._line.add(" ")
        if self._asides and self._asides[-1] is element:
            self._asides.pop()
        if not outermost and element.tail:
            parent = element.getparent()
            self._add(element.tail, parent if parent is not None else element)

    def _begin(self, element: etree._Element, tag: str) -> None:
        hidden = is_hidden(element)
        if tag in BLOCKS:
            self._end_line()
            if hidden or is_furniture(element, tag):
                self._asides.append(element)
        elif element.attrib and stands_apart(element):
            self._line.add(" ")
        self._count(element, tag, 1)
        if tag in SILENT or (hidden and tag not in BLOCKS):
            self._walk.skip()
        elif tag == "table" and not is_layout(element, nests=element in self._nesting):
            self._walk.skip()
            self._add_table(element)
        elif tag == "img":
            self._end_line()
            self._add(picture_line(element), element)
            self._end_line()
        elif element.text:
            self._add(element.text, element)

    def _count(self, element: etree._Element, tag: str, by: int) -> None:
        """Count the open elements that matter to the text in them."""
        self._verbatim += by if tag in VERBATIM else 0
        self._links += by if tag == "a" and (element.get("href") or "#")[0] != "#" else 0

    def _add(self, text: str, owner: etree._Element) -> None:
        verbatim = self._verbatim > 0
        for number, part in enumerate(text.split("\n") if verbatim else (text,)):
            if number:
                self._end_line()
            if not self._line.begun and part.strip():
                self._owner = owner
            self._line.add(part, linked=self._links > 0, verbatim=verbatim)

    def _add_table(self, table: etree._Element) -> None:
        parts = parts_of(table)
        for stray in parts.strays:
            self._keep(stray, table, linked=False)
        self._keep(grid_of(parts), table, linked=False)

    def _end_line(self) -> None:
        linked = self._line.linked
        text = self._line.take()
        if text.strip():
            self._keep(text, self._owner, linked=2 * linked > len(text))

    def _keep(self, content: Content, owner: etree._Element, *, linked: bool) -> None:
        aside = self._asides[-1] if self._asides else None
        self.pieces.append(Piece(content, owner, linked=linked, aside=aside))
