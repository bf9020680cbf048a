"""The encoding of a page: what a page declares is only a hint, declarations lie."""

from __future__ import annotations

import re

from reviewer.document import encodings

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,20})""", re.I)
_HEAD = 8192
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def decode(data: bytes, stated: str = "", chosen: str | None = None) -> encodings.Decoded:
    """A page's bytes to text.

    Byte order mark, then strict UTF-8, then whichever of the declared encoding and GB18030 decodes
    and gives more of the characters that every report is full of.

    Args:
        data: The page.
        stated: An encoding named outside it, in a web archive's part.
        chosen: The reviewer's choice, which goes before all others.

    Raises:
        EncodingError: No encoding gives readable text.
    """
    if chosen:
        return encodings.decode_as(data, chosen)
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, errors="replace"), wide, ()
    plain = encodings.is_marked(data) or _decoded(data, "utf-8") is not None
    attempts = [] if plain else _attempts(data, stated)
    if not attempts:
        return encodings.decode(data)
    decoded, name = max(attempts, key=lambda attempt: encodings.usual_characters(attempt[0]))
    return decoded, name, ()


def _without_mark(data: bytes) -> str:
    """UTF-16 that no mark announces, seen by the tags."""
    head = data[:_HEAD]
    if head.startswith(b"<\x00") and head.count(b"<\x00") > 2:
        return "utf-16-le"
    if head.startswith(b"\x00<") and head.count(b"\x00<") > 2:
        return "utf-16-be"
    return ""


def _attempts(data: bytes, stated: str) -> list[tuple[str, str]]:
    """Text and encoding wherever a declared encoding, or GB18030, decodes every byte."""
    declared = [match[1].decode("ascii") for match in _DECLARED.finditer(data[:_HEAD])]
    names = [stated, *declared] if stated else declared
    known = [_SUPERSETS.get(name.lower(), name.lower()) for name in names]
    tried = ((_decoded(data, name), name) for name in dict.fromkeys([*known, "gb18030"]))
    return [(decoded, name) for decoded, name in tried if decoded is not None]


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, ValueError):  # no such encoding, or one that is not for text
        return None
