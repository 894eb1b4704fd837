"""A task that says no more than who or by when leans on the verdict before it: 会议同意开工，6月底前完成."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipeline.documents.text.sentences import comma_outside
from pipeline.generation.decisions.closing import only_by_when
from pipeline.generation.decisions.order_cells import LEADING, doing, with_limits
from pipeline.minutes import Point
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


def leans(point: Point) -> bool:
    """Tell whether a point says nothing without the words before it."""
    if point.label or _PARTS.search(point.text):
        return False
    limit = point.spans.get("deadline")
    if limit and only_by_when(point.text, limit.start - point.start, limit.end - point.start):
        return comma_outside(point.text, 0, len(point.text), signs="，,") is None
    return _OF_IT.match(point.text) is not None or len(doing(point, 0, len(point.text))) < SAYS


def with_charge(point: Point, charge: Point) -> Point:
    """Return a point with whom its sentence's verdict charges, where it leans on that, and by when where it says not.

    「同意由县财政局借款90万元，6月底前拨付」 names who, 「改为11月15日，由甲局落实」 when.
    """
    if not leans(point):
        late = [(charge.deadline, charge.spans["deadline"])] if charge.deadline and not point.deadline else []
        return with_limits(point, late)
    spans = dict(point.spans)
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
    limits = [(limit, one.spans[name]) for one in (charge, point) for name, limit in one.limits if name in one.spans]
    return with_limits(replace(point, deadline=None, further_deadlines=(), **told, spans=spans), limits)
