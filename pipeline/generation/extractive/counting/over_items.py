"""Lists over the items of a meeting: what somebody reported on, with its results, and where a unit is given work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.documents.numerals import chinese_to_int
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import matters, target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting.given_work import COUNTED, KEY_WORDS, given_work
from pipeline.generation.extractive.counting.unit_called import called
from pipeline.generation.extractive.counting.verdict_lines import without_verdict
from pipeline.generation.extractive.evidence import Terms, heading, item_name, plain
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.reading.kinds import MEASURES
from pipeline.generation.extractive.record import quote
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import Target
from pipeline.generation.understanding import asking
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source
    from pipeline.minutes import Item

REPORTING = compiled(
    r"汇报|介绍|报告|说明|传达|通报|上会|提(?=了?(?:的|交|请|出)?了?(?:哪|什么|两|几))|报(?=了?(?:哪|什么|两|几)|上)"
)
REPORTED = compiled(r"汇报|介绍|报告|说明|传达|通报")
SEVERAL = compiled(
    r"哪(?P<which>[两二三四五六七八九]|几|些)?[个项件份条桩摊]?|(?P<named>[两二三四五六七八九])[个项件份条桩摊]"
    r"|几[个项件份条桩摊]|(?:都|还|各)?[^，。]{0,4}(?:什么|哪些)|多少[个项件份条]"
)
RESULT = compiled(r"结果|结论|怎么(?:定|样)|如何(?:决定|定)|通过|同意|批|下场|过(?:了)?没")
SOMEBODY = compiled(rf"{asking.WHO}(?!议|文件|事|项|方案|报告|问题|材料|请示)|{asking.UNIT_ASKED}")
"""Asks who; 葛某汇报的是哪个议题 asks which item."""
OF_THE_REPORTER = compiled(r"(?:什么|何|啥|哪个?)(?:职[务位称级]|身份|岗位|头衔|官)")
OF_THE_REPORT = compiled(r"(?:汇报|提请|介绍)的[^，。？?哪几两]{3,}?有?(?:什么|哪些)(?:要求|规定|措施|任务|安排)")
"""市国资委汇报的资产盘活有什么要求 takes the report for granted."""


def over_items(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer what somebody reported on, or where a unit is given work; `None` where a question asks neither."""
    text = composing.question.text
    if composing.question.claim or composing.question.item_number is not None:
        return None
    if not SEVERAL.search(text) and not KEY_WORDS.search(text):
        return None
    if not composing.question.scope.named:
        meetings = target.called(meetings, composing.question, units=False) or meetings
    if not 0 < len(meetings) <= ANSWERED_AT_MOST:
        return None
    return _reported(composing, meetings) or given_work(composing, meetings, least=_number(text))


def _reported(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer which items somebody reported on, or what became of them: 某局汇报了哪两个议题."""
    text = composing.question.text
    if not REPORTING.search(text) or SOMEBODY.search(text) or OF_THE_REPORT.search(text):
        return None
    if OF_THE_REPORTER.search(text) or (kind_asked(text).kind in MEASURES and not COUNTED.search(text)):
        return None  # 何时重新报上来, 汇报某事的某人是什么职务
    bare = without(text, composing.question.scope.mentions, gap="，")
    found: list[tuple[Source, Sentence]] = []
    items = 0
    for source in meetings:
        reports = list(_reports(source, bare))
        items += len(reports)
        if reports and COUNTED.search(bare):
            places = tuple(quote(source, place) for _, place in reports)
            found.append((source, Sentence(f"共{len(reports)}项：", places, counted=len(reports))))
        for item, place in reports:
            found += [(source, line) for line in _lines(source, item, place, results=bool(RESULT.search(bare)))]
    return composing.stamped("record", found) if items and items >= _number(text) else None


def _reports(source: Source, bare: str) -> Iterator[tuple[Item, Span]]:
    """Yield the items on which somebody that the question names reported, with the sentence that says so."""
    names = [name for name in known_names(source) if len(name) > 1 and name in bare]
    for item in source.document.items:
        presenter, span = item.presenter, item.spans.get("presenter")
        if presenter and span:
            named = any(name in bare for name in item.presenter_names) or any(
                one.unit and called(one.unit, bare) for one in item.presenters
            )
            if named:
                yield item, _sentence_of(source, item, span)
                continue
        for place in sentences(source.document, item.span):
            wording = plain(source.document.quote(place))
            match = REPORTED.search(wording)
            if match and (
                any(name in wording for name in names)
                or any(called(unit, bare) for _, unit in find_units(wording[: match.start()]))
            ):
                yield item, place
                break


def _sentence_of(source: Source, item: Item, span: Span) -> Span:
    return next((place for place in sentences(source.document, item.span) if span.start in place), span)


def _lines(source: Source, item: Item, place: Span, *, results: bool) -> list[Sentence]:
    if results:
        verdicts = matters.outcome(Target(source, item, 1.0), Terms({}))
        if verdicts:
            name = item_name(item)
            return [one if name in one.text else Sentence(f"{name}：{one.text}", one.quotes) for one in verdicts[:2]]
        return [without_verdict(source, item)]
    return [Sentence(item_name(item), (heading(source, item), quote(source, place)))]


def _number(text: str) -> int:
    """Return how many are asked for (哪两项), or 0."""
    match = SEVERAL.search(text)
    word = (match["which"] or match["named"]) if match else None
    return (2 if word == "两" else chinese_to_int(word) or 0) if word and word not in "几些" else 0
