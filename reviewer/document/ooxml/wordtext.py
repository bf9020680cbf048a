"""The text of a Word paragraph: runs, tabs, breaks, symbols, fields; pictures and boxes beside."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from reviewer.document.looks import HIDDEN, counted
from reviewer.document.ooxml.wordlooks import Looks
from reviewer.document.ooxml.wordnames import (
    ADDED,
    ALTERNATIVES,
    REMOVED,
    Found,
    W,
    branch,
    value,
)
from reviewer.document.packages import R, Relation

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class Picture:
    """A picture as it is told of in the text, and the part that holds it, if one does."""

    label: str
    part: str


@dataclass(frozen=True)
class Workbook:
    """An Excel table that stands as an object in the text: its part, and how it is shown."""

    part: str
    shown: etree._Element


_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_UNSEEN = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delText",
        "delInstrText",
        "softHyphen",
        "rt",
    )
)
_SYMBOLS = {
    0xF0FC: "✓",
    0xF050: "✓",
    0xF0FB: "✗",
    0xF0FE: "☑",
    0xF052: "☑",
    0xF0FD: "☒",
    0xF0A8: "□",
    0xF06F: "□",
    0xF0A3: "□",
    0xF06C: "●",
    0xF06E: "■",
    0xF0D8: "➢",
    0xF0B1: "±",
    0xF0B4: "×",
}
_IN_CODE = -1
_UNTOLD = "格内有域（公式），它显示的内容没有保存在文件里，请对照原件核对"
_DRAWN = ("Wingdings", "Webdings")
"""Fonts that draw pictures where others have digits."""

_PRIVATE = range(0xF020, 0xF100)


@dataclass
class Paragraph:
    """A paragraph's text, and what is anchored in it: boxes, pictures, Excel's tables.

    ``untold`` says that a field in it shows something that the file does not say. Of the fields
    that stand open, ``_fields`` keeps how many pieces there were before the result began.
    """

    pieces: list[str] = field(default_factory=list)
    beside: list[etree._Element | Picture | Workbook] = field(default_factory=list)
    looks: list[tuple[int, int, str]] = field(default_factory=list)
    untold: bool = False
    _fields: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is shown of it."""
        return "".join(self.pieces)

    def count(self) -> str:
        """Keep only what counts of a cell's figure; returns why that may not be relied on."""
        runs: list[tuple[str, str]] = []
        at = 0
        for start, end, look in self.looks:
            runs.append(("".join(self.pieces[at:start]), ""))
            runs.append(("".join(self.pieces[start:end]), look))
            at = end
        text, doubt = counted([*runs, ("".join(self.pieces[at:]), "")])
        self.pieces, self.looks = [text], []
        return doubt

    def say(self, text: str) -> None:
        """Add text unless it stands in a field's code."""
        if _IN_CODE not in self._fields:
            self.pieces.append(text)

    def mark_field(self, kind: str | None) -> None:
        """Begin a field's code, pass over to its result, or end it."""
        if kind == "begin":
            self._fields.append(_IN_CODE)
        elif kind == "separate" and self._fields:
            self._fields[-1] = len(self.pieces)
        elif kind == "end" and self._fields:
            before = self._fields.pop()
            shows_nothing = before in {_IN_CODE, len(self.pieces)}
            self.untold |= shows_nothing and _IN_CODE not in self._fields


class Runs:
    """Reads paragraphs of one part; ``relations`` are the part's, for its pictures."""

    def __init__(self, relations: Mapping[str, Relation], looks: Looks, found: Found) -> None:
        self._looks = looks
        self._styled = False
        self._relations = relations
        self._found = found
        self._handlers: dict[str, Callable[[etree._Element, Paragraph], None]] = {
            f"{W}t": self._text,
            f"{_MATH}t": self._text,
            f"{W}r": self._run,
            f"{W}sym": self._symbol,
            f"{W}fldChar": self._field,
            f"{W}txbxContent": self._box,
            f"{W}object": self._object,
            ALTERNATIVES: self._alternatives,
            _BLIP: self._picture,
            _VML: self._picture,
        }

    def read(self, element: etree._Element) -> Paragraph:
        """A paragraph."""
        paragraph = Paragraph()
        self._styled = self._looks.hides_paragraph(element)
        self._walk(element, paragraph)
        if paragraph.looks and self._found.in_cell:
            self._found.doubt = paragraph.count() or self._found.doubt
        if paragraph.untold and self._found.in_cell:
            self._found.doubt = self._found.doubt or _UNTOLD
        return paragraph

    def picture_of(self, workbook: Workbook) -> Paragraph:
        """The picture that an Excel table is shown as."""
        paragraph = Paragraph()
        self._walk(workbook.shown, paragraph)
        return paragraph

    def _walk(self, parent: etree._Element, into: Paragraph) -> None:
        for child in parent:
            tag = child.tag
            if tag in _CHARACTERS:
                into.say(_CHARACTERS[tag])
            elif tag in self._handlers:
                self._handlers[tag](child, into)
            elif tag in REMOVED:
                self._found.tracked = True
            elif tag not in _UNSEEN:
                self._found.tracked |= tag in ADDED
                self._walk(child, into)

    def _text(self, element: etree._Element, into: Paragraph) -> None:
        text = element.text or ""
        kept = text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
        into.say(kept.replace("\r", "").replace("\n", " "))

    def _run(self, element: etree._Element, into: Paragraph) -> None:
        look = self._looks.of(element, styled=self._styled, shaded=self._found.shaded)
        if look == HIDDEN:
            self._found.hidden |= next(element.iter(f"{W}t"), None) is not None
            return
        start = len(into.pieces)
        self._walk(element, into)
        if look and len(into.pieces) > start:
            into.looks.append((start, len(into.pieces), look))

    def _symbol(self, element: etree._Element, into: Paragraph) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return
        drawn = (value(element, "font") or "").startswith(_DRAWN)
        plain = chr(code - 0xF000) if 0xF020 <= code <= 0xF03F and not drawn else "\ufffd"
        known = _SYMBOLS.get(code, plain if code in _PRIVATE else "")
        into.say(known or (chr(code) if 0x20 <= code < 0xD800 else "\ufffd"))

    def _field(self, element: etree._Element, into: Paragraph) -> None:
        into.mark_field(value(element, "fldCharType"))

    def _box(self, element: etree._Element, into: Paragraph) -> None:
        into.beside.append(element)

    def _object(self, element: etree._Element, into: Paragraph) -> None:
        program = element.find(f"{_OFFICE}OLEObject")
        if program is not None and program.get("ProgID", "").startswith(("Excel", "Et", "ET")):
            relation = self._relations.get(program.get(f"{R}id", ""))
            inside = relation is not None and not relation.external
            part = relation.target if relation is not None and inside else ""
            into.beside.append(Workbook(part, element))
        else:
            self._walk(element, into)

    def _alternatives(self, element: etree._Element, into: Paragraph) -> None:
        chosen = branch(element)
        if chosen is not None:
            self._walk(chosen, into)

    def _picture(self, element: etree._Element, into: Paragraph) -> None:
        identity = element.get(f"{R}embed") or element.get(f"{R}id") or element.get(f"{R}link")
        relation = self._relations.get(identity or "")
        name = posixpath.basename(relation.target) if relation else ""
        # The blank before the name parts it from the word, so that only the name is quoted.
        label = f"〔图片 {name}〕" if name else "〔图片〕"
        inside = relation is not None and not relation.external
        into.beside.append(Picture(label, relation.target if relation and inside else ""))
