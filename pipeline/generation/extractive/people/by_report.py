"""Answers on who reported: on every item of a meeting, and where a person is asked for and the text names a unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.evidence import Terms, item_name
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.record import reported
from pipeline.generation.wording import presenters_words, report_verb
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.target import Target
    from pipeline.minutes import Item

PERSON = compiled(
    r"哪(?:一)?位|哪个人|哪几个人|何人|什么人|姓名|名字|叫什么|叫啥|姓什么|哪(?:一)?个(?:同志|领导|[副]?[市县区镇院校局处科]长|主任|负责人)"
)
"""Asks for a person by name, where 谁 may be a unit."""
SO_MANY = compiled(
    r"(?:汇报|介绍|报告)(?:过|了)?(?P<many>[两二三四五])[个项件次]?(?:以上)?的?(?:议题|事项|议案)?的?(?:是|有)?(?:谁|哪)"
    r"|(?:谁|哪(?:些|几|一)?[个位]?(?:单位|部门|人|局长|同志)?)[^，。？?]{0,4}?(?:汇报|报告)(?:过|了)?(?:不止一|(?P<times>[两二三四五]))[个项件次]"
)
"""汇报了两个议题的是谁, 哪位汇报了两次."""
OF_EACH = compiled(r"每个|每项|各个|各项|各|全部|所有|分别|依次|都|一共|总共|议题|事项")


def every_reporter(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer who reported at a meeting, item by item; `None` where a question means one matter."""
    question = composing.question
    named = question.item_number is not None or question.titles or not question.scope.named
    if named or any(OF_EACH.sub("", word) for word in question.topic) or not 0 < len(meetings) <= ANSWERED_AT_MOST:
        return None
    found = [
        (source, line) for source in meetings for item in source.document.items if (line := reported(source, item))
    ]
    silent = [item_name(item) for source in meetings for item in source.document.items if not item.presenter]
    if not found:
        return None
    told = f"未载明汇报人的：{'；'.join(silent)}。" if silent else ""
    return composing.stamped("record", found, preface=told)


def several_times(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer who reported on more items than one; `None` where a question asks for something else."""
    match = SO_MANY.search(composing.question.text)
    if match is None or not 0 < len(meetings) <= ANSWERED_AT_MOST or not composing.question.scope.named:
        return None
    word = match["many"] or match["times"] or ""
    wanted = 2 if word in ("两", "") else chinese_to_int(word) or 2
    found: list[tuple[Source, Sentence]] = []
    for source in meetings:
        held: dict[str, list[Item]] = {}
        for item in source.document.items:
            for one in item.presenters:
                held.setdefault(f"{one.unit or ''}{one.role or ''}{one.name or ''}", []).append(item)
        for who, items in held.items():
            lines = [line for item in items if (line := reported(source, item))]
            if len(lines) >= wanted:
                places = tuple(quote for line in lines for quote in line.quotes[:1])
                titles = "；".join(item_name(item) for item in items)
                found.append((source, Sentence(f"{who}汇报了{len(lines)}项：{titles}。", places, counted=len(lines))))
    return composing.stamped("record", found) if found else None


def matter_terms(composing: Composing) -> Terms:
    """Return the words of a question's topic without who may have reported: 防汛工作是市应急管理局汇报的吗."""
    text = composing.question.text
    names = {name for source in composing.sources for name in known_names(source) if len(name) > 1 and name in text}
    units = [unit for _, unit in find_units(text)]
    if not names and not units:
        return composing.terms
    beside = composing.terms.without(" ".join((*names, *units)))
    return beside if beside.weights else composing.terms


def nobody_by_name(composing: Composing, chosen: Sequence[Target]) -> Draft | None:
    """Say that the text names who reported by the unit alone, where a person is asked for: 是哪位同志汇报的."""
    told = [one for one in chosen if one.item.presenters]
    if not told or any(one.item.presenter_names for one in told):
        return None
    known = {name for one in told for name in known_names(one.source) if len(name) > 1}
    if not PERSON.search(composing.question.text) and not any(name in composing.question.text for name in known):
        return None
    lines = [
        f"{one.name}：未载明是哪位同志，原文写的是{presenters_words(one.item)}"
        f"{report_verb(one.source.document, one.item)}。"
        for one in told[:ANSWERED_AT_MOST]
    ]
    instead = [line for one in told[:ANSWERED_AT_MOST] if (line := reported(one.source, one.item))]
    return composing.refusal("not_stated", "".join(lines), route="record", instead=instead)
