"""The command ``check``: reads reports, checks them, writes workbooks."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.checks.model import Checked, Finding, Severity
from reviewer.checks.rule_set import RuleSet
from reviewer.checks.sameness import compare_all, compare_words
from reviewer.checks.years import candidates, compare, count_of, undecided
from reviewer.cli.arguments import Parser
from reviewer.cli.complaints import CLEAN, FAILED, FAULTY, complain, unforeseen
from reviewer.cli.console import PIPE_CLOSED, Console
from reviewer.cli.listing import rules_in_force
from reviewer.document.encodings import encoding_named
from reviewer.document.folders import reports_in
from reviewer.document.model import Document
from reviewer.document.opening import open_document
from reviewer.errors import EncodingError, NotAReportError, ReviewerError, UnreadableError
from reviewer.export.contract import Json, envelope, error_entry, report_entry
from reviewer.export.plain import error_lines, report_lines, together_lines
from reviewer.export.targets import workbook_targets
from reviewer.export.workbook import write_workbook
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from reviewer.paths import found
from reviewer.review.review import Review


@dataclass(frozen=True)
class _Read:
    """A report that was read, and what the checks and other reports say of it.

    Attributes:
        compared: What holding it against the report named as last year's came to.
    """

    path: Path
    review: Review
    checked: Checked
    compared: str = ""

    @property
    def status(self) -> int:
        errors = any(finding.severity is Severity.ERROR for finding in self.checked.findings)
        return FAULTY if errors else CLEAN


@dataclass(frozen=True)
class _Unread:
    """A path that no report was read from, the error, and the document if it got that far."""

    path: Path
    error: ReviewerError
    document: Document | None = None
    status: int = FAILED


_Examined = _Read | _Unread


def check(arguments: list[str]) -> int:
    """Read and check reports, tell what was found, write workbooks; the exit status."""
    parser = Parser()
    parser.add_argument("paths", nargs="+", type=Path, metavar="路径")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--xlsx", type=Path)
    parser.add_argument("--previous", type=Path)
    parser.add_argument("--encoding")
    options = parser.parse_intermixed_args(arguments)
    encoding = encoding_named(options.encoding) if options.encoding is not None else None
    using = rules_in_force()
    previous, status = _previous(options.previous, using)
    console = None if options.json else Console()
    done: list[_Examined] = []
    for one in _examine_all(options.paths, previous, using, encoding):
        done.append(one)
        _tell(one, console)
    done = _together(done, console, by_year=previous is None)
    if console is not None and len(done) > 1:
        console.say(_total(done))
    if options.xlsx is not None:
        status = max(status, _write_workbooks(options.xlsx, done, console))
    if console is None:
        _print_json(envelope([_entry(one, with_text=options.text) for one in done]))
    elif console.closed:
        return PIPE_CLOSED
    return max([status, *(one.status for one in done)])


def _previous(path: Path | None, using: RuleSet) -> tuple[Report | None, int]:
    """Last year's report; if it cannot be read, the others still are."""
    if path is None:
        return None, CLEAN
    one = _examine(path, None, using)
    if isinstance(one, _Unread):
        complain(one.error)
        return None, FAILED
    return one.review.report, CLEAN


def _examine_all(
    paths: Iterable[Path], previous: Report | None, using: RuleSet, encoding: str | None
) -> Iterator[_Examined]:
    seen: set[str] = set()
    for path in paths:
        try:
            files = reports_in(path) if found(path.is_dir) else [path]
        except UnreadableError as error:
            yield _Unread(path, error)
            continue
        for file in files:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield _examine(file, previous, using, encoding)


def _examine(
    path: Path, previous: Report | None, using: RuleSet, encoding: str | None = None
) -> _Examined:
    document: Document | None = None
    try:
        document = open_document(path, encoding=encoding)
        review = Review(read_report(document), author="", rules=using)
        checked, compared = review.checked, ""
        if previous is not None:
            checked = _with(checked, compare(review.report, previous))
            checked = _with(checked, compare_words(review.report, previous))
            compared = count_of(review.report, previous)
    except ReviewerError as error:
        if encoding is not None and isinstance(error, NotAReportError):
            error.hint += f"也可能不是 {encoding} 编码，请换一种，或者不指定编码。"
        elif encoding is not None and isinstance(error, EncodingError):
            error.hint += "也可以不指定编码，由程序识别。"
        return _Unread(path, error, document)
    except Exception as error:  # one report must not stop the others
        return _Unread(path, unforeseen(error), document)
    return _Read(path, review, checked, compared)


def _with(checked: Checked, more: Iterable[Finding]) -> Checked:
    """With findings that come from other reports, each once."""
    findings = {finding.id: finding for finding in (*checked.findings, *more)}
    return checked.model_copy(update={"findings": tuple(findings.values())})


def _together(
    done: Sequence[_Examined], console: Console | None, *, by_year: bool
) -> list[_Examined]:
    """With what other ones of the reports show.

    Args:
        done: What was read.
        console: Where that is told.
        by_year: Whether each is held against last year's, too, if that is among them.
    """
    reports = [one.review.report for one in done if isinstance(one, _Read)]
    repeated = iter(compare_all(reports))
    return [
        _beside(one, reports if by_year else (), next(repeated), console)
        if isinstance(one, _Read)
        else one
        for one in done
    ]


def _beside(
    one: _Read, others: Sequence[Report], repeated: Sequence[Finding], console: Console | None
) -> _Read:
    previous = candidates(one.review.report, others)
    changes = one.review.stand_beside(previous[0] if len(previous) == 1 else None)
    found = one.review.checked.findings
    more = [*(each for each in found if each.id in changes.findings_added), *repeated]
    compared = one.review.compared
    sentences = compared.sentences if compared is not None else _undecided(previous)
    if console is not None and (more or sentences):
        lines = together_lines(str(one.path), one.review.report, sentences, more)
        console.say("\n".join(lines), end="\n\n")
    before = {each.id for each in found}
    later = [each for each in one.checked.findings if each.id not in before]
    return replace(one, checked=_with(one.review.checked, (*later, *repeated)))


def _undecided(previous: Sequence[Report]) -> tuple[str, ...]:
    """Which of several reports of the year before is meant cannot be told."""
    said = undecided(previous)
    names = "、".join(Path(one.document.origin.path).name for one in previous)
    return (f"{said}用 --previous 指定其中一份（{names}）。",) if said else ()


def _tell(one: _Examined, console: Console | None) -> None:
    if console is None:
        return
    if isinstance(one, _Read):
        lines = report_lines(str(one.path), one.review.report, one.checked, one.compared)
        console.say("\n".join(lines), end="\n\n")
    else:
        print("\n".join(error_lines(str(one.path), one.error)), end="\n\n", file=sys.stderr)


def _entry(one: _Examined, *, with_text: bool) -> Json:
    if isinstance(one, _Read):
        return report_entry(str(one.path), one.review.report, one.checked, with_text=with_text)
    return error_entry(str(one.path), one.error, one.document)


def _print_json(value: Json) -> None:
    """One object in UTF-8 whatever the locale; a lone surrogate becomes a JSON escape."""
    if sys.stdout is None:  # closed by whoever started the program
        return
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    buffer.write(text.encode("utf-8", errors="backslashreplace"))
    buffer.flush()


def _total(done: Sequence[_Examined]) -> str:
    counts = [sum(one.status == status for one in done) for status in (FAULTY, CLEAN, FAILED)]
    return f"共{len(done)}份：有错误{counts[0]}，无错误{counts[1]}，未能读取{counts[2]}。"


def _write_workbooks(out: Path, done: Sequence[_Examined], console: Console | None) -> int:
    """Write a workbook for each report that was read; what fails does not stop the rest."""
    status = CLEAN
    read = [one for one in done if isinstance(one, _Read)]
    for one, target in zip(read, workbook_targets(out, [one.path for one in read]), strict=True):
        more = one.checked.findings[len(one.review.checked.findings) :]
        try:
            write_workbook(one.review, target, more_findings=more)
        except ReviewerError as error:
            complain(error)
            status = FAILED
        else:
            if console is not None:
                console.say(f"审核表：{target}")
    return status
