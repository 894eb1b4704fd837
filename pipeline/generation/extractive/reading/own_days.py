"""Days that are none of what is asked when: up to which is reported (截至3月底), or on which an earlier meeting was."""

from __future__ import annotations

from pipeline.generation.extractive.reading.kinds import Wanted, holds
from pipeline.patterns import compiled

OF_A_REPORT = compiled(r"截[至止到][^，,。；;]{0,14}?(?:[日底初旬月年前]|目前)")
OF_A_MEETING = compiled(
    r"(?:[0-9]{4}年|[今去前]年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[份底初]|[上中下]旬)?(?:的)?[^，,。；;]{0,10}?(?:办公会|常务会|联席会|党组会|党委会|院务会|专题会|董事会|局务会|例会|会议)"
    r"(?:曾|已|原)?(?:上|确定|议定|要求|明确|决定|定)"
)
ASKS_OF_THEM = compiled(
    r"截[至止]|会(?:议|上)?(?:是|在)?(?:什么时候|何时|哪)|(?:什么时候|何时|哪[天次年月])[^，,。？?]{0,8}?(?:定|开的|会|议|研究|说|提|要求)"
)


def besides_the_act(asked: str, told: str) -> bool:
    """Tell whether a folded sentence names a day that may be the one asked for.

    >>> asked = "搁置的电梯什么时候能装"
    >>> besides_the_act(asked, "截至3月底,搁置133部"), besides_the_act(asked, "截至3月底搁置3部,6月底前装完")
    (False, True)
    """
    if ASKS_OF_THEM.search(asked):
        return True
    day = Wanted("day")
    left = OF_A_MEETING.sub("，", OF_A_REPORT.sub("，", told))
    return holds(day, left) or not holds(day, told)
