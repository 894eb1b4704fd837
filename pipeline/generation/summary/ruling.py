"""What was decided of an item: each verdict with its ground and what it hangs on, what comes next, the votes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.generation.columns import one_line
from pipeline.generation.summary.beside import REPORTER, bare, freely, tail
from pipeline.generation.summary.condense import condense
from pipeline.generation.summary.grounds import NUMBERED, ground, is_on_all
from pipeline.generation.summary.meant import paper_meant, with_its_name
from pipeline.generation.summary.phrased import AS_FOLLOWS, verdict_words
from pipeline.generation.summary.pieces import is_verdict
from pipeline.generation.summary.titles import matter_of, object_of
from pipeline.generation.summary.told import Source, Told
from pipeline.generation.wording import step_words
from pipeline.minutes import Item, Outcome, Span
from pipeline.patterns import compiled

_ASKED = compiled(r"(?:^|[，,])(?:会议|并)?(?:要求|请|并|[并並](?:明[确確]|决定|强调|要求)|明确)(?:[：:].{0,4})?$")
FRAGMENT = compiled(r"(?:起|后|前|时|的|把|将|对|由|在|与|和|及|从|按|以|、)$")
"""How a verdict ends that a comma cuts off from what it decides (同意从2020年1月1日起)."""
# 「原办公点的用途，留待下次会议讨论」
_OWN_MATTER = compiled(r"^[^，]{4,}，留待")
_LONG_TITLE = 8
# 「会议意见：暂缓。」「会议不同意。」: of what, says the heading
_NAKED = compiled(
    r"(?:会议|會議)?(?:决定|研究决定|审议)?(?:予以)?(?P<word>(?:一致|原则上?|不予?|不|暂不|未予?|未获)?(?:同意|通过|批准|否决)|暂缓(?:实施|审议|研究|办理|表决|通过)?|缓议)"
)
_LATER, _FAILED = compiled(r"暂|缓|未"), compiled(r"未")


def verdicts(source: Source, item: Item, *, said: str = "", told: Sequence[Told] = ()) -> Iterator[Told]:
    """Yield each verdict with what comes next, then the votes; what `said` holds already is not said again.

    A verdict that names nothing (暂缓实施) is said already only where a sentence of `told` quotes its place: somebody
    may hold another view on it (李某对暂缓实施持保留意见).
    """
    step = item.spans.get("next_step") if item.next_step else None
    step_told = bool(item.next_step) and bare(item.next_step or "") in bare(said)
    votes = bare(source.document.quote(item.spans["votes"])) if item.votes and "votes" in item.spans else ""
    owner = owner_of_step(source, item)
    for outcome in item.outcomes:
        holder = next((of for of in item.points if of.start <= outcome.start < of.end), None)
        told_point = holder if holder and is_verdict(item, holder) else None
        if told_point is None and bare(outcome.text) in bare(said) and not _is_only_named(outcome, told):
            continue
        next_step = item.next_step if outcome is owner and not step_told else None
        step_told = step_told or next_step is not None
        if next_step and bare(next_step) in bare(outcome.text):  # 「同意｜按程序办理变更」
            next_step = None
        covers = [item.start, *([told_point.start] if told_point else [])]
        place = told_point.span if told_point and told_point.end >= outcome.end else outcome.span
        label = told_point.label if told_point else None
        found = source.surest(
            source.tell(f"{text}。", spans, covers=covers, point=label, role="verdict", apart=apart)
            for text, spans, apart in (
                *with_object(source, item, outcome, next_step),
                *_with_its_paper(source, item, outcome, next_step),
                *((*one, False) for one in _verdict_tries(source, item, outcome, place, next_step)),
            )
        )
        if found:
            votes = "" if votes in bare(found.text) else votes
            yield found
    if step and item.next_step and not step_told and not any(of.start <= step.start < of.end for of in item.points):
        tries = (f"下一步：{one_line(item.next_step).rstrip('。；')}。", f"{one_line(item.next_step).rstrip('。；')}。")
        found = source.surest(source.tell(text, [step], covers=[item.start], role="step") for text in tries)
        yield from [found] if found else []
    if votes and votes not in bare(said):
        wording = one_line(source.document.quote(item.spans["votes"])).strip("，。；")
        yield source.tell(f"表决情况：{wording}。", [item.spans["votes"]], covers=[item.start], role="vote")


def _is_only_named(outcome: Outcome, told: Sequence[Told]) -> bool:
    """Tell whether sentences say the words of a verdict without an object but none of them quotes its place."""
    if not told or not _NAKED.fullmatch(one_line(outcome.text).strip("。；，,;*# ")):
        return False
    return not any(quote.span.overlaps(outcome.span) for one in told for quote in one.sentence.quotes)


def owner_of_step(source: Source, item: Item) -> Outcome | None:
    """Return the verdict that what comes next goes on: that of its own sentence, else the last before it.

    >>> from pipeline.documents.parse import parse_text
    >>> body = "甲县政府第2次常务会议纪要\\n一、关于乙方案\\n会议原则同意该方案，由丙局修改。丁条款暂不写入。"
    >>> source = Source("d0", parse_text(body))
    >>> getattr(owner_of_step(source, source.document.items[0]), "text", None)
    '会议原则同意该方案'
    """
    step = item.spans.get("next_step") if item.next_step else None
    if step is None or not item.outcomes or _OWN_MATTER.match(one_line(item.next_step or "")):
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
    several = len(item.outcomes) > 1 and not is_on_all(item, outcome)
    if match is None or len(title) < _LONG_TITLE // 2 or several:
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


def _with_its_paper(
    source: Source, item: Item, outcome: Outcome, step: str | None
) -> Iterator[tuple[str, list[Span], bool]]:
    """Yield ways to say a verdict on 该办法 with the name of the paper, which the heading does not have."""
    meant = paper_meant(source, item, outcome.span)
    if meant is None or ground(source, item, outcome) is not None:
        return
    words = with_its_name(verdict_words(item, outcome), meant[0])
    behind = tail(source, item, outcome)
    span = item.spans["next_step"] if step else None
    if behind is None or (span and span.start in behind):
        if step and span:
            yield f"{words}{step_words(step)}", [Span(meant[1].start, outcome.end), span], True
        yield words, [Span(meant[1].start, outcome.end)], True
    else:
        yield f"{words}{_aside(source, behind, first=True)}", [Span(meant[1].start, behind.end)], True


def _verdict_tries(
    source: Source, item: Item, outcome: Outcome, place: Span, step: str | None
) -> Iterator[tuple[str, list[Span]]]:
    """Yield ways to say a verdict with what comes next, each with its places, from the most to the least told."""
    words = verdict_words(item, outcome)
    own = AS_FOLLOWS.sub("", one_line(outcome.text).rstrip("。；，,;"))
    where = source.around(place)
    span = item.spans["next_step"] if step else None
    behind = tail(source, item, outcome)
    if place != outcome.span and _NAKED.fullmatch(own):  # 「3.某同志因群众有意见，缓议」: whose matter it is
        point = one_line(source.document.quote(place)).rstrip("。；，,;")
        yield point[label.end() if (label := NUMBERED.match(point)) else 0 :], [place]
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
    if span and step and bare(step) not in bare(outcome.text):
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
    yield whole[label.end() if (label := NUMBERED.match(whole)) else 0 :].rstrip("。；，,;"), [where]


def _with_ground(source: Source, ahead: Span, own: str) -> str:
    """Return a verdict behind what it stands on, in one sentence."""
    front = re.sub(r"^但是?", "", one_line(source.document.quote(ahead)).strip("，,、：:。 \n"))
    front = re.sub(r"(?<!\d),|,(?!\d)", "，", front)
    if front.startswith("认为"):
        return f"会议{front}，{own}"
    silent = own.startswith("决定") and not front.startswith("会议")
    return f"{front}，会议{own}" if silent else f"{front}，{own}"


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
    said = AS_FOLLOWS.sub("", f"，{said}").removeprefix("，")
    mark = "：" if first and source.document.text[place.start - 1] in "：:" else "，"
    return f"{mark}{said}" if said.strip("，、：") else ""
