"""Answers about one agenda item: who reported, what was decided, in which degree, who leads, by when, what next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pipeline.documents.numerals import int_to_chinese
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.evidence import Terms, heading, plain, point_span
from pipeline.generation.extractive.moved import moved
from pipeline.generation.extractive.record import quote, quoted, reported
from pipeline.generation.extractive.replaced import was_replaced
from pipeline.generation.extractive.stretches import sentence_at, sentences, with_what_follows
from pipeline.generation.extractive.target import Target, best_point
from pipeline.minutes import Span
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.understanding.asking import Aspect
    from pipeline.minutes import Outcome, Point

NOT_STATED: dict[Aspect, str] = {
    "presenter": "汇报人",
    "outcome": "审议结论（如原则通过、原则同意）",
    "next_step": "下一步安排",
    "lead_units": "牵头或负责单位",
    "deadline": "完成时限",
    "votes": "表决票数",
    "decision": "具体要求",
    "remarks": "会议指出、强调的内容",
}
POINT_LIMIT = 90
"""Characters of a point shown in an answer; the quote always covers the whole point."""
ANNOUNCED = 200
"""Characters of what a verdict announces (会议同意：) that are shown with it."""
NAMED_BESIDE = 0.4
"""Share of a topic beside the item's title from which on a point must speak of it to tell who leads or by when."""
ONE_POINT = 0.8
"""Share of the topic that a single point must hold to be shown alone, where requirements are asked for."""
OF_EARLIER = compiled(
    r"(?:^|[：:。；])[^，。；：:第]{0,4}第[0-9０-９一二三四五六七八九十百]{1,5}[次期号][^，。；：:]{0,16}会议?[^，。；：:同]{0,14}?"
    r"(?:作出|做出|决定|确定|议定|明确|研究|审议|同意|原则|通过|批准|暂缓|提出|要求)(?!的)[^，；的]*。?$"
)
"""What an earlier meeting decided: 第5次会议对本事项作出暂缓决定."""
UNDECIDED = compiled(
    r"(?:未|没有?|不|暂不|暂未)(?:就[^，。；]{1,20})?(?:再)?(?:作出?|做出?|形成|达成)(?:新的|最终|具体)?(?:决定|决议|议决|结论|一致意见|表决)|不作议决"
)
"""会议听取了汇报，不作议决."""
LEADING = compiled(r"牵头|负责|主办|领衔")
ROLE = compiled(r"牵头|负责|主办|配合|协办|会同|领衔|承办")
COUNTED_VOTES = compiled(r"[0-9０-９一二三四五六七八九十]+票")
"""Votes on several proposals of one item: A方案2票，B方案10票."""

MatterAnswer = Callable[[Target, Terms], list[Sentence]]


def presenter(target: Target, _terms: Terms) -> list[Sentence]:
    """Return who reported on an item."""
    sentence = reported(target.source, target.item)
    return [sentence] if sentence else []


def outcome(target: Target, terms: Terms) -> list[Sentence]:
    """Return an item's verdict in the meeting's own words, the votes with it; not what an earlier meeting decided.

    Of several that on the point which a question means. Where there is none, the sentences that say so:
    会议听取了汇报，未作新的决定.
    """
    if meant := _ruled_in_a_point(target, terms):
        return meant
    found = {line.text: line for line in (verdict_line(target, one) for one in target.item.outcomes)}
    own = [line for line in found.values() if not OF_EARLIER.search(line.text)]
    return own or list(found.values()) or undecided(target)


def _ruled_in_a_point(target: Target, terms: Terms) -> list[Sentence]:
    """Return the point that a question means, where it has a verdict of its own beside another one of its item."""
    fitting = best_point(target, terms)
    if fitting is None or len(target.item.outcomes) < 2:
        return []
    point = fitting[0]
    within = [one for one in target.item.outcomes if one.start in point.span]
    if not within or len(within) == len(target.item.outcomes):
        return []
    whole = point.end - point.start <= POINT_LIMIT
    return [quoted(target.source, point.span)] if whole else [verdict_line(target, one) for one in within]


def undecided(target: Target) -> list[Sentence]:
    """Return the sentences of an item that say that nothing was decided, long ones not."""
    document = target.source.document
    places = sentences(document, target.item.span)
    return [
        quoted(target.source, one)
        for one in places
        if one.end - one.start <= POINT_LIMIT and UNDECIDED.search(document.quote(one))
    ]


def verdict_line(target: Target, verdict: Outcome) -> Sentence:
    """Return one verdict of an item as a sentence, named by the item's title where its own wording does not say it."""
    document = target.source.document
    place = sentence_at(document, verdict.span, limit=120)
    # （一）原则通过《…》: the verdict is a point of its own, and its label is not part of the wording
    inside = next((point.start for point in target.item.points if verdict.start in point.span), place.start)
    place = Span(max(place.start, inside), place.end)
    place = with_what_follows(document, place, within=target.item.span, limit=ANNOUNCED)
    wording = plain(document.quote(place))
    lead = "" if target.name.strip("《》") in wording else f"{target.name}："
    return Sentence(f"{lead}{wording}", (quote(target.source, place), heading(target.source, target.item)))


def next_step(target: Target, terms: Terms) -> list[Sentence]:
    """Return what comes next for an item; nothing where a question means another of its matters than that sentence."""
    span = target.item.spans.get("next_step")
    if not target.item.next_step or span is None:
        return []
    beyond = terms.without(target.item.title)
    if beyond.total >= NAMED_BESIDE * terms.total and _told_beside(target, span, beyond):
        return []
    return [
        Sentence(
            f"{target.name}：{plain(target.item.next_step)}。",
            (quote(target.source, span), heading(target.source, target.item)),
        )
    ]


def _told_beside(target: Target, span: Span, beyond: Terms) -> bool:
    """Tell whether what a question names beside the title stands in other sentences of an item than that of a span."""
    document = target.source.document
    own = beyond.coverage(document.quote(sentence_at(document, span)))
    others = (
        beyond.coverage(document.quote(one)) for one in sentences(document, target.item.span) if span.start not in one
    )
    return not own and max(others, default=0.0) >= NAMED_BESIDE


def votes(target: Target, _terms: Terms) -> list[Sentence]:
    """Return the wording of a vote."""
    span = target.item.spans.get("votes")
    if target.item.votes and span:
        return [quoted(target.source, sentence_at(target.source.document, span))]
    counted = COUNTED_VOTES.search(target.source.document.text, target.item.start, target.item.end)
    return [quoted(target.source, sentence_at(target.source.document, Span(*counted.span())))] if counted else []


def lead_units(target: Target, terms: Terms) -> list[Sentence]:
    """Return who leads, in the clause that says so; the point that the topic means, else all of the item."""
    beyond = terms.without(target.item.title)
    found = _on_it(_cells(target, terms, "lead_units"), beyond)
    # Where somebody is said to lead (牵头), who merely has a duty (各单位要…) is not asked for.
    leading = [sentence for sentence in found if LEADING.search(sentence.text)]
    return [] if _told_elsewhere(target, beyond, leading or found) else leading or found


def _on_it(found: list[Sentence], beyond: Terms) -> list[Sentence]:
    """Return of several lines those that hold most of what is named beside a title, where that is nearly all of it."""
    held = [beyond.coverage(one.text) for one in found]
    top = max(held, default=0.0)
    if top < NEARLY_ALL:
        return found
    return [one for one, share in zip(found, held, strict=True) if share >= top - CLOSE_TO_IT]


NEARLY_ALL, CLOSE_TO_IT = 0.8, 0.1
"""Share of what is named beside a title from which on a line is on it, and how much less others may hold."""


def _told_elsewhere(target: Target, beyond: Terms, found: Sequence[Sentence]) -> bool:
    """Tell whether lines hold nothing of what is named beside a title, and another sentence of the item does."""
    if not beyond.weights or any(beyond.coverage(one.text) > 0 for one in found):
        return False
    document = target.source.document
    return any(beyond.coverage(document.quote(one)) >= NAMED_BESIDE for one in sentences(document, target.item.span))


def deadline(target: Target, terms: Terms) -> list[Sentence]:
    """Return by when, in the clause that says so, and the sentences that move a time where no cell holds that."""
    beyond = terms.without(target.item.title)
    found = _cells(target, terms, "deadline")
    if not found or not beyond.weights or _told_elsewhere(target, beyond, found):
        later = [quoted(target.source, place) for place in moved(target.source.document, target.item)]
        new = [one for one in later if not beyond.weights or beyond.coverage(one.text) > 0]
        kept = [one for one in found if not beyond.weights and not any(one.text in other.text for other in new)]
        found = sorted([*kept, *new], key=lambda one: one.quotes[0].start)
    return [] if _told_elsewhere(target, beyond, found) else found


def remarks(target: Target, _terms: Terms) -> list[Sentence]:
    """Return what the meeting said before it decided."""
    return [quoted(target.source, span) for span in target.item.remarks]


def decision(target: Target, terms: Terms, *, number: int | None = None) -> list[Sentence]:
    """Return an item's points in order, or the one that the topic means."""
    points = target.item.points
    if number is not None:
        points = tuple(point for point in points if point.label in (str(number), int_to_chinese(number)))
    elif not target.by_title and (best := best_point(target, terms)) and best[1] >= ONE_POINT:
        points = (best[0],)
    found = [_point(target, point, alone=len(points) == 1) for point in points]
    if not points and number is None:
        found = remarks(target, terms) or outcome(target, terms)
    return found


def stated_instead(target: Target) -> Sentence:
    """Return what an item does state, for a refusal: its heading."""
    place = heading(target.source, target.item)
    return Sentence(plain(target.source.document.text[place.start : place.end]), (place,))


def _cells(target: Target, terms: Terms, name: str) -> list[Sentence]:
    """Return the clauses of an item's points that fill a cell: lead units, deadline."""
    best, beyond = best_point(target, terms), terms.without(target.item.title)
    filled = [point for point in target.item.points if any(key.split(".")[0] == name for key in point.spans)]
    if best and best[0] in filled:
        filled = [best[0]]
    elif _of_another(target, best, beyond, terms):
        return []
    found: list[Sentence] = []
    for point in filled:
        for place in _cell_places(target, point, name):
            sentence = quoted(target.source, place)
            if sentence not in found and not was_replaced(target.source.document, target.item, place):
                found.append(sentence)
    return [one for one in found if not any(one is not other and one.text in other.text for other in found)]


def _of_another(target: Target, best: tuple[Point, float] | None, beyond: Terms, terms: Terms) -> bool:
    """Tell whether a question asks for what no point with the cell is about: then another's is no answer.

    The point that is meant has none, or no point at all speaks of what is named beside the title: 水厂何时通水.
    """
    if best:
        return best[1] >= ONE_POINT or not target.by_title
    return bool(beyond.weights) and beyond.total >= NAMED_BESIDE * terms.total


def _cell_places(target: Target, point: Point, name: str) -> list[Span]:
    document = target.source.document
    spans = [span for key, span in point.spans.items() if key.split(".")[0] == name]
    before = [sentence_at(document, span, limit=80) for span in spans if span.end <= point.start]
    spans = [span for span in spans if span.end > point.start]
    if name == "lead_units":
        # The verb belongs to the answer: 由某局牵头, so the clause reaches to the next 牵头 or 负责.
        spans = [Span(span.start, _role_end(document.text, span, point.end)) for span in spans]
    places = [sentence_at(document, span, limit=80) for span in spans]
    # 「会议要求某某开发区：1.…」: who leads stands before the point
    within = (Span(max(place.start, point.start), place.end) for place in places)
    return [*before, *(task_and_bracket(document.text, place, point) for place in within)]


def task_and_bracket(text: str, place: Span, point: Point) -> Span:
    """Return a place that is nothing but a bracket with the task before it: 「…排查到位。（县水利局负责）」."""
    if not _BRACKET.fullmatch(text[place.start : place.end].strip()):
        return place
    before = text[point.start : place.start].rstrip().rstrip("。；;")
    opens = max(before.rfind(sign) for sign in "。；;") + 1
    start = point.start + opens + len(before[opens:]) - len(before[opens:].lstrip())
    return Span(start, place.end) if start < place.start and place.end - start <= _TASK else place


_BRACKET = compiled(r"[（(【〔\[][^（）()【】〔〕\[\]]*(?:[（(][^（）()]*[）)][^（）()]*)?[）)】〕\]][。；;]?")
_TASK = 160
"""Characters of a task that goes before the bracket which says whose it is."""


def _role_end(text: str, span: Span, limit: int) -> int:
    match = ROLE.search(text, span.end, min(limit, span.end + 60))
    return match.end() if match else span.end


def _point(target: Target, point: Point, *, alone: bool) -> Sentence:
    """Return a point as a sentence: whole where it is short or asked for alone, else its opening sentences."""
    document = target.source.document
    whole = point_span(document, target.item, point)
    shown, limit = "", POINT_LIMIT if not alone else 200
    for place in sentences(document, point.span):
        told = plain(document.quote(Span(point.start, place.end)))
        if shown and len(told) > limit:
            break
        shown = told
    return Sentence(shown, (quote(target.source, whole),))


ANSWERS: dict[Aspect, MatterAnswer] = {
    "presenter": presenter,
    "outcome": outcome,
    "next_step": next_step,
    "votes": votes,
    "lead_units": lead_units,
    "deadline": deadline,
    "remarks": remarks,
    "decision": decision,
}
