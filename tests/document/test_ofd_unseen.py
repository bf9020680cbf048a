"""What an OFD page's file holds but nobody sees on it."""

from __future__ import annotations

import pytest

from tests.document.ofd_writer import OfdPage, write_ofd
from tests.document.reading import read_as
from tests.document.unseen import SEEN, Change, cells_of, covered, ruled


def read(change: Change) -> tuple[str, bool]:
    """What the lower figure's cell of a ruled table says, and whether it is doubted."""
    page = OfdPage()
    ruled(page)
    change(page)
    data = write_ofd([page])
    return cells_of(read_as("ofd", data))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda page: page.text(190, 96, "9", mode=3), ""),
        (lambda page: page.text(190, 96, "9", grey=1), ""),
        (lambda page: page.area(173, 93, 221, 111) or page.text(190, 96, "9"), ""),
        (covered, "8"),
    ],
    ids=["not printed", "white", "black on black", "covered"],
)
def test_a_figure_that_nobody_sees_is_not_read_and_makes_its_cell_doubtful(
    change: Change, said: str
) -> None:
    assert read(change) == (said, True)


@SEEN
def test_a_figure_that_can_be_seen_on_its_ground_is_read(change: Change) -> None:
    assert read(change) == ("9", False)


def test_a_page_of_text_behind_a_picture_is_read_and_doubted() -> None:
    page = OfdPage()
    page.text(80, 76, "行政许可 12", mode=3)
    data = write_ofd([page])
    document = read_as("ofd", data)
    assert document.text == "行政许可 12\n"
    assert [document.at(one.span) for one in document.doubts] == ["行政许可 12"]
