"""What the user chose, kept as JSON in the configuration folder.

To add a setting, add a field here: the preferences dialog is made from the fields. One without
a title is not shown there.
"""

from __future__ import annotations

import getpass
import json
import logging
from pathlib import Path
from typing import Any, Literal

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo
from PySide6.QtCore import QObject, Signal

from reviewer.atomic import write_atomically
from reviewer.errors import DeclarationError, ExportError
from reviewer.paths import user_config
from reviewer.window.look.fonts import DEFAULT_SIZE

_LONGEST_NAME = 40
_LOG = logging.getLogger(__name__)
_KEPT = "原来的文件另存为“{}”。"

ThemeName = Literal["system", "light", "dark"]
Language = Literal["zh", "en"]
EnterMoves = Literal["down", "right", "stay"]


def _user_name() -> str:
    """The name the user logged in with, as a first guess at the reviewer's name."""
    try:
        return getpass.getuser()[:_LONGEST_NAME]
    except (OSError, KeyError, ImportError):  # Windows, where it is not told
        return ""


class Settings(BaseModel):
    """All settings; frozen, and unknown fields of newer versions are dropped."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    author: str = Field(
        default_factory=_user_name,
        title="审核人",
        description="记入批注、核定意见和修改记录。",
        max_length=_LONGEST_NAME,
    )
    theme: ThemeName = Field(
        default="system", title="主题", description="浅色、深色，或随系统切换。"
    )
    language: Language = Field(default="zh", title="界面语言", description="下次启动时生效。")
    font_size: float = Field(
        default=DEFAULT_SIZE,
        ge=8,
        le=20,
        title="字号",
        description="Ctrl+＋、Ctrl+－ 随时缩放；光标在原文中时只缩放原文。",
    )
    enter_moves: EnterMoves = Field(
        default="down", title="回车之后", description="在表格中录入一格后，光标移到哪里。"
    )
    reopen: bool = Field(
        default=False, title="启动时打开上次的报告", description="按上次退出时的顺序打开。"
    )
    export_folder: str = ""
    open_folder: str = ""
    last_open: tuple[str, ...] = ()
    source_zoom: int = 100
    page_zoom: int = 0
    show_pages: bool = True
    geometry: str = ""
    outer_state: str = ""
    inner_state: str = ""
    panel_shares: dict[str, float] = Field(default_factory=dict)


class SettingsStore(QObject):
    """The settings in use and the file that they are kept in.

    Attributes:
        changed: The new Settings.
        trouble: What was wrong with the file, to be told in the window.
    """

    changed = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path if path is not None else user_config() / "settings.json"
        self._value, self.trouble = load(self._path)

    @property
    def value(self) -> Settings:
        """What is chosen now."""
        return self._value

    def update(self, **changes: Any) -> None:
        """Change some settings and write the file.

        Raises:
            ValidationError: A value is out of its range.
        """
        changed = Settings.model_validate(self._value.model_dump() | changes)
        if changed == self._value:
            return
        self._value = changed
        save(self._path, changed)
        self.changed.emit(changed)


def load(path: Path) -> tuple[Settings, DeclarationError | None]:
    """The settings of a file, and what is wrong with it; the defaults if there is none.

    A broken file is kept beside as ``.broken`` and the defaults are used; a single wrong value
    costs only itself.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), None
    except (OSError, UnicodeDecodeError) as error:
        return _fallen_back(path, error)
    try:
        return Settings.model_validate_json(text), None
    except ValidationError as error:
        return _mended(path, text, error)


def _mended(
    path: Path, text: str, error: ValidationError
) -> tuple[Settings, DeclarationError | None]:
    wrong = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
    if not wrong:
        return _fallen_back(path, error)
    values = json.loads(text)
    left = Settings.model_validate({key: values[key] for key in values if key not in wrong})
    return left, DeclarationError(
        f"首选项中有 {len(wrong)} 项的内容有误，这几项已恢复默认。",
        _keep(path),
        ", ".join(sorted(wrong)),
    )


def _fallen_back(path: Path, error: Exception) -> tuple[Settings, DeclarationError]:
    return Settings(), DeclarationError(
        "首选项的文件无法读取，各项已恢复默认。", _keep(path), str(error)
    )


def _keep(path: Path) -> str:
    """Put a file aside; a sentence that says where."""
    kept = path.with_name(path.name + ".broken")
    try:
        kept.write_bytes(path.read_bytes())
    except OSError as error:
        _LOG.info("broken settings could not be kept: %s", error)
        return ""
    return _KEPT.format(kept)


def save(path: Path, settings: Settings) -> None:
    """Write the file whole or not at all; a folder that cannot be written is no disaster."""
    content = settings.model_dump_json(indent=2).encode("utf-8")
    try:
        write_atomically(path, lambda stream: stream.write(content))
    except ExportError as error:
        _LOG.info("settings could not be written: %s %s", error, error.detail)


def bounds_of(field: FieldInfo) -> tuple[float, float]:
    """The least and the greatest value of a setting that is a number between two."""
    least = next(one.ge for one in field.metadata if isinstance(one, Ge))
    greatest = next(one.le for one in field.metadata if isinstance(one, Le))
    return float(str(least)), float(str(greatest))
