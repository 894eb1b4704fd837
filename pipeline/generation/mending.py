"""Mends an answer: what failed its check is rewritten once, else replaced by the document's words, else dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.proof import problems_of, sourced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.generation.cite import Shelf, Statement
    from pipeline.generation.draft import Draft, Quote, Sentence
    from pipeline.generation.model.numbered import Passage


@dataclass(frozen=True, slots=True)
class Mended:
    """The sentences of an answer after mending, all of them proven.

    `replaced` are the failed statements in whose place a sentence of the extractive draft stands, `lost` those that
    were dropped.
    """

    sentences: tuple[Sentence, ...]
    replaced: tuple[Statement, ...]
    lost: tuple[Statement, ...]


def mend(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    wordings: Mapping[int, tuple[str, tuple[int, ...]]],
    *,
    draft: Draft,
    passages: Mapping[int, Passage],
    catalogue: Shelf,
) -> Mended:
    """Put something proven in the place of each sentence that failed its check.

    Args:
        sentences: the model's sentences.
        statements: what the check made of each.
        wordings: the model's second attempt by the index of the failed statement (among the failed ones, from 0).
        draft: the extractive draft, whose sentences may stand in.
        passages: the numbered evidence.
        catalogue: where the documents are found.

    Raises:
        UnknownDocument: a quote names a document that the library does not hold.
    """
    pairs = list(zip(sentences, statements, strict=True))
    failed = [statement for _, statement in pairs if statement.check == "flagged"]
    covered = [quote for sentence, statement in pairs if statement.check == "verified" for quote in sentence.quotes]
    kept: list[Sentence] = []
    replaced: list[Statement] = []
    lost: list[Statement] = []
    for sentence, statement in pairs:
        if statement.check == "verified":
            kept.append(sentence)
            continue
        text, numbers = wordings.get(failed.index(statement), ("", ()))
        again = sourced(text, [passages[number] for number in numbers if number in passages], catalogue)
        if text and not problems_of(again, catalogue):
            new = again if all(again.text != other.text for other in kept) else None
        else:
            new = _stand_in(sentence, draft, covered, catalogue)
            (replaced if new else lost).append(statement)
        if new is not None:
            kept.append(new)
            covered += new.quotes
    return Mended(tuple(kept), tuple(replaced), tuple(lost))


def _stand_in(failed: Sentence, draft: Draft, covered: Sequence[Quote], catalogue: Shelf) -> Sentence | None:
    """Return the draft's sentence about the places that a failed one cites, unless the answer has it already."""
    for sentence in draft.sentences:
        about = any(quote.overlaps(place) for quote in sentence.quotes for place in failed.quotes)
        new = not all(any(quote.overlaps(other) for other in covered) for quote in sentence.quotes)
        if about and new and not problems_of(sentence, catalogue):
            return sentence
    return None
