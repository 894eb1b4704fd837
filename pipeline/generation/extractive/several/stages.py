"""The item of each document that is about one matter, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive import matters, passages
from pipeline.generation.extractive.evidence import COMMON, Source, Terms
from pipeline.generation.extractive.fitting import kind_asked, tells_kind
from pipeline.generation.extractive.reading.kinds import STRICT
from pipeline.generation.extractive.reasons import gives_reason
from pipeline.generation.extractive.replaced import replacement
from pipeline.generation.extractive.several.named_apart import of_one_place, places_of
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.several.wordings import VERDICT_ASKED, matter_of
from pipeline.generation.extractive.stretches import sentences, with_what_follows
from pipeline.generation.extractive.target import Target
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.generation.draft import Sentence
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
ENOUGH = 0.06
"""How likely a sentence of such an item must be to tell what is asked."""
BESIDE, AS_LIKELY = 0.55, 0.8
"""A second sentence is told as well where it is so likely, and nearly as likely as the first."""
SPOKEN_OF = 0.3
"""Share of the matter's words that a sentence must hold where the item's title holds none."""
AT_MOST = 5
SENTENCES = 3
"""Sentences that are told of a matter which is one of several of an item."""
ANNOUNCED = 240


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
        found = [_weighed(one.source, one.item, told) for one in found]
    most = max((stage.held for stage in found), default=0.0)
    firsts = [
        one for one in found if one.held >= EQUAL * most and one.share >= SAME and (one.titled >= TITLED or one.apart)
    ]
    best = max((_kindred(first, found) for first in firsts), key=len, default={})
    kept = sorted(best.values(), key=lambda stage: stage.source.entry.date or "", reverse=True)
    return kept if len(kept) <= AT_MOST else []


def _told_anywhere(concepts: list[Concept], found: Sequence[Stage]) -> list[Concept]:
    """Return the words that any of some items holds; the others (先别动) are the question's. All if few are left."""
    said = [fold(f"{one.item.title} {one.source.document.quote(one.item.span)}") for one in found]
    told = [one for one in concepts if any(one.held(text)[1] for text in said)]
    return told if sum(one.weight for one in told) >= LEFT else concepts


def _kindred(first: Stage, found: Sequence[Stage]) -> dict[str, Stage]:
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


def weighed_items(composing: Composing, concepts: list[Concept], allowed: Mapping[str, Entry]) -> list[Stage]:
    """Return the items that a search finds in some documents, each with how much it holds of the words of a matter."""
    found: dict[tuple[str, int], Stage] = {}
    for hit in composing.find(" ".join((*composing.question.titles, composing.question.text)), HITS):
        if hit.document_id not in allowed or not allowed[hit.document_id].date:
            continue
        source = Source(allowed[hit.document_id], composing.catalogue.document(hit.document_id))
        item = source.document.item_at(hit.start)
        if item is not None:
            found.setdefault((hit.document_id, item.start), _weighed(source, item, concepts))
    return list(found.values())


def kin(one: Stage, other: Stage) -> bool:
    """Tell whether two items are of one place and about one matter: alike in title, or both titles hold its words.

    An item without a title of its own matter (重点任务) must hold all that the other one does.
    """
    from pipeline.generation.extractive.reading.concepts import concepts_of, share_held
    from pipeline.generation.summary.matter import matter_name

    if one is other:
        return True
    if one.source.document_id == other.source.document_id or not _of_one_place(one, other):
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


def _of_one_place(one: Stage, other: Stage) -> bool:
    """Tell whether two items are of one place, or one of them names the place of the other: a town in its county's."""
    if of_one_place(one.source.entry, other.source.entry):
        return True
    return any(
        name in here.source.document.quote(here.item.span)
        for here, there in ((one, other), (other, one))
        for name in places_of(there.source.entry)
    )


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


def _weighed(source: Source, item: Item, concepts: list[Concept]) -> Stage:
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


def lines(composing: Composing, stage: Stage, asked: Sequence[str]) -> list[Sentence]:
    """Return what a meeting says of the matter: an answer to each thing asked, each sentence once."""
    told = (line for text in asked for _, line in _told(composing, stage, text))
    return list({line.text: line for line in told}.values())


def likeliest(composing: Composing, stage: Stage, asked: Sequence[str]) -> list[Sentence]:
    """Return what a meeting says in answer to one of several wordings, of which another may be meant for another."""
    told = [found for text in asked if (found := _told(composing, stage, text))]
    best = max(told, key=lambda found: found[0][0], default=[])
    return [line for _, line in best]


def told_apart(stage: Stage) -> list[Sentence]:
    """Return the sentences of an item that name a matter which is one of several of it."""
    from pipeline.generation.extractive.reading.concepts import share_held

    document = stage.source.document
    places = [
        place
        for place in sentences(document, stage.item.span)
        if share_held(stage.words, fold(document.quote(place))) >= NAMED_APART
    ]
    return [passages.said(stage.source, passages.without_label(stage.source, place)) for place in places[:SENTENCES]]


def _on_what_is_named(stage: Stage, verdicts: Sequence[Sentence]) -> Sentence:
    """Return the one of several verdicts that speaks of what is named beside the item's title, else the first."""
    from pipeline.generation.extractive.reading.concepts import share_held

    title = fold(stage.item.title)
    beside = [one for one in stage.words if not one.held(title)[1]]
    if not beside or len(verdicts) == 1:
        return verdicts[0]
    return max(verdicts, key=lambda line: share_held(beside, fold(line.text)))


def _told(composing: Composing, stage: Stage, text: str) -> list[tuple[float, Sentence]]:
    """Return what an item says in answer to a text, the likeliest first: one sentence, or two as likely."""
    from pipeline.generation.extractive.reading.candidates import candidates_in  # numpy: only where it reads
    from pipeline.generation.extractive.reading.concepts import share_held

    kind = kind_asked(text).kind
    if (kind == "verdict" or VERDICT_ASKED.search(text)) and stage.apart:
        return [(1.0, line) for line in told_apart(stage)]
    if kind == "verdict" or VERDICT_ASKED.search(text):
        told = matters.outcome(Target(stage.source, stage.item, 1.0), Terms({}))
        if told:
            return [(1.0, _on_what_is_named(stage, told))]
    scope = replace(composing.question.scope, mentions=())
    question = replace(composing.question, text=text, aspect=None, titles=(), inherited=(), scope=scope)
    words = [] if stage.titled else matter_words(composing)
    title = stage.item.spans.get("title")
    found: list[tuple[float, Sentence]] = []
    for one in candidates_in(question, stage.source, stage.item):
        if one.likely < (max(BESIDE, AS_LIKELY * found[0][0]) if found else ENOUGH) or len(found) > 1:
            break
        heads = title is not None and one.span.start <= title.start < one.span.end <= title.end + 1
        strays = bool(words) and share_held(words, fold(one.text)) < SPOKEN_OF
        if heads or strays or not tells_kind(text, one.text) or not (one.can or kind not in STRICT):
            continue
        if kind == "reason" and not gives_reason(one.text):
            continue
        place = passages.without_label(one.source, one.span)
        place = with_what_follows(one.source.document, place, within=stage.item.span, limit=ANNOUNCED)
        found.append((one.likely, passages.said(one.source, place)))
        if (now := replacement(one.source.document, stage.item, one.span)) is not None:
            found.append((one.likely, passages.said(one.source, passages.without_label(one.source, now))))
    return found
