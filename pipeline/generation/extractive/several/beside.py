"""The answers to the questions that a question is made of, put together, and what is said of those that stay open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft
from pipeline.generation.extractive.composing import CORRECTED
from pipeline.generation.extractive.evidence import terms_of
from pipeline.generation.extractive.fitting import kind_asked, tells_clock
from pipeline.generation.extractive.reading.kinds import MEASURES, STRICT, Wanted, find, holds
from pipeline.generation.extractive.several.own_matter import names_its_own
from pipeline.generation.extractive.several.splitting import Side
from pipeline.generation.extractive.several.told_in import each_once, stamped_apart
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Quote, Sentence
    from pipeline.generation.extractive.composing import Composing

SPOKEN_OF = 0.3
"""Share of the words of a side that what answers it must hold."""
MARKS = " ，,；;。？?！!、"
WHAT_FOR = compiled(
    r"^(?:又|都|各自?|分别|是|因)*(?:去|来|在|为|因|忙|跑)?了?(?:干|忙|做)?(?:什么|何)(?:事|原因)?去?(?:了|没来|没到|不来)?$"
)
"""去干什么了, 各为何事: behind a question who was away."""
AWAY = compiled(r"缺席|请假|未出席|没来|未到")
WITH_REASON = compiled(r"\([^()]+\)|因[^,。]+(?:请假|缺席|未)")
HOW_RULED = compiled(r"[^，。？?]{0,12}?会议?上?(?:是)?(?:怎么|如何)(?:说|定|讲|规定|决定)的?呢?")


@dataclass(frozen=True, slots=True)
class Beside:
    """The answers to the questions that a question is made of, and those of them that stay open."""

    composing: Composing
    asked: tuple[Side, ...]
    drafts: tuple[Draft, ...]
    open: tuple[Side, ...] = ()
    silent: tuple[str, ...] = ()
    near: Mapping[int, tuple[Sentence, ...]] = field(default_factory=dict)
    """What comes nearest to a side that stays open, by its place."""
    doubtful: bool = False
    """Whether one place answers two questions: they ask the same, or one of them was misread."""

    @property
    def whole(self) -> bool:
        """Whether every side has an answer of its own."""
        return not self.open and not self.doubtful

    @property
    def of_one_document(self) -> bool:
        """Whether all that was found stands in one document."""
        return len({quote.document_id for quote in quotes_of(self.drafts)}) == 1

    @property
    def draft(self) -> Draft:
        """All answers in one, with what is not stated said first."""
        return self._joined(self.drafts)

    def completed_by(self, whole: Draft) -> Draft:
        """Return the answers together with that to the question taken as one, and say what neither of them tells.

        Where the question as a whole leads to another matter than its parts do, it is the whole that was asked.
        """
        if whole.refused or not whole.sentences:
            return self._joined(self.drafts, self._still(self.drafts))
        own = {place for one in self.drafts for place in items_of(self.composing, one)}
        if not own <= items_of(self.composing, whole):
            beside = "".join(draft.said for draft in self.drafts)
            if any(names_its_own((side.bare or side.question).text, whole.said, beside=beside) for side in self.open):
                return self._joined((*self.drafts, whole), self._still((*self.drafts, whole), added=whole.sentences))
            return whole
        more = [
            sentence
            for one in self.drafts
            for sentence in one.sentences
            if not all(_overlaps(quote, whole.quotes) for quote in sentence.quotes)
        ]
        drafts = (whole, replace(self.drafts[0], sentences=tuple(more), preface=""))
        known = quotes_of(self.drafts)
        added = [one for one in whole.sentences if not any(_overlaps(quote, known) for quote in one.quotes)]
        return self._joined(drafts, self._still(drafts, added=added))

    def _still(self, drafts: Sequence[Draft], *, added: Sequence[Sentence] = ()) -> list[Side]:
        """Return the sides that stay open, so far as no answer holds the kind of thing that they ask for.

        Args:
            drafts: all that is told.
            added: what the question as a whole added to the answers of its sides.
        """
        said = fold("".join(draft.said for draft in drafts))
        kinds = [kind_of(side) for side in self.asked]
        return [
            side
            for side in self.open
            if not (
                (holds_all(said, kinds, kind_of(side)) and _is_named(side, said) and _has_clock(side, said))
                or any(_may_tell(side, one) for one in added)
                or _told_with_it(side, [fold(line.text) for draft in drafts for line in draft.sentences])
            )
        ]

    def _joined(self, drafts: Sequence[Draft], still: Sequence[Side] = ()) -> Draft:
        """Return some answers in one, with what stays open said first, and what comes nearest to that behind them."""
        told = each_once(drafts)
        known = [quote for one in told for quote in one.quotes]
        near = [one for side in still for one in self.near.get(self.asked.index(side), ()) if one not in told]
        told += [one for one in near if not any(_overlaps(quote, known) for quote in one.quotes)]
        preface = "".join(dict.fromkeys(draft.preface for draft in drafts if draft.preface))
        not_told = "".join((*self.silent, *map(_not_told, still)))
        # 与记载不符，记载如下： goes right before what it announces
        preface = f"{not_told}{preface}" if preface.startswith(CORRECTED) else f"{preface}{not_told}"
        return self.composing.draft(self.drafts[0].route, stamped_apart(self.composing, told), preface=preface)


def _is_named(side: Side, said: str) -> bool:
    """Tell whether a folded answer names the matter of a side, if that has a name."""
    return not side.name or terms_of((side.name,)).coverage(said) >= SPOKEN_OF


def _has_clock(side: Side, said: str) -> bool:
    """Tell whether a folded answer tells a time of day, where a side asks for one: 月底 is none."""
    return tells_clock((side.bare or side.question).text, said)


def _may_tell(side: Side, told: Sentence) -> bool:
    """Tell whether a sentence that the whole question added may answer a side: it speaks of it, or has its kind."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    said, asked = fold(told.text), side.bare or side.question
    concepts = concepts_of(fold(asked.text), without=asked.scope.mentions)
    return share_held(concepts, said) >= SPOKEN_OF or (kind_of(side).kind in STRICT and holds(kind_of(side), said))


def _told_with_it(side: Side, lines: Sequence[str]) -> bool:
    """Tell whether a clause goes on with what folded lines say anyhow: why somebody was away, how it was ruled."""
    asked = (side.bare or side.question).text.strip(MARKS)
    if WHAT_FOR.search(asked):
        away = [line for line in lines if AWAY.search(line)]
        return bool(away) and all(WITH_REASON.search(line) for line in away)
    return bool(HOW_RULED.fullmatch(asked)) and any(holds(Wanted("verdict"), line) for line in lines)


def _not_told(side: Side) -> str:
    """Return what says that a side stays open, in the words of the question, with the meeting that it is asked of."""
    asked = (side.name or (side.bare or side.question).text).strip(MARKS).replace("，的", "的")
    if side.apart and len(side.question.scope.entries) == 1:
        (entry,) = side.question.scope.entries
        asked = f"{entry.document_number or entry.meeting_name or entry.name}：{asked}"
    return f"“{asked.replace('“', '‘').replace('”', '’')}”一问，库中没有查到。"


def kind_of(side: Side) -> Wanted:
    """Return the kind of thing that a side asks for."""
    return kind_asked((side.bare or side.question).text)


def holds_all(said: str, kinds: Sequence[Wanted], kind: Wanted) -> bool:
    """Tell whether a folded answer holds as many things of one kind as are asked for: two dates, two sums."""
    wanted = sum((one.kind, one.counted) == (kind.kind, kind.counted) for one in kinds)
    return kind.kind in MEASURES and len({said[slice(*place)] for place in find(kind, said)}) >= wanted


def quotes_of(drafts: Iterable[Draft]) -> list[Quote]:
    """Return the quotes on which drafts rest."""
    return [quote for draft in drafts for quote in draft.quotes]


def items_of(composing: Composing, draft: Draft) -> set[tuple[str, int]]:
    """Return the items on which a draft rests, by document and beginning."""
    items = [composing.catalogue.document(quote.document_id).item_at(quote.start) for quote in draft.quotes]
    starts = [item.start if item else -1 for item in items]
    return {(quote.document_id, start) for quote, start in zip(draft.quotes, starts, strict=True)}


def _overlaps(quote: Quote, known: Sequence[Quote]) -> bool:
    return any(quote.overlaps(one) for one in known)
