"""The measures: ranks and recall of evidence, soundness of citations, and figures with n and a bootstrap interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.gold import Place

CONTEXT = 4000
"""Characters of context within which evidence is looked for."""
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


def first_rank(passages: Sequence[Place], evidence: Evidence) -> int | None:
    """Return the rank (from 1) of the first passage that overlaps any evidence, or `None`."""
    wanted = [place for places in evidence for place in places]
    return next(
        (rank for rank, passage in enumerate(passages, 1) if any(passage.overlaps(place) for place in wanted)), None
    )


def hit_at(rank: int | None, k: int) -> float:
    """Return 1 where the first hit is among the first k, else 0."""
    return float(rank is not None and rank <= k)


def reciprocal_rank(rank: int | None) -> float:
    """Return one over the rank of the first hit, 0 where there is none."""
    return 0.0 if rank is None else 1.0 / rank


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


def citation_recall(citations: Sequence[Place], evidence: Evidence) -> float:
    """Return the share of the pieces of evidence that a citation overlaps."""
    found = [any(mine.overlaps(place) for mine in citations for place in places) for places in evidence]
    return sum(found) / len(found)


def figure(groups: Sequence[Sequence[float]], *, seed: int = SEED) -> Figure | None:
    """Return the mean of all observations with its 95 % interval, or `None` where there is none.

    Observations of one question stand in one group; the bootstrap (percentile, 2,000 times, seeded) draws questions,
    not observations. Where all observations are 0 or all are 1 a bootstrap sees no doubt at all: the interval is then
    the exact one of Clopper and Pearson over the questions.

    >>> figure([[1.0], [0.0], [1.0], [1.0]])
    Figure(value=0.75, n=4, low=0.25, high=1.0)
    """
    import numpy as np
    from scipy import stats  # type: ignore[import-untyped]

    counted = [group for group in groups if group]
    if not counted:
        return None
    sums = np.array([sum(group) for group in counted], dtype=float)
    sizes = np.array([len(group) for group in counted], dtype=float)
    value, n = float(sums.sum() / sizes.sum()), int(sizes.sum())
    if value in (0.0, 1.0):
        bounds = stats.binomtest(len(counted) if value else 0, len(counted)).proportion_ci(method="exact")
        return Figure(value=value, n=n, low=float(bounds.low), high=float(bounds.high))
    if len(counted) == 1:
        return Figure(value=value, n=n, low=0.0, high=1.0)
    bounds = stats.bootstrap(
        (sums, sizes),
        lambda drawn, weights, axis: drawn.sum(axis=axis) / weights.sum(axis=axis),
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return Figure(value=value, n=n, low=float(bounds.low), high=float(bounds.high))


def mcnemar(gains: int, losses: int) -> float:
    """Return the exact two-sided p of as many gains and losses if both were equally likely.

    >>> round(mcnemar(1, 9), 4), mcnemar(0, 0)
    (0.0215, 1.0)
    """
    from scipy import stats

    return float(stats.binomtest(gains, gains + losses).pvalue) if gains + losses else 1.0


def _covered(place: Place, context: Sequence[Place]) -> bool:
    """Tell whether stretches of text cover a place, alone or together."""
    reached = place.start
    for stretch in sorted(entry for entry in context if entry.file == place.file):
        if stretch.start <= reached < stretch.end:
            reached = stretch.end
    return reached >= place.end
