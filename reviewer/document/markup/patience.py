"""How long a page may take: whatever is in it, reading ends or can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from reviewer.errors import TooLargeError

_SECONDS = 4.0
"""Seconds that reading may take; a report's page takes a tenth of one."""

_EVERY = 512


class Patience:
    """To be called again and again while a page is read.

    Args:
        step: Called now and then; may raise Cancelled.
        clock: Seconds that have passed since some time.
    """

    def __init__(self, step: Callable[[], None], clock: Callable[[], float] = monotonic) -> None:
        self._step = step
        self._clock = clock
        self._end = clock() + _SECONDS
        self._calls = 0

    def __call__(self) -> None:
        """Go on, or not.

        Raises:
            TooLargeError: It has taken too long.
            Cancelled: ``step`` raised it.
        """
        self._calls += 1
        if self._calls % _EVERY == 1:
            self._step()
            if self._clock() > self._end:
                raise TooLargeError(
                    "网页内容过于庞杂，解析用时过长，已停止。",
                    "请打开网页，只复制报告正文后粘贴打开。",
                )
