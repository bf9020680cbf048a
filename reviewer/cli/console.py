"""Standard output of a command that has more to do than to print."""

from __future__ import annotations

import os
import sys

PIPE_CLOSED = 141
"""Exit status, as a shell tells it of a program whose output nobody reads any more."""


class Console:
    """Prints as long as somebody reads; after that the command goes on in silence.

    Attributes:
        closed: Whether the reader has gone.
    """

    def __init__(self) -> None:
        self.closed = False

    def say(self, text: str, end: str = "\n") -> None:
        """Print at once."""
        if self.closed:
            return
        try:
            print(text, end=end, flush=True)
        except BrokenPipeError:
            silence()
            self.closed = True


def silence() -> None:
    """Keep the interpreter from writing to a closed pipe once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
