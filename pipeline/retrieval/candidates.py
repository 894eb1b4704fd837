"""The candidates for a question: what words, their like and vectors find, in the whole library and in what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.patterns import compiled
from pipeline.retrieval.catalogue import Catalogue, Entry, Filters
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.clauses import follow_up
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.library import Library
from pipeline.retrieval.mentions import Mentions, find_mentions
from pipeline.retrieval.parts import parts_asked
from pipeline.retrieval.slips import righted
from pipeline.retrieval.thesaurus import load_thesaurus
from pipeline.retrieval.tokens import fold
from pipeline.retrieval.wanted import Wanted, blanked, wanted

FEWEST = 50
"""How many each list is asked for at least."""
RARE_WORDS = 10
RARE_LIMIT = 12
"""So many of the question's rarest words are looked up by themselves, each for so many chunks: BM25 counts a long chunk
low, and where short ones abound, the one that has the only mention of a name would never come up."""
MOST_NAMED = 300
"""How many documents that a question names are searched by themselves; where more fit, it does not tell enough."""

MANY_ALIKE = 8
"""Where so many candidates bear one title, the matter came up in meeting after meeting, and some are not found."""
FULLEST = 6
"""So many of the items of such a title are looked at for saying most, whatever the lists found."""

LIKELIEST = 4
"""Of so many documents at the head of each list the part that is asked for is looked at, whatever the lists found."""

_BLANKED = compiled("，{2,}")

Ranked = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as search reads it.

    `folded` is the whole, `matter` has commas where it names a meeting, `said` the bare word for a meeting there.
    """

    query: str
    folded: str
    matter: str
    said: str
    mentions: Mentions
    words: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Chunks that may answer, with their documents; `places` holds rank and raw score by the name of each list."""

    chunks: Mapping[str, Chunk]
    entries: Mapping[str, Entry]
    places: Mapping[str, Mapping[str, tuple[int, float]]]


def read(library: Library, query: str) -> Asked:
    """Return a question as search reads it."""
    folded = righted(fold(query))
    mentions = find_mentions(folded)
    last = follow_up(folded)
    if last is not None and (latest := find_mentions(last)).firm:  # 第4次谁主持？那第50次呢: the later one is meant
        mentions = replace(latest, spans=mentions.spans)
    words = wanted(
        folded, mentions=mentions, lexicon=load_lexicon(), thesaurus=load_thesaurus(), words=library.keywords
    )
    matter = blanked(folded, mentions.spans)
    said = _BLANKED.sub("会议", matter)
    return Asked(query, folded, matter, said, mentions, tuple(words))


def gather(library: Library, asked: Asked, *, k: int, within: Sequence[str] | None) -> Candidates:
    """Return the candidates for a question, within some documents where they are given."""
    depth = max(FEWEST, 4 * k)
    ways: dict[str, float] = {}
    for each in asked.words:
        for way, weight in ({each.word: 1.0} | each.others).items():
            ways[way] = max(weight, ways.get(way, 0.0))
    matter = asked.matter if asked.matter.strip("，。？?！ ,.!") else asked.query
    lists: dict[str, list[Ranked]] = {"keywords": [], "stamped": [], "vectors": [], "words": []}
    named = _named(library.catalogue, asked.mentions)
    if within is not None:
        allowed = set(within)
        named = [document_id for document_id in named if document_id in allowed]
    rare = _rarest(ways, {each.word for each in asked.words}, library)
    for documents in (within, named):
        if documents is named and not named:
            continue
        lists["keywords"].append(
            library.keywords.search(matter, limit=depth, document_ids=documents, within=("text", "heading"))
        )
        lists["stamped"].append(
            library.keywords.search(asked.query, limit=depth, document_ids=documents, within=("stamp",))
        )
        lists["words"].append(library.keywords.search_words(ways, limit=depth, document_ids=documents))
        lists["words"] += [library.keywords.holding(way, limit=RARE_LIMIT, document_ids=documents) for way in rare]
        lists["vectors"].append(library.vectors.search(matter, limit=depth, document_ids=documents))
    merged = {name: _merged(found) for name, found in lists.items()}
    chunks = library.catalogue.chunks_named({chunk_id for found in merged.values() for chunk_id, _ in found})
    chunks |= _fullest(library.catalogue, chunks, within)
    if asked_for := parts_asked(asked.said):
        first = [chunk_id for found in merged.values() for chunk_id, _ in found[:LIKELIEST] if chunk_id in chunks]
        ids = dict.fromkeys([*named[:LIKELIEST], *(chunks[chunk_id].document_id for chunk_id in first)])
        of_them = (chunk for document_id in ids for chunk in library.catalogue.chunks(document_id))
        chunks |= {chunk.chunk_id: chunk for chunk in of_them if chunk.part in asked_for}
    entries = library.catalogue.entries_named({chunk.document_id for chunk in chunks.values()})
    chunks = {chunk_id: chunk for chunk_id, chunk in chunks.items() if chunk.document_id in entries}
    places = {
        name: {chunk_id: (rank, raw) for rank, (chunk_id, raw) in enumerate(found, start=1)}
        for name, found in merged.items()
    }
    return Candidates(chunks, entries, places)


def _fullest(catalogue: Catalogue, chunks: Mapping[str, Chunk], within: Sequence[str] | None) -> dict[str, Chunk]:
    """Return the chunks of the fullest items of each title that many candidates bear: short ones rank before them."""
    borne = Counter(chunk.item_title for chunk in chunks.values() if chunk.item_title)
    titles = [title for title, count in borne.items() if title and count >= MANY_ALIKE]
    if not titles:
        return {}
    found = catalogue.chunks_named(catalogue.fullest(titles, each=FULLEST))
    return {key: chunk for key, chunk in found.items() if within is None or chunk.document_id in set(within)}


def _rarest(ways: Mapping[str, float], asked: Collection[str], library: Library) -> list[str]:
    """Return the rarest words that the library has: half of them as they were asked, a name among them."""
    frequency = {way: library.keywords.frequency(way) for way in ways}
    had = [way for way in ways if 0 < frequency[way] < library.keywords.count() / 4]
    ranked = sorted(had, key=lambda way: (frequency[way] / ways[way], way))
    first = [way for way in ranked if way in asked][: RARE_WORDS // 2]
    return (first + [way for way in ranked if way not in first])[:RARE_WORDS]


def _merged(lists: Sequence[Ranked]) -> Ranked:
    """Return lists of one kind as one, each chunk once with its best score."""
    best: dict[str, float] = {}
    for found in lists:
        for chunk_id, raw in found:
            best[chunk_id] = max(raw, best.get(chunk_id, raw))
    return sorted(best.items(), key=lambda each: (-each[1], each[0]))


def _named(catalogue: Catalogue, mentions: Mentions) -> list[str]:
    """Return the documents that a question names by number, meeting or year, none where that fits too many."""
    kinds: list[set[str]] = []
    if mentions.document_numbers:
        kinds.append(
            _any(catalogue, [Filters(number=f"〔{year}〕{one}号") for _, year, one in mentions.document_numbers])
        )
    if mentions.meeting_numbers:
        kinds.append(_any(catalogue, [Filters(meeting=number) for number in mentions.meeting_numbers]))
    dates = [date for date in mentions.dates + mentions.loose_dates if not date.startswith("--")]
    if dates:
        kinds.append(_any(catalogue, [Filters(from_date=date, to_date=date) for date in dates]))
    kinds = [kind for kind in kinds if kind]
    if not kinds:
        return []
    chosen = set.intersection(*kinds) or set.union(*kinds)
    return sorted(chosen) if len(chosen) <= MOST_NAMED else []


def _any(catalogue: Catalogue, filters: Sequence[Filters]) -> set[str]:
    """Return the documents that any of several filters selects."""
    return {document_id for one in filters for document_id in catalogue.select(one)}
