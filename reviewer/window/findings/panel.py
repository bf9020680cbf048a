"""All findings on the report: filtered, judged, gone to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.base import FindingId
from reviewer.review.model import Changes, Group, Verdict
from reviewer.review.review import Review
from reviewer.window.commands.actions import VERDICT_KEYS
from reviewer.window.commands.panel_keys import panel_key
from reviewer.window.desk.workbench import Workbench
from reviewer.window.findings.chips import FilterChips
from reviewer.window.findings.detail import FindingDetail
from reviewer.window.findings.menu import FindingsMenu
from reviewer.window.findings.model import FindingsModel, FindingsView
from reviewer.window.findings.rows import (
    Field,
    Filter,
    FindingRow,
    counts_of,
    held,
    rows_of,
)
from reviewer.window.findings.table import FindingsTable
from reviewer.window.findings.text import as_lines, as_return_note, suggestions
from reviewer.window.findings.words_field import WordsField
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser, Selection
from reviewer.window.widgets.hint_line import HintLine
from reviewer.window.widgets.or_sentence import OrSentence
from reviewer.window.widgets.panel_frame import PanelFrame
from reviewer.window.wording import verdict_name


class FindingsPanel(PanelFrame):
    """Lists the findings of the current review.

    Attributes:
        located: The user wants to see where a finding is (Enter): the window may move the focus.
    """

    located = Signal(object)

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("问题"), theme, parent)
        self.setObjectName("findings_panel")
        self._workbench = workbench
        self._model = FindingsModel(self)
        self._rows = FindingsView(self._model, self)
        self.chips = FilterChips(theme, self.heading)
        self.words = WordsField(theme, self.heading)
        self.table = FindingsTable(self._rows, theme, self)
        self.detail = FindingDetail(theme, self)
        self.pages = OrSentence(self.table, self)
        self._menu = FindingsMenu(theme, self)
        self._lay_out(theme)
        self._connect(theme)
        self.show_review(workbench.current)

    # -- for the window -------------------------------------------------------------------

    def shown(self) -> list[FindingRow]:
        """The rows that filter and words leave, from top to bottom."""
        return self._rows.shown()

    def row_at(self, row: int) -> FindingRow:
        """One of them."""
        return self._rows.shown()[row]

    def judge(self, verdict: Verdict | None) -> None:
        """Give all rows selected a verdict, or take theirs back."""
        chosen = [row for row in self.table.selected() if verdict is not None or row.decision]
        place = self.table.currentIndex().row()
        if len(chosen) == 1:
            self._workbench.decide(chosen[0].finding.id, verdict)
        elif chosen:
            edits = tuple(self._workbench.decision(row.finding.id, verdict) for row in chosen)
            self._workbench.apply(Group(title=self._group_title(verdict, len(edits)), edits=edits))
        if chosen and self.table.current() is None:
            self.table.go_to_row(place)

    def write_reason(self) -> None:
        """Open the editor of the current finding's reason."""
        row = self.table.current()
        if row is None:
            return
        if row.decision is None:
            self._workbench.say(self.tr("请先核定（1–4），再写理由。"))
            return
        self.table.edit_reason()

    def copy(self) -> None:
        """Copy the rows selected."""
        rows = self.table.selected()
        self._to_clipboard(as_lines(rows), self.tr("已复制 {} 处问题。").format(len(rows)))

    def copy_suggestions(self) -> None:
        """Copy what the rows selected say should stand there."""
        text = suggestions(self.table.selected())
        self._to_clipboard(text, self.tr("已复制建议：{}").format(text.replace("\n", "；")))

    def copy_all(self) -> None:
        """Copy all rows shown as items of a return note."""
        review = self._workbench.current
        if review is not None:
            note = as_return_note(review.report, self._rows.shown())
            self._to_clipboard(note, self.tr("已复制退改意见。"))

    # -- events ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows and the whole message share the height anew."""
        super().resizeEvent(event)
        self._fit_detail()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave room for fewer rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self._fit_detail)  # once the rows have their new height

    def minimumSizeHint(self) -> QSize:
        """Room for the rows: the whole message gives way to them."""
        return QSize(super().minimumSizeHint().width(), self.table.minimumSizeHint().height())

    def _fit_detail(self) -> None:
        """A low panel has more use for rows than for the whole message, unless there are few.

        Where there are more rows than are seen, none is cut: what is left is the message's.
        """
        taken = self.heading.height() if self.heading.parentWidget() is self else 0
        height, row = self.height() - taken, self.table.verticalHeader().defaultSectionSize()
        rows, count = height // row, self._rows.rowCount()
        lines = max((rows - 3) // 2, rows - 1 - count)
        wanted = self.detail.height_of(min(lines, self.detail.lines))
        room = height - self.table.head.height() - wanted
        if lines <= 0 or count * row <= room:
            self.detail.allow(lines)
        else:
            least = wanted + room % row
            self.detail.allow(self.detail.lines_in(least), least)

    # -- building -------------------------------------------------------------------------

    def _lay_out(self, theme: Theme) -> None:
        verdicts = (f"{key} {verdict_name(one)}" for key, one in VERDICT_KEYS.items() if one)
        locate = self.tr("{key} 定位").format(key=panel_key("findings.locate"))
        reason = self.tr("{key} 理由").format(key=panel_key("findings.reason"))
        parts = (locate, *verdicts, reason)
        row = self.heading.row
        row.addWidget(self.chips)
        row.addWidget(self.words)
        row.addWidget(HintLine(parts, theme, self.heading), 1)
        self.fill(self.pages, below=self.detail)
        self.setFocusProxy(self.table)

    def _connect(self, theme: Theme) -> None:
        workbench = self._workbench
        workbench.leaving.connect(self.table.commit)
        workbench.current_changed.connect(self.show_review)
        workbench.changed.connect(self._on_changed)
        workbench.selection_changed.connect(self._follow)
        theme.changed.connect(self.table.viewport().update)
        self.chips.chosen.connect(self._choose_filter)
        self.words.textChanged.connect(self._filter_words)
        self.words.entered.connect(self._enter_rows)
        self._rows.layoutChanged.connect(self._tell_order)
        self.table.chosen.connect(self._choose)
        self.table.located.connect(self._locate)
        self.table.judged.connect(self.judge)
        self.table.reason_wanted.connect(self.write_reason)
        self._connect_menu()
        self.table.copied.connect(self.copy)
        self.table.menu_wanted.connect(self._open_menu)
        self.table.delegate.menu_wanted.connect(self._open_verdicts)
        self.table.delegate.reason_typed.connect(self._keep_reason)

    def _connect_menu(self) -> None:
        self._menu.judged.connect(self.judge)
        self._menu.reason_wanted.connect(self.write_reason)
        self._menu.copied.connect(self.copy)
        self._menu.suggestions_copied.connect(self.copy_suggestions)
        self._menu.all_copied.connect(self.copy_all)

    # -- what the workbench says ----------------------------------------------------------

    def show_review(self, review: Review | None) -> None:
        """List the findings of another review."""
        self.words.clear()
        self.chips.choose(Filter.ALL)
        self._show_rows(review)

    def _on_changed(self, changes: Changes) -> None:
        self._show_rows(self._workbench.current)

    def _show_rows(self, review: Review | None) -> None:
        rows = rows_of(review) if review is not None else []
        with self.table.quiet():
            self._model.set_rows(rows)
        self.chips.set_counts(counts_of(rows))
        self.table.make_room_for_reasons(any(row.texts[Field.REASON] for row in rows))
        self._refresh()

    def _refresh(self) -> None:
        """After the rows shown have changed."""
        self._follow(self._workbench.selection)
        self._tell_order()
        self.pages.tell("" if self._rows.rowCount() else self._why_empty())

    def _follow(self, selection: Selection) -> None:
        self.table.follow(selection.finding)
        self.detail.show_row(self.table.current())
        self._fit_detail()

    def _tell_order(self) -> None:
        self._workbench.set_finding_order([row.finding.id for row in self._rows.shown()])

    def _why_empty(self) -> str:
        review = self._workbench.current
        if review is None:
            return self.tr("打开报告后，问题列在这里。")
        if self._model.rows:
            return self.tr("没有符合筛选条件的问题。")
        holding, unknown = held(review)
        if not holding:
            return self.tr("没有一条规则可以核对：报告中没有读到可核对的数字。\n这不等于没有问题。")
        if unknown:
            text = self.tr("没有发现问题：{} 条规则成立，另有 {} 条无法核对。")
        else:
            text = self.tr("没有问题：{} 条规则成立。")
        compared = map(told, review.compared.sentences) if review.compared is not None else ()
        return "\n".join((text.format(holding, unknown), *compared))

    # -- what the user does ---------------------------------------------------------------

    def _choose(self, finding: FindingId) -> None:
        self._workbench.select_finding(finding, Chooser.FINDINGS)

    def _locate(self, finding: FindingId) -> None:
        self._workbench.select_finding(finding, Chooser.FINDINGS)
        self.located.emit(finding)

    def _choose_filter(self, chosen: Filter) -> None:
        with self.table.quiet():
            self._rows.choose(chosen)
        self._refresh()

    def _filter_words(self, text: str) -> None:
        with self.table.quiet():
            self._rows.set_words(text)
        self._refresh()

    def _enter_rows(self) -> None:
        self.table.setFocus()
        self.table.go_to_row(max(self.table.currentIndex().row(), 0))

    def _keep_reason(self, index: QModelIndex, text: str) -> None:
        row = self._rows.row_at(index)
        if row.decision is not None and text != row.decision.reason:
            self._workbench.decide(row.finding.id, row.decision.verdict, text)

    def _group_title(self, verdict: Verdict | None, count: int) -> str:
        name = verdict_name(verdict) if verdict is not None else self.tr("撤回核定")
        return self.tr("{name}（{count} 处问题）").format(name=name, count=count)

    def _open_verdicts(self, index: QModelIndex, point: QPoint) -> None:
        self._menu.open_verdicts(self.table.selected(), point)

    def _open_menu(self, point: QPoint) -> None:
        self._menu.open_whole(self.table.selected(), point, listed=self._rows.rowCount() > 0)

    def _to_clipboard(self, text: str, said: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self._workbench.say(said)
