"""Tables of the year before beside the report's own."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render


def _with_last_year(
    form_id: str, *captions: str, own_first: bool = False
) -> tuple[str, dict[CellId, str | None]]:
    """A report with two tables three, a caption above each."""
    own = render(make_figures(form_id, 6), form_id, "tsv", year=2020)
    other = render(make_figures(form_id, 7), form_id, "tsv", year=2020)

    def table(text: str) -> str:
        return text[text.index("\n", text.index("三、收到")) + 1 : text.index("四、政府")]

    tables = [(captions[0], table(other.text)), (captions[1], table(own.text))]
    both = "\n".join(f"{said}\n{one}" for said, one in (tables[::-1] if own_first else tables))
    return own.text.replace(table(own.text), both + "\n"), own.truth


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("own_first", [True, False])
@pytest.mark.parametrize(
    "captions",
    [
        ("上年度（供对照）", "本年度"),
        ("2019年度统计表", "2020年度统计表"),
        ("2019年数据：", "2020年数据："),
        ("附表一：去年申请办理情况", "附表二：今年申请办理情况"),
        ("附：2019年收到和处理政府信息公开申请情况", "2020年收到和处理政府信息公开申请情况"),
        ("（二）2019年情况（供比较）", "（一）2020年情况"),
        ("2019 年情况", "2020 年情况"),
        ("2019年数据,,,,,", "2020年数据,,,,,"),
    ],
)
def test_the_reports_own_table_is_read_where_captions_tell_it(
    form_id: str, captions: tuple[str, str], own_first: bool
) -> None:
    text, truth = _with_last_year(form_id, *captions, own_first=own_first)
    report = read_report(open_text(text))
    assert {one.cell: one.printed for one in report.readings} == truth
    assert all(one.sure for one in report.readings)


def test_without_captions_neither_table_is_sure() -> None:
    text, truth = _with_last_year("2019", "数据如下", "数据如下")
    report = read_report(open_text(text))
    wrong = [one for one in report.readings if one.sure and one.printed != truth[one.cell]]
    assert wrong == []
