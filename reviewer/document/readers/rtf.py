"""Rich Text Format, which often comes under the name of doc."""

from __future__ import annotations

from reviewer.document.composing import compose
from reviewer.document.model import Document, Origin
from reviewer.document.word.flow import PICTURES_UNREAD, TRACKED
from reviewer.document.word.rtf_text import Reading
from reviewer.document.word.rtf_tokens import tokens
from reviewer.progress import Progress

_MARK = b"{\\rtf"
_LEAD = b"\xef\xbb\xbf \t\r\n"


def accepts(data: bytes) -> bool:
    """Whether the file begins as RTF does."""
    return data[:64].lstrip(_LEAD).startswith(_MARK)


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """Read an RTF file.

    Raises:
        EmptyError: It holds no text.
        FormatError: It is damaged beyond reading.
    """
    reading = Reading()
    reading.read(tokens(data), lambda: progress("正在读取文字和表格", 0.3))
    told = ((reading.tracked, TRACKED), (reading.pictured, PICTURES_UNREAD))
    items = reading.items()
    return compose(items, origin, [message for is_so, message in told if is_so])
