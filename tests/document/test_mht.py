"""Web archives: the page in them is read as the page itself would be."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable

import pytest

from reviewer.document.model import Document, Origin
from reviewer.document.readers import html, mht
from reviewer.errors import EmptyError, TooLargeError
from reviewer.forms.reading import read_report
from tests.document.pages import TITLE, article, bare, portal
from tests.layouts import make_figures

ORIGIN = Origin(path="", format="mht", encoding=None, sha256="0" * 64, size=0)
PICTURE = base64.encodebytes(bytes(range(256)) * 20)


def _silent(_message: str, _fraction: float) -> None:
    pass


def _part(data: bytes, transfer: str, kind: str = "text/html", name: str = "page") -> bytes:
    codings: dict[str, Callable[[bytes], bytes]] = {
        "quoted-printable": quopri.encodestring,
        "base64": base64.encodebytes,
        "8bit": bytes,
    }
    coded = codings[transfer](data)
    head = f"Content-Type: {kind}\nContent-Transfer-Encoding: {transfer}\nContent-ID: <{name}>\n"
    return head.encode() + f"Content-Location: file:///C:/{name}\n\n".encode() + coded + b"\n"


def _archive(*parts: bytes, start: str = "") -> bytes:
    named = f'; start="<{start}>"' if start else ""
    head = (
        "From: <Saved by a browser>\nSubject: =?utf-8?B?5bm05oql?=\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related;\n\ttype="text/html"{named};\n\tboundary="--=_x"\n\n'
        "A page in one file.\n\n"
    )
    return head.encode() + b"".join(b"----=_x\n" + part for part in parts) + b"----=_x--\n"


def _opened(data: bytes) -> Document:
    assert mht.accepts(data)
    assert not mht.accepts(b"<html>" + data)
    return mht.read(data, ORIGIN, _silent)


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("utf-8", 'text/html; charset="utf-8"'),
        ("gbk", "text/html; charset=gb2312"),
        ("gbk", "text/html"),
        ("gbk", "text/html; charset=utf-8"),
        ("utf-16", "text/html; charset=unicode"),
    ],
)
def test_an_archive_says_what_its_page_says(transfer: str, encoding: str, kind: str) -> None:
    page = portal(article(make_figures("2021", 4), dress="nested")).encode(encoding)
    picture = _part(PICTURE, "8bit", "image/png", "image001.png")
    document = _opened(_archive(_part(page, transfer, kind), picture))
    assert document.text == html.read(page, ORIGIN, _silent).text
    assert document.text.startswith(TITLE)


def test_line_ends_of_windows_and_lines_before_the_headers() -> None:
    page = bare(article(make_figures("2021", 4))).encode()
    archive = b"\r\n" + _archive(_part(page, "base64")).replace(b"\n", b"\r\n")
    figures = {cell: one.printed for cell, one in read_report(_opened(archive)).by_cell.items()}
    assert figures == make_figures("2021", 4)


def test_the_page_named_as_first_is_read() -> None:
    wanted = bare(article(make_figures("2021", 4))).encode()
    header = bare("<p>页眉</p>").encode()
    parts = (_part(header, "8bit", name="header"), _part(wanted, "8bit", name="main"))
    assert _opened(_archive(*parts, start="main")).text.startswith(TITLE)


def test_the_sheets_of_a_workbook_follow_each_other() -> None:
    frames = b"<html><frameset><frame src=1><frame src=2></frameset></html>"
    sheets = [bare(f"<table><tr><td>{n}<td>1</table>").encode() for n in "甲乙"]
    archive = _archive(_part(frames, "8bit"), *(_part(sheet, "8bit") for sheet in sheets))
    assert _opened(archive).text == "甲\t1\n乙\t1\n"


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(EmptyError):
        _opened(_archive(_part(PICTURE, "8bit", "image/png")))


def test_text_that_begins_like_a_letter_is_no_archive() -> None:
    assert not mht.accepts("标题: 年报\nfrom: 石桥镇\n一、总体情况\n".encode())
    assert not mht.accepts(b"")


def test_parts_within_parts_end_somewhere() -> None:
    inner = _archive(_part(bare("<p>文</p>").encode(), "8bit"))
    for number in range(400):
        inner = inner.replace(b"=_x", b"=_%d" % number)
        inner = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (
            number, number) + inner + b"\n--b%d--\n" % number  # fmt: skip
    with pytest.raises(TooLargeError):
        mht.read(inner, ORIGIN, _silent)


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: text/html; " + b"a*0=b;" * 2000 + b"\n\n<p>x",
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>" + b"x\n" * 500_001,
    ],
    ids=["parameters", "lines"],
)
def test_what_would_take_minutes_is_refused(data: bytes) -> None:
    with pytest.raises(TooLargeError):
        mht.read(data, ORIGIN, _silent)


@pytest.mark.parametrize("address", ["cid:tables", "file:///C:/tables"])
def test_pages_in_frames_of_the_main_page(address: str) -> None:
    figures = make_figures("2021", 9)
    outer = f"<html><body><p>上文</p><iframe width=1 src='{address}'></iframe></body></html>"
    inner = bare(article(figures, "2021"))
    parts = [
        _part(outer.encode(), "8bit", "text/html; charset=utf-8", "outer"),
        _part(inner.encode(), "base64", "text/html; charset=utf-8", "tables"),
    ]
    report = read_report(_opened(_archive(*parts)))
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
