"""What is selected in the open reviews."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Finding
from reviewer.document.model import Span
from reviewer.window import selection as select
from reviewer.window.desk.desk import Desk, Means
from reviewer.window.selection import Chooser, Selection

if TYPE_CHECKING:
    from reviewer.review.review import Review


class Selecting(Desk):
    """A desk on which something is selected in each review; it is kept as long as that is open.

    Attributes:
        selection_changed: The new Selection.
    """

    selection_changed = Signal(object)

    def __init__(self, means: Means | None = None, parent: QObject | None = None) -> None:
        super().__init__(means, parent)
        self._selections: WeakKeyDictionary[Review, Selection] = WeakKeyDictionary()
        self._orders: WeakKeyDictionary[Review, tuple[FindingId, ...]] = WeakKeyDictionary()

    @property
    def selection(self) -> Selection:
        """What is selected in the current review."""
        if self._current is None:
            return Selection()
        return self._selections.get(self._current, Selection())

    def select_cell(self, cell: CellId, chooser: Chooser) -> None:
        """Select a figure in every panel; ``chooser`` is the panel that asks."""
        if self._current is not None:
            review = self._current
            chosen = select.of_cell(review.report, review.checked, self.selection, cell)
            self._select(chosen, chooser)

    def select_span(self, span: Span, chooser: Chooser, about: CellId | None = None) -> None:
        """Select a passage, and the figure or finding that it belongs to or is ``about``."""
        if self._current is not None:
            review = self._current
            self._select(select.of_span(review.report, review.checked, span, about), chooser)

    def select_finding(self, finding: FindingId, chooser: Chooser) -> None:
        """Select a finding with its first figure or passage; an unknown one is ignored."""
        found = self.finding(finding)
        if found is not None and self._current is not None:
            review = self._current
            self._select(select.of_finding(review.report, review.checked, found), chooser)

    def finding(self, finding: FindingId | None) -> Finding | None:
        """A finding of the current review by its id."""
        if self._current is None or finding is None:
            return None
        return next((one for one in self._current.checked.findings if one.id == finding), None)

    def set_finding_order(self, ids: Sequence[FindingId]) -> None:
        """The findings of the current review that F8 walks through: those that are listed."""
        if self._current is not None:
            self._orders[self._current] = tuple(ids)

    def next_finding(self) -> None:
        """Select the finding after the selected one, from the last on to the first."""
        self._step(1)

    def previous_finding(self) -> None:
        """Select the finding before the selected one, from the first on to the last."""
        self._step(-1)

    # -- inside ---------------------------------------------------------------------------

    def _exchange(self, before: Review, after: Review) -> None:
        """What was selected stays selected."""
        self._selections[after] = self._selections.get(before, Selection())
        super()._exchange(before, after)

    def _set_current(self, review: Review | None) -> None:
        super()._set_current(review)
        self.selection_changed.emit(self.selection)

    def _select(self, chosen: Selection, chooser: Chooser) -> None:
        if self._current is None:
            return
        selection = select.chosen_by(chosen, chooser)
        self._selections[self._current] = selection
        self.selection_changed.emit(selection)

    def _step(self, by: int) -> None:
        if self._current is None:
            return
        order = self._orders.get(self._current)
        if order is None:
            order = tuple(one.id for one in self._current.checked.findings)
        if not order:
            self.said.emit(self.tr("没有问题可看。"))
            return
        now = self.selection.finding
        self.select_finding(select.step(order, now, by), Chooser.KEYS)
        if len(order) > 1 and now == order[-1 if by > 0 else 0]:
            round_end = self.tr("已是最后一处，回到第一处。")
            self.said.emit(round_end if by > 0 else self.tr("已是第一处，转到最后一处。"))
