"""The library screen: how to add to it, what it holds, what of it to check, how to take from it and bring it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.generation.wording import says_place
from pipeline.interface.language import mark, say
from pipeline.interface.tables import Column, head_of, send
from pipeline.interface.wording import KINDS, attribute, day, escape, source_value

MOST_ROWS = 200
"""Documents listed at once; a larger library is narrowed by the search field."""

_COLUMNS = (
    Column("文件", "name"),
    Column("类型", "kind"),
    Column("文号", "number"),
    Column("日期", "date"),
    Column("议题", "agenda", number=True),
    Column("请核对", "doubts", number=True),
    Column("操作", "do", sorts=False, shown=False),
)


def render_upload(*, kinds: Iterable[str], max_bytes: int, max_files: int) -> str:
    """Return the field that takes files; the browser sends them one by one to our route and shows how each fares."""
    suffixes = sorted(kinds)
    size = f"{max_bytes / 1_000_000:g} MB"
    accepted = escape(",".join(suffixes))
    named = readable_in_words(suffixes)
    limits = say("可读 {kinds}；每份不超过 {size}，一次不超过 {most} 份", kinds=named, size=size, most=max_files)
    return (
        f'<section class="upload" data-kinds="{accepted}" data-named="{escape(named)}" '
        f'data-max-bytes="{max_bytes}" data-max-files="{max_files}" '
        f'aria-label="{say("添加文件")}"><div class="drop"><div class="told"><b>{say("把文件或文件夹拖到这里")}</b>'
        f'<small id="upload-limits">{escape(limits)}</small>'
        f'<label class="first-look"><input type="checkbox" data-look="1">{say("先核对结构，再入库")}</label></div>'
        '<div class="pick">'
        f'<label class="quiet">{say("选择文件")}<input type="file" multiple accept="{accepted}" '
        'aria-describedby="upload-limits"></label>'
        f'<label class="quiet">{say("选择文件夹")}<input type="file" multiple webkitdirectory data-folder="1" '
        'aria-describedby="upload-limits"></label></div></div>'
        '<ul class="progress" role="status" aria-live="polite"></ul></section>'
    )


def readable_in_words(suffixes: Iterable[str]) -> str:
    """Return what can be read by the names that a reader knows: Word .docx, and not each suffix.

    >>> readable_in_words([".docm", ".docx", ".htm", ".html", ".pdf"])
    'Word .docx，网页 .html，PDF'
    """
    held = set(suffixes)
    return mark("，").join(say(name) for name, own in _FAMILIES.items() if held & set(own))


_FAMILIES = {
    "Word .docx": (".docx", ".docm"),
    "文本 .txt .md": (".txt", ".text", ".md", ".markdown"),
    "网页 .html": (".html", ".htm"),
    "PDF": (".pdf",),
}


def render_tools(*, documents: int) -> str:
    """Return the line above the list: the search field."""
    if not documents:
        return f'<p class="aside">{say("文库还是空的。")}</p>'
    return (
        f'<form class="tools" data-send="list_documents" data-live="1" role="search"><label class="find">'
        f'<span>{say("查找文件")}</span><input type="search" name="words" autocomplete="off" '
        f'placeholder="{say("按名称、文号、机关查找")}"></label></form>'
    )


def render_library(
    entries: Sequence[Any],
    *,
    doubts: Mapping[str, int] | None = None,
    total: int | None = None,
    may_remove: bool = True,
) -> str:
    """Return the documents as a table, newest meeting first, each with its ways in and out.

    Args:
        entries: `catalogue.Entry` objects.
        doubts: how many readings of each document a person should check, by id.
        total: how many the library holds, where `entries` was narrowed.
        may_remove: whether the reader may take documents out.
    """
    if not entries:
        return f'<p class="aside">{say("没有符合条件的文件。")}</p>' if total else ""
    ordered = sorted(entries, key=lambda entry: (entry.date or "", entry.document_number or entry.name), reverse=True)
    count = say("{n} 份文件", n=len(entries))
    if total is not None and total != len(entries):
        count = say("符合条件 {n} 份，共 {total} 份", n=len(entries), total=total)
    if len(entries) > MOST_ROWS:
        count += say("，显示前 {most} 份", most=MOST_ROWS)
    rows = "".join(_row(entry, (doubts or {}).get(entry.document_id, 0), may_remove) for entry in ordered[:MOST_ROWS])
    return (
        f'<p class="count" role="status">{count}</p><div class="wide" tabindex="0" role="region" '
        f'aria-label="{say("文件列表")}"><table class="grid documents" data-table="documents">'
        f"{head_of(_COLUMNS)}<tbody>{rows}</tbody></table></div>"
    )


def render_bin(removed: Sequence[Any], *, may_restore: bool) -> str:
    """Return what was taken out and can be brought back; nothing where there is nothing.

    Args:
        removed: `bin.Removed` objects.
        may_restore: whether the reader may bring documents back.
    """
    if not removed or not may_restore:
        return ""
    rows = "".join(
        f"<li><div><b>{escape(one.name)}</b><small>{escape(_taken_out(one))}</small></div>"
        f"{send('restore_document', {'document_id': one.document_id}, say('恢复'), label=say('恢复') + one.name)}"
        + send(
            "forget_document",
            {"document_id": one.document_id},
            say("彻底删除"),
            label=say("彻底删除") + one.name,
            confirm=say("确认彻底删除"),
            danger=True,
        )
        + "</li>"
        for one in removed
    )
    return f'<details class="bin"><summary>{say("回收站 · {n} 份", n=len(removed))}</summary><ul>{rows}</ul></details>'


def render_removed(name: str, document_id: str) -> str:
    """Return the message after a removal, with the way back."""
    said = say("已移除“{name}”，不再出现在任何答案里。", name=name)
    undo = send("restore_document", {"document_id": document_id}, say("撤销"))
    return f'<p class="note good with-action" role="status"><span>{escape(said)}</span>{undo}</p>'


def _taken_out(one: Any) -> str:
    """Return who took a document out, when, and until when it is kept."""
    who = say("{name} 移除", name=one.by) if one.by else say("移除")
    return say("{day} {who}，保留到 {until}", day=day(one.at[:10]), who=who, until=day(one.kept_until))


def _row(entry: Any, doubts: int, may_remove: bool) -> str:
    """Return one document: name, kind, number, date, how many items, what to check, and its buttons."""
    value = {"document_id": entry.document_id}
    name = escape(entry.name)
    check = (
        f'<button type="button" class="quiet warn" data-event="read_structure" data-value="{attribute(value)}" '
        f'aria-label="{say("{n} 处请核对", n=doubts)}：{name}">{say("{n} 处", n=doubts)}</button>'
        if doubts
        else ""
    )
    buttons = (
        '<button type="button" class="quiet" data-event="read_structure" '
        f'data-value="{attribute(value)}" aria-label="{say("结构")}：{name}">{say("结构")}</button>'
    )
    if may_remove:
        buttons += send(
            "discard_document",
            value,
            say("移除"),
            label=f"{say('移除')}：{entry.name}",
            confirm=say("确认移除"),
            danger=True,
        )
    body = entry.issuing_body or ""
    whose = body if body and not says_place(entry.name, body) else ""  # 「总经理办公会议纪要」: of which company
    beneath = [part for part in (whose, "" if entry.name in entry.file else entry.file) if part]
    file = "".join(f"<small>{escape(part)}</small>" for part in beneath)
    cells = (
        ("name", "", f'<button class="textlink" {source_value(entry.document_id, 0, 0)}>{name}</button>{file}'),
        ("kind", "", escape(say(KINDS.get(entry.kind, entry.kind)))),
        ("number", "", escape(entry.document_number or "")),
        ("date", entry.date or "", escape(day(entry.date))),
        ("agenda", str(entry.items), str(entry.items) if entry.items else ""),
        ("doubts", str(doubts) if doubts else "", check),
        ("do", "", f'<span class="actions">{buttons}</span>'),
    )
    return (
        f'<tr data-document="{escape(entry.document_id)}">'
        + "".join(
            f'<td class="{key}" data-label="{say(column.title)}"'
            + (f' data-value="{escape(sort)}"' if sort else "")
            + f">{cell}</td>"
            for column, (key, sort, cell) in zip(_COLUMNS, cells, strict=True)
        )
        + "</tr>"
    )
