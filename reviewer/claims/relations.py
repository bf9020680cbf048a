"""Figures that relate others: changes from the year before (同比增长20%), shares (占33.3%)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewer.base import Number
from reviewer.claims.figures import Figure
from reviewer.claims.model import ClaimKind

_THAN = (
    r"(?:(?:较|比|与|同)(?:上一?年度?|去年|前一?年度?|20\d\d年度?|往年|同期)(?:全年"
    r"|同期)?(?:相比|的?\d+[件宗起份条篇次期场])?,?|同比|环比"
    r"|(?:上一?年度?|去年)(?:同期|全年)?(?:为|是|收到|受理|共|的)*\d+[件宗起份条篇次期],)"
)
_MORE = r"增幅|增长|增加|上升|提高|提升|上涨|增多|多|增"
_LESS = r"降幅|下降|减少|降低|下滑|回落|减|少"
_CHANGED = rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:了|率|幅度?|为|达到?|约)*$"
_THAN_WHAT = re.compile(r"[较比同与年]")
_COMPARED = re.compile(rf"{_THAN}(?P<of>[^,;:()\d]{{0,12}}?){_CHANGED}")
_ALONE = re.compile(rf"^[,()]*(?:相比,?)?(?:数量|分别|同比)*{_CHANGED}")
_NEXT = re.compile(rf"[、,和](?:同比|占)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))?(?:了|为)?")
_SHARE = re.compile(
    r"(?:占(?P<of>[^,;:()\d]{0,20}?)(?:的)?(?:比例|比重|比率|比)?|比例|比重|比率)(?:约|达到?|为"
    r"|是|近)*$"
)
_PARTED = re.compile(r"[,、;:()]")
_NO_NAME = re.compile(r"(?:其中|大?约|均|共|总数|数量|件数|各|分别|所|并|且|其(?![他它])|仅|的)*")
"""Words between a figure and its share that name nothing."""

_OF_THE_LAST = re.compile(
    r".*\d+(?:万?元|[件宗起份条例个项次人]|件次|人次)?(?:的|的?申请)?|(?:均|都|则|也|同|且|并|但|而|总体|整体|总|分别|相比|与此相比"
    r"|全年|本年度?|今年|20\d\d年度?|以上|上述|此|该|项|类|我[市县区省州镇乡局厅委]|全[市县区省州]|累计|共|合计|政府|政务|信息|依|公开|申请|受理|收到|新收"
    r"|收件|接收|办理|办结|办件|答复|处理|回复|数据|数目|数|量|件|案|行政|复议|诉讼|应诉|规范性文件|规章|许可|处罚|强制|决定|收费|金额|总额|的|和|及|、)*"
)
"""Words ahead of a comparison that name nothing but what was counted."""

_OF_ALL_THAT_CAME = re.compile(
    r"(?:(?:信息公开|依申请公开|信息)的?|[,;])申请(?:总)?(?:数量|件数|数|量)$"
)
"""Words ahead of a comparison that name the applications received."""

RATES = frozenset({"%", "倍"})
"""Units of a change that is told by its relation to the earlier figure: 增长1.4倍."""

BRACKET = "()"
"""Stands for the whole of a share alone in a bracket: 予以公开11件（55%）."""

_REACH = 16
"""Letters looked back over an earlier figure in between: 较2022年的10件增加2件."""


@dataclass(frozen=True)
class Relation:
    """What a figure says of another.

    Attributes:
        value: Below 0 for less.
        names: Words that say what has changed, or is a share; empty if it is what was counted
            before.
        whole: Words that say what the whole is; empty if they do not.
        came: Whether it is said of the number of applications, by that name.
    """

    kind: ClaimKind
    value: Number
    names: str = ""
    whole: str = ""
    came: bool = False


def relation(text: str, figure: Figure, since: int) -> Relation | None:
    """The relation that a figure states, if it states one.

    Args:
        text: The sentence.
        figure: The figure.
        since: Where the figure before it ends.
    """
    share = _share(text, figure, since) if figure.unit == "%" else None
    if share is not None or figure.unit == "个百分点" or figure.rough:
        return share
    return _change(text, figure, since)


def _share(text: str, figure: Figure, since: int) -> Relation | None:
    """The share that a figure in per cent states, in words or alone in a bracket."""
    lead = text[since : figure.start]
    if lead == "(" and text.startswith(")", figure.end):
        return Relation(ClaimKind.SHARE, figure.value, whole=BRACKET)
    match = _SHARE.search(lead)
    if match is None or figure.rough:
        return None
    ahead = lead[: match.start()]
    names = _shared(ahead) if since else _NO_NAME.sub("", ahead, count=1)
    return Relation(ClaimKind.SHARE, figure.value, names=names, whole=match["of"] or "")


def _change(text: str, figure: Figure, since: int) -> Relation | None:
    """The change that a figure states, with the earlier year or as a rate alone."""
    alone = _ALONE.search(text[since : figure.start]) if figure.unit in RATES else None
    if alone:
        return Relation(ClaimKind.CHANGE, _signed(figure, alone))
    before = text[max(0, since - _REACH) : figure.start]
    match = _COMPARED.search(before) if _THAN_WHAT.search(before) else None
    if match is None:
        return None
    ahead = before[: match.start()]
    came = bool(_OF_ALL_THAT_CAME.search(ahead))
    if not came and not _is_of_the_last(ahead):
        return None
    return Relation(ClaimKind.CHANGE, _signed(figure, match), names=match["of"], came=came)


def _signed(figure: Figure, match: re.Match[str]) -> Number:
    """A change, below 0 if its words say less."""
    return figure.value if match["more"] else -figure.value


def listed(text: str, figures: Sequence[Figure], first: Figure) -> list[Relation]:
    """The relations that figures of a list state of what was counted before, each of its own.

    分别占75%、25% and 分别比上年减少8件、增加3件 have two.

    Args:
        text: The sentence.
        figures: Its figures, in order.
        first: The figure behind 分别.
    """
    place = figures.index(first)
    stated = relation(text, first, figures[place - 1].end if place else 0)
    found = [stated] if stated is not None else []
    for last, figure in pairwise(figures[place:]):
        match = _NEXT.fullmatch(text[last.end : figure.start])
        if match is None or last.unit != figure.unit or stated is None:
            break
        less = stated.value < 0 if match["less"] is match["more"] else bool(match["less"])
        found.append(replace(stated, value=-figure.value if less else figure.value))
    return found


def _is_of_the_last(before: str) -> bool:
    """Whether the words ahead name nothing else to be compared, as 网站访问量较上年 does."""
    return bool(_OF_THE_LAST.fullmatch(_PARTED.split(before)[-1]))


def _shared(lead: str) -> str:
    """Words that name what the share is of; those right behind the figure before are its own."""
    _, *further = _PARTED.split(lead)
    return _NO_NAME.sub("", further[-1], count=1) if further else ""
