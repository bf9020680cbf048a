"""What was said of an earlier version of a report, offered for the one that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reviewer.window.widgets.message_bar import Message, Tone

if TYPE_CHECKING:
    from reviewer.library.library import Library
    from reviewer.library.stored import Seen
    from reviewer.review.carrying import Carried
    from reviewer.review.review import Review


def earlier_work(library: Library, review: Review) -> tuple[Carried, Seen] | None:
    """What can be carried over into a review that is still empty, and from where.

    Raises:
        LibraryError: The earlier review cannot be read.
    """
    earlier = library.earlier(review.report) if not review.entries else None
    if earlier is None:
        return None
    from reviewer.review.carrying import carried
    from reviewer.review.journal import fold

    content = fold(earlier.entries).content
    found = carried(content, earlier.readings, review, _tr("沿用上一版本的审核"))
    return (found, earlier.seen) if found is not None else None


def offer_text(found: Carried, seen: Seen) -> Message:
    """The message that offers it, without its button."""
    date = seen.opened_at.astimezone().strftime("%Y-%m-%d")
    parts = []
    if found.verdicts:
        parts.append(_tr("核定 {n} 条").format(n=found.verdicts))
    if found.again:
        parts[-1] += _tr("（{n} 条数字已变，需复核）").format(n=found.again)
    if found.notes:
        parts.append(_tr("批注 {n} 条").format(n=found.notes))
    if found.figures:
        parts.append(_tr("更正和建议 {n} 格").format(n=found.figures))
    text = _tr("{body} {year} 年的报告有另一版本，{date}审核过：{parts}。").format(
        body=seen.body, year=seen.year, date=date, parts=_tr("、").join(parts)
    )
    left = _tr("另有 {n} 条批注不能沿用。").format(n=found.left) if found.left else ""
    return Message(Tone.NEWS, text, left)


def _tr(text: str) -> str:
    return QCoreApplication.translate("EarlierWork", text)
