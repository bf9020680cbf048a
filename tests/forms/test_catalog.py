"""The forms as declared, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.base import CellId
from reviewer.errors import DeclarationError
from reviewer.forms.catalog import form, form_due, forms, load_forms
from reviewer.forms.layout import Role, layout_of
from reviewer.paths import resource


def test_the_forms_have_the_figures_that_the_notices_prescribe() -> None:
    counts = {
        form_id: [sum(1 for _ in table.cells()) for table in one.tables]
        for form_id, one in forms().items()
    }
    assert counts == {"2008": [], "2019": [22, 161, 15], "2021": [10, 175, 15]}


@pytest.mark.parametrize(
    ("year", "due"), [(2012, "2008"), (2018, "2008"), (2019, "2019"), (2020, "2019"),
                      (2021, "2021"), (2025, "2021"), (2040, "2021")],
)  # fmt: skip
def test_the_form_due_follows_the_year(year: int, due: str) -> None:
    assert form_due(year).id == due


def test_a_cell_is_named_as_reviewers_name_it() -> None:
    assert form("2021").describe(CellId("requests.total.total")) == "表三 （七）总计 · 总计"


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("key", ["active", "requests", "disputes"])
def test_layouts_cover_every_place_once_and_print_every_figure(form_id: str, key: str) -> None:
    layout = layout_of(form(form_id), key)
    taken = [
        (row, column)
        for cell in layout.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert len(taken) == len(set(taken)) == layout.rows * layout.columns
    printed = [cell.cell for cell in layout.cells if cell.role is Role.FIGURE]
    assert printed == [cell for cell in form(form_id).figures if cell.startswith(f"{key}.")]


def _copy(folder: Path, change: tuple[str, str]) -> Path:
    for path in resource("forms").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace(*change), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "change",
    [
        ('key = "made"', 'kee = "made"'),
        ('key = "disclosed"', 'key = "made"'),
        ('extends = "2019"', 'extends = "1999"'),
        ('row = "other"', 'row = "nowhere"'),
        ('id = "2021"', 'id = "2019"'),
        ("first_year = 2019", "first_year = "),
    ],
)
def test_wrong_declarations_are_refused_by_file(tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(DeclarationError, match=r"\.toml"):
        load_forms(_copy(tmp_path, change))
