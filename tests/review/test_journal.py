from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given

from reviewer.errors import LibraryError
from reviewer.review.journal import Content, advance, fold
from reviewer.review.model import Act, Edit, Propose
from tests.review.acts import CELLS, account, commands, journal, living


def facts(content: Content) -> dict[tuple[str, str], Any]:
    """Content in the shape of the naive account."""
    told: dict[tuple[str, str], Any] = {}
    told |= {("transcription", cell): text for cell, text in content.transcriptions.items()}
    told |= {("proposal", cell): text for cell, text in content.proposals.items()}
    told |= {("confirmed", cell): True for cell in content.confirmed}
    told |= {
        ("note", key): (note.text, note.cell, note.span, note.time)
        for key, note in content.notes.items()
    }
    told |= {
        ("decision", key): (decision.verdict, decision.reason, decision.time)
        for key, decision in content.decisions.items()
    }
    return told


@given(commands)
def test_fold_agrees_with_a_naive_account(given_commands: Sequence[Edit | Act]) -> None:
    entries = journal(given_commands)
    assert facts(fold(entries).content) == account(entries)


@given(commands)
def test_stacks_hold_the_living_and_the_undone(given_commands: Sequence[Edit | Act]) -> None:
    entries = journal(given_commands)
    state = fold(entries)
    assert [step.entry for step in state.done] == living(entries)
    undone = {step.entry.number for step in state.undone}
    last_done = max((entry.number for entry in entries if entry.act is Act.DID), default=0)
    assert all(number <= last_done for number in undone)
    assert undone.isdisjoint(step.entry.number for step in state.done)


@given(commands)
def test_undoing_all_and_redoing_all_comes_back(given_commands: Sequence[Edit | Act]) -> None:
    done = [command for command in given_commands if not isinstance(command, Act)]
    back = [Act.UNDID] * len(done)
    forth = [Act.REDID] * len(done)
    reached = fold(journal(done))
    assert fold(journal([*done, *back])).content == Content()
    assert fold(journal([*done, *back, *forth])) == reached


def test_a_new_step_ends_redo() -> None:
    first, second = (Propose(cell=CELLS[0], text=text) for text in ("1", "2"))
    state = fold(journal([first, Act.UNDID, second]))
    assert state.undone == ()
    assert dict(state.content.proposals) == {CELLS[0]: "2"}


@pytest.mark.parametrize("act", [Act.UNDID, Act.REDID])
def test_an_entry_that_retraces_another_step_is_refused(act: Act) -> None:
    steps = [Propose(cell=CELLS[0], text=text) for text in ("1", "2")]
    entries = journal([*steps, Act.UNDID] if act is Act.UNDID else [*steps, Act.UNDID, Act.REDID])
    wrong = entries[-1].model_copy(update={"target": 1})
    with pytest.raises(LibraryError, match=f"第 {wrong.number} 条"):
        advance(fold(entries[:-1]), wrong)
