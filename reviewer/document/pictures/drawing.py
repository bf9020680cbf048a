"""Pictures of a picture file's own pages; whoever read the file has the extra that this needs."""

from __future__ import annotations

import io
from typing import Any

from reviewer.document.model import PageSize
from reviewer.document.pictures.pages import paper_size
from reviewer.document.pictures.paper import on_paper
from reviewer.document.raster import BYTES_A_PIXEL, Raster, pixels_of
from reviewer.errors import FormatError


class PicturePages:
    """The pages of a picture file, upright as its own data say; for one thread at a time."""

    def __init__(self, data: bytes) -> None:
        """Open a picture's bytes.

        Raises:
            FormatError: It is damaged, or the extra is gone.
        """
        try:
            from PIL import Image

            self._picture: Any = Image.open(io.BytesIO(data))
        except (ImportError, OSError, ValueError, SyntaxError) as error:
            raise FormatError("图片无法显示。", "请改看文字。", str(error)) from error
        self.count = int(getattr(self._picture, "n_frames", 1))

    def size(self, page: int) -> PageSize:
        """Width and height of a page (counted from 1) in points.

        Raises:
            FormatError: The page is damaged.
        """
        upright = self._upright(page)
        return paper_size((upright.width, upright.height))

    def image(self, page: int, scale: float) -> Raster:
        """A page (counted from 1), ``scale`` pixels a point; fewer if it would be too large.

        Raises:
            FormatError: The page is damaged.
        """
        upright = self._upright(page)
        width, height = pixels_of(paper_size((upright.width, upright.height)), scale)
        drawn = upright.resize((width, height))
        return Raster(width, height, BYTES_A_PIXEL * width, drawn.tobytes("raw", "BGRX"))

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._picture.close()

    def _upright(self, page: int) -> Any:
        try:
            self._picture.seek(page - 1)
            return on_paper(self._picture)
        except (EOFError, OSError, ValueError, SyntaxError) as error:
            raise FormatError("这一页无法显示。", "请改看文字。", str(error)) from error
