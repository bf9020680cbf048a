"""What is said of a file whose name promises a format that its content is not."""

from __future__ import annotations

from pathlib import Path

from reviewer.document.readers import READERS, Reader
from reviewer.document.signatures import kind_of
from reviewer.errors import EncodingError, FormatError

_ZIPPED = frozenset({"docx", "xlsx", "ofd"})
_ZIP = b"PK"
_HINT = "请重新下载或复制一次，或向报送单位重新索取；能在原程序中打开的，请在那里另存后再打开。"


def renamed(path: Path, data: bytes, refusal: FormatError | EncodingError) -> FormatError | None:
    """What to say instead of a refusal as text; None if the name promised text, or nothing.

    Args:
        path: The file's, whose suffix promises a format.
        data: Its bytes, which no reader of a format took for its own.
        refusal: Why they are no text either.
    """
    reader = _promised(path)
    if reader is None or reader.name == "txt":
        return None
    named = f"文件后缀是 {path.suffix.lower()}"
    detail = f"{refusal.message} {data[:16].hex(' ')}"
    if not any(data):
        return FormatError(f"{named}，内容却全是空字节，没有下载完整或已损坏。", _HINT, detail)
    if data.startswith(_ZIP) and reader.name in _ZIPPED:
        return FormatError(f"{named}，内容却不完整，已损坏或没有下载完整。", _HINT, detail)
    kind = kind_of(data)
    content = f"是{kind}" if kind else "无法识别，可能已损坏、加密或没有下载完整"
    return FormatError(f"{named}，但不是“{reader.title}”，内容{content}。", _HINT, detail)


def _promised(path: Path) -> Reader | None:
    suffix = path.suffix.lower()
    return next((one for one in READERS if suffix in one.suffixes), None)
