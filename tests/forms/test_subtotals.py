"""A 小计 column beside a blank 总计: what stands last in a line is no total for sure."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import Faults, make_figures, render


@pytest.mark.parametrize("headless", [False, True], ids=["headed", "headless"])
def test_a_subtotal_is_no_total_for_sure_where_the_total_is_blank(headless: bool) -> None:
    no_head = frozenset({"requests"}) if headless else frozenset[str]()
    faults = Faults(subtotal=True, no_head=no_head)
    text = render(make_figures("2021", 3), "2021", "spaced", faults).text
    text, count = re.subn(r"((?: \d+){7}) \d+(?=\n)", r"\1", text)
    assert count > 20
    totals = [
        one for one in read_report(open_text(text)).readings
        if one.cell.startswith("requests.") and one.cell.endswith(".total")
    ]  # fmt: skip
    assert totals
    assert not any(one.sure for one in totals)


def test_rows_whose_cells_fit_their_heads_places_otherwise_are_read_beside_a_subtotal() -> None:
    lines = (
        "│  │  │  │自然人  │法人或其他组织  │  │  │  │  │  │总计  │",
        "│  │  │  │  │商业企业  │科研机构  │社会公益组织  │法律服务机构  │其他  │小计  │  │",
        "│  │（三）不予公开  │1.属于国家秘密  │  │  │  │  │  │  │  │  │",
        "│  │  │2.其他法律行政法规禁止公开  │  │5  │  │  │  │  │5  │5  │",
        "│  │  │3.危及“三安全一稳定”  │  │  │  │  │  │  │  │  │",
        "│  │  │4.保护第三方合法权益  │  │  │  │  │  │  │  │  │",
    )
    readings = read_report(open_text("\n".join(lines))).by_cell
    business = readings[CellId("requests.refused_by_law.business")]
    total = readings[CellId("requests.refused_by_law.total")]
    assert (business.printed, total.printed) == ("5", "5")
