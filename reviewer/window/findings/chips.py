"""The row of filters with counts above the findings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from reviewer.window.findings.rows import Filter
from reviewer.window.look.theme import Theme


class Chip(QAbstractButton):
    """A filter with the number of what it shows."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._count = 0
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(0)

    @property
    def count(self) -> int:
        """How many findings it shows."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setText(f"{self._name} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text and round ends."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + round(metrics.height() * 1.1)
        return QSize(width, round(metrics.height() * 1.3))

    def minimumSizeHint(self) -> QSize:
        """It is not squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill, filled when chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = "accent" if on or self.hasFocus() else "border"
        painter.setPen(QPen(self._theme.color(edge), 1.6 if self.hasFocus() else 1.0))
        fill = "selection" if on else "hover" if self.underMouse() else "base"
        painter.setBrush(self._theme.color(fill))
        pill = QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self._theme.color("accent" if on else "text" if self._count else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class FilterChips(QWidget):
    """One chip a filter, exactly one of them chosen.

    Attributes:
        chosen: The Filter that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter_chips")
        self._group = QButtonGroup(self)
        self._chips: dict[Filter, Chip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, (kind, name) in enumerate(self._names().items()):
            chip = Chip(name, theme, self)
            self._chips[kind] = chip
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._chips[Filter.ALL].setChecked(True)
        self._group.idToggled.connect(self._on_toggled)
        self.set_counts({})

    def __getitem__(self, kind: Filter) -> Chip:
        return self._chips[kind]

    def set_counts(self, counts: Mapping[Filter, int]) -> None:
        """Show how many findings each filter has; stale ones only if there are any."""
        for kind, chip in self._chips.items():
            chip.set_count(counts.get(kind, 0))
        stale = self._chips[Filter.STALE]
        stale.setVisible(bool(stale.count) or stale.isChecked())

    def choose(self, kind: Filter) -> None:
        """Choose a filter as a click would."""
        self._chips[kind].setChecked(True)

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(list(self._chips)[number])

    def _names(self) -> dict[Filter, str]:
        return {
            Filter.ALL: self.tr("全部"),
            Filter.ERROR: self.tr("错误"),
            Filter.WARNING: self.tr("警告"),
            Filter.HINT: self.tr("提示"),
            Filter.OPEN: self.tr("待核"),
            Filter.STALE: self.tr("需复核"),
        }
