"""What stands on a PDF page above its content: text boxes and strokes of remarks, filled forms."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref
from typing import Any

from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.pdf.engine import PdfFile

_MOST = 2_000
"""Most remarks and fields of a page; a form's page has some hundred fields."""

_HIDDEN = 1 << 1 | 1 << 5
"""Flags of remarks that are not shown."""


def remarks_on(file: PdfFile, page: Any, frame: Frame) -> Iterator[Rectangle]:
    """Where remarks and fields that show or strike out something stand on a page."""
    c = file.c
    telling = {
        c.FPDF_ANNOT_FREETEXT,
        c.FPDF_ANNOT_INK,
        c.FPDF_ANNOT_LINE,
        c.FPDF_ANNOT_REDACT,
        c.FPDF_ANNOT_SQUARE,
        c.FPDF_ANNOT_STAMP,
        c.FPDF_ANNOT_STRIKEOUT,
        c.FPDF_ANNOT_WIDGET,
    }
    rect = c.FS_RECTF()
    for index in range(min(c.FPDFPage_GetAnnotCount(page), _MOST)):
        remark = c.FPDFPage_GetAnnot(page, index)
        if not remark:
            continue
        try:
            is_shown = not c.FPDFAnnot_GetFlags(remark) & _HIDDEN
            tells = c.FPDFAnnot_GetSubtype(remark) in telling
            if tells and is_shown and c.FPDFAnnot_GetRect(remark, byref(rect)):
                yield frame.shown(rect.left, rect.bottom, rect.right, rect.top)
        finally:
            c.FPDFPage_CloseAnnot(remark)
