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

LIMIT = compiled(r"(?:完成|办理)?(?:时限|时间|期限)[:：][^，。；;,]{2,30}?(?:之?后|以后)(?=$|[。；;，,\s])")
"""完成时限：竣工决算批复后, of the label behind a task."""
PUT_OFF = compiled(r"不再(?:实施|进行|推进|建设|改造|安排|开展)|留待|暂不(?:实施|安排|考虑|推进|建设)|待条件成熟")
"""Says that no time is set: 从计划中调出，不再实施改造; 留待三期统筹考虑."""
ON_IT = 3
"""Pairs of characters that such a sentence must share with the question."""


def tells_what_it_waits_for(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether a folded sentence says what must come first, where a question asks when.

    >>> day = Wanted("day")
    >>> tells_what_it_waits_for(day, "渡口什么时候能重新开", "验收合格后方可恢复使用")
    True
    >>> tells_what_it_waits_for(day, "渡口哪天重新开", "验收合格后方可恢复使用")
    False
    >>> tells_what_it_waits_for(day, "护栏什么时候装", "待护栏装好后再开放公园")
    False
    >>> tells_what_it_waits_for(day, "西渡口什么时候翻修", "西渡口从计划中调出，不再实施翻修")
    True
    >>> tells_what_it_waits_for(day, "协议什么时候签", "签订协议。完成时限：一期验收达标后")
    True
    """
    if kind.kind != "day" or not WHEN.search(asked):
        return False
    if LIMIT.search(told):
        return True
    if PUT_OFF.search(told) and sum(pair in told for pair in _pairs(asked)) >= ON_IT:
        return True
    if not WAITS.search(told):
        return False
    left = WAITS.sub("，", told)
    inside = sum(pair in told and pair not in left for pair in _pairs(asked))
    return sum(pair in left for pair in _pairs(asked)) >= inside


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
