"""Where panels stand and how large the window is: kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStyle, QWidget

from reviewer.window.frame.dock import Dock
from reviewer.window.frame.dock_area import DockArea
from reviewer.window.frame.panel_shares import REPORTS, PanelShares, SeparatorDrags
from reviewer.window.settings import SettingsStore

_SIZE = QSize(1440, 900)
_FRAME = QSize(8, 40)
"""What the desktop puts around a window: the status bar has to be on the screen too."""


def restore_size(window: QMainWindow, settings: SettingsStore) -> None:
    """Give a window the size and place that it had, or what fits the screen."""
    if not window.restoreGeometry(_bytes(settings.value.geometry)):
        screen = QGuiApplication.primaryScreen().availableSize()
        window.resize(_SIZE.boundedTo(screen - _FRAME))


def keep_size(window: QMainWindow, settings: SettingsStore) -> None:
    """Write the size and place of a window into the settings."""
    settings.update(geometry=_text(window.saveGeometry()))


class WindowLayout(QObject):
    """Keeps where the docks stand, in the window and inside it.

    Docks can only be put in their places once the window has its size, so that is done when
    they are shown for the first time.
    """

    def __init__(
        self, window: QMainWindow, area: DockArea, reports: Dock, settings: SettingsStore
    ) -> None:
        super().__init__(window)
        self._window = window
        self._area = area
        self._reports = reports
        self._settings = settings
        self._shown = False
        self._restored = False
        self._wants_reports = True
        self._laid = QSize()
        self._shares = PanelShares(settings.value.panel_shares)
        area.shares = self._shares
        drags = SeparatorDrags(window)
        drags.ended.connect(self._learn)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list of reports takes its share of the window that was made larger or smaller."""
        if event.type() == QEvent.Type.Resize and self._shown:
            self._size_reports()
        return super().eventFilter(watched, event)

    def show_panels(self, on: bool) -> None:
        """Show the panels that the user wants, or hide them all while no report is open."""
        if self._shown and not on:
            self._keep_panels()
            self._wants_reports = not self._reports.isHidden()
        self._shown = on
        self._reports.setVisible(on and self._wants_reports)
        if on and not self._restored:
            self._restored = True
            self._restore_panels()

    def rehearse(self, size: QSize) -> None:
        """Put the docks unseen where they will stand beside the list of reports."""
        seam = self._window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent)
        reports = self._shares.of(REPORTS, self._window.width()) + seam
        self._lay_area(size.shrunkBy(QMargins(reports, 0, 0, 0)))

    def reset(self) -> None:
        """Put all panels back where they stand at first."""
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._reports)
        self._reports.setFloating(False)
        self._reports.show()
        self._shares.forget()
        self._size_reports()
        self._area.arrange()

    def keep(self) -> None:
        """Write the places into the settings."""
        if self._shown:
            self._keep_panels()

    def _keep_panels(self) -> None:
        self._settings.update(
            outer_state=_text(self._window.saveState()),
            inner_state=_text(self._area.saveState()),
            panel_shares=self._shares.dragged,
        )

    def _restore_panels(self) -> None:
        self._window.restoreState(_bytes(self._settings.value.outer_state))
        self._size_reports()
        self._activate(self._window)
        self._activate(self._window.centralWidget())
        room = self._area.parentWidget()
        if room is not None:
            self._lay_area(room.size())

    def _lay_area(self, size: QSize) -> None:
        """Put the inner docks in their places, in the size that there will be for them."""
        if size == self._laid:
            return
        self._laid = size
        # The inner window takes its size before its docks are given theirs.
        self._area.resize(size)
        self._activate(self._area)
        self._area.restoreState(_bytes(self._settings.value.inner_state))
        self._area.lay_sizes()

    def _activate(self, widget: QWidget | None) -> None:
        layout = widget.layout() if widget is not None else None
        if layout is not None:
            layout.activate()

    def _size_reports(self) -> None:
        if self._reports_at_home():
            width = self._shares.of(REPORTS, self._window.width())
            self._window.resizeDocks([self._reports], [width], Qt.Orientation.Horizontal)

    def _learn(self) -> None:
        if self._reports_at_home():
            self._shares.learn(REPORTS, self._reports.width(), self._window.width())

    def _reports_at_home(self) -> bool:
        """Whether the list of reports is seen at a side of the window."""
        sides = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        return (
            not self._reports.isHidden()
            and not self._reports.isFloating()
            and bool(self._window.dockWidgetArea(self._reports) & sides)
        )


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))
