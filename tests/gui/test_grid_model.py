"""The grid's model: a look into the review that stores nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reviewer.base import CellId
from reviewer.forms.layout import Role
from reviewer.forms.report import Report
from reviewer.window.grid.model import CELL_ROLE, PROPOSAL_ROLE, GridModel
from tests.gui.desks import GOOD, GRAND_TOTAL, NEW, TOTAL, Desk, faulty, sound
from tests.reports import make_report

ROLES = [*Qt.ItemDataRole, CELL_ROLE, PROPOSAL_ROLE, 999]
REPORTS: dict[str, Callable[[], Report]] = {
    "faulty": faulty,
    "older form": lambda: make_report("2019", {"active.licence.change": "-7"}, year=2019),
    "everything missing": lambda: make_report(
        "2021", dict.fromkeys(make_report("2021").form.figures)
    ),
    "prose": lambda: make_report("2008", year=2016),
}
KEYS = ["active", "requests", "disputes", "statistics"]


def shown(desk: Desk, report: Report, key: str = "requests") -> GridModel:
    model = GridModel(desk.workbench, key, desk.host)
    model.show(desk.open(report))
    return model


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("key", KEYS)
def test_every_place_answers_every_question(desk: Desk, name: str, key: str) -> None:
    model = shown(desk, REPORTS[name](), key)
    for row in range(-1, model.rowCount() + 1):
        for column in range(-1, model.columnCount() + 1):
            index = model.index(row, column)
            model.flags(index)
            for role in ROLES:
                model.data(index, int(role))


@pytest.mark.parametrize("key", KEYS)
def test_it_keeps_the_rules_of_item_models(desk: Desk, key: str) -> None:
    model = shown(desk, faulty(), key)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setParent(desk.host)
    desk.workbench.transcribe(NEW, "13")
    model.refresh()
    model.show(desk.open(make_report("2019", year=2019)))
    model.show(None)


def test_figures_have_no_children(desk: Desk) -> None:
    model = shown(desk, faulty())
    parent = model.index(4, 5)
    assert (model.rowCount(parent), model.columnCount(parent)) == (0, 0)


def test_no_table_no_grid(desk: Desk) -> None:
    model = shown(desk, make_report("2008", year=2016))
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.table is None
    model.show(None)
    assert model.refresh() == frozenset()


def test_every_figure_stands_where_the_form_prints_it(desk: Desk) -> None:
    model = shown(desk, faulty())
    assert (
        set(model.faces)
        == {cell for cell in model.review.report.form.figures if cell.startswith("requests.")}
        if model.review
        else False
    )
    for cell in model.faces:
        index = model.index_of(cell)
        assert model.data(index, CELL_ROLE) == cell
        assert model.flags(index) & Qt.ItemFlag.ItemIsEditable


def test_heads_and_labels_cannot_be_edited(desk: Desk) -> None:
    model = shown(desk, faulty())
    for place in model.layout_shown.cells:
        index = model.index(place.row, place.column)
        editable = bool(model.flags(index) & Qt.ItemFlag.ItemIsEditable)
        assert editable == (place.role is Role.FIGURE)
    head = model.index(0, 0)
    assert not model.setData(head, "12")


def test_covered_places_answer_as_their_anchor(desk: Desk) -> None:
    model = shown(desk, make_report("2019", {"active.fee.change": "-7"}, year=2019), "active")
    anchor = model.index_of(CellId("active.fee.change"))
    covered = model.index(anchor.row(), anchor.column() + 1)
    assert model.anchor(covered) == anchor
    assert model.cell_at(QPersistentModelIndex(covered)) == "active.fee.change"
    for role in ROLES:
        assert model.data(covered, int(role)) == model.data(anchor, int(role))
    assert not model.anchor(QModelIndex()).isValid()


def test_a_figure_of_another_table_is_nowhere(desk: Desk) -> None:
    assert not shown(desk, faulty()).index_of(CellId("disputes.direct_lawsuit.total")).isValid()


def test_set_data_stores_nothing_and_sends_a_transcription(desk: Desk) -> None:
    model = shown(desk, faulty())
    index = model.index_of(TOTAL)
    assert model.setData(index, " 12 ")
    assert desk.workbench.current is not None
    assert desk.workbench.current.transcriptions == {TOTAL: "12"}
    assert model.data(index) == "11"
    model.refresh()
    assert model.data(index) == "12"


def test_set_data_of_the_proposal_leaves_the_figure(desk: Desk) -> None:
    model = shown(desk, faulty())
    index = model.index_of(TOTAL)
    assert model.setData(index, "12", PROPOSAL_ROLE)
    model.refresh()
    assert (model.data(index), model.data(index, PROPOSAL_ROLE)) == ("11", "12")
    assert model.setData(index, "", PROPOSAL_ROLE)
    model.refresh()
    assert model.data(index, PROPOSAL_ROLE) == ""


@pytest.mark.parametrize(
    ("text", "role"), [("11", Qt.ItemDataRole.EditRole), ("11", PROPOSAL_ROLE)]
)
def test_what_stands_there_already_is_no_edit(desk: Desk, text: str, role: int) -> None:
    model = shown(desk, faulty())
    assert not model.setData(model.index_of(TOTAL), text, role)
    assert desk.workbench.current is not None
    assert desk.workbench.current.entries == ()


def test_typing_a_doubtful_figure_again_settles_it(desk: Desk) -> None:
    model = shown(desk, make_report("2021", GOOD, doubts={NEW: "看不清"}))
    assert model.setData(model.index_of(NEW), "12")
    assert desk.workbench.current is not None
    assert desk.workbench.current.transcriptions == {NEW: "12"}


def test_typing_what_the_program_read_takes_the_transcription_back(desk: Desk) -> None:
    model = shown(desk, faulty())
    model.setData(model.index_of(TOTAL), "12")
    model.refresh()
    model.setData(model.index_of(TOTAL), "11")
    assert desk.workbench.current is not None
    assert desk.workbench.current.transcriptions == {}


def test_a_missing_cell_can_be_told_to_be_blank(desk: Desk) -> None:
    model = shown(desk, make_report("2021", {"requests.new.total": None}))
    assert model.setData(model.index_of(CellId("requests.new.total")), "")


def test_a_report_that_is_not_shown_any_more_takes_no_edit(desk: Desk) -> None:
    model = shown(desk, faulty())
    other = desk.open(sound())
    assert not model.setData(model.index_of(TOTAL), "12")
    assert other.entries == ()


def test_nonsense_is_no_edit(desk: Desk) -> None:
    model = shown(desk, faulty())
    index = model.index_of(TOTAL)
    assert not model.setData(index, 12)
    assert not model.setData(index, "12", Qt.ItemDataRole.ToolTipRole)
    assert not model.setData(QModelIndex(), "12")


def test_refresh_names_exactly_the_cells_that_differ(desk: Desk) -> None:
    model = shown(desk, faulty())
    told: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert first == last
        told.append((first.row(), first.column()))

    model.dataChanged.connect(note)
    desk.workbench.transcribe(TOTAL, "12")
    changed = model.refresh()
    assert changed == {TOTAL}
    index = model.index_of(TOTAL)
    assert told == [(index.row(), index.column())]
    assert model.refresh() == frozenset()


def test_a_change_that_moves_the_blame_refreshes_both_cells(desk: Desk) -> None:
    model = shown(desk, sound())
    desk.workbench.transcribe(GRAND_TOTAL, "15")
    assert model.refresh() == {GRAND_TOTAL}
    desk.workbench.undo()
    assert model.refresh() == {GRAND_TOTAL}


def test_texts_are_those_of_the_anchors(desk: Desk) -> None:
    model = shown(desk, faulty())
    texts = model.texts()
    assert texts[0, 0].startswith("（本列数据")
    index = model.index_of(TOTAL)
    assert texts[index.row(), index.column()] == "11"
    assert len(texts) == len(model.layout_shown.cells)
