"""The selected finding in full, below the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reviewer.window.findings_rows import FindingRow
from reviewer.window.theme import Theme


class FindingDetail(QLabel):
    """Message, figures and basis of one finding; not there when none is selected."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding_detail")
        self._theme = theme
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContentsMargins(12, 5, 12, 6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.show_row(None)

    def show_row(self, row: FindingRow | None) -> None:
        """Show a finding, or nothing."""
        self.setText(self._words(row) if row is not None else "")
        self.setVisible(row is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text on the panels' ground, parted from the table by a line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
        super().paintEvent(event)

    def _words(self, row: FindingRow) -> str:
        finding = row.finding
        facts = [finding.message, row.moved]
        if finding.found and finding.expected:
            facts.append(
                self.tr("现为 {found}，应为 {expected}").format(
                    found=finding.found, expected=finding.expected
                )
            )
        if finding.basis:
            facts.append(self.tr("依据：{}").format(finding.basis))
        return "　".join(fact for fact in facts if fact)
