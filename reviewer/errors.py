"""Everything that stops the program's work, as one tree.

Problems *in a report* are no exceptions: they are readings with a doubt, or findings.

    ReviewerError
    ├── OpenError            a file cannot become a Document
    │   ├── UnreadableError  the path cannot be read (missing, no right, a folder)
    │   ├── EmptyError       there is nothing in it
    │   ├── TooLargeError    over the size limit
    │   ├── ScannedError     there are only pictures of text in it
    │   ├── FormatError      not a format that any reader knows, or damaged
    │   │   └── ForeignError another office program may be able to read it
    │   └── EncodingError    the bytes are no text in any encoding tried
    ├── NotAReportError      a Document that holds no annual report
    ├── SeveralReportsError  a Document that holds more than one
    ├── DeclarationError     a form, rule, theme or settings file is wrong
    │   └── RuleFileError    a rule file is, in a line that is known
    ├── EditError            an edit that cannot be applied (no such cell, no number)
    ├── LibraryError         the library cannot be opened or written
    ├── ExportError          the target cannot be written
    └── Cancelled            the user stopped a task
"""

from __future__ import annotations

from pathlib import Path


class ReviewerError(Exception):
    """A failure that is told to the user.

    Args:
        message: What happened, in Chinese, one sentence.
        hint: What the user can do, in Chinese; may be empty.
        detail: For engineers (the original error's text); may be empty.

    Attributes:
        text_file: The text or page that could not be read, if another encoding may help.
        about: Tells what was tried from anything else: when it is tried again, this is old news.
    """

    text_file: Path | None = None
    about: str = ""

    def __init__(self, message: str, hint: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.message}{self.hint}" if self.hint else self.message


class OpenError(ReviewerError):
    """A file cannot become a Document."""


class UnreadableError(OpenError):
    """The path cannot be read."""


class EmptyError(OpenError):
    """There is nothing in the file."""


class TooLargeError(OpenError):
    """The file is over the size limit."""


class ScannedError(OpenError):
    """There are only pictures of text in the file."""


class FormatError(OpenError):
    """No reader knows the format, or the file is damaged."""


class ForeignError(FormatError):
    """A format, or damage, that an office program may be able to read though no reader is."""


class EncodingError(OpenError):
    """The bytes are no text in any encoding tried."""


class NotAReportError(ReviewerError):
    """The document holds no annual report."""


class SeveralReportsError(ReviewerError):
    """The document holds more than one annual report."""


class DeclarationError(ReviewerError):
    """A form, rule, theme or settings file is wrong; the message names file and entry."""


class RuleFileError(DeclarationError):
    """A rule file is wrong.

    Args:
        message: What is wrong, with file, line and entry.
        file: The file's name.
        entry: Id of the rule, or what else it is that is wrong; may be empty.
        line: Where, from 1; None if it cannot be said.
        detail: The original error's text.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str,
        entry: str = "",
        line: int | None = None,
        detail: str = "",
    ) -> None:
        super().__init__(message, detail=detail)
        self.file = file
        self.entry = entry
        self.line = line


class EditError(ReviewerError):
    """An edit cannot be applied."""


class LibraryError(ReviewerError):
    """The library cannot be opened, read or written, or another window has changed a review."""


class ExportError(ReviewerError):
    """A file cannot be written or removed: an export, a file of rules."""


class Cancelled(ReviewerError):
    """The user stopped the task."""

    def __init__(self) -> None:
        super().__init__("已取消。")
