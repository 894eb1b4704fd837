"""What speaks for a sentence as the answer to a question, and what against it, as figures that a model can weigh."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.generation.extractive.reading.concepts import Concept, concepts_of
from pipeline.generation.extractive.reading.kinds import Wanted, find, wanted
from pipeline.generation.meaning import Matrix, vector, vectors
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

Held = tuple[float, float]
"""How far a text holds a concept: by the word itself, and by any word for it."""

NAMES = (
    "rank", "score", "behind", "ahead",
    "item_plain", "item_any", "item_missing", "item_most_missing",
    "plain", "any", "near_plain", "near_any", "most_missing", "local",
    "pairs", "item_pairs", "longest", "cosine", "titled_cosine",
    "kind_strict", "kind_held", "kind_count", "clause_any", "clause_gap", "attribute", "attribute_near",
    "length", "place", "opens", "verdict", "reported", "figures_missing", "concepts", "question_length",
    "any_behind", "near_behind", "pairs_behind", "cosine_behind", "titled_behind", "clause_behind", "rivals",
    "k_money", "k_share", "k_figure", "k_day", "k_span", "k_person", "k_unit", "k_list", "k_reason",
    "k_verdict", "k_text",
)  # fmt: skip
"""The traits, in the order of the columns."""

CREDIT = 0.75
HELD = 0.4

_CLAUSE = compiled(r"[^，,。；;：:！？!?\n]+")
_CHINESE_PAIR = compiled(r"(?=([一-鿿0-9a-z]{2}))")
_VERDICT = compiled(r"同意|通过|批准|不予|暂缓|再议|缓议|否决|不作|撤回|退回|再次提请")
_REPORTED = compiled(r"听取.{0,60}汇报|汇报了")
_FIGURE = compiled(r"(?<![第\d])\d+(?:\.\d+)?(?!次|届|号)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that a search found: its sentences, its title, what else names it, its rank from 0 and its score."""

    sentences: tuple[str, ...]
    title: str
    stamp: str
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the reader sees it: folded, its concepts, the kind wanted, what stands before the asking words."""

    folded: str
    concepts: tuple[Concept, ...]
    kind: Wanted
    attribute: Concept | None

    @property
    def whole(self) -> float:
        """The sum of the concepts' weights."""
        return sum(concept.weight for concept in self.concepts) or 1.0


def read_question(text: str, *, without: Sequence[tuple[int, int]] = ()) -> Asked:
    """Return a question as the reader sees it; `without` are the places that name a meeting, a body or a date."""
    folded = fold(text)
    kind = wanted(folded)
    concepts = concepts_of(folded, without=without if len(folded) == len(text) else ())
    return Asked(folded, concepts, kind, _attribute(folded, concepts, kind))


def traits(asked: Asked, passages: Sequence[Passage]) -> Matrix:
    """Return one row per sentence of the passages, in order; the columns are `NAMES`."""
    rows: list[dict[str, float]] = []
    folded = [[fold(sentence) for sentence in passage.sentences] for passage in passages]
    held = [[[concept.held(sentence) for concept in asked.concepts] for sentence in each] for each in folded]
    frequency = _frequencies(asked, held)
    query = _pairs(asked.folded)
    idf = _idf(query, [sentence for each in folded for sentence in each])
    for passage, texts, holds in zip(passages, folded, held, strict=True):
        rows += _of_passage(asked, passage, texts, holds, frequency, query, idf)
    if not rows:
        return np.zeros((0, len(NAMES)))
    _add_cosines(asked, passages, rows)
    _add_rivalry(rows, passages)
    for row in rows:
        row["k_" + asked.kind.kind] = 1.0
    return np.array([[row.get(name, 0.0) for name in NAMES] for row in rows], dtype=np.float64)


def _of_passage(
    asked: Asked,
    passage: Passage,
    folded: Sequence[str],
    held: Sequence[Sequence[Held]],
    frequency: dict[str, float],
    query: frozenset[str],
    idf: dict[str, float],
) -> list[dict[str, float]]:
    """Return the traits of a passage's sentences that need no other passage."""
    named = fold(f"{passage.title} {passage.stamp}")
    concepts, whole = asked.concepts, asked.whole
    around = [concept.held(named) for concept in concepts]
    body = "".join(folded)
    within = [
        max(pair, concept.held(body), key=lambda held: held[1]) for pair, concept in zip(around, concepts, strict=True)
    ]
    missing = [concept.weight for concept, held in zip(concepts, within, strict=True) if held[1] < HELD]
    item = {
        "rank": float(min(passage.rank, 6)),
        "score": passage.score,
        "item_plain": sum(c.weight * h[0] for c, h in zip(concepts, within, strict=True)) / whole,
        "item_any": sum(c.weight * h[1] for c, h in zip(concepts, within, strict=True)) / whole,
        "item_missing": sum(missing),
        "item_most_missing": max(missing, default=0.0),
        "item_pairs": _share(query, body + named, idf),
        "figures_missing": float(sum(f not in body + named for f in _FIGURE.findall(asked.folded))),
        "concepts": float(len(concepts)),
        "question_length": float(len(asked.folded)),
    }
    rows = []
    for index, sentence in enumerate(folded):
        here = held[index]
        before = held[index - 1] if index else [(0.0, 0.0)] * len(concepts)
        near = [
            max(h[1], CREDIT * ctx[1], 0.6 * earlier[1]) for h, ctx, earlier in zip(here, around, before, strict=True)
        ]
        near_plain = [max(h[0], CREDIT * a[0]) for h, a in zip(here, around, strict=True)]
        lost = [c.weight for c, n in zip(concepts, near, strict=True) if n < HELD]
        row = dict(item)
        row |= {
            "plain": sum(c.weight * h[0] for c, h in zip(concepts, here, strict=True)) / whole,
            "any": sum(c.weight * h[1] for c, h in zip(concepts, here, strict=True)) / whole,
            "near_plain": sum(c.weight * n for c, n in zip(concepts, near_plain, strict=True)) / whole,
            "near_any": sum(c.weight * n for c, n in zip(concepts, near, strict=True)) / whole,
            "most_missing": max(lost, default=0.0),
            "local": _local(concepts, here, frequency),
            "pairs": _share(query, sentence, idf),
            "longest": _longest(asked.folded, sentence) / max(len(asked.folded), 1),
            "length": math.log1p(len(sentence)),
            "place": float(min(index, 12)),
            "opens": float(index == 0),
            "verdict": float(bool(_VERDICT.search(sentence))),
            "reported": float(bool(_REPORTED.search(sentence))),
        }
        row |= _kind(asked, sentence, whole=row["any"])
        rows.append(row)
    return rows


def _kind(asked: Asked, sentence: str, *, whole: float) -> dict[str, float]:
    """Return whether a sentence holds the kind of thing wanted, and how near to the words that ask for it."""
    places = list(find(asked.kind, sentence))
    strict = bool(places) or asked.kind.kind in ("text", "person")
    clauses = [match.span() for match in _CLAUSE.finditer(sentence)] or [(0, len(sentence))]
    holding = [(start, end) for start, end in clauses if any(start <= place[0] < end for place in places)] or clauses
    best = attribute = attribute_near = 0.0
    for start, end in holding:
        clause = sentence[start:end]
        got = sum(c.weight * c.held(clause)[1] for c in asked.concepts) / asked.whole
        best = max(best, got)
        if asked.attribute:
            attribute_near = max(attribute_near, asked.attribute.held(clause)[1])
    if asked.attribute:
        attribute = asked.attribute.held(sentence)[1]
    else:
        attribute = attribute_near = -1.0
    return {
        "kind_strict": float(strict),
        "kind_held": float(bool(places)),
        "kind_count": float(min(len(places), 6)),
        "clause_any": best,
        "clause_gap": whole - best,
        "attribute": attribute,
        "attribute_near": attribute_near,
    }


BOUNDS = frozenset(("上限", "下限", "标准", "最高", "最低", "限额"))
"""What tells how far a figure goes and not of what it is: 罚款上限 is one of 罚款."""


def _attribute(folded: str, concepts: Sequence[Concept], kind: Wanted) -> Concept | None:
    """Return the concept that ends right before the asking words: 底价 of 底价是多少."""
    if not kind.end:
        return None
    ends = [(folded.rfind(c.word, 0, kind.start + len(c.word)), c) for c in concepts if c.word not in BOUNDS]
    near = [(start + len(c.word), c) for start, c in ends if start >= 0 and kind.start - (start + len(c.word)) <= 4]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _frequencies(asked: Asked, held: Sequence[Sequence[Sequence[Held]]]) -> dict[str, float]:
    """Return for each concept in how many sentences it is held, and under the empty word how many there are."""
    sentences = [each for passage in held for each in passage]
    counts = {c.word: float(sum(one[at][1] >= HELD for one in sentences)) for at, c in enumerate(asked.concepts)}
    return counts | {"": float(len(sentences))}


def _local(concepts: Sequence[Concept], here: Sequence[tuple[float, float]], frequency: dict[str, float]) -> float:
    """Return the share of the concepts that a sentence holds, each by how few of the sentences hold it."""
    total = frequency[""]
    weights = [math.log(1 + total / (1 + frequency[c.word])) if frequency[c.word] else 0.0 for c in concepts]
    return sum(w * h[1] for w, h in zip(weights, here, strict=True)) / (sum(weights) or 1.0)


def _pairs(folded: str) -> frozenset[str]:
    return frozenset(match.group(1) for match in _CHINESE_PAIR.finditer(folded))


def _idf(query: frozenset[str], folded: Sequence[str]) -> dict[str, float]:
    """Return how telling each pair of characters of the question is among the sentences; 0 for one that none has."""
    counts = {pair: sum(pair in sentence for sentence in folded) for pair in query}
    return {pair: math.log(1 + len(folded) / count) if count else 0.0 for pair, count in counts.items()}


def _share(query: frozenset[str], text: str, idf: dict[str, float]) -> float:
    whole = sum(idf[pair] for pair in query) or 1.0
    return sum(idf[pair] for pair in query if pair in text) / whole


def _longest(question: str, sentence: str) -> int:
    """Return the length of the longest run of characters that both have, at most 12."""
    for length in range(min(12, len(question)), 1, -1):
        if any(question[start : start + length] in sentence for start in range(len(question) - length + 1)):
            return length
    return 0


def _add_cosines(asked: Asked, passages: Sequence[Passage], rows: list[dict[str, float]]) -> None:
    """Add the cosine of question and sentence, by itself and under its title."""
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    titled = [f"{passage.title}：{sentence}" for passage in passages for sentence in passage.sentences]
    query = vector(asked.folded)
    plain, under = vectors(sentences) @ query, vectors(titled) @ query
    for row, one, other in zip(rows, plain, under, strict=True):
        row["cosine"], row["titled_cosine"] = float(one), float(other)


def _add_rivalry(rows: list[dict[str, float]], passages: Sequence[Passage]) -> None:
    """Add how far each sentence and each passage stands behind the best."""
    scores = sorted({passage.score for passage in passages}, reverse=True)
    ahead = scores[0] - scores[1] if len(scores) > 1 else 1.0
    columns = {
        "any": "any_behind",
        "near_any": "near_behind",
        "pairs": "pairs_behind",
        "cosine": "cosine_behind",
        "titled_cosine": "titled_behind",
        "clause_any": "clause_behind",
    }
    for name, behind in columns.items():
        best = max(row[name] for row in rows)
        for row in rows:
            row[behind] = best - row[name]
    for row in rows:
        row["behind"], row["ahead"] = scores[0] - row["score"], ahead
        row["rivals"] = float(min(sum(other["near_behind"] < row["near_behind"] for other in rows), 10))
