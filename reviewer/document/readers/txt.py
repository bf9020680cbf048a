"""Plain text, and the raw text of Word documents with its marks for cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.document.encodings import decode, decode_as, is_marked, is_wide
from reviewer.document.limits import refuse_if_long
from reviewer.document.model import Document, Origin, Paragraph, Span, TextPlace
from reviewer.document.signatures import is_archive, is_gif, is_open_document
from reviewer.errors import EmptyError, ForeignError, FormatError
from reviewer.progress import Progress

_MARKUP = re.compile(rb"\s*<(?:!doctype|\?xml)", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CELL_END = "\x07"
"""What ends cells and rows in the raw text of a Word document."""

_ROW_END = re.compile(
    f"(?<=[0-9０-９/／—–无件条元-]){_CELL_END}{{2}}(?=\n|{_CELL_END}*(?:[（(]|[^\\W\\d无]|\\d+[.．、]))"
)
"""Behind a row's last figure: the end of its cell and its own, with the next label behind."""

_LINE_BROKEN = re.compile(rf"(?<=\d)\n(?=[\d.．]+{_CELL_END})")
_LAST_CELL_END = re.compile(f"{_CELL_END}(?=\n|$)")
_LEAST_CELLS = 20
_LINE_ENDS = re.compile(r"\r\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
_PADDING = re.compile(rb"\x00+(?=[\r\n]|\Z)")
"""What old programs fill the places of their lines up with."""
_PASTE_HINT = "请在原程序中打开，全选复制后，用“粘贴报告文本”打开。"


def accepts(data: bytes) -> bool:
    """Text is what is left when nothing else fits: the reader itself refuses what is not text."""
    return True


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """Decode bytes to a document, in the encoding that the origin names or the one that fits.

    Raises:
        EmptyError: Nothing but white space.
        FormatError: Another file format, or binary data.
        EncodingError: No encoding fits.
        TooLargeError: It is longer than reports are.
    """
    data = _unfilled(data)
    _refuse_other_formats(data, chosen=bool(origin.encoding))
    progress("正在识别编码", 0.2)
    decoded, encoding, warnings = (
        decode_as(data, origin.encoding) if origin.encoding else decode(data)
    )
    return from_text(decoded, origin.model_copy(update={"encoding": encoding}), warnings)


def from_text(decoded: str, origin: Origin, warnings: tuple[str, ...] = ()) -> Document:
    """A document of text that is already decoded (a file's, or the clipboard's)."""
    canonical = _LINE_ENDS.sub("\n", decoded)
    if canonical.count(_CELL_END) >= _LEAST_CELLS:
        canonical = _with_tabs(canonical)
    if not canonical.strip("\ufeff\u200b \t\n\u3000\u00a0"):
        raise EmptyError("里面没有任何文字。", "请确认选对了报告，或重新导出、复制后再打开。")
    if len(_CONTROL.findall(canonical)) > max(8, len(canonical) // 200):
        raise FormatError("这不是文本。", _PASTE_HINT)
    refuse_if_long(canonical)
    return Document(
        origin=origin, text=canonical, blocks=tuple(_paragraphs(canonical)), warnings=warnings
    )


def _with_tabs(text: str) -> str:
    """Text with tabs between its cells and a line for each row, instead of marks behind them."""
    text = _LINE_BROKEN.sub(" ", text)
    if len(_LAST_CELL_END.findall(text)) < _LEAST_CELLS:
        text = _ROW_END.sub(" \n", text)
    return _LAST_CELL_END.sub(" ", text).replace(_CELL_END, "\t")


def _unfilled(data: bytes) -> bytes:
    """A text without what its lines are filled up with; anything else as it is."""
    if b"\x00" not in data or is_marked(data) or is_wide(data):
        return data
    bare = _PADDING.sub(b"", data)
    return bare if bare and b"\x00" not in bare else data


def _refuse_other_formats(data: bytes, *, chosen: bool) -> None:
    if is_open_document(data):
        raise ForeignError(
            "这是 OpenDocument 文件（如 odt、ods），不能直接打开。",
            "请在能打开它的程序中另存为 docx 或 xlsx 后再打开。",
        )
    if is_archive(data):
        raise ForeignError(
            "这是压缩文件，不能直接打开。", "请先解压，再打开解压出来的报告或整个文件夹。"
        )
    if is_gif(data):
        raise ForeignError("这是 GIF 图片，不能直接打开。", "请另存为 PNG 图片或 PDF 后再打开。")
    if _MARKUP.match(data[:4096]):
        raise ForeignError("这是 XML 文件，本版本尚不能直接打开。", _PASTE_HINT)
    binary = b"\x00" in data[:4096] and not is_marked(data) and not is_wide(data)
    if binary and not chosen:
        raise FormatError("这不是文本文件，而是二进制文件。", _PASTE_HINT)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            span = Span(start=start, end=start + len(line))
            yield Paragraph(place=TextPlace(span=span))
        start += len(line) + 1
