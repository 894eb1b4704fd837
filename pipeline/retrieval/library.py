"""The library: a catalogue that is the truth, and two caches (vectors, keywords) that follow it.

A write goes to the catalogue first; then each cache takes over what changed since the generation of its own stamp. The
same step repairs a cache after a crash, and makes one anew that was lost, damaged or made with another encoder.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import LibraryBusy, LibraryDamaged, LibraryUnwritable, SettingsError
from pipeline.minutes import Document
from pipeline.retrieval.cache import Cache, Stamp
from pipeline.retrieval.catalogue import Catalogue, Entry, State
from pipeline.retrieval.chunk import Chunk, Cut
from pipeline.retrieval.corrections import Amend
from pipeline.retrieval.keywords import Keywords
from pipeline.retrieval.lock import WriterLock
from pipeline.retrieval.register import Added, Register
from pipeline.retrieval.vectors import Vectors

if TYPE_CHECKING:
    from pipeline.retrieval.encode import Encoder

__all__ = ["Added", "InStep", "Library"]

_log = logging.getLogger(__name__)

FOLLOW_EVERY = 64
"""How many documents of a batch are entered before the caches follow: one commit of each index for all of them."""

OnProgress = Callable[[int, int], None]
"""Called with how many documents are done, and of how many."""


@dataclass(frozen=True, slots=True)
class CacheState:
    """How one cache stands to the catalogue; `problem` is `None` where all is well."""

    name: str
    chunks: int
    generation: int | None
    made_with: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class InStep:
    """How catalogue and caches stand to each other, for `jiyao doctor`."""

    documents: int
    chunks: int
    generation: int
    caches: tuple[CacheState, ...]

    @property
    def ok(self) -> bool:
        """Whether every cache has followed."""
        return all(cache.problem is None for cache in self.caches)


class Library:
    """The documents in a folder, findable; nothing is made before the first `add`.

    Any number of processes and threads may read; one writes at a time.

    Args:
        home, encoder_name, encoder: the library's folder, and what `encode.load_encoder` is asked for, or one as it is.
        chroma_url, reranker_name: a Chroma server, and a cross-encoder that reads the best hits again; empty for none.
        cut, amend: cut a document into chunks, where not as `chunk` does, and apply editors' corrections to it.
        lock_seconds: how long to wait for another writer.

    Raises:
        LibraryBusy, LibraryTooNew, LibraryDamaged, LibraryUnwritable: by any method.
    """

    def __init__(
        self,
        home: Path,
        *,
        encoder_name: str = "builtin",
        chroma_url: str = "",
        encoder: Encoder | None = None,
        reranker_name: str = "",
        cut: Cut | None = None,
        amend: Amend | None = None,
        lock_seconds: float = 10.0,
    ) -> None:
        self.home, self.catalogue = home, Catalogue(home)
        self.encoder_name, self.reranker_name = encoder_name, reranker_name
        self.keywords = Keywords(home / "keywords")
        self.vectors = Vectors(home / "vectors", encoder=lambda: self.encoder, url=chroma_url)
        self._register = Register(home, cut=cut, amend=amend)
        self._given_encoder = encoder
        self._lock, self._batches = WriterLock(home, seconds=lock_seconds), threading.local()
        self._mutex = threading.RLock()  # opening and following change what other threads of this process search in

    @property
    def encoder(self) -> Encoder:
        """The encoder, loaded when first needed.

        Raises:
            EncoderError: it cannot be loaded.
        """
        with self._mutex:
            if self._given_encoder is None:
                from pipeline.retrieval.encode import load_encoder

                self._given_encoder = load_encoder(self.encoder_name)
            return self._given_encoder

    def add(self, document: Document, *, source: Path, sha256: str) -> Added:
        """Enter a document; inside `batch` the caches follow later, else at once."""
        with self.batch():
            self._begin_write()
            added = self._register.enter(document, source=source, sha256=sha256)
            if self._batches.waiting >= FOLLOW_EVERY:
                self._follow()
            return added

    def remove(self, document_ids: Iterable[str], *, by: str = "") -> list[Entry]:
        """Take documents out, into the bin, each named as for `Catalogue.entry`, and return what they were.

        Raises:
            UnknownDocument, AmbiguousDocument: one is not to be found; then none is taken out.
        """
        entries = [self.catalogue.entry(document_id) for document_id in document_ids]
        if entries:
            with self.batch():
                self._begin_write()
                self._register.take_out([entry.document_id for entry in entries], by=by)
        return entries

    @contextmanager
    def batch(self) -> Iterator[Library]:
        """Keep the lock from the first write in the block to its end, where the caches follow."""
        if getattr(self._batches, "stack", None) is not None:
            yield self
            return
        with ExitStack() as stack:
            self._batches.stack, self._batches.locked, self._batches.waiting = stack, False, 0
            try:
                yield self
                self._follow()
            except Exception:
                self._follow()  # what was entered before the failure stays; after an interrupt the next use repairs
                raise
            finally:
                self._batches.stack = None

    def rebuild(self, on_progress: OnProgress | None = None) -> int:
        """Cut every document anew and make both caches from nothing; return the number of documents."""
        state = self.catalogue.state()
        if state is None:
            return 0
        with self._lock.hold():
            self._register.rechunk((entry.document_id, document) for entry, document in self.catalogue.documents())
            total = self.catalogue.count()
            for place, cache in enumerate(self._caches()):
                report = None if on_progress is None else _shifted(on_progress, place * total, 2 * total)
                with self._mutex:
                    cache.clear(state.library)
                    self._catch_up(cache, on_progress=report, asked=True)
        return total

    def refresh(self) -> None:
        """Make sure that a search sees the library as it is now: reopen what moved, repair what fell behind.

        While another process writes, a cache that is a little behind is searched as it is; hits are looked up in the
        catalogue in any case, so a removed document never answers.
        """
        state = self.catalogue.state()
        if state is None:
            self.close()
            return
        for cache in self._caches():
            with self._mutex:
                current = cache.stamp is not None and cache.stamp.generation == state.caches.get(cache.name)
                if not current or not cache.on_disk():
                    cache.open(state.library)
                    state = self.catalogue.state() or state  # else what was just written to seems to be ahead of it
                good = self._problem(cache, state) is None
                if good and cache.stamp is not None and cache.stamp.generation == state.generation:
                    continue
            self._repair(cache, patient=not good)

    def in_step(self) -> InStep:
        """Report how the caches stand to the catalogue, without mending anything."""
        state = self.catalogue.state()
        if state is None:
            return InStep(0, 0, 0, ())
        chunks = self.catalogue.count_chunks()
        found = []
        for cache in self._caches():
            with self._mutex:
                try:
                    stamp = cache.open(state.library)
                    problem, count = self._problem(cache, state), cache.count()
                except SettingsError as error:  # a Chroma server that does not answer
                    found.append(CacheState(cache.name, 0, None, None, str(error)))
                    continue
                if problem is None and stamp is not None and stamp.generation < state.generation:
                    problem = f"落后 {state.generation - stamp.generation} 次变更，下次检索时自动补齐"
                elif problem is None and count != chunks:
                    problem = f"有 {count} 段，目录中有 {chunks} 段；请运行 jiyao rebuild"
                made_with, generation = (stamp.made_with, stamp.generation) if stamp else (None, None)
                found.append(CacheState(cache.name, count, generation, made_with, problem))
        return InStep(self.catalogue.count(), chunks, state.generation, tuple(found))

    def close(self) -> None:
        """Let go of the caches; the library may still be used and opens them again."""
        with self._mutex:
            for cache in self._caches():
                cache.close()

    def _caches(self) -> tuple[Cache, ...]:
        """Return the caches."""
        return (self.keywords, self.vectors)

    def _repair(self, cache: Cache, *, patient: bool) -> None:
        """Bring a cache up to date before a search; wait for another writer only where it cannot be searched at all."""
        try:
            with self._lock.hold(seconds=None if patient else 0), self._mutex:
                self._catch_up(cache)
        except (LibraryBusy, LibraryUnwritable) as error:
            if patient:
                raise
            _log.debug("%s is searched as it is: %s", cache.name, error)

    def _begin_write(self) -> None:
        """Take the lock for the rest of the batch, at its first write, and count the write."""
        if not self._batches.locked:
            self._batches.stack.enter_context(self._lock.hold())
            self._batches.locked = True
        self._batches.waiting += 1

    def _follow(self) -> None:
        """Bring every cache up to the catalogue, where this batch wrote anything."""
        if not self._batches.waiting:
            return
        self._batches.waiting = 0
        with self._mutex:
            for cache in self._caches():
                self._catch_up(cache)

    def _catch_up(self, cache: Cache, *, on_progress: OnProgress | None = None, asked: bool = False) -> None:
        """Take over into a cache what changed since its stamp, or everything where it cannot be used."""
        state = self.catalogue.state()
        if state is None:
            return
        if cache.stamp is None or cache.stamp.generation != state.caches.get(cache.name) or not cache.on_disk():
            cache.open(state.library)
        problem = self._problem(cache, state)
        changed = self.catalogue.changed_since(cache.stamp.generation) if cache.stamp and problem is None else []
        if problem is None:
            try:
                if changed or (cache.stamp and cache.stamp.generation != state.generation):
                    cache.replace(changed, self._chunks_of(changed, None), library=state.library)
                    cache.write_stamp(Stamp(state.library, state.generation, cache.made_with))
            except LibraryDamaged as error:
                problem = str(error)
        if problem is not None:
            known = self.catalogue.select()
            if state.caches.get(cache.name) is not None and not asked:
                _log.warning("%s：%s；正在由目录重建（%d 份文件）", cache.name, problem, len(known))
            cache.clear(state.library)
            cache.replace([], self._chunks_of(known, on_progress), library=state.library)
            cache.write_stamp(Stamp(state.library, state.generation, cache.made_with))
        if state.caches.get(cache.name) != state.generation:
            self._register.followed(cache.name, state.generation)

    def _chunks_of(self, document_ids: Sequence[str], on_progress: OnProgress | None) -> Iterator[Chunk]:
        """Yield the chunks of documents, one document after the other."""
        for done, document_id in enumerate(document_ids, start=1):
            yield from self.catalogue.chunks(document_id)
            if on_progress is not None:
                on_progress(done, len(document_ids))

    def _problem(self, cache: Cache, state: State) -> str | None:
        """Say why a cache cannot be used, or `None`; one that is only behind can be."""
        stamp = cache.stamp
        if stamp is None:
            return "缺失或损坏"
        if stamp.library != state.library:
            return "属于另一个资料库"
        if stamp.made_with != cache.made_with:
            return f"由 {stamp.made_with} 生成，现用 {cache.made_with}"
        if stamp.generation > state.generation:
            return "比目录新（目录可能由备份恢复）"
        return None


def _shifted(on_progress: OnProgress, done: int, total: int) -> OnProgress:
    return lambda count, _: on_progress(done + count, total)  # a part of a longer run
