"""Another sentence of the same item that fills the slot, where the one that was told plainly bears less on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.evidence import is_given
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import MEASURES, holds
from pipeline.generation.extractive.reading.naming_people import NO_NAME, OF_REPORTS, OFFICE
from pipeline.generation.extractive.reading.saying import said_of
from pipeline.generation.extractive.reading.settled import only_proposes
from pipeline.generation.extractive.resting import rests_on
from pipeline.generation.extractive.second_look.sought import sought_in
from pipeline.generation.extractive.slots.telling import PREFACED, TURNED_DOWN
from pipeline.generation.extractive.slots.times import WHOLE_YEAR
from pipeline.generation.extractive.target import topic_terms
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.candidates import Candidate
    from pipeline.generation.extractive.reading.kinds import Kind
    from pipeline.generation.extractive.second_look.sought import Sought
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Catalogue

SLOTS: tuple[Kind, ...] = (*MEASURES, "unit", "list")
"""Kinds of which a sentence either holds one or does not."""
MOST = 2
"""Sentences of an answer that may be the wrong ones; a longer one tells of more."""
MORE, NEARLY = 0.15, 0.3
"""So much more a sentence must bear on what is looked for, and be so little less likely to the reader."""
LIKELIER = 0.5
"""By so much likelier to the reader must be what can answer, where nothing that was told can."""
FORMER = compiled(r"曾|原[来先本定议计拟]|此前|上次|上一?[次轮]")
"""What was so before; what holds now goes before it."""
NOW = compiled(r"(?:推迟|提前|延期|延后|延长|调整|变更|更改|改(?!革|造|建))[^，,。；;]{0,4}[到至为由在]|不再|本次")
"""What holds now in the place of what was so before."""
SEVERAL = 2
WHICH_UNITS = compiled(r"哪(?:[几些两三四五六七八九十]|[2-9])(?:个|家|些)?(?:家|单位|部门|科室|处室)")
"""Asks for several units by name."""
WHICH_YEAR = compiled(r"哪一?年|何年|几几年|年份|年度")


@dataclass(frozen=True)
class Weighed:
    """A sentence of an item with what it bears of what is looked for, and how many things in it fill the slot."""

    one: Candidate
    borne: float
    fills: int


def told_better(question: Question, draft: Draft, catalogue: Catalogue) -> Draft:
    """Return an answer out of one item, or another sentence of the item that plainly bears more on what is asked."""
    if not _may_be_wrong(question, draft):
        return draft
    found = rests_on(draft.quotes, catalogue)
    if found is None:
        return draft
    from pipeline.generation.extractive.reading.candidates import candidates_in  # numpy: a record answer goes without

    source, item = found
    weighed = weigh(question, source, item, candidates_in(question, source, item))
    places = [quote.span for quote in draft.quotes]
    told = [each for each in weighed if any(each.one.span.overlaps(place) for place in places)]
    others = [each for each in weighed if each not in told and each.one.can and each.fills]
    best = _better(question, draft, told, others) if told and others else None
    if best is None:
        return draft
    instead = said_of(question, topic_terms(question), best.one)
    return replace(draft, route="passages", sentences=(instead,))


def _better(question: Question, draft: Draft, told: Sequence[Weighed], others: Sequence[Weighed]) -> Weighed | None:
    """Return which of the other sentences plainly answers better than those that were told, or none."""
    if not all(only_proposes(each.one.text) for each in told):
        others = [each for each in others if not only_proposes(each.one.text)]
    if not FORMER.search(fold(question.text)):
        others = [each for each in others if not _tells_of_before(each)]
        if all(map(_tells_of_before, told)):
            now = [each for each in others if NOW.search(each.one.text)]
            return max(now, key=_worth, default=None)
    best = max(others, key=_worth, default=None)
    return best if best and _is_better(draft, best, told, kind_asked(question.text).kind) else None


def _tells_of_before(each: Weighed) -> bool:
    """Tell whether a sentence says what was so before."""
    return bool(FORMER.search(fold(each.one.text)))


def _worth(each: Weighed) -> float:
    """Return by how much a sentence comes into question."""
    return each.borne + each.one.likely


def weigh(question: Question, source: Source, item: Item, found: Sequence[Candidate]) -> list[Weighed]:
    """Return the sentences of an item with what each bears of what a question looks for in it."""
    said = [fold(one.text) for one in found]
    sought = sought_in(question, source, item, said)
    return [Weighed(one, sought.borne(text), _filling(sought, text)) for one, text in zip(found, said, strict=True)]


def _may_be_wrong(question: Question, draft: Draft) -> bool:
    """Tell whether an answer is one that another sentence might give better: read, not counted, ruled or corrected."""
    if draft.refused or question.claim or len(draft.sentences) > MOST or not draft.quotes:
        return False
    if any(line.counted is not None or line.absent for line in draft.sentences):
        return False
    read = draft.route == "passages" or (draft.route == "record" and question.aspect is None)
    ruled = PREFACED.search(fold(draft.preface)) or TURNED_DOWN.search(fold(draft.said))
    return read and not ruled and kind_asked(question.text).kind in SLOTS


def _filling(sought: Sought, text: str) -> int:
    """Return how many things a folded sentence holds that may fill the slot, as far as that is told apart.

    The year of a budget is no day, and who proposed does nothing.
    """
    if sought.kind.kind in ("unit", "list") and WHICH_UNITS.search(sought.text):
        named = len(OFFICE.findall(NO_NAME.sub("，", text)))
        return named if named >= SEVERAL else 0
    if sought.kind.kind == "unit" and not OF_REPORTS.search(sought.text):
        units = [name for _, name in find_units(text) if name not in sought.text]
        return int(not units or any(is_given(name, text) for name in units))
    if sought.kind.kind != "day" or WHICH_YEAR.search(sought.text):
        return 1
    return int(holds(sought.kind, WHOLE_YEAR.sub("", text)))


def _is_better(draft: Draft, best: Weighed, told: Sequence[Weighed], kind: Kind) -> bool:
    """Tell whether a sentence plainly answers better than those that were told."""
    borne, likely = max(each.borne for each in told), max(each.one.likely for each in told)
    if kind in MEASURES and not any(each.one.can for each in told) and best.one.likely >= likely + LIKELIER:
        return True
    if draft.route != "passages":
        return False
    if not any(each.fills for each in told):
        return True
    as_many = best.fills >= max(each.fills for each in told)
    return as_many and best.borne >= borne + MORE and best.one.likely >= likely - NEARLY
