"""Optional layers of PDF pages: whether what stands in one is shown, PDFium does not tell."""

from __future__ import annotations

import ctypes
from typing import Any

_NAME = "OC".encode("utf-16-le")


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
