"""Whether the verdicts of an item are on nothing but a side matter, so that its main decision is told before them."""

from __future__ import annotations

from pipeline.generation.columns import one_line
from pipeline.generation.summary.grounds import on_what_stands_before
from pipeline.generation.summary.told import Source
from pipeline.minutes import Item
from pipeline.patterns import compiled

MAIN = 5.0
"""How much more the main decision weighs."""
# 「其余6户的方案予以同意」: of which, says what was decided before
_REST = compiled(r"(?:会议)?(?:同意)?(?:其余|其他|余下|另外)")


def is_aside(source: Source, item: Item) -> bool:
    """Tell whether each verdict of an item is on what somebody proposed, or on the rest of what was decided before."""
    return bool(item.outcomes) and all(
        on_what_stands_before(source, item, one) or bool(_REST.match(one_line(one.text))) for one in item.outcomes
    )
