"""Table four whose figures stand among the labels of its head."""

from __future__ import annotations

from reviewer.forms.report import Kind, Reading, Report
from tests.forms.around import report_around

BLOCKS = (
    "行政复议\n\n结果维\n持\n\n结果纠\n正\n\n其他结\n果\n\n尚未审\n结\n\n{}\n\n总计\n{}\n",
    "行政诉讼\n\n未经复议直接起诉\n结果纠 其他结 尚未审\n结果维\n持\n{}\n正\n果\n结\n\n总计\n{}\n",
    "复议后起诉\n结果纠 其他结 尚未审\n结果维\n持\n{}\n正\n果\n结\n\n总计\n{}\n",
)
FIGURES = (("0\n\n0\n\n0\n\n1", "1"), ("6\n0\n0\n2", "8"), ("0\n4\n0\n0", "4"))


def _report(page_number: str, figures: tuple[tuple[str, str], ...]) -> Report:
    """A report whose table four has its figures in its blocks."""
    blocks = [block.format(*own) for block, own in zip(BLOCKS, figures, strict=True)]
    disputes = "\n".join([page_number, *blocks])
    return report_around("2021", {"active": "", "requests": "", "disputes": disputes})


def _read(
    page_number: str = "", *, figures: tuple[tuple[str, str], ...] = FIGURES
) -> list[Reading]:
    """The readings of table four."""
    report = _report(page_number, figures)
    return [one for one in report.readings if one.cell.startswith("disputes")]


def test_figures_among_labels_are_read_but_never_for_sure() -> None:
    for page_number in ("", "3"):
        read = _read(page_number)
        assert [one.number for one in read] == [0, 0, 0, 1, 1, 6, 0, 0, 2, 8, 0, 4, 0, 0, 4]
        assert not any(one.sure for one in read)


def test_the_table_ends_with_its_last_figure() -> None:
    report = _report("", FIGURES)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_they_are_not_read_if_groups_do_not_add_up() -> None:
    read = _read(figures=(("0\n\n0\n\n0\n\n1", "2"), *FIGURES[1:]))
    assert not any(one.sure for one in read)
    assert any(one.kind is Kind.MISSING for one in read)
