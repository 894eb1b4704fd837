"""A task that says no more than who or by when is one row with the verdict before it: 会议同意开工，6月底前完成."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.documents.spoken.verdicts import CONSENTS
from pipeline.documents.text.sentences import comma_outside
from pipeline.generation.closing import only_by_when
from pipeline.generation.order_cells import LEADING, doing, with_limits
from pipeline.minutes import Item, Outcome, Point
from pipeline.patterns import compiled

SAYS = 4
"""Characters at least that say what is to be done, beside who and when."""
# 「完成时间由6月底调整为9月底前」「牵头单位改为市水务局」「由副区长任组长」: of what stands before it
_OF_IT = compiled(
    r"(?:[\u4e00-\u9fff]{0,8}(?:单位|部门|责任人|负责人|牵头人|联系人|时限|时间|期限|工期|日期|节点)"
    r"(?:由[^，。；;]{2,24})?(?:相应|同步|一并|统一|也|暂|仍|现|再)*(?:调整|变更|更改|改|换|延|顺延|推迟|提前|定|为)"
    r"|(?:由[^，。；;]{2,20}|[^，。；;由]{2,10})(?:担?任|为)(?:[^，。；;]{0,6})(?:组长|召集人|总?指挥|总?负责人|总?协调人))"
)
_PARTS = compiled(r"[。；;！？\n]\s*.")


def with_verdict(item: Item, point: Point, charging: Outcome | None, text: str) -> tuple[Point, Outcome | None]:
    """Return a point as its row shows it, and the consent before it in its sentence where the row shows that too.

    Args:
        item: the item, with its verdicts.
        point: one of its points.
        charging: the verdict whose sentence charges somebody, as `item.charge` says.
        text: the document's text, in which all stand.
    """
    verdict = _before(item, point, text)
    if verdict is None:
        return point, None
    return _joined(point, verdict, item.charge if charging is verdict else None, text), verdict


def _before(item: Item, point: Point, text: str) -> Outcome | None:
    """Return the consent that stands before a point in its sentence, where the point says no more than who or when."""
    before = [one for one in item.outcomes if one.end <= point.start and one.class_ in CONSENTS]
    verdict = max(before, key=lambda one: one.end, default=None)
    if verdict is None or not _leans(point) or _PARTS.search(text, verdict.end, point.start + 1):
        return None
    return None if any(verdict.start < one.end <= point.start for one in item.points) else verdict


def _leans(point: Point) -> bool:
    """Tell whether a point says nothing without the words before it."""
    if point.label or _PARTS.search(point.text):
        return False
    limit = point.spans.get("deadline")
    if limit and only_by_when(point.text, limit.start - point.start, limit.end - point.start):
        return comma_outside(point.text, 0, len(point.text), signs="，,") is None
    return _OF_IT.match(point.text) is not None or len(doing(point, 0, len(point.text))) < SAYS


def _joined(point: Point, verdict: Outcome, charge: Point | None, text: str) -> Point:
    """Return a point as one with the verdict before it, and with those whom the words of that charge."""
    whole = replace(point, start=verdict.start, text=text[verdict.start : point.end])
    if charge is None:
        return whole
    spans = dict(whole.spans)
    told: dict[str, Any] = {}
    for field in LEADING:
        names: Sequence[str] = getattr(charge, field)
        own: Sequence[str] = getattr(point, field)
        more = [name for name in own if name not in names]
        places = [charge.spans.get(f"{field}.{index}") for index in range(len(names))]
        places += [point.spans.get(f"{field}.{own.index(name)}") for name in more]
        told[field] = (*names, *more)
        spans = {name: place for name, place in spans.items() if name.partition(".")[0] != field}
        spans |= {f"{field}.{index}": place for index, place in enumerate(places) if place is not None}
    limits = [(limit, point.spans[name]) for name, limit in point.limits if name in point.spans]
    bare = replace(whole, **told, spans=spans)
    first = [(limit, charge.spans[name]) for name, limit in charge.limits if name in charge.spans]
    return with_limits(replace(bare, deadline=None, further_deadlines=()), [*first, *limits])
