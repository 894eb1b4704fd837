"""The brief draft (brief): a document in one paragraph, its items grouped by what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.allotted import allotted, items_told
from pipeline.generation.summary.beside import bare
from pipeline.generation.summary.clauses import clauses, sentences, tidy
from pipeline.generation.summary.decisions import is_ruled
from pipeline.generation.summary.detail import details
from pipeline.generation.summary.grouped import Known
from pipeline.generation.summary.joined import joined
from pipeline.generation.summary.office import is_spoken
from pipeline.generation.summary.opening import opening as meeting_opening
from pipeline.generation.summary.own_words import Shown
from pipeline.generation.summary.titles import short_title
from pipeline.generation.summary.told import Part, Source, Told
from pipeline.generation.summary.weighed import Detail, choose
from pipeline.generation.summary.whole import whole_verdicts
from pipeline.generation.wording import AHEAD, UNDECIDED, matter_words
from pipeline.minutes import Document, Span
from pipeline.patterns import compiled

MOST = 400
"""Characters of a brief draft of minutes."""
MOST_OF_REPORT = 600
"""Characters of a brief draft of a rectification report."""
_WHOLE_CLAUSE = 16
"""Characters that one thing of a report must have to be understood by itself."""
_MUCH_MORE = 1.15
"""Titles lose their 《关于…》 where the details that they make room for weigh so much more."""
_FRAGMENT = 10
"""Characters that a sentence of a paper without items must have."""

# 关于“基础设施薄弱”问题的整改
_PROBLEM = compiled(r"^关于[“\"](?P<name>.+)[”\"](?:的)?问题")
# 「某副区长召集有关部门专题研究」: the opening says it
_CONVENED = compiled(r"(?:召集|主持|召开)[^。]*(?:研究|会议|会商|协调)")
_ORDINAL = compiled(r"^(?:[一二三四五六七八九十]+是|首先|其次|最后)[，、]?(?:要)?")


def brief_parts(document_id: str, document: Document) -> list[Part]:
    """Return the document as one part of at most `MOST` characters (`MOST_OF_REPORT` for a rectification report).

    What is left of the room goes to what the items state besides: amounts, deadlines, who leads, the weightiest first.
    Where all does not fit, what stands before the items or is still ahead is left out, then titles lose their
    《关于…》, then what comes next after a verdict goes, then the figures of verdicts, items whose verdict no title
    tells are only named, and at last each group names fewer of its items.
    """
    document = whole_verdicts(document)
    source = Source(document_id, document)
    report = document.kind == "rectification"
    most = MOST_OF_REPORT if report else MOST
    opening, closing = list(_opening(source)), list(_closing(source))
    fixed = _length(opening) + _length(closing)
    grouped, shown = _fitting(source, most - fixed)
    shorter = [] if shown.steps else list(_closing(source, short=True))
    if shorter and all(map(source.holds, shorter)):
        saved = _length(closing) - _length(shorter)
        again, fits = _fitting(source, most - fixed + saved)
        if fits.steps:
            closing, fixed, grouped, shown = shorter, fixed - saved, again, fits
    spare = most - fixed - _length(grouped) if shown.steps else 0
    aside = [told for told in (_ahead(source) if report else _before(source)) if len(told.text) <= spare][:1]
    room = most - fixed - _length(aside)
    given = None if report or document.kind == "agenda" else allotted(source, {}, most=room)
    grouped = given or _with_details(source, grouped, shown, most=room)
    told = [*opening, *grouped, *aside, *closing] if report else [*opening, *aside, *grouped, *closing]
    return [Part(None, document.title or document.name, tuple(told), _note(document))]


def _length(told: Iterable[Told]) -> int:
    """Return how many characters sentences have."""
    return sum(len(one.text) for one in told)


def _with_details(source: Source, grouped: list[Told], shown: Shown, *, most: int) -> list[Told]:
    """Return the items with what else they state, as much as fits into `most` characters, the weightiest first.

    An item of which more is told has a sentence of its own. Titles are short where that makes room for much more.
    """
    items = source.document.items
    if not items or shown.named < len(items) or source.document.kind == "agenda":
        return grouped
    said = bare("".join(told.text for told in grouped))
    found = [one for item in items for one in details(source, item) if bare(one.text) not in said]
    if source.document.kind == "rectification":
        found = [one for one in found if len(one.text) >= _WHOLE_CLAUSE]
        chosen = choose(source, found, room=most - _length(grouped), alone=frozenset(item.start for item in items))
        return [*grouped, *(one.told for one in sorted(chosen, key=lambda one: one.place))]
    known: Known = {}
    forms = [(shown, grouped)]
    if not shown.short:
        brief = replace(shown, short=True)
        forms.append((brief, items_told(source, brief, known, prove=False)))
    picked = [(choose(source, found, room=most - _length(told), alone=_alone(told)), form) for form, told in forms]
    chosen, form = picked[0]
    if len(picked) > 1 and _weight(picked[1][0]) > _MUCH_MORE * _weight(chosen):
        chosen, form = picked[1]
    while chosen:
        apart = frozenset(one.item for one in chosen)
        told = joined(source, items_told(source, form, known, prove=True, apart=apart), chosen)
        if _length(told) <= most:
            return told
        chosen.pop()
    return grouped


def _alone(told: Iterable[Told]) -> frozenset[int]:
    """Return the items that have a sentence of their own."""
    return frozenset(start for one in told for start in one.covers if len(one.covers) == 1)


def _weight(chosen: Iterable[Detail]) -> float:
    return sum(one.weight for one in chosen)


def _note(document: Document) -> str | None:
    """Return which items of minutes state no verdict."""
    silent = [item for item in document.items if not item.outcomes and not is_ruled(document, item)]
    labels = [item.label for item in silent if item.label]
    named = [f"第{'、'.join(labels)}项"] if labels else []
    named += [one_line(item.title) for item in silent if not item.label]
    return f"{UNDECIDED}：{'；'.join(named)}" if silent and document.kind == "minutes" else None


def _opening(source: Source) -> Iterator[Told]:
    """Yield who met when; of a paper without a meeting the first sentence of its head."""
    opening = meeting_opening(source)
    if opening:
        yield opening
    elif source.document.head and source.document.items:
        yield from [told for told in source.prose(source.document.head, level=3) if is_spoken(told.text)][:1]
    elif not source.document.items:
        yield from _first_words(source)


def _first_words(source: Source) -> Iterator[Told]:
    """Yield the first sentences of a paper without items, as many as fit."""
    left = MOST
    for name, span in source.document.parts():
        if name not in ("head", "preamble", "section", "tail"):
            continue
        for told in source.prose(span, level=3):
            if len(told.text) < _FRAGMENT or told.text.startswith(("“", "——")):  # 「他说。」
                continue
            left -= len(told.text)
            if left < 0:
                return
            yield told


def _fitting(source: Source, most: int) -> tuple[list[Told], Shown]:
    """Return the items as sentences that fit into `most` characters, and how much of them is shown."""
    told: list[Told] = []
    known: Known = {}
    widest = len(source.document.items)
    stages = [Shown(), Shown(short=True), Shown(facts=False), Shown(short=True, facts=False)]
    stages += [Shown(short=True, facts=False, one_subject=True)]
    least = Shown(steps=False, facts=False, one_subject=True)
    stages += [least, replace(least, short=True), replace(least, short=True, figures=False)]
    stages += [replace(least, short=True, figures=False, facts=False, main=True)]
    stages += [replace(least, short=True, figures=False, own=False, named=named) for named in _fewer(widest)]
    for shown in stages:
        for prove in (False, True):  # proving a sentence of many items takes long: only what fits is proven
            report = source.document.kind == "rectification"
            told = _problems(source, shown) if report else items_told(source, shown, known, prove=prove)
            if _length(told) > most:
                break
        else:
            return told, shown
    while told and _length(told) > most:
        told = told[:-1]
    return told, Shown(steps=False, named=0)


def _fewer(widest: int) -> Iterator[int]:
    """Yield ever smaller numbers of items, the steps wider where there are many."""
    named = widest
    while named > 0:
        yield named
        named -= max(1, named // 8)


def _problems(source: Source, shown: Shown) -> list[Told]:
    """Return the problems of a report in one sentence."""
    items = source.document.items
    if not items:
        return []
    names = [_PROBLEM.match(one_line(item.title)) for item in items[: shown.named]]
    titles = [name["name"] if name else one_line(item.title) for name, item in zip(names, items, strict=False)]
    joint = "；" if any("、" in title and "》" not in title for title in titles) else "、"
    said = joint.join(short_title(title) if shown.short else title for title in titles)
    more = "等" if shown.named < len(items) else ""
    spans = [source.heading(item) for item in items]
    covers = [item.start for item in items[: shown.named]]
    return [source.tell(f"列出{len(items)}个问题：{said}{more}。", spans, covers=covers, counted=len(items))]


def _before(source: Source) -> Iterator[Told]:
    """Yield what the text before the items calls for."""
    if source.document.preamble:
        told = (one for one in source.prose(source.document.preamble, level=2) if is_spoken(one.text))
        yield from (one for one in told if not _CONVENED.search(one.text))


def _ahead(source: Source) -> Iterator[Told]:
    """Yield what a report has still ahead: the first clause of each paragraph of its section on it."""
    for section in source.document.sections:
        if not AHEAD.search(section.title):
            continue
        heads: list[str] = []
        spans: list[Span] = []
        for told in source.prose(section.span, level=1):
            place = told.sentence.quotes[0].span
            wording = one_line(source.document.quote(place))
            if _ORDINAL.match(wording):
                heads.append(tidy(clauses(sentences(_ORDINAL.sub("", wording))[0])[0].text))
                spans.append(place)
        if heads:
            yield source.tell(f"下一步：{'；'.join(heads)}。", spans)


def _closing(source: Source, *, short: bool = False) -> Iterator[Told]:
    """Yield the other matters of the tail in one sentence, their titles without 《关于…》 where space is short."""
    matters = source.document.other_matters
    if matters:
        said = [replace(one, title=short_title(one_line(one.title))) if short else one for one in matters]
        tries = [
            source.tell(text, [matter.span for matter in matters], covers=[matter.start for matter in matters])
            for told in (said, [replace(one, outcome=None) for one in said])
            for text in (f"会议还{'，'.join(map(matter_words, told))}。",)
        ]
        yield source.surest(tries) or tries[-1]
