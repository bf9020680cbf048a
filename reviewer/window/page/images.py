"""Pictures of the pages in sight: drawn in the background, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reviewer.document.model import Origin
from reviewer.errors import OpenError, ReviewerError
from reviewer.progress import Progress
from reviewer.window.desk.tasks import Worker

if TYPE_CHECKING:
    from reviewer.document.raster import PageFile, Raster

MOST_BYTES = 64 * 1024 * 1024
"""Most bytes of pictures out of sight: some fifteen pages of usual size."""


class DrawnFile:
    """The file that a document was read from, opened at the first picture; for one thread."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._pages: PageFile | None = None

    def image(self, page: int, scale: float, _: Progress) -> Raster | OpenError:
        """A page at a scale in pixels a point; what is wrong with this page alone.

        Raises:
            OpenError: The file is gone, has changed, or cannot be opened.
        """
        if self._pages is None:
            from reviewer.document.rendering import open_pages

            self._pages = open_pages(Path(self._origin.path), self._origin.sha256)
        try:
            return self._pages.image(page, scale)
        except OpenError as error:
            return error

    def close(self) -> None:
        """Let go of the file."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None


@dataclass(frozen=True)
class _Kept:
    """A picture, the bytes that it shows, and the scale it was drawn for."""

    image: QImage
    raster: Raster
    scale: float

    @property
    def size(self) -> int:
        return len(self.raster.data)


class PageImages(QObject):
    """Pictures of one document's pages.

    The pages wanted are drawn one after the other, the first one first; what is no longer
    wanted when its turn comes is not drawn.

    Attributes:
        drawn: The number of a page whose picture has come, or that cannot be drawn.
        failed: The ReviewerError for which there will be no pictures at all.
    """

    drawn = Signal(int)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._file: DrawnFile | None = None
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self._errors: dict[int, OpenError] = {}
        self._wanted: Sequence[int] = ()
        self._scale = 1.0
        self._waits = False

    def show(self, origin: Origin | None) -> None:
        """Take the pages of another file, or of none."""
        if self._file is not None:
            self._worker.prepare(self._file.close)
        self._file = DrawnFile(origin) if origin is not None else None
        self._kept.clear()
        self._errors.clear()
        self._wanted = ()
        self._waits = False

    def want(self, pages: Sequence[int], scale: float) -> None:
        """Say which pages are in sight, or will be soon, and how many pixels a point has."""
        self._wanted = pages
        self._scale = scale
        for page in reversed(pages):
            if page in self._kept:
                self._kept.move_to_end(page)
        self._forget_oldest()
        self._fetch()

    def image(self, page: int) -> QImage | None:
        """The picture of a page at whatever scale it was drawn last."""
        kept = self._kept.get(page)
        return kept.image if kept is not None else None

    def is_sharp(self, page: int) -> bool:
        """Whether the picture of a page was drawn for the scale wanted."""
        kept = self._kept.get(page)
        return kept is not None and kept.scale == self._scale

    def error(self, page: int) -> OpenError | None:
        """Why a page has no picture."""
        return self._errors.get(page)

    @property
    def bytes_kept(self) -> int:
        """Bytes of all pictures kept."""
        return sum(kept.size for kept in self._kept.values())

    def _fetch(self) -> None:
        if self._file is None or self._waits:
            return
        missing = (
            page for page in self._wanted if page not in self._errors and not self.is_sharp(page)
        )
        page = next(missing, None)
        if page is not None:
            self._waits = True
            file, scale = self._file, self._scale
            done = partial(self._take, file, page, scale)
            self._worker.fetch(partial(file.image, page, scale), done, partial(self._fail, file))

    def _take(self, file: DrawnFile, page: int, scale: float, drawn: Raster | OpenError) -> None:
        if file is not self._file:
            return
        self._waits = False
        if isinstance(drawn, OpenError):
            self._errors[page] = drawn
        else:
            self._keep(page, scale, drawn)
        self.drawn.emit(page)
        self._fetch()

    def _keep(self, page: int, scale: float, raster: Raster) -> None:
        form = QImage.Format.Format_RGB32
        image = QImage(raster.data, raster.width, raster.height, raster.stride, form)
        self._kept[page] = _Kept(image, raster, scale)
        self._kept.move_to_end(page)
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        for old in [one for one in self._kept if one not in self._wanted]:
            if self.bytes_kept > MOST_BYTES:
                del self._kept[old]

    def _fail(self, file: DrawnFile, error: ReviewerError) -> None:
        if file is self._file:
            self.show(None)
            self.failed.emit(error)
