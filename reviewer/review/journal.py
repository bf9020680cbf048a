"""What a journal comes to: a pure fold over its entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from typing import TypeVar

from reviewer.base import CellId, FindingId
from reviewer.review.chain import damaged
from reviewer.review.model import (
    Act,
    Annotate,
    Confirm,
    Decide,
    Decision,
    Edit,
    Entry,
    Group,
    Note,
    Propose,
    Transcribe,
)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Content:
    """What the reviewer has said, as it stands now.

    Maps are in the order in which their values were last given. Content knows neither report
    nor checks: it may speak of cells and findings that are not there any more.
    """

    transcriptions: Mapping[CellId, str] = field(default_factory=dict)
    proposals: Mapping[CellId, str] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    decisions: Mapping[FindingId, Decision] = field(default_factory=dict)
    confirmed: frozenset[CellId] = frozenset()


@dataclass(frozen=True)
class Step:
    """An entry that can be undone or redone, with what stood there before it."""

    entry: Entry
    before: Content


@dataclass(frozen=True)
class State:
    """Content with the stacks of undo and redo; the next step to take is the last one."""

    content: Content = field(default_factory=Content)
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


def fold(entries: Iterable[Entry]) -> State:
    """What entries come to, from the first one on.

    Raises:
        LibraryError: An entry undoes or redoes what is not there to be undone or redone.
    """
    return reduce(advance, entries, State())


def advance(state: State, entry: Entry) -> State:
    """What one more entry comes to.

    Raises:
        LibraryError: As for ``fold``.
    """
    if entry.act is Act.DID:
        content = apply(state.content, entry.edit, entry.time, entry.author)
        return State(content, (*state.done, Step(entry, state.content)))
    if entry.act is Act.UNDID:
        step = _target(state.done, entry)
        return State(step.before, state.done[:-1], (*state.undone, step))
    step = _target(state.undone, entry)
    content = apply(state.content, step.entry.edit, step.entry.time, step.entry.author)
    return State(content, (*state.done, step), state.undone[:-1])


def _target(steps: tuple[Step, ...], entry: Entry) -> Step:
    if not steps or steps[-1].entry.number != entry.target:
        raise damaged(entry.number)
    return steps[-1]


def apply(content: Content, edit: Edit, time: datetime, author: str) -> Content:
    """Content after an edit."""
    match edit:
        case Transcribe():
            return replace(
                content,
                transcriptions=_with(content.transcriptions, edit.cell, edit.text),
                confirmed=content.confirmed - {edit.cell},  # another reading was confirmed
            )
        case Propose():
            return replace(content, proposals=_with(content.proposals, edit.cell, edit.text))
        case Annotate():
            return replace(
                content, notes=_with(content.notes, edit.note, _note(edit, time, author))
            )
        case Decide():
            return replace(content, decisions=_decided(content.decisions, edit, time, author))
        case Confirm():
            cell = frozenset({edit.cell})
            confirmed = content.confirmed | cell if edit.on else content.confirmed - cell
            return replace(content, confirmed=confirmed)
        case Group():
            return reduce(
                lambda so_far, each: apply(so_far, each, time, author), edit.edits, content
            )


def _with(mapping: Mapping[_Key, _Value], key: _Key, value: _Value | None) -> Mapping[_Key, _Value]:
    """The mapping with a value given last, or with none."""
    changed = dict(mapping)
    changed.pop(key, None)
    if value is not None:
        changed[key] = value
    return changed


def _note(edit: Annotate, time: datetime, author: str) -> Note | None:
    if not edit.text:
        return None
    return Note(
        id=edit.note,
        text=edit.text,
        cell=edit.cell,
        span=edit.span,
        time=time,
        author=author,
        quote=edit.quote,
        lead=edit.lead,
    )


def _decided(
    decisions: Mapping[FindingId, Decision], edit: Decide, time: datetime, author: str
) -> Mapping[FindingId, Decision]:
    if edit.replaces is not None:
        decisions = _with(decisions, edit.replaces, None)
    if edit.verdict is None:
        return _with(decisions, edit.finding, None)
    decision = Decision(
        finding=edit.finding,
        verdict=edit.verdict,
        reason=edit.reason,
        rule=edit.rule,
        cells=edit.cells,
        printed=edit.printed,
        subject=edit.subject,
        time=time,
        author=author,
    )
    return _with(decisions, edit.finding, decision)
