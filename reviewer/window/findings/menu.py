"""What can be done with findings, as a menu at the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.review.model import Verdict
from reviewer.window.commands.actions import VERDICT_KEYS, key_of
from reviewer.window.commands.panel_keys import panel_key
from reviewer.window.findings.rows import FindingRow
from reviewer.window.findings.text import suggestions
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.menu_style import ruled
from reviewer.window.wording import verdict_name


class FindingsMenu(QMenu):
    """The menu of the rows selected; keys are only named, the table listens to them itself.

    Attributes:
        judged: The Verdict that was chosen, None to take verdicts back.
        reason_wanted: A reason is to be written.
        copied: The rows are to be copied.
        suggestions_copied: What the rows say should stand there is to be copied.
        all_copied: All that is listed is to be copied as a return note.
    """

    judged = Signal(object)
    reason_wanted = Signal()
    copied = Signal()
    suggestions_copied = Signal()
    all_copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        ruled(self, theme)
        self._verdicts: dict[QAction, Verdict | None] = {}
        self.triggered.connect(self._judge)

    def open_verdicts(self, rows: Sequence[FindingRow], point: QPoint) -> None:
        """Offer the verdicts on some rows."""
        self._begin()
        self._add_verdicts(rows)
        self.popup(point)

    def open_whole(self, rows: Sequence[FindingRow], point: QPoint, *, listed: bool) -> None:
        """Offer all that can be done with some rows.

        Args:
            rows: Those selected.
            point: Where on the screen.
            listed: Whether any rows are listed at all.
        """
        self._begin()
        if rows:
            self._add_verdicts(rows)
            self.addSeparator()
            reason = self._add(self.tr("写理由"), panel_key("findings.reason"))
            reason.triggered.connect(self.reason_wanted)
            copy = self._add(self.tr("复制所选问题"), panel_key("findings.copy"))
            copy.triggered.connect(self.copied)
            right = self._add(self.tr("复制建议"), key_of("review.copy_suggestion"))
            right.triggered.connect(self.suggestions_copied)
            right.setEnabled(bool(suggestions(rows)))
        every = self.addAction(self.tr("把列出的问题复制为退改意见"))
        every.triggered.connect(self.all_copied)
        every.setEnabled(listed)
        self.popup(point)

    def _begin(self) -> None:
        self.clear()
        self._verdicts.clear()

    def _add(self, title: str, key: str) -> QAction:
        return self.addAction(f"{title}\t{key}")

    def _add_verdicts(self, rows: Sequence[FindingRow]) -> None:
        standing = {row.decision.verdict for row in rows if row.settled and row.decision}
        for key, verdict in VERDICT_KEYS.items():
            if verdict is not None:
                action = self._add(verdict_name(verdict), key)
                # Only what stands is ticked: empty boxes could hardly be seen on a dark ground.
                action.setCheckable(verdict in standing)
                action.setChecked(verdict in standing)
            else:
                self.addSeparator()
                action = self._add(self.tr("撤回核定"), key)
                action.setEnabled(any(row.decision for row in rows))
            self._verdicts[action] = verdict

    def _judge(self, action: QAction) -> None:
        if action in self._verdicts:
            self.judged.emit(self._verdicts[action])
