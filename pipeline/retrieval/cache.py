"""What a cache of the catalogue is: it can be opened, emptied, brought up to date, and says how far it followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.retrieval.chunk import Chunk


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a cache was made from: which library, up to which generation, and with what.

    Each cache carries its stamp itself, so that a folder that was lost or exchanged is noticed. `made_with` is the
    encoder's name for vectors and the version of the terms for keywords; a cache made with something else cannot be
    asked and is made anew.
    """

    library: str
    generation: int
    made_with: str


class Cache(Protocol):
    """What the library asks of a cache."""

    name: str

    @property
    def made_with(self) -> str:
        """With what it would be made now."""

    @property
    def stamp(self) -> Stamp | None:
        """What the open cache was made from."""

    def on_disk(self) -> bool:
        """Tell whether there is anything to open."""

    def open(self, library: str) -> Stamp | None:
        """Open what is stored now."""

    def close(self) -> None:
        """Let go of it."""

    def count(self) -> int:
        """Count its chunks."""

    def clear(self, library: str) -> None:
        """Empty it."""

    def replace(self, document_ids: Sequence[str], chunks: Iterable[Chunk], *, library: str) -> None:
        """Take documents out and put chunks in."""

    def write_stamp(self, stamp: Stamp) -> None:
        """Note what it is made from."""
