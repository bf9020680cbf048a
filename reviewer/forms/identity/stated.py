"""Bodies that a report or its page states: who wrote it, whom to ask, who published it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.forms.identity.bodynames import BodyNames, is_name, names_body

_CONTACT = re.compile(
    r"(?:请与|可与|请联系|联系单位[:：]|与)\s*(?P<body>[\u4e00-\u9fff]{4,30}?)\s*(?:联系|[（(]地址)"
)
_ASKED = re.compile(
    r"请联系\s*[:：]?\s*(?P<body>[\u4e00-\u9fff]{3,30}?)"
    r"(?:(?=办公[室厅]|党政|政务公开|综合)|(?<=[局委府厅镇乡])(?=[，,。（(]))"
)
_AUTHOR = re.compile(
    r"(?<!自)由(?P<body>[\u4e00-\u9fff]{3,30}?)(?:负责|牵头|汇总|统一|(?:结合|围绕|综合)[^，。\n]{0,20}|(?:根据|按照"
    r"|依据)[^。\n]{0,160}?"
    r"|[（(][^，。\n（）()]{2,30}[）)]){0,3}编制"
)
_WROTE = re.compile(
    r"(?:^|[，,。；;\n])\s*(?!由)(?P<body>[\u4e00-\u9fff]{4,30}?)编[制写]了?(?=本|《|20\d\d)",
    re.MULTILINE,
)
_CALLED = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{4,40}?)[（(]\s*以下(?:统一?)?简?称[为：:]?\s*(?![“\"《]?(?:《|[新本]?[《]?条例|报告|年报))"
)
"""A name with its short form behind it, as a report introduces who writes it."""

_PUBLISHED = re.compile(
    r"(?:现将|公布|发布)(?:20\d\d年?度?)?(?P<body>[\u4e00-\u9fff]{4,30}?)(?:20\d\d[^，。；\n]{0,40}?)?"
    r"(?:政府|政务)?信息公开(?:工作)?[^，。；\n]{0,6}情况"
)
"""Of whom a text without a report's name tells: 现将云岭县水务局2023年信息公开工作情况报告如下."""

_SENTENCES = (_AUTHOR, _WROTE, _CALLED, _PUBLISHED, _CONTACT, _ASKED)
_FIELD = re.compile(
    r"(?:(?:信息)?来源|作者|发布单位|发布机构|公开机构|发文机关|发布)"
    r"(?:\s*[:：]\s*\|?|(?<=机构)[ |]+)\s*"
    r"(?P<body>[\u4e00-\u9fff]{3,30})"
)
_OFFICE = re.compile(
    r"(?:(?:(?<!人民)政府)?信息公开|党政|政务公开|综合|行政)*(?:工作)?(?:领导小组)?办(?:公室)?$"
    r"|(?:办公[室厅](?:政府|政务)?|(?<=政府))信息(?:公开)?中心$"
)
_OFFICE_OF_TOWN = re.compile(
    r"(?P<town>(?:镇|乡(?![镇村])|街道)(?:人民政府|政府(?!信息)|办事处)?)[^市县区州局府]{0,8}办(?:公室)?$"
)
"""An office of a town, whatever it is for, writes the town's report."""

_SECTION = re.compile(
    r"(?<=[局厅院署府室会委])(?!员会)[\u4e00-\u9fff]{2,8}?(?:[科股处]|(?<!办公)室)$"
)
"""The part of a body that answers questions: 自然资源局综合一科."""

_ANY_BODY = re.compile(
    r"(?:[省市州盟县区旗镇乡局委]|人民|政府|党政|综合|行政|机关)*(?:办(?:公[室厅])?|政府|机关)"
    r"|(?:[乡镇]|街道)*(?:街道|办事处)"
)
"""A government or an office that says of no place."""


def stated_bodies(told_in: str, names: BodyNames) -> list[str]:
    """Bodies that sentences name as who wrote the report, or whom to ask.

    Args:
        told_in: The text in simplified characters, sentences in one piece.
        names: What the text shows of names.
    """
    return _bodies((match for told in _SENTENCES for match in told.finditer(told_in)), names)


def published_by(plain: str, names: BodyNames) -> list[str]:
    """Bodies that the fields of a page name, which may be the site's."""
    return _bodies(_FIELD.finditer(plain), names)


def _bodies(found: Iterable[re.Match[str]], names: BodyNames) -> list[str]:
    stated = [_of_office(names.bare(match["body"], begins=True)) for match in found]
    return [name for name in stated if is_name(name) and not is_any_body(name)]


def is_any_body(name: str) -> bool:
    """Whether a name is that of any government or office."""
    return _ANY_BODY.fullmatch(name) is not None


def _of_office(name: str) -> str:
    """The body that an office belongs to; the office's own name where it says of no body."""
    name = _SECTION.sub("", name)
    body = _OFFICE.sub("", _OFFICE_OF_TOWN.sub(lambda office: office["town"], name))
    return body if names_body(body) else name
