"""What a further verdict of an item says again of the one before it: who voted, what follows, that it comes again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.documents.patterns import COUNTED, MEETING, UNDECIDED
from pipeline.documents.spoken.put_off import UNOPPOSED, Verdict
from pipeline.documents.spoken.verdicts import OF_ANOTHER
from pipeline.minutes import Outcome
from pipeline.patterns import compiled

Repeat = Literal["counted", "follows", "again"]
"""`counted`: who agreed with what was decided; `follows`: what that means; `again`: that the matter comes back."""
# a sentence that names the matter that it puts off, and says of no former one that it comes again
_OF_ITS_OWN = compiled(
    rf"(?!(?:{MEETING}|决定|同意|认为|要求|对)*(?:该|此|本|上述|这|待|等|视|请|由|责成|退回|要求|暂|缓|不|未|再|另行|择期|下一?次))"
    r"(?:[^,。;]{6}[^。;]{0,160}?|[^,。;]{3,5},(?:予以|先)?)(?:暂缓|缓议|暂不)"
)
# 「是否今年招生，待市政府明确编制后再定」「办公楼的用途，留待下次会议讨论」 behind a consent: another matter
_LEFT_OPEN = compiled(
    r"(?:是否[^,。;]{2,40}|(?!该|此|本|上述|具体)[^,。;]{2,40}(?:问题|用途|标准|事宜|一事|归属)(?:,[^,。;]{2,30})?),(?:留待|待|等|视)[^。;]{2,40}?"
    r"(?:再(?:行)?(?:定|研究|议|说)|(?:会议)?(?:讨论|研究|审议))"
    r"|(?!该|此|本|上述)[^,。;]{6,40},(?:本季度|今年|本年度|本轮|本批次?|此次|本次)(?:先|暂)?不(?:安排|推荐|启动|实施|增设|申报)"
    # 「3．拆解项目环境风险较高，待进一步论证」
    r"|(?!该|此|本|上述|具体)[^,。;]{4,40},待(?:进一步|继续)(?:论证|研究|酝酿|评估)(?=[。;]|$)"
)
_NO_LONGER = compiled(r"不再(?:列入|纳入|考虑|保留|推进)|不(?:列入|纳入)")


def repeat_of(found: Verdict, flat: str, former: Sequence[Outcome]) -> Repeat | None:
    """Tell what a verdict found in a sentence says of those before it in its item, `None` where it is one of its own.

    >>> from pipeline.documents.text.clean import Passage
    >>> from pipeline.documents.spoken.verdicts import find_verdict
    >>> before = [Outcome(class_="rejected", text="未予通过", start=0, end=4)]
    >>> text = "责成重新核查,下次会议研究。"
    >>> repeat_of(find_verdict(Passage(text, range(len(text)))), text, before)
    'again'
    """
    if not former:
        return None
    if found.class_ == "approved" and (COUNTED.match(flat) or UNOPPOSED.match(flat)):
        return "counted"
    if found.class_ == "rejected" and _NO_LONGER.search(flat, found.start, found.end):
        # 「暂缓研究。该项目不列入今年计划。」, but 「同意东片改造。西片不纳入今年计划。」
        return "follows" if former[-1].class_ in ("deferred", "rejected") else None
    if found.class_ != "deferred" or OF_ANOTHER.match(flat):
        return None
    if _LEFT_OPEN.match(flat) and former[-1].class_ not in ("rejected", "deferred"):
        return None
    turned_down = any(outcome.class_ == "rejected" for outcome in former)
    if turned_down and _OF_ITS_OWN.match(flat, 0, found.end) and UNDECIDED.search(flat, found.start, found.end):
        # 「会议不同意夜间收费。医院周边收费因意见不一，暂缓实施。」
        return None
    # 「未予通过。责成重新核查，下次会议研究。」: decided, and to come again
    return "again" if turned_down or not UNDECIDED.search(flat, found.start, found.end) else None
