"""The tokens of an RTF file, and its characters in whatever code page they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.document.looks import counted
from reviewer.document.word.utf16 import readable

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
)
_CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5"}
_CHINESE = 134
_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5", 54936: "gb18030", 65001: "utf-8"}


class Token(NamedTuple):
    """A control word with its number, a control symbol, a brace, or characters.

    Attributes:
        kind: ``word``, ``symbol``, ``brace`` or ``text`` (hexadecimal ones included).
        value: The word's, symbol's or brace's letters, or the bytes.
    """

    kind: str
    value: bytes
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """Each token; binary data is jumped over."""
    behind = 0
    for found in _TOKEN.finditer(data):
        if found.start() < behind:
            continue
        kind = found.lastgroup or ""
        value = found[kind]
        if kind == "number":
            word = found["word"]
            if word == b"bin":
                behind = found.end() + max(0, int(value))
            yield Token("word", word, int(value))
        elif kind == "hex":
            yield Token("text", bytes((int(value, 16),)))
        else:
            yield Token(kind, value)


@dataclass
class Encodings:
    """What a file says of its code pages.

    Attributes:
        page: The encoding that the file names (``ansicpg``).
        fonts: The number of each font and its charset.
    """

    page: str = "gb18030"
    fonts: dict[int, int] = field(default_factory=dict)

    def use_page(self, number: int) -> None:
        """The file's code page; single-byte ones stand for cp1252."""
        self.page = _PAGES.get(number, "cp1252")

    def of(self, font: int | None) -> str:
        """A font's encoding: Chinese where a file of a western page has any Chinese font."""
        stated = _CHARSETS.get(self.fonts.get(font, 0)) if font is not None else None
        if stated is None and self.page == "cp1252" and _CHINESE in self.fonts.values():
            return "gb18030"
        return stated or self.page

    def decode(self, raw: bytes, encoding: str) -> str:
        """Text of bytes; what fits no Chinese encoding may be western."""
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            other = "cp1252" if self.page == "cp1252" else encoding
            return raw.decode(other, errors="replace")


class Decoder:
    """Puts bytes and Unicode numbers together to text.

    Bytes are kept until something else follows, as the halves of a Chinese character come one by
    one.
    """

    def __init__(self, encodings: Encodings | None = None) -> None:
        self.encodings = encodings or Encodings()
        self._bytes = bytearray()
        self._encoding = ""
        self._look = ""
        self._text: list[tuple[str, str]] = []

    def looks(self, look: str) -> None:
        """What the look of the text that follows says against it."""
        if look != self._look:
            self._flush()
            self._look = look

    def raw(self, raw: bytes, font: int | None) -> None:
        """Characters in the encoding of a font."""
        encoding = self.encodings.of(font)
        if encoding != self._encoding:
            self._flush()
            self._encoding = encoding
        self._bytes += raw

    def number(self, code: int) -> None:
        """A UTF-16 unit."""
        self._flush()
        self._text.append((chr(code & 0xFFFF), self._look))

    def text(self, text: str) -> None:
        """Text that does not come from the file's characters."""
        self._flush()
        self._text.append((text, self._look))

    def take(self) -> str:
        """The text that has come since the last call."""
        self._flush()
        text = "".join(text for text, _ in self._text)
        self._text.clear()
        return readable(text)

    def take_counted(self) -> tuple[str, str]:
        """What of it counts in a cell, and why that may not be relied on."""
        self._flush()
        text, doubt = counted(self._text)
        self._text.clear()
        return readable(text), doubt

    def _flush(self) -> None:
        if self._bytes:
            text = self.encodings.decode(bytes(self._bytes), self._encoding)
            self._text.append((text, self._look))
            self._bytes.clear()
