"""A candidate is weighed: its words, their like, its vector, its meeting, its part; what each adds can be read off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from pipeline.retrieval.alike import Distinct
from pipeline.retrieval.candidates import Asked, Candidates
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.lexicon import Lexicon, load_lexicon
from pipeline.retrieval.library import Library
from pipeline.retrieval.mentions import body_named, ordinal
from pipeline.retrieval.parts import asked_plainly, date_asked, item_asked, items_counted, list_asked, parts_asked
from pipeline.retrieval.score import USUAL_LENGTH, rate, rate_terms
from pipeline.retrieval.spelling import Words
from pipeline.retrieval.tokens import fold
from pipeline.retrieval.wanted import Wanted

KEYWORDS = 0.25
"""What the rarest pair of characters or word of the question counts, as they were asked."""
WORDS = 1.0
"""What the words of the question and their like count, see `score.rate`."""
VECTORS = 0.6
"""What the cosine counts: it lifts what is worded otherwise, and must not outvote an exact title."""
LEAST = 0.5
"""The matter of a question counts as a share of the best candidate's, or of this where even that has next to none."""
MEETING = 0.9
LOOSE_DATE = 0.3
BODY = 0.35
"""A document that is the one named: by number or date, by a bare year, by the opening of its body's name."""
PART = 0.45
PLAIN_PART = 0.9
HEAD_INSTEAD = 0.3
"""The part of the document that is asked for, hinted at or plainly; as a share of that the head, for want of a list."""
RIGHT_LIST = 0.3
"""Of the attendance lists the one that is asked for."""
ASIDE: Mapping[str, float] = {"head": -0.2, "attendance": -0.35, "foot": -0.35}
"""Head, foot and attendance are seldom what a question is after that points to none of them."""
TITLE = 0.8
"""A document whose name says what the question says, where a part of it is asked for; else a quarter of that."""
SAID = 0.2
"""The share of a question that a document's name must say for the document to be taken as the one that it names."""
ITEM = 1.0
LAST_ITEM = 0.7
"""The item that is asked for by its number; the last one where a question counts the items: its label is the count."""


class _OfLibrary(TypedDict):
    """What rating a chunk needs to know beside it and the question."""

    words: Words
    total: int
    lexicon: Lexicon
    lengths: Mapping[str, int]


_MATTER = ("keywords", "words", "vectors")


def weigh(library: Library, asked: Asked, candidates: Candidates) -> dict[str, dict[str, float]]:
    """Return for each candidate what each part adds to its score, by name."""
    chunks = candidates.chunks
    cosines = {key: raw for key, (_, raw) in candidates.places["vectors"].items()}
    total = library.keywords.count()
    lexicon, lengths = load_lexicon(), _lengths(chunks)
    distinct = Distinct(library.keywords, chunks.values())
    of_library: _OfLibrary = {"words": distinct, "total": total, "lexicon": lexicon, "lengths": lengths}
    terms = rate_terms(chunks.values(), asked.matter, **of_library)
    parts, item, counted = parts_asked(asked.said), item_asked(asked.folded), items_counted(asked.said)
    # the names of units in a list of people are like much that is asked: there only what was said itself counts
    bare = asked.words if "attendance" in parts else [Wanted(each.word) for each in asked.words]
    lists = [chunk for chunk in chunks.values() if chunk.part == "attendance"]
    others = [chunk for chunk in chunks.values() if chunk.part != "attendance"]
    words = rate(others, asked.words, **of_library) | rate(lists, bare, **of_library)
    farther = min(cosines.values(), default=0.0)  # who is not among the nearest is at most as near as the last of them
    matter = {key: (KEYWORDS * terms[key], WORDS * words[key], VECTORS * cosines.get(key, farther)) for key in chunks}
    best = max([LEAST, *map(sum, matter.values())])
    documents = _documents(asked, candidates)
    listed = list_asked(asked.said) if "attendance" in parts else None
    likeliest = max([title for _, _, title in documents.values()], default=0.0)
    part = PLAIN_PART if asked_plainly(asked.said) else PART
    dated = date_asked(asked.said)
    weighed: dict[str, dict[str, float]] = {}
    for chunk_id, chunk in chunks.items():
        fit, body, title = documents[chunk.document_id]
        weighed[chunk_id] = {
            **{name: part / best for name, part in zip(_MATTER, matter[chunk_id], strict=True)},
            "meeting": fit,
            "body": body,
            "title": title * (TITLE if parts or counted else TITLE / 4),
            "part": part * _part(chunk, parts, part, dated=dated)
            + (RIGHT_LIST if listed and chunk.heading.startswith(listed) else 0.0),
            "item": _item(
                chunk,
                item,
                candidates.entries[chunk.document_id].items if counted else None,
                max(fit, title / likeliest if title >= SAID else title),
            ),
        }
    return weighed


def _lengths(chunks: Mapping[str, Chunk]) -> dict[str, int]:
    """Return for items of one title the length of the shortest: which of them says more must not be its loss.

    A list of people answers for each of them as well, however many there are.
    """
    lists = {
        key: min(len(chunk.text), USUAL_LENGTH // 2) for key, chunk in chunks.items() if chunk.part == "attendance"
    }
    shortest: dict[str, int] = {}
    for chunk in chunks.values():
        if chunk.item_title:
            shortest[chunk.item_title] = min(len(chunk.text), shortest.get(chunk.item_title, len(chunk.text)))
    return lists | {key: shortest[chunk.item_title] for key, chunk in chunks.items() if chunk.item_title}


def _documents(asked: Asked, candidates: Candidates) -> dict[str, tuple[float, float, float]]:
    """Return for each document what naming it adds: by number or date, by its body, and the share of its title said."""
    weight = MEETING if asked.mentions.firm else LOOSE_DATE
    bodies = {key: body_named(entry, asked.folded) for key, entry in candidates.entries.items()}
    apart = any(bodies.values()) and not all(bodies.values())
    lexicon = load_lexicon()
    rarity = {each.word: lexicon.rarity(each.word) for each in asked.words}
    whole = sum(rarity.values()) or 1.0
    found = {}
    for key, entry in candidates.entries.items():
        named = fold(f"{entry.name} {entry.meeting_name or ''} {entry.file}")
        said = sum(worth for word, worth in rarity.items() if word in named)
        found[key] = (weight * asked.mentions.fit(entry), BODY if apart and bodies[key] else 0.0, said / whole)
    return found


def _part(chunk: Chunk, parts: frozenset[str], part: float, *, dated: bool) -> float:
    """Return how far a chunk is the part asked for: 1, a little for the head in place of a list, or 0.

    A head mostly says when something was, and is not put aside where that is asked.
    """
    if chunk.part in parts:
        return 1.0
    if chunk.part == "head" and "attendance" in parts:
        return HEAD_INSTEAD
    return 0.0 if dated and chunk.part == "head" else ASIDE.get(chunk.part, 0.0) / part


def _item(chunk: Chunk, number: int | None, last: int | None, named: float) -> float:
    """Return what a chunk gains as the item asked for by its number, or as the last one where items are counted."""
    if chunk.part != "item" or chunk.item is None or (number is None and last is None):
        return 0.0
    label = ordinal(chunk.item)
    return (
        ITEM
        if label is not None and label == number
        else LAST_ITEM * named
        if label is not None and label == last
        else 0.0
    )
