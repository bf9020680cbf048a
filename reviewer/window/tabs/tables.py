"""The middle of the window: a tab for each table of the form, and one for the sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.base import CellId, cell_parts
from reviewer.checks.model import Finding, Severity, WhatIf
from reviewer.forms.model import Form
from reviewer.review.model import Changes
from reviewer.review.review import Review
from reviewer.window.commands.figure import Mode
from reviewer.window.desk.workbench import Workbench
from reviewer.window.faces import open_claims, open_findings
from reviewer.window.grid.page import GridPage
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser, Selection
from reviewer.window.tabs.blank_page import BlankPage
from reviewer.window.tabs.claims_view import ClaimsView
from reviewer.window.tabs.eye_view import EYE, EyeView
from reviewer.window.tabs.sections_view import SectionsView
from reviewer.window.widgets.ruled_below import RuledBelow
from reviewer.window.widgets.tab_bar import Badge, BadgeTabs

TAB_ORDER = ("active", "requests", "disputes", "claims", "sections", "eye")
"""The tabs as the window's commands number them, whichever of them a report has."""

FIRST = "requests"
"""The tab that a report is opened on: where most of the work is."""

CLAIMS = "claims"
SECTIONS = "sections"
BLANK = "blank"
_STAYING = {Chooser.GRID, Chooser.EYE, Chooser.CLAIMS}
"""Panels whose choice raises no tab: they are in front, or show it themselves."""


class Tables(QWidget):
    """Grids that look like the official form, tabbed, with counts of open findings."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tables")
        self.title = self.tr("表格")
        self._workbench = workbench
        self._theme = theme
        self._review: Review | None = None
        self._filled: set[str] = set()
        self._pages: dict[str, GridPage] = {}
        self._keys: list[str] = []
        self._wanted = FIRST
        self.tabs = BadgeTabs(theme, self)
        self.tabs.setAccessibleName(self.title)
        self._stack = QStackedWidget(self)
        self.sections = SectionsView(workbench, theme, self)
        self.blank = BlankPage(theme, self)
        self.claims = ClaimsView(workbench, theme, self)
        self.eye = EyeView(workbench, theme, self)
        self._stack.addWidget(self.eye)
        self._stack.addWidget(self.sections)
        self._stack.addWidget(self.claims)
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Strip(self.tabs, theme, self))
        column.addWidget(self._stack, 1)
        self._connect()
        self.show_review(workbench.current)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.blank.sections.clicked.connect(self._show_sections)
        self._workbench.leaving.connect(self.commit_editor)
        self._workbench.current_changed.connect(self.show_review)
        self._workbench.changed.connect(self._on_changed)
        self._workbench.selection_changed.connect(self._on_selection_changed)
        self._workbench.guard_map_changed.connect(self._show_scenes)
        self._workbench.what_if_changed.connect(self._on_what_if_changed)
        self._workbench.edit_wanted.connect(self._on_edit_wanted)

    # -- for the window -------------------------------------------------------------------

    @property
    def current_key(self) -> str:
        """The tab that is shown: a table's key, ``claims`` or ``sections``."""
        index = self.tabs.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else BLANK

    @property
    def keys(self) -> tuple[str, ...]:
        """The tabs that there are."""
        return tuple(self._keys)

    def page(self, key: str) -> GridPage:
        """The page of a table."""
        self._fill(key)
        return self._pages[key]

    def show_tab(self, index: int) -> None:
        """Raise a tab by its place in ``TAB_ORDER``; nothing happens if there is none.

        As with a click nothing is chosen by it: the keys go on where they were in that tab.
        """
        key = TAB_ORDER[index]
        if key in self._keys:
            self.tabs.setCurrentIndex(self._keys.index(key))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit_editor(self) -> None:
        """Hand over what is being typed; before undo, export and closing."""
        for page in self._pages.values():
            page.view.commit()

    def _show_sections(self) -> None:
        self.show_tab(TAB_ORDER.index(SECTIONS))

    # -- what is shown --------------------------------------------------------------------

    def show_review(self, review: Review | None) -> None:
        """Show another review: the tab that is seen now, the others when they are raised."""
        self._review = review
        before, self._filled = self._filled, set()
        for view in (self.claims, self.sections, self.eye):
            view.leave()
        self._set_tabs(review.report.form if review is not None else None)
        self._fill(self.current_key)
        for key in before - self._filled:
            self._give(key, None)
        self._count()
        self._follow(self._workbench.selection)

    def _fill(self, key: str) -> None:
        """Give a tab the review, if it has it not yet."""
        if key not in self._filled and self._review is not None:
            self._filled.add(key)
            self._give(key, self._review)

    def _give(self, key: str, review: Review | None) -> None:
        if key in self._pages:
            self._pages[key].show_review(review)
            self._pages[key].show_scene()
        elif key == CLAIMS:
            self.claims.show_review(review)
        elif key == SECTIONS:
            self.sections.show_review(review)
        elif key == EYE:
            self.eye.show_review(review)

    def _set_tabs(self, form: Form | None) -> None:
        """The tabs of a form; the one last gone to stays if the form has it too.

        A report without tables has its figures in its sentences.
        """
        keys = [table.key for table in form.tables] or [BLANK] if form is not None else []
        keys += [CLAIMS, SECTIONS] if form is not None else []
        keys += [EYE] if form is not None and form.tables else []
        if keys == self._keys:
            return
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._keys = keys
        for key in keys:
            self._make_page(key)
            self.tabs.add(*self._tab_titles(key, form))
        wanted = next((key for key in (self._wanted, FIRST) if key in keys), None)
        if wanted is None and CLAIMS in keys:
            self._fill(CLAIMS)
            wanted = CLAIMS if self.claims.lines.rowCount() else BLANK
        self.tabs.setCurrentIndex(keys.index(wanted) if wanted else 0)
        self.tabs.blockSignals(False)
        self._raise_page()

    def _make_page(self, key: str) -> None:
        if key in self._pages or key in {CLAIMS, SECTIONS, EYE, BLANK}:
            return
        page = GridPage(key, self._workbench, self._theme, self)
        page.editing_changed.connect(self._workbench.set_editing)
        self._pages[key] = page
        self._stack.addWidget(page)

    def _tab_titles(self, key: str, form: Form | None) -> tuple[str, str]:
        """What a tab is called, and where there is little room."""
        subjects = {
            "active": self.tr("主动公开"),
            "requests": self.tr("申请情况"),
            "disputes": self.tr("复议诉讼"),
            CLAIMS: self.tr("正文数据"),
            SECTIONS: self.tr("章节"),
            EYE: self.tr("目视核对"),
            BLANK: self.tr("表格"),
        }
        table = form.table(key) if form is not None else None
        if table is None:
            return subjects[key], subjects[key]
        name = told(table.name or table.title)
        return f"{name} {subjects.get(key, '')}".rstrip(), name

    def _on_tab_changed(self) -> None:
        self._wanted = self.current_key if self.current_key != BLANK else FIRST
        self._raise_page()

    def _raise_page(self) -> None:
        self._fill(self.current_key)
        page = self._pages.get(self.current_key)
        lists: dict[str, QWidget] = {SECTIONS: self.sections, CLAIMS: self.claims, EYE: self.eye}
        shown = lists.get(self.current_key) or page or self.blank
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(page.view if page is not None else shown)
        cell = self._workbench.selection.cell
        if page is not None and cell is not None and page is self._page_of(cell):
            page.follow(cell)

    def _count(self) -> None:
        review = self._workbench.current
        found = [_open_on(key, review) if review is not None else [] for key in self._keys]
        self.tabs.set_badges([_badge(findings) for findings in found])

    # -- what happens ---------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        for key in self._filled:
            if key in self._pages:
                self._pages[key].refresh()
            elif key != SECTIONS:
                self._give(key, self._review)
        self._count()

    def _on_selection_changed(self, selection: Selection) -> None:
        page = self._page_of(selection.cell)
        self._leave_others(page)
        if selection.chooser not in _STAYING and not self._seen_in_front(selection):
            self._follow(selection)
        elif page is not None and page.key in self._filled and selection.cell is not None:
            page.follow(selection.cell)
        self._show_scenes()

    def _seen_in_front(self, selection: Selection) -> bool:
        """Whether the list in front shows what was undone or redone: then it stays there."""
        lists: dict[str, EyeView | ClaimsView] = {EYE: self.eye, CLAIMS: self.claims}
        shown = lists.get(self.current_key)
        cell = selection.cell
        return (
            selection.chooser is Chooser.UNDO
            and cell is not None
            and shown is not None
            and shown.speaks_of(cell)
        )

    def _leave_others(self, page: GridPage | None) -> None:
        """Only what is selected is framed: what is typed never goes to another figure."""
        for other in self._pages.values():
            if other is not page:
                other.leave()

    def _follow(self, selection: Selection) -> None:
        """Raise the tab of the selected figure and go to it."""
        page = self._page_of(selection.cell)
        if page is not None and selection.cell is not None:
            self.tabs.setCurrentIndex(self._keys.index(page.key))
            page.follow(selection.cell)

    def _page_of(self, cell: CellId | None) -> GridPage | None:
        key = cell_parts(cell)[0] if cell is not None else ""
        return self._pages.get(key) if key in self._keys else None

    def _show_scenes(self) -> None:
        for key in self._filled.intersection(self._pages):
            self._pages[key].show_scene()

    def _on_what_if_changed(self, answer: WhatIf | None) -> None:
        for page in self._pages.values():
            page.show_what_if(answer)

    def _on_edit_wanted(self, cell: CellId, mode: Mode) -> None:
        page = self._page_of(cell)
        if page is not None:
            self.tabs.setCurrentIndex(self._keys.index(page.key))
            page.edit(cell, mode)


def _open_on(key: str, review: Review) -> list[Finding]:
    """The findings that a tab's badge counts."""
    if key == CLAIMS:
        return open_claims(review)
    table = review.report.form.table(key)
    return open_findings(review, table) if table is not None else []


def _badge(findings: Sequence[Finding]) -> Badge:
    """Their count, in the colour of the gravest."""
    grave = {one.severity for one in findings}
    colors = ((Severity.ERROR, "broken"), (Severity.WARNING, "doubtful"))
    color = next((name for severity, name in colors if severity in grave), "proposed")
    return Badge(len(findings), color)


class _Strip(RuledBelow):
    """The ground that the tabs stand on, ruled below."""

    def __init__(self, tabs: BadgeTabs, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        row = QVBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 0)
        row.addWidget(tabs)
