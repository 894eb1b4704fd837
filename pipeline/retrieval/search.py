"""A question finds evidence: keywords and vectors are asked, and their lists fused by reciprocal rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline.errors import BadFilter, EmptyQuestion
from pipeline.retrieval.catalogue import Entry, Filters, page_at
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.library import Library

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

KEYWORD_WEIGHT = 1.0
VECTOR_WEIGHT = 0.3
"""What a place in each list counts. Official wording is repeated, not paraphrased: the words decide, and the vectors
lift what is worded otherwise without outvoting an exact title or document number."""

RANK_OFFSET = 5
"""The constant of reciprocal rank fusion, weight / (offset + rank). The usual 60 makes neighbouring places count almost
alike, so that a distant place among the vectors could overturn the order of the words; measured over the sample
questions and over 848 encyclopedia passages, hit@1 falls by two to four points from 5 to 60 and nothing is won."""

MOST = 200
"""How many hits may be asked for at once."""

_FEWEST_CANDIDATES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A chunk that answers a search, with where it stands and how it was found.

    `text` is verbatim: the document's text from `start` to `end`. `score` is the fused score; `scores` holds, for each
    list that gave it, the rank (`keywords_rank`, `vectors_rank`) and the raw score (`keywords` BM25, `vectors` cosine).
    Only the best hit of an item stands among the first; others of the same item follow after, so `score` need not fall
    with every `rank`.
    """

    rank: int
    score: float
    scores: Mapping[str, float] = field(default_factory=dict)
    chunk_id: str
    document_id: str
    file: str
    document_number: str | None
    meeting: str | None
    date: str | None
    item: str | None
    item_title: str | None
    text: str
    start: int
    end: int
    page: int | None
    part: str = "text"

    def to_json(self) -> dict[str, Any]:
        """Return the hit as the `search` JSON of the public interface."""
        tree = asdict(self)
        tree["scores"] = dict(self.scores)
        return tree


def search(library: Library, query: str, *, k: int = 5, filters: Filters | None = None) -> list[Hit]:
    """Return the best passages for a question, none where the library is empty or the filters select nothing.

    Args:
        library: where to search; made current first.
        query: a question or words, in Chinese or not.
        k: how many, 1 to 200.
        filters: what to stay within.

    Raises:
        EmptyQuestion: the query has no words.
        BadFilter: `k` is out of range.
        UnknownDocument: `filters.document` names none.
    """
    if not query.strip():
        raise EmptyQuestion
    if not 1 <= k <= MOST:
        raise BadFilter("k", str(k), legal=f"1 到 {MOST} 的整数")
    within = library.catalogue.select(filters) if filters else None
    if within == []:
        return []
    library.refresh()
    depth = max(_FEWEST_CANDIDATES, 4 * k)
    lists = {
        "keywords": library.keywords.search(query, limit=depth, document_ids=within),
        "vectors": library.vectors.search(query, limit=depth, document_ids=within),
    }
    chunks = library.catalogue.chunks_named({chunk_id for found in lists.values() for chunk_id, _ in found})
    order = one_per_item(fuse(lists), chunks)[:k]
    return _hits(library, order, lists, chunks)


def fuse(
    lists: Mapping[str, Sequence[tuple[str, float]]],
    weights: Mapping[str, float] | None = None,
) -> list[tuple[str, float]]:
    """Return the ids of several ranked lists with their fused score, best first; ties in order of id.

    >>> fuse({"keywords": [("a", 9.0), ("b", 8.0)], "vectors": [("b", 0.7)]}, {"keywords": 1.0, "vectors": 1.0})[0][0]
    'b'
    """
    weights = weights or {"keywords": KEYWORD_WEIGHT, "vectors": VECTOR_WEIGHT}
    scores: dict[str, float] = {}
    for name, found in lists.items():
        for rank, (chunk_id, _) in enumerate(found, start=1):
            scores[chunk_id] = scores.get(chunk_id, 0.0) + weights[name] / (RANK_OFFSET + rank)
    return sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))


def one_per_item(ranked: Iterable[tuple[str, float]], chunks: Mapping[str, Chunk]) -> list[tuple[str, float]]:
    """Return a ranked list with the best chunk of each item first and the others of the same items after.

    What the catalogue no longer holds falls away.
    """
    first: list[tuple[str, float]] = []
    after: list[tuple[str, float]] = []
    seen: set[tuple[str, str | None, str | None]] = set()
    for chunk_id, score in ranked:
        chunk = chunks.get(chunk_id)
        if chunk is None:
            continue
        item = (chunk.document_id, chunk.item, chunk.item_title)
        repeated = chunk.part == "item" and item in seen
        seen.add(item)
        (after if repeated else first).append((chunk_id, score))
    return first + after


def as_retriever(library: Library, *, k: int = 5, filters: Filters | None = None) -> BaseRetriever:
    """Return the search as a LangChain retriever; each `Document` has the fields of a hit as metadata."""
    from pipeline.retrieval.retriever import HybridRetriever

    def find(query: str) -> list[dict[str, Any]]:
        return [hit.to_json() for hit in search(library, query, k=k, filters=filters)]

    return HybridRetriever(find=find)


def _hits(
    library: Library,
    order: Sequence[tuple[str, float]],
    lists: Mapping[str, Sequence[tuple[str, float]]],
    chunks: Mapping[str, Chunk],
) -> list[Hit]:
    """Return ranked chunks as hits, with what the catalogue says of their documents."""
    ids = {chunks[chunk_id].document_id for chunk_id, _ in order}
    entries, pages = library.catalogue.entries_named(ids), library.catalogue.pages(ids)
    places = {
        name: {chunk_id: (rank, raw) for rank, (chunk_id, raw) in enumerate(found, start=1)}
        for name, found in lists.items()
    }
    hits: list[Hit] = []
    for chunk_id, score in order:
        chunk = chunks[chunk_id]
        entry = entries.get(chunk.document_id)
        if entry is None:  # removed since the chunks were read
            continue
        scores: dict[str, float] = {}
        for name, found in places.items():
            if chunk_id in found:
                rank, raw = found[chunk_id]
                scores |= {name: round(raw, 6), f"{name}_rank": rank}
        hits.append(_hit(chunk, entry, len(hits) + 1, score, scores, pages.get(chunk.document_id, ())))
    return hits


def _hit(chunk: Chunk, entry: Entry, rank: int, score: float, scores: Mapping[str, float], pages: Sequence[int]) -> Hit:
    """Return one hit."""
    return Hit(
        rank=rank,
        score=round(score, 6),
        scores=scores,
        chunk_id=chunk.chunk_id,
        document_id=chunk.document_id,
        file=entry.file,
        document_number=entry.document_number,
        meeting=entry.meeting_name,
        date=entry.date,
        item=chunk.item,
        item_title=chunk.item_title,
        text=chunk.text,
        start=chunk.start,
        end=chunk.end,
        page=page_at(pages, chunk.start),
        part=chunk.part,
    )
