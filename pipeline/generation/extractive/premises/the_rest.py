"""Whether the rest of a list was agreed to where one of it was turned down: then that is no verdict on the list."""

from __future__ import annotations

from pipeline.patterns import compiled

AGREED = compiled(r"其[余他它][^，。；]{0,8}(?:同意|通过|照准)")
GOES_ON = compiled(r"\s*其[余他它](?![^，。；]{0,12}(?:不|未|暂|缓))")
NEXT = 30
"""Characters behind a verdict in which the rest is told."""


def rest_agreed(said: str, after: str = "") -> bool:
    """Tell whether a sentence that turns one of several down, or what follows on it, grants the rest.

    >>> rest_agreed("乔某一户未通过，其余同意上报"), rest_agreed("对3部不予奖补；", "其余9部按每部12万元奖补")
    (True, True)
    >>> rest_agreed("对3部不予奖补；", "其余9部暂缓")
    False
    """
    return bool(AGREED.search(said) or GOES_ON.match(after[:NEXT]))
