"""Bodies that a text speaks of, how often, and which of them is most likely its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse

from reviewer.forms.identity.bodynames import BodyNames, is_short_for
from reviewer.forms.identity.self_names import SelfNames
from reviewer.forms.identity.titles import PLACED

_BRACKET = r"[（(][\u4e00-\u9fff]{2,8}[)）]"
_MENTION = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{2,18}}?(?:{_BRACKET}[\u4e00-\u9fff]{{0,12}}?)?"
    r"(?:(?:人民)?政府办公[厅室]|人民政府(?!办公)|街道办事处|管理委员会|委员会|管委会|局(?:[\u4e00-\u9fff]{2,8}?分局)?|厅|(?<=[总公行专])署"
    r"|(?<=[健康革资改建信教科通管宗])委(?!员)|(?<=[事防访贫务侨台])办(?![公理法事结学案好])|供销[合作联]*社"
    r"|(?:镇|(?<!城)乡|苏木)(?:人民政府)?|街道(?:办事处)?))(?!长)"
)
_SCHOOL = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,18}?(?:大学|学院|学校|[中小]学|幼儿园|医院|卫生院|保健院))(?![城生])"
)
"""A school or a hospital, which many a bureau speaks of, too."""

_SENTENCE = re.compile("[，。；,;]")
"""In a line that is more than a heading, a field or a link of a page."""

_SHORT = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<body>[\u4e00-\u9fff]苏木(?:人民政府)?|[省市县区]供销[合作联]*社)"
)
"""Names of one character before what body it is, where nothing else can be meant."""

_BELOW = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:税务局|监管局|监管分局|监察局|审计局)")
"""Behind 总局, 监察局, 委员会: what it has in a place, which begins its name with it."""

_OWN_WORK = r"的?(?:政府|政务)?(?:信息)?公开工作"
_DOES = (
    r"编制|形成了|高度重视|认真|严格|坚持|深入|始终|全面|扎实|紧紧|紧密|积极|全年|以习近平|以公开|立足|聚焦|切实"
    r"|累计|共|主动公开|未?收到|未发生|受理|持续|不断|进一步|秉持|紧扣|贯彻|落实"
    r"|在[^，。,\n]{2,16}(?:领导|指导|部署)"
)
_TOLD_OF = re.compile(f"{_OWN_WORK}|(?P<does>{_DOES})")
"""Behind the name of who did what the sentence tells."""

_ORDERED = re.compile("根据|按照|依据|遵照")
_ORDERS = re.compile(
    "转发|印发|下发|要求|部署|关于|《|的?(?:统一|有关|相关)?(?:通知|要求|部署|安排)"
)
"""Around the name of a body above the one that writes."""

_OPENING = (*"《(（)）",)
_PAPER = re.compile(r"《(?:20\d\d年度?)?(?P<name>(?![^》]*(?:关于|发|通知|意见))[^》\n]{6,48})》")
"""A document that a body made for itself, and begins with its own name."""

_ACTOR = re.compile(
    rf"(?:^|[。；;，,\n年]|年度|年来)\s*(?P<body>[\u4e00-\u9fff]{{2,16}}?(?:[县市区旗州盟省]|分局|大学|学院|公司))"
    rf"(?={_OWN_WORK}|{_DOES})",
    re.MULTILINE,
)
"""A place that is said to have done something: its government; or a company."""

_GOVERNED = tuple("省市州盟县区旗")
_ANY_ZONE = re.compile(r"(?:国家|高新|经济|技术|产业|工业|经|开发|园|新|示范|度假)+区")
_ZONE_NAME = 2
"""A zone that says of no place; its name begins with one, of so many characters at least."""

_OFTEN = 2
_CLEARLY = 2
"""One body must be named this many times as often as any other."""

_LEAST = 3
"""Characters of a name at least."""

# How far before a name its title can begin.
_LONGEST_TITLE = 60

_AREA_ENDS = "省市州盟县区旗总局会）)"
_KIND = re.compile("(?:人民政府|政府|办事处)$")
"""Left out where a name is compared with another."""


@dataclass(frozen=True)
class Inferred:
    """The body that a text speaks of most.

    Attributes:
        name: Its name, or empty.
        sure: Whether the text tells its deeds, and speaks of no other nearly as often.
        others: The other ones that it might be, most often named first.
    """

    name: str = ""
    sure: bool = False
    others: tuple[str, ...] = ()


class Mentions:
    """How often one text names each body."""

    def __init__(self, plain: str, names: BodyNames, self_names: SelfNames) -> None:
        """Count the names in a text.

        Args:
            plain: The text in simplified characters, sentences in one piece.
            names: What the text shows of names.
            self_names: What it calls itself.
        """
        self._plain = plain
        self._lines = plain.split("\n")
        self._names = names
        self._self = self_names

    def inferred(self) -> Inferred:
        """The body that the text speaks of most, and that may say of itself what the text says."""
        counts = Counter(
            {name: n for name, n in self._counted[0].items() if self._self.may_be(name)}
        )
        for name in [name for name in counts if _has_words_before(name, counts)]:
            del counts[name]
        together = self._together(counts)
        body = max(together, key=lambda name: (together[name], len(name)), default="")
        if together.get(body, 0) < _OFTEN:
            of_papers = self._of_papers()
            only = len(counts) == 1 and self._self.must_be(body)
            if of_papers.name or not only:
                return of_papers
        fuller = [name for name in counts if body in name[_ZONE_NAME:]]
        if len(fuller) == 1 and _ANY_ZONE.fullmatch(body):
            body = fuller[0]
        return self._weighed(self._full_name(body)[0], together)

    @cached_property
    def _counted(self) -> tuple[Counter[str], set[str]]:
        """How often sentences name each body, and those whose deeds they tell."""
        return self._count("\n".join(filter(_SENTENCE.search, self._lines)))

    @cached_property
    def _everywhere(self) -> Counter[str]:
        """How often headings, fields and links of a page name each body, too."""
        others = "\n".join(filterfalse(_SENTENCE.search, self._lines))
        return self._counted[0] + self._count(others)[0]

    def _count(self, plain: str) -> tuple[Counter[str], set[str]]:
        counts: Counter[str] = Counter()
        acting: set[str] = set()
        for match in _matches(plain):
            if name := self._name(match):
                told = _TOLD_OF.match(plain, match.end("body"))
                counts[name] += 2 if told else 1
                if told and told["does"]:
                    acting.add(name)
        return counts, acting

    def acting_place(self) -> str:
        """The place that the text clearly tells the deeds of: a bureau answers for it."""
        (place, times), (_, others) = (*self._counted[0].most_common(2), ("", 0), ("", 0))[:2]
        acts = place.endswith(_GOVERNED) and times >= max(_OFTEN, _CLEARLY * others)
        calls = acts and any(f"{word}{place[-1]}" in self._plain for word in "我本全")
        return place if calls and self._self.may_be(place) else ""

    def placed(self, body: str, stated: Iterable[str] = ()) -> str:
        """A body whose name says of no place, with the place that the text clearly gives it.

        Args:
            body: The name.
            stated: Names that the text has beside those mentioned, and that count as often.
        """
        full, times = self._full_name(body, stated)
        return full if times >= _OFTEN or self._speaks_of_area(full, body) else body

    def _full_name(self, body: str, stated: Iterable[str] = ()) -> tuple[str, int]:
        """The one full name that the text has for a body without a place, and how often."""
        if _has_place(body):
            return body, _OFTEN
        counts = self._everywhere + Counter(dict.fromkeys(stated, _OFTEN))
        fuller = {name: n for name, n in counts.items() if is_short_for(body, name)}
        whole = {
            name: sum(n for other, n in fuller.items() if name.endswith(other))
            for name in fuller
            if not any(other.endswith(name) for other in fuller if other != name)
        }
        best = max(whole, key=whole.__getitem__, default=body)
        others = max((times for name, times in whole.items() if name != best), default=0)
        return (best, whole[best]) if whole.get(best, 0) >= max(1, _CLEARLY * others) else (body, 0)

    def _together(self, counts: Counter[str]) -> dict[str, int]:
        """How often bodies are named, with and without areas before, and kinds behind, their names.

        A name without a place counts for the body alone whose full name it is short for.
        """
        full = {name: self._full_name(name)[0] for name in counts}
        bare = {name: _KIND.sub("", name) for name in counts}
        return {
            name: sum(
                times
                for other, times in counts.items()
                if full[other] == name or (_has_place(other) and bare[name].endswith(bare[other]))
            )
            for name in counts
        }

    def _speaks_of_area(self, name: str, short: str) -> bool:
        """Whether the text names the area before a body's short name elsewhere, too."""
        area = name[: name.find(short[0], 1) + 1]
        return bool(area) and self._plain.count(area) > self._plain.count(name)

    def _weighed(self, body: str, together: dict[str, int]) -> Inferred:
        """A body with those that are named beside it."""
        others = sorted(
            (name for name in together if not is_alike(body, name)),
            key=together.__getitem__,
            reverse=True,
        )
        others = [name for name in others if together[name] >= _OFTEN]
        most = together[others[0]] if others else 0
        own = [name for name in self._counted[0] if is_alike(body, name)]
        often = sum(self._counted[0][name] for name in own if _has_place(name)) >= _OFTEN
        acts = any(name in self._counted[1] for name in own)
        clearly = sum(self._counted[0][name] for name in own) >= _CLEARLY * most
        return Inferred(body, often and acts and clearly, tuple(others))

    def _of_papers(self) -> Inferred:
        """The body that the text's own documents begin with the name of."""
        counts: Counter[str] = Counter()
        for paper in _PAPER.finditer(self._plain):
            for pattern in (_MENTION, _SCHOOL):
                match = pattern.match(paper["name"])
                if match and self._self.must_be(match["body"]):
                    counts[match["body"]] += 1
        named = [name for name in counts if self._names.is_body(name)]
        return Inferred(named[0]) if len(named) == 1 else Inferred("", False, tuple(named))

    def _name(self, match: re.Match[str]) -> str:
        """The name that a match is, without the words before it; empty if it is none."""
        end = match.end("body")
        if _ORDERS.match(match.string, end):
            return ""
        if match["body"].endswith("总局") and (below := _BELOW.match(match.string, end)):
            end = below.end()
        name = self._names.bare(match.string[match.start("body") : end])
        if len(name) < _LEAST or name.startswith("办公") or not self._names.is_body(name):
            return ""
        return name if match.re is not _SCHOOL or self._self.must_be(name) else ""


def _matches(plain: str) -> Iterator[re.Match[str]]:
    """Every name, outside brackets and the titles of documents, that no order comes from."""
    for pattern in (_MENTION, _ACTOR, _SHORT, _SCHOOL):
        for match in pattern.finditer(plain):
            opening = plain[match.start() - 1 : match.start()] in _OPENING
            if not (opening or _ORDERED.match(match["body"]) or _is_in_title(match)):
                yield match


def _is_in_title(match: re.Match[str]) -> bool:
    """Whether a name stands in the title of a document, which may be of a place above."""
    plain, start = match.string, match.start()
    last = plain.rfind("《", max(0, start - _LONGEST_TITLE), start)
    return last >= 0 and "》" not in plain[last:start]


def _has_words_before(name: str, counts: Counter[str]) -> bool:
    """Whether another name is all of it but words before that are no area: 做好云岭市民政局."""
    others = (other for other in counts if other != name and other[0] not in _AREA_ENDS)
    before = (name.removesuffix(other) for other in others)
    return any(0 < len(one) < len(name) and one[-1] not in _AREA_ENDS for one in before)


def _has_place(name: str) -> bool:
    """Whether a name says of a place; 县水务局 leaves open in which county."""
    placed = PLACED.search(name)
    return placed is not None and placed.start() > 0


def is_alike(one: str, other: str) -> bool:
    """Whether two names may be of one body: one is the other's end, or short for it."""
    one, other = _KIND.sub("", one), _KIND.sub("", other)
    ends = one.endswith(other) or other.endswith(one)
    return ends or is_short_for(one, other) or is_short_for(other, one)
