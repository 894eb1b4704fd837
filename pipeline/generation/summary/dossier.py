"""A dossier (一事一档): one matter from its first hearing to its later mention, in order of date, all of it cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.cite import Citation, Statement
from pipeline.generation.columns import one_line
from pipeline.generation.summary.changed import changed_later
from pipeline.generation.summary.chapter_words import heading_of, name_of, stage_of, where_of, without_verdict
from pipeline.generation.summary.chapters import Chapter, chapters_of, thread_of
from pipeline.generation.summary.detail import details
from pipeline.generation.summary.fidelity import Coverage, fidelity
from pipeline.generation.summary.full import covered_points, item_sentences, matter_sentence
from pipeline.generation.summary.matter import Matter
from pipeline.generation.summary.pieces import point as point_sentence
from pipeline.generation.summary.summarize import Looked, Style, Summary, SummaryItem, SummarySentence
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.told import Told
from pipeline.generation.summary.weighed import choose
from pipeline.generation.wording import (
    date_words,
    presenters_words,
)
from pipeline.minutes import Document, Item

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

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
        where = where_of(chapter)
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
        stage = stage_of(chapter, heard)
        heard += [chapter] if chapter.about else []
        item, document = chapter.item, chapter.source.document
        notes = [*without_verdict(chapter), *changed_later(chapter, said, [later for later, _ in told])]
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
            heading=heading_of(chapter, stage),
            stage=stage,
        )


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
        named = f"{name_of(chapter.entry)}议题{chapter.item.label or ''}"
        for position, point in enumerate(chapter.item.points, start=1):
            told_points += point.start in starts
            missing += [] if point.start in starts else [f"{named}第{position}条"]
    return Coverage((told_items, items), (told_points, points), (others, others), tuple(missing))


def _looked_words(looked: Looked, found: Sequence[str], among: Iterable[Entry]) -> str:
    """Return what was looked through, in words."""
    names = {entry.document_id: name_of(entry) for entry in among}
    said = f"查了库中 {looked.documents} 份文件，{len(found)} 份谈到这件事"
    named = "、".join(one_line(names[document_id]) for document_id in looked.without[:_NAMED])
    more = f"等 {len(looked.without)} 份" if len(looked.without) > _NAMED else ""
    return f"{said}；没有谈到的：{named}{more}。" if looked.without else f"{said}。"
