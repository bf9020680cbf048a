"""Rows whose figures stand behind the names of their columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import Rendered, make_figures, render

_Writer = Callable[[list[tuple[str, str]]], str]


def _listed(row: list[tuple[str, str]]) -> str:
    return "：" + "，".join(f"{name}：{figure}" for name, figure in row)


def _lines(row: list[tuple[str, str]]) -> str:
    return "\n" + "\n".join(f"{name} {figure}" for name, figure in row)


def _turned(row: list[tuple[str, str]]) -> str:
    return "\n" + "\n".join(f"{name}：{figure}" for name, figure in row[::-1])


def _total_first(row: list[tuple[str, str]]) -> str:
    parts = "，".join(f"{name}{figure}件" for name, figure in row[:-1])
    return f"{row[-1][1]}件（{parts}）"


def _read(
    form_id: str, write: _Writer, without: str = "", style: str = "0"
) -> tuple[Report, Rendered]:
    figures = make_figures(form_id, 3)
    figures = {cell: style if text == "0" else text for cell, text in figures.items()}
    rendered = render(figures, form_id, "spaced")
    table = form_of(form_id).table("requests")
    assert table is not None
    (block,) = table.blocks
    text = rendered.text
    begin = text.index("（本列数据")
    end = text.index("四、政府信息公开")
    written = [
        row.label
        + write(
            [
                (column.label, figures[cell])
                for cell, one, column in table.cells()
                if one.key == row.key and cell != without
            ]
        )
        for row in block.rows
    ]
    whole = text[:begin] + "\n".join(written) + "\n\n" + text[end:]
    return read_report(open_text(whole)), rendered


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("write", [_listed, _lines, _turned, _total_first])
def test_names_tell_the_columns(form_id: str, write: _Writer) -> None:
    report, rendered = _read(form_id, write)
    for cell, printed in rendered.truth.items():
        reading = report.by_cell[cell]
        assert str(reading.number) == printed or not cell.startswith("requests")
    beside_brackets = {"total", "other_org"} if write is _total_first else set()
    unsure = {one.cell.split(".")[2] for one in report.readings if not one.sure}
    assert unsure <= beside_brackets


@pytest.mark.parametrize("write", [_listed, _turned])
def test_blank_figures_stay_blank(write: _Writer) -> None:
    report, rendered = _read("2021", write, style="")
    for cell, printed in rendered.truth.items():
        if cell.startswith("requests"):
            reading = report.by_cell[cell]
            assert (reading.printed or "") == (printed or "") or not reading.sure


@pytest.mark.parametrize("lost", ["natural_person", "welfare", "other_org", "total"])
@pytest.mark.parametrize("write", [_listed, _lines, _turned, _total_first])
def test_a_lost_figure_leaves_the_others_where_they_are(write: _Writer, lost: str) -> None:
    without = f"requests.new.{lost}"
    report, rendered = _read("2021", write, without)
    for cell, printed in rendered.truth.items():
        reading = report.by_cell[cell]
        right = (reading.printed or "").removesuffix("件") == printed and cell != without
        assert right or not reading.sure
