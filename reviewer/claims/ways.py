"""Applications by the way that they came: 通过网络收到申请20件, 收到网上申请20件."""

from __future__ import annotations

import re

from reviewer.claims.setting import Setting
from reviewer.claims.topics import Topic
from reviewer.claims.wordings.application import APPLICATION, BY_APPLICATION, RECEIVED, SUBMITTED
from reviewer.claims.wordings.channels import CHANNEL_WORDS
from reviewer.claims.wordings.wording import TAIL

_APPLICATION = re.compile(r"申请(?!人)")
_ON_DISCLOSURE = re.compile(
    r"依申请|公开(?:的|类)*申请|信息公开[^,;:。]{0,6}申请|申请公开|申请(?:政府|政务)?信息公开|公开(?:政府|相关|有关|的)*信息的?申请"
)
_FILLER = re.compile(rf"^{TAIL}$")
_RECEIVED = re.compile(rf"(?:{RECEIVED})(?!窗口|点|大厅|中心|平台|系统|栏目)")
_SUBMITTED = re.compile(SUBMITTED)
_BY = re.compile(r"(?:通过|经由|采用|采取|登录|利用|借助|以(?=[^,;:。]{0,8}(?:方式|形式))|从|经)")
_SEVERAL = re.compile(r"等|各种|各类|多种|任何|多渠道|不同|线上线下|各渠道")
_FILLING = re.compile(
    r"^(?:其中|另外|另|此外|同时|全年|本年度?|今年|当年|20\d\d年度?|共计?|累计|[我本全](?:[局镇乡县区市省州委办厅院]|街道?)|本机关"
    r"|本单位|[,:])*"
)
_END = r"(?:方式|形式|渠道|途径|平台|系统|栏目|上|的|共计?|累计|新|又|均|合计|提交|提出|申请)*"
_ANY = re.compile("|".join(f"(?P<{key}>{words})" for key, words in CHANNEL_WORDS.items()))
_ALONE = re.compile(
    "|".join(f"(?P<{key}>(?:{words}){_END})" for key, words in CHANNEL_WORDS.items())
)
_RECEIVER = re.compile(
    r"(?:(?P<online>系统|平台|栏目|信箱)|(?P<in_person>窗口|大厅|受理点))(?:中|里|上|共计?|累计|新)*$"
)
"""What received applications, if that is not a body but a way to it."""

_OFFLINE = re.compile(r"线下(?:方式|渠道|窗口|平台|途径)?$")
_WRITTEN = re.compile(r"(?:的|了|共)*书面")
_OTHERS_BESIDE = re.compile(
    r"(?:网[上络]|线上|在线|电子|口头|自然人|公民|个人|企业|公司|法人|组织)[^,;。]{0,8}\d"
)
_BEHIND_VERB = re.compile(
    rf"(?:的|了|共|群众|公众|社会|公民|申请人|来自|以|经|通过[^,;:。]{{0,8}}?)*(?P<ways>(?:{'|'.join(CHANNEL_WORDS.values())}))"
    rf"(?:方式|形式|渠道|途径|平台|系统|提交|提出|的)*(?:{APPLICATION}|{BY_APPLICATION}|申请(?:件|表|书)?){TAIL}"
)
_BEHIND_MATTER = re.compile(
    rf"(?:要求|申请)(?:公开(?:政府|政务)?信息|(?:政府|政务)?信息公开)的(?P<ways>{'|'.join(CHANNEL_WORDS.values())}){TAIL}"
)
"""The way named as what was received: 收到申请信息公开的电子邮件4封."""

_BEHIND_NAME = re.compile(
    rf"(?:的|了|共)*(?:依申请公开|(?:政府|政务)?信息公开)的?"
    rf"(?P<ways>{'|'.join(CHANNEL_WORDS.values())})(?:方式|渠道)?的?申请(?:件)?{TAIL}"
)
"""The way between 信息公开 and 申请: 收到信息公开网络申请6件."""


def way_of(name: str, setting: Setting) -> str | None:
    """The one way that received applications came, by the words before their figure.

    Args:
        name: The words.
        setting: Where the figure stands.

    Returns:
        The channel; empty if it is one without a name of its own; None if the words speak of
        none, or of several.
    """
    ahead, rest = _around_verb(name)
    if not (ahead or rest) or not _is_of_applications(rest, setting):
        return None
    leading = list(_BY.finditer(ahead))
    if leading:
        return _led_to(leading[-1], ahead)
    if _OFFLINE.search(ahead):
        return ""
    direct = _ALONE.fullmatch(_FILLING.sub("", ahead)) if ahead else None
    receiver = direct or _RECEIVER.search(ahead)
    if receiver:
        return receiver.lastgroup
    if _WRITTEN.match(rest) and _OTHERS_BESIDE.search(setting.further):
        return ""
    return _behind(rest)


def _led_to(leading: re.Match[str], ahead: str) -> str | None:
    """The way that 通过 and the like lead to; what received them if that has no name of its own."""
    unnamed = None if leading[0] in {"从", "经"} else ""
    said = _said(ahead[leading.end() :], unnamed)
    receiver = _RECEIVER.search(ahead) if said == "" and not _SEVERAL.search(ahead) else None
    return receiver.lastgroup if receiver else said


def _around_verb(name: str) -> tuple[str, str]:
    """What stands ahead of the verb that says that applications came, and behind it, if any."""
    received = _RECEIVED.search(name)
    if received:
        return name[: received.start()], name[received.end() :]
    submitted = _SUBMITTED.search(name)
    return (submitted[0], name[submitted.end() :]) if submitted else ("", "")


def _behind(rest: str) -> str | None:
    """The way named behind the verb, in what was received."""
    matches = (pattern.fullmatch(rest) for pattern in (_BEHIND_VERB, _BEHIND_MATTER, _BEHIND_NAME))
    behind = next(filter(None, matches), None)
    return _said(behind["ways"], None) if behind else None


def _is_of_applications(rest: str, setting: Setting) -> bool:
    """Whether what was received are applications: named, or where the text speaks of them."""
    if _ON_DISCLOSURE.search(rest + setting.behind):
        return True
    named = bool(_FILLER.sub("", rest) or setting.behind)
    plain = _APPLICATION.search(rest + setting.behind)
    return setting.topic is Topic.REQUESTS and bool(plain or not named)


def _said(words: str, unnamed: str | None) -> str | None:
    """The one channel that words name; what is given for them if they name none."""
    if _SEVERAL.search(words):
        return None
    named = {match.lastgroup or "" for match in _ANY.finditer(words)}
    if len(named) > 1:
        return None
    return named.pop() if named else unnamed
