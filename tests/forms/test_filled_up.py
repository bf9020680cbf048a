"""Grids whose lines are all filled up to the length of one that has a cell too many."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import TITLES, make_figures


def _lines(form_id: str, table: str, figures: Mapping[CellId, str]) -> list[list[str]]:
    """Every grid place of a table; those that a merged cell covers are blank."""
    layout = layout_of(form_of(form_id), table)
    lines = [[""] * layout.columns for _ in range(layout.rows)]
    for cell in layout.cells:
        lines[cell.row][cell.column] = figures[cell.cell] if cell.cell else cell.text
    return lines


def _doubled(line: list[str]) -> list[str]:
    return [*line, line[-1]] if line[0].startswith("一、") else [*line, ""]


def _report(form_id: str, figures: Mapping[CellId, str]) -> Report:
    year = {"2019": 2020, "2021": 2022}[form_id]
    parts = [f"云岭县石桥镇人民政府{year}年政府信息公开工作年度报告", "一、总体情况"]
    for key, title in TITLES.items():
        lines = _lines(form_id, key, figures)
        lines = [_doubled(line) for line in lines] if key == "requests" else lines
        parts += [title, *(f"| {' | '.join(line)} |" for line in lines)]
    return read_report(open_text("\n".join(parts)))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_a_doubled_cell_moves_no_other_row_for_sure(form_id: str, seed: int) -> None:
    figures = dict(make_figures(form_id, seed=seed))
    blank = {cell: "" if figure == "0" else figure for cell, figure in figures.items()}
    few = {f"requests.carried_in.{column}": "0" for column in ("business", "legal_service")}
    carried = {cell: few.get(cell, "") for cell in blank if cell.startswith("requests.carried_in")}
    printed = blank | carried
    read = _report(form_id, printed).by_cell
    others = [cell for cell in printed if cell.split(".")[1] not in {"new", "carried_in"}]
    assert {cell: read[cell].printed for cell in others} == {cell: printed[cell] for cell in others}
    for cell, figure in carried.items():
        assert not read[cell].sure
        assert figure in (read[cell].printed, *read[cell].candidates)
