"""Lists and counts from the record and the ledger: exact, in the order of the text, over every document in scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import at_home, same_unit
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.counting.verdict_lines import verdict_line
from pipeline.generation.extractive.evidence import Source, Terms, heading, is_given, item_name, plain, point_span
from pipeline.generation.extractive.record import quote, reported
from pipeline.generation.extractive.stretches import sentence_at, sentences
from pipeline.generation.understanding.asking import verdict_asked
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Deadline, Document, Item, Outcome, Point, Presenter
    from pipeline.retrieval.catalogue import Entry
    from pipeline.retrieval.digest import Digest, DigestItem, DigestPoint

COUNT_ASKED = compiled(r"几|多少|总数|数量|个数")
VERDICT_NAMES = {
    "approved_in_principle": "原则通过",
    "agreed_in_principle": "原则同意",
    "approved": "通过或同意",
    "rejected": "不同意",
    "deferred": "再议或暂缓",
    "none": "未载明审议结论",
}
MEASURE = compiled(r"(?:几|多少)(?P<word>[项个件])")
LISTED = compiled(r"哪些|哪[几两三四五六七八九十][项个份件]|分别(?!都?有?(?:几|多少))|列出|列举|是什么")
WHICH_ITEMS = compiled(r"哪些|哪[几两三四五六七八九十]?[项个份件]")
DUTY_WORDS = "事项工作任务牵头负责配合承担主办协办事情"
INCLUDING = compiled(r"(?:[含连]|包括|算上)[^，。？?）)]{0,3}(?:配合|协办|牵头)")
"""全部任务（含配合）: whatever part a unit has in them."""
BESIDE = 0.5
SHOWN = 120
"""Characters of a point that a list shows."""
MENTIONED = 0.85
NEXT_STEP_FITS = 0.6
REPORT_WORDS = compiled(r"问题|措施|整改")


def item_list(question: Question, source: Source) -> list[Sentence]:
    """Return the items of a document, with their number where it is asked for."""
    items = source.document.items
    if not items:
        return []
    word = "个问题" if source.document.kind == "rectification" else f"{_measure(question)}议题"
    headings = tuple(heading(source, item) for item in items)
    total = Sentence(f"{source.meeting}共有{len(items)}{word}。", headings, counted=len(items))
    if question.aspect in ("item_count", None) and not LISTED.search(question.text):
        return [total]
    return [title_line(source, item) for item in items]


def _measure(question: Question) -> str:
    """Return the measure word that a question counts items with."""
    match = MEASURE.search(question.text)
    return match["word"] if match else "项"


def title_line(source: Source, item: Item) -> Sentence:
    """Return an item's verb and title, quoted from its heading."""
    return Sentence(f"{item.verb or ''}{item_name(item)}", (heading(source, item),))


def reported_by(question: Question, source: Source, units: Sequence[str]) -> list[Sentence]:
    """Return the items on which a unit or a person reported."""
    found: list[Sentence] = []
    for item in source.document.items:
        if is_reporter(question, item.presenters, units) and (sentence := reported(source, item)):
            found.append(sentence)
    return found


def is_reporter(question: Question, presenters: Sequence[Presenter], units: Sequence[str]) -> bool:
    """Tell whether one who reported on an item is the unit or the person that a question names."""
    by_unit = any(one.unit and same_unit(one.unit, unit) for one in presenters for unit in units)
    return by_unit or any(one.name and one.name in question.text for one in presenters)


def measures(source: Source, items: Sequence[Item] | None = None) -> list[Sentence]:
    """Return how many points or measures a document, or some items of it, have."""
    chosen = source.document.items if items is None else items
    places = tuple(quote(source, point_span(source.document, item, point)) for item in chosen for point in item.points)
    if not places:
        return []
    word = "条措施" if source.document.kind == "rectification" else "条议定事项"
    name = source.meeting if items is None else "、".join(item.title for item in items)
    return [Sentence(f"{name}共有{len(places)}{word}。", places, counted=len(places))]


def by_outcome(
    question: Question, sources: Sequence[Source]
) -> tuple[list[tuple[Source, Sentence]], list[tuple[Source, Outcome]]]:
    """Return the items whose verdict a question asks for, and the verdicts that were looked through."""
    sentences: list[tuple[Source, Sentence]] = []
    looked: list[tuple[Source, Outcome]] = []
    for source in sources:
        found: list[tuple[Item, Outcome | None]] = []
        for item in source.document.items:
            looked += [(source, verdict) for verdict in item.outcomes]
            if has_verdict(question, source.document, item):
                found.append((item, next((one for one in item.outcomes if one.class_ in question.verdicts), None)))
        if COUNT_ASKED.search(question.text) and found:
            name = _verdict_name(question)
            places = tuple(quote(source, verdict.span) if verdict else heading(source, item) for item, verdict in found)
            total = Sentence(f"{source.meeting}{name}的共{len(found)}项：", places, counted=len(found))
            sentences.append((source, total))
        sentences += [(source, verdict_line(source, item, verdict)) for item, verdict in found]
    return sentences, looked


def has_verdict(question: Question, document: Document | Digest, item: Item | DigestItem) -> bool:
    """Tell whether an item got one of the verdicts asked for, or none where that is asked for."""
    if any(verdict.class_ in question.verdicts for verdict in item.outcomes):
        return True
    return not item.outcomes and "none" in question.verdicts and document.kind != "rectification"


def mentioning(sources: Sequence[Source], terms: Terms) -> list[tuple[Source, Sentence]]:
    """Return the items whose text holds the whole topic, each with the sentence that holds most of it."""
    found: list[tuple[Source, Sentence]] = []
    for source in sources:
        for item in source.document.items:
            if not terms.weights or terms.coverage(source.document.quote(item.span)) < MENTIONED:
                continue
            places = sentences(source.document, item.span)
            best = max(places, key=lambda place: terms.coverage(source.document.quote(place)))
            if terms.coverage(source.document.quote(best)) >= MENTIONED:
                found.append((source, Sentence(item.title, (quote(source, best), heading(source, item)))))
    return found


def by_next_step(sources: Sequence[Source], terms: Terms) -> list[tuple[Source, Sentence]]:
    """Return the items whose next step holds the topic: 哪些要提交某会讨论."""
    found: list[tuple[Source, Sentence]] = []
    for source in sources:
        for item in source.document.items:
            span = item.spans.get("next_step")
            if item.next_step and span and terms.coverage(item.next_step) >= NEXT_STEP_FITS:
                text = f"{item.title}：{plain(item.next_step)}"
                found.append((source, Sentence(text, (quote(source, span), heading(source, item)))))
    return found


def other_matters(source: Source) -> list[Sentence]:
    """Return the matters of the tail, outside any item."""
    return [
        Sentence(f"{matter.verb}{matter.title}", (quote(source, matter.span),))
        for matter in source.document.other_matters
    ]


def unit_matters(
    question: Question, sources: Sequence[Source], units: Sequence[str], *, beside: Terms | None = None
) -> list[tuple[Source, Sentence]]:
    """Return the points that a unit leads, supports, or is named in, as the question asks.

    `beside` are the words of the topic besides the unit: where there are any, title or point must hold most of them.
    """
    is_asked = of_units(question, units, beside=beside)
    return [
        (source, row_of(source, item, point, units))
        for source, item, point in points_of(sources)
        if is_asked(item, point, body_of(source.entry))
    ]


def body_of(entry: Entry) -> str | None:
    """Return whose paper it is, as far as the record tells: the body that issued it, else what met."""
    return entry.issuing_body or entry.meeting_name


def row_of(source: Source, item: Item, point: Point, units: Sequence[str]) -> Sentence:
    """Return a point as a line of a list of what units have to do."""
    return Sentence(_of_unit(source, point, units), (quote(source, point_span(source.document, item, point)),))


def of_units(
    question: Question, units: Sequence[str], *, beside: Terms | None = None
) -> Callable[[Item | DigestItem, Point | DigestPoint, str | None], bool]:
    """Return what tells whether a point of an item is a unit's, as the question asks; arguments as `unit_matters`."""

    @cache  # few, many times
    def named(one: str, body: str | None) -> bool:
        return any(same_unit(unit, at_home(one, body)) for unit in units)

    every = INCLUDING.search(question.text)
    leads = not every and any(word in question.text for word in ("牵头", "负责", "主办"))
    supports = not every and any(word in question.text for word in ("配合", "协办"))

    def is_asked(item: Item | DigestItem, point: Point | DigestPoint, body: str | None) -> bool:
        if leads or supports:
            told = (point.lead_units if leads else ()) + (point.support_units if supports else ())
            own = any(named(one, body) for one in told)
        else:
            told = (*point.lead_units, *point.support_units, *((point.addressed_to,) if point.addressed_to else ()))
            own = any(named(one, body) for one in told) or any(is_given(unit, point.text) for unit in units)
        if beside is None or not beside.weights:
            return own
        return own and beside.coverage(f"{item.title} {point.text}") >= BESIDE

    return is_asked


def _of_unit(source: Source, point: Point, units: Sequence[str]) -> str:
    """Return what a point says of a unit: all of a short one, else its sentence that names the unit."""
    if len(point.text) <= SHOWN:
        return plain(point.text)
    places = {"lead_units": point.lead_units, "support_units": point.support_units}
    spans = [
        point.spans.get(f"{name}.{place}")
        for name, named in places.items()
        for place, one in enumerate(named)
        if any(same_unit(unit, one) for unit in units)
    ]
    written = [point.start + at for unit in units if (at := point.text.find(unit)) >= 0]
    spans += [Span(at, at + 1) for at in written]
    first = next((span for span in spans if span and span.start >= point.start), None)
    if first is None:
        return shown(source, point.span)
    place = sentence_at(source.document, first, limit=SHOWN)
    return plain(source.document.quote(Span(max(place.start, point.start), min(place.end, point.end))))


def is_due(
    point: Point | DigestPoint,
    entry: Entry,
    *,
    start: str | None = None,
    end: str | None = None,
    year: int | None = None,
) -> bool:
    """Tell whether a point states a deadline, in time; arguments as `due_lines.deadlines`."""
    limits = (*((point.deadline,) if point.deadline else ()), *point.further_deadlines)
    return any(is_in_time(one, entry, start=start, end=end, year=year) for one in limits)


def is_in_time(
    limit: Deadline, entry: Entry, *, start: str | None = None, end: str | None = None, year: int | None = None
) -> bool:
    """Tell whether a deadline is in time; arguments as `due_lines.deadlines`."""
    if end is None:
        return True
    of_year = year or _year_of(entry.date or "", end)
    if limit.date is None or of_year is None:
        return False
    first = f"{of_year}-{start}" if start else f"{year or int((entry.date or '')[:4])}-01-01"
    return first <= limit.date <= f"{of_year}-{end}"


_AHEAD = 6
"""Months that a meeting looks ahead: 1月底前, asked of one in December, is the January after it."""


def _year_of(held: str, end: str) -> int | None:
    """Return the year in which a day lies that is asked for without one, by the date of the meeting; or `None`.

    >>> _year_of("2024-12-20", "01-31"), _year_of("2024-06-20", "05-31"), _year_of("", "05-31")
    (2025, 2024, None)
    """
    if not held[:4].isdigit():
        return None
    ahead = (int(end[:2]) - int(held[5:7] or end[:2])) % 12
    return int(held[:4]) + (end[:2] < held[5:7] and ahead <= _AHEAD)


def points_of(sources: Iterable[Source]) -> Iterator[tuple[Source, Item, Point]]:
    """Yield every point of some documents, with its document and its item; those beside the items too."""
    for source in sources:
        for item in (*source.document.items, *source.document.beside):
            for point in item.points:
                yield source, item, point


def shown(source: Source, span: Span) -> str:
    """Return a wording on one line, a long one cut where a clause ends."""
    wording = plain(source.document.quote(span))
    if len(wording) <= SHOWN:
        return wording
    cut = max(wording.rfind(mark, 0, SHOWN) for mark in "。；，")
    return wording[: cut + 1] if cut > 30 else wording


def _verdict_name(question: Question) -> str:
    if question.verdicts and set(question.verdicts) <= set(verdict_asked(question.text) or question.verdicts):
        return VERDICT_NAMES[question.verdicts[0]]
    return "符合所问结论"
