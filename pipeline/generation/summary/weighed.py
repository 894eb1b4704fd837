"""What an item states besides title and verdict, how much it weighs in a brief draft, and which of it fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.duties.units import find_units
from pipeline.generation.summary.beside import freely
from pipeline.generation.summary.clauses import DISSENT
from pipeline.generation.summary.told import Source, Told
from pipeline.patterns import compiled

MONEY = compiled(r"\d[\d,，.]*[余多]?[万亿]*元")
_FIGURE = compiled(r"\d")
DUE = compiled(
    r"[年月日周天底末初中旬度节汛]之?前|(?:年|月|季度)[底末]|\d+个?(?:工作)?[日天周月年]内|立即|即日|限期|自[\d一二三四五六七八九十年月日]+起"
    r"|(?:调整|推迟|延长?|提前|顺延|改)[为到至](?:\d{4}年)?\d{1,2}月"
)
_SOON = compiled(r"尽快|抓紧|每(?:个|季|月|周|半|年|日)")
"""What is to be done soon, or again and again: less than a day to be kept."""
LEADS = compiled(r"牵头|负责|主办|责成|责任单位|任组长")
_RULES = compiled(r"不得|严禁|一律|暂停|停止|收回|免去|聘任|任命|处分|追究|问责|不予|退回|取消")
# 「开工时间由9月28日调整为11月15日」「服务期由三年改为五年」
CHANGES = compiled(
    r"(?:调整|更改|变更|推迟|延长|延|提前|顺延|缩短|提高|降低|增加|压减|减少|调减|调增|核减|核增|上调|下调|放宽|提升|扩大|压缩|精简|降|增|减|改)(?:为|到|至)|改由|不再(?![是有])"
)
_NEXT = compiled(r"(?:提交|提请|报[市省县区党董国请]|报请|上报|印发|备案|审定)")
# What means nothing without the sentence before it.
_LEANING = compiled(r"^(?:其中|其余|确实|逾期|该|此|上述|以上|对此|并|同时|另|也|还|如|从而|确需|拒不|所需|这)")
NOTE = compiled(r"（(?:责任(?:人|单位)|牵头|配合)：[^（）]*）$")
SLIGHT = 0.4
"""The weight of what states neither an amount nor a deadline nor who leads."""
_BASE = 20
"""Characters added to the length of each detail, so that the shortest are not always the best."""
_FIRST = 2.0
"""How much more the first detail counts of an item of which a brief draft says nothing else."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that an item states, as a sentence, with how much it weighs in a brief draft."""

    item: int
    told: Told
    weight: float
    order: int = 0

    @property
    def text(self) -> str:
        """The wording without its full stop."""
        return self.told.text.rstrip("。")

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text, and which sentence of its point it is."""
        return self.told.sentence.quotes[0].start, self.order


def weigh(text: str) -> float:
    """Return how much a sentence weighs: amounts and deadlines most, then who leads and what is forbidden.

    >>> weigh("市财政局6月底前拨付2000万元") > weigh("由市财政局牵头") > weigh("加强宣传引导")
    True
    """
    money = len(MONEY.findall(text))
    weight = min(3.0 + money, 5.0) if money else 0.0
    weight += 3.0 if DUE.search(text) else 1.0 if _SOON.search(text) else 0.0
    weight += 1.5 if LEADS.search(text) else 0.0
    weight += 3.0 if _RULES.search(text) else 0.0
    weight += 3.5 if DISSENT.search(text) else 0.0
    weight += 4.0 if CHANGES.search(text) else 0.0
    weight += 1.0 if _NEXT.search(text) else 0.0
    weight += 1.0 if next(iter(find_units(text)), None) else 0.0
    weight += 1.0 if not money and _FIGURE.search(text) else 0.0
    return (weight or SLIGHT) * (0.4 if _LEANING.match(text) else 1.0)


def choose(source: Source, found: Iterable[Detail], *, room: int, alone: frozenset[int]) -> list[Detail]:
    """Return the details that fit into some characters, the weightiest for their length first, each one proven.

    The first detail of an item counts in full, and more where the item has no sentence of its own (is not among
    `alone`): nothing else is told of it. Each further one counts less. To leave its group costs a few characters.

    Args:
        source: the document.
        found: what there is.
        room: how many characters are left.
        alone: the items that have a sentence of their own already.
    """
    left, chosen = list(found), list[Detail]()
    while left:
        had = [one.item for one in chosen]
        left = [one for one in left if _cost(one, had, alone) <= room]
        if not left:
            break
        best = max(left, key=lambda one: _worth(one, had, alone))
        left.remove(best)
        if (sure := proven(source, best)) is not None and _cost(sure, had, alone) <= room:
            chosen.append(sure)
            room -= _cost(sure, had, alone)
    return chosen


def _worth(one: Detail, had: Sequence[int], alone: frozenset[int]) -> float:
    """Return how much a detail tells for its length, beside what its item is told with already."""
    first = _FIRST if one.item not in alone and one.item not in had else 1.0
    return first * one.weight * 0.6 ** had.count(one.item) / (len(one.text) + _BASE)


def _cost(one: Detail, had: list[int], alone: frozenset[int]) -> int:
    """Return how many characters a detail takes."""
    return len(one.text) + 1 + (0 if one.item in alone or one.item in had else 8)


def proven(source: Source, one: Detail) -> Detail | None:
    """Return a detail in words that hold and copy nothing for long, or `None`."""
    places = [quote.span for quote in one.told.sentence.quotes]
    wording = source.document.quote(places[0])
    texts = dict.fromkeys((one.text, NOTE.sub("", one.text)))
    tries = (
        source.tell(f"{text}。", places, covers=one.told.covers) for said in texts for text in freely(said, wording)
    )
    told = source.surest(tries)
    return replace(one, told=told) if told else None
