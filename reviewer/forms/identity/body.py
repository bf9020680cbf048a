"""Whose report it is: the best of the places that name a body, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.forms.identity.bodynames import BodyNames, is_name
from reviewer.forms.identity.mentions import Mentions, is_alike
from reviewer.forms.identity.self_names import SelfNames
from reviewer.forms.identity.signature import signature
from reviewer.forms.identity.stated import is_any_body, published_by, stated_bodies
from reviewer.forms.identity.titles import Title, names_its_body, own_titles, told_titles

_OWN = re.compile(r"(?<=[政局委厅办室府])(?:机关|[（(]?本级(?:机关)?[)）]?|[（(]机关[)）])$")
"""Behind a body's name: of this body alone, without those below it."""

_WRAPPED = re.compile(r"(?<=[^\n]{24}[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff](?![、.．]))")
"""The end of a line in the middle of a sentence, as pages have it."""

_SPACED_OUT = re.compile(r"(?:[\u4e00-\u9fff][ \u3000\u00a0]+){3,}[\u4e00-\u9fff]")

_HEAD = 300
"""Characters in which a line may be the body's name."""

_LEAST_LINE = 6
"""Characters of a line that is a body's name."""

_LONGER = 12
"""Characters of the areas before a body's name."""

_WHOLE = ("", "人民政府", "政府", "办事处", "管理委员会", "管委会")
"""What a body's full name has behind a shorter one."""

_SITE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12}(?<![省市县区本])[省市州盟县区旗])(?:人民)?政府(?:门户)?网"
)
"""A government's site."""

_PLACE = 6
"""Characters of a place's name at most."""

_NAVIGATION = re.compile("首页|位置[：:]|索引号|浏览|来源|发布(?:时间|日期|机构)|门户网站\n")
"""What a page has around a text; then a line with a body's name may be the site's."""

_BESIDE = "单位取自标题旁的单位名称"
_PUBLISHED = "单位取自联系方式或发布信息"
_BY_TEXT = "单位按正文推定"
"""Where a body was found that the text speaks of, and no title, signature or field names."""


@dataclass(frozen=True)
class FoundBody:
    """A report's body.

    Attributes:
        name: Its name, or empty.
        evidence: Where it was found (in Chinese); empty if nowhere.
        sure: Whether a place names it that names no other body, or the text speaks of no other.
        others: Those that it might be as well.
    """

    name: str = ""
    evidence: str = ""
    sure: bool = True
    others: tuple[str, ...] = ()


def find_body(plain: str, found: Sequence[Title]) -> FoundBody:
    """The body that a text in simplified characters is the report of.

    Args:
        plain: The text.
        found: The titles of reports in it.
    """
    return _Finder(plain, found).body()


class _Finder:
    """The places of one text that name bodies, tried from the best on."""

    def __init__(self, plain: str, found: Sequence[Title]) -> None:
        told_in = _WRAPPED.sub("", plain)
        self._plain = plain
        self._names, self._self = BodyNames(plain), SelfNames(plain)
        self._named = [one for one in found if self._names.is_body(one.body) or names_its_body(one)]
        self._signed = signature(plain)
        self._told = told_titles(plain, self._named)
        self._stated = stated_bodies(told_in, self._names)
        self._published = published_by(plain, self._names)
        self._mentions = Mentions(told_in, self._names, self._self)

    def body(self) -> FoundBody:
        return (
            self._of_title()
            or self._of_signature()
            or self._of_sentence()
            or self._of_line()
            or self._of_statements()
            or self._of_text()
        )

    def _of_title(self) -> FoundBody | None:
        own = own_titles(self._plain, self._named)
        alone = [title.body for title in own if title.year] or [title.body for title in own]
        if not alone:
            return None
        body = max(alone, key=lambda name: (not is_any_body(name), len(name)))
        return FoundBody(self._whole(body), "单位取自标题")

    def _of_signature(self) -> FoundBody | None:
        return FoundBody(self._signed.body, "单位取自落款") if self._signed else None

    def _of_sentence(self) -> FoundBody | None:
        """The body of whose report a sentence speaks."""
        told = [title.body for title in self._told if self._self.may_be(title.body)]
        if not told:
            return None
        return FoundBody(self._whole(max(told, key=len)), "单位取自正文中的报告名称")

    def _of_line(self) -> FoundBody | None:
        """The body whose name alone is a line at the beginning, unless that may be the site's."""
        body = self._line()
        named = (*self._stated, *(title.body for title in self._told))
        trusted = (
            not _NAVIGATION.search(self._plain[:_HEAD])
            or self._self.must_be(body)
            or any(is_alike(body, name) for name in named)
        )
        return FoundBody(self._whole(body), _BESIDE) if body and trusted else None

    def _line(self) -> str:
        lines = (_OWN.sub("", _together(one.strip())) for one in self._plain[:_HEAD].split("\n"))
        body = next((one for one in lines if len(one) >= _LEAST_LINE and is_name(one)), "")
        return body if self._self.may_be(body) else ""

    def _of_statements(self) -> FoundBody | None:
        """The body that wrote the report, or that is to be asked."""
        agreeing = [name for name in self._stated if self._self.may_be(name)]
        if not agreeing:
            return None
        place = self._mentions.acting_place()
        if place:
            return FoundBody(place, _BY_TEXT, sure=False, others=(agreeing[0],))
        return FoundBody(self._whole(agreeing[0]), _PUBLISHED)

    def _of_text(self) -> FoundBody:
        """The body that the text speaks of; a page's fields and lines tell where it does not."""
        spoken_of = self._of_mentions()
        shown = [name for name in self._published if self._self.may_be(name)]
        name = next(filter(None, (*shown, self._line())), "")
        if not name or (spoken_of.name and spoken_of.sure):
            return spoken_of
        if not spoken_of.name or is_alike(name, spoken_of.name):
            return FoundBody(self._whole(name), _PUBLISHED, self._self.must_be(name))
        return replace(spoken_of, others=(name, *spoken_of.others))

    def _of_mentions(self) -> FoundBody:
        inferred = self._mentions.inferred()
        if not inferred.name:
            return FoundBody(others=inferred.others)
        others = dict.fromkeys((*self._of_site(inferred.name), *inferred.others))
        return FoundBody(inferred.name, _BY_TEXT, inferred.sure, tuple(others))

    def _of_site(self, body: str) -> tuple[str, ...]:
        """What a bureau may be called whose place stands in the name of its government's site."""
        sites = (self._names.bare(site["place"]) for site in _SITE.finditer(self._plain))
        places = {place for place in sites if place.endswith(body[0]) and 1 < len(place) <= _PLACE}
        return (places.pop() + body[1:],) if len(places) == 1 else ()

    def _whole(self, body: str) -> str:
        """The body with its county or city before it, where the text says so elsewhere."""
        stated = [self._signed.body] if self._signed else []
        stated += [*self._stated, *self._published, *(title.body for title in self._told)]
        fuller = [name for name in stated if _is_fuller(name, body)]
        return self._mentions.placed(max(fuller, key=len, default=body), stated)


def _is_fuller(name: str, body: str) -> bool:
    before, found, behind = name.partition(body)
    return bool(found) and len(before) <= _LONGER and behind in _WHOLE


def _together(line: str) -> str:
    """A line without the blanks that only space its letters out."""
    return "".join(line.split()) if _SPACED_OUT.fullmatch(line) else line
