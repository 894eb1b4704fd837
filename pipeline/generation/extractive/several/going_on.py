"""What a question leaves out when it goes on from an answer: the item on which that answer rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft, Quote, Sentence
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import COMMON, Source, around
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.dissent import asks_who_disagreed, without_dissent
from pipeline.generation.extractive.reading.kinds import STRICT, holds
from pipeline.generation.extractive.reading.plain_asks import names_no_matter
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.several.own_matter import says_more
from pipeline.generation.extractive.several.same_place import in_the_place
from pipeline.generation.extractive.target import targets
from pipeline.generation.understanding.asking import IT, PRONOUN
from pipeline.generation.understanding.neighbours import find_step
from pipeline.generation.understanding.question import MEETING_ASPECTS
from pipeline.generation.understanding.scope import Scope
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item, Point
    from pipeline.retrieval.catalogue import Catalogue
    from pipeline.retrieval.search import Hit

SPOKEN_OF = 0.7
"""Share of a question's telling words that an item must hold for the question to go on in it."""
INSTEAD = compiled(r"^(?:那么?|还有|至于)?(?P<other>[^，。？?呢谁哪几]{1,10})呢[？?。]*$")
"""护士呢, after 医生每班补多少: the same is asked of another."""
ATTRIBUTE = compiled(r"^[^，。？?谁哪什何啥几怎多]{1,8}呢[？?。]*$")
"""理由呢, 工期呢: what is asked has no asking word."""
ONE_OF = ("lead_units", "deadline")
"""Aspects that each point of an item has for itself: the point that answered before is meant."""
NAMED = 0.4
"""How far the title of an item must hold a word of a question to be about what it names."""
OF_TIME = frozenset(("之前", "之后", "以后", "以前", "之内", "以内", "当天"))
"""Words that name no matter: 得在哪天之前完成."""
OWN = 1.0
"""What the words of a question must weigh together to name a matter of their own."""
OWN_AT_LEAST, WHOLLY = 0.6, 0.9
"""The same of several words of which an item holds so much."""

Answering = Callable[["Question", "Find"], Draft]


@dataclass(frozen=True, slots=True)
class Focus:
    """The item that an answer rests on, the places in it that answered, and what was asked."""

    source: Source
    item: Item
    places: tuple[Quote, ...]
    asked: Question


def focus_of(draft: Draft, asked: Question, catalogue: Catalogue) -> Focus | None:
    """Return the item that an answer rests on; `None` where it rests on none, or on several."""
    quotes = draft.quotes
    if not quotes or (draft.refused and draft.reason != "not_stated"):
        return None
    found = rests_on(quotes, catalogue)
    return Focus(*found, tuple(quotes), asked) if found else None


def focus_named(asked: Question, catalogue: Catalogue, search: Find) -> Focus | None:
    """Return the one item that an earlier question named by its title, whether it was answered or not."""
    if not asked.topic and not asked.titles:
        return None
    composing = Composing(asked, catalogue, search)
    found = targets(asked, composing.sources, composing.terms)
    if len(found) != 1 or not found[0].by_title:
        return None
    return Focus(found[0].source, found[0].item, (), asked)


def leaves_out(question: Question) -> bool:
    """Tell whether a question may leave out what it is about: it names no meeting, no document, no item, no title."""
    own_scope = question.scope.named and "scope" not in question.inherited
    own_titles = bool(question.titles) and "topic" not in question.inherited
    own_item = question.item_number is not None and "topic" not in question.inherited
    return not (own_scope or own_titles or own_item or question.of_any_meeting or find_step(question.text))


def in_focus(question: Question, focus: Focus, catalogue: Catalogue, answer: Answering) -> Draft | None:
    """Answer a question out of the item that the answer before it rests on; `None` where the item does not tell.

    Args:
        question: a question that leaves out what it is about.
        focus: the item.
        catalogue: where the documents are.
        answer: composes the draft of a question with a search of its own.
    """
    if question.aspect in MEETING_ASPECTS and "aspect" not in question.inherited:
        draft = answer(_of_meeting(question, focus), lambda _query, _k: [])
        return None if draft.refused else draft
    if not _goes_on(question, focus):
        return None
    scoped = _of_item(question, focus)
    hit = _hit(focus)
    composing = Composing(scoped, catalogue, lambda _query, _k: [hit])
    if (other := INSTEAD.match(question.text)) and kind_asked(question.text).kind == "text":
        return _of_another(composing, focus, other["other"])
    if ATTRIBUTE.search(question.text) and (told := read_on(question, focus, catalogue)) is not None:
        return told
    if (same := in_the_place(composing, focus.source, focus.item, focus.places)) is not None:
        return same
    draft = answer(scoped, lambda _query, _k: [hit])
    if not draft.refused and draft.sentences and within(draft, focus):
        return _of_the_point(draft, scoped, focus)
    told = read_on(question, focus, catalogue)
    return None if told is not None and says_more(draft, told, words=_telling(question)) else told


def _goes_on(question: Question, focus: Focus) -> bool:
    """Tell whether the item speaks of what a question names, so that it may be meant; a pronoun says that it is."""
    from pipeline.generation.extractive.reading.concepts import share_held

    if asks_who_disagreed(question.text):
        return not names_another(replace(question, text=without_dissent(question.text)), focus)
    if names_no_matter(fold(question.text)) or (IT.search(question.text) and not names_another(question, focus)):
        return True
    said = fold(f"{focus.item.title} {focus.source.document.quote(focus.item.span)}")
    return share_held(_telling(question), said) >= SPOKEN_OF / (2 if PRONOUN.search(question.text) else 1)


def names_another(question: Question, focus: Focus) -> bool:
    """Tell whether a question names much of which an item does not speak: then it asks about something else."""
    said = fold(f"{focus.item.title} {focus.source.document.quote(focus.item.span)}")
    return sum(one.weight * (1 - one.held(said)[1]) for one in _telling(question)) >= OWN


def _telling(question: Question) -> list[Concept]:
    """Return the words of a question by which a matter can be told."""
    return [one for one in _words(question) if len(one.word) > 1 and one.word not in COMMON | OF_TIME]


def _words(question: Question) -> tuple[Concept, ...]:
    from pipeline.generation.extractive.reading.concepts import concepts_of

    return concepts_of(fold(IT.sub("，", question.text)), without=question.scope.mentions)


def _of_item(question: Question, focus: Focus) -> Question:
    """Return a question as one about an item of one document; one with words of its own is read by them alone."""
    topic = () if "topic" in question.inherited else question.topic
    inherited = [one for one in question.inherited if one not in ("topic", "scope")]
    title = focus.item.title
    asks_itself = "aspect" in inherited and kind_asked(question.text).kind != "text"  # 理由呢 asks for no verdict
    return replace(
        question,
        scope=_scope(question, focus),
        aspect=None if asks_itself else question.aspect,
        titles=(title,) if len(title) >= 4 else (),
        item_number=None if len(title) >= 4 else focus.item.number,
        topic=topic,
        inherited=tuple(inherited if _words(question) else [*inherited, "topic"]),
        within=None,
    )


def _of_meeting(question: Question, focus: Focus) -> Question:
    """Return a question as one about the meeting of which an item was."""
    return replace(question, scope=_scope(question, focus), within=None)


def _scope(question: Question, focus: Focus) -> Scope:
    entry = focus.source.entry
    named: dict[str, str | int] = {"date": entry.date} if entry.date else {}
    if entry.document_number:
        named = {"number": entry.document_number}
    return replace(question.scope, entries=(entry,), filters=named, missing=None)


def _hit(focus: Focus) -> Hit:
    """Return the item as a search would find it."""
    from pipeline.retrieval.search import Hit

    entry, item = focus.source.entry, focus.item
    return Hit(
        rank=1,
        score=1.0,
        chunk_id=f"{entry.document_id}:{item.start}",
        document_id=entry.document_id,
        file=entry.file,
        document_number=entry.document_number,
        meeting=entry.meeting_name,
        date=entry.date,
        item=item.label,
        item_title=item.title,
        text=focus.source.document.quote(item.span),
        start=item.start,
        end=item.end,
        page=None,
    )


def within(draft: Draft, focus: Focus) -> bool:
    """Tell whether an answer rests on the item and on nothing else."""
    title = focus.item.spans.get("title")
    return all(
        quote.document_id == focus.source.document_id
        and (quote.start in focus.item.span or (title is not None and quote.start in title))
        for quote in draft.quotes
    )


def _of_the_point(draft: Draft, question: Question, focus: Focus) -> Draft:
    """Return, of who leads and by when of several points, what stands in the point that answered before."""
    if question.aspect not in ONE_OF or len(draft.sentences) < 2:
        return draft
    own = [one for place in focus.places if (one := _point(focus, place)) is not None]
    kept = [one for one in draft.sentences if any(_point(focus, place) in own for place in one.quotes)]
    return replace(draft, sentences=tuple(kept)) if kept else draft


def _point(focus: Focus, place: Quote) -> Point | None:
    return next((point for point in focus.item.points if (place.start + place.end) // 2 in point.span), None)


def _of_another(composing: Composing, focus: Focus, other: str) -> Draft | None:
    """Answer the question before of another of whom the item speaks: 护士呢, after 医生每班补多少."""
    from pipeline.generation.extractive import passages
    from pipeline.generation.extractive.stretches import sentence_at, sentences

    document = focus.source.document
    kind = kind_asked(focus.asked.text)
    best: Sentence | None = None
    for place in sentences(document, focus.item.span):
        wording = fold(document.quote(place))
        at = wording.find(fold(other))
        if at < 0 or (kind.kind in STRICT and not holds(kind, wording[at:])):
            continue
        best = passages.told(focus.source, sentence_at(document, place))
        break
    return composing.draft("passages", [best]) if best else None


def stands_alone(draft: Draft, question: Question, catalogue: Catalogue) -> bool:
    """Tell whether an answer from everywhere is to a question of its own, and not to what goes on from an earlier one.

    概算多少钱 after a question about a hospital is not told by the sum of a road: the title of an item must speak of
    what the question names, or the answer of all that it names, where that is much.
    """
    from pipeline.generation.extractive.reading.concepts import share_held

    if draft.refused or draft.route != "passages":
        return True
    if question.text.startswith("其中"):
        return False
    matters = _telling(question)
    weight = sum(one.weight for one in matters)
    if weight >= OWN and says_what_is_named(draft, question):
        return True
    items = [(quote, catalogue.document(quote.document_id)) for quote in draft.quotes]
    told = [fold(around(quote, document)) for quote, document in items]
    if weight >= OWN_AT_LEAST and len(matters) > 1 and all(share_held(matters, text) >= WHOLLY for text in told):
        return True
    found = [document.item_at(quote.start) for quote, document in items]
    return any(item is None or any(one.held(fold(item.title or ""))[1] >= NAMED for one in matters) for item in found)


def says_what_is_named(draft: Draft, question: Question, *, least: float = SPOKEN_OF) -> bool:
    """Tell whether the sentences of an answer hold the words of a question, of which it must have some.

    Args:
        draft: the answer.
        question: the question.
        least: the share of them that must be there.
    """
    from pipeline.generation.extractive.reading.concepts import share_held

    words = _words(question)
    return bool(words) and share_held(words, fold(draft.said)) >= least


def read_on(question: Question, focus: Focus, catalogue: Catalogue, *, besides: Sequence[Quote] = ()) -> Draft | None:
    """Answer a question out of the item that it goes on in, by reading alone; `None` where that does not tell.

    Args:
        question: the question.
        focus: the item.
        catalogue: where the documents are.
        besides: places that answer something else already.
    """
    from pipeline.generation.extractive.by_reading import in_item  # numpy: a record answer goes without

    composing = Composing(_of_item(question, focus), catalogue, lambda _query, _k: [_hit(focus)])
    found = in_item(composing, composing.question, focus.source, focus.item, besides=besides)
    return composing.draft("passages", found) if found else None
