"""The full draft (full) and the list of tasks (tasks): a document told item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import is_label, left_over, tail, whole_remark
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.condense import Level, condense
from pipeline.generation.summary.decisions import is_ruled
from pipeline.generation.summary.duty_lines import duty_sentences
from pipeline.generation.summary.fidelity import untold
from pipeline.generation.summary.heard import heard, is_only_heard, says_only_heard, with_subject
from pipeline.generation.summary.noted import with_notes
from pipeline.generation.summary.office import is_spoken, is_view
from pipeline.generation.summary.once import once
from pipeline.generation.summary.opening import opening as meeting_opening
from pipeline.generation.summary.orders import is_order
from pipeline.generation.summary.pieces import is_verdict, point_sentences, report
from pipeline.generation.summary.room import FULLER, fuller, length_of
from pipeline.generation.summary.rows import is_row
from pipeline.generation.summary.ruling import verdicts
from pipeline.generation.summary.tasks import item_tasks
from pipeline.generation.summary.titles import OTHERS
from pipeline.generation.summary.told import Part, Source, Told
from pipeline.generation.summary.whole import whole_verdicts
from pipeline.generation.wording import AHEAD, UNDECIDED, matter_words
from pipeline.minutes import Document, Item, OtherMatter, Point, Section, Span

TARGET = 0.57
"""The share of the source that the measures of a report may have."""
MOST = 0.6
"""The share of the source that the draft of a report may have."""
FILLED = 0.59
"""The share of the source up to which a draft gets back what was left out of its sentences."""
_REPORTS = r"(?:作了|关于[^，。；]+的)?(?:汇报|报告|说明|介绍|通报)"
"""What stands behind a unit that reported."""
_REPORTER = r"(?:汇报|报告|说明|介绍|通报|传达)(?:人|单位)?[：:]?(?:[^，。；]{0,12})"
"""What stands before the name of somebody who reported."""
_ONE_SENTENCE = 90
"""Characters of a sentence that tells all other matters."""


def full_parts(document_id: str, document: Document) -> list[Part]:
    """Return the whole document as parts: opening, what stands before the items, items, sections, other matters.

    A report is cut down to its facts where it would else be longer than `TARGET` of its source. Minutes never are: of a
    short paper in which each sentence is a decision there is nothing to leave out, however long that makes the draft.
    What room is left up to `FILLED` goes to ways and effects that were left out.
    """
    document = whole_verdicts(document)
    source, level = Source(document_id, document), _level(document)
    parts = [part for part in _parts(source, level) if part.told]
    if level == 2 and document.kind == "rectification" and length_of(parts) > MOST * len(document.text):
        level, parts = 3, [part for part in _parts(source, 3) if part.told]
    room = int(FILLED * len(document.text)) - length_of(parts)
    return fuller(parts, list(_parts(source, FULLER[level])), room=room) if room > 0 else parts


def _level(document: Document) -> Level:
    """Return how much may go: of a report whose measures would be too long, all that is no fact."""
    if document.kind != "rectification":
        return 2
    written = sum(len(condense(point.text, level=2)) for item in document.items for point in item.points)
    return 2 if written <= TARGET * len(document.text) else 3


def task_parts(document_id: str, document: Document) -> list[Part]:
    """Return only what is to be done: points, next steps; of a report what is still ahead or has a deadline."""
    document = whole_verdicts(document)
    source = Source(document_id, document)
    placed = sorted((*document.items, *document.beside), key=lambda item: item.start)
    parts = [Part(item.label, source.title(item), tuple(item_tasks(source, item))) for item in placed]
    for section in document.sections:
        if AHEAD.search(section.title):
            parts.append(Part(section.label, section.title, tuple(_section(source, section, 2))))
    return [part for part in parts if part.told]


def _parts(source: Source, level: Level) -> Iterator[Part]:
    """Yield the parts of a document in the order of its text."""
    document = source.document
    yield Part(None, "概况", tuple(_overview(source, level)))
    if document.preamble:
        yield Part(None, "正文开头", tuple(source.prose(document.preamble, level=level)))
    placed: list[Section | Item] = [*document.sections, *document.items]
    for part in sorted(placed, key=lambda part: (part.start, isinstance(part, Item))):
        if isinstance(part, Item):
            told = tuple(item_sentences(source, part, level))
            yield Part(part.label, source.title(part), told, _note(document, part))
        else:
            yield Part(part.label, part.title, tuple(_section(source, part, level)))
    if document.other_matters and document.tail:
        behind = [item for item in document.beside if item.start in document.tail]
        further = [told for item in behind for told in source.prose(item.span, level=level)]
        yield Part(None, "其他事项", (*_matters(source, document.other_matters), *further))
    elif document.tail:
        yield Part(None, "文末", tuple(source.prose(document.tail, level=level)))


def _overview(source: Source, level: Level) -> Iterator[Told]:
    """Yield who met when, and how many items there are; of a paper without a meeting its first paragraph."""
    document = source.document
    opening = meeting_opening(source)
    if opening:
        yield opening
    elif document.head:
        lead = document.head if not document.title or "title" not in document.spans else _after_title(document)
        told = source.prose(lead, level=level)
        yield from [entry for entry in told if is_spoken(entry.text) or not document.items]
    if len(document.items) > 1 and document.kind != "other":
        noun = "本通报列出{}个问题。" if document.kind == "rectification" else "共有{}项议题。"
        spans = [source.heading(item) for item in document.items]
        yield source.tell(noun.format(len(spans)), spans, counted=len(spans))


def _after_title(document: Document) -> Span:
    """Return what the head says after the title."""
    assert document.head is not None
    title = document.spans["title"]
    return Span(min(max(title.end, document.head.start), document.head.end), document.head.end)


def _section(source: Source, section: Section, level: Level) -> Iterator[Told]:
    """Yield the running text of a section, without its heading and its items."""
    document = source.document
    stop = document.text.find("\n", section.start, section.end)
    start = stop if stop >= 0 else section.end
    inside = [item for item in document.items if section.start <= item.start < section.end]
    for item in inside:
        yield from source.prose(Span(start, max(start, item.start)), level=level)
        start = max(start, item.end)
    yield from source.prose(Span(start, section.end), level=level)


def _note(document: Document, item: Item) -> str | None:
    """Return that an item of minutes states no verdict, where it states none."""
    silent = document.kind == "minutes" and not item.outcomes and not is_ruled(document, item)
    return UNDECIDED if silent else None


def item_sentences(source: Source, item: Item, level: Level | None = None) -> list[Told]:
    """Return what an item tells: who reported, then in the order of its text what was said and decided, the verdict.

    An item of which the text says nothing but its title is told by the title.
    """
    level = level or _level(source.document)
    opener = report(source, item)
    told: list[Told] = []
    for remark in item.remarks:
        place = whole_remark(source, item, remark)
        if any(place.overlaps(of.span) for of in item.points):
            continue  # a point says it, with who is to act and by when
        told += [entry for entry in source.prose(place, level=level) if _calls(entry)]
    spoken = tuple(of for of in item.points if not is_verdict(item, of))
    told += [entry for of in spoken for entry in point_sentences(source, item, of, level)]
    beside = _body(source, item, level)
    told += [one for one in beside if not item.points or (one.sentence.quotes and _states(one))]
    told += duty_sentences(source, item, besides=spoken)
    told += verdicts(source, item, said="".join(entry.text for entry in told), told=told)
    told += left_over(source, item, [*told, *([opener] if opener else [])], level=level)
    if opener is None and (not told or is_only_heard(source, item, told)):
        told = [*_title_only(source, item), *told]
    opener = heard(source, item, opener) if opener else None
    told = [with_subject(source, entry) for entry in with_notes(source, once(sorted(told, key=_place)))]
    again = any(_reports(item, opener, entry) for entry in told) if opener else False
    told = [entry for entry in told if opener is None or len(told) < 2 or not says_only_heard(entry.text)]
    return told if opener is None or again else [opener, *told]


def _reports(item: Item, opener: Told, entry: Told) -> bool:
    """Tell whether a sentence says already who reported: by name, or the unit with what it does (某局汇报了…)."""
    units = [one.unit for one in item.presenters if one.unit and not one.name]
    named = any(re.search(_names_speaker(name), entry.text) for name in item.presenter_names)
    return (
        named or entry.text == opener.text or any(re.search(re.escape(unit) + _REPORTS, entry.text) for unit in units)
    )


def _names_speaker(name: str) -> str:
    """Return how a sentence says that somebody reported, and not only that they are to act (由李某同志牵头)."""
    who = re.escape(name)
    spoke = r"(?:汇报|报告|说明|介绍|通报|传达|领学|宣读|解读|主讲)"
    return rf"{who}[^，。；]{{0,6}}?{spoke}|听取[^，。；]{{0,20}}{who}|{_REPORTER}{who}"


def _place(told: Told) -> int:
    """Return where in the text a sentence belongs: a point where it begins, all else where its last quote does."""
    return max(told.covers) if told.role == "point" else told.sentence.quotes[-1].start


def _title_only(source: Source, item: Item) -> Iterator[Told]:
    """Yield the sentence of an item of which the text gives the title alone."""
    title = one_line(item.title)
    if not title or OTHERS.fullmatch(title):
        return
    heading = source.heading(item)
    wide = source.around(heading, marks="。；;\n")
    verb, ahead = item.verb or "", source.document.kind == "agenda"
    tries = [
        source.tell(text, [place], covers=[item.start])
        for text in (
            *([f"会议{verb}了{title}。"] if verb and not ahead else []),
            *([] if ahead else [f"会议{verb}{title}。"]),
            f"议题：{verb}{title}。",
            f"{title}。",
        )
        for place in (heading, wide)
    ]
    told = source.surest(tries)
    yield from [told] if told else []


def _calls(told: Told) -> bool:
    """Tell whether a sentence calls for an act or gives a view of somebody's own, so that it is more than a remark."""
    return (
        is_view(told.text)
        or any(clause.call or clause.fact for sentence in sentences(told.text) for clause in clauses(sentence))
        or bool(re.match(r"会议(?:同时|还)?(?:研究)?(?:要求|强调|明确|决定|议定|确定)", told.text))
    )


def _states(told: Told) -> bool:
    """Tell whether a sentence beside the points of an item states a fact or an order, or whose view it is."""
    said = [clause for sentence in sentences(told.text) for clause in clauses(sentence)]
    return is_view(told.text) or is_order(told.text) or any(clause.fact for clause in said)


def _body(source: Source, item: Item, level: Level) -> Iterator[Told]:
    """Yield the running text of an item, but for its points and what else is told of it in other sentences."""
    told = [whole_remark(source, item, remark) for remark in item.remarks]
    told += [*(outcome.span for outcome in item.outcomes), *(of.span for of in item.points)]
    told += [place for outcome in item.outcomes if (place := tail(source, item, outcome))]
    told += [span for name, span in item.spans.items() if name in {"presenter", "next_step", "votes", "label", "verb"}]
    for sentence in source.prose(source.body(item), level=level):
        place = sentence.sentence.quotes[0].span
        apart = not any(span.overlaps(place) for span in told) and not is_row(source.document, item, place)
        if apart and not is_label(item, source.document.quote(place)):
            yield replace(sentence, covers=frozenset([item.start]))


def _matters(source: Source, matters: Sequence[OtherMatter]) -> list[Told]:
    """Return the other matters of the tail in one sentence, or each in its own where they are many."""
    text = f"会议还{'，'.join(map(matter_words, matters))}。"
    joint = source.tell(text, [one.span for one in matters], covers=[one.start for one in matters])
    if len(text) <= _ONE_SENTENCE and source.holds(joint):
        return [joint]
    return [matter_sentence(source, matter) for matter in matters]


def matter_sentence(source: Source, matter: OtherMatter) -> Told:
    """Return another matter of the tail."""
    place = source.around(matter.span)
    tries = [
        *(
            source.tell(f"会议还{matter_words(one)}。", [where], covers=[matter.start])
            for one in (matter, replace(matter, outcome=None))
            for where in (matter.span, place)
        ),
        source.tell(f"{one_line(source.document.quote(place)).rstrip('。；')}。", [place], covers=[matter.start]),
    ]
    return source.surest(tries) or tries[-1]


def covered_points(document: Document, told: Sequence[Told]) -> set[int]:
    """Return the starts of the points that sentences tell with action, units, figures and deadline."""
    points = {of.start: of for item in document.items for of in item.points}
    said: dict[int, str] = {}
    for sentence in told:
        for start in sentence.covers & points.keys():
            said[start] = said.get(start, "") + sentence.text
    return {
        start
        for start, text in said.items()
        if not untold(points[start], text) or _verdict_only(document, points[start])
    }


def _verdict_only(document: Document, of: Point) -> bool:
    """Tell whether a point is told by the verdict's sentence."""
    item = document.item_at(of.start)
    return item is not None and is_verdict(item, of)
