"""When something was done, where only the day is written by which it is to be done."""

from __future__ import annotations

from pipeline.generation.extractive.reading.kinds import Wanted, find
from pipeline.patterns import compiled

WAS_DONE = compiled(
    r"(?:最后|最终|实际上?|到底|究竟|真正|后来)[^，,。？?]{0,6}?(?:是|在|到|拖到)*(?:哪一?天|几月几[号日]|哪个?月|几[号月]|什么时候|啥时候?|何时)(?:才)?"
    r"[^，,。？?]{0,8}?(?:完|好|成|下来|到手|结束|到位|到账|竣工|通过|开工|办结|批复)?(?:了|的)[？?]?$"
)
"""最后是哪天办完的: asks when it was, not by when it must be."""
DUE = compiled(r"\s*(?:之?前|以前|内|之内|底前)")
HAPPENED = compiled(r"已|业经|方获|(?<!将)于[0-9]{4}年|完成了|实际")
TO_COME = compiled(r"应|[需须要](?!求)|拟|将|计划|同意|确保|力争|由|负责|定[于在]|通过|牵头")
"""What says of a day that it was, or that it is to be."""


def tells_when_done(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether a folded sentence may say when something was done; a day by which it is due does not.

    >>> day, asked = Wanted("day"), "证最后是哪天办完的？"
    >>> tells_when_done(day, asked, "5月底前办理完毕"), tells_when_done(day, asked, "证已于5月8日办结")
    (False, True)
    """
    if kind.kind != "day" or not WAS_DONE.search(asked):
        return True
    if not HAPPENED.search(told) and TO_COME.search(told):
        return False
    return any(not DUE.match(told, end) and not told[start:end].endswith("前") for start, end in find(kind, told))


def asks_when_done(asked: str) -> bool:
    """Tell whether a question asks when something was done: 最后是哪天办完的."""
    return bool(WAS_DONE.search(asked))
