"""What stands beside the verdict, the points and the reporter of an item: what it hangs on, and facts told nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.duty_labels import RESPONSIBLE
from pipeline.generation.summary.clauses import clauses
from pipeline.generation.summary.condense import Level, condense
from pipeline.generation.summary.loosen import copied, loosened
from pipeline.generation.summary.office import is_office
from pipeline.generation.summary.orders import is_order
from pipeline.generation.summary.rows import is_row
from pipeline.generation.summary.told import Source, Told
from pipeline.minutes import Item, Outcome, Span
from pipeline.patterns import compiled

_ENDS = compiled(r"[。；！？;]")
_CLAUSE = compiled(r"[^，；。：！？,;:]+")
_EDGES = " \t\u3000\n，。；：、,;:*#"
_HAN = compiled(r"[\u4e00-\u9fff]")
_REPORTED_BY = r"[（(](?:汇报|报告|说明|主讲)(?:人|单位)[：:][^（）()]{2,40}[）)]"
# （汇报人：某局 李某） behind a decision: said once, by the sentence on who reported.
REPORTER = compiled(_REPORTED_BY)
# 「责任单位：某局」 in a line of its own, 「（汇报人：某局　李某）」: told with the point, and as who reported
_LABELLED = compiled(rf"[（(]?{RESPONSIBLE}")
_ASIDE = compiled(
    rf"{_REPORTED_BY}|"
    r"(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）、.．]|[①-⑳])(?!\d)\s*"
)
# 「会议同意采购，（汇报人：李某）」: what stands there is no part of the decision
_NO_PART = compiled(r"^[）)》”\]】]|^[（(](?:汇报|报告|责任|牵头|主办)")
_SAYING = compiled(
    r"^(?:会议(?:同时|还|经研究)?(?:指出|强调|要求|明确|认为|决定|议定)|经(?:研究|讨论|审议|表决)|决议|议定|汇报|请示)$"
)
_ABOUT = compiled(r"^关于|(?:有关)?(?:问题|事宜|事项|一案)$")
# 「【汇报】财务科：…」: the cell of a table, and no words of the meeting
_TAG = compiled(r"^【[^【】]{2,6}】")
_HELD = compiled(r"会议(?:经?研究|讨论)?(?:一致)?(?P<said>认为|指出)[，：,:]?\s*$")
_HOLDS = compiled(r"^会议(?:经?研究|讨论)?(?:一致)?(?P<said>认为|指出)[，：,:]?\s*")
_OWN = 0.6
"""A clause is told where so much of it is a verdict, a point, a next step or a reporter."""
AGAINST = frozenset(("rejected", "deferred"))
"""Verdicts of which the reason is told as well."""


def tail(source: Source, item: Item, outcome: Outcome) -> Span | None:
    """Return what a verdict's sentence says behind it (同意购置，预算2150万元), as far as it is told nowhere else."""
    text = source.document.text
    whole = (place.end for place in source.stretches(item.span) if place.end > outcome.start)
    end = next(whole, item.end)
    found = _ENDS.search(text, outcome.end, end)
    end = found.start() if found else max(end, outcome.end)
    later = [one.start for one in (*item.outcomes, *item.points) if one.start > outcome.start]
    later += [item.spans["votes"].start] if item.votes and "votes" in item.spans else []
    later += [remark.start for remark in item.remarks]
    end = min([end, *(start for start in later if start >= outcome.end)])
    start = outcome.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    wording = text[start:end]
    if len(_HAN.findall(wording)) < 2 or _NO_PART.search(wording):
        return None
    return Span(start, end) if outcome.end < start else None  # 「同意｜甲方案」: no clause of its own


def whole_remark(source: Source, item: Item, remark: Span) -> Span:
    """Return what a meeting said before it decided, up to the end of its sentence also where a line breaks in it."""
    places = source.stretches(Span(remark.start, item.end))
    end = next((place.end for place in places if place.end >= remark.end), remark.end)
    starts = [one.start for one in (*item.points, *item.outcomes) if remark.start < one.start]
    return Span(remark.start, max(remark.end, min([end, *starts])))


def is_label(item: Item, wording: str) -> bool:
    """Tell whether a line only names who is to do a point and by when."""
    return bool(_LABELLED.match(wording)) or _only_cells(item, wording)


def freely(text: str, wording: str, *, but: str = "") -> Iterator[str]:
    """Yield a sentence so that it copies a wording for no long stretch, apart from a verdict's own words (`but`)."""
    ended, source = f"{text}。", f"{wording}。"
    if copied(ended.replace(but, "《》") if but else ended, source):
        for said in loosened(ended, source):
            yield said.removesuffix("。") if said.endswith("。") else said.replace("。”", "”")
    yield text


def left_over(source: Source, item: Item, told: Sequence[Told], *, level: Level) -> Iterator[Told]:
    """Yield what an item states and no sentence tells: figures and units of a report, conditions, grounds of a refusal.

    >>> from pipeline.documents.parse import parse_text
    >>> heading = "甲市政府第2次常务会议纪要\\n一、通报近期信访情况\\n"
    >>> document = parse_text(heading + "市信访局局长李敏通报了信访情况，共受理47件，办结41件。")
    >>> [one.text for one in left_over(Source("d0", document), document.items[0], [], level=2)]
    ['共受理47件，办结41件。']
    """
    said = bare(item.title) + "".join(bare(one.text) for one in told)
    own = _own_places(item) + [quote.span for one in told if one.role == "text" for quote in one.sentence.quotes]
    against = [outcome.start for outcome in item.outcomes if outcome.class_ in AGAINST]
    for stretch in source.stretches(source.body(item)):
        if any(stretch.start in point.span for point in item.points):
            continue
        line = one_line(source.document.quote(stretch))
        if is_label(item, line) or is_office(line) or is_row(source.document, item, stretch):
            continue
        for group in _untold(source, stretch, own, said):
            grounds = any(stretch.start <= group.start < place < stretch.end for place in against)
            if sentence := _sentence(source, item, group, stretch, level=level, grounds=grounds):
                yield sentence


def _own_places(item: Item) -> list[Span]:
    """Return the places of an item that sentences of their own tell."""
    names = {"presenter", "next_step", "votes", "label", "verb", "title"}
    places = [span for name, span in item.spans.items() if name in names]
    return [*places, *item.remarks, *(one.span for one in (*item.outcomes, *item.points))]


def _untold(source: Source, stretch: Span, own: Sequence[Span], said: str) -> Iterator[Span]:
    """Yield the runs of clauses of a sentence that are told nowhere."""
    text = source.document.text
    run: Span | None = None
    told = _ASIDE.match(text, stretch.start, stretch.end)
    for match in _CLAUSE.finditer(text, told.end() if told else stretch.start, stretch.end):
        place = Span(match.start(), match.end())
        wording = match.group().strip(_EDGES)
        shared = sum(max(0, min(place.end, span.end) - max(place.start, span.start)) for span in own)
        named = any(place.start <= span.start and span.end <= place.end for span in own)
        known = not wording or bare(_ABOUT.sub("", wording)) in said or bool(_SAYING.match(wording))
        old = named and all(figure in said for figure in re.findall(r"\d+", wording))
        if known or old or shared >= _OWN * len(match.group()):
            if run:
                yield run
            run = None
        else:
            run = Span(run.start if run else place.start, place.end)
    if run:
        yield run


def _sentence(source: Source, item: Item, group: Span, stretch: Span, *, level: Level, grounds: bool) -> Told | None:
    """Return a run of clauses as a sentence where it states a fact, or is the ground of a refusal."""
    line = one_line(source.document.quote(group)).replace("**", "").strip(_EDGES)
    wording = REPORTER.sub("", _TAG.sub("", line)).strip(_EDGES)
    if _only_cells(item, wording) or is_office(wording):
        return None
    found = clauses(wording)
    if not grounds and not any(clause.fact for clause in found) and not is_order(wording):
        return None
    short = condense(wording, level=level)
    places = [group, stretch]
    opener = _HELD.search(source.document.text, stretch.start, group.start) if grounds else None
    opener = opener or (_HOLDS.match(wording) if grounds else None)
    spoken = condense(_HOLDS.sub("", wording), level=1).rstrip("。") if opener else ""
    tries = (
        [source.tell(f"会议{opener['said']}：{spoken}。", [stretch], covers=[item.start])] if spoken and opener else []
    )
    tries += [
        source.tell(text, [place], covers=[item.start])
        for said in dict.fromkeys((short, f"{wording}。"))
        for text in freely(said, wording)
        for place in places
    ]
    told = source.surest(tries)
    return replace(told, role="text") if told and told.text.strip(_EDGES) else None


def _only_cells(item: Item, wording: str) -> bool:
    """Tell whether a wording is nothing but who is to do it and by when, from other cells of a table."""
    for point in item.points:
        for name in (*point.lead_units, *point.support_units, *([point.deadline.text] if point.deadline else [])):
            wording = wording.replace(one_line(name), "")
    return len(_HAN.findall(wording)) < 4


def bare(text: str) -> str:
    """Return a wording without blanks and marks."""
    return re.sub(r"[\s，,。；;：:、]", "", one_line(text))
