"""The item of each document that is about one matter, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON, Source
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.wordings import A_MEASURE, CONCLUSION, HOW_MUCH, matter_of
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.matter_names import matter_name
from pipeline.generation.places import of_one_place, places_of
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.reading.concepts import Concept
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Entry

NO_MATTER = compiled(
    r"时间|日期|日子|数量|标准|金额|今年|明年|去年|[一-鿿]?年度?|结论|预算|结果|定[的了下]来?|自己|不?[能可以会]{1,2}|最[长短多少高低]|允许|一次"
)
"""Words of what is asked of a matter, which do not tell it."""
HITS = 40
SAME, TITLED = 0.6, 0.2
"""Share of the matter's words that the item most about it must hold, and its title."""
NAMED_SAME, KIN = 0.45, 0.3
"""The same of each document that a question names; of items whose titles are alike."""
EQUAL = 0.9
"""Share of what the best item holds which another must hold, for the matter to be its own as well."""
NEARLY = 0.6
"""Share of what that item holds which one of another meeting must hold."""
LEFT = 1.0
"""What the words must weigh together that are left of a matter."""
WHOLLY = 0.9
"""Share of the matter's words from which on two items of one place are about it, however they are titled."""
NAMED_APART = 0.6
"""Share of the matter's words that a sentence must hold, where the title of its item does not name the matter."""
BOTH = 0.4
"""Share of the matter's words that both titles must hold, where they are not alike."""
ALIKE = 0.6
"""Share of the words of one title that the other must hold."""
AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """An item of one meeting that is about the matter, and how much of its words it holds."""

    source: Source
    item: Item
    share: float
    titled: float
    words: tuple[Concept, ...] = ()
    spoken: float = 0.0
    """The most that one sentence of the item holds, where its title does not name the matter."""

    @property
    def apart(self) -> bool:
        """Whether the matter is one of several of the item, which its sentences name and its title does not."""
        return self.titled < TITLED and self.spoken >= NAMED_APART

    @property
    def held(self) -> float:
        """How much the item and its title hold, 0 to 2: an item whose title names the matter is the more about it."""
        return self.share + self.titled


def stages_of(composing: Composing, allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that are about one matter of one place, the best of each document, newest first."""
    concepts = matter_words(composing)
    if not concepts:
        return []
    found = weighed_items(composing, concepts, allowed)
    told = _told_anywhere(concepts, found)
    if len(told) < len(concepts):
        found = [weighed(one.source, one.item, told) for one in found]
    most = max((stage.held for stage in found), default=0.0)
    firsts = [
        one for one in found if one.held >= EQUAL * most and one.share >= SAME and (one.titled >= TITLED or one.apart)
    ]
    best = max((kindred(first, found) for first in firsts), key=len, default={})
    kept = sorted(best.values(), key=lambda stage: stage.source.entry.date or "", reverse=True)
    return kept if len(kept) <= AT_MOST else []


def _told_anywhere(concepts: list[Concept], found: Sequence[Stage]) -> list[Concept]:
    """Return the words that any of some items holds; the others (先别动) are the question's. All if few are left."""
    said = [fold(f"{one.item.title} {one.source.document.quote(one.item.span)}") for one in found]
    told = [one for one in concepts if any(one.held(text)[1] for text in said)]
    return told if sum(one.weight for one in told) >= LEFT else concepts


def kindred(first: Stage, found: Sequence[Stage]) -> dict[str, Stage]:
    """Return the items that are kin to one, the best of each document."""
    best: dict[str, Stage] = {}
    for stage in found:
        if stage.share < first.share * NEARLY or not kin(first, stage):
            continue
        known = best.get(stage.source.document_id)
        if known is None or stage.held > known.held:
            best[stage.source.document_id] = stage
    return best


def named_stages(composing: Composing, words: list[Concept]) -> list[Stage]:
    """Return the item of each named meeting that is most about the matter, newest first; none where one has none."""
    entries = composing.question.scope.entries
    best: dict[str, Stage] = {}
    for stage in weighed_items(composing, words, {entry.document_id: entry for entry in entries}):
        known = best.get(stage.source.document_id)
        if known is None or stage.held > known.held:
            best[stage.source.document_id] = stage
    first = max(best.values(), key=lambda stage: stage.held, default=None)
    if first is None or len(best) < len(entries):
        return []
    if any(stage.share < (KIN if kin(first, stage) else NAMED_SAME) for stage in best.values()):
        return []
    return sorted(best.values(), key=lambda stage: stage.source.entry.date or "", reverse=True)


def weighed_items(
    composing: Composing, concepts: list[Concept], allowed: Mapping[str, Entry], *, query: str = ""
) -> list[Stage]:
    """Return the items that a search finds in some documents, each with how much it holds of the words of a matter."""
    found: dict[tuple[str, int], Stage] = {}
    for hit in composing.find(query or " ".join((*composing.question.titles, composing.question.text)), HITS):
        if hit.document_id not in allowed or not allowed[hit.document_id].date:
            continue
        source = Source(allowed[hit.document_id], composing.catalogue.document(hit.document_id))
        item = source.document.item_at(hit.start)
        if item is not None:
            found.setdefault((hit.document_id, item.start), weighed(source, item, concepts))
    return list(found.values())


def kin(one: Stage, other: Stage) -> bool:
    """Tell whether two items are of one place and about one matter: alike in title, or both titles hold its words.

    An item without a title of its own matter (重点任务) must hold all that the other one does.
    """
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held

    if one is other:
        return True
    if one.source.document_id == other.source.document_id or not share_a_place(one, other):
        return False
    if (
        (one.apart and other.apart)
        or min(one.share, other.share) >= WHOLLY
        or min(one.titled, other.titled) >= BOTH
        or (not other.titled and other.share >= max(SAME, one.share))
    ):
        return True
    name, called = (fold(matter_name(stage.item.title)) for stage in (one, other))
    return max(share_held(concepts_of(name), called), share_held(concepts_of(called), name)) >= ALIKE


def share_a_place(one: Stage, other: Stage) -> bool:
    """Tell whether two items are of one place, or one of them names the place of the other: a town in its county's."""
    if of_one_place(one.source.entry, other.source.entry):
        return True
    return any(
        name in here.source.document.quote(here.item.span)
        for here, there in ((one, other), (other, one))
        for name in places_of(there.source.entry)
    )


def asks_for_its_size(stage: Stage, asked: str) -> bool:
    """Tell whether it is asked how much of a matter that an item is about, and of nothing in it: its verdict tells."""
    general = asked.endswith(HOW_MUCH) and not A_MEASURE.search(asked)
    return general and stage.titled >= WHOLLY and kind_asked(asked).kind in ("figure", "text")


def fitting(stage: Stage, asked: list[str]) -> list[str]:
    """Return what is asked of one meeting: of a matter that its item is about, and of nothing in it, the verdict."""
    return [CONCLUSION] if any(asks_for_its_size(stage, one) for one in asked) else asked


def matter_words(composing: Composing, text: str | None = None) -> list[Concept]:
    """Return the words that name a matter, those of the names of the documents in question aside.

    Args:
        composing: the question on its way.
        text: what names the matter, where that is not the whole question.
    """
    from pipeline.generation.extractive.reading.concepts import concepts_of

    question = composing.question
    if text is None:
        text = matter_of(without(question.text, question.scope.mentions, gap="，"))
    found = concepts_of(fold(" ".join((*question.titles, text))))
    words = [one for one in found if len(one.word) > 1 and one.word not in COMMON and not NO_MATTER.fullmatch(one.word)]
    entries = question.scope.entries if question.scope.named else ()
    names = "".join(f"{entry.issuing_body or ''}{entry.name}{entry.meeting_name or ''}" for entry in entries)
    return [one for one in words if one.word not in names] or words


def weighed(source: Source, item: Item, concepts: list[Concept]) -> Stage:
    """Return an item with how much it holds of the words of a matter."""
    from pipeline.generation.extractive.reading.concepts import share_held

    entry = source.entry  # of a matter of 某某水利厅 its own items speak without its name
    names = f"{entry.issuing_body or ''}{entry.name}{entry.meeting_name or ''}"
    concepts = [one for one in concepts if one.word not in names] or concepts
    title = fold(item.title)
    said = fold(source.document.quote(item.span))
    share, titled = share_held(concepts, f"{title} {said}"), share_held(concepts, title)
    if titled >= TITLED or share < NAMED_APART:
        return Stage(source, item, share, titled, tuple(concepts))
    places = sentences(source.document, item.span)
    spoken = max((share_held(concepts, fold(source.document.quote(place))) for place in places), default=0.0)
    return Stage(source, item, share, titled, tuple(concepts), spoken)
