"""By which day is asked: soon is no day, the year of a budget is none, nor is the day by which another one acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import find, holds
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

DAY = compiled(r"哪一?天|几[号日]|时限|期限|截止|几月")
SOON = compiled(r"尽[快早]|即日起|立即|近期|抓紧|下次")
WHOLE_YEAR = compiled(r"(?:(?:19|20)[0-9]{2}|今|明|去|当|本|全)年度?(?!底|初|[0-9]|[上下]半|[一-四]季|前|内|末)")
"""列入2026年预算论证 tells no day."""
ITS_OWN = compiled(
    r"(?:的[一-鿿]{1,8}?)?(?:应该?|须|得|该|最迟|必须|需?要|被要求)*[在于]?(?:什么时|哪一?天|何时|几[号日月天]|最[迟晚]|啥时)"
)
"""What follows the unit of whose day it is asked: 县审计局什么时候, 县审计局的报告要在哪天."""
WRITTEN = compiled(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day in the stamp of a paper, where it is asked when a matter was heard."""
CELL = compiled(r"[|｜]")
TOGETHER = compiled(r"要?(?:牵头)?,?(?:会同|[、和与及]|配合|向|报|对)?")
"""What stands between two units that act together."""
COMMA = compiled(",")


def tells_no_day(one: Telling) -> bool:
    """Tell whether the day of a duty is asked for, and what is told gives none, or that of another unit alone."""
    if one.kind != "day" or one.turns_down or one.question.claim:
        return False
    if WRITTEN.search(one.told):
        return False
    told = SOON.sub("", WHOLE_YEAR.sub("", one.told))
    if DAY.search(one.asked) and not holds(kind_asked(one.question.text), told):
        return True
    return not CELL.search(one.told) and _is_of_another_unit(one)


def _is_of_another_unit(one: Telling) -> bool:
    """Tell whether a sentence on several units gives days, and none for the unit asked of."""
    own = [name for place, name in find_units(one.unnamed) if ITS_OWN.match(one.unnamed, place.end)]
    return len(own) == 1 and any(_gives_others(one, sentence, own[0]) for sentence in one.sentences)


def _gives_others(one: Telling, sentence: str, unit: str) -> bool:
    """Tell whether a sentence names a unit and gives days, each of them to other units that stand before it."""
    units = [(place.start, place.end, name) for place, name in find_units(sentence)]
    own = [index for index, (_, _, name) in enumerate(units) if name.endswith(unit) or unit.endswith(name)]
    days = [start for start, _ in find(kind_asked(one.question.text), sentence)]
    if not own or not days:
        return False
    for day in days:
        before = [index for index, (start, _, _) in enumerate(units) if start < day]
        behind = any(units[index][0] > day and not COMMA.search(sentence[day : units[index][0]]) for index in own)
        if not before or behind:
            return False
        last = before[-1]
        while last > 0 and last not in own and TOGETHER.fullmatch(sentence[units[last - 1][1] : units[last][0]]):
            last -= 1
        if last in own:
            return False
    return True
