"""Edits are looked at before they are recorded: refused, left out, or completed."""

from __future__ import annotations

from datetime import datetime

from reviewer.base import CellId
from reviewer.checks.model import Finding
from reviewer.errors import EditError
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.report import Kind, Reading
from reviewer.review.journal import Content, apply
from reviewer.review.model import (
    Annotate,
    Confirm,
    Decide,
    Decision,
    Edit,
    Group,
    Propose,
    Simple,
    Transcribe,
)
from reviewer.review.passages import quoted
from reviewer.review.standing import Standing
from reviewer.review.transcription import figure_texts

MAX_TEXT = 20_000
"""Characters of one typed text; the longest cell met holds a paragraph."""


def admitted(edit: Edit, standing: Standing, time: datetime, author: str) -> Edit | None:
    """The edit as it is to be recorded, or None if it would change nothing.

    Raises:
        EditError: It cannot be applied; the message says why.
    """
    if not isinstance(edit, Group):
        return _admitted(edit, standing, standing.content)
    kept: list[Simple] = []
    content = standing.content
    for each in edit.edits:
        useful = _admitted(each, standing, content)
        if useful is not None:
            kept.append(useful)
            content = apply(content, useful, time, author)
    return edit.model_copy(update={"edits": tuple(kept)}) if kept else None


def _admitted(edit: Simple, standing: Standing, content: Content) -> Simple | None:
    match edit:
        case Transcribe():
            return _transcribe(edit, standing, content)
        case Propose():
            return _propose(edit, standing, content)
        case Annotate():
            return _annotate(edit, standing, content)
        case Decide():
            return _decide(edit, standing)
        case Confirm():
            _known(edit.cell, standing)
            return edit if edit.on != (edit.cell in content.confirmed) else None


def _transcribe(edit: Transcribe, standing: Standing, content: Content) -> Transcribe | None:
    if edit.text is None:  # also where the form read now has no such cell
        return edit if edit.cell in content.transcriptions else None
    reading = _known(edit.cell, standing)
    _bounded(edit.text)
    if reading.sure and edit.text == reading.printed:  # what the program reads anyway
        edit = edit.model_copy(update={"text": None})
    return edit if edit.text != content.transcriptions.get(edit.cell) else None


def _propose(edit: Propose, standing: Standing, content: Content) -> Propose | None:
    text = (edit.text or "").strip() or None  # an emptied field proposes nothing
    if text is not None:
        _known(edit.cell, standing)
        _bounded(text)
        if parse_figure(text).kind is not Kind.NUMBER:
            raise EditError(f"建议值“{text}”不是数字。", "请只填写一个数字，例如 12 或 3.5。")
    if text == content.proposals.get(edit.cell):
        return None
    return edit.model_copy(update={"text": text})


def _annotate(edit: Annotate, standing: Standing, content: Content) -> Annotate | None:
    _bounded(edit.text)
    text = edit.text.strip()
    note = content.notes.get(edit.note)
    if note is not None:  # a note stays where it is
        kept = note.model_dump(include={"cell", "quote", "lead"})
        kept |= {"text": text, "span": note.span}
        return edit.model_copy(update=kept) if text != note.text else None
    if edit.cell is not None:
        _known(edit.cell, standing)
    whole = standing.original.document.text
    if edit.span is not None and not edit.span.start < edit.span.end <= len(whole):
        raise EditError("批注的位置不在正文之内。", "请重新选择要批注的文字。")
    quote, lead = quoted(whole, edit.span) if edit.span is not None else ("", "")
    kept = {"text": text, "quote": quote, "lead": lead}
    return edit.model_copy(update=kept) if text else None


def _decide(edit: Decide, standing: Standing) -> Decide | None:
    _bounded(edit.reason)
    if edit.carried:
        return edit if edit.finding not in standing.decisions else None
    shown = standing.decisions.get(edit.finding)
    finding = next((each for each in standing.checked.findings if each.id == edit.finding), None)
    if finding is None and shown is None:
        raise EditError("这个问题已经不在清单中。", "请在问题清单中重新选择。")
    if shown is None and edit.verdict is None:
        return None
    if shown and not shown.stale and (shown.verdict, shown.reason) == (edit.verdict, edit.reason):
        return None
    replaced = shown.finding if shown and shown.finding != edit.finding else None
    subject = _of_finding(finding, standing) if finding else _of_decision(shown)
    return edit.model_copy(update=subject | {"replaces": replaced})


def _of_finding(finding: Finding, standing: Standing) -> dict[str, object]:
    """What a verdict keeps of the finding that it is on."""
    return {
        "rule": finding.rule,
        "cells": finding.cells,
        "printed": figure_texts(standing.original, standing.content, finding.cells),
        "subject": f"{finding.place_label} {finding.title}".strip(),
    }


def _of_decision(shown: Decision | None) -> dict[str, object]:
    """What a verdict keeps whose finding is gone: the same as before."""
    return shown.model_dump(include={"rule", "cells", "printed", "subject"}) if shown else {}


def _known(cell: CellId, standing: Standing) -> Reading:
    reading = standing.original.by_cell.get(cell)
    if reading is None:
        raise EditError(f"这份报告所用的格式中没有单元格“{cell}”。", "请在表格中重新选择。")
    return reading


def _bounded(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise EditError(f"内容过长（{len(text)} 字）。", f"请控制在 {MAX_TEXT} 字以内。")
