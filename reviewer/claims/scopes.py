"""Whose figure a sentence states, and of which year."""

from __future__ import annotations

import re

from reviewer.claims.earlier import earlier
from reviewer.claims.wordings.application import OURSELVES
from reviewer.claims.wordings.wording import MOVES
from reviewer.patterns import any_of

_YEAR = re.compile(r"(?P<year>20\d\d)(?:年|度)")
_BRACKETED = re.compile(r"\([^()]*\)")
_COMPARED = re.compile(
    r"(?:较|比|与|同)20\d\d年度?|20\d\d年度?结转|[结顺]?[转延](?:至|到|入)?20\d\d年度?"
)
_LAST_YEAR = re.compile(
    r"(?:上一?年度?|去年)(?:度)?(?:共|我[局镇乡县区市省]|全[市县区省]|本机关)*(?:收到|新收|受理|办理|办结|制[发定]|出台|印发|作出)"
    r"|(?:上一?年度?|去年)(?:同期)?(?:为|是|的|共|仅|有)*\(?$|[从由]$"
)
_THIS_YEAR = re.compile(r"今年|本年")
_FROM_LAST = re.compile(
    rf"[由从](?:(?:20\d\d年度?|上一?年度?|去年)(?:同期)?的?)?\d+[件宗起份条例]?,?{MOVES}(?:至|到|为)$"
)
"""Ahead of this year's figure, behind last year's: 由2022年的30件降至22件."""

_SINCE = re.compile(
    r"(?P<year>20\d\d)年[^,;。\d]{0,12}?以来"
    r"|(?:成立|施行|实施|开通|运行|上线|建立|设立|组建|启用|改革)以来"
)
_FROM_TO = re.compile(
    r"(?P<from>20\d\d)年?度?(?:至|到|[-—~]+)(?P<to>20\d\d)年?度?(?!\d|年|\d?\d月)"
)
_YEARS = re.compile(
    r"20\d\d年?度?(?:、|和|与)20\d\d年?度?[^,;。\d]{0,8}(?:收到|受理|新收|办结|答复|制发|分别)"
    r"|[近去两二三四五六七][两二三四五六七八九十]?年来?[^,;。\d]{0,20}分别"
)
_SO_FAR = re.compile(r"(?:累计|截[至止].{0,14}?共)(?:制定|制发|印发|出台|制作)[^,;。]{0,16}$")
_IN_THE_YEAR = re.compile(r"(?<!截至)(?<!截止)20\d\d年(?!底|末|\d)|全年|本年|今年|年内|当年")
_CAME = "(?:收到|受理|新收|接到)"
_PERIOD = re.compile(
    any_of(
        r"上半年|下半年|[一二三四1-4]季度|前[一二三四五六七八九十\d]+个?月|\d{1,2}月份|当月|每月",
        r"\d{1,2}[-—至]\d{1,2}月(?!\d)",
        # 近三年来收到
        r"(?:近[两二三四五六七八九十\d]+|[两二三四五六七八九十])年来?"
        r"(?=[^,;。]{0,6}(?:收到|受理|接到|办|答复|制))",
        # 6月共收到
        r"(?<![\d年至到—-])\d{1,2}月(?=(?:共|新|累计)*(?:收到|受理|接到|办结))",
        # 疫情期间收到
        r"(?!全年|年度|统计|报告|[本今当]年)[\u4e00-\u9fff]{2}期间"
        r"(?=[^,;。]{0,6}(?:收到|受理|新收|接到|办结))",
        # 截至11月底
        r"截[至止](?:到|20\d\d年|今年|目前)*(?!12)\d{1,2}月(?:底|末|\d{1,2}日)",
    )
)
"""A part of the year, or several years."""

_WHOLE_YEAR = re.compile(r"全年|今年|本年")
"""Behind a part of the year: what follows is about the whole of it."""

_WHOLE = re.compile(
    r"全[市县区省州盟旗镇乡局委厅院街]|全街道|我[市县区省州镇乡局委厅办院会站所]|我街道?"
    r"|本[市县区省州镇乡局委厅院机部街]|各级(?:行政机关|政府|各部门)?|全系统|各地各部门|区域内|辖区"
)
_CAME_OR_NOT = "(?=(?:均|都|全年)*(?:$|[未没无收受接新]))"
_COUNTED_BY = rf"(?=(?:共|新|累计|全年|本年度?)*{_CAME})"
_OFFICES = (
    r"[市县区省州]?(?:人民)?政府办公[室厅]",
    r"[市县区省州]?(?:人民)?政府办(?!理)",
    r"[市县区州省]本级|本级政府|政府本级",
)
"""The office that speaks for a government."""

_BELOW = (
    r"[市县区省州](?:级|直)(?:各)?(?:部门|机关|单位|行政机关|有关部门)",
    r"[省市县区州]政府(?:各|组成|工作)+部门",
    r"各县|各区|各市(?=(?:共|新|累计)*(?:收|受理|接))",
    r"区县|县区|县\(市|区\(市|各乡镇|乡镇|镇街|各镇|各街道",
    rf"各(?:有关|相关)?(?:单位|部门)(?=(?:均|都|全年|也|共|新|累计)*(?:$|[未没无]|{_CAME}))",
)
"""Bodies below a government, told of together."""

_BELONGING = "(?:下属|所属|直属|[局镇委区县市街]属|下设|派出)"
_WITHIN_IT = (
    r"(?<!本)[局镇乡委厅办街道]机关(?=(?:均|都|全年|也)*(?:$|[未没无收受接]))",
    r"各(?:社区|村)(?!镇)",
    rf"(?:[镇乡街市县区局][属直])?各?(?:站所|科室|股室|处室|内设机构){_CAME_OR_NOT}",
    rf"(?:村|社区)级{_CAME_OR_NOT}",
    rf"{_BELONGING}(?:事业|企业|基层|各|企|事)*(?:单位|机构|部门|企业|学校|医院)",
)
"""Units within a body, or that belong to it."""

_UNIT = any_of(
    r"[党综城经村社][\u4e00-\u9fff]{0,3}办|[\u4e00-\u9fff]{2}办",
    r"办公室|所|(?<!网)站|科|股|处|中心|队|社区|居委会|(?<!农)村|公司",
)
_PART = re.compile(
    any_of(
        *(*_OFFICES, *_BELOW, *_WITHIN_IT),
        rf"(?P<unit>[\u4e00-\u9fff]{{0,10}}?{_UNIT}){_COUNTED_BY}",
        r"(?P<above>(?:[省市县区州旗]委)?[省市县区州旗](?:人民)?政府)"
        r"(?=(?:名义|共|新|累计|全年|本年度?)*(?:收到|受理|新收|接到|办结|制发|制定|印发|发布|出台))",
        rf"(?<![^,;:、])部门(?=(?:共|新|累计)*{_CAME})",
        r"(?P<organ>[\u4e00-\u9fff]{2,12}?(?:局|委员会|街道办事处|街道|分局|管委会|镇|乡))"
        r"(?=(?:共|新|累计|全年|本年度?)*(?:收到|受理|新收|接到|办理|办结|制发|发布|为|有|\d|$))",
    )
)
"""Somebody else than the body as a whole, named as the one whose figure it is."""

_GENERIC = re.compile(
    r"人民政府|办事处|政府|^(?:其中|另外|此外|年度?|全年|期间|本年度?)+|^[省市县区州]"
)
_CLERKS = re.compile(r"公开|申请|受理|信息|政务|服务|政府")
"""Offices that receive applications for the whole body."""

_OURS = re.compile(r"[我本全各]|公安|信息|申请|收到|受理|依|由")


_ABOVE = re.compile(r"(?<![占居])[全我][省市县区州](?![直级])")
_OWN = re.compile(rf"(?<=[,;(])(?:其中,?)?(?:{OURSELVES}|全[镇乡街]|[镇乡]政府|街道)")
"""Behind what is said of others, a figure of the body's own."""

_OUR_SHARE = re.compile(
    rf"[^,;:。()\d]{{0,12}}[,(](?:其中,?以?{OURSELVES}[^,;:。()\d]{{0,8}}"
    rf"|{OURSELVES}(?:共|全年)*(?:收到|受理|新收|接收)[^,;:。()\d]{{0,4}})\d"
)
"""Behind what is said of a whole region, how many were the body's own: ，其中我局3件."""

_GOVERNS = re.compile(r"[省市县区州旗盟](?:人民政府|政府)?$|办公[室厅]")
"""A body above offices and towns, or the office that speaks for it."""

_JOINT = re.compile(r"政府(?:和|及|、|与|或).$")
"""Ahead of an office that is named together with its government: 市政府及市政府办公室."""

_DENIED = re.compile(r"(?:均|都|全年|也)*[未没无][^,;]*[,;]")
_WITHIN = re.compile(r"村|社区|站所|科室|股室|处室")
"""Units within a body, which are not all of it even if several are named."""

_OFFICE = re.compile(r"办|本级")
"""The office that speaks for a government, which reports of itself alone."""

_BESIDE = re.compile(r"[^\d]{0,6}")
"""Between two units that are named together."""

_LOWEST = re.compile(r"(?:[镇乡]|街道)(?:人民政府|办事处)?$")


def year_of(before: str, year: int | None) -> int | None:
    """The year that is named last before a figure in its sentence, else the report's."""
    if year is not None and _FROM_LAST.search(before):
        return year
    plain = _COMPARED.sub(_blank, _BRACKETED.sub(_blank, before))
    named = [(match.start(), int(match["year"])) for match in _YEAR.finditer(plain)]
    if year is not None:
        named += [(match.start(), year - 1) for match in _LAST_YEAR.finditer(before)]
        named += [(match.start(), year) for match in _THIS_YEAR.finditer(plain)]
        named += earlier(before, year)
    return max(named)[1] if named else year


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def is_of_many_years(before: str, year: int | None) -> bool:
    """Whether a figure is said of all years since something began: 自2008年施行以来, 累计制发.

    Args:
        before: The sentence up to the figure.
        year: The report's year.
    """
    since = _SINCE.search(before)
    if since:
        return since["year"] is None or int(since["year"]) != year
    span = _FROM_TO.search(before)
    if (span and span["from"] != span["to"]) or _YEARS.search(before):
        return True
    return bool(_SO_FAR.search(before)) and not _IN_THE_YEAR.search(before)


def scope_of(before: str, body: str, behind: str = "", *, joint: bool = False) -> str:
    """Part of the body, or of the year, that a figure is said of; empty for all of it.

    Args:
        before: The sentence up to the figure.
        body: The reporting body, or empty.
        behind: What stands behind the figure's unit.
        joint: Whether a government and its office are one, as they are in making documents.
    """
    period = next(reversed(list(_PERIOD.finditer(before))), None)
    if period and not _WHOLE_YEAR.search(before, period.end()):
        return period[0]
    below = _LOWEST.search(body) or _OUR_SHARE.match(behind)
    above = _ABOVE.search(before) if below else None
    if above and not _OWN.search(before, above.end()):
        return above[0]
    parts = [match for match in _PART.finditer(before) if _is_part(match, body)]
    parts = [match for match in parts if not _is_done_with(match, before)]
    if not parts:
        return ""
    whole = [match.end() for each in (_WHOLE, _OWN) for match in each.finditer(before)]
    last = parts[-1]
    if whole and (max(whole) > last.end() or "," not in before[max(whole) : last.start()]):
        return ""
    if joint and _JOINT.search(before, 0, last.start() + 1):
        return ""
    near = [one for one in parts if _BESIDE.fullmatch(before, one.end(), last.start())]
    together = len({one[0] for one in (*near, last)}) > 1
    return "" if together and not _WITHIN.search(last[0]) else last[0]


def _is_done_with(match: re.Match[str], before: str) -> bool:
    """Whether nothing but a denial is said of every unit: 各单位未收到重复申请."""
    return match[0].startswith("各") and bool(_DENIED.match(before, match.end()))


def _is_part(match: re.Match[str], body: str) -> bool:
    """Whether words name somebody else than the reporting body itself."""
    own = bool(_LOWEST.search(body)) and match.string.endswith(f"{body}办公室", 0, match.end())
    if own or match.string.endswith("向", 0, match.start()):
        return False
    if match["above"]:
        return not _GOVERNS.search(body)
    organ = match["organ"] or match["unit"]
    if match["unit"] and _CLERKS.search(match["unit"]):
        return False
    if organ is None:
        return not _OFFICE.search(match[0]) or not ("办公" in body or body.endswith("办"))
    name = _GENERIC.sub("", _GENERIC.sub("", organ))
    return bool(body) and len(name) >= 2 and not _OURS.search(name) and not _is_short(name, body)


def _is_short(name: str, body: str) -> bool:
    """Whether a name is the body's, with letters left out: 市场监管局, 卫健委, 人社局."""
    letters = iter(body)
    return all(letter in letters for letter in name)
