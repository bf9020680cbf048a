"""Refuses texts that are no report, or more than one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.document.encodings import is_garbled
from reviewer.document.model import Document
from reviewer.errors import EncodingError, NotAReportError, SeveralReportsError
from reviewer.forms.folding import PINYIN, simplified_in_place
from reviewer.forms.identity.identity import Identity
from reviewer.forms.identity.sections import find_sections, is_known
from reviewer.forms.identity.titles import titles
from reviewer.forms.report import Section

_ABOUT = re.compile("信息公开|政务公开|政府信息|公开信息|主动公开|依申请公开")
_SPOKEN = 300
"""A section of a report has come to what it is about within this many characters."""

_OFTEN = 2
"""It speaks of that at least this many times in them; other texts do later, if at all."""

_LEAST_SECTIONS = 2
"""One section of a report may be quoted in any text."""

_ARTICLE = re.compile(r"(?m)^[ \t]*第[一二三四五六七八九十百]+条[ \t\u00a0]")

_LEAST_ARTICLES = 5
"""A norm has at least this many articles; a report quotes fewer."""

_NOTICE = re.compile(r"(?m)^(?!.*报告$).*的(?:通知|函|意见|批复)[ \t]*$")
_HEADING = 400
"""A notice says that it is one within this many characters."""
_REPORT = "本(?:年度)?(?:工作)?(?:报告|年报)"
_INTRODUCED = re.compile(
    rf"{_REPORT}[^。\n]{{0,60}}(?:编制|包括|组成|统计)|(?:编制|制作|撰写)[^。\n]{{0,12}}{_REPORT}"
)
"""How a report says what it is, should its title stand elsewhere on the page."""

_OVERALL = re.compile("总体[^要]*情况|概述|概况|基本情况|开展情况")
"""What reports call their first section in words of their own."""

_NORM = re.compile(
    r"(?:制定|制订|编制|修订)[^。，,\n]{0,6}本《?[^。，,\n》]{0,16}(?:指南|制度|办法|规定|细则|方案)"
)
"""How a guide to a body's information, or a rule, calls itself; it has such sections, too."""

_BEGINNING = 1000
"""Characters in which a report says what it is."""

_TITLED = 20_000
"""Characters in which a title is looked for: it may stand behind a site's navigation."""

_LATIN = re.compile("[A-Za-z]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SENTENCE_ENDS = re.compile(r"[。；;\n]")
_LEAST_SENTENCES = 3
_LONGEST_TOLD = 100_000
"""A report without headings has at least so many sentences, and at most so many characters."""
_GARBLED = "文字是乱码，读不出报告。"
_OTHER_ENCODING = "请换一种编码重新读取；换哪种都不行的，文件存盘时已成乱码，请向报送单位重新索取。"
_ASK_AGAIN = "请向报送单位重新索取，或复制正文后粘贴打开。"


def refuse_other_texts(
    document: Document,
    identity: Identity,
    sections: Sequence[Section],
    *,
    has_tables: bool,
) -> None:
    """Refuse what is no report.

    Args:
        document: The text.
        identity: Whose report on which year it would be.
        sections: Those found in it.
        has_tables: Whether any table of a form was: then it is one.

    Raises:
        NotAReportError: It is a norm or a notice, or nothing says that it is a report.
        EncodingError: Its characters say nothing: it was decoded, or written, wrongly.
    """
    if has_tables:
        return
    text = document.text
    plain = simplified_in_place(PINYIN.sub("", text))
    if _is_norm(plain) and not (identity.title and len(sections) >= _LEAST_SECTIONS):
        raise NotAReportError(
            "这像是法规或通知，不是政府信息公开工作年度报告：只提到年度报告，没有报告的章节和表格。",
            "请确认选对了报告。",
        )
    if identity.title or _is_titled(plain, text, sections):
        return
    if _is_begun(text, plain, identity, sections) and not _is_foreign(plain):
        return
    if is_garbled(text):
        raise EncodingError(_GARBLED, _OTHER_ENCODING if document.origin.encoding else _ASK_AGAIN)
    raise NotAReportError(
        "这不像政府信息公开工作年度报告：没有找到标题、章节或表格。",
        "请确认选对了报告；如果正文是图片，请先转成文字。",
    )


def refuse_several(text: str) -> None:
    """Refuse two titles, of different bodies or years, each with sections of its own behind it.

    A running title has sections behind it that go on counting from those before it.

    Raises:
        SeveralReportsError: There are.
    """
    plain = simplified_in_place(text)
    alone = [title for title in titles(plain) if title.stands_alone and title.year]
    if len(alone) <= 1:
        return
    starts = [title for title in alone if len(find_sections(text[title.start :])) > _LEAST_SECTIONS]
    for first, second in pairwise(starts):
        other = (first.body, first.year) != (second.body, second.year)
        between = find_sections(text[first.start : second.start])
        again = _known(between) & _known(find_sections(text[second.start :]))
        if other and again and len(between) > _LEAST_SECTIONS:
            raise SeveralReportsError(
                f"这里面有不止一份报告：“{first.text}”和“{second.text}”。",
                "请把各份报告分开，逐份打开。",
            )


def _known(sections: Sequence[Section]) -> set[int]:
    """The numbers of the sections that have a title of the form's."""
    return {one.number for one in sections if is_known(one.title)}


def _is_norm(plain: str) -> bool:
    """Whether a text is a norm with articles, or a notice."""
    articles = len(_ARTICLE.findall(plain))
    return articles >= _LEAST_ARTICLES or _NOTICE.search(plain[:_HEADING]) is not None


def _is_titled(plain: str, text: str, sections: Sequence[Section]) -> bool:
    """Whether a title is all of its line, or has a report behind it."""
    named = titles(plain[:_TITLED])
    if any(one.stands_alone for one in named):
        return True
    return bool(named) and (bool(sections) or _is_told(text))


def _is_begun(text: str, plain: str, identity: Identity, sections: Sequence[Section]) -> bool:
    """Whether a text without a title begins as reports do: by saying so, or with their sections."""
    beginning = plain[:_BEGINNING]
    if _NORM.search(beginning):
        return False
    introduced = identity.period is not None or _INTRODUCED.search(beginning) is not None
    if introduced and _ABOUT.search(beginning):
        return True
    return any(_speaks_of_it(text, one) for one in sections if _is_reports(one.title))


def _is_foreign(plain: str) -> bool:
    """Whether a text has more Latin letters than Chinese characters: it only quotes reports."""
    return len(_LATIN.findall(plain)) > len(_CHINESE.findall(plain))


def _is_reports(title: str) -> bool:
    """Whether a section's title is one that reports have."""
    return is_known(title) or _OVERALL.search(simplified_in_place(title)) is not None


def _speaks_of_it(text: str, section: Section) -> bool:
    """Whether a section comes to the disclosure of information with its first sentences."""
    end = min(section.span.end, section.heading.end + _SPOKEN)
    beginning = simplified_in_place(PINYIN.sub("", text[section.span.start : end]))
    return len(_ABOUT.findall(beginning)) >= _OFTEN


def _is_told(text: str) -> bool:
    """Whether a text without headings may be a report told in one go."""
    sentences = {one for one in _SENTENCE_ENDS.split(text) if one.strip()}
    return len(text) <= _LONGEST_TOLD and len(sentences) >= _LEAST_SENTENCES
