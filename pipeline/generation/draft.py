"""What composing yields before it is proven: sentences, each with the places in the text that carry it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pipeline.minutes import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.retrieval.search import Hit

Route = Literal["ledger", "passages", "record", "none"]
Mode = Literal["extractive", "model"]
Reason = Literal["not_stated", "no_evidence", "no_such_meeting", "ambiguous", "not_understood", "library_empty"]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A place to cite: code points `start` to `end` of one document's text."""

    document_id: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place in its document."""
        return Span(self.start, self.end)

    def overlaps(self, other: Quote) -> bool:
        """Tell whether two places share a character.

        >>> Quote("d1", 0, 4).overlaps(Quote("d1", 3, 6)), Quote("d1", 0, 4).overlaps(Quote("d2", 0, 4))
        (True, False)
        """
        return self.document_id == other.document_id and self.span.overlaps(other.span)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft and the quotes that prove it.

    `counted` is a number that the sentence states but no text spells out, because it was counted (共6项): it is proven
    by as many quotes. `absent` are words that the sentence says are not there (名单中没有…): proven when the
    quotes, which then cover the whole list, do not hold them. `by_model` tells that a model worded it.
    """

    text: str
    quotes: tuple[Quote, ...]
    counted: int | None = None
    absent: tuple[str, ...] = ()
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through: how many documents, the filters that held (contract names), the documents' ids."""

    documents: int
    filters: Mapping[str, str | int] = field(default_factory=dict)
    ids: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class LaterItem:
    """Where an item of a later meeting begins to which the matter of an answer returned.

    `again` where its name was the same; `named` is the name of the matter where the item is of all that earlier
    meetings decided.
    """

    document_id: str
    start: int
    again: bool
    named: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before its proof.

    `preface` is wording of ours that states no fact of a document: a refusal, what was searched, a question back.
    `nearest` are the items shown with a refusal. `later` are the items to which its matter returned, once they were
    looked up, with the quotes for which they were.
    """

    route: Route
    searched: Searched
    sentences: tuple[Sentence, ...] = ()
    preface: str = ""
    refused: bool = False
    reason: Reason | None = None
    nearest: tuple[Hit, ...] = ()
    later: tuple[tuple[Quote, ...], tuple[LaterItem, ...]] | None = None

    @property
    def quotes(self) -> list[Quote]:
        """The places that its sentences quote, in order."""
        return [quote for sentence in self.sentences for quote in sentence.quotes]

    @property
    def said(self) -> str:
        """The wording of its sentences, one behind the other."""
        return "".join(sentence.text for sentence in self.sentences)
