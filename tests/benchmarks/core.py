"""What the program does without a window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache, partial
from itertools import count, cycle, islice
from pathlib import Path

from reviewer.base import CellId
from reviewer.checks.engine import check, recheck, what_if
from reviewer.checks.findings import evaluate, figures_of
from reviewer.checks.rules import built_in
from reviewer.checks.suspects.blame import suspects
from reviewer.document.opening import open_document, open_text
from reviewer.export.workbook import write_workbook
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from reviewer.library.library import Library, open_library
from reviewer.review.model import Transcribe
from reviewer.review.review import Review
from tests.benchmarks.model import Benchmark, timed
from tests.benchmarks.reports import PLANTED, old_word_file, seven_pages, town_report, word_file


@cache
def report() -> Report:
    """A town's report with one figure wrong."""
    return read_report(open_text(town_report().text))


def opening(suffix: str, data: Callable[[], bytes]) -> list[float]:
    """From a file to readings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"报告{suffix}"
        path.write_bytes(data())
        return timed(lambda: read_report(open_document(path)), runs=9)


def _edited(cell: CellId, number: int) -> Report:
    reading = report().by_cell[cell]
    changed = reading.model_copy(update={"number": number, "kind": Kind.NUMBER})
    return report().replaced({cell: changed})


def reading(layout: str) -> list[float]:
    """From text to readings."""
    document = open_text(town_report(layout=layout).text)
    return timed(lambda: read_report(document), runs=9)


def checking() -> list[float]:
    """All rules, checks and suspects anew, of another report each time."""
    texts = (town_report(seed).text for seed in count(2))
    reports = [read_report(open_text(text)) for text in islice(texts, 16)]
    unseen = iter(reports)
    return timed(lambda: check(next(unseen)), runs=15)


def rechecking() -> list[float]:
    """After one figure of table three was replaced, another one each time."""
    before = check(report())
    cells = cycle(cell for cell in report().form.figures if cell.startswith("requests."))
    edits = iter([(cell, _edited(cell, 3)) for cell, _ in zip(cells, range(60), strict=False)])

    def once() -> None:
        cell, edited = next(edits)
        recheck(edited, before, frozenset({cell}))

    return timed(once, runs=50)


def suspecting() -> list[float]:
    """The part of a full check that finds out which figures are to blame."""
    program = built_in().program(report().form)
    figures = figures_of(report())
    evaluations = tuple(evaluate(instance, figures) for instance in program.instances)
    return timed(lambda: suspects(report(), program, figures, evaluations), runs=15)


def asking() -> list[float]:
    """The line that tells, while a figure is typed, what it would fix and break."""
    checked = check(report())
    return timed(lambda: what_if(report(), checked, PLANTED, 5), runs=50)


def editing() -> list[float]:
    """One transcription through review, journal and library on disk."""
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "library.sqlite")
        try:
            return timed(_edits(library), runs=30)
        finally:
            library.close()


def _edits(library: Library) -> _Edit:
    sha256 = report().document.origin.sha256
    library.remember(report())
    review = Review(report(), author="审核员", store=partial(library.append, sha256))
    return _Edit(review)


class _Edit:
    """Types another figure into the same cell each time."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._number = 0

    def __call__(self) -> None:
        self._number += 1
        self._review.do(Transcribe(cell=PLANTED, text=str(self._number)))


def exporting() -> list[float]:
    """The workbook of a review."""
    review = Review(report(), author="审核员")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "审核表.xlsx"
        return timed(lambda: write_workbook(review, target), runs=5)


BENCHMARKS = (
    Benchmark("read a town report (Word text)", 50, "ms", lambda: reading("word_tab")),
    Benchmark("read a town report (PDF text)", 100, "ms", lambda: reading("pdf")),
    Benchmark("read a town report (no separators)", 200, "ms", lambda: reading("glued")),
    Benchmark("open and read a PDF of 7 pages", 200, "ms", lambda: opening(".pdf", seven_pages)),
    Benchmark("open and read a Word file (docx)", 50, "ms", lambda: opening(".docx", word_file)),
    Benchmark("open and read a Word file (doc)", 50, "ms", lambda: opening(".doc", old_word_file)),
    Benchmark("full check", 20, "ms", checking),
    Benchmark("re-check after an edit", 5, "ms", rechecking),
    Benchmark("suspects", 50, "ms", suspecting),
    Benchmark("what a figure would fix and break", 5, "ms", asking),
    Benchmark("edit: re-check, journal, library on disk", 30, "ms", editing),
    Benchmark("workbook export", 500, "ms", exporting),
)
