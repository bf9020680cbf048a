"""The rules in force, and the files that the office's own rules are kept in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.atomic import write_atomically
from reviewer.base import RuleId
from reviewer.checks.model import Severity
from reviewer.checks.office import OfficeRules
from reviewer.errors import ExportError, RuleFileError

if TYPE_CHECKING:
    from reviewer.checks.declaring import Adjustment
    from reviewer.checks.model import Checked
    from reviewer.checks.rule_set import RuleSet
    from reviewer.forms.report import Report
    from reviewer.progress import Progress
    from reviewer.window.desk.tasks import Worker


class RulesStore(QObject):
    """Reads, writes and removes the files, and tells of what that changes in the rules.

    Attributes:
        changed: The new RuleSet.
        failed: A ReviewerError: the new rules could not be put in force.
        office: What is read from the files; jobs on other threads are given this, not the store.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = OfficeRules(folder)
        self._worker: Worker | None = None

    def work_on(self, worker: Worker) -> None:
        """Put rules in force there from now on: trying their examples takes a while."""
        self._worker = worker

    @property
    def folder(self) -> Path:
        """Where the files lie; it may not be there yet."""
        return self.office.folder

    @property
    def value(self) -> RuleSet:
        """The rules in force.

        Raises:
            DeclarationError: A built-in file is wrong.
        """
        return self.office.value

    def texts(self) -> dict[str, str]:
        """The office's files that can be read, by name, those left out of the rules included."""
        from reviewer.checks.packs import ADJUSTMENTS

        texts = self.everything()
        texts.pop(ADJUSTMENTS, None)
        return texts

    def everything(self) -> dict[str, str]:
        """The same with the file of what was chosen in the list of rules."""
        return self.office.texts

    def look_again(self) -> None:
        """Put in force what others changed in the folder since it was read."""
        if self.office.outdated:
            self._read_again()

    def choose(
        self, rule: RuleId, *, severity: Severity | None = None, enabled: bool | None = None
    ) -> None:
        """Give a rule another severity, or switch it on or off.

        Raises:
            ExportError: It cannot be kept; nothing has changed.
        """
        from reviewer.checks.declaring import Adjustment
        from reviewer.checks.packs import ADJUSTMENTS, written

        chosen = {one.id: one for one in self._adjustments()}
        before = chosen.get(rule, Adjustment(id=rule))
        given = {"severity": severity, "enabled": enabled}
        named = {name: value for name, value in given.items() if value is not None}
        chosen[rule] = self._needed(before.model_copy(update=named))
        kept = [one for one in chosen.values() if (one.severity, one.enabled) != (None, None)]
        self.save(ADJUSTMENTS, written(kept))

    def save(self, name: str, text: str) -> None:
        """Write a file and put its rules in force; one that is wrong is kept, but left out.

        Raises:
            ExportError: It cannot be written; what was there before is kept.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(
                f"无法建立文件夹“{self.folder}”。", "请检查该位置能否写入。", str(error)
            ) from error
        write_atomically(self.folder / name, lambda stream: stream.write(text.encode("utf-8")))
        self._read_again()

    def delete(self, name: str) -> None:
        """Remove a file and its rules.

        Raises:
            ExportError: It cannot be removed.
        """
        try:
            (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise ExportError(
                f"无法删除“{name}”。", "请检查是否有权修改这个文件夹。", str(error)
            ) from error
        self._read_again()

    def _adjustments(self) -> tuple[Adjustment, ...]:
        from reviewer.checks.declaring import adjustments
        from reviewer.checks.packs import ADJUSTMENTS

        text = self.everything().get(ADJUSTMENTS, "")
        try:
            return adjustments(ADJUSTMENTS, text)
        except RuleFileError:  # somebody wrote into it by hand; it is not in force either
            return ()

    def _needed(self, chosen: Adjustment) -> Adjustment:
        """Without what the rule's own file says, if no other file says anything of it."""
        one = self.value.by_id[chosen.id]
        if any(chosen.id in text for name, text in self.texts().items() if name != one.pack):
            return chosen
        return chosen.model_copy(
            update={
                "severity": None if chosen.severity is one.severity else chosen.severity,
                "enabled": None if chosen.enabled is one.enabled else chosen.enabled,
            }
        )

    def _read_again(self) -> None:
        self.office.read_files()
        if self._worker is None:
            self.changed.emit(self.office.renew())
        else:
            job = partial(_renewed, self.office)
            self._worker.fetch(job, self.changed.emit, self.failed.emit)


def _renewed(office: OfficeRules, progress: Progress) -> RuleSet:
    """The new rules; runs on the worker."""
    return office.renew()


def checked_with(report: Report, rules: RuleSet, progress: Progress) -> Checked:
    """What rules say of a report; runs on the worker."""
    from reviewer.checks.engine import check

    progress("", 0.0)
    return check(report, rules)
