"""The measures: ranks and recall of evidence, soundness of citations, and figures with n and a bootstrap interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from eval.gold import Place

if TYPE_CHECKING:
    import numpy as np

CONTEXT = 4000
"""Characters of context within which evidence is looked for."""
RECALL_AT = (5, 10)
_MEASURES = {"Success@1": "hit@1", "Success@3": "hit@3", "Success@5": "hit@5", "RR": "mrr", "nDCG@10": "ndcg@10"}
RESAMPLES = 2000
SEED = 20170524

Evidence = Sequence[Sequence[Place]]
"""For each piece of evidence the places where it stands; each of them is as good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured share or mean: its value, the number of observations, and the 95 % interval."""

    value: float
    n: int
    low: float
    high: float

    def to_json(self) -> dict[str, float]:
        """Return the figure as plain values, rounded to four places."""
        return {"value": round(self.value, 4), "n": self.n, "low": round(self.low, 4), "high": round(self.high, 4)}


def ranking(passages: Sequence[Place], evidence: Evidence) -> dict[str, float]:
    """Return the measures of a ranked list, by ir-measures: hit@1, hit@3, hit@5, mrr, ndcg@10; and recall@5, recall@10.

    A passage is relevant where it overlaps a piece of evidence that none before it did; a piece that no passage
    overlaps is a relevant document that was not found. Recall counts pieces: one passage may hold several.
    """
    import ir_measures

    relevant, retrieved, missing = [], [], set(range(len(evidence)))
    held: list[set[int]] = []
    for rank, passage in enumerate(passages):
        covers = {piece for piece in missing if any(passage.overlaps(place) for place in evidence[piece])}
        missing -= covers
        held.append(covers)
        retrieved.append(ir_measures.ScoredDoc("q", f"p{rank}", float(-rank)))
        if covers:
            relevant.append(ir_measures.Qrel("q", f"p{rank}", 1))
    relevant += [ir_measures.Qrel("q", f"missing{piece}", 1) for piece in sorted(missing)]
    asked = {ir_measures.parse_measure(name): key for name, key in _MEASURES.items()}
    found = dict.fromkeys(_MEASURES.values(), 0.0)
    if retrieved:
        found |= {
            asked[one.measure]: float(one.value) for one in ir_measures.iter_calc(list(asked), relevant, retrieved)
        }
    for k in RECALL_AT:
        found[f"recall@{k}"] = sum(map(len, held[:k])) / len(evidence)
    return found


def first_rank(passages: Sequence[Place], evidence: Evidence) -> int | None:
    """Return the rank (from 1) of the first passage that overlaps any evidence, or `None`."""
    wanted = [place for places in evidence for place in places]
    return next(
        (rank for rank, passage in enumerate(passages, 1) if any(passage.overlaps(place) for place in wanted)), None
    )


def evidence_recall(passages: Sequence[Place], evidence: Evidence, *, characters: int = CONTEXT) -> float:
    """Return the share of the pieces of evidence that stand, whole, in the first passages up to a number of characters.

    The passage that crosses the limit counts up to it; a character that two passages share is paid twice, as a model
    would read it twice.
    """
    context: list[Place] = []
    left = characters
    for passage in passages:
        if left <= 0:
            break
        context.append(Place(passage.file, passage.start, min(passage.end, passage.start + left)))
        left -= passage.end - passage.start
    found = [any(_covered(place, context) for place in places) for places in evidence]
    return sum(found) / len(found)


def cited(citations: Sequence[Mapping[str, Any]]) -> list[Place]:
    """Return the places of the citations of an answer."""
    return [Place(str(entry["file"]), int(entry["start"]), int(entry["end"])) for entry in citations]


def verbatim(citations: Sequence[Mapping[str, Any]], texts: Mapping[str, str]) -> list[float]:
    """Return for each citation 1 where its quote is the text of its file at its place, to the character, else 0."""
    return [
        float(bool(entry["quote"]) and texts.get(place.file, "")[place.start : place.end] == entry["quote"])
        for entry, place in zip(citations, cited(citations), strict=True)
    ]


def supported(citations: Sequence[Place], evidence: Evidence) -> float:
    """Return 1 where at least one citation overlaps a piece of evidence, else 0."""
    return float(first_rank(citations, evidence) is not None)


def citation_precision(citations: Sequence[Place], evidence: Evidence) -> float:
    """Return the share of the citations that overlap a piece of evidence, 0 where there is none."""
    right = [any(mine.overlaps(place) for places in evidence for place in places) for mine in citations]
    return sum(right) / len(right) if right else 0.0


def citation_recall(citations: Sequence[Place], evidence: Evidence) -> float:
    """Return the share of the pieces of evidence that a citation overlaps."""
    found = [any(mine.overlaps(place) for mine in citations for place in places) for places in evidence]
    return sum(found) / len(found)


def figure(groups: Sequence[Sequence[float]], *, seed: int = SEED, share: bool = True) -> Figure | None:
    """Return the mean of all observations with its 95 % interval, or `None` where there is none.

    Observations of one question stand in one group; the bootstrap (percentile, 2,000 times, seeded) draws questions,
    not observations. Where all observations are 0 or all are 1 a bootstrap sees no doubt at all: the interval is then
    the exact one of Clopper and Pearson over the questions. What is no share (milliseconds, characters) has
    `share=False`.

    >>> figure([[1.0], [0.0], [1.0], [1.0]])
    Figure(value=0.75, n=4, low=0.25, high=1.0)
    """
    import numpy as np

    counted = [group for group in groups if group]
    if not counted:
        return None
    sums = np.array([sum(group) for group in counted], dtype=float)
    sizes = np.array([len(group) for group in counted], dtype=float)
    value, n = float(sums.sum() / sizes.sum()), int(sizes.sum())
    if not share and (len(counted) == 1 or float(np.ptp(sums / sizes)) == 0.0):
        return Figure(value=value, n=n, low=value, high=value)
    if share and value in (0.0, 1.0):
        low, high = _exact(len(counted), all_right=bool(value))
        return Figure(value=value, n=n, low=low, high=high)
    if len(counted) == 1:
        return Figure(value=value, n=n, low=0.0, high=1.0)  # one question tells nothing
    weights = _drawn(len(counted), seed)
    means = (weights @ sums) / (weights @ sizes)
    low, high = np.percentile(means, (2.5, 97.5))
    return Figure(value=value, n=n, low=float(low), high=float(high))


def f1(groups: Sequence[tuple[Sequence[float], Sequence[float]]], *, seed: int = SEED) -> Figure | None:
    """Return the harmonic mean of precision and recall with its 95 % interval, or `None` where one of them has nothing.

    Each group holds the observations of both that hang together (1 for what was found and is wanted, and for what is
    wanted and was found); the bootstrap draws groups. `n` counts what is wanted.

    >>> f1([([1.0, 1.0], [1.0, 0.0])]).value
    0.6666666666666666
    """
    import numpy as np

    parts = [np.array([[sum(group[part]), len(group[part])] for group in groups], dtype=float) for part in (0, 1)]
    if not groups or not all(part[:, 1].sum() for part in parts):
        return None

    def harmonic(weights: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
        drawn = [weights @ part for part in parts]
        right, whole = (both[:, 0] / np.maximum(both[:, 1], 1.0) for both in drawn)
        return np.asarray(2 * right * whole / np.maximum(right + whole, 1e-12))

    value, n = float(harmonic(np.ones((1, len(groups))))[0]), int(parts[1][:, 1].sum())
    if len(groups) == 1:
        return Figure(value=value, n=n, low=0.0, high=1.0)  # one group tells nothing
    if value in (0.0, 1.0):
        low, high = _exact(len(groups), all_right=bool(value))
        return Figure(value=value, n=n, low=low, high=high)
    low, high = np.percentile(harmonic(_drawn(len(groups), seed)), (2.5, 97.5))
    return Figure(value=value, n=n, low=float(low), high=float(high))


def paired(before: Sequence[float], after: Sequence[float], *, seed: int = SEED) -> Figure | None:
    """Return the mean change from one run to another over the same questions, with its 95 % bootstrap interval.

    >>> paired([0.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 1.0])
    Figure(value=0.5, n=4, low=0.0, high=1.0)
    """
    return figure([[new - old] for old, new in zip(before, after, strict=True)], seed=seed, share=False)


def mcnemar(gains: int, losses: int) -> float:
    """Return the exact two-sided p of as many gains and losses if both were equally likely.

    >>> round(mcnemar(1, 9), 4), mcnemar(0, 0)
    (0.0215, 1.0)
    """
    from scipy import stats  # type: ignore[import-untyped]

    return float(stats.binomtest(gains, gains + losses).pvalue) if gains + losses else 1.0


@lru_cache(maxsize=256)
def _drawn(questions: int, seed: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return how often each question is drawn in each resample: an array of resamples by questions."""
    import numpy as np

    return np.random.default_rng(seed).multinomial(questions, [1 / questions] * questions, RESAMPLES).astype(float)


@lru_cache(maxsize=4096)
def _exact(questions: int, *, all_right: bool) -> tuple[float, float]:
    """Return the interval of Clopper and Pearson where all questions are right, or none is."""
    from scipy import stats

    bounds = stats.binomtest(questions if all_right else 0, questions).proportion_ci(method="exact")
    return float(bounds.low), float(bounds.high)


def _covered(place: Place, context: Sequence[Place]) -> bool:
    """Tell whether stretches of text cover a place, alone or together."""
    reached = place.start
    for stretch in sorted(entry for entry in context if entry.file == place.file):
        if stretch.start <= reached < stretch.end:
            reached = stretch.end
    return reached >= place.end
