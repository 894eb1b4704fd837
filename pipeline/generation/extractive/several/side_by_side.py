"""Answers to a question made of several: each is answered by itself, and what stays open is said beside the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.counting.due import due_asked, due_of_all
from pipeline.generation.extractive.evidence import around, item_name, plain
from pipeline.generation.extractive.fitting import tells_kind
from pipeline.generation.extractive.reading.kinds import MEASURES, STRICT
from pipeline.generation.extractive.record import FIELD_NAMES
from pipeline.generation.extractive.several.beside import SPOKEN_OF, Beside, holds_all, items_of, kind_of, quotes_of
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
from pipeline.generation.extractive.several.told_in import WHICH_MATTER, kept_near, named_by_title, told_in
from pipeline.generation.extractive.slots.gate import or_refused
from pipeline.generation.understanding.question import MEETING_ASPECTS
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.understanding.question import Question

PER_SIDE = 4
"""Sentences that a side may have; one with more is a list of its own."""
DOES = compiled(r"牵头|负责|承担|主办|承办|统筹|督办|包案|验收|监督|实施|建设|运营|代建|接手|盯")
"""换成谁牵头: what somebody is to do, by which the sentence that tells it can be known."""
LATER = compiled(r"后来|现在|最后|如今|眼下|原来|原先|以前")
SPOKEN_ON = 0.5
"""The same of the words of the side before, where that one stays open."""
GIVEN_BACK = ("ambiguous", "no_such_meeting", "not_understood")
"""Refusals after which a question is taken as one."""


def by_sides(composing: Composing, answer: Answering, *, focus: Focus | None = None) -> Beside | None:
    """Answer each of the questions that a question is made of; `None` where it is one, or none of them is answered.

    Args:
        composing: the question on its way.
        answer: composes the draft of one question with a search.
        focus: what an earlier answer rests on, where the question may go on from it.
    """
    asked = sides(composing.question)
    if not asked or _due_by_a_time(composing.question) or _lists_of_meetings(composing.question, asked):
        return None
    before = focus if points_back(composing.question) else None
    drafts: dict[int, Draft] = {}
    silent, left = list[str](), list[int]()
    near: dict[int, tuple[Sentence, ...]] = {}
    lent, unfilled = set[int](), dict[int, Draft]()
    for place, side in enumerate(asked):
        draft = _goes_on(composing, place, asked, drafts, focus, answer)
        goes_on = draft is not None
        if draft is None:
            draft = kept_near(side, answer(side.question, composing.find), drafts.values(), composing)
        own = Composing(side.question, composing.catalogue, composing.find)
        if side.apart or _mere_titles(composing, draft):
            draft = (None if _answers(composing, draft, side.question) else told_in(own)) or draft
        draft = named_by_title(own, draft)
        if not _fills(side, draft, composing):
            unfilled[place] = draft
            draft = replace(draft, sentences=(), refused=True, reason="no_evidence")
        if draft.reason == "not_stated" and side.question.aspect in FIELD_NAMES:
            silent.append(draft.preface.split("已检索")[0])
        elif draft.reason in GIVEN_BACK or (len(draft.sentences) > PER_SIDE and not _is_list(side, draft)):
            return None
        elif (_answers(composing, draft, side.question) or _of_an_own_item(composing, draft, side, drafts)) and (
            goes_on
            or _is_of(composing, draft, focus)
            or not (
                _strays(composing, draft, place, asked, drafts)
                or leaves(draft, side.question, before, composing.catalogue)
            )
        ):
            lent |= set() if goes_on or _answers(composing, draft, side.question) else {place}
            drafts[place] = draft
            focus = focus_of(draft, side.question, composing.catalogue) or focus
        else:
            left.append(place)
            near[place] = _nearest(draft)
    for place in tuple(left):
        draft = _in_focus(composing, asked[place], focus, answer, last=True)
        if draft is not None and tells_kind((asked[place].bare or asked[place].question).text, draft.said):
            drafts[place] = draft
            left.remove(place)
    left = [place for place in left if not (place in unfilled and _told_beside(unfilled[place], drafts))]
    if left:  # in words of its own a side is believed to be told only beside others that are, too
        drafts = {place: one for place, one in drafts.items() if place not in lent}
    if not drafts:
        return None
    found = tuple(drafts[place] for place in sorted(drafts))
    still = tuple(side for place, side in enumerate(asked) if place in left or place in lent - set(drafts))
    return Beside(composing, tuple(asked), found, still, tuple(silent), near, doubtful(found, asked))


def _goes_on(
    composing: Composing,
    place: int,
    asked: Sequence[Side],
    before: Mapping[int, Draft],
    focus: Focus | None,
    answer: Answering,
) -> Draft | None:
    """Answer a side out of the item that another side found, where it goes on in it and asks for more than was told."""
    side = asked[place]
    draft = _in_focus(composing, side, focus if side.goes_on or not place else None, answer)
    if focus is None:
        return draft
    if draft is not None and _repeats(draft, side, before, asked):
        told = quotes_of(before.values())
        draft = read_on(side.bare or side.question, focus, composing.catalogue, besides=told)
    return _whose(composing, side, focus) if draft is None and side.goes_on else draft


def _told_beside(draft: Draft, drafts: Mapping[int, Draft]) -> bool:
    """Tell whether other sides tell all that was found for one: 某董事未到会，委托某人代为表决."""
    told = quotes_of(drafts.values())
    return all(any(one.overlaps(own) for own in told) for one in draft.quotes)


def _fills(side: Side, draft: Draft, composing: Composing) -> bool:
    """Tell whether an answer to a side, if it is one, tells something that fills what this side asks for."""
    return draft.refused or not or_refused(side.question, draft, composing.catalogue).refused


def _is_list(side: Side, draft: Draft) -> bool:
    """Tell whether an answer is one of the ledger, or a list of a meeting of its own: what it dealt with, who came."""
    return draft.route == "ledger" or (side.apart and side.question.aspect in MEETING_ASPECTS)


def _lists_of_meetings(question: Question, asked: Sequence[Side]) -> bool:
    """Tell whether one list is asked of meetings named by their numbers: the verdicts of each tell 各把哪件事暂缓了."""
    same = len({side.question.text for side in asked}) == 1 and all(side.apart for side in asked)
    return question.aspect == "outcome_list" and same and "、" in str(question.scope.filters.get("meeting", ""))


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
    if (
        found is None
        and last
        and side.goes_on
        and not names_another(bare, focus)
        and not WHICH_MATTER.search(bare.text)
    ):
        return read_on(bare, focus, composing.catalogue)
    return found


def _whose(composing: Composing, side: Side, focus: Focus) -> Draft | None:
    """Return who does what a side names by its verb alone, out of the item that another side found: 换成谁牵头."""
    bare = side.bare or side.question
    does = DOES.findall(bare.text)
    if kind_of(side).kind not in ("unit", "person") or not does or LATER.search(bare.text):
        return None
    if not leaves_out(bare) or names_another(bare, focus):
        return None
    draft = read_on(bare, focus, composing.catalogue)
    told = draft is not None and any(one in draft.said for one in does) and tells_kind(bare.text, draft.said)
    return draft if told else None


def _repeats(draft: Draft, side: Side, before: Mapping[int, Draft], asked: Sequence[Side]) -> bool:
    """Tell whether an answer is one given before and does not hold what is asked now: it is asked of another thing."""
    for place, other in before.items():
        if draft.sentences != other.sentences:
            continue
        said = fold(draft.said)
        kind, bare = kind_of(side), side.bare or side.question
        if kind.kind in MEASURES:
            return not holds_all(said, [kind_of(asked[place]), kind], kind)
        if kind.kind in ("unit", "person") and any(one in said for one in DOES.findall(bare.text)):
            return False  # 改由甲牵头，6月底前交付 tells both
        return not says_what_is_named(draft, bare, least=SPOKEN_ON)
    return False


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
    known = {one for each in before.values() for one in items_of(composing, each)}
    if draft.route != "passages" or items_of(composing, draft) <= known:
        return False
    beside = "".join(
        around(quote, composing.catalogue.document(quote.document_id)) for quote in quotes_of(before.values())
    )
    own = names_its_own((side.bare or side.question).text, draft.said, beside=beside)
    return not (own or stands_alone(draft, side.bare or side.question, composing.catalogue))


def _is_of(composing: Composing, draft: Draft, focus: Focus | None) -> bool:
    """Tell whether an answer rests on the item that another one rests on."""
    return focus is not None and items_of(composing, draft) == {(focus.source.document_id, focus.item.start)}


def _answers(composing: Composing, draft: Draft, question: Question) -> bool:
    """Tell whether a draft answers its side."""
    if draft.refused or not draft.sentences or (question.aspect == "decision" and _mere_titles(composing, draft)):
        return False
    return draft.route != "passages" or _speaks_of(composing, draft, question)


def _nearest(draft: Draft) -> tuple[Sentence, ...]:
    """Return the record that a refusal gives as the nearest, said to be no more than that."""
    if draft.reason != "no_evidence":
        return ()
    return tuple(replace(one, text=f"最接近的记载：{one.text}") for one in draft.sentences)


def _of_an_own_item(composing: Composing, draft: Draft, side: Side, before: Mapping[int, Draft]) -> bool:
    """Tell whether a clause asked of one document was answered by reading, out of an item that no other side has.

    That it does not hold the words of the question is no doubt there: 放一放 is told by 暂缓. A sum, a day or a unit of
    whatever item would look right for any matter.
    """
    if side.apart or kind_of(side).kind in STRICT:
        return False
    if draft.refused or draft.route != "passages" or len(side.question.scope.entries) != 1:
        return False
    return not items_of(composing, draft) & {one for each in before.values() for one in items_of(composing, each)}


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
