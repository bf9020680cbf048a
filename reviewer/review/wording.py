"""Edits in the reviewer's words: undo texts, and what stood there before and after."""

from __future__ import annotations

from reviewer.base import CellId, Frozen
from reviewer.forms.report import Report
from reviewer.review.journal import Content
from reviewer.review.model import (
    VERDICT_NAMES,
    Annotate,
    Confirm,
    Decide,
    Decision,
    Edit,
    Entry,
    Group,
    Propose,
    Transcribe,
)

_NO_NOTE, _NO_PROPOSAL = "无批注", "无建议"
_NOT_FOUND, _BLANK = "未找到", "空白"

NOTHING = frozenset({_NO_NOTE, _NO_PROPOSAL, _NOT_FOUND, _BLANK})
"""What stands for text that is not there."""


class Told(Frozen):
    """An entry of the journal in words, each on one line.

    Attributes:
        deed: What was done.
        place: Where, as reviewers name it; empty for a group.
        before: What stood there.
        after: What stands there.
        added: What came to that which stood there, and is all that is new: a note where there
            was none, the reason of a verdict that stays.
    """

    deed: str
    place: str
    before: str
    after: str
    added: str = ""


def told(entry: Entry, original: Report) -> Told:
    """What an entry did, where, and what that changed."""
    edit = entry.edit
    return Told(
        deed=_deed(edit),
        place="" if isinstance(edit, Group) else place(edit, original),
        before=_on_one_line(entry.before),
        after=_on_one_line(entry.after),
        added=_on_one_line(_added(entry)),
    )


def _added(entry: Entry) -> str:
    edit = entry.edit
    match edit:
        case Annotate() if entry.before == _NO_NOTE:
            return edit.text
        case Decide(verdict=verdict) if verdict and entry.before == VERDICT_NAMES[verdict]:
            return edit.reason
    return ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def title(edit: Edit, report: Report) -> str:
    """What an edit does and where: ``更正读数：表三 （七）总计 · 自然人``."""
    return edit.title if isinstance(edit, Group) else f"{_deed(edit)}：{place(edit, report)}"


def _deed(edit: Edit) -> str:
    match edit:
        case Transcribe():
            return "恢复读数" if edit.text is None else "更正读数"
        case Propose():
            return "撤回建议" if edit.text is None else "修改建议"
        case Annotate():
            return "写批注" if edit.text else "删除批注"
        case Decide():
            return f"核定为{VERDICT_NAMES[edit.verdict]}" if edit.verdict else "撤回核定"
        case Confirm():
            return "确认读数" if edit.on else "撤回确认"
        case Group():
            return edit.title


def place(edit: Edit, report: Report) -> str:
    """What an edit speaks of, as reviewers name it."""
    match edit:
        case Group():
            return edit.title
        case Decide():
            return edit.subject or "，".join(cell_name(cell, report) for cell in edit.cells)
        case Annotate(cell=None, span=None):
            return "整份报告"
        case Annotate(cell=None, span=span) if span is not None:
            return f"正文 {report.document.where(span)}"
    return cell_name(edit.cell, report) if edit.cell else ""


def cell_name(cell: CellId, report: Report) -> str:
    """A cell as reviewers name it; its key if the form read now has no such cell."""
    return report.form.describe(cell) if cell in report.form.figures else cell


def stated(edit: Edit, content: Content, original: Report) -> str:
    """What stands, by some content, in the place that an edit speaks of."""
    match edit:
        case Group():
            return "\n".join(
                f"{place(each, original)}：{stated(each, content, original)}" for each in edit.edits
            )
        case Transcribe():
            reading = original.by_cell.get(edit.cell)
            printed = reading.printed if reading else None
            return _figure(content.transcriptions.get(edit.cell, printed))
        case Propose():
            return content.proposals.get(edit.cell, _NO_PROPOSAL)
        case Annotate():
            note = content.notes.get(edit.note)
            return note.text if note else _NO_NOTE
        case Decide():
            decisions = content.decisions
            return _verdict(
                decisions.get(edit.finding) or decisions.get(edit.replaces or edit.finding)
            )
        case Confirm():
            return "已确认" if edit.cell in content.confirmed else "未确认"


def _figure(text: str | None) -> str:
    if text is None:
        return _NOT_FOUND
    return text if text.strip() else _BLANK


def _verdict(decision: Decision | None) -> str:
    if decision is None:
        return "待核"
    name = VERDICT_NAMES[decision.verdict]
    return f"{name}：{decision.reason}" if decision.reason else name
