"""Words that open a list of applications: 申请人情况：自然人9件，企业2件; 办理结果：公开6件.

They say what is parted, so that the parts that follow need no total before them.
"""

from __future__ import annotations

import re
from enum import StrEnum

from reviewer.claims.topics import Topic
from reviewer.claims.wordings.application import APPLICATION, BY_APPLICATION


class Opened(StrEnum):
    """What the parts of a list are."""

    NONE = ""
    CAME = "came"
    RESULTS = "results"


_SEEN = r"(?:以[^,:;]{2,8}为主|[上来]?看|[中里]|方面|划分|区分|统计|如下|为|是|有|分)*[,:]"
_KIND = r"(?:情况|类型|类别|身份|构成|性质|分布|结构|来源)"
_WHO_OR_HOW = (
    rf"申请(?:人|主体|者|方)的?{_KIND}?{_SEEN}"
    rf"|(?:申请|提交|提出|受理|接收)的?(?:主要)?(?:方式|渠道|途径|形式|来源){_SEEN}"
    r"|(?:以上|上述|收到的|受理的|新收的)(?:政府信息公开|信息公开|全部|所有)*申请(?:中|里)[,:]"
)
_OF_RESULTS = (
    rf"(?:办理|答复|处理|办结)的?(?:结果|情况|类型){_SEEN}"
    r"|(?:办结|答复|办理)的(?:政府信息公开|信息公开|全部|所有)*申请(?:中|里)[,:]"
    r"|(?:申请|公开)的?(?:答复|办理|处理|办结)(?:结果)?(?:中|里)[,:]"
)
_HEADS = re.compile(
    rf"(?:(?P<results>{_OF_RESULTS})|(?P<who>{_WHO_OR_HOW})"
    rf"|(?P<came>(?:{APPLICATION}|{BY_APPLICATION})(?:情况|数量|总数|总量|受理|接收)*[数量]?:))"
    r"[^:;。\d]{0,40}$"
)
_DECIDED = re.compile(r"办结|答复|办理|处理")
_LEAST = re.compile(r"[,:]")


def opened_by(lead: str, topic: Topic) -> Opened:
    """What list the words before the first figure of a sentence open.

    Args:
        lead: These words, the figure's own name included.
        topic: What the text is speaking of at the figure.
    """
    match = _HEADS.search(lead) if topic is Topic.REQUESTS and _LEAST.search(lead) else None
    if match is None:
        return Opened.NONE
    if match["came"] and _DECIDED.search(lead, 0, match.end("came")):
        return Opened.NONE
    return Opened.RESULTS if match["results"] else Opened.CAME
