"""A library of the test's own, with the small encoder of `retrieval_examples`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from retrieval_examples import PairEncoder

from pipeline.retrieval.library import Library


@pytest.fixture
def encoder() -> PairEncoder:
    """A small real encoder, the same on every machine."""
    return PairEncoder()


@pytest.fixture
def library(home: Path, encoder: PairEncoder) -> Iterator[Library]:
    """An empty library; its folder is not made yet."""
    library = Library(home, encoder=encoder)
    yield library
    library.close()
