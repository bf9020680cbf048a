"""Word 97-2003 files: fixtures saved by a word processor, their parts, and damage."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.compound import DAMAGE
from reviewer.document.opening import open_document
from reviewer.document.word.body import Body, field_codes
from reviewer.document.word.boxes import boxes_of
from reviewer.document.word.lists import Lists
from reviewer.document.word.pieces import Text, text_of
from reviewer.document.word.properties import Runs
from reviewer.document.word.row_rules import rule_of
from reviewer.document.word.styles import Styles
from reviewer.errors import EmptyError, FormatError
from tests.document.reading import read_as
from tests.document.word_source import SOURCES

by_name = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)


_read = partial(read_as, "doc")


def test_tracked_changes_are_told() -> None:
    told = {source.name: _read(source.saved_as("doc")).warnings for source in SOURCES}
    assert any("修订" in warning for warning in told["town_2019"])
    assert told["town_2021"] == ()


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".txt"])
def test_the_content_decides_not_the_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"报告{suffix}"
    path.write_bytes(SOURCES[0].saved_as("doc"))
    assert open_document(path).origin.format == "doc"


def test_a_last_sector_that_is_cut_short_loses_nothing() -> None:
    data = SOURCES[0].saved_as("doc")
    short = data.rstrip(b"\0")
    assert len(short) % 512
    assert _read(short).text == _read(data).text


def test_a_password_is_told() -> None:
    data = bytearray(SOURCES[0].saved_as("doc"))
    head = data.index(b"\xec\xa5")
    data[head + 11] |= 0x01
    with pytest.raises(FormatError, match="密码"):
        _read(bytes(data))


def test_files_before_word_97_are_told() -> None:
    data = bytearray(SOURCES[0].saved_as("doc"))
    head = data.index(b"\xec\xa5")
    data[head : head + 2] = b"\xdc\xa5"
    with pytest.raises(FormatError, match="Word 97"):
        _read(bytes(data))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("CONTENTS", "Works"),
        ("MatOST", "Works"),
        ("EncryptedPackage", "密码"),
        ("Other", "没有 Word"),
    ],
)
def test_files_of_other_programs_are_told(name: str, told: str) -> None:
    raw = "WordDocument".encode("utf-16-le").ljust(64, b"\0") + pack("<H", 26)
    other = name.encode("utf-16-le").ljust(64, b"\0") + pack("<H", 2 * len(name) + 2)
    data = SOURCES[0].saved_as("doc")
    assert data.count(raw) == 1
    with pytest.raises(FormatError, match=told):
        _read(data.replace(raw, other))


@pytest.mark.parametrize("size", [8, 100, 511, 512, 1536])
def test_a_file_that_breaks_off_is_told(size: int) -> None:
    with pytest.raises((FormatError, EmptyError)):
        _read(SOURCES[0].saved_as("doc")[:size])


def _clx(pieces: list[tuple[int, int, bool]]) -> bytes:
    bounds = [0, *accumulate(size for _, size, _ in pieces)]
    table = pack(f"<{len(bounds)}I", *bounds)
    for start, _, compressed in pieces:
        table += pack("<HIH", 0, start * 2 | 1 << 30 if compressed else start, 0)
    return b"\x01" + pack("<H", 3) + b"abc" + b"\x02" + pack("<I", len(table)) + table


def test_text_is_put_together_from_pieces_of_one_and_two_bytes() -> None:
    stream = b"xx" + b"caf\xe9 \x97" + "云岭".encode("utf-16-le")
    text = text_of(stream, _clx([(8, 2, False), (2, 6, True), (10, 1, False)]))
    assert text.units == "云岭café —岭"
    assert text.places == [8, 10, 2, 3, 4, 5, 6, 7, 10]


@pytest.mark.parametrize("plex", [b"", b"\x01", b"\x02", b"\x03\0\0", _clx([])])
def test_a_file_without_pieces_is_refused(plex: bytes) -> None:
    with pytest.raises(DAMAGE):
        text_of(b"", plex)


def _definition(edges: list[int], flags: list[int]) -> bytes:
    body = bytes([len(edges) - 1]) + pack(f"<{len(edges)}h", *edges)
    body += b"".join(pack("<H", flag).ljust(20, b"\0") for flag in flags)
    return pack("<HH", 0xD608, len(body) + 1) + body


@pytest.mark.parametrize(
    ("flags", "after", "left", "above"),
    [
        ([], b"", [0, 0, 0], [0, 0, 0]),
        ([1, 2, 0], b"", [0, 1, 0], [0, 0, 0]),
        ([0, 2, 1], b"", [0, 0, 1], [0, 0, 0]),
        ([0x60, 0x20, 0], b"", [0, 0, 0], [0, 1, 0]),
        ([], pack("<HBB", 0x5624, 1, 3), [0, 0, 1], [0, 0, 0]),
        ([1, 2, 2], pack("<HBB", 0x5625, 2, 3), [0, 1, 0], [0, 0, 0]),
        ([], pack("<HBBB", 0xD62B, 2, 1, 1), [0, 0, 0], [0, 1, 0]),
        ([], pack("<HBBB", 0xD62B, 2, 9, 1), [0, 0, 0], [0, 0, 0]),
    ],
)
def test_rows_say_which_cells_are_merged(
    flags: list[int], after: bytes, left: list[int], above: list[int]
) -> None:
    rule = rule_of(pack("<HB", 0x2417, 1) + _definition([-108, 900, 1800, 2700], flags) + after)
    assert rule is not None
    assert rule.left == -108
    assert [cell.right for cell in rule.cells] == [900, 1800, 2700]
    assert [cell.joins_left for cell in rule.cells] == [bool(one) for one in left]
    assert [cell.joins_above for cell in rule.cells] == [bool(one) for one in above]


def test_a_cell_that_is_widened_moves_those_right_of_it() -> None:
    rule = rule_of(_definition([0, 100, 200, 300], []) + pack("<HBBH", 0x7623, 1, 2, 150))
    assert rule is not None
    assert [cell.right for cell in rule.cells] == [100, 250, 350]


@pytest.mark.parametrize(
    ("units", "shown"),
    [
        ("甲\x13 PAGE \x143\x15乙", "甲3乙"),
        ("甲\x13 XE 条目 \x15乙", "甲乙"),
        ("\x13 IF \x13 X \x141\x15 \x14结果\x15", "结果"),
        ("\x13 TOC \x14\x13 LINK \x14一\x15二\x15", "一二"),
        ("甲\x13乙", "甲\x13乙"),
        ("甲\x14乙\x15", "甲\x14乙"),
    ],
)
def test_fields_hide_their_codes(units: str, shown: str) -> None:
    hidden = bytearray(len(units))
    field_codes(units, 0, len(units), hidden)
    kept = "".join(unit for unit, gone in zip(units, hidden, strict=True) if not gone)
    assert kept.replace("\x15", "") == shown


def _shapes(anchors: list[tuple[int, int]], end: int) -> bytes:
    """A plex of shapes: the place and the number of each."""
    places = pack(f"<{len(anchors) + 1}I", *(place for place, _ in anchors), end)
    return places + b"".join(pack("<I", number) + bytes(22) for _, number in anchors)


def _box_texts(ends: list[int], numbers: list[int]) -> bytes:
    places = pack(f"<{len(ends) + 1}I", 0, *ends)
    return places + b"".join(bytes(14) + pack("<I", number) + bytes(4) for number in numbers)


def test_boxes_stand_behind_the_paragraphs_that_they_hang_at() -> None:
    main, boxes = "上文\x08\r中文\r下文\x08\r\r", "甲框\r乙框\r丙框\r\r"
    units = main + boxes
    styles = Styles(b"")
    body = Body(
        text=Text(units, list(range(len(units)))),
        stories=(len(main), 0, 0, 0, 0, 0, len(boxes), 0),
        paragraphs=Runs((), (), ()),
        characters=Runs((), (), ()),
        data=b"",
        lists=Lists(b"", (0, 0), (0, 0), styles),
        styles=styles,
        boxes=boxes_of(_shapes([(2, 7), (9, 5)], 12), _box_texts([3, 6, 9, 10], [5, 7, 6, 0])),
    )
    shown = [item for item in body.items() if isinstance(item, str) and item]
    assert shown == ["上文", "乙框", "中文", "下文", "甲框", "丙框"]


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_damaged_places_of_boxes_lose_boxes_only(shapes: bytes, texts: bytes) -> None:
    for box in boxes_of(shapes, texts):
        assert box.start < box.end
