"""Which lines on who and when are for all orders of a point (责任单位：…), and which for one sentence or for none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.generation.decisions.order_cells import LEADING
from pipeline.minutes import Point
from pipeline.patterns import compiled

_LABELLED = compiled(
    r"(?:责任|牵头|主办|承办|配合|协办|督办|包保|挂牌|完成|落实|办理)(?:单位|部门|领导|人|时限|时间|期限)[：:]|时限[：:]|[【〔\[]牵头|[（(](?:由)?[^（）()]{2,40}(?:牵头|负责|配合)"
)
"""Who and when behind the point are for all of it."""
_BRACKETED = compiled(r"[（(【〔\[][^（）()【】]{0,12}(?:牵头|责任|负责|主办|承办|配合)[^（）()【】]{0,60}[）)】〕\]]")
"""The same behind one sentence; where several have their own, each is for the sentence before it."""
_FOR_ALL = compiled(
    r"(?:以上|上述|前述)[^，,。；;]{0,8}(?:工作|任务|事项|要求|措施|单位|部门)[^，,。；;]{0,6}(?:[由须应要于在]|[0-9])|(?:^|[。；;])[^，,。；;负牵由]{0,24}均[由须应要于在]"
)
"""Says something of the orders together."""
_STEERED = compiled(
    r"[。；;]\s*(?:以上|上述|前述)[^，,。；;]{0,8}(?:工作|任务|事项|要求|措施)[^，,。；;]{0,6}由[^，,。；;]{2,30}(?:负责)?(?:总体|统一|统筹|具体)?(?:协调|统筹|总牵头|牵头抓总)(?:落实|推进|办理|解决)?[。；;]?\s*$"
)
"""The last sentence says who steers them all: each of those before it keeps its own."""
_CLOSES = compiled(r"[\s。；;，,]*")
_TRAILING = compiled(
    r"[\s（(【〔\[]*(?:责任|牵头|主办|承办)(?:单位|部门|科室|处室)[：:][^。\n]*(?:\n\s*(?:配合|协办|协同)(?:单位|部门|科室|处室)[：:][^。\n]*)?[。\s]*$"
)
"""A line behind all sentences of a point, and no more than that."""


def is_for_all(text: str) -> bool:
    """Tell whether a wording says who and when for all its orders together.

    >>> is_for_all("修路。补墙。责任单位：甲局"), is_for_all("修路（牵头单位：甲局）。由乙局补墙。")
    (True, False)
    """
    if _FOR_ALL.search(text) and not _STEERED.search(text):
        return True
    if not _LABELLED.search(text):
        return False
    brackets = list(_BRACKETED.finditer(text))
    if len(brackets) > 1:
        return False
    if not brackets or _CLOSES.fullmatch(text, brackets[0].end()):
        return True
    [bracket] = brackets
    # 「…签约（牵头单位：甲局）。由乙局论证。」: for the sentence that it ends
    return bool(_LABELLED.search(text, 0, bracket.start()) or _LABELLED.search(text, bracket.end()))


def without_repeat(point: Point) -> Point:
    """Return a point without the line at its end that names only those whom its sentences charge already.

    「甲处由甲局修，乙处由乙局修。责任单位：甲局、乙局」: each has his own part.
    """
    line = _TRAILING.search(point.text)
    if line is None:
        return point
    at = point.start + line.start()

    def before(fields: Sequence[str]) -> set[str]:
        """Return whom the sentences before the line name."""
        return {
            name
            for field in fields
            for index, name in enumerate(getattr(point, field))
            if (span := point.spans.get(f"{field}.{index}")) and span.start < at
        }

    ahead, helpers = before(LEADING[:2]), before(LEADING[2:])
    named = {name for field in LEADING for name in getattr(point, field)}
    limits = (place for name, place in point.spans.items() if name.startswith(("deadline", "further")))
    if len(ahead) < 2 or not named <= ahead | helpers or any(place.start >= at for place in limits):
        return point
    return replace(point, text=point.text[: line.start()], end=at)
