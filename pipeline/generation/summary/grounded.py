"""The verdicts of an item with several, each with what it stands on and what limits it."""

from __future__ import annotations

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import AGAINST, tail
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.grounds import (
    BARE,
    NUMBERED,
    OF_A_MATTER,
    asks,
    ground,
    is_on_all,
    is_turned_down,
    says_of_what,
)
from pipeline.generation.summary.told import BULLETS, Source
from pipeline.minutes import Item, Outcome, Span
from pipeline.patterns import compiled

_SHORT_AHEAD = 24
_MOST_LIMITS = 45
# 「同意延至5月底，不得再延」「暂缓，待评审完成后再提交会议」
_LIMIT = compiled(
    r"^(?:但|待|俟|除|其余|仅|只|限|须|需|应当|未经|确有|如|若|直至|今年仍|仍|本次|此后|另)|不得|不再|一律|(?:后|前)方可|方能|为限|以内|除外|暂不|暂缓|再(?:议|行|提交|提请|报|次)|另行"
)
_LIMIT_ALONE = compiled(r"^但[^，]{4,}|^待[^，]{2,}(?:再|另行|方可)|^此后[^，]{4,}")
_STEP_ON = compiled(r"^(?:再|另行|方可|重新|提交|提请|报)")
# 「某区对该条提出保留意见，认为会挤占通道。会议决定暂不写入」: whose view it is, the clause before says
_LEANS_BACK = compiled(r"^(?:认为|建议|理由|并|且|但|因|由于|[^，]{2,20}均?认为)")
# 「关于新增起始班的建议，意见不一：…；会议决定暂缓实施」: what a point is on, at its head
_HEAD = compiled(
    r"(?:关于|对于?)[^，。；：\n]{2,40}(?:建议|请求|申请|诉求|问题|事宜|方案|事项|条款|提议|要求)(?=[，：])"
)


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
        if (ahead := ground(source, item, outcome, in_points=True)) is not None:
            said = clauses(sentences(source.document.quote(ahead).strip(f"，：\n {BULLETS}"))[0])
            whole = "，".join(one.text for one in said)
            front = next((one.text for one in said if not one.link), said[0].text)
            short = not fully and outcome.class_ in AGAINST and says_of_what(front)
            if is_turned_down(outcome) and not short:
                front = whole
            elif not short and asks(whole) and not OF_A_MATTER.search(f"{whole}，"):
                front = whole if len(whole) <= _MOST_LIMITS else said[-1].text
            front = said[0].text if _LEANS_BACK.match(front) and says_of_what(said[0].text) else front
            if not fully and len(item.outcomes) == 1 and not is_turned_down(outcome) and not says_of_what(front):
                words.append(own)  # only why: 「项目确有必要，但选址未定，决定暂缓」
                places.append(source.around(outcome.span))
                continue
            if not fully and len(front) > _SHORT_AHEAD and len(item.outcomes) > 1 and outcome.class_ not in AGAINST:
                continue  # where space is short it goes before it stands without what it is on
            own, place = f"{front}，{own}", Span(ahead.start, outcome.end)
        elif len(item.outcomes) > 1 and BARE.fullmatch(own.split("，", 1)[0]) and not is_on_all(item, outcome):
            matter = _head_of_point(source, item, outcome)
            if matter is None:
                continue  # 「；不予安排」: of what, nothing says
            own, place = f"{one_line(source.document.quote(matter))}，{own}", Span(matter.start, outcome.end)
        behind = tail(source, item, outcome)
        if behind is not None and (limits := _limits(source.document.quote(behind), fully=fully)):
            own, place = f"{own.rstrip('：、')}，{limits}", Span(min(place.start, outcome.start), behind.end)
        words.append(own)
        places.append(place)
    if not words:  # 「不予安排；暂缓研究」: rather bare than not at all
        words, places = (
            [one_line(one.text).strip("。；，*") for one in item.outcomes],
            [one.span for one in item.outcomes],
        )
    return list(dict.fromkeys(words)), places


def _head_of_point(source: Source, item: Item, outcome: Outcome) -> Span | None:
    """Return what the point around a verdict is on, from its head, or `None`.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "一、招生\\n1.会议同意招生办法。\\n2.关于增班的建议，意见不一：李某主张缓行；会议决定暂缓实施。"
    >>> source = Source("d0", parse_text("甲市政府第2次常务会议纪要\\n" + body))
    >>> item = source.document.items[0]
    >>> source.document.quote(_head_of_point(source, item, item.outcomes[-1]))
    '关于增班的建议'
    """
    held = next((of for of in item.points if of.label and of.start < outcome.start < of.end), None)
    if held is None:
        return None
    label = NUMBERED.match(source.document.text, held.start, outcome.start)
    head = _HEAD.match(source.document.text, label.end() if label else held.start, outcome.start)
    return Span(head.start(), head.end()) if head else None


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
