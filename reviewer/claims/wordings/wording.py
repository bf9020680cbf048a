"""What every wording is made of: the words that may stand around a name."""

from __future__ import annotations

import re
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
    r"(?:其中|包括|包含|含|在|另有?|此外|并且?|且|同时|最终|已|均|共计?|累计|的|全年|本年度?|本期|今年|当年|20\d\d年度?|年内"
    r"|期间|截至|目前|年[末底]|依法|依规|按期|按时"
    r"|及时|准确|实际|(?:办理|答复|处理)结果|决定|作出|做出|答复|给予|告知|属于?|涉及|因|(?:理由|原因)(?=[为是分有])|以|按照?|为|是|有|对|与|和|及|将|由"
    r"|经|列为|由于|分别|信息|[一二三四五六]是|我[局镇乡县区市省州委办厅街署院]道?|本机关|本单位"
    r"|全[市县区省州镇乡局街]道?"
    r"|\d{1,2}[.、]|[(（]?[一二三四五六七八九十]+[)）、])*"
)
MOVES = "[降减增上升提下少低高加长]{1,2}"
"""Ahead of 至, how a number came to be another: 降至, 增加到."""

WORD = r"[^,;:。]"
"""A letter of one clause."""


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


def ends(pattern: str) -> re.Pattern[str]:
    """A name that ends in these words."""
    return re.compile(rf"(?:{pattern}){TAIL}$")


def exactly(pattern: str) -> re.Pattern[str]:
    """A name that is these words and nothing else."""
    return re.compile(rf"^{_HEAD}(?:{pattern}){TAIL}$")
