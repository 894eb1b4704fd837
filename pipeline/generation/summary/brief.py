"""The brief draft (brief): a document in one paragraph, its items grouped by what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.clauses import clauses, sentences, tidy
from pipeline.generation.summary.grouped import Known, Shown, decided, undecided
from pipeline.generation.summary.titles import short_title
from pipeline.generation.summary.told import Part, Source, Told, is_spoken
from pipeline.generation.wording import AHEAD, UNDECIDED, matter_words
from pipeline.minutes import Document, Span

MOST = 400
"""Characters of a brief draft of minutes."""
MOST_OF_REPORT = 600
"""Characters of a brief draft of a rectification report."""

# 关于“基础设施薄弱”问题的整改
_PROBLEM = re.compile(r"^关于[“\"](?P<name>.+)[”\"](?:的)?问题")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+是|首先|其次|最后)[，、]?(?:要)?")


def brief_parts(document_id: str, document: Document) -> list[Part]:
    """Return the document as one part of at most `MOST` characters (`MOST_OF_REPORT` for a rectification report).

    Where all does not fit, what stands before the items or is still ahead is left out, then titles lose their
    《关于…》, then what comes next after a verdict goes, items whose verdict no title tells are only named, and at last
    each group names fewer of its items.
    """
    source = Source(document_id, document)
    report = document.kind == "rectification"
    most = MOST_OF_REPORT if report else MOST
    opening, closing = list(_opening(source)), list(_closing(source))
    fixed = sum(len(told.text) for told in (*opening, *closing))
    grouped, whole = _fitting(source, most - fixed)
    shorter = [] if whole else list(_closing(source, short=True))
    if shorter and all(map(source.holds, shorter)):
        saved = sum(len(told.text) for told in closing) - sum(len(told.text) for told in shorter)
        again, fits = _fitting(source, most - fixed + saved)
        if fits:
            closing, fixed, grouped, whole = shorter, fixed - saved, again, True
    spare = most - fixed - sum(len(told.text) for told in grouped) if whole else 0
    aside = [told for told in (_ahead(source) if report else _before(source)) if len(told.text) <= spare][:1]
    told = [*opening, *grouped, *aside, *closing] if report else [*opening, *aside, *grouped, *closing]
    return [Part(None, document.title or document.name, tuple(told), _note(document))]


def _note(document: Document) -> str | None:
    """Return which items of minutes state no verdict."""
    silent = [item for item in document.items if not item.outcomes]
    labels = [item.label for item in silent if item.label]
    named = [f"第{'、'.join(labels)}项"] if labels else []
    named += [one_line(item.title) for item in silent if not item.label]
    return f"{UNDECIDED}：{'；'.join(named)}" if silent and document.kind == "minutes" else None


def _opening(source: Source) -> Iterator[Told]:
    """Yield who met when; of a paper without a meeting the first sentence of its head."""
    opening = source.opening()
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
            left -= len(told.text)
            if left < 0:
                return
            yield told


def _fitting(source: Source, most: int) -> tuple[list[Told], bool]:
    """Return the items as sentences that fit into `most` characters, and whether nothing of them had to go."""
    told: list[Told] = []
    known: Known = {}
    widest = len(source.document.items)
    stages = [Shown(), Shown(short=True), Shown(steps=False), Shown(steps=False, short=True)]
    stages += [Shown(steps=False, short=True, named=named, own=False) for named in _fewer(widest)]
    for shown in stages:
        for prove in (False, True):  # proving a sentence of many items takes long: only what fits is proven
            report = source.document.kind == "rectification"
            told = _problems(source, shown) if report else _items(source, shown, known, prove=prove)
            if sum(len(entry.text) for entry in told) > most:
                break
        else:
            return told, shown.steps
    while told and sum(len(entry.text) for entry in told) > most:
        told = told[:-1]
    return told, False


def _fewer(widest: int) -> Iterator[int]:
    """Yield ever smaller numbers of items, the steps wider where there are many."""
    named = widest
    while named > 0:
        yield named
        named -= max(1, named // 8)


def _items(source: Source, shown: Shown, known: Known, *, prove: bool) -> list[Told]:
    """Return the items by verdict; those without one come last."""
    items = source.document.items
    with_verdict = [item for item in items if item.outcomes]
    without = [item for item in items if not item.outcomes]
    return [
        *decided(source, with_verdict, shown, known=known, prove=prove),
        *undecided(source, without, shown, prove=prove),
    ]


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
        yield from (told for told in source.prose(source.document.preamble, level=2) if is_spoken(told.text))


def _ahead(source: Source) -> Iterator[Told]:
    """Yield what a report has still ahead: the first clause of each paragraph of its section on it."""
    for section in source.document.sections:
        if not AHEAD.search(section.title):
            continue
        heads: list[str] = []
        spans: list[Span] = []
        for told in source.prose(section.span, level=1):
            quote = told.sentence.quotes[0]
            wording = one_line(source.document.text[quote.start : quote.end])
            if _ORDINAL.match(wording):
                heads.append(tidy(clauses(sentences(_ORDINAL.sub("", wording))[0])[0].text))
                spans.append(Span(quote.start, quote.end))
        if heads:
            yield source.tell(f"下一步：{'；'.join(heads)}。", spans)


def _closing(source: Source, *, short: bool = False) -> Iterator[Told]:
    """Yield the other matters of the tail in one sentence, their titles without 《关于…》 where space is short."""
    matters = source.document.other_matters
    if matters:
        said = [replace(one, title=short_title(one_line(one.title))) if short else one for one in matters]
        text = f"会议还{'，'.join(map(matter_words, said))}。"
        yield source.tell(text, [matter.span for matter in matters], covers=[matter.start for matter in matters])
