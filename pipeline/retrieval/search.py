"""A question finds evidence: words, their like and vectors name the candidates, and each is weighed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from pipeline.errors import BadFilter, EmptyQuestion
from pipeline.retrieval.alike import Kin, kin, twins
from pipeline.retrieval.candidates import Asked, Candidates, gather, read
from pipeline.retrieval.catalogue import Entry, Filters
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.clauses import clauses
from pipeline.retrieval.library import Library
from pipeline.retrieval.order import arrange, interleaved
from pipeline.retrieval.rerank import DEPTH, WEIGHT, Reranker, load_reranker
from pipeline.retrieval.weigh import weigh

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

Reading = Callable[[Library, str], Asked]
"""Reads a question; `candidates.read` is the way of the product."""
SHARED, RECENT = 12, 64
"""So many hits are found at once, for so many questions, and kept until the library changes."""
_RECENT: WeakKeyDictionary[Library, dict[tuple[object, ...], list[Hit]]] = WeakKeyDictionary()
MOST = 200
"""How many hits may be asked for at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """The same matter in another document: an item of the same title, or a part that opens the same."""

    document_id: str
    file: str
    document_number: str | None
    meeting: str | None
    date: str | None
    item: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A chunk that answers a search, with where it stands and how it was found.

    `text` is verbatim: the document's text from `start` to `end`. `score` is the weighed sum; `scores` holds the rank
    and the raw score in each list that gave it (`keywords` BM25, `vectors` cosine), and under `share_…` what each part
    added to `score`. Only the best hit of an item stands among the first; others of the same item follow after, and
    where a question compares meetings the best of each comes early, so `score` need not fall with every `rank`.
    Of passages that say the same in several documents one stands among the first, and `alike` names the others (at most
    twenty, the newest first); they follow after. `body` is the body that issued the document.
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
    alike: tuple[Alike, ...] = ()
    body: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the hit as the `search` JSON of the public interface."""
        tree = asdict(self)
        tree["scores"] = dict(self.scores)
        return tree


def search(
    library: Library, query: str, *, k: int = 5, filters: Filters | None = None, reading: Reading = read
) -> list[Hit]:
    """Return the best passages for a question, none where the library is empty or the filters select nothing.

    Args:
        library: where to search; made current first.
        query: a question or words, in Chinese or not.
        k: how many, 1 to 200.
        filters: what to stay within.
        reading: how a question is read, where not as the product does.

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
    if k > SHARED or reading is not read:
        return _search(library, query, k=k, within=within, reading=reading)
    # an answer looks a question up more than once, and a reader asks it again: the best twelve are found once
    key = (library.catalogue.generation(), query, None if within is None else tuple(within))
    recent = _RECENT.setdefault(library, {})
    found = recent.get(key)
    if found is None:
        found = _search(library, query, k=SHARED, within=within, reading=reading)
        if len(recent) >= RECENT:
            recent.clear()
        recent[key] = found
    return found[:k]


def _search(library: Library, query: str, *, k: int, within: Sequence[str] | None, reading: Reading) -> list[Hit]:
    """Return the best passages for a question within some documents, or all."""
    found = _find(library, reading(library, query), k=k, within=within)
    parts = [_find(library, reading(library, part), k=k, within=within) for part in clauses(query)]
    whole = found.merged(parts)
    order = interleaved(found.order, [part.order for part in parts])
    if library.reranker_name:
        order, whole = _reread(load_reranker(library.reranker_name), query, order, whole)
    return _hits(library, order[:k], whole)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one question found: its order, what each part added, and the candidates."""

    order: list[tuple[str, float]]
    weighed: Mapping[str, Mapping[str, float]]
    candidates: Candidates

    def merged(self, others: Sequence[_Found]) -> _Found:
        """Return this with what others found besides."""
        weighed: dict[str, Mapping[str, float]] = {}
        chunks: dict[str, Chunk] = {}
        entries: dict[str, Entry] = {}
        places: dict[str, dict[str, tuple[int, float]]] = {name: {} for name in self.candidates.places}
        for one in (*reversed(others), self):
            weighed |= one.weighed
            chunks |= one.candidates.chunks
            entries |= one.candidates.entries
            for name, held in one.candidates.places.items():
                places[name] |= held
        return _Found(self.order, weighed, Candidates(chunks, entries, places))


def _find(library: Library, asked: Asked, *, k: int, within: Sequence[str] | None) -> _Found:
    """Return what one question, or one part of it, finds."""
    candidates = gather(library, asked, k=k, within=within)
    weighed = weigh(library, asked, candidates)
    totals = {chunk_id: sum(parts.values()) for chunk_id, parts in weighed.items()}
    return _Found(arrange(totals, candidates, asked.mentions), weighed, candidates)


def _reread(
    reranker: Reranker, query: str, order: Sequence[tuple[str, float]], found: _Found
) -> tuple[list[tuple[str, float]], _Found]:
    """Return the best in the order that the reranker's say gives them, with what it added; the rest as it was."""
    best, rest = order[:DEPTH], order[DEPTH:]
    passages = [found.candidates.chunks[chunk_id].indexed for chunk_id, _ in best]
    added = {key: WEIGHT * rate for (key, _), rate in zip(best, reranker.rate(query, passages), strict=True)}
    weighed = {
        key: {**parts, "reranker": added[key]} if key in added else parts for key, parts in found.weighed.items()
    }
    again = sorted(((key, score + added[key]) for key, score in best), key=lambda each: (-each[1], each[0]))
    return [*again, *rest], _Found(found.order, weighed, found.candidates)


def as_retriever(library: Library, *, k: int = 5, filters: Filters | None = None) -> BaseRetriever:
    """Return the search as a LangChain retriever; each `Document` has the fields of a hit as metadata."""
    from pipeline.retrieval.retriever import HybridRetriever

    def find(query: str) -> list[dict[str, Any]]:
        return [hit.to_json() for hit in search(library, query, k=k, filters=filters)]

    return HybridRetriever(find=find)


def _hits(library: Library, order: Sequence[tuple[str, float]], found: _Found) -> list[Hit]:
    """Return ranked chunks as hits, with what the catalogue says of their documents."""
    candidates, weighed = found.candidates, found.weighed
    pages = library.catalogue.pages({candidates.chunks[chunk_id].document_id for chunk_id, _ in order})
    hits: list[Hit] = []
    met: set[Kin] = set()
    for chunk_id, score in order:
        chunk = candidates.chunks[chunk_id]
        others = twins(chunk, candidates.chunks.values(), candidates.entries) if kin(chunk) not in met else []
        met.add(kin(chunk))
        scores: dict[str, float] = {}
        for name in ("keywords", "vectors"):
            if chunk_id in candidates.places[name]:
                rank, raw = candidates.places[name][chunk_id]
                scores |= {name: round(raw, 6), f"{name}_rank": rank}
        scores |= {f"share_{name}": round(part, 6) for name, part in weighed[chunk_id].items() if part}
        entry = candidates.entries[chunk.document_id]
        hits.append(_hit(chunk, entry, len(hits) + 1, score, scores, pages.get(chunk.document_id, ())))
        hits[-1] = replace(hits[-1], alike=tuple(_alike(one, candidates.entries[one.document_id]) for one in others))
    return hits


def _alike(chunk: Chunk, entry: Entry) -> Alike:
    """Return what names a passage of another document."""
    return Alike(
        document_id=chunk.document_id,
        file=entry.file,
        document_number=entry.document_number,
        meeting=entry.meeting_name,
        date=entry.date,
        item=chunk.item,
        start=chunk.start,
        end=chunk.end,
    )


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
        body=entry.issuing_body,
    )


def page_at(pages: Sequence[int], offset: int) -> int | None:
    """Return the page (1-based) of an offset, or `None` without pages.

    >>> page_at((0, 10), 12), page_at((), 12)
    (2, None)
    """
    return max(1, bisect_right(pages, offset)) if pages else None
