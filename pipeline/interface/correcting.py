"""The editor's part of the structure view: kind, date, chair, and the lines at which items start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from pipeline.interface.language import say
from pipeline.interface.tables import choice, field, send
from pipeline.interface.wording import KINDS, day, escape
from pipeline.minutes import Document

MOST_LINES = 1500
"""Lines shown of a document whose items are to be laid down; a longer one says so."""
_SHOWN = 90

_NAMES = {"kind": "类型", "date": "日期", "chair": "主持", "items": "议题起止"}


def render_correcting(document: Document, document_id: str, held: Mapping[str, Any], *, open: bool = False) -> str:
    """Return what an editor may correct in a document.

    Args:
        document: as the library holds it.
        document_id: its id.
        held: the `Correction` that holds for each field.
        open: whether the form shows at once.
    """
    said = "".join(_held(document_id, name, act) for name, act in held.items())
    return (
        f'<details class="correcting"{" open" if open else ""}><summary>{say("更正")}</summary>'
        + (f'<ul class="held">{said}</ul>' if said else "")
        + _form(document, document_id)
        + _lines(document, document_id)
        + "</details>"
    )


def lines_of(document: Document) -> list[tuple[int, str]]:
    """Return the places at which an item may start, each with its wording: every line, and every start within one.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> [(place, line[:5]) for place, line in lines_of(EXAMPLE_MINUTES)][:2]
    [(0, '一、讨论《'), (15, '会议听取了')]
    """
    text = document.text
    places = {match.start(1) for match in re.finditer(r"(?m)^[^\S\n]*(\S)", text)}
    ordered = sorted(places | {item.start for item in document.items})
    return [(start, text[start:end].split("\n")[0].strip()) for start, end in pairwise([*ordered, len(text)])]


def _held(document_id: str, name: str, act: Any) -> str:
    """Return one correction that holds: what it was, what it is, who and when, and the way back."""
    if name == "items":
        told = say("{n} 项改为 {now} 项", n=len(act.former["starts"]), now=len(act.value["starts"]))
    else:
        told = f"{_said(name, act.former)} → {_said(name, act.value)}"
    undo = send("undo_correction", {"document_id": document_id, "field": name}, say("撤回更正"))
    return (
        f"<li><span>{say(_NAMES[name])}：{escape(told)}</span>"
        f"<small>{escape(act.by)} {day(act.at[:10])}</small>{undo}</li>"
    )


def _said(name: str, value: Any) -> str:
    """Return the value of a field in words."""
    if not value:
        return say("未写明")
    return say(KINDS[value]) if name == "kind" else day(value) if name == "date" else str(value)


def _form(document: Document, document_id: str) -> str:
    """Return the form for the fields of the record."""
    kinds = [(kind, say(name)) for kind, name in KINDS.items()]
    date = document.meeting.date or document.issued_date or ""
    chair = document.meeting.chair or ""
    return (
        f'<form data-send="correct_record" data-with="{escape(document_id)}"><div class="controls">'
        + choice("kind", say("类型"), kinds, chosen=document.kind)
        + field("date", say("日期"), value=date, hint="2021-03-08")
        + field("chair", say("主持"), value=chair, hint=say("照原文填写"))
        + f'<button type="submit" class="solid">{say("保存更正")}</button></div>'
        f'<p class="aside">{say("留空表示原文未写明。更正会保留，重新入库也不会被覆盖。")}</p></form>'
    )


def _lines(document: Document, document_id: str) -> str:
    """Return the lines of the document; those at which an item starts are ticked."""
    starts = {item.start for item in document.items}
    stop = document.items[-1].end if document.items else len(document.text)
    lines = lines_of(document)
    rows = "".join(
        f'<li><label><input type="checkbox" name="starts" value="{place}"{" checked" if place in starts else ""}>'
        f"<span>{escape(wording[:_SHOWN])}{'……' if len(wording) > _SHOWN else ''}</span></label></li>"
        for place, wording in lines[:MOST_LINES]
    )
    after = [(place, wording) for place, wording in lines if not starts or place > max(starts)]
    ends = [("", say("正文结束处")), *((str(place), wording[:40]) for place, wording in after[:300])]
    now = next((str(place) for place, _ in after if place >= stop), "")
    cut = f'<p class="aside">{say("只列出前 {n} 行。", n=MOST_LINES)}</p>' if len(lines) > MOST_LINES else ""
    return (
        f'<details class="bounds"><summary>{say("调整议题起止")}</summary>'
        f'<form data-send="correct_items" data-with="{escape(document_id)}">'
        f'<p class="aside">{say("勾选每项议题开头的那一行；一项到下一项之前为止。")}</p>'
        f'<ol class="lines">{rows}</ol>{cut}'
        + choice("stop", say("最后一项到这一行之前"), ends, chosen=now)
        + f'<button type="submit" class="solid">{say("保存议题起止")}</button></form></details>'
    )
