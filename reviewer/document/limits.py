"""How long a text may be that is read as a report."""

from __future__ import annotations

from reviewer.errors import TooLargeError

_TEXT_LIMIT = 600_000
"""Most characters that are read: more take longer than a reviewer waits."""


def refuse_if_long(text: str) -> None:
    """Stop before work is spent on a text that is no report.

    Raises:
        TooLargeError: It is longer than reports are.
    """
    if len(text) > _TEXT_LIMIT:
        raise TooLargeError(
            f"文字过长（{len(text)} 字），不像一份年度报告。",
            "请确认选对了报告；多份报告请分开，逐份打开。",
        )
