"""Reports in which nothing is wrong: prose whose figures agree with the tables, in any layout."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import form as form_of
from tests.layouts import LAYOUTS, Faults, make_figures
from tests.layouts.grid import printed_lines
from tests.layouts.sink import Sink

BODIES = ("石桥镇人民政府", "清溪街道办事处")
YEARS = {"2019": (2019, 2020), "2021": (2021, 2022, 2023, 2024)}
NOTICES = {"2019": "〔2019〕60号", "2021": "〔2021〕30号"}
_NUMERALS = "一二三四五六"
_DETAILS = ("licence", "penalty", "coercion")


@dataclass(frozen=True)
class Right:
    """A report to be printed, with what was spoilt in it.

    Attributes:
        figures: Printed text for every cell of the form.
        stated: The figures that its sentences agree with.
        faults: How the tables are printed.
        edits: What is done to the finished text.
    """

    form_id: str
    year: int
    body: str
    layout: str
    figures: Mapping[CellId, str]
    stated: Mapping[CellId, str]
    faults: Faults = field(default_factory=Faults)
    edits: tuple[Callable[[str], str], ...] = ()

    @property
    def text(self) -> str:
        """The report as it is printed."""
        sink = Sink(self.faults.padding)
        sink.add(_introduction(self) + _overview(self))
        form = form_of(self.form_id)
        for number, key in ((2, "active"), (3, "requests"), (4, "disputes")):
            sink.add(f"{_NUMERALS[number - 1]}、{form.sections[number - 1].title}\n\n")
            LAYOUTS[self.layout](sink, printed_lines(form, key, self.figures, self.faults))
            sink.add("\n\n")
        text = sink.text + _end(self)
        for edit in self.edits:
            text = edit(text)
        return text


def right_report(form_id: str, seed: int, layout: str, *, size: int = 40) -> Right:
    """A report of a town or street that has nothing wrong with it.

    Args:
        form_id: ``2019`` or ``2021``.
        seed: The same seed gives the same report.
        layout: A name of ``LAYOUTS``.
        size: Largest number of requests of one kind of applicant.
    """
    dice = random.Random(f"right/{form_id}/{seed}")
    figures = {**make_figures(form_id, seed, size=size), **_active(form_id, dice)}
    year = YEARS[form_id][seed % len(YEARS[form_id])]
    return Right(form_id, year, BODIES[seed % 2], layout, figures, figures)


def _active(form_id: str, dice: random.Random) -> dict[CellId, str]:
    """Table two with figures that are plausible together."""
    made, kept = dice.randint(1, 6), dice.randint(6, 30)
    rows: dict[str, dict[str, object]] = {}
    if form_id == "2021":
        rows["regulation"] = dict.fromkeys(("issued", "repealed", "in_force"), 0)
        rows["normative_document"] = {"issued": made, "repealed": 1, "in_force": kept}
        rows |= {row: {"decisions": dice.randint(0, 90)} for row in _DETAILS}
        rows["fee"] = {"amount": dice.choice(("0", "3.25", "12.6"))}
    else:
        rows["regulation"] = dict.fromkeys(("made", "disclosed", "disclosed_total"), 0)
        rows["normative_document"] = {"made": made, "disclosed": made, "disclosed_total": kept}
        for row in (*_DETAILS, "other_service"):
            rows[row] = {
                "previous_items": dice.randint(20, 90),
                "change": dice.choice(("0", "+2", "-7")),
                "decisions": dice.randint(0, 90),
            }
        rows["fee"] = {"previous_items": 3, "change": "0"}
        rows["procurement"] = {"projects": dice.randint(1, 9), "amount": "75680.5"}
    return {
        cell_id("active", row, column): str(text)
        for row, columns in rows.items()
        for column, text in columns.items()
    }


def _introduction(right: Right) -> str:
    year, body = right.year, right.body
    return (
        f"云岭县{body}{year}年政府信息公开工作年度报告\n\n"
        "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发"
        f"〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函{NOTICES[right.form_id]}）"
        f"的规定，{body}编制{year}年年度报告，统计期限为{year}年1月1日至{year}年12月31日。\n\n"
        f"如对本报告有疑问，请与{body}联系（地址：云岭县临河路18号，邮编：579903，"
        "电话：0899-5550118）。\n\n"
    )


def _overview(right: Right) -> str:
    year, name = right.year, right.body[:3] if right.body[2] == "镇" else right.body[:4]
    made = _stated(right, "active", "normative_document", _first_column(right))
    new, done, left = (
        _stated(right, "requests", row, "total") for row in ("new", "total", "carried_out")
    )
    return (
        "一、总体情况\n\n"
        f"（一）主动公开。{year}年，{name}在县政府网站镇街专栏公开信息79条，其中惠农补贴发放31条、"
        f"项目建设26条、人事和机构22条。制发规范性文件{made}件，已全部公开。\n\n"
        f"（二）依申请公开。{year}年共收到政府信息公开申请{new}件，办结申请{done}件，"
        f"结转下年度继续办理{left}件。\n\n"
        "（三）政府信息管理。明确各办公室一名信息员，负责本办公室文件的公开属性认定和发布前审查。\n\n"
        "（四）平台建设。在便民服务中心增设电子查询屏1块，各村公开栏统一编号，每季度拍照存档。\n\n"
        "（五）监督保障。把政务公开列入对各办公室的年终评议，公布监督电话，全年培训2次。\n\n"
    )


def _first_column(right: Right) -> str:
    return "issued" if right.form_id == "2021" else "made"


def _stated(right: Right, table: str, row: str, column: str) -> str:
    return right.stated[cell_id(table, row, column)]


def _end(right: Right) -> str:
    return (
        "五、存在的主要问题及改进情况\n\n"
        "一是政策文件多、解读少，群众不易看懂，今后凡制发文件同步编写问答。"
        "二是信息员更换频繁，对程序不熟悉，现已编印操作手册，新任信息员先跟班一周再上岗。\n\n"
        "六、其他需要报告的事项\n\n"
        f"{right.year}年没有收取信息处理费，没有需要另行报告的事项。\n\n"
        f"云岭县{right.body}\n\n"
        f"{right.year + 1}年1月16日\n"
    )
