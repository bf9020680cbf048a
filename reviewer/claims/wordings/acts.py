"""The words that sentences on table two are made of, each with the part that it plays.

| letter | part | such as |
|---|---|---|
| ``G`` ``N`` | regulations, normative documents | 规章, 规范性文件 |
| ``L`` ``P`` ``C`` ``O`` | licences, penalties, coercion, other services | 行政许可, 行政处罚 |
| ``K`` ``Q`` ``D`` | the first three in short, names only right behind what was done | 许可, 处罚 |
| ``F`` ``f`` | fees of the administration, fees | 行政事业性收费, 收费 |
| ``B`` ``b`` | central purchases, purchases | 集中采购, 采购 |
| ``m`` | made | 制发, 出台 |
| ``o`` ``p`` | issued, newly issued | 发布, 新发布 |
| ``d`` ``t`` | made public, public so far | 公开, 对外公开 |
| ``r`` ``v`` | annulled, in force | 废止, 现行有效 |
| ``A`` | decided for certain | 作出, 下达 |
| ``a`` | decided as it seems: handled, carried out | 办理, 实施 |
| ``q`` ``i`` ``w`` | decision or case, item, paper | 案件, 事项, 公文 |
| ``s`` | the office whose it is | 办公室, 本级 |
| ``y`` | last year | 上年 |
| ``+`` ``-`` ``=`` | more, less, either | 增加, 减少, 增减 |
| ``M`` | sum of money | 金额 |
| ``n`` ``j`` ``e`` ``l`` | denies, joins, says it of all, fills | 未, 和, 均, 全年 |
| ``h`` | what is shown about decisions: pieces of information | 结果, 目录 |
| ``k`` ``z`` | changed, another matter | 修订, 清理 |
| ``g`` | proceedings, which are denied along with decisions | 复议 |
| ``u`` | not done, or not by the body itself | 计划, 拟 |
| ``x`` | no word known here | |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewer.claims.wordings.parts import Alphabet

ROWS = {
    "G": "regulation",
    "N": "normative_document",
    "L": "licence",
    "K": "licence",
    "P": "penalty",
    "Q": "penalty",
    "C": "coercion",
    "D": "coercion",
    "O": "other_service",
    "F": "fee",
    "B": "procurement",
}
"""Rows of table two by the letter of their name."""

DOCUMENTS = frozenset({"regulation", "normative_document"})
DECISIONS = frozenset({"licence", "penalty", "coercion", "other_service"})

COLUMNS = {
    "m": ("issued", "made"),
    "r": ("repealed",),
    "v": ("in_force",),
    "t": ("disclosed_total",),
    "d": ("disclosed",),
    "o": ("disclosed",),
    "p": ("disclosed", "issued"),
}
"""Columns of documents by the letter of a verb; the first one that the form has is meant."""

SHOWN = frozenset("dop")
VERBS = "".join(COLUMNS)
"""What is done with documents; of these, what shows them."""

PAPER = "[GN]"
DECREE = "[LPCO]"
DECREE_IN_SHORT = "[KQD]"
"""Names of documents and of decisions."""

_NOUNS = {
    "N": r"(?<!党内)(?:行政)?规范性(?:政策)?文件",
    "G": r"(?:(?:地方|市|省|人民)*政府|部门)?规章(?!制度)",
    "L": r"行政(?:审批)?许可(?!证|法)",
    "P": r"行政处罚(?!法)",
    "C": r"行政强制(?!法)(?:措施|执行)*",
    "O": r"其[他它]对外管理服务(?:事项)?",
    "F": r"(?:涉企)?行政(?:事业)?性?(?:收费|费用)(?!目录|清单|标准)",
    "B": r"(?:政府)?集中采购",
}
_ALPHABET = Alphabet(
    {
        "u": (
            r"计划(?!总结)|拟(?!定)|预计|力争|打算|提请|报请|建议(?!提案)"
            r"|(?:省|国家|上级)[厅局级](?:部门|机关)?"
        ),
        **_NOUNS,
        "K": r"行政审批|(?<!未经)许可(?!证|法)",
        "Q": r"处罚(?!法)",
        "D": r"强制(?:措施|执行)*(?!法|性)",
        "b": r"(?:政府)?采购",
        "f": r"收费",
        "z": (
            r"清理(?!(?:并|和|、)?(?:废止|公[开布]))|审查|审核|审议|备案|解读|起草|评估|征集|征求|报送|学习|转发|累计(?=[的])|各类文件"
            r"|不予|免予|减免|免除|免收|停征|培训|(?<!许可)(?<!处罚)业务(?!办)|裁量|听证|基准|案卷|卷宗|流程|时限|权限|职权|指南|受理|收到|申请|立案|抽查"
            r"|检查|监管|证照|告知"
        ),
        "g": r"(?:行政)?(?:复议|诉讼|赔偿)",
        "k": r"修改|修订|修正",
        "h": r"信息|结果|公告|目录|清单|双公示|公示表|简报|(?<!办)率",
        "A": r"作出|做出|下达|发出|开出",
        "a": (
            r"办理(?!量|数|结果|情况)|办结|结案|实施|查[办处]|处以|给予|采取|审批|核发|开展|收取|征收|收缴|涉及|发生|产生"
            r"|处理(?=行政|各类|许可)"
        ),
        "q": (
            r"(?:本年|全年)?处理决定|决定书?|案件|案|处理|行为|业务|办件|办理(?=量|数)|方面|类(?!型)"
            r"|执行|罚款|情形|情况"
        ),
        "w": r"(?:重要|重大|相关)?(?:政策|措施|决策)(?!解读)|(?:行政|地方性)?法规|文件|公文",
        "s": r"人民政府|政府|办公[厅室]|政府办|府办|本级|部门",
        "M": r"总?(?:金额|资金|价款|额)|收入|入库",
        "i": r"项目|事项",
        "y": r"上一?年度?|去年度?|前一?年度?",
        "t": r"(?:对外|历年|历史)(?:累计)?(?:的)?公开",
        "r": r"清理废止|(?:宣布)?(?:废止|失效|废除)(?:失效)?|废(?=\d|、)",
        "v": (
            r"现行有效|继续有效|(?:尚|仍)?在?有效期内?|有效|现有(?=[^,]{0,12}规)|存量|保留|继续(?:执行|施行|实施)"
        ),
        "m": (
            r"(?:新|起草)*(?:制定|制发|印发|出台|制作|制订|下发|颁布|新立|新增(?!长))(?=$|.)|(?<=[、“])立(?=\d)|^立(?=\d|$)"
        ),
        "p": r"新(?:发布|公布)(?!会|栏)",
        "o": r"(?:发布|公布)(?!会|栏)",
        "d": r"(?:主动|新|集中|依法)*(?:公开(?!栏|专栏|日)|公示)",
        "=": r"增减|增/减|变化|变动",
        "+": r"增加|新增|增",
        "-": r"减少|取消|核减|减",
        "n": (
            r"未(?!经|审)(?:曾)?(?:发生|有)?|没有|无(?!法|效|偿|线|障|正当|论|需)|零(?=[”\"]?发生|处罚|强制|许可|收费|行政)"
            r"|不(?:再|存在|具备|具有|涉及|收取|征收|办理|实施|开展|承担|行使)"
        ),
        "e": r"全部|均|都|已经?|同步|进行",
        "j": r"以及|及(?!时)|[和并与或、]",
        "l": (
            r"20\d\d年度?|截[至止]到?|\d{1,2}月(?:\d{1,2}日|[底末])?|全年度?|本年度?|今年|当年|年内|年度|年[底末]|年终|期末|月|目前|现|至今|中"
            r"|其中|含|包括|包含|更新|实现|原有|旧|后|此类|该类|等|一[起件宗例个](?=行政)|此外|另外?|还|又|也|亦|单独|联合|则|且|仍|尚|再|新|共计|累计|总共"
            r"|一共|合计|总计|总数|总量|数量|总|共|件数|数|量|达到?|仅|只|计"
            r"|[我本全](?:[市县区省州镇乡局委厅办院会站所街]道?|单位|机关|部门|系统)|街道|各类|各项|各种|相关|有关|任何|过|依法依规|依法|依规|对外|实际|收缴|经"
            r"|的|了|为|是|有|以|于|在|由|对|人民币|名义|分别|一年来|[(),:“”\"]|(?:^|(?<=[,;]))\d{1,2}[.、]|[一二三四五六]是"
            r"|\([一二三四五六七八九十\d]+\)"
        ),
    }
)
_SIGNS = re.compile("[规许罚强费购服]")
_NOUN = re.compile("|".join(f"(?P<{letter}>{words})" for letter, words in _NOUNS.items()))


@lru_cache(maxsize=512)
def acts_of(clause: str) -> str:
    """The part that each word of a clause on table two plays."""
    return _ALPHABET.letters(clause)


def starts_of(clause: str) -> list[int]:
    """Where each of these words begins."""
    return _ALPHABET.starts(clause)


def rows_in(text: str) -> Iterator[tuple[int, str]]:
    """The rows of table two that a text names, each with the place behind its name."""
    if not _SIGNS.search(text):
        return
    for match in _NOUN.finditer(text):
        yield match.end(), ROWS[match.lastgroup or ""]
