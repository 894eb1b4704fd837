"""The verdicts of a meeting, item by item, each as a line of a list; what was only heard has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.evidence import Source, heading, item_name, plain
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.minutes import Item, Outcome, Span

SHOWN = 120
"""Characters of a verdict that a list shows."""
HEARD = compiled(
    r"(?:会议|会)?(?:听取|学习|传达|通报)了|不作(?:出)?(?:议决|决定|决议)|未(?:作|做)[^，。；]{0,6}决[定议]"
)
"""What is done with an item on which nothing is decided."""
VERDICT_WORD = compiled(
    r"原则上?(?:通过|同意)|审议通过|表决通过|不予(?:通过|同意)|[不未]?(?:获|予以)?(?:通过|同意)|再议|暂缓[^，。]{0,6}"
)


def every_verdict(source: Source) -> list[Sentence]:
    """Return the verdicts of a meeting, item by item; of one without any what was only heard, or that it has none."""
    if source.document.kind == "rectification":
        return []
    return [
        line
        for item in source.document.items
        for line in [verdict_line(source, item, one, alone=len(item.outcomes) == 1) for one in item.outcomes]
        or [_only_heard(source, item)]
    ]


def _only_heard(source: Source, item: Item) -> Sentence:
    """Return the sentence that says that an item was only heard, or not decided on, else that it has no verdict."""
    for place in sentences(source.document, item.span):
        wording = plain(source.document.quote(place))
        if place.end - place.start <= SHOWN and HEARD.search(wording):
            told = f"{item_name(item)}：未载明审议结论。{wording}"
            return Sentence(told, (quote(source, place), heading(source, item)))
    return without_verdict(source, item)


def behind_its_name(source: Source, item: Item, place: Span) -> Sentence:
    """Return a place of an item behind the item's name."""
    return Sentence(f"{item_name(item)}：{plain(source.document.quote(place))}", (quote(source, place),))


def without_verdict(source: Source, item: Item) -> Sentence:
    """Say that the text gives no verdict of an item."""
    return Sentence(f"{item_name(item)}：未载明审议结论。", (heading(source, item),))


def verdict_line(source: Source, item: Item, verdict: Outcome | None, *, alone: bool = True) -> Sentence:
    """Return a verdict of an item: its word alone, or where there are several, on what each of them is."""
    if verdict is None:
        return Sentence(item.title, (heading(source, item),))
    name, whole = VERDICT_WORD.search(verdict.text), plain(verdict.text)
    # 「一致同意将本议案暂缓表决」: of what was turned down or put off no single word is taken out
    kept = (verdict.class_ in ("rejected", "deferred") or not alone) and len(whole) <= SHOWN
    return Sentence(
        f"{item.title}：{name.group() if name and not kept else whole}",
        (quote(source, verdict.span), heading(source, item)),
    )
