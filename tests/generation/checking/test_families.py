"""Families of wordings: the true ones are verified, their near inventions flagged."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.reading.source import Source
from tests.generation.checking.families import FALSE, FAMILY_PLACES, TRUE

Case = tuple[str, str]


def _cases(table: dict[str, str]) -> list[Case]:
    return [
        (place, line.split(maxsplit=1)[1])
        for place, text in table.items()
        for line in text.splitlines()
        if line.strip()
    ]


def _problems(case: Case) -> list[str]:
    place, sentence = case
    return [problem.message for problem in check_sources(sentence, [Source(*FAMILY_PLACES[place])])]


@pytest.mark.parametrize("case", _cases(TRUE), ids=lambda case: f"{case[0]}-{case[1][:12]}")
def test_a_true_rewording_is_verified(case: Case) -> None:
    assert _problems(case) == []


@pytest.mark.parametrize("case", _cases(FALSE), ids=lambda case: f"{case[0]}-{case[1][:12]}")
def test_a_near_invention_is_flagged(case: Case) -> None:
    assert _problems(case)
