"""Automatic numbers of Word's paragraphs are written out as Word prints them."""

from __future__ import annotations

from functools import partial

import pytest

from reviewer.document.numerals import numeral
from tests.document.reading import read_as
from tests.writers.docx import docx, paragraph, run

read = partial(read_as, "docx")

RELATIONS = {"rId1": ("numbering", "numbering.xml"), "rId2": ("styles", "styles.xml")}
FORMATS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, instances: str = "") -> str:
    plain = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    return (
        f'<w:numbering><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f"{plain}{instances}</w:numbering>"
    )


def numbered(text: str, depth: int = 0, instance: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{instance}"/></w:numPr>'
    return paragraph(run(text), properties)


def lines(body: str, numbers: str, styles: str = "<w:styles></w:styles>") -> list[str]:
    parts = {"word/numbering.xml": numbers, "word/styles.xml": styles}
    return read(docx(body, parts, RELATIONS)).text.splitlines()


THREE = numbering("".join(level(depth, *FORMATS[depth]) for depth in range(3)))


def test_levels_count_on_and_begin_anew_under_the_next_number() -> None:
    depths = (("总体", 0), ("主动", 1), ("申请", 1), ("项", 2), ("其次", 0), ("首", 1))
    body = "".join(numbered(text, depth) for text, depth in depths)
    shown = ["一、总体", "（一）主动", "（二）申请", "1. 项", "二、其次", "（一）首"]
    assert lines(body, THREE) == shown


def test_numbers_come_from_styles_and_their_bases() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    heading = paragraph(run("总体情况"), '<w:pStyle w:val="b"/>')
    off = paragraph(run("文"), '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(heading + off + heading, THREE, styles) == ["一、总体情况", "文", "二、总体情况"]


def test_an_instance_may_begin_again_or_elsewhere() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    numbers = numbering(level(0, "decimal", "%1．"), again)
    body = numbered("甲") + numbered("乙", instance=2) + numbered("丙", instance=2)
    assert lines(body + numbered("丁", instance=3), numbers) == ["1．甲", "5．乙", "6．丙", "7．丁"]


def test_bullets_and_lists_that_are_not_there_say_nothing() -> None:
    numbers = numbering(level(0, "bullet", "\uf0b7"))
    assert lines(numbered("甲") + numbered("乙", instance=9), numbers) == ["甲", "乙"]


def test_numbers_of_higher_levels_in_plain_digits() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = numbered("章") + numbered("节", 1) + numbered("节", 1)
    assert lines(body, numbering(levels)) == ["第一章章", "1.1 节", "1.2 节"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (2001, "chineseCounting", "二千零一"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (20, "ideographDigital", "二〇"),
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (7, "decimalFullWidth", "７"),
        (7, "unheard_of", "7"),
        (-3, "lowerRoman", "-3"),
    ],
)
def test_numerals(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text
