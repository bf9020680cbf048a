"""Figures that are struck out, raised, white or hidden: never sure; what is struck not counted."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetsCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from reviewer.document.looks import PALE, RAISED, STRUCK, TINY, UNCOUNTED, counted
from reviewer.document.model import Document
from reviewer.document.readers import docx as docx_reader
from reviewer.document.readers import html as html_reader
from reviewer.document.readers import rtf as rtf_reader
from reviewer.document.readers import xlsx as xlsx_reader
from reviewer.document.word.properties import CHARACTER_STYLE, HIDE, STYLE
from reviewer.document.word.styles import Styles
from tests.document.reading import origin_of
from tests.writers.docx import cell, docx, paragraph, row, run, table
from tests.writers.xlsx import bytes_of

STYLES = {
    "word/styles.xml": "<w:styles>"
    '<w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
}


def _silent(_message: str, _fraction: float) -> None:
    pass


def _told(document: Document) -> tuple[str, list[str]]:
    """The text, and which stretches of it are doubted."""
    return document.text, [document.at(one.span) for one in document.doubts]


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _word(inner: str, properties: str = "") -> Document:
    upper = row([cell(paragraph(run("规章"))), cell(paragraph(inner, properties))])
    lower = row([cell(paragraph(run("许可"))), cell(paragraph())])
    data = docx(table([upper, lower]), STYLES, {"rId9": ("styles", "styles.xml")})
    return docx_reader.read(data, origin_of(data, "docx"), _silent)


@pytest.mark.parametrize(
    ("properties", "left"),
    [
        ("<w:strike/>", "5"),
        ('<w:dstrike w:val="1"/>', "5"),
        ('<w:vertAlign w:val="superscript"/>', "5"),
        ('<w:color w:val="FFFFFF"/>', "15"),
    ],
)
def test_runs_of_word_that_look_otherwise_make_their_cell_doubtful(
    properties: str, left: str
) -> None:
    document = _word(_run("1", properties) + _run("5"))
    assert _told(document) == (f"规章\t{left}\n许可\t\n", [left])
    alone = _word(_run("1", properties) + _run("5", properties))
    assert _told(alone) == ("规章\t15\n许可\t\n", ["15"])


def test_what_is_struck_out_of_a_sentence_of_word_is_read_as_seen() -> None:
    data = docx(f"<w:p>{_run('收到', '')}{_run('1', '<w:strike/>')}{_run('5件')}</w:p>")
    assert docx_reader.read(data, origin_of(data, "docx"), _silent).text == "收到15件\n"


@pytest.mark.parametrize(
    ("pieces", "text", "doubt"),
    [
        ([("12", ""), ("6", "")], "126", ""),
        ([("7", STRUCK), ("126", "")], "126", UNCOUNTED[STRUCK]),
        ([("126", ""), ("1", RAISED)], "126", UNCOUNTED[RAISED]),
        ([("12", STRUCK), ("6", STRUCK)], "126", STRUCK),
        ([("旧", STRUCK), ("5", "")], "旧5", ""),
        ([("1", PALE), ("26", "")], "126", PALE),
        ([("1", PALE), ("7", STRUCK), ("26", "")], "126", PALE),
    ],
)
def test_of_a_cell_that_counts_which_is_neither_struck_out_nor_raised(
    pieces: list[tuple[str, str]], text: str, doubt: str
) -> None:
    assert counted(pieces) == (text, doubt)


@pytest.mark.parametrize(
    ("inner", "doubted"),
    [
        (rb"\cf2 15", ["15"]),
        (rb"\cf1 15", []),
        (rb"\cf2\cb1 15", []),
        (rb"\cf2\plain 15", []),
    ],
    ids=["white", "red", "on a ground", "taken back"],
)
def test_white_figures_of_rtf_are_doubtful(inner: bytes, doubted: list[str]) -> None:
    colours = rb"{\colortbl;\red255\green0\blue0;\red255\green255\blue255;}"
    row_text = rb"\trowd\cellx900\cellx1800\pard\intbl 3\cell " + inner + rb"\cell\row"
    data = rb"{\rtf1\ansi " + colours + row_text + rb"\pard x\par}"
    document = rtf_reader.read(data, origin_of(data, "rtf"), _silent)
    assert _told(document) == ("3\t15\nx\n", doubted)


def _style(kind: int, base: int, *parts: bytes) -> bytes:
    """A style of a Word 97-2003 file, without a name."""
    body = struct.pack("<HHHHH", 0, kind | base << 4, 0, 0, 0) + struct.pack("<HH", 0, 0)
    for part in parts:
        body += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
    return struct.pack("<H", len(body)) + body


def test_styles_of_older_word_files_that_hide_characters_are_known() -> None:
    hide = struct.pack("<HB", HIDE, 1)
    styles = Styles(
        struct.pack("<HHH", 4, 4, 10)
        + _style(2, 0xFFF, hide)
        + _style(2, 0, b"")
        + _style(1, 0xFFF, b"\0\0", hide)
        + _style(2, 0xFFF, b"")
    )

    def hides(style: int, naming: int, more: bytes = b"") -> bool:
        return styles.hides(struct.pack("<HH", naming, style) + more, naming)

    assert [hides(style, CHARACTER_STYLE) for style in (0, 1, 3)] == [True, True, False]
    assert hides(2, STYLE)
    assert not hides(0, CHARACTER_STYLE, struct.pack("<HB", HIDE, 0))
    assert not styles.hides(b"", STYLE)


@pytest.mark.parametrize(
    ("inner", "properties"),
    [
        (_run("1", '<w:rStyle w:val="A"/>') + _run("5", '<w:strike w:val="0"/>'), ""),
        (_run("1") + _run("5", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="B"/>'),
    ],
    ids=["of the run", "of the paragraph"],
)
def test_what_a_style_of_word_hides_is_not_read(inner: str, properties: str) -> None:
    assert _told(_word(inner, properties)) == ("规章\t5\n许可\t\n", [])


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        (rb"{\strike 1}5", "5"),
        (rb"\striked1 1\striked0 5", "5"),
        (rb"1{\super 5}", "1"),
        (rb"{\strike 1\plain 5}", "5"),
        (rb"{\strike 15}", "15"),
    ],
)
def test_runs_of_rtf_that_look_otherwise_make_their_cell_doubtful(inner: bytes, left: str) -> None:
    row_text = rb"\trowd\cellx900\cellx1800\pard\intbl 3\cell " + inner + rb"\cell\row"
    data = rb"{\rtf1\ansi " + row_text + row_text.replace(inner, b"7") + rb"\pard x\par}"
    document = rtf_reader.read(data, origin_of(data, "rtf"), _silent)
    assert _told(document) == (f"3\t{left}\n3\t7\nx\n", [left])


def _page(inner: str, head: str = "") -> Document:
    rows = f"<tr><td>规章</td><td>{inner}</td></tr><tr><td>行政许可</td><td>3</td></tr>"
    more = "<tr><td>行政处罚</td><td>4</td></tr><tr><td>自然人</td><td>商业企业</td></tr>"
    page = (
        f"<html><head>{head}</head><body><p>年度报告</p><table>{rows}{more}</table></body></html>"
    )
    data = page.encode()
    return html_reader.read(data, origin_of(data, "html"), _silent)


@pytest.mark.parametrize(
    ("inner", "left"),
    [
        ("<s>1</s>5", "5"),
        ("<del>1</del><ins>5</ins>", "5"),
        ("<span style='text-decoration: line-through'>1</span>5", "5"),
        ("1<sup>5</sup>", "1"),
        ("<s>1<b>5</b></s>", "15"),
        ("<span style='color:#ffffff'>1</span>5", "15"),
        ("<font color='white'>1</font>5", "15"),
    ],
)
def test_elements_of_pages_that_look_otherwise_make_their_cell_doubtful(
    inner: str, left: str
) -> None:
    assert _told(_page(inner))[1] == [left]


@pytest.mark.parametrize(
    "inner",
    [
        "<span style='font-size:0'>1</span>5",
        "<span style='opacity: 0;'>1</span>5",
        "<i class='x'>1</i>5",
        "<select><option>1</option><option selected>5</option></select>",
        "<textarea>5</textarea>",
        "<span style='background-color:#fff;font-size:0.8em'>5</span>",
    ],
)
def test_of_cells_on_pages_that_is_read_which_a_browser_shows(inner: str) -> None:
    head = "<style>@media print { b { display: none } } p, .x { display: none }</style>"
    text, doubted = _told(_page(inner, head))
    assert "规章\t5\n" in text
    assert doubted == []


def test_pictures_in_cells_make_them_doubtful() -> None:
    assert _told(_page("<img src='a.png'>"))[1] == ["〔图片 a.png〕"]


def _sheet(change: Callable[[SheetsCell], object]) -> Document:
    book = Workbook()
    sheet = book.worksheets[0]
    for row_number, (label, figure) in enumerate([("规章", 7), ("许可", 15), ("处罚", 8)], 1):
        sheet.cell(row_number, 1, label)
        sheet.cell(row_number, 2, figure)
    change(sheet["B2"])
    data = bytes_of(book)
    return xlsx_reader.read(data, origin_of(data, "xlsx"), _silent)


def _hide(one: SheetsCell, content: int | str) -> None:
    one.value, one.number_format = content, ";;;"


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (lambda one: setattr(one, "font", Font(strike=True)), "15"),
        (lambda one: setattr(one, "font", Font(color="FFFFFF")), "15"),
        (lambda one: setattr(one, "number_format", ";;;"), ""),
        (lambda one: setattr(one, "value", "=B1+8"), ""),
        (lambda one: _hide(one, 0), ""),
        (lambda one: _hide(one, "15"), "15"),
        (
            lambda one: setattr(
                one, "value", CellRichText(TextBlock(InlineFont(strike=True), "1"), "5")
            ),
            "5",
        ),
    ],
    ids=["struck", "white", "not shown", "not saved", "0 hidden", "text hidden", "in part"],
)
def test_cells_of_sheets_that_do_not_show_what_counts_are_doubtful(
    change: Callable[[SheetsCell], object], shown: str
) -> None:
    assert _told(_sheet(change)) == (f"规章\t7\n许可\t{shown}\n处罚\t8\n", [shown])


def test_white_figures_on_a_dark_ground_are_seen() -> None:
    def change(one: SheetsCell) -> None:
        one.font = Font(color="FFFFFF")
        one.fill = PatternFill("solid", fgColor="4472C4")

    assert _told(_sheet(change)) == ("规章\t7\n许可\t15\n处罚\t8\n", [])


GROUND = '<w:shd w:val="clear" w:fill="{}"/>'


@pytest.mark.parametrize(
    ("of_run", "of_cell", "reasons"),
    [
        ('<w:color w:val="FFFFFF"/>', "", {PALE}),
        ('<w:color w:val="FFFFFF"/>', GROUND.format("auto"), {PALE}),
        ('<w:color w:val="FFFFFF"/>', GROUND.format("1F4E79"), set()),
        ('<w:color w:val="FFFFFF"/>' + GROUND.format("1F4E79"), "", set()),
        ('<w:highlight w:val="black"/><w:color w:val="FFFFFF"/>', "", set()),
        ('<w:sz w:val="2"/>', "", {TINY}),
        ('<w:sz w:val="18"/>', "", set()),
    ],
)
def test_white_letters_on_a_ground_are_seen_and_tiny_ones_are_not(
    of_run: str, of_cell: str, reasons: set[str]
) -> None:
    figure = run("3").replace("<w:r>", f"<w:r><w:rPr>{of_run}</w:rPr>")
    cells = [cell(paragraph(run("甲"))), cell(paragraph(figure), of_cell)]
    data = docx(table([row(cells)]))
    document = docx_reader.read(data, origin_of(data, "docx"), _silent)
    assert {one.reason for one in document.doubts} == reasons
