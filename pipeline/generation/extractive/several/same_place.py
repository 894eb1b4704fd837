"""Who else has a duty, asked behind an answer and told by the very sentence that answered: 那配合的是哪些科室."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.stretches import sentence_at
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft, Quote
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

BY_KIND = compiled(r"(?:哪些|哪几|几个|都有)?(?:[科处]室|部门|单位|机构|人员|领导|同志|干部|方面)")
"""What has a duty, by its kind: names no matter."""


def in_the_place(composing: Composing, source: Source, item: Item, places: Sequence[Quote]) -> Draft | None:
    """Answer who else has a duty out of the sentence that answered before; `None` where it does not tell.

    Of an item with a table of tasks only that row is meant; a question that names any matter asks of more.

    Args:
        composing: the question, within the item.
        source: the document.
        item: the item.
        places: what answered before.
    """
    from pipeline.generation.extractive.reading.candidates import asked_of  # numpy: a record answer goes without
    from pipeline.generation.extractive.reading.doubts import doubted
    from pipeline.generation.extractive.reading.pairing import Place
    from pipeline.generation.extractive.reading.sureness import OF_DUTY

    question, document = composing.question, source.document
    asked = asked_of(question)
    if not names_duty_alone(question) or asked.kind.kind not in ("unit", "person", "list"):
        return None
    duties = [word for word in OF_DUTY if word in asked.folded]
    found = []
    for place in dict.fromkeys(sentence_at(document, one.span) for one in places):
        wording = document.quote(place)
        of_duty = wording.lstrip().startswith("|") or any(word in wording for word in duties)
        if of_duty and not doubted(asked, question, Place(source, item, place, wording), likely=1.0):
            found.append(passages.told(source, place))
    return composing.draft("passages", found) if len(found) == 1 else None


def names_duty_alone(question: Question) -> bool:
    """Tell whether a question asks who has a duty and names no matter: 配合的有谁."""
    from pipeline.generation.extractive.reading.concepts import concepts_of
    from pipeline.generation.extractive.reading.sureness import OF_DUTY

    folded = fold(question.text)
    words = [one.word for one in concepts_of(folded, without=question.scope.mentions) if len(one.word) > 1]
    matter = [word for word in words if word not in COMMON | OF_DUTY and not BY_KIND.fullmatch(word)]
    return not matter and any(word in folded for word in OF_DUTY)
