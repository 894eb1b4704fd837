"""The product without one of its parts: other cutting, no context line, one index only, no record and no ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.gold import Place
from pipeline.generation.answer import answer_with_model, prove
from pipeline.generation.draft import Draft
from pipeline.generation.extractive.by_passage import by_passage
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.question import Question, understand
from pipeline.minutes import Document
from pipeline.retrieval.chunk import Chunk, chunk
from pipeline.retrieval.keywords import Keywords
from pipeline.retrieval.library import Library
from pipeline.retrieval.vectors import Vectors

if TYPE_CHECKING:
    from pipeline.assistant import Assistant
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
    """A keyword index that finds nothing."""

    def search(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Return nothing."""
        return []


class _NoVectors(Vectors):
    """A vector index that finds nothing."""

    def search(self, *_: Any, **__: Any) -> list[tuple[str, float]]:
        """Return nothing."""
        return []


def vectors_only(home: Path, *, encoder: str) -> Library:
    """Return the library in a folder, searched by its vectors alone."""
    library = Library(home, encoder_name=encoder)
    library.keywords = _NoKeywords(home / "keywords")
    return library


def keywords_only(home: Path, *, encoder: str) -> Library:
    """Return the library in a folder, searched by its keywords alone."""
    library = Library(home, encoder_name=encoder)
    library.vectors = _NoVectors(home / "vectors", encoder=lambda: library.encoder, url="")
    return library


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
