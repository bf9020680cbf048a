"""Figures that are each told by the names of their row and their column, without a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.model import FormTable
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import TITLES, make_figures

_Writer = Callable[[tuple[str, ...], str, str], str]
_LINES: dict[str, _Writer] = {
    "dash": lambda path, column, figure: f"{path[-1]}-{column}：{figure}",
    "whole_path": lambda path, column, figure: f"{'/'.join(path)}（{column}）: {figure}",
    "column_first": lambda path, column, figure: f"{column}·{path[-1]}={figure}",
    "three_cells": lambda path, column, figure: f"{path[-1]}\t{column}\t{figure}",
    "bars": lambda path, column, figure: f"{path[-1]}|{column}|{figure}",
    "commas": lambda path, column, figure: f"{path[-1]},{column},{figure}",
    "glued": lambda path, column, figure: f"{'，'.join(path)}，{column}{figure}",
}


def _report(tables: Mapping[str, str]) -> Report:
    sections = "\n".join(f"{title}\n{tables[key]}" for key, title in TITLES.items())
    return read_report(
        open_text(
            "云岭县石桥镇人民政府2022年政府信息公开工作年度报告\n"
            "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n"
            f"一、总体情况\n公开信息412条。\n{sections}\n"
            "五、存在的主要问题及改进情况\n公开意识有待加强。\n"
            "六、其他需要报告的事项\n无其他需要报告的事项。\n"
        )
    )


def _told(table: FormTable, figures: Mapping[CellId, str], write: _Writer) -> Iterator[str]:
    for cell, row, column in table.cells():
        yield write((*row.headings, row.label), column.label, figures[cell])


def _below(table: FormTable, figures: Mapping[CellId, str], mark: str) -> Iterator[str]:
    """A heading for each row, and below it a line for each of its figures."""
    last = ""
    for cell, row, column in table.cells():
        if row.key != last:
            yield row.label
        last = row.key
        yield f"{column.label}{mark}{figures[cell]}"


def _figures(form_id: str) -> dict[CellId, str]:
    return dict(make_figures(form_id, 3))


def _wrong(report: Report, figures: Mapping[CellId, str]) -> list[str]:
    return [
        cell
        for cell, printed in figures.items()
        if (one := report.by_cell[cell]).printed != printed or not one.sure
    ]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("style", sorted(_LINES))
def test_a_line_for_each_figure(form_id: str, style: str) -> None:
    figures = _figures(form_id)
    form = form_of(form_id)
    texts = {one.key: "\n".join(_told(one, figures, _LINES[style])) for one in form.tables}
    assert _wrong(_report(texts), figures) == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("mark", ["：", ": ", "\t", " ", "\n", ""])
def test_lines_below_a_heading_for_each_row(form_id: str, mark: str) -> None:
    figures = _figures(form_id)
    texts = {one.key: "\n".join(_below(one, figures, mark)) for one in form_of(form_id).tables}
    assert _wrong(_report(texts), figures) == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_lines_below_a_heading_for_each_applicant(form_id: str) -> None:
    figures = _figures(form_id)
    form = form_of(form_id)
    texts = {one.key: "\n".join(_told(one, figures, _LINES["dash"])) for one in form.tables}
    (block,) = next(one for one in form.tables if one.key == "requests").blocks
    lines = []
    for column in block.columns:
        lines.append(f"{column.label}：")
        lines += [
            f"{row.label} {figures[CellId(f'requests.{row.key}.{column.key}')]}"
            for row in block.rows
        ]
    assert _wrong(_report(texts | {"requests": "\n".join(lines)}), figures) == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("style", ["dash", "three_cells", "commas", "column_first"])
def test_blanks_are_told_too(form_id: str, style: str) -> None:
    figures = {cell: "" if text == "0" else text for cell, text in _figures(form_id).items()}
    form = form_of(form_id)
    texts = {one.key: "\n".join(_told(one, figures, _LINES[style])) for one in form.tables}
    assert _wrong(_report(texts), figures) == []


def test_a_name_that_is_not_known_is_nobodys_row() -> None:
    figures = _figures("2021")
    form = form_of("2021")
    texts = {one.key: "\n".join(_told(one, figures, _LINES["dash"])) for one in form.tables}
    texts["requests"] = texts["requests"].replace("重复申请", "某种情形")
    report = _report(texts)
    odd = [cell for cell in figures if "declined_repeat" in cell]
    assert set(_wrong(report, figures)) == set(odd)
    assert all(report.by_cell[CellId(cell)].printed is None for cell in odd)


def test_what_is_told_twice_and_otherwise_is_not_read() -> None:
    figures = _figures("2021")
    form = form_of("2021")
    texts = {one.key: "\n".join(_told(one, figures, _LINES["dash"])) for one in form.tables}
    texts["requests"] += "\n一、本年新收政府信息公开申请数量-自然人：98765"
    assert _wrong(_report(texts), figures) == ["requests.new.natural_person"]
