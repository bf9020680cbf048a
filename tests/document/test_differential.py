"""The same report in every format: the same figures and words, each with a place that holds it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import xlrd
from openpyxl import load_workbook

from reviewer.document.model import Document, PageBox, SheetCell, Span, Table, TableCell
from reviewer.document.opening import open_document
from reviewer.document.pdf.engine import opened
from reviewer.document.readers import READERS
from reviewer.document.spreadsheets.names import place_of
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.document.formats import WRITERS
from tests.document.same import CASES, Case

every = pytest.mark.parametrize("name", WRITERS)
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _written(case: Case, name: str, folder: Path) -> Path:
    path = folder / f"{case.name}.{name}"
    path.write_bytes(WRITERS[name](case))
    return path


def _facts(report: Report) -> dict[str, object]:
    """What a report says, places and ways of printing left out."""
    readings = {
        one.cell: (one.printed, one.kind, one.number, one.unit, one.sure) for one in report.readings
    }
    return {
        "identity": (report.form.id, report.form_due, report.body, report.year, report.title),
        "sections": [(one.number, one.title) for one in report.sections],
        "problems": {one.code for one in report.problems},
        "readings": readings,
    }


def _prose(report: Report) -> list[str]:
    """The words of the sections that hold no table."""
    spans = (one.span for one in report.sections if one.number not in {2, 3, 4})
    return ["".join(report.document.at(span).split()) for span in spans]


def test_a_writer_stands_for_every_format_that_says_its_text() -> None:
    pictures = {"picture"}
    assert {reader.name for reader in READERS} - pictures == set(WRITERS)


@every
@each
def test_the_same_report_is_read_in_every_format(case: Case, name: str, tmp_path: Path) -> None:
    expected = read_report(open_document(_written(case, "docx", tmp_path)))
    assert {cell: one.printed for cell, one in expected.by_cell.items()} == case.figures
    document = open_document(_written(case, name, tmp_path))
    assert document.origin.format == name
    found = read_report(document)
    assert _facts(found) == _facts(expected)
    assert _prose(found) == _prose(expected)


@every
@each
def test_every_figures_place_leads_to_what_is_printed_there(
    case: Case, name: str, tmp_path: Path
) -> None:
    path = _written(case, name, tmp_path)
    document = open_document(path)
    places = []
    for reading in read_report(document).readings:
        assert reading.place is not None
        assert document.at(reading.place.span) == reading.printed == case.figures[reading.cell]
        cell = _cell_at(document, reading.place.span)
        if cell is not None and reading.printed:
            places.append((cell, reading.printed))
    told = {"pdf": _in_pdf, "ofd": _in_ofd, "xlsx": _in_xlsx, "xls": _in_xls}.get(name)
    if told is not None:
        assert len(places) > 150
        assert list(told(path, places)) == [printed for _, printed in places]


def _cell_at(document: Document, span: Span) -> TableCell | None:
    for block in document.blocks:
        for cell in block.cells if isinstance(block, Table) else ():
            if cell.place.span.start <= span.start and span.end <= cell.place.span.end:
                return cell
    return None


_Places = list[tuple[TableCell, str]]


def _in_xlsx(path: Path, places: _Places) -> Iterator[str]:
    book = load_workbook(path)
    for cell, _ in places:
        assert isinstance(cell.place, SheetCell)
        yield str(book[cell.place.sheet][cell.place.ref].value)


def _in_xls(path: Path, places: _Places) -> Iterator[str]:
    book = xlrd.open_workbook(str(path))
    for cell, _ in places:
        assert isinstance(cell.place, SheetCell)
        place = place_of(cell.place.ref)
        assert place is not None
        stored = book.sheet_by_name(cell.place.sheet).cell_value(*place)
        yield str(int(stored)) if isinstance(stored, float) else str(stored)


def _in_pdf(path: Path, places: _Places) -> Iterator[str]:
    """The text that PDFium itself finds within the boxes."""
    with opened(path.read_bytes()) as file:
        for cell, _ in places:
            box = cell.place
            assert isinstance(box, PageBox)
            with file.page(box.page - 1) as handle:
                height = file.frame(handle).size.height
                text = file.c.FPDFText_LoadPage(handle)
                buffer = (ctypes.c_ushort * 64)()
                sides = (box.x0, height - box.y0, box.x1, height - box.y1)
                count = file.c.FPDFText_GetBoundedText(text, *sides, buffer, 64)
                file.c.FPDFText_ClosePage(text)
            found = bytes(buffer)[: 2 * count].decode("utf-16-le")
            yield "".join(found.split()).strip("\0")


def _in_ofd(path: Path, places: _Places) -> Iterator[str]:
    """The texts that the file puts into the boxes."""
    with ZipFile(BytesIO(path.read_bytes())) as zipped:
        for cell, _ in places:
            box = cell.place
            assert isinstance(box, PageBox)
            root = ElementTree.fromstring(
                zipped.read(f"Doc_0/Pages/Page_{box.page - 1}/Content.xml")
            )
            yield "".join(
                thing[0].text or ""
                for thing in root.iter()
                if thing.tag.endswith("TextObject") and _is_within(thing.get("Boundary", ""), box)
            )


def _is_within(boundary: str, box: PageBox) -> bool:
    x, y, width, height = (float(one) * 72 / 25.4 for one in boundary.split())
    return box.x0 < x + width / 2 < box.x1 and box.y0 < y + height / 2 < box.y1
