"""Clip paths: what of a text is cut off and cannot be seen."""

from __future__ import annotations

import ctypes
from typing import Any

from reviewer.document.geometry.frames import Frame, Rectangle

_MOST_SEGMENTS = 100
"""Of a clip path; one of more is no rectangle, and is not looked at."""


class Clips:
    """The clip paths of a page's text objects, each looked at once."""

    def __init__(self, c: Any, frame: Frame) -> None:
        self._c = c
        self._frame = frame
        self._known: dict[int, Rectangle | None] = {}

    def shows(self, text_page: Any, index: int, box: Rectangle) -> bool:
        """Whether the middle of a character is within what its object shows."""
        thing = self._c.FPDFText_GetTextObject(text_page, index)
        if not thing:
            return True
        address = ctypes.addressof(thing.contents)
        if address not in self._known:
            self._known[address] = self._clip(thing)
        clip = self._known[address]
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return clip is None or (clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3])

    def _clip(self, thing: Any) -> Rectangle | None:
        """What all clip paths of an object let through, if they are rectangles."""
        clip = self._c.FPDFPageObj_GetClipPath(thing)
        boxes = [
            box
            for number in range(max(0, self._c.FPDFClipPath_CountPaths(clip)))
            if (box := self._box(clip, number)) is not None
        ]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return max(lefts), max(tops), min(rights), min(bottoms)

    def _box(self, clip: Any, number: int) -> Rectangle | None:
        count = self._c.FPDFClipPath_CountPathSegments(clip, number)
        if not 3 <= count <= _MOST_SEGMENTS:
            return None
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for index in range(count):
            segment = self._c.FPDFClipPath_GetPathSegment(clip, number, index)
            if self._c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                points.append(self._frame.point(x.value, y.value))
        if not points:
            return None
        xs, ys = zip(*points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)
