"""Reads a statement that asks and answers: the question names the matter, the answer says what holds of it."""

from __future__ import annotations

from pipeline.patterns import compiled

_QUESTION = compiled(r"(?P<question>[^。;!?\n]{2,}[^。;!?\n])\?")
_TELLING = compiled("[0-9a-z<>{}/@《》]")
_OPENS = compiled(r"^(?:那么|那|请问|至于|关于)")
# What asks why, and what asks what is to become of it, says nothing itself
_WHY = compiled(r"是?(?:为什么|为何|何以|因何|缘何|怎么会|怎么就|为啥)(?:会|要)?")
_HOW = compiled(
    r"(?:又|该|应|应该|应当|要|将)?(?:怎么办|怎么样|如何(?:办理|处理|处置|安排|解决|落实)?|怎样(?:处理|办)?|怎么(?:处理|处置|安排|解决|定|说|算)的?)(?:呢|了)?"
)
_WHETHER = compiled(
    r"(?:是不是|是否|有没有|能不能|能否|可否|会不会|要不要|需不需要|同不同意).*$|(?:了没有|没有|了?吗|了?么|与否|不)(?:呢)?$"
)
_WHICH = compiled(
    r"(?:都?有|都?是|包括|为|由|在|从|到|于)?(?:哪些|哪几[个项家位]|哪[个家位项]?|什么|多少|几(?=[个项家位人名月天年])|谁(?:来?(?:办|做|管|定|牵头|负责|当|任|担任|写|拟|出))?|何时|何地|何处|何人)"
    r"(?:部门|单位|组长|主任|人员?|时候|时间|地方|事项?|内容|要求|任务|钱|资金|家|个|项|条|名|位|来|负责|牵头|主持|汇报|配合|办理|完成|报告)?(?:的|呢)?$"
)
_NO_ANSWER_YET = compiled(
    "(?:就|还|一直)?(?:没有?|未能?)(?:能)?(?:定(?:下来?)?|确定|决定|作出?决定|上会|表决|议定|办成|通过|获批|获得?(?:会议)?(?:同意|通过|批准)|同意|批准)(?:下来)?$"
)
_ANSWERS = compiled(
    "(?:^|(?<=[。;?\n]))(?:是的|对的|不是[的了]?|没有|没|是|对|要的|会的|不会|不行|能|不能|可以),"
)  # 没有,该项目暂缓
_PUT_OFF = compiled("缓|再议|再行|另行|退回|不予?(?:同意|通过|批准)|未(?:予|获)?(?:同意|通过|批准)|不成熟")
_VERDICTS = compiled("(?:会议|大会)?(?:原则)?(?:获得?|得到)?(?:同意|通过|批准)(?:了)?$")


def answered(folded: str) -> str:
    """Return a folded text in which each question is put as the matter of the sentence that answers it.

    >>> answered("限养区域的划定为何暂缓?因为意见分歧较大。")
    '限养区域的划定暂缓,因为意见分歧较大。'
    >>> answered("已挂牌的隐患怎么办?仍按原渠道督办。")
    '已挂牌的隐患,仍按原渠道督办。'
    """
    folded = _ANSWERS.sub("", folded)
    parts: list[str] = []
    place = 0
    for match in _QUESTION.finditer(folded):
        matter = _matter(match["question"], folded[match.end() :])
        if _TELLING.findall(match["question"]) != _TELLING.findall(matter):
            continue  # a figure, a title or a link that would go unread
        parts += [folded[place : match.start()], f"{matter}," if matter else ""]
        place = match.end()
    return "".join([*parts, folded[place:]])


def _matter(question: str, answer: str) -> str:
    """Return what a question takes for granted, empty where it takes nothing."""
    text = _OPENS.sub("", question)
    if _WHY.search(text):
        text = _WHY.sub("", text)
        return _NO_ANSWER_YET.sub("", text) if _PUT_OFF.search(answer) else text
    if _HOW.search(text):
        return _HOW.sub("", text).rstrip(",的")
    if _WHETHER.search(text):
        return _VERDICTS.sub("", _WHETHER.sub("", text)).rstrip(",的")
    return _WHICH.sub("", text).rstrip(",的")
