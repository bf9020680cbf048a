"""Automatic numbers of Word paragraphs (一、（一）1.), which are not in the text itself."""

from __future__ import annotations

from lxml import etree

from reviewer.document.numbering import LEVELS, Counting, Level
from reviewer.document.ooxml.wordnames import W, number, switched_on, value


class Numbering:
    """Gives the number that stands before each paragraph; to be asked once each, in order."""

    def __init__(
        self, numbering: etree._Element | None, styles: etree._Element | None = None
    ) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._instances: dict[str, etree._Element] = {}
        self._counting = Counting(self._level, lambda instance: self._abstract_of(instance)[0])
        self._styles: dict[str, etree._Element] = {}
        self._default_style = ""
        self._read_styles(styles)
        for element in numbering if numbering is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract[value(element, "abstractNumId") or ""] = element
            elif element.tag == f"{W}num":
                self._instances[value(element, "numId") or ""] = element

    def label(self, paragraph: etree._Element) -> str:
        """What Word shows before a paragraph; empty if it is not numbered."""
        if not self._instances:
            return ""
        instance, depth = self._of(paragraph)
        return self._counting.label(instance, depth)

    def _of(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list instance and level of a paragraph: its own, or its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        identity = value(own.find(f"{W}numId")) if own is not None else None
        depth = number(own.find(f"{W}ilvl"), -1) if own is not None else -1
        if identity is None:
            style = value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default_style
            identity, inherited = self._of_style(style)
            depth = inherited if depth < 0 else depth
        return identity or "", min(max(depth, 0), LEVELS - 1)

    def _of_style(self, name: str) -> tuple[str | None, int]:
        for _ in range(20):
            style = self._styles.get(name)
            if style is None:
                break
            properties = style.find(f"{W}pPr/{W}numPr")
            identity = value(properties.find(f"{W}numId")) if properties is not None else None
            if properties is not None and identity is not None:
                depth = number(properties.find(f"{W}ilvl"), -1)
                return identity, depth if depth >= 0 else self._depth_of_style(identity, name)
            name = value(style.find(f"{W}basedOn")) or ""
        return None, 0

    def _depth_of_style(self, instance: str, style: str) -> int:
        """The level of a list that names a style as its own."""
        _, abstract = self._abstract_of(instance)
        for level in abstract.findall(f"{W}lvl") if abstract is not None else ():
            if value(level.find(f"{W}pStyle")) == style:
                return number(level, 0, "ilvl")
        return 0

    def _abstract_of(self, instance: str) -> tuple[str, etree._Element | None]:
        """The definition of a list, links by way of a style followed."""
        for _ in range(5):
            element = self._instances.get(instance)
            key = value(element.find(f"{W}abstractNumId")) if element is not None else None
            abstract = self._abstract.get(key or "")
            link = value(abstract.find(f"{W}numStyleLink")) if abstract is not None else None
            if not link:
                return key or "", abstract
            instance = self._of_style(link)[0] or ""
        return "", None

    def _level(self, instance: str, depth: int) -> Level | None:
        element = self._instances.get(instance)
        override = _at_depth(element, "lvlOverride", depth)
        own = override.find(f"{W}lvl") if override is not None else None
        found = own if own is not None else _at_depth(self._abstract_of(instance)[1], "lvl", depth)
        if found is None:
            return None
        started = override.find(f"{W}startOverride") if override is not None else None
        return Level(
            start=number(started, number(found.find(f"{W}start"), 1)),
            form=value(found.find(f"{W}numFmt")) or "decimal",
            text=value(found.find(f"{W}lvlText")) or "",
            restart=number(found.find(f"{W}lvlRestart"), depth),
            plain=switched_on(found.find(f"{W}isLgl")),
            gap=value(found.find(f"{W}suff")) != "nothing",
            states_start=started is not None,
        )

    def _read_styles(self, styles: etree._Element | None) -> None:
        for style in styles.findall(f"{W}style") if styles is not None else ():
            name = value(style, "styleId") or ""
            self._styles[name] = style
            kind = value(style, "type") or "paragraph"
            if kind == "paragraph" and value(style, "default") in {"1", "true", "on"}:
                self._default_style = name


def _at_depth(parent: etree._Element | None, name: str, depth: int) -> etree._Element | None:
    for element in parent.findall(W + name) if parent is not None else ():
        if number(element, -1, "ilvl") == depth:
            return element
    return None
