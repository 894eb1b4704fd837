"""The baseline: the stock LangChain pipeline of a tutorial, over the same texts with the same encoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eval.gold import Place
from pipeline.retrieval.encode import as_langchain, load_encoder

CHUNK, OVERLAP = 1000, 200
"""Characters of a chunk and of what two neighbours share, as the tutorials have it."""
K = 4
"""Chunks that the tutorials retrieve."""


class StockPipeline:
    """RecursiveCharacterTextSplitter 1000/200, the product's encoder, Chroma in memory; its answer is the first chunk.

    It never refuses, and its one citation is the chunk itself.
    """

    name = "stock"

    def __init__(self, texts: Mapping[str, str], *, encoder: str) -> None:
        from chromadb.config import Settings
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
        chunks = splitter.create_documents(list(texts.values()), [{"file": file} for file in texts])
        self._store = Chroma(
            collection_name="stock",
            client_settings=Settings(anonymized_telemetry=False),
            embedding_function=as_langchain(load_encoder(encoder)),
        )
        self._store.reset_collection()  # clients in memory share one store within a process
        self._store.add_documents(chunks)

    def search(self, query: str, *, k: int = K) -> list[Place]:
        """Return the places of the nearest chunks, nearest first."""
        return [place for place, _ in self._nearest(query, k)]

    def ask(self, question: str, *, history: Sequence[str] = ()) -> dict[str, Any]:
        """Return the nearest chunk in the shape of the ask JSON, as far as it is scored."""
        place, text = self._nearest(" ".join((*history[-1:], question)), 1)[0]
        citation = {"file": place.file, "start": place.start, "end": place.end, "quote": text}
        return {"question": question, "answer": text, "refused": False, "reason": None, "citations": [citation]}

    def _nearest(self, query: str, k: int) -> list[tuple[Place, str]]:
        """Return place and text of the nearest chunks."""
        found = []
        for chunk in self._store.similarity_search(query, k=k):
            start = int(chunk.metadata["start_index"])
            found.append((Place(chunk.metadata["file"], start, start + len(chunk.page_content)), chunk.page_content))
        return found
