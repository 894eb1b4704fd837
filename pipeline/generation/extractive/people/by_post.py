"""How many of a post were there, or which: 来了几位副县长; only where the lists give everybody's post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting.whole_meeting import meant
from pipeline.generation.extractive.evidence import plain, written_apart
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.people.told_there import stretches
from pipeline.generation.extractive.record import quote
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

POST = (
    r"(?<!班)(?:(?:常务|执行|独立|外部|职工|党工?委|党组|纪委|总支|支部|专家)*副?(?:[市县区镇乡州省院校局厅处科所站]长|主任(?:委员)?|书记|主席|董事长|(?<!总)(?<!副)总?经理|秘书长|会长|理事长|[村社]?区?支书)"
    r"|(?:独立|外部|职工|执行|非执行)?(?:董事|监事|理事)|(?:专家)?委员|总监|总工(?:程师)?|总会计师|总经济师)(?!会|办|助理)"
)
COMING = r"(?:来|到|出席|参加|列席|与会|参会|在场|在座|旁听|到会|到场|缺席|请假|没来|没到|未到|缺)"
MANY = r"(?:(?:几|多少)[位名个]?|哪(?:些|几)?[位名个]?)"
ASKED = compiled(
    rf"{COMING}[^，。？?]{{0,6}}?{MANY}(?P<after>{POST})|{MANY}(?P<before>{POST})[^，。？?]{{0,6}}?{COMING}"
    rf"|(?P<first>{POST})[^，。？?哪几谁]{{0,6}}?(?<![涨升提调增降减加达]){COMING}[^，。？?]{{0,4}}?(?:几|多少|哪(?:些|几)?)[位名个人]"
    rf"|{COMING}[^，。？?]{{0,4}}?的(?P<among>{POST})[^，。？?]{{0,3}}?(?:(?:几|多少|哪(?:些|几))[位名个]?|是谁)"
)
"""来了几位副县长, 几位副县长到会, 副县长来了哪几位, 到会的副县长有几位."""
IN_A_WAY = compiled(r"线上|在线|视频|远程|网络|电话|通讯|委托|回避|反对|弃权|投|发言|提出|表示")
"""Asks for some of them, by what they did."""
SITTING_IN = compiled(r"列席|旁听")
MISSED = compiled(r"缺席|请假|没(?:有)?[来到参出]|未[到出参能]|缺了?")
NAME = r"[一-鿿](?:[ 　]*[一-鿿]){1,3}"
BETWEEN = compiled(r"(?:[（(][^（()）\n]{1,12}[)）])?[ 　]*(?:[、，,和与及]|[ 　]{1,4}|\n[ 　]*)[ 　]*")
AFTER = compiled(r"[ 　]*(?:同志)?[ 　]*[（(、，,。；;：:\n和与及参出列主]|[ 　]*$|[ 　]{2,}|[因未请在等为以]")
OF_A_BRANCH = r"(?:党?总?支部?书记|支书)"
"""村支书 in full."""
WENT_AWAY = compiled(
    r"(?:同志)?(?:[（(][^（()）\n]{1,12}[)）])?[，,]?(?:因|由于|在|赴|参加|正在|外出|出差|学习|带队|请假|缺席|未|书面委托)[^。；;、\n]{0,20}?"
    r"(?<![出参])(?:请假|缺席|未能?(?:出席|参加|到会)|代为)"
)
"""What tells behind some names that they were away: 因公出差请假."""
LONGEST = 60
"""Names that follow one post at most."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom the text gives a post: the name without blanks, its place, and that of the post before it."""

    name: str
    place: Span
    post: Span
    away: bool = False


def by_post(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many of a post were there, or away; `None` where a question asks for something else.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
    """
    match = ASKED.search(composing.question.text)
    if (
        match is None
        or IN_A_WAY.search(composing.question.text)
        or composing.question.item_number is not None
        or composing.question.titles
    ):
        return None
    post = next(word for word in match.groups() if word)
    chosen = meant(composing, meetings, said=(ASKED,)) if len(meetings) > 1 else list(meetings)
    if not 0 < len(chosen) <= ANSWERED_AT_MOST:
        return None
    away = bool(MISSED.search(composing.question.text))
    if away and not re.search(r"几|多少", composing.question.text):
        return None  # who was away is told with the reason
    found: list[tuple[Source, Sentence]] = []
    unsaid: list[str] = []
    for source in chosen:
        held = [one for one in holders(source, post) if (one.away or one.name in _away(source)) is away]
        if held and (away or _every_post(source, sitting_in=SITTING_IN.search(composing.question.text) is not None)):
            found.append((source, _line(source, post, held, away=away)))
        elif held:
            named = "、".join(one.name for one in held)
            unsaid.append(f"{source.meeting}的名单没有逐一写明职务，写明是{post}的有{named}。")
        elif source.document.attendance and not away:
            unsaid.append(f"{source.meeting}的名单没有写明谁是{post}。")
    if found:
        return composing.stamped("record", found)
    return composing.refusal("not_stated", "".join(unsaid), route="record") if unsaid else None


def holders(source: Source, post: str) -> list[Holder]:
    """Return those whom the opening and the lists of a document give a post, in the order of the text, each once."""
    found: dict[str, Holder] = {}
    for stretch in stretches(source):
        for one in _in_stretch(source, post, stretch):
            found.setdefault(one.name, one)
    return list(found.values())


def _in_stretch(source: Source, post: str, stretch: Span) -> Iterator[Holder]:
    text, known = source.document.text, set(known_names(source))
    written = post_written(post)
    wanted = re.compile(written if post.startswith("副") else rf"(?<!副){written}(?!助理)")
    for match in wanted.finditer(text, stretch.start, stretch.end):
        names = names_behind(text, match.end(), stretch.end, known)
        away = bool(names) and bool(WENT_AWAY.match(text, names[-1].end))
        for name in names:
            yield Holder(re.sub(r"\s", "", text[name.start : name.end]), name, Span(*match.span()), away)


def post_written(post: str) -> str:
    """Return the pattern of a post as the texts write it: padded with blanks, 村支书 in full."""
    return OF_A_BRANCH if post.endswith("支书") else written_apart(post)


def names_behind(text: str, at: int, limit: int, known: set[str]) -> list[Span]:
    """Return the places of the names that stand behind a post, one after the other: 副县长某某、某某."""
    names: list[Span] = []
    at = _blank(text, at)
    while len(names) < LONGEST and (name := _name_at(text, at, limit, known)):
        names.append(name)
        gap = BETWEEN.match(text, name.end, limit)
        if gap is None:
            break
        at = gap.end()
    return names


def _blank(text: str, at: int) -> int:
    gap = re.compile(r"[ 　]*(?:[：:][ 　]*)?").match(text, at)
    return gap.end() if gap else at


def _name_at(text: str, at: int, limit: int, known: set[str]) -> Span | None:
    """Return the place of a name that begins at an offset: one that the record knows, else one that reads like one."""
    for name in sorted(known, key=len, reverse=True):
        match = re.compile(written_apart(name)).match(text, at, limit)
        if match:
            return Span(*match.span())
    for length in (3, 2, 4):
        end = at + length
        if end <= limit and is_name(text[at:end]) and AFTER.match(text, end):
            return Span(at, end)
    return None


def _away(source: Source) -> set[str]:
    """Return the names of those who were away."""
    attendance = source.document.attendance
    return {person.name for person in attendance.absent} if attendance else set()


def _every_post(source: Source, *, sitting_in: bool) -> bool:
    """Tell whether a list gives nobody's bare name but after a post, a unit, or another such name.

    出席：甲、乙、丙 tells nobody's post, though the opening tells that of who chaired.
    """
    attendance = source.document.attendance
    if attendance is None:
        return True
    text = source.document.text
    before: int | None = None
    for person in attendance.observers if sitting_in else attendance.present:
        name = re.compile(r"\s*".join(map(re.escape, person.name))).search(text, person.start, person.end)
        start = name.start() if name else person.start
        if name and name.end() < person.end:
            continue  # 信息科负责人 is nobody by name
        headed = bool(person.unit) or bool(
            re.search(rf"(?:{POST}|[长任记员席师监秘])[ 　]*$", text[max(0, start - 8) : start])
        )
        joined = before is not None and bool(
            re.fullmatch(r"[（(]?[^（()）\n]{0,12}[)）]?[、，,和与及\s]*", text[before:start])
        )
        chaired = person.name == source.document.meeting.chair
        if not headed and not chaired and not (joined and before is not None):
            return False
        before = (name.end() if name else person.end) if headed or joined else before
    return True


def _line(source: Source, post: str, held: Sequence[Holder], *, away: bool) -> Sentence:
    """Return how many and who they are, each quoted from the post before the name."""
    places = tuple(quote(source, Span(one.post.start, one.place.end)) for one in held)
    names = "、".join(one.name for one in held)
    if post.endswith("支书"):
        post = plain(source.document.quote(held[0].post))  # as the text calls it
    verb = "请假或缺席" if away else "参加"
    told = f"{source.meeting}{verb}的{post}有{len(held)}位：{names}。"
    return Sentence(told, places, counted=len(held))
