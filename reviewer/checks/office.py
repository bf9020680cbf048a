"""The rules of one folder, for whoever asks and on whatever thread."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.paths import user_rules

if TYPE_CHECKING:
    from reviewer.checks.rule_set import RuleSet
    from reviewer.errors import RuleFileError

    _Content = tuple[dict[str, str], tuple[RuleFileError, ...]]
    """Texts of files by name, and what could not be read."""


class OfficeRules:
    """Reads a folder when its rules are needed first, and again when it is told to.

    Args:
        folder: Where the files lie; it may not be there yet. The user's own if None.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._content: _Content | None = None
        self._value: RuleSet | None = None
        self._lock = threading.Lock()

    @property
    def folder(self) -> Path:
        """Where the files lie; it may not be there yet."""
        return self._folder if self._folder is not None else user_rules()

    @property
    def value(self) -> RuleSet:
        """The rules in force.

        Raises:
            DeclarationError: A built-in file is wrong.
        """
        from reviewer.checks.packs import assembled  # loaded with the first report

        with self._lock:
            if self._value is None:
                self._value = assembled(*self._read())
            return self._value

    @property
    def texts(self) -> dict[str, str]:
        """The files by name, those left out of the rules included."""
        with self._lock:
            return dict(self._read()[0])

    @property
    def outdated(self) -> bool:
        """Whether the folder was read, and somebody else changed something in it since."""
        from reviewer.checks.packs import texts_in

        with self._lock:
            return self._content is not None and _said(self._content) != _said(
                texts_in(self.folder)
            )

    def read_files(self) -> None:
        """Read the files anew; the rules in force stay so until :meth:`renew`."""
        from reviewer.checks.packs import texts_in

        content = texts_in(self.folder)
        with self._lock:
            self._content = content

    def renew(self) -> RuleSet:
        """Put in force what was read last; those who ask meanwhile get the rules before."""
        from reviewer.checks.packs import assembled

        with self._lock:
            content = self._read()
        made = assembled(*content)
        with self._lock:
            if self._content is content:
                self._value = made
        return made

    def _read(self) -> _Content:
        from reviewer.checks.packs import texts_in

        if self._content is None:
            self._content = texts_in(self.folder)
        return self._content


def _said(content: _Content) -> tuple[dict[str, str], list[str]]:
    texts, faults = content
    return texts, [fault.message for fault in faults]
