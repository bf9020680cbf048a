"""What a page's file holds but nobody sees on it, and what stands above its content."""

from __future__ import annotations

import ctypes
from functools import partial
from io import BytesIO

import pypdfium2
import pytest

from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_writer import Page, write_pdf
from tests.document.reading import read_as
from tests.document.unseen import SEEN, Change, cells_of, covered, ruled
from tests.layouts import make_figures

read = partial(read_as, "pdf")


def printed(change: Change) -> bytes:
    """A ruled table of two rows, the lower one's figure as the change prints it."""
    page = Page()
    ruled(page)
    change(page)
    return write_pdf([page])


def clipped(page: Page) -> None:
    page.operators.append("q 300 300 50 50 re W n")
    page.text(190, 96, "9")
    page.operators.append("Q")


def over_another(page: Page) -> None:
    page.text(190, 96, "77", mode=3)
    page.text(190, 96, "7")


def pasted_over(page: Page) -> None:
    page.text(190, 96, "9")
    page.picture(174, 94, 220, 111)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda page: page.text(190, 96, "9", mode=3), ""),
        (lambda page: page.text(190, 96, "9", mode=7), ""),
        (lambda page: page.text(190, 96, "9", grey=1), ""),
        (lambda page: page.text(190, 96, "9", grey=0.98), ""),
        (lambda page: page.area(173, 93, 221, 111) or page.text(190, 96, "9"), ""),
        (clipped, ""),
        (covered, "8"),
    ],
    ids=["mode", "clip only", "white", "pale", "black on black", "clipped", "covered"],
)
def test_a_figure_that_nobody_sees_is_not_read_and_makes_its_cell_doubtful(
    change: Change, said: str
) -> None:
    assert cells_of(read(printed(change))) == (said, True)


@pytest.mark.parametrize("change", [over_another, pasted_over])
def test_where_something_is_hidden_nothing_is_sure(change: Change) -> None:
    assert cells_of(read(printed(change)))[1]


@SEEN
def test_a_figure_that_can_be_seen_on_its_ground_is_read(change: Change) -> None:
    assert cells_of(read(printed(change))) == ("9", False)


@pytest.mark.parametrize(("mark", "doubted"), [("/OC /Layer", True), ("/Span /Layer", False)])
def test_what_stands_in_a_layer_that_may_be_switched_off_is_doubted(
    mark: str, doubted: bool
) -> None:
    def change(page: Page) -> None:
        page.operators.append(f"{mark} BDC")
        page.text(190, 96, "9")
        page.operators.append("EMC")

    assert cells_of(read(printed(change))) == ("9", doubted)


@pytest.mark.parametrize(
    ("kind", "doubted"),
    [("FREETEXT", True), ("STRIKEOUT", True), ("HIGHLIGHT", False)],
)
def test_a_remark_above_a_cell_makes_it_doubtful(kind: str, doubted: bool) -> None:
    c = pypdfium2.raw
    data = printed(lambda page: page.text(190, 96, "9"))
    file = pypdfium2.PdfDocument(data)
    page = file[0]
    remark = c.FPDFPage_CreateAnnot(page, getattr(c, f"FPDF_ANNOT_{kind}"))
    c.FPDFAnnot_SetRect(remark, ctypes.byref(c.FS_RECTF(180, 748, 214, 732)))
    c.FPDFPage_CloseAnnot(remark)
    assert cells_of(read(_saved(file))) == ("9", doubted)


@pytest.mark.parametrize(("says", "doubted"), [("/OC 1 0 R", True), ("", False)])
def test_a_form_that_may_be_switched_off_is_doubted(says: str, doubted: bool) -> None:
    form = Page()
    form.text(190, 96, "9")
    page = Page()
    ruled(page)
    page.operators.append("/X1 Do")
    assert cells_of(read(write_pdf([page], form=form, form_says=says))) == ("9", doubted)


@pytest.mark.parametrize(
    ("size", "top", "said"),
    [(6, 95, ("5", True)), (6, 102, ("5", True)), (10.5, 96, ("51", False))],
    ids=["raised", "lowered", "level"],
)
def test_a_notes_number_beside_a_figure_is_no_part_of_it(
    size: float, top: float, said: tuple[str, bool]
) -> None:
    def change(page: Page) -> None:
        page.text(190, 96, "5")
        page.text(195.5, top, "1", size)

    assert cells_of(read(printed(change))) == said


def _saved(file: pypdfium2.PdfDocument) -> bytes:
    target = BytesIO()
    file.save(target)
    file.close()
    return target.getvalue()


def test_cells_that_go_beyond_their_page_are_not_sure() -> None:
    """As where a browser prints a table that is wider than the paper."""
    whole = print_report("2021", make_figures("2021", 3), Look())
    report = read_report(read(whole.replace(b"0.0 0.0 595.0", b"0.0 0.0 530.0")))
    table = [one for one in report.readings if one.cell.startswith("requests.")]
    cut = [one for one in table if one.cell.endswith(".total")]
    assert not any(one.sure for one in cut)
    assert all("伸出了页边" in (one.doubt or "") for one in cut if one.printed)
    assert all(one.sure for one in table if one not in cut)
