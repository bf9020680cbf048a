"""Refuses PDF files whose streams expand to more than a report can have, before PDFium does that.

PDFium expands a stream as a whole: a page of a few hundred kilobytes may fill the memory.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from reviewer.errors import TooLargeError

_LIMIT = 64 * 1024 * 1024
"""Bytes of one stream that is no picture: a report's fonts and pages have a few of them at most."""

_HIGHEST_RATIO = 1032
"""Times its size: to so much can the method expand a stream (zlib's documentation)."""

_STREAM = re.compile(rb">>\s{0,8}stream\r?\n")
_DICTIONARY = 400
"""Bytes before a stream's beginning in which its dictionary says what it is."""

_PICTURE = re.compile(rb"/Subtype\s{0,8}/Image\b")
_STEP = 1024 * 1024


def refuse_if_expanding(data: bytes) -> None:
    """Stop before a file fills the memory.

    Raises:
        TooLargeError: A stream expands to more than a report has.
    """
    if any(_expands(data, start, end) for start, end in _streams(data)):
        raise TooLargeError(
            "文件解压后过大，不像一份年度报告。",
            "请确认文件来源可靠；如确是报告，请复制正文后粘贴打开。",
        )


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """The streams that are long enough to expand beyond the limit, but for pictures."""
    for found in _STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        end = end if end >= 0 else len(data)
        if end - found.end() < _LIMIT // _HIGHEST_RATIO:
            continue
        if not _PICTURE.search(data, max(found.start() - _DICTIONARY, 0), found.start()):
            yield found.end(), end


def _expands(data: bytes, start: int, end: int) -> bool:
    """Whether a stream expands beyond the limit; not if it is not compressed by this method."""
    machine, rest, length = zlib.decompressobj(), data[start:end], 0
    try:
        while rest and not machine.eof and length <= _LIMIT:
            length += len(machine.decompress(rest, _STEP))
            rest = machine.unconsumed_tail
    except zlib.error:
        pass
    return length > _LIMIT
