"""What a dossier says of a meeting in its own words: when, where, what it did, that it decided nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.continuing import bond
from pipeline.generation.meeting_words import numbered
from pipeline.generation.wording import UNDECIDED, date_words, names_body, says_place, whose, with_place
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.summary.chapters import Chapter
    from pipeline.retrieval.catalogue import Entry

STAGES = {"first": "库中首见", "again": "再次研究", "same": "同次会议", "alike": "同类事项", "mention": "提及"}
"""What a meeting did with the matter, as the heading says it.

It is heard again only where it bears an earlier name or the same body meets; else it is a like matter of another.
"""
ONLY_TASKS = "未写明同意与否，只交办了事项"
ONLY_TOUCHED = "该次会议只提及此事，没有就此事作出结论"
"""What is noted of a meeting that states no verdict on the matter."""
DECIDED = compiled(
    r"会议(?:研究|经研究)?[一-鿿]{0,2}?(?:决定|议定|决议)|【议定】|(?<![原曾拟])现改为|由[^，。；]{2,24}改为"
)
"""A meeting that settled something, in words that are no verdict: 会议决定终止, 会议议定, 现改为."""
TASKS = compiled(r"会议(?:要求|明确|强调)|由[^，。；]{2,16}(?:牵头|负责)")
RULED = compiled(r"同意|通过|批准|决定|议定|暂缓|终止|不予")


def without_verdict(chapter: Chapter) -> Iterator[str]:
    """Yield what minutes say of a matter on which they state no verdict: nothing, tasks alone, or but a word on it."""
    document, item = chapter.source.document, chapter.item
    if document.kind != "minutes" or item is None:
        return
    if not chapter.about:
        if not any(RULED.search(document.quote(place.span)) for place in chapter.places):
            yield ONLY_TOUCHED
    elif not item.outcomes and not DECIDED.search(document.quote(item.span)):
        yield ONLY_TASKS if item.points or TASKS.search(document.quote(item.span)) else UNDECIDED


def stage_of(chapter: Chapter, heard: Sequence[Chapter]) -> str:
    """Return what a meeting did with the matter, by the chapters before that were about it."""
    if not chapter.about:
        return "mention"
    if not heard:
        return "first"
    if any(earlier.entry.document_id == chapter.entry.document_id for earlier in heard):
        return "same"
    return "again" if any(_is_same(chapter, earlier) for earlier in heard) else "alike"


def _is_same(chapter: Chapter, earlier: Chapter) -> bool:
    """Tell whether two chapters are one matter: of one thread, or because one body met twice."""
    if earlier.key in chapter.thread or chapter.key in earlier.thread:
        return True
    body = _body(chapter.entry)
    return body is not None and body == _body(earlier.entry) and bond(chapter.entry, earlier.entry) != "apart"


def _body(entry: Entry) -> str | None:
    """Return what tells whose paper it is: the issuing body, else the first sign of its number (临政纪〔2021〕6号)."""
    number = entry.document_number
    return entry.issuing_body or (number[0] if number and names_body(number) else None)


def name_of(entry: Entry) -> str:
    """Return what to call a paper among those of other bodies: its number where that names one, else its name."""
    body = entry.issuing_body or ""
    named = entry.name if says_place(entry.name, body) else with_place(entry.name, body)
    if names_body(entry.document_number):
        return entry.document_number or named
    return numbered(named, entry.meeting_number) or named


def where_of(chapter: Chapter) -> str:
    """Return which meeting it was: its name, or what the paper calls itself, without 纪要."""
    entry, document = chapter.entry, chapter.source.document
    body = f"{entry.issuing_body}会议" if entry.issuing_body and document.kind == "minutes" else None
    name = one_line(entry.meeting_name or document.title or body or entry.name)
    return name.removesuffix("纪要") or name


def heading_of(chapter: Chapter, stage: str) -> str:
    """Return when and where, which item, and what that meeting did with the matter."""
    entry, item = chapter.entry, chapter.item
    where = where_of(chapter)
    number = f"（{entry.document_number}）" if entry.document_number else ""
    where = whose(where, body=entry.issuing_body, document_number=entry.document_number) or where
    where = where if number else numbered(where, entry.meeting_number) or where
    noun = "问题" if chapter.source.document.kind == "rectification" else "议题"
    which = f"，{noun}{item.label}" if item and item.label else ""
    title = f"：{one_line(item.title)}" if item and stage == "mention" else ""  # else the first sentence has it
    return f"{date_words(entry.date) or '日期未载明'}　{where}{number}{which}{title}　〔{STAGES[stage]}〕"
