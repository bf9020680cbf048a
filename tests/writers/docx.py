"""Writes docx files as raw XML, so that every construct can be had, the odd ones too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from reviewer.document.composing import Cell, Grid

_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    )
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = re.compile(r"schemas\.openxmlformats\.org/(officeDocument|wordprocessingml)/2006/")
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{main}" ContentType="{kind}"/></Types>'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{0}+xml"
_PART = '<Override PartName="/word/{0}.xml" ContentType="' + _KIND + '"/>'
_TYPED = ("numbering", "styles", "footnotes")
_WIDTH = 9000
"""Twips of a table that states its widths."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text: str) -> str:
    """A run of text; tabs and line ends as Word writes them."""
    inner = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f'<w:r><w:t xml:space="preserve">{inner}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph of runs (XML)."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A table cell of paragraphs (XML)."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(cells: Sequence[str], properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Sequence[str]) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def texts(*rows: Sequence[str]) -> str:
    """A plain table of texts."""
    return table([row([cell(paragraph(run(text))) for text in line]) for line in rows])


def grid_table(grid: Grid) -> str:
    """A grid with its merges: gridSpan beside, vMerge below; ruled, with widths."""
    at = {(one.row + down, one.column): one for one in grid.cells for down in range(one.row_span)}
    height = max(line for line, _ in at) + 1
    columns = max(one.column + one.column_span for one in grid.cells)
    width = _WIDTH // columns
    lines = [
        [_merged(one, line, width) for (here, _), one in sorted(at.items()) if here == line]
        for line in range(height)
    ]
    column = f'<w:gridCol w:w="{width}"/>'
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in _SIDES)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{column * columns}</w:tblGrid>"
        f"{''.join(row(line) for line in lines)}</w:tbl>"
    )


def _merged(one: Cell, line: int, width: int) -> str:
    properties = f'<w:tcW w:w="{width * one.column_span}" w:type="dxa"/>'
    if one.column_span > 1:
        properties += f'<w:gridSpan w:val="{one.column_span}"/>'
    if one.row_span == 1:
        return cell(paragraph(run(one.text)), properties)
    if line == one.row:
        return cell(paragraph(run(one.text)), f'{properties}<w:vMerge w:val="restart"/>')
    return cell(paragraph(), f"{properties}<w:vMerge/>")


def body_of(items: Sequence[str | Grid]) -> str:
    """Paragraphs and tables of a report."""
    return "".join(
        grid_table(item) if isinstance(item, Grid) else paragraph(run(item)) for item in items
    )


def docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
    *,
    main: str = "word/document.xml",
    prolog: str = "",
    strict: bool = False,
) -> bytes:
    """The file's bytes.

    Args:
        body: What stands in ``w:body``.
        parts: Further parts: name → content of its root element, root's name first
            (``word/numbering.xml`` → ``<w:numbering>…``).
        relations: Id → (kind, target) of the document part.
        main: The document part's name.
        prolog: What stands before the root element.
        strict: Whether names are of the standard's strict kind.
    """
    folder, name = main.split("/")
    content = {
        "[Content_Types].xml": _TYPES.format(main=main, kind=_MAIN_TYPE),
        "_rels/.rels": _relations({"rId1": ("officeDocument", main)}),
        main: f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        f"{folder}/_rels/{name}.rels": _relations(relations or {}),
    }
    typed = "".join(_PART.format(one) for one in _TYPED if f"word/{one}.xml" in (parts or {}))
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        "</Types>", f"{typed}</Types>"
    )
    for part, xml in (parts or {}).items():
        root, rest = xml.split(">", 1)
        content[part] = f"{root} {_SPACES}>{rest}"
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for part, xml in content.items():
            lead = prolog if part == main else ""
            whole = f'<?xml version="1.0" encoding="UTF-8"?>{lead}{xml}'
            zipped.writestr(
                part, _STRICT.sub(r"purl.oclc.org/ooxml/\1/", whole) if strict else whole
            )
    return target.getvalue()


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{identity}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{_LINKS}">{entries}</Relationships>'
