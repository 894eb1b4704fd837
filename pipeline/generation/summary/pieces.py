"""What one item is told with: who reported, each point, each verdict with what comes next, the votes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import freely, tail
from pipeline.generation.summary.condense import Level, condense
from pipeline.generation.summary.fidelity import untold
from pipeline.generation.summary.loosen import copied, loosened
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.wording import presenter_words, step_words
from pipeline.minutes import Item, Outcome, Point, Span
from pipeline.patterns import compiled

TRIED: Mapping[Level, tuple[Level, ...]] = {1: (1,), 2: (2, 1), 3: (3, 2, 1)}
"""What is tried in turn until a point is told whole and holds."""
_VERDICT_REST = 16
"""A point that holds a verdict and at most so many other characters is told by the verdict's sentence."""

# （汇报人：县司法局 万晓琳） behind a decision: said once, by the sentence on who reported.
_REPORTER = compiled(r"[（(](?:汇报|报告|说明|主讲)(?:人|单位)[：:][^（）()]{2,40}[）)]")
_RULED = compiled(
    r"^(?:一致|全票|审议|讨论|研究|表决|举手|鼓掌|无记名|原则|基本|不予|未|没有|暂不|暂缓|不)*(?:同意|通过|批准|赞成|认可|否决|暂缓|再议)"
)
_BODY = compiled(
    r"^(?:(?:本次|此次)?会议|与会|全体|[一二三四五六七八九十]+名|[\u4e00-\u9fff]{0,8}(?:大会|全会|董事会|理事会|监事会|党组|党委会?|常委会|委员会|代表)(?!关于))"
)
# A short line without a mark over a longer one: a heading. A wrapped line is about as long as the next.
_HEADING = compiled(r"\A(?P<heading>[^\n，。；：,;:]{4,24}?)[ \t\u3000]*\n\s*(?=[^\n]{18})")
_NOTED = compiled(
    r"(?P<before>[^\s：:])[ \t\u3000]*\n\s*"
    r"(?=(?:牵头|责任|主办|配合|协办|协同|完成|落实)(?:单位|部门|领导|人|时限|时间|期限)[：:])"
)
_PAPER = compiled(r"(?:请示|汇报|报告|意见|方案|建议|议案|计划|申请|办法|清单|名单|草案|规划|措施|细则|提案|》)$")
_LONG_TITLE = 8
_NEAR = 60
"""Characters from a point to the lines on who does it that are quoted with it in one piece."""
_ASKED = compiled(r"(?:^|[，,])(?:会议|并)?(?:要求|请|并)$")
_SAID_BY = compiled(r"通报|传达|介绍|说明|宣读|解读|报告|汇报")


def report(source: Source, item: Item) -> Told | None:
    """Return who reported on an item, in the verb that the text has for it; `None` where none is stated."""
    if item.presenter is None or "presenter" not in item.spans:
        return None
    place = item.spans["presenter"]
    who = presenter_words(item.presenter)
    spoken = _SAID_BY.search(source.document.text, place.end, min(place.end + 40, item.end))
    verbs = ["汇报", *([spoken.group()] if spoken else [])]
    tries = [
        source.tell(text, [around], covers=[item.start], role="report")
        for around in (source.around(place), source.around(place, marks="\n"))
        for text in (*(f"由{who}{verb}。" for verb in verbs), f"汇报人：{who}。")
    ]
    wording = one_line(source.document.quote(source.around(place, marks="。；\n，"))).strip("，。；")
    tries.append(source.tell(f"{wording}。", [source.around(place)], covers=[item.start], role="report"))
    return source.surest(tries)


def point(source: Source, item: Item, of: Point, level: Level) -> Told:
    """Return a point, condensed so far that its action, units, figures and deadline stay."""
    inside, outside = unit_places(of)
    keep = [source.document.quote(span) for span in inside]
    wording = laid_out(_REPORTER.sub("", of.text) or of.text)
    line = one_line(wording)
    aside = list(dict.fromkeys(name for name, _ in outside if one_line(name) not in line))
    spans = [of.span, *(span for name, span in outside if name in aside)]
    due = of.deadline.text if of.deadline else ""
    keep += [due] if due else []
    late = bool(due) and one_line(due) not in line
    if late and "deadline" in of.spans:
        spans.append(of.spans["deadline"])
    tries = []
    for tried in TRIED[level]:
        body = condense(wording, keep=keep, level=tried)
        for said in loosened(body, of.text) if copied(body, of.text) else (body,):
            tries += [_with_aside(said, aside, due if late else "", front=True)]
            tries += [_with_aside(said, aside, due if late else "", front=False)] if aside else []
    raw = f"{line.rstrip('。；;，, ')}。"
    tries += [_with_aside(text, aside, due if late else "", front=False) for text in _own_words(raw, of)]
    covers, label = [item.start, of.start], of.label
    if late and aside:
        tries += [_with_aside(text, [], due, front=False) for text in _own_words(raw, of)]
    quoted = [spans, *_in_one(item, of, spans)]
    told = [
        source.tell(text, places, covers=covers, point=label, role="point")
        for text in dict.fromkeys(tries)
        for places in quoted
    ]
    whole = [one for one in told if not untold(of, one.text)]
    plain = [
        source.tell(text, [of.span], covers=covers, point=label, role="point")
        for text in _own_words(f"{one_line(of.text).rstrip('。；;，, ')}。", of)
    ]
    return source.surest([*whole, *told, *plain]) or plain[-1]


def _in_one(item: Item, of: Point, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield a point and the lines close by it on who does it by when (责任单位：…) as one place."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    between = any(start < other.start < end for other in item.points if other.start != of.start)
    if len(spans) > 1 and not between and end - start <= of.end - of.start + _NEAR:
        yield [Span(start, end)]


def _own_words(raw: str, of: Point) -> list[str]:
    """Return a point in its own words, as a quote first where it copies the text for long."""
    return [*loosened(raw, of.text), raw] if copied(raw, of.text) else [raw]


def laid_out(wording: str) -> str:
    """Return a wording with marks where only a line end parts a heading from its text, or who is responsible.

    >>> laid_out("加快管网修复\\n对已查明的337处点位分类处置，限期完成。\\n责任单位：市住建局\\n配合单位：市财政局")
    '加快管网修复：对已查明的337处点位分类处置，限期完成。责任单位：市住建局；配合单位：市财政局'
    """
    text = _HEADING.sub(r"\g<heading>：", wording.strip())
    return _NOTED.sub(lambda match: match["before"] + ("" if match["before"] in "。；，" else "；"), text)


def _with_aside(body: str, names: list[str], due: str, *, front: bool) -> str:
    """Return a point with the units and the deadline that stand outside its wording.

    >>> _with_aside("完善方案。", ["某区"], "", front=True), _with_aside("完善方案。", ["某局"], "年底", front=False)
    ('某区：完善方案。', '完善方案（责任单位：某局；时限：年底）。')
    """
    if front and not due:
        return f"{'、'.join(names)}：{body}" if names else body
    notes = [f"责任单位：{'、'.join(names)}"] if names else []
    notes += [f"时限：{due}"] if due else []
    return f"{body.rstrip('。；')}（{'；'.join(notes)}）。" if notes else body


def unit_places(of: Point) -> tuple[list[Span], list[tuple[str, Span]]]:
    """Return where a point's units stand: places inside it, and names with places before it (会议要求某区：1.…)."""
    inside: list[Span] = []
    outside: list[tuple[str, Span]] = []
    named = [(f"lead_units.{position}", name) for position, name in enumerate(of.lead_units)]
    named += [(f"support_units.{position}", name) for position, name in enumerate(of.support_units)]
    named += [(f"lead_generic.{position}", name) for position, name in enumerate(of.lead_generic)]
    carried = any(span.start < of.start for name, span in of.spans.items() if name.startswith("lead_"))
    named += [("addressed_to", of.addressed_to)] if of.addressed_to and not carried else []
    for field, name in named:
        span = of.spans.get(field)
        if span is None:
            continue
        if of.start <= span.start and span.end <= of.end:
            inside.append(span)
        else:
            outside.append((name, span))
    return inside, outside


def is_verdict(item: Item, of: Point) -> bool:
    """Tell whether a point is hardly more than the verdict (（一）原则通过《…》，请相关部门修改完善后组织实施。)."""
    within = [outcome.span for outcome in item.outcomes if of.start <= outcome.start and outcome.end <= of.end]
    if not within:
        return False
    step = item.spans.get("next_step")
    within += [step] if item.next_step and step and of.start <= step.start and step.end <= of.end else []
    told = {place for span in within for place in range(span.start, span.end)}
    return sum(1 for place in range(of.start, of.end) if place not in told) <= _VERDICT_REST


def verdicts(source: Source, item: Item, *, said: str = "") -> Iterator[Told]:
    """Yield each verdict with what comes next, then the votes; what `said` holds already is not said again."""
    step = item.spans.get("next_step") if item.next_step else None
    step_told = bool(item.next_step) and _bare(item.next_step or "") in _bare(said)
    for outcome in item.outcomes:
        holder = next((of for of in item.points if of.start <= outcome.start < of.end), None)
        told_point = holder if holder and is_verdict(item, holder) else None
        if told_point is None and _bare(outcome.text) in _bare(said):
            continue
        next_step = item.next_step if step and outcome is item.outcomes[-1] and not step_told else None
        step_told = step_told or next_step is not None
        covers = [item.start, *([told_point.start] if told_point else [])]
        place = told_point.span if told_point else outcome.span
        label = told_point.label if told_point else None
        told = source.surest(
            source.tell(f"{text}。", spans, covers=covers, point=label, role="verdict")
            for text, spans in _verdict_tries(source, item, outcome, place, next_step)
        )
        if told:
            yield told
    if step and item.next_step and not step_told and not any(of.start <= step.start < of.end for of in item.points):
        tries = (f"下一步：{one_line(item.next_step).rstrip('。；')}。", f"{one_line(item.next_step).rstrip('。；')}。")
        told = source.surest(source.tell(text, [step], covers=[item.start], role="step") for text in tries)
        yield from [told] if told else []
    if item.votes and "votes" in item.spans:
        wording = one_line(source.document.quote(item.spans["votes"])).strip("，。；")
        yield source.tell(f"表决情况：{wording}。", [item.spans["votes"]], covers=[item.start], role="vote")


def _verdict_tries(
    source: Source, item: Item, outcome: Outcome, place: Span, step: str | None
) -> Iterator[tuple[str, list[Span]]]:
    """Yield ways to say a verdict with what comes next, each with its places, from the most to the least told."""
    words = verdict_words(item, outcome)
    own = one_line(outcome.text).rstrip("。；，,;")
    where = source.around(place)
    span = item.spans["next_step"] if step else None
    if (behind := tail(source, item, outcome)) is not None:
        wide = Span(min(place.start, outcome.start), max(place.end, behind.end))
        far = [span] if span and not behind.start <= span.start < behind.end else []
        for text in dict.fromkeys((words, own)):
            whole = text + _behind(source, behind, span, step)
            yield from ((said, [wide, *far]) for said in freely(whole, source.document.quote(wide), but=own))
            yield from ((said, [where, *far]) for said in freely(whole, source.document.quote(where), but=own))
    if span and step and _bare(step) not in _bare(outcome.text):
        near = Span(min(place.start, span.start), max(place.end, span.end))
        for text in dict.fromkeys((words, own)):
            whole = f"{text}{step_words(step)}"
            yield from ((said, [place, span]) for said in freely(whole, source.document.quote(near), but=own))
            yield f"{text}，{one_line(step).rstrip('。；，')}", [near]
    for text in dict.fromkeys((words, own)):
        yield text, [place]
        yield text, [where]
    yield one_line(source.document.quote(where)).rstrip("。；，,;"), [where]


def _behind(source: Source, behind: Span, span: Span | None, step: str | None) -> str:
    """Return what stands behind a verdict in its sentence, with what comes next in its place or at the end."""
    if span is None or step is None:
        return _aside(source, behind, first=True)
    if not behind.start <= span.start < behind.end:
        return _aside(source, behind, first=True) + step_words(step)
    before, after = Span(behind.start, span.start), Span(min(span.end, behind.end), behind.end)
    return _aside(source, before, first=True) + step_words(step) + _aside(source, after)


def _aside(source: Source, place: Span, *, first: bool = False) -> str:
    """Return a stretch as clauses that go on a sentence, or nothing; the first behind a verdict keeps its colon."""
    wording = _ASKED.sub("", _REPORTER.sub("", source.document.quote(place)).strip("，。；,; \n"))
    said = condense(wording, level=2).rstrip("。；")
    mark = "：" if first and source.document.text[place.start - 1] in "：:" else "，"
    return f"{mark}{said}" if said.strip("，、：") else ""


def verdict_words(item: Item, outcome: Outcome, *, whole: bool = False) -> str:
    """Return a verdict as a sentence without its full stop; the item's own title is 上述文件, since the heading has it.

    Where no heading stands above (`whole`) the title stays.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> item = EXAMPLE_MINUTES.items[0]
    >>> verdict_words(item, Outcome(class_="approved", text="通过《城区停车管理办法》", start=0, end=12))
    '会议通过上述文件'
    >>> verdict_words(item, Outcome(class_="deferred", text="待市财政局核实后再议", start=0, end=10))
    '会议议定，待市财政局核实后再议'
    """
    text = re.sub(r"^经(?:会议)?(?:研究|讨论|审议)[，,]", "", one_line(outcome.text).strip("。；，,;*# "))
    if not whole:
        text = _by_reference(text, one_line(item.title))
    if _BODY.match(text):
        return text
    if text.startswith(("决定", "议定")):
        return f"会议{text}"
    return f"会议{text}" if _RULED.match(text) else f"会议议定，{text}"


def _by_reference(text: str, title: str) -> str:
    """Return a verdict with the title of its item, where that is the name of a paper, as 上述文件.

    >>> _by_reference("同意县教育局关于撤并教学点的意见", "县教育局关于撤并教学点的意见")
    '同意上述意见'
    >>> _by_reference("同意拨付救灾资金86万元", "拨付救灾资金86万元")
    '同意拨付救灾资金86万元'
    """
    paper = _PAPER.search(title)
    if paper is None or len(title) < _LONG_TITLE or not text.endswith(title):
        return text.replace(title, "上述文件") if title.startswith("《") and title.endswith("》") else text
    return text.removesuffix(title) + ("上述文件" if title.endswith("》") else f"上述{paper.group()}")


def _bare(text: str) -> str:
    """Return a wording without blanks and marks."""
    return re.sub(r"[\s，,。；;：:]", "", text)
