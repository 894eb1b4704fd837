"""Who was there: the lists of 出席, 列席, 请假 and 记录, entry by entry, across wrapped lines and padded names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.clean import Paper
from pipeline.documents.names import ends_as_unit, split_person
from pipeline.documents.outline import Block
from pipeline.documents.patterns import DATE_LINE, FOOT, LABELS
from pipeline.documents.people import read_people
from pipeline.documents.verdicts import sentences
from pipeline.minutes import Attendance, Person, Span

_LISTS = ("present", "observers", "absent", "recorder")
_LABEL_PLACE = re.compile(r"(?:(?<=\n)|(?<=[ ]{2})|(?<=[。;]))[ ]*" + LABELS.pattern)


def find_region(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the first and the last-plus-one index of the blocks that hold the attendance lists."""
    labelled = [index for index, block in enumerate(blocks) if _label(block) in _LISTS]
    if not labelled:
        return None
    first = labelled[-1]
    # lists stand together: a label far above belongs to another place (a header's 记录：, say)
    for index in reversed(labelled):
        if _is_list(blocks[index + 1 : first]):
            first = index
    end = labelled[-1] + 1
    for index in range(end, len(blocks)):
        if _list_like(blocks[index]):
            end = index + 1
        elif not _may_hold(blocks[index]) or index > end:
            break
    return first, end


def _is_list(between: Sequence[Block]) -> bool:
    bare = [block for block in between if _label(block) is None]
    return all(_may_hold(block) for block in bare) and sum(map(_list_like, bare)) >= 0.6 * len(bare)


def _may_hold(block: Block) -> bool:
    flat = block.passage.flat
    return (
        block.mark is None
        and not FOOT.match(flat)
        and not DATE_LINE.fullmatch(flat)
        and not re.search("会议|议题", flat[:200])
    )


def _label(block: Block) -> str | None:
    match = LABELS.match(block.passage.flat)
    return match.lastgroup if match else None


def _list_like(block: Block) -> bool:
    flat = block.passage.flat
    if not _may_hold(block) or _label(block) not in (None, *_LISTS):
        return False
    entries = [entry for entry in re.split(r"[,、;。\s]+", flat) if entry]
    if not entries:
        return False
    named = sum(1 for entry in entries if len(entry) <= 16 and (split_person(entry) or len(entry) == 1))
    return named >= 0.5 * len(entries) and not ends_as_unit(flat)


@dataclass(frozen=True, slots=True)
class Roll:
    """What the attendance lists say: the attendance itself and, where a list names them, chair and recorder."""

    attendance: Attendance
    recorder: Span | None
    chair: tuple[str, Span] | None


def read_roll(paper: Paper, start: int, end: int) -> Roll:
    """Read the lists between two offsets."""
    plain = paper.plain
    labels = [match for match in _LABEL_PLACE.finditer(plain, max(0, start - 1), end) if match.start() >= start - 1]
    if not labels or labels[0].start() > start:
        head = LABELS.match(plain, start)
        if head is not None:
            labels.insert(0, head)
    people: dict[str, list[Person]] = {"present": [], "observers": [], "absent": [], "recorder": [], "chair": []}
    for index, match in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        if match.lastgroup in people:
            people[match.lastgroup] += read_people(plain, match.end(), stop, text=paper.text)
    recorder = people["recorder"][0] if people["recorder"] else None
    chair = people["chair"][0] if people["chair"] else None
    return Roll(
        attendance=Attendance(
            present=tuple(people["present"]),
            observers=tuple(people["observers"]),
            absent=tuple(people["absent"]),
            recorder=recorder.name if recorder else None,
            start=start,
            end=end,
        ),
        recorder=_name_place(paper, recorder) if recorder else None,
        chair=(chair.name, _name_place(paper, chair)) if chair else None,
    )


def _name_place(paper: Paper, person: Person) -> Span:
    place = paper.text.rfind(person.name, person.start, person.end)
    return Span(place, place + len(person.name)) if place >= 0 else Span(person.start, person.end)


# 「县委副书记某某出席会议，县政协主席某某列席会议。」 in the lead paragraph, where no list follows
_TOLD = re.compile(
    r"(?P<who>[^。;:]{2,400}?)(?:等)?(?:同志|领导)?(?P<how>出席|参加|列席)(?:了)?(?:本次|此次)?(?:会议)?(?=[。,;]|$)"
)
_CHAIR_CLAUSE = re.compile(r"主持|召开|研究|审议|听取|讨论")


def read_told(paper: Paper, head: Sequence[Block]) -> Roll | None:
    """Read who was there out of the head's sentences; the place runs from the first such sentence to the head's end."""
    people: dict[str, list[Person]] = {"出席": [], "参加": [], "列席": []}
    start: int | None = None
    for block in head:
        for left, right in sentences(block.passage.flat):
            sentence = block.passage.part(left, right)
            if _CHAIR_CLAUSE.search(sentence.flat):
                continue
            for match in _TOLD.finditer(sentence.flat):
                who = sentence.part(*match.span("who"))
                people[match["how"]] += read_people(paper.plain, who.start, who.end, text=paper.text)
                start = sentence.start if start is None else start
    if start is None or not any(people.values()):
        return None
    attendance = Attendance(
        present=tuple(people["出席"] + people["参加"]),
        observers=tuple(people["列席"]),
        start=start,
        end=head[-1].passage.end,
    )
    return Roll(attendance, None, None)
