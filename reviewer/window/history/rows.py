"""The journal as the history panel shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reviewer.review.model import (
    Act,
    Confirm,
    Decide,
    Edit,
    Entry,
    Group,
    Simple,
)
from reviewer.review.review import Review
from reviewer.review.wording import NOTHING, Told, told
from reviewer.window import language
from reviewer.window.wording import moment


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An entry of the journal.

    Attributes:
        title: What was done.
        place: Where, as reviewers name it.
        undone: It was taken back and does not stand now.
        walk: It only takes back another entry or does one again.
        change: What stood there and what stands there, on one line.
    """

    entry: Entry
    title: str
    place: str
    change: str
    reason: str
    foot: str
    undone: bool
    walk: bool


def history_of(review: Review) -> list[HistoryRow]:
    """All entries, newest first."""
    undone = undone_numbers(review.entries)
    return [_row(review, entry, undone) for entry in reversed(review.entries)]


def undone_numbers(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of the entries that do not stand now."""
    undone: set[int] = set()
    for entry in entries:
        if entry.act is Act.UNDID and entry.target is not None:
            undone.add(entry.target)
        elif entry.act is Act.REDID and entry.target is not None:
            undone.discard(entry.target)
    return frozenset(undone)


def place_meant(edit: Edit) -> Simple | None:
    """The edit whose place a click goes to: of a group the first."""
    if isinstance(edit, Group):
        return edit.edits[0] if edit.edits else None
    return edit


def _row(review: Review, entry: Entry, undone: frozenset[int]) -> HistoryRow:
    act = {Act.DID: "{}", Act.UNDID: _tr("撤销：{}"), Act.REDID: _tr("重做：{}")}[entry.act]
    walk = entry.act is not Act.DID
    words = told(entry, review.original)
    foot = (_tr("已撤销") if entry.number in undone else "", moment(entry.time), entry.author)
    return HistoryRow(
        entry=entry,
        title=act.format(language.told(words.deed)),
        place=language.told(words.place),
        change="" if walk else _change(entry.edit, words),
        reason="" if walk else _reason(entry),
        foot=" · ".join(part for part in foot if part),
        undone=entry.number in undone,
        walk=walk,
    )


def _change(edit: Edit, words: Told) -> str:
    if isinstance(edit, Group):
        return _tr("共 {} 处").format(len(edit.edits))
    if words.added and isinstance(edit, Decide):
        return _tr("理由：{}").format(words.added)
    return words.added or f"{_stated(edit, words.before)} → {_stated(edit, words.after)}"


def _stated(edit: Edit, text: str) -> str:
    """What stood or stands there; what reports and reviewers say is left as it is."""
    said = isinstance(edit, Confirm | Decide) or text in NOTHING
    return language.told(text) if said else text


def _reason(entry: Entry) -> str:
    """Why, unless the change says it already."""
    if not entry.reason or entry.reason in entry.after:
        return ""
    return _tr("理由：{}").format(entry.reason)


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
