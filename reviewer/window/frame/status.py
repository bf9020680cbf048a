"""The line at the bottom: form, figures read, findings open, when it was saved; progress."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from reviewer.document.encodings import title_of
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.frame.progress import WorkProgress
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.menus.encoding_menu import EncodingMenu
from reviewer.window.summary import misused, present_encoding, summary_of
from reviewer.window.widgets.elided_label import ElidedLabel
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.row_ground import paint_elided
from reviewer.window.wording import with_key

_SHOWN_FOR = 6000
_LEFT = 12
_COUNTED = 13
"""Characters of the counts that are shown before the form's name, which is known."""


class StatusLine(QStatusBar):
    """What the current review stands at."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._workbench = workbench
        self._theme = theme
        self.form = ElidedLabel(self)
        self.cells = ElidedLabel(self, _COUNTED)
        self.findings = ElidedLabel(self, _COUNTED)
        self.eyes = ElidedLabel(self, _COUNTED)
        self.saved = QLabel(self)
        self.encoding = LinkButton(theme, self)
        self.encodings = EncodingMenu(workbench, self)
        self.progress = WorkProgress(workbench, theme, self)
        self._shown = row = QWidget(self)
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(_LEFT, 0, 0, 0)
        self._row.setSpacing(28)
        for label in (self.form, self.cells, self.findings, self.eyes):
            self._row.addWidget(label)
        self._row.addWidget(self.encoding)
        self._row.addStretch(1)
        self.addWidget(row, 1)
        self.addPermanentWidget(self.progress)
        mute(self.saved)
        self.saved.setContentsMargins(0, 0, 12, 0)
        self.addPermanentWidget(self.saved)
        self._connect()
        self._show(workbench.current)

    def _connect(self) -> None:
        self._workbench.current_changed.connect(self._refresh)
        self._workbench.changed.connect(self._refresh)
        self._workbench.selection_changed.connect(self._forget)
        self._workbench.saved.connect(self._show_saved)
        self._workbench.said.connect(self.say)
        self.encoding.clicked.connect(self._on_encoding_clicked)

    def minimumSizeHint(self) -> QSize:
        """No width: what finds no room is cut short, and never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def say(self, text: str) -> None:
        """Show a line for a while."""
        self.showMessage(text, _SHOWN_FOR)

    def offer_encodings(self, path: Path | None = None) -> None:
        """Open the menu of encodings for a file, or for the one of the report shown."""
        review = self._workbench.current
        if path is None and review is not None and present_encoding(review):
            path = Path(review.original.document.origin.path)
        if path is not None:
            height = self.encodings.sizeHint().height()
            corner = self.encoding if self.encoding.isVisible() else self
            self.encodings.offer(path, corner.mapToGlobal(QPoint(0, -height)))

    def _on_encoding_clicked(self) -> None:
        self.offer_encodings()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rule above; the message that is shown for a while, where the rest stands else."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        painter.setPen(self._theme.color("text"))
        if self._shown.isHidden():
            said = self.rect().adjusted(_LEFT, 1, -self.saved.width(), 0)
            paint_elided(painter, said, self.currentMessage())
        painter.end()

    def _refresh(self) -> None:
        self._forget()
        self._show(self._workbench.current)

    def _forget(self) -> None:
        """What is said is about what was done before: whoever has news says it after his deed."""
        self.clearMessage()

    def _show(self, review: Review | None) -> None:
        for label in (self.form, self.cells, self.findings, self.eyes, self.saved):
            label.setVisible(review is not None)
        self._show_encoding(review)
        if review is None:
            return
        self.form.setText(self._form_text(review))
        evidence = "\n".join((self.form.text(), *map(told, review.report.evidence)))
        self.form.setToolTip(plain_tip(evidence))
        summary = summary_of(review)
        read = summary.cells - summary.missing
        words = [self.tr("{} 格：已读 {}，存疑 {}").format(summary.cells, read, summary.doubtful)]
        if summary.missing:
            words.append(self.tr("缺 {}").format(summary.missing))
        self.cells.setText(self.tr("，").join(words))
        self.cells.setVisible(summary.cells > 0)
        self.findings.setText(self.tr("待核问题 {}").format(summary.open))
        self._show_eyes(review)
        self._show_saved(review.entries[-1].time if review.entries else None)

    def _show_eyes(self, review: Review) -> None:
        """How much of what no equation guards was compared with the source."""
        from reviewer.review.coverage import coverage_of  # loaded after the empty window

        coverage = coverage_of(review)
        total = len(coverage.to_see)
        self.eyes.setText(self.tr("目视核对 {}/{}").format(len(coverage.seen), total))
        tip = self.tr("没有等式约束的 {} 格，已核对 {}；存疑的 {} 格，已解决 {}").format(
            len(coverage.unguarded),
            coverage.unguarded_seen,
            len(coverage.doubtful),
            coverage.doubtful_seen,
        )
        self.eyes.setToolTip(with_key(tip, "view.tab_6"))
        self.eyes.setVisible(total > 0)

    def _show_encoding(self, review: Review | None) -> None:
        name = present_encoding(review)
        tip = self.tr("文字编码；点击可换编码重新读取")
        self.encoding.show_text(title_of(name) if name else "", tip)

    def _form_text(self, review: Review) -> str:
        report = review.report
        if report.is_formless:
            return self.tr("学年报告 · 不适用规定的格式")
        sure = self.tr("把握 {:.0%}").format(report.confidence)
        name = self.tr("{} 格式（{}） · {}").format(report.form.id, report.form.basis, sure)
        if misused(review):
            return self.tr("{} · 应为 {} 格式").format(name, report.form_due)
        return name

    def _show_saved(self, time: datetime | None) -> None:
        if time is None:
            self.saved.setText(self.tr("自动保存"))
        else:
            clock = time.astimezone().strftime("%H:%M")
            self.saved.setText(self.tr("已自动保存 {}").format(clock))
