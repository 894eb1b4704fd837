"""What was decided of an item: each verdict with its ground and what it hangs on, what comes next, the votes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import REPORTER, freely, tail
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.condense import condense
from pipeline.generation.summary.phrased import verdict_words
from pipeline.generation.summary.pieces import is_verdict
from pipeline.generation.summary.titles import matter_of, object_of
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.wording import step_words
from pipeline.minutes import Item, Outcome, Span
from pipeline.patterns import compiled

_ASKED = compiled(r"(?:^|[，,])(?:会议|并)?(?:要求|请|并|[并並](?:明[确確]|决定|强调|要求)|明确)(?:[：:].{0,4})?$")
FRAGMENT = compiled(r"(?:起|后|前|时|的|把|将|对|由|在|与|和|及|从|按|以|、)$")
"""How a verdict ends that a comma cuts off from what it decides (同意从2020年1月1日起)."""
_LONG_TITLE = 8
_SHORT = 12
"""Characters of a verdict that has no object of its own (不予安排): it is told with what stands before it."""
_MOST_AHEAD = 70
_MOST_LIMITS = 45
# 「同意延至5月底，不得再延」「暂缓，待评审完成后再提交会议」
_LIMIT = compiled(
    r"^(?:但|待|俟|除|其余|仅|只|限|须|需|应当|未经|确有|如|若|直至|今年仍|仍|本次|此后|另)|不得|不再|一律|(?:后|前)方可|方能|为限|以内|除外|暂不|暂缓|再(?:议|行|提交|提请|报|次)|另行"
)
_LIMIT_ALONE = compiled(r"^但[^，]{4,}|^待[^，]{2,}(?:再|另行|方可)|^此后[^，]{4,}")
_STEP_ON = compiled(r"^(?:再|另行|方可|重新|提交|提请|报)")
_REASON = compiled(r"(?:^|，)(?:因|由于|鉴于|认为|考虑到?)[^，]")
_BREAK = compiled(r"[。；！？;|｜\t]|\.(?!\d)")
_CELL = compiled(r"[（(](?:汇报|报告|说明)(?:人|单位)")
# 「审议意见：因…」: a label, and no subject as in 「李某任科长：…，通过」
_LABEL = compiled(r"(?:意见|结果|决定|明确|要求|强调|指出|议定|认为|结论|决议|内容)$|^[（(]?\d*[)）]?$")
_NUMBERED = compiled(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))\s*"
)
_SAYING = compiled(
    r"(?:会议)?(?:同时|还|经)?(?:研究|讨论|审议|经研究)?(?:后?决定|议定|指出|明确|认定|研究|讨论|审议|决议)"
)
_HEARD = compiled(r"^(?:会议)?(?:同时|还)?(?:听取|审议|讨论|研究|审定)了?[^，]*$")
# 「某区提出降低分担比例，会议未予采纳」: without what was proposed it says nothing, or of another matter
_NOT_ADOPTED = compiled(r"(?:不予?|未予?|未获|没有|未被)(?:采纳|采用|支持)")
_TURNED_DOWN = compiled(
    r"(?:会议)?(?:决定|研究)?(?:暂?不予?|未予?|未获|没有|未被)(?:同意|通过|批准|采纳|采用|支持|认可|考虑|安排)"
    r"(?:[该此]|上述|这一)?(?:意见|建议|请求|申请|要求|提议)?"
)
# 「会议意见：暂缓。」「会议不同意。」: of what, says the heading
_NAKED = compiled(
    r"(?:会议|會議)?(?:决定|研究决定|审议)?(?:予以)?(?P<word>(?:一致|原则上?|不予?|不|暂不|未予?|未获)?(?:同意|通过|批准|否决)|暂缓(?:实施|审议|研究|办理|表决|通过)?|缓议)"
)
_LATER, _FAILED = compiled(r"暂|缓|未"), compiled(r"未")
_PROPOSED = compiled(r"提出|提议|建议|要求|申请|请求|希望|主张|意见|拟")
_ASKS = compiled(
    r"(?<!会议)(?:提出|提议|建议|要求|申请|请求|希望|主张)|[\u4e00-\u9fff](?:想|[想需]?要(?![求点素害闻件]))"
)


def verdicts(source: Source, item: Item, *, said: str = "") -> Iterator[Told]:
    """Yield each verdict with what comes next, then the votes; what `said` holds already is not said again."""
    step = item.spans.get("next_step") if item.next_step else None
    step_told = bool(item.next_step) and _bare(item.next_step or "") in _bare(said)
    votes = _bare(source.document.quote(item.spans["votes"])) if item.votes and "votes" in item.spans else ""
    owner = owner_of_step(source, item)
    for outcome in item.outcomes:
        holder = next((of for of in item.points if of.start <= outcome.start < of.end), None)
        told_point = holder if holder and is_verdict(item, holder) else None
        if told_point is None and _bare(outcome.text) in _bare(said):
            continue
        next_step = item.next_step if outcome is owner and not step_told else None
        step_told = step_told or next_step is not None
        covers = [item.start, *([told_point.start] if told_point else [])]
        place = told_point.span if told_point and told_point.end >= outcome.end else outcome.span
        label = told_point.label if told_point else None
        told = source.surest(
            source.tell(f"{text}。", spans, covers=covers, point=label, role="verdict", apart=apart)
            for text, spans, apart in (
                *with_object(source, item, outcome, next_step),
                *((*one, False) for one in _verdict_tries(source, item, outcome, place, next_step)),
            )
        )
        if told:
            votes = "" if votes in _bare(told.text) else votes
            yield told
    if step and item.next_step and not step_told and not any(of.start <= step.start < of.end for of in item.points):
        tries = (f"下一步：{one_line(item.next_step).rstrip('。；')}。", f"{one_line(item.next_step).rstrip('。；')}。")
        told = source.surest(source.tell(text, [step], covers=[item.start], role="step") for text in tries)
        yield from [told] if told else []
    if votes and votes not in _bare(said):
        wording = one_line(source.document.quote(item.spans["votes"])).strip("，。；")
        yield source.tell(f"表决情况：{wording}。", [item.spans["votes"]], covers=[item.start], role="vote")


def owner_of_step(source: Source, item: Item) -> Outcome | None:
    """Return the verdict that what comes next goes on: that of its own sentence, else the last before it.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲县政府第2次常务会议纪要\\n一、关于乙方案\\n会议原则同意该方案，由丙局修改。丁条款暂不写入。"
    >>> source = Source("d0", parse_text(body))
    >>> getattr(owner_of_step(source, source.document.items[0]), "text", None)
    '会议原则同意该方案'
    """
    step = item.spans.get("next_step") if item.next_step else None
    if step is None or not item.outcomes:
        return None
    within = source.around(step, marks="。！？\n")
    near = [one for one in item.outcomes if one.start in within]
    before = [one for one in near or item.outcomes if one.start <= step.start]
    return before[-1] if before else (near or item.outcomes)[0]


def with_object(
    source: Source, item: Item, outcome: Outcome, step: str | None
) -> Iterator[tuple[str, list[Span], bool]]:
    """Yield ways to say a verdict that names nothing (会议意见：暂缓。) with the matter that its heading names."""
    match = _NAKED.fullmatch(one_line(outcome.text).strip("。；，,;*# "))
    title = one_line(item.title)
    if match is None or len(title) < _LONG_TITLE // 2 or len(item.outcomes) > 1:
        return
    word, heading = match["word"], source.heading(item)
    if ground(source, item, outcome) is not None or tail(source, item, outcome) is not None:
        return
    matter = object_of(matter_of(title))
    opener = "" if _FAILED.match(word) else "会议决定，"
    text = f"{opener}{matter.removeprefix('关于')}{word}" if _LATER.match(word) else f"会议{word}{matter}"
    span = item.spans["next_step"] if step else None
    if step and span:
        yield f"{text}{step_words(step)}", [heading, outcome.span, span], True
    yield text, [heading, outcome.span], True


def _verdict_tries(
    source: Source, item: Item, outcome: Outcome, place: Span, step: str | None
) -> Iterator[tuple[str, list[Span]]]:
    """Yield ways to say a verdict with what comes next, each with its places, from the most to the least told."""
    words = verdict_words(item, outcome)
    own = one_line(outcome.text).rstrip("。；，,;")
    where = source.around(place)
    span = item.spans["next_step"] if step else None
    behind = tail(source, item, outcome)
    if place == outcome.span and (ahead := ground(source, item, outcome)) is not None:
        wide = Span(ahead.start, behind.end if behind else outcome.end)
        whole = _with_ground(source, ahead, own) + (_behind(source, behind, span, step) if behind else "")
        far = [span] if span and not wide.start <= span.start < wide.end else []
        yield from ((said, [wide, *far]) for said in freely(whole, source.document.quote(wide), but=own))
    if behind is not None:
        wide = Span(min(place.start, outcome.start), max(place.end, behind.end))
        far = [span] if span and not behind.start <= span.start < behind.end else []
        for text in dict.fromkeys((words, own)):
            follows = _behind(source, behind, span, step)
            whole = text + (follows.lstrip("，：") if text.endswith("、") else follows)  # a list broken by a line end
            yield from ((said, [wide, *far]) for said in freely(whole, source.document.quote(wide), but=own))
            yield from ((said, [where, *far]) for said in freely(whole, source.document.quote(where), but=own))
    if span and step and _bare(step) not in _bare(outcome.text):
        near = Span(min(place.start, span.start), max(place.end, span.end))
        for text in dict.fromkeys((words, own)):
            whole = f"{text}{step_words(step)}"
            yield from ((said, [place, span]) for said in freely(whole, source.document.quote(near), but=own))
            yield f"{text}，{one_line(step).rstrip('。；，')}", [near]
    for text in dict.fromkeys((words, own)):
        if not FRAGMENT.search(text):
            yield text, [place]
            yield text, [where]
    whole = one_line(source.document.quote(where))
    yield whole[label.end() if (label := _NUMBERED.match(whole)) else 0 :].rstrip("。；，,;"), [where]


def ground(source: Source, item: Item, outcome: Outcome) -> Span | None:
    """Return what a verdict without an object of its own stands on in its sentence: whose matter it is, or why.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲市政府第2次常务会议纪要\\n一、关于编制\\n甲院所提5名编制，因总量限制，不予同意。"
    >>> source = Source("d0", parse_text(body))
    >>> source.document.quote(ground(source, source.document.items[0], source.document.items[0].outcomes[0]))
    '甲院所提5名编制，因总量限制，'
    """
    text = source.document.text
    heading = source.heading(item)
    start = heading.end if item.start <= heading.start < item.end else item.start
    stretch = next((one for one in source.stretches(Span(start, item.end)) if outcome.start in one), None)
    if stretch is None or len(_bare(outcome.text)) > _SHORT + 2 * outcome.text.startswith("会议"):
        return None
    before = [one for one in (*item.outcomes, *item.points) if one.start < outcome.start]
    told = max([start, *(one.end for one in before if one.end <= outcome.start)])
    start = max(stretch.start, told)
    leans = is_turned_down(outcome)
    if not leans and any(one.start <= outcome.start < one.end for one in item.points):
        return None
    for match in _BREAK.finditer(text, start, outcome.start):
        start = match.end()
    first = max(told, text.rfind("\n", 0, start) + 1)
    if _NOT_ADOPTED.search(outcome.text) and first < start and not _PROPOSED.search(text, start, outcome.start):
        start = max((match.end() for match in _BREAK.finditer(text, first, start - 1)), default=first)
    opener, colon, _ = text[start : outcome.start].partition("：")
    if colon and (len(opener) > _MOST_AHEAD // 2 or _LABEL.search(one_line(opener))):
        start += len(opener) + 1
    start = _without_hearing(source, item, Span(start, outcome.start))
    start = label.end() if (label := _NUMBERED.match(text, start, outcome.start)) else start
    ahead = one_line(text[start : outcome.start]).strip("，,：: ")
    facts = len(item.outcomes) > 1 or bool(_REASON.search(ahead)) or "，" not in ahead
    facts = (facts or leans) and not _CELL.search(ahead)
    return Span(start, outcome.start) if 2 < len(ahead) <= _MOST_AHEAD and facts else None


def grounded(source: Source, item: Item, *, fully: bool = True) -> tuple[list[str], list[Span]]:
    """Return the verdicts of an item with several, each with what it is on and what limits it, and their places.

    Args:
        source: the document.
        item: an item with verdicts.
        fully: whether what a verdict says behind itself is told as well where it is no limit (单价不超过3万元).
    """
    words: list[str] = []
    places: list[Span] = []
    for outcome in item.outcomes:
        own, place = one_line(outcome.text).strip("。；，*"), source.around(outcome.span)
        if (ahead := ground(source, item, outcome)) is not None:
            said = clauses(sentences(source.document.quote(ahead).strip("，：\n "))[0])
            whole = "，".join(one.text for one in said)
            front = whole if is_turned_down(outcome) else next((one.text for one in said if not one.link), said[0].text)
            own, place = f"{front}，{own}", Span(ahead.start, outcome.end)
        behind = tail(source, item, outcome)
        if behind is not None and (limits := _limits(source.document.quote(behind), fully=fully)):
            own, place = f"{own.rstrip('：、')}，{limits}", Span(min(place.start, outcome.start), behind.end)
        words.append(own)
        places.append(place)
    return list(dict.fromkeys(words)), places


def _limits(wording: str, *, fully: bool) -> str:
    """Return what limits a verdict behind it: a condition, what is excepted; with `fully` also short facts.

    >>> _limits("单价不超过3万元，进一步提升能力，但不得跨年采购", fully=False)
    '但不得跨年采购'
    """
    kept: list[str] = []
    whole = True  # nothing was left out so far: 其余 has what it is the rest of
    for clause in (one for sentence in sentences(wording)[:1] for one in clauses(sentence)):
        goes_on = bool(kept) and whole and bool(_STEP_ON.match(clause.text))
        wanted = (fully and whole) or goes_on or bool((_LIMIT if whole else _LIMIT_ALONE).search(clause.text))
        if wanted and sum(map(len, kept)) + len(clause.text) <= _MOST_LIMITS:
            kept.append(clause.text)
        else:
            whole = False
    return "，".join(kept)


def is_turned_down(outcome: Outcome) -> bool:
    """Tell whether a verdict only turns down, and what was proposed stands before it (某企业要求减免，会议不同意)."""
    return bool(_TURNED_DOWN.fullmatch(one_line(outcome.text).strip("。；，,;")))


def asks(wording: str) -> bool:
    """Tell whether what stands before a verdict says that somebody asks for something, and not why it is decided.

    >>> asks("某站要借会议室办培训"), asks("认为时机不成熟"), asks("会议要求")
    (True, False, False)
    """
    return bool(_ASKS.search(wording)) and not _REASON.search(wording)


def _without_hearing(source: Source, item: Item, place: Span) -> int:
    """Return where a stretch begins behind the clauses that only tell what was heard and who reported."""
    start = place.start
    presenter = item.spans.get("presenter")
    while (comma := source.document.text.find("，", start, place.end)) >= 0:
        clause = one_line(source.document.text[start:comma]).strip("，但 ")
        reported = presenter is not None and start <= presenter.start < comma
        said = reported or bool(_SAYING.fullmatch(clause))
        if not said and (not _HEARD.match(clause) or _REASON.search(f"，{clause}")):
            break
        if not said and source.document.text[comma + 1 : place.end].startswith("认为"):
            break  # 「会议审议了《办法》，认为…」: whose view it is
        start = comma + 1
    return start


def _with_ground(source: Source, ahead: Span, own: str) -> str:
    """Return a verdict behind what it stands on, in one sentence."""
    front = re.sub(r"^但是?", "", one_line(source.document.quote(ahead)).strip("，,、：: \n"))
    front = re.sub(r"(?<!\d),|,(?!\d)", "，", front)
    return f"会议{front}，{own}" if front.startswith("认为") else f"{front}，{own}"


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
    wording = _ASKED.sub("", REPORTER.sub("", source.document.quote(place)).strip("，。；,; \n"))
    said = condense(wording, level=2).rstrip("。；")
    mark = "：" if first and source.document.text[place.start - 1] in "：:" else "，"
    return f"{mark}{said}" if said.strip("，、：") else ""


def _bare(text: str) -> str:
    """Return a wording without blanks and marks."""
    return re.sub(r"[\s，,。；;：:]", "", text)
