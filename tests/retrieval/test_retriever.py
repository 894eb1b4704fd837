"""The LangChain retriever: text becomes page content, all else metadata, in every way of calling."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from pipeline.retrieval.retriever import HybridRetriever


def _find(query: str) -> list[dict[str, Any]]:
    """Return hits over a text of one line, as a search would."""
    text = "由市城管局牵头。"
    place = text.find(query)
    if place < 0:
        return []
    return [
        {
            "chunk_id": "d1-0001",
            "text": text,
            "start": place,
            "end": len(text),
            "item": None,
            "scores": {"keywords": 2.0},
        }
    ]


@pytest.fixture
def retriever() -> HybridRetriever:
    return HybridRetriever(find=_find)


def test_a_hit_becomes_a_document(retriever: HybridRetriever) -> None:
    assert isinstance(retriever, BaseRetriever)
    (document,) = retriever.invoke("城管局")
    assert (document.id, document.page_content) == ("d1-0001", "由市城管局牵头。")
    assert document.metadata == {"chunk_id": "d1-0001", "start": 2, "end": 8, "item": None, "scores": {"keywords": 2.0}}


def test_every_way_of_calling_gives_the_same(retriever: HybridRetriever) -> None:
    once = retriever.invoke("牵头")
    assert retriever.batch(["牵头", "无"]) == [once, []]
    assert asyncio.run(retriever.ainvoke("牵头")) == once
    counted = retriever | RunnableLambda(len)
    assert counted.invoke("牵头") == 1
