"""Applications that are named behind their unit: 收到15件政府信息公开申请, 1件结转下年度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.applications import not_there
from reviewer.claims.setting import Named, Setting
from reviewer.claims.subjects import APPLICANTS, CHANNELS
from reviewer.claims.thereof import is_by_a_way, is_result
from reviewer.claims.topics import Topic
from reviewer.claims.wordings.channels import BEHIND
from reviewer.claims.wordings.results import RESULTS_BEHIND, reason_in
from reviewer.claims.wordings.roles import roles_of

_APPLICATION_BEHIND = re.compile(
    r"(?:的|公民|公众|提[出交]|法人|自然人|有效|书面|网上|群众|线上|、|或|和|其他组织|关于|有关"
    r"|(?:通过|以|采用).{1,24}?(?:提交|提出|递交)的)*+"
    r"(?:依申请|(?:政府|政务|公开)?信息(?:的)?(?:依申请)?公开(?:的|类)*申请|申请公开|公开(?:政府)?信息的?申请"
    r"|(?:政府|政务)?信息依申请公开|(?:要求|请求)公开|公开申请|申请(?!人))"
)
_RECEIVED_BEFORE = re.compile(
    r"(?:收到|新收|受理|接到|接收|收办|收件|接受)(?:了|的|共|共计|以来)*"
    r"(?:[并和](?:按[时期]|及时|依法|全部)?(?:办理|办结|答复|处理))?(?:了|的|共|共计)*$"
)
_NEXT_KIND = re.compile(r"[^,;:。()\d]{2,16}申请(?:件)?(?:[、,和及]|以及)\d+[件宗起份条]")
_NEW_ONES = re.compile("(?:本年度?|今年|全年|当年)?新收的?")
_WORKED_BEFORE = re.compile(r"(?:办理|处理)(?:了|的)*$")
_DECIDED_BEFORE = re.compile(r"(?:办结|答复|办理完毕|回复)(?:了|的|共|共计)*$")
_DECIDED_OF_WHICH = re.compile(r"(?:在|对)?(?:已经?|全部)?(?:办结|答复|办理完毕|处理完毕)的")
_STOP = re.compile(r"[,;:。()]")
_AMONG = frozenset({"中", "里", "申请中", "申请里"})
_PARTS = frozenset(
    {"", "中", "中有", "申请中", "申请中有", "除", "含", "其中", "其中含", "包括", "包含"}
)
"""What may stand ahead of a number whose name follows it."""

_BUT = re.compile(r".*申请(?:件|事项)?(?:中|里)?除")
"""What introduces an exception from all applications, as 除 itself does."""

_THERE_ARE = re.compile(
    r"(?:其中|以上|上述|全年|本年度?|今年|20\d\d年度?|[我本全](?:[市县区省州镇乡局]|街道)|本机关|本单位|共计?|总共|一共"
    r"|有|在|对于?|针对|收到|受理|所有|全部|的)*"
)
_ALL_BEHIND = re.compile(
    r"(?:新收|收到|受理)?的?(?:有效|书面)?(?:(?:政府|政务)?信息(?:依申请)?公开的?申请|依申请公开(?:申请|事项|信息|件)?|申请公开事项|申请(?=[中里内]|$))"
    r"(?:事项|件)?(?:当?中|里|内)?"
)
"""Words behind a number that is all of the applications: 在全市1256件申请中."""

_ANSWERS = frozenset({"答复中", "答复里"})
"""Words behind a number that is all of the answers: 54件答复中，无法提供9件."""

_NEXT = re.compile(r"有?\d")
_DEALT_WITH = re.compile("对于?(?:因|涉及|属于?)*(?P<what>[^,;:()]{2,30}?)的?")
_TURNED_DOWN = re.compile(
    "(?:政府信息公开|信息公开)?申请(?:事项)?,?(?:均|已|依法|依规|决定|按规定|作出|作|书面|予以)*"
    "(?:(?P<how>不予公开|无法提供|不予处理)|告知)"
)
_ROWS_OF = {"不予公开": "refused_", "无法提供": "unavailable_", "不予处理": "declined_"}

_RESULT = re.compile(
    r"(?:其中)?(?:(?:处理|办理|答复)?结果|申请(?:人|主体|者)|(?:申请)?中有?|已(?:办理|办结|答复)的)?"
)
"""What may stand ahead of a number of some applications: 处理结果4件为不予公开."""

_LED_BY = re.compile(
    f"{_RECEIVED_BEFORE.pattern}|{_DECIDED_BEFORE.pattern}|{_WORKED_BEFORE.pattern}"
)
_CARRIED_BEHIND = re.compile(
    r"(?:申请|政府信息公开申请|依申请公开|待|将|需|因)?[^,;:。]{0,14}?(?:结转|转结|转入?|顺延|延期|延续?|留)(?:到|至|入|待)?(?:下一?年|次年|明年|20\d\d年)"
    r"|结转(?:办理|处理)?(?:以|之)?外"
    r"|(?:申请)?(?:目前|截至年底|现|尚|仍|还|正|均|需|处于)*"
    r"(?:未(?:办结|答复|办理完毕|到(?:法定|规定)?(?:的)?(?:答复|办理)?(?:期限?|时限))|跨年|在办(?!结|毕|复|理完|理答)|办理(?:过程|之)?中"
    r"|在(?:法定|规定)?(?:的)?(?:答复|办理)期限?内(?!办结|答复|办理)"
    r"|在(?:法定|规定)的?[期时]限内(?:正在|尚在|继续|待)(?:办理|处理)|(?:待|留待)(?:下一?年|明年|次年)?(?:继续)?办理|(?:继续|延续)办理)"
)
_NEXT_YEAR = re.compile(r"下一?年|次年|明年|转(?:到|至|入)20\d\d年")
_MERE = re.compile("[ls]*")
"""Words that name no subject: 截至年底尚有, 目前仍有."""

_OVER = re.compile(r"(?:跨年)?结转|转结|顺延")
_TO_NEXT_YEAR = re.compile(r"(?:申请)?(?:到|至|入)(?:下一?年|次年|明年)")
_REST = re.compile(
    r"(?:截[至止])?(?:到|20\d\d年)?(?:目前|年[底末]|12月(?:31日|底))?[尚仍还]?"
    r"(?:其?余|剩余|余下|剩下|尚余|另外?|还|其[他它]|未(?:到期|办结))(?:有|的)*"
)
_LEFT = re.compile(f"(?:{_OVER.pattern}|{_REST.pattern})")
_CARRIED_IN_BEHIND = re.compile(
    r"(?:为|系|是)?(?:上一?年度?|去年|(?P<from>20\d\d)年度?)(?:结转|转结)(?!(?:至|到|入)?(?:下|次|20))"
)
_DECIDED_BEHIND = re.compile(
    r"(?:(?:均|已|都|全部|按|依法|依规|在|严格|及时|规范|予以|作出|完成)[^,;。未不没超逾]{0,26}?)?"
    r"(?:办结|办理(?:完毕|答复|回复)|处理(?:完毕|答复)|答复|回复)(?:完毕|完成|处理|申请人)?$"
)
_ALL_DECIDED = re.compile(
    r"申请(?:事项|件)?(?:均|已|全部|都|按[时期]|依法|在[^,;。]{2,8}内)*(?:答复|办结|办理|处理)(?:完毕|完成|到位)?$"
)
"""Words behind a number that opens its sentence: 98件申请全部答复完毕."""

_NEW = "requests.new.total"
_DECIDED = "requests.total.total"
_CARRIED_IN = "requests.carried_in.total"
_EACH = re.compile(r"全部|均|都")
"""Said of new applications, beside others carried over: 新收24件（24件全部答复）."""

_MADE_PUBLIC = re.compile(r"(?:均|依法|决定)*已(?:经|依法|予以)*公开$")
_NOT_PUBLIC = re.compile(r"(?:依法|决定|均)*不公开")
_OPENED = frozenset({"requests.granted.total", "requests.granted_in_part.total"})
"""Results behind which the next one may be named in short: 3件予以公开，1件不公开."""

_DECIDED_OF_BEHIND = re.compile(
    r"(?:政府|政务)?信息的?(?:依申请)?公开申请(?:均|已|按期|按时|依法|依规|全部|作出|予以|进行了?)*(?:答复|办结|回复)(?:处理)?$"
)
"""Words behind a number that 对 leads to: 对49份政府信息公开申请依法作出答复."""


def named_behind(own: str, setting: Setting) -> Iterator[Named]:
    """What a figure of applications may be of, by the words behind its unit.

    Args:
        own: The words of its own clause that stand before it.
        setting: Where it stands.
    """
    own = "除" if _BUT.fullmatch(own) else own
    first = not own and setting.heads and setting.topic is Topic.REQUESTS
    if first and _ALL_DECIDED.match(setting.behind):
        yield Named((_DECIDED,))
    part = setting.part or (not own and setting.follows("requests"))
    if _DECIDED_OF_WHICH.fullmatch(own) and setting.behind in _AMONG:
        yield Named((_DECIDED,))
    if dealt := _DEALT_WITH.fullmatch(own):
        yield from _dealt_with(dealt["what"], setting)
    behind = _NEXT.split(setting.behind, maxsplit=1)[0]
    if not part and _THERE_ARE.fullmatch(own):
        if _ALL_BEHIND.fullmatch(behind):
            yield from _all_behind(own, setting)
        if behind in _ANSWERS and setting.topic is Topic.REQUESTS:
            yield Named((_DECIDED,))
    if (
        own in _PARTS
        or _RESULT.fullmatch(own)
        or setting.dealt
        or _LED_BY.search(own)
        or _LEFT.fullmatch(own)
        or _MERE.fullmatch(roles_of(own))
    ):
        yield from _application_behind(own, setting)


def _dealt_with(what: str, setting: Setting) -> Iterator[Named]:
    """Applications named by why they were turned down: 对涉及国家秘密的3件申请，不予公开."""
    said = _TURNED_DOWN.match(setting.further)
    row = reason_in(what) if said else ""
    if not (said and row):
        return
    of_it = row.startswith(_ROWS_OF[said["how"]]) if said["how"] else None
    if of_it or (of_it is None and setting.topic is Topic.REQUESTS):
        yield Named((f"requests.{row}.total",), loose=True)


def _all_behind(own: str, setting: Setting) -> Iterator[Named]:
    """All applications that came: 共有16件政府信息公开申请."""
    plain = setting.behind.startswith("申请")
    if setting.behind == "申请" and (own or not setting.heads or _NEW in setting.before):
        return
    if not plain or setting.topic is Topic.REQUESTS:
        yield Named(("requests.new.total",), loose="收到" not in own and "受理" not in own)


def _application_behind(own: str, setting: Setting) -> Iterator[Named]:
    """Applications named behind their unit: 收到15件政府信息公开申请, 1件结转下年度."""
    yield from _received_behind(own, setting)
    yield from _decided_behind(own, setting)
    yield from _onward_behind(own, setting)
    follows = setting.follows("requests")
    if follows and setting.topic is not Topic.OTHER and _LEFT.fullmatch(own):
        yield from _rest_behind(own, setting.behind)
    elif _RESULT.fullmatch(own) and (setting.topic is Topic.REQUESTS or is_by_a_way(setting)):
        said = setting.behind or (_clause_behind(setting) if setting.dealt else "")
        yield from _part_behind(said, setting, follows=follows)


def _received_behind(own: str, setting: Setting) -> Iterator[Named]:
    """Applications that came, or a kind of them: 收到15件政府信息公开申请, 8件自然人申请."""
    behind = setting.behind
    if setting.topic is Topic.REQUESTS and (not own or _RECEIVED_BEFORE.search(own)):
        for key, pattern in BEHIND:
            if pattern.match(behind.partition("、")[0].removesuffix("中")) and _is_of_kinds(
                setting
            ):
                yield Named((key,))
    if _NEW_ONES.fullmatch(own) and behind in _AMONG and setting.topic is Topic.REQUESTS:
        yield Named((_NEW,))
    if not _RECEIVED_BEFORE.search(own):
        return
    if _APPLICATION_BEHIND.match(behind):
        plain = behind.startswith(("申请", "的申请"))
        if not plain or setting.topic is Topic.REQUESTS:
            yield Named(("requests.new.total",))
    if "依申请公开" in own and "信息" in behind[:6]:
        yield Named(("requests.new.total",))


def _is_of_kinds(setting: Setting) -> bool:
    """Whether a figure is one of several, each followed by the kind of application it is of."""
    last = setting.before[-1].rpartition(".")[2] if setting.before else ""
    kind = last in CHANNELS or last in APPLICANTS or last == "organisations"
    return kind or bool(_NEXT_KIND.match(setting.further)) or setting.behind.endswith("申请中")


def _decided_behind(own: str, setting: Setting) -> Iterator[Named]:
    """Applications that were decided: 办结15件政府信息公开申请, 对15件申请作出答复."""
    behind = setting.behind
    applications = _APPLICATION_BEHIND.match(behind)
    if _WORKED_BEFORE.search(own) and applications:
        yield Named((_DECIDED,), loose=True)
    dealt = setting.dealt or not own
    decided = _DECIDED_BEFORE.search(own) and applications
    if decided or (dealt and _DECIDED_OF_BEHIND.match(behind)):
        yield Named((_DECIDED,))
    over = setting.follows("requests") and setting.before[-1] == "requests.carried_out.total"
    if over and _REST.fullmatch(own) and _DECIDED_BEHIND.match(behind):
        yield Named((_DECIDED,))


def _onward_behind(own: str, setting: Setting) -> Iterator[Named]:
    """Applications carried into the next year, behind a bare figure."""
    mere = own in _PARTS or _MERE.fullmatch(roles_of(own))
    on_them = setting.follows("requests") and _NEXT_YEAR.search(setting.behind)
    spoken_of = on_them or setting.topic is Topic.REQUESTS
    if mere and spoken_of and _CARRIED_BEHIND.match(setting.behind):
        yield Named(("requests.carried_out.total",))


def _rest_behind(own: str, behind: str) -> Iterator[Named]:
    """The applications that are left: carried on, or decided in one way."""
    onward = _TO_NEXT_YEAR if _OVER.fullmatch(own) else _CARRIED_BEHIND
    if onward.match(behind):
        yield Named(("requests.carried_out.total",))
    elif _REST.fullmatch(own):
        yield from _result_behind(behind)


def _clause_behind(setting: Setting) -> str:
    """The clause behind a comma that goes on about what 对 leads to: 对其中3件，予以公开."""
    return _STOP.split(setting.further.removeprefix(","), maxsplit=1)[0]


def _result_behind(behind: str) -> Iterator[Named]:
    """How some of the applications were decided, by the words behind their unit."""
    for key, pattern in RESULTS_BEHIND:
        if pattern.match(behind):
            yield Named((key,))


def _part_behind(behind: str, setting: Setting, *, follows: bool) -> Iterator[Named]:
    """Some of the applications, named by what is said behind their unit."""
    year = setting.year
    if _CARRIED_BEHIND.match(behind):
        yield Named(("requests.carried_out.total",))
    if follows and behind == "结转" and setting.decided:
        yield Named(("requests.carried_out.total",), loose=True)
    carried = _CARRIED_IN_BEHIND.match(behind)
    if carried and (carried["from"] is None or (year is not None and int(carried["from"]) < year)):
        yield Named(("requests.carried_in.total",))
    if follows and _MADE_PUBLIC.match(behind):
        yield Named(("requests.granted.total",), loose=True)
    if follows and setting.before[-1] in _OPENED and _NOT_PUBLIC.match(behind):
        yield Named(("requests.refused.total",))
    yield from _result_behind(behind)
    yield from not_there(behind, setting)
    of_new = setting.part and _EACH.match(behind) and _CARRIED_IN in setting.before
    if follows and not (setting.decided or of_new) and _DECIDED_BEHIND.match(behind):
        yield Named((_DECIDED,), loose=is_result(setting.before[-1]))
    for key, pattern in BEHIND if follows else ():
        match = pattern.match(behind.partition("、")[0])
        if match and (match["said"] or setting.part or is_by_a_way(setting)):
            yield Named((key,))
