"""Spreadsheets (xlsx, xlsm): each cell as it is shown, with its sheet and name as its place.

The XML is read directly: a file's styles, drawings and checks, which full libraries fail on when
other programs wrote them, are never looked at, and nothing is computed: a formula shows the
result that was saved with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from reviewer.document.composing import compose
from reviewer.document.looks import PALE, RAISED, STRUCK, counted
from reviewer.document.model import Document, Origin
from reviewer.document.packages import Package, R, damaged, is_package
from reviewer.document.reviewed import are_of_review
from reviewer.document.spreadsheets.formats import BUILT_IN, hides, shown
from reviewer.document.spreadsheets.names import merge_of, place_of
from reviewer.document.spreadsheets.sheets import (
    UNSAVED,
    UNSHOWN,
    Sheet,
    doubt_of,
    items_of,
    warnings_of,
)
from reviewer.errors import ForeignError, FormatError
from reviewer.progress import Progress

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MAIN = "xl/workbook.xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_YES = frozenset({"1", "true", "on"})
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})
_TEXTS = frozenset({"s", "inlineStr", "str"})
_TRUTH = {"1": "TRUE", "0": "FALSE"}


def accepts(data: bytes) -> bool:
    """A zip with a workbook in it."""
    return is_package(data, "xl/workbook")


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """A document of a workbook's bytes.

    Raises:
        FormatError: Damaged, binary (xlsb), or with entities.
        TooLargeError: More than a report can have.
        EmptyError: No text in it.
    """
    package = Package(data)
    main = package.main(_MAIN)
    if main.casefold().endswith(".bin"):
        raise ForeignError(
            "这是二进制工作簿（xlsb），不能直接打开。", "请在 Excel 中另存为 xlsx 后再打开。"
        )
    root = package.part(main)
    if root is None:
        raise damaged(KeyError(main))
    if are_of_review([one.get("name", "") for one in root.iter(f"{_S}sheet")]):
        raise FormatError("这是本程序导出的审核表，不是报告。", "请打开报告的原件。")
    progress("正在解析工作表", 0.4)
    sheets = list(_Workbook(package, main, root).sheets())
    return compose(items_of(sheets), origin, tuple(warnings_of(sheets)))


class _Workbook:
    """Reads the sheets of a workbook, with its shared texts and number formats."""

    def __init__(self, package: Package, main: str, root: etree._Element) -> None:
        self._package = package
        self._root = root
        self._relations = package.relations(main)
        shared = list(_children(package.related(main, "sharedStrings")))
        self._texts = [_counted(item) for item in shared]
        styles = package.related(main, "styles")
        self._formats = _formats(styles)
        self._fonts = _fonts(styles)
        properties = root.find(f"{_S}workbookPr")
        self._base_1904 = properties is not None and properties.get("date1904") in _YES

    def sheets(self) -> Iterator[Sheet]:
        """All sheets with cells, in the order of their tabs."""
        for entry in self._root.iterfind(f"{_S}sheets/{_S}sheet"):
            relation = self._relations.get(entry.get(f"{R}id", ""))
            if relation is None or relation.kind != "worksheet" or relation.external:
                continue
            part = self._package.part(relation.target)
            if part is not None:
                hidden = entry.get("state", "visible") != "visible"
                yield self._sheet(part, Sheet(entry.get("name", ""), veiled=hidden))

    def _sheet(self, part: etree._Element, sheet: Sheet) -> Sheet:
        columns = _hidden_columns(part)
        row_number = -1
        for row in part.iterfind(f"{_S}sheetData/{_S}row"):
            stated = row.get("r", "")
            row_number = int(stated) - 1 if _is_count(stated) else row_number + 1
            column = -1
            for cell in row.iterfind(f"{_S}c"):
                place = place_of(cell.get("r", "")) or (row_number, column + 1)
                row_number, column = place
                text = self._shown(cell)
                sheet.texts[place] = text
                hidden = row.get("hidden") in _YES or any(column in one for one in columns)
                if hidden and text.strip():
                    sheet.unseen.add(place)
                doubt = self._doubt(cell, text)
                if doubt:
                    sheet.doubts[place] = doubt
        for merge in part.iterfind(f"{_S}mergeCells/{_S}mergeCell"):
            found = merge_of(merge.get("ref", ""))
            if found is not None:
                sheet.merges.append(found)
        return sheet

    def _doubt(self, cell: etree._Element, text: str) -> str:
        """Why what a cell shows may not be relied on."""
        value = (cell.findtext(f"{_S}v") or "").strip()
        if not text and not value and cell.find(f"{_S}f") is not None:
            return UNSAVED
        if told := self._text(cell)[1]:
            return told
        style, kind = cell.get("s", "0"), cell.get("t", "n")
        if (text or value) and hides(self._formats.get(style, ""), text=kind in _TEXTS):
            return UNSHOWN
        known = bool(value.strip("0.")) and kind == "n"
        return doubt_of(text, self._fonts.get(style, ""), known=known)

    def _text(self, cell: etree._Element) -> tuple[str, str]:
        """The text that a cell holds or shares, and why it may not be relied on."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(f"{_S}is")
            return ("", "") if inline is None else _counted(inline)
        value = cell.findtext(f"{_S}v") or "" if kind == "s" else ""
        known = _is_count(value) and int(value) < len(self._texts)
        return self._texts[int(value)] if known else ("", "")

    def _shown(self, cell: etree._Element) -> str:
        """What a cell shows; empty if it is blank."""
        kind = cell.get("t", "n")
        if kind in {"inlineStr", "s"}:
            return self._text(cell)[0]
        value = cell.findtext(f"{_S}v") or ""
        if kind == "b":
            return _TRUTH.get(value, value)
        if kind == "n" and value:
            pattern = self._formats.get(cell.get("s", "0"), "")
            return shown(value.strip(), pattern, base_1904=self._base_1904)
        return _unescaped(value)


def _children(part: etree._Element | None) -> Iterator[etree._Element]:
    yield from part.iterfind(f"{_S}si") if part is not None else ()


def _counted(item: etree._Element) -> tuple[str, str]:
    """A text in one piece or in runs, and why it may not be relied on.

    The reading aids over its characters are left out.
    """
    return counted(
        [
            (
                _unescaped("".join(piece.text or "" for piece in child.iter(f"{_S}t"))),
                _font_doubt(child.find(f"{_S}rPr")),
            )
            for child in item
            if child.tag in {f"{_S}t", f"{_S}r"}
        ]
    )


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _formats(styles: etree._Element | None) -> Mapping[str, str]:
    """The number format of each cell style, by the style's index."""
    if styles is None:
        return {}
    own = {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in styles.iterfind(f"{_S}numFmts/{_S}numFmt")
    }
    known = {str(number): pattern for number, pattern in BUILT_IN.items()} | own
    return {
        str(index): known.get(one.get("numFmtId", ""), "")
        for index, one in enumerate(styles.iterfind(f"{_S}cellXfs/{_S}xf"))
    }


def _fonts(styles: etree._Element | None) -> Mapping[str, str]:
    """Why the font of a cell style makes its text doubtful, by the style's index."""
    if styles is None:
        return {}
    told = [_font_doubt(font) for font in styles.iterfind(f"{_S}fonts/{_S}font")]
    found: dict[str, str] = {}
    for index, one in enumerate(styles.iterfind(f"{_S}cellXfs/{_S}xf")):
        font = one.get("fontId", "")
        doubt = told[int(font)] if _is_count(font) and int(font) < len(told) else ""
        if doubt and not (doubt == PALE and one.get("fillId", "0") not in {"0", "1"}):
            found[str(index)] = doubt
    return found


def _font_doubt(font: etree._Element | None) -> str:
    if font is None:
        return ""
    strike, raised = font.find(f"{_S}strike"), font.find(f"{_S}vertAlign")
    if strike is not None and strike.get("val", "1") in _YES:
        return STRUCK
    if raised is not None and raised.get("val") in {"superscript", "subscript"}:
        return RAISED
    colour = font.find(f"{_S}color")
    pale = colour is not None and (colour.get("rgb") in _WHITE or _is_paper(colour))
    return PALE if pale else ""


def _is_paper(colour: etree._Element) -> bool:
    """Whether a colour is the theme's first one, that of paper, as it is."""
    return colour.get("theme") == "0" and colour.get("tint") is None


def _hidden_columns(part: etree._Element) -> list[range]:
    hidden = (one for one in part.iterfind(f"{_S}cols/{_S}col") if one.get("hidden") in _YES)
    bounds = ((one.get("min", ""), one.get("max", "")) for one in hidden)
    return [
        range(int(low) - 1, int(high)) for low, high in bounds if _is_count(low) and _is_count(high)
    ]


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9
