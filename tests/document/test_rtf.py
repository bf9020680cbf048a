"""RTF: fixtures saved by a word processor, the words of its tables and characters, and damage."""

from __future__ import annotations

from functools import partial

import pytest

from reviewer.document.model import Table
from reviewer.errors import EmptyError, FormatError
from tests.document.reading import read_as
from tests.document.truth import printed_tables
from tests.document.word_source import SOURCES

HEAD = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}"
by_name = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


_read = partial(read_as, "rtf")


def _hex(text: str, encoding: str = "gbk") -> bytes:
    return b"".join(b"\\'%02x" % byte for byte in text.encode(encoding))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\f0 " + _hex("云岭县") + rb"2022\par", "云岭县2022\n"),
        (rb"\f0 \'d4\'c6\'c1" + b"\xeb" + rb"\par", "云岭\n"),
        (rb"\f1 " + _hex("云岭") + rb"\par", "云岭\n"),
        (rb"\u20113\'3f\u23725 ?a\par", "云岭a\n"),
        (rb"\uc2\u20113\'d4\'c6\u23725\'c1\'eb\par", "云岭\n"),
        (rb"{\uc0\u20113}\u23725 ?\par", "云岭\n"),
        (rb"\uc1\u-10179 ?\u-8704 ?\par", "\U0001f600\n"),
        (rb"\u-10179 ?a\par", "\ufffda\n"),
        (rb"a\tab b\line c\~d\_e\-f\{\}\\\par", "a\tb\nc\u00a0d-ef{}\\\n"),
        (b"a\r\nb\\\nc\\par", "ab\nc\n"),
        (rb"{\stylesheet{\s0 Normal;}}{\*\unknown no}{\info{\title no}}a\par", "a\n"),
        (rb"{\field{\*\fldinst PAGE}{\fldrslt 3}}\par", "3\n"),
        (rb"{\listtext\pard\plain \u19968 ?\u12289 ?\tab}a\par", "一、a\n"),
        (rb"a{\v no}b{\deleted no}c{\revised d}\par", "abcd\n"),
        (rb"a{\bin6 {\\\}{}}b\par", "ab\n"),
        (rb"a{\header no\par}b{\*\bkmkstart x}c\par", "abc\n"),
        (rb"a{\footnote note}b\par", "ab\nnote\n"),
        (rb"{\shp{\*\shpinst{\sp{\sn no}}{\shptxt box\par}}}a\par", "a\nbox\n\n"),
        (rb"a{\pict\pngblip 89504e47}b\par", "a\n〔图片〕\nb\n"),
        (rb"a}}}b\par{{{c", "a\n"[:1] + "b\nc\n"),
    ],
)
def test_characters_and_groups(body: bytes, text: str) -> None:
    assert _read(HEAD + body + b"}").text == text


def test_chinese_bytes_in_a_file_of_a_western_page() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset134 x;}{\f1\fcharset0 y;}}\f1 "
    assert _read(data + _hex("云岭") + rb"\par}").text == "云岭\n"
    assert _read(data.replace(b"134", b"0") + rb"caf\'e9\par}").text == "café\n"
    assert _read(data.replace(b"134", b"136") + rb"\f0 " + _hex("雲", "big5") + b"}").text == "雲\n"


ROW = rb"\trowd\trleft0%s\pard\intbl %s\row"


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (
            ROW % (rb"\cellx900\cellx1800", rb"a\cell b\par c\cell"),
            {(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b c")},
        ),
        (
            ROW % (rb"\clmgf\cellx900\clmrg\cellx1800\cellx2700", rb"a\cell\cell b\cell")
            + ROW % (rb"\cellx900\cellx1800\cellx2700", rb"c\cell d\cell e\cell"),
            {(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d"),
             (1, 2, 1, 1, "e")},
        ),
        (
            ROW % (rb"\clvmgf\cellx900\cellx1800", rb"a\cell b\cell")
            + ROW % (rb"\clvmrg\cellx900\cellx1810", rb"\cell c\cell"),
            {(0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")},
        ),
        (
            ROW % (rb"\cellx1800", rb"a\cell")
            + ROW % (rb"\cellx900\cellx1800", rb"b\cell c\cell"),
            {(0, 0, 1, 2, "a"), (1, 0, 1, 1, "b"), (1, 1, 1, 1, "c")},
        ),
        (rb"\pard\intbl a\cell b\cell\row", {(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")}),
        (ROW % (rb"\cellx900", rb"a\cell b\cell"), {(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")}),
        (ROW % (rb"\cellx900\cellx90", rb"a\cell b\cell"), {(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")}),
    ],
    ids=["plain", "beside", "below", "widths", "no_rule", "one_too_many", "wrong_edges"],
)  # fmt: skip
def test_tables(rows: bytes, cells: set[tuple[int, int, int, int, str]]) -> None:
    document = _read(HEAD + rb"\pard x\par" + rows + rb"\pard y\par}")
    assert printed_tables(document) == [cells]
    assert document.text.startswith("x\n")
    assert document.text.endswith("\ny\n")


def test_a_picture_in_a_cell_is_doubted() -> None:
    rows = ROW % (rb"\cellx900\cellx1800\cellx2700", rb"a\cell {\pict 00}\cell 3{\pict 00}\cell")
    document = _read(HEAD + rows + b"}")
    assert document.text == "a\t〔图片〕\t3 〔图片〕\n"
    assert [document.at(doubt.span) for doubt in document.doubts] == ["〔图片〕", "3 〔图片〕"]


def test_a_table_in_a_cell_stands_alone() -> None:
    inner = b"".join(
        rb"\pard\intbl\itap2 %d\nestcell %d\nestcell{\*\nesttableprops\trowd\cellx90\cellx900"
        rb"\nestrow}{\nonesttables no\par}" % (row, row + 1)
        for row in (1, 3)
    )
    data = HEAD + rb"\trowd\cellx9000\pard\intbl before\par" + inner
    document = _read(data + rb"\pard\intbl after\cell\row\pard end\par}")
    assert document.text == "before\n1\t2\n3\t4\nafter\nend\n"
    assert len([block for block in document.blocks if isinstance(block, Table)]) == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (rb"{\rtf1}", EmptyError),
        (rb"{\rtf1" + b"{" * 100_000, FormatError),
        (rb"{\rtf1" + rb"\trowd\cellx9\intbl\nestcell\itap99 x\nestcell\nestrow" * 3000, None),
        (rb"{\rtf1\u99999999999\uc-5\f99999\bin-9\bin9999999999 x", None),
    ],
    ids=["empty", "deep", "nested", "numbers"],
)
def test_hostile_files(data: bytes, error: type[Exception] | None) -> None:
    if error is None:
        assert _read(data).text
        return
    with pytest.raises(error):
        _read(data)
