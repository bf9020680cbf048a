"""What a county's report says of its figures in sentences: they agree with the right tables."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.base import CellId, cell_id, cell_parts

_RESULTS = (
    ("granted", "予以公开"),
    ("granted_in_part", "部分公开"),
    ("refused_", "不予公开"),
    ("unavailable_", "无法提供"),
    ("declined_", "不予处理"),
    ("other", "其他处理"),
)
_ORGANISATIONS = ("business", "research", "welfare", "legal_service", "other_org")
_OUTCOMES = (
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
)


def sentences_on(grid: Mapping[CellId, int]) -> str:
    """Sentences on tables three and four, with the groups that reports usually speak of."""

    def of(*columns: str, row: str, table: str = "requests") -> int:
        return sum(grid[cell_id(table, row, column)] for column in columns)

    results = "、".join(f"{name}{_of_rows(grid, key)}件" for key, name in _RESULTS)
    reconsideration = "、".join(
        f"{name}{of(column, row='reconsideration', table='disputes')}件"
        for column, name in _OUTCOMES
    )
    lawsuits = sum(
        of("total", row=row, table="disputes")
        for row in ("direct_lawsuit", "lawsuit_after_reconsideration")
    )
    return (
        f"全年新收政府信息公开申请{of('total', row='new')}件，"
        f"其中自然人申请{of('natural_person', row='new')}件、"
        f"法人或其他组织申请{of(*_ORGANISATIONS, row='new')}件；"
        f"上年结转{of('total', row='carried_in')}件。"
        f"全年办结申请{of('total', row='total')}件，其中{results}；"
        f"结转下年度继续办理{of('total', row='carried_out')}件。\n"
        f"因政府信息公开引起行政复议{of('total', row='reconsideration', table='disputes')}件，"
        f"其中{reconsideration}；因政府信息公开引起行政诉讼{lawsuits}件。\n"
    )


def _of_rows(grid: Mapping[CellId, int], key: str) -> int:
    """What the rows of a result come to, by their key or what their keys begin with."""
    rows = {row for table, row, _ in map(cell_parts, grid) if table == "requests"}
    chosen = {row for row in rows if row == key} or {row for row in rows if row.startswith(key)}
    return sum(grid[cell_id("requests", row, "total")] for row in chosen)
