"""What each of several documents that a question names tells: its item on the matter, read for the thing asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import passages
from pipeline.generation.extractive.evidence import Source, heading, item_name, plain
from pipeline.generation.extractive.fitting import kind_asked, tells_kind
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.several.stage_lines import lines
from pipeline.generation.extractive.several.stages import matter_words, weighed_items
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.places import of_one_place
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.several.splitting import Side
    from pipeline.generation.extractive.several.stages import Stage

WHICH_MATTER = compiled(
    r"(?:哪|什么)(?:一|几|些)?(?:个|件|项|样|笔)?[一-鿿]{0,4}?(?:项目|事|议题|议案|提案|方案|文件|办法|工程)"
)
"""Asks for a matter, which the title of its item names."""
OF_ALL = compiled(r"各|分别|其[他它余]|别的|还有|都|几[家个]|两[家个地市县]|另")
"""Asks of others too."""
HELD = 0.3
"""Share of the matter's words that the item must hold."""
APART = 0.75
"""How much the next item of the document may hold of what it holds."""


def told_in(composing: Composing) -> Draft | None:
    """Answer out of the item that is most about the matter, as one knows that the document tells of it.

    `None` where no item is plainly about it, or where that does not tell.
    """
    words = matter_words(composing)
    allowed = {entry.document_id: entry for entry in composing.question.scope.entries}
    stages = weighed_items(composing, words, allowed) if words else []
    ranked = sorted(stages, key=lambda stage: stage.held, reverse=True)
    if not ranked or ranked[0].share < HELD:
        return None
    best = ranked[0]
    if len(ranked) > 1 and ranked[1].held > APART * best.held:
        return None
    told = lines(composing, best, [composing.question.text]) or _only_one(composing, best)
    return composing.draft("passages", told) if told else None


def named_by_title(composing: Composing, draft: Draft) -> Draft:
    """Return an answer with the titles of the items that it rests on, where the question asks which matter it was."""
    if draft.refused or draft.route != "passages" or not WHICH_MATTER.search(composing.question.text):
        return draft
    ids = list(dict.fromkeys(quote.document_id for quote in draft.quotes))
    sources = {entry.document_id: Source(entry, paper) for entry, paper in composing.catalogue.documents_named(ids)}
    return replace(draft, sentences=tuple(_titled(sources, one) for one in draft.sentences))


def kept_near(side: Side, draft: Draft, before: Iterable[Draft], composing: Composing) -> Draft:
    """Return an answer to a side out of the papers of the place that the sides before it were of, where it has such.

    谁负责搬迁, behind 厅机关搬了没有, asks of no hospital that another county moves. A question of each is of all.
    """
    told = {quote.document_id for one in before for quote in one.quotes}
    own = {quote.document_id for quote in draft.quotes}
    of_all = side.apart or OF_ALL.search((side.bare or side.question).text)
    if of_all or draft.refused or draft.route == "ledger" or len(own) < 2 or not own & told:
        return draft
    entries = {entry.document_id: entry for entry, _ in composing.catalogue.documents_named([*told | own])}
    kept = {one for one in own if any(of_one_place(entries[one], entries[other]) for other in told)}
    lines = tuple(one for one in draft.sentences if all(quote.document_id in kept for quote in one.quotes))
    return replace(draft, sentences=lines) if lines else draft


def _titled(sources: Mapping[str, Source], told: Sentence) -> Sentence:
    source = sources[told.quotes[0].document_id] if told.quotes else None
    item = source.document.item_at(told.quotes[0].start) if source else None
    if source is None or item is None or not item.title or plain(item_name(item)) in told.text:
        return told
    stamp = f"{source.stamp}：" if told.text.startswith(source.stamp) else ""
    said = told.text.removeprefix(stamp)
    return Sentence(f"{stamp}{plain(item_name(item))}：{said}", (heading(source, item), *told.quotes))


def _only_one(composing: Composing, stage: Stage) -> list[Sentence]:
    """Return the one sentence of an item that holds the kind of thing asked for; none of several."""
    text = composing.question.text
    if kind_asked(text).kind not in STRICT:
        return []
    source = stage.source
    held = [
        place for place in sentences(source.document, stage.item.span) if tells_kind(text, source.document.quote(place))
    ]
    return [passages.told(source, held[0])] if len(held) == 1 else []


def stamped_apart(composing: Composing, told: list[Sentence]) -> list[Sentence]:
    """Return sentences of several documents each with its document's stamp; those of one place the newest first."""
    ids = list(dict.fromkeys(quote.document_id for sentence in told for quote in sentence.quotes))
    if len(ids) < 2:
        return told
    sources = {entry.document_id: Source(entry, paper) for entry, paper in composing.catalogue.documents_named(ids)}
    found = [(sources[one.quotes[0].document_id] if one.quotes else None, one) for one in told]
    first, *rest = sources.values()
    if all(of_one_place(first.entry, other.entry) for other in rest):
        found.sort(key=lambda pair: (pair[0] and pair[0].entry.date) or "", reverse=True)
    return [_with_stamp(source, one) for source, one in found]


def _with_stamp(source: Source | None, one: Sentence) -> Sentence:
    if source is None or source.stamp in one.text:
        return one
    return replace(one, text=f"{source.stamp}：{one.text}")


def each_once(drafts: Sequence[Draft]) -> list[Sentence]:
    """Return the sentences of drafts, each once: not what another tells with more beside it."""
    told = list(dict.fromkeys(sentence for draft in drafts for sentence in draft.sentences))
    return [one for one in told if not any(_within(one, other) for other in told)]


def _within(one: Sentence, other: Sentence) -> bool:
    """Tell whether a sentence is told by another: the verdict alone, and under its title."""
    held = all(any(quote.overlaps(place) for place in other.quotes) for quote in one.quotes)
    return one is not other and one.text in other.text and held
