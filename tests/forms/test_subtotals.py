"""A 小计 column beside a blank 总计: what stands last in a line is no total for sure."""

from __future__ import annotations

import re

import pytest

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
