"""Figures of applications, by the words before them: received, carried over, decided, how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reviewer.claims.frames import framed, is_again
from reviewer.claims.leading import Opened
from reviewer.claims.setting import Named, Setting
from reviewer.claims.thereof import by_whom, is_result
from reviewer.claims.topics import Topic
from reviewer.claims.wordings.applicants import APPLICANT_WORDS
from reviewer.claims.wordings.application import APPLICATION, OURSELVES, RECEIVED
from reviewer.claims.wordings.flows import FLOWS
from reviewer.claims.wordings.results import NOT_THERE, RESULTS, decided_as
from reviewer.claims.wordings.wording import MOVES, TAIL, WORD, Wording

_NOT_ALL = re.compile(
    r"涉及|关于(?!.{0,4}(?:政府)?信息公开)|(?:反映|围绕|针对|超期|逾期|延期(?![至到])|疑难|复杂|重大)|撤回|撤销|经补正"
)
"""Words that narrow a figure to some of the applications."""

_NO_APPLICATION = re.compile(
    r"(?:不|未|非)(?:作为|按照?|视为|属于?)(?:依申请|(?:政府)?信息公开申请)"
)
"""What was asked for but is not treated as an application."""

_PETITION = re.compile(r"(?:信访|举报|投诉)[类等]*申请不(?:作为|按照?|视为)")
_DESCRIBED = re.compile(
    rf"(?:收到|受理|新收|接到){WORD}{{0,6}}(?:(?:涉及|关于|围绕|反映){WORD}{{1,30}}等{WORD}{{0,6}}的?"
    rf"|关于{WORD}{{1,30}}的){APPLICATION}{TAIL}$"
)
"""Applications with what they were about: all of them, or only some."""

_FROM_SOME = re.compile(
    rf"{WORD}{{0,12}}?{RECEIVED}(?:了|的)*"
    r"(?:(?:(?P<natural_person>自然人)|(?P<organisations>法人(?:(?:或者?|和|及|、|与)?其[他它]组织)?))"
    r"(?:提出|提交|的)*(?:政府信息公开|信息公开)?|(?P<citizens>公民个人|公民|个人))"
    rf"(?:申请|依申请公开的?(?:政府信息|信息|申请|事项|件)*){TAIL}"
)
"""Received from some kind of applicants alone."""

_WHO = "|".join(f"(?P<{who}>{words})" for who, words in APPLICANT_WORDS.items())
_SETTLED_OF = re.compile(
    rf"(?:已|全部)*(?P<settled>(?:办结|答复)的)?(?:{_WHO})(?:提出的)?(?:政府信息公开)?申请"
    rf"(?(settled)|(?:已|共|均|按期|全部)*(?:办结|答复)){TAIL}"
)
"""Decided of what one kind of applicants asked for."""

_CARRIED_BY_YEAR = re.compile(
    rf"(?P<from>20\d\d)年度?(?:(?:结转|转结|遗留|未办[结完毕]|未办理完)(?:(?:至|到|入)?(?:本年度?|今年|20\d\d年度?)(?:的|继续|办理|处理|答复)*)?"
    r"|(?:转|顺延|延续)(?:至|到|入)(?:本年度?|今年)(?:的|继续|办理|处理|答复)*)"
    rf"(?:而来|过来|来|的|政府信息公开|依申请公开|申请|办理)*{TAIL}$"
    rf"|结转(?:至|到|入)?(?P<to>20\d\d)年度?(?:的|继续|办理|答复|申请)*{TAIL}$"
)
_LEFT = re.compile(r"转|遗留|未办|[顺延]延|延续")
_NOTHING_ELSE = re.compile(
    rf"(?!.*(?:复议|诉讼))(?:$|、|之?[中里](?!$)|(?:的|有效|书面)?申请|依申请|政府信息|均|已|并|全部|都|按|{MOVES}(?:至|到))"
)
_BOTH_YEARS = re.compile(
    r"(?:新收|收到|受理|接收)[^,;:]{0,14}?(?:[和及、与加]|以及|连同)[^,;:]{0,4}(?:上一?年|去年|20\d\d年)度?[^,;:]{0,6}结转"
)
"""What came and what was carried over, counted together."""

_BOTH_YEARS_AHEAD = re.compile(r"(?:新收|收到|受理)[^,;:\d]{0,8}(?:上一?年|去年)度?结转")
"""Ahead of the parts of what came and was carried over: 新收和上年结转共75件，其中…."""

_ACCEPTED = re.compile(rf"(?:实际|正式|其中|最终|予以|共|已)*受理{TAIL}")
"""Behind the number of those that came, how many of them were taken on."""

_NOT_DECIDED = re.compile(r"[未没无拟](?!法提供)|尚|决算|预算|目录|属性|网站|栏")
"""Words that are not said of a decision on an application: 拟予以公开, 未予以公开."""

_SINCE = 2019
"""The first year whose form has a row of what is not held."""

_NOT_HELD_BESIDE = re.compile(r"[,、;](?:[我本][^,;、。\d]{1,4})?不掌握")
"""Behind a number of what does not exist, the rest of its row: 、本机关不掌握2件."""

_NEW = "requests.new.total"
_DECIDED = "requests.total.total"
_TOTALS = ((_NEW,), (_DECIDED,))
_OF_IT_CARRIED = re.compile(rf"(?:其中|含|包括|包含|有)*结转(?:的|申请|件)*{TAIL}")
"""How many of those that came, or were decided, were carried over: 受理12件（含结转1件）."""

_ADDED = re.compile(rf"(?:加上|连同)结转(?:的|申请|件)*{TAIL}")
_SOMEBODY = re.compile(
    rf"(?:其中)?[\u4e00-\u9fff]{{1,14}}?(?:收到|受理|新收|接收)(?:政府信息公开|的)*(?:申请)?{TAIL}"
)
_SOMEBODY_DID = re.compile(
    rf"(?:其中)?[\u4e00-\u9fff]{{2,14}}?(?:办理|办结|答复)(?:政府信息公开|的)*(?:申请)?{TAIL}"
)
_LEVEL = re.compile(
    r"(?:其中)?(?:[市县区州省](?:本级|直属?|级|政府)(?:各|组成|工作)*(?:部门|机关|单位)?|各[市县区]|各?(?:区县|县区|县市区|乡镇|镇街|[乡镇]、?街道|街道))"
)
"""A level of government, named alone as one of those that received applications."""

_ORGAN = re.compile(
    r"(?:其中)?(?![^村居]{0,4}[村居])(?!涉及|关于|反映|转)[\u4e00-\u9fff]{2,12}"
    r"(?:局|办公室|委员会|管委会|街道办事处|街道|镇|乡|委|办)"
)
"""A body, named alone as one of those that received applications: 其中县财政局3件."""

_OURS = re.compile(rf"(?:其中,?)?{OURSELVES}(?:收到|受理|新收|接收)?{TAIL}")
"""The body itself, named as one of those that received applications: 其中我局3件."""

_LEVEL_TOOK = re.compile(
    rf"(?:{_LEVEL.pattern}|各?[县市区])(?:共|累计|新)*(?:收到|受理|新收|接收)(?:政府信息公开)?(?:申请)?{TAIL}"
)
_OTHERS = 3
"""How many figures before one show what it is: 其他 behind results, 受理3件 of one of several."""

_OTHERS_BEHIND = re.compile(r"(?:部分|不予|不)公开(?:答复)?\d")
_GIVEN_BEHIND = re.compile(
    r"(?:政府信息公开|信息公开)?申请,?[^,;。()\d不]{0,14}(?:(?:予以|同意|部分|全部)公开|征[求询得])"
)
_AGREES = r"不?同意(?:全部|部分)?(?:公开)?"
_OPINION = re.compile(
    rf"(?<!因)(?:第三方|权利人)[^;:。()\d]{{0,12}}?{_AGREES}(?:的|有|共|了|为|答复)*"
    rf"(?:\d+[件宗起份条][、,和及]*(?:另有|其中|均)?{_AGREES}(?:的|有|共|了|为|答复)*)*$"
)
"""What third parties who were asked agree to, which decides nothing yet (条例第三十二条)."""

_TURNED_DOWN = ("requests.unavailable", "requests.declined")
_CLOSED = ("requests.refused", *_TURNED_DOWN)
_SHORT_TAIL = "(?:的|有|共|为|类|数量?|申请|答复|结果|决定)*"
_SHORTLY_OPEN = re.compile(
    rf"(?:其中)?(?:依法|决定|全部|准予|给予|已主动|已经主动|已|向社会|向申请人)*公开{_SHORT_TAIL}"
)
_SHORTLY_CLOSED = re.compile(rf"(?:其中)?(?:依法|决定)*不公开{_SHORT_TAIL}")
_SHORTLY_OTHER = re.compile(
    rf"(?:其中|作|按|属于)*其[他它](?:情形|情况|类型|类别|方式|类)?(?:处理)?{_SHORT_TAIL}"
)


def application(name: str, setting: Setting) -> Iterator[Named]:
    """What a figure of applications may be of, by the words before it."""
    if _NO_APPLICATION.search(name):
        if setting.follows("requests") and _PETITION.search(name):
            yield Named(("requests.declined_petition.total",), loose=True)
    elif not (_BOTH_YEARS.search(name) or _OPINION.search(setting.ahead)):
        for named_by in _WAYS:
            yield from named_by(name, setting)


def not_there(words: str, setting: Setting) -> Iterator[Named]:
    """What was not found, by the words before its figure or behind it."""
    form = setting.year is not None and setting.year >= _SINCE
    listed = setting.follows("requests") or bool(_NOT_HELD_BESIDE.match(setting.further))
    if form and listed and NOT_THERE.fullmatch(words):
        yield Named(("requests.unavailable_not_held.total",), loose=True)


def _described(name: str, setting: Setting) -> Iterator[Named]:
    """Applications of one kind, described before any were counted."""
    if _is_partial(name) and _NEW not in setting.before and _DESCRIBED.search(name):
        yield Named((_NEW,), loose=True)


def _decided_as(name: str, setting: Setting) -> Iterator[Named]:
    """How some of the applications counted before were decided: 经审查予以公开2件."""
    if not setting.follows("requests") or setting.interrupted or setting.apart:
        return
    found = None if _NOT_DECIDED.search(name) else decided_as(name)
    if found and (found[1] or not _NOT_ALL.search(name)):
        yield Named((f"requests.{found[0]}.total",))


def _worded(name: str, setting: Setting) -> Iterator[Named]:
    """What the known phrases at a name's end say; bare ones only where nothing else is meant."""
    wordings = (_NARROW if _is_partial(name) else _ALL)[setting.topic]
    other = _is_other(name, setting)
    for wording in wordings:
        match = wording.match(name)
        if match is None or _is_of_others(wording.key, name, setting):
            continue
        if _NEW in setting.before and match.groupdict().get("public"):
            continue
        if wording.key == _NEW and is_again(name, setting):
            continue
        if not (wording.bare and other):
            loose = wording.loose and not match.groupdict().get("decided")
            yield Named((wording.key,), loose)


def _from_some(name: str, setting: Setting) -> Iterator[Named]:
    """What one kind of applicants asked for; 公民 alone may be said of whoever applied."""
    if setting.topic is not Topic.REQUESTS:
        return
    if settled := _SETTLED_OF.fullmatch(name):
        yield Named((f"requests.total.{settled.lastgroup}",))
    match = _FROM_SOME.fullmatch(name)
    if match is None:
        return
    if match["citizens"]:
        others = "法人" in setting.further or "requests.new.organisations" in setting.before
        yield Named(("requests.new.natural_person", _NEW), loose=not others)
    else:
        yield Named((f"requests.new.{match.lastgroup}",))


def _is_settled(subject: str) -> bool:
    """Whether a subject is of applications that were decided, or how."""
    return subject.startswith("requests.total.") or is_result(subject)


def _of_somebody(name: str, setting: Setting) -> Iterator[Named]:
    """How many of the total before one of several received: 其中县直部门收到12件、乡镇收到3件."""
    receives = setting.part or setting.thereof
    ours = receives and _OURS.fullmatch(name)
    if ours and setting.before[-1:] == (_NEW,):
        yield Named((_NEW,), loose=True)
    alone = receives and (_LEVEL.fullmatch(name) or _ORGAN.fullmatch(name))
    if setting.topic is Topic.REQUESTS and _LEVEL_TOOK.fullmatch(name):
        yield Named((_NEW,), of_a_part=True)
    if _DECIDED in setting.before[-_OTHERS:] and _SOMEBODY_DID.fullmatch(name):
        yield Named((_DECIDED,), of_a_part=True)
    if _NEW in setting.before[-_OTHERS:] and (alone or _SOMEBODY.fullmatch(name)):
        yield Named((_NEW,), of_a_part=True)


def _listed(name: str, setting: Setting) -> Iterator[Named]:
    """Results that a list names in short: 公开9件，部分公开1件，不公开2件，其他0件."""
    follows = setting.follows("requests") or setting.opened is Opened.RESULTS
    if not follows or setting.interrupted:
        return
    last = setting.before[-1] if setting.before else ""
    if _SHORTLY_CLOSED.fullmatch(name):
        yield Named(("requests.refused.total",))
    if _SHORTLY_OPEN.fullmatch(name) and (
        "公开答复" not in name or _OTHERS_BEHIND.search(setting.further)
    ):
        yield Named(("requests.granted.total",), loose="已公开" in name)
    if _SHORTLY_OTHER.fullmatch(name) and any(
        one.startswith(_CLOSED) for one in setting.before[-_OTHERS:]
    ):
        yield Named(("requests.other.total",), loose=not last.startswith(_TURNED_DOWN))


def _carried(name: str, setting: Setting) -> Iterator[Named]:
    """What a named year carried over: last year's came in, this year's goes out."""
    match = _CARRIED_BY_YEAR.search(name) if _LEFT.search(name) else None
    if match and setting.year is not None and setting.topic is Topic.REQUESTS:
        first = int(match["from"]) if match["from"] else int(match["to"]) - 1
        row = "carried_in" if first < setting.year else "carried_out"
        yield Named((f"requests.{row}.total",))


def _left_over(name: str, setting: Setting) -> Iterator[Named]:
    """What was carried over of a total told before: in from last year, or out to the next."""
    part = setting.part or (setting.thereof and bool(_BOTH_YEARS_AHEAD.search(setting.ahead)))
    if setting.before[-1:] == (_NEW,) and _ADDED.fullmatch(name):
        yield Named(("requests.carried_in.total",))
    if part and setting.before[-1:] in _TOTALS and _OF_IT_CARRIED.fullmatch(name):
        yield Named(("requests.carried_in.total",), loose=True)
    settled = setting.before and _is_settled(setting.before[-1])
    if name == "结转" and settled and setting.topic is not Topic.OTHER:
        yield Named(("requests.carried_out.total",), loose=True)


def _by_whom(name: str, setting: Setting) -> Iterator[Named]:
    """Who applied, among applications told of before."""
    if setting.topic is Topic.REQUESTS and setting.follows("requests"):
        yield from by_whom(name, setting)


def _framed(name: str, setting: Setting) -> Iterator[Named]:
    """What the order of the words says where no phrase fits."""
    if not _is_partial(name):
        yield from framed(name, setting, bare=not _is_other(name, setting))


def _is_of_others(key: str, name: str, setting: Setting) -> bool:
    """Whether a name is that of the words before it, or of proceedings carried over.

    行政复议9件（含上年结转1件） speaks of no application; a comma parts a result from its figure.
    What applications were about may be given all the same: 涉及国家秘密的3件申请予以公开.
    """
    if is_result(key) and (setting.apart or _GIVEN_BEHIND.match(setting.further)):
        return True
    disputes = setting.follows("disputes") or bool(setting.kinds)
    return "carried" in key and disputes and "申请" not in name


def _is_partial(name: str) -> bool:
    """Whether a name speaks of some applications only."""
    return bool(_NOT_ALL.search(name))


def _is_other(name: str, setting: Setting) -> bool:
    """Whether words that do not name applications may be about something else."""
    if _NEW in setting.before and not setting.other_year and _ACCEPTED.fullmatch(name):
        return True
    return setting.interrupted or not _NOTHING_ELSE.match(setting.behind)


def _by_topic(wordings: Sequence[Wording]) -> dict[Topic, tuple[Wording, ...]]:
    return {
        topic: tuple(one for one in wordings if one.topic in {Topic.NONE, topic}) for topic in Topic
    }


_ALL = _by_topic((*FLOWS, *RESULTS))
_NARROW = _by_topic(RESULTS)

_WAYS: tuple[Callable[[str, Setting], Iterator[Named]], ...] = (
    _carried,
    _from_some,
    _described,
    _decided_as,
    not_there,
    _worded,
    _listed,
    _of_somebody,
    _left_over,
    _by_whom,
    _framed,
)
"""The ways in which words name applications, asked in this order."""
