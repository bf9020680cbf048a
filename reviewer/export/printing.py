"""How sheets come out of a printer: A4, fitted to the width, heads on every page."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_A4 = 9


def set_up_page(
    sheet: Worksheet,
    heading: str,
    *,
    landscape: bool = False,
    one_page: bool = False,
    head_rows: tuple[int, int] | None = None,
) -> None:
    """Prepare a sheet for printing.

    Args:
        sheet: The sheet.
        heading: Printed at the top of each page; of signs that a workbook can hold.
        landscape: Whether the page lies on its side.
        one_page: Whether the height is fitted too.
        head_rows: First and last row to repeat on every page.
    """
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.75, bottom=0.65)
    sheet.print_options.horizontalCentered = True
    _print_small(sheet.oddHeader, heading.replace("&", "&&")[:200])
    _print_small(sheet.oddFooter, "第 &P 页，共 &N 页")
    if head_rows is not None:
        sheet.print_title_rows = f"{head_rows[0]}:{head_rows[1]}"


def _print_small(line: HeaderFooterItem | None, text: str) -> None:
    assert line is not None  # a new sheet has all its lines
    line.center.text = text
    line.center.size = 9
