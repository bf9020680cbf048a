"""Whose figure a sentence states, and of which year."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?P<year>20\d\d)(?:年|度)")
_BRACKETED = re.compile(r"\([^()]*\)")
_COMPARED = re.compile(r"(?:较|比|与|同)20\d\d年度?|20\d\d年度?结转")
_LAST_YEAR = re.compile(
    r"(?:上一?年度?|去年)(?:度)?(?:共|我[局镇乡县区市省]|全[市县区省]|本机关)*(?:收到|新收|受理|办理|办结)"
)
_PERIOD = re.compile(
    r"上半年|下半年|[一二三四1-4]季度|前[一二三四五六七八九十\d]+个?月|\d{1,2}月份|当月|每月|\d{1,2}[-—至]\d{1,2}月(?!\d)"
    r"|近[两二三四五六七八九十\d]+年来?"
)
_WHOLE = re.compile(
    r"全[市县区省州盟旗镇乡局委厅院街]|全街道|我[市县区省州镇乡局委厅办院会站所]|我街道?|本[市县区省州镇乡局委厅院机部街]|各级(?:行政机关|政府|各部门)?|全系统|各地各部门|区域内|辖区"
)
_PART = re.compile(
    r"[市县区省州]?(?:人民)?政府办公[室厅]|[市县区省州]?(?:人民)?政府办(?!理)|[市县区州省]本级|本级政府|政府本级"
    r"|[市县区省州](?:级|直)(?:各)?(?:部门|机关|单位|行政机关|有关部门)|各县|各区|区县|县区|县\(市|区\(市|各乡镇|乡镇|镇街|各镇|各街道"
    r"|(?P<organ>[\u4e00-\u9fff]{2,12}?(?:局|委员会|街道办事处|街道|分局|管委会|镇|乡))(?=(?:共|新|累计|全年|本年度?)*(?:收到|受理|新收|接到|办理|办结|制发|发布|为|有|\d))"
)
_GENERIC = re.compile(
    r"人民政府|办事处|政府|^(?:其中|另外|此外|年度?|全年|期间|本年度?)+|^[省市县区州]"
)
_OURS = re.compile(r"[我本全各]|公安|信息|申请|收到|受理|依|由")


_ABOVE = re.compile(r"全[省市县区州](?![直级])")
_LOWEST = re.compile(r"(?:[镇乡]|街道)(?:人民政府|办事处)?$")


def year_of(before: str, year: int | None) -> int | None:
    """The year that is named last before a figure in its sentence, else the report's."""
    plain = _COMPARED.sub("", _BRACKETED.sub("", before))
    named = [int(match["year"]) for match in _YEAR.finditer(plain)]
    if named:
        return named[-1]
    return year - 1 if year is not None and _LAST_YEAR.search(before) else year


def scope_of(before: str, body: str) -> str:
    """Part of the body, or of the year, that a figure is said of; empty for all of it.

    Args:
        before: The sentence up to the figure.
        body: The reporting body, or empty.
    """
    period = _PERIOD.search(before)
    if period:
        return period[0]
    above = _ABOVE.search(before) if _LOWEST.search(body) else None
    if above:
        return above[0]
    parts = [match for match in _PART.finditer(before) if _is_part(match, body)]
    if not parts:
        return ""
    whole = [match.end() for match in _WHOLE.finditer(before)]
    last = parts[-1]
    if whole and (whole[-1] > last.end() or "," not in before[whole[-1] : last.start()]):
        return ""
    together = len({match[0] for match in parts if last.start() - match.end() <= 6}) > 1
    return "" if together else last[0]


def _is_part(match: re.Match[str], body: str) -> bool:
    """Whether words name somebody else than the reporting body itself."""
    organ = match["organ"]
    if organ is None:
        return "办" not in match[0] or not ("办公" in body or body.endswith("办"))
    name = _GENERIC.sub("", _GENERIC.sub("", organ))
    return bool(body) and len(name) >= 2 and not _OURS.search(name) and not _is_short(name, body)


def _is_short(name: str, body: str) -> bool:
    """Whether a name is the body's, with letters left out: 市场监管局, 卫健委, 人社局."""
    letters = iter(body)
    return all(letter in letters for letter in name)
