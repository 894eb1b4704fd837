"""Answers from the attendance lists: who was there, whether somebody was, who came twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.units import aliases, at_home, canonical, same_unit
from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.counting.lists import body_of
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.people.entries import as_listed, aside, only_for, post_behind
from pipeline.generation.extractive.people.told_there import for_a_part, named_there
from pipeline.generation.extractive.record import fact, named_few, quote, reported
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.simplified import simplified

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Attendance, Person

LISTS = (("present", "出席"), ("observers", "列席"), ("absent", "请假"))
LABEL = compiled(r"(?:出席|列席|参会|参加|到会|请假|缺席|与会|因事|因公|未到)[^：:\n]{0,8}[：:]")
ABOUT_A_LIST = compiled(r"名单|代表|哪(?:个|家)?(?:单位|部门|局|镇)|单位|哪(?:一)?位|职务")
UNITS_ASKED = compiled(r"(?:哪些|哪几个|什么)(?:单位|部门)")
AWAY = compiled("请假|缺席|未出席|未到会?|未参加")
OF_A_KIND = compiled(
    r"哪(?:些|几个?|个)(?P<kind>社区|村|镇|乡|街道|学校|企业|公司|医院|银行)的?(?:[副正]?(?:书记|主任|[镇乡村校院]长)|代表|负责人)"
)
"""哪些社区的书记来列席: asks for those of a kind of body."""
COUNT_ASKED = compiled(r"多少|几(?=[个位名人])|人数")
LEFT_OUT = compiled(
    r"(?:不含|不算|不包括|除去?|除了)[^，。）)]{0,4}?(?:列席|旁听)[^，。）)]{0,3}|(?:列席|旁听)的?(?:人员)?(?:不算|除外|不计)"
)
"""出席人数（不含列席）: the list that is not asked for."""
PLACE_ONLY = compiled(r"[省市州]$|政府$")
"""Whose own meeting it is; it sends nobody."""
OWN_PAIR = 1  # a pair of characters in no more units of a list than this tells a unit apart (东林 of 东林街道办事处)
SEVERAL = compiled(r"负责人|负责同志|有关|相关|各")
# 「开园节谁出席了」「揭牌仪式有哪些人参加」: asks of an event, and a meeting's lists say nothing of it
_EVENT = r"(?:节|仪式|典礼|论坛|博览会|展会|大赛|比赛|晚会|运动会|发布会|推介会|招聘会|演练|演出|开工|揭牌|签约)"
OF_AN_EVENT = compiled(
    rf"{_EVENT}(?:上|时|那天|当天|现场)?(?:都|会)?(?:由|有)?(?:谁|哪[些位几]|什么人|多少人|几个人)[^，。；]{{0,6}}?(?:出席|参加|到场|来|去)"
    rf"|(?:谁|哪[些位几]人?|什么人|多少人)(?:都|会)?(?:出席|参加|去|来)了?[^，。；？?]{{0,16}}{_EVENT}"
)
NOT_A_NAME = compiled(r"会议|纪要|政府|部门|单位|人员|领导|名单|[市县区局委办镇处]$")


def listed(attendance: Attendance) -> Iterator[tuple[str, Person]]:
    """Yield every entry of the lists with the word for its list: 出席, 列席, 请假."""
    for field, word in LISTS:
        for person in getattr(attendance, field):
            yield word, person


def people_asked(question: Question, sources: Sequence[Source], *, guess: bool = True) -> tuple[str, ...]:
    """Return the names that a question asks about: those that the record knows, else a topic that reads like a name."""
    text = re.sub(r"\s", "", question.text)
    known: dict[str, None] = {}
    for source in sources:
        document = source.document
        names = [person.name for _, person in listed(document.attendance)] if document.attendance else []
        names += [name for item in document.items for name in item.presenter_names]
        names += [document.meeting.chair] if document.meeting.chair else []
        known |= dict.fromkeys(name for name in names if len(name) > 1 and simplified(name) in simplified(text))
    if known:
        return tuple(name for name in known if not any(name != other and name in other for other in known))
    if not guess:
        return ()
    return tuple(part for part in question.topic if is_name(part) and not NOT_A_NAME.search(part))


def attended(name: str, source: Source) -> list[Sentence]:
    """Tell in which list a name stands, or that it stands in none; nothing where a document has no lists.

    Nobody is denied whom the opening names, or a list that was not read to its end.
    """
    attendance = source.document.attendance
    if attendance is None or not has_lists(source):
        return named_there(name, source)
    found = [(word, person) for word, person in listed(attendance) if person.name == name]
    if not found and name == source.document.meeting.chair and (chaired := fact("chair", source)):
        return [chaired]
    if not found and (naming := named_there(name, source)):
        return naming
    if not found:
        return [_not_listed((name,), source, attendance), *_reported(name, source)]
    word = found[0][0]
    called = [as_listed(source, entry) for _, entry in found]
    who = "、".join(dict.fromkeys(one for one in called if one != name))
    post = post_behind(source, found[0][1])
    who = who or f"{name}{post}"
    quotes = [place for _, entry in found for place in (label_of(source, entry), quote(source, entry.span)) if place]
    if word == "请假":
        label = label_of(source, found[0][1])
        own = label and AWAY.search(source.document.text[label.start : label.end])
        why = None if post and post in who else aside(source, found[0][1])
        told = f"，原文注明“{why['why']}”" if why else ""
        if why:
            quotes.append(quote(source, Span(found[0][1].start, why.end())))
        said = f"{who}{own.group() if own else word}（{source.meeting}）{told}。"
        return [Sentence(said, tuple(dict.fromkeys(quotes)))]
    only, noted = only_for(source, found[0][1])
    quotes += [noted] if noted else []
    came = Sentence(f"{who}{word}了{source.meeting}{only}。", tuple(dict.fromkeys(quotes)))
    return [came, *for_a_part(name, source)]


def has_lists(source: Source) -> bool:
    """Tell whether anybody was read from the lists of a document."""
    attendance = source.document.attendance
    return attendance is not None and any(True for _ in listed(attendance))


def _not_listed(names: Sequence[str], source: Source, attendance: Attendance) -> Sentence:
    """Say that no list holds some names; the whole of the lists is the proof."""
    told = f"{source.meeting}的出席、列席名单中没有{'、'.join(names)}。"
    return Sentence(told, (quote(source, attendance.span),), absent=tuple(names))


def nobody_told(question: Question, sources: Sequence[Source], units: Sequence[str]) -> str:
    """Say why no list answers: it was not read, or it is not stated, or it has nobody of those that are asked for."""
    where = named_few([source for source in sources if has_lists(source)])
    if AWAY.search(question.text):
        return f"{where or named_few(sources)}未载明请假或缺席的人员。"
    if not where:
        return f"{named_few(sources)}的出席、列席名单没有读出，或者原文没有载明。"
    if units or OF_A_KIND.search(question.text):
        return "名单中没有所问的人员。"
    lists = [word for _, word in LISTS if word in question.text]
    return f"{where}未载明{'、'.join(lists) or '所问'}人员。"


def nobody_of(units: Sequence[str], source: Source) -> list[Sentence]:
    """Say that the lists have nobody of a unit; nothing where its name stands in them, or where there are none."""
    attendance = source.document.attendance
    if attendance is None or not has_lists(source):
        return []
    text = source.document.quote(attendance.span)
    names = {name for unit in units for name in (unit, unit[1:] if len(unit) > 3 else unit, *aliases(unit))}
    if any(name in text for name in names) or any(PLACE_ONLY.search(unit) for unit in units):
        return []
    return [_not_listed(units, source, attendance)]


def _reported(name: str, source: Source) -> list[Sentence]:
    """Say that somebody on no list reported on an item all the same."""
    own = (item for item in source.document.items if name in item.presenter_names)
    return [sentence for item in own if (sentence := reported(source, item))][:1]


def roster(question: Question, source: Source, units: Sequence[str]) -> list[Sentence]:
    """Return the lists that a question asks for, or the people of the units that it names."""
    attendance = source.document.attendance
    if attendance is None or OF_AN_EVENT.search(question.text):
        return []
    result: list[Sentence] = []
    for field, word in LISTS:
        people: tuple[Person, ...] = getattr(attendance, field)
        chosen = _of_units(question, people, units, body_of(source.entry))
        listed_people = people if chosen is None else chosen
        if listed_people and asks_for(question.text, word) and _may_be(question.text, listed_people):
            result.append(_roll(question, source, word, listed_people, whole=chosen is None))
    return result


def _may_be(text: str, people: Sequence[Person]) -> bool:
    """Tell whether people may be those of a kind of body that a question asks for: no police are of 哪些社区的书记."""
    kind = OF_A_KIND.search(text)
    return kind is None or any(kind["kind"] in (person.unit or "") for person in people)


def holds_named(question: Question, source: Source, units: Sequence[str]) -> bool:
    """Tell whether a list of a document has people of the units that a question names."""
    attendance = source.document.attendance
    lists = (getattr(attendance, field) for field, _ in LISTS) if attendance else ()
    return any(_of_units(question, people, units, body_of(source.entry)) for people in lists)


def _roll(question: Question, source: Source, word: str, people: Sequence[Person], *, whole: bool) -> Sentence:
    """Return one list as a sentence, with the number of people where it is asked for."""
    names = "、".join(f"{person.unit or ''}{person.name}" for person in people)
    places = tuple(quote(source, person.span) for person in people)
    if COUNT_ASKED.search(question.text) and _are_all(source, people):
        units = len({person.unit for person in people if person.unit})
        if not whole and units == len(people):
            return Sentence(f"{source.meeting}{word}{units}个单位{units}人：{names}。", places, counted=units)
        return Sentence(f"{source.meeting}{word}{len(people)}人：{names}。", places, counted=len(people))
    label = label_of(source, people[0])
    stretch = (Quote(source.document_id, people[0].start, people[-1].end),)
    quotes = tuple(filter(None, (label, *(stretch if whole else places))))
    return Sentence(f"{word}：{names}。" if whole else f"{word}{source.meeting}：{names}。", quotes)


def _are_all(source: Source, people: Sequence[Person]) -> bool:
    """Tell whether a list is of persons by name alone, so that they can be counted: not with 各村支部书记."""
    text = source.document.text
    line = text[people[0].start : (text.find("\n", people[-1].end) + 1 or len(text))]
    return SEVERAL.search(line.split("。")[0]) is None and all(_is_somebody(source, person) for person in people)


def _is_somebody(source: Source, person: Person) -> bool:
    """Tell whether an entry of a list is one person by name: neither 信息科负责人 nor a unit by itself."""
    entry = re.sub(r"\s", "", source.document.text[person.start : person.end])
    return NOT_A_NAME.search(person.name) is None and not SEVERAL.search(entry)


def _of_units(
    question: Question, people: Sequence[Person], units: Sequence[str], body: str | None
) -> tuple[Person, ...] | None:
    """Return the people of the units that a question names, in full, by kind or by their own part; `None` for all.

    The 市财政局 is no 区财政局, whose name is like it; a bare name is that of the body whose meeting it was.
    """
    placed = [(person, at_home(person.unit, body)) for person in people if person.unit]
    exact = tuple(
        p for p, home in placed if any(same_unit(home, unit) or (p.unit or "").endswith(unit) for unit in units)
    )
    if exact:
        return exact
    if units and all(canonical(unit) != unit for unit in units):
        return ()  # a known office by its level or place: nothing that is like its name is meant
    held = [person for person, _ in placed]
    ends = {(p.unit or "")[start:] for p in held for start in range(len(p.unit or "") - 3)}
    named = [end for end in ends if end in question.text]
    if named:
        return tuple(p for p in held if (p.unit or "").endswith(max(named, key=len)))
    topic = " ".join(question.topic)
    common = Counter(pair for unit in {p.unit or "" for p in held} for pair in set(_pairs(unit)))
    own = tuple(p for p in held if any(pair in topic and common[pair] <= OWN_PAIR for pair in _pairs(p.unit or "")))
    return own or (() if units else None)


def _pairs(text: str) -> list[str]:
    return [text[start : start + 2] for start in range(len(text) - 1)]


def asks_for(text: str, word: str) -> bool:
    """Tell whether a question asks for a list; 参加 asks for those present and those sitting in."""
    if LEFT_OUT.search(text) and word == "列席":
        return False
    text = LEFT_OUT.sub("", text).replace("旁听", "列席")
    if "正式" in text and word == "列席":
        return "列席" in text
    if word == "请假":
        return bool(re.search(r"请假|缺席|没(?:有)?(?:来|参加|到)|未(?:出席|到|参加)", text))
    if re.search(r"请假|缺席|没(?:有)?(?:来|到)|未(?:出席|到|参加)", text):
        return False
    named = [one for one in ("出席", "列席") if one in text]
    return word in named if named else True


def label_of(source: Source, person: Person) -> Quote | None:
    """Return the place of the word that opens a person's list: 出席：."""
    attendance = source.document.attendance
    start = attendance.start if attendance else 0
    labels = list(LABEL.finditer(source.document.text, start, person.start))
    if not labels:
        return None
    return quote(source, Span(labels[-1].start(), labels[-1].end()))


def known_names(source: Source) -> list[str]:
    """Return every name that a document's record knows: chair, reporters, lists."""
    document = source.document
    names = [document.meeting.chair] if document.meeting.chair else []
    names += [name for item in document.items for name in item.presenter_names]
    names += [person.name for _, person in listed(document.attendance)] if document.attendance else []
    return list(dict.fromkeys(names))
