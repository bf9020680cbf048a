"""A report around tables that are written otherwise than the form draws them."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import TITLES


def report_around(form_id: str, tables: Mapping[str, str]) -> Report:
    """The report that prints these tables, by their keys."""
    year = {"2019": 2020, "2021": 2022}[form_id]
    sections = "\n".join(f"{title}\n{tables[key]}\n" for key, title in TITLES.items())
    return read_report(
        open_text(
            f"云岭县石桥镇人民政府{year}年政府信息公开工作年度报告\n"
            f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。\n"
            f"一、总体情况\n公开信息412条。\n{sections}"
            "五、存在的主要问题及改进情况\n公开意识有待加强。\n"
            "六、其他需要报告的事项\n无其他需要报告的事项。\n"
        )
    )


def not_sure(report: Report, figures: Mapping[CellId, str]) -> list[str]:
    """Cells that are not read as they should be, or not for sure."""
    return [
        cell
        for cell, printed in figures.items()
        if (one := report.by_cell[cell]).printed != printed or not one.sure
    ]
