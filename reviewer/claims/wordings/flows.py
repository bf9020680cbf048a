"""Words for what came in, what was carried over, what was decided and what is left."""

from __future__ import annotations

from reviewer.claims.topics import Topic
from reviewer.claims.wordings.application import (
    ANY_APPLICATION,
    APPLICATION,
    BODY,
    BY_APPLICATION,
    DECIDED,
    RECEIVED,
    SUBMITTED,
)
from reviewer.claims.wordings.wording import WORD, Wording, ends, exactly

_OPEN = r"[尚仍]?(?:在办(?:件|申请)?|未到(?:法定|规定)?的?(?:答复|办理)?(?:期限?|时限)的?(?:申请)?)"
_OVER = ("结转", "转结", "遗留")
_LATE = ("转入", "转来", "顺延", "延续", "未办结", "未办完", "未办毕")
_ON = ("转", "顺延", "延", "跨年", "办理", "未办")
_CAME = ("收", "受理", "接", "新增")
_DONE = ("办", "复", "处理")
_WORKED = ("办理", "处理", "完成")
_ASKED = ("申请",)

FLOWS = (
    Wording(
        "requests.carried_in.total",
        ends(
            rf"(?:上年度?|去年|上一年度?|往年|前一年度?|[年期]初){WORD}{{0,6}}(?:结转|转结"
            rf"|遗留){WORD}{{0,22}}"
            rf"|结转(?:自)?(?:上年度?|去年|上一年度?|往年)(?:(?!收到|受理|新收|接到){WORD}){{0,16}}"
        ),
        Topic.NONE,
        signs=_OVER,
    ),
    Wording(
        "requests.carried_in.total",
        ends(rf"(?:上一?年度?|去年|往年){WORD}{{0,6}}(?:{'|'.join(_LATE)}){WORD}{{0,12}}"),
        signs=_LATE,
    ),
    Wording(
        "requests.carried_out.total",
        ends(
            rf"(?:结转|转结|转入|顺延|延期|延续?|跨年|转|留)(?:到|至|入|待)?(?:下一?年度?|次年度?|明年"
            rf"|20\d\d年度?){WORD}{{0,12}}"
            r"|(?:下一?年度?|次年度?)继续(?:办理|处理)"
            r"|[年期][末底]结转|跨年度?(?:结转|(?:继续)?办理)|本年度?结转(?:申请)?|尚在办理(?:中)?|正在办理(?:中)?"
            r"|(?:[截至]止?|年)[^,;:]{0,6}[底末][^,;:]{0,4}未办[结完毕](?:的|申请)*"
        ),
        signs=_ON,
    ),
    Wording(
        "requests.new.total",
        ends(
            rf"{RECEIVED}{ANY_APPLICATION}(?:的?(?:办理|处理)(?:事项|业务|案件|件)|来信|来函|信函|信件)?"
        ),
        Topic.NONE,
        signs=_CAME,
    ),
    Wording(
        "requests.total.total",
        ends(rf"{DECIDED}(?:的|了|对)?{ANY_APPLICATION}"),
        Topic.NONE,
        signs=_DONE,
    ),
    Wording(
        "requests.total.total",
        ends(rf"(?:办理|处理|完成){ANY_APPLICATION}(?:的?(?P<decided>答复|回复|办理))?"),
        Topic.NONE,
        loose=True,
        signs=_WORKED,
    ),
    Wording(
        "requests.total.total",
        ends(
            rf"(?:{APPLICATION}|{BY_APPLICATION})(?<!受理)(?:(?!收|受理|接){WORD}){{0,4}}?{DECIDED}"
        ),
        Topic.NONE,
        signs=_DONE,
    ),
    Wording(
        "requests.total.total",
        ends(rf"(?:{APPLICATION}|{BY_APPLICATION})的?(?:办理|处理)"),
        Topic.NONE,
        loose=True,
        signs=_WORKED,
    ),
    Wording(
        "requests.new.total",
        ends(rf"{SUBMITTED}(?:{ANY_APPLICATION}|(?:政府|政务)?信息公开)"),
        Topic.NONE,
        signs=("提", "递交"),
    ),
    Wording(
        "requests.new.total",
        exactly(rf"{BODY}{APPLICATION}(?:的?(?:受理|接收|收件))?"),
        Topic.NONE,
        signs=_ASKED,
    ),
    Wording(
        "requests.new.total",
        exactly(rf"{BODY}{BY_APPLICATION}"),
        Topic.NONE,
        bare=True,
        signs=_ASKED,
    ),
    Wording(
        "requests.new.total",
        ends(
            rf"{RECEIVED}(?:的|了|各类|有关|相关|各种|书面|网上|在线|线上|群众|公民|法人|社会"
            rf"|公众|此类|、|或|和|其他组织|提交|提出"
            r"|依法|正式)*申请(?:书|表)?"
        ),
        bare=True,
        signs=_CAME,
    ),
    Wording(
        "requests.new.total",
        exactly(rf"(?:我[局镇乡县区市省州委办厅]|本机关|本单位)?{RECEIVED}"),
        bare=True,
        signs=_CAME,
    ),
    Wording(
        "requests.new.total",
        exactly(r"申请公开(?:政[府务])?信息的?"),
        Topic.NONE,
        bare=True,
        signs=_ASKED,
    ),
    Wording(
        "requests.total.total",
        exactly(rf"(?:申请的?)?(?:在{WORD}{{2,8}}内)?{DECIDED}(?:公开)?(?:申请|申请人)?"),
        bare=True,
        signs=_DONE,
    ),
    Wording("requests.carried_out.total", exactly(_OPEN), signs=("在办", "未到")),
    Wording(
        "requests.new.total",
        exactly(r"申请(?:总)?(?:数量|数|量|件数)|申请"),
        bare=True,
        signs=_ASKED,
    ),
    Wording(
        "requests.total.total",
        ends(r"已(?:依法|按期|按时|全部)*(?:处理|办理)(?:申请)?"),
        bare=True,
        signs=_WORKED,
    ),
    Wording(
        "requests.total.total",
        exactly(r"(?:办理|处理)(?:公开申请|(?:公开)?申请(?:总?数量?|总?量|件数))?"),
        loose=True,
        bare=True,
        signs=_WORKED,
    ),
)
"""What came in, what was decided, what is left; narrower wordings first."""
