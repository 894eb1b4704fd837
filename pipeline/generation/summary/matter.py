"""One matter (一事) through several meetings: which items are about it, and which passages only speak of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.documents.duties.units import find_units, same_unit
from pipeline.generation.columns import one_line
from pipeline.generation.extractive.evidence import Terms, terms_of
from pipeline.generation.matter_names import LONG, WORKS, matter_name, same_matter
from pipeline.generation.understanding.topic import topic_segments
from pipeline.minutes import Document, Item, Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

Relation = Literal["about", "mentions"]
"""An item is about the matter (its title names it, or its unit reports), or only speaks of it in passing."""

_ABOUT, _MENTIONED, _BY_ITSELF = 0.8, 0.8, 0.5
"""How much of the topic a title must hold; a passage with its title; the passage without it."""
_TOWN = compiled(
    r"(?:^|(?<=[关对在于及与和、]))(?![集各城村全])(?P<name>[\u4e00-\u9fff]{1,4}?(?:镇|乡(?!村)|街道|村(?!级)|社区))"
)
# 「某镇污水处理厂」 is a unit that reports, and more often what is built or mended
_FACILITY = compiled(rf"(?:{WORKS}|中心|学校|医院|养老院|敬老院)$")
_WHOLE = 120
"""A decision of at most so many characters that speaks of the matter is told whole, of a longer one its sentences."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document speaks of the matter: an item that is about it, or a passage, with the item around it if any."""

    relation: Relation
    span: Span
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What is followed through the meetings: the words of a topic, the units it names, and the names it bore so far."""

    text: str
    terms: Terms
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def places(self, document: Document, *, also: Callable[[Item], bool] | None = None) -> list[Place]:
        """Return where a document speaks of the matter, in the order of the text; an item that is about it is whole.

        Args:
            document: the document.
            also: tells whether an item is about it under another title.
        """
        found = [Place("about", item.span, item) for item in document.items if self._is_of(item, also)]
        taken = [place.span for place in found]
        for span, item in _passages(document):
            if not any(span.start in place for place in taken) and self._speaks(document, span, item):
                found.append(Place("mentions", span, item))
        return sorted(found, key=lambda place: place.span.start)

    def is_about(self, item: Item) -> bool:
        """Tell whether an item is about the matter: by its title, or because a unit asked for alone reports."""
        title = one_line(item.title)
        if self._is_unit and any(same_unit(unit, other) for unit in self.units for other in _units_of(item)):
            return True
        if self._is_unit and not _FACILITY.search(self.text):
            return False
        if _of_another_place(self.text, title):
            return False
        return self.terms.coverage(title) >= _ABOUT or any(same_matter(name, matter_name(title)) for name in self.names)

    def _is_of(self, item: Item, also: Callable[[Item], bool] | None) -> bool:
        """Tell whether an item is about the matter, under its own title or another one."""
        if self.is_about(item):
            return True
        if also is None or self._is_unit or _of_another_place(self.text, one_line(item.title)):
            return False
        return also(item)

    def grown(self, titles: Iterable[str]) -> Matter:
        """Return the matter with the names that items about it bear, so that a later paper is found by them."""
        names = dict.fromkeys((*self.names, *(matter_name(one_line(title)) for title in titles)))
        return Matter(self.text, self.terms, self.units, tuple(name for name in names if len(name) >= LONG))

    @property
    def _is_unit(self) -> bool:
        """Whether only a unit is asked for (市水利局), so that its name in a text is no more than a mention."""
        return any(fold(unit) == fold(self.text.strip()) for unit in self.units)

    def _speaks(self, document: Document, span: Span, item: Item | None) -> bool:
        """Tell whether a passage speaks of the matter."""
        wording = one_line(document.quote(span))
        if self._is_unit:
            named = [name for _, name in find_units(wording)]
            return any(same_unit(unit, other) for unit in self.units for other in named)
        if any(name in fold(wording) for name in self.names):
            return True
        title = one_line(item.title) if item else ""
        held = self.terms.coverage(wording, context=title, credit=1.0)
        return held >= _MENTIONED and self.terms.coverage(wording) >= _BY_ITSELF


def read_matter(text: str) -> Matter:
    """Return the matter that a person asks for.

    >>> read_matter("停车管理").is_about(Item(label="一", number=1, title="《城区停车管理办法》", start=0, end=9))
    True
    """
    bare = one_line(text)
    units = tuple(dict.fromkeys(name for _, name in find_units(bare)))
    return Matter(bare, terms_of(topic_segments(bare) or (bare,)), units)


def _of_another_place(topic: str, title: str) -> bool:
    """Tell whether a title names a town or a village and not the one that a topic names.

    >>> _of_another_place("甲坪镇污水厂", "关于甲镇污水厂改造"), _of_another_place("甲坪镇污水厂", "集镇污水厂改造")
    (True, False)
    """
    named = [match["name"] for match in _TOWN.finditer(topic)]
    return bool(named) and not any(name in title for name in named) and bool(_TOWN.search(title))


def _units_of(item: Item) -> Iterator[str]:
    """Yield whom an item is about: the units that its title names, and whose matter was reported."""
    if item.presenter and item.presenter.unit:
        yield item.presenter.unit
    yield from (name for _, name in find_units(one_line(item.title)))


def _passages(document: Document) -> Iterator[tuple[Span, Item | None]]:
    """Yield the points of items, and the sentences of all else, each with its item."""
    for item in document.items:
        for point in item.points:
            if point.end - point.start <= _WHOLE:
                yield point.span, item
            else:
                yield from ((span, item) for span in _sentences(document, point.span, marks="。！？；"))
        if not item.points:
            yield from ((span, item) for span in _sentences(document, item.span))
    inside = [item.span for item in document.items]
    for matter in document.other_matters:
        yield matter.span, None
    for part, span in document.parts():
        if part in ("preamble", "section", "tail"):
            for sentence in _sentences(document, span):
                told = any(sentence.overlaps(matter.span) for matter in document.other_matters)
                if not told and not any(sentence.start in place for place in inside):
                    yield sentence, None


def _sentences(document: Document, span: Span, *, marks: str = "。！？") -> Iterator[Span]:
    """Yield the sentences of a stretch."""
    for match in re.finditer(rf"[^{marks}\n]+[{marks}]?[”’）)]?", document.text[span.start : span.end]):
        start, end = span.start + match.start(), span.start + match.end()
        while start < end and document.text[start].isspace():
            start += 1
        if end - start > 3:
            yield Span(start, end)
