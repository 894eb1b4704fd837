"""The full draft (full) and the list of tasks (tasks): a document told item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.generation.columns import one_line
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.condense import Level, condense
from pipeline.generation.summary.fidelity import untold
from pipeline.generation.summary.told import Part, Source, Told
from pipeline.generation.wording import AHEAD, UNDECIDED, matter_words, presenter_words, step_words
from pipeline.minutes import Document, Item, OtherMatter, Outcome, Point, Section, Span

TARGET = 0.57
"""The share of the source that the measures of a report may have."""
_TRIED: Mapping[Level, tuple[Level, ...]] = {1: (1,), 2: (2, 1), 3: (3, 2, 1)}
"""What is tried in turn until a point is told whole and holds."""
_VERDICT_REST = 16
"""A point that holds a verdict and at most so many other characters is told by the verdict's sentence."""


def full_parts(document_id: str, document: Document) -> list[Part]:
    """Return the whole document as parts: opening, what stands before the items, items, sections, other matters.

    A report is cut down to its facts where it would else be longer than `TARGET` of its source; what a meeting asks for
    never is.
    """
    return [part for part in _parts(Source(document_id, document), _level(document)) if part.told]


def _level(document: Document) -> Level:
    """Return how much may go: of a report whose measures would be too long, all that is no fact."""
    if document.kind != "rectification":
        return 2
    written = sum(len(condense(point.text, level=2)) for item in document.items for point in item.points)
    return 2 if written <= TARGET * len(document.text) else 3


def task_parts(document_id: str, document: Document) -> list[Part]:
    """Return only what is to be done: points, next steps; of a report what is still ahead or has a deadline."""
    source = Source(document_id, document)
    parts: list[Part] = []
    for item in document.items:
        told = []
        for point in item.points:
            done = document.kind == "rectification" and point.deadline is None
            if not done and not _is_verdict(item, point):
                told.append(_point(source, item, point, 2))
        if item.next_step and "next_step" in item.spans:
            spans = [source.heading(item), item.spans["next_step"]]
            told.append(
                source.tell(f"{one_line(item.title)}：{one_line(item.next_step)}。", spans, covers=[item.start])
            )
        parts.append(Part(item.label, item.title, tuple(told)))
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
            yield Part(part.label, part.title, tuple(_item(source, part, level)), _note(document, part))
        else:
            yield Part(part.label, part.title, tuple(_section(source, part, level)))
    if document.other_matters:
        yield Part(None, "其他事项", tuple(_matter(source, matter) for matter in document.other_matters))
    elif document.tail:
        yield Part(None, "文末", tuple(source.prose(document.tail, level=level)))


def _overview(source: Source, level: Level) -> Iterator[Told]:
    """Yield who met when, and how many items there are; of a paper without a meeting its first paragraph."""
    document = source.document
    opening = source.opening()
    if opening:
        yield opening
    elif document.head:
        lead = document.head if not document.title or "title" not in document.spans else _after_title(document)
        yield from source.prose(lead, level=level)
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
    return UNDECIDED if document.kind == "minutes" and not item.outcomes else None


def _item(source: Source, item: Item, level: Level) -> list[Told]:
    """Return what an item tells in the order of its text: who reported, what was said and decided, the verdict."""
    told: list[Told] = []
    if item.presenter and "presenter" in item.spans:
        text = f"由{presenter_words(item.presenter)}汇报。"
        told.append(source.tell(text, [source.around(item.spans["presenter"])], covers=[item.start]))
    for remark in item.remarks:
        told += [entry for entry in source.prose(remark, level=level) if _calls(entry)]
    told += [_point(source, item, point, level) for point in item.points if not _is_verdict(item, point)]
    if not item.points:
        told += _body(source, item, level)
    told += _verdicts(source, item)
    return sorted(told, key=lambda entry: entry.sentence.quotes[-1].start)


def _calls(told: Told) -> bool:
    """Tell whether a sentence calls for an act, so that it is more than a remark."""
    return any(clause.call or clause.fact for sentence in sentences(told.text) for clause in clauses(sentence)) or bool(
        re.match(r"会议(?:同时|还)?(?:要求|强调|明确)", told.text)
    )


def _body(source: Source, item: Item, level: Level) -> Iterator[Told]:
    """Yield the running text of an item without points, but for what is told of it in other sentences."""
    told = [source.heading(item), *item.remarks, *(outcome.span for outcome in item.outcomes)]
    told += [span for name, span in item.spans.items() if name in {"presenter", "next_step", "votes", "label", "verb"}]
    heading = source.heading(item)
    for sentence in source.prose(Span(heading.end, item.end), level=level):
        start, end = sentence.sentence.quotes[0].start, sentence.sentence.quotes[0].end
        if not any(span.start < end and start < span.end for span in told):
            yield Told(sentence.sentence, frozenset([item.start]))


def _point(source: Source, item: Item, point: Point, level: Level) -> Told:
    """Return a point, condensed so far that its action, units, figures and deadline stay."""
    inside, outside = _unit_places(point)
    keep = [source.document.quote(span) for span in inside]
    keep += [point.deadline.text] if point.deadline else []
    aside = [name for name, _ in outside if one_line(name) not in one_line(point.text)]
    opener = f"{'、'.join(dict.fromkeys(aside))}：" if aside else ""
    spans = [point.span, *(span for name, span in outside if name in aside)]
    for tried in _TRIED[level]:
        text = opener + condense(point.text, keep=keep, level=tried)
        told = source.tell(text, spans, covers=[item.start, point.start], point=point.label)
        if not untold(point, text) and source.holds(told):
            return told
    return source.tell(opener + one_line(point.text), spans, covers=[item.start, point.start], point=point.label)


def _unit_places(point: Point) -> tuple[list[Span], list[tuple[str, Span]]]:
    """Return where a point's units stand: places inside it, and names with places before it (会议要求某区：1.…)."""
    inside: list[Span] = []
    outside: list[tuple[str, Span]] = []
    named = [(f"lead_units.{position}", name) for position, name in enumerate(point.lead_units)]
    named += [(f"support_units.{position}", name) for position, name in enumerate(point.support_units)]
    named += [("addressed_to", point.addressed_to)] if point.addressed_to else []
    for field, name in named:
        span = point.spans.get(field)
        if span is None:
            continue
        if point.start <= span.start and span.end <= point.end:
            inside.append(span)
        else:
            outside.append((name, span))
    return inside, outside


def _is_verdict(item: Item, point: Point) -> bool:
    """Tell whether a point is hardly more than the verdict (（一）原则通过《…》，请相关部门修改完善后组织实施。)."""
    within = [outcome.span for outcome in item.outcomes if point.start <= outcome.start and outcome.end <= point.end]
    if not within:
        return False
    step = item.spans.get("next_step")
    within += [step] if item.next_step and step and point.start <= step.start and step.end <= point.end else []
    told = {place for span in within for place in range(span.start, span.end)}
    return sum(1 for place in range(point.start, point.end) if place not in told) <= _VERDICT_REST


def _verdicts(source: Source, item: Item) -> Iterator[Told]:
    """Yield each verdict with what comes next, then the votes."""
    step = item.spans.get("next_step") if item.next_step else None
    for outcome in item.outcomes:
        point = next((point for point in item.points if point.start <= outcome.start < point.end), None)
        told_point = point if point and _is_verdict(item, point) else None
        spans = [told_point.span if told_point else outcome.span]
        text = _verdict_words(item, outcome)
        if step and outcome is item.outcomes[-1] and item.next_step:
            text += step_words(item.next_step)
            spans += [step]
        covers = [item.start, *([told_point.start] if told_point else [])]
        yield source.tell(f"{text}。", spans, covers=covers, point=told_point.label if told_point else None)
    if (
        step
        and not item.outcomes
        and item.next_step
        and not any(point.start <= step.start < point.end for point in item.points)
    ):
        yield source.tell(f"下一步：{one_line(item.next_step)}。", [step], covers=[item.start])
    if item.votes and "votes" in item.spans:
        wording = one_line(source.document.quote(item.spans["votes"])).strip("，。；")
        yield source.tell(f"表决情况：{wording}。", [item.spans["votes"]], covers=[item.start])


def _verdict_words(item: Item, outcome: Outcome) -> str:
    """Return a verdict as a sentence without its full stop; the item's own title is 上述文件, since the heading has it.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> item = EXAMPLE_MINUTES.items[0]
    >>> _verdict_words(item, Outcome(class_="approved", text="通过《城区停车管理办法》", start=0, end=12))
    '会议通过上述文件'
    """
    text = one_line(outcome.text).rstrip("。；，,;")
    if item.title.startswith("《") and item.title.endswith("》"):
        text = text.replace(one_line(item.title), "上述文件")
    return text if re.match(r"会议|[\u4e00-\u9fff]{0,6}(?:大会|全会|董事会|党组|常委会)", text) else f"会议{text}"


def _matter(source: Source, matter: OtherMatter) -> Told:
    """Return another matter of the tail."""
    return source.tell(f"会议还{matter_words(matter)}。", [matter.span], covers=[matter.start])


def covered_points(document: Document, told: Sequence[Told]) -> set[int]:
    """Return the starts of the points that sentences tell with action, units, figures and deadline."""
    points = {point.start: point for item in document.items for point in item.points}
    return {
        start
        for sentence in told
        for start in sentence.covers
        if start in points and (not untold(points[start], sentence.text) or _verdict_only(document, points[start]))
    }


def _verdict_only(document: Document, point: Point) -> bool:
    """Tell whether a point is told by the verdict's sentence."""
    item = document.item_at(point.start)
    return item is not None and _is_verdict(item, point)
