"""The report's text with the places of figures, findings and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.review.model import Changes
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.faces import Face, faces_of, related_cells, words_of
from reviewer.window.look.theme import Theme
from reviewer.window.placed_marks import (
    UNDERLINES,
    Figures,
    PlacedMark,
    found_format,
    mark_format,
    marks_of,
    related_format,
    selected_format,
)
from reviewer.window.selection import Chooser, Selection
from reviewer.window.source.folding import folded
from reviewer.window.source.passage_button import PassageButton
from reviewer.window.source.sheet import Look
from reviewer.window.source.text import SourceText
from reviewer.window.widgets.elided_label import ElidedLabel
from reviewer.window.widgets.menu_style import ruled
from reviewer.window.widgets.panel_frame import PanelFrame
from reviewer.window.widgets.plain_tip import plain_tip

_SMALLEST, _LARGEST, _STEP = 50, 300, 10


class SourcePane(PanelFrame):
    """Shows the source of the current review; the figures in it can be clicked."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("原文"), theme, parent)
        self.setObjectName("source_pane")
        self._workbench = workbench
        self._theme = theme
        self._figures: Figures | None = None
        self._faces: Mapping[CellId, Face] = {}
        self._marks: list[PlacedMark] = []
        self._found: Sequence[Span] = ()
        self._zoom = 100
        self._joins = True
        self.text = SourceText(theme, self)
        self.place = ElidedLabel(self.heading)
        self._button = PassageButton(self.text, theme)
        self._menu = ruled(QMenu(self), theme)
        self._lay_out()
        self._connect()
        self.show_review(workbench.current)

    # -- for the window -------------------------------------------------------------------

    @property
    def zoom(self) -> int:
        """Per cent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Zoom to a percentage of the application's font size."""
        self._zoom = min(max(percent, _SMALLEST), _LARGEST)
        self.text.set_scale(self._zoom / 100)
        self._tell_place()

    def zoom_in(self) -> None:
        """Larger text."""
        self.set_zoom(self._zoom + _STEP)

    def zoom_out(self) -> None:
        """Smaller text."""
        self.set_zoom(self._zoom - _STEP)

    def zoom_reset(self) -> None:
        """Text of the usual size."""
        self.set_zoom(100)

    def set_joins_rows(self, on: bool) -> None:
        """Draw the cells of a table's row on one line, or every line of the source."""
        if on != self._joins:
            self._joins = on
            self.show_review(self._workbench.current)

    def highlight(self, spans: Sequence[Span]) -> None:
        """Mark what a search found; empty to end it."""
        self._found = spans
        self._dress()

    def passage(self) -> Span | None:
        """What is selected with mouse or keys."""
        return self.text.passage()

    # -- events ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the figure under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos(), event.globalPos())
            return True
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._shape_pointer(event.position())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_zoom(self._zoom)

    # -- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.place.setObjectName("source_place")
        self.heading.row.addStretch(1)
        self.heading.row.addWidget(self.place)
        self.fill(self.text)
        self.setFocusProxy(self.text)
        self.text.viewport().installEventFilter(self)

    def _connect(self) -> None:
        self._workbench.current_changed.connect(self.show_review)
        self._workbench.changed.connect(self._on_changed)
        self._workbench.selection_changed.connect(self._follow)
        self._theme.changed.connect(self._dress)
        self.text.pressed.connect(self._choose_figure)
        self.text.entered.connect(self._choose_figure_at_caret)
        self.text.passage_chosen.connect(self._choose_passage)
        self.text.zoom_wanted.connect(self._zoom_by)
        self.text.menu_wanted.connect(self._open_menu)
        self.text.cursorPositionChanged.connect(self._tell_place)
        self._button.clicked.connect(self._annotate)

    # -- what the workbench says ----------------------------------------------------------

    def show_review(self, review: Review | None) -> None:
        """Show the text of another review."""
        self._found = ()
        if review is None:
            self._figures, self._faces, self._marks = None, {}, []
            self.text.show_text("", (), ())
            self._tell_place()
            return
        text = review.original.document.text
        self._figures = Figures(review)
        unseen = folded(text, review.original.readings) if self._joins else frozenset[int]()
        self.text.show_text(text, unseen, [one.heading for one in review.original.sections])
        self.text.overlay.set_seams(self._figures.seams())
        self._mark(review)
        self._follow(self._workbench.selection)

    def _on_changed(self, changes: Changes) -> None:
        review = self._workbench.current
        if review is not None:
            self._mark(review)
            self._dress()

    def _follow(self, selection: Selection) -> None:
        span = self._place_of(selection)
        self.text.overlay.frame(span)
        if span is not None and selection.chooser is not Chooser.SOURCE:
            self.text.reveal(span)
        self._dress()
        self._tell_place()

    # -- looks ----------------------------------------------------------------------------

    def _mark(self, review: Review) -> None:
        if self._figures is None:
            return
        self._faces = faces_of(review)
        self._marks = marks_of(review, self._figures, self._faces)
        self.text.set_marks(self._marks)

    def _dress(self) -> None:
        formats = {mark: mark_format(self._theme, mark) for mark in UNDERLINES}
        looks = [(placed.span, formats[placed.mark]) for placed in self._marks]
        looks += self._related_looks()
        looks += [(span, found_format(self._theme)) for span in self._found]
        self.text.set_looks(looks)
        self.text.numbers.update()

    def _related_looks(self) -> list[Look]:
        review, selection = self._workbench.current, self._workbench.selection
        if review is None or self._figures is None:
            return []
        looks: list[Look] = []
        chosen = self._place_of(selection)
        marked = {placed.span for placed in self._marks}
        if chosen is not None:
            look = QTextCharFormat() if chosen in marked else selected_format(self._theme)
            looks.append((chosen, look))
        if selection.cell is not None:
            cells = {selection.cell, *related_cells(review, selection.cell)}
            related = (self._figures.of(cell) for cell in cells)
            look = related_format(self._theme)
            plain = (span for span in related if span is not None and span not in marked)
            looks += [(span, look) for span in plain if span != chosen]
        return looks

    def _place_of(self, selection: Selection) -> Span | None:
        """The selected passage, else the selected figure wherever it is printed."""
        if selection.span is not None:
            return selection.span
        if selection.cell is not None and self._figures is not None:
            return self._figures.of(selection.cell)
        return None

    def _tell_place(self) -> None:
        if self._figures is None:
            self.place.clear()
            return
        chosen = self.text.overlay.framed
        line = self.text.line_at(chosen.start if chosen is not None else self.text.caret())
        self.place.setText(self.tr("第 {} 行 · {}%").format(line, self._zoom))

    # -- what the user does ---------------------------------------------------------------

    def _choose_figure(self, offset: int) -> None:
        figure = self._figures.at(offset) if self._figures is not None else None
        if figure is not None:
            self._workbench.select_cell(figure.cell, Chooser.SOURCE)

    def _choose_figure_at_caret(self, offset: int) -> None:
        figure = self._figures.near(offset) if self._figures is not None else None
        if figure is not None:
            self._workbench.select_cell(figure.cell, Chooser.SOURCE)

    def _choose_passage(self, passage: Span | None) -> None:
        self._button.offer(passage)
        if passage is not None:
            self._workbench.select_span(passage, Chooser.SOURCE)

    def _annotate(self) -> None:
        passage = self.text.passage()
        if passage is not None:
            self._workbench.select_span(passage, Chooser.SOURCE)
        self._button.offer(None)
        self._workbench.want_note()

    def _zoom_by(self, steps: int) -> None:
        self.set_zoom(self._zoom + steps * _STEP)

    def _open_menu(self, point: QPoint, offset: int | None) -> None:
        self._menu.clear()
        figure = self._figures.at(offset) if self._figures and offset is not None else None
        passage = self.text.passage()
        if figure is not None and passage is None:
            self._workbench.select_cell(figure.cell, Chooser.SOURCE)
        note = self._menu.addAction(self.tr("批注…"), self._annotate)
        note.setEnabled(passage is not None or figure is not None)
        copy = self._menu.addAction(self.tr("复制"), self.text.copy)
        copy.setEnabled(passage is not None)
        self._menu.addAction(self.tr("全选"), self.text.selectAll)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("放大"), self.zoom_in)
        self._menu.addAction(self.tr("缩小"), self.zoom_out)
        self._menu.addAction(self.tr("恢复字号"), self.zoom_reset)
        self._menu.addSeparator()
        rows = self._menu.addAction(self.tr("表格每行的各格连排"))
        rows.setCheckable(True)
        rows.setChecked(self._joins)
        rows.toggled.connect(self.set_joins_rows)
        self._menu.popup(point)

    def _show_tip(self, point: QPoint, at: QPoint) -> None:
        offset = self.text.places.offset_at(QPointF(point))
        figure = self._figures.at(offset) if self._figures and offset is not None else None
        face = self._faces.get(figure.cell) if figure is not None else None
        review = self._workbench.current
        if face is None or review is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(at, plain_tip(words_of(review, face)), self.text.viewport())

    def _shape_pointer(self, point: QPointF) -> None:
        offset = self.text.places.offset_at(point)
        on_figure = self._figures and offset is not None and self._figures.at(offset)
        shape = Qt.CursorShape.PointingHandCursor if on_figure else Qt.CursorShape.IBeamCursor
        self.text.viewport().setCursor(shape)
