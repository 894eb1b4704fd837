"""One question held against one sentence: what both say, and what the sentence says beyond the question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.generation.extractive.passages import LABEL
from pipeline.generation.understanding.topic import blanked
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.traits import Asked
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item, Span

RUN = 3
"""Characters in a row that sentence and question share say nothing new."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a passage, where it stands; `within` is the passage, where no item is around it."""

    source: Source
    item: Item | None
    span: Span
    text: str
    within: Span | None = None


class Reading:
    """One question held against one sentence: what both say, folded, each part read at most once."""

    def __init__(self, asked: Asked, question: Question, place: Place) -> None:
        self.asked, self.question, self.place = asked, question, place
        self.folded = fold(place.text)
        label = LABEL.match(self.folded)  # the 4 of 「4. 」 is no figure
        self.said = self.folded[label.end() :] if label else self.folded

    @cached_property
    def new(self) -> str:
        """What the sentence says beyond the question, the rest blank."""
        kind = self.asked.kind  # the 公司 of 哪家公司 is what is asked for
        asked = f"{self.asked.folded[: kind.start]}，{self.asked.folded[kind.end :]}"
        return without_shared(self.said, asked)

    @cached_property
    def title(self) -> str:
        """The title of the item, folded."""
        return fold((self.place.item.title if self.place.item else "") or "")

    @cached_property
    def around(self) -> str:
        """The whole item of the sentence, folded; the passage where it stands in no item."""
        within = self.place.item.span if self.place.item else self.place.within
        return fold(self.place.source.document.quote(within)) if within else self.folded

    @cached_property
    def stamp(self) -> str:
        """What names the document: number, meeting, body, file."""
        source, entry = self.place.source, self.place.source.entry
        return fold(f"{source.stamp} {source.meeting} {entry.name} {entry.issuing_body or ''} {entry.file}")

    @cached_property
    def unnamed(self) -> str:
        """The question without what names the meeting, the body or the date."""
        if not self.question.scope.mentions:
            return self.asked.folded
        return fold(blanked(self.question.text, self.question.scope.mentions, mark="，"))


def without_shared(said: str, question: str) -> str:
    """Return a sentence with every run of Chinese characters blank that the question has as well.

    >>> without_shared("会议同意县医院购置设备", "县医院那批设备是哪家公司供的")
    '会议同意\u3000\u3000\u3000购置设备'
    """
    out, at = list(said), 0
    while at <= len(said) - RUN:
        end = at + RUN
        if said[at:end] not in question or any(one.isascii() for one in said[at:end]):
            at += 1
            continue
        while end < len(said) and said[at : end + 1] in question:
            end += 1
        out[at:end] = "\u3000" * (end - at)
        at = end
    return "".join(out)
