"""Optional layers of PDF pages: whether what stands in one is shown, PDFium does not tell."""

from __future__ import annotations

import ctypes
import re
from typing import Any

_NAME = "OC".encode("utf-16-le")
_STATED = re.compile(rb"/OC\s*\d+\s+\d+\s+R")


def is_optional(c: Any, thing: Any) -> bool:
    """Whether an object is marked as content of a layer that may be switched off.

    Args:
        c: PDFium's functions.
        thing: The object's handle.
    """
    for number in range(c.FPDFPageObj_CountMarks(thing)):
        mark = c.FPDFPageObj_GetMark(thing, number)
        name = (ctypes.c_ushort * 3)()
        length = ctypes.c_ulong()
        told = c.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), ctypes.byref(length))
        if told and bytes(name)[: len(_NAME)] == _NAME and length.value == ctypes.sizeof(name):
            return True
    return False


def has_optional_objects(data: bytes) -> bool:
    """Whether whole objects of a file (forms, pictures, remarks) may be switched off.

    What their dictionaries say is never packed, and no function of PDFium tells it.
    """
    return _STATED.search(data) is not None
