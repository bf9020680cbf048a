"""Lines of text as a browser would break and space them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reviewer.document.invisible import INVISIBLE

_WIDE = r"[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]"
_SOURCE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*[\n\r][ \t\n\r]*(?={_WIDE})")
_SPACES = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_KEPT = str.maketrans({" ": "\ufdd0", "\t": "\ufdd1"})
_GIVEN_BACK = str.maketrans({"\ufdd0": " ", "\ufdd1": "\t"})


@dataclass
class Line:
    """The line under construction.

    Attributes:
        begun: Whether anything but blanks stands in it.
        linked: How many of its characters are a link's.
    """

    begun: bool = False
    linked: int = 0
    _parts: list[str] = field(default_factory=list)

    def add(self, text: str, *, linked: bool = False, verbatim: bool = False) -> None:
        """Append text of the page; ``verbatim`` keeps its blanks."""
        self._parts.append(text.translate(_KEPT) if verbatim else text)
        stripped = text.strip()
        self.begun = self.begun or bool(stripped)
        self.linked += len(stripped) if linked else 0

    def take(self) -> str:
        """The finished line; the next one begins."""
        if not self._parts:
            return ""
        text = plain_line("".join(self._parts))
        self._parts.clear()
        self.begun, self.linked = False, 0
        return text.translate(_GIVEN_BACK)


def plain_line(text: str) -> str:
    """Text of the page with blanks as they are shown."""
    if text.isalnum():
        return text
    # A line end within Chinese text is the page's source, not a blank.
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", INVISIBLE.sub("", text))).strip(" ")
