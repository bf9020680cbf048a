"""The tabs over the tables, each with a badge that counts what is open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHoverEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QTabBar, QWidget

from reviewer.window.look.fonts import ui_font, ui_metrics
from reviewer.window.look.theme import Theme

_PADS = (12, 7, 7)
"""Pixels beside a name; where there is little room less, and then short names."""
_SHORT = 2
_GAP = 6
_BADGE_PAD = 6
_ABOVE_AND_BELOW = 14


@dataclass(frozen=True)
class Badge:
    """What waits behind a tab.

    Attributes:
        color: The theme's name of the gravest one's colour, which has a ``_fill``.
    """

    count: int = 0
    color: str = "broken"


class BadgeTabs(QTabBar):
    """Flat tabs; the current one stands on a tinted ground and its badge beside its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._badges: list[Badge] = []
        self._hovered = -1
        self._by_key = False
        self._tightness = 0
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def badge_of(self, index: int) -> Badge:
        """A tab's badge; one that counts nothing is not drawn."""
        return self._badges[index] if index < len(self._badges) else Badge()

    def add(self, name: str, short: str) -> None:
        """Add a tab, with what it is called where there is little room."""
        self.setTabData(self.addTab(name), short)

    def set_badges(self, badges: list[Badge]) -> None:
        """Show these badges, one a tab."""
        if badges == self._badges:
            return
        self._badges = badges
        for index, badge in enumerate(badges):
            name, count = self.tabText(index), badge.count
            said = self.tr("{name}，待核问题 {count} 条").format(name=name, count=count)
            self.setAccessibleTabName(index, said if count else name)
            self.setTabToolTip(index, self._tip(count))
        self._lay_out()

    def shown_name(self, index: int) -> str:
        """A tab's name as it is drawn."""
        short = self.tabData(index) if self._tightness == _SHORT else None
        return short or self.tabText(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All tabs are seen at once if that can be."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The loosest look in which all tabs have room."""
        before = self._tightness
        for tightness in range(len(_PADS)):
            self._tightness = tightness
            if sum(self.tabSizeHint(one).width() for one in range(self.count())) <= self.width():
                break
        if self._tightness != before:
            self._lay_out()

    def _lay_out(self) -> None:
        self.updateGeometry()
        # The bar lays its tabs out again only when one of them changes.
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index))
        self.update()

    def tabLayoutChange(self) -> None:
        """Other tabs or counts may have more or less room."""
        super().tabLayoutChange()
        self._fit()

    def _tip(self, count: int) -> str:
        return self.tr("待核问题 {count} 条").format(count=count) if count else ""

    @property
    def _pad(self) -> int:
        return _PADS[self._tightness]

    def tabSizeHint(self, index: int) -> QSize:
        """Name and badge with air around them."""
        metrics = ui_metrics(bold=True)
        width = metrics.width(self.shown_name(index)) + 2 * self._pad
        count = self.badge_of(index).count
        if count:
            width += self._badge_width(count) + _GAP
        return QSize(width, metrics.height() + _ABOVE_AND_BELOW)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Names are never cut: the bar scrolls instead."""
        return self.tabSizeHint(index)

    def event(self, event: QEvent) -> bool:
        """Follow the pointer."""
        if isinstance(event, QHoverEvent):
            over = -1
            if event.type() != QEvent.Type.HoverLeave:
                over = self.tabAt(event.position().toPoint())
            if over != self._hovered:
                self._hovered = over
                self.update()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows only for those who came by key."""
        self._by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All tabs, and a ring around the current one if the keys are here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        current = index == self.currentIndex()
        ground = "selection" if current else "hover" if index == self._hovered else None
        card = rect.adjusted(0, 1, -1, 6)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(ground))
            painter.setClipRect(rect)
            painter.drawRoundedRect(card, 5, 5)
            painter.setClipping(False)
        if current and self.hasFocus() and self._by_key:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 3, -3, -2), 4, 4)
        painter.setFont(ui_font(bold=current))
        painter.setPen(self._theme.color("accent" if current else "text"))
        name = rect.adjusted(self._pad, 1, -self._pad, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name, left, self.shown_name(index))
        badge = self.badge_of(index)
        if badge.count:
            taken = ui_metrics(bold=current).width(self.shown_name(index))
            fill = "base" if current else f"{badge.color}_fill"
            self._paint_badge(painter, name.adjusted(taken + _GAP, 0, 0, 0), badge, fill)

    def _paint_badge(self, painter: QPainter, beside: QRect, badge: Badge, fill: str) -> None:
        font = ui_font(0.85, bold=True)
        height = ui_metrics(0.85, bold=True).height()
        pill = QRect(0, 0, self._badge_width(badge.count), height)
        pill.moveCenter(beside.center())
        pill.moveLeft(beside.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color(badge.color))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, str(badge.count))

    def _badge_width(self, count: int) -> int:
        metrics = ui_metrics(0.85, bold=True)
        return max(metrics.width(str(count)) + 2 * _BADGE_PAD, metrics.height())
