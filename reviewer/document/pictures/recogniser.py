"""Has pictures looked at by a process of its own, within limits of time."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType

from reviewer.document.pictures.sight import Sight
from reviewer.errors import FormatError, ScannedError

_NEEDED = ("rapidocr", "onnxruntime", "cv2", "PIL")
_PATIENCE = 240.0
"""Seconds for one picture on a slow machine; a page takes 3 to 20."""

_LOADING = 120.0
"""Seconds more for the first one: libraries and models are loaded."""

_GLANCE = 0.1

HOW_TO_GET_IT = (
    "请向报送单位索取可复制文字的文件；安装文字识别附加组件（reviewer[ocr]）后也可以直接打开。"
)
"""What can be done without the extra; first what every reviewer can do."""


def is_available() -> bool:
    """Whether the extra ``ocr`` is installed."""
    return all(find_spec(name) is not None for name in _NEEDED)


def _looking() -> Callable[[Connection], None]:
    if not is_available():
        raise ScannedError("这是图片，要先识别其中的文字才能审核。", HOW_TO_GET_IT)
    from reviewer.document.pictures.looking import serve

    return serve


class Recogniser:
    """Looks at pictures one after the other; the process ends with the ``with`` block.

    Args:
        serve: What the process runs: it answers each picture's bytes with sights, or with words
            on why not.

    Raises (on entering):
        ScannedError: The extra is not installed.
    """

    def __init__(self, serve: Callable[[Connection], None] | None = None) -> None:
        self._serve = serve

    def __enter__(self) -> Recogniser:
        """Start the process."""
        serve = self._serve or _looking()
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._patience = _PATIENCE + _LOADING
        return self

    def look(self, picture: bytes, tick: Callable[[], None]) -> tuple[Sight, ...]:
        """The sights of a picture file's pages.

        Args:
            picture: The bytes of a PNG, JPEG, TIFF, BMP or WebP file.
            tick: Called several times a second; may raise Cancelled.

        Raises:
            FormatError: It is damaged or too large, or takes too long.
        """
        try:
            self._pipe.send_bytes(picture)
            deadline = time.monotonic() + self._patience
            while not self._pipe.poll(_GLANCE):
                tick()
                if time.monotonic() > deadline:
                    raise FormatError("识别图片用时过长，已停止。", "请缩小图片或分页后再试。")
            answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise FormatError("识别图片的组件意外结束。", HOW_TO_GET_IT, str(error)) from error
        self._patience = _PATIENCE
        if isinstance(answer, str):
            raise FormatError("图片已损坏，或者过大，无法识别。", "请重新扫描或导出。", answer)
        sights: tuple[Sight, ...] = answer
        return sights

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process, whatever it does."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()
