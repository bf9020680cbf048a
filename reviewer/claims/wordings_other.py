"""Words that name the figures of tables two and four: documents, decisions, proceedings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.claims.wordings import TAIL, TAIL_WORDS

_WORD = r"[^,;:。]"

_PROCEEDING_TAIL = rf"(?:类|被|申请|提起|行为|请求|受理|收到|发生|引发|{TAIL_WORDS})*$"
_RECONSIDERATION = r"(?:行政)?复议"
_LAWSUIT = r"(?:(?:行政)?(?:诉讼|应诉)|被起诉|被诉)"
_OF = r"(?:政府)?(?:信息公开)?(?:的|类|相关|有关|被|申请|提起)*"

BOTH = re.compile(
    rf"{_RECONSIDERATION}(?:案件|申请|案)?(?:、|和|及|与|或"
    rf"|以及)(?:因.{{0,16}})?{_OF}{_LAWSUIT}{_PROCEEDING_TAIL}"
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

_ABOUT = rf"(?:因|关于|涉及|针对|有关|涉)?{_OF}(?:引发|引起)?(?:的)?"
PROCEEDINGS_BEHIND = (
    (re.compile(rf"(?:系|为|是|属于?)?{_DIRECTLY}"), "direct_lawsuit"),
    (re.compile(rf"(?:系|为|是|属于?)?{_AFTERWARDS}"), "lawsuit_after_reconsideration"),
    (re.compile(rf"{_ABOUT}{_RECONSIDERATION}(?!机关|机构|决定|后)"), "reconsideration"),
    (re.compile(rf"{_ABOUT}{_LAWSUIT}"), "lawsuits"),
)

_OUTCOME_HEAD = (
    r"^(?:其中|已|均|全部|共|结果|被|予以|复议|诉讼|行政|机关|法院|经|审理|判决|裁定|决定|作出"
    r"|原|行为|为|的|有|另|案件|[、,])*"
)
OUTCOMES = tuple(
    (re.compile(rf"{_OUTCOME_HEAD}(?:{words}){TAIL}$"), column)
    for column, words in (
        ("upheld", "维持|予以维持|结果维持|维持原(?:具体)?行政行为|维持原(?:行政)?决定|维持原答复"),
        ("corrected", "纠正|结果纠正|予以纠正|被纠正|纠错|责令(?:限期|重新)(?:答复|处理|作出答复)"),
        ("other", "其[他它]结果|其[他它]|终止审理|终止"),
        ("pending", "尚未审结|未审?结|正在审理(?:中)?|尚在审理(?:中)?|审理中|待审结"),
    )
)
OUTCOMES_BEHIND = tuple(
    (
        re.compile(rf"(?:案件)?(?:已|被|均|结果|予以|正|尚|在|复议机关|法院|责令)*(?:{words})"),
        column,
    )
    for column, words in (
        ("upheld", "维持"),
        ("corrected", "纠正|纠错|撤销"),
        ("pending", "尚未审结|未审结|审理|在审|在办"),
    )
)

DOCUMENT = {
    "normative_document": r"(?<!党内)(?:行政)?规范性文件",
    "regulation": r"(?:政府|部门|地方政府|市政府)?规章(?!制度)",
}
_BETWEEN = r"[^,;:。\d]{0,30}?"
DOCUMENT_VERBS = (
    (r"(?:废止|宣布失效)", ("repealed",)),
    (r"(?:现行有效|继续有效|有效|现有)", ("in_force",)),
    (r"(?:对外)(?:累计)?公开", ("disclosed_total",)),
    (
        r"(?:新)?(?:制定|制发|印发|出台|制作|制订|下发|起草制定|新增)(?:公开|发布|并公开|和公开)?",
        ("issued", "made"),
    ),
    (r"新(?:公布|发布)", ("disclosed", "issued")),
    (r"(?:主动|新|集中|依法)?(?:公开(?!栏|专栏|日)|公布|发布)", ("disclosed",)),
)
_NOT_MADE = re.compile(
    r"清理|修改|修订|审查|审核|备案|解读|起草|评估|征求意见|报送|学习|转发|累计|各类文件"
)


@dataclass(frozen=True)
class DocumentWording:
    """A way to name documents before their figure, with the columns it may stand for."""

    row: str
    columns: tuple[str, ...]
    pattern: re.Pattern[str]


def _documents() -> Iterator[DocumentWording]:
    for row, noun in DOCUMENT.items():
        for verb, columns in DOCUMENT_VERBS:
            yield DocumentWording(
                row, columns, re.compile(rf"{verb}(?P<between>{_BETWEEN}){noun}{TAIL}$")
            )
            yield DocumentWording(
                row, columns, re.compile(rf"{noun}(?P<between>的|本年度?|全年)?{verb}{TAIL}$")
            )


DOCUMENTS = tuple(_documents())


def is_about_making(between: str) -> bool:
    """Whether the words between verb and noun leave it at that verb."""
    return not _NOT_MADE.search(between)


_STARTING = "全[市县区镇乡局]|其中|全年|本年度?|年内|当年|我[局镇乡县区市委办厅]|共|累计"
DECISIONS = tuple(
    (
        row,
        re.compile(
            rf"(?P<verb>作出|做出|下达|办理|实施|办结|公布|公开|公示)(?P<between>{_WORD}{{0,10}}?)"
            rf"{noun}(?:处理|执行)?(?:决定书?)?(?:案件)?{TAIL}$"
        ),
    )
    for row, noun in (("licence", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制"))
)
DECISION_ALONE = tuple(
    (
        row,
        re.compile(
            rf"^(?:处理|其中|实施|作出)*{noun}(?:措施|处理|执行)?(?:决定书?)?(?:案件)?{TAIL}$"
        ),
    )
    for row, noun in (("licence", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制"))
)
DECREE_ALONE = tuple(
    (row, re.compile(rf"^(?:{_STARTING})*{noun}(?:处理)?决定书?{TAIL}$"))
    for row, noun in (("licence", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制"))
)
DECISIONS_BARE = tuple(
    (row, re.compile(rf"^(?:20\d\d年度?|街道|{_STARTING})*{noun}(?:案件)?{TAIL}$"))
    for row, noun in (("licence", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制"))
)
"""Decisions without a word that they were made: 行政许可3件，行政处罚0件."""

FEE = re.compile(
    rf"(?<!免除|减免|免收|停征)行政事业性收费(?:全年|本年度?)?(?:实际)?"
    rf"(?:收入|总?金额|总额|项目收费|入库(?:金额)?|(?:共计?|合计)?(?:收取|征收))?{TAIL}$"
)
PROCUREMENT = re.compile(rf"(?:政府)?(?:集中)?采购(?:项目|信息)?{TAIL}$")
PROCUREMENT_AMOUNT = re.compile(
    rf"(?:政府)?(?:集中)?采购?(?:项目)?(?:总)?(?:金额|总额|资金){TAIL}$|^(?:累计|总|交易"
    rf"|采购)*金额{TAIL}$"
)
