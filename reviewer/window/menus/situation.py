"""What the window is in the middle of: which commands can be given now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.window.commands.action import When
from reviewer.window.desk.workbench import Workbench
from reviewer.window.summary import present_encoding


@dataclass(frozen=True)
class Situation:
    """What commands depend on.

    Attributes:
        typing: A text field has the focus, which has an undo of its own.
        editing: A cell editor is open.
    """

    open: int = 0
    text: bool = False
    pages: bool = False
    findings: bool = False
    finding: bool = False
    suggestion: bool = False
    cell: bool = False
    suspect: bool = False
    undo: bool = False
    redo: bool = False
    busy: bool = False
    typing: bool = False
    editing: bool = False


_ALLOWED: dict[When, Callable[[Situation], bool]] = {
    When.ALWAYS: lambda now: True,
    When.OPEN: lambda now: now.open > 0,
    When.SEVERAL: lambda now: now.open > 1,
    When.TEXT: lambda now: now.text,
    When.PAGES: lambda now: now.pages,
    When.FINDINGS: lambda now: now.findings,
    When.FINDING: lambda now: now.finding,
    When.SUGGESTION: lambda now: now.suggestion and not now.editing,
    When.CELL: lambda now: now.cell and not now.editing,
    When.SUSPECT: lambda now: now.suspect and not now.editing,
    When.UNDO: lambda now: now.undo and not (now.typing or now.editing),
    When.REDO: lambda now: now.redo and not (now.typing or now.editing),
    When.BUSY: lambda now: now.busy,
}


def allowed(when: When, now: Situation) -> bool:
    """Whether a command can be given."""
    return _ALLOWED[when](now)


def situation_of(workbench: Workbench, *, typing: bool) -> Situation:
    """What the workbench is in the middle of."""
    review = workbench.current
    if review is None:
        return Situation(busy=workbench.worker.busy, typing=typing)
    selection = workbench.selection
    status = review.undo_status
    finding = workbench.finding(selection.finding)
    return Situation(
        open=len(workbench.reviews),
        text=bool(present_encoding(review)),
        pages=bool(review.original.document.pages),
        findings=bool(review.checked.findings),
        finding=finding is not None,
        suggestion=finding is not None and bool(finding.expected),
        cell=selection.cell is not None,
        suspect=workbench.suspect() is not None,
        undo=status.undo is not None,
        redo=status.redo is not None,
        busy=workbench.worker.busy,
        typing=typing,
        editing=workbench.editing,
    )
