"""Who was there: the lists of 出席, 列席, 请假 and 记录, entry by entry, across wrapped lines and padded names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.documents.duties.names import FULL_ROLE, ends_as_unit, split_person
from pipeline.documents.front.labelled import labelled_part
from pipeline.documents.front.people import read_people
from pipeline.documents.front.title import is_lead
from pipeline.documents.patterns import DATE_LINE, FOOT, LABELS, SIGNS
from pipeline.documents.text.clean import Paper, Passage
from pipeline.documents.text.outline import Block
from pipeline.minutes import Attendance, Person, Span
from pipeline.patterns import compiled

_LISTS = ("present", "observers", "absent", "recorder")
# possessive and not within blanks: a run of blanks is walked once, however long it is
_POST_PLACE = compiled(r"(?:^|(?<=\n))[ ]*(?P<present>[^:\n]{2,8}):")
_LABEL_PLACE = compiled(r"(?:(?<=[\n。;])[ ]*+|(?<=[ ])(?![ ])|(?<=,)(?=[^,。;: ]{2,8}:))" + LABELS.pattern)


def find_region(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the first and the last-plus-one index of the blocks that hold the attendance lists."""
    labelled = [index for index, block in enumerate(blocks) if _label(block) in _LISTS]
    if not labelled:
        return None
    labelled = _fullest(blocks, labelled)
    first = labelled[0]
    for index in range(first - 1, -1, -1):
        if blocks[index].mark is None and _BY_POST.match(blocks[index].passage.flat):
            first = index
        elif not _list_like(blocks[index]):
            break
    end = labelled[-1] + 1
    for index in range(end, len(blocks)):
        if _list_like(blocks[index]):
            end = index + 1
        elif not _may_hold(blocks[index]) or index > end:
            break
    return first, end


# 「主任委员：某某」「委员：某某、某某」 above 「列席：某某」
_BY_POST = compiled(r"副?(?:主任(?:委员)?|组长|总?指挥长?|召集人|会长|理事长)[ ]*:|(?:专家|各)?(?:委员|成员|理事)[ ]*:")


def _fullest(blocks: Sequence[Block], labelled: Sequence[int]) -> list[int]:
    """Return the labels that stand together: the last such group that names anybody but the recorder."""
    # a label far above belongs to another place (a header's 记录：, say)
    groups = [[labelled[-1]]]
    for index in reversed(labelled[:-1]):
        if _is_list(blocks[index + 1 : groups[-1][0]]):
            groups[-1].insert(0, index)
        else:
            groups.append([index])
    return next((group for group in groups if any(_label(blocks[i]) != "recorder" for i in group)), groups[0])


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
    if _UNITS_LISTED.fullmatch(flat) and sum(map(ends_as_unit, re.split("[、,;]", flat))) >= 2:
        # 「源局、县国资中心、北关街道办事处主要负责同志」, where a list goes on
        return True
    flat = _SUBHEAD.sub("", re.sub(r"\([^()]*\)", "", flat.lstrip(f"{SIGNS} ")))
    entries = [entry for entry in re.split(r"[,、;。\s]+", flat) if entry]
    named = sum(1 for entry in entries if len(entry) <= 16 and (split_person(entry) or len(entry) == 1))
    # 「党组成员、副主任 霍然」: the post before the name counts for nothing
    before = sum(1 for entry in entries[:-1] if _POST.search(entry) and not split_person(entry))
    return 0 < named >= 0.5 * (len(entries) - before) and not ends_as_unit(flat)


# 「市住建局：边城」「列席第1、2项：县发改局万里程」: whom the names behind it are of
_SUBHEAD = compiled(r"(?!汇报|报告|责任|牵头|联系|审核|签发|拟稿|负责|主讲)[^:,;。]{2,16}:")
_POST = compiled(f"(?:{FULL_ROLE.pattern}|成员|委员|专家|代表)$")


_UNITS_LISTED = compiled(
    r"(?:[^,、。;:]{2,24}[、,;]){2,}[^,、。;:]{2,24}?(?:(?:分管|主要|有关|相关)*负责(?:人|同志)(?:等)?)?[,、。;]?"
)


@dataclass(frozen=True, slots=True)
class Roll:
    """What the attendance lists say: the attendance itself and, where a list names them, chair and recorder."""

    attendance: Attendance
    recorder: Span | None
    chair: tuple[str, Span] | None

    @property
    def people(self) -> frozenset[str]:
        """The names of all who were there."""
        return frozenset(person.name for person in (*self.attendance.present, *self.attendance.observers))

    @property
    def units(self) -> frozenset[str]:
        """The units under which they stand there."""
        there = (*self.attendance.present, *self.attendance.observers)
        return frozenset(person.unit for person in there if person.unit)

    @property
    def names_anybody(self) -> bool:
        """Whether the lists name anybody but the recorder."""
        return bool(self.attendance.present or self.attendance.observers or self.attendance.absent)


def read_roll(paper: Paper, start: int, end: int) -> Roll:
    """Read the lists between two offsets."""
    plain = paper.plain
    labels = [match for match in _LABEL_PLACE.finditer(plain, max(0, start - 1), end) if match.start() >= start - 1]
    if not labels or labels[0].start() > start:
        head = LABELS.match(plain, start)
        if head is not None:
            labels.insert(0, head)
    before = labels[0].start() if labels else end
    posts = list(_POST_PLACE.finditer(plain, max(0, start - 1), before)) if _BY_POST.match(plain, start) else []
    labels = [*posts, *labels]
    people: dict[str, list[Person]] = {"present": [], "observers": [], "absent": [], "recorder": [], "chair": []}
    for index, match in enumerate(labels):
        stop = labels[index + 1].start() if index + 1 < len(labels) else end
        if match.lastgroup in people:
            came = match.lastgroup != "absent"
            people[match.lastgroup] += read_people(plain, match.end(), stop, text=paper.text, came=came)
    chair = people["chair"][0] if people["chair"] else None
    recorder = _recorders(paper, people["recorder"])
    return Roll(
        attendance=Attendance(
            present=tuple(people["present"]),
            observers=tuple(people["observers"]),
            absent=tuple(people["absent"]),
            recorder=recorder[0] if recorder else None,
            start=start,
            end=end,
        ),
        recorder=recorder[1] if recorder else None,
        chair=(chair.name, _name_place(paper, chair)) if chair else None,
    )


def with_recorder(paper: Paper, roll: Roll, blocks: Sequence[Block]) -> Roll:
    """Add the recorder whom a line away from the lists names (记录：… in the head, or below the record)."""
    if roll.attendance.recorder is not None:
        return roll
    for who in _called_recorder(blocks):
        found = _recorders(paper, read_people(paper.plain, who.start, who.end, text=paper.text))
        if found is not None:
            return replace(roll, attendance=replace(roll.attendance, recorder=found[0]), recorder=found[1])
    return roll


def _called_recorder(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Yield whom a label calls the recorder (记录：…), then whom a sentence does (…牛明记录。)."""
    for index, block in enumerate(blocks):
        # 「…主持召开会议。参会人员：…。记录人：某某。」: the lead may be long
        short = len(block.passage.flat) <= 80 or (index < 15 and block.mark is None and is_lead(block.passage.flat))
        part = labelled_part([block.passage], "recorder") if short else None
        if part is not None:
            yield part
    for block in (*blocks[:15], *blocks[-3:]):
        told = _RECORDED_BY.search(block.passage.flat) if block.mark is None else None
        if told is not None:
            yield block.passage.part(*told.span("who"))


def with_absent(paper: Paper, roll: Roll, blocks: Sequence[Block]) -> Roll:
    """Add whom a count of the head names as away: 「实到三十三人，请假四人（李明、王强）」."""
    if roll.attendance.absent:
        return roll
    for block in blocks[:15]:
        for match in _COUNTED_AWAY.finditer(block.passage.flat) if block.mark is None else ():
            part = block.passage.part(*match.span("who"))
            people = tuple(read_people(paper.plain, part.start, part.end, text=paper.text, came=False))
            if people:
                return replace(roll, attendance=replace(roll.attendance, absent=people))
    return roll


_COUNTED_AWAY = compiled(r"(?:请假|缺席|未到)(?:会)?[\d一二三四五六七八九十]{1,3}[人名位]\((?P<who>[^()]{2,80})\)")
# 「…列席。市委办公室牛明记录。」
_RECORDED_BY = compiled(r"(?:(?<=[,。;(])|^\()(?P<who>[^,。;:()]{2,20}?)(?:负责|担任|作)?(?:会议)?记录(?=[,。;)]|$)")


def _recorders(paper: Paper, people: Sequence[Person]) -> tuple[str, Span] | None:
    """Return the recorders as they are named in one breath, three at most."""
    named: list[Span] = []
    for person in people[:3]:
        place = _name_place(paper, person)
        if named and paper.plain[named[-1].end : place.start].strip() not in ("", "、", ",", "和"):
            break
        named.append(place)
    names = [person.name for person in people[: len(named)]]
    return ("、".join(names), Span(named[0].start, named[-1].end)) if named else None


def _name_place(paper: Paper, person: Person) -> Span:
    # 「院办文 心」: the name is padded, and its unit stands before it
    padded = r"\s*".join(map(re.escape, person.name))
    places = [match.span() for match in re.finditer(padded, paper.text[person.start : person.end])]
    start, end = places[-1] if places else (0, person.end - person.start)
    return Span(person.start + start, person.start + end)
