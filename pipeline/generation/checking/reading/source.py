"""What may prove a clause: the quotes of one place and its stamp, read once into amounts, dates and segments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.generation.checking.reading.alike import in_words_of
from pipeline.generation.checking.reading.amounts import Amount, amounts
from pipeline.generation.checking.reading.duty_lines import with_duties
from pipeline.generation.checking.reading.fold import (
    TITLE,
    clauses,
    flat,
    fold,
    pairs,
    unwrapped,
    without_labels,
    without_titles,
)
from pipeline.generation.checking.reading.heads import with_heads
from pipeline.generation.checking.reading.orders import without_orders
from pipeline.generation.checking.reading.parties import people
from pipeline.generation.checking.reading.speech import cut
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.generation.checking.reading.verdicts import verdicts
from pipeline.patterns import compiled

_LABELS = (
    compiled(r"(?m)^[ \t\u3000]*[一二三四五六七八九十]{1,3}[、.．]"),
    compiled(r"(?m)^[ \t\u3000]*[（(][一二三四五六七八九十]{1,3}[）)]"),
    compiled(r"(?m)^[ \t\u3000]*\d{1,2}[.、．](?!\d)"),
    compiled(r"(?m)^[ \t\u3000]*[（(]\d{1,2}[）)]"),
)
_RATIO = compiled(r"(?<![\d:])(?P<one>[1-9]\d?):(?P<other>[1-9]\d?)(?![\d:])")  # 按7:3分担
_TEN, _HUNDRED = 10, 100
_SEGMENT = compiled(r"[^。;!?\n]+")
_ENOUGH, _MARGIN = 3, 2


@dataclass(frozen=True, slots=True)
class Problem:
    """What the check found: its kind, the wording that does not hold, and a sentence for the reader."""

    kind: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a source, what stands before it in its line, and the line that opens its list."""

    text: str
    before: str
    opening: str


@dataclass(frozen=True)
class Source:
    """What may prove a clause: the quotes of one place (one item of one document), and what its stamp states."""

    quotes: str
    context: str
    title: str = ""
    """The title of the item: what it says may be spoken of, and is no fact about the meeting."""

    @cached_property
    def text(self) -> str:
        """The quotes, folded, without the labels of their lines."""
        return with_duties(without_labels(unwrapped(fold(without_orders(with_heads(self.quotes))))))

    @cached_property
    def stamp(self) -> str:
        """The context, folded."""
        return fold(without_orders(self.context))

    @cached_property
    def heading(self) -> str:
        """The title of the item, folded."""
        return fold(without_orders(self.title))

    @cached_property
    def words(self) -> str:
        """Quotes and context without line ends, for names and titles."""
        return "\n".join((flat(self.text), flat(self.stamp), self.stamp, flat(self.heading)))

    @cached_property
    def amounts(self) -> list[Amount]:
        """The amounts of quotes and context."""
        shares = [
            Amount(Decimal(10 if ten else 1) * int(match[name]), "%", "exact", match.group(), match.start())
            for match in _RATIO.finditer(self.text)
            if (ten := int(match["one"]) + int(match["other"]) == _TEN)
            or int(match["one"]) + int(match["other"]) == _HUNDRED
            for name in ("one", "other")
        ]
        return amounts(self.text) + amounts(self.stamp) + amounts(self.heading) + shares

    @cached_property
    def segments(self) -> list[Segment]:
        """The sentences of the quotes in order."""
        found = []
        opening = ""  # 会议要求甲开发区: over the points that follow
        for line in self.text.split("\n"):
            found += [Segment(match.group(), line[: match.start()], opening) for match in _SEGMENT.finditer(line)]
            opening = line if line.endswith(":") or line in units(line) else opening
        return found

    @cached_property
    def segment_pairs(self) -> list[set[str]]:
        """The pairs of characters of each segment."""
        return [pairs(segment.text) for segment in self.segments]

    @cached_property
    def clauses(self) -> list[Segment]:
        """The clauses of the quotes in order."""
        return [
            Segment(clause, f"{segment.before}{segment.text}", segment.opening)
            for segment in self.segments
            for clause in clauses(segment.text)
        ]

    @cached_property
    def clause_pairs(self) -> list[set[str]]:
        """The pairs of characters of each clause."""
        return [pairs(clause.text) for clause in self.clauses]

    def closest(self, text: str, *, share: float) -> list[Segment]:
        """Return the clauses that share with a text at least this share of the pairs that the closest one shares."""
        own = pairs(text)
        shared = [len(own & other) for other in self.clause_pairs]
        most = max(shared, default=0)
        return [segment for segment, count in zip(self.clauses, shared, strict=True) if most and count >= most * share]

    def elsewhere(
        self,
        content: set[str],
        holds: Callable[[Segment], bool],
        rival: Callable[[Segment], bool],
        *,
        by_clause: bool = False,
    ) -> Segment | None:
        """Return the segment that says a content with another fact of the kind, where it is clearly the one meant.

        A source that says 甲局每周检查;乙局调运化肥 does not prove 乙局每周检查, though both stand in it.

        Args:
            content: the pairs of characters of what a clause says besides its fact.
            holds: whether a segment has the fact.
            rival: whether a segment has another fact of the same kind in its place.
            by_clause: look at single clauses instead of whole sentences.
        """
        said, other, place = 0, 0, None
        places = zip(self.clauses, self.clause_pairs, strict=True) if by_clause else None
        for segment, own in places or zip(self.segments, self.segment_pairs, strict=True):
            shared = len(own & content)
            if holds(segment):
                said = max(said, shared)
            elif shared > other and rival(segment):
                other, place = shared, segment
        return place if other >= _ENOUGH and other >= said + _MARGIN else None


def parted(source: Source) -> list[Source]:
    """Return a source as the matters that it lists, where each numbered line decides one of its own.

    What stands before the first of them goes with each.

    >>> [part.quotes for part in parted(Source("会议议定:\\n一、同意甲方案。\\n二、不同意乙方案。", ""))]
    ['会议议定:\\n一、同意甲方案。', '会议议定:\\n二、不同意乙方案。']
    """
    for label in _LABELS:
        starts = [match.start() for match in label.finditer(source.quotes)]
        if len(starts) < 2:
            continue
        pieces = [source.quotes[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
        if sum(map(_decides, pieces)) * 2 > len(pieces):
            head = source.quotes[: starts[0]]
            return [Source(f"{head}{piece}".rstrip("\n"), source.context, source.title) for piece in pieces]
    return [source]


def _decides(piece: str) -> bool:
    """Tell whether the first line of a piece states a verdict or a report of its own."""
    line = without_titles(fold(piece.split("\n", 1)[0]))
    return any(not degree.startswith("待") for degree, _ in verdicts(line)) or "听取" in line


def borrowed(clause: str, source: Source, others: Sequence[Source]) -> str | None:
    """Return a wording of a clause that only another source has: then the clause joins two places into one fact.

    >>> borrowed("周明汇报备耕工作", Source("周明汇报停车管理", ""), [Source("全县备耕工作就绪", "")])
    '备耕工作'
    """
    if not others:
        return None
    for match in re.finditer(r"(?=([\u4e00-\u9fff]{4}))", flat(clause)):
        gram = match[1]
        own = {gram[index : index + 2] for index in range(3)} - _COMMON
        if gram in source.words or in_words_of(gram, source.words) in source.words:
            continue
        if not own or all(pair in source.words for pair in own):
            continue
        if all(word in source.words for word in cut(gram)):  # 报|市|政府: its words stand there, in another order
            continue
        if any(gram in other.words for other in others):
            return gram
    names = {reading for other in others for readings in people(other.text) for reading in readings}
    for name in sorted(names, key=len, reverse=True):
        if len(name) < 4 and name in clause and name not in source.words:
            return name
    subject = flat(clause).lstrip("会议由")[:3]
    strange = re.fullmatch(r"[\u4e00-\u9fff]{3}", subject) and not pairs(subject) & (pairs(source.words) | _COMMON)
    if strange and any(subject in other.words for other in others):
        return subject
    topics = set[str]().union(*(pairs("".join(TITLE.findall(other.text))) for other in others)) - _COMMON
    return next((pair for pair in sorted(topics & pairs(clause)) if pair not in source.words), None)


_COMMON = frozenset(
    re.findall(
        r"\S\S",
        """
    会议 议同 议原 议不 原则 则通 则同 同意 通过 过该 意该 要求 工作 相关 部门 单位 进行 有关 关于 情况 汇报 听取 方案
    办法 该方 该办 组织 实施 落实 完善 修改 市委 市政 政府 委员 审议 讨论 研究 牵头 配合 负责 完成 开展
    """,
    )
)
