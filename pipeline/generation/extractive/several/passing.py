"""What stands in other documents than those named: of a body named in passing, of a meeting that is not held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import COMMON, around, terms_of
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import ENTITIES, holds
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.understanding.written_dates import number_of
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item, Span
    from pipeline.retrieval.catalogue import Catalogue

NUMBERED = compiled(r"第(?P<digits>[0-9一二三四五六七八九十百]+)[次期号]")
ANEW = compiled(r"(?:同意|决定|议定|明确)[^。；]{0,30}(?:调整|改|降|提高|推迟|提前|延|增|减)")
FEW = 4
MATTER = 0.5
"""How much of what is asked, the name aside, the item of an answer must speak of."""
HARDLY = 0.2
"""The same where a question sets a meeting beside another, and that one speaks of it but once."""


def told_by_later(composing: Composing) -> Draft | None:
    """Answer of a meeting that the library does not hold what a later one of it says of it; `None` where none does.

    「第1次联席会议确定水位为86.5米」 stands in the minutes of the second; with it goes what decides anew behind it.
    Where the question sets it beside a meeting that is held, that one's only word of it is enough.
    """
    question, scope = composing.question, composing.question.scope
    number = NUMBERED.search(scope.missing or "")
    if number is None or not 1 <= len(composing.sources) <= FEW:
        return None
    naming = list(_naming(composing.sources, number_of(number["digits"])))
    beside = bool({"meeting", "number"} & set(scope.filters)) and len(naming) == 1
    kind, share = kind_asked(question.text), _share_asked(composing)
    found: list[tuple[Source, Sentence]] = []
    for source, item, place, behind in naming:
        said = fold(source.document.quote(place))
        if kind.kind in ENTITIES and not beside and not holds(kind, said):
            continue
        if share(fold(item.title or "") + said) < (HARDLY if beside else MATTER):
            continue
        later = behind is not None and ANEW.search(source.document.quote(behind))
        told = [place, behind] if behind is not None and later else [place]
        found += [(source, passages.told(source, one)) for one in told]
    if not found:
        return None
    return composing.stamped("passages", found, preface=f"库中没有“{scope.missing}”，以下出自提到它的纪要。")


def _naming(sources: Sequence[Source], number: int | None) -> Iterator[tuple[Source, Item, Span, Span | None]]:
    """Yield the sentences of items that name a meeting by its number, each with the one behind it."""
    for source in sources:
        for item in source.document.items:
            places = list(sentences(source.document, item.span))
            for place, behind in zip(places, [*places[1:], None], strict=False):
                said = fold(source.document.quote(place))
                if any(number_of(one["digits"]) == number for one in NUMBERED.finditer(said)):
                    yield source, item, place, behind


def _share_asked(composing: Composing) -> Callable[[str], float]:
    """Return what tells how much of a question, the meetings that it names aside, a folded text speaks of."""
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held  # numpy: only where it reads

    scope = composing.question.scope
    text = without(composing.question.text, scope.mentions, gap="，").replace(scope.missing or "", "，")
    asked = [one for one in concepts_of(fold(text)) if len(one.word) > 1 and one.word not in COMMON]
    return lambda said: share_held(asked, said) if asked else 0.0


def in_passing(question: Question) -> Question | None:
    """Return a question over all documents where nothing but the name of a body narrowed it, else `None`."""
    scope = question.scope
    if set(scope.filters) != {"body"} or scope.missing is not None or len(scope.every) <= len(scope.entries):
        return None
    own = {entry.document_id for entry in scope.entries}
    others = tuple(entry for entry in scope.every if entry.document_id not in own)
    return replace(question, scope=replace(scope, entries=others, filters={}))


def told_elsewhere(draft: Draft, question: Question, catalogue: Catalogue) -> Draft | None:
    """Return an answer from other documents, which says so, where all of it stands beside the name of the body.

    What is asked must be what it speaks of: 「某县夜市去哪里考察」 is not told by a line that names the county.
    """
    named = str(question.scope.filters.get("body", "")).split("、")
    if draft.refused or not draft.sentences:
        return None
    from pipeline.generation.extractive.reading.concepts import concepts_of  # numpy: only where it reads

    asked = terms_of((*question.titles, *question.topic))
    for name in named:
        asked = asked.without(name)
    places = question.scope.mentions if len(fold(question.text)) == len(question.text) else ()
    telling = [one for one in concepts_of(fold(question.text), without=places) if len(one.word) > 1]
    for sentence in draft.sentences:
        beside = [around(quote, catalogue.document(quote.document_id)) for quote in sentence.quotes]
        if not any(name in text for text in beside for name in named):
            return None
        if max(max(asked.coverage(text), _share_spoken_of(telling, fold(text))) for text in beside) < MATTER:
            return None
    told = f"{'、'.join(named)}的文件没有载明，以下出自提到它的其他文件。"
    return replace(draft, preface=told + draft.preface)


def _share_spoken_of(telling: Sequence[Concept], folded: str) -> float:
    """Return the share of some words that a text speaks of under any name: 泊位 for 路边停车."""
    from pipeline.generation.extractive.reading.traits import HELD

    whole = sum(one.weight for one in telling)
    return sum(one.weight for one in telling if one.held(folded)[1] >= HELD) / whole if whole else 0.0
