"""Somebody who is taken to have spoken, reported or voted at a meeting from which he was away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import ROLE, is_name
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.evidence import written_apart
from pipeline.generation.extractive.people.attendance import attended, known_names
from pipeline.generation.extractive.people.away import MISSED, STOOD_IN, told_away
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.generation.draft import Sentence
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

SPOKE = (
    r"说(?!明书)|讲(?![座课解])|提(?:了|出|过)|表(?:示|态|决)|强调|要求|指出|汇报|通报|发言|建议|主张|反对|赞成|同意|支持|弃权|投了|质疑"
    r"|(?:什么|哪些|啥)(?:意见|看法|态度|建议|想法)|怎么(?:看|想|投)"
)
"""What nobody does at a meeting where he is not."""
TAKEN_TO_SPEAK = compiled(rf"^(?:(?!谁|哪|何人)[^，。？?]){{0,40}}?(?:{SPOKE})")
"""What follows a name: 在会上对某事怎么说; 分管的项目由谁汇报 takes somebody else to speak."""
NAME_AT_MOST = 4
GOES_ON = compiled(r"[一-鿿](?=[（(、，,。；;\s]|$)")
"""One more character of a name, before the mark that ends it."""
BEHIND_A_POST = compiled(rf"{ROLE}$")
"""What stands right behind a post may be a name, though no surname is known by its first character."""


def spoke_though_away(composing: Composing) -> list[tuple[Source, Sentence]]:
    """Return that somebody was away, where a question takes him to have spoken; nothing where it says so itself."""
    text = composing.question.text
    if MISSED.search(text) or STOOD_IN.search(text):
        return []
    found = [(source, one) for source in composing.sources for one in _away(text, source)]
    if not found or len(found) > ANSWERED_AT_MOST or composing.narrowed:
        return []
    names = {name for _, (name, _) in found}
    if any(_came(name, source) for name in names for source in composing.sources):
        return []
    return [(source, told) for source, (_, told) in found]


def _away(text: str, source: Source) -> Iterator[tuple[str, Sentence]]:
    """Yield those of whom a question says that they spoke, and a document that they were away, with what tells it."""
    attendance = source.document.attendance
    for person in attendance.absent if attendance else ():
        if _taken_to_speak(text, person.name) and not _speaks(person.name, source):
            yield from ((person.name, told) for told in attended(person.name, source)[:1])
    for told in told_away(source):
        for name in _names_in(text, told.text):
            if name not in known_names(source) and _taken_to_speak(text, name) and not _speaks(name, source):
                yield name, told


def _taken_to_speak(text: str, name: str) -> bool:
    return any(TAKEN_TO_SPEAK.match(text[match.end() :]) for match in re.finditer(re.escape(name), text))


def _names_in(text: str, told: str) -> Iterator[str]:
    """Yield what reads as a name and stands in both texts; of two characters only behind a post."""
    for length in range(NAME_AT_MOST, 1, -1):
        for at in range(len(told) - length + 1):
            run = told[at : at + length]
            if GOES_ON.match(told, at + length):
                continue  # 副总经理车延平: nobody is called 车延
            if run in text and (BEHIND_A_POST.search(told[:at]) or (length > 2 and is_name(run))):
                yield run


def _came(name: str, source: Source) -> bool:
    """Tell whether somebody chaired, came or reported by the record of a document."""
    attendance = source.document.attendance
    came = [person.name for person in (*attendance.present, *attendance.observers)] if attendance else []
    reported = (one for item in source.document.items for one in item.presenter_names)
    return name in (source.document.meeting.chair, *came, *reported)


def _speaks(name: str, source: Source) -> bool:
    """Tell whether a document ascribes anything to somebody: who was away may have written."""
    ascribed = rf"{written_apart(name)}[^，,。；;、\n]{{0,10}}?(?:{SPOKE}|书面|意见|认为)"
    return re.search(ascribed, source.document.text) is not None
