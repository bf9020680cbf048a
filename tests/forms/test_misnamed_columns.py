"""Columns of table three that the head calls by another name, or does not have."""

from __future__ import annotations

import pytest

from reviewer.base import cell_id
from reviewer.document.opening import open_text
from reviewer.forms.aligning.columns import printed_order
from reviewer.forms.catalog import form
from reviewer.forms.reading import read_report
from tests.layouts import Faults, make_figures, render

_PARTED = ("word_tab", "bar_lines", "pipe", "markdown_right", "csv", "tsv")
_SLIPS = (
    ("商业企业", "商业企叶"),
    ("商业企业", "工商企业"),
    ("商业企业", "企业"),
    ("自然人", "个人"),
    ("科研机构", "科研院所"),
    ("社会公益组织", "公益组织"),
    ("法律服务机构", "法律服务"),
    ("总计", "总汁"),
)
_COLUMNS = (
    "natural_person",
    "business",
    "research",
    "welfare",
    "legal_service",
    "other_org",
    "total",
)


@pytest.mark.parametrize(("name", "printed"), _SLIPS)
@pytest.mark.parametrize("layout", _PARTED)
def test_a_misnamed_column_is_there_though_noughts_are_blank(
    layout: str, name: str, printed: str
) -> None:
    faults = Faults(labels={name: printed}, blanks_for_zeros=True)
    rendered = render(make_figures("2021", 4), "2021", layout, faults)
    read = read_report(open_text(rendered.text)).by_cell
    assert printed in rendered.text
    assert not [c for c, one in read.items() if one.sure and one.printed != rendered.truth[c]]
    new = [cell_id("requests", "new", column) for column in _COLUMNS]
    assert [read[cell].printed for cell in new] == [rendered.truth[cell] for cell in new]


@pytest.mark.parametrize("absent", ["welfare", "other_org"])
@pytest.mark.parametrize("layout", _PARTED)
def test_nothing_of_a_table_is_sure_and_wrong_with_a_column_misnamed_and_one_absent(
    layout: str, absent: str
) -> None:
    faults = Faults(
        labels={"商业企业": "工商企业"}, order=tuple(key for key in _COLUMNS if key != absent)
    )
    rendered = render(make_figures("2021", 4), "2021", layout, faults)
    read = read_report(open_text(rendered.text)).by_cell
    cells = [cell for cell in read if cell.startswith("requests.")]
    assert not [c for c in cells if read[c].sure and read[c].printed != rendered.truth[c]]


@pytest.mark.parametrize("absent", ["research", "total"])
@pytest.mark.parametrize("layout", ["word_tab", "bar_lines", "csv"])
def test_a_column_that_is_not_printed_leaves_the_others_right(layout: str, absent: str) -> None:
    order = tuple(key for key in _COLUMNS if key != absent)
    rendered = render(make_figures("2021", 4), "2021", layout, Faults(order=order))
    read = read_report(open_text(rendered.text)).by_cell
    cells = [cell for cell in read if cell.startswith("requests.") and not cell.endswith(absent)]
    assert [read[cell].printed for cell in cells] == [rendered.truth[cell] for cell in cells]


@pytest.mark.parametrize(
    "group", ["法人或其他组织", "法人或其他组", "法人或其他", "法人或其他机构"]
)
def test_a_group_whose_head_is_cut_off_or_ends_otherwise_is_no_column(group: str) -> None:
    (block,) = next(one for one in form("2021").tables if one.key == "requests").blocks
    head = f"\t申请人情况\n\t自然人\t{group}\n\t\t商业企业\t科研\n"
    assert printed_order(head, block, parted=True) == ("natural_person", "business")
