"""Automatic numbers in Word 97-2003 files: as Word prints them, and as the same docx is read."""

from __future__ import annotations

from struct import pack

import pytest

from reviewer.document.readers import doc, docx
from reviewer.document.word.lists import Lists
from reviewer.document.word.styles import Styles
from tests.document.office_source import WORDS, numbered_docx
from tests.document.reading import origin_of


def _silent(_message: str, _fraction: float) -> None:
    pass


def test_numbers_are_those_of_the_same_docx() -> None:
    old, new = (WORDS / "numbered.doc").read_bytes(), numbered_docx()
    lines = docx.read(new, origin_of(new, "docx"), _silent).text.splitlines()
    assert lines[:7] == [
        "一、总体",
        "（一）主动",
        "（二）申请",
        "1．项",
        "二、其次",
        "（一）首",
        "无号",
    ]
    assert doc.read(old, origin_of(old, "doc"), _silent).text.splitlines() == lines


def _level(form: int, text: str, *, start: int = 1, flags: int = 0, follows: int = 0) -> bytes:
    units = [int(one) - 1 if one.isdigit() else ord(one) for one in text]
    head = pack("<iBB9xB8xBBBx", start, form, flags, follows, 2, 3, 0)
    return head + b"\0" * 5 + pack(f"<H{len(units)}H", len(units), *units)


def _tables(
    *overrides: bytes, levels: list[bytes]
) -> tuple[bytes, tuple[int, int], tuple[int, int]]:
    """A table stream with one list (of one level if simple), and lists that refer to it."""
    simple = len(levels) == 1
    lists = pack("<h", 1) + pack("<ii18xBx", 77, 0, 1 if simple else 0)
    rest = b"".join(levels if simple else [*levels, *[_level(255, "")] * (9 - len(levels))])
    heads = b"".join(pack("<i8xBxxx", 77, len(one) and one[0]) for one in overrides)
    data = b"".join(b"\xff" * 4 + one[1:] for one in overrides)
    referring = pack("<i", len(overrides)) + heads
    start = 10 + len(lists) + len(rest)
    stream = b"\0" * 10 + lists + rest + referring + data
    return stream, (10, len(lists)), (start, len(referring))


def _group(instance: int, depth: int = 0) -> bytes:
    return pack("<HhHB", 0x460B, instance, 0x260A, depth)


def _numbers(lists: Lists, *groups: bytes) -> list[str]:
    return [lists.label(group) for group in groups]


def test_levels_count_on_and_begin_anew() -> None:
    levels = [_level(37, "1、"), _level(37, "（2）"), _level(0, "1.2", flags=4)]
    lists = Lists(*_tables(b"", levels=levels), Styles(b""))
    groups = [_group(1, depth) for depth in (0, 1, 1, 2, 0, 1)]
    assert _numbers(lists, *groups) == ["一、", "（一）", "（二）", "1.2 ", "二、", "（一）"]


def test_a_list_may_begin_elsewhere_or_look_otherwise() -> None:
    from_five = b"\x01" + pack("<iI", 5, 0x10)
    other = b"\x01" + pack("<iI", 0, 0x30) + _level(18, "1", start=3, follows=2)
    lists = Lists(*_tables(b"", from_five, other, levels=[_level(0, "1．")]), Styles(b""))
    groups = map(_group, (1, 2, 2, 1, 3, 3))
    assert _numbers(lists, *groups) == ["1．", "5．", "6．", "7．", "③", "④"]


@pytest.mark.parametrize("instance", [0, 2, -1, -2047])
def test_paragraphs_of_no_list_have_no_number(instance: int) -> None:
    lists = Lists(*_tables(b"", levels=[_level(0, "1．")]), Styles(b""))
    assert lists.label(_group(instance)) == ""


def test_bullets_and_damage_say_nothing() -> None:
    stream, heads, overrides = _tables(b"", levels=[_level(23, "\uf0b7"), _level(0, "2.")])
    assert Lists(stream, heads, overrides, Styles(b"")).label(_group(1)) == ""
    for cut in range(len(stream)):
        assert Lists(stream[:cut], heads, overrides, Styles(b"")).label(_group(1, 1)) in {"", "1. "}


def _style(name: str, base: int, group: bytes, kind: int = 1) -> bytes:
    head = pack("<HHHHH", 0, kind | base << 4, 1, 0, 0)
    named = pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    style = head + named + pack("<HH", len(group) + 2, 0) + group
    return pack("<H", len(style)) + style


SHEET = (
    pack("<HHH", 4, 4, 10)
    + _style("正文", 0xFFF, b"")
    + _style("标题", 0, pack("<HhHB", 0x460B, 1, 0x260A, 1) + b"\0")
    + pack("<H", 0)
    + _style("小标题", 1, b"")
)


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (pack("<HH", 0x4600, 1), (1, 1)),
        (pack("<HH", 0x4600, 3), (1, 1)),
        (pack("<HH", 0x4600, 0), (0, 0)),
        (pack("<HH", 0x4600, 2), (0, 0)),
        (pack("<HHHB", 0x4600, 3, 0x260A, 0), (1, 0)),
        (pack("<HHHh", 0x4600, 3, 0x460B, 0), (0, 0)),
        (b"", (0, 0)),
    ],
)
def test_styles_put_paragraphs_into_lists(group: bytes, found: tuple[int, int]) -> None:
    assert Styles(SHEET).list_of(group) == found


def test_styles_that_are_based_on_themselves_end() -> None:
    sheet = pack("<HHH", 4, 1, 10) + _style("甲", 0, b"")
    assert Styles(sheet).list_of(pack("<HH", 0x4600, 0)) == (0, 0)
