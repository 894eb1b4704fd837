"""A library of the test's own, with the small encoder of `examples`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.retrieval.library import Library
from tests.retrieval.examples import PairEncoder


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
