"""Places that were left open: XX, 待填, nothing behind 链接：, the remains of Word's fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import prose_of
from reviewer.checks.families.showing import hit_around
from reviewer.document.model import Span
from reviewer.patterns import any_of

_HAN = r"[\u4e00-\u9fff]"
_WIDE_BLANK = r"[ \u3000\u00a0]"
_IN_WORD = r"A-Za-z0-9./_\-@:"
"""Beside one of these an X belongs to a word, an address or the name of a file."""

_SURNAME = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董程曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪姜范姚谭廖邹熊陆郝崔邱秦顾侯邵孟尹黎贺赖龚]"
)

_SIGNS = (
    # XX, 网址：XX网
    rf"(?<![{_IN_WORD}])[xX×✕]{{2,}}(?![{_IN_WORD}])",
    rf"(?<=:)[xX×✕]{{2,}}(?={_HAN})",
    # ***镇, in no line of stars
    rf"(?<![{_IN_WORD}*])\*{{3,}}(?={_HAN})(?![^\n]*\*{{3}})",
    # 〇〇县, in no year
    r"(?<![二一三四五六七八九十〇○◯])[〇○◯]{2,}(?![〇○◯一二三四五六七八九十年])",
    # 20  年, N件, X月, 20X3年, X个
    rf"(?<![\dA-Za-z])20{_WIDE_BLANK}{{2,}}年",
    r"(?<![A-Za-z+\d])[NM]{1,3}(?=[条件次份篇人名])",
    rf"(?<![{_IN_WORD}+×])[xX×](?=[年月日条件份篇次]|人次)",
    r"(?<!\d)20(?:\d[xX×*]|[xX×*]{2})(?=年)",
    rf"[xX×](?<={_HAN}.)(?=[个项场](?!性))",
    # 某县人民政府
    r"某(?=[县区市镇乡](?:人民政府|政府|党委))",
    # □□, □件, …件, ?件, ___, __件
    rf"(?<={_HAN})□{{2,}}",
    r"□(?=[条件次份篇人])",
    rf"(?<={_HAN})…{{1,2}}(?=[条件份篇期次][,。;、)])",
    rf"(?<={_HAN})[?]{{1,4}}(?=[条件次份篇人])",
    r"_{3,}",
    rf"(?<={_HAN})__(?=[条件份篇期次个项人年月日])",
)
"""Signs that hold the place of a name or a figure."""

_WORDS_LEFT = (
    rf"(?<!{_SURNAME})某某(?!”)",
    r"待填写?",
    r"待补充",
    r"此处(?:填写?|输入)",
    r"请在?此处?(?:填写|输入)",
    r"\([^()]{0,8}(?:处|自行|据实)填[写报]\)",
    r"\((?:具体|填写|此处)(?:网址|地址|链接|电话|时间|日期|单位名称|数字)\)",
    # 联系人：张三
    r"(?<=[人长员由:])(?:张三|李四|王五)(?![\u4e00-\u9fff]{1,2}(?:同志|村|社区))",
    # what a word processor's forms say
    r"(?:单击|点击)(?:或点击)?此?处?(?:输入|添加)文字?",
    r"\(文字描述",
)
"""Words that hold the place of others. A surname before 某某 is a person's, unnamed on purpose."""

_OPEN = re.compile(
    # What an alternative may begin with: most places in a text are passed over by it.
    r"(?=[xX×✕*〇○◯□2NM?_某待此请单点(…张李王])" + any_of(*_SIGNS, *_WORDS_LEFT)
)

_UNFILLED = re.compile(
    # What most alternatives begin with: most places in a text are passed over by it.
    r"(?=[ \u3000\u00a0*%])"
    + any_of(
        # 有   个村
        rf"(?<=[在有对由为把]){_WIDE_BLANK}{{2,}}"
        r"(?=个(?:行政)?(?:村|社区|部门|单位|乡镇|站所|科室|股室|栏目|专栏))",
        # 发布信息   条, 公示**期
        rf"(?<={_HAN}{{2}})"
        + any_of(
            rf"{_WIDE_BLANK}{{2,}}(?=(?:[条件份篇期次]|人次)[,。;、)])",
            r"\*{1,2}(?=[条件份篇期次块个台处])",
        ),
        rf"(?<=[率达为占]){_WIDE_BLANK}*%",
    )
    #      年    月    日
    + rf"|(?m:^{_WIDE_BLANK}*年{_WIDE_BLANK}+月{_WIDE_BLANK}+日{_WIDE_BLANK}*$)"
)
"""A unit whose figure was never filled in."""

_UNIT = re.compile(
    r"[件条篇次场份期](?<=申请件|信息条|动态条|消息条|解读篇|文章篇|稿件篇|培训次|会议次|活动次"
    r"|培训场|会议场|活动场|资料份|简报份|手册份|传单份|谈会次|谈会场|训班期|训班次|讲座场|讲座次)(?=[,。;、)])"
)
_NO_FIGURE = re.compile(
    any_of(
        # 等个专题
        r"(?<=[”》\u4e00-\u9fff])等个"
        r"(?=(?:专题|专栏|栏目|方面|部门|单位|领域|平台|村|社区|乡镇|事项|类别))",
        # 举办期培训, 出刊期。
        r"(?<=举办|开展|召开|组织)"
        + any_of(
            "期(?![间限末货刊望待满中盼权初])",
            "次(?![数生日年要级第序月周])",
            "场(?![地所馆合次景外面站域内均])",
        )
        + rf"(?={_HAN}{{2}})",
        r"(?<=出刊)期(?=[,。;])",
        # 办结率为100。
        rf"(?<={_HAN}[复结期开意读])率(?:为|达到?|均为)?\d{{2,3}}(?=[,。;])",
        # 专栏个，监督员名，
        r"(?<=问题|专题|专栏|栏目|部门|社区|事项)个(?=[,。;])",
        r"(?<=监督员|联络员|信息员)名(?=[,。;])",
        # 废止2件，现行有效的规范性文件。
        r"(?<=件[,、])现行有效的?(?:行政)?规范性文件(?=[。;])",
    )
)
"""A unit whose figure is gone, with no blank left for it."""

_UNCOUNTED = re.compile(
    r"(?<!未)(?<!有)(?:(?:共|收到|受理|办结)[\u4e00-\u9fff]{0,8}(?<!依)申请件"
    r"|(?:共|发布|公开|开展|举办|召开|制作|编发|发放)[\u4e00-\u9fff]{2,10}[条篇次场份期])$"
)
"""发布政府信息条: no figure, and no blank for it either."""

_LEAD = 16
"""Characters before a unit in which its verb stands."""

_LABELS = "(?:链接|网址|(?<!联系)电话|联系电话|传真|邮政编码|邮编|电子邮箱|邮箱|联系地址|地址)"
_LABEL = re.compile(
    rf"{_LABELS}"
    r"[ \t\u3000\u00a0]*:(?P<gap>[ \t\u3000\u00a0]*)(?:https?://)?(?P<next>[,。;、)]|\n\s*[一二三四五六][、.])"
)
_LABELLED = re.compile(f"{_LABELS}$")

_LONGEST = 6
"""Characters of the longest label, 电子邮箱 and the like, and a blank."""

_BLANKS = r"[ \t\u3000\u00a0]*"
_BRACKETS = re.compile(
    "|".join(
        rf"{one}{_BLANKS}{other}"
        for one, other in ((r"(?<!\])\(", r"\)"), "《》", (r"(?<=\S)“", "”"), "〔〕", "【】")
    )
)
"""Behind ] nothing is left out: a picture or a link of a page that was made Markdown.

Quotes that begin a line were lifted from the next one, as programs do that take text from pages.
"""

_UNTITLED = re.compile(
    r"关于(?:印发|转发|公布)的通知(?=》)|(?<=[;,(])(?:联系电话|邮编|邮政编码)(?=[。;)])"
)
"""《关于印发的通知》: the name of what was issued is gone; or a label without a colon either."""

_FIELDS = re.compile(
    r"(?=[错EMHP\ufffd])(?:错误!\s*(?:未找到引用源|未定义书签|超链接引用无效|文档中没有指定样式的文字)[。.]?"
    r"|Error!\s*(?:Reference source|Bookmark|Hyperlink|No text of)[^\n。]{0,40}"
    r"|\b(?:EMBED|MERGEFORMAT|HYPERLINK|PAGEREF|MERGEFIELD)\b[^\n。]{0,30}"
    r"|\ufffd+)"
)


def is_left_empty(flow: str, colon: int) -> bool:
    """Whether a colon in a text without blanks stands behind 电话, 链接 and the like."""
    return bool(_LABELLED.search(flow, max(0, colon - _LONGEST), colon))


def _left_open(inspection: Inspection) -> Iterator[Hit]:
    """Words that hold a place for what was never written."""
    yield from _hits(inspection, _OPEN)
    plain = prose_of(inspection.report).plain
    for match in _UNFILLED.finditer(plain):
        start, end = match.span()
        line = plain[plain.rfind("\n", 0, start) + 1 :].partition("\n")[0]
        if "*" not in match[0] or line.count("*") == end - start:
            yield _hit(inspection, start, end)
    yield from _hits(inspection, _NO_FIGURE)
    for match in _UNIT.finditer(plain):
        if _UNCOUNTED.search(plain, max(0, match.start() - _LEAD), match.end()):
            yield _hit(inspection, *match.span())


def _nothing(inspection: Inspection) -> Iterator[Hit]:
    """Nothing behind 链接：, nothing between brackets."""
    plain = prose_of(inspection.report).plain
    for match in _LABEL.finditer(plain):
        yield _hit(inspection, match.start(), match.start("gap"))
    yield from _hits(inspection, _BRACKETS)
    yield from _hits(inspection, _UNTITLED)


def _fields(inspection: Inspection) -> Iterator[Hit]:
    """What a field of Word leaves when its target is lost."""
    yield from _hits(inspection, _FIELDS)


def _hits(inspection: Inspection, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for match in pattern.finditer(prose_of(inspection.report).plain):
        yield _hit(inspection, match.start(), match.end())


def _hit(inspection: Inspection, start: int, end: int) -> Hit:
    return hit_around(inspection.report.document, Span(start=start, end=end))


_NAMES = frozenset({"around"})
OPEN = Check(_left_open, _NAMES, reads_figures=False)
NOTHING = Check(_nothing, _NAMES, reads_figures=False)
FIELDS = Check(_fields, _NAMES, reads_figures=False)
