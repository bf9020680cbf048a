"""The hash chain of a journal: an entry that was altered, lost or moved is found out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from reviewer.errors import LibraryError
from reviewer.review.model import Edit, Entry, Group

DAMAGED_HINT = "请将记录库文件改名保存并联系技术人员；重新启动程序后可从头审核。"


def seal(entry: Entry) -> Entry:
    """The entry with its hash.

    Raises:
        UnicodeEncodeError: It holds half characters, which no file can keep.
    """
    return entry.model_copy(update={"hash": _digest(entry)})


def verify(entries: Iterable[Entry]) -> None:
    """Make sure that entries are a whole journal, as it was written.

    Raises:
        LibraryError: An entry is missing, moved or altered; the message says which.
    """
    previous = ""
    for number, entry in enumerate(entries, start=1):
        if entry.number != number or entry.previous != previous or entry.hash != _digest(entry):
            raise damaged(number)
        previous = entry.hash


def damaged(number: int) -> LibraryError:
    """The error for a journal that cannot be trusted from its n-th entry on."""
    return LibraryError(f"审核记录的第 {number} 条已损坏或被改动，未载入。", DAMAGED_HINT)


def _digest(entry: Entry) -> str:
    """SHA-256 over the entry's canonical JSON, in which the hash before it stands.

    Fields at their default are left out, so that journals stay true when a later version adds
    a field; a default once given must therefore never change.
    """
    content = entry.model_dump(mode="json", exclude={"hash", "edit"}, exclude_defaults=True)
    content["edit"] = _canonical(entry.edit)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(edit: Edit) -> dict[str, Any]:
    content = edit.model_dump(mode="json", exclude_defaults=True) | {"kind": edit.kind}
    if isinstance(edit, Group):
        content["edits"] = [_canonical(each) for each in edit.edits]
    return content
