"""What an earlier meeting fixed and this one puts something else in the place of: 上次会定在东门，这次改到北门."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive import passages
from pipeline.generation.extractive.stretches import sentences
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Document, Item, Span

FORMER = compiled(
    r"(?:第[0-9０-９一二三四五六七八九十百]+[次期][^，。；]{0,12}会议?|上一?次[^，。；]{0,6}会议?)(?:曾|原|已)?(?:定|议定|明确|确定|要求|决定)(?!的)"
    r"|曾(?:定|议定|明确|确定|要求|决定)|原(?:先|来)?(?:定|计划|拟)"
)
REPLACED = compiled(r"改[为到至由成]|调整[为到至]|变更为|推迟|延[至长后期]|顺延|提前[到至]|更换|接替|换[成为到]")
"""What an earlier meeting fixed (第7期会议曾定7月底前), and what puts something else in its place."""
BY_NOW = "现在|如今|目前|眼下|最终"
NOW = compiled(rf"{BY_NOW}|最新|后来")
"""Asks how things stand after the last meeting on them."""
PAST = compiled(r"原来|原先|原定|当初|起初|最初|曾|上一?[次回]|前一?[次回]|第[0-9一二三四五六七八九十]+[次期]")
"""Asks what was fixed before."""
WITHIN = 2
"""Sentences behind it in which what replaces it is looked for."""


def was_replaced(document: Document, item: Item, place: Span) -> bool:
    """Tell whether a sentence holds what an earlier meeting fixed, and the item goes on to put another in its place."""
    said = document.quote(place)
    if not FORMER.search(said) or REPLACED.search(said):
        return False
    return bool(REPLACED.search(document.text, place.end, item.end))


def replacement(document: Document, item: Item, place: Span) -> Span | None:
    """Return the sentence right behind that puts another in the place of what an earlier meeting fixed, or `None`."""
    if not was_replaced(document, item, place):
        return None
    behind = [one for one in sentences(document, item.span) if one.start >= place.end][:WITHIN]
    return next((one for one in behind if REPLACED.search(document.quote(one))), None)


def in_its_place(question: str, source: Source, item: Item, place: Span) -> Sentence | None:
    """Return as a sentence what replaces what a place tells; `None` where nothing does, or what was before is asked."""
    now = None if PAST.search(question) else replacement(source.document, item, place)
    return passages.told(source, now) if now is not None else None
