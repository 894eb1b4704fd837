"""What a person laid down about a document: the parser takes it as it is and reads the rest around it."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.documents.context import Context
from pipeline.documents.front.head import Facts
from pipeline.documents.matters.agenda import Matters
from pipeline.documents.matters.items import Shape, build_item
from pipeline.documents.matters.report import problem_title
from pipeline.documents.text.outline import Block
from pipeline.minutes import Document, Item, Kind, Section, Span

NO_MEETING: frozenset[Kind] = frozenset(("rectification", "other"))
"""Kinds that record no meeting: their date is that of issue, and nobody takes the chair."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is laid down; what is not is read as ever.

    Attributes:
        kind: the kind of the document.
        meeting: fields of `Meeting`; `None` as a value says that the document does not state it.
        spans: the places of those fields; a field without one has no place.
        starts: where each item starts; empty says that there are none.
        stop: where the last item ends, at the latest.
    """

    kind: Kind | None = None
    meeting: Mapping[str, Any] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    starts: tuple[int, ...] | None = None
    stop: int | None = None

    def facts(self, facts: Facts) -> Facts:
        """Return the record of a document with the laid down fields in it."""
        if not self.meeting:
            return facts
        dropped = {f"meeting.{name}" for name in self.meeting} - {"meeting.date_source"}
        spans = {name: span for name, span in facts.spans.items() if name not in dropped} | dict(self.spans)
        return replace(facts, meeting=replace(facts.meeting, **self.meeting), spans=spans)

    def settle(self, document: Document) -> Document:
        """Return a parsed document in which nothing that was read elsewhere stands for a laid down field."""
        if document.kind in NO_MEETING:
            if "date" not in self.meeting:
                return document
            spans = {name: span for name, span in document.spans.items() if name != "issued_date"}
            spans |= {"issued_date": self.spans["meeting.date"]} if "meeting.date" in self.spans else {}
            return replace(document, issued_date=self.meeting["date"], spans=spans)
        known = {name: value for name, value in self.meeting.items() if getattr(document.meeting, name) != value}
        if not known:
            return document
        spans = {name: span for name, span in document.spans.items() if name.removeprefix("meeting.") not in known}
        return replace(document, meeting=replace(document.meeting, **known), spans=spans | dict(self.spans))

    def matters(self, context: Context, blocks: Sequence[Block], found: Matters, *, report: bool = False) -> Matters:
        """Return the items that start where they were laid down, in the sections that the parser found.

        Args:
            context: the document.
            blocks: the body, without attendance and foot.
            found: what the parser read by itself.
            report: each paragraph of an item is a measure (a rectification report).
        """
        if self.starts is None:
            return found
        blocks = _cut(blocks, [*self.starts, *([] if self.stop is None else [self.stop])])
        places = [block.passage.start for block in blocks]
        stop = len(blocks) if self.stop is None else bisect.bisect_left(places, self.stop)
        heads = {bisect.bisect_left(places, start): None for start in self.starts}
        opened = {bisect.bisect_left(places, section.start): section for section in found.sections}
        edges = sorted(index for index in {**opened, **heads} if index < stop)
        items: list[Item] = []
        sections: list[Section] = []
        for index, following in itertools.pairwise([*edges, stop]):
            end = blocks[following - 1].passage.end
            if index in opened and index not in heads:
                sections.append(replace(opened[index], end=end))
                continue
            section = sections[-1] if sections else None
            label = section.label if section else None
            shape = Shape(section=label, title_of=problem_title, every_paragraph=True) if report else Shape(label)
            items.append(build_item(context, blocks[index:following], end=end, shape=shape))
            if section:
                sections[-1] = replace(section, end=end)
        first = edges[0] if edges else len(blocks)
        return _Counted(first, tuple(items), stop if edges else first, tuple(sections), blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Counted(Matters):
    """Matters whose indexes count the blocks as the laid down starts cut them."""

    blocks: tuple[Block, ...] = ()


def body_of(matters: Matters, blocks: list[Block]) -> list[Block]:
    """Return the blocks that the indexes of matters count."""
    return list(matters.blocks) if isinstance(matters, _Counted) else blocks


def _cut(blocks: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """Return the blocks with one that holds a place in its middle cut in two there."""
    cut: list[Block] = []
    for block in blocks:
        rest = block
        for place in sorted(place for place in places if block.passage.start < place < block.passage.end):
            before = bisect.bisect_left(rest.passage.offsets, place)
            cut.append(replace(rest, passage=rest.passage.part(0, before)))
            rest = Block(rest.passage.part(before))
        cut.append(rest)
    return cut
