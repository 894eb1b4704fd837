"""Whether 第N次 in a question is a meeting of ours: 第4次谁主持 is, 第七次全国人口普查 and 第一次上会 are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.understanding.meeting_kinds import of_level
from pipeline.generation.understanding.naming import MEETING_NUMBER
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

NO_MEETING = compiled(
    r"普查|调查|革命|分配|战役|修[改订正]|征求|党代|人代|代表大会|团代|职代|妇代|听证|拍卖|招标|流标|会考|全会"
    r"|上会|过会"
)
"""After 第N次, what is no meeting of ours: 第七次全国人口普查, 第十二次党代会; 第一次上会 counts how often."""
KIND = compiled(
    r"常务会|常委会|党组会|党委会|(?:主任|总经理|[省市县区州镇乡校院局厅处]长)办公会|[董监理]事会|[校院局厅处]务会|联席会|专题会"
)
LEVEL = compiled(r"(?P<level>[省市县区州旗镇乡])(?:(?:人民)?政府|(?=常务))")
ASKED_OF_A_MEETING = compiled(
    r"\s*(?:$|[，。？?、；：:）)】和与及跟到至]|[的了]?(?:由|是|谁|哪|有|几|多|讨|审|研|议|呢|在|主持|列席|出席|请假|缺席|参加|通过|同意|上|里|会|那|这|学习|一共|总共|什么|啥|怎|定[的下了]|说[的了]|变成|会后))"
)
"""What goes on after 第N次 alone, where that is a meeting: 第4次谁主持, 第4次和第50次."""
TIME_OF_A_MATTER = compiled(
    r"(?:第[一二三四]|头一|首|前一|上一)[次回](?:被|又)?(?:上会|过会|提(?:出|交|请|上)|申请|申报|送审|研究|讨论|审议|议)"
)
BARE_TIME = compiled(r"第[一二三四]次")
"""第一次上会怎么定的，第二次呢: the second counts how often a matter came up as well, and names no meeting."""
FIRST_OF_A_MATTER = compiled(
    r"(?:第一|首|头一?)[次回](?=(?:被|又)?(?:上(?:[一-鿿]{2,10}会|会)|提出|提交|提请|申请|申报|送审|研究|讨论|审议|商议|议|谈)(?!题|程|事))"
)
"""第一次研究扩建时, 第一次上区政府常务会议: when a matter first came up, and no meeting by its number."""
GOES_ON = compiled(r"\s*(?:又|才|定|却|再|还|就|则|也|把|改|给|调|推|延|变|决|要求|明确)")
"""What goes on after 第N次 alone, where another meeting is named with its kind: 第38次常务会要求…，第40次又改到…."""
BESIDE_A_MEETING = compiled(r"(?:到|至|和|与|及|跟|同|比|较|、)$")
"""What joins 第N次 to another meeting that a question names."""


def names_a_meeting(match: re.Match[str], question: str) -> bool:
    """Tell whether 第N次 is a meeting here: 第4次谁主持 is, 第七次全国人口普查 is none."""
    if match["number"] is None:
        return True
    after = question[match.end() : match.end() + 12]
    told = "" if KIND.search(match.group()) else re.split(r"[，。？?、；]", after)[0][:8]
    if NO_MEETING.search(match.group()) or NO_MEETING.search(told):  # 第44次常务会要求征求意见 is a meeting
        return False
    if FIRST_OF_A_MATTER.match(question, match.start()):
        return False
    if BARE_TIME.fullmatch(match.group()) and TIME_OF_A_MATTER.search(question[: match.start()]):
        return False
    if match.group().rstrip()[-1] != "次" or ASKED_OF_A_MEETING.match(after):
        return True
    linked = BESIDE_A_MEETING.search(question[: match.start()])  # 第9次常务会跟第7次定的比
    others = [other for other in MEETING_NUMBER.finditer(question) if other.end() != match.end()]
    if any(other.group().rstrip()[-1] != "次" for other in others) and GOES_ON.match(after):
        return True
    return linked is not None and bool(others)


def of_its_kind(wording: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the meetings of the kind that 第N次… names, or all where none is called so.

    The 12th 主任办公会 is no 校长办公会, nor the 39th of 区政府 that of a county.
    """
    level = LEVEL.search(wording)
    own = [one for one in entries if level and of_level(level["level"], one)]
    entries = own or entries
    kind = KIND.search(wording)
    if kind is None:
        return list(entries)
    named = [(one, "".join(f"{one.meeting_name or ''}{one.name}".split())) for one in entries]
    called = [one for one, name in named if kind.group() in name or not KIND.search(name)]
    return called or list(entries)
