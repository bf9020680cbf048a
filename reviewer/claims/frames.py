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
from reviewer.claims.wordings.roles import parts_of

_NEW = "requests.new.total"
_DECIDED = "requests.total.total"
_OBJECT = "[pmkjl]*[eo][epmkojl]*"
_SUBJECT = "[slmkpjx]{0,24}"
_CAME = "[rv][rvdfwjl]*"
_DONE = "[wjl]*[df][dfwjl]*"


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


_FRAMES = (
    _Frame(_NEW, re.compile(f"{_SUBJECT}{_CAME}[pmkjlx]{{0,24}}[eo][epmojl]*#")),
    _Frame(_NEW, re.compile(f"{_SUBJECT}{_CAME}#{_OBJECT}(?:$|[dfwc])")),
    _Frame(_NEW, re.compile(f"c?{_SUBJECT}[eo][epmojlc]*{_CAME}[pmol]*#")),
    _Frame(_NEW, re.compile("[slmpjx]{0,12}(?:e[epmojl]*|p[pmjl]*o[epmojl]*)#"), bare=True),
    _Frame(_NEW, re.compile("[sl]*r[rvdfwjl]*[mol]*#"), plain=True),
    _Frame(_DECIDED, re.compile(f"c?{_SUBJECT}{_DONE}[pmkjlxc]{{0,24}}[eo][epmojl]*#")),
    _Frame(_DECIDED, re.compile(f"{_SUBJECT}{_DONE}#{_OBJECT}(?:$|[dfwc])")),
    _Frame(_DECIDED, re.compile(f"c?{_SUBJECT}[eo][epmojlc]*{_DONE}[pmol]*#")),
    _Frame(_DECIDED, re.compile(f"{_SUBJECT}c[pml]*#{_OBJECT}{_DONE}[ol]*$")),
    _Frame(_DECIDED, re.compile("[swvjl]*d[dwjl]*[mol]*#"), plain=True),
    _Frame(_DECIDED, re.compile("[slmpjx]{0,24}[wf][pjml]*pl*d[mol]*#"), loose=True),
    _Frame(_DECIDED, re.compile("[slmpjx]{0,24}[pjml]*pl*d[mol]*#"), plain=True, loose=True),
    _Frame(_DECIDED, re.compile(f"c?{_SUBJECT}w[wjl]*[pmkjlxc]{{0,24}}[eo][epmojl]*#"), loose=True),
    _Frame(_DECIDED, re.compile(f"{_SUBJECT}w[wjl]*#{_OBJECT}(?:$|[wc])"), loose=True),
    _Frame(_DECIDED, re.compile(f"c?{_SUBJECT}[eo][epmojlc]*w[wjl]*[pmol]*#"), loose=True),
)
_ABOUT = re.compile(
    r"(?:的)?(?:关于|有关|涉及|反映|要求|请求|申请)[^,;:]{1,32}?的(?=(?:政府|政务)?信息(?:依申请)?公开(?:的|类)*申请|依申请公开)"
)
"""What applications are about, ahead of their name: 收到2件关于土地征收的信息公开申请."""

_CAME_IN = re.compile("收|受理|接")
_PLAIN_PUBLIC = re.compile("[pe]")


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
    ahead = parts_of(name) or ("c" if setting.dealt else "")
    if "n" in ahead or (setting.part and name.endswith("其中")):
        return
    behind = _ABOUT.sub("", setting.behind, count=1)
    parts = f"{ahead}#{parts_of(behind)}"
    for frame in _FRAMES:
        match = frame.pattern.match(parts)
        if match is None or "n" in match[0]:
            continue
        public = bool(_PLAIN_PUBLIC.search(match[0]))
        if frame.plain and not (bare and setting.topic is Topic.REQUESTS):
            continue
        if frame.bare and (not bare or is_again(name, setting)):
            continue
        if not public and ("x" in match[0] or setting.topic is not Topic.REQUESTS):
            continue
        yield Named((frame.key,), frame.loose or behind != setting.behind)
        return
