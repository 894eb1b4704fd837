"""The library screen: what it holds, how to add to it, how to take from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.interface.wording import KINDS, attribute, day, escape, source_value

MOST_ROWS = 500
"""Documents listed at once; a larger library is narrowed by the search field."""


def render_top(*, documents: int, mode: str, account: str = "") -> str:
    """Return the top bar: the name, how many documents, how answers are made, who is signed in."""
    user = f'<span>{escape(account)}</span><a href="logout">退出</a>' if account else ""
    return (
        '<div class="bar"><div class="brand"><b>纪要</b><span>Jiyao</span></div>'
        f'<div class="status"><span>{documents:,} 份文件</span><span>{escape(mode)}</span>{user}</div></div>'
    )


def render_upload(*, kinds: Iterable[str], max_bytes: int, max_files: int) -> str:
    """Return the field that takes files; the browser sends them to our own route and shows a line for each."""
    suffixes = sorted(kinds)
    size = f"{max_bytes / 1_000_000:g} MB"
    return (
        f'<div class="upload" data-kinds="{escape(",".join(suffixes))}" '
        f'data-max-bytes="{max_bytes}" data-max-files="{max_files}">'
        '<label class="drop"><input type="file" multiple '
        f'accept="{escape(",".join(suffixes))}" aria-describedby="upload-limits">'
        "<b>选择文件，或拖到这里</b>"
        f'<small id="upload-limits">可读 {escape(" ".join(suffixes))}；'
        f"每份不超过 {size}，一次不超过 {max_files} 份</small></label>"
        '<ul class="progress" role="status" aria-live="polite"></ul></div>'
    )


def render_library(entries: Sequence[Any], *, message: str = "") -> str:
    """Return the list of documents, newest meeting first, each with its ways in and out.

    Args:
        entries: `catalogue.Entry` objects.
        message: a note box to show above the list, as HTML.
    """
    if not entries:
        return f'{message}<p class="aside">文库还是空的。</p>'
    ordered = sorted(entries, key=lambda entry: (entry.date or "", entry.document_number or entry.name), reverse=True)
    rows = "".join(_row(entry) for entry in ordered[:MOST_ROWS])
    more = f'<p class="aside">只列出前 {MOST_ROWS} 份，共 {len(entries):,} 份。</p>' if len(entries) > MOST_ROWS else ""
    return f'{message}<ul class="documents">{rows}</ul>{more}'


def _row(entry: Any) -> str:
    """Return one document: name, number, date, size, and its buttons."""
    facts = [
        KINDS.get(entry.kind, entry.kind),
        entry.document_number,
        day(entry.date),
        f"{entry.items} 项" if entry.items else None,
        f"{entry.characters:,} 字",
    ]
    value = attribute({"document_id": entry.document_id})
    name = escape(entry.name)
    return (
        f'<li data-document="{escape(entry.document_id)}"><div class="document">'
        f'<button class="textlink" {source_value(entry.document_id, 0, 0)}>{name}</button>'
        f"<p>{''.join(f'<span>{escape(fact)}</span>' for fact in facts if fact)}</p></div>"
        '<div class="actions">'
        '<button type="button" class="quiet" data-event="read_structure" '
        f'data-value="{value}" aria-label="{name}的结构">结构</button>'
        '<button type="button" class="quiet danger" data-confirm="确认移除" data-event="discard_document" '
        f'data-value="{value}" aria-label="移除{name}">移除</button></div></li>'
    )
