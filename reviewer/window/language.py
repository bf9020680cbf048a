"""The interface's language: Chinese in the source, English from ``resources/i18n/en.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer.errors import DeclarationError
from reviewer.paths import resource


def load_words(path: Path) -> dict[str, str]:
    """The translations of a file by their Chinese source.

    Raises:
        DeclarationError: The file is wrong.
    """
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DeclarationError(f"译文文件 {path.name} 内容有误。", detail=str(error)) from error
    return {source: word for section in sections.values() for source, word in section.items()}


class Words(QTranslator):
    """Translates what ``tr`` is given by a table."""

    def __init__(self, words: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

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
        return self._words.get(source)


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
    application.installTranslator(Words(load_words(resource("i18n/en.toml")), application))
