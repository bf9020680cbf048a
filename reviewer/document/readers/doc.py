"""Word 97-2003 files (doc), and Kingsoft's wps, which are built the same way."""

from __future__ import annotations

from reviewer.document.composing import compose
from reviewer.document.compound import DAMAGE, held, is_compound, streams
from reviewer.document.model import Document, Origin
from reviewer.document.word.body import Body
from reviewer.document.word.boxes import boxes_of
from reviewer.document.word.lists import Lists
from reviewer.document.word.pieces import Head, head_of, text_of
from reviewer.document.word.properties import runs_of
from reviewer.document.word.styles import Styles
from reviewer.errors import ForeignError, FormatError
from reviewer.progress import Progress

_WORD_97 = 0xC1
_MAGIC = 0xA5EC
_STREAMS = ("WordDocument", "0Table", "1Table", "Data")
_DAMAGED = "文件已损坏，无法读取其中的文字。"
_DAMAGED_HINT = "请用 Word 或 WPS 打开并另存为 docx 文件，再打开；打不开时请向报送单位重新索取。"
_SAVE_HINT = "请用 Word 或 WPS 打开该文件，另存为 docx 文件后再打开。"
_PASSWORD_HINT = "请在 Word 或 WPS 中输入密码打开，取消密码后另存，再打开。"
_WORKS = "这是 Microsoft Works 的 wps 文件，不能直接打开。"
_OTHERS: tuple[tuple[str, type[FormatError], str, str], ...] = (
    ("EncryptedPackage", FormatError, "这个文件设有打开密码，不能读取。", _PASSWORD_HINT),
    ("PowerPoint Document", FormatError, "这是演示文稿，不是年度报告文档。", "请确认选对了文件。"),
    ("MatOST", ForeignError, _WORKS, _SAVE_HINT),
    ("CONTENTS", ForeignError, _WORKS, _SAVE_HINT),
)


def accepts(data: bytes) -> bool:
    """Every compound (OLE2) file: which of them hold no Word text, ``read`` says."""
    return is_compound(data)


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """Read a Word 97-2003 file.

    Raises:
        EmptyError: It holds no text.
        FormatError: It is damaged, encrypted, older, or another program's.
    """
    try:
        found = streams(data, _STREAMS)
        if "WordDocument" not in found:
            raise _other_program(data)
        head = _readable_head(found["WordDocument"])
        body = _body(head, found)
        progress("正在读取表格", 0.5)
        return compose(body.items(), origin, body.warnings())
    except DAMAGE as error:
        raise ForeignError(_DAMAGED, _DAMAGED_HINT, repr(error)) from error


def _other_program(data: bytes) -> FormatError:
    there = held(data, [name for name, *_ in _OTHERS])
    for name, kind, message, hint in _OTHERS:
        if name in there:
            return kind(message, hint)
    return ForeignError("文件中没有 Word 文档的内容。", _SAVE_HINT)


def _readable_head(stream: bytes) -> Head:
    head = head_of(stream)
    if head.encrypted:
        raise FormatError("这个文件设有打开密码，不能读取。", _PASSWORD_HINT)
    if head.magic != _MAGIC or head.version < _WORD_97:
        raise ForeignError("这是 Word 97 以前的文件，格式过旧，不能直接打开。", _SAVE_HINT)
    return head


def _body(head: Head, found: dict[str, bytes]) -> Body:
    stream, table = found["WordDocument"], found[head.table_name]

    def part(pair: tuple[int, int]) -> bytes:
        return table[pair[0] : pair[0] + pair[1]]

    styles = Styles(part(head.styles))
    return Body(
        text=text_of(stream, part(head.pieces)),
        stories=head.stories,
        paragraphs=runs_of(part(head.paragraph_runs), stream, paragraphs=True),
        characters=runs_of(part(head.character_runs), stream, paragraphs=False),
        data=found.get("Data", b""),
        lists=Lists(table, head.lists, head.overrides, styles),
        styles=styles,
        boxes=boxes_of(part(head.shapes), part(head.boxes)),
    )
