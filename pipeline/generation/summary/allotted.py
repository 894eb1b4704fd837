"""What the room of a brief draft is given to: each item in few words first, then what weighs most for its length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import bare
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.decisions import decisions
from pipeline.generation.summary.detail import details
from pipeline.generation.summary.grouped import Known, decided, undecided
from pipeline.generation.summary.joined import joined
from pipeline.generation.summary.own_words import Shown
from pipeline.generation.summary.terse import first_of, in_few_words
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.summary.weighed import Detail, proven, weigh
from pipeline.minutes import Item
from pipeline.patterns import compiled

LEAN = (
    Shown(short=True, facts=False),
    Shown(short=True, facts=False, one_subject=True),
    Shown(steps=False, short=True, facts=False),
    Shown(steps=False, short=True, facts=False, figures=False),
    Shown(steps=False, short=True, facts=False, figures=False, main=True, one_subject=True),
)
"""How little is said of each item before the rest of the room is given away, the first that fits."""
_REFUSED = compiled(
    r"不(?:予|作|再)?(?:同意|通过|批准|采纳|支持|考虑|安排|列入)|未(?:予|获)|暂[缓不]|再议|另行研究|退回|否决"
)
_STEP = 3.0
"""The least that what comes next after a verdict weighs."""
_OF_REFUSAL = 3.0
"""What is added where a refusal or a delay would else go unsaid."""
_BEHIND = 3.0
"""What is added to the weight of what the verdicts of an item say behind themselves."""
_OPENS = 1.0
"""What is added to the weight of what an item states first."""
_BASE = 40
"""Characters added to the length of each offer, so that the shortest are not always the best."""
_LEARNT = compiled(r"传达|学习")
_HEARD = compiled(r"^会议(?:还)?(?:听取|审议|讨论|研究)?了?")
_LESS = 0.6
"""How much less what follows counts where a meeting only passed on or learnt of a matter."""
_LEAST = 6
_FIRST = 1.6
_AGAIN = 0.6
"""How much more the first offer counts of an item that is only named, and how much less each further one."""
_APART = 6
"""Characters that an item costs which leaves its group."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """One thing more that may be told of an item: a richer form of its sentence, or a detail (also `whole`)."""

    item: int
    weight: float
    length: int
    form: Shown | None = None
    detail: Detail | None = None
    whole: Detail | None = None


def items_told(
    source: Source,
    shown: Shown,
    known: Known,
    *,
    prove: bool,
    items: Sequence[Item] | None = None,
    apart: frozenset[int] = frozenset(),
    forms: Mapping[int, Shown] = MappingProxyType({}),
) -> list[Told]:
    """Return the items by verdict; those only named come last.

    Args:
        source: the document.
        shown: how much is said.
        known: what was found already.
        prove: whether sentences of several items are proven.
        items: the items, all unless given.
        apart: those that have a sentence of their own.
        forms: how much is said of some.
    """
    items = source.document.items if items is None else items
    without = [item for item in items if not item.outcomes]
    ruled = decisions(source, without) if shown.own else {}
    without = [item for item in without if item.start not in ruled]
    voted = [item for item in items if item.outcomes]
    told = decided(source, voted, shown, known=known, prove=prove, apart=apart, forms=forms)
    told += ruled.values()
    for item in without:
        told += undecided(source, [item], shown, prove=prove) if item.start in apart else []
    told.sort(key=lambda one: min(one.covers, default=0))
    rest = [item for item in without if item.start not in apart]
    return told + undecided(source, rest, shown, prove=prove, heard=True)


def allotted(source: Source, known: Known, *, most: int) -> list[Told] | None:
    """Return the items with as much as fits of what else they state, the weightiest for its length first.

    Args:
        source: the document, its verdicts whole.
        known: what was found already of how they are told.
        most: how many characters there are.

    Returns:
        The sentences, or `None` where even the fewest words on every item do not fit.
    """
    base = next((one for one in LEAN if _length(items_told(source, one, known, prove=False)) <= most), None)
    told = items_told(source, base, known, prove=True) if base else []
    if base is None or _length(told) > most:
        return None
    named = _only_named(told)
    left = [one for item in source.document.items for one in _offers(source, item, base, known)]
    forms: dict[int, Shown] = {}
    chosen: list[Detail] = []
    wholes: dict[Detail, Detail] = {}
    had: list[int] = []
    while left:
        room = most - _length(told)
        left = [one for one in left if one.length <= room]
        if not left:
            break
        best = max(left, key=lambda one: _worth(one, had, named))
        left.remove(best)
        sure = proven(source, best.detail) if best.detail else None
        more = [*chosen, sure] if sure else chosen
        if best.detail and len(more) == len(chosen):
            continue
        newer = forms | ({best.item: best.form} if best.form else {})
        apart = frozenset(one.item for one in more)
        new = joined(source, items_told(source, base, known, prove=True, apart=apart, forms=newer), more)
        if _length(new) <= most and bare("".join(one.text for one in new)) != bare("".join(one.text for one in told)):
            told, forms, chosen = new, newer, more
            if sure and best.whole:
                wholes[sure] = best.whole
            had.append(best.item)
    titled = {item.start: replace(forms.get(item.start, base), short=False) for item in source.document.items}
    longest = [proven(source, wholes[one]) or one if one in wholes else one for one in chosen]
    for details_told, richer in ((longest, titled), (chosen, titled), (longest, forms)):
        apart = frozenset(one.item for one in details_told)
        shown = replace(base, short=richer is forms)
        new = joined(source, items_told(source, shown, known, prove=True, apart=apart, forms=richer), details_told)
        if _length(new) <= most:
            return new
    return told


def _length(told: Iterable[Told]) -> int:
    return sum(len(one.text) for one in told)


def _only_named(told: Iterable[Told]) -> frozenset[int]:
    """Return the items of which nothing is told but that they were dealt with."""
    return frozenset(start for one in told if one.role != "verdict" for start in one.covers)


def _worth(one: _Offer, had: Sequence[int], named: frozenset[int]) -> float:
    """Return how much an offer tells for its length, beside what its item is told with already."""
    first = _FIRST if one.item in named and one.item not in had else 1.0
    return first * one.weight * _AGAIN ** had.count(one.item) / (one.length + _BASE)


def _offers(source: Source, item: Item, base: Shown, known: Known) -> Iterator[_Offer]:
    """Yield what may be told of an item besides its fewest words."""
    lean = _alone(source, known, item, base)
    richest = lean
    for form in _richer(base):
        said = _alone(source, known, item, form)
        if item.outcomes and bare(said) not in bare(lean) and said != richest:
            richest = said
            behind = _BEHIND if form.facts else 0.0
            yield _Offer(item.start, behind + _gain(item, lean, said), max(1, len(said) - len(lean)), form=form)
    stated = [(in_few_words(one), one) for one in details(source, item)]
    stated += [(short, one) for one, _ in stated if (short := first_of(one)) is not None]
    opens = min((one.place for one, _ in stated), default=None)
    learnt = _LESS if _LEARNT.match(item.verb or "") or _LEARNT.match(one_line(item.title)) else 1.0
    for one, whole in stated:
        new = _unsaid(one, lean)
        if new is not None:
            weight = learnt * (new.weight + _OPENS * (one.place == opens))
            yield _Offer(item.start, weight, len(new.text) + 1, detail=new, whole=whole if new is one else None)


def _unsaid(one: Detail, lean: str) -> Detail | None:
    """Return a detail without the clauses that the fewest words on its item hold, or `None` where those are all."""
    known, found = bare(lean), [clause.text for clause in clauses(one.text)]
    left = [text for text in found if bare(_HEARD.sub("", text)) not in known]
    if len(left) == len(found):
        return one
    said = "，".join(left)
    if len(said) < _LEAST:
        return None
    told = replace(one.told, sentence=replace(one.told.sentence, text=f"{said}。"))
    return replace(one, told=told, weight=weigh(said))


def _richer(base: Shown) -> Iterator[Shown]:
    """Yield forms that say more than another, in order."""
    steps = replace(base, steps=True)
    own = replace(base, figures=True, main=False)
    yield from (steps, own, replace(own, steps=True), replace(own, facts=True), replace(own, facts=True, steps=True))


def _alone(source: Source, known: Known, item: Item, form: Shown) -> str:
    """Return what an item is told with by itself."""
    return "".join(one.text for one in items_told(source, form, known, prove=False, items=[item]))


def _gain(item: Item, lean: str, said: str) -> float:
    """Return how much a richer sentence of an item tells besides the lean one."""
    known = bare(lean)
    new = [one.text for part in sentences(said) for one in clauses(part) if bare(one.text) not in known]
    words = "，".join(new)
    weight = weigh(words)
    weight += _OF_REFUSAL if _REFUSED.search(words) else 0.0
    step = bare(one_line(item.next_step or ""))
    return max(weight, _STEP) if step and any(bare(one) in step for one in new) else weight
