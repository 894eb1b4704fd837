"""A closing list of who does what: its lines by their columns, and the decisions of the items that it repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.context import Context
from pipeline.documents.duties.units import same_unit
from pipeline.documents.tasks.closing_lists import columns_of
from pipeline.documents.tasks.deadlines import find_deadline
from pipeline.documents.tasks.points import PointMaker
from pipeline.documents.tasks.responsible import Share, shares_of
from pipeline.documents.tasks.task_cells import with_share
from pipeline.minutes import Deadline, Item, Point
from pipeline.patterns import compiled

ALIKE = (0.75, 0.65, 0.4)
"""Which share of a task's pairs of characters a decision and its title must hold to be the one that the list repeats,
where they share neither lead nor day, one of the two, both."""
# 「水库加固。责任科室：工程科；完成时限：9月底前。」
_WHO_AND_WHEN = compiled(
    r"(?:责任|牵头|主办|承办|经办|落实|配合|协办|完成|办结)(?:单位|部门|科室|处室|股室|站所|领导|人员|人|时限|期限|时间)[:：].*"
)
_COLUMNS = 4
_ALL, _OWN, _APART = 0.9, 0.5, 0.1
_SAYS_NOTHING = compiled(r"的|工作|完成|落实|抓好|做好|推进|开展|进行|事项|有关|相关|[,。;:、“”《》() ]")


def by_columns(context: Context, point: Point) -> Point:
    """Return the task of a line that only blanks part into what, who and by when; any other as it is."""
    pieces = columns_of(context.paper.passage(point.start, point.end))
    if not 2 <= len(pieces) <= _COLUMNS:
        return point
    task, *cells = pieces
    share = Share()
    for cell in cells:
        due = find_deadline(cell, date=context.date)
        told = [] if due else shares_of(cell)
        if due and due[1].end - due[1].start >= len(cell.flat) - 2:
            share.deadlines.append(cell)
        elif len(told) == 1 and told[0].leads and not (told[0].task or told[0].topic or told[0].numbers):
            share.supports += told[0].supports + (told[0].leads if share.leads else [])
            share.leads += [] if share.leads else told[0].leads
        else:
            return point
    if not share.leads:
        return point
    made = with_share(context, PointMaker.of(context)(task), share)
    kept = {name: place for name, place in point.spans.items() if name in ("label", "group", "addressed_to")}
    return replace(made, label=point.label, group=point.group, spans={**made.spans, **kept})


def told_once(items: Sequence[Item], listed: Item) -> tuple[tuple[Item, ...], Item]:
    """Return the items with what a closing list adds to their decisions, and the list without what it repeats.

    A task of the list is that of a decision which has its wording, its lead and its day as far as both state them
    (`_fit`), and no other fits as well; the decision then has the names and time limits of both, each where it stands.

    Args:
        items: the items.
        listed: the tasks of the list.
    """
    own: list[Point] = []
    places = [_Place(one, two) for one, item in enumerate(items) for two in range(len(item.points))]
    points = {place: items[place.item].points[place.point] for place in places}
    for task in listed.points:
        fits = sorted((_fit(task, items[place.item], points[place]), place) for place in places)
        if fits and fits[-1][0] > 0 and (len(fits) == 1 or fits[-1][0] - fits[-2][0] >= _APART):
            points[fits[-1][1]] = _both(points[fits[-1][1]], task)
        else:
            own.append(task)
    told = tuple(
        replace(item, points=tuple(points[_Place(one, two)] for two in range(len(item.points))))
        for one, item in enumerate(items)
    )
    return told, replace(listed, points=tuple(own))


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """Which point of which item."""

    item: int
    point: int


def _fit(task: Point, item: Item, decision: Point) -> float:
    """Return how well a decision of an item fits a task of the list, 0 where it cannot be the same.

    The more of lead and day they share, the less of the wording must be one: 「教材由装备中心8月28日前送到各校」 is
    「教材配送　装备中心　8月28日前」.
    """
    pairs = _pairs(_WHO_AND_WHEN.sub("", task.text))
    who, day = _same_names(task, decision), _same_days(task, decision)
    within = _held(pairs, decision.text)
    if who is False or (day is False and not (within >= _ALL and len(decision.lead_units) > 1)):
        return 0.0
    agreed = (who is True) + (day is True)
    # what the title says is of all of its decisions
    beyond = pairs - _pairs(item.title)
    its_own = _held(beyond, decision.text) >= _OWN if beyond else agreed == len(ALIKE) - 1
    whole = _held(pairs, item.title + decision.text)
    return whole + within + agreed if its_own and whole >= ALIKE[agreed] else 0.0


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters of a wording, without those that say nothing of what is to be done."""
    bare = _SAYS_NOTHING.sub("", text)
    return frozenset(bare[index : index + 2] for index in range(len(bare) - 1))


def _held(pairs: frozenset[str], text: str) -> float:
    """Return which share of some pairs of characters stands in a text."""
    within = _pairs(text)
    return len(pairs & within) / len(pairs) if pairs else 0.0


def _same_names(task: Point, decision: Point) -> bool | None:
    """Tell whether one of those who lead has a part in the other too, `None` where one of them names nobody."""
    if not (task.lead_units and decision.lead_units):
        return None
    named = (*decision.lead_units, *decision.support_units)
    return any(one == other or same_unit(one, other) for one in task.lead_units for other in named)


def _same_days(task: Point, decision: Point) -> bool | None:
    """Tell whether a time limit is one in both, `None` where one of them has none."""
    due, days = ([limit for _, limit in one.limits] for one in (task, decision))
    if not (due and days):
        return None
    return any(_is_one(one, other) for one in due for other in days)


def _is_one(limit: Deadline, other: Deadline) -> bool:
    """Tell whether two time limits are worded alike or fall on one day."""
    return limit.text == other.text or bool(limit.date and limit.date == other.date)


def _both(decision: Point, task: Point) -> Point:
    """Return a decision with the names and the time limits that only its repetition states."""
    spans = dict(decision.spans)
    cells: dict[str, tuple[str, ...]] = {}
    known = [*decision.lead_units, *decision.support_units]
    for field in ("lead_units", "support_units", "lead_generic", "support_generic"):
        names = list(getattr(decision, field))
        for index, name in enumerate(getattr(task, field)):
            if not any(name == one or same_unit(name, one) for one in (*known, *names)):
                spans[f"{field}.{len(names)}"] = task.spans[f"{field}.{index}"]
                names.append(name)
                known.append(name)
        cells[field] = tuple(names)
    deadline, further = decision.deadline, list(decision.further_deadlines)
    stated = [(one, task.spans[name]) for name, one in task.limits if name in task.spans]
    for limit, place in stated:
        if deadline is None:
            deadline, spans["deadline"] = limit, place
        elif not any(_is_one(limit, one) for one in (deadline, *further)):
            spans[f"further_deadlines.{len(further)}"] = place
            further.append(limit)
    return replace(
        decision,
        lead_units=cells["lead_units"],
        support_units=cells["support_units"],
        lead_generic=cells["lead_generic"],
        support_generic=cells["support_generic"],
        deadline=deadline,
        further_deadlines=tuple(further),
        spans=spans,
    )
