"""Answers from the lists of two meetings at once: who, or which units, stand in both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import same_unit
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.people.attendance import LISTS, UNITS_ASKED, asks_for, listed
from pipeline.generation.extractive.record import quote

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Person


def both(question: Question, sources: Sequence[Source]) -> Sentence | None:
    """Return who, or which units by name, stand in the lists of every meeting.

    A name under another unit is said so; a unit that changed its name is another name.
    """
    with_lists = [source for source in sources if source.document.attendance]
    if len(with_lists) < 2:
        return None
    words = [word for _, word in LISTS if asks_for(question.text, word) and word != "请假"]
    by_unit = bool(UNITS_ASKED.search(question.text))
    rosters: list[dict[str, Person]] = []
    for source in with_lists:
        attendance = source.document.attendance
        assert attendance is not None
        people = [person for word, person in reversed(list(listed(attendance))) if word in words]
        keyed = [(_bare(person.unit or "") if by_unit else person.name, person) for person in people]
        rosters.append({key: person for key, person in reversed(keyed) if key})
    keys = [key for key in rosters[0] if all(key in roster for roster in rosters[1:])]
    if not keys:
        return None
    quotes = tuple(
        quote(source, roster[key].span) for key in keys for source, roster in zip(with_lists, rosters, strict=True)
    )
    entries = [[roster[key] for roster in rosters] for key in keys]
    shown = "、".join(_bare(one[0].unit or "") if by_unit else _with_units(one[0].name, one) for one in entries)
    meetings = "、".join(source.meeting for source in with_lists)
    return Sentence(f"{meetings}的{'、'.join(words)}名单中都有：{shown}。", quotes)


def _bare(unit: str) -> str:
    """Return a unit's name without its level and what stands in brackets: 发改委 of 市发改委（金融办）."""
    return re.sub(r"^[市县区省](?=.{2})|[（(].*?[)）]", "", unit)


def _with_units(name: str, entries: Sequence[Person]) -> str:
    units = list(dict.fromkeys(entry.unit for entry in entries if entry.unit))
    different = len(units) > 1 and not all(same_unit(units[0], unit) for unit in units[1:])
    return f"{name}（{'、'.join(units)}）" if different else name
