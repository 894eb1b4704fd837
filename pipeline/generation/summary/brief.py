"""The brief draft (brief): a document in one paragraph, its items grouped by what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.generation.columns import one_line
from pipeline.generation.summary.clauses import clauses, sentences, tidy
from pipeline.generation.summary.told import Part, Source, Told
from pipeline.generation.wording import AHEAD, UNDECIDED, matter_words, step_words
from pipeline.minutes import Document, Item, Span

MOST = 400
"""Characters of a brief draft of minutes."""
MOST_OF_REPORT = 600
"""Characters of a brief draft of a rectification report."""

_VERDICT = re.compile(
    r"(?:一致|审议|讨论|表决)?(?:原则上?)?(?:不予?|未获?|未予|没有)?(?:同意|通过|批准)|暂缓[\u4e00-\u9fff]{0,4}|暂不[\u4e00-\u9fff]{2,4}|再议|另行研究|否决"
)
# 关于“基础设施薄弱”问题的整改
_PROBLEM = re.compile(r"^关于[“\"](?P<name>.+)[”\"](?:的)?问题")
_OWN_TITLE = re.compile(r"^《(?:关于)?(?P<name>[^《》]+)》$")
_TRIAL = re.compile(r"[（(](?:试行|暂行|修订稿?|草案|送审稿|征求意见稿)[）)]$")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+是|首先|其次|最后)[，、]?(?:要)?")


@dataclass(frozen=True, slots=True)
class _Group:
    """Items with the same fate: what is said before and after their titles, and the places that prove it.

    `verbs` stand before the titles, one each, and are empty where the fate says it all.
    """

    before: str
    after: str
    verbs: tuple[str, ...]
    titles: tuple[str, ...]
    items: tuple[Item, ...]
    spans: tuple[Span, ...]
    counted: int | None = None


def brief_parts(document_id: str, document: Document) -> list[Part]:
    """Return the document as one part of at most `MOST` characters (`MOST_OF_REPORT` for a rectification report).

    Where all does not fit, what stands before the items or is still ahead is left out, then what comes next after a
    verdict, titles lose their 《关于…》, and at last each group names fewer of its items.
    """
    source = Source(document_id, document)
    report = document.kind == "rectification"
    most = MOST_OF_REPORT if report else MOST
    opening, closing = list(_opening(source)), list(_closing(source))
    fixed = sum(len(told.text) for told in (*opening, *closing))
    grouped, whole = _fitting(source, most - fixed)
    spare = most - fixed - sum(len(told.text) for told in grouped) if whole else 0
    aside = [told for told in (_ahead(source) if report else _before(source)) if len(told.text) <= spare][:1]
    told = [*opening, *grouped, *aside, *closing] if report else [*opening, *aside, *grouped, *closing]
    return [Part(None, document.title or document.name, tuple(told), _note(document))]


def _note(document: Document) -> str | None:
    """Return which items of minutes state no verdict."""
    silent = [item.label or one_line(item.title) for item in document.items if not item.outcomes]
    return f"{UNDECIDED}：第{'、'.join(silent)}项" if silent and document.kind == "minutes" else None


def _opening(source: Source) -> Iterator[Told]:
    """Yield who met when; of a paper without a meeting the first sentence of its head."""
    opening = source.opening()
    if opening:
        yield opening
    elif source.document.head and source.document.items:
        yield from source.prose(source.document.head, level=3)[:1]
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


def _verdicts(source: Source, *, steps: bool) -> Iterator[_Group]:
    """Yield the items by verdict, with `steps` also by next step; those without a verdict come last."""
    grouped: dict[tuple[str, str], list[Item]] = {}
    for item in source.document.items:
        words = [match.group() for outcome in item.outcomes if (match := _VERDICT.search(one_line(outcome.text)))]
        verdict = "、".join(dict.fromkeys(words))
        step = step_words(item.next_step) if steps and item.next_step and "next_step" in item.spans else ""
        grouped.setdefault((verdict, step if verdict else ""), []).append(item)
    for (verdict, step), items in sorted(grouped.items(), key=lambda entry: not entry[0][0]):
        spans = [source.heading(item) for item in items]
        titles = tuple(one_line(item.title) or _first_clause(source, item) for item in items)
        if verdict:
            spans += [outcome.span for item in items for outcome in item.outcomes]
            spans += [item.spans["next_step"] for item in items if step]
            yield _Group(f"会议{verdict}", step, ("",) * len(items), titles, tuple(items), tuple(spans))
        else:
            verbs = tuple(item.verb or "" for item in items)
            noun = "内容：" if source.document.kind == "other" else "议题："
            yield _Group("会议" if verbs[0] else noun, "", verbs, titles, tuple(items), tuple(spans))


def _first_clause(source: Source, item: Item) -> str:
    """Return what an item without a title opens with."""
    found = sentences(source.document.quote(Span(source.heading(item).start, item.end)))
    return clauses(found[0])[0].text if found else ""


def _problems(source: Source) -> Iterator[_Group]:
    """Yield the problems of a report as one group."""
    items = source.document.items
    if items:
        names = [_PROBLEM.match(one_line(item.title)) for item in items]
        titles = tuple(name["name"] if name else one_line(item.title) for name, item in zip(names, items, strict=True))
        spans = tuple(source.heading(item) for item in items)
        count = len(items)
        yield _Group(f"列出{count}个问题：", "", ("",) * count, titles, items, spans, counted=count)


def _fitting(source: Source, most: int) -> tuple[list[Told], bool]:
    """Return the items as sentences that fit into `most` characters, and whether nothing of them had to go."""
    told: list[Told] = []
    widest = len(source.document.items)
    stages = [(True, False, widest), (False, False, widest), *((False, True, named) for named in range(widest, 0, -1))]
    for steps, short, named in stages:
        groups = _problems(source) if source.document.kind == "rectification" else _verdicts(source, steps=steps)
        told = [_sentence(source, group, short=short, named=named) for group in groups]
        if sum(len(entry.text) for entry in told) <= most:
            return told, steps
    return told, False


def _sentence(source: Source, group: _Group, *, short: bool, named: int) -> Told:
    """Return a group as one sentence that names at most so many of its items."""
    titles = [_short(title) if short else title for title in group.titles[:named]]
    joint = "；" if any("、" in title and "》" not in title for title in titles) else "、"
    text = joint.join(f"{verb}{title}" for verb, title in zip(group.verbs, titles, strict=False))
    more = "等" if named < len(group.titles) else ""
    covers = [item.start for item in group.items[:named]]
    return source.tell(f"{group.before}{text}{more}{group.after}。", group.spans, covers=covers, counted=group.counted)


def _short(title: str) -> str:
    """Return a title without 《》, 关于 and （试行）, in a list where space is short.

    >>> _short("《关于支持标准化工作的若干政策措施（试行）》")
    '支持标准化工作的若干政策措施'
    """
    match = _OWN_TITLE.match(title)
    return _TRIAL.sub("", match["name"]) if match else title.removeprefix("关于")


def _before(source: Source) -> Iterator[Told]:
    """Yield what the text before the items calls for."""
    if source.document.preamble:
        yield from source.prose(source.document.preamble, level=2)


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


def _closing(source: Source) -> Iterator[Told]:
    """Yield the other matters of the tail in one sentence."""
    matters = source.document.other_matters
    if matters:
        text = f"会议还{'，'.join(matter_words(matter) for matter in matters)}。"
        yield source.tell(text, [matter.span for matter in matters], covers=[matter.start for matter in matters])
