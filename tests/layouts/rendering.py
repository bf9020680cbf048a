"""A complete report around the printed tables, with the truth about each cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.forms.catalog import form as form_of
from reviewer.forms.model import Form
from tests.layouts.grid import Faults, Line, printed_lines
from tests.layouts.narrow import NARROW
from tests.layouts.pdf import pdf
from tests.layouts.sink import Sink
from tests.layouts.writers import WRITERS, Writer

LAYOUTS: dict[str, Writer] = {**WRITERS, **NARROW, "pdf": pdf}
"""Every layout by name."""

NOT_READABLE = frozenset({"figures_left"})
"""Layouts in which no figure stands behind its label: nothing of table three may look sure."""

TITLES = {
    "active": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
}
"""What both forms print over each table."""

WRAPS = {"word_tab": "\n\n", "paragraphs": "\n", "paragraphs_blank": "\n\n"}
"""What breaks a text within a cell, in layouts that print cells on lines of their own."""

SEPARATED = {"glued", "glued_figures"}
"""Layouts in which not even the section titles stand on lines of their own."""


SILENT = SEPARATED | {
    "narrow_5_first",
    "narrow_6_last",
    "narrow_8_middle",
    "spaced",
    "paged",
    "listed",
    "pdf",
    "around",
    "glued_rows",
}
"""Layouts in which an empty cell leaves no trace."""


@dataclass(frozen=True)
class Rendered:
    """A report's text and the truth about it.

    Attributes:
        text: Canonical text.
        truth: For every cell of the form what is printed there; None if the cell is not there.
        places: Half-open code-point spans of the printed figures.
        traceless: Cells that are there but empty, in a layout that shows nothing of an empty
            cell: "blank" and "missing" cannot be told apart.
    """

    text: str
    truth: dict[CellId, str | None]
    places: dict[CellId, tuple[int, int]]
    traceless: frozenset[CellId]


def render(
    figures: Mapping[CellId, str],
    form_id: str,
    layout: str,
    faults: Faults | None = None,
    *,
    body: str = "云岭县石桥镇人民政府",
    year: int | None = None,
) -> Rendered:
    """Print a report.

    Args:
        figures: Printed text for every cell of the form (``make_figures``).
        form_id: ``2019`` or ``2021``.
        layout: A name of ``LAYOUTS``.
        faults: What is odd about this report.
        body: The (fictional) reporting body.
        year: By default the form's last year, or 2023.
    """
    form, faults = form_of(form_id), faults or Faults()
    sink = Sink(faults.padding, WRAPS.get(layout, " ") if faults.wrapped_heads else "")
    _introduction(sink, body, year or form.last_year or 2023)
    gap = " " if layout in SEPARATED else "\n"
    for key, title in TITLES.items():
        sink.add(f"{title}{gap}")
        LAYOUTS[layout](sink, printed_lines(form, key, figures, faults))
        sink.add("\n")
    _end(sink, body, year or form.last_year or 2023)
    return _rendered(sink, form, figures, layout, faults)


def _rendered(
    sink: Sink, form: Form, figures: Mapping[CellId, str], layout: str, faults: Faults
) -> Rendered:
    text = sink.text
    truth: dict[CellId, str | None] = dict.fromkeys(form.figures)
    there = {
        piece.cell: piece.text
        for key in ("active", "requests", "disputes")
        for line in printed_lines(form, key, figures, faults)
        for piece in line.shown
        if piece.cell in form.figures
    }
    truth |= {cell: shown for cell, shown in there.items() if cell is not None}
    places = {cell: place for cell, place in sink.places.items() if truth.get(cell)}
    silent = layout in SILENT
    traceless = frozenset(cell for cell, shown in truth.items() if silent and shown == "")
    return Rendered(text, truth, places, traceless)


def _introduction(sink: Sink, body: str, year: int) -> None:
    sink.add(
        f"{body}{year}年政府信息公开工作年度报告\n\n"
        f"本报告根据《中华人民共和国政府信息公开条例》编制。本报告所列数据的统计期限自"
        f"{year}年1月1日起至{year}年12月31日止。\n"
        "一、总体情况\n"
        f"（一）主动公开。{year}年，本机关通过门户网站和公开栏公开各类政府信息。\n"
        "（二）依申请公开。本机关完善受理、登记、审核、答复各环节的办理流程。\n"
        "（三）政府信息管理。落实保密审查制度，规范信息发布。\n"
        "（四）平台建设。在便民服务中心设立政府信息公开查阅点。\n"
        "（五）监督保障。明确专人负责，组织业务培训。\n"
    )


def _end(sink: Sink, body: str, year: int) -> None:
    sink.add(
        "五、存在的主要问题及改进情况\n"
        "存在的问题：公开内容的时效性有待增强。改进情况：建立台账，按季度核对。\n"
        "六、其他需要报告的事项\n"
        "本年度没有收取政府信息公开信息处理费。\n"
        f"{body}\n{year + 1}年1月20日\n"
    )


def lines_of(form_id: str, key: str, figures: Mapping[CellId, str]) -> list[Line]:
    """The faultless lines of one table, for tests of single tables."""
    return printed_lines(form_of(form_id), key, figures, Faults())
