"""A stretch of a document that a question may mean, and how much it holds of what that names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item, Span


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a document, mostly an item, and how much it holds of what a question names (0 to 1)."""

    source: Source
    item: Item | None
    span: Span
    share: float

    @property
    def title(self) -> str:
        """The title of the item."""
        return (self.item.title if self.item else "") or ""
