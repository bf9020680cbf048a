from __future__ import annotations

from decimal import Decimal

import pytest

from reviewer.base import CellId
from reviewer.export.figures import shown
from reviewer.export.marks import Mark
from reviewer.forms.report import Kind, Reading


def reading(printed: str | None, number: int | Decimal | None = None, **more: object) -> Reading:
    kind = Kind.NUMBER if number is not None else Kind.TEXT
    fields = {"cell": CellId("a.b.c"), "printed": printed, "kind": kind, "number": number, **more}
    return Reading.model_validate(fields)


@pytest.mark.parametrize(
    ("given", "value", "number_format"),
    [
        (reading("12", 12), 12, "General"),
        (reading("1,408", 1408), 1408, "General"),
        (reading("92.60", Decimal("92.60")), Decimal("92.60"), "0.00"),
        (reading("1E+3", Decimal("1E+3")), Decimal(1000), "0"),
        (reading("+2", 2), 2, "+General;-General;General;@"),
        (reading("增9", 9), 9, "+General;-General;General;@"),
        (reading("减2", -2), -2, "General"),
        (reading("75680元", 75680, unit="元"), 75680, 'General"元";-General"元";General"元";@'),
        (reading("9" * 16, int("9" * 16)), "9" * 16, "@"),
        (reading("", kind=Kind.BLANK), None, "@"),
        (reading("　 ", kind=Kind.BLANK), None, "@"),
        (reading(" ／", kind=Kind.NIL), "／", "@"),
        (reading("本单位未制作规章"), "本单位未制作规章", "@"),
        (reading(None, kind=Kind.MISSING), "缺", "@"),
    ],
)
def test_a_figure_stays_what_it_is(given: Reading, value: object, number_format: str) -> None:
    assert shown(given) == (value, number_format)


def test_marks_stand_in_the_format_beside_the_number() -> None:
    value, number_format = shown(reading("11", 11), [Mark.BROKEN, Mark.PROPOSED])
    assert value == 11
    lead = '"▲→"* '
    assert number_format == f"{lead}General;{lead}-General;{lead}General;{lead}@"


def test_in_a_wide_cell_the_marks_stand_close_to_the_number() -> None:
    marked = shown(reading("3", 3), [Mark.WARNED], wide=True)
    assert marked == (3, '"◆ "General;"◆ "-General;"◆ "General;"◆ "@')


def test_a_mark_is_seen_in_a_blank_cell() -> None:
    assert shown(reading("", kind=Kind.BLANK), [Mark.NOTED]).value == "✎"


def test_a_marked_text_keeps_its_words() -> None:
    assert shown(reading("无统计"), [Mark.BROKEN]) == ("无统计", '"▲"* @')
