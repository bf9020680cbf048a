"""Journals made by hand: entries without a review, and a naive account of what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from reviewer.base import CellId, FindingId
from reviewer.document.model import Span
from reviewer.review.chain import seal
from reviewer.review.model import (
    Act,
    Annotate,
    Confirm,
    Decide,
    Edit,
    Entry,
    Group,
    Propose,
    Transcribe,
    Verdict,
)

START = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
CELLS = tuple(
    CellId(f"requests.{row}.{column}")
    for row in ("new", "carried_in", "granted", "total")
    for column in ("natural_person", "total")
)

cells = st.sampled_from(CELLS)
texts = st.sampled_from(("0", "1", "12", "1,408", "", "　", "／", "本单位未制作规章"))
figures = st.sampled_from(("0", "1", "12", "-3", "3.5"))
transcriptions = st.builds(Transcribe, cell=cells, text=st.none() | texts)
proposals = st.builds(Propose, cell=cells, text=st.none() | figures)
confirmations = st.builds(Confirm, cell=cells, on=st.booleans())
notes = st.builds(
    Annotate,
    note=st.sampled_from(("n1", "n2")),
    text=st.sampled_from(("", "与正文不一致", "请核实")),
    cell=st.none() | cells,
    span=st.none() | st.just(Span(start=3, end=9)),
)
verdicts = st.builds(
    Decide,
    finding=st.sampled_from(("f1", "f2", "f3")).map(FindingId),
    verdict=st.none() | st.sampled_from(Verdict),
    reason=st.sampled_from(("", "口径不同")),
    replaces=st.none() | st.sampled_from(("f1", "f2")).map(FindingId),
)
simple = transcriptions | proposals | confirmations | notes | verdicts
groups = st.lists(simple, min_size=1, max_size=4).map(
    lambda edits: Group(title="粘贴", edits=tuple(edits))
)
edits = simple | groups
commands: st.SearchStrategy[list[Edit | Act]] = st.lists(
    edits | edits | st.sampled_from((Act.UNDID, Act.REDID)), max_size=30
)


def journal(commands: Sequence[Edit | Act]) -> list[Entry]:
    """A journal in which each command that can be followed is followed."""
    entries: list[Entry] = []
    done: list[Entry] = []
    undone: list[Entry] = []
    for command in commands:
        if not isinstance(command, Act):
            done.append(_appended(entries, Act.DID, command))
            undone.clear()
            continue
        source, target = (done, undone) if command is Act.UNDID else (undone, done)
        if source:
            target.append(source.pop())
            _appended(entries, command, target[-1].edit, target[-1].number)
    return entries


def _appended(entries: list[Entry], act: Act, edit: Edit, target: int | None = None) -> Entry:
    number = len(entries) + 1
    draft = Entry(
        number=number,
        time=START + timedelta(minutes=number),
        author="李",
        act=act,
        edit=edit,
        target=target,
        previous=entries[-1].hash if entries else "",
    )
    entries.append(seal(draft))
    return entries[-1]


def living(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that stand: done, and not undone without having been redone."""
    standing: list[Entry] = []
    by_number = {entry.number: entry for entry in entries}
    for entry in entries:
        if entry.act is Act.UNDID:
            standing.pop()
        else:
            standing.append(by_number[entry.target or entry.number])
    return standing


def account(entries: Sequence[Entry]) -> dict[tuple[str, str], Any]:
    """What living entries come to, one fact after the other into one dictionary."""
    facts: dict[tuple[str, str], Any] = {}
    for entry in living(entries):
        edits = entry.edit.edits if isinstance(entry.edit, Group) else (entry.edit,)
        for edit in edits:
            _tell(facts, edit, entry)
    return {key: value for key, value in facts.items() if value is not None}


def _tell(facts: dict[tuple[str, str], Any], edit: Edit, entry: Entry) -> None:
    match edit:
        case Transcribe():
            facts["transcription", edit.cell] = edit.text
            facts["confirmed", edit.cell] = None
        case Propose():
            facts["proposal", edit.cell] = edit.text
        case Confirm():
            facts["confirmed", edit.cell] = True if edit.on else None
        case Annotate():
            note = (edit.text, edit.cell, edit.span, entry.time)
            facts["note", edit.note] = note if edit.text else None
        case Decide():
            if edit.replaces is not None:
                facts["decision", edit.replaces] = None
            judged = (edit.verdict, edit.reason, entry.time) if edit.verdict else None
            facts["decision", edit.finding] = judged
