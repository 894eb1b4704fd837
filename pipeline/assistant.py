"""The verbs: ingest, ask, search, summarize, ledger, remove — each walk readable from its first line to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import EmptyQuestion, LibraryEmpty, QuestionTooLong
from pipeline.reports import DraftReport, IngestReport, OnProgress, RemoveReport, tell

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

    from pipeline.config import Settings
    from pipeline.doctor import DoctorReport
    from pipeline.filing import LedgerFiles
    from pipeline.generation.answer import Answer
    from pipeline.generation.chain import AnswerChain
    from pipeline.generation.decisions.ledger import LedgerRow
    from pipeline.generation.summary.summarize import Style, Summary
    from pipeline.ledgering import Due, Ledger
    from pipeline.minutes import Document
    from pipeline.retrieval.catalogue import Catalogue, Entry, Filters
    from pipeline.retrieval.library import Library
    from pipeline.retrieval.search import Hit
    from pipeline.upkeep import Upkeep


class Assistant:
    """Everything that Jiyao can do with one library, for the shell, the chat and the evaluation alike.

    Nothing is opened before it is needed, and reading never makes a library: a record or ledger answer touches the
    catalogue alone.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue: the only source of truth."""
        from pipeline.intake import heed_units
        from pipeline.retrieval.catalogue import Catalogue

        heed_units(self.settings)
        return Catalogue(self.settings.home)

    @cached_property
    def library(self) -> Library:
        """The catalogue together with its indexes."""
        from pipeline.documents.amend import amend
        from pipeline.retrieval.library import Library

        settings = self.settings
        encoder, chroma, reranker = settings.encoder, settings.chroma_url, settings.reranker
        return Library(settings.home, encoder_name=encoder, chroma_url=chroma, reranker_name=reranker, amend=amend)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What an editor does: documents out and back, and corrections that a later ingest keeps."""
        from pipeline.upkeep import Upkeep

        return Upkeep(self.library)

    @cached_property
    def model(self) -> BaseChatModel | None:
        """The chat model, or `None` where none is set."""
        if not self.settings.model:
            return None
        from pipeline.generation.model.chat_model import load_model

        return load_model(self.settings)

    def ingest(self, paths: Iterable[Path | str], *, on_progress: OnProgress | None = None) -> IngestReport:
        """Read files and folders into the library; one bad file never stops the rest.

        Args:
            paths: files, and folders that are looked through for files of a readable format.
            on_progress: called before each file and after the last.

        Raises:
            LibraryError: the library cannot be written.
            EncoderError: the encoder cannot be loaded.
        """
        from pipeline.intake import take_in

        return take_in(paths, library=self.library, parse=self.parse, on_progress=on_progress)

    def parse(self, path: Path | str) -> Document:
        """Read one file and return its structure; nothing is stored.

        Raises:
            DocumentError: the file cannot be read.
        """
        from pipeline.documents.parse import parse
        from pipeline.documents.read import read_file
        from pipeline.intake import heed_units

        heed_units(self.settings)
        source = read_file(Path(path), max_bytes=self.settings.max_file_bytes)
        return parse(source)

    def entries(self, filters: Filters | None = None) -> list[Entry]:
        """Return what the library knows of each document that the filters leave."""
        return self.catalogue.entries(self._widened(filters))

    def show(self, document_id: str) -> tuple[Entry, Document]:
        """Return one document of the library, by id, beginning of an id, file name or document number.

        Raises:
            UnknownDocument: the library holds no such document.
        """
        entry = self.catalogue.entry(document_id)
        return entry, self.catalogue.document(entry.document_id)

    def remove(self, document_ids: Iterable[str], *, by: str = "", forever: bool = False) -> RemoveReport:
        """Remove documents, into the bin or for good; one that is unknown never stops the rest."""
        return self.upkeep.remove(document_ids, by=by, forever=forever)

    def rebuild(self, *, on_progress: OnProgress | None = None) -> int:
        """Make the indexes anew from the catalogue and return how many documents they hold.

        Raises:
            LibraryEmpty: there is nothing to index.
        """
        self._count()
        return self.library.rebuild(on_progress=lambda done, total: tell(on_progress, done, total, ""))

    def search(
        self, query: str, *, k: int = 5, filters: Filters | None = None, history: Sequence[str] = ()
    ) -> list[Hit]:
        """Return the best passages for a query, which may go on from earlier ones; raises what `ask` raises."""
        from pipeline.generation.understanding.question import in_context
        from pipeline.retrieval.search import search

        self._count()
        known = self.entries(filters) if history else ()
        words = in_context(self._words(query), known, history=history, today=self.settings.today)
        return search(self.library, words, k=k, filters=self._widened(filters))

    def ask(self, question: str, *, history: Sequence[str] = (), filters: Filters | None = None) -> Answer:
        """Answer a question with its proof, or refuse with a reason.

        Args:
            question: the question.
            history: the user's earlier questions, oldest first.
            filters: what to narrow the library to.

        Raises:
            EmptyQuestion: the question has no words.
            QuestionTooLong: the question is longer than the limit.
        """
        *_, answer = self.stream(question, history=history, filters=filters, piecemeal=False)
        return answer

    def stream(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        filters: Filters | None = None,
        config: RunnableConfig | None = None,
        piecemeal: bool = True,
    ) -> Iterator[Answer]:
        """Yield the answer as it grows; the last one is whole. Takes and raises what `ask` does.

        `config` is LangChain's: callbacks and tags for the calls of the model. Without `piecemeal` only the whole
        answer is yielded.
        """
        from pipeline.answering import respond

        return respond(
            self._words(question),
            history=[self._words(earlier) for earlier in history if earlier.strip()],
            filters=self._widened(filters),
            catalogue=self.catalogue,
            search=lambda query, k: self.search(query, k=k, filters=filters),
            model=self.model,
            today=self.settings.today,
            piecemeal=piecemeal,
            config=config,
        )

    @cached_property
    def chain(self) -> AnswerChain:
        """The answering of questions as a LangChain `Runnable`."""
        from pipeline.generation.chain import AnswerChain

        return AnswerChain(self.stream)

    @cached_property
    def decisions(self) -> Ledger:
        """The ledger with what people signed, and the signing of it."""
        from pipeline.ledgering import Ledger

        return Ledger(self.catalogue)

    def ledger(self, filters: Filters | None = None, *, due: Due | None = None) -> list[LedgerRow]:
        """Return the decisions of the documents that the filters leave; a unit leaves the rows it leads or supports.

        Raises:
            LibraryEmpty: there are no documents at all.
        """
        return self.decisions.rows(self._widened(filters), due=due)

    def ledger_files(self, filters: Filters | None = None, *, due: Due | None = None) -> LedgerFiles:
        """Return the ledger as files: csv, xlsx, docx, ics, and notices by unit. Raises what `ledger` raises."""
        from pipeline.filing import LedgerFiles

        return LedgerFiles(self.ledger(filters, due=due), self.catalogue, self.settings.today)

    def ledger_text(self, filters: Filters | None = None, *, format: str = "table") -> str:
        """Return the ledger as text: table, json, csv or md. Raises what `ledger` raises."""
        return self.ledger_files(filters).text(format=format)

    def summarize(self, document_ids: Iterable[str] | None = None, *, style: Style = "full") -> Iterator[Summary]:
        """Yield a summary of each document named, or of all, one after the other.

        Raises:
            UnknownDocument: one is not in the library.
            LibraryEmpty: all are asked for and there is none.
        """
        yield from (self._summary(entry, style) for entry in self._chosen(document_ids))

    def topic(self, text: str, document_ids: Iterable[str] | None = None, *, style: Style = "full") -> Summary:
        """Return one matter through several meetings. Raises `NothingFound` and what `search` raises."""
        from pipeline.dossiers import compose

        return compose(self._words(text), among=self._chosen(document_ids), style=style, desk=self)

    def draft(
        self,
        document_ids: Iterable[str] | None,
        *,
        out: Path,
        style: Style = "full",
        formats: Sequence[str] = ("md",),
        jobs: int = 1,
        max_calls: int | None = None,
        per_minute: int | None = None,
        on_progress: OnProgress | None = None,
    ) -> DraftReport:
        """Write a summary of each document named, or of all (`None`), into a folder; go on where a former run stopped.

        A model, where one is set, rewords them; it is called at most `max_calls` times, and so often `per_minute`. The
        rest: see `write_drafts`. Raises what it and `summarize` raise; then nothing is written.
        """
        from pipeline.drafting import write_drafts
        from pipeline.rewording import Maker

        entries, draft = self._chosen(document_ids), lambda entry: self._summary(entry, style)
        shelf = self.catalogue.document
        maker = Maker(self.settings, draft=draft, document=shelf, max_calls=max_calls, per_minute=per_minute)
        return write_drafts(entries, maker, out=out, style=style, formats=formats, jobs=jobs, on_progress=on_progress)

    def doctor(self) -> DoctorReport:
        """Check everything that answers rest on, and say how to mend what is wrong."""
        from pipeline.doctor import examine

        return examine(self.settings, lambda: self.library)

    def _chosen(self, document_ids: Iterable[str] | None) -> list[Entry]:
        """Return the entries of the documents named, each once, or of all."""
        self._count()
        found = self.catalogue.entries() if document_ids is None else list(map(self.catalogue.entry, document_ids))
        return list({entry.document_id: entry for entry in found}.values())

    def _summary(self, entry: Entry, style: Style) -> Summary:
        """Return the summary of one document."""
        from pipeline.generation.summary.summarize import summarize

        return summarize(entry.document_id, self.catalogue.document(entry.document_id), style=style)

    def _count(self) -> int:
        """Return the number of documents; raises `LibraryEmpty` where there is none."""
        if not (count := self.catalogue.count()):
            raise LibraryEmpty(str(self.settings.home))
        return count

    def _words(self, question: str) -> str:
        """Return a question fit to be worked on: stripped, without halves of characters, within the limit."""
        words = question.encode("utf-8", "replace").decode().strip()
        if not words:
            raise EmptyQuestion
        if len(words) > self.settings.max_question_characters:
            raise QuestionTooLong(len(words), self.settings.max_question_characters)
        return words

    def _widened(self, filters: Filters | None) -> Filters | None:
        """Return the filters with every name of their unit (水利局, 水务局)."""
        if filters is None or not filters.unit:
            return filters
        from pipeline.documents.duties.units import aliases

        return replace(filters, unit_names=aliases(filters.unit))
