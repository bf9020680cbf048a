"""Opening: encodings, limits, refusals; the canonical text and its places."""

from __future__ import annotations

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document import opening
from reviewer.document.opening import open_document, open_text
from reviewer.errors import (
    Cancelled,
    EmptyError,
    EncodingError,
    ForeignError,
    FormatError,
    OpenError,
    TooLargeError,
    UnreadableError,
)

TEXT = "石桥镇2023年政府信息公开工作年度报告\n一、总体情况\n"


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str, named: str) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = open_document(path)
    assert document.text == TEXT
    assert document.origin.encoding == named
    assert document.warnings == ()


def test_only_line_ends_are_changed() -> None:
    odd = "甲\r\n乙\r丙\u2028丁\x0c戊\u00a0\u3000\t己 "
    assert open_text(odd).text == "甲\n乙\n丙\n丁\n戊\u00a0\u3000\t己 "


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_paragraphs_are_the_lines_that_say_something(text: str) -> None:
    try:
        document = open_text(text)
    except EmptyError:
        return
    shown = [document.at(block.place.span) for block in document.blocks]
    assert shown == [line for line in document.text.split("\n") if line.strip()]


def test_the_same_content_has_the_same_identity_whatever_its_path(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = (open_document(tmp_path / name).origin for name in ("甲.txt", "乙.txt"))
    assert first.sha256 == second.sha256
    assert first.path != second.path


def test_single_bad_bytes_are_replaced_and_said(tmp_path: Path) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(TEXT.encode() * 30 + b"\xff" + TEXT.encode())
    document = open_document(path)
    assert document.text.count("\ufffd") == 1
    assert document.warnings


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyError),
        ("\ufeff \n\t\u3000".encode(), EmptyError),
        (b"PK\x03\x04rest", FormatError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FormatError),
        (b"%PDF-1.7\n", FormatError),
        (b"{\\rtf1 }", EmptyError),
        (b"<!DOCTYPE html><html></html>", EmptyError),
        (b'<?xml version="1.0"?><a>1</a>', FormatError),
        (bytes(range(256)) * 8, FormatError),
        (b"abc\x00\x01\x02" * 50, FormatError),
        (b"\xff\xfa\x80\x81" * 300, EncodingError),
    ],
    ids=[
        "nothing",
        "blank",
        "zip",
        "ole",
        "pdf",
        "rtf",
        "html",
        "xml",
        "bytes",
        "nul",
        "no_encoding",
    ],
)
def test_what_is_no_text_is_refused_with_a_hint(
    tmp_path: Path, data: bytes, error: type[OpenError]
) -> None:
    path = tmp_path / "文件.txt"
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        open_document(path)
    assert caught.value.message.endswith("。")
    assert caught.value.hint.endswith("。")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("报告.pdf", b"\x9b\x01\x80\xff" * 400, ".pdf，但不是“PDF 文件”，内容无法识别"),
        ("报告.PDF", b"\0" * 500, ".pdf，内容却全是空字节"),
        ("报告.docx", b"PK\x03\x04" + b"\x9b\x01\0\xff" * 400, ".docx，内容却不完整"),
        ("报告.pdf", b"PK\x03\x04" + b"\x9b\x01\0\xff" * 400, "内容是压缩文件"),
        (
            "报告.doc",
            b"MZ" + b"\x9b\x01\0\xff" * 400,
            ".doc，但不是“Word 97-2003、WPS 文档”，内容是程序",
        ),
        ("报告.xlsx", b"\x9b\x01\0\xff" * 400, ".xlsx，但不是“电子表格”"),
        ("报告.jpg", b"\x81\x30\xff\xfe" * 400, ".jpg，但不是“图片”"),
        ("报告.txt", b"\x9b\x01\0\xff" * 400, "不是文本文件"),
        ("报告", b"\x9b\x01\0\xff" * 400, "不是文本文件"),
    ],
)
def test_a_name_that_promises_another_format_is_told(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FormatError, match=re.escape(told)) as caught:
        open_document(path)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (zipped({"报告.docx": b"x"}), "先解压"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "先解压"),
        (b"Rar!\x1a\x07\x01\x00", "先解压"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"}), "docx"),
        (b"GIF89a", "PNG"),
    ],
    ids=["zip", "7z", "rar", "odp", "gif"],
)
def test_what_is_packed_or_foreign_is_told_what_to_do_with_it(
    tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "各镇报告.zip"
    path.write_bytes(data)
    with pytest.raises(ForeignError) as caught:
        open_document(path)
    assert told in caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_lines_that_are_filled_up_with_nuls_are_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "旧系统.txt"
    filled = TEXT.encode(encoding).replace(b"\n", b"\x00\x00\r\n") + b"\x00" * 512
    path.write_bytes(filled)
    assert open_document(path).text == TEXT


def test_unreadable_paths_say_why(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.txt", tmp_path, tmp_path / ("长" * 300)):
        with pytest.raises(UnreadableError):
            open_document(path)


def test_files_over_the_limit_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "大.txt"
    path.write_text(TEXT * 40, encoding="utf-8")
    monkeypatch.setattr(opening, "MAX_BYTES", 1000)
    with pytest.raises(TooLargeError):
        open_document(path)


def test_fifty_megabytes_of_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "很大.txt"
    with path.open("wb") as file:
        file.seek(50 * 1024 * 1024)
        file.write(b"x")
    with pytest.raises(TooLargeError):
        open_document(path)


def test_progress_can_cancel(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")

    def cancel(_message: str, _fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        open_document(path, cancel)


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableError, match="不是普通文件"):
        open_document(pipe)
