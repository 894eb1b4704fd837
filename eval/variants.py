"""The product without one of its parts: item chunks, context line, an index, filters, thesaurus, record and ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eval.gold import Place
from pipeline.assistant import Assistant
from pipeline.generation.answer import answer_with_model, prove
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_passage import by_passage
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.understanding.question import Question, understand
from pipeline.minutes import Document
from pipeline.retrieval.candidates import Asked, read
from pipeline.retrieval.chunk import Chunk, chunk
from pipeline.retrieval.keywords import Keywords
from pipeline.retrieval.library import Library
from pipeline.retrieval.mentions import Mentions
from pipeline.retrieval.search import Reading, search
from pipeline.retrieval.vectors import Vectors
from pipeline.retrieval.wanted import Wanted

if TYPE_CHECKING:
    from pipeline.config import Settings
    from pipeline.retrieval.filters import Filters
    from pipeline.retrieval.search import Hit

WINDOW, OVERLAP = 500, 100
"""Characters of a window and of what two neighbours share, where items are not minded."""


def windows(document: Document, *, document_id: str) -> tuple[Chunk, ...]:
    """Cut a document into windows of one length whatever its items are; the context line is the document's stamp.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> [(piece.item, piece.start) for piece in windows(EXAMPLE_MINUTES, document_id="d1")]
    [(None, 0)]
    """
    stamp = next((piece.stamp for piece in chunk(document, document_id=document_id)), "")
    starts = range(0, max(len(document.text) - OVERLAP, 1), WINDOW - OVERLAP)
    pieces = [(start, min(start + WINDOW, len(document.text))) for start in starts]
    return tuple(
        Chunk(
            chunk_id=f"{document_id}-{position:04d}",
            document_id=document_id,
            part="text",
            item=None,
            item_title=None,
            text=document.text[start:end],
            context=stamp,
            start=start,
            end=end,
            position=position,
            stamp=stamp,
        )
        for position, (start, end) in enumerate(pieces)
        if document.text[start:end].strip()
    )


def bare(document: Document, *, document_id: str) -> tuple[Chunk, ...]:
    """Cut a document as the product does, and leave out the context line."""
    return tuple(replace(piece, context="", stamp="") for piece in chunk(document, document_id=document_id))


class _NoKeywords(Keywords):
    """A keyword index that finds nothing and knows no word."""

    def search(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Return nothing."""
        return []

    def search_words(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Return nothing."""
        return []

    def frequency(self, text: str) -> int:
        """Return 0: no word is known."""
        return 0


class _NoVectors(Vectors):
    """A vector index that finds nothing."""

    def search(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Return nothing."""
        return []


def unnarrowed(library: Library, query: str) -> Asked:
    """Read a question without heeding which meeting, document or date it names."""
    asked = read(library, query)
    return replace(asked, mentions=Mentions(several=asked.mentions.several), matter=asked.folded, said=asked.folded)


def literal(library: Library, query: str) -> Asked:
    """Read a question word for word: no synonyms, no aliases, no mended slips, no pinyin, no English."""
    asked = read(library, query)
    return replace(asked, words=tuple(Wanted(each.word) for each in asked.words))


def wordless(library: Library, query: str) -> Asked:
    """Read a question without its words, which leaves its vector."""
    return replace(read(library, query), words=())


class Otherwise(Assistant):
    """The product over a library in another view, or with questions read in another way."""

    def __init__(self, settings: Settings, library: Library, *, reading: Reading = read) -> None:
        super().__init__(settings)
        self.library, self._reading = library, reading

    def search(
        self, query: str, *, k: int = 5, filters: Filters | None = None, history: Sequence[str] = ()
    ) -> list[Hit]:
        """Return the best passages for a query, best first; earlier questions stand before it."""
        return search(self.library, " ".join((*history[-1:], query)), k=k, filters=filters, reading=self._reading)


def without(part: str, settings: Settings) -> Otherwise:
    """Return the product over its own library without one part: words (dense), vectors (keywords), filters, thesaurus.

    Raises:
        KeyError: there is no such variant.
    """
    library = Library(settings.home, encoder_name=settings.encoder)
    if part == "dense":
        library.keywords = _NoKeywords(settings.home / "keywords")
    elif part == "keywords":
        library.vectors = _NoVectors(settings.home / "vectors", encoder=lambda: library.encoder, url="")
    return Otherwise(settings, library, reading=READINGS[part])


READINGS: dict[str, Reading] = {"dense": wordless, "keywords": read, "no_filters": unnarrowed, "no_thesaurus": literal}
"""The variants that share the product's library, and how each reads a question."""


class PassagesOnly:
    """The product where every answer comes from a passage: neither record nor ledger nor the premises they correct."""

    name = "no_record"

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def search(self, query: str, *, k: int, filters: Filters | None = None) -> list[Place]:
        """Return what the product finds."""
        return [Place(hit.file, hit.start, hit.end) for hit in self._assistant.search(query, k=k, filters=filters)]

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> dict[str, Any]:
        """Return the answer of the passages in the shape of the ask JSON."""
        assistant, catalogue, hits = self._assistant, self._assistant.catalogue, list[Any]()

        def find(query: str, k: int) -> list[Hit]:
            found = assistant.search(query, k=k, filters=filters)
            hits.extend(found)
            return found

        today = assistant.settings.today
        understood = understand(question, entries=catalogue.entries(filters), history=history, today=today)
        draft = _from_passages(understood, lambda asked: Composing(asked, catalogue, find))
        if assistant.model is None:
            return prove(draft, question, catalogue).to_json()
        from eval.meter import Meter

        meter = Meter()
        answer = answer_with_model(
            draft,
            question,
            catalogue,
            hits=list(_once(hits)),
            model=assistant.model,
            today=today,
            config={"callbacks": [meter]},
        )
        return {**answer.to_json(), "usage": meter.usage.to_json()}


def _from_passages(question: Question, compose: Callable[[Question], Composing]) -> Draft:
    """Return the draft of the passages; a question that goes on in the meeting before is put there first."""
    if question.within is not None and question.within.missing is None:
        going_on = _from_passages(replace(question, scope=question.within, within=None), compose)
        if not going_on.refused:
            return going_on
    composing = compose(question)
    if not question.scope.entries and question.scope.missing is None:
        return composing.refusal("no_evidence", "没有符合筛选条件的文件。")
    if question.scope.missing is not None:
        return composing.no_such_meeting()
    return by_passage(composing) or composing.nothing_found()


def _once(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield each passage once."""
    seen: set[str] = set()
    for hit in hits:
        if hit.chunk_id not in seen:
            seen.add(hit.chunk_id)
            yield hit
