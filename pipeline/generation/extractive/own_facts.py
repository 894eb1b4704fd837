"""Whether who presides, who came and when, is asked of the meeting itself, or of something of which it speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.understanding import asking
from pipeline.generation.understanding.naming import MEETING_KIND
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question

ASPECTS = ("chair", "meeting_date", "place")
FILLERS = compiled(
    r"(?:[是由在来各都将要的得该]|分别|到底|究竟|以后|之后|今后|后来|一般|原定|初步|现在|计划|打算|准备|最[终后]|定[在于到]?|订[在于到]?|安排[在到]?|改[在到]|请问|想问|问一?下|那么?)+$"
)
"""What stands between a meeting and what is asked of it: 那次会到底是由|谁主持."""
A_MEETING = compiled(rf"(?:{MEETING_KIND}|纪要|次|场|回|个会)(?:上|里|中)?$")
ANOTHER = compiled(
    r"(?P<kind>[校区市省县全冬亚残]运|运动|家长|听证|评审|论证|验收|博览|交易|招聘|推介|发布|座谈|动员|培训|演唱|音乐|拍卖|职工?代表?|党代表?|团代表?|人民?代表?|代表大|股东|业主|签约|碰头|"
    r"现场|宣讲|展销|订货|庙|灯|晚|年|全|誓师|表彰|启动|交流|说明|协商|恳谈|院坝|屋场)大?会?(?:会议)?$"
)
"""A gathering that minutes speak of; the meeting itself only where it is called so."""
WORK = compiled(r"^(?:召集)?[^，。？?、]{0,12}(?:工作|事务|村务|院务|评审|招标|谈判|验收|调度|碰头)(?!会议?)")
"""谁主持日常工作 asks of no meeting."""

COMING = ("attended", "attendance_list")
EXPECTED = compiled(
    r"(?:预计|预期|计划|拟|打算|准备|将要?|大[概约]要?)[^，。？?、；]{0,6}(?:参会|参加|出席|到场|与会|观众|来宾)"
    r"|(?:节|活动|比赛|赛事|大赛|培训班?|讲座|展会|演练|晚会|论坛|仪式|讲堂|运动会|招聘会)(?:上|中)?[^，。？?、；纪]{0,6}(?:多少|几|参加人数|参会人数|到场人数)"
)
"""Who is to come to something that the meeting decided: 开园节预计参会人数."""
OF_THE_MEETING = compiled(r"(?:会议|[次场届]会)的?(?:召开|举行)?(?:的)?(?:日期|时间)$")
TIME_OF = compiled(
    r"[上里]?的?(?!(?:召开|举行|举办|开会|开始|结束|具体|准确|会议|原定|上)+的?(?:时间|日期))[^，。？?、；：\s的]{2,16}的?(?:时间|日期)(?:是|为|定[在于]|在)?$"
)
"""What stands between a meeting and when, where the time of something else is asked: 专题会|大坝截流时间是|哪天."""
OPENS = compiled(r"会议?")
WHEN = compiled(asking.WHEN)
BY_THEN = compiled(rf"{asking.WHEN}(?:之|以)?前")
"""什么时候之前开: by when something is due."""


def of_something_else(question: Question, held: Sequence[Source]) -> bool:
    """Tell whether who presides, or when, is asked of something that the meeting decided: 运动会哪天开.

    Args:
        question: the question as understood.
        held: the documents in scope; what they call their own meeting is the meeting.
    """
    if question.aspect in COMING and not question.claim and EXPECTED.search(question.text):
        return True
    found = asking.find_aspect(question.text) if question.aspect in ASPECTS and not question.claim else None
    if found is None or found.aspect != question.aspect:
        return False
    if WORK.search(question.text[found.end :]) or BY_THEN.search(question.text):
        return True
    if OF_THE_MEETING.search(question.text, 0, found.end) and not ANOTHER.search(question.text[: found.start]):
        return False
    when = WHEN.search(
        question.text, found.start, found.end
    )  # 联席会|什么时候开: the word for a meeting is read with it
    words = OPENS.finditer(question.text, found.start, when.start() if when else found.start)
    start = max((word.end() for word in words), default=found.start)
    if when and TIME_OF.fullmatch(question.text, start, when.start()):
        return True
    before = FILLERS.sub("", question.text[:start]).rstrip("，。；：:、？? \u3000")
    ends = {len(before), len(question.text[:start].rstrip())}
    subject = re.split(r"[，。；：:、？?\s]", before)[-1]
    if not subject or any(end in ends for _, end in question.scope.mentions):
        return False
    other = ANOTHER.search(subject)
    if other:
        return not any(f"{other['kind']}会" in name for source in held for name in _names(source))
    if question.aspect == "place":
        return False
    return not A_MEETING.search(subject) and bool(_own(subject, question, held))


def _own(subject: str, question: Question, held: Sequence[Source]) -> str:
    """Return what a subject says beside what names the meeting, the body and the date."""
    left = subject
    start = question.text.rfind(subject)
    for at, end in sorted(question.scope.mentions, reverse=True):
        if start <= at and end <= start + len(subject):
            left = left[: at - start] + left[end - start :]
    names = "".join(name for source in held for name in _names(source))
    pairs = [left[at : at + 2] for at in range(len(left) - 1)]
    return left if any(re.fullmatch(r"[一-鿿]{2}", pair) and pair not in names for pair in pairs) else ""


def _names(source: Source) -> list[str]:
    entry = source.entry
    names = (entry.name, entry.meeting_name, entry.issuing_body, entry.file, source.document.title)
    return [name for name in names if name]
