"""What the library keeps of a report, and the question before it is deleted for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.window.summary import name_of
from reviewer.window.widgets.message_bar import Message, Tone

if TYPE_CHECKING:
    from reviewer.library.library import Library
    from reviewer.library.stored import Seen


@dataclass(frozen=True)
class Kept:
    """What is kept of a report, and of whatever else was opened from its file.

    Attributes:
        seen: The report opened last, then the others.
        verdicts: How many stand, in all of them together; so with the rest.
        figures: Cells corrected or with a proposal.
        readable: Whether all journals could be read.
    """

    seen: tuple[Seen, ...]
    verdicts: int = 0
    notes: int = 0
    figures: int = 0
    steps: int = 0
    readable: bool = True

    @property
    def keys(self) -> frozenset[str]:
        """The sha256 of all of them."""
        return frozenset(one.sha256 for one in self.seen)


def kept_of(library: Library, sha256: str) -> Kept | None:
    """What is kept of a report; None if nothing is.

    Raises:
        LibraryError: The library cannot be read; a journal that is damaged is no reason to.
    """
    from reviewer.errors import LibraryError
    from reviewer.review.journal import fold

    seen = library.versions(sha256)
    verdicts = notes = figures = steps = 0
    readable = True
    for one in seen:
        try:
            entries = library.entries(one.sha256)
            content = fold(entries).content
        except LibraryError:
            readable = False
            continue
        verdicts += len(content.decisions)
        notes += len(content.notes)
        figures += len(content.transcriptions.keys() | content.proposals.keys())
        steps += len(entries)
    return Kept(seen, verdicts, notes, figures, steps, readable) if seen else None


def question(kept: Kept) -> Message:
    """What is asked before it is deleted, without its buttons."""
    asked = _tr("永久删除“{}”的审核记录？").format(name_of(kept.seen[0]))
    return Message(Tone.WARNING, asked, "".join((_lost(kept), *_besides(kept))))


def _lost(kept: Kept) -> str:
    counted = (
        (_tr("核定 {n} 条"), kept.verdicts),
        (_tr("批注 {n} 条"), kept.notes),
        (_tr("更正和建议 {n} 格"), kept.figures),
        (_tr("修改记录 {n} 步"), kept.steps),
    )
    parts = [words.format(n=count) for words, count in counted if count]
    if not kept.readable:
        parts.append(_tr("已损坏的记录"))
    if not parts:
        return _tr("还没有审核意见，只删除打开过的记录；不能撤销。")
    return _tr("{}将从本机删除，不能撤销。").format(_tr("、").join(parts))


def _besides(kept: Kept) -> list[str]:
    """What goes with it, and what stays."""
    more = len(kept.seen) - 1
    said = [_tr("含同一文件以前的 {n} 个版本。").format(n=more)] if more else []
    if kept.seen[0].path:
        return [*said, _tr("报告文件和已导出的审核表不动。")]
    return [*said, _tr("报告是粘贴的，它的文字只存在这里，也一并删除。")]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Erasing", text)
