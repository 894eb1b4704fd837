"""Which verdicts of its item a decision states itself, and which are on its matter: which of them have rows apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pipeline.documents.spoken.verdicts import CONSENTS
from pipeline.generation.columns import one_line
from pipeline.generation.decisions.on_a_part import agrees_to, by_sentence, holds_beside, is_on_the_rest, leaves_open
from pipeline.generation.decisions.one_row import leans
from pipeline.generation.summary.titles import OTHERS, is_on_the_matter
from pipeline.minutes import Item, Outcome, Point, Span
from pipeline.patterns import compiled

Places = Mapping[str, Span]
"""Where the cells of a row stand, by name: `LedgerRow.spans` as it is read, without what people signed."""

_WORD = compiled(r"通过|同意|批准|核准|审定|赞成|认可")
_RULED = compiled(
    r"(?:通过|同意|批准|核准|采纳|支持|暂缓|缓议|再议|搁置)(?:审议|研究|讨论|实施|执行|表决|出台|上会|该|此|本|这一|上述|其)*"
)
_ASKED = compiled(r"提出|建议|申请|请求|请示|诉求|条款|部分|其中|关于|对于?[^，]{2,24}[的，]")
"""What somebody asked for, or a part: a verdict on it is not on the item."""
_WHO_RULES = compiled(r"(?:本次)?会议|经?(?:研究|讨论)|决定|认为|一致|原则|暂|不|未|予|作|获|以|事项|问题")
_OPENS = compiled(r"[\s“《]*$")
_APART = compiled(r"\s*(?:关于|另[外,，]?|此外|对于?(?!此|该)[^，。；]{2,24}(?:申请|请示|事项|问题|建议|方案))")
_STOP = compiled(r"[。；;！？\n]")
# 「由县住建局补充测算后再报」 behind a verdict: it carries out that one
_MENDS = compiled(
    r"(?:会议(?:要求|决定|明确|责成)?[，,：:]?)?(?:(?:请|由|责成|要求|待|退回)[^，。；;\n]{0,24}?)?"
    r"(?:补充|修改|修订|重新|另行|再次?(?:报|提|议|研究|上会|论证|核)|进一步(?:论证|研究|核|测算|调研|完善))"
)
_ANNOUNCES = compiled(r"\s*[：:]\s*[^\s，。；;：:]{0,6}\s*")
"""Between a verdict and the first point of the list that it opens: 「会议同意：\\n1、」."""
# 「某某提出分两批实施，会议采纳这一意见」: on what somebody put forward, and not on the matter
_ON_A_VIEW = compiled(r"采纳[^，。；]{0,6}(?:意见|建议|提议)")
_GENERAL = compiled(r"其他|其它|有关事项|遗留|补充|会议总述|^$")

_MID = compiled(r"待|请|由|提交|提请|退回|但")
"""Opens a verdict in mid-sentence: 「…的签证，待造价审核后另行研究」."""
_LABEL = compiled(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*|[a-z][)）]\s*|[①-⑳●▲■◆◇★·-]\s*)?")
_ON_WHAT = compiled(
    r"(?:(?:会上|会议中|讨论中|审议中)[，,])?"
    r"(?:对(?!此)|关于|就|(?!会议|由|请|经)[^，,。；;\n]{2,30}?(?:提出|建议|申请|请求|提议)|(?!会议|由|请|经)[^，,。；;\n]{2,60}的?(?:一案|一事|人选|条款|标准|一[条款项节])[，,]|(?!会议|由|请|经)[^。；;\n]{4,80}的(?:意见|建议|提议|请求|申请|诉求|请示)[，,](?=会议|会商|与会|不予))"
)
"""Opens a sentence with what its verdict is on."""
_SAYS_LITTLE = 8
"""A verdict of fewer characters beside points (不予同意) says what it is on only with the clauses before it."""


def stated_by(item: Item, point: Point, text: str) -> tuple[Outcome, ...]:
    """Return the verdicts of an item that the sentence of one of its points states: none where it is only a task.

    Those that stand in the point; else the one with which its sentence opens or ends (`joined`); else the one that
    opens its list with a colon (会议同意：\\n1.…\\n2.…).

    Args:
        item: the item.
        point: one of its points.
        text: the document's text, in which both stand.
    """
    if own := tuple(one for one in item.outcomes if one.span.overlaps(point.span)):
        return own
    if (beside := joined(item, point, text)) is not None:
        return (beside,)
    ahead = [one for one in item.outcomes if one.end <= point.start]
    return tuple(ahead[-1:]) if ahead and _announces(text, item, ahead[-1], point) else ()


def joined(item: Item, point: Point, text: str) -> Outcome | None:
    """Return the verdict, outside every point, that makes one sentence with a point: before its first, or deferring it.

    「会议原则同意该方案，由市财政局6月底前拨付」「会议请市住建局一并研究，暂不作结论」.
    """
    free = _free(item)
    for one in reversed(free):
        first = min((of.start for of in item.points if of.start >= one.end), default=None)
        if first != point.start:
            continue
        if not _STOP.search(text[one.end : first]):
            return one
        # 「会议意见：同意。第3次会议确定的12元的标准，调整为9元」: on the change that stands behind it
        if agrees_to(one.text, text[one.end : first], point.text):
            return one
    return next((one for one in free if _closes(text, one, point)), None)


def _announces(text: str, item: Item, verdict: Outcome, point: Point) -> bool:
    """Tell whether a point is of the list that a verdict opens: its first, or one that goes on from another of it."""
    listed = [of for of in item.points if verdict.end <= of.start <= point.start]
    if not _ANNOUNCES.fullmatch(text[verdict.end : listed[0].start]):
        return False
    return all(
        "。" not in text[one.start : other.start] or (one.label and other.label and one.group == other.group)
        for one, other in pairwise(listed)
    )


def borne_by(item: Item, point: Point, text: str) -> tuple[Outcome, ...]:
    """Return the verdicts of an item that one of its points bears; none is better than that of another matter.

    Those that the point states itself (`stated_by`); else those outside every point: consents, where nothing else of
    the item is turned down or put off and its title names a matter, are on the whole item, as is the only verdict where
    it names nothing but that matter (会议不同意该方案), and any other is borne by what goes on from it (`_goes_on`);
    else the consent that opens the first point and is on the item's matter, where no other point has a verdict or a
    matter of its own (1.原则同意《办法》。2.由市司法局修改后印发。).

    Args:
        item: the item.
        point: one of its points.
        text: the document's text, in which both stand.
    """
    if own := stated_by(item, point, text):
        return own
    if leaves_open(point.text):
        return ()
    inside = {of.start: tuple(one for one in item.outcomes if _within(one, of)) for of in item.points}
    if whole := tuple(one for one in _free(item) if not is_on_the_rest(one.text)):
        if all(one.class_ in CONSENTS for one in whole) and is_of_one_matter(item):
            on_all = tuple(one for one in whole if not _ON_A_VIEW.search(one.text))
            return on_all or tuple(one for one in whole if _goes_on(text, one, point.start))
        if holds_beside(point.text):
            return ()
        if _rules_on_all(item, text):
            return whole
        return tuple(one for one in whole if _goes_on(text, one, point.start) or _closes(text, one, point))
    first = item.points[0]
    alone = all(not outcomes for start, outcomes in inside.items() if start != first.start)
    opening = inside[first.start]
    if alone and opening and _on_the_item(item, first, opening) and not _APART.match(point.text):
        return opening
    return ()


def told_apart(item: Item, text: str) -> list[tuple[Outcome, ...]]:
    """Return the verdicts of an item that have rows beside its points, those of each row together."""
    if not item.points:
        return list(by_sentence(item.outcomes, text))
    # each by itself, lest a row hold the points between them
    stated = {one.start for point in item.points for one in stated_by(item, point, text)}
    charged = charging(item)
    charge = item.charge
    within = {one.start for of in item.points if (one := joined(item, of, text)) and charge and _takes_in(of, charge)}
    return [(one,) for one in item.outcomes if one.start not in stated or (one is charged and one.start not in within)]


def _takes_in(point: Point, charge: Point) -> bool:
    """Tell whether the row of a point can say what its sentence's verdict charges too: nobody else, no other day."""
    if leans(point):
        return True
    named = {*point.lead_units, *point.lead_generic, *point.support_units, *point.support_generic}
    told = {*charge.lead_units, *charge.lead_generic, *charge.support_units, *charge.support_generic}
    same = charge.deadline is None or point.deadline is None or charge.deadline.text == point.deadline.text
    return told <= named and same


def charging(item: Item) -> Outcome | None:
    """Return the verdict whose sentence charges somebody with a task."""
    charge = item.charge
    if charge is None or not item.outcomes:
        return None
    return max(item.outcomes, key=lambda one: (one.start <= charge.start, one.start))


def parted(item: Item, end: int, start: int) -> bool:
    """Tell whether a point or a verdict of an item stands between the end of one of its parts and another's start."""
    return any(end <= one.start <= start for one in (*item.points, *item.outcomes))


def bears_step(item: Item, point: Point, text: str) -> bool:
    """Tell whether what comes next to an item is said of a point: in its words, or of the verdict that it states.

    Where the item has no verdict, and no point says it, it is said of the last point before it.
    """
    step = item.spans.get("next_step")
    if step is None:
        return False
    holder = next((of for of in item.points if of.start <= step.start < of.end), None)
    if holder is not None:
        return holder.start == point.start
    if (owner := _owner_of_step(item, step)) is not None:
        return owner in stated_by(item, point, text)
    last = max((of.start for of in item.points if of.start <= step.start), default=item.points[0].start)
    return point.start == last


def keeps_step(item: Item, told: Sequence[Outcome]) -> bool:
    """Tell whether what comes next to an item is said of some of its verdicts, and not in the words of a point."""
    step = item.spans.get("next_step")
    if step is None or any(of.start <= step.start < of.end for of in item.points):
        return False
    return _owner_of_step(item, step) in told


def _owner_of_step(item: Item, step: Span) -> Outcome | None:
    """Return the verdict from which what comes next goes on: the last before it, else the first."""
    ahead = [one for one in item.outcomes if one.start <= step.start]
    return max(ahead, key=lambda one: one.start) if ahead else next(iter(item.outcomes), None)


def is_of_one_matter(item: Item) -> bool:
    """Tell whether an item is no bag of several matters under a heading like 其他事项."""
    return item.label is None or OTHERS.fullmatch(item.title.strip()) is None


def _rules_on_all(item: Item, text: str) -> bool:
    """Tell whether an item has one verdict, and that names no other thing than its matter: 决定暂缓, 不同意该方案."""
    if len(item.outcomes) != 1 or not is_of_one_matter(item) or _GENERAL.search(item.title):
        return False
    [verdict] = item.outcomes
    opened = max(text.rfind(sign, item.start, verdict.start) for sign in "。；;\n") + 1
    said = one_line(text[max(opened, item.start) : verdict.end]).rstrip("。；，")
    found = list(_RULED.finditer(said))
    if not found or _ASKED.search(said[: found[-1].start()]):
        return False
    ahead = _WHO_RULES.sub("", said[: found[-1].start()].split("，")[-1])
    return all(len(named) < 2 or is_on_the_matter(item.title, named) for named in (ahead, said[found[-1].end() :]))


def _closes(text: str, verdict: Outcome, point: Point) -> bool:
    """Tell whether a verdict ends the sentence that a point begins: 「会议请市住建局一并研究，暂不作结论」."""
    between = text[point.end - 1 : verdict.start]
    return verdict.class_ == "deferred" and point.end <= verdict.start and not _STOP.search(between)


def _goes_on(text: str, verdict: Outcome, start: int) -> bool:
    """Tell whether what starts at a place goes on from a verdict: in its sentence, or in the next to mend the matter.

    「暂缓表决，由县住建局补充测算」「暂缓表决。请县住建局补充测算」, but not 「暂缓表决。县城管局每天巡查」.
    """
    if start < verdict.end:
        return verdict.start <= start
    between = text[verdict.end : start]
    if not _STOP.search(between):
        return True
    return not between.strip("，。；;, \n\u3000") and _MENDS.match(text, start) is not None


def opens_at(text: str, item: Item, start: int) -> int:
    """Return where the row of a verdict starts: with its sentence, where that says on what it is.

    So it does where the verdict says too little beside points (不予同意), and where what was asked for opens the
    sentence: 「对购置设备12台的申请，会议批准8台」.
    """
    before = text[item.start : start]
    opened = item.start + max(before.rfind(sign) for sign in "。；;\n") + 1
    bounds = [one.end for one in (*item.points, *item.outcomes) if one.start < start]
    if opened == item.start or any(end > opened for end in bounds):
        return start
    labelled = _LABEL.match(text, opened, start)
    opened = labelled.end() if labelled else opened
    said = next((one.text for one in item.outcomes if one.start == start), None)
    little = bool(item.points) and said is not None and (len(said) < _SAYS_LITTLE or _MID.match(said) is not None)
    return opened if little or _ON_WHAT.match(text, opened, start) else start


def share(field: str, one: Places, other: Places, beside: Iterable[Places]) -> bool:
    """Tell whether two rows of an item hold one cell: the same verdict, the same next step.

    Where the item has none at all, a value given to one row is given to all of `beside`, the rows of the item.
    """
    places = _places(field, one)
    if places != _places(field, other):
        return False
    return bool(places) or not any(_places(field, row) for row in beside)


def _places(field: str, spans: Places) -> list[tuple[int, int]]:
    """Return where a cell of a row stands in the text."""
    return sorted((span.start, span.end) for name, span in spans.items() if name.partition(".")[0] == field)


def _free(item: Item) -> tuple[Outcome, ...]:
    """Return the verdicts of an item that stand outside every point."""
    return tuple(one for one in item.outcomes if not any(_within(one, of) for of in item.points))


def _within(outcome: Outcome, point: Point) -> bool:
    """Tell whether a verdict stands in a point."""
    return point.start <= outcome.start < point.end


def _on_the_item(item: Item, first: Point, opening: tuple[Outcome, ...]) -> bool:
    """Tell whether the first point opens with a consent to the matter that the item's title names."""
    if len(opening) != 1 or opening[0].class_ not in CONSENTS or _GENERAL.search(item.title):
        return False
    said = one_line(opening[0].text)
    found = _WORD.search(said)
    ahead = first.text[: opening[0].start - first.start]
    return bool(found and _OPENS.match(ahead) and is_on_the_matter(item.title, said[found.end() :]))
