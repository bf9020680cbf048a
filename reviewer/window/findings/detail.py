"""The selected finding in full, below the table."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.window.findings.rows import FindingRow
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.plain_tip import plain_tip

_MARGIN_X, _MARGIN_Y = 12, 5
_MOST_LINES = 4


class FindingDetail(QWidget):
    """Message, figures and basis of one finding; as many lines as it is allowed, then dots."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding_detail")
        self._theme = theme
        self._words = ""
        self._allowed = _MOST_LINES
        self._least = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_row(None)

    @property
    def words(self) -> str:
        """All that there is to say."""
        return self._words

    @property
    def lines(self) -> int:
        """How many lines all of it takes."""
        return len(self._broken())

    def show_row(self, row: FindingRow | None) -> None:
        """Show a finding, or nothing."""
        self._words = self._facts(row) if row is not None else ""
        self.setToolTip(plain_tip(self._words))
        self.setAccessibleName(self._words)
        self.setVisible(row is not None and self._allowed > 0)
        self.updateGeometry()
        self.update()

    def allow(self, lines: int, least: int = 0) -> None:
        """Take no more lines than these, and no less pixels; no lines at all hide it."""
        self._allowed = min(max(lines, 0), _MOST_LINES)
        self._least = least
        self.setVisible(bool(self._words) and self._allowed > 0)
        self.updateGeometry()

    def height_of(self, lines: int) -> int:
        """Pixels that so many lines take."""
        return lines * self.fontMetrics().lineSpacing() + 2 * _MARGIN_Y + 1

    def lines_in(self, height: int) -> int:
        """How many lines have room in so many pixels."""
        return (height - self.height_of(0)) // self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """As high as the lines shown."""
        lines = min(self.lines, self._allowed)
        return QSize(100, max(self.height_of(lines), self._least))

    def minimumSizeHint(self) -> QSize:
        """It takes just what it needs."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text on the panels' ground, parted from the table by a line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        painter.setPen(self._theme.color("text"))
        height = self.fontMetrics().lineSpacing()
        for number, text in enumerate(self._shown()):
            top = _MARGIN_Y + 1 + number * height
            line = QRectF(QPointF(_MARGIN_X, top), self._line_size())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    # -- inside ---------------------------------------------------------------------------

    def _shown(self) -> list[str]:
        """The lines allowed; the last one ends in dots if there are more."""
        lines = self._broken()
        if len(lines) <= self._allowed:
            return lines
        rest = "".join(lines[self._allowed - 1 :])
        width = round(self._line_size().width())
        elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [*lines[: self._allowed - 1], elided]

    def _broken(self) -> list[str]:
        """The words in lines of the widget's width."""
        layout = QTextLayout(self._words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._line_size().width(), 40))
            lines.append((line.textStart(), line.textLength()))
        layout.endLayout()
        return [self._words[start : start + length] for start, length in lines]

    def _line_size(self) -> QSize:
        return QSize(self.width() - 2 * _MARGIN_X, self.fontMetrics().lineSpacing())

    def _facts(self, row: FindingRow) -> str:
        finding = row.finding
        facts = [finding.message, row.doubts, row.moved]
        if finding.found and finding.expected:
            facts.append(
                self.tr("现为 {found}，应为 {expected}").format(
                    found=finding.found, expected=finding.expected
                )
            )
        if finding.basis:
            facts.append(self.tr("依据：{}").format(finding.basis))
        return "　".join(fact for fact in facts if fact)
