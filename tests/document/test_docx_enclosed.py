"""Files within a docx: parts that Word shows in place, and Excel's tables."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from reviewer.document.composing import Cell, Grid
from tests.document.reading import read_as
from tests.writers.docx import docx, paragraph, run, texts
from tests.writers.rtf import rtf
from tests.writers.xlsx import bytes_of

read = partial(read_as, "docx")


def _object(data: bytes, name: str = "embeddings/sheet1.xlsx") -> bytes:
    embedded = (
        '<w:r><w:object><v:shape><v:imagedata r:id="rId8"/></v:shape>'
        '<o:OLEObject ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r>'
    )
    relations = {"rId8": ("image", "media/image2.emf"), "rId9": ("package", name)}
    whole = docx(paragraph(run("二、")) + paragraph(embedded), relations=relations)
    return _with_part(whole, f"word/{name}", data)


def _with_part(whole: bytes, name: str, data: bytes) -> bytes:
    target = BytesIO(whole)
    with ZipFile(target, "a") as package:
        package.writestr(name, data)
    return target.getvalue()


def test_embedded_spreadsheets_of_one_sheet_are_read_and_doubted() -> None:
    book = Workbook()
    book.worksheets[0].append(["总计", 12])
    document = read(_object(bytes_of(book)))
    assert document.text == "二、\n\n总计\t12\n"
    assert [document.at(one.span) for one in document.doubts] == ["总计", "12"]
    assert "核对" in document.warnings[0]
    book.create_sheet().append(["另一张", 1])
    book.create_sheet()
    for data in (bytes_of(book), b"damaged"):
        refused = read(_object(data))
        assert refused.text == "二、\n\n〔图片 image2.emf〕\n"
        assert "没有读取" in refused.warnings[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("afchunk.htm", "<html><p>甲<table><tr><td>1<td>2</table>".encode()),
        ("afchunk.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
         + "<p>甲<table><tr><td>1<td>2</table>".encode()),
        ("afchunk.docx", docx(paragraph(run("甲")) + texts(["1", "2"]))),
        ("afchunk.rtf", rtf(["甲", Grid((Cell(0, 0, "1"), Cell(0, 1, "2")))])),
        ("afchunk.txt", "甲\n1\t2\n".encode("gbk")),
    ],
)  # fmt: skip
def test_files_within_the_file_stand_where_word_shows_them(name: str, data: bytes) -> None:
    body = paragraph(run("前")) + '<w:altChunk r:id="rId7"/>' + paragraph(run("后"))
    whole = docx(body, relations={"rId7": ("aFChunk", name)})
    document = read(_with_part(whole, f"word/{name}", data))
    assert document.text == "前\n甲\n1\t2\n后\n"
    assert "核对" in document.warnings[0]
    lost = read(whole)
    assert (lost.text, "没有读取" in lost.warnings[0]) == ("前\n后\n", True)


def test_files_within_files_within_the_file_are_not_followed() -> None:
    data = docx(paragraph(run("甲")))
    for _ in range(3):
        whole = docx(
            paragraph(run("外")) + '<w:altChunk r:id="rId7"/>',
            relations={"rId7": ("aFChunk", "inner.docx")},
        )
        data = _with_part(whole, "word/inner.docx", data)
    assert read(data).text == "外\n外\n"
