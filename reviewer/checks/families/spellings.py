"""How terms are misspelt: a character of like sound or shape, one written twice, two turned over.

A term is long enough that the spelling is no word itself, and hardly stands in a text by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_ALIKE = {
    "息": "思熄惜媳总恳",
    "议": "义仪仅以意异译",
    "诉": "述拆斥",
    "讼": "颂松诵颁送",
    "范": "犯泛",
    "政": "正攻证",
    "府": "俯附腑",
    "申": "伸绅甲",
    "请": "情清晴",
    "例": "列倒",
    "条": "调",
    "予": "于矛",
    "罚": "法伐",
    "公": "工么",
    "开": "幵升井并",
    "动": "功勋",
    "务": "雾物",
    "信": "言倍",
    "规": "归",
    "可": "司",
    "性": "姓型形",
    "解": "懈",
    "读": "渎续",
    "栏": "拦",
    "督": "睹",
    "审": "申",
    "密": "蜜",
    "限": "现线",
    "透": "秀",
    "度": "渡",
    "力": "利",
    "微": "徽",
    "众": "从",
    "站": "占战",
    "领": "令岭",
    "导": "寻异",
    "组": "祖",
    "织": "职",
    "贯": "惯",
    "彻": "切撤澈砌",
    "系": "糸",
    "域": "城",
    "期": "其",
    "障": "彰章",
    "南": "男",
    "校": "效",
    "管": "官馆菅",
    "理": "里礼埋",
    "布": "步部",
    "媒": "煤谋",
    "培": "陪赔",
    "训": "讯",
    "评": "坪",
    "责": "则贵",
    "任": "认",
    "追": "迫",
    "究": "纠",
    "核": "该咳",
    "机": "几",
    "制": "置",
    "章": "障彰",
    "道": "到",
    "式": "试势",
    "目": "日",
    "台": "抬",
    "建": "健",
    "设": "没",
    "指": "只",
    "预": "予",
    "决": "绝",
    "主": "住王",
    "要": "耍",
    "分": "份",
    "职": "只织",
    "在": "再",
    "进": "近",
    "措": "错",
    "施": "失",
    "善": "擅",
    "格": "各",
    "落": "洛",
    "执": "直",
    "答": "达",
    "复": "付覆",
    "率": "律",
    "满": "慢",
    "络": "落",
    "秘": "密泌",
    "隐": "稳",
    "研": "硏妍",
    "构": "购沟",
    "转": "传",
    "费": "废",
    "闻": "间问",
    "策": "册",
    "步": "部布",
    "尽": "近",
    "振": "震",
    "境": "镜竟",
    "估": "佑沽",
    "卷": "倦券",
    "推": "摧",
    "切": "却",
    "效": "郊",
}
"""Characters that are written for others by mistake, of like sound or like shape."""

_TERMS = re.findall(
    r"\S+",
    "政府信息公开 政府信息 信息公开 政务公开 主动公开 不予公开 依申请公开 公开申请 "
    "公开条例 《条例》 行政复议 行政诉讼 行政许可 行政处罚 行政强制 行政机关 "
    "规范性文件 规章制度 保密审查 审查制度 政策解读 政策文件 同步解读 公开专栏 "
    "公开指南 公开目录 公开平台 公开渠道 公开形式 三审三校 监督保障 统计期限 "
    "透明度 公信力 微信公众号 政务新媒体 门户网站 政府网站 新闻发布会 领导小组 "
    "组织领导 主要领导 分管领导 贯彻落实 深入贯彻 联系电话 重点领域 实施方案 "
    "信息管理 信息发布 平台建设 业务培训 社会评议 责任追究 监督考核 年度考核 "
    "工作机制 社会监督 监督管理 办事指南 财政预算 财政决算 人民政府 专职人员 "
    "兼职人员 存在问题 主要问题 改进措施 进一步加强 进一步完善 不断完善 不断加强 "
    "不断提高 建立健全 及时答复 按时答复 答复率 办结率 满意度 严格落实 严格执行 "
    "网络安全 国家秘密 商业秘密 个人隐私 商业企业 科研机构 结转下年度 信息处理费 "
    "第三方评估 绩效考核 日常监督 及时更新 及时公开 公开透明 规范运行 工作要求 "
    "工作部署 统筹推进 深入推进 持续推进 有序推进 扎实推进 群众关切 社会关切 "
    "政务服务 公共服务 行政执法 执法案卷 依法行政 服务群众 提质增效 "
    "应公开尽公开 乡村振兴 营商环境 预决算 答复文书 法定期限 ",
)

_OFTENEST = (
    "政府信息公开 主动公开 不予公开 依申请公开 "
    "行政复议 行政诉讼 行政许可 行政处罚 行政强制 规范性文件"
)
"""Terms in which two characters may stand changed over: 行政讼诉."""

_OTHERS = {
    "上年转结": "上年结转",
    "转结下年": "结转下年",
    "统计限自": "统计期限自",
    "主动公共": "主动公开",
    "不予公共": "不予公开",
    "答覆": "答复",
    "建立建全": "建立健全",
}
"""Other wrong spellings of what the form itself says, and of words that stand in every report."""

_WORDS = re.compile("公开请|行政处法|倒闭|列[为入表示举]")
"""Spellings that may be words, or parts of two."""


_TWICE = re.compile(r"([\u4e00-\u9fff])\1")


class Misspelling(NamedTuple):
    """A term misspelt, and how far into it the wrong character stands."""

    wrong: str
    right: str
    offset: int


def misspellings(text: str) -> Iterator[tuple[int, Misspelling]]:
    """All terms that are misspelt in a text, each with its place."""
    variants = _variants()
    for letter in _letters().finditer(text):
        for one in variants[letter[0]]:
            start = letter.start() - one.offset
            if start >= 0 and text.startswith(one.wrong, start):
                yield start, one
                break
    yield from _with_a_letter_twice(text)


def _with_a_letter_twice(text: str) -> Iterator[tuple[int, Misspelling]]:
    """Terms with one of their characters written twice: 政府信信息, 行政处罚罚.

    The last one may begin the next word (主动公开开放信息), unless the clause ends there.
    """
    for twice in _TWICE.finditer(text):
        for right, at in _terms_with(twice[1]):
            start = twice.start() - at
            wrong = right[: at + 1] + right[at:]
            ends = at < len(right) - 1 or not text[twice.end() : twice.end() + 1].isalpha()
            if at and start >= 0 and ends and text.startswith(wrong, start):
                yield start, Misspelling(wrong, right, at)
                break


@cache
def _terms_with(letter: str) -> tuple[tuple[str, int], ...]:
    """The terms that have a character, each with where; longest first."""
    terms = sorted((term for term in _TERMS if letter in term), key=len, reverse=True)
    return tuple((term, term.index(letter)) for term in terms)


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_variants())}]")


@cache
def _variants() -> dict[str, list[Misspelling]]:
    """Every misspelling of a term by its wrong character, longest first."""
    found: dict[str, list[Misspelling]] = {}
    for wrong, right in _spelt().items():
        offset = next(at for at, letter in enumerate(wrong) if letter != right[at])
        found.setdefault(wrong[offset], []).append(Misspelling(wrong, right, offset))
    for each in found.values():
        each.sort(key=lambda one: len(one.wrong), reverse=True)
    return found


def _spelt() -> dict[str, str]:
    """Every spelling of a term with one character alike, with the term."""
    found: dict[str, str] = {}
    for term in _TERMS:
        for at, right in enumerate(term):
            for wrong in _ALIKE.get(right, ""):
                spelt = term[:at] + wrong + term[at + 1 :]
                if not _WORDS.search(spelt):
                    found.setdefault(spelt, term)
    for term in _OFTENEST.split():
        for at in range(len(term) - 1):
            spelt = term[:at] + term[at + 1] + term[at] + term[at + 2 :]
            found.setdefault(spelt, term)
    return found | _OTHERS
