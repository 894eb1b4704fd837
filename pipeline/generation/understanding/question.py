"""Understanding a question without a model: which meetings, what is asked, about what, what earlier ones add."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from pipeline.documents.duties.units import is_unit
from pipeline.generation.understanding import asking, days
from pipeline.generation.understanding.asking import Aspect
from pipeline.generation.understanding.neighbours import find_step
from pipeline.generation.understanding.scope import Scope, resolve, stepped
from pipeline.generation.understanding.topic import SPOKEN, SPOKEN_FORMS, blanked, topic_segments, words
from pipeline.generation.understanding.written_dates import number_of
from pipeline.patterns import compiled
from pipeline.simplified import simplified

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

Asked = Literal["person", "unit", "number", "date", "text"]

MEETING_ASPECTS: frozenset[str] = frozenset(
    words(
        "both_attended attended recorder chair document_number issued_date meeting_date place attendance_list",
        "other_matters item_list item_count outcome_list",
    )
)
"""Aspects that a meeting as a whole answers; a bare date beside them is the meeting's."""

FIGURE = compiled(r"(?<![0-9第.])[0-9]+(?![0-9]|[次期届号路]|月|日)")
TITLE = compiled(r"《([^》]+)》")
CHINESE = compiled(r"[一-鿿]")
BETWEEN_UNITS = compiled(
    r"[和与及、，。？?！：:；\s的在由跟对给让请被把向从是里]|列席|出席|参加|牵头|负责|配合|关于|要求|哪些|哪个|什么|多少|[代派]表?|这|那|说|问|以及"
)
BY_A_TIME = compiled(
    r"^(?:[0-9]{2,4}年)?(?:[年季月]|[0-9一二三四五六七八九十]+月)[^前]{0,4}(?:之|以)?前(?:要|得|应|须|需|该)?"
)
"""10月底前要办完什么: no office."""
SO_MANY = compiled(r"^(?:[这那各哪有某]?(?:[0-9]+|[一二两三四五六七八九十几百多]+)|[各每])[个家所户处名位座]")
"""三个乡镇: so many of a kind, none by name."""
UNIT_FRONT = compiled(r"^(?:时候|去|来|到|会同|局|部门|单位|区镇|找|跟|要|需|应|该|本|整|个|新)+")
ATTENDING = compiled(r"出席|列席|参加|到会|参会|与会|缺席|请假")
NOT_A_TOPIC = compiled(
    r"^(?:市|县|区|省|镇|乡|州)?(?:人民)?(?:政府|党组|党委|常务|常委会?)?(?:常务)?(?:会议?|议题|文件|事项|议程|纪要|名单|人员|领导|同志|单位|部门|问题|措施|次|召开|主持|参加|出席|列席"
    r"|请假|缺席|人|全部|讨论|审议|研究|整改措施|第?[0-9一二三四五六七八九十]+[项个次条件点](?:任务|工作|要求|分工)?)?$"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `topic` holds the words that say what it is about, `titles` the titles 《》 that it names, `item_number` the
    ordinal of an item (第三项), -1 for the last. `asked` is the kind of thing that would answer; `claim` says that the
    question states something to be confirmed (…，对吗). `inherited` tells what an earlier question gave; `within` is
    the scope of the earlier question, where this one may silently go on in it.
    """

    text: str
    scope: Scope
    aspect: Aspect | None = None
    topic: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    item_number: int | None = None
    point_number: int | None = None
    units: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    asked: Asked = "text"
    yes_no: bool = False
    claim: bool = False
    inherited: tuple[str, ...] = ()
    understood: bool = True
    within: Scope | None = None
    today: datetime.date | None = None
    spans: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    @property
    def topic_text(self) -> str:
        """The topic as one string, for a search."""
        return " ".join((*self.titles, *self.topic))

    @property
    def of_any_meeting(self) -> bool:
        """Whether it asks at which meetings something of its own was: none that was spoken of before is meant."""
        own = bool(self.topic) and not asking.PRONOUN.search(self.text)
        return own and bool(asking.WHICH_MEETING.search(self.text))


def understand(
    text: str,
    *,
    entries: Sequence[Entry],
    history: Sequence[str] = (),
    today: datetime.date,
) -> Question:
    """Return a question as understood, with what the earlier questions of the conversation add.

    Args:
        text: the question.
        entries: the catalogue's entries that explicit filters leave.
        history: earlier questions of the user, oldest first.
        today: the day from which 去年 counts.
    """
    return conversation((*history, text), entries=entries, today=today)[-1]


def conversation(texts: Sequence[str], *, entries: Sequence[Entry], today: datetime.date) -> list[Question]:
    """Return the questions of a conversation as understood, oldest first, each with what those before it add.

    Args:
        texts: the questions, oldest first.
        entries: the catalogue's entries that explicit filters leave.
        today: the day from which 去年 counts.
    """
    turns: list[Question] = []
    for text in texts:
        read = _read(text, entries, today)
        turns.append(_follow(read, turns[-1]) if turns else read)
    return turns


def in_context(text: str, entries: Sequence[Entry], *, history: Sequence[str], today: datetime.date) -> str:
    """Return a question to search with: before it the last one that names a matter, unless it names a meeting itself.

    那是谁汇报的 after 停车办法有什么要求 is searched together with it; so is 概算多少, which could stand alone as well.
    """
    if not history:
        return text
    asked = understand(text, entries=entries, history=history, today=today)
    if asked.scope.named and not asked.inherited:
        return text
    last = _read(history[-1], entries, today)
    bare = not last.topic and not last.titles
    before = in_context(history[-1], entries, history=history[:-1], today=today) if bare else history[-1]
    return f"{before} {text}"


def _read(text: str, entries: Sequence[Entry], today: datetime.date) -> Question:
    """Read one question by itself."""
    text = SPOKEN.sub(lambda match: SPOKEN_FORMS[match.group()], simplified(text))
    found = asking.find_aspect(text)
    aspect = found.aspect if found else None
    if aspect == "meeting_name" and ATTENDING.search(text):
        aspect = "attended"  # 某人参加了哪次会议: the lists tell
    if aspect == "votes" and asking.PERSON_ASKED.search(text):
        aspect = None  # 谁投了反对票: the counts do not tell
    states, confirms = bool(asking.CLAIM.search(text)), bool(asking.YES_NO.search(text))
    if (states or (confirms and any(map(str.isdigit, text)))) and aspect is None and "主持" in text:
        aspect = "chair"  # 某人主持的会议讨论了某事，对吧
    scope = resolve(text, entries, today=today, about_meetings=aspect in MEETING_ASPECTS)
    ordinal = asking.ITEM_ORDINAL.search(blanked(text, scope.mentions))
    point = asking.POINT_ORDINAL.search(text)
    titles = tuple(TITLE.findall(text))
    taken = [*scope.mentions, *(match.span() for match in TITLE.finditer(text))]
    if found:
        taken.append((found.start, found.end))
    if ordinal:
        taken.append(ordinal.span())
    taken += [match.span() for one in (asking.CHAIRED, asking.REPORTED) if (match := one.search(text))]
    taken += days.names_behind(text, scope.entries, scope.mentions)
    rest = blanked(text, taken)
    topic = tuple(segment for segment in topic_segments(rest) if not NOT_A_TOPIC.match(segment))
    return Question(
        text=text,
        scope=scope,
        aspect=aspect,
        topic=topic,
        titles=titles,
        item_number=_ordinal(ordinal),
        point_number=number_of(point["nth"]) if point else None,
        units=units_in(" ".join(topic)),
        verdicts=asking.verdict_asked(text),
        asked=_asked(text),
        yes_no=bool(asking.YES_NO.search(text)),
        claim=states or (confirms and (aspect == "chair" or _names_figure(text, scope))),
        understood=bool(CHINESE.search(text)) or any(character.isdigit() for character in text),
        today=today,
        spans=tuple(taken),
    )


def units_in(text: str) -> tuple[str, ...]:
    """Return the units and places that a question names, cut at the words between them.

    >>> units_in("市财政局和人社局牵头哪些事项")
    ('市财政局', '人社局')
    >>> units_in("10月底前要办完哪些事")
    ()
    """
    found: dict[str, None] = {}
    for piece in map(_trimmed, BETWEEN_UNITS.split(text)):
        ends = range(len(piece), 1, -1)
        # 某市长: the 市 belongs to the post, not to a place
        unit = next(
            (piece[:end] for end in ends if end > 2 and is_unit(piece[:end]) and piece[end : end + 1] != "长"), None
        )
        if unit and not SO_MANY.match(unit):
            found[unit] = None
    return tuple(found)


def _trimmed(piece: str) -> str:
    """Return a piece of a question without what stands before a unit's name: 时候去某局, 局会同某镇."""
    return UNIT_FRONT.sub("", BY_A_TIME.sub("", piece))


def _follow(question: Question, earlier: Question) -> Question:
    """Add what an earlier question gives to one that leaves it out: 那谁汇报的？ 第三项呢？ 它的牵头单位？"""
    gained: list[str] = []
    updates: dict[str, object] = {}
    step = find_step(question.text)
    if step and earlier.scope.named and not {"meeting", "number"} & set(question.scope.filters):
        question = replace(question, scope=stepped(earlier.scope, replace(question.scope, missing=None), step))
    bare = not question.topic and not question.titles and question.item_number is None
    points_back = bool(asking.PRONOUN.search(question.text))
    whole_meeting = question.aspect in MEETING_ASPECTS
    if (
        not question.of_any_meeting
        and not question.scope.named
        and earlier.scope.named
        and (bare or points_back or whole_meeting or question.item_number)
    ):
        updates["scope"] = replace(earlier.scope, mentions=question.scope.mentions)  # places in this question's text
        gained.append("scope")
    same_kind = question.asked in ("text", earlier.asked)  # 那要花多少钱 after 谁汇报的 asks for no reporter
    asks_itself = bool(asking.WH_WORD.search(question.text))  # 先在哪里试？ after 同意了吗？ asks for no verdict
    takes_up = (points_back or bare) and same_kind and not asks_itself
    if question.aspect is None and earlier.aspect is not None and takes_up:
        updates |= {"aspect": earlier.aspect, "verdicts": earlier.verdicts, "asked": earlier.asked}
        gained.append("aspect")
    if bare and question.aspect is None and question.asked == "date" and earlier.aspect in MEETING_ASPECTS:
        updates |= {"aspect": "meeting_date"}  # 那是哪天？ after 谁主持的？
        gained.append("aspect")
    same_meeting = not question.scope.named or question.scope.filters == earlier.scope.filters
    if bare and same_meeting and not (whole_meeting and not points_back):
        updates |= {"topic": earlier.topic, "titles": earlier.titles, "item_number": earlier.item_number}
        gained.append("topic")
    elif bare and not same_meeting and question.aspect is None and earlier.aspect not in MEETING_ASPECTS:
        updates |= {"topic": earlier.topic, "titles": earlier.titles}
        gained.append("topic")
    left_out = not question.scope.named and "scope" not in updates and not question.of_any_meeting
    if left_out and (earlier.scope.named or earlier.within):
        within = earlier.scope if earlier.scope.named else earlier.within
        updates["within"] = replace(within, mentions=question.scope.mentions) if within else None
    return replace(question, **updates, inherited=tuple(gained))  # type: ignore[arg-type]


def _names_figure(text: str, scope: Scope) -> bool:
    """Tell whether a question names a figure beside the meeting, the document and the date that it names."""
    return bool(FIGURE.search(blanked(text, scope.mentions, mark="，")))


def _ordinal(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return -1 if match["last"] else number_of(match["nth"] or match["label"])


def _asked(text: str) -> Asked:
    """Tell what kind of thing would answer."""
    kinds: tuple[tuple[Asked, re.Pattern[str]], ...] = (
        ("unit", asking.UNIT_NAME_ASKED),
        ("date", asking.DATE_ASKED),
        ("number", asking.NUMBER_ASKED),
        ("person", asking.PERSON_ASKED),
    )
    return next((kind for kind, pattern in kinds if pattern.search(text)), "text")
