"""Where the matter of an answer came before a later meeting, the answer names it: there its fate was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft, Sentence
from pipeline.generation.extractive.evidence import Source, heading, item_name, plain
from pipeline.generation.places import same_place
from pipeline.generation.summary.matter import lasting_name, same_matter
from pipeline.minutes import RECORDED

if TYPE_CHECKING:
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Catalogue, Entry
    from pipeline.retrieval.rows import Heading

AT_MOST = 3
"""Later meetings that are named, the newest; and items that an answer may rest on, to be about one matter."""
AGAIN, RELATED = "此事其后又上会", "其后另有相关议题"
"""What a later meeting did with the matter: heard it again under the same name, or one whose name holds it (细则)."""
_PIECE = 6


def with_later(draft: Draft, *, catalogue: Catalogue, entries: Sequence[Entry]) -> Draft:
    """Return a draft with a line for each later meeting of the same place that had the same matter on its agenda.

    A refusal and a long list stay as they are, and so does an answer that rests on that meeting already.

    Args:
        draft: an answer before its proof.
        catalogue: where the documents are.
        entries: the documents within the user's filters.
    """
    if draft.refused:
        return draft
    cited = dict.fromkeys(quote.document_id for quote in draft.quotes)
    if len(cited) > AT_MOST:
        return draft
    dated = {entry.document_id: entry for entry in entries if entry.date and entry.date[0] != "-"}
    matters = list(_matters(draft, [Source(dated[one], catalogue.document(one)) for one in cited if one in dated]))
    if not matters or len({item.start for _, item, _ in matters}) > AT_MOST:
        return draft
    found: dict[str, tuple[str, Heading]] = {}
    pieces = [piece for _, _, name in matters for piece in _pieces(name)]
    for one in catalogue.headed(pieces, after=min(entry.date or "" for entry, _, _ in matters)):
        other, called = dated.get(one.document_id), lasting_name(one.title)
        if other is None or other.kind not in RECORDED or not called or one.document_id in cited:
            continue
        for entry, _, name in matters:
            later = (entry.date or "") < (other.date or "")
            if later and same_matter(name, called) and same_place(entry, other):
                found[one.document_id] = (AGAIN if called == name else RELATED, one)
    newest = sorted(found.values(), key=lambda each: dated[each[1].document_id].date or "", reverse=True)[:AT_MOST]
    lines = (
        _line(told, Source(dated[one.document_id], catalogue.document(one.document_id)), one) for told, one in newest
    )
    return replace(draft, sentences=(*draft.sentences, *lines))


def _matters(draft: Draft, sources: Sequence[Source]) -> Iterator[tuple[Entry, Item, str]]:
    """Yield the items that an answer rests on, with the names of their matters, as far as they have one."""
    for source in sources:
        own = [source.document.item_at(one.start) for one in draft.quotes if one.document_id == source.document_id]
        for item in {item.start: item for item in own if item is not None}.values():
            if name := lasting_name(item.title):
                yield source.entry, item, name


def _pieces(name: str) -> list[str]:
    """Return pieces of a name of which a title of the same matter holds one: its beginning, middle and end."""
    middle = (len(name) - _PIECE) // 2
    return list(dict.fromkeys((name[:_PIECE], name[middle : middle + _PIECE], name[-_PIECE:])))


def _line(told: str, source: Source, later: Heading) -> Sentence:
    """Return the line that names a later meeting and what the matter was called there."""
    item = next(item for item in source.document.items if item.start == later.start)
    return Sentence(f"{told}：{source.stamp}：{plain(item_name(item))}", (heading(source, item),))
