"""Who was there as a record tells it in sentences: 副市长某某出席，市财政局某某列席，某某因公请假。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.documents.front.attendance import Roll
from pipeline.documents.front.meeting import chair_in
from pipeline.documents.front.people import read_people
from pipeline.documents.patterns import LABELS
from pipeline.documents.text.clean import Paper, Passage
from pipeline.documents.text.outline import Block
from pipeline.documents.text.sentences import sentences
from pipeline.minutes import Attendance, Person
from pipeline.patterns import compiled

_AWAY = r"(?:请假|缺席|(?:未能?|不能|无法|没有?|没能)(?:出席|参加|到会|参会)|没(?:有|能)?来)"
_HOW = r"(?:都|现场|到场|视频|线上|通讯|应邀|受邀|特邀|分别|也|均|同时|还|全程|一同|以[^,。;]{2,8}(?:方式|形式)){0,3}+"
# 「县委副书记某某出席会议，县政协主席某某列席有关议题。」 in the lead paragraph, where no list follows
_TOLD = compiled(
    rf"(?:(?<![^,])|(?=,))(?:[, ]*其中)?(?P<who>(?![, ]*(?:书面|委托|授权))[^。;:]{{2,400}}?)(?:等[^,。;、]{{0,12}}?)?"
    rf"(?:同志|领导|[\d一二三四五六七八九十]{{1,3}}[人名位])?{_HOW}"
    rf"(?P<how>(?<!没)(?<!没有)(?:出席|参加|参会)|列席|到会指导|[来到](?=了[,。;])|(?:因|去|赴|到)[^,。;]{{1,14}},{_AWAY}|因[^,。;]{{1,14}}{_AWAY}"
    rf"|(?:因[^,。;]{{1,14}})?(?:以?书面(?:形式)?)?(?:委托|授权)[^,。;]{{2,24}}(?:代为|代行|出席|行使)[^,。;]{{0,10}}"
    rf"|(?:因|在)?(?:出国|出差|外出|学习|培训|考察|休假|住院|生病|开会|[产事病年]假)[^,。;]{{0,6}}{_AWAY}|{_AWAY})"
    r"(?:了)?(?:本次|此次)?(?:会议|会商|会审|调度|座谈)?(?:监督|指导|旁听)?(?:(?:有关|相关|部分|第[^,。;]{1,8})(?:议题|事项)(?:的?(?:讨论|研究|审议))?)?(?=[。,;]|$)"
)
# 「出席会议的有副市长某某，列席会议的有市财政局某某」「到会的村两委班子有…」: how they were there stands before them
_LISTED = compiled(
    rf"(?P<how>出席|参加|列席|到会|{_AWAY})(?:了)?(?:本次|此次)?(?:会议的?|的)(?:同志|人员|领导|[“”\u4e00-\u9fff]{{0,6}}班子(?:成员)?)?(?:还有|有|为|是)"
    rf"(?P<who>[^。;]{{2,400}}?)(?=,?(?:出席|参加|列席|{_AWAY})|[。;]|$)"
)
_CAME = compiled(r"[来到]了(?=[,。;])|没来|出席|参加|参会|列席|到会|请假|缺席|委托|授权")
_LONGEST = 4000
"""Characters of a sentence that lists who was there; in a longer one, looking for it would take long."""
_TOLD_LIST = {
    "出席": "present",
    "参加": "present",
    "参会": "present",
    "来": "present",
    "到": "present",
    "到会": "present",
    "列席": "observers",
    "到会指导": "observers",
}
_CHAIR_CLAUSE = compiled(r"主持|召开|(?<!的)(?:研究|审议|听取|讨论)(?<!题讨论)(?<!项讨论)")
_CHAIRED = compiled(r"^[^。;]{2,80}(?:主持|召集)[^,。;]{0,60},")


def _before_business(rest: Passage) -> Passage:
    business = _CHAIR_CLAUSE.search(rest.flat)
    return rest if business is None else rest.part(0, max(0, rest.flat.rfind(",", 0, business.start())))


def _tellings(flat: str) -> Iterator[re.Match[str]]:
    """Yield each group of persons with how they were there."""
    listed = list(_LISTED.finditer(flat))
    yield from listed
    # 「到会的有某某、某某；三组组长某某去外地，没来。」
    yield from _TOLD.finditer(flat, listed[-1].end() if listed else 0)


# 「会议要求…」, 「县财政局负责同志参加评审」: a sentence that decides is no telling of who was there
_BUSINESS = compiled(
    r"会议(?:要求|强调|指出|决定|明确|认为|同意|还|听取|审议|研究|通报)|负责(?!人|同志)|牵头|应当|[要须]"
)


def told_at_close(paper: Paper, body: Sequence[Block]) -> tuple[int, Roll] | None:
    """Read who was there out of the last paragraphs of a record, with the index of the paragraph that tells it."""
    for index in range(len(body) - 1, max(-1, len(body) - 4), -1):
        flat = body[index].passage.flat
        if body[index].mark is not None or len(flat) > _LONGEST or _BUSINESS.search(flat):
            continue
        parts = [flat[left:right] for left, right in sentences(flat)]
        if parts and all(_CAME.search(part) and _TOLD.search(part) for part in parts):
            roll = read_told(paper, body[index : index + 1])
            if roll is not None:
                return index, roll
    return None


def with_told(paper: Paper, roll: Roll, head: Sequence[Block]) -> Roll:
    """Add who sat in and who was away, as the head tells it, where the lists name none: 「某监事列席会议」."""
    lists = roll.attendance
    if lists.observers or lists.absent or not lists.present:
        return roll
    told = read_told(paper, head)
    if told is None:
        return roll
    there = roll.people
    observers = tuple(one for one in told.attendance.observers if one.name not in there)
    absent = tuple(one for one in told.attendance.absent if one.name not in there)
    return replace(roll, attendance=replace(lists, observers=observers, absent=absent))


def _label_of(flat: str) -> tuple[str, int] | None:
    """Return which list a sentence is by the label and colon that open it, and where its names begin."""
    match = LABELS.match(flat)
    if match is None or ":" not in match.group() or match.end() >= len(flat):
        return None
    return (match.lastgroup, match.end()) if match.lastgroup in ("present", "observers", "absent") else None


def read_told(paper: Paper, head: Sequence[Block]) -> Roll | None:
    """Read who was there out of the head's sentences; the place runs from the first such sentence to the head's end."""
    people: dict[str, list[Person]] = {"present": [], "observers": [], "absent": []}
    start: int | None = None
    chair: Passage | None = None
    told = False  # in a sentence, where whoever chairs is not named twice; a list names whom it means
    for block in head:
        for left, right in sentences(block.passage.flat):
            sentence = block.passage.part(left, right)
            if (label := _label_of(sentence.flat)) is not None:
                # 「…研究了8个事项。参会人员：副总经理某某、某某。列席人员：…」
                people[label[0]] += read_people(
                    paper.plain, sentence.offsets[label[1]], sentence.end, text=paper.text, came=label[0] != "absent"
                )
                start = sentence.start if start is None else start
                continue
            if chaired := _CHAIRED.match(sentence.flat):
                # 「局长某某主持召开办公会议，副局长某某参加，会议研究了如下事项：」
                chair = chair_in(sentence.part(0, chaired.end()))
                sentence = _before_business(sentence.part(chaired.end()))
            if _CHAIR_CLAUSE.search(sentence.flat) or len(sentence.flat) > _LONGEST or not _CAME.search(sentence.flat):
                continue
            for match in _tellings(sentence.flat):
                who = sentence.part(*match.span("who"))
                group = _TOLD_LIST.get(match["how"], "absent")
                found = read_people(paper.plain, who.start, who.end, text=paper.text, came=group != "absent")
                people[group] += found
                start = sentence.start if start is None else start
                told = told or group == "present"
    if start is None or not any(people.values()):
        return None
    if chair is not None and told and chair.end <= start and people["present"]:
        # who chairs a meeting is there, though the sentence does not say it twice
        name = paper.text[chair.start : chair.end]
        start = min(start, chair.start)
        people["present"].insert(0, Person(unit=None, name=re.sub(r"\s", "", name), start=chair.start, end=chair.end))
    attendance = Attendance(
        present=tuple(people["present"]),
        observers=tuple(people["observers"]),
        absent=tuple(people["absent"]),
        start=start,
        end=head[-1].passage.end,
    )
    return Roll(attendance, None, None)
