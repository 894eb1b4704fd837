"""Weighed candidates are put in order: an item once, and the best of each meeting early where a question compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.retrieval.alike import Kin, kin, same_text
from pipeline.retrieval.candidates import Candidates
from pipeline.retrieval.catalogue import Entry
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.mentions import Mentions

WORTH_SHOWING = 0.5
"""The best of a document is moved up for a comparison where it scores at least this share of the best of all."""

MOST_ALIKE = 3
"""So many items of the same title come before what else was found; of those that say the same only one."""
ELSE = 0.5
"""What else was found comes before them where it scores at least this share of the best."""
CLOSE, SAME_CLOSE = 0.0005, 0.01
"""Twins whose scores differ by no more than this are told apart by nothing that was asked: the newest is first. The
vectors of those that say the same differ a little by what heads them."""
FIRST, SECOND = 0.5, 0.75
"""What a part of a question finds comes early where it scores at least this share of what the whole found, and its
second best where it scores at least this share of its best."""

Ranked = list[tuple[str, float]]


def arrange(totals: Mapping[str, float], candidates: Candidates, mentions: Mentions) -> Ranked:
    """Return the candidates best first; ties in order of id."""
    ranked = sorted(totals.items(), key=lambda scored: (-scored[1], scored[0]))
    ranked = newest_first(one_per_item(ranked, candidates.chunks), candidates)
    ranked = not_too_alike(ranked, candidates.chunks)
    if mentions.groups > 1:
        return _each_first(ranked, candidates, mentions)
    if mentions.several:
        return _spread(ranked, candidates.chunks)
    return ranked


def one_per_item(ranked: Sequence[tuple[str, float]], chunks: Mapping[str, Chunk]) -> Ranked:
    """Return a ranked list with the best chunk of each item first and the others of the same items after.

    What the catalogue no longer holds falls away.
    """
    first: Ranked = []
    after: Ranked = []
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


def newest_first(ranked: Ranked, candidates: Candidates) -> Ranked:
    """Return a ranked list in which, of twins that score alike, the newest stands first.

    Only the places of the twins among themselves change.
    """

    def date(each: tuple[str, float]) -> str:
        return candidates.entries[candidates.chunks[each[0]].document_id].date or ""

    chunks = candidates.chunks
    places: dict[Kin, list[int]] = {}
    for place, (chunk_id, _) in enumerate(ranked):
        places.setdefault(kin(chunks[chunk_id]), []).append(place)
    moved = list(ranked)
    for held in places.values():
        best, score = chunks[ranked[held[0]][0]], ranked[held[0]][1]
        close = [
            place
            for place in held
            if ranked[place][1] >= score - CLOSE
            or (ranked[place][1] >= score - SAME_CLOSE and same_text(best, chunks[ranked[place][0]]))
        ]
        again = sorted((ranked[place] for place in close), key=date, reverse=True)
        for place, each in zip(close, again, strict=True):
            moved[place] = each
    return moved


def not_too_alike(ranked: Ranked, chunks: Mapping[str, Chunk]) -> Ranked:
    """Return a ranked list in which one matter, met in meeting after meeting, leaves room for others.

    What says the same as a passage before it comes last of all: five times the same is of no use to anybody.
    """
    first: Ranked = []
    after: Ranked = []
    same: Ranked = []
    shown: dict[Kin, list[Chunk]] = {}
    least = ELSE * ranked[0][1] if ranked else 0.0
    for chunk_id, score in ranked:
        chunk = chunks[chunk_id]
        before = shown.setdefault(kin(chunk), [])
        if any(same_text(one, chunk) for one in before):
            same.append((chunk_id, score))
        elif len(before) >= MOST_ALIKE or score < least:
            after.append((chunk_id, score))
        else:
            before.append(chunk)
            first.append((chunk_id, score))
    return first + after + same


def interleaved(ranked: Ranked, parts: Sequence[Ranked]) -> Ranked:
    """Return a ranked list with the best two of each part of a question early, after the best of the whole.

    >>> interleaved([("a", 2.0), ("b", 1.0)], [[("c", 1.5)], [("a", 1.2), ("d", 1.1)]])
    [('a', 2.0), ('c', 1.5), ('d', 1.1), ('b', 1.0)]
    """
    if not parts:
        return ranked
    best = ranked[0][1] if ranked else 0.0
    worth = [part for part in parts if part and part[0][1] >= FIRST * best]
    seconds = [part[1] for part in worth if len(part) > 1 and part[1][1] >= SECOND * part[0][1]]
    early = [*ranked[:1], *(part[0] for part in worth), *seconds]
    scores: dict[str, float] = {}
    for chunk_id, score in [*early, *ranked]:
        scores.setdefault(chunk_id, score)
    return list(scores.items())


def _each_first(ranked: Ranked, candidates: Candidates, mentions: Mentions) -> Ranked:
    """Return a ranked list with the best of each meeting or year named at its head, in turns, twice round."""

    def group(chunk_id: str) -> str | None:
        entry: Entry = candidates.entries[candidates.chunks[chunk_id].document_id]
        return mentions.group(entry)

    queues: dict[str, Ranked] = {}
    # 甲2022年末与乙2020年末: may be years of the matter, and what is of such a year is shown only if it is worth it
    least = WORTH_SHOWING * ranked[0][1] if ranked and not mentions.firm else 0.0
    for each in ranked:
        name = group(each[0])
        if name is not None and each[1] >= least:
            queues.setdefault(name, []).append(each)
    early = [queue[turn] for turn in range(2) for queue in queues.values() if turn < len(queue)]
    return early + [each for each in ranked if each not in early]


def _spread(ranked: Ranked, chunks: Mapping[str, Chunk]) -> Ranked:
    """Return a ranked list with the best of each document moved up, where it is worth it and says something else."""
    if not ranked:
        return ranked
    least, seen = WORTH_SHOWING * ranked[0][1], set()
    early: Ranked = []
    for chunk_id, score in ranked:
        chunk = chunks[chunk_id]
        said = any(same_text(chunk, chunks[other]) for other, _ in early)
        if chunk.document_id not in seen and not said and score >= least and len(early) < 3:
            seen.add(chunk.document_id)
            early.append((chunk_id, score))
    return early + [each for each in ranked if each not in early]
