"""What kind of body a name is: a town, a bureau, a county; and what it calls itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

_NO_DISTRICT = "治发验新范园景税作理社地"
"""Before 区: 自治区, 开发区, 实验区, 新区 and the like are no districts with a government."""


class BodyKind(StrEnum):
    """Kinds of bodies; the value is what one calls itself with 我."""

    TOWN = "镇"
    TOWNSHIP = "乡"
    STREET = "街道"
    COUNTY = "县"
    DISTRICT = "区"
    CITY = "市"
    PROVINCE = "省"
    BUREAU = "局"
    COMMISSION = "委"
    AGENCY = "署"
    DEPARTMENT = "厅"
    CENTRE = "中心"
    OFFICE = "办"
    BOARD = "管委会"
    CUSTOMS = "关"
    SCHOOL = "校"
    HOSPITAL = "院"
    COMPANY = "公司"
    BRIGADE = "支队"
    OTHER = ""


LOCAL = {BodyKind.TOWN, BodyKind.TOWNSHIP, BodyKind.STREET}
"""The lowest governments."""

PARTS = {
    BodyKind.BUREAU,
    BodyKind.COMMISSION,
    BodyKind.AGENCY,
    BodyKind.DEPARTMENT,
    BodyKind.CENTRE,
    BodyKind.OFFICE,
}
"""Parts of a government."""

GOVERNMENTS = {BodyKind.COUNTY, BodyKind.DISTRICT, BodyKind.CITY, BodyKind.PROVINCE}
"""Governments that have parts."""

_GOVERNMENT = "(?:人民政府|政府)?"
_PATTERNS = (
    (BodyKind.STREET, re.compile("街道?(?:办事处|办)?$")),
    (BodyKind.TOWN, re.compile(f"镇{_GOVERNMENT}$")),
    (BodyKind.TOWNSHIP, re.compile(f"(?:乡|苏木){_GOVERNMENT}$")),
    (BodyKind.PROVINCE, re.compile(f"(?:省|自治区|^(?:北京|上海|天津|重庆)市){_GOVERNMENT}$")),
    (BodyKind.COUNTY, re.compile(f"(?:县|旗){_GOVERNMENT}$")),
    (BodyKind.DISTRICT, re.compile(f"(?<![{_NO_DISTRICT}])区{_GOVERNMENT}$")),
    (BodyKind.CITY, re.compile(f"(?:市|州|盟){_GOVERNMENT}$")),
    (BodyKind.BUREAU, re.compile("局$")),
    (BodyKind.BOARD, re.compile("管理?委员?会$")),
    (BodyKind.COMMISSION, re.compile("(?:委员会|委)$")),
    (BodyKind.AGENCY, re.compile("署$")),
    (BodyKind.OFFICE, re.compile("(?:办公室|办公厅|办)$")),
    (BodyKind.DEPARTMENT, re.compile("厅$")),
    (BodyKind.CENTRE, re.compile("中心$")),
    (BodyKind.CUSTOMS, re.compile("海关$")),
    (BodyKind.HOSPITAL, re.compile("(?:医|卫生|保健)院$")),
    (BodyKind.SCHOOL, re.compile("(?:[中小大]学|学[校院]|幼儿园)$")),
    (BodyKind.COMPANY, re.compile("(?:公司|集团)$")),
    (BodyKind.BRIGADE, re.compile("[支大总]队$")),
)
_OWN_OFFICE = re.compile(r"(?:党政|党政综合|综合)?(?:办公室|办)$")
"""The office of a town writes the town's report."""

_REGION = re.compile(
    r"^[\u4e00-\u9fff]{2,}?(?:省|自治区|自治州|市|州|盟|自治县|县|区|旗)(?=[\u4e00-\u9fff]{2})"
)
_ENDS = {
    BodyKind.BOARD: "管理?委员?会",
    BodyKind.CUSTOMS: "海关",
    BodyKind.HOSPITAL: "(?:医|卫生|保健)院",
    BodyKind.SCHOOL: "(?:[中小大]学|学[校院]|幼儿园)",
    BodyKind.COMPANY: "(?:集团|有限|责任|股份|公司)+",
    BodyKind.BRIGADE: "[支大总]队",
}
"""What ends names that do not end with what such a body calls itself."""

_ABOVE = re.compile("^(?:中华人民共和国|[\u4e00-\u9fff]{2,8}总局|国家)(?=[\u4e00-\u9fff]{3})")
_PLACE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,8}?|[\u4e00-\u9fff](?=县))(?P<level>自治区|自治[州县旗]|省|市(?![场容])"
    rf"|州(?![市县区])|盟|县|旗|(?<![{_NO_DISTRICT}])区(?![域块间]))"
)
_LEVELS = {"省": 0, "市": 1, "州": 1, "盟": 1, "县": 2, "旗": 2, "区": 2}

_CITY = 1
"""The level of cities among _LEVELS."""

_GOVERNMENT_OFFICE = re.compile(r"[县区市旗州盟](?:人民)?政府(?:办公室|办公厅|办)$")
_LEFT_OVER = re.compile(
    r"^(?:人民政府|[省市州县区旗](?![场政容民域划间块])(?=[\u4e00-\u9fff]{2}))+(?=[\u4e00-\u9fff])"
)
_TAIL = re.compile(r"(?:人民政府|政府|办事处)$")


@dataclass(frozen=True)
class Body:
    """A body's name, told apart.

    Attributes:
        name: Without brackets and blanks.
        kind: Its kind; OTHER if the name does not say.
        stem: What names it among its kind: 石桥 of 云岭县石桥镇人民政府, 水务 of 云岭县水务局.
    """

    name: str
    kind: BodyKind
    stem: str

    def is_same(self, other: Body) -> bool:
        """Whether two names may be of one body: one shorter, or of the same words."""
        if self.stem in other.name or other.stem in self.name:
            return True
        if self.kind in LOCAL | GOVERNMENTS:
            return False
        if is_within(self.stem, other.name) or is_within(other.stem, self.name):
            return True
        if self.kind not in PARTS:
            return False
        shared = len(set(self.stem) & set(other.stem))
        least = min(len(self.stem), len(other.stem))
        alike = self.stem[0] == other.stem[0]  # Of bureaus that were renamed, or shortened.
        return shared * 2 >= least if alike else shared * 3 >= least * 2

    def is_elsewhere(self, other: Body) -> bool:
        """Whether two names are of bodies of different counties, cities or provinces.

        Of a town some names tell its county, and others the city above it.
        """
        mine, theirs = _places(self.name), _places(other.name)
        levels = mine.keys() & theirs.keys()
        if self.kind in LOCAL:
            levels -= {_CITY}
        return any(
            not any(one in another or another in one for one in mine[at] for another in theirs[at])
            for at in levels
        )


def is_within(short: str, long: str) -> bool:
    """Whether a name has all characters of a shorter one in their order."""
    left = iter(long)
    return all(character in left for character in short)


@lru_cache(maxsize=256)
def _places(name: str) -> dict[int, set[str]]:
    """The places that a name begins with, by their level."""
    found: dict[int, set[str]] = {}
    start = 0
    bare = _ABOVE.sub("", name)
    while match := _PLACE.match(bare, start):
        level = 0 if match["level"] == "自治区" else _LEVELS[match["level"][-1]]
        found.setdefault(level, set()).add(match["name"])
        start = match.end()
    return found


@lru_cache(maxsize=256)
def body_named(name: str) -> Body:
    """What a name says of its body."""
    bare = re.sub(r"[\s（(].*$", "", name.strip())
    kind = _kind(bare)
    if kind is BodyKind.OFFICE:
        of_town = _OWN_OFFICE.sub("", bare)
        if _kind(of_town) in LOCAL:
            bare, kind = of_town, _kind(of_town)
    return Body(bare, kind, _stem(bare, kind))


def _kind(bare: str) -> BodyKind:
    return next((kind for kind, pattern in _PATTERNS if pattern.search(bare)), BodyKind.OTHER)


@cache
def _kind_at_end(kind: BodyKind) -> re.Pattern[str]:
    return re.compile(rf"(?:{_ENDS.get(kind, kind.value)}|委员会|办公室|苏木|旗)$")


def _stem(bare: str, kind: BodyKind) -> str:
    stem = _GOVERNMENT_OFFICE.sub("", bare) if kind is BodyKind.OFFICE else bare
    stem = _ABOVE.sub("", _TAIL.sub("", stem))
    if kind is not BodyKind.OTHER:
        stem = _kind_at_end(kind).sub("", stem)
    stem = _LEFT_OVER.sub("", stem)
    while match := _REGION.match(stem):
        if len(stem) - match.end() < 2:
            break
        stem = stem[match.end() :]
    return _LEFT_OVER.sub("", stem)
