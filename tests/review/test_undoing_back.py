"""Several steps taken back at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.errors import LibraryError
from reviewer.review.model import Act, Entry, Propose
from reviewer.review.review import Review
from tests.reports import make_report

NEW = CellId("requests.new.natural_person")


def undone(review: Review) -> set[int]:
    """The numbers of the entries that do not stand now."""
    numbers: set[int] = set()
    for entry in review.entries:
        if entry.act is Act.UNDID and entry.target is not None:
            numbers.add(entry.target)
        elif entry.act is Act.REDID and entry.target is not None:
            numbers.discard(entry.target)
    return numbers


@given(st.lists(st.sampled_from(["propose", "undo", "redo"]), max_size=12))
def test_steps_are_undone_exactly_down_to_the_entry(moves: list[str]) -> None:
    review = Review(make_report("2021"), author="审核员甲")
    for number, move in enumerate(moves):
        if move == "propose":
            review.do(Propose(cell=NEW, text=str(number + 1)))
        elif move == "undo":
            review.undo()
        else:
            review.redo()
    gone = undone(review)
    did = [entry.number for entry in review.entries if entry.act is Act.DID]
    standing = [number for number in did if number not in gone]
    assert all(review.steps_back_to(number) == 0 for number in gone)
    for steps, number in enumerate(reversed(standing), start=1):
        assert review.steps_back_to(number) == steps
    if standing:
        middle = standing[len(standing) // 2]
        steps = review.steps_back_to(middle)
        retraced = review.undo_back_to(middle)
        assert (retraced.steps, retraced.failure) == (steps, None)
        assert NEW in retraced.changes.cells
        assert undone(review) & set(standing) == {one for one in standing if one >= middle}
        assert review.undo_back_to(middle).steps == 0


def test_it_ends_with_the_first_step_that_cannot_be_stored() -> None:
    def store(entry: Entry) -> None:
        if entry.number > 4:
            raise LibraryError("磁盘已满。")

    review = Review(make_report("2021"), author="审核员甲", store=store)
    for text in ("1", "2", "3"):
        review.do(Propose(cell=NEW, text=text))
    retraced = review.undo_back_to(1)
    assert retraced.steps == 1
    assert retraced.failure is not None
    assert review.proposals == {NEW: "2"}
    assert retraced.changes.cells == {NEW}
    assert retraced.changes.undo == review.undo_status
