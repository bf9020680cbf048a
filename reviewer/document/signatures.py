"""What files are that no reader takes, told by the bytes that they begin with."""

from __future__ import annotations

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_GIF = b"GIF8"
_OPEN = b"mimetypeapplication/vnd.oasis.opendocument"
"""Such a package begins with a part, not compressed, that says what it is."""
_HEAD = 256
_OTHERS = (
    (_GIF, "图片"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
    (b"ID3", "录音"),
    (b"SQLite format 3", "数据库"),
    (b"%!PS", "打印文件"),
    (b"<?xml", "XML 文件"),
)


def is_archive(data: bytes) -> bool:
    """Whether other files are packed in it, as in what office programs write."""
    return data.startswith(_ARCHIVES)


def is_open_document(data: bytes) -> bool:
    """Whether an office program wrote it that keeps its documents as OpenDocument."""
    return data.startswith(_ARCHIVES) and _OPEN in data[:_HEAD]


def is_gif(data: bytes) -> bool:
    """Whether it is a picture of a kind that holds no pages and no photographs."""
    return data.startswith(_GIF)


def kind_of(data: bytes) -> str:
    """What it is, in a word; empty if that is not known."""
    if is_archive(data):
        return "压缩文件"
    return next((name for mark, name in _OTHERS if data.startswith(mark)), "")
