"""Two tables of whole sentences: not one invention passes the check, and hardly a paraphrase is flagged."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.reading.source import Source
from tests.generation.checking.inventions import INVENTIONS, JOINED
from tests.generation.checking.paraphrases import GATHERED, PARAPHRASES
from tests.generation.checking.places import PLACES

Case = tuple[str, tuple[str, ...], str]


def _cases(table: dict[str, str], several: tuple[tuple[tuple[str, ...], str], ...]) -> list[Case]:
    """Return kind, places and sentence of each line."""
    lines = [
        (place, *line.split(maxsplit=1)) for place, text in table.items() for line in text.splitlines() if line.strip()
    ]
    single: list[Case] = [(kind, (place,), sentence) for place, kind, sentence in lines]
    return single + [("several", places, sentence) for places, sentence in several]


def _problems(case: Case) -> list[str]:
    _, places, sentence = case
    return [problem.message for problem in check_sources(sentence, [Source(*PLACES[place]) for place in places])]


def _named(cases: list[Case]) -> list[str]:
    return [f"{'+'.join(places)}-{kind}-{number}" for number, (kind, places, _) in enumerate(cases)]


WRONG, TRUE = _cases(INVENTIONS, JOINED), _cases(PARAPHRASES, GATHERED)


def test_the_tables_are_long_and_of_many_kinds() -> None:
    assert len(WRONG) >= 200
    assert len(TRUE) >= 200
    assert len({kind for kind, _, _ in WRONG}) >= 15


@pytest.mark.parametrize("case", WRONG, ids=_named(WRONG))
def test_an_invention_is_flagged(case: Case) -> None:
    assert _problems(case)


@pytest.mark.parametrize("case", TRUE, ids=_named(TRUE))
def test_a_paraphrase_is_verified(case: Case) -> None:
    assert _problems(case) == []
