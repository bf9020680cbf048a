"""Applicants and parties called by their full names: 申请人张建国申请公开补偿标准."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import place_label, prose_of

_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙胡朱郭何林罗郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蒋蔡杜叶魏苏吕丁任沈姚卢傅钟姜崔谭"
    "廖范汪陆贾夏韦邹熊孟秦邱侯尹薛阎龙郝孔邵顾赖武贺龚钱樊翁莫殷俞章欧柳阮柯"
)
_PARTY = "申请人|原告|上诉人|当事人|信访人|举报人|投诉人|被征收人|村民|居民"
_SAYS = (
    "申请|提出|提交|要求|不服|关于|就|针对|来信|来访|反映|起诉|上诉|诉|通过|以|向"
    "|等[一二三四五六七八九十两\\d]+(?:人|名|户)|\\(|,"
)
_NAMED = re.compile(
    rf"(?<!被)(?:{_PARTY})(?P<name>[{_SURNAMES}](?![述时某何种位经款重同绝多年可续意务费期])"
    rf"[\u4e00-\u9fff](?!某)[\u4e00-\u9fff])(?={_SAYS})"
)
_NO_NAME = re.compile(
    "[的了某和与及对在是不可应需等自本方会所提申请公开政府信息内容答复过程说理由依据部门单位"
    "小组社区街道委员代表干部群众户书处组队长]"
)
"""Characters of words that begin with a surname's: 何时, 任何人, 许可证, 陈述权, 史无前."""


def _named(inspection: Inspection) -> Iterator[Hit]:
    for sentence in prose_of(inspection.report).sentences:
        for match in _NAMED.finditer(sentence.text):
            name = match["name"]
            if _NO_NAME.search(name[1:]):
                continue
            span = sentence.span(*match.span("name"))
            masked = f"{name[0]}**"
            yield Hit(
                place=place_label(inspection.report.document, span.start),
                fields={"masked": masked, "right": f"{name[0]}某"},
                spans=(span,),
                expected=f"{name[0]}某",
                found=masked,
                marks=(masked, str(span.start)),
            )


NAMED = Check(_named, frozenset({"masked", "right"}), reads_figures=False)
