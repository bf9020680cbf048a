"""What the tool says: Chinese for the people who run it, English beside it."""

from __future__ import annotations

import sys


class Stop(Exception):
    """The work cannot go on; the message says why and what to do.

    Args:
        chinese: For the user.
        english: The same.
        detail: Output of the program that failed; may be empty.
    """

    def __init__(self, chinese: str, english: str, detail: str = "") -> None:
        super().__init__(english)
        self.chinese = chinese
        self.english = english
        self.detail = detail.strip()

    def tell(self) -> None:
        """Print it on standard error."""
        if self.detail:
            print(self.detail, file=sys.stderr)
        print(f"\n停止：{self.chinese}\nStopped: {self.english}", file=sys.stderr, flush=True)


def say(chinese: str, english: str) -> None:
    """Print one line of progress in both languages."""
    print(f"{chinese}  {english}", flush=True)


def speak_utf8() -> None:
    """Make Chinese printable whatever the console's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
