"""Who was there: the lists of 出席, 列席, 请假 and 记录, entry by entry, across wrapped lines and padded names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.names import FULL_ROLE, ends_as_unit, is_name, split_person
from pipeline.documents.outline import Block
from pipeline.documents.patterns import DATE_LINE, FOOT, LABELS
from pipeline.minutes import Attendance, Person, Span

_LISTS = ("present", "observers", "absent", "recorder")
_LABEL_PLACE = re.compile(r"(?:(?<=\n)|(?<=[ ]{2})|(?<=[。;]))[ ]*" + LABELS.pattern)
_ASIDE = re.compile(
    r"\((?:[a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ·ˉˊˇˋ ]+|女|男|回族|满族|[\u4e00-\u9fff]{1,2}族|代|请假"
    r"|列席.*|第.*|.*议题.*)\)"
)


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


def read_people(plain: str, start: int, end: int, *, text: str | None = None) -> list[Person]:
    """Return the persons of one list of a folded text; units and names are worded as in `text`.

    >>> [(person.unit, person.name) for person in read_people("农商行谢铁军、高其冬,李  文", 0, 15)]
    [('农商行', '谢铁军'), ('农商行', '高其冬'), (None, '李文')]
    """
    people: list[Person] = []
    for chunk in _split(_rejoin(plain, start, end), ",;。:|"):
        unit: str | None = None
        for entry in _split(chunk, "、"):
            for token in _tokens(entry):
                person = _person(token, unit, plain if text is None else text)
                if person is not None:
                    people.append(person)
                    unit = person.unit
    return people


def _person(token: Passage, inherited: str | None, text: str) -> Person | None:
    kept = [index for index in range(len(token.flat)) if token.flat[index] != " "]
    for aside in _ASIDE.finditer(token.flat):
        kept = [index for index in kept if not aside.start() <= index < aside.end()]
    folded = "".join(token.flat[index] for index in kept)
    worded = "".join(text[token.offsets[index]] for index in kept)
    unit, name = _unit_and_name(folded, padded=" " in token.flat, inherited=inherited)
    if name is None:
        return None
    place = folded.rfind(name) if not folded.startswith(name) else 0
    shown = None
    if unit is not None:
        at = folded.find(unit)
        shown = worded[at : at + len(unit)] if at >= 0 else unit
    return Person(unit=shown, name=worded[place : place + len(name)], start=token.start, end=token.end)


_BEHIND = re.compile(r"(?P<before>[^()]{2,30})\((?P<inside>[^()]{1,30})\)")


def _unit_and_name(folded: str, *, padded: bool, inherited: str | None) -> tuple[str | None, str | None]:
    """Return unit and name of an entry: 「市财政局李明」, 「李明(市财政局)」, 「县教育局(普明)」, 「韦德强(出差)」."""
    behind = _BEHIND.fullmatch(folded)
    if behind:
        before, inside = behind["before"], behind["inside"]
        if is_name(inside) and ends_as_unit(before) and not is_name(before):
            return before, inside
        parts = split_person(before)
        if parts is None and not _like_name(before):
            return None, None
        unit = (parts[0] if parts else None) or (inside if ends_as_unit(inside) and not is_name(inside) else inherited)
        return unit, parts[2] if parts else before
    parts = split_person(folded)
    if parts is not None:
        return parts[0] or (inherited if parts[1] is None else None), parts[2]
    if _like_name(folded) and (padded or inherited is not None or len(folded) in (2, 3) or "·" in folded):
        return inherited, folded
    return None, None


_NOBODY = re.compile(
    r"等|全体|各|其他|成员|人员|负责|同志|领导|班子|代表|以及|有关|相关|单位|部门|议题|会议|如下|名单"
    r"|略|无|以上|共|上述|主任|书记|局长|委员|干部|职工|科室|村干|社区|党员|街道|镇长"
)


def _like_name(text: str) -> bool:
    """A rare surname, or a name of a minority (阿布都·热合曼): believed only where a list of names stands."""
    han = all("\u3400" <= character <= "\u9fff" or character in "·•" for character in text)
    long = len(text) <= (12 if "·" in text or "•" in text else 3)
    return han and len(text) >= 2 and long and not ends_as_unit(text) and not _NOBODY.search(text)


def _rejoin(plain: str, start: int, end: int) -> Passage:
    """Take the line breaks out: a wrapped line joins its next, a finished one gets a sign between."""
    lines: list[tuple[int, int]] = []
    place = start
    for line in plain[start:end].split("\n"):
        bare = line.strip()
        left = place + len(line) - len(line.lstrip())
        lines.append((left, left + len(bare)))
        place += len(line) + 1
    full = max(
        (right - left for left, right in lines if "," in plain[left:right] or "、" in plain[left:right]), default=0
    )
    flat, offsets = "", list[int]()
    for index, (left, right) in enumerate(lines):
        flat += plain[left:right]
        offsets += range(left, right)
        if index + 1 == len(lines) or not _wraps(plain[left:right], right - left, full):
            flat += "\n"
            offsets.append(right)
    return Passage(flat, offsets)


def _wraps(line: str, width: int, full: int) -> bool:
    return bool(line) and width >= full - 3 and line[-1] not in ",、;。:" and any(sign in line for sign in ",、;")


def _split(passage: Passage, signs: str) -> Iterator[Passage]:
    depth, left = 0, 0
    for index, character in enumerate(passage.flat):
        depth += (character == "(") - (character == ")")
        if (character in signs and depth <= 0) or (character == "\n" and "," in signs):
            if passage.flat[left:index].strip():
                yield passage.part(left, index)
            left, depth = index + 1, 0
    if passage.flat[left:].strip():
        yield passage.part(left)


def _tokens(entry: Passage) -> Iterator[Passage]:
    """Split at blanks, but keep 「金  铭」 and 「市财政局 李明」 together."""
    places = [match.span() for match in re.finditer(r"\S+", entry.flat)]
    index = 0
    while index < len(places):
        start, end = places[index]
        while index + 1 < len(places) and _belongs(entry.flat[start:end], entry.flat[slice(*places[index + 1])]):
            index += 1
            end = places[index][1]
        yield entry.part(start, end)
        index += 1


def _belongs(former: str, latter: str) -> bool:
    if len(former) == 1:
        return len(latter) == 1
    bare = former.replace(" ", "")
    if ends_as_unit(bare) and not is_name(bare):
        return True
    if FULL_ROLE.fullmatch(latter):
        return False
    role = next((match for match in FULL_ROLE.finditer(bare) if match.end() == len(bare)), None)
    return role is not None and (role.start() == 0 or len(bare) > 4)
