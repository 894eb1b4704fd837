"""The sources of an answer: numbers after its sentences, and a list by document and item, each opening its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from pipeline.interface.language import say
from pipeline.interface.reading import numbered
from pipeline.interface.standing import gone, is_removed, render_gone
from pipeline.interface.wording import escape, heading, stamp

SOURCES_SHOWN = 6
"""Sources listed under an answer at once; the rest unfolds."""
FEW = 4
"""Up to so many numbers stay together on a line."""
QUOTE_SHOWN = 90
"""Characters of a quote shown in the list; the whole quote is in the pane."""


def chips(answer: Mapping[str, Any], statement: Mapping[str, Any]) -> str:
    """Return the numbers after a statement; each opens its source."""
    citations = answer["citations"]
    cited = [index for index in statement["citations"] if 0 <= index < len(citations)]
    buttons = "".join(_chip(citations, index) for index in cited)
    return f'<span class="chips">{buttons}</span>' if 1 < len(cited) <= FEW else buttons


def _chip(citations: Sequence[Mapping[str, Any]], index: int) -> str:
    """Return the number of a source; that of a removed document opens nothing."""
    label = _opens(citations[index], index)
    if is_removed(citations[index]):
        return f'<span class="chip gone" role="img" title="{gone()}" aria-label="{label}">{index + 1}</span>'
    return f'<button class="chip" {numbered(citations, index)} aria-label="{label}">{index + 1}</button>'


def render_sources(answer: Mapping[str, Any]) -> str:
    """Return the list of sources: the stamp once over its document, the heading once over its item, then the quotes."""
    citations = answer["citations"]
    if not citations:
        return ""
    shown, folded = range(min(len(citations), SOURCES_SHOWN)), range(SOURCES_SHOWN, len(citations))
    if len(folded) == 1:
        shown, folded = range(len(citations)), range(0)
    rest = (
        f"<details><summary>{say('其余 {n} 处来源', n=len(folded))}</summary>{_documents(citations, folded)}</details>"
        if folded
        else ""
    )
    label = say("来源")
    return f'<div class="sources" role="group" aria-label="{label}">{_documents(citations, shown)}{rest}</div>'


def copy_text(answer: Mapping[str, Any]) -> str:
    """Return an answer as plain text with its citations, as it is put on the clipboard."""
    lines = [
        f"[{number}] {stamp(citation)}{_colon(citation)}“{citation['quote']}”"
        + (f"（{gone()}）" if is_removed(citation) else "")
        for number, citation in enumerate(answer["citations"], start=1)
    ]
    marked = [
        statement["text"] + "".join(f"[{index + 1}]" for index in statement["citations"])
        for statement in answer["statements"]
        if answer["mode"] == "extractive" or statement["check"] == "verified"
    ]
    return "\n".join([*(marked or [answer["answer"]]), *([""] if lines else []), *lines])


def shortened(quote: str) -> str:
    """Return a quote on one line, cut where it is long."""
    line = re.sub(r"\s+", " ", quote).strip()
    return line if len(line) <= QUOTE_SHOWN else line[:QUOTE_SHOWN] + "…"


def _documents(citations: Sequence[Mapping[str, Any]], indexes: range) -> str:
    """Return some sources, grouped by document."""
    groups = groupby(indexes, key=lambda index: citations[index]["document_id"])
    return "".join(
        f'<section class="from"><p class="group">{escape(stamp(citations[among[0]]))}</p>{_items(citations, among)}'
        "</section>"
        for among in (list(group) for _, group in groups)
    )


def _items(citations: Sequence[Mapping[str, Any]], indexes: list[int]) -> str:
    """Return the sources of one document, grouped by item."""
    groups = groupby(indexes, key=lambda index: (citations[index]["item"], citations[index]["item_title"]))
    parts = []
    for (label, title), group in groups:
        where = heading(label, title)
        above = f'<p class="where">{escape(where)}</p>' if where else ""
        parts.append(above + "".join(_source(citations, index) for index in group))
    return "".join(parts)


def _source(citations: Sequence[Mapping[str, Any]], index: int) -> str:
    """Return one source as a row: its number and its words."""
    citation = citations[index]
    quote = f'<span class="number">{index + 1}</span><q lang="zh-CN">{escape(shortened(citation["quote"]))}</q>'
    if is_removed(citation):
        return f'<div class="source gone">{quote}{render_gone()}</div>'
    page = f"<small>{say('第 {page} 页', page=citation['page'])}</small>" if citation.get("page") else ""
    opens = f'{numbered(citations, index)} aria-label="{_opens(citation, index)}"'
    return f'<button class="source" {opens}>{quote}{page}</button>'


def _opens(citation: Mapping[str, Any], index: int) -> str:
    """Return what a screen reader says of a source."""
    where = escape(f"{stamp(citation)} {heading(citation['item'], citation['item_title'])}".strip())
    quote = escape(shortened(citation["quote"])[:40])
    if is_removed(citation):
        return say("来源 {n}：{where}，“{quote}”，此文件已移出资料库", n=index + 1, where=where, quote=quote)
    return say("来源 {n}：{where}，“{quote}”，打开原文", n=index + 1, where=where, quote=quote)


def _colon(citation: Mapping[str, Any]) -> str:
    """Return the item of a citation between its stamp and its quote."""
    item = heading(citation["item"], citation["item_title"])
    return f" · {item}：" if item else "："
