"""Styles of Word 97-2003 files, as far as they put paragraphs into lists or hide text.

Structures and numbers are those of Microsoft's open specification [MS-DOC] (STSH, STD).
"""

from __future__ import annotations

import struct
from struct import unpack_from

from reviewer.document.word.properties import HIDE, STYLE, sprms

_LIST, _DEPTH = 0x460B, 0x260A
_NOTHING = 0xFFF
_PARAGRAPHS, _CHARACTERS = 1, 2
_DEEPEST = 20


class Styles:
    """The modifiers of each style, and which one it is based on.

    Args:
        sheet: The style sheet (STSH); what is damaged in it is left out.
    """

    def __init__(self, sheet: bytes) -> None:
        self._groups: dict[int, bytes] = {}
        self._letters: dict[int, bytes] = {}
        self._bases: dict[int, int] = {}
        self._hidden: dict[int, bool] = {}
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

    def hides(self, group: bytes, naming: int) -> bool:
        """Whether the style that a group names hides its text, and the group does not show it.

        Args:
            group: The modifiers of a paragraph or of characters.
            naming: The modifier that names their style.
        """
        stated = dict(sprms(group))
        if naming not in stated or stated.get(HIDE) == b"\0":
            return False
        (style,) = unpack_from("<H", stated[naming])
        if style not in self._hidden:
            self._hidden[style] = self._is_hidden(style)
        return self._hidden[style]

    def _is_hidden(self, style: int) -> bool:
        """Whether a style hides its text, or one that it is based on does."""
        for _ in range(_DEEPEST):
            own = dict(sprms(self._letters.get(style, b""))).get(HIDE)
            if own is not None:
                return own[:1] == b"\x01"
            style = self._bases.get(style, -1)
        return False

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
        (kind,) = unpack_from("<H", style, 2)  # and what it is based on, above the lowest 4 bits
        if kind & 0xF not in {_PARAGRAPHS, _CHARACTERS}:
            return
        (name,) = unpack_from("<H", style, head)
        at = head + 2 + 2 * name + 2
        at += at % 2
        (length,) = unpack_from("<H", style, at)
        self._bases[number] = kind >> 4 if kind >> 4 != _NOTHING else -1
        if kind & 0xF == _PARAGRAPHS:
            self._groups[number] = style[at + 4 : at + 2 + length]
            at += 2 + length + length % 2
            (length,) = unpack_from("<H", style, at) if at + 2 <= len(style) else (0,)
        self._letters[number] = style[at + 2 : at + 2 + length]
