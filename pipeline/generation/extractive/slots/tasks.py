"""What a unit has to do in a matter is asked: what is told must name the unit, in an item on that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.units import aliases, find_units
from pipeline.generation.extractive.reading.concepts import concepts_of, share_held
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

ASKED = compiled(
    r"(?:^|[,。])(?P<unit>[^,。?]{2,24}?)(?:在|就|为|对于?)(?P<matter>[^,。?]{2,40}?)(?:这件事|这事|一事|方面|工作|里|上|中|里面|这块|中间)*的?(?:需?要|需|应|该|得|被要求|具体|都|到底|又|各自?|分别|主要)*"
    r"(?:做(?:什么|啥|哪)|干(?:什么|啥|哪)|负责(?:什么|啥|哪)|承担(?:了?什么|啥|哪|的)|配合做?(?:什么|啥|哪)|领了?(?:什么|啥|哪)|(?:有|是|分到)(?:什么|啥|哪些|何)?(?:任务|职责|分工|活))"
)
UNIT = compiled(r"[局委办厅部处科室所站队院镇村区会司团府校组]$")
MEETING = compiled(r"会议?$|纪要$|会上$")
HELD = 0.3


def names_no_task(one: Telling) -> bool:
    """Tell whether the task of a unit in a matter is asked for, and what is told is of another unit or matter."""
    match = ASKED.search(one.unnamed) or ASKED.search(one.asked)
    if match is None or one.question.inherited:
        return False
    asked_of, units = match["unit"], find_units(match["unit"])
    if MEETING.search(asked_of) or not (units or UNIT.search(asked_of)):
        return False
    unit = units[-1][1] if units and asked_of.endswith(units[-1][1]) else ""
    names = (*((unit, *aliases(unit)) if unit else ()), asked_of[-3:])
    places = [around for told, around in one.lines if any(name in told for name in names)]
    if not places:
        return True
    words = [word for word in concepts_of(match["matter"]) if len(word.word) > 1]
    on_it = any(share_held(words, around) >= HELD for around in places)
    return bool(words) and not MEETING.search(match["matter"]) and not on_it
