"""The same job without a window: reads reports, checks them, writes workbooks."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from reviewer.checks.model import Checked, Severity
from reviewer.checks.rules import rules
from reviewer.checks.years import compare
from reviewer.document.model import Document
from reviewer.document.opening import open_document, suffixes
from reviewer.errors import OpenError, ReviewerError, UnreadableError
from reviewer.export.contract import Json, envelope, error_entry, report_entry
from reviewer.export.plain import SEVERITY_NAMES, error_lines, report_lines
from reviewer.export.targets import workbook_targets
from reviewer.export.workbook import write_workbook
from reviewer.forms.catalog import forms
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from reviewer.paths import found, resource, user_data
from reviewer.review.review import Review

HELP = """\
政府信息公开工作年度报告审核

用法：
  reviewer [文件…]                      打开窗口
  reviewer check 路径… [选项]           核对报告；路径可以是文件或文件夹
      --json                            只输出一个 JSON 对象
      --text                            在 JSON 中附上全文
      --xlsx 位置                       写出审核表；多份报告时为文件夹
      --previous 文件                   与同一单位上一年度的报告比对
  reviewer rules                        列出核对规则
  reviewer forms                        列出各年度的格式
  reviewer sample 文件夹                复制样例报告
  reviewer --version | --help

退出状态：0 没有错误级问题；1 有错误级问题；2 有文件不能读取或写入。
"""

CLEAN, FAULTY, FAILED = 0, 1, 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141


@dataclass(frozen=True)
class _Examined:
    """What became of one path: a review, or the error that stopped it."""

    path: Path
    review: Review | None = None
    checked: Checked | None = None
    document: Document | None = None
    error: ReviewerError | None = None

    @property
    def status(self) -> int:
        if self.checked is None:
            return FAILED
        errors = any(finding.severity is Severity.ERROR for finding in self.checked.findings)
        return FAULTY if errors else CLEAN


_WORDS = {
    "the following arguments are required: ": "缺少",
    "unrecognized arguments: ": "不认识的参数 ",
    "expected one argument": "后面缺少内容",
    "argument ": "参数 ",
}
"""argparse's words for what may go wrong here, and the user's."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in the user's language."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """End with what is wrong and the usage."""
        for theirs, ours in _WORDS.items():
            message = message.replace(theirs, ours)
        raise ReviewerError(f"命令行有误：{message}。", f"\n\n{HELP}")


def main(argv: list[str] | None = None) -> int:
    """Run the program; the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal cannot show becomes "?"
            stream.reconfigure(errors="replace")
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout.fileno())
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except ReviewerError as error:
        _complain(error)
        return FAILED
    except Exception as error:  # the last line of defence: a user never sees a traceback
        _complain(_unforeseen(error))
        return FAILED
    return status


def _run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in {"-h", "--help", "help"}:
        print(HELP, end="")
        return CLEAN
    if first == "--version":
        print(_version())
        return CLEAN
    commands: dict[str, Callable[[list[str]], int]] = {
        "check": _check,
        "rules": _rules,
        "forms": _forms,
        "sample": _sample,
    }
    if first in commands:
        if {"-h", "--help"}.intersection(arguments):
            print(HELP, end="")
            return CLEAN
        return commands[first](arguments[1:])
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    parser = _Parser()
    parser.add_argument("files", nargs="*", type=Path, metavar="文件")
    files: list[Path] = parser.parse_args(arguments).files
    try:
        from reviewer.window.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        raise ReviewerError(
            "窗口所需的系统组件没有装好。",
            "可以先用 reviewer check 核对报告；安装方法见 README。",
            str(error),
        ) from error
    return run(files)


def _check(arguments: list[str]) -> int:
    parser = _Parser()
    parser.add_argument("paths", nargs="+", type=Path, metavar="路径")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--xlsx", type=Path)
    parser.add_argument("--previous", type=Path)
    options = parser.parse_intermixed_args(arguments)
    previous, status = _previous(options.previous)
    done: list[_Examined] = []
    for one in _examine_all(options.paths, previous):
        done.append(one)
        if not options.json:
            _tell(one)
    if options.json:
        _print_json(envelope([_entry(one, with_text=options.text) for one in done]))
    elif len(done) > 1:
        print(_total(done))
    if options.xlsx is not None:
        status = max(status, _write_workbooks(options.xlsx, done, tell=not options.json))
    return max([status, *(one.status for one in done)])


def _previous(path: Path | None) -> tuple[Report | None, int]:
    """Last year's report; if it cannot be read, the others still are."""
    if path is None:
        return None, CLEAN
    one = _examine(path, None)
    if one.review is None:
        _complain(one.error or UnreadableError(f"无法读取“{path}”。"))
        return None, FAILED
    return one.review.report, CLEAN


def _examine_all(paths: Iterable[Path], previous: Report | None) -> Iterator[_Examined]:
    seen: set[str] = set()
    for path in paths:
        files = _files_in(path) if found(path.is_dir) else [path]
        if not files:
            kinds = "、".join(suffixes())
            error = UnreadableError(f"文件夹“{path}”中没有可读的文件。", f"能读的格式：{kinds}。")
            yield _Examined(path, error=error)
        for file in files:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield _examine(file, previous)


def _files_in(folder: Path) -> list[Path]:
    """Files that may be reports, sorted; hidden files, locks, read-me files, pipes are none."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(here, name)
            for name in names
            if name.lower().endswith(suffixes())
            and not name.startswith((".", "~$"))
            and not name.lower().startswith("readme.")
            and not _is_special(Path(here, name))
        ]
    return sorted(found)


def _is_special(path: Path) -> bool:
    """Whether reading could wait for ever: a pipe, a socket, a device."""
    return found(path.exists) and not found(path.is_file)


def _examine(path: Path, previous: Report | None) -> _Examined:
    document: Document | None = None
    try:
        document = open_document(path)
        review = Review(read_report(document), author="")
        checked = review.checked
        if previous is not None:
            findings = (*checked.findings, *compare(review.report, previous))
            checked = checked.model_copy(update={"findings": findings})
    except ReviewerError as error:
        return _Examined(path, document=document, error=error)
    except Exception as error:  # one report must not stop the others
        return _Examined(path, document=document, error=_unforeseen(error))
    return _Examined(path, review, checked, document)


def _tell(one: _Examined) -> None:
    if one.review is not None and one.checked is not None:
        lines = report_lines(str(one.path), one.review.report, one.checked)
        print("\n".join(lines), end="\n\n", flush=True)
    elif one.error is not None:
        print("\n".join(error_lines(str(one.path), one.error)), end="\n\n", file=sys.stderr)


def _entry(one: _Examined, *, with_text: bool) -> Json:
    if one.review is not None and one.checked is not None:
        return report_entry(str(one.path), one.review.report, one.checked, with_text=with_text)
    error = one.error or OpenError(f"无法读取“{one.path}”。")
    return error_entry(str(one.path), error, one.document)


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


def _write_workbooks(out: Path, done: Sequence[_Examined], *, tell: bool) -> int:
    """Write a workbook for each report that was read; what fails does not stop the rest."""
    status = CLEAN
    read = [one for one in done if one.review is not None]
    for one, target in zip(read, workbook_targets(out, [one.path for one in read]), strict=True):
        assert one.review is not None
        assert one.checked is not None
        more = one.checked.findings[len(one.review.checked.findings) :]
        try:
            write_workbook(one.review, target, more_findings=more)
        except ReviewerError as error:
            _complain(error)
            status = FAILED
        else:
            if tell:
                print(f"审核表：{target}")
    return status


def _rules(arguments: list[str]) -> int:
    _Parser().parse_args(arguments)
    for rule in rules():
        basis = rule.basis_on(*(forms()[name] for name in rule.forms))
        print(f"{rule.id}　{SEVERITY_NAMES[rule.severity]}　{rule.title}")
        print(f"    {rule.doc}")
        print(f"    适用格式：{'、'.join(rule.forms)}　依据：{basis}")
    return CLEAN


def _forms(arguments: list[str]) -> int:
    _Parser().parse_args(arguments)
    for form in forms().values():
        years = (
            f"{form.first_year}—{form.last_year}年" if form.last_year else f"{form.first_year}年起"
        )
        print(f"{form.id}　{years}　{form.basis}")
        for section in form.sections:
            print(f"    第{section.number}部分　{section.title}")
        for table in form.tables:
            print(f"    {table.name}　{table.title}　{sum(1 for _ in table.cells())}格")
    return CLEAN


def _sample(arguments: list[str]) -> int:
    parser = _Parser()
    parser.add_argument("folder", type=Path, metavar="文件夹")
    folder: Path = parser.parse_args(arguments).folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source in sorted(resource("samples").iterdir()):
            target = folder / source.name
            if target.exists() and target.read_bytes() != source.read_bytes():
                print(f"已有同名文件，没有覆盖：{target}")
            else:
                shutil.copyfile(source, target)
                print(target)
    except OSError as error:
        raise ReviewerError(f"无法写入“{folder}”。", "请换一个文件夹。", str(error)) from error
    return CLEAN


def _version() -> str:
    try:
        return f"reviewer {version('reviewer')}"
    except PackageNotFoundError:
        return "reviewer"


def _complain(error: ReviewerError) -> None:
    if sys.stderr is not None:
        print(str(error), file=sys.stderr)


def _unforeseen(error: Exception) -> ReviewerError:
    """An error of the program itself, its details written down for engineers."""
    try:
        folder = user_data() / "errors"
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        details = folder / f"error-{stamp}.txt"
        text = "".join(traceback.format_exception(error))
        details.write_text(text, encoding="utf-8", errors="backslashreplace")
        hint = f"详细信息已写入“{details}”，请把它发给维护人员。"
    except OSError:
        hint = "详细信息也未能写下，请检查磁盘空间和用户文件夹的权限。"
    return ReviewerError("程序发生了意外错误。", hint, repr(error))


def _silence(descriptor: int) -> None:
    """Keep the interpreter from writing to a closed pipe once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
