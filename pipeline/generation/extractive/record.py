"""Answers from the record of a meeting: chair, date, number, place, recorder, issue date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.evidence import Source, item_name, plain
from pipeline.generation.extractive.stretches import sentence_at
from pipeline.generation.wording import date_words, presenter_places, presenters_words, report_verb
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.asking import Aspect
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item

DELEGATED = compiled(r"受[^，。；：]{1,24}?委托")
HALF_DAY = compiled("上午|下午|晚上|晚")

_NAMED = 3

FIELD_NAMES: dict[Aspect, str] = {
    "chair": "主持人",
    "meeting_date": "会议日期",
    "issued_date": "印发日期",
    "document_number": "发文字号",
    "place": "会议地点",
    "recorder": "记录人",
    "meeting_name": "会议名称",
}


def fact(aspect: Aspect, source: Source) -> Sentence | None:
    """Return the sentence that states one field of a document's record, or `None` where the text does not give it."""
    return FACTS[aspect](source)


def answer_facts(question: Question, sources: Sequence[Source]) -> list[tuple[Source, Sentence | None]]:
    """Return each document's sentence for the field that a question asks for."""
    assert question.aspect is not None
    return [(source, fact(question.aspect, source)) for source in sources]


def reported(source: Source, item: Item) -> Sentence | None:
    """Return the sentence that says who reported on an item, a person or a unit, or `None` where the text does not."""
    spans = presenter_places(item)
    if item.presenter is None or not spans:
        return None
    places = dict.fromkeys(quote(source, sentence_at(source.document, span, limit=120)) for span in spans)
    name, verb = item_name(item), "汇报"
    if not item.presenter_names:
        name, verb = _matter(item), report_verb(source.document, item)
    return Sentence(f"{name}由{presenters_words(item)}{verb}。", tuple(places))


# 「市国资委|关于资产盘活情况|的汇报」
_ON = compiled(r"^(?:关于|就|对|提请(?:审议|研究|讨论)?的|汇报的?)")
_PAPER = compiled(r"(?<=.{4})的(?:汇报|报告|通报|说明)$")


def _matter(item: Item) -> str:
    """Return what an item is about, without the unit that reports on it where the title begins with it."""
    title = item_name(item)
    own = next((one.unit for one in item.presenters if one.unit and title.startswith(one.unit)), None)
    rest = _PAPER.sub("", _ON.sub("", title.removeprefix(own))) if own else title
    return rest or title


def place_of(source: Source, name: str) -> Quote | None:
    """Return the sentence around a field of the record, as a quote."""
    span = source.document.spans.get(name)
    return quote(source, sentence_at(source.document, span, limit=60)) if span else None


def quote(source: Source, span: Span) -> Quote:
    """Return a place of a document as a quote."""
    return Quote(source.document_id, span.start, span.end)


def quoted(source: Source, span: Span) -> Sentence:
    """Return a place of a document as a sentence of an answer, in its own words."""
    return Sentence(plain(source.document.quote(span)), (quote(source, span),))


def named_few(sources: Sequence[Source]) -> str:
    """Return the names of the first few of some meetings, to say where something is not written."""
    return "、".join(source.meeting for source in sources[:_NAMED])


def _chair(source: Source) -> Sentence | None:
    chair, place = source.document.meeting.chair, place_of(source, "meeting.chair")
    if not chair or not place:
        return None
    asked = DELEGATED.search(source.document.text[place.start : place.end])
    told = f"（{plain(asked.group())}）" if asked else ""
    return Sentence(f"{source.meeting}由{chair}主持{told}。", (place,))


def _meeting_date(source: Source) -> Sentence | None:
    meeting, place = source.document.meeting, place_of(source, "meeting.date")
    if not meeting.date or not place:
        return None
    quotes, remark = [place], ""
    number = source.document.spans.get("document_number")
    if meeting.date_source == "document_number" and number:
        quotes.append(quote(source, number))
        remark = "（年份据发文字号）"
    span = source.document.spans["meeting.date"]
    half_day = HALF_DAY.match(source.document.text, span.end)
    when = f"{date_words(meeting.date)}" + (half_day.group() if half_day else "")
    return Sentence(f"{source.meeting}于{when}召开{remark}。", tuple(quotes))


def _issued(source: Source) -> Sentence | None:
    date, place = source.document.issued_date, place_of(source, "issued_date")
    if not date or not place:
        return None
    return Sentence(f"落款日期为{date_words(date)}。", (place,))


def _number(source: Source) -> Sentence | None:
    number, span = source.document.document_number, source.document.spans.get("document_number")
    return Sentence(f"{source.meeting}的发文字号为{number}。", (quote(source, span),)) if number and span else None


def _place(source: Source) -> Sentence | None:
    name, place = source.document.meeting.place, place_of(source, "meeting.place")
    return Sentence(f"{source.meeting}在{name}召开。", (place,)) if name and place else None


def _recorder(source: Source) -> Sentence | None:
    attendance, place = source.document.attendance, place_of(source, "attendance.recorder")
    if not attendance or not attendance.recorder or not place:
        return None
    return Sentence(f"{source.meeting}由{attendance.recorder}记录。", (place,))


def _name(source: Source) -> Sentence | None:
    name, place = source.document.meeting.name, place_of(source, "meeting.name")
    return Sentence(f"{name}。", (place,)) if name and place else None


FACTS: dict[Aspect, Callable[[Source], Sentence | None]] = {
    "chair": _chair,
    "meeting_date": _meeting_date,
    "issued_date": _issued,
    "document_number": _number,
    "place": _place,
    "recorder": _recorder,
    "meeting_name": _name,
}
