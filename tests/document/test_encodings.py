"""Encodings chosen by hand: texts and pages are read in them, whatever they seem to be."""

from __future__ import annotations

from contextlib import suppress
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.encodings import (
    ENCODINGS,
    decode_as,
    encoding_named,
    is_garbled,
    title_of,
)
from reviewer.document.opening import open_document, open_text
from reviewer.errors import EncodingError, FormatError
from reviewer.forms.reading import read_report
from tests.document.pdf_source import FOLDER

TEXT = "雲嶺縣石橋鎮政府信息公開年度報告\n一、總體情況\n本年公開信息十二條。\n"

FACTS = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n本年公开信息12条。\n"


@pytest.mark.parametrize(
    ("given", "name"),
    [("GBK", "gb18030"), ("gb2312", "gb18030"), ("utf8", "utf-8"), ("Big5", "big5hkscs")],
)
def test_usual_names_are_known(given: str, name: str) -> None:
    assert encoding_named(given) == name
    assert name in ENCODINGS


@pytest.mark.parametrize("given", ["", "klingon", "latin-1", "zlib", "a\x00b"])
def test_other_names_are_refused_with_those_that_are_known(given: str) -> None:
    with pytest.raises(EncodingError) as caught:
        encoding_named(given)
    assert "GB18030" in caught.value.hint


def test_titles_are_short() -> None:
    assert [title_of(name) for name in ("utf-8-sig", "gbk", "big5", "utf-16-le", "cp1252")] == [
        "UTF-8",
        "GB18030",
        "Big5",
        "UTF-16",
        "CP1252",
    ]


@pytest.mark.parametrize("encoding", ["big5", "gbk", "utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_the_encoding_chosen(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "報告.txt"
    path.write_bytes(TEXT.encode(encoding))
    chosen = encoding_named(encoding)
    document = open_document(path, encoding=chosen)
    assert document.text == TEXT
    assert document.origin.encoding == chosen


@pytest.mark.parametrize("encoding", ["big5", "gbk", "utf-8"])
def test_what_a_page_declares_does_not_count_against_the_choice(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "報告.html"
    head = '<html><head><meta charset="iso-8859-1"></head><body>'
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    path.write_bytes(f"{head}{body}</body></html>".encode(encoding))
    document = open_document(path, encoding=encoding_named(encoding))
    assert TEXT.splitlines()[0] in document.text
    assert document.origin.encoding == encoding_named(encoding)


def test_the_pages_of_an_archive_too(tmp_path: Path) -> None:
    archive = MIMEMultipart("related")
    part = MIMEText(f"<html><body><p>{TEXT}</p></body></html>", "html", "big5")
    part.replace_header("Content-Type", 'text/html; charset="utf-8"')
    archive.attach(part)
    path = tmp_path / "報告.mht"
    path.write_bytes(archive.as_bytes())
    assert "雲嶺縣石橋鎮" in open_document(path, encoding="big5hkscs").text


def test_an_earlier_choice_is_found_by_the_content(tmp_path: Path) -> None:
    path = tmp_path / "報告.txt"
    path.write_bytes(TEXT.encode("utf-16-be"))
    sha256 = open_document(path, encoding="utf-16").origin.sha256
    assert open_document(path, known={sha256: "utf-16"}).text == TEXT
    with pytest.raises(EncodingError, match="UTF-8"):
        open_document(path, encoding="utf-8", known={sha256: "utf-16"})


def test_files_that_are_no_texts_have_no_encoding() -> None:
    document = open_document(FOLDER / "ruled_2021.pdf", encoding="gb18030")
    assert document.origin.encoding is None


def test_single_unknown_bytes_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode() + b"\xff")
    document = open_document(path, encoding="utf-8")
    assert document.text == TEXT + "\ufffd"
    assert len(document.warnings) == 1


@given(st.binary(min_size=1, max_size=400), st.sampled_from(sorted(ENCODINGS)))
def test_any_bytes_are_text_or_refused(data: bytes, encoding: str) -> None:
    with suppress(EncodingError):
        text, name, warnings = decode_as(data, encoding)
        assert name == encoding
        assert bool(warnings) == ("\ufffd" in text)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "big5hkscs", "gbk", "utf-8"])
@pytest.mark.parametrize("beginning", ["", "2023\n", "\u3000"])
def test_an_encoding_that_no_mark_announces_is_found(
    tmp_path: Path, encoding: str, beginning: str
) -> None:
    path = tmp_path / "報告.txt"
    path.write_bytes((beginning + TEXT * 3).encode(encoding))
    assert open_document(path).text == beginning + TEXT * 3


def test_bytes_that_make_no_sense_in_any_encoding_are_binary(tmp_path: Path) -> None:
    path = tmp_path / "報告.txt"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(FormatError) as caught:
        open_document(path)
    assert "二进制" in caught.value.message


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "gb18030"),
        ("gb18030", "big5hkscs"),
        ("big5hkscs", "gb18030"),
        ("utf-8", "latin-1"),
        ("gb18030", "cp1252"),
    ],
)
def test_text_read_in_another_encoding_than_its_own_is_known(written: str, read: str) -> None:
    plain = TEXT * 5 if written == "big5hkscs" else FACTS * 5
    garbled = plain.encode(written).decode(read, errors="replace")
    assert is_garbled(garbled)
    assert not is_garbled(plain)


@pytest.mark.parametrize(
    "text",
    [
        "床前明月光，疑是地上霜。舉頭望明月，低頭思故鄉。" * 20,
        "L'été dernier, à Québec, nous avons été reçus très chaleureusement. " * 20,
        "The annual report on open government information. " * 20,
        "",
    ],
)
def test_other_texts_are_not_taken_for_garbled(text: str) -> None:
    assert not is_garbled(text)


def test_a_report_saved_garbled_is_told_to_be_in_another_encoding() -> None:
    with pytest.raises(EncodingError) as caught:
        read_report(open_text((FACTS * 5).encode().decode("gb18030", errors="replace")))
    assert "乱码" in caught.value.message
