"""Personal data beside numbers of identity, phone and account: other papers, where to reach one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import place_label, prose_of
from reviewer.document.model import Span

_PAPERS = (
    "护照|通行证|台胞证|军官证|士兵证|警官证|户口[簿本]|居住证|驾驶证|社会?保(?:障|险)?卡?|医保卡?|残疾(?:人|军人)?证"
    "|低保证|优待证|结婚证|离婚证|准考证|学籍|残疾证|不动产权证|房产证|行驶证|军人证"
)
_PAPER = re.compile(
    rf"(?=[护通台军士警户居驾社医残低优结离准学不房行])(?P<paper>{_PAPERS})(?:件)?(?:证?号码?|编号)?[:为是(]*"
    r"(?P<secret>(?:[\u4e00-\u9fff]?字第)?[A-Z]{0,3}\d{6,20}[A-Z]?)(?![\d.元万件个人份张次条])"
)
_PERSON = re.compile(
    r"申请人|当事人|个人|本人|先生|女士|村民|居民|群众|户主|姓名|信访人|来访人|举报人"
)
_OFFICE = re.compile(
    "可以?(?:通过|发送|登录)|邮箱地址|电子邮箱|办公|单位邮箱|公开邮箱|受理邮箱|联系方式|微信群|QQ群|公众号"
)
_REACH = re.compile(
    r"(?:微信号?码?|QQ号?码?|qq号?码?)[:为是]*(?P<chat>[A-Za-z0-9_\-]{5,20})"
    r"|(?P<mail>[A-Za-z0-9_.\-]{3,}@[A-Za-z0-9\-]+(?:\.[A-Za-z]{2,})+)"
    r"|(?:家住|现住|住址[:为是]?|住所地?[:为是]|户籍(?:所在)?地[:为是]?)(?P<home>[^,。;、()]{4,30}?\d+(?:号|室|栋|单元|组))"
    r"|(?P<plate>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6})(?![A-Z0-9])"
)
_HINT = re.compile(
    r"@|(?:微信|[Qq]{2})[号码:为是]*[A-Za-z0-9]|[家现]住|住址|住所|户籍|[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5}"
)
_NAMES = {"chat": "社交账号", "mail": "邮箱", "home": "住址", "plate": "车牌号"}

_KEPT = 3
"""Characters of a number that are shown, the rest being masked."""


def _papers(inspection: Inspection) -> Iterator[Hit]:
    """Numbers of papers other than the identity card."""
    prose = prose_of(inspection.report)
    for match in _PAPER.finditer(prose.flow):
        span = prose.span(*match.span("secret"))
        yield _hit(inspection, span, match["secret"], f"{match['paper']}号码")


def _reached(inspection: Inspection) -> Iterator[Hit]:
    """Where a private person lives or can be reached, but not an office."""
    prose = prose_of(inspection.report)
    if not _HINT.search(prose.flow):
        return
    for sentence in prose.sentences:
        for match in _REACH.finditer(sentence.text):
            before = sentence.text[: match.start()]
            own = match[0].endswith("gov.cn") or _OFFICE.search(before)
            if _PERSON.search(before) and not own:
                group = next(key for key, found in match.groupdict().items() if found)
                span = sentence.span(*match.span(group))
                yield _hit(inspection, span, match[group], _NAMES[group])


def _hit(inspection: Inspection, span: Span, text: str, what: str) -> Hit:
    masked = f"{text[:_KEPT]}{'*' * (len(text) - _KEPT)}"
    return Hit(
        place=place_label(inspection.report.document, span.start),
        fields={"what": what, "masked": masked},
        spans=(span,),
        expected=masked,
        found=masked,
        marks=(masked, str(span.start)),
    )


_FIELDS = frozenset({"what", "masked"})
PAPERS = Check(_papers, _FIELDS, reads_figures=False)
REACHED = Check(_reached, _FIELDS, reads_figures=False)
