"""Tables on pictures that stand among a document's text, as a file that has no pages holds them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from types import TracebackType

from reviewer.document.composing import Grid
from reviewer.document.geometry.flow import items_of
from reviewer.document.pictures.pages import PicturePage, settled
from reviewer.document.pictures.recogniser import Recogniser, is_available
from reviewer.document.pictures.sight import Sight
from reviewer.errors import FormatError

_LEAST = 6_000
"""Pictures of fewer bytes are ornaments and signs."""

_MOST = 20
"""At most this many pictures of a file are looked at."""

_RASTERS = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*", b"GIF8", b"RIFF")


class EmbeddedPictures:
    """Looks at pictures if the extra is installed; its process starts with the first one.

    Args:
        tick: Called several times a second; may raise Cancelled.

    Attributes:
        found: How many tables were found on pictures.
    """

    def __init__(self, tick: Callable[[], None]) -> None:
        self._tick = tick
        self._stack = ExitStack()
        self._eye: Recogniser | None = None
        self._seen = 0
        self.found = 0

    def tables(self, picture: bytes | None) -> list[Grid]:
        """The tables on a picture; none on a photograph, or without the extra."""
        if picture is None or len(picture) < _LEAST or not picture.startswith(_RASTERS):
            return []
        if self._seen >= _MOST or not is_available():
            return []
        self._seen += 1
        try:
            if self._eye is None:
                self._eye = self._stack.enter_context(Recogniser())
            sights = self._eye.look(picture, self._tick)
        except FormatError:
            return []  # a format that is no raster, or damage: the picture stays a picture
        grids = [grid for sight in sights for grid in _grids(sight)]
        self.found += len(grids)
        return grids

    def __enter__(self) -> EmbeddedPictures:
        """Nothing starts yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process, if it was started."""
        self._stack.close()


def _grids(sight: Sight) -> list[Grid]:
    page = PicturePage(1, sight)
    items = settled(items_of([page.content()]), [page])
    return [
        replace(item, cells=tuple(replace(cell, box=None) for cell in item.cells))
        for item in items
        if isinstance(item, Grid)
    ]
