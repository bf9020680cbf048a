"""Report files to measure with: a town's, and a folder of three hundred."""

from __future__ import annotations

from pathlib import Path

from reviewer.base import CellId
from tests.document.pdf_pages import SITUATION, Look, Press
from tests.document.pdf_writer import write_pdf
from tests.document.same import CASES
from tests.layouts import LAYOUTS, Rendered, make_figures, render
from tests.writers.docx import body_of, docx

MANY = 300
PLANTED = CellId("requests.granted.natural_person")


def town_report(seed: int = 1, layout: str = "word_tab") -> Rendered:
    """A town's report as Word's text, with one figure of table three wrong."""
    figures = make_figures("2021", seed)
    wrong = str(int(figures[PLANTED]) + 7)
    return render({**figures, PLANTED: wrong}, "2021", layout)


def seven_pages() -> bytes:
    """A report printed as PDF: ruled tables over page breaks, and pages of prose."""
    press = Press(
        "2021", make_figures("2021", 1), Look(cut=True, footer=True, size=12.0, top=150.0)
    )
    for _ in range(34):
        press.paragraph(SITUATION.format(year=2022, new=0), indent=2)
    return write_pdf(press.report())


def word_file() -> bytes:
    """A report as Word saves it now."""
    return docx(body_of(CASES[1].items))


def old_word_file() -> bytes:
    """The same as Word 97 saved it."""
    return CASES[1].fixture(".doc").read_bytes()


def write_town(folder: Path) -> Path:
    """One town's report in a file."""
    path = folder / "石桥镇_2023.txt"
    path.write_text(town_report().text, encoding="utf-8")
    return path


def write_many(folder: Path) -> Path:
    """A folder of different reports in all layouts, as a county collects them."""
    target = folder / "reports"
    target.mkdir()
    layouts = list(LAYOUTS)
    for index in range(MANY):
        form_id = "2021" if index % 3 else "2019"
        rendered = render(
            make_figures(form_id, index),
            form_id,
            layouts[index % len(layouts)],
            body=f"云岭县第{index}号镇人民政府",
        )
        (target / f"{index:03}.txt").write_text(rendered.text, encoding="utf-8")
    return target
