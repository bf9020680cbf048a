"""What the window shows while no report is open: three ways to begin, and recent reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from reviewer.window.commands.panel_keys import Panel, meant, panel_key
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.menus.action_set import ActionSet
from reviewer.window.start.first_steps import FirstSteps
from reviewer.window.summary import name_of
from reviewer.window.widgets.empty_text import EmptyText
from reviewer.window.widgets.menu_style import ruled
from reviewer.window.widgets.plain_scroll import PlainScroll
from reviewer.window.widgets.primary_button import PrimaryButton
from reviewer.window.widgets.rows import Row, RowList
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.wording import moment

if TYPE_CHECKING:
    from reviewer.library.stored import Seen

_CHARACTERS = 46
"""How wide the field is, so that its sentence stands on one line."""
_LEAST_CHARACTERS = 28
_BESIDE = 40
"""Pixels beside the field, and those of a scroll bar."""
_RECENT = 8


class _DropField(QWidget):
    """A dashed frame to drop reports in; the whole window takes them."""

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = title = QLabel(self.tr("把年度报告拖到这里"), self)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = EmptyText(
            self,
            self.tr(
                "支持 Word、WPS、PDF、OFD、电子表格、网页、文本和扫描图片，"
                "也可以拖入文件夹，或粘贴网页、文档里的文字"
            ),
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        open_button = PrimaryButton(actions["file.open"], theme, self)
        buttons.addWidget(open_button)
        for name in ("file.paste", "file.sample"):
            button = SmallButton(actions[name].text(), theme, self)
            button.setFixedHeight(open_button.sizeHint().height())
            button.setToolTip(actions[name].toolTip())
            button.clicked.connect(actions[name].trigger)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.setFocusProxy(open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 30, 24, 30)
        column.setSpacing(10)
        for label in (self._picture, title, hint):
            column.addWidget(label)
        column.addSpacing(10)
        column.addLayout(buttons)
        theme.changed.connect(self._draw_picture)
        self._draw_picture()
        self._write_large()

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._write_large()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.brush("panel"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
        painter.end()

    def _write_large(self) -> None:
        self._title.setFont(ui_font(1.45, bold=True))

    def _draw_picture(self) -> None:
        icon = self._theme.icon("drop", "accent")
        self._picture.setPixmap(icon.pixmap(QSize(48, 48), self.devicePixelRatio()))


class EmptyPage(PlainScroll):
    """Shown while nothing is open; it scrolls where the letters are too large for the window."""

    def __init__(
        self, workbench: Workbench, theme: Theme, actions: ActionSet, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("emptyPage")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._workbench = workbench
        self._seen: tuple[Seen, ...] = ()
        inside = QWidget(self)
        self.drop_field = _DropField(theme, actions, inside)
        self._heading = QLabel(self.tr("最近的报告"), inside)
        self.recent = RowList(theme, inside)
        self.recent.setAccessibleName(self._heading.text())
        self.recent.went.connect(self._open)
        self.recent.menu_wanted.connect(self._open_menu)
        self.recent.installEventFilter(self)
        self._menu = ruled(QMenu(self), theme)
        self.first_steps = FirstSteps(theme, inside)
        self.setFocusProxy(self.drop_field)
        self._lay_out(inside)
        self._fit()
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the sentences are broken into more lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes a report off the list of recent ones."""
        delete = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and meant(event, Panel.RECENT) == "recent.unlist"
        )
        if delete:
            self._unlist_chosen()
        return delete or super().eventFilter(watched, event)

    def refresh(self) -> None:
        """List the reports that were opened before."""
        rows = []
        self._seen = self._workbench.archive.recent(_RECENT)
        for seen in self._seen:
            origin = _shown(Path(seen.path)) if seen.path else self.tr("来自剪贴板")
            detail = f"{origin}   {moment(seen.opened_at)}"
            rows.append(Row(name_of(seen), detail, "report"))
        self.recent.rows.show(rows)
        self.recent.setFixedHeight(self.recent.height_for(_RECENT))
        self.recent.setVisible(bool(rows))
        self._heading.setVisible(bool(rows))
        self.first_steps.setVisible(not rows)

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self.drop_field)
        column.addSpacing(18)
        column.addWidget(self._heading)
        column.addWidget(self.recent)
        column.addWidget(self.first_steps)
        column.addStretch(3)
        row = QHBoxLayout(inside)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)

    def _fit(self) -> None:
        self._heading.setFont(ui_font(bold=True))
        character = QFontMetrics(ui_font()).horizontalAdvance("政")
        room = max(self.width() - _BESIDE, _LEAST_CHARACTERS * character)
        width = min(_CHARACTERS * character, room)
        self.drop_field.setFixedWidth(width)
        self.recent.setFixedWidth(width)
        self.first_steps.setFixedWidth(width)
        self.recent.setFixedHeight(self.recent.height_for(_RECENT))

    def _chosen(self) -> Seen | None:
        index = self.recent.currentIndex()
        return self._seen[index.row()] if index.isValid() else None

    def _open_menu(self, point: QPoint) -> None:
        over = self.recent.indexAt(self.recent.viewport().mapFromGlobal(point))
        if not over.isValid():
            return
        self.recent.setCurrentIndex(over)
        self._menu.clear()
        self._menu.addAction(self.tr("打开"), self._open_chosen)
        self._menu.addSeparator()
        self._menu.addAction(
            f"{self.tr('从列表中移除')}\t{panel_key('recent.unlist')}", self._unlist_chosen
        )
        self._menu.addAction(self.tr("删除审核记录…"), self._erase_chosen)
        self._menu.popup(point)

    def _open_chosen(self) -> None:
        self._open(self.recent.currentIndex())

    def _unlist_chosen(self) -> None:
        """The row after it is chosen then, so that the keys can go on."""
        seen, place = self._chosen(), self.recent.currentIndex().row()
        if seen is not None:
            self._workbench.archive.unlist(seen)
            self.recent.select(min(place, self.recent.rows.rowCount() - 1))

    def _erase_chosen(self) -> None:
        seen = self._chosen()
        if seen is not None:
            self._workbench.archive.ask_to_erase(seen.sha256)

    def _open(self, index: QModelIndex) -> None:
        self._workbench.archive.open(self._seen[index.row()])


def _shown(path: Path) -> str:
    """A file's name first: it is seen whole where there is no room for all folders."""
    return f"{path.name} · {path.parent}"
