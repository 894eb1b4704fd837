"""The vectors: nearest first, readable by LangChain's Chroma, seen anew when another process wrote."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import hypot
from operator import mul
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import SettingsError
from pipeline.retrieval import vectors as vectors_module
from pipeline.retrieval.cache import Stamp
from pipeline.retrieval.chunk import chunk
from pipeline.retrieval.library import Library
from pipeline.retrieval.search import search
from pipeline.retrieval.vectors import COLLECTION, Vectors
from tests.retrieval.examples import PairEncoder, minutes, put_in, report_of


def _made(folder: Path, encoder: PairEncoder) -> Vectors:
    vectors = Vectors(folder, encoder=lambda: encoder)
    pieces = [*chunk(minutes(), document_id="d1"), *chunk(report_of("停车费由停车公司收取。"), document_id="d2")]
    vectors.replace([], pieces, library="lib")
    vectors.write_stamp(Stamp("lib", 1, encoder.name))
    return vectors


@pytest.fixture
def vectors(tmp_path: Path, encoder: PairEncoder) -> Vectors:
    """The vectors of two documents."""
    return _made(tmp_path / "vectors", encoder)


def test_the_nearest_comes_first_with_its_cosine(vectors: Vectors, encoder: PairEncoder) -> None:
    text = chunk(report_of("停车费由停车公司收取。"), document_id="d2")[0].indexed
    best, cosine = vectors.search(text, limit=3)[0]
    assert best == "d2-0000"
    assert cosine == pytest.approx(1.0, abs=1e-4)


def test_a_search_stays_within_documents(vectors: Vectors, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {hit[0] for hit in vectors.search("停车", limit=9, document_ids=["d2"])} == {"d2-0000"}
    assert vectors.search("停车", limit=9, document_ids=[]) == []
    monkeypatch.setattr(vectors_module, "_LARGEST_WHERE", 0)  # as with thousands of documents
    assert {hit[0] for hit in vectors.search("停车", limit=9, document_ids=["d2"])} == {"d2-0000"}


def test_a_query_without_a_vector_finds_nothing(vectors: Vectors) -> None:
    assert vectors.search("停", limit=3) == []


class _Scattered:
    """Gives each text a vector of its own by chance, the same one each time."""

    name, dimension = "scattered", 96

    def embed_query(self, text: str) -> list[float]:
        chance = random.Random(text)
        return [chance.gauss(0, 1) for _ in range(self.dimension)]

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


def test_no_near_one_is_missed_however_the_collection_was_made(tmp_path: Path) -> None:
    scattered, (one,) = _Scattered(), chunk(report_of("停车费由停车公司收取。"), document_id="d")
    vectors = Vectors(tmp_path / "vectors", encoder=lambda: scattered)
    pieces = [replace(one, chunk_id=f"d-{n:04}", context="", text=str(n)) for n in range(900)]
    vectors.replace([], pieces, library="lib")
    vectors.write_stamp(Stamp("lib", 1, scattered.name))
    known = {piece.chunk_id: scattered.embed_query(piece.indexed) for piece in pieces}
    for query in ("停车", "供水", "清雪", "校车"):
        asked = scattered.embed_query(query)
        nearest = sorted(known, key=lambda key: -sum(map(mul, asked, known[key])) / hypot(*known[key]))
        assert [found for found, _ in vectors.search(query, limit=50)] == nearest[:50]


def test_langchain_chroma_reads_the_collection(vectors: Vectors, encoder: PairEncoder) -> None:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

    class Adapter(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return encoder.embed_documents(texts)

        def embed_query(self, text: str) -> list[float]:
            return encoder.embed_query(text)

    vectors.close()
    store = Chroma(collection_name=COLLECTION, persist_directory=str(vectors.folder), embedding_function=Adapter())
    (found,) = store.similarity_search("停车费由停车公司收取", k=1)
    assert found.page_content == "停车费由停车公司收取。"
    assert found.metadata["document_id"] == "d2"
    assert (found.metadata["start"], found.metadata["end"]) == (0, 11)
    assert "item" not in found.metadata
    store._client.close()  # type: ignore[attr-defined]


WRITER = """
import sys
from pathlib import Path
from pipeline.retrieval.cache import Stamp
from pipeline.retrieval.chunk import chunk
from pipeline.retrieval.vectors import Vectors
from tests.retrieval.examples import PairEncoder, report_of
vectors = Vectors(Path(sys.argv[1]), encoder=PairEncoder)
vectors.open("lib")
if sys.argv[2] == "clear":
    vectors.clear("lib")
vectors.replace(["d2"], chunk(report_of("河道清淤由水务公司承担。"), document_id="d3"), library="lib")
vectors.write_stamp(Stamp("lib", 2, "pairs@64"))
"""


@pytest.mark.slow
@pytest.mark.parametrize("how", ["add", "clear"])
def test_opening_again_shows_what_another_process_wrote(vectors: Vectors, encoder: PairEncoder, how: str) -> None:
    second = Vectors(vectors.folder, encoder=lambda: encoder)  # another reader of this process, as a thread may have
    assert second.open("lib") == Stamp("lib", 1, encoder.name)
    assert second.search("河道清淤由水务公司承担。", limit=1)[0][0] != "d3-0000"
    subprocess.run([sys.executable, "-c", WRITER, str(vectors.folder), how], cwd=ROOT, check=True)
    for reader in (vectors, second):
        assert reader.open("lib") == Stamp("lib", 2, encoder.name)
        assert reader.search("河道清淤由水务公司承担。", limit=1)[0][0] == "d3-0000"
        assert "d2-0000" not in dict(reader.search("停车", limit=9))
        reader.close()


@pytest.mark.parametrize("damage", ["database", "no-folder", "no-stamp"])
def test_what_cannot_be_used_is_not_opened(vectors: Vectors, damage: str) -> None:
    if damage == "no-stamp":
        assert vectors._collection is not None
        vectors._collection.modify(metadata={"other": 1})
    vectors.close()
    if damage == "database":
        (vectors.folder / "chroma.sqlite3").write_bytes(b"garbage " * 1000)
    if damage == "no-folder":
        vectors.clear("lib")
    assert vectors.open("lib") is None
    assert vectors.count() == 0
    assert vectors.search("停车", limit=3) == []


@pytest.mark.slow
def test_an_index_cut_short_is_not_opened(tmp_path: Path, encoder: PairEncoder) -> None:
    vectors = Vectors(tmp_path / "vectors", encoder=lambda: encoder)
    text = report_of("\n".join(f"第{place}号河道清淤{place * 7}米。" for place in range(1200)))
    vectors.replace([], chunk(text, document_id="d1", max_characters=12), library="lib")
    vectors.write_stamp(Stamp("lib", 1, encoder.name))
    vectors.close()
    files = [file for file in vectors.folder.glob("*/*.bin") if file.stat().st_size > 100]
    assert files, "Chroma keeps the first thousand rows in its database alone"
    for file in files:
        file.write_bytes(file.read_bytes()[:100])
    assert vectors.open("lib") is None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A Chroma server of the test's own; one whose port another program took in the meantime is started again."""
    program = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(tmp_path / "server"), "--port"]
    for _ in range(5):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with subprocess.Popen([*program, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            if _listens(process, port):
                yield f"http://127.0.0.1:{port}"
                process.terminate()
                return
            process.kill()
    pytest.fail("the server of Chroma did not start")


def _listens(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until a server answers at a port; `False` where it ended instead."""
    until = time.monotonic() + 200
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
def test_a_server_holds_the_vectors_of_several_libraries(tmp_path: Path, encoder: PairEncoder, server: str) -> None:
    libraries = [Library(tmp_path / name, encoder=encoder, chroma_url=server) for name in ("one", "two")]
    put_in(libraries[0], minutes(), tmp_path)
    put_in(libraries[1], report_of("河道清淤由水务公司承担。"), tmp_path)
    for library, query, file in zip(libraries, ("停车管理", "河道清淤"), (minutes().file, "杂文.txt"), strict=True):
        hits = [hit for hit in search(library, query, k=20) if "vectors" in hit.scores]
        assert {hit.file for hit in hits} == {file}
        library.rebuild()
        assert library.in_step().ok
    again = Library(tmp_path / "one", encoder=encoder, chroma_url=server)
    libraries[0].remove([minutes().file])
    assert search(again, "停车管理") == []
    assert not (tmp_path / "one" / "vectors").exists()


@pytest.mark.slow
def test_a_server_that_goes_away_is_named_and_reported(tmp_path: Path, encoder: PairEncoder, server: str) -> None:
    library = Library(tmp_path / "one", encoder=encoder, chroma_url=server)
    put_in(library, minutes(), tmp_path)
    library.vectors.url = library.vectors.url.rsplit(":", 1)[0] + ":9"
    library.close()
    with pytest.raises(SettingsError, match="JIYAO_CHROMA_URL"):
        search(library, "停车")
    assert "连接不上" in str(library.in_step().caches[1].problem)


def test_a_server_that_does_not_answer_is_named(tmp_path: Path, encoder: PairEncoder) -> None:
    vectors = Vectors(tmp_path, encoder=lambda: encoder, url="http://127.0.0.1:9")
    with pytest.raises(SettingsError, match=r"连接不上 http://127\.0\.0\.1:9"):
        vectors.open("lib")


def test_no_telemetry_and_no_embedder(vectors: Vectors) -> None:
    assert vectors._client is not None
    assert vectors._client.get_settings().anonymized_telemetry is False
    assert vectors._collection is not None
    assert vectors._collection._embedding_function is None
