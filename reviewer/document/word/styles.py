"""Paragraph styles of Word 97-2003 files, as far as they put paragraphs into lists.

Structures and numbers are those of Microsoft's open specification [MS-DOC] (STSH, STD).
"""

from __future__ import annotations

import struct
from struct import unpack_from

from reviewer.document.word.properties import STYLE, sprms

_LIST, _DEPTH = 0x460B, 0x260A
_NOTHING = 0xFFF
_PARAGRAPHS = 1
_DEEPEST = 20


class Styles:
    """The modifiers of each paragraph style, and which one it is based on.

    Args:
        sheet: The style sheet (STSH); what is damaged in it is left out.
    """

    def __init__(self, sheet: bytes) -> None:
        self._groups: dict[int, bytes] = {}
        self._bases: dict[int, int] = {}
        try:
            self._read(sheet)
        except (struct.error, IndexError):
            return

    def list_of(self, group: bytes) -> tuple[int, int]:
        """The list (from 1; 0 for none) and depth that a paragraph has, or its style."""
        instance: int | None = None
        depth: int | None = None
        style = 0
        for code, operand in sprms(group):
            if code == STYLE:
                (style,) = unpack_from("<H", operand)
        for one in (group, *self._chain(style)):
            values = dict(sprms(one))
            if depth is None and _DEPTH in values:
                depth = values[_DEPTH][0]
            if _LIST in values:
                (instance,) = unpack_from("<h", values[_LIST])
                break
        return instance or 0, depth or 0

    def _chain(self, style: int) -> list[bytes]:
        """The modifiers of a style and of those that it is based on."""
        groups: list[bytes] = []
        while style in self._groups and len(groups) < _DEEPEST:
            groups.append(self._groups[style])
            style = self._bases[style]
        return groups

    def _read(self, sheet: bytes) -> None:
        (size,) = unpack_from("<H", sheet, 0)
        count, head = unpack_from("<HH", sheet, 2)
        at = 2 + size
        for number in range(count):
            (length,) = unpack_from("<H", sheet, at)
            style = sheet[at + 2 : at + 2 + length]
            at += 2 + length + length % 2
            if length:
                self._style(number, style, head)

    def _style(self, number: int, style: bytes, head: int) -> None:
        (kind,) = unpack_from("<H", style, 2)
        if kind & 0xF != _PARAGRAPHS:
            return
        (name,) = unpack_from("<H", style, head)
        at = head + 2 + 2 * name + 2
        at += at % 2
        (length,) = unpack_from("<H", style, at)
        self._groups[number] = style[at + 4 : at + 2 + length]
        self._bases[number] = kind >> 4 if kind >> 4 != _NOTHING else -1
