"""Reports that were opened before: opened again, taken off the list, deleted for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.window.desk.shelf import Shelf

if TYPE_CHECKING:
    from reviewer.library.stored import Seen
    from reviewer.window.desk.desk import Desk
    from reviewer.window.desk.erasing import Kept


class Archive(QObject):
    """What is done with the library's reports, whether they lie open or not.

    Attributes:
        erasable: Kept: what would be deleted of a report for good, to be asked first.
        changed: A report was taken out of the list of recent ones.
    """

    erasable = Signal(object)
    changed = Signal()

    def __init__(self, shelf: Shelf, desk: Desk) -> None:
        super().__init__(desk)
        self._shelf = shelf
        self._desk = desk

    def recent(self, limit: int = 8) -> tuple[Seen, ...]:
        """Reports opened before that can be opened again, the last one first."""
        return self._shelf.recent(limit)

    def open(self, seen: Seen) -> None:
        """Open a report of ``recent`` again."""
        if seen.path:
            self._desk.open_paths([Path(seen.path)])
            return
        text = self._shelf.pasted_text(seen)
        if text is not None:
            self._desk.open_text(text)

    def unlist(self, seen: Seen) -> None:
        """Take a report off the list of recent ones; its review is kept."""
        if self._shelf.unlist(seen):
            self.changed.emit()
            self._desk.say(self.tr("已从列表中移除；审核记录仍在，再次打开报告即可继续。"))

    def ask_to_erase(self, sha256: str) -> None:
        """Ask whether all that is kept of a report is to be deleted for good."""
        kept = self._shelf.kept(sha256)
        if kept is not None:
            self.erasable.emit(kept)
        else:
            self._desk.say(self.tr("这份报告没有保存审核记录。"))

    def erase(self, kept: Kept) -> None:
        """Delete it, closing what is open of it; nothing brings it back."""
        for review in self._desk.reviews:
            if review.sha256 in kept.keys:
                self._desk.close_review(review)
        if self._shelf.erase(kept):
            self.changed.emit()
            self._desk.say(self.tr("审核记录已删除。"))
