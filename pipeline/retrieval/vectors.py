"""The vectors: one Chroma collection, embedded or on a server; a cache that can be made anew at any time.

The collection is readable by any Chroma client and by `langchain_chroma.Chroma`: texts are its documents, metadata is
flat, the space is cosine. Vectors are always passed in, so that Chroma never loads an embedder of its own.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from pipeline.errors import LibraryDamaged, SettingsError
from pipeline.retrieval.cache import Stamp
from pipeline.retrieval.chunk import Chunk
from pipeline.retrieval.sizes import cut_short, note_sizes

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

    from pipeline.retrieval.encode import Encoder

COLLECTION = "jiyao"
"""The name of the embedded collection; on a server the library's id follows it."""

ENCODE_BATCH = 128  # chunks per call of the encoder
BUILT_WITH, LOOKED_AT = 200, 800
"""How many neighbours are looked at when a vector is put in and when one is sought.

With Chroma's own 100 some three of a thousand that belong to the nearest fifty are missed, other ones each time the
collection is made, for its graph is drawn by several threads: the same papers would answer differently. With these
none is missed among 20,000, at 5 ms a query. A collection made before gets them with `jiyao rebuild`.
"""
_LARGEST_WHERE = 2000  # ids; beyond it Chroma takes longer to read the condition than to look at more neighbours
_openings = itertools.count()


class Vectors:
    """The vectors of a library.

    One process writes at a time (the library's lock sees to it); any number read, each from what it last opened:
    Chroma's `query` does not see what another process wrote since, so readers must `open` again.

    Args:
        folder: where the embedded collection stands; made at the first write.
        encoder: gives the encoder when it is first needed.
        url: a Chroma server, or empty for the embedded one.
    """

    name = "vectors"

    def __init__(self, folder: Path, *, encoder: Callable[[], Encoder], url: str = "") -> None:
        self.folder = folder
        self.url = url
        self._encoder = encoder
        self._client: Client | None = None
        self._collection: Collection | None = None
        self._stamp: Stamp | None = None

    @property
    def made_with(self) -> str:
        """The name of the encoder: vectors of two encoders cannot be compared."""
        return self._encoder().name

    @property
    def stamp(self) -> Stamp | None:
        """The stamp of what is open."""
        return self._stamp

    def open(self, library: str) -> Stamp | None:
        """Open what is stored now and return its stamp, or `None` where there is nothing that can be used.

        Raises:
            SettingsError: the server does not answer.
        """
        self.close()
        if not self.url and (not self.folder.is_dir() or cut_short(self.folder)):
            return None
        try:
            with self._named_errors():
                self._client = self._connect()
                self._collection = self._client.get_collection(self._collection_name(library), embedding_function=None)
                metadata = self._collection.metadata or {}
                stamp = Stamp(str(metadata["library"]), int(metadata["generation"]), str(metadata["made_with"]))
                self._stamp = stamp if _finds_itself(self._collection) else None
        except (LibraryDamaged, ValueError, KeyError):  # KeyError: a collection that has no stamp yet
            self._stamp = None
        return self._stamp

    def on_disk(self) -> bool:
        """Tell whether an embedded store stands in the folder; a server is always taken to be there."""
        return bool(self.url) or (self.folder / "chroma.sqlite3").is_file()

    def close(self) -> None:
        """Let go of the files or the connection."""
        if self._client is not None:
            self._client.close()
        self._client, self._collection, self._stamp = None, None, None

    def count(self) -> int:
        """Return the number of chunks that have a vector."""
        if self._collection is None or self._stamp is None:
            return 0
        with self._named_errors():
            return self._collection.count()

    def clear(self, library: str) -> None:
        """Take everything out, and whatever damaged files stand there.

        Raises:
            SettingsError: the server does not answer.
        """
        if self.url:
            from chromadb.errors import NotFoundError

            with self._named_errors(), suppress(NotFoundError):  # nothing there: nothing to take out
                self._client = self._client or self._connect()
                self._client.delete_collection(self._collection_name(library))
        self.close()
        if not self.url:
            shutil.rmtree(self.folder, ignore_errors=True)

    def replace(self, document_ids: Sequence[str], chunks: Iterable[Chunk], *, library: str) -> None:
        """Take documents out and put chunks in; doing it again after a crash half-way gives the same.

        Raises:
            LibraryDamaged: the collection cannot be written.
            SettingsError: the server does not answer.
        """
        encoder = self._encoder()
        with self._named_errors():
            collection = self._collection if self._client is not None else None
            if collection is None:
                collection = self._make(library)
            for start in range(0, len(document_ids), _LARGEST_WHERE):
                collection.delete(where=_within(document_ids[start : start + _LARGEST_WHERE]))
            waiting = iter(chunks)
            while batch := list(itertools.islice(waiting, ENCODE_BATCH)):
                collection.upsert(
                    ids=[chunk.chunk_id for chunk in batch],
                    embeddings=cast(Any, encoder.embed_documents([chunk.indexed for chunk in batch])),
                    documents=[chunk.text for chunk in batch],
                    metadatas=[_metadata(chunk) for chunk in batch],
                )

    def write_stamp(self, stamp: Stamp) -> None:
        """Note what the vectors were made from, after they are in; a crash in between leaves the older stamp."""
        if self._collection is not None:
            with self._named_errors():
                self._collection.modify(metadata=asdict(stamp))
            self._stamp = stamp
            if not self.url:
                note_sizes(self.folder)

    def search(self, query: str, *, limit: int, document_ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """Return ids of chunks with their cosine to the query, nearest first; equal ones in order of id.

        Args:
            query: a question or words.
            limit: how many to return at most.
            document_ids: the documents to stay within, or `None` for all.

        Raises:
            LibraryDamaged: the collection cannot be asked.
            SettingsError: the server does not answer.
        """
        if self._stamp is None or (document_ids is not None and not document_ids):
            return []
        vector = self._encoder().embed_query(query)
        if not any(vector):  # no known word: as near to one chunk as to any other
            return []
        try:
            found = self._nearest(vector, limit, document_ids)
        except LibraryDamaged:  # another process made the collection anew a moment ago
            if self.open(self._stamp.library) is None:
                return []
            found = self._nearest(vector, limit, document_ids)
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def _nearest(self, vector: list[float], limit: int, document_ids: Sequence[str] | None) -> list[tuple[str, float]]:
        """Ask the collection; a very long list of documents is applied to more neighbours instead."""
        if self._collection is None:
            return []
        wide = document_ids is not None and len(document_ids) > _LARGEST_WHERE
        with self._named_errors():
            found = self._collection.query(
                query_embeddings=cast(Any, [vector]),
                n_results=min(limit * 20, 2000) if wide else limit,
                where=_within(document_ids) if document_ids is not None and not wide else None,
                include=["distances"],
            )
        ids, distances = found["ids"][0], (found["distances"] or [[]])[0]
        kept = set(document_ids or ())
        near = [(str(chunk_id), 1.0 - float(distance)) for chunk_id, distance in zip(ids, distances, strict=True)]
        return [hit for hit in near if hit[1] > 0 and (not wide or hit[0].rsplit("-", 1)[0] in kept)]

    def _connect(self) -> Client:
        """Return a client of its own."""
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        if not self.url:
            self.folder.mkdir(parents=True, exist_ok=True)
            return cast("Client", chromadb.PersistentClient(path=_own_path(self.folder), settings=settings))
        address = urlsplit(self.url if "//" in self.url else f"http://{self.url}")
        secure = address.scheme == "https"
        host, port = address.hostname or "", address.port or (443 if secure else 8000)
        try:
            return cast("Client", chromadb.HttpClient(host=host, port=port, ssl=secure, settings=settings))
        except ValueError as error:  # what Chroma says of a server that does not answer
            raise self._away() from error

    def _make(self, library: str) -> Collection:
        """Make the collection, or open the one that a crash left without a stamp."""
        self.close()
        self._client = self._connect()
        self._collection = self._client.get_or_create_collection(
            self._collection_name(library),
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_construction": BUILT_WITH, "ef_search": LOOKED_AT}},
        )
        return self._collection

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        """Turn what Chroma and its connection raise into the errors of a library; a missing collection counts so."""
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except ChromaError as error:
            raise LibraryDamaged(str(self.folder.parent), f"向量索引 {error}") from error
        except httpx.HTTPError as error:
            raise self._away() from error

    def _away(self) -> SettingsError:
        """Return the error for a server that does not answer."""
        legal = "可以连接的 Chroma 服务地址，如 http://127.0.0.1:8000；留空则用内置的向量库"
        return SettingsError("JIYAO_CHROMA_URL", f"连接不上 {self.url}", legal=legal)

    def _collection_name(self, library: str) -> str:
        """Return the collection's name; a server may hold those of several libraries."""
        return f"{COLLECTION}-{library[:12]}" if self.url else COLLECTION


def _own_path(folder: Path) -> str:
    """Return a spelling of a folder's path that no client of this process has used.

    Chroma keeps one system per spelling for the whole process, and a second client shares it, stale view included, for
    as long as any client lives. `/` and `/.` after a path change nothing but the spelling.
    """
    return str(folder) + "".join("/." if bit == "1" else "/" for bit in f"{next(_openings):b}")


def _finds_itself(collection: Collection) -> bool:
    """Tell whether a vector of the collection finds anything: of an index cut short Chroma says nothing by itself."""
    sample = collection.get(limit=1, include=["embeddings"])["embeddings"]
    if sample is None or len(sample) == 0:
        return collection.count() == 0
    return bool(collection.query(query_embeddings=sample, n_results=1, include=[])["ids"][0])


def _within(document_ids: Sequence[str]) -> dict[str, Any]:
    """Return Chroma's condition for these documents."""
    return {"document_id": {"$in": list(document_ids)}}


def _metadata(chunk: Chunk) -> dict[str, str | int]:
    """Return what stands beside a vector: flat, and without what the document does not state."""
    known = {
        "document_id": chunk.document_id,
        "part": chunk.part,
        "item": chunk.item,
        "item_title": chunk.item_title,
        "context": chunk.context,
        "start": chunk.start,
        "end": chunk.end,
        "position": chunk.position,
    }
    return {name: value for name, value in known.items() if value is not None}
