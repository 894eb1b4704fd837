"""Verdicts and next steps with what they hang on: the object before 待…再议, the condition before 再提交会议研究."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.generation.columns import one_line
from pipeline.generation.summary.titles import is_on_the_matter
from pipeline.minutes import Document, Item, Outcome, Span
from pipeline.patterns import compiled

_MARKS = "。；;！？!?\n|｜"
_MOST = 90
"""Characters that a verdict may have with what it hangs on."""
_LEAST = 6
_THOUSANDS = compiled(r"[,，]\d{3}(?!\d)")
_ANNOUNCES = compiled(r"(?:构成|组成|部分|分担|承担|安排|调整|[项类档步期批])$")
_HAN = compiled(r"[\u4e00-\u9fff]")
# 「会议同意自秋季学期起，将补贴由400元提高到600元」: from when, and not yet what
_BEGUN = compiled(r"^(?:会议|會議)?(?:一致|原则上?)?(?:同意|决定|批准|通过)(?:自|从)[^，。；]{2,24}起$")
_CLAUSE_BEHIND = compiled(r"[，,][^，,。；;\n]{4,60}")
# 「待主体封顶后再议」: of what, says the clause before it
_WAITS = compiled(r"^(?:待|等|视|经|俟)[^。]*(?:再|另行|决定|确定|研究)")
_AWAITED = compiled(r"[，,][ \t　]*(?:待|等|俟)[^，。；;\n]{2,40}?(?:再|另)[行次]?[^，。；;\n]{1,12}(?=[。；;\n])")
_PUT_OFF = compiled(r"暂缓|暂不|暂停|推迟|搁置|不予|不作|缓议|缓办|延后")
# 「本次不作决定」「不作议决」: no object of its own either
_NO_DECISION = compiled(
    r"^(?:会议)?(?:本次|此次|这次|暂)?(?:会议)?(?:不作|不做|未作|未做|不予)(?:出)?(?:议决|决定|决议|研究|表决)$"
)
# 「某同志建议换乘免费，会议请市交通局研究，｜暂不写入方案」
_LEFT_OUT = compiled(r"^(?:会议)?(?:本次|此次)?(?:暂不|暂缓|不予?|未予?)[\u4e00-\u9fff]{2,6}$")
# 「会议决定，老用户水价维持3元不变，｜暂缓调整；新用户水价调整为5元」: of which of them, says the clause before
_KEPT = compiled(r"(?:维持|保持|按|沿用|仍)[^，。；]{2,30}(?:不变|执行)[，,]?\s*$")
# 「延长免租期的建议，｜成熟后再报」
_CLAUSE_BEFORE = compiled(
    r"(?<![\u4e00-\u9fff])(?!按照?|根据|依据|结合|吸收|对照)(?P<matter>[^，。；\n]{6,}(?:建议|请求|申请|诉求|问题|事宜))[，,]\s*\Z"
)
_PROPOSED = compiled(r"[\u4e00-\u9fff]{2,}(?:建议|提出|提议|要求|申请|请求)")
_NAMELESS = compiled(
    r"会议|研究|决定|议定|[该此本这其]|事项|暂缓\S{0,2}|暂不\S{0,2}|本次|此次|这次|因此|[，：:、（）()0-9一二三四五六七八九十]"
)
_OBJECT = compiled(r"^(?:对|对于|关于|就|针对)[^。；]{4,}[，,]?\s*$")
# 「会议同意这一权限划分」: what it is stands before it
_POINTING = compiled(r"(?:这[一些]?(?:项|个|种)?|[该此]|上述|以上|前述|该[条项])(?P<noun>[\u4e00-\u9fff]{1,8})")
_PAPER = compiled(
    r"^(?:[\u4e00-\u9fff]{0,4}(?:文件|方案|请示|汇报|意见|报告|议题|议案|提案|办法|草案|事项|事宜|项目|申请|建议|规划|计划|规定|条例|细则|送审稿|修订稿|措施|名单|清单|决议|章程|制度|工作|问题))|^[事稿件案次会]"
)
# 「去年9月常务会议对该办法暂缓审议后」「第5次会议对本事项作出暂缓决定」: of an earlier meeting, beside one of this
_BEFORE = compiled(
    r"^(?!.*(?:本次会议|现同意|改为|调整|变更))(?:(?:去年|今年|上次|此前|前次|\d{4}年|\d{1,2}月\d{1,2}日)[^，]{0,30}会议?[^，]*|第[\d一二三四五六七八九十]+次[^，]{0,20}会议?[^，]*)(?:暂缓|同意|通过|决定|明确|不予)[^，]*(?:后|以来|决定|的)$"
)
# 「因勘察延误，推迟至本次会议研究」: told of what was before, and no verdict of this meeting
_UNTIL_NOW = compiled(r"(?:推迟|延期|延迟|顺延|延后)[至到](?:本次|此次|这次|今天)")
# 「储备项目达到10个以上时，再提交会议研究」
_CONDITION = compiled(
    r"^(?:但?(?:须|需|应)?(?:待|等|俟|若|如|凡|视|经|自|在)[^，]{2,}|[^，]{2,}(?:[之以]?后|[时前]|的|的话|前提下|基础上))$"
)
# 「议定意见：会议听取了汇报，不作议决」
_LABEL = compiled(r"^[\u4e00-\u9fff]{0,4}(?:意见|决定|结果|结论|决议)[：:]\s*")
_AGAIN = compiled(r"^(?:再|另行|方可|方能|才|重新|重报|按程序|提交|提请|报)")
# 「由甲局牵头，与乙局会商一致后提交会议」「请甲区优化设计，送办公室复核，无须再次上会」: who, says a clause before it
_NO_SUBJECT = compiled(r"^(?:与|和|同|会同|商|无须|无需|不必|不再)")
_LEFT_FOR = compiled(r"^留待")
_WHO_ACTS = compiled(r"(?:由|请|责成)(?=[\u4e00-\u9fff]{2,})")


def whole_verdicts(document: Document) -> Document:
    """Return a document whose verdicts and next steps take in what they mean nothing without.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲局局务会纪要\\n一、关于乙园监管\\n1.对拨款申请暂缓办理，待验收合格后再议。\\n2.由丙科6月底前核查。"
    >>> [one.text for one in whole_verdicts(parse_text(body)).items[0].outcomes]
    ['对拨款申请暂缓办理，待验收合格后再议']
    """
    return replace(document, items=tuple(_whole(document, item) for item in document.items))


def _whole(document: Document, item: Item) -> Item:
    """Return an item with its verdicts and its next step made whole."""
    now = [one for one in item.outcomes if not (_BEFORE.match(one_line(one.text)) or _was_put_off(document, one))]
    outcomes = tuple(_verdict(document, item, outcome) for outcome in now or item.outcomes)
    step = item.spans.get("next_step") if item.next_step else None
    if step is None:
        return replace(item, outcomes=outcomes)
    if now and any(one not in now and one.start <= step.start < one.end for one in item.outcomes):
        return replace(item, outcomes=outcomes, next_step=None)
    if _of_another_matter(document, item, step):
        return replace(item, outcomes=outcomes, next_step=None)
    wide = _step(document, step, [one.end for one in item.outcomes])
    words = document.quote(wide) if wide != step else item.next_step
    return replace(item, outcomes=outcomes, next_step=words, spans={**item.spans, "next_step": wide})


def _of_another_matter(document: Document, item: Item, step: Span) -> bool:
    """Tell whether a next step goes on what its own point names, and on no verdict: 2.研究免租的建议，｜成熟后再报."""
    held = next((of for of in item.points if of.label and of.start < step.start < of.end), None)
    if held is None or any(one.start in held.span for one in item.outcomes):
        return False
    clause = _CLAUSE_BEFORE.search(document.text, held.start, step.start)
    return clause is not None and not is_on_the_matter(one_line(item.title), clause["matter"])


def _was_put_off(document: Document, outcome: Outcome) -> bool:
    """Tell whether a verdict is told of as put off until this meeting: 原定4月再次提请审议，推迟至本次会议研究."""
    end = outcome.end
    while end < len(document.text) and document.text[end] not in _MARKS:
        end += 1
    return bool(_UNTIL_NOW.search(document.text, outcome.start, end))


def _verdict(document: Document, item: Item, outcome: Outcome) -> Outcome:
    """Return a verdict from where its object stands, if that is before it and near."""
    bare = one_line(outcome.text).strip("。；，, ")
    start = outcome.start
    lead = _lead(document, item, outcome)
    last = one_line(document.quote(Span(lead.start, outcome.start))).rstrip("，, ").split("，")[-1]
    if (broken := _broken_off(document, item, outcome)) is not None:
        start = broken
    elif _WAITS.match(bare):
        start = lead.start if _PUT_OFF.search(last) and _names(last) else start
    elif _NO_DECISION.match(bare):
        start = lead.start if _names(last) else start
    elif (pointing := _POINTING.search(bare)) and _is_elsewhere(item, pointing["noun"]):
        start = (
            lead.start if _names(document.quote(Span(lead.start, start))) else _sentence_before(document, item, lead)
        )
    end = max(
        _listed_behind(document, item, outcome), _awaited_behind(document, outcome), _begun_behind(document, outcome)
    )
    start = outcome.start if end - start > _MOST else start
    if end - start > _MOST or (start, end) == (outcome.start, outcome.end):
        return outcome
    return replace(outcome, start=start, end=end, text=document.quote(Span(start, end)))


def _awaited_behind(document: Document, outcome: Outcome) -> int:
    """Return where what a deferral waits for ends, if that stands behind it: 暂缓支付，｜待验收合格后再议."""
    awaited = _AWAITED.match(document.text, outcome.end) if _PUT_OFF.search(outcome.text) else None
    return awaited.end() if awaited else outcome.end


def _begun_behind(document: Document, outcome: Outcome) -> int:
    """Return where what a verdict only begins to say ends: 同意自秋季学期起，｜将补贴由400元提高到600元."""
    begun = _BEGUN.search(one_line(outcome.text)) and _CLAUSE_BEHIND.match(document.text, outcome.end)
    return begun.end() if begun else outcome.end


def _listed_behind(document: Document, item: Item, outcome: Outcome) -> int:
    """Return where a verdict ends with the list that its colon announces: 同意资金由三部分构成：申请中央资金…."""
    text, end = document.text, outcome.end
    if _THOUSANDS.match(text, end) and text[end - 1].isdigit():  # 「费用共6｜,713.28万元」
        return next((at for at in range(end + 1, len(text)) if text[at] in "，。；\n"), end)
    if text[end : end + 1] not in ("：", ":") or not _ANNOUNCES.search(one_line(outcome.text)):
        return end
    stop = end + 1
    while stop < len(text) and text[stop] not in "。\n":
        stop += 1
    later = any(end < one.start < stop for one in (*item.outcomes, *(of for of in item.points if of.label)))
    return end if later or stop - end < _LEAST else stop


def _broken_off(document: Document, item: Item, outcome: Outcome) -> int | None:
    """Return where a point begins that is only the object of a verdict, cut off by a comma (对方案，｜暂缓)."""
    bare = one_line(outcome.text).strip("。；，, ")
    for of in item.points:
        between = document.text[of.end : outcome.start] if of.end <= outcome.start else "。"
        if between.strip("，, ") or not (of.text + between).rstrip().endswith(("，", ",")):
            continue
        if _OBJECT.match(of.text) or (_LEFT_OUT.match(bare) and _PROPOSED.search(of.text)) or _KEPT.search(of.text):
            return of.start
    return None


def _names(wording: str) -> bool:
    """Tell whether a wording names something, and not only the meeting and its verdict."""
    return len(_HAN.findall(_NAMELESS.sub("", one_line(wording)))) >= 4


def _is_elsewhere(item: Item, noun: str) -> bool:
    """Tell whether 这一… stands for something that neither the title names nor a paper is."""
    title = one_line(item.title)
    return not _PAPER.match(noun) and not any(noun[at : at + 2] in title for at in range(max(1, len(noun) - 1)))


def _lead(document: Document, item: Item, outcome: Outcome) -> Span:
    """Return what stands before a verdict in its sentence, behind any other verdict or number of a point."""
    start = _begin(document.text, outcome.start, _floor(item))
    for one in (*(one for one in item.outcomes if one.end <= outcome.start), *item.points):
        if start < one.start <= outcome.start:
            start = max(start, one.start if one.end > outcome.start else one.end)
        elif start < one.end <= outcome.start:
            start = one.end
    while start < outcome.start and document.text[start] in "，,：: \t\u3000":
        start += 1
    label = _LABEL.match(document.quote(Span(start, outcome.start)))
    start += label.end() if label else 0
    return Span(start, outcome.start)


def _sentence_before(document: Document, item: Item, lead: Span) -> int:
    """Return where the sentence before begins, or where this one does if none stands before it in its paragraph."""
    end = lead.start
    if end <= 0 or document.text[end - 1] != "。":
        return lead.start
    begin = _begin(document.text, end - 1, max(_floor(item), *(_behind(item, end)), 0))
    return lead.start if any(one.end == begin for one in item.outcomes) else begin


def _behind(item: Item, end: int) -> Sequence[int]:
    """Return the starts of the points around a place, and the ends of the verdicts before it."""
    starts = [of.start for of in item.points if of.start < end <= of.end]
    return [*starts, *(one.end for one in item.outcomes if one.end < end), 0]


def _floor(item: Item) -> int:
    """Return where the text of an item begins, behind its title."""
    title = item.spans.get("title")
    inside = title is not None and item.start <= title.start < item.end
    return title.end if inside and title is not None else item.start


def _begin(text: str, before: int, floor: int) -> int:
    """Return where the sentence begins that goes on before a place."""
    start = before
    while start > floor and text[start - 1] not in _MARKS:
        start -= 1
    return start


def _with_subject(document: Document, step: Span, ends: Sequence[int]) -> Span:
    """Return a next step from the clause on that says who is to take it, or as it is where none does."""
    text, floor = document.text, max((end for end in ends if end <= step.start), default=0)
    begin = max(_begin(text, step.start, floor), floor)
    lead = _WHO_ACTS.search(text, begin, step.start)
    return Span(lead.start(), step.end) if lead and step.end - lead.start() <= _MOST else step


def _step(document: Document, step: Span, ends: Sequence[int]) -> Span:
    """Return a next step with the conditions right before it (待…后，再提交…)."""
    text, start = document.text, step.start
    if _LEFT_FOR.match(document.quote(step)):
        begin = max(_begin(text, start, 0), *(end for end in (*ends, 0) if end <= start))
        while begin < start and text[begin] in "，, ":
            begin += 1
        return Span(begin, step.end) if step.end - begin <= _MOST else step
    if _NO_SUBJECT.match(document.quote(step)):
        return _with_subject(document, step, ends)
    if not _AGAIN.match(document.quote(step)):
        return step
    while start > 0 and text[start - 1] in "，,":
        comma = start - 1
        begin = comma
        while begin > 0 and text[begin - 1] not in f"，,{_MARKS}：:":
            begin -= 1
        if not _CONDITION.match(text[begin:comma].strip()) or any(begin < end <= comma for end in ends):
            break
        start = begin
    return Span(start, step.end)
