from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import LibraryError
from reviewer.review.chain import seal, verify
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
from tests.review.acts import CELLS, START, commands, journal

EVERYTHING: list[Edit] = [
    Transcribe(cell=CELLS[0], text="12"),
    Propose(cell=CELLS[0], text="13"),
    Annotate(note="n1", text="请核实", cell=CELLS[0]),
    Decide(finding="f1", verdict=Verdict.EXPLAINED, reason="口径不同", cells=(CELLS[0],)),
    Confirm(cell=CELLS[0]),
    Group(title="粘贴", edits=(Transcribe(cell=CELLS[1], text="1"), Confirm(cell=CELLS[2]))),
]


@given(commands)
def test_a_journal_as_written_is_whole_after_storing(given_commands: list[Edit | Act]) -> None:
    entries = journal(given_commands)
    verify(Entry.model_validate_json(entry.model_dump_json()) for entry in entries)


@pytest.mark.parametrize(
    "altered",
    [
        {"text": "21"},
        {"cell": CELLS[3]},
        {"text": None},
    ],
)
def test_an_altered_edit_is_found(altered: dict[str, Any]) -> None:
    entries = journal(EVERYTHING)
    edit = entries[0].edit.model_copy(update=altered)
    entries[0] = entries[0].model_copy(update={"edit": edit})
    with pytest.raises(LibraryError, match="第 1 条"):
        verify(entries)


def test_another_kind_of_edit_with_the_same_fields_is_found() -> None:
    entries = journal(EVERYTHING)
    entries[0] = entries[0].model_copy(update={"edit": Propose(cell=CELLS[0], text="12")})
    with pytest.raises(LibraryError, match="第 1 条"):
        verify(entries)


def test_another_kind_of_edit_inside_a_group_is_found() -> None:
    entries = journal(EVERYTHING)
    group = Group(title="粘贴", edits=(Propose(cell=CELLS[1], text="1"), Confirm(cell=CELLS[2])))
    entries[5] = entries[5].model_copy(update={"edit": group})
    with pytest.raises(LibraryError, match="第 6 条"):
        verify(entries)


@pytest.mark.parametrize(
    "altered",
    [
        {"author": "王"},
        {"time": START},
        {"act": Act.REDID},
        {"target": 1},
        {"before": "0"},
        {"after": "0"},
        {"reason": "另有原因"},
        {"number": 9},
        {"previous": ""},
        {"hash": "0" * 64},
    ],
    ids=lambda altered: next(iter(altered)),
)
@given(place=st.integers(1, len(EVERYTHING) - 1))
def test_any_altered_field_is_found(altered: dict[str, Any], place: int) -> None:
    entries = journal(EVERYTHING)
    entries[place] = entries[place].model_copy(update=altered)
    with pytest.raises(LibraryError, match=f"第 {place + 1} 条"):
        verify(entries)


@pytest.mark.parametrize(
    "shuffle",
    [
        lambda entries: entries[1:],
        lambda entries: [entries[0], *entries[2:]],
        lambda entries: [entries[1], entries[0], *entries[2:]],
        lambda entries: [*entries[:2], entries[1], *entries[2:]],
    ],
    ids=["first lost", "one lost", "two swapped", "one doubled"],
)
def test_lost_and_moved_entries_are_found(
    shuffle: Callable[[list[Entry]], list[Entry]],
) -> None:
    with pytest.raises(LibraryError, match="审核记录"):
        verify(shuffle(journal(EVERYTHING)))


def test_an_altered_entry_sealed_anew_breaks_the_next_one() -> None:
    entries = journal(EVERYTHING)
    entries[2] = seal(entries[2].model_copy(update={"author": "王"}))
    with pytest.raises(LibraryError, match="第 4 条"):
        verify(entries)


def test_a_moment_is_the_same_in_the_time_zone_it_was_written_in() -> None:
    zone = timezone(timedelta(hours=8))
    entry = seal(
        journal(EVERYTHING)[0].model_copy(update={"time": datetime(2024, 3, 1, tzinfo=zone)})
    )
    verify([Entry.model_validate_json(entry.model_dump_json())])
