"""The reports that are open, one under the other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from reviewer.review.review import Review
from reviewer.window.commands.panel_keys import Panel, meant, panel_key
from reviewer.window.desk.workbench import Workbench
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.reports.delegate import ReportRow, ReportsDelegate
from reviewer.window.summary import (
    Summary,
    doubted,
    file_names,
    misused,
    name_of,
    summary_of,
    unnamed,
)
from reviewer.window.widgets.menu_style import ruled
from reviewer.window.widgets.model_index import NOWHERE, ROW_ROLE, Index
from reviewer.window.widgets.panel_frame import PanelFrame
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_list import PlainList
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.wording import waiting_text

KEY_ROLE = ROW_ROLE + 1
"""The review's identity."""
_LEAST_WIDTH = 96
"""At this width in pixels one town's name can be told from another."""


class ReportsModel(QAbstractListModel):
    """One row for each open review."""

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._keys = [review.sha256 for review in workbench.reviews]
        self._rows = [self._row(review) for review in workbench.reviews]
        self._tell_apart()
        workbench.opened.connect(self._add)
        workbench.closed.connect(self._remove)
        workbench.changed.connect(self._refresh)
        workbench.rechecked.connect(self._refresh_row)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many reviews are open."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a row, ready to be drawn."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == KEY_ROLE:
            return self._keys[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.body} {row.year}\n{row.state}"
        return plain_tip(row.tip) if role == Qt.ItemDataRole.ToolTipRole else None

    def place_of(self, review: Review) -> int:
        """The row of a review; -1 if it is not listed (any more)."""
        key = review.sha256
        return self._keys.index(key) if key in self._keys else -1

    def _add(self, review: Review) -> None:
        place = len(self._rows)
        self.beginInsertRows(NOWHERE, place, place)
        self._keys.append(review.sha256)
        self._rows.append(self._row(review))
        self.endInsertRows()
        self._tell_apart()

    def _remove(self, key: str) -> None:
        place = self._keys.index(key)
        self.beginRemoveRows(NOWHERE, place, place)
        del self._keys[place]
        del self._rows[place]
        self.endRemoveRows()
        self._tell_apart()

    def _refresh(self) -> None:
        if self._workbench.current is not None:
            self._refresh_row(self._workbench.current)

    def _refresh_row(self, review: Review) -> None:
        place = self._keys.index(review.sha256)
        self._put(place, replace(self._row(review), apart=self._rows[place].apart))

    def _put(self, place: int, row: ReportRow) -> None:
        self._rows[place] = row
        self.dataChanged.emit(self.index(place), self.index(place))

    def _tell_apart(self) -> None:
        """Have reports of one body and year told apart by their files."""
        alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place, row in enumerate(self._rows):
            alike[row.body, row.year].append(place)
        for places in alike.values():
            names = file_names([self._rows[place].path for place in places])
            for place, name in zip(places, names, strict=True):
                apart = name if len(places) > 1 else ""
                if self._rows[place].apart != apart:
                    self._put(place, replace(self._rows[place], apart=apart))

    def _row(self, review: Review) -> ReportRow:
        report = review.report
        summary = summary_of(review)
        path, compared = report.document.origin.path, review.compared
        return ReportRow(
            body=doubted(_short(report.body), report) or report.title or unnamed(path),
            year=report.school_year or str(report.year or ""),
            form=self._form(review),
            to_do=self._to_do(summary),
            gravest=summary.gravest,
            wrong=misused(review),
            path=path,
            tip="\n".join(
                (
                    name_of(report),
                    waiting_text(summary),
                    *(map(told, compared.sentences) if compared is not None else ()),
                    path or self.tr("来自剪贴板"),
                )
            ),
        )

    def _form(self, review: Review) -> tuple[str, ...]:
        report = review.report
        if report.is_formless:
            return (self.tr("学年报告"),)
        form = self.tr("误用{}格式") if misused(review) else self.tr("{}格式")
        return form.format(report.form.id), report.form.id

    def _to_do(self, summary: Summary) -> str:
        if summary.open:
            return self.tr("待核 {}").format(summary.open)
        return self.tr("无待核") if summary.assessed else self.tr("无可核数字")


def _short(body: str) -> str:
    """A body without the ending that most share; the tip has the whole name."""
    return body.removesuffix("人民政府").removesuffix("办事处") or body


class ReportsPanel(PanelFrame):
    """The list at the far left: which report is shown, what each has left to do."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("报告"), theme, parent)
        self.setObjectName("reports_panel")
        self._workbench = workbench
        self._menu = ruled(QMenu(self), theme)
        self._count = QLabel(self.heading)
        mute(self._count)
        self.heading.row.addStretch(1)
        self.heading.row.addWidget(self._count)
        self._model = ReportsModel(workbench, self)
        self.list = PlainList(theme, self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(ReportsDelegate(theme, self))
        self.list.setAccessibleName(self.title)
        self.setFocusProxy(self.list)
        self.fill(self.list)
        self._connect()
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete closes the report that is selected."""
        review = self._workbench.current
        if meant(event, Panel.REPORTS) == "reports.close" and review is not None:
            self._workbench.close_review(review)
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self._workbench.current_changed.connect(self._follow)
        self._workbench.opened.connect(self._follow)
        self._workbench.closed.connect(self._follow)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.menu_wanted.connect(self._open_menu)

    def _follow(self) -> None:
        count = len(self._workbench.reviews)
        self._count.setText(str(count) if count else "")
        if self._workbench.current is not None:
            place = self._model.place_of(self._workbench.current)
            self.list.setCurrentIndex(self._model.index(place))

    def _choose(self, index: QModelIndex) -> None:
        # By its key: while a report is being closed, rows and reviews do not agree.
        key = index.data(KEY_ROLE) if index.isValid() else None
        for review in self._workbench.reviews:
            if review.sha256 == key:
                self._workbench.show(review)

    def _open_menu(self, point: QPoint) -> None:
        review = self._workbench.current
        over = self.list.indexAt(self.list.viewport().mapFromGlobal(point))
        if not over.isValid() or review is None:
            return
        self._menu.clear()
        self._menu.addAction(
            f"{self.tr('关闭')}\t{panel_key('reports.close')}", self._workbench.close_current
        )
        self._menu.addAction(self.tr("关闭其他报告"), self._close_others)
        self._menu.addSeparator()
        path = self._menu.addAction(self.tr("复制文件路径"), self._copy_path)
        path.setEnabled(bool(review.report.document.origin.path))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("删除审核记录…"), self._erase_current)
        self._menu.popup(point)

    def _erase_current(self) -> None:
        if self._workbench.current is not None:
            self._workbench.archive.ask_to_erase(self._workbench.current.sha256)

    def _close_others(self) -> None:
        for review in self._workbench.reviews:
            if review is not self._workbench.current:
                self._workbench.close_review(review)

    def _copy_path(self) -> None:
        if self._workbench.current is not None:
            path = self._workbench.current.report.document.origin.path
            QGuiApplication.clipboard().setText(path)
