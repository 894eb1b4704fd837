"""What a cache is: both caches are one, and a stamp compares by what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.retrieval.cache import Cache, Stamp
from pipeline.retrieval.chunk import chunk
from pipeline.retrieval.library import Library
from tests.retrieval.examples import minutes


@pytest.fixture(params=["keywords", "vectors"])
def cache(request: pytest.FixtureRequest, library: Library) -> Cache:
    caches: dict[str, Cache] = {"keywords": library.keywords, "vectors": library.vectors}
    return caches[request.param]


def test_a_cache_keeps_what_it_is_given_and_says_how_far_it_is(cache: Cache) -> None:
    assert not cache.on_disk()
    assert cache.open("lib") is None
    pieces = chunk(minutes(), document_id="d1")
    cache.replace([], pieces, library="lib")
    assert cache.open("lib") is None, "half written: no stamp yet"
    cache.clear("lib")
    cache.replace([], pieces, library="lib")
    stamp = Stamp("lib", 3, cache.made_with)
    cache.write_stamp(stamp)
    assert cache.stamp == stamp
    cache.close()
    assert cache.on_disk()
    assert cache.open("lib") == stamp
    assert cache.count() == len(pieces)


def test_replacing_twice_gives_the_same(cache: Cache) -> None:
    cache.open("lib")
    pieces = chunk(minutes(), document_id="d1")
    for generation in (1, 2):
        cache.replace(["d1"], pieces, library="lib")
        cache.write_stamp(Stamp("lib", generation, cache.made_with))
    cache.replace(["d1"], pieces[:2], library="lib")
    cache.write_stamp(Stamp("lib", 3, cache.made_with))
    assert cache.count() == 2


def test_a_cleared_cache_is_empty(cache: Cache) -> None:
    cache.open("lib")
    cache.replace([], chunk(minutes(), document_id="d1"), library="lib")
    cache.write_stamp(Stamp("lib", 1, cache.made_with))
    cache.clear("lib")
    assert cache.count() == 0
    assert cache.open("lib") is None


def test_a_stamp_compares_by_what_it_says() -> None:
    stamp = Stamp("lib", 1, "tokens 1")
    assert stamp == Stamp("lib", 1, "tokens 1")
    assert stamp != replace(stamp, made_with="tokens 2")
