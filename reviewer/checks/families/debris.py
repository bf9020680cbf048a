"""What a web page or a program left in the text and is none of the report's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import prose_of
from reviewer.checks.families.showing import first_of
from reviewer.document.model import Span

_DEBRIS = re.compile(
    r"(?=[\[<\-&【登点浏访阅打关分上下版您你现在当前位页网I公字返设加扫\n])"
    r"(?:\[bookmark:?[^\]\n]*\]|<!--(?:[^\n]{0,40}?-->)?|-->|&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});"
    r"|登录[ \t|/\u3000]*注册"
    r"|点击(?:数|率|次数|量)?[ \t]*:|(?:浏览|访问|阅读)(?:次数|量|数)?[ \t]*:"
    r"|打印(?:本页|此页|本文)|关闭(?:本页|窗口|此页)|分享(?:到|至)(?:[ \t]*:|好友|微信|微博|朋友圈)"
    r"|[上下]一[篇条][ \t]*[:\n]|版权所有|[您你]?(?:现在|当前)(?:所在)?的?(?:位置|页面)[ \t]*:"
    r"|扫一扫在?手机(?:上)?(?:打开|查看)[^\n。]{0,8}"
    r"|网站地图|ICP备|公网安备|字[体号]大?小?[ \t]*:[ \t]*\[?|返回(?:顶部|首页)|设为首页|加入收藏"
    r"|(?i:</?(?:p|br|hr|span|div|table|tbody|t[rdh]|strong|em|b|i|u|font|a|img|style|script|h[1-6]|ul"
    r"|ol|li|center|o:p)"
    r"(?:[ \t][^<>\n]{0,200})?/?>)"
    r"|【(?:打印|关闭)[^】\n]{0,4}】|\n(?:关怀版|无障碍|适老化))"
)
_WORDS = (
    *("[bookmark", "<", "-->", "&", "登录", "点击"),
    *("浏览", "访问", "阅读", "打印", "关闭", "分享到", "分享至", "一篇", "一条"),
    *(
        "版权",
        "位置",
        "页面",
        "网站地图",
        "ICP备",
        "公网安备",
        "扫一扫",
        "字体",
        "字号",
        "返回",
        "首页",
    ),
    *("加入收藏", "关怀版", "无障碍", "适老化"),
)
"""One of these stands in each of them: texts without any need no closer look."""
_LISTED = 5
"""At most this many remains are quoted."""

_NEAR = 100
"""Characters on either side of a place that tell whether it is a page's."""


def _debris(inspection: Inspection) -> Iterator[Hit]:
    """All of it in one finding."""
    report = inspection.report
    spans = tuple(_places(prose_of(report).plain))
    if not spans:
        return
    words = list(dict.fromkeys(" ".join(report.document.at(span).split()) for span in spans))
    told = first_of([f"“{word}”" for word in words], _LISTED)
    yield Hit(
        place=f"正文 第{report.document.line_of(spans[0].start)}行",
        fields={"found": told, "count": str(len(spans))},
        spans=spans,
        marks=tuple(words),
    )


def in_debris(text: str, place: int) -> bool:
    """Whether the line about a place of a text is a page's and none of the report's.

    Of a report that stands in one line only what is near the place is looked at.
    """
    start = max(text.rfind("\n", 0, place) + 1, place - _NEAR)
    end = text.find("\n", place)
    behind = place + _NEAR if end < 0 else min(end, place + _NEAR)
    return any(True for _ in _places(text[start:behind]))


def _places(plain: str) -> Iterator[Span]:
    """Where it stands: looked for in the lines that have a telling word."""
    words = [word for word in _WORDS if word in plain]
    if not words:
        return
    start = 0
    for line in plain.split("\n"):
        if any(word in line for word in words):
            for match in _DEBRIS.finditer(f"\n{line}\n"):
                end = min(match.end() - 1, len(line))
                yield Span(start=start + max(0, match.start() - 1), end=start + end)
        start += len(line) + 1


DEBRIS = Check(_debris, frozenset({"found", "count"}), reads_figures=False)
