"""What is a body's name in a text, and where it begins: 由石桥镇 names 石桥镇, 向阳镇 itself.

A short word before a name may as well be the name's own first character. No list of places says
which: the text is asked where else it writes the name, with the word and without it.
"""

from __future__ import annotations

import re

BODY_END = (
    "人民政府|政府|办事处|管理委员会|委员会|管委会|办公室|公安局|分局|局|厅|委|办|署|院|处|所|队|站"
    "|中心|集团|公司|学校|中学|小学|大学|学院|医院|会|社|馆|部|队|银行|海关|关区|镇|乡|苏木|街道|街|开发区|新区|实验区|园区|园|县|旗|市|区|州|盟|省"
    "|[农林渔牧茶盐]场|(?:园艺|垦殖|原种|良种|养殖|种畜)场"
)
_BODY = re.compile(
    rf"[\u4e00-\u9fff（）()]{{2,40}}?(?:{BODY_END})(?:[（(][^（）()章]{{2,12}}[)）])?"
    rf"|(?![某外邻两几省市州])[\u4e00-\u9fff](?:县|镇|旗|苏木)|园艺场|垦殖场"
)
_SELF = re.compile(
    r"(?:[我本该全]|(?:^|(?<=[市县区省州府乡镇街]))各)(?:镇|乡|局|街道|县|区|市|委|办|署|厅|部门|单位)"
    r"|[我本](?:省|旗|盟|州|街|苏木|院|校|站|队|所|处|中心|馆|关|行|社|机关)|全(?:省|旗|盟)"
    r"|上级|本级(?:政府|人民)|有关|主管"
)
_NO_BODY = re.compile(
    r"[了的或及把被这那并]|以下|做好|优化|规范|尤其|一些|多个|部分|其[他它]|(?<=.)与|认真|围绕|坚持|严格|积极|贯彻|落实|结合|加强|按照|配合|作为|通过|成立|统一"
    r"|自治州人民政府|设区|网站|社会(?!保[障险]|事务|福利|组织|科学)|公开|信息|工作|群众|公民|领导|职能部门|各级|乡镇|村镇|上级|《|^高等学校|(?:[省市州县区]|大)局$"
)
_NOT_IN_NAME = re.compile(
    r"[的了把被这那《]|[^市州县区旗]由|关于|公开|职能部门|各级|群众|网站|情况|作为|通过|年度"
)
"""Not in a name that stands by itself; 和 and 信息 are: 工业和信息化局."""

_WORDS = re.compile(
    r"根据|按照|依据|结合|遵照|对照|认真|依法|按[时期]|如期|完成|形成|建立|实现|进一步|不断|持续|现公[布开]|现发布|特向|特编制|特[公发]布|汇总|截至|成立|现将|公布|关于"
    r"|得到|加强|全体|联系|推进|本年|年|度(?!假)|[了使让]"
    r"|账号|定期|更新|调整|召开|指定|明确|健全|及时|做好|开展|完善|充分|发挥|提高|提升|推动|依托|利用|围绕|确保|[对将]?拟在?"
)
"""Words before a name that none begins with."""

_BOARD = re.compile("委员会$|委会$")
"""What 委 is short for."""

_CUT = re.compile(
    "开展|编制|推进(?!办)|人员|按时|负责|安排|联系|日期|其中|学年|地址|位于|可[从在]|登录|访问|通过|反映|包括"
    "|配合|协助|接受|统筹|对接|报送|学习|督促|会同|我们"
)
"""Words that stand before names and in none, whatever stands before them."""

_DOUBTED = re.compile(r"[由向在为将和与以是]|经(?![济开])")
"""Words before a name that may be its own first character."""

_LINE_WORDS = re.compile(r"^(?:度(?!假)|现将|公布|关于)+")
_WITHIN = re.compile(r"(?<=.)[和由]")
"""What parts two names, or belongs to one."""

_ENDED = re.compile(f"(?:{BODY_END})$")
_LEVEL = "省市州盟县区旗镇乡街"
_SEAT = re.compile(rf"(?P<stem>[\u4e00-\u9fff]+?)(?:街道|[{_LEVEL}])")
_SHORT = re.compile(rf"[^各本全该我乡村城集][{_LEVEL}]")
"""A place of one character, which nobody means: 平镇 of 和平镇."""

_OFTEN = 2
"""Two joined names that a text writes together this many times are one name."""

_STEM = 2
"""How many characters most places' names have before their kind: 石桥 before 镇."""

_JOINING = "和与"
"""Words that no clause begins with."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_BEHIND_OTHER = re.compile(rf"[{_LEVEL}]$|街道$|(?:关于|现将|发布|公布|[由与向请])$")
"""What a name stands behind, and no word that is part of a sentence."""

_BEHIND = re.compile(rf"{_BEHIND_OTHER.pattern}|[在经将以为和及对]$|[0-9]\s*年$|年度$")
_CLAUSE = re.compile(r"(?:^|[，,。；;：:《“\n]|[0-9]\s*年|年度)\s*$")
_QUOTED = re.compile(r"[《“]$")
_LINE = re.compile(r"(?:^|\n)[ \t\u3000\u00a0#*|>【]*$")
_SENTENCE = re.compile(r"[，,。；;]")

_BEFORE = 8
"""Characters before a name that show whether one begins there."""

_LEVEL_BEFORE = re.compile(rf"[{_LEVEL}][^委局府办级属门]$")


class BodyNames:
    """What one text shows of the names of bodies in it."""

    def __init__(self, plain: str) -> None:
        """Look at the names of a text in simplified characters."""
        self._plain = plain
        self._counted: dict[tuple[str, str, str], tuple[int, int]] = {}

    def bare(self, name: str, *, begins: bool = False) -> str:
        """A name without the words that a sentence has before it.

        Args:
            name: As found.
            begins: Whether something else shows that the name begins there (由…编制, 请与…联系).
        """
        cuts = [*_CUT.finditer(name)]
        name = name[cuts[-1].end() :] if cuts else name
        while True:
            word = _WORDS.match(name)
            if word is None:
                word = _DOUBTED.match(name)
                if word is None or self._begins_with(name, begins=begins):
                    return name
            name = name[word.end() :]

    def is_body(self, name: str) -> bool:
        """Whether what a sentence or a title says is a body's name."""
        if not _BODY.fullmatch(name) or _SELF.search(name) or _NO_BODY.search(name):
            return False
        return not any(self._parts(name, word.start()) for word in _WITHIN.finditer(name))

    def _begins_with(self, name: str, *, begins: bool) -> bool:
        """Whether the short word at a name's beginning is its own."""
        rest = name[1:]
        if not rest:
            return False
        levelled = rest[:1] in _LEVEL
        seat = _SEAT.match(rest)
        without = seat[0] if seat and not levelled else rest
        own, other = self._counts(name[0], rest[0] if levelled else without, without)
        if own or other:
            return own > other
        if begins:
            return True
        return seat is not None and len(seat["stem"]) < _STEM and not levelled

    def _parts(self, name: str, at: int) -> bool:
        """Whether a 和 or 由 within a name parts two names."""
        before, behind = name[:at], name[at + 1 :]
        if name[at] == "和":
            if behind[:1] in _LEVEL:
                return len(before) > 1 and not _LEVEL_BEFORE.search(before)
            if _SHORT.match(behind):
                return False
        seat = _SEAT.match(behind)
        if name[at] == "和" and (seat is None or len(seat["stem"]) < _STEM):
            return bool(_ENDED.search(before))
        if seat is None or before[-1] not in _LEVEL:
            return True
        _, alone = self._counts(name[at], seat[0], seat[0])
        return alone > 0 or len(self._places(name[: at + 1] + seat[0])) < _OFTEN

    def _counts(self, word: str, rest: str, without: str) -> tuple[int, int]:
        """How often the text begins a name with a word for certain, and how often without it."""
        key = (word, rest, without)
        if key not in self._counted:
            own = sum(self._stands(at) for at in self._places(word + rest))
            other = sum(
                self._plain[at - 1 : at] != word and bool(self._opens(at))
                for at in self._places(without)
            )
            self._counted[key] = own, other
        return self._counted[key]

    def _places(self, name: str) -> list[int]:
        places: list[int] = []
        at = self._plain.find(name)
        while at >= 0:
            places.append(at)
            at = self._plain.find(name, at + max(len(name), 1))
        return places

    def _opens(self, at: int) -> bool:
        """Whether a name may begin at a place: behind a sign, a place's name, a short word."""
        before = self._plain[max(0, at - _BEFORE) : at]
        return not _HAN.match(before[-1:]) or bool(_BEHIND.search(before))

    def _stands(self, at: int) -> bool:
        """Whether the word at a place must be part of a name."""
        before = self._plain[max(0, at - _BEFORE) : at]
        if at < _BEFORE:
            before = f"\n{before}"
        if _QUOTED.search(before) or (_LINE.search(before) and self._alone(at)):
            return True
        pattern = _CLAUSE if self._plain[at] in _JOINING else _BEHIND_OTHER
        return bool(pattern.search(before))

    def _alone(self, at: int) -> bool:
        """Whether the line from a place on is no sentence: a title, a signature, a field."""
        return not _SENTENCE.search(self._plain[at:].partition("\n")[0])


def of_line(name: str) -> str:
    """A name that a line begins with, where short words are its own: 向阳镇, 和县."""
    return _LINE_WORDS.sub("", name)


def names_body(name: str) -> bool:
    """Whether all of a stretch has the shape of a body's name."""
    return bool(_BODY.fullmatch(name))


def is_name(stretch: str) -> bool:
    """Whether a stretch that stands by itself is a body's name."""
    return names_body(stretch) and may_be_name(stretch)


def may_be_name(stretch: str) -> bool:
    """Whether nothing in a stretch that stands by itself speaks against a name."""
    return not (_SELF.search(stretch) or _NOT_IN_NAME.search(stretch))


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is a full one without its area's, and maybe with letters left out.

    市应急局 is short for 云岭市应急管理局, and 应急管理局 without its level for that, too.
    """
    short, full = _BOARD.sub("委", short), _BOARD.sub("委", full)
    if short == full or short[-1:] != full[-1:]:
        return False
    if short[:1] not in _LEVEL:
        return full.endswith(short)
    areas = (at for at in range(1, len(full)) if full[at] == short[0])
    return any(_left_of(short[1:], full[at + 1 :]) for at in areas)


def _left_of(few: str, letters: str) -> bool:
    """Whether letters with some of them left out are these few."""
    rest = iter(letters)
    return all(letter in rest for letter in few)
