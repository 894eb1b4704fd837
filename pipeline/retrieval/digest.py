"""What lists over a whole library look at: verdicts, tasks, who and by when, read without the places of each.

A record over ten thousand documents is read for each list; its places in the text are two thirds of it, and only of the
few documents that are shown are they needed.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.minutes import Deadline, Kind, OutcomeClass, Presenter, Votes
from pipeline.retrieval.record import decoder


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestVerdict:
    """A verdict without its place."""

    class_: OutcomeClass


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPoint:
    """A decision or measure without its places; the fields are those of `Point`."""

    text: str
    group: str | None = None
    addressed_to: str | None = None
    lead_units: tuple[str, ...] = ()
    support_units: tuple[str, ...] = ()
    deadline: Deadline | None = None
    further_deadlines: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestItem:
    """An item without its places; the fields are those of `Item`."""

    title: str
    presenter: Presenter | None = None
    further_presenters: tuple[Presenter, ...] = ()
    outcomes: tuple[DigestVerdict, ...] = ()
    next_step: str | None = None
    votes: Votes | None = None
    points: tuple[DigestPoint, ...] = ()

    @property
    def presenters(self) -> tuple[Presenter, ...]:
        """Everybody who reported, the first one first."""
        return (self.presenter, *self.further_presenters) if self.presenter else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A document's items without their places."""

    kind: Kind
    items: tuple[DigestItem, ...] = ()
    beside: tuple[DigestItem, ...] = ()


def digest_of(record: str) -> Digest:
    """Return the digest of a record of the catalogue.

    Raises:
        ValueError: the record is no JSON, or not that of a document.

    >>> digest_of('{"file":"a.txt","kind":"other","name":"a","head":{"start":0,"end":1}}')
    Digest(kind='other', items=(), beside=())
    """
    import msgspec

    try:
        return decoder(Digest).decode(record)
    except msgspec.MsgspecError as error:
        raise ValueError(f"no record of a document: {error}") from error
