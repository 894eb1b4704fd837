"""Weighing wording against wording: how much of a question's topic a title, a point or a sentence holds."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.draft import Quote
from pipeline.minutes import Span
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item, Point
    from pipeline.retrieval.catalogue import Entry

SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?[”’」』）)]?")
CLAUSE_END = re.compile(r"[，,；;。！？：:\n]")
PADDING = re.compile(r"(?<=[一-鿿])[ \t　]+(?=[一-鿿])")
COMMON = frozenset(
    "工作 意见 方案 实施 办法 管理 文件 通知 汇报 情况 会议 要求 关于 有关 相关 部门 单位 问题 整改 推进 落实 建设 发展 政策 措施 加强 进一步 项目 全市 我市 年度 实现 企业 开展".split()
)
"""Pairs and words of official language that say little by themselves."""
COMMON_WEIGHT = 0.35
FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[a-z][a-z0-9+]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the library with its entry."""

    entry: Entry
    document: Document

    @property
    def document_id(self) -> str:
        """The id under which the library holds it."""
        return self.entry.document_id

    @property
    def stamp(self) -> str:
        """What tells it apart in an answer over several documents: 昆政纪〔2017〕4号（2017-05-24）."""
        name = self.entry.document_number or self.entry.meeting_name or self.entry.name
        return f"{name}（{self.entry.date}）" if self.entry.date else name

    @property
    def meeting(self) -> str:
        """What to call the meeting in a sentence."""
        return self.entry.meeting_name or self.entry.name


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a topic, each with its weight: rare ones say more."""

    weights: dict[str, float]

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(self.weights.values())

    def found(self, text: str) -> set[str]:
        """Return the terms that a text holds."""
        folded = fold(text)
        return {term for term in self.weights if term in folded}

    def coverage(self, text: str, *, context: str = "", credit: float = 0.6) -> float:
        """Return how much of the topic a text holds, 0 to 1; what only its context holds counts in part.

        >>> terms = terms_of(("河道保洁",), ())
        >>> terms.coverage("《河道保洁办法》"), terms.coverage("《停车办法》")
        (1.0, 0.0)
        """
        if not self.weights:
            return 0.0
        here = self.found(text)
        around = self.found(context) - here if context else set()
        got = sum(self.weights[term] for term in here) + credit * sum(self.weights[term] for term in around)
        return got / self.total

    def missing_figures(self, text: str) -> set[str]:
        """Return the figures and Latin words of the topic that a text lacks (2019, gdp): without them it is no evidence."""
        folded = fold(text)
        return {
            term
            for term in self.weights
            if FIGURE.fullmatch(term) and not re.search(rf"(?<![0-9a-z.]){re.escape(term)}(?![0-9a-z])", folded)
        }


def terms_of(segments: Iterable[str], corpus: Sequence[str]) -> Terms:
    """Return the terms of a topic: its pairs of characters, figures and Latin words, weighted by rarity in a corpus."""
    weights: dict[str, float] = {}
    folded_corpus = [fold(text) for text in corpus]
    for segment in segments:
        for term in _units(fold(segment)):
            seen = sum(1 for text in folded_corpus if term in text)
            rarity = math.log(1 + (len(folded_corpus) + 1) / (seen + 0.5)) if folded_corpus else 1.0
            weights[term] = rarity * (COMMON_WEIGHT if term in COMMON else 1.0)
    return Terms(weights)


def _units(segment: str) -> Iterator[str]:
    """Yield the pairs of Chinese characters and the figures of a segment."""
    yield from FIGURE.findall(segment)
    for run in re.findall(r"[一-鿿]+", segment):
        if len(run) == 1:
            yield run
        for start in range(len(run) - 1):
            yield run[start : start + 2]


def sentences(document: Document, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, without blanks at their ends."""
    for match in SENTENCE.finditer(document.text, span.start, span.end):
        place = trim(document.text, Span(*match.span()))
        if place.end > place.start:
            yield place


def trim(text: str, span: Span) -> Span:
    """Return a place without blanks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentence_at(document: Document, span: Span, *, limit: int = 160) -> Span:
    """Return the sentence around a place; where it is longer than `limit` characters, the clauses around the place."""
    text = document.text
    start = max((text.rfind(mark, 0, span.start) + 1 for mark in "。！？；\n"), default=0)
    ends = [found for mark in "。！？；\n" if (found := text.find(mark, max(span.end - 1, span.start))) >= 0]
    end = min(ends, default=len(text) - 1)
    end = end if end < len(text) and text[end] == "\n" else end + 1
    whole = trim(text, Span(start, min(end, len(text))))
    if whole.end - whole.start <= limit:
        return whole
    return clauses_around(document, whole, span, limit=limit)


def clauses_around(document: Document, whole: Span, core: Span, *, limit: int) -> Span:
    """Return the clauses around a core, as many as fit into `limit` characters, the core's own always."""
    text = document.text
    cuts = [whole.start, *(match.end() for match in CLAUSE_END.finditer(text, whole.start, whole.end)), whole.end]
    start = max(cut for cut in cuts if cut <= core.start)
    end = min((cut for cut in cuts if cut >= core.end), default=whole.end)
    for cut in (cut for cut in cuts if cut > end):
        if cut - start > limit:
            break
        end = cut
    for cut in sorted((cut for cut in cuts if cut < start), reverse=True):
        if end - cut > limit:
            break
        start = cut
    return trim(text, Span(start, end))


def plain(text: str) -> str:
    """Return wording for a sentence of an answer: one line, without padding inside names; the quote keeps the original.

    >>> plain("请各区镇  抓紧\\n落实")
    '请各区镇抓紧落实'
    """
    return PADDING.sub("", re.sub(r"\s*\n\s*", "", text)).strip()


def point_span(document: Document, item: Item, point: Point) -> Span:
    """Return a point's place with its label, for a quote."""
    label = point.spans.get("label")
    if label is None or not item.start <= label.start < point.start:
        return point.span
    start = label.start
    while start > item.start and document.text[start - 1] in "（([【〔":
        start -= 1
    return Span(start, point.end)


def heading(source: Source, item: Item) -> Quote:
    """Return an item's heading line as a quote."""
    text, title = source.document.text, item.spans.get("title")
    end = text.find("\n", title.end if title else item.start)
    return Quote(source.document_id, item.start, item.end if end < 0 else min(end, item.end))
