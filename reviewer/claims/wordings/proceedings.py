"""Words for proceedings and how they ended."""

from __future__ import annotations

import re

from reviewer.claims.wordings.wording import TAIL, TAIL_WORDS
from reviewer.patterns import any_of

_PROCEEDING_TAIL = (
    r"(?:类|[一二]审|(?:政府)?信息公开|被|申请|提起|行为|请求|受理|收到|发生|引发"
    rf"|{TAIL_WORDS})*$"
)
_RECONSIDERATION = r"(?:行政)?复议"
_LAWSUIT = r"(?<!民事)(?<!刑事)(?<!公益)(?:(?:行政)?(?:诉讼|应诉)|被起诉|被诉)"
_OF = r"(?:政府)?(?:信息公开)?(?:的|类|事务|工作|相关|有关|被|申请|提起)*"

BOTH = re.compile(
    rf"{_RECONSIDERATION}(?:案件|申请|案)?(?:、|和|及|与|或"
    rf"|以及)?(?:因.{{0,16}})?{_OF}{_LAWSUIT}{_PROCEEDING_TAIL}"
)
_OF_LAWSUITS = r"(?:的?(?:政府)?信息公开(?:类)?(?:的)?(?:行政)?诉讼)?"
_DIRECTLY = r"(?:未经复议)?直接(?:起诉|提起(?:行政)?诉讼)"
_AFTERWARDS = r"(?:经)?复议后(?:再)?(?:起诉|提起(?:行政)?诉讼)"
DIRECT = re.compile(rf"{_DIRECTLY}{_OF_LAWSUITS}{_PROCEEDING_TAIL}")
AFTER = re.compile(rf"{_AFTERWARDS}{_OF_LAWSUITS}{_PROCEEDING_TAIL}")
RECONSIDERATION = re.compile(rf"{_RECONSIDERATION}{_PROCEEDING_TAIL}")
LAWSUITS = re.compile(rf"{_LAWSUIT}{_PROCEEDING_TAIL}")
PROCEEDINGS = (
    (DIRECT, "direct_lawsuit"),
    (AFTER, "lawsuit_after_reconsideration"),
    (BOTH, "reconsideration+lawsuits"),
    (LAWSUITS, "lawsuits"),
    (RECONSIDERATION, "reconsideration"),
)
"""Kinds of proceedings by what ends their name; narrower ones first."""

_ABOUT = (
    r"(?:因|由|与|关于|涉及|针对|有关|涉)?(?:政府|政务)?(?:信息(?:依申请)?公开|依申请公开)?"
    r"(?:申请|答复|工作|领域|方面|类|事务|事项|行为|相关|有关|引发|引起|产生|导致|提起|被|而|的)*"
)
PROCEEDINGS_BEHIND = (
    (re.compile(rf"(?:系|为|是|属于?)?{_DIRECTLY}"), "direct_lawsuit"),
    (re.compile(rf"(?:系|为|是|属于?)?{_AFTERWARDS}"), "lawsuit_after_reconsideration"),
    (re.compile(rf"{_ABOUT}{_RECONSIDERATION}(?!机关|机构|决定|后)"), "reconsideration"),
    (re.compile(rf"{_ABOUT}{_LAWSUIT}"), "lawsuits"),
)

UPHELD = r"维持|(?:驳回|不支持)(?:了|原告|申请人|当事人|其|的|全部)*(?:诉讼|复议)请求|胜诉"
CORRECTED = "纠正|纠错|撤销|败诉"
OTHER = (
    r"撤诉|撤回(?:起诉|(?:行政)?(?:复议|诉讼)(?:申请)?)|驳回(?:了|原告|申请人|其|的)*(?:起诉|复议申请)"
    r"|终止(?:审理)?"
)
DISMISSED = "驳回(?=$|[,、;。()])"
"""With no word of what: of a reconsideration, another outcome, or that the decision stands."""

IN_COURT = re.compile("胜诉|败诉|撤诉|起诉|诉讼")
LOOSELY = re.compile("驳回$|复议请求|胜诉|败诉|撤诉|撤回|驳回.*(?:起诉|复议申请)")
"""Outcomes that table four may count in another column: a suit is won, too, by not being heard."""

_OUTCOME_HEAD = (
    r"^(?:其中|已|均|全部|共|结果|被|予以|复议|诉讼|行政|机关|人民|法院|依法|[一二]审|经|审理|判决|裁定|决定|作出"
    r"|原|行为|为|的|有|另|案件|[、,])*"
)
OUTCOMES = tuple(
    (re.compile(rf"{_OUTCOME_HEAD}(?:{words}){TAIL}$"), column)
    for column, words in (
        (
            "upheld",
            rf"{UPHELD}|维持原?(?:具体)?行政行为(?:(?:或者?|、)驳回原告诉讼请求)?|维持原(?:行政)?决定|维持原答复",
        ),
        (
            "corrected",
            any_of(
                CORRECTED,
                "撤销(?:并|后)?(?:责令|要求)?重新(?:作出)?(?:答复|处理)",
                "撤销原(?:行政)?(?:行为|决定|答复)",
                "责令(?:限期|重新)(?:答复|处理|作出答复)",
            ),
        ),
        ("other", f"其[他它]结果|其[他它]|{OTHER}|{DISMISSED}"),
        ("pending", "尚未审结|未审?结|正在审理(?:中)?|尚在审理(?:中)?|审理中|待审结"),
    )
)
OUTCOMES_LAST = tuple(
    (re.compile(rf"(?:结果|决定)?(?:为|被|予以)*(?:{words}){TAIL}$"), column)
    for column, words in (
        ("upheld", UPHELD),
        ("corrected", CORRECTED),
        ("other", "其[他它]结果"),
        ("pending", "尚未审结|未审结"),
    )
)
"""Outcomes that stand behind whose they are: 行政复议结果维持3件."""

OUTCOMES_AHEAD = tuple(
    (re.compile(rf"(?:{words})(?:的|了|因|政府|信息公开|类|有关|相关|引发|引起|案件)*$"), column)
    for column, words in (
        ("upheld", "维持"),
        ("corrected", "纠正"),
        ("pending", "未审结|(?:正在|尚在)审理(?:中)?"),
    )
)
"""Outcomes named ahead of the proceedings: 尚未审结行政复议1件."""

OUTCOMES_BEHIND = tuple(
    (
        re.compile(
            rf"(?:案件)?(?:已|被|均|结果|予以|正|尚|在|行政|复议|诉讼|决定|机关|人民|法院|判决|裁定|依法|责令)*(?:{words})"
        ),
        column,
    )
    for column, words in (
        ("upheld", UPHELD),
        ("corrected", rf"{CORRECTED}|重新(?:作出)?(?:答复|处理)"),
        ("other", f"{OTHER}|{DISMISSED}"),
        ("pending", "尚未审结|未审结|审理|在审|在办"),
    )
)
