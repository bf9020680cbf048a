"""Digits without separators: where a row is lost, with nil marks, on lines of their own."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Reading
from tests.layouts import Faults, make_figures, render
from tests.layouts.figures import APPLICANTS

COLUMNS = (*APPLICANTS, "total")


def _read(lost: str, figures: dict[CellId, str]) -> dict[CellId, Reading]:
    faults = Faults(missing_rows=frozenset({f"requests.{lost}"}))
    report = read_report(open_text(render(figures, "2021", "glued", faults).text))
    return dict(report.by_cell)


@pytest.mark.parametrize("lost", ["total", "refused_internal"])
def test_all_splits_of_a_row_are_candidates_where_its_columns_are_not_known(lost: str) -> None:
    row = dict(zip(COLUMNS, ("355", "73", "261", "33", "0", "26", "748"), strict=True))
    figures = make_figures("2021", 3, size=400, outcomes=8)
    figures |= {CellId(f"requests.refused_state_secret.{key}"): row[key] for key in COLUMNS}
    read = _read(lost, figures)
    for key, other in (("natural_person", "3"), ("business", "55"), ("legal_service", "330")):
        reading = read[CellId(f"requests.refused_state_secret.{key}")]
        assert not reading.sure
        assert {reading.printed, *reading.candidates} >= {row[key], other}


def test_a_row_that_its_own_sum_splits_in_one_way_only_stays_sure() -> None:
    row = dict(zip(COLUMNS, ("15", "0", "0", "0", "0", "2", "17"), strict=True))
    figures = make_figures("2021", 3)
    figures |= {CellId(f"requests.declined_repeat.{key}"): row[key] for key in COLUMNS}
    read = _read("total", figures)
    readings = [read[CellId(f"requests.declined_repeat.{key}")] for key in COLUMNS]
    assert [one.printed for one in readings] == list(row.values())
    assert all(one.sure for one in readings)


def test_slashes_for_noughts_part_no_cells() -> None:
    """``97//////97`` with a subtotal's column: a row of nothing has more slashes then."""
    asked = "natural_person"
    figures = {
        cell: figure if cell.endswith(f".{asked}") or figure == "0" else "0"
        for cell, figure in make_figures("2021", 3).items()
        if cell.startswith("requests.")
    }
    figures |= {
        CellId(cell.replace(asked, "total")): figure
        for cell, figure in figures.items()
        if cell.endswith(f".{asked}")
    }
    every = make_figures("2021", 3) | figures
    text = render(every, "2021", "tsv", Faults(subtotal=True)).text
    begin, end = text.index("一、本年新收"), text.index("四、政府信息公开")
    rows = [line.rstrip().split("\t") for line in text[begin:end].split("\n")]
    glued = ["".join(re.sub("^0$", "/", cell) for cell in row) for row in rows]
    assert any(line.endswith("/" * 8) for line in glued)
    read = read_report(open_text(text[:begin] + "\n".join(glued) + text[end:])).by_cell
    printed = {cell: "/" if figure == "0" else figure for cell, figure in figures.items()}
    wrong = [cell for cell, figure in printed.items() if read[cell].printed != figure]
    assert len(wrong) < 0.1 * len(printed)
    assert not [cell for cell in wrong if read[cell].sure]


def _of_table_three(glued: str, figures: dict[CellId, str]) -> list[tuple[str, str | None]]:
    """Cells of table three that are read otherwise than printed."""
    read = read_report(open_text(glued)).by_cell
    return [
        (cell, read[cell].printed)
        for cell, figure in figures.items()
        if cell.startswith("requests.") and read[cell].printed != figure
    ]


def _with_marks(mark: str) -> dict[CellId, str]:
    figures = make_figures("2021", 3, size=9)
    return {cell: mark if figure == "0" else figure for cell, figure in figures.items()}


@pytest.mark.parametrize("mark", ["无", "-", "—", "/"])
def test_nil_marks_that_stand_together_are_as_many_figures(mark: str) -> None:
    """Words of the next heading begin as some marks do: 无无无（四）无法提供."""
    figures = _with_marks(mark)
    assert _of_table_three(render(figures, "2021", "glued").text, figures) == []


@pytest.mark.parametrize("mark", ["无", "—"])
def test_nil_marks_that_blanks_part_here_and_there_are_as_many_figures(mark: str) -> None:
    figures = _with_marks(mark)
    text = render(figures, "2021", "glued").text
    assert f"{mark * 4}\n" in text
    parted = text.replace(f"{mark * 4}\n", f"{mark * 2} {mark} {mark}\n")
    assert _of_table_three(parted, figures) == []


def test_numbers_that_count_glued_rows_are_no_figures() -> None:
    figures = make_figures("2021", 3, size=9)
    rendered = render(figures, "2021", "glued")
    first = [at for cell, (at, _) in rendered.places.items() if cell.endswith(".natural_person")]
    marks = {start: str(rank) for rank, start in enumerate(sorted(first), start=1)}
    text = "".join(marks.get(at, "") + one for at, one in enumerate(rendered.text))
    assert _of_table_three(text, figures) == []


def _on_lines_of_their_own(text: str) -> str:
    """The text with each row's digits, whole, on the line below its label."""
    head, title, tables = text.partition("二、主动公开")
    return head + title + re.sub(r"([^\d\n+.-])([\d+.-]+)$", r"\1\n\2", tables, flags=re.MULTILINE)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_a_row_of_digits_below_its_label_is_cut_as_beside_it(form_id: str) -> None:
    beside = render(make_figures(form_id, 3, size=40), form_id, "glued_rows").text
    below = _on_lines_of_their_own(beside)
    assert re.search(r"申请数量\n\d{7,}\n", below)
    read, other = (read_report(open_text(text)).by_cell for text in (below, beside))
    assert {cell: (one.printed, one.sure) for cell, one in read.items()} == {
        cell: (one.printed, one.sure) for cell, one in other.items()
    }


def test_a_figure_too_short_for_a_row_is_a_cell_of_its_own() -> None:
    figures = make_figures("2021", 3, size=40)
    text = _on_lines_of_their_own(render(figures, "2021", "glued_rows").text)
    short = re.sub(r"(申请数量\n)\d{7,}\n", r"\g<1>123456\n", text, count=1)
    row = [read_report(open_text(short)).by_cell[CellId(f"requests.new.{key}")] for key in COLUMNS]
    assert {one.printed for one in row if one.printed} == {"123456"}
    assert not any(one.sure for one in row)
