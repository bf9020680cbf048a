"""Reads reports in the background: files, folders and pasted text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.document.folders import reports_in
from reviewer.document.opening import decoded_suffixes
from reviewer.errors import (
    Cancelled,
    EncodingError,
    FormatError,
    NotAReportError,
    OpenError,
    ReviewerError,
    UnreadableError,
)
from reviewer.forms.report import Report
from reviewer.paths import found
from reviewer.progress import Progress, ignore
from reviewer.window.desk.samples import sample_paths
from reviewer.window.desk.tasks import Worker

if TYPE_CHECKING:
    from reviewer.checks.model import Checked
    from reviewer.checks.office import OfficeRules
    from reviewer.checks.rule_set import RuleSet
    from reviewer.review.review import Review


PASTED = "pasted"
"""What errors of a pasted text are ``about``."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A report that was read and checked, so that the window has not to."""

    report: Report
    rules: RuleSet
    checked: Checked


def files_of(paths: Sequence[Path], progress: Progress) -> list[Path | ReviewerError]:
    """Files, with those of folders in their places; runs on the worker: a share may be slow.

    Returns:
        What is to be read, or why a folder has nothing to read; a path that is no folder is
        taken as it is.
    """
    files: list[Path | ReviewerError] = []
    for path in paths:
        try:
            files += reports_in(path, progress) if found(path.is_dir) else [path]
        except UnreadableError as error:
            files.append(error)
    return files


def read_path(
    path: Path,
    encoding: str | None,
    known: Mapping[str, str],
    rules: OfficeRules | None,
    progress: Progress,
) -> Opened:
    """A file's report; runs on the worker.

    Args:
        path: The file.
        encoding: The one to read a text in; else that of ``known`` or the one that fits.
        known: Encodings chosen earlier, by sha256.
        rules: The office's rules, if there are any.
        progress: Told how far reading is.
    """
    from reviewer.document.opening import open_document
    from reviewer.forms.reading import read_report

    progress(path.name, 0.0)
    return _checked(read_report(open_document(path, progress, encoding, known)), rules)


def read_text(text: str, markup: str, rules: OfficeRules | None, progress: Progress) -> Opened:
    """A pasted report, from its markup if that can be read; runs on the worker."""
    from reviewer.document.opening import open_html, open_text
    from reviewer.forms.reading import read_report

    progress("", 0.0)
    if markup:
        try:
            return _checked(read_report(open_html(markup)), rules)
        except (OpenError, NotAReportError):
            if not text.strip():
                raise
    return _checked(read_report(open_text(text)), rules)


def rehearsal(rules: OfficeRules | None = None) -> Review:
    """A sample's review: readers, forms and rules are loaded for it, and wait for the first report.

    Runs on the worker.
    """
    from reviewer.review.review import Review

    opened = read_path(sample_paths()[0], None, {}, rules, ignore)
    return Review(opened.report, author="", rules=opened.rules, checked=opened.checked)


def _checked(report: Report, rules: OfficeRules | None) -> Opened:
    from reviewer.checks.engine import check
    from reviewer.checks.rules import built_in

    in_force = rules.value if rules is not None else built_in()
    return Opened(report, in_force, check(report, in_force))


@dataclass
class _Wish:
    """Whether somebody waits to see the first report of what was asked for."""

    open: bool = True


class Openings(QObject):
    """What is being opened.

    Attributes:
        begun: What errors of it would be ``about``: it is being read, perhaps again.
        read: Opened: what was read; and whether it is the first that a request brought.
        read_again: Opened: what was read in an encoding that was chosen, and that; None if the one
            that fits was wanted.
        failed: The ReviewerError of one that could not be.
    """

    begun = Signal(str)
    read = Signal(object, bool)
    read_again = Signal(object, object)
    failed = Signal(object)

    def __init__(self, worker: Worker, rules: OfficeRules | None, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._rules = rules

    def open_paths(self, paths: Sequence[Path], known: Mapping[str, str]) -> None:
        """Read files, and those in folders, one after the other.

        Args:
            paths: Files and folders.
            known: Encodings chosen earlier, by sha256.
        """
        for path in paths:
            self.begun.emit(str(path))
        job = partial(files_of, tuple(paths))
        self._worker.submit(job, partial(self._read_each, known), self._fail)

    def reread(self, path: Path, encoding: str | None) -> None:
        """Read a file in an encoding, or in the one that fits."""
        self.begun.emit(str(path))
        job = partial(read_path, path, encoding, {}, self._rules)
        done = partial(self._hand_over, encoding)
        self._worker.submit(job, done, partial(self._fail_at, path))

    def _hand_over(self, encoding: str | None, opened: Opened) -> None:
        self.read_again.emit(opened, encoding)

    def _read_each(self, known: Mapping[str, str], found: Sequence[Path | ReviewerError]) -> None:
        """Read what was found, in its order."""
        wish = _Wish()
        for one in found:
            if isinstance(one, ReviewerError):
                self._fail(one)
            else:
                self.begun.emit(str(one))
                job = partial(read_path, one, None, known, self._rules)
                done = partial(self._tell, wish)
                self._worker.submit(job, done, partial(self._fail_at, one))

    def open_text(self, text: str, markup: str = "") -> None:
        """Read a text, or rather its markup if there is any."""
        self.begun.emit(PASTED)
        job = partial(read_text, text, markup, self._rules)
        self._worker.submit(job, partial(self._tell, _Wish()), self._fail_at_pasted)

    def _tell(self, wish: _Wish, opened: Opened) -> None:
        first, wish.open = wish.open, False
        self.read.emit(opened, first)

    def _fail_at(self, path: Path, error: ReviewerError) -> None:
        """Name the file: one among many may be the only one that cannot be read."""
        error.about = str(path)
        if path.name not in error.message:
            error.message = f"{path.name}：{error.message}"
        unlike = isinstance(error, NotAReportError | EncodingError | FormatError)
        if unlike and path.suffix.lower() in decoded_suffixes():
            error.text_file = path
        self._fail(error)

    def _fail_at_pasted(self, error: ReviewerError) -> None:
        error.about = PASTED
        self._fail(error)

    def _fail(self, error: ReviewerError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
