"""Answers to a question made of several: each is answered by itself, and what stays open is said beside the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.due import due_asked, due_of_all
from pipeline.generation.extractive.evidence import around, item_name, plain
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import MEASURES, Wanted, find
from pipeline.generation.extractive.record import FIELD_NAMES
from pipeline.generation.extractive.several.doubtful import doubtful
from pipeline.generation.extractive.several.going_on import (
    Answering,
    Focus,
    focus_of,
    in_focus,
    leaves_out,
    names_another,
    read_on,
    says_what_is_named,
    stands_alone,
)
from pipeline.generation.extractive.several.own_matter import names_its_own
from pipeline.generation.extractive.several.pointing_back import leaves, points_back
from pipeline.generation.extractive.several.splitting import Side, sides, without
from pipeline.generation.extractive.several.told_in import each_once, named_by_title, stamped_apart, told_in
from pipeline.generation.question import MEETING_ASPECTS
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Quote
    from pipeline.generation.question import Question

PER_SIDE = 4
"""Sentences that a side may have; one with more is a list of its own."""
SPOKEN_OF = 0.3
"""Share of a side's words that the item of its answer must hold."""
SPOKEN_ON = 0.5
"""The same of the words of the side before, where that one stays open."""
GIVEN_BACK = ("ambiguous", "no_such_meeting", "not_understood")
"""Refusals after which a question is taken as one."""
MARKS = " ，,；;。？?！!、"


@dataclass(frozen=True, slots=True)
class Beside:
    """The answers to the questions that a question is made of, and those of them that stay open."""

    composing: Composing
    asked: tuple[Side, ...]
    drafts: tuple[Draft, ...]
    open: tuple[Side, ...] = ()
    silent: tuple[str, ...] = ()
    doubtful: bool = False
    """Whether one place answers two questions: they ask the same, or one of them was misread."""

    @property
    def whole(self) -> bool:
        """Whether every side has an answer of its own."""
        return not self.open and not self.doubtful

    @property
    def of_one_document(self) -> bool:
        """Whether all that was found stands in one document."""
        return len({quote.document_id for quote in _quotes(self.drafts)}) == 1

    @property
    def draft(self) -> Draft:
        """All answers in one, with what is not stated said first."""
        return self._joined(self.drafts, self.silent)

    def completed_by(self, whole: Draft) -> Draft:
        """Return the answers together with that to the question taken as one, and say what neither of them tells.

        Where the question as a whole leads to another matter than its parts do, it is the whole that was asked.
        """
        if whole.refused or not whole.sentences:
            return self._joined(self.drafts, self._told(self.drafts))
        own = {place for one in self.drafts for place in _items(self.composing, one)}
        if not own <= _items(self.composing, whole):
            beside = "".join(draft.said for draft in self.drafts)
            if any(names_its_own((side.bare or side.question).text, whole.said, beside=beside) for side in self.open):
                return self._joined((*self.drafts, whole), self._told((*self.drafts, whole), added=True))
            return whole
        more = [
            sentence
            for one in self.drafts
            for sentence in one.sentences
            if not all(_overlaps(quote, whole.quotes) for quote in sentence.quotes)
        ]
        drafts = (whole, replace(self.drafts[0], sentences=tuple(more), preface=""))
        return self._joined(drafts, self._told(drafts, added=len(whole.sentences) > 1))

    def _told(self, drafts: Sequence[Draft], *, added: bool = False) -> tuple[str, ...]:
        """Return what says which sides stay open, so far as no answer holds the kind of thing that they ask for."""
        said = fold("".join(draft.said for draft in drafts))
        kinds = [_kind(side) for side in self.asked]
        still = [side for side in self.open if not (_holds_all(said, kinds, _kind(side)) or added)]
        return (*self.silent, *map(_not_told, still))

    def _joined(self, drafts: Sequence[Draft], told: Sequence[str]) -> Draft:
        sentences = stamped_apart(self.composing, each_once(drafts))
        preface = "".join(dict.fromkeys(draft.preface for draft in drafts if draft.preface)) + "".join(told)
        return self.composing.draft(self.drafts[0].route, sentences, preface=preface)


def by_sides(composing: Composing, answer: Answering, *, focus: Focus | None = None) -> Beside | None:
    """Answer each of the questions that a question is made of; `None` where it is one, or none of them is answered.

    Args:
        composing: the question on its way.
        answer: composes the draft of one question with a search.
        focus: what an earlier answer rests on, where the question may go on from it.
    """
    asked = sides(composing.question)
    if not asked or _due_by_a_time(composing.question):
        return None
    before = focus if points_back(composing.question) else None
    drafts: dict[int, Draft] = {}
    silent: list[str] = []
    left: list[int] = []
    for place, side in enumerate(asked):
        draft = _in_focus(composing, side, focus if side.goes_on or not place else None, answer)
        if draft is not None and focus is not None and _repeats(draft, side, drafts, asked):
            draft = read_on(side.bare or side.question, focus, composing.catalogue, besides=_quotes(drafts.values()))
        goes_on = draft is not None
        if draft is None:
            draft = answer(side.question, composing.find)
        if side.apart or _mere_titles(composing, draft):
            own = Composing(side.question, composing.catalogue, composing.find)
            told = None if _answers(composing, draft, side.question) else told_in(own)
            draft = named_by_title(own, told or draft)
        if draft.reason == "not_stated" and side.question.aspect in FIELD_NAMES:
            silent.append(draft.preface.split("已检索")[0])
        elif draft.reason in GIVEN_BACK or (len(draft.sentences) > PER_SIDE and not _is_list(side, draft)):
            return None
        elif _answers(composing, draft, side.question) and (
            goes_on
            or _is_of(composing, draft, focus)
            or not (
                _strays(composing, draft, place, asked, drafts)
                or leaves(draft, side.question, before, composing.catalogue)
            )
        ):
            drafts[place] = draft
            focus = focus_of(draft, side.question, composing.catalogue) or focus
        else:
            left.append(place)
    for place in tuple(left):
        if draft := _in_focus(composing, asked[place], focus, answer, last=True):
            drafts[place] = draft
            left.remove(place)
    if not drafts:
        return None
    found = tuple(drafts[place] for place in sorted(drafts))
    still = tuple(asked[place] for place in left)
    return Beside(composing, tuple(asked), found, still, tuple(silent), doubtful(found, asked))


def _is_list(side: Side, draft: Draft) -> bool:
    """Tell whether an answer is one of the ledger, or a list of a meeting of its own: what it dealt with, who came."""
    return draft.route == "ledger" or (side.apart and side.question.aspect in MEETING_ASPECTS)


def _due_by_a_time(question: Question) -> bool:
    """Tell whether a question asks what is to be done by a time and whose it is: one list tells both."""
    text = without(question.text, question.scope.mentions)
    return due_asked(text) is not None and due_of_all(text)


def _in_focus(
    composing: Composing, side: Side, focus: Focus | None, answer: Answering, *, last: bool = False
) -> Draft | None:
    """Answer a side out of the item that another side found; `None` where that does not tell.

    Args:
        composing: the question on its way.
        side: the side.
        focus: the item, if one was found.
        answer: composes the draft of one question with a search.
        last: nothing else answered it, so that the item may tell it in words of its own.
    """
    bare = side.bare or side.question
    if focus is None or not leaves_out(bare):
        return None
    found = in_focus(bare, focus, composing.catalogue, answer)
    if found is None and last and side.goes_on and not names_another(bare, focus):
        return read_on(bare, focus, composing.catalogue)
    return found


def _repeats(draft: Draft, side: Side, before: Mapping[int, Draft], asked: Sequence[Side]) -> bool:
    """Tell whether an answer is one given before and does not hold what is asked now: it is asked of another thing."""
    for place, other in before.items():
        if draft.sentences != other.sentences:
            continue
        said = fold(draft.said)
        kind = _kind(side)
        if kind.kind in MEASURES:
            return not _holds_all(said, [_kind(asked[place]), kind], kind)
        return not says_what_is_named(draft, side.bare or side.question, least=SPOKEN_ON)
    return False


def _quotes(drafts: Iterable[Draft]) -> list[Quote]:
    return [quote for draft in drafts for quote in draft.quotes]


def _strays(composing: Composing, draft: Draft, place: int, asked: Sequence[Side], before: Mapping[int, Draft]) -> bool:
    """Tell whether a side that goes on from the one before was answered out of another matter: each may get a sum."""
    side = asked[place]
    if not side.goes_on:
        return False
    if place - 1 not in before:  # nothing was found for what it goes on from: the words of both must be there
        bare = side.bare or side.question
        told = says_what_is_named(draft, bare)
        if told and _speaks_of(composing, draft, asked[place - 1].question, least=SPOKEN_ON):
            return False
        return not (len(bare.scope.entries) == 1 and names_its_own(bare.text, draft.said, beside=""))
    known = {one for each in before.values() for one in _items(composing, each)}
    if draft.route != "passages" or _items(composing, draft) <= known:
        return False
    beside = "".join(
        around(quote, composing.catalogue.document(quote.document_id)) for quote in _quotes(before.values())
    )
    own = names_its_own((side.bare or side.question).text, draft.said, beside=beside)
    return not (own or stands_alone(draft, side.bare or side.question, composing.catalogue))


def _is_of(composing: Composing, draft: Draft, focus: Focus | None) -> bool:
    """Tell whether an answer rests on the item that another one rests on."""
    return focus is not None and _items(composing, draft) == {(focus.source.document_id, focus.item.start)}


def _items(composing: Composing, draft: Draft) -> set[tuple[str, int]]:
    """Return the items on which a draft rests, by document and beginning."""
    items = [composing.catalogue.document(quote.document_id).item_at(quote.start) for quote in draft.quotes]
    starts = [item.start if item else -1 for item in items]
    return {(quote.document_id, start) for quote, start in zip(draft.quotes, starts, strict=True)}


def _overlaps(quote: Quote, known: Sequence[Quote]) -> bool:
    return any(quote.overlaps(one) for one in known)


def _not_told(side: Side) -> str:
    """Return what says that a side stays open, in the words of the question, with the meeting that it is asked of."""
    asked = (side.name or (side.bare or side.question).text).strip(MARKS).replace("，的", "的")
    if side.apart and len(side.question.scope.entries) == 1:
        (entry,) = side.question.scope.entries
        asked = f"{entry.document_number or entry.meeting_name or entry.name}：{asked}"
    return f"“{asked.replace('“', '‘').replace('”', '’')}”一问，库中没有查到。"


def _kind(side: Side) -> Wanted:
    return kind_asked((side.bare or side.question).text)


def _holds_all(said: str, kinds: Sequence[Wanted], kind: Wanted) -> bool:
    """Tell whether a folded answer holds as many things of one kind as are asked for: two dates, two sums."""
    wanted = sum((one.kind, one.counted) == (kind.kind, kind.counted) for one in kinds)
    return kind.kind in MEASURES and len({said[slice(*place)] for place in find(kind, said)}) >= wanted


def _answers(composing: Composing, draft: Draft, question: Question) -> bool:
    """Tell whether a draft answers its side."""
    if draft.refused or not draft.sentences or (question.aspect == "decision" and _mere_titles(composing, draft)):
        return False
    return draft.route != "passages" or _speaks_of(composing, draft, question)


def _mere_titles(composing: Composing, draft: Draft) -> bool:
    """Tell whether an answer names items and tells nothing of them."""
    items = [
        (one.text, composing.catalogue.document(one.quotes[0].document_id).item_at(one.quotes[0].start))
        for one in draft.sentences
        if one.quotes
    ]
    return bool(items) and all(item is not None and text == plain(item_name(item)) for text, item in items)


def _speaks_of(composing: Composing, draft: Draft, question: Question, *, least: float = SPOKEN_OF) -> bool:
    """Tell whether what was found for a side stands in an item that speaks of it, under any name of its words."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    taken = {"topic", "titles"} & set(question.inherited)  # 什么时候能用 speaks of what the side before it named
    wording = f"{question.topic_text} {question.text}" if taken else question.text
    concepts = concepts_of(fold(wording), without=() if taken else question.scope.mentions)
    told = " ".join(around(quote, composing.catalogue.document(quote.document_id)) for quote in draft.quotes)
    return share_held(concepts, fold(told)) >= least
