"""A dossier (一事一档): one matter from its first hearing to its later mention, in order of date, all of it cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.cite import Citation, Statement
from pipeline.generation.columns import one_line
from pipeline.generation.continuing import bond
from pipeline.generation.meeting_words import numbered
from pipeline.generation.summary.changed import changed_later
from pipeline.generation.summary.chapters import Chapter, chapters_of, thread_of
from pipeline.generation.summary.detail import choose, details
from pipeline.generation.summary.fidelity import Coverage, fidelity
from pipeline.generation.summary.full import covered_points, item_sentences, matter_sentence
from pipeline.generation.summary.matter import Matter
from pipeline.generation.summary.pieces import point as point_sentence
from pipeline.generation.summary.summarize import Looked, Style, Summary, SummaryItem, SummarySentence
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.told import Told
from pipeline.generation.wording import (
    UNDECIDED,
    date_words,
    names_body,
    presenters_words,
    says_place,
    whose,
    with_place,
)
from pipeline.minutes import Document, Item
from pipeline.patterns import compiled

if TYPE_CHECKING:
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
_ROOM = 120
"""Characters that a brief dossier gives to what an item without a verdict asks for."""
_NAMED = 12
"""So many documents that say nothing of the matter are named."""


def dossier(
    matter: Matter, papers: Sequence[tuple[Entry, Document]], *, style: Style = "full", among: Sequence[Entry] = ()
) -> Summary | None:
    """Return one matter through several meetings, or `None` where no paper speaks of it.

    Args:
        matter: what is followed.
        papers: the documents in which it may be found.
        style: `brief` who heard it and what was decided, `full` all of it, `tasks` only what is to be done.
        among: every document that was looked through.
    """
    for _ in range(2):  # what the first papers call it finds the later ones
        names = [name for one in thread_of(matter, papers) for name in (one.title, *one.also)]
        matter = matter.grown(names) if names else matter
    chapters = chapters_of(matter, papers)
    told = [(chapter, tuple(_told(chapter, style))) for chapter in chapters]
    told = [(chapter, sentences) for chapter, sentences in told if sentences]
    if not told:
        return None
    statements, citations = _prove(told)
    found = list(dict.fromkeys(chapter.entry.document_id for chapter, _ in told))
    looked = Looked(
        documents=len(among), without=tuple(entry.document_id for entry in among if entry.document_id not in found)
    )
    return Summary(
        name=f"一事一档：{matter.text}",
        document_ids=tuple(found),
        topic=matter.text,
        style=style,
        mode="extractive",
        items=tuple(_items(told, statements)),
        citations=citations,
        coverage=_coverage(told, style=style),
        fidelity=fidelity([statement for several in statements for statement in several]),
        notice=_looked_words(looked, found, among),
        searched=looked,
    )


def _told(chapter: Chapter, style: Style) -> Iterator[Told]:
    """Yield the sentences of a chapter."""
    source, item = chapter.source, chapter.item
    if chapter.about and item is not None:
        if style != "tasks":
            yield _heard(chapter, item)
        if style == "brief" and not item.outcomes:  # what it asks for then stands for what it decided
            chosen = choose(source, details(source, item), room=_ROOM, alone=frozenset([item.start]))
            yield from (one.told for one in sorted(chosen, key=lambda one: one.place))
        sentences = item_tasks(source, item) if style == "tasks" else item_sentences(source, item)
        for told in sentences:
            if told.role != "report" and (style != "brief" or told.role in ("verdict", "step", "vote")):
                yield told
        return
    for place in chapter.places:
        point = next((point for point in item.points if point.span == place.span), None) if item else None
        other = next((other for other in source.document.other_matters if other.span == place.span), None)
        if point is not None and item is not None:
            spoken = [point_sentence(source, item, point, 2)]
        elif other is not None:
            spoken = [matter_sentence(source, other)]
        else:
            spoken = source.prose(place.span, level=2) if style != "tasks" else []
        yield from (_stamped(chapter, one) for one in spoken) if style == "brief" else spoken


def _stamped(chapter: Chapter, told: Told) -> Told:
    """Return a sentence of a mention with its meeting and date in front, since a brief dossier has no headings."""
    entry, places = chapter.entry, chapter.source.document.spans
    spans = [places[name] for name in ("meeting.name", "meeting.date") if name in places]
    where = one_line(entry.meeting_name) if entry.meeting_name else ""
    date = date_words(entry.date) if entry.date and not entry.date.startswith("-") else None
    own = [quote.span for quote in told.sentence.quotes]
    fronts = [f"{date}，{where}提到：", f"{where}提到："] if date and where else [f"{where}提到："] if where else []
    tries = [chapter.source.tell(f"{front}{told.text}", [*spans, *own], covers=told.covers) for front in fronts]
    return chapter.source.surest(replace(one, role=told.role, point=told.point) for one in tries) or told


def _heard(chapter: Chapter, item: Item) -> Told:
    """Return which meeting heard the matter when, and who reported."""
    source, entry = chapter.source, chapter.entry
    spans = [source.heading(item)]
    places = source.document.spans
    spans += [places[name] for name in ("meeting.name", "meeting.date") if name in places]
    date = date_words(entry.date) if entry.date and not entry.date.startswith("-") else None
    title = one_line(item.title)
    if source.document.kind == "rectification":
        text = f"{one_line(entry.name)}列出的问题：{title}"
    else:
        where = _where(chapter)
        text = f"{where}{item.verb}{title}" if item.verb else f"{where}的议题：{title}"
        text = f"{date}，{text}" if date else text
    said = [text]
    said += [text.replace(f"{item.verb}{title}", f"的议题：{title}")] if item.verb else []
    said += [f"{date}，议题：{title}" if date else f"议题：{title}", f"议题：{title}"]
    if item.presenter and "presenter" in item.spans:
        who = presenters_words(item)
        reported = "" if who in title else f"，由{who}汇报"
        said = [one for bare in said for one in (f"{bare}{reported}", bare)]
        spans.append(source.around(item.spans["presenter"]))
    tries = [source.tell(f"{one}。", spans, covers=[item.start]) for one in dict.fromkeys(said)]
    tries.append(source.tell(f"议题：{title}。", [source.heading(item)], covers=[item.start]))
    return source.surest(tries) or tries[0]


def _prove(
    told: Sequence[tuple[Chapter, tuple[Told, ...]]],
) -> tuple[list[list[Statement]], tuple[Citation, ...]]:
    """Return the checked statements of each chapter, and the sources of all, numbered through."""
    numbers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    statements: list[list[Statement]] = []
    for chapter, sentences in told:
        proven, own = chapter.source.prove(sentences)
        for citation in own:
            key = (citation.document_id, citation.start, citation.end)
            if key not in numbers:
                numbers[key] = len(citations)
                citations.append(citation)
        place = [numbers[(citation.document_id, citation.start, citation.end)] for citation in own]
        statements.append([replace(one, citations=tuple(place[index] for index in one.citations)) for one in proven])
    return statements, tuple(citations)


def _items(
    told: Sequence[tuple[Chapter, tuple[Told, ...]]], statements: Sequence[Sequence[Statement]]
) -> Iterator[SummaryItem]:
    """Yield the entries of the dossier with their checked sentences."""
    heard: list[Chapter] = []
    said = {chapter.key: [one.text for one in own] for (chapter, _), own in zip(told, statements, strict=True)}
    for (chapter, sentences), checked in zip(told, statements, strict=True):
        stage = _stage(chapter, heard)
        heard += [chapter] if chapter.about else []
        item, document = chapter.item, chapter.source.document
        notes = [*_without_verdict(chapter), *changed_later(chapter, said, [later for later, _ in told])]
        yield SummaryItem(
            document_id=chapter.entry.document_id,
            label=item.label if item else None,
            title=one_line(item.title) if item else document.title or document.name,
            sentences=tuple(
                SummarySentence(
                    text=one.text, citations=one.citations, check=one.check, problems=one.problems, point=entry.point
                )
                for entry, one in zip(sentences, checked, strict=True)
            ),
            note="；".join(notes) or None,
            heading=_heading(chapter, stage),
            stage=stage,
        )


def _without_verdict(chapter: Chapter) -> Iterator[str]:
    """Yield what minutes say of a matter on which they state no verdict: nothing, tasks alone, or but a word on it."""
    document, item = chapter.source.document, chapter.item
    if document.kind != "minutes" or item is None:
        return
    if not chapter.about:
        if not any(RULED.search(document.quote(place.span)) for place in chapter.places):
            yield ONLY_TOUCHED
    elif not item.outcomes and not DECIDED.search(document.quote(item.span)):
        yield ONLY_TASKS if item.points or TASKS.search(document.quote(item.span)) else UNDECIDED


def _stage(chapter: Chapter, heard: Sequence[Chapter]) -> str:
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


def _name(entry: Entry) -> str:
    """Return what to call a paper among those of other bodies: its number where that names one, else its name."""
    body = entry.issuing_body or ""
    named = entry.name if says_place(entry.name, body) else with_place(entry.name, body)
    if names_body(entry.document_number):
        return entry.document_number or named
    return numbered(named, entry.meeting_number) or named


def _where(chapter: Chapter) -> str:
    """Return which meeting it was: its name, or what the paper calls itself, without 纪要."""
    entry, document = chapter.entry, chapter.source.document
    body = f"{entry.issuing_body}会议" if entry.issuing_body and document.kind == "minutes" else None
    name = one_line(entry.meeting_name or document.title or body or entry.name)
    return name.removesuffix("纪要") or name


def _heading(chapter: Chapter, stage: str) -> str:
    """Return when and where, which item, and what that meeting did with the matter."""
    entry, item = chapter.entry, chapter.item
    where = _where(chapter)
    number = f"（{entry.document_number}）" if entry.document_number else ""
    where = whose(where, body=entry.issuing_body, document_number=entry.document_number) or where
    where = where if number else numbered(where, entry.meeting_number) or where
    noun = "问题" if chapter.source.document.kind == "rectification" else "议题"
    which = f"，{noun}{item.label}" if item and item.label else ""
    title = f"：{one_line(item.title)}" if item and stage == "mention" else ""  # else the first sentence has it
    return f"{date_words(entry.date) or '日期未载明'}　{where}{number}{which}{title}　〔{STAGES[stage]}〕"


def _coverage(told: Sequence[tuple[Chapter, tuple[Told, ...]]], *, style: Style) -> Coverage:
    """Return how many of the items about the matter and of their points are told."""
    items = points = told_items = told_points = others = 0
    missing: list[str] = []
    for chapter, sentences in told:
        if not chapter.about or chapter.item is None:
            others += sum(1 for place in chapter.places if place.item is None)
            continue
        starts = set() if style == "brief" else covered_points(chapter.source.document, sentences)
        items += 1
        told_items += any(chapter.item.start in entry.covers for entry in sentences)
        points += len(chapter.item.points)
        named = f"{_name(chapter.entry)}议题{chapter.item.label or ''}"
        for position, point in enumerate(chapter.item.points, start=1):
            told_points += point.start in starts
            missing += [] if point.start in starts else [f"{named}第{position}条"]
    return Coverage((told_items, items), (told_points, points), (others, others), tuple(missing))


def _looked_words(looked: Looked, found: Sequence[str], among: Iterable[Entry]) -> str:
    """Return what was looked through, in words."""
    names = {entry.document_id: _name(entry) for entry in among}
    said = f"查了库中 {looked.documents} 份文件，{len(found)} 份谈到这件事"
    named = "、".join(one_line(names[document_id]) for document_id in looked.without[:_NAMED])
    more = f"等 {len(looked.without)} 份" if len(looked.without) > _NAMED else ""
    return f"{said}；没有谈到的：{named}{more}。" if looked.without else f"{said}。"
