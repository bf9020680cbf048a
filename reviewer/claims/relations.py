"""Figures that relate others: changes from the year before (同比增长20%), shares (占33.3%)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reviewer.claims.figures import Figure
from reviewer.claims.model import ClaimKind

_THAN = (
    r"(?:(?:较|比|与|同)(?:上一?年度?|去年|前一?年度?|20\d\d年度?|往年|同期)(?:全年"
    r"|同期)?(?:相比|的\d+[件宗起份条])?,?|同比|环比)"
)
_MORE = r"增幅|增长|增加|上升|提高|提升|上涨|增多|多|增"
_LESS = r"降幅|下降|减少|降低|下滑|回落|减|少"
_CHANGE = re.compile(
    rf"(?P<than>{_THAN})?(?P<of>[^,;:()\d]{{0,12}}?)(?:(?P<more>{_MORE})|(?P<less>{_LESS}))"
    r"(?:了|率|幅度?|为|达到?|约)*$"
)
_ALONE = re.compile(
    rf"^[,(]*(?:数量)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:了|率|幅度?|为|达到?|约)*$"
)
_SHARE = re.compile(
    r"(?:占(?P<of>[^,;:()\d]{0,20}?)(?:的)?(?:比例|比重|比率|比)?|比例|比重|比率)(?:约|达到?|为"
    r"|是|近)*$"
)
_REACH = 16
"""The figure compared with may stand between: 较2022年的10件增加2件."""


@dataclass(frozen=True)
class Relation:
    """What a figure says of another.

    Attributes:
        value: Below 0 for less.
        names: Words that say what has changed; empty if it is what was counted before.
        whole: Words that say what the whole is; empty if they do not.
    """

    kind: ClaimKind
    value: int | Decimal
    names: str = ""
    whole: str = ""


def relation(text: str, figure: Figure, since: int) -> Relation | None:
    """The relation that a figure states, if it states one.

    Args:
        text: The sentence.
        figure: The figure.
        since: Where the figure before it ends.
    """
    lead = text[since : figure.start]
    if figure.unit == "%":
        match = _SHARE.search(lead)
        if match and not figure.rough:
            return Relation(ClaimKind.SHARE, figure.value, whole=match["of"] or "")
    if figure.unit == "个百分点" or figure.rough:
        return None
    match = _ALONE.search(lead) if figure.unit == "%" else None
    if match is None:
        match = _CHANGE.search(text[max(0, since - _REACH) : figure.start])
    if match is None or not ("than" not in match.groupdict() or match["than"]):
        return None
    value = figure.value if match["more"] else -figure.value
    return Relation(ClaimKind.CHANGE, value, names=match.groupdict().get("of") or "")


def states_change(text: str, figure: Figure, since: int) -> bool:
    """Whether the words before a figure speak of a change or a share, taken as a claim or not."""
    lead = text[since : figure.start]
    return bool(_CHANGE.search(lead) or _SHARE.search(lead))
