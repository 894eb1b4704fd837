"""What a question takes for what holds, and the record tells as what was before: 每台补20万元, since cut to 15."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.giving_way import CHANGE, gives_way, other_way, plainly, values, who_left
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.premises.presumed import LEAST, stretches
from pipeline.generation.extractive.premises.taken import asserted, matter_of, share_of, weight_of
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question

KNOWS = compiled(
    r"原[来先定本]?|之前|以前|此前|本来|起初|[由从][^，。？?]{1,16}?[到至改调为成]|拟|改[成为到由]|调整|推迟|顺延|变[成为更]|吗|没有"
)
"""A question that tells of a change itself, or asks for what was before."""
ON_MATTER = 0.6
"""Share of what a question asserts that a stretch must hold."""


def superseded(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return the sentence that tells what became of a value which a question asserts; nothing where none does."""
    question = composing.question
    said = asserted(question.text)
    taken = values(said)
    if question.claim or KNOWS.search(question.text):
        return []
    concepts = matter_of(question)
    found = stretches(composing, concepts) if weight_of(concepts) >= LEAST else []
    if not found or found[0].share < ON_MATTER:
        return []
    best = found[0]
    taken |= {name for name in known_names(best.source) if name in said}
    told = []
    for place in sentences(best.source.document, best.span):
        wording = plainly(best.source.document.quote(place))
        about = share_of(concepts, fold(f"{best.title} {wording} {best.source.entry.issuing_body or ''}"))
        if about >= ON_MATTER and (gives_way(wording, taken) or other_way(wording, said)):
            told.append(place)
    if len(told) != 1:
        return []
    return [(best.source, passages.told(best.source, told[0]))]


def gone_since(question: Question, source: Source, told: Sequence[Sentence]) -> bool:
    """Tell whether a claim says of somebody, or of a value, what an answer tells as what was before a change."""
    if not question.claim or CHANGE.search(plainly(question.text)):
        return False
    taken = values(question.text) | {name for name in known_names(source) if name in question.text}
    wording = plainly("".join(line.text for line in told))
    now = "".join(change["after"] for change in CHANGE.finditer(wording))
    left = any(name in question.text for name in who_left(wording))
    return (left or gives_way(wording, taken)) and not any(value in now for value in taken)
