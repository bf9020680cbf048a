"""What a text's look says against it, in any format that states it (in Chinese, as doubts)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

STRUCK = "文字上有删除线，可能已经划去，请对照原件核对"
RAISED = "格内有上标或下标的数字，可能是注的编号，请对照原件核对"
PALE = "格内有白色的文字，可能看不见，请对照原件核对"
UNRULED = "表格没有画线，空白格的位置按对齐推定，请对照原件核对"
TINY = "格内有极小的文字，可能看不见，请对照原件核对"
NESTED = "格内另有表格，其中各数属于哪一列不能确定，请对照原件核对"
HIDDEN = "文字的样式可能把它隐藏，请对照原件核对"

PICTURED = "这一格里有图片，图片中的文字没有读取，请对照原件核对"

UNCOUNTED = {
    STRUCK: "格内划去的文字未计入，请对照原件核对",
    RAISED: "格内上标或下标的文字未计入，请对照原件核对",
}
"""What is said where a part of a cell is left out because of its look."""


def counted(pieces: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The text of a cell that counts, and why it may not be relied on (empty if it may).

    What is struck out or raised and holds a digit is no part of the figure beside it. Where
    nothing else stands in the cell all of it is kept.

    Args:
        pieces: Texts in their order, each with what its look says against it.
    """
    whole = "".join(text for text, _ in pieces)
    if not any(look for _, look in pieces):
        return whole, ""
    runs = [
        ("".join(text for text, _ in run), look)
        for look, run in groupby(pieces, key=lambda piece: piece[1])
    ]
    doubts = [look for text, look in runs if look and _has_digit(text)]
    kept = "".join(text for text, look in runs if not (look in UNCOUNTED and _has_digit(text)))
    if kept.strip():
        return kept, next((UNCOUNTED.get(doubt, doubt) for doubt in doubts), "")
    return whole, next(iter(doubts), "")


def _has_digit(text: str) -> bool:
    return any(one.isdigit() for one in text)
