"""One report written in every format that says its text."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.document.composing import Grid
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import Layout, layout_of
from tests.document.ofd_writer import OfdPage, write_ofd
from tests.document.pdf_pages import Look, Press
from tests.document.pdf_writer import Page
from tests.document.same import Case
from tests.writers.docx import body_of, docx
from tests.writers.markup import archive, barred, page
from tests.writers.rtf import rtf
from tests.writers.xlsx import bytes_of, sheets_of


def pages_of(case: Case, paper: type[Page]) -> list[Page]:
    """A report printed on pages."""
    press = Press(case.form_id, case.figures, Look(cut=True), paper)
    tables = iter(form_of(case.form_id).tables[-1:] if case.short else form_of(case.form_id).tables)
    for item in case.items:
        if isinstance(item, Grid):
            press.table(_worded(layout_of(form_of(case.form_id), next(tables).key), item))
        else:
            press.paragraph(item, indent=0)
    return press.pages


def _worded(layout: Layout, grid: Grid) -> Layout:
    """The layout with the labels that the report prints."""
    cells = zip(layout.cells, grid.cells, strict=True)
    worded = tuple(
        one if one.cell else one.model_copy(update={"text": said.text}) for one, said in cells
    )
    return layout.model_copy(update={"cells": worded})


def _saved(suffix: str) -> Callable[[Case], bytes]:
    return lambda case: case.fixture(suffix).read_bytes()


WRITERS: dict[str, Callable[[Case], bytes]] = {
    "docx": lambda case: docx(body_of(case.items)),
    "xlsx": lambda case: bytes_of(sheets_of(case.items, apart=case.noted)),
    "xls": _saved(".xls"),
    "doc": _saved(".doc"),
    "rtf": lambda case: rtf(case.items),
    "pdf": _saved(".pdf"),
    "ofd": lambda case: write_ofd(pages_of(case, OfdPage)),
    "mht": lambda case: archive(case.items),
    "html": lambda case: page(case.items).encode(),
    "txt": lambda case: barred(case.items).encode("gb18030"),
}
