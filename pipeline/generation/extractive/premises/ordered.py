"""What is ordered beside what was put off: 开放暂缓，由城管局加装护栏 turns down no railing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.extractive.premises.taken import share_of, weight_of
from pipeline.generation.extractive.premises.turned_down import proposes
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.concepts import Concept

OWN = 0.5
"""Share of what is meant beside the title that a sentence must speak of, where an item has no verdict or several."""
ORDER = compiled(
    r"会同|牵头|(?:^|[，,。；;)）])(?:请|由|责成)|负责|[要须应](?=[^求有该当])|[0-9月年]底?前[^，。；]{0,8}(?:完成|报|到位|建成)"
)
"""What opens or marks an order."""


def ordered_apart(said: Iterable[str], beyond: Sequence[Concept]) -> bool:
    """Tell whether one of some folded sentences, none of which turns anything down, orders what is meant.

    Args:
        said: the sentences beside what was turned down.
        beyond: what is meant and the title does not say.
    """
    orders = (one for one in said if ORDER.search(one) and not proposes(one))
    return weight_of(beyond) > 0 and any(share_of(beyond, one) >= OWN for one in orders)
