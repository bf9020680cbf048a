"""Wordings that tell a report from the page around it."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s+")
_LABELS = re.compile(
    r"本年新收|上年[结結][转轉]|[结結][转轉]下年度|本年度[办辦]理[结結]果|予以公[开開]|不予公[开開]"
    r"|不予[处處]理|[无無]法提供|[结結]果[维維]持|[结結]果[纠糾]正|尚未[审審][结結]|其他[结結]果"
    r"|信息[内內]容|第二十[条條]第|本年[制发發新公废廢]+件?[数數]|[现現]行有效"
    r"|本年[处處]理[决決]定|本年收[费費]金|行政[许許]可|行政[处處][罚罰]|行政[强強]制|采[购購][项項]目"
    r"|申[请請]人情[况況]|商[业業]企[业業]|自然人|行政[复復][议議]|行政[诉訴][讼訟]"
    r"|指[标標]名[称稱]|[统統][计計]指[标標]|[计計]量[单單]位|收到申[请請][数數]|申[请請]答[复復]"
)
_SECTIONS = re.compile(
    r"[总總][体體]情[况況]|主[动動]公[开開]政府信息(?:的)?情[况況]|收到和[处處]理政府信息公[开開]申"
    r"|政府信息公[开開]行政[复復][议議]|存在的?(?:主要)?[问問][题題]|其他需要[报報]告"
    r"|政府信息公[开開].{0,6}收[费費]|依申[请請]公[开開]政府信息(?:的)?情[况況]"
)
_COMMON = re.compile(r"行政|自然人|商")
_TITLE = re.compile(
    r"(?:信息|政[务務]|[资資][讯訊])(?:[与與]政[务務])?公[开開][^。；]{0,24}(?:[报報]告|年[报報])"
)
_NO_TITLE = re.compile(r"[。；>＞»《》]|[当當]前位置|您所?在|上一[篇条]|下一[篇条]|[阅閱][读讀]")
_TITLE_LIMIT = 70
_HEADING_LIMIT = 60


def labels_in(text: str) -> frozenset[str]:
    """Labels of the forms' tables that a text names."""
    return frozenset(_LABELS.findall(_BLANKS.sub("", text)))


def marks_in(text: str, *, table: bool) -> frozenset[str]:
    """The forms' labels and section titles in a piece, which show that it is the report's."""
    found = labels_in(text)
    if not table:
        found = frozenset(label for label in found if not _COMMON.match(label))
        if len(text) > _HEADING_LIMIT and len(found) < 2:
            return frozenset()
    return found | frozenset(_SECTIONS.findall(_BLANKS.sub("", text)))


def is_title(line: str) -> bool:
    """Whether a line is a report's title."""
    stripped = line.strip()
    return (
        len(stripped) <= _TITLE_LIMIT
        and bool(_TITLE.search(_BLANKS.sub("", stripped)))
        and not _NO_TITLE.search(stripped)
    )
