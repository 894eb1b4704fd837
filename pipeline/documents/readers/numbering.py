"""Word's automatic numbering: what stands before a paragraph on paper, though its text does not hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.documents.readers.ordinals import ordinal
from pipeline.documents.readers.styles import Numbered, Styles, W, child, is_on, value, whole
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from lxml import etree

_PLACE = compiled(r"%([1-9])")
_SYMBOLS = compiled("[\ue000-\uf8ff]")  # bullets of the fonts Symbol and Wingdings
_TIGHT = compiled(r"[、，。：；）】》」〕\uff0e\u3000①-⓿㊀-㊉]$")
_LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is its label with `%1` for the number of the first level."""

    start: int = 1
    style: str = "decimal"
    model: str = ""
    text: str = ""
    restart: int | None = None
    arabic: bool = False
    tight: bool = False
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """What a `numId` stands for: the list whose counters it shares, its levels, and where it starts anew."""

    shared: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file with their counters; labels are asked for in the order of the paragraphs."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read `word/numbering.xml`; without it no paragraph has a number."""
        self._styles = styles
        found = root.findall(W + "abstractNum") if root is not None else []
        self._abstract = {whole(entry.get(W + "abstractNumId")): entry for entry in found}
        given = root.findall(W + "num") if root is not None else []
        self._given = {whole(entry.get(W + "numId")): entry for entry in given}
        self._lists: dict[int, _List | None] = {}
        self._counters: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def label(self, properties: etree._Element | None) -> str:
        """Return what stands before the next paragraph, with the blank behind it, and count it."""
        place = self._styles.numbered(properties)
        if place is None or not place.list_id:
            return ""
        found = self._list(place.list_id)
        if found is None:
            return ""
        depth = place.level if place.level is not None else self._linked(found, place, value(properties, "pStyle"))
        level = found.levels.get(depth)
        if level is None:
            return ""
        self._count(place.list_id, found, depth, level)
        text = _SYMBOLS.sub("•", self._text(found, level))
        return text if not text or level.tight or _TIGHT.search(text) else f"{text} "

    def _linked(self, found: _List, place: Numbered, style: str | None) -> int:
        """Return the level that names the paragraph's style, where the style alone puts it into the list."""
        names = {style, place.style} - {None} if place.style is not None else set()
        return next((number for number, level in found.levels.items() if level.paragraph_style in names), 0)

    def _count(self, list_id: int, found: _List, depth: int, level: Level) -> None:
        counters = self._counters.setdefault(found.shared, {})
        if depth in found.starts and (list_id, depth) not in self._begun:
            counters[depth] = found.starts[depth] - 1
        self._begun.add((list_id, depth))
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper, other in found.levels.items():
            if deeper > depth and (other.restart is None or depth < other.restart):
                counters.pop(deeper, None)

    def _text(self, found: _List, level: Level) -> str:
        counters = self._counters[found.shared]

        def number(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shown = found.levels.get(other, Level())
            if shown.style in ("none", "bullet"):
                return ""
            style = "decimal" if level.arabic else shown.style
            return ordinal(counters.get(other, shown.start), style, model=shown.model)

        return _PLACE.sub(number, level.text)

    def _list(self, list_id: int) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id, left=4)
        return self._lists[list_id]

    def _read(self, list_id: int, *, left: int) -> _List | None:
        entry = self._given.get(list_id)
        shared = whole(value(entry, "abstractNumId"))
        abstract = self._abstract.get(shared)
        if entry is None or shared is None or abstract is None:
            return None
        link = value(abstract, "numStyleLink")
        linked = self._styles.list_of(link) if link else None
        inner = self._read(linked.list_id, left=left - 1) if linked is not None and left else None
        levels = dict(inner.levels) if inner is not None else {}
        levels |= dict(map(_read_level, abstract.findall(W + "lvl")))
        starts = {}
        for override in entry.findall(W + "lvlOverride"):
            depth = whole(override.get(W + "ilvl")) or 0
            redone = child(override, "lvl")
            if redone is not None:
                levels[depth] = _read_level(redone)[1]
            start = whole(value(override, "startOverride"))
            if start is not None:
                starts[depth] = start
        return _List(inner.shared if inner is not None else shared, levels, starts)


def _read_level(entry: etree._Element) -> tuple[int, Level]:
    style, model = value(entry, "numFmt"), value(entry, "numFmt", name="format")
    for choice in entry.iter(W + "numFmt"):  # 「001, 002, …」 stands in mc:AlternateContent
        if style is None or choice.get(W + "val") == "custom":
            style, model = choice.get(W + "val"), choice.get(W + "format")
    start = whole(value(entry, "start"))
    text = value(entry, "lvlText") or ""
    if child(entry, "lvlPicBulletId") is not None and not text.strip():
        text = "•"
    return whole(entry.get(W + "ilvl")) or 0, Level(
        start=start if start is not None else 0,
        style=style or "decimal",
        model=model or "",
        text="" if is_on(entry, "rPr", "vanish") else text[:_LONGEST_LABEL],
        restart=whole(value(entry, "lvlRestart")),
        arabic=bool(is_on(entry, "isLgl")),
        tight=value(entry, "suff") == "nothing",
        paragraph_style=value(entry, "pStyle"),
    )
