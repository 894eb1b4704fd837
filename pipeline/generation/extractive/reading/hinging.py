"""When something comes, where no day is set: what it waits for (验收合格后再行接收) is the answer."""

from __future__ import annotations

from pipeline.generation.extractive.reading.kinds import Wanted
from pipeline.patterns import compiled

WHEN = compiled(r"(?<!最[晚迟])什么时(?:候|间)|啥时候?|何时|多会儿|几时|(?:什么|啥)(?:情况|条件)下?(?:才|可以|能)")
"""Asks when; 最晚什么时候, 哪天 and 几月几号 ask for a day."""
WAITS = compiled(
    r"[等待][^，。；;,]{2,24}?(?:之?后|再|才)|[^，。；;,]{2,24}?(?:之?后|以后)[，,]?(?:再|方可?|才|另行|予以|恢复|重新|可以?|即可|即行)"
    r"|(?:未|没有?|尚未)[^，。；;,]{2,20}?(?:之?前)?[，,]?(?:不得|不准|不能|暂不|先不|一律不)|[^，。；;,]{2,20}(?<![0-9年月日底末初])前[，,]?(?:不得|不准|暂不|先不)"
)
"""What something waits for; 9月底前不得 is a day, and found as one."""


def tells_what_it_waits_for(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether a folded sentence says what must come first, where a question asks when.

    >>> day = Wanted("day")
    >>> tells_what_it_waits_for(day, "渡口什么时候能重新开", "验收合格后方可恢复使用")
    True
    >>> tells_what_it_waits_for(day, "渡口哪天重新开", "验收合格后方可恢复使用")
    False
    >>> tells_what_it_waits_for(day, "护栏什么时候装", "待护栏装好后再开放公园")
    False
    """
    if kind.kind != "day" or not WHEN.search(asked) or not WAITS.search(told):
        return False
    left = WAITS.sub("，", told)
    inside = sum(pair in told and pair not in left for pair in _pairs(asked))
    return sum(pair in left for pair in _pairs(asked)) >= inside


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
