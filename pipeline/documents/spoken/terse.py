"""Items in which nobody speaks for the meeting (会议要求…): a bare line that says who does what is decided there."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.documents.duties.extract import generic_leads, lead_units
from pipeline.documents.patterns import MEETING
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

_MEETING_SPEAKS = compiled(
    rf"{MEETING}[^,。;:]{{0,12}}?(?:要求|明确|决定|议定|同意|通过|指出|强调|认为|商定|确定|责成|听取|审议|研究|讨论|提出|部署|请)"
)
# 「市应急局报：…」「北崖县提出…」: what somebody tells the meeting, thinks, or asks of it
_TELLS = compiled(
    r"[报讲]:|说(?![服明法])|嫌|抱怨|质疑|汇报|反映|介绍|通报了|提出|建议|认为|提议|担心|意见|申请|要求|请求|表示|希望|主张|解释|顾虑|作说明|报告。|主持|提名|回避|弃权|反对|赞成|投票|表决|缺席|到会|出席|列席|请假|发言|获悉|据[^,。;]{2,8}[,:]"
)
# 「目前水位…」「昨日上报…」: how things stand, and what has been done
_STANDS = compiled(
    r"目前|现有|现已|已[经\u4e00-\u9fff]|曾|上(?:次|期|周|月|年|半年|季度)|去年|昨[天日夜晚]|累计|同比|环比|预计|预报|截至|因|由于|[仍尚]未|没有|不足|不够|测算|估算|查明|发现|愿意|承诺|答复|需(?:资金|投入|[约增]?\d)"
    r"|[\u4e00-\u9fff](?:了(?!解)|过(?![程渡于度后去节夜]))"
)
LONGEST_LINE = 90
"""Characters of a line of notes; a longer paragraph tells how things are, too."""
_ENDS = ("。", ";", "!")


def nobody_speaks(passages: Iterable[Passage]) -> bool:
    """Tell whether an item is written in short lines that never say what the meeting does: 「会议要求」「会议同意」.

    >>> nobody_speaks([Passage("市住建局巡查。", range(7))]), nobody_speaks([Passage("会议要求巡查。", range(7))])
    (True, False)
    """
    return not any(len(passage.flat) > LONGEST_LINE or _MEETING_SPEAKS.search(passage.flat) for passage in passages)


def bids_barely(sentence: Passage, there: frozenset[str]) -> bool:
    """Tell whether a sentence says who does what and nothing else, as notes taken in haste do.

    >>> text = "安置点三处,市民政局管吃住。"
    >>> bids_barely(Passage(text, range(len(text))), frozenset())
    True
    """
    if tells_how_it_is(sentence.flat):
        return False
    return bool(lead_units(sentence, listed=True, there=there) or generic_leads(sentence, listed=True, there=there))


def tells_how_it_is(flat: str) -> bool:
    """Tell whether a line of notes says what somebody told or how things stand, or is no whole sentence.

    >>> tells_how_it_is("市水务局报:水位上涨。"), tells_how_it_is("外架11月12日前拆完。")
    (True, False)
    """
    return flat[-1:] not in _ENDS or bool(_TELLS.search(flat) or _STANDS.search(flat))
