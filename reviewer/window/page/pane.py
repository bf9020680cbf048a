"""The report's pages as they were printed, with boxes over figures, findings and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QToolTip, QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.document.model import PageBox, Span
from reviewer.review.model import Changes
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.faces import Face, faces_of, related_cells, words_of
from reviewer.window.look.theme import Theme
from reviewer.window.page.images import PageImages
from reviewer.window.page.scene import PagePlaces, Scene, Spot, by_page
from reviewer.window.page.scroller import FIT
from reviewer.window.page.spans import printed_between
from reviewer.window.page.view import PageView
from reviewer.window.placed_marks import marks_of
from reviewer.window.selection import Chooser, Selection
from reviewer.window.widgets.elided_label import ElidedLabel
from reviewer.window.widgets.menu_style import ruled
from reviewer.window.widgets.plain_tip import plain_tip

_STEP = 10


class PagePane(QWidget):
    """Shows the pages of the current review's file; the boxes on them can be clicked.

    Attributes:
        failed: The ReviewerError for which no page can be shown.
        place: A label for the heading: which page of how many, and how large.
    """

    failed = Signal(object)

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page_pane")
        self._workbench = workbench
        self._places: PagePlaces | None = None
        self._faces: Mapping[CellId, Face] = {}
        self._found: Sequence[Span] = ()
        self.images = PageImages(workbench.worker, self)
        self.view = PageView(self.images, theme, self)
        self.place = ElidedLabel(self)
        self._menu = ruled(QMenu(self), theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._connect()
        self._load(workbench.current)

    def _connect(self) -> None:
        self._workbench.current_changed.connect(self._load)
        self._workbench.changed.connect(self._on_changed)
        self._workbench.selection_changed.connect(self._follow)
        self.images.failed.connect(self.failed)
        self.view.pressed.connect(self._choose)
        self.view.stepped.connect(self._step)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.tip_wanted.connect(self._show_tip)
        self.view.zoom_wanted.connect(self._zoom_by)
        self.view.moved.connect(self._tell_place)

    # -- for the window -------------------------------------------------------------------

    @property
    def has_pages(self) -> bool:
        """Whether the current report's file has pages that can be shown."""
        return self._places is not None

    @property
    def zoom(self) -> int:
        """Per cent, or ``FIT``."""
        return self.view.zoom

    def set_zoom(self, percent: int) -> None:
        """Show pages at a percentage of their size, or as wide as the pane."""
        self.view.set_zoom(percent)

    def zoom_in(self) -> None:
        """Larger pages."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Smaller pages."""
        self._zoom_by(-1)

    def zoom_reset(self) -> None:
        """Pages as wide as the pane."""
        self.set_zoom(FIT)

    def highlight(self, spans: Sequence[Span]) -> None:
        """Mark what a search found; empty to end it."""
        self._found = spans
        if self._places is not None:
            found = self._places.of_all(spans)
            self.view.show_scene(replace(self.view.scene, found=found))

    def retry(self) -> None:
        """Look for the file again after it could not be shown."""
        review = self._workbench.current
        if review is not None and self._places is not None:
            self.images.show(review.original.document.origin)
            self.view.viewport().update()

    # -- what the workbench says ----------------------------------------------------------

    def _load(self, review: Review | None) -> None:
        self._found = ()
        document = review.original.document if review is not None else None
        if review is None or document is None or not document.pages:
            self._places, self._faces = None, {}
            self.images.show(None)
            self.view.show_pages((), (0.0, 1.0))
            return
        self._places = PagePlaces(review)
        self.images.show(document.origin)
        self.view.show_pages(document.pages, printed_between(document))
        self._mark(review, Scene())
        self._follow(self._workbench.selection)

    def _on_changed(self, changes: Changes) -> None:
        review = self._workbench.current
        if review is not None and self._places is not None:
            self._mark(review, self.view.scene)
            self._show_selected(self._workbench.selection)

    def _mark(self, review: Review, scene: Scene) -> None:
        assert self._places is not None
        self._faces = faces_of(review)
        spots = self._places.spots(marks_of(review, self._places.figures, self._faces))
        self.view.show_scene(replace(scene, spots=spots, by_page=by_page(spots)))

    def _follow(self, selection: Selection) -> None:
        if self._places is not None:
            self._show_selected(selection)
            if selection.chooser is not Chooser.PAGES:
                self.view.reveal(self._boxes_of(selection))

    def _show_selected(self, selection: Selection) -> None:
        scene = replace(
            self.view.scene, chosen=self._boxes_of(selection), related=self._related(selection)
        )
        self.view.show_scene(scene)

    def _boxes_of(self, selection: Selection) -> tuple[PageBox, ...]:
        """Of the selected passage, else of the selected figure wherever it is printed."""
        if self._places is None:
            return ()
        if selection.span is not None:
            return self._places.of(selection.span)
        return self._places.of_cell(selection.cell) if selection.cell is not None else ()

    def _related(self, selection: Selection) -> tuple[PageBox, ...]:
        review = self._workbench.current
        if review is None or selection.cell is None or self._places is None:
            return ()
        related = {selection.cell, *related_cells(review, selection.cell)}
        return tuple(box for cell in related for box in self._places.of_cell(cell))

    def _tell_place(self) -> None:
        if not self.view.count:
            self.place.clear()
            return
        text = self.tr("{}/{} 页 · {}%")
        self.place.setText(text.format(self.view.page, self.view.count, self.view.percent))

    # -- what the user does ---------------------------------------------------------------

    def _choose(self, spot: Spot) -> None:
        if spot.cell is not None:
            self._workbench.select_cell(spot.cell, Chooser.PAGES)
        else:
            self._workbench.select_span(spot.span, Chooser.PAGES)

    def _step(self, by: int) -> None:
        """Go to the next figure in the order of the text, from the page's first if none is."""
        if self._places is None:
            return
        cells = [one.cell for one in self._places.figures.all()]
        now = self._workbench.selection.cell
        if now in cells:
            place = cells.index(now) + by
        else:
            place = next((at for at, cell in enumerate(cells) if self._is_seen(cell)), 0)
        if 0 <= place < len(cells):
            self._workbench.select_cell(cells[place], Chooser.KEYS)

    def _is_seen(self, cell: CellId) -> bool:
        assert self._places is not None
        return any(box.page == self.view.page for box in self._places.of_cell(cell))

    def _zoom_by(self, steps: int) -> None:
        self.set_zoom(max(round((self.view.percent + steps * _STEP) / _STEP) * _STEP, _STEP))

    def _open_menu(self, point: QPoint, spot: Spot | None) -> None:
        self._menu.clear()
        if spot is not None:
            self._choose(spot)
        note = self._menu.addAction(self.tr("批注…"), self._annotate)
        note.setEnabled(spot is not None)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("放大"), self.zoom_in)
        self._menu.addAction(self.tr("缩小"), self.zoom_out)
        self._menu.addAction(self.tr("适合宽度"), self.zoom_reset)
        self._menu.addAction(self.tr("实际大小"), self._zoom_to_size)
        self._menu.popup(point)

    def _zoom_to_size(self) -> None:
        self.set_zoom(100)

    def _annotate(self) -> None:
        self._workbench.want_note()

    def _show_tip(self, at: QPoint, spot: Spot | None) -> None:
        face = self._faces.get(spot.cell) if spot is not None and spot.cell is not None else None
        review = self._workbench.current
        if face is None or review is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(at, plain_tip(words_of(review, face)), self.view.viewport())
