"""The interface's language: Chinese in the source, English from ``resources/i18n/en.toml``."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer.errors import DeclarationError
from reviewer.paths import resource

_TOLD = "Told"
"""The context of what the core says: there, braces in a source stand for any text."""
_TOLD_IN = (
    "errors", "journal", "slips", "doubts", "evidence", "years", "steps", "warnings", "places",
    "rule_files", "lint",
)  # fmt: skip
"""Sections of words that the core says."""
_LISTS = (("；", "; "), ("、", ", "))
"""What parts such words in a list, and what does in English."""


def load_words(path: Path) -> dict[str, dict[str, str]]:
    """The translations of a file, by its sections and their Chinese source.

    Raises:
        DeclarationError: The file is wrong.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DeclarationError(f"译文文件 {path.name} 内容有误。", detail=str(error)) from error


def told(text: str) -> str:
    """What the core says (errors, journals, doubts, slips), in the interface's language.

    As it is, where that has no words for it.
    """
    return QCoreApplication.translate(_TOLD, text)


class Glossary(QTranslator):
    """Translates what ``tr`` is given by a table, and what errors and journals say by templates."""

    def __init__(self, sections: dict[str, dict[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = {source: word for one in sections.values() for source, word in one.items()}
        self._told: dict[str, str] = {}
        for name in _TOLD_IN:
            self._told |= sections.get(name, {})
        self._templates: list[tuple[re.Pattern[str], str]] | None = None

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not self._words

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The translation; None, Qt's word for "not known here", if there is none."""
        return self._retold(source) if context == _TOLD else self._words.get(source)

    def _retold(self, said: str) -> str | None:
        """What was said, values and all; the values are such words themselves, or not."""
        if said in self._words:
            return self._words[said]
        for pattern, word in self._patterns():
            match = pattern.fullmatch(said)
            if match is not None:
                return word.format(*(self._retold(one) or one for one in match.groups()))
        for mark, instead in _LISTS:
            parts = said.split(mark)
            listed = [self._retold(part) for part in parts] if len(parts) > 1 else []
            if any(listed):
                both = zip(listed, parts, strict=True)
                return instead.join(one or part for one, part in both)
        name, _, rest = said.partition("：")
        pair = (self._retold(name), self._retold(rest)) if rest else (None, None)
        return f"{pair[0] or name}: {pair[1] or rest}" if any(pair) else None

    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """The sources with empty braces, those that say most first."""
        if self._templates is None:
            sources = sorted((one for one in self._told if "{}" in one), key=len, reverse=True)
            self._templates = [(_pattern(source), self._told[source]) for source in sources]
        return self._templates


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, source.split("{}"))), re.DOTALL)


def use_language(application: QApplication, language: str) -> None:
    """Install the translator of ``zh`` or ``en``, in place of one that is there."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    chinese = language == "zh"
    QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
    if chinese:
        translator = QTranslator(application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_zh_CN", folder):
            application.installTranslator(translator)
        return
    application.installTranslator(Glossary(load_words(resource("i18n/en.toml")), application))
