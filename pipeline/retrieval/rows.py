"""What the catalogue tells of documents, people and items without opening a record; each is a row of its tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What the library knows of a document without opening its record.

    `date` is that of the meeting, else of issue; `source` the path it was read from; `added_at` in UTC.
    """

    document_id: str
    file: str
    source: str
    sha256: str
    kind: str
    name: str
    document_number: str | None
    issuing_body: str | None
    meeting_name: str | None
    meeting_number: int | None
    date: str | None
    chair: str | None
    items: int
    characters: int
    added_at: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as one document names them: `role` is present, observer, absent, recorder or chair."""

    document_id: str
    role: str
    unit: str | None
    name: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """An item as the agenda lists it, without its points; `presenter` is the name only."""

    document_id: str
    label: str | None
    number: int | None
    section: str | None
    verb: str | None
    title: str
    presenter: str | None
    start: int
    end: int
