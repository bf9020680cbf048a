"""What a claim may speak of: single cells, groups of cells, and channels that have no cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from reviewer.base import CellId, cell_id
from reviewer.forms.catalog import forms
from reviewer.forms.model import Form

_ORGANISATIONS = ("business", "research", "welfare", "legal_service", "other_org")
_LAWSUITS = ("direct_lawsuit", "lawsuit_after_reconsideration")

_ROWS = {
    "new": "收到申请",
    "carried_in": "上年结转申请",
    "carried_out": "结转下年度办理",
    "total": "办结申请",
    "granted": "予以公开",
    "granted_in_part": "部分公开",
    "refused_state_secret": "属于国家秘密",
    "refused_by_law": "其他法律行政法规禁止公开",
    "refused_security": "危及“三安全一稳定”",
    "refused_third_party": "保护第三方合法权益",
    "refused_internal": "属于三类内部事务信息",
    "refused_process": "属于四类过程性信息",
    "refused_case_file": "属于行政执法案卷",
    "refused_enquiry": "属于行政查询事项",
    "unavailable_not_held": "本机关不掌握相关政府信息",
    "unavailable_must_create": "没有现成信息需要另行制作",
    "unavailable_unclear": "补正后申请内容仍不明确",
    "declined_petition": "信访举报投诉类申请",
    "declined_repeat": "重复申请",
    "declined_publication": "要求提供公开出版物",
    "declined_excessive": "无正当理由大量反复申请",
    "declined_reconfirm": "要求确认或重新出具已获取信息",
    "other_not_corrected": "逾期不补正",
    "other_fee_unpaid": "逾期未缴费",
}
_GROUPS = {
    "refused": ("不予公开", ("refused_",)),
    "unavailable": ("无法提供", ("unavailable_",)),
    "declined": ("不予处理", ("declined_",)),
    "other": ("其他处理", ("other", "other_")),
    "granted+granted_in_part": ("予以公开和部分公开", ("granted", "granted_in_part")),
}
_CAME = {"new": "", "carried_in": "上年结转", "total": "办结的"}
"""Rows of applications, not of results, and what leads to their applicants' names."""

APPLICANTS = {
    "natural_person": "自然人",
    "business": "商业企业",
    "research": "科研机构",
    "welfare": "社会公益组织",
    "legal_service": "法律服务机构",
    "other_org": "其他组织",
}
_COLUMNS = {**APPLICANTS, "organisations": "法人或其他组织"}
CHANNELS = {
    "in_person": "当面",
    "by_letter": "信函",
    "online": "网络",
    "by_email": "电子邮件",
    "by_fax": "传真",
}
_OUTCOMES = {
    "total": "",
    "upheld": "维持",
    "corrected": "纠正",
    "other": "其他结果",
    "pending": "尚未审结",
}
_PROCEEDINGS = {
    "reconsideration": ("行政复议", ("reconsideration",)),
    "lawsuits": ("行政诉讼", _LAWSUITS),
    "direct_lawsuit": ("未经复议直接起诉", ("direct_lawsuit",)),
    "lawsuit_after_reconsideration": ("复议后起诉", ("lawsuit_after_reconsideration",)),
    "reconsideration+lawsuits": ("行政复议和行政诉讼", ("reconsideration", *_LAWSUITS)),
}
_DOCUMENTS = {"regulation": "规章", "normative_document": "规范性文件"}
_DOCUMENT_COLUMNS = {
    "issued": "制发{}",
    "repealed": "废止{}",
    "in_force": "现行有效{}",
    "made": "新制作{}",
    "disclosed": "公开{}",
    "disclosed_total": "对外公开{}总数",
}
_DECISIONS = {
    "licence": "行政许可",
    "other_service": "其他对外管理服务事项",
    "penalty": "行政处罚",
    "coercion": "行政强制",
}
_ITEM_COLUMNS = {"previous_items": "上一年{}项目", "change": "{}项目增减"}


@dataclass(frozen=True)
class Subject:
    """Something that sentences state a figure of.

    Attributes:
        key: A cell's key, a group's, or a channel's.
        label: As reviewers name it.
        rows: Rows of the table, or beginnings of their keys that end in ``_``; none for what no
            form has a cell for.
    """

    key: str
    label: str
    rows: tuple[str, ...]

    @property
    def table(self) -> str:
        """The table's key."""
        return self.key.split(".")[0]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its cells."""
        column = self.key.rpartition(".")[2]
        return _ORGANISATIONS if column == "organisations" else (column,)


@cache
def subjects() -> dict[str, Subject]:
    """All subjects by key."""
    found = (*_applications(), *_proceedings(), *_disclosed(), *_decided())
    return {subject.key: subject for subject in found}


def _applications() -> Iterator[Subject]:
    """Those of table three, and the channels by which applications came."""
    plain = {row: (label, (row,)) for row, label in _ROWS.items()}
    for row, (label, rows) in (*plain.items(), *_GROUPS.items()):
        yield Subject(f"requests.{row}.total", label, rows)
        for column, who in _COLUMNS.items() if row not in _CAME else ():
            yield Subject(f"requests.{row}.{column}", f"{who}申请{label}", rows)
    for row, of in _CAME.items():
        for column, label in _COLUMNS.items():
            yield Subject(f"requests.{row}.{column}", f"{of}{label}申请", (row,))
    for channel, label in CHANNELS.items():
        yield Subject(f"requests.new.{channel}", f"{label}申请", ())


def _proceedings() -> Iterator[Subject]:
    """Those of table four."""
    for key, (label, rows) in _PROCEEDINGS.items():
        for column, outcome in _OUTCOMES.items():
            yield Subject(f"disputes.{key}.{column}", f"{label}{outcome}", rows)


def _disclosed() -> Iterator[Subject]:
    """Those of table two that are regulations and documents."""
    for row, label in _DOCUMENTS.items():
        for column, wording in _DOCUMENT_COLUMNS.items():
            yield Subject(f"active.{row}.{column}", wording.format(label), (row,))


def _decided() -> Iterator[Subject]:
    """Those of table two that are decisions, fees and purchases."""
    for rows in _some_of(tuple(_DECISIONS)):
        label = "和".join(_DECISIONS[row] for row in rows)
        yield Subject(joint_decisions(set(rows)), f"{label}处理决定", rows)
    for row, label in (*_DECISIONS.items(), ("fee", "行政事业性收费")):
        for column, wording in _ITEM_COLUMNS.items():
            yield Subject(f"active.{row}.{column}", wording.format(label), (row,))
    yield Subject("active.fee.amount", "行政事业性收费金额", ("fee",))
    yield Subject("active.procurement.projects", "政府集中采购项目", ("procurement",))
    yield Subject("active.procurement.amount", "政府集中采购金额", ("procurement",))


def joint_decisions(rows: Set[str]) -> str:
    """The key of the decisions of one row, or of several together."""
    return f"active.{'+'.join(row for row in _DECISIONS if row in rows)}.decisions"


def _some_of(rows: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """One row, or several in their order."""
    for count in range(1, len(rows) + 1):
        yield from combinations(rows, count)


def cells_of(subject: Subject, form: Form) -> tuple[CellId, ...]:
    """The cells of a form that a subject stands for; empty if the form has none of them."""
    return _cells(subject, form.id)


@cache
def _cells(subject: Subject, form_id: str) -> tuple[CellId, ...]:
    table = forms()[form_id].table(subject.table)
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


def fits(subject: Subject, form: Form) -> bool:
    """Whether a report on a form may speak of it: it has cells, or the form has no such table."""
    return not subject.rows or form.table(subject.table) is None or bool(cells_of(subject, form))


def _is_of(row: str, rows: tuple[str, ...]) -> bool:
    return any(row == one or (one.endswith("_") and row.startswith(one)) for one in rows)
