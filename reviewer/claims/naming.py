"""What a figure of a sentence is a figure of: the words before it, else those behind its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.claims.active import active
from reviewer.claims.applications import application
from reviewer.claims.behind import named_behind
from reviewer.claims.figures import Figure
from reviewer.claims.partial import in_whole
from reviewer.claims.proceedings import proceeding, proceeding_behind
from reviewer.claims.setting import Named, Setting
from reviewer.claims.thereof import applied_in, by_whom, is_by_a_way, of_the_same
from reviewer.claims.ways import way_of
from reviewer.claims.wordings.wording import COUNTED

_LONGEST = 70
_CAME_IN = re.compile(r"收到|受理|接到|接收|新收")
_PIECES = re.compile(r"依申请公开的?(?:政[府务])?信息(?:总?数)?$")
"""Pieces of information given to applicants, which are not applications."""

_PAPERS = re.compile("属性|公文|文件|制[作发]|印发|形成|产生")
"""Words of papers sorted by how they may be published: 制发公文30件，依申请公开5件."""

_ANSWERED = re.compile(r"答复|办结|办理|回复")
_EVER = re.compile(
    r"历年(?!(?:累计)?(?:对外)?公开|[^,;]{0,8}有效)|历史|以来累计|(?:施行|实施|开通|成立|运行|上线)以来"
)
_OF_OTHERS = re.compile(
    r"(?<!结)转办|(?<![当年])代为?[省市县区州][^,;:。]{0,10}(?:办理|处理|答复)|转交|委托|协查|协助|协办|配合|指导|督促|会商|(?<!经)(?:审核|审查|把关|评查|抽查)(?:了|各类)?(?:依申请|政府信息)"
)
"""Work on applications made to another body, or on some of one's own."""

_PUBLIC = re.compile("公开|依申请|信息")
"""Words that tell applications from those for licences, which are applied for too."""

_PASSED_ON_TO_IT = re.compile(r"(?:收到|接到|接收)(?![后并])[^,;:]{0,16}(?:转办|转交|交办)")
"""Said of applications that another body passed on to this one."""

_MONEY = "元"
"""Nought of a fee is nought in any unit: 行政处罚、行政事业性收费均为0."""

_PERSONS = frozenset({"人", "人次"})


def named(figure: Figure, setting: Setting) -> Named | None:
    """What a figure is of; None if it is of something that the tables do not hold."""
    return next(_named(figure, setting), None)


def _named(figure: Figure, setting: Setting) -> Iterator[Named]:
    """All that it may be of, the likeliest first."""
    own, name = figure.own[-_LONGEST:], figure.name[-_LONGEST:]
    if setting.ever or _EVER.search(own) or _is_of_others(own):
        return
    if figure.unit in COUNTED:
        way = way_of(own or name, setting)
        if way:
            yield Named((f"requests.new.{way}",), by_a_way=True)
        if way is not None:
            return
        for found in _counted(figure, own, name, setting):
            if whole := in_whole(found, name, setting):
                yield whole
    yield from active(name, figure.unit, setting)
    if not figure.value:
        yield from active(name, _MONEY, setting)


def _is_of_others(own: str) -> bool:
    """Whether a clause tells of work on applications of others: 协助市政府办理5件."""
    return bool(_OF_OTHERS.search(own)) and not _PASSED_ON_TO_IT.search(own)


def _counted(figure: Figure, own: str, name: str, setting: Setting) -> Iterator[Named]:
    """Applications and proceedings, in a unit that these are counted in."""
    yield from of_the_same(figure, setting)
    yield from named_behind(own, setting)
    follows = (setting.thereof and setting.follows("requests")) or is_by_a_way(setting)
    if follows or (setting.opened and (own or "为主" in name)) or applied_in(own, setting):
        yield from by_whom(name if follows or not own else own, setting)
    public = not setting.rows or bool(_PUBLIC.search(name + setting.behind))
    if public:
        yield from _applications(name, figure.unit, setting)
    if figure.unit not in _PERSONS:
        yield from proceeding(own or name, setting)
        yield from proceeding_behind(own, setting)


def _applications(name: str, unit: str, setting: Setting) -> Iterator[Named]:
    """Applications; what is counted may be papers, or information that is given on them."""
    done = bool(_ANSWERED.search(name)) and not setting.thereof
    sorting = setting.sorting and not (done or _CAME_IN.search(name))
    of_its_own = setting.beside and not setting.interrupted and not setting.thereof
    if sorting and (not of_its_own or _PAPERS.search(setting.ahead)):
        return
    pieces = unit == "条" and not _CAME_IN.search(name) and bool(_PIECES.search(name))
    for found in application(name, setting):
        if not pieces:
            yield replace(found, loose=found.loose or sorting)
        elif _ANSWERED.search(setting.further) or not (setting.beside or setting.thereof):
            yield replace(found, loose=True)
