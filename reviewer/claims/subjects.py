"""What a claim may speak of: single cells and groups of cells, with the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.base import CellId, cell_id
from reviewer.forms.model import Form

_UNIT = "件宗起份条次个项例"


@dataclass(frozen=True)
class Subject:
    """Something that sentences state a figure of.

    Attributes:
        key: A cell's key or a group's.
        label: As reviewers name it.
        before: What stands just before the figure.
        behind: What stands just behind the unit.
        verb: What stands before the figure in its clause if ``behind`` names the subject.
        about: What the sentence or its paragraph must be about; empty for anything.
        rows: Rows of the table, or prefixes of their keys ending in ``_``.
        units: Units that the figure may have.
    """

    key: str
    label: str
    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...] = ("total",)
    before: str = ""
    behind: str = ""
    verb: str = ""
    about: str = ""
    units: str = _UNIT


_APPLICATION = "申请|依申请公开"
_RECEIVED = "收到|新收|受理|接到|接收|收办"
_RESULTS = (
    ("granted", "予以公开", ("granted",)),
    ("granted_in_part", "部分公开", ("granted_in_part",)),
    ("refused", "不予公开", ("refused_",)),
    ("unavailable", "无法提供", ("unavailable_",)),
    ("declined", "不予处理", ("declined_",)),
    ("other", "其他处理", ("other", "other_")),
)
_APPLICANTS = (
    ("natural_person", "自然人", "自然人|公民"),
    ("business", "商业企业", "商业企业"),
    ("research", "科研机构", "科研机构"),
    ("welfare", "社会公益组织", "社会公益组织"),
    ("legal_service", "法律服务机构", "法律服务机构"),
)
_ORGANISATIONS = ("business", "research", "welfare", "legal_service", "other_org")
_TAIL = r"(?:申请|事项|案件|案|数量|数|共计|共|为|有|的|计|总计|总数|信息)*"
_WORDS = r"[^，,；;。0-9]"


def _subjects() -> Iterator[Subject]:
    yield from _flows()
    yield from _results()
    yield from _applicants()
    yield from _disputes()
    yield from _documents()
    yield from _decisions()


def _flows() -> Iterator[Subject]:
    """What came in and what is left."""
    yield Subject(
        "requests.carried_in.total", "上年结转申请", "requests", ("carried_in",),
        before=rf"(?:上年度?|去年|上一年度?|往年){_WORDS}{{0,4}}结转{_WORDS}{{0,16}}",
    )  # fmt: skip
    yield Subject(
        "requests.carried_out.total", "结转下年度办理", "requests", ("carried_out",),
        before=rf"(?:结转|转入?)(?:到|至)?(?:下一?年度?|次年){_WORDS}{{0,8}}",
        behind=rf"{_WORDS}{{0,4}}结转(?:到|至)?(?:下一?年度?|次年)",
    )  # fmt: skip
    yield Subject(
        "requests.new.total", "收到申请", "requests", ("new",),
        before=rf"(?:收到|新收|受理|接到|接收|收办|收件)(?:和办理|并办理|的)?{_WORDS}{{0,22}}?"
        rf"(?:信息公开|依申请|公开信息|公开政府信息){_WORDS}{{0,8}}?{_TAIL}",
        behind=r"(?:的)?(?:政府)?(?:信息公开|依申请公开)(?:的)?申请",
        verb=_RECEIVED,
        about=_APPLICATION,
    )  # fmt: skip
    yield Subject(
        "requests.new.total", "收到申请", "requests", ("new",),
        before=rf"(?:{_RECEIVED})(?:了|各类|有关|相关|各种|书面|网上|在线|群众|公民)*申请{_TAIL}",
        behind=r"(?:的)?申请",
        verb=_RECEIVED,
        about="依申请公开|政府信息公开申请",
    )  # fmt: skip


def _results() -> Iterator[Subject]:
    """What was decided."""
    for key, label, rows in _RESULTS:
        yield Subject(
            f"requests.{key}.total", label, "requests", rows,
            before=rf"(?<!不)(?:作|按)?{label}(?:（[^）]*）|\([^)]*\))?{_TAIL}",
            about=_APPLICATION,
        )  # fmt: skip
    yield Subject(
        "requests.total.total", "办结申请", "requests", ("total",),
        before=r"(?:办结|办理完毕|予以答复|已答复|答复)(?:了|申请|共)*",
        about="收到.*申请|申请.*办结|依申请公开",
    )  # fmt: skip


def _applicants() -> Iterator[Subject]:
    """Who applied."""
    for key, label, names in _APPLICANTS:
        yield Subject(
            f"requests.new.{key}", f"{label}申请", "requests", ("new",), (key,),
            before=rf"(?:{names})(?:提出)?{_TAIL}", about="收到.*申请|新收.*申请|受理.*申请",
        )  # fmt: skip
    yield Subject(
        "requests.new.organisations", "法人或其他组织申请", "requests", ("new",), _ORGANISATIONS,
        before=rf"法人(?:或者?|和|及|、)其他组织(?:提出)?{_TAIL}",
        about="收到.*申请|新收.*申请|受理.*申请",
    )  # fmt: skip


def _disputes() -> Iterator[Subject]:
    """Proceedings."""
    yield Subject(
        "disputes.reconsideration.total", "行政复议", "disputes", ("reconsideration",),
        before=rf"行政复议{_TAIL}", behind=r"(?:政府信息公开)?行政复议",
    )  # fmt: skip
    yield Subject(
        "disputes.lawsuits.total", "行政诉讼", "disputes",
        ("direct_lawsuit", "lawsuit_after_reconsideration"),
        before=rf"行政诉讼{_TAIL}", behind=r"(?:政府信息公开)?行政诉讼",
    )  # fmt: skip


def _documents() -> Iterator[Subject]:
    """Normative documents."""
    documents = ("normative_document",)
    made = r"(?:制定|制发|印发|出台|新制定?作?|制作)"
    for column, verb, label in (
        ("issued", made, "制发规范性文件"),
        ("made", made, "新制作规范性文件"),
        ("repealed", "废止", "废止规范性文件"),
        ("in_force", "现行有效", "现行有效规范性文件"),
        ("disclosed", r"(?:主动)?公开", "公开规范性文件"),
    ):
        yield Subject(
            f"active.normative_document.{column}", label, "active", documents, (column,),
            before=rf"{verb}(?:了|的|各类|行政|方面|本年度|实施意见|措施|等|{_WORDS})"
            rf"{{0,24}}?规范性文件{_TAIL}",
            behind="(?:行政)?规范性文件" if verb == made else "",
            verb=made,
            units="件个份条",
        )  # fmt: skip


def _decisions() -> Iterator[Subject]:
    """Decisions and fees."""
    for row, label in (("licence", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制")):
        yield Subject(
            f"active.{row}.decisions", f"{label}处理决定", "active", (row,), ("decisions",),
            before=rf"(?:作出|做出|办理|实施|办结){_WORDS}{{0,8}}{label}(?:决定|处理决定)?{_TAIL}",
            units="件宗起个项例",
        )  # fmt: skip
    yield Subject(
        "active.fee.amount", "行政事业性收费", "active", ("fee",), ("amount",),
        before=rf"行政事业性收费(?:收入|金额)?{_TAIL}", units="万元",
    )  # fmt: skip


@cache
def subjects() -> tuple[tuple[Subject, re.Pattern[str], re.Pattern[str] | None], ...]:
    """All subjects with the patterns before and behind their figure, narrower ones first."""
    return tuple(
        (
            subject,
            re.compile(rf"(?:{subject.before})$"),
            re.compile(subject.behind) if subject.behind else None,
        )
        for subject in _subjects()
    )


def cells_of(subject: Subject, form: Form) -> tuple[CellId, ...]:
    """The cells of a form that a subject stands for; empty if the form has none of them."""
    table = form.table(subject.table)
    if table is None:
        return ()
    return tuple(
        cell_id(table.key, row.key, column.key)
        for block in table.blocks
        for row in block.rows
        if _is_of(row.key, subject.rows)
        for column in block.columns
        if column.key in subject.columns
    )


def _is_of(row: str, rows: tuple[str, ...]) -> bool:
    return any(row == one or (one.endswith("_") and row.startswith(one)) for one in rows)
