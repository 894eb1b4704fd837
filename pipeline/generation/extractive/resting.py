"""The one item on which an answer rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Quote
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Catalogue


def rests_on(quotes: Sequence[Quote], catalogue: Catalogue) -> tuple[Source, Item] | None:
    """Return the one item in which the quotes of an answer stand, with its document; those outside items aside.

    `None` where there are none, where they stand in several documents, or in several items or none.
    """
    if len({quote.document_id for quote in quotes}) != 1:
        return None
    entry, document = next(iter(catalogue.documents_named([quotes[0].document_id])))
    items = {item.start: item for quote in quotes if (item := document.item_at(quote.start)) is not None}
    return (Source(entry, document), next(iter(items.values()))) if len(items) == 1 else None
