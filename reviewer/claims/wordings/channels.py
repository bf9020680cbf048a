"""Words for the way by which applications came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.wordings.applicants import APPLICANT_WORDS
from reviewer.claims.wordings.wording import WORD, Wording, exactly

CHANNEL_WORDS = {
    "in_person": r"当面|当场|现场|窗口|上门|到场|直接(?:送达)?|来访",
    "by_letter": r"信函|来信|邮寄|邮递|信件|邮政(?:寄送|快递)?|EMS|挂号信|快递|来函|书信|寄送",
    "online": (
        r"网络(?:平台|系统|在线|表单)?|网上(?:平台|系统)?|官?网站?|在线(?:平台|系统)?|互联网|线上"
        r"|门户网站|政府网站|网页|官方网站|一网通办|政务服务网"
    ),
    "by_email": r"电子邮件|电子邮箱|邮箱|邮件",
    "by_fax": r"传真",
}
"""How applications come, by the channel's key."""

_BY = (
    rf"(?:向{WORD}{{2,12}}?)?(?:书面)?"
    rf"(?:以|到|采取|采用|利用|来自|由|(?:通过|经由?|登录)(?:{WORD}{{1,10}}?)?)?"
)
WAY = (
    r"(?:方式|形式|渠道|途径|平台|系统|依申请公开|政府信息公开|信息公开|公开(?=申请)|提出|提交|提起"
    r"|申请[表件]?|纸质版?|请求|收到|受理|接收|办理|递交|为主|信箱|的|类)*"
)


_KIND_OF_WAY = (
    r"(?:主要|从|按)*(?:提交|提出|申请|受理)?(?:方式|渠道|途径|形式)"
    r"(?:上?看|分|为|是|主要|有|包括|,)*"
)


def _channels() -> Iterator[Wording]:
    for channel, words in CHANNEL_WORDS.items():
        platform = "(?:政府)?(?:信息公开)?平台(?=依?申请|提[交出])"
        named = rf"{words}|{platform}" if channel == "online" else words
        pattern = exactly(rf"(?:{_KIND_OF_WAY})?{_BY}(?:{named}|、)+{WAY}")
        yield Wording(f"requests.new.{channel}", pattern)


CHANNELS = tuple(_channels())


_SAID_TO_BE = (
    r"(?:均|已)?(?:为|是|系|属于?|由|来自|通过|以|采[用取]|经)"
    r"(?:[本我]?[省市县区镇局厅委](?=政府|人民|网|门户))?(?:人民)?"
)


def _behind() -> Iterator[tuple[str, re.Pattern[str]]]:
    for words in (APPLICANT_WORDS, CHANNEL_WORDS):
        for column, names in words.items():
            yield (
                f"requests.new.{column}",
                re.compile(rf"(?P<said>{_SAID_TO_BE})?(?:{names}){WAY}$"),
            )


BEHIND = tuple(_behind())
"""Applicants and channels named behind their figure: 其中1件为当面申请."""
