"""Counts that the tables state exactly, told as about so many: 收到政府信息公开申请20余件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import around, place_label, prose_of

_NUMBER = r"(?:\d[\d,]*|[一二三四五六七八九十百千]+)"
_UNIT = "[件份条宗起次](?![以第])"
_MORE = rf"(?:约|大约|近|将近|逾|不到){_NUMBER}(?:余|多)?{_UNIT}|{_NUMBER}(?:余|多|几){_UNIT}"
_ABOUT = rf"(?:{_MORE}|{_NUMBER}{_UNIT}(?:左右|上下)|(?:若干|数十|数|好几|几|十几){_UNIT})"
_REQUEST = (
    r"(?:(?:(?:政府)?信息公开|依申请公开|公开政府信息)(?:的)?申请|依申请公开(?:政府)?(?:信息)?)"
)
_DID = "(?:收到|接到|接收|受理|办结|办理|处理|答复|新收)"
_TOLD = re.compile(
    rf"{_DID}[\u4e00-\u9fff]{{0,6}}?{_REQUEST}[\u4e00-\u9fff]{{0,3}}?[:,]?(?:共计?|合计|总数)?(?P<about>{_ABOUT})"
    rf"|{_DID}(?:了)?(?:各类)?(?P<about_>{_ABOUT})(?:的)?{_REQUEST}"
    rf"|(?:发生|收到|引发|办理|受理)[\u4e00-\u9fff]{{0,8}}?(?:行政复议|行政诉讼)(?:案件|申请)?(?:共计?)?(?P<case>{_ABOUT})"
    rf"|(?:制发|制定|出台)[\u4e00-\u9fff]{{0,4}}?规范性文件(?:共计?)?(?P<document>{_ABOUT})"
    rf"|作出(?:各类)?行政(?:许可|处罚|强制)(?:处理)?决定(?:共计?)?(?P<decision>{_ABOUT})"
)
_SIGN = re.compile("申请|复议|诉讼|规范性文件|决定")
_LONGER = re.compile(r"以来|累计|近[\d一二两三四五几]+年|历年|平均|每[年月]|预计|今后|力争")
"""A sentence about many years, or about what is to come, gives no figure of this year's."""

_OF_OTHERS = re.compile(r"(?:指导|督促|协助|协办|配合|会商)[^,，;；:：]*$")
"""Ahead of what others did."""


def _told(inspection: Inspection) -> Iterator[Hit]:
    """Sentences that give a figure of the tables only roughly."""
    document = inspection.report.document
    for sentence in prose_of(inspection.report).sentences:
        if not _SIGN.search(sentence.text) or _LONGER.search(sentence.text):
            continue
        for match in _TOLD.finditer(sentence.text):
            if _OF_OTHERS.search(sentence.text, 0, match.start()):
                continue
            group = next(key for key, found in match.groupdict().items() if found)
            span = sentence.span(*match.span(group))
            yield Hit(
                place=place_label(document, span.start),
                fields={"around": around(document, span)},
                spans=(span,),
                found=document.at(span),
                marks=(match[0],),
            )


TOLD = Check(_told, frozenset({"around"}), reads_figures=False)
