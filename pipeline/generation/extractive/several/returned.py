"""The later meetings to which the matter of an answer returned, and what they put in the place of what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.continuing import continued
from pipeline.generation.draft import LaterItem
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.giving_way import gives_way, plainly, values, who_left
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.replaced import REPLACED
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.matter_names import ONE_NAME, goes_on, lasting_name, shared_pieces
from pipeline.generation.places import place_of, same_place
from pipeline.minutes import RECORDED
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.minutes import Item, Span
    from pipeline.retrieval.catalogue import Catalogue, Entry

AT_MOST = 3
"""Later meetings that are named, the newest; and items that an answer may rest on, to be about one matter."""
NOT_KEPT = compiled(
    r"未能|没能|未按|没有?按|无法|难以|没有?(?:如期|按期|按时)?(?:实现|完成|开工|到位|建成)|逾期|延误|滞后|顺延"
)
"""Says that a time which an earlier meeting set was not kept."""
LOOKS_BACK = compiled(r"(?:议定|决定|交办|督办|部署)事项[^，,。；;]{0,8}(?:落实|办理|进展|执行|推进)")
"""The title of an item that goes through what earlier meetings decided, whatever it was of."""
_BACK = ("定事项", "办事项", "署事项")


@dataclass(frozen=True, slots=True)
class Returned:
    """An item under which a matter came before a later meeting; `again` where its name was the same.

    `named` is the name of the matter where the item is of all that earlier meetings decided: a sentence must name it.
    """

    source: Source
    item: Item
    again: bool
    named: str = ""

    def speaks_of_it(self, place: Span) -> bool:
        """Tell whether a sentence of the item is of the matter."""
        return not self.named or goes_on(self.named, plainly(self.source.document.quote(place)))


def returned(draft: Draft, *, catalogue: Catalogue, entries: Sequence[Entry]) -> list[Returned]:
    """Return the items of later meetings of the same place that had the matter of an answer on their agenda.

    Of each meeting the one that is most the matter's. None for a refusal, for a long list, and of a meeting on which
    the answer rests already. They are looked up once for the same quotes: see `with_returned`.

    Args:
        draft: an answer before its proof.
        catalogue: where the documents are.
        entries: the documents within the user's filters.
    """
    held = {entry.document_id: entry for entry in entries}
    known = draft.later is not None and draft.later[0] == tuple(draft.quotes)
    later = draft.later[1] if known and draft.later is not None else _looked_up(draft, catalogue, held)
    return [
        Returned(source, item, one.again, one.named)
        for one in later
        if one.document_id in held
        for source in (Source(held[one.document_id], catalogue.document(one.document_id)),)
        for item in source.document.items
        if item.start == one.start
    ]


def with_returned(draft: Draft, later: Sequence[Returned]) -> Draft:
    """Return a draft that keeps the later items that were looked up, but those on which it rests by now."""
    quotes = tuple(draft.quotes)
    cited = {quote.document_id for quote in quotes}
    kept = [LaterItem(one.source.document_id, one.item.start, one.again, one.named) for one in later]
    return replace(draft, later=(quotes, tuple(one for one in kept if one.document_id not in cited)))


def _looked_up(draft: Draft, catalogue: Catalogue, held: Mapping[str, Entry]) -> list[LaterItem]:
    """Return where the matter of an answer returned, the newest meetings first."""
    if draft.refused:
        return []
    cited = dict.fromkeys(quote.document_id for quote in draft.quotes)
    if len(cited) > AT_MOST:
        return []
    dated = {key: entry for key, entry in held.items() if entry.date and entry.date[0] != "-"}
    matters = list(_matters(draft, [Source(dated[one], catalogue.document(one)) for one in cited if one in dated]))
    if not matters or len({item.start for _, item, _ in matters}) > AT_MOST:
        return []
    others = {key: entry for key, entry in dated.items() if entry.kind in RECORDED and key not in cited}
    found = _most_alike(catalogue, [(entry, name) for entry, _, name in matters], others)
    latest = sorted(found, key=lambda one: dated[one.document_id].date or "", reverse=True)
    newest = [[one for one in latest if bool(one.named) == back] for back in (False, True)]
    kept = [list(dict.fromkeys(one.document_id for one in each))[:AT_MOST] for each in newest]
    return [one for each, ids in zip(newest, kept, strict=True) for one in each if one.document_id in ids]


def _most_alike(
    catalogue: Catalogue, matters: Sequence[tuple[Entry, str]], others: Mapping[str, Entry]
) -> list[LaterItem]:
    """Return the item of each later paper that is most each of some matters, in the order of the papers."""
    best: dict[tuple[str, str], tuple[float, LaterItem]] = {}
    pieces = [*(piece for _, name in matters for piece in shared_pieces(name)), *_BACK]
    for one in catalogue.headed(pieces, after=min(entry.date or "" for entry, _ in matters)):
        other = others.get(one.document_id)
        if other is None:
            continue
        called, back = lasting_name(one.title), bool(LOOKS_BACK.search(one.title))
        for entry, name in matters:
            if (entry.date or "") >= (other.date or "") or not same_place(entry, other):
                continue
            alike = continued(name, entry, called, other, bound="one_place")
            named, key = name.removeprefix(place_of(entry)) if back else "", (one.document_id, f"{back}{name}")
            if (alike or back) and (key not in best or alike > best[key][0]):
                best[key] = alike, LaterItem(one.document_id, one.start, alike == ONE_NAME, named)
    once = {(one.document_id, one.start, one.named): one for _, one in sorted(best.values(), key=lambda each: each[0])}
    return [one for _, one in best.values() if once[one.document_id, one.start, one.named] is one]


def put_in_its_place(told: str, source: Source, item: Item) -> list[Span]:
    """Return the sentences of an item that put another value, unit or person in the place of one that was told.

    原定6月底前开工已无法实现。会议同意调整为8月底前: both of them.
    """
    taken = values(told) | {name for name in known_names(source) if name in told}
    found: list[Span] = []
    places = list(sentences(source.document, item.span))
    for at, place in enumerate(places):
        said = plainly(source.document.quote(place))
        if gives_way(said, taken) or any(name in told for name in who_left(said)):
            found.append(place)
        elif values(said) & taken and NOT_KEPT.search(said):
            behind = (one for one in places[at + 1 :] if REPLACED.search(source.document.quote(one)))
            found += [place, now] if (now := next(behind, None)) is not None else []
    return list(dict.fromkeys(found))


def _matters(draft: Draft, sources: Sequence[Source]) -> Iterator[tuple[Entry, Item, str]]:
    """Yield the items that an answer rests on, with the names of their matters, as far as they have one."""
    for source in sources:
        own = [source.document.item_at(one.start) for one in draft.quotes if one.document_id == source.document_id]
        for item in {item.start: item for item in own if item is not None}.values():
            if name := lasting_name(item.title):
                yield source.entry, item, name
