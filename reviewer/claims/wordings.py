"""Words that name the figures of table three: what came in, what was decided, for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.claims.topics import Topic

COUNTED = frozenset({"", "人次", "件次", *"件宗起份条次个项例人封"})
"""Units that applications are counted in."""

TAIL_WORDS = (
    "的|了|其|总数|总量|总计|合计|累计|一共|共|有|为|是|达到?|分别|均|仅|办件|案|事项"
    "|情况|情形|结果|事件|件|数|量|计|:"
)
"""None is made of others (案件 is 案 and 件): else many of them could be cut in too many ways."""

TAIL = rf"(?:{TAIL_WORDS})*"
_HEAD = (
    r"(?:其中|另有?|此外|并且?|且|同时|最终|已|均|共计?|累计|的|全年|本年度?|今年|当年|20\d\d年度?|年内"
    r"|期间|截至|目前|年[末底]|依法|依规|按期|按时"
    r"|及时|准确|实际|(?:办理|答复|处理)结果|决定|作出|做出|答复|给予|告知|属于?|涉及|因|以|按照?|为|是|有|对|与|和|及|将|由"
    r"|经|列为|由于|分别|信息|[一二三四五六]是|我[局镇乡县区市省州委办厅街署院]道?|本机关|本单位"
    r"|全[市县区省州镇乡局街]道?"
    r"|\d{1,2}[.、]|[(（]?[一二三四五六七八九十]+[)）、])*"
)
_WORD = r"[^,;:。]"
_INFORMATION = r"(?:政府|政务|公开|相关|有关|的|各类)*信息(?:的)?(?:公开)?"
APPLICATION = (
    rf"(?:依申请公开|依申请|申请公开|{_INFORMATION}|公开(?:政府|相关|有关|的)*信息)"
    r"(?:的|类|政府信息公开|政府信息|信息|事项|渠道|系统|平台|共|书面|网上|线上|各类|来自"
    r"|信函|网络|当面|现场|传真|邮件|电子邮件|公民|个人|法人|群众|有效|、|和|或)*?"
    r"(?<!主动公开)申请(?!人|量大)(?:表|书|单|件|书面)?"
)
BY_APPLICATION = (
    r"(?:政[府务]信息)?依申请(?:公开)?(?:的|类)*(?:政府信息公开|政[府务]信息|公开信息|信息)?(?:公开)?(?:的)?(?:申请"
    r"|请求)?(?:表|件)?(?:(?:共计?|累计|总)*(?:受理|接收|新收|收件))?"
)
_BODY = (
    r"(?:街道|[镇乡]政府"
    r"|[\u4e00-\u9fff]{2,14}?(?:人民政府|办事处|街道|委员会|办公室|[局镇乡委厅办]))?"
)
RECEIVED = (
    r"(?:收到|新收|受理|接到|接收|接受|收办|收件|收悉|新增|收取|收)"
    r"(?:和|并|及|、|与|到)*(?:按[时期]|及时|依法)?(?:办理|处理|答复|办结|登记|受理)?"
)
_ANYTHING = (
    rf"{_WORD}{{0,34}}?(?:{APPLICATION}|{BY_APPLICATION}|申请公开{_WORD}{{0,8}}?信息(?:的申请)?"
    rf"|申请(?:政府|政务)?信息公开|(?:要求|请求|提出)公开{_WORD}{{0,8}}?信息)"
)
_DECIDED = (
    r"(?:办结|办理答复|办理完毕|办理完成|办毕|办复|予以答复|作出答复|完成答复|按期答复|按时答复|已答复"
    r"|答复|回复|处理完毕|完成办理)"
)


@dataclass(frozen=True)
class Wording:
    """A way to name a subject before its figure.

    Attributes:
        key: The subject.
        pattern: What the name is, its filling words included.
        topic: What the text must be speaking of; NONE for anything.
        loose: Whether the words may be meant otherwise.
        bare: Whether the words speak of something else among figures of something else.
        signs: Words of which the name has one; looked for first, since that is quick.
    """

    key: str
    pattern: re.Pattern[str]
    topic: Topic = Topic.REQUESTS
    loose: bool = False
    bare: bool = False
    signs: tuple[str, ...] = ("",)

    def match(self, name: str) -> re.Match[str] | None:
        """The name, if it is in these words."""
        for sign in self.signs:
            if sign in name:
                return self.pattern.search(name)
        return None


def _ends(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern}){TAIL}$")


def _is(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^{_HEAD}(?:{pattern}){TAIL}$")


_OVER = ("结转", "转结", "遗留")
_ON = ("转", "顺延", "延期", "跨年", "办理")
_CAME = ("收", "受理", "接", "新增")
_DONE = ("办", "复", "处理")
_WORKED = ("办理", "处理", "完成")
_ASKED = ("申请",)

FLOWS = (
    Wording(
        "requests.carried_in.total",
        _ends(
            rf"(?:上年度?|去年|上一年度?|往年|前一年度?){_WORD}{{0,6}}(?:结转|转结"
            rf"|遗留){_WORD}{{0,22}}"
            rf"|结转(?:自)?(?:上年度?|去年|上一年度?|往年){_WORD}{{0,16}}"
        ),
        Topic.NONE,
        signs=_OVER,
    ),
    Wording(
        "requests.carried_out.total",
        _ends(
            rf"(?:结转|转结|转入|顺延|延期|跨年|转)(?:到|至|入)?(?:下一?年度?|次年度?|明年"
            rf"|20\d\d年度?){_WORD}{{0,12}}"
            r"|(?:下一?年度?|次年度?)继续(?:办理|处理)"
            r"|跨年度?结转|本年度?结转(?:申请)?|尚在办理(?:中)?|正在办理(?:中)?"
        ),
        signs=_ON,
    ),
    Wording(
        "requests.new.total",
        _ends(
            rf"{RECEIVED}{_ANYTHING}(?:的?(?:办理|处理)(?:事项|业务|案件|件)|来信|来函|信函|信件)?"
        ),
        Topic.NONE,
        signs=_CAME,
    ),
    Wording(
        "requests.total.total",
        _ends(rf"{_DECIDED}(?:的|了|对)?{_ANYTHING}"),
        Topic.NONE,
        signs=_DONE,
    ),
    Wording(
        "requests.total.total",
        _ends(rf"(?:办理|处理|完成){_ANYTHING}(?:的?(?P<decided>答复|回复|办理))?"),
        Topic.NONE,
        loose=True,
        signs=_WORKED,
    ),
    Wording(
        "requests.total.total",
        _ends(rf"(?:{APPLICATION}|{BY_APPLICATION}){_WORD}{{0,4}}?{_DECIDED}"),
        Topic.NONE,
        signs=_DONE,
    ),
    Wording(
        "requests.total.total",
        _ends(rf"(?:{APPLICATION}|{BY_APPLICATION})的?(?:办理|处理)"),
        Topic.NONE,
        loose=True,
        signs=_WORKED,
    ),
    Wording(
        "requests.new.total",
        _is(rf"{_BODY}{APPLICATION}(?:的?(?:受理|接收|收件)(?=[总数件]?量|总?数))?"),
        Topic.NONE,
        signs=_ASKED,
    ),
    Wording(
        "requests.new.total", _is(rf"{_BODY}{BY_APPLICATION}"), Topic.NONE, bare=True, signs=_ASKED
    ),
    Wording(
        "requests.new.total",
        _ends(
            rf"{RECEIVED}(?:的|了|各类|有关|相关|各种|书面|网上|在线|线上|群众|公民|法人|社会"
            rf"|公众|此类|、|或|和|其他组织|提交|提出"
            r"|依法|正式)*申请(?:书|表)?"
        ),
        bare=True,
        signs=_CAME,
    ),
    Wording(
        "requests.new.total",
        _is(rf"(?:我[局镇乡县区市省州委办厅]|本机关|本单位)?{RECEIVED}"),
        bare=True,
        signs=_CAME,
    ),
    Wording(
        "requests.new.total",
        _is(r"申请公开(?:政[府务])?信息的?"),
        Topic.NONE,
        bare=True,
        signs=_ASKED,
    ),
    Wording(
        "requests.total.total",
        _is(rf"(?:申请的?)?(?:在{_WORD}{{2,8}}内)?{_DECIDED}(?:申请|申请人)?"),
        bare=True,
        signs=_DONE,
    ),
    Wording(
        "requests.new.total", _is(r"申请(?:总)?(?:数量|数|量|件数)|申请"), bare=True, signs=_ASKED
    ),
    Wording(
        "requests.total.total",
        _ends(r"已(?:依法|按期|按时|全部)*(?:处理|办理)"),
        bare=True,
        signs=_WORKED,
    ),
    Wording("requests.total.total", _is(r"办理|处理"), loose=True, bare=True, signs=_WORKED),
)
"""What came in, what was decided, what is left; narrower wordings first."""

_REASONS = (
    rf"(?:{_WORD}{{1,24}}等(?:原因|情形|情况|因素|理由)?而?"
    rf"|(?:因|由于)(?!{_WORD}{{0,8}}不掌握){_WORD}{{1,14}}?而?)?"
)
_DECISIONS = {
    "granted+granted_in_part": r"予以公开(?:、|和|及|或|以及)(?:予以)?部分公开",
    "granted": r"(?:予以|同意|全部|准予|给予|决定予以)公开|公开(?=答复|决定)",
    "granted_in_part": r"(?:予以|同意|决定)?部分(?:予以|同意)?公开",
    "refused": rf"{_REASONS}(?:依法)?(?:决定)?(?:不予|不同意|免予|免于)公开",
    "unavailable": rf"{_REASONS}(?:无法|不能)提供",
    "unavailable_not_held": (
        r"(?:本机关|本单位|本级政府|[我本][局镇乡县区市省州委办厅街]道?)?不掌握(?:相关|该"
        r"|有关)?(?:政府)?(?:信息)?(?:而|,)?(?:无法提供)?"
    ),
    "unavailable_must_create": (
        r"(?:需要?加工、?分析、?)?没有现成信息(?:、)?(?:需要?)?(?:另行制作)?|需要?另行制作"
    ),
    "unavailable_unclear": r"(?:补正后)?(?:申请)?内容(?:仍)?不明确?|补正后仍不明确",
    "declined": rf"{_REASONS}不予处理",
    "declined_petition": r"信访、?举报、?投诉类?",
    "declined_repeat": r"重复(?:提交|提出)?申请",
    "declined_publication": r"(?:要求)?(?:提供)?公开出版物",
    "declined_excessive": r"(?:无正当理由)?大量反复申请",
    "declined_reconfirm": r"(?:要求)?(?:行政机关)?(?:确认或)?重新出具(?:已获取信息)?",
    "refused_state_secret": r"国家秘密",
    "refused_by_law": r"其[他它]法律、?行政法规禁止公开",
    "refused_security": r"危及[“\"]?三安全一稳定[”\"]?",
    "refused_third_party": r"保护第三方合法权益|第三方合法权益|侵害第三方合法权益",
    "refused_internal": r"(?:政府|机关|行政机关)?(?:三类)?内部事务(?:性)?信息",
    "refused_process": r"(?:四类)?过程性+信息",
    "refused_case_file": r"行政执法案卷(?:信息)?",
    "refused_enquiry": r"行政查询事项",
    "other": r"(?:作|按|做)?其[他它]处理",
    "other_not_corrected": r"(?:申请人)?(?:无正当理由)?逾期[不未](?:作|予)?补正.*",
    "other_fee_unpaid": r"(?:申请人)?逾期未(?:按.*)?缴纳?费用?.*",
}
_SIGNS = {
    "granted_in_part": "部分",
    "unavailable": "提供",
    "unavailable_not_held": "不掌握",
    "unavailable_must_create": "现成信息|另行制作",
    "unavailable_unclear": "不明",
    "declined": "不予处理",
    "declined_petition": "信访",
    "declined_repeat": "重复",
    "declined_publication": "出版物",
    "declined_excessive": "反复申请",
    "declined_reconfirm": "重新出具",
    "refused_state_secret": "秘密",
    "refused_by_law": "法规",
    "refused_security": "危及",
    "refused_third_party": "第三方",
    "refused_internal": "内部事务",
    "refused_process": "过程性",
    "refused_case_file": "案卷",
    "refused_enquiry": "查询",
    "other": "处理",
    "other_not_corrected": "逾期",
    "other_fee_unpaid": "逾期",
}
_DECISION_OF = {
    "refused_": "(?:不予|不同意|免予|免于)公开",
    "unavailable_": "(?:无法|不能|未予|不予)提供",
    "declined_": "不予处理",
}
"""What a reason leads to, by the beginning of the reason's key."""

_OF = rf"(?:{APPLICATION}|{BY_APPLICATION})(?:中|的|结果|作出|决定|办理)*"
_TO_THEM = rf"(?:在{_WORD}{{1,8}}内)?向申请人"
_RESULT_TAIL = r"(?:的|政府信息公开|政府信息|信息公开|答复|决定|处理|申请|类)*"

_APPLICANTS = {
    "organisations": (
        r"(?:公司、)?(?:法人(?:或者?|和|及|、|与)?(?:其[他它])?组织|法人|单位|组织|企事业单位)"
    ),
    "natural_person": r"自然人|公民个人|公民|个人",
    "business": r"(?:商业)?企业",
    "research": r"科研机构",
    "welfare": r"社会公益组织",
    "legal_service": r"法律服务机构",
    "other_org": r"其[他它]组织",
}
_APPLIED = (
    r"(?:名义|政府信息|提出|提交|申请|政[府务]信息公开|信息公开|依申请公开|公开政[府务]信息|政[府务]公开信息"
    r"|政[府务]公开|的|类|方面)*"
)

CHANNEL_WORDS = {
    "in_person": r"当面|当场|现场|窗口|上门|到场|直接(?:送达)?",
    "by_letter": r"信函|来信|邮寄|邮递|信件|邮政(?:寄送|快递)?|EMS|挂号信|快递|来函|书信|寄送",
    "online": (
        r"网络(?:平台|系统|在线)?|网上(?:平台|系统)?|官?网站?|在线(?:平台|系统)?|互联网|线上"
        r"|门户网站|政府网站|网页|官方网站|一网通办|政务服务网"
    ),
    "by_email": r"电子邮件|电子邮箱|邮箱|邮件",
    "by_fax": r"传真",
}
"""How applications come, by the channel's key."""

_BY = (
    rf"(?:向{_WORD}{{2,12}}?)?"
    rf"(?:以|采取|采用|利用|来自|由|(?:通过|经由?|登录)(?:{_WORD}{{1,10}}?)?)?"
)
WAY = (
    r"(?:方式|形式|渠道|途径|平台|系统|依申请公开|政府信息公开|信息公开|公开(?=申请)|提出|提交|提起"
    r"|申请[表件]?|纸质版?|请求|收到|受理|接收|递交|的|类)*"
)


_KIND_OF_WAY = (
    r"(?:主要|从|按)*(?:提交|提出|申请|受理)?(?:方式|渠道|途径|形式)"
    r"(?:上?看|分|为|是|主要|有|包括|,)*"
)


def _reasoned() -> Iterator[tuple[str, str]]:
    """The one reason for a decision before that decision: 因属于国家秘密不予公开."""
    for row, words in _DECISIONS.items():
        for start, decision in _DECISION_OF.items():
            if row.startswith(start):
                joined = r"(?:类|政府|信息|申请|情形|的|而|,)*(?:依法)?(?:决定|作出)?"
                yield row, rf"(?:{words}){joined}{decision}"


def _results() -> Iterator[Wording]:
    for row, words in _reasoned():
        yield Wording(f"requests.{row}.total", _is(rf"(?:{_OF})?{words}{_RESULT_TAIL}"))
    for row, words in _DECISIONS.items():
        pattern = _is(rf"(?:{_OF}|{_TO_THEM}|另?处理)?(?:{words}){_RESULT_TAIL}")
        signs = tuple(_SIGNS.get(row, "公开").split("|"))
        yield Wording(f"requests.{row}.total", pattern, signs=signs)


def _applicants() -> Iterator[Wording]:
    for column, words in _APPLICANTS.items():
        pattern = rf"(?:来自|由|以|{RECEIVED})?(?:{words}){_APPLIED}"
        yield Wording(f"requests.new.{column}", _is(pattern))


def _channels() -> Iterator[Wording]:
    for channel, words in CHANNEL_WORDS.items():
        platform = "(?:政府)?(?:信息公开)?平台(?=依?申请|提[交出])"
        named = rf"{words}|{platform}" if channel == "online" else words
        pattern = _is(rf"(?:{_KIND_OF_WAY})?{_BY}(?:{named}|、)+{WAY}")
        yield Wording(f"requests.new.{channel}", pattern)


def _behind() -> Iterator[tuple[str, re.Pattern[str]]]:
    for words in (_APPLICANTS, CHANNEL_WORDS):
        for column, names in words.items():
            yield (
                f"requests.new.{column}",
                re.compile(
                    rf"(?P<said>(?:均|已)?(?:为|是|系|属于?|由|来自|通过|以|采[用取]|经))?(?:{names}){WAY}$"
                ),
            )


def _results_behind() -> Iterator[tuple[str, re.Pattern[str]]]:
    for row, words in _reasoned():
        yield f"requests.{row}.total", re.compile(rf"{_FOUND}{words}")
    for row, words in _DECISIONS.items():
        yield f"requests.{row}.total", re.compile(rf"{_FOUND}(?:{words})")


_FOUND = (
    r"(?:申请)?的?(?:(?:办理|处理|答复)?结果|类型)?"
    r"(?:均|已|依法|全部|决定|为|是|属于?|涉及|因|由于|[“\"])*"
)
RESULTS_BEHIND = tuple(_results_behind())
"""Results named behind their figure: 3件予以公开, 8件办理结果为本机关不掌握."""

BEHIND = tuple(_behind())
"""Applicants and channels named behind their figure: 其中1件为当面申请."""

RESULTS = tuple(_results())
APPLICANTS = tuple(_applicants())
CHANNELS = tuple(_channels())
