"""Gives every sentence its numbered sources: each quote is the document's text, to the character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.meeting_words import numbered
from pipeline.minutes import as_json

if TYPE_CHECKING:
    from pipeline.generation.checking.reading.source import Problem
    from pipeline.minutes import Document

Verdict = Literal["verified", "flagged"]


class Stamped(Protocol):
    """What a citation takes over from the library's entry of a document: its stamp."""

    @property
    def document_id(self) -> str:
        """The document's id."""

    @property
    def file(self) -> str:
        """The file's base name."""

    @property
    def issuing_body(self) -> str | None:
        """The body that issued it (发文机关)."""

    @property
    def document_number(self) -> str | None:
        """The document number (发文字号)."""

    @property
    def meeting_name(self) -> str | None:
        """The meeting's name."""

    @property
    def meeting_number(self) -> int | None:
        """The meeting's number."""

    @property
    def date(self) -> str | None:
        """The date, ISO as far as the text goes."""


class Shelf(Protocol):
    """Where documents are found by id; the library's catalogue is one."""

    def entry(self, document_id: str) -> Stamped:
        """Return the entry of a document; raises `UnknownDocument`."""

    def document(self, document_id: str) -> Document:
        """Return the parsed document; raises `UnknownDocument`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source (出处) of an answer: the wording, where it stands, and the stamp of its document.

    `quote` equals the document's text from `start` to `end`; `meeting` is the meeting's name, `meeting_number` its
    number where the name does not hold it, `item` the label and
    `item_title` the title of the agenda item that holds the quote, `page` is 1-based, `body` the body that issued the
    document. `None` where not stated.
    """

    document_id: str
    file: str
    document_number: str | None
    meeting: str | None
    date: str | None
    item: str | None
    item_title: str | None
    quote: str
    start: int
    end: int
    page: int | None
    body: str | None = None
    meeting_number: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the citation as the public interface has it."""
        return {
            "document_id": self.document_id,
            "file": self.file,
            "document_number": self.document_number,
            "meeting": self.meeting,
            "date": self.date,
            "item": self.item,
            "item_title": self.item_title,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "page": self.page,
            "body": self.body,
            "meeting_number": self.meeting_number,
        }

    @property
    def stamp(self) -> str:
        """What a sentence may state beside its quote: body, number, meeting, date, item, title, the file's name."""
        item = f"第{self.item}项" if self.item else None
        called = numbered(self.meeting, self.meeting_number)
        named = (self.body, self.document_number, called, self.date)
        parts = (*named, item, self.item_title, PurePath(self.file).stem)
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of an answer with the indexes (from 0) of its citations, and what the check found.

    A statement counts as flagged until it has been checked.
    """

    text: str
    citations: tuple[int, ...] = ()
    check: Verdict = "flagged"
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the statement as the public interface has it; a problem has kind, text and message."""
        return {
            "text": self.text,
            "citations": list(self.citations),
            "check": self.check,
            "problems": as_json(self.problems),
        }


def cite(sentences: Sequence[Sentence], catalogue: Shelf) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Number the quotes of a draft in the order of their first use, one citation for each distinct place.

    A place that lies outside its text, or holds only blanks, proves nothing and is left out; the check then misses what
    it should have carried.

    Args:
        sentences: the draft's sentences.
        catalogue: where the documents are found.

    Returns:
        One unchecked statement for each sentence, and the citations that they number.

    Raises:
        UnknownDocument: a quote names a document that the library does not hold.
    """
    documents: dict[str, Document] = {}
    numbers: dict[Quote, int] = {}
    citations: list[Citation] = []
    statements: list[Statement] = []
    for sentence in sentences:
        used: list[int] = []
        for place in sentence.quotes:
            if place not in numbers:
                if place.document_id not in documents:
                    documents[place.document_id] = catalogue.document(place.document_id)
                citation = _citation(place, documents[place.document_id], catalogue.entry(place.document_id))
                if citation is None:
                    continue
                numbers[place] = len(citations)
                citations.append(citation)
            if numbers[place] not in used:
                used.append(numbers[place])
        statements.append(Statement(text=sentence.text, citations=tuple(used)))
    return tuple(statements), tuple(citations)


def _citation(place: Quote, document: Document, entry: Stamped) -> Citation | None:
    """Return the citation of a place, or `None` where the text holds nothing there."""
    if not 0 <= place.start < place.end <= len(document.text):
        return None
    quote = document.text[place.start : place.end]
    if not quote.strip():
        return None
    item = document.item_at(place.start)
    return Citation(
        document_id=entry.document_id,
        file=entry.file,
        document_number=entry.document_number,
        meeting=entry.meeting_name,
        date=entry.date,
        item=item.label if item else None,
        item_title=item.title if item else None,
        quote=quote,
        start=place.start,
        end=place.end,
        page=document.page_at(place.start),
        body=entry.issuing_body,
        meeting_number=entry.meeting_number,
    )
