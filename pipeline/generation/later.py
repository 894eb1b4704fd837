"""Where the matter of an answer came before a later meeting, the answer tells what was changed there, or names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft, Sentence
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import heading, item_name, plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.several.returned import Returned, put_in_its_place, returned

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Catalogue, Entry

AGAIN, RELATED = "此事其后又上会", "其后另有相关议题"
"""What a later meeting did with the matter: heard it again under the same name, or one whose name holds it (细则)."""
AT_LENGTH = 30
"""Characters of the verdict of a later meeting that is told with the matter's name."""
CHANGED = "其后有变"
"""A later meeting put something else in the place of what the answer tells."""


def with_later(draft: Draft, *, catalogue: Catalogue, entries: Sequence[Entry]) -> Draft:
    """Return a draft with a line for each later meeting of the same place that had the same matter on its agenda.

    A refusal and a long list stay as they are, and so does an answer that rests on that meeting already.

    Args:
        draft: an answer before its proof.
        catalogue: where the documents are.
        entries: the documents within the user's filters.
    """
    later = returned(draft, catalogue=catalogue, entries=entries)
    return replace(draft, sentences=(*draft.sentences, *(line for one in later for line in _lines(one, draft.said))))


def _lines(later: Returned, told: str) -> Iterator[Sentence]:
    """Yield what a later meeting put in the place of what was told, or the line that names it."""
    source = later.source
    changed = [place for place in put_in_its_place(told, source, later.item) if later.speaks_of_it(place)]
    for place in changed:
        one = passages.told(source, place)
        yield Sentence(f"{CHANGED}：{source.stamp}：{one.text}", one.quotes)
    if not changed and not later.named:
        named = AGAIN if later.again else RELATED
        quotes, ruled = [heading(source, later.item)], ""
        if len(later.item.outcomes) == 1 and len(later.item.outcomes[0].text) <= AT_LENGTH:
            [verdict] = later.item.outcomes
            quotes, ruled = [*quotes, quote(source, verdict.span)], f"，{plain(verdict.text)}"
        yield Sentence(f"{named}：{source.stamp}：{plain(item_name(later.item))}{ruled}", tuple(quotes))
