"""What becomes of a review when its file is read again in another encoding."""

from __future__ import annotations

import uuid

from PySide6.QtCore import QCoreApplication

from reviewer.review.model import Annotate, Edit, Group
from reviewer.review.review import Review


def unplaced(review: Review) -> Group | None:
    """The notes on passages as notes on the report; None if there are none.

    A passage is a place in the text as it was decoded: in another encoding something else stands
    there. What is said of cells and findings stays where it is, for those are known by their keys.
    """
    edits: list[Edit] = []
    for note in review.notes:
        if note.span is None:
            continue
        line = review.original.document.line_of(note.span.start)
        where = QCoreApplication.translate("Rereading", "（换编码前写在第 {} 行）").format(line)
        edits.append(Annotate(note=note.id, text=""))
        edits.append(Annotate(note=uuid.uuid4().hex, text=f"{note.text}{where}"))
    title = QCoreApplication.translate("Rereading", "换编码重新读取")
    return Group(title=title, edits=tuple(edits)) if edits else None
