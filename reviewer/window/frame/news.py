"""What the workbench tells, in the message bar, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.errors import ReviewerError
from reviewer.window.desk.earlier_work import offer_text
from reviewer.window.desk.erasing import question
from reviewer.window.desk.workbench import Workbench
from reviewer.window.summary import name_of
from reviewer.window.widgets.message_bar import Message, MessageBar, Offer, Tone

if TYPE_CHECKING:
    from reviewer.library.stored import Seen
    from reviewer.review.carrying import Carried
    from reviewer.review.review import Review
    from reviewer.window.desk.erasing import Kept

_EXPORTED = "exported"
"""What the message of a workbook is ``about``."""


class News(QObject):
    """Says what came of work, and takes back what is no news any more.

    Args:
        workbench: Tells it.
        messages: The bar; it ends with its window.
        export: Begins to write the workbook of the report shown.
        offer_encodings: Offers others for a file of text.
    """

    def __init__(
        self,
        workbench: Workbench,
        messages: MessageBar,
        export: Callable[[], object],
        offer_encodings: Callable[[Path], object],
    ) -> None:
        super().__init__(messages)
        self._workbench = workbench
        self._messages = messages
        self._export = export
        self._offer_encodings = offer_encodings
        self._question: Message | None = None
        workbench.failed.connect(self._tell_failure)
        workbench.settled.connect(messages.settle)
        workbench.closed.connect(self._forget_report)
        workbench.exported.connect(self._tell_exported)
        workbench.caught_up.connect(self._tell_caught_up)
        workbench.carriable.connect(self._offer_earlier)
        workbench.archive.erasable.connect(self._ask_to_erase)
        for signal in (workbench.changed, workbench.current_changed):
            signal.connect(self._go_on)

    def _tell_failure(self, error: ReviewerError) -> None:
        """What went wrong; with a text it may be a matter of its encoding."""
        offers: tuple[Offer, ...] = ()
        if error.text_file is not None:
            choose = partial(self._offer_encodings, error.text_file)
            offers = (Offer(self.tr("换编码重新读取…"), choose),)
        self._messages.say_error(error, *offers)

    def _tell_exported(self, target: Path, sha256: str) -> None:
        """Where the workbook is, with a way to open it, and what is not in it."""
        drafts = len(self._workbench.shelf.drafts(sha256))
        left_out = self.tr("有 {} 条批注还是草稿，没有写进去。").format(drafts) if drafts else ""
        offers = (
            Offer(self.tr("打开"), partial(_open_outside, target)),
            Offer(self.tr("打开所在文件夹"), partial(_open_outside, target.parent)),
        )
        said = self.tr("已导出 {}").format(target)
        self._messages.say(Message(Tone.NEWS, said, left_out, offers=offers, about=_EXPORTED))

    def _tell_caught_up(self, review: Review) -> None:
        said = self.tr("“{}”在另一个窗口中有新的修改，已载入。").format(name_of(review.report))
        about = f"elsewhere {review.sha256}"
        self._messages.say(Message(Tone.NEWS, said, about=about))

    def _offer_earlier(self, review: Review, found: Carried, seen: Seen) -> None:
        """Offer what was said of an earlier version of the report."""
        take = Offer(self.tr("沿用"), partial(self._workbench.carry, review, found))
        about = f"earlier {review.sha256}"
        self._messages.say(replace(offer_text(found, seen), offers=(take,), about=about))

    def _forget_report(self, sha256: str) -> None:
        """What was offered for a report that is closed, or told of it, goes with it."""
        self._messages.settle(f"earlier {sha256}")
        self._messages.settle(f"elsewhere {sha256}")

    def _ask_to_erase(self, kept: Kept) -> None:
        """Ask in the bar before anything is deleted for good; Enter alone does no harm."""
        self._withdraw_question()
        erase = partial(self._workbench.archive.erase, kept)
        offers = [
            Offer(self.tr("保留"), self._withdraw_question),
            Offer(self.tr("永久删除"), erase, grave=True),
        ]
        current = self._workbench.current
        if current is not None and current.sha256 in kept.keys:
            offers.insert(1, Offer(self.tr("先导出审核表…"), self._export))
        self._question = replace(question(kept), offers=tuple(offers))
        self._messages.say(self._question)
        self._messages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Whoever goes on working is not deleting, and has read where the workbook is."""
        self._withdraw_question()
        self._messages.settle(_EXPORTED)

    def _withdraw_question(self) -> None:
        asked, self._question = self._question, None
        if asked is not None:
            self._messages.withdraw(asked)


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
