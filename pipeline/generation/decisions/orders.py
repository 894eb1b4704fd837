"""The orders of a point: 由甲局修路，6月底前完成。乙局发放补助。 is one point and tells two what to do and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.documents.duties.duty_words import ACT, TOLD
from pipeline.documents.duties.unit_shapes import follows
from pipeline.documents.text.sentences import comma_outside
from pipeline.generation.decisions.closing import due_together, sentences_of
from pipeline.generation.decisions.order_cells import (
    LEADING,
    doing,
    limits_within,
    named_beside,
    named_within,
    with_beside,
    with_limits,
)
from pipeline.generation.decisions.order_labels import is_for_all, without_repeat
from pipeline.generation.decisions.order_names import in_its_sentences, with_leads_again, with_named_again
from pipeline.minutes import Item, Outcome, Point, Span
from pipeline.patterns import compiled

Part = TypeVar("Part", Item, Point)
LEAST = 6
"""Characters of an order at least; less goes with what stands before it."""
SAYS = 4
"""Characters at least that say what is to be done, beside who and when."""
_SIGNS = str.maketrans("；！？：（）", ";!?:()")
_GOES_ON = compiled(
    r"\s*(?:并|且|[会联]同|联合|配合|协助|协同|与|和|同(?!意)|及|以及|或|由[^，,。；;]{2,24}(?:负总责|总负责|总牵头|(?:担|兼)?任[^，,。；;]{0,6}(?:组长|召集人|指挥长?|负责人))|报|经|征|按|商|向|给|对(?![^，,。；;]{2,30}的[，,])|将|把|其中|在[^，,。；;]{0,12}(?:指导|支持|配合|协助)下|[^，,。；;]{0,8}[前后时内][，,])"
)
"""A clause that goes on from the one before; the next that names somebody may not."""
_RULES = compiled(
    r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]\s*)?(?:会议|经研究|经讨论)?[，,]?(?:还|又|也|对此|最后|一致|原则|决定|研究|书面)*[，,：:]?(?:不?(?:予)?(?:同意|通过|批准|采纳)|听取|通报|部署|审议|决定|议定|暂缓|[对就][^，,。；;]{2,30}(?:作了|作出|进行了?|提出)[^，,。；;]{0,4}部署)"
    r"|\s*会议(?:还|同时)?明确[，,]"
    r"|\s*(?![对要须将严坚进加继]|认真|务必|开展|落实|按)[^。；;\n]*(?:一律|不得|暂缓|不予|另行(?:研究|安排|处置|确定)|再行(?:研究|安排|处置|决定|确定)|起(?:施行|执行|适用|实行|停止|试行|移交|划归|交由)|(?:确定|议定|明确|决定)的[^。；;]{2,40}(?:调整|变更|改|推迟|顺延|延|提前)(?:为|到|至)|控制在|全额上缴|列支|再议|再定|不再|维持|照旧|不变|不[准加]|[必均]须|方可|须[在经]|采纳|删[除去]|剔除|试点期|不作结论|仍旧?(?:按|执行|沿用)"
    r"|由[^，,。；;]{1,20}(?:调整|提高|提升|增加|下调|上调|调高|调低|调减|调增|核减|核定|减少|精简|压减|压缩|放宽|扩大|降低?|推迟|延长|缩短|提前|收紧|改)(?:为|到|至)|(?:减半|减免|免费|免予|全额|统一)[^，,。；;]{0,4}(?:收取|缴纳|征收|收费)|不(?:列入|纳入|计入|享受|参与)|会议?核定|为期[一二两三四五六0-9])"
)
"""A sentence that says what the meeting ruled, or what holds from now on: 会议同意新增学位240个, 收费标准维持不变."""
_TOGETHER = compiled(r"(?:[两三四五六七八九](?:家|个)?|各|上述|以上)(?:单位|部门|公司|企业|街道|科室)?均[由须应要于在]")
"""Says something of all whom its sentence names: 两家单位均须在6月底前完成."""
_IF = compiled(
    r"(?:的|[前后时])[，,]$"
    r"|(?:^|(?<=[，,。；;]))[^，,。；;由请]{0,8}(?:资金|经费|费用|款项|总?投资(?=[约为额0-9])|缺口|差额|补助|租金|保费)[^，,。；;由请]{0,12}[，,]$"
)
"""A clause that says when the next one holds, or how much it is about (所需经费60万元，由市财政局安排)."""
_NO_TOPIC = compiled(
    r"(?:(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．是]|会议|会上|同时|另外|此外|并|还|要求|明确|决定|强调|指出|议定|责成|请|由|\s)[，,：:]?){0,6}"
)
"""What opens a sentence and says nothing of its matter."""
_OPENS = compiled(
    r"(?:(?:会议)?(?:要求|明确|决定|强调)[，,：:]?|会议)?(?:同时[，,]?|另外?[，,]?|此外[，,]?)?(?P<bids>由|请|责成|授权|委托)?"
)


def keyed(parts: Sequence[Part]) -> Iterator[tuple[Part, str]]:
    """Yield each item or point with its part of a row's id: its label, `1~2` for a second 1., else `#3`."""
    seen: dict[str, int] = {}
    for position, part in enumerate(parts, start=1):
        label = part.label or f"#{position}"
        seen[label] = seen.get(label, 0) + 1
        yield part, label if seen[label] == 1 else f"{label}~{seen[label]}"


def keyed_orders(points: Sequence[Point], outcomes: Sequence[Outcome] = ()) -> Iterator[tuple[Point, str]]:
    """Yield each order of some points with its part of a row's id: its point's, then `1+2` for the second order."""
    for point, key in keyed(points):
        ruled = tuple(one.start for one in outcomes if one.start in point.span)
        for position, order in enumerate(orders(point, ruled), start=1):
            yield order, key if position == 1 else f"{key}+{position}"


def orders(point: Point, ruled: Sequence[int] = ()) -> tuple[Point, ...]:
    """Return the orders of a point, each as a point of its own with those who lead and support it and its time limits.

    A sentence that says who is to act is an order, and so is one that says what the meeting ruled beside it and charges
    nobody (会议同意新增学位240个). A point that charges nobody stays whole but for its verdicts (`ruled`: where they
    start in the document), and so does one with a line that is for all of it (责任单位：…). Of several orders the first
    has what stands before it, each what stands behind it. Whom a line behind the point names beside those of its
    sentences is charged with the sentences that name nobody.

    >>> text = "由甲局修路，6月底前完成。乙局发放补助。"
    >>> spans = {"lead_units.0": Span(1, 3), "lead_units.1": Span(13, 15), "deadline": Span(6, 10)}
    >>> told = Point(label=None, start=0, end=20, text=text, lead_units=("甲局", "乙局"), spans=spans)
    >>> [(one.text, one.lead_units) for one in orders(told)]
    [('由甲局修路，6月底前完成。', ('甲局',)), ('乙局发放补助。', ('乙局',))]
    """
    line, point = point, in_its_sentences(point)
    told_behind = named_beside(line) if point is not line else frozenset()
    point = without_repeat(point)
    if not (point.lead_units or point.lead_generic or ruled) or is_for_all(point.text):
        return (point,)
    flat = point.text.translate(_SIGNS)
    places = list(_places(with_leads_again(point, flat), flat, [at - point.start for at in ruled]))
    if len(places) < 2:
        return (point,)
    parts = [with_named_again(point, _part(point, flat, place)) for place in places]
    if sum(name.startswith("lead") for name in told_behind) == 1:
        # 「责任单位：甲局」: for the sentences that name nobody
        parts = [with_beside(line, told_behind, part) if _is_open(part) else part for part in parts]
    beside = named_beside(point)
    takes = [part for part in parts if _is_open(part) and not _RULES.match(part.text)] if beside else []
    if beside and not (takes and any(name.startswith("lead") for name in beside)):
        return (point,)
    parts = [with_beside(point, beside, part) if part in takes else part for part in parts]
    return tuple(due_together(point, flat, parts))


def _is_open(part: Point) -> bool:
    """Tell whether an order says nothing of who is to act."""
    return not (part.lead_units or part.lead_generic)


def _places(point: Point, flat: str, verdicts: Sequence[int]) -> Iterator[Span]:
    """Yield where the orders of a point stand."""
    bounds, ruled = [0], False
    beside = any(name.startswith("lead") for name in named_beside(point))
    clauses = list(_clauses(flat))
    for (_, before, _), (sentence, start, end) in zip([(0, 0, 0), *clauses], clauses, strict=False):
        states = start == sentence and _states(flat, sentence, verdicts)
        if states or (start == sentence and _rules(point, flat, sentence)):
            # what leads up to a verdict goes with it, what was to be done or ruled before it does not
            apart = states and _is_whole(point, bounds[-1], sentence, verdicts)
            if sentence - bounds[-1] >= LEAST and (apart or _tells_who(point, flat, bounds[-1], sentence)):
                bounds.append(sentence)
            ruled = ruled or bounds[-1] == sentence or _charges_nobody(point, flat, sentence)
            continue
        if beside and start == sentence and _turns(point, flat, bounds[-1], sentence):
            bounds.append(sentence)
            continue
        if _only_tells_who(point, sentence, start, end):
            continue
        # 「所需资金1200万元，由市财政局安排」: what is said before who, in his sentence
        opened = start if _tells_who(point, flat, sentence, start) else sentence
        if opened == start and before > bounds[-1] and _IF.search(flat, before, start):
            # 「…执行率偏低的，由市财政局约谈」: on what it hangs goes with what it says
            opened = before
        if _TOGETHER.search(flat, sentence, next(sentences_of(flat, sentence))[1]):
            continue
        long = min(end - opened, opened - bounds[-1]) >= LEAST
        rest = next(sentences_of(flat, sentence))[1]
        parted = (ruled and _says_what(point, opened, rest)) or _charges(point, flat, bounds[-1], opened)
        if long and parted and _tells_who(point, flat, start, end):
            bounds.append(opened)
            ruled = False
    for start, end in zip(bounds, [*bounds[1:], len(point.text)], strict=True):
        wording = point.text[start:end]
        blank = len(wording) - len(wording.lstrip())
        yield Span(point.start + start + blank, point.start + start + len(wording.rstrip("，, \u3000\n")))


def _rules(point: Point, flat: str, start: int) -> bool:
    """Tell whether the sentence of a folded text that begins there says what was ruled, and charges nobody."""
    _, end = next(sentences_of(flat, start))
    return _RULES.match(flat, start, end) is not None and _charges_nobody(point, flat, start)


def _charges_nobody(point: Point, flat: str, start: int) -> bool:
    """Tell whether the sentence of a folded text that begins there could be an order, and charges nobody."""
    _, end = next(sentences_of(flat, start))
    return end - start >= LEAST and not _charges(point, flat, start, end)


def _states(flat: str, start: int, verdicts: Sequence[int]) -> bool:
    """Tell whether a verdict that begins a matter of its own stands in the sentence of a folded text there."""
    _, end = next(sentences_of(flat, start))
    return any(start <= at < end for at in verdicts)


def _is_whole(point: Point, start: int, end: int, verdicts: Sequence[int]) -> bool:
    """Tell whether a stretch of a point's text holds a verdict or says by when something is to be done."""
    due = (point.spans[name].start - point.start for name, _ in point.limits if name in point.spans)
    return any(start <= at < end for at in (*verdicts, *due))


def _turns(point: Point, flat: str, before: int, start: int) -> bool:
    """Tell whether of what stands before a sentence and the sentence itself just one names somebody."""
    _, end = next(sentences_of(flat, start))
    long = min(start - before, end - start) >= LEAST
    return long and _charges(point, flat, before, start) != _charges(point, flat, start, end)


def _only_tells_who(point: Point, sentence: int, start: int, end: int) -> bool:
    """Tell whether a clause names another for what its sentence opens with: 名单由甲局审核，乙公司执行，6月底前完成."""
    leads = {span.start - point.start for name, span in point.spans.items() if name.startswith("lead_")}
    first = min((at for at in leads if sentence < at < start), default=None)
    if first is None:
        return False
    # 「某项改造，甲局负责落实配套资金，乙局负责组织实施」: each has his own part
    clause = max(sentence, *(point.text.rfind(sign, sentence, first) + 1 for sign in "，,"))
    if _NO_TOPIC.fullmatch(point.text, clause, first) and len(doing(point, clause, start)) >= SAYS:
        return False
    return start + point.text.startswith("由", start) in leads and not doing(point, start, end)


def _says_what(point: Point, start: int, end: int) -> bool:
    """Tell whether a stretch of a point's text says what is to be done, not only by whom and when."""
    return len(doing(point, start, end)) >= SAYS


def _clauses(flat: str) -> Iterator[tuple[int, int, int]]:
    """Yield of each clause of a folded text where its sentence, itself and the next start; what goes on is one."""
    for start, end in sentences_of(flat):
        starts, at = [start], start
        while (comma := comma_outside(flat, at, end, signs=",，")) is not None:
            at = comma + 1
            if not _GOES_ON.match(flat, at):
                starts.append(at)
        for one, after in zip(starts, [*starts[1:], end], strict=True):
            yield start, one, after


def _tells_who(point: Point, flat: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a point's text says who is to act: named there, or named elsewhere and first here."""
    return _names_lead(point, start, end) or _first(point, flat, start, end) is not None


def _charges(point: Point, flat: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a point's text says who is to act, in any of its clauses."""
    return _names_lead(point, start, end) or _charged(point, flat, start, end) is not None


def _names_lead(point: Point, start: int, end: int) -> bool:
    """Tell whether one who leads is named in a stretch of a point's text for the first time."""
    leads = (span.start - point.start for name, span in point.spans.items() if name.startswith("lead_"))
    return any(start <= at < end for at in leads)


def _acts(flat: str, at: int) -> bool:
    """Tell whether a word of action may stand there: 「望塘社区约谈」 tells it to act, 「望塘社区食堂」 does not."""
    return follows(flat, at) or ACT.match(flat, at) is not None or TOLD.match(flat, at) is not None


def _charged(point: Point, flat: str, start: int, end: int) -> tuple[str, int] | None:
    """Return one who leads elsewhere in a point and opens a clause of a stretch, and where."""
    while start < end:
        found = _first(point, flat, start, end)
        if found is not None:
            return found
        comma = comma_outside(flat, start, end, signs=",，;。")
        start = end if comma is None else comma + 1
    return None


def _first(point: Point, flat: str, start: int, end: int) -> tuple[str, int] | None:
    """Return one who leads elsewhere in a point and is named first in a stretch, not as a helper, and where."""
    wording = point.text[start:end]
    opening = _OPENS.match(wording, len(wording) - len(wording.lstrip()))
    at = start + (opening.end() if opening else 0)
    bidden = opening is not None and opening["bids"] is not None
    helped = {span.start - point.start for name, span in point.spans.items() if name.startswith("support_")}
    names = (
        name
        for name in (*point.lead_units, *point.lead_generic)
        if point.text.startswith(name, at, end) and (bidden or _acts(flat, at + len(name)))
    )
    name = next(names, None)
    return None if name is None or at in helped else (name, at)


def _part(point: Point, flat: str, place: Span) -> Point:
    """Return one order of a point."""
    text = point.text[place.start - point.start : place.end - point.start]
    spans = {name: span for name, span in point.spans.items() if name == "label" and place.start == point.start}
    leads, generic, supports, others = (named_within(point, field, place, spans) for field in LEADING)
    first = _charged(point, flat, place.start - point.start, place.end - point.start)
    if first is not None and not (leads or generic):
        start = point.start + first[1]
        leads, spans["lead_units.0"] = first[:1], Span(start, start + len(first[0]))
    part = replace(
        point,
        start=place.start,
        end=place.end,
        text=text,
        lead_units=leads,
        lead_generic=generic,
        support_units=supports,
        support_generic=others,
        deadline=None,
        further_deadlines=(),
        spans=spans,
    )
    return with_limits(part, limits_within(point, place))
