"""Word 97-2003 files (doc), and Kingsoft's wps, which are built the same way."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

from reviewer.document.composing import compose
from reviewer.document.model import Document, Origin
from reviewer.document.word.body import Body
from reviewer.document.word.pieces import Head, head_of, text_of
from reviewer.document.word.properties import runs_of
from reviewer.errors import FormatError

_MARK = b"\xd0\xcf\x11\xe0"
_SECTOR = 512
_WORD_97 = 0xC1
_MAGIC = 0xA5EC
DAMAGE: tuple[type[Exception], ...] = (
    IndexError, KeyError, AttributeError, TypeError, ValueError, OverflowError, RecursionError,
    MemoryError, OSError, struct.error,
)  # fmt: skip
"""What reading raises where a file does not hold what it says."""

_DAMAGED = "文件已损坏，无法读取其中的文字。"
_DAMAGED_HINT = "请用 Word 或 WPS 打开并另存为 docx 文件，再打开；打不开时请向报送单位重新索取。"
_SAVE_HINT = "请用 Word 或 WPS 打开该文件，另存为 docx 文件后再打开。"
_PASSWORD_HINT = "请在 Word 或 WPS 中输入密码打开，取消密码后另存，再打开。"
_OTHERS = (
    ("EncryptedPackage", "这个文件设有打开密码，不能读取。", _PASSWORD_HINT),
    ("Workbook", "这是旧版表格文件（xls、et），不能直接打开。", "请另存为 xlsx 文件后再打开。"),
    ("Book", "这是旧版表格文件（xls），不能直接打开。", "请另存为 xlsx 文件后再打开。"),
    ("PowerPoint Document", "这是演示文稿，不是年度报告文档。", "请确认选对了文件。"),
    ("MatOST", "这是 Microsoft Works 的 wps 文件，不能直接打开。", _SAVE_HINT),
    ("CONTENTS", "这是 Microsoft Works 的 wps 文件，不能直接打开。", _SAVE_HINT),
)


def accepts(data: bytes) -> bool:
    """Every compound (OLE2) file: which of them hold no Word text, ``read`` says."""
    return data.startswith(_MARK)


def read(data: bytes, origin: Origin, progress: Callable[[str, float], None]) -> Document:
    """Read a Word 97-2003 file.

    Raises:
        EmptyError: It holds no text.
        FormatError: It is damaged, encrypted, older, or another program's.
    """
    try:
        streams = _streams(data)
        head = _readable_head(streams)
        body = _body(head, streams)
        progress("正在读取表格", 0.5)
        return compose(body.items(), origin, body.warnings())
    except DAMAGE as error:
        raise FormatError(_DAMAGED, _DAMAGED_HINT, repr(error)) from error


def _streams(data: bytes) -> dict[str, bytes]:
    """The streams that hold text and properties; a last sector that was cut off is filled up."""
    import olefile

    padded = data + b"\0" * (-len(data) % _SECTOR)
    with olefile.OleFileIO(io.BytesIO(padded)) as file:
        if not file.exists("WordDocument"):
            raise _other_program(file.exists)
        names = ("WordDocument", "0Table", "1Table", "Data")
        return {name: file.openstream(name).read() for name in names if file.exists(name)}


def _other_program(exists: Callable[[str], bool]) -> FormatError:
    for name, message, hint in _OTHERS:
        if exists(name):
            return FormatError(message, hint)
    return FormatError("文件中没有 Word 文档的内容。", _SAVE_HINT)


def _readable_head(streams: dict[str, bytes]) -> Head:
    head = head_of(streams["WordDocument"])
    if head.encrypted:
        raise FormatError("这个文件设有打开密码，不能读取。", _PASSWORD_HINT)
    if head.magic != _MAGIC or head.version < _WORD_97:
        raise FormatError("这是 Word 97 以前的文件，格式过旧，不能直接打开。", _SAVE_HINT)
    return head


def _body(head: Head, streams: dict[str, bytes]) -> Body:
    stream, table = streams["WordDocument"], streams[head.table_name]

    def part(pair: tuple[int, int]) -> bytes:
        return table[pair[0] : pair[0] + pair[1]]

    return Body(
        text=text_of(stream, part(head.pieces)),
        stories=head.stories,
        paragraphs=runs_of(part(head.paragraph_runs), stream, paragraphs=True),
        characters=runs_of(part(head.character_runs), stream, paragraphs=False),
        data=streams.get("Data", b""),
    )
