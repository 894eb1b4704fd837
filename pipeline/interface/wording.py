"""The words of the screen: names of kinds and outcomes, dates, places in a document, and errors in plain words."""

from __future__ import annotations

import html
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import (
    EmptyQuestion,
    HistoryUnusable,
    JiyaoError,
    LibraryBusy,
    LibraryDamaged,
    LibraryEmpty,
    LibraryTooNew,
    MissingFile,
    UnknownDocument,
)
from pipeline.generation.meeting_words import numbered
from pipeline.generation.places import PARTY
from pipeline.generation.wording import names_body, says_place, whose
from pipeline.interface.language import language, mark, retold, say

KINDS = {
    "minutes": "会议纪要",
    "readout": "会议通稿",
    "resolution": "决议",
    "rectification": "整改通报",
    "agenda": "会议议程",
    "other": "其他文件",
}
OUTCOMES = {
    "approved_in_principle": "原则通过",
    "agreed_in_principle": "原则同意",
    "approved": "通过",
    "rejected": "未通过",
    "deferred": "暂缓",
    "heard": "听取",
    "studied": "学习",
}
REASONS = {
    "not_stated": "文件中没有写明",
    "no_evidence": "没有找到依据",
    "no_such_meeting": "库中没有这次会议",
    "ambiguous": "需要说明是哪一次",
    "not_understood": "没有看懂问题",
    "library_empty": "文库还是空的",
}
FILTERS = {
    "document": "文件",
    "number": "文号",
    "meeting": "会议次数",
    "from_date": "起",
    "to_date": "止",
    "from": "起",
    "to": "止",
    "unit": "单位",
    "kind": "类型",
    "body": "机关",
    "chair": "主持人",
    "date": "日期",
    "meeting_name": "会议",
}
ROUTES = {"ledger": "取自台账", "record": "取自会议记录", "passages": "取自原文", "none": ""}

_ON_SCREEN: dict[type[JiyaoError], str] = {
    EmptyQuestion: "请先写下要问的内容。",
    UnknownDocument: "这份文件已不在文库中。",
    LibraryEmpty: "文库还是空的。请到“文库”页上传文件。",
    LibraryBusy: "另一个程序正在写入文库，请稍候再试。",
    LibraryDamaged: "文库的数据无法读取，请管理员运行 jiyao doctor 检查。",
    LibraryTooNew: "文库由更新的版本写成，请管理员升级程序。",
    MissingFile: "找不到这份文件，可能已被移走。",
    HistoryUnusable: "提问记录暂时无法读写，请管理员检查磁盘空间与权限。",
}
"""What the screen says instead of an error's own message, where that names commands or folders of the server."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_SERVER_PATH = re.compile(
    r"(?:[A-Za-z]:\\|(?<![\w<:/.])/)(?:[^\s/\\，。：；“”\"'（）()]+[/\\])*([^\s/\\，。：；“”\"'（）()]*)"
)


def escape(text: object) -> str:
    """Return a text of a document or a user as it may stand in HTML, in an attribute too.

    >>> escape('<img src=x onerror="alert(1)">')
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'
    """
    return html.escape(str(text), quote=True)


def attribute(value: object) -> str:
    """Return a value as JSON that may stand between the double quotes of an attribute."""
    return escape(json.dumps(value, ensure_ascii=False))


def without_paths(text: str) -> str:
    """Return a message in which every absolute path of the server is cut to its last name.

    >>> without_paths("无法读取 /srv/office/home/uploads/纪要.txt：不是文字。")
    '无法读取 纪要.txt：不是文字。'
    """
    return _SERVER_PATH.sub(lambda found: found.group(1), text)


def plain(error: JiyaoError) -> str:
    """Return an error in words for the screen: no command, no folder of the server.

    >>> from pipeline.errors import UnknownDocument
    >>> plain(UnknownDocument("d0"))
    '这份文件已不在文库中。'
    """
    said = next((words for kind, words in _ON_SCREEN.items() if isinstance(error, kind)), None)
    return say(said) if said else retold(without_paths(str(error)))


def day(date: str | None) -> str:
    """Return an ISO date, as far as it goes, in the language of now; empty where there is none.

    >>> day("2017-05-24"), day("2022-04"), day("--03-08"), day(None)
    ('2017年5月24日', '2022年4月', '3月8日', '')
    >>> from pipeline.interface.language import speaking
    >>> with speaking("en"):
    ...     day("2017-05-24"), day("2022-04"), day("--03-08")
    ('24 May 2017', 'April 2022', '8 March')
    """
    found = re.fullmatch(r"(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?", date or "")
    if not found:
        return date or ""
    if language() == "en":
        year, month, of_month = found.groups()
        named = _MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else month
        return " ".join(part for part in (of_month and str(int(of_month)), named, year) if part)
    return "".join(f"{int(part)}{unit}" for part, unit in zip(found.groups(), "年月日", strict=True) if part)


def heading(label: str | None, title: str | None) -> str:
    """Return a label and a title as a document would set them.

    >>> heading("四", "《停车管理办法》"), heading("12", "关于窗口服务的问题"), heading(None, None)
    ('四、《停车管理办法》', '12. 关于窗口服务的问题', '')
    """
    if not label:
        return title or ""
    if not title:
        return say("第{label}项", label=label)
    return f"{label}. {title}" if label.isascii() else f"{label}、{title}"


def doers(named: Sequence[str], generic: Sequence[str]) -> list[str]:
    """Return who is to act in the reader's language: units by name, then those told without a name, marked as such."""
    return [*named, *(f"{one}{say('（泛指）')}" for one in generic)]


def stamp(entry: Mapping[str, Any]) -> str:
    """Return document number, meeting and date of a citation, a hit or a row, as far as stated.

    Where neither number nor meeting tells whose it is, the meeting's name says it. A date alone does not tell a
    document: without number and meeting it stands under the name of its file.

    >>> stamp({"document_number": None, "meeting": None, "date": "2024-03", "file": "整改通报.txt"})
    '整改通报 · 2024年3月'
    >>> stamp({"document_number": "第3期", "meeting": "局长办公会议", "file": "a.txt", "body": "甲县水务局"})
    '第3期 · 甲县水务局局长办公会议'
    """
    file, number = str(entry.get("file") or ""), entry.get("document_number")
    called = numbered(entry.get("meeting"), entry.get("meeting_number"))
    meeting = whose(called, body=entry.get("body"), document_number=number)
    named = [part for part in (number, meeting) if part] or [Path(file).stem]
    return " · ".join(part for part in (*named, day(entry.get("date"))) if part)


def named_apart(entry: Any) -> str:
    """Return a document's name with what tells it from others in a list: its number or day, and whose paper it is.

    >>> from types import SimpleNamespace as Paper
    >>> named_apart(Paper(name="市政府第9次常务会议纪要", document_number="〔2021〕3号", issuing_body="甲市人民政府"))
    '市政府第9次常务会议纪要（甲市人民政府，〔2021〕3号）'
    """
    number, body = entry.document_number, PARTY.sub("", entry.issuing_body or "")
    told = [] if names_body(number) or says_place(entry.name, body) else [body]
    told.append(number or day(entry.date) or entry.file)
    return f"{entry.name}（{mark('，').join(told)}）"


def filters_in_words(filters: Mapping[str, Any]) -> str:
    """Return the filters that held, as one line.

    >>> filters_in_words({"unit": "市财政局", "kind": "minutes"})
    '单位：市财政局；类型：会议纪要'
    """
    named = (
        (say(FILTERS.get(name, name)), say(KINDS[value]) if value in KINDS else value)
        for name, value in filters.items()
        if value is not None
    )
    colon, semicolon = (": ", "; ") if language() == "en" else ("：", "；")
    return semicolon.join(f"{name}{colon}{value}" for name, value in named)


def source_value(
    document_id: str,
    start: int,
    end: int,
    *,
    number: int | None = None,
    also: list[tuple[int, int, int]] | None = None,
    quote: str | None = None,
) -> str:
    """Return the attributes of a button that opens a place in the reading pane.

    Args:
        document_id: the document to open.
        start: first code point of the quote.
        end: the code point after it.
        number: the number that the quote has in its answer.
        also: other quotes of the same answer in the same document: start, end, number.
        quote: the words that stood there; the pane then sees whether they still do.
    """
    value: dict[str, Any] = {"document_id": document_id, "start": start, "end": end}
    value |= {"number": number, "also": also or []}
    if quote is not None:
        value["sum"] = checksum(quote)
    return f'type="button" data-event="read_source" data-value="{attribute(value)}"'


def checksum(quote: str) -> int:
    """Return a number by which a quote is known again, short enough to travel with every button.

    >>> checksum("原则通过")
    3520841914
    """
    return zlib.crc32(quote.encode("utf-8", "replace"))


def render_empty() -> str:
    """Return what every tab shows over an empty library: where documents go in, and the way there."""
    return (
        f'<div class="nothing"><p>{say("文库还是空的。请到“文库”页上传文件。")}</p>'
        f'<button type="button" class="plain-button" data-tab="library">{say("去文库")}</button></div>'
    )


def note(text: str, *, tone: str = "plain") -> str:
    """Return a short message of ours as a box; `tone` is plain, good or bad."""
    role = "alert" if tone == "bad" else "status"
    return f'<p class="note {tone}" role="{role}">{escape(text)}</p>' if text else ""
