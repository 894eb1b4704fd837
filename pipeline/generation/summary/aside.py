"""Whether the verdicts of an item are on nothing but a side matter, so that its main decision is told before them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.columns import one_line
from pipeline.generation.summary.grounds import on_what_stands_before
from pipeline.generation.summary.told import Source
from pipeline.minutes import Item
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.summary.detail import Detail

_MAIN = 5.0
"""How much more the main decision weighs."""
# 「其余6户的方案予以同意」: of which, says what was decided before
_REST = compiled(r"(?:会议)?(?:同意)?(?:其余|其他|余下|另外)")


def is_aside(source: Source, item: Item) -> bool:
    """Tell whether each verdict of an item is on what somebody proposed, or on the rest of what was decided before."""
    return bool(item.outcomes) and all(
        on_what_stands_before(source, item, one) or bool(_REST.match(one_line(one.text))) for one in item.outcomes
    )


def main_first(source: Source, item: Item, found: list[Detail]) -> list[Detail]:
    """Return details with the first decision weighing much more where the verdicts are on nothing but a side matter.

    「街道食堂续签｜①不再续签，重新采购；②某同志建议引入订餐平台，未采纳」: not adopted is not what was decided.
    """
    if not found or not is_aside(source, item):
        return found
    first = min(found, key=lambda one: one.place)
    return [replace(one, weight=one.weight * _MAIN + _MAIN) if one is first else one for one in found]
