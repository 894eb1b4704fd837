"""The measures agree with values worked out by hand, and with ir-measures on many rankings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import log2
from statistics import mean

import ir_measures
import pytest

from eval.gold import Place
from eval.metrics import (
    Figure,
    citation_precision,
    citation_recall,
    evidence_recall,
    f1,
    figure,
    first_rank,
    mcnemar,
    paired,
    ranking,
    supported,
    verbatim,
)

A, B = "甲.txt", "乙.txt"


def at(file: str, start: int, end: int) -> Place:
    return Place(file, start, end)


@pytest.mark.parametrize(
    ("passages", "evidence", "rank"),
    [
        pytest.param([at(A, 0, 10)], [[at(A, 5, 8)]], 1, id="inside"),
        pytest.param([at(A, 0, 6)], [[at(A, 5, 8)]], 1, id="one character in common"),
        pytest.param([at(A, 0, 5)], [[at(A, 5, 8)]], None, id="side by side is no overlap"),
        pytest.param([at(B, 0, 10), at(A, 0, 10)], [[at(A, 5, 8)]], 2, id="another file does not count"),
        pytest.param([at(A, 0, 2), at(A, 20, 30)], [[at(A, 5, 8)], [at(A, 25, 26)]], 2, id="any piece counts"),
        pytest.param([at(A, 0, 2)], [[at(A, 9, 10), at(A, 1, 3)]], 1, id="any place of a piece counts"),
        pytest.param([], [[at(A, 5, 8)]], None, id="nothing found"),
    ],
)
def test_the_first_rank(passages: list[Place], evidence: list[list[Place]], rank: int | None) -> None:
    assert first_rank(passages, evidence) == rank


@pytest.mark.parametrize(
    ("passages", "evidence", "expected"),
    [
        pytest.param(
            [at(A, 0, 5), at(A, 5, 9)],
            [[at(A, 6, 7)]],
            {"hit@1": 0, "hit@3": 1, "hit@5": 1, "mrr": 1 / 2, "recall@5": 1, "ndcg@10": 1 / log2(3)},
            id="second of one",
        ),
        pytest.param(
            [at(A, 0, 9)],
            [[at(A, 1, 2)], [at(A, 6, 7)]],
            {"hit@1": 1, "mrr": 1, "recall@5": 1, "recall@10": 1, "ndcg@10": 1},
            id="one passage holds both pieces",
        ),
        pytest.param(
            [at(A, 0, 3), at(A, 2, 4), at(A, 6, 9)],
            [[at(A, 1, 3)], [at(A, 6, 7)]],
            {"hit@1": 1, "recall@5": 1, "ndcg@10": (1 + 1 / log2(4)) / (1 + 1 / log2(3))},
            id="what was found before counts once",
        ),
        pytest.param(
            [at(A, 0, 3)],
            [[at(A, 1, 2)], [at(B, 1, 2)]],
            {"recall@5": 0.5, "ndcg@10": 1 / (1 + 1 / log2(3))},
            id="a piece that is not found",
        ),
        pytest.param([], [[at(A, 1, 2)]], {"hit@5": 0, "mrr": 0, "recall@10": 0, "ndcg@10": 0}, id="nothing found"),
    ],
)
def test_a_ranking_by_hand(passages: list[Place], evidence: list[list[Place]], expected: dict[str, float]) -> None:
    found = ranking(passages, evidence)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_rankings_agree_with_ir_measures_over_a_whole_run() -> None:
    drawn = random.Random(4)
    relevance, rankings = [], []
    names = {"Success@1": "hit@1", "Success@3": "hit@3", "Success@5": "hit@5", "RR": "mrr"}
    names |= {"R@5": "recall@5", "R@10": "recall@10", "nDCG@10": "ndcg@10"}
    ours: dict[str, list[float]] = {name: [] for name in names}
    for number in range(400):
        passages = [at(A, start * 10, start * 10 + 10) for start in drawn.sample(range(60), 20)]
        evidence = [[at(A, start, start + 3)] for start in drawn.sample(range(0, 600, 10), drawn.randint(1, 3))]
        found = ranking(passages, evidence)
        for theirs, mine in names.items():
            ours[theirs].append(found[mine])
        relevance += [ir_measures.Qrel(str(number), str(places[0].start), 1) for places in evidence]
        rankings += [
            ir_measures.ScoredDoc(str(number), str(passage.start), -position)
            for position, passage in enumerate(passages)
        ]
    theirs = ir_measures.calc_aggregate([ir_measures.parse_measure(name) for name in ours], relevance, rankings)
    assert {str(measure): value for measure, value in theirs.items()} == pytest.approx(
        {name: mean(values) for name, values in ours.items()}
    )


@pytest.mark.parametrize(
    ("passages", "characters", "recall"),
    [
        pytest.param([at(A, 0, 50)], 50, 0.5, id="one of two"),
        pytest.param([at(A, 0, 50), at(A, 50, 100)], 100, 1.0, id="both"),
        pytest.param([at(A, 0, 50), at(A, 50, 100)], 62, 0.5, id="cut before the second ends"),
        pytest.param([at(A, 0, 50), at(A, 50, 100)], 63, 1.0, id="cut where the second ends"),
        pytest.param([at(A, 0, 12), at(A, 12, 50)], 50, 0.5, id="two passages cover it together"),
        pytest.param([at(A, 0, 12), at(A, 13, 50)], 50, 0.0, id="a gap is not covered"),
        pytest.param([at(A, 0, 40), at(A, 20, 70)], 63, 0.5, id="what is shared is paid twice"),
    ],
)
def test_evidence_within_a_context(passages: list[Place], characters: int, recall: float) -> None:
    evidence = [[at(A, 10, 15)], [at(A, 60, 63)]]
    assert evidence_recall(passages, evidence, characters=characters) == recall


def test_citations_by_hand() -> None:
    texts = {A: "会议原则通过上述文件。"}
    right = {"file": A, "start": 2, "end": 6, "quote": "原则通过"}
    wrong = [right | {"start": 3, "end": 7}, right | {"quote": "原则同意"}, right | {"file": B}]
    assert verbatim([right, *wrong, right | {"start": 2, "end": 2, "quote": ""}], texts) == [1, 0, 0, 0, 0]
    evidence = [[at(A, 2, 6)], [at(A, 8, 9)]]
    assert (supported([at(A, 5, 7)], evidence), citation_recall([at(A, 5, 7)], evidence)) == (1.0, 0.5)
    assert (supported([], evidence), citation_recall([], evidence)) == (0.0, 0.0)
    assert citation_precision([at(A, 5, 7), at(A, 6, 8), at(B, 2, 6)], evidence) == 1 / 3
    assert citation_precision([], evidence) == 0.0


def test_a_figure_is_a_mean_over_observations_with_an_interval_that_is_always_the_same() -> None:
    measured = figure([[1.0, 1.0, 0.0], [1.0], [], [0.0]])
    assert measured is not None
    assert (measured.value, measured.n) == (3 / 5, 5)
    assert measured.low < measured.value < measured.high
    assert measured == figure([[1.0, 1.0, 0.0], [1.0], [], [0.0]])


@pytest.mark.parametrize(
    ("groups", "bounds"),
    [
        pytest.param([[1.0]] * 10, (0.6915, 1.0), id="ten of ten"),  # 0.025 ** (1 / 10)
        pytest.param([[0.0]] * 10, (0.0, 0.3085), id="none of ten"),
        pytest.param([[0.5]], (0.0, 1.0), id="one question tells nothing"),
    ],
)
def test_few_or_equal_observations_are_not_certain(
    groups: Sequence[Sequence[float]], bounds: tuple[float, float]
) -> None:
    measured = figure(groups)
    assert measured is not None
    assert (measured.low, measured.high) == pytest.approx(bounds, abs=1e-3)


def test_nothing_observed_is_no_figure() -> None:
    assert figure([[], []]) is None


def test_the_interval_of_a_share_is_near_the_one_of_the_textbook() -> None:
    measured = figure([[1.0]] * 60 + [[0.0]] * 40)
    assert measured is not None
    half = 1.96 * (0.6 * 0.4 / 100) ** 0.5
    assert (measured.low, measured.high) == pytest.approx((0.6 - half, 0.6 + half), abs=0.02)


@pytest.mark.parametrize(("gains", "losses", "p"), [(0, 0, 1.0), (5, 5, 1.0), (0, 6, 2 / 64), (1, 9, 22 / 1024)])
def test_mcnemar_by_hand(gains: int, losses: int, p: float) -> None:
    assert mcnemar(gains, losses) == pytest.approx(p)


def test_what_is_no_share_has_an_interval_of_its_own_scale() -> None:
    assert figure([[2.0], [2.0]], share=False) == Figure(value=2.0, n=2, low=2.0, high=2.0)
    measured = figure([[100.0], [300.0], [200.0]], share=False)
    assert measured is not None
    assert 100.0 <= measured.low < measured.value == 200.0 < measured.high <= 300.0


def test_a_paired_change_is_narrower_than_two_runs_apart() -> None:
    before = [float(number % 2) for number in range(100)]
    after = [1.0 if number in (0, 2, 4, 6, 8, 10) else value for number, value in enumerate(before)]
    change = paired(before, after)
    assert change is not None
    assert (change.value, change.n) == (pytest.approx(0.06), 100)
    assert 0 < change.low < 0.06 < change.high < 0.12
    assert paired([], []) is None


def test_f1_by_hand_and_within_its_interval() -> None:
    groups = [([1.0, 1.0], [1.0, 0.0]), ([0.0], [1.0, 1.0]), ([1.0], [0.0])]
    measured = f1(groups)
    assert measured is not None
    assert (measured.value, measured.n) == (pytest.approx(2 * 0.75 * 0.6 / 1.35), 5)
    assert 0.0 <= measured.low < measured.value < measured.high <= 1.0
    assert measured == f1(groups)
    assert f1([([1.0], [])]) is None  # nothing was wanted
    assert f1([]) is None
    perfect = f1([([1.0], [1.0])] * 20)
    assert perfect is not None
    assert (perfect.value, perfect.high) == (1.0, 1.0)
    assert 0.8 < perfect.low < 1.0
