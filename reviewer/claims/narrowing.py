"""Which applications a denial speaks of: all, those of an applicant, of one way, or only some."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.claims.wordings.applicants import APPLICANT_WORDS
from reviewer.claims.wordings.channels import CHANNEL_WORDS

_TOTAL = "requests.new.total"
_ANY_WAY = re.compile(
    r"任何(?:方式|形式|渠道|途径)|各种|各类|多种|线上、?(?:和|及|与)?线下|等(?:多?种)?(?:方式|形式|渠道|途径)"
)
_WAYS = "|".join(f"(?P<{key}>{words})" for key, words in CHANNEL_WORDS.items())
_WAY = re.compile(rf"{_WAYS}|(?P<written>书面)|(?P<oral>口头)|(?P<offline>线下)")
_WHO = {
    "research": r"科研(?:机构|院所|单位)",
    "welfare": r"社会(?:公益)?组织|公益组织",
    "legal_service": APPLICANT_WORDS["legal_service"],
    "business": r"(?:商业|民营|私营)?企业|公司",
    "organisations": r"其[他它]组织|法人|组织|单位",
    "people": r"公民|群众|自然人|公众|个人|任何人|居民|村民|市民|业主",
}
_APPLICANT = re.compile("|".join(f"(?P<{key}>{words})" for key, words in _WHO.items()))
_ANYONE = re.compile(r"任何(?:单位|组织|人)|社会各界|各界")
_FREE = re.compile(
    r"(?:社会各界|任何|各界|其[他它]|人员|当事人|申请人|或者|或|和|以及|及|与|、|的|相关|有关|此类|该类|该项|各类|各种|多种"
    r"|新的|有效|一[件起宗例]|人|通过|经由|经|以|采[用取]|利用|由|来自|方式|形式|渠道|途径|平台|系统|线下|电话|来电"
    r"|提出|提交|递交|提起|寄送|发来|要[求去]|请求|主动公开以外|主动|关于|针对|对于|对|就|向|本机关|本单位|我[局镇乡县区市街委办]道?|获取|查阅|查看|了解|知悉|提供"
    r"|政府|政务|环境信息|信息|公开|依法|依|方面|工作|事项|书面|并|全年|均|都|也|过|到|了|申请公开|申请|等|社会|办理|处理|受理|答复|[“”\"])*+"
)

_ENDING = re.compile(
    rf"(?:{'|'.join(CHANNEL_WORDS.values())}|自然人|公民|法人|其[他它]组织|线下|书面|方式|形式|渠道|途径|平台|系统|全年|均|都|也"
    r"|、|和|及|或|通过|方面|提交|提出|以)$"
)
"""The end of a clause that names a way or an applicant."""


@dataclass(frozen=True)
class Denied:
    """What is denied.

    Attributes:
        keys: The subjects; none if it is only some of the applications.
        loose: Whether more may be meant, or less.
    """

    keys: tuple[str, ...] = ()
    loose: bool = False


def denied(ahead: str, between: str, behind: str) -> Denied:
    """What a denial of applications denies.

    Args:
        ahead: The clause up to the denying word.
        between: What says of which applications there were none.
        behind: What says so behind the word for applications.
    """
    plain = _WAY.sub("", _APPLICANT.sub("", between))
    if not _FREE.fullmatch(plain):
        return Denied()
    said = between if _names_any(between) else _tail(ahead)
    applicants = _applicants(said)
    ways = set() if _ANY_WAY.search(said) else _named(_WAY, said)
    if ways:
        ways |= _named(_WAY, behind)
    if applicants:
        return Denied() if ways - {"written"} else Denied(_keys(applicants))
    if "oral" in ways:
        return Denied((_TOTAL,)) if "written" in ways else Denied()
    if not ways or ways == {"written"} or ways >= {"written", "online"}:
        return Denied((_TOTAL,))
    if len(ways) > 1 or "offline" in ways:
        return Denied((_TOTAL,), loose=True) if len(ways) > 1 else Denied()
    return Denied(_keys(ways))


def _keys(columns: set[str]) -> tuple[str, ...]:
    return tuple(f"requests.new.{column}" for column in sorted(columns))


def _named(pattern: re.Pattern[str], said: str) -> set[str]:
    return {match.lastgroup or "" for match in pattern.finditer(said)}


def _names_any(said: str) -> bool:
    return bool(_APPLICANT.search(said) or _WAY.search(said))


def _applicants(said: str) -> set[str]:
    """The columns of the applicants that words name; none for everybody, or the public."""
    if _ANYONE.search(said):
        return set()
    named = _named(_APPLICANT, said)
    if named == {"people"} and said.count("自然人") == 1:
        return {"natural_person"}
    return set() if "people" in named else named


def _tail(ahead: str) -> str:
    """The end of what stands ahead, as far as it names a way or an applicant."""
    place = len(ahead)
    while place and (match := _ENDING.search(ahead, 0, place)):
        place = match.start()
    return ahead[place:]
