"""Applications, told by the order of the words for what, what was done with it, and how many.

收到申请5件, 收到5件申请, 申请共收到5件, 对5件申请作出答复: a frame is a pattern of the parts that
words play (``wordings.roles``), whatever the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.claims.setting import Named, Setting
from reviewer.claims.topics import Topic
from reviewer.claims.wordings.parts import UNKNOWN
from reviewer.claims.wordings.roles import roles_of

_NEW = "requests.new.total"
_DECIDED = "requests.total.total"
_CAME = "[rv][rvdfwjl]*"
_DONE = "[wjl]*[df][dfwjl]*"
_WORKED = "w[wjl]*"
_APPLICATIONS = "[eo][epmojl]*"
_LISTED = "[eo][epmojlc]*"
_OF_ANYONE = "[pmkjlx]{0,24}"
_WHOSE = "[pmkjlxc]{0,24}"
_WHO = "[slmkpjx]{0,24}"
_WHERE = "[slmpjx]{0,24}"
_BEHIND = "(?:c[slm]*)?[pmkjl]*[eo][epmkojl]*"
_SO_MANY = "[pmol]*#"
"""Pieces of frames: verbs, what was asked for, who asked, and what may stand ahead."""


@dataclass(frozen=True)
class _Frame:
    """An order of parts in which applications are counted.

    Attributes:
        key: What is counted.
        pattern: The parts; ``#`` is the figure.
        plain: Whether a bare 申请, or none at all, will do where the text speaks of applications.
        bare: Whether it has no verb, and may be of something else among figures of that.
        loose: Whether it may be meant otherwise.
    """

    key: str
    pattern: re.Pattern[str]
    plain: bool = False
    bare: bool = False
    loose: bool = False

    def suits(self, parts: str, setting: Setting, *, bare: bool, again: bool) -> bool:
        """Whether parts in this order are of applications where they stand.

        Args:
            parts: The parts that fit the pattern.
            setting: Where the figure stands.
            bare: Whether words that name no matter are those of applications.
            again: Whether it is a part of what came, named as all of it.
        """
        if "n" in parts or (self.bare and (again or not bare)):
            return False
        spoken_of = setting.topic is Topic.REQUESTS
        if self.plain and not (bare and spoken_of):
            return False
        return bool(_PUBLIC.search(parts)) or (spoken_of and UNKNOWN not in parts)


_FRAMES = (
    # 收到申请5件, 收到5件申请, 申请共收到5件, 依申请公开5件, 收到5件
    _Frame(_NEW, re.compile(f"{_WHO}{_CAME}{_OF_ANYONE}{_APPLICATIONS}#")),
    _Frame(_NEW, re.compile(f"{_WHO}{_CAME}#{_BEHIND}(?:$|[dfwc])")),
    _Frame(_NEW, re.compile(f"c?{_WHO}{_LISTED}{_CAME}{_SO_MANY}")),
    _Frame(_NEW, re.compile("[slmpjx]{0,12}(?:e[epmojl]*|p[pmjl]*o[epmojl]*)#"), bare=True),
    _Frame(_NEW, re.compile("[sl]*r[rvdfwjl]*[mol]*#"), plain=True),
    # 办结申请5件, 办结5件申请, 申请共办结5件, 对5件申请作出答复, 办结5件
    _Frame(_DECIDED, re.compile(f"c?{_WHO}{_DONE}{_WHOSE}{_APPLICATIONS}#")),
    _Frame(_DECIDED, re.compile(f"{_WHO}{_DONE}#{_BEHIND}(?:$|[dfwc])")),
    _Frame(_DECIDED, re.compile(f"c?{_WHO}{_LISTED}{_DONE}{_SO_MANY}")),
    _Frame(_DECIDED, re.compile(f"{_WHO}c[pml]*#{_BEHIND}{_DONE}[ol]*$")),
    _Frame(_DECIDED, re.compile("[swvjl]*d[dwjl]*[mol]*#"), plain=True),
    # 办理信息公开答复5件, 信息公开答复5件
    _Frame(_DECIDED, re.compile(f"{_WHERE}[wf][pjml]*pl*d[mol]*#"), loose=True),
    _Frame(_DECIDED, re.compile(f"{_WHERE}[pjml]*pl*d[mol]*#"), plain=True, loose=True),
    # 办理申请5件, 办理5件申请, 申请共办理5件
    _Frame(_DECIDED, re.compile(f"c?{_WHO}{_WORKED}{_WHOSE}{_APPLICATIONS}#"), loose=True),
    _Frame(_DECIDED, re.compile(f"{_WHO}{_WORKED}#{_BEHIND}(?:$|[wc])"), loose=True),
    _Frame(_DECIDED, re.compile(f"c?{_WHO}{_LISTED}{_WORKED}{_SO_MANY}"), loose=True),
)
_ABOUT = re.compile(
    r"(?:的)?(?:关于|有关|涉及|反映|要求|请求|申请)[^,;:]{1,32}?的(?=(?:政府|政务)?信息(?:依申请)?公开(?:的|类)*申请|依申请公开)"
)
"""What applications are about, ahead of their name: 收到2件关于土地征收的信息公开申请."""

_CAME_IN = re.compile("收|受理|接")
_PUBLIC = re.compile("[pe]")
"""Parts that name the disclosure of information, as a bare 申请 does not."""


def is_again(name: str, setting: Setting) -> bool:
    """Whether a part of what came is named as all of it: 收到28件（其中依申请公开25件）."""
    same = setting.part and setting.before[-1:] == (_NEW,)
    return same and not _CAME_IN.search(name)


def framed(name: str, setting: Setting, *, bare: bool) -> Iterator[Named]:
    """What a figure of applications may be of, by the order of the words around it.

    Args:
        name: The words before the figure.
        setting: Where it stands.
        bare: Whether words that name no matter are those of applications.
    """
    ahead = roles_of(name) or ("c" if setting.dealt else "")
    if "n" in ahead or (setting.part and name.endswith("其中")):
        return
    behind = _ABOUT.sub("", setting.behind, count=1)
    parts = f"{ahead}#{roles_of(behind)}"
    again = is_again(name, setting)
    for frame in _FRAMES:
        match = frame.pattern.match(parts)
        if match and frame.suits(match[0], setting, bare=bare, again=again):
            yield Named((frame.key,), frame.loose or behind != setting.behind)
            return
