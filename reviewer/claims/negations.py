"""Sentences that say there was none: 未收到…申请, 没有发生行政复议, 依申请公开情况：无.

What of table two there was none of, ``absent`` knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviewer.claims.narrowing import Denied, denied
from reviewer.claims.topics import Topic
from reviewer.patterns import any_of

_NEW = "requests.new.total"
_RECONSIDERATION = "disputes.reconsideration.total"
_LAWSUITS = "disputes.lawsuits.total"
_PUBLIC = re.compile(r"公开|依申请")
_NOT = (
    r"(?:(?:尚|暂|并|从|均|都|还|仍)?未(?:曾|共)?有?|(?:暂|均|都|还|尚|并)?没有?(?:过)?|(?:暂|均|并"
    r"|尚)?无(?!法|效|障|偿|正当|为|线|关)|零|不存在|不涉及)"
)
_VERB = (
    r"(?:收悉|受理|有(?!关)|发生|出现|产生|办理|涉及|存在|任何|发现|引发|引起|提出|收|接|过|到|获"
    r"|新收|新增)+"
)
_WHO = (
    r"(?:公民|群众|自然人|个人|单位|法人|社会|公众|企业|人|相关|有关|此类|任何|要求|主动|书面"
    r"|一[例起件宗]|关于|针对|对|以|通过任何|向)"
)
_MATTER = (
    r"(?:依法?申请|(?:政府|政务)?(?:公开)?信息(?:的)?(?:依申请)?公开|申请公开|公开(?:政府|相关|有关"
    r"|的)*信息|申请)"
)
_ASKED = any_of(
    "申请(?!人)",
    "依申请公开",
    "请求",
    "要求(?:公开|[^,:]{0,8}?(?:提供|获取)[^,:]{0,6}?信息)(?![^,:]{0,20}申请)",
)
_APPLICATION = re.compile(
    rf"{_NOT}(?:{_VERB}|(?={_WHO})|(?={_MATTER}))(?P<between>[^,:\d]{{0,60}}?){_ASKED}"
    r"(?P<rest>[^,:]*)"
)
"""未收到公民、法人提出的政府信息公开申请."""

_REST = re.compile(
    r"(?:的|了|过|政府|政务|信息|公开|依申请|申请|请求|事项|项目|事件|案件|办件|件|情况|情形|业务|表|书"
    r"|要求|现象|材料|量|内容|事宜|工作|发生|提出|出现"
    r"|行为|答复|办理|受理|及|和|与|、|数|等|相关|有关|方面|记录|问题|诉求|其[他它]|各类|任何|获取"
    r"|查阅|提供|通过|电子邮件|信函|网[络上]|在线|线上|当面|传真|邮箱|提交|形式|方式|或|以及|信件|来信|来函|函件|\)|\.|[“”\"])*"
)
_BESIDES = re.compile(
    r"(?:、|和|及|与|或者?|以及)(?:政府|信息|公开|依申请|有关|相关|方面|对|的|类)*"
    r"(?:投诉|举报|申[诉述]|咨询|建议|意见|异议|信访|纠纷)(?:、|和|及|与|或|投诉|举报|申诉|咨询|建议|等|类|的|情况|事项|案件|件)*$"
)
"""Other things denied together with applications, named behind them."""

_REVERSED = re.compile(
    r"(?:依申请公开|信息公开申请|申请公开)[^,:。\d]{0,10}[:,。]?(?:本年度?|全年|20\d\d年度?"
    r"|我[局镇乡县区市街]道?|本机关)*"
    r"(?:(?:未|没有)(?:发生|收到|接到|受理)(?:过)?|零(?:受理|申请|收件|接收)|(?:为)?无|没有|未涉及)(?:此类|相关"
    r"|该)?项?(?:情况|事项|申请|内容)?$"
)
_NARROWED = re.compile(
    r"涉及(?!.{0,6}(?:依申请|信息公开))|逾期|超期|延期|超时|不满|异议|应公开|拒绝|满意|违规|违法"
    r"|积压|重复|上年|国家秘密"
    r"|收费|减免|费用|不予公开|部分公开|投诉|举报|留言|提案|建议|申诉|纠纷|咨询|公开出版物"
    r"|不予处理|其他处理|无法提供|处理费|结转|办结|未公开"
)
_CARRIED = re.compile(
    rf"{_NOT}(?P<left>结转|转结|跨年(?:办理|结转)?)(?:办理|的|申请|事项)?件?$"
    rf"|{_NOT}(?P<in>上年度?|去年|往年)?(?:有)?(?:申请)?(?:结转|转结)(?P<out>(?:到|至)?(?:下一?年|次年))?"
    rf"|{_NOT}(?P<on>下一?年度?|次年度?)的?(?:结转|转结)"
    rf"|{_NOT}(?P<both>上一?年度?(?:和|及|、|与|或)(?:下一?年度?|次年度?))的?(?:申请)?(?:结转|转结)"
    rf"|(?P<since>上一?年度?|去年|往年)(?:均|都|度)?{_NOT}(?:申请)?(?:结转|转结)(?!(?:至|到|入)?(?:下|次|20))"
)
_DONE = re.compile(r"办结|办毕|答复|回复|办理完毕")

_REFUSED = re.compile(
    rf"(?:没有|未有?|无|零)(?:{_VERB})?(?:[件例]|的)*(?P<what>不予公开|不予处理)"
    r"(?:的|政府|信息|申请|依申请|公开|案件|事项|情况|情形|件)*$"
)
_REFUSALS = {"不予公开": "refused", "不予处理": "declined"}
_DISPUTED = re.compile(
    rf"{_NOT}(?!经)(?:{_VERB}|被|提起|(?={_WHO})|(?=因|由|与|投诉|举报|行政复议|复议|行政诉讼|诉讼|申请行政"
    rf"|{_MATTER}))"
    r"[^,:\d]{0,60}?(?P<what>复议|诉讼|被诉|应诉|起诉)(?P<rest>[^,:\d]*)"
)
_DISPUTED_REST = re.compile(
    r"(?:案例?|事项|申请|情况|情形|的|和|及|、|,|或者?|与|申[诉述]|案|行为|现象|问题|事件|纠纷|结果"
    r"|发生|出现|提起|被诉|起诉|被|复议|诉讼|行政|等|方面"
    r"|相关|有关|以及|举报|投诉|信访|记录|数量|受理|处理|请求|件|并|法律|引发|引起|过|发现|政府"
    r"|信息|公开|依|因|而|工作|产生|有|类|未|无|零|没有|也"
    r"|收到|接受|不存在|情|由|此|服|败|应诉|通知书?|文书|机关|机构|人民法院|法院|\)|\.)*"
)
_SUED = re.compile(r"诉讼|被诉|应诉|起诉")
_NO_DENIAL = re.compile(r"审结|维持|费用|收费|败诉|纠正|撤销|未经复议")
_DISPUTE_REVERSED = re.compile(
    r"复议[^,:。\d]{0,20}(?:情况|方面|案件|诉讼)[:,]?(?:本年度?|全年|20\d\d年度?"
    r"|我[局镇乡县区市街]道?|本机关)*(?:为)?(?:无|没有|未发生|未涉及)"
    r"(?:此类|相关)?(?:情况|事项|案件)?$"
)
_SOME_OF_THEM = re.compile(r"(?:其中)?\d+[件起宗份条例个]")
"""Ahead of a denial that concerns a number of cases only: 1件因故未收到申请材料."""

_COUNT = re.compile(r"[\d一二三四五六七八九十两百零]+[件起宗例个次]|\d")
"""Proceedings that are counted are not denied."""

_COUNTED_LAST = re.compile(r"(?:[二三四五六七八九十百两]+|(?<![无有何零])一)[件起宗例个次]$")
"""A number at a denial's end, which is not denied: 没有…复议案件、诉讼案件两件."""

_JOINT = re.compile(r"[、,]|而|但")
_SOME = re.compile(r"不予公开|超期|逾期|拒绝|不当|不力|不规范|不及时|不准确|不到位|失误|错误|责任")
_ANY = re.compile(r"[未没无零]|不存在|不涉及")
_NEXT = re.compile(r"、(?=未|没有|无(?!法|效|偿|线)|零(?:申请|复议|诉讼|败诉))")
"""Where the next denial of a list begins."""

_TIED = re.compile(r",(?=(?:被)?提起|或|和|及|以及|行政诉讼|诉讼)")
_BESIDE = re.compile(
    r"公开(?:的)?申请(?:情况)?(?:、|和|及|以及|,|或)(?!行政复议的?申请).{0,14}复议"
)

_CLAUSE = re.compile(r"[^,:]+")


@dataclass(frozen=True)
class Denial:
    """A subject that a sentence denies.

    Attributes:
        keys: Subjects in the order to be tried; the form decides.
        start: Where the denying words begin.
        end: Behind what they deny.
        loose: Whether only some are denied (those that a wrong answer led to).
        doubtful: That of the keys which the words may not mean, or empty.
    """

    keys: tuple[str, ...]
    start: int
    end: int
    loose: bool = False
    doubtful: str = ""


def denies(sentence: str) -> bool:
    """Whether a sentence has any word that denies."""
    return bool(_ANY.search(sentence))


def negations(
    sentence: str, topic_at: Callable[[int], Topic], *, disclosure: bool
) -> Iterator[Denial]:
    """What a sentence says there was none of.

    Args:
        sentence: A sentence in simplified characters.
        topic_at: What the text is speaking of just before a place in the sentence.
        disclosure: Whether the text about it speaks of the disclosure of information.
    """
    plain = [
        denial
        for clause in _CLAUSE.finditer(_NEXT.sub(",", sentence))
        if denies(clause[0])
        for denial in _of_clause(clause[0], sentence[: clause.start()], topic_at)
    ]
    yield from plain or _reversed(sentence)
    if disclosure:
        yield from _disputes(_TIED.sub("、", _NEXT.sub(",", sentence)))


def _of_clause(text: str, before: str, topic_at: Callable[[int], Topic]) -> Iterator[Denial]:
    """What one clause denies of applications: that they came, were carried over or refused."""
    base = len(before)
    match = _APPLICATION.search(text)
    if match and not _SOME_OF_THEM.match(text):
        ahead = text[: match.start()]
        found = _denied_applications(ahead, match, topic_at(base + match.start()))
        for key in found.keys:
            yield Denial((key,), base + match.start(), base + match.end(), found.loose)
    match = _CARRIED.search(text)
    if match:
        yield from _not_carried(match, before, topic_at)
    match = _REFUSED.search(text)
    if match and topic_at(base + match.start("what")) is Topic.REQUESTS:
        key = f"requests.{_REFUSALS[match['what']]}.total"
        yield Denial((key,), base + match.start(), base + match.end(), loose=True)


def _not_carried(
    match: re.Match[str], before: str, topic_at: Callable[[int], Topic]
) -> Iterator[Denial]:
    """A denial that applications were carried over, from last year or into the next."""
    place = (len(before) + match.start(), len(before) + match.end())
    if match["left"] and topic_at(place[0]) is not Topic.REQUESTS:
        return
    if match["in"] or match["since"] or match["both"]:
        yield Denial(("requests.carried_in.total",), *place)
    if match["out"] or match["on"] or match["both"] or match["left"]:
        yield Denial(
            ("requests.carried_out.total",),
            *place,
            loose=bool(match["left"] and not _DONE.search(before)),
        )


def _denied_applications(ahead: str, match: re.Match[str], topic: Topic) -> Denied:
    """What a denial of applications denies; a bare 申请 is what the text speaks of there."""
    text, nothing = match[0], Denied()
    if "复议" in text or "诉讼" in text:
        return Denied((_NEW,)) if _BESIDE.search(text) else nothing
    text, rest = _BESIDES.sub("", text), _BESIDES.sub("", match["rest"])
    if not _REST.fullmatch(rest) or _NARROWED.search(text):
        return nothing
    anyone = "任何" if match.string.endswith("任何", 0, match.start("between")) else ""
    found = denied(ahead, anyone + match["between"], rest)
    if _PUBLIC.search(text) or topic is Topic.REQUESTS:
        return found
    disputes = topic is Topic.DISPUTES and found.keys == (_NEW,)
    return Denied((_RECONSIDERATION, _LAWSUITS)) if disputes else nothing


def _reversed(sentence: str) -> Iterator[Denial]:
    match = _REVERSED.search(sentence)
    if match and not _NARROWED.search(match[0]) and "复议" not in match[0]:
        yield Denial((_NEW,), match.start(), match.end())


def _disputes(sentence: str) -> Iterator[Denial]:
    """Denied proceedings; one denial may cover both (未发生行政复议、行政诉讼)."""
    match = _DISPUTED.search(sentence) or _DISPUTE_REVERSED.search(sentence)
    if match is None or _NO_DENIAL.search(match[0]):
        return
    rest, end = match.groupdict().get("rest"), match.end()
    counted = _COUNTED_LAST.search(rest) if rest else None
    if counted:
        end = match.start("rest") + counted.start()
    if rest is not None and _COUNT.match(sentence, end):
        end = _before_the_counted(sentence, match.start(), end)
        rest = sentence[match.end("what") : end]
    if rest is not None and not _DISPUTED_REST.fullmatch(rest):
        return
    said = sentence[match.start() : end]
    loose = bool(_SOME.search(sentence[match.start() :] if rest is not None else said))
    for following in _CLAUSE.finditer(sentence, end) if rest is not None else ():
        if _COUNT.search(following[0]):
            break
        said += following[0]
    if "复议" in said:
        yield Denial((_RECONSIDERATION,), match.start(), end, loose)
    if _SUED.search(said):
        yield Denial((_LAWSUITS,), match.start(), end, loose)


def _before_the_counted(sentence: str, start: int, end: int) -> int:
    """Where a denial ends if something that did occur follows it."""
    return max((match.start() for match in _JOINT.finditer(sentence, start, end)), default=start)
