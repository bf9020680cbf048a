"""Words for licences, penalties and coercive measures, for fees and purchases."""

from __future__ import annotations

import re

from reviewer.claims.wordings.wording import TAIL, WORD

DECISION_WORDS = (("licence", "行政许可"), ("penalty", "行政处罚"), ("coercion", "行政强制"))
"""Rows of decisions and their names."""

_STARTING = "全[市县区镇乡局]|其中|全年|本年度?|年内|当年|我[局镇乡县区市委办厅]|共|累计"
DECISIONS = tuple(
    (
        row,
        re.compile(
            rf"(?P<verb>作出|做出|下达|办理|实施|办结|公布|公开|公示)(?P<between>{WORD}{{0,10}}?)"
            rf"{noun}(?:处理|执行)?(?:决定书?)?(?:案件|事项)?{TAIL}$"
        ),
    )
    for row, noun in DECISION_WORDS
)
DECISION_ALONE = tuple(
    (
        row,
        re.compile(
            rf"^(?:处理|其中|实施|作出)*{noun}(?:措施|处理|执行)?(?:决定书?)?(?:案件)?{TAIL}$"
        ),
    )
    for row, noun in DECISION_WORDS
)
DECREE_ALONE = tuple(
    (row, re.compile(rf"^(?:{_STARTING})*{noun}(?:处理)?决定书?{TAIL}$"))
    for row, noun in DECISION_WORDS
)
DECISIONS_LABELLED = tuple(
    (row, re.compile(rf"{noun}(?:本年|全年)?处理决定数量?{TAIL}$")) for row, noun in DECISION_WORDS
)
"""In the words of the form: 行政处罚本年处理决定数量12件."""

DECISIONS_BARE = tuple(
    (row, re.compile(rf"^(?:20\d\d年度?|街道|{_STARTING})*{noun}(?:案件)?{TAIL}$"))
    for row, noun in DECISION_WORDS
)
"""Decisions without a word that they were made: 行政许可3件，行政处罚0件."""

FEE = re.compile(
    rf"(?<!免除|减免|免收|停征)行政事业性收费(?:全年|本年度?)?(?:实际)?"
    rf"(?:收入|总?金额|总额|项目(?:收费)?|入库(?:金额)?|(?:共计?|合计)?(?:收取|征收))?{TAIL}$"
)
PROCUREMENT = re.compile(rf"(?:政府)?(?:集中)?采购(?:项目|信息)?{TAIL}$")
PROCUREMENT_AMOUNT = re.compile(
    rf"(?:政府)?(?:集中)?采购?(?:项目)?(?:总)?(?:金额|总额|资金){TAIL}$|^(?:累计|总|交易"
    rf"|采购)*金额{TAIL}$"
)
