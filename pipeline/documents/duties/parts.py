"""Which part a party has in what is to be done, from the words behind its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.documents.duties.duty_words import (
    AIDS,
    BESIDE,
    CARRIES,
    CHARGED,
    CLAUSE,
    DEALS_WITH,
    HELPER,
    JOINTLY,
    LEAD,
    LENDS,
    NARRATED,
    NO_DUTY,
    ONLY_HOW,
    ORGANIZES,
    SEES_ON,
    STANDS,
    SUPPORT,
    SUPPORTED,
    TOPIC,
)
from pipeline.documents.duties.label_words import MARKED
from pipeline.documents.duties.parties import Place
from pipeline.patterns import compiled

Part = Literal["lead", "obliged", "support", "beside", "also", "alone"]
"""Leads in so many words; is told to act; supports; helps where another leads and acts where none does (`beside`);
acts where another leads or is told to (`also`); acts where nobody else does (`alone`)."""


# 「市财政局要支付已验收项目的尾款」: told to act, whatever is done already
BOUND = compiled("要|应|须|需|务必|必须|尽快|抓紧|立即")
# 「已预订的商户由招商局逐户说明」 says of the shops, not of the bureau, that something is done
# nor does 「由审计局对已完成的投资开展审计」
_DONE = compiled(
    r"已(?![^,。;]{1,24}?的[^,。;]{1,24}由|[^,。;]{1,10}的(?=[\u4e00-\u9fff\d“《])(?!时候|基础|情况|前提))"
)

# 「由人事处牵头，纪检组全程监督，5月底前完成」: watches in the midst of what another does
_WATCHES = compiled(
    r"(?:负责|做好|进行|实施|开展|予以|安排人员|派员|派人|全程|全过程|同步|跟踪|现场|参与){0,3}监督(?:工作)?$"
)
# 「由市政府第8次常务会议议定的6月底提前至5月20日」: who met is not told to act
_OF_A_MEETING = compiled(
    r"第[\d一二三四五六七八九十百]{1,4}[次届期]"
    r"|(?:党组|局务|常务|专题|办公|主任|总经理|校长)*(?:扩大)?会议?(?:议定|确定|决定|明确|研究|审定|定下)"
)
# 「由副区长任组长」: who heads those that are to act
_HEADS_THEM = compiled(
    r"(?:担|兼)?任(?:项目|工作|领导|专班|协调)?(?:小?组)?(?:组长|队长|总?召集人|总?指挥(?:长)?|指挥长|总?协调人|专班长|总?负责人|班长)(?!的)"
)
_IS_SUPPORT = compiled(
    r"(?:作为|为)(?:配合|协办|协同|参与|成员)(?:部门|单位)|[为任](?:专班|工作组|小组|领导小组)?成员(?=[,。;]|$)|(?:担|兼)?任(?:专班|工作组|领导小组)?副(?:组长|总?指挥(?:长)?|召集人)"
)
# 「成立组委会，由副市长任主任」: who heads a body that is set up
_HEADS_BODY = compiled(r"(?:担|兼)?任(?:组委会|筹委会|委员会|领导小组)?(?:主任|主席|理事长|会长)(?=[,。;]|$)")
_SET_UP = compiled(r"(?:成立|组建|设立)[^。;]{2,30}(?:委员?会|组|指挥部|专班)[^。;]{0,12}$")


def word_before(text: str, anchor: int) -> str:
    """Return the word before a party by which it is bidden, 由 where it is another than these."""
    return next((word for word in ("委托", "督促", "指导", "授权") if text.endswith(word, 0, anchor)), "由")


def part_of(text: str, act: int, start: int, end: int, *, word: str, joined: bool) -> Part | None:
    """Tell which part a subject has from the words at `act`, or `None` where it is not told to act.

    `word` is what bids the subject (由, 委托), "" where nothing does; `joined` tells that others stand behind 会同.
    """
    if _OF_A_MEETING.match(text, act, end):
        return None
    if _IS_SUPPORT.match(text, act, end) or _supports(text, act, end):
        return "support"
    if BESIDE.match(text, act, end) or (not word and not joined and JOINTLY.match(text, act, end)):
        return "beside"
    if not word and text[start - 1 : start] == "," and SEES_ON.match(text, act, end):
        return "beside"
    if word in ("", "由") and text[start - 1 : start] == text[end : end + 1] == "," and _WATCHES.match(text, act, end):
        return "beside"
    if AIDS.match(text, act, end):
        return "beside"
    if LEAD.match(text, act, end) or (word and _HEADS_THEM.match(text, act, end)):
        return "lead"
    if word and _HEADS_BODY.match(text, act, end) and _SET_UP.search(text, 0, start):
        return "lead"
    if (
        NO_DUTY.match(text, act, end)
        or NARRATED.match(text, act, end)
        or STANDS.match(text, act)
        or (_DONE.search(text, start, end) and not BOUND.match(text, act, end))
    ):
        return None
    if word == "委托":
        return "alone"
    if DEALS_WITH.match(text, act, end):
        return "lead" if word else None
    if act >= end or (text[act] in "、,和与及" and not text.startswith("及时", act)):
        return None if not word or act < end else "lead"
    if word in ("督促", "指导"):
        return "alone"
    return "lead" if word else "obliged"


def part_by_name(text: str, place: Place) -> Part | None:
    """Tell the part of a party that its name tells: 「各协办单位要高度重视」."""
    return "support" if HELPER.match(text, *place) else None


def parted_by_sign(text: str, places: list[Place], part: Part) -> Iterator[tuple[Place, Part]]:
    """Yield the parties of a list with the part of each: of 「由县水利局（牵头）、县林业局落实」 one leads."""
    signs = [MARKED.search(text, *place) for place in places]
    for (start, end), sign in zip(places, signs, strict=True):
        if sign:
            yield (start, sign.start()), "lead"
        else:
            helps = part in ("lead", "obliged") and any(signs)
            yield (start, end), part_by_name(text, (start, end)) or ("support" if helps else part)


def goes_on_to_support(text: str, act: int, end: int) -> bool:
    """Tell whether a clause says no more than how, and the next that its party supports: 「要各司其职，积极配合」."""
    if not ONLY_HOW.match(text, act, end) or not text.startswith(",", end):
        return False
    following = CLAUSE.match(text, end + 1)
    return following is not None and SUPPORT.match(text, *following.span()) is not None


# 「组长改由李明担任」「负责人由李明接任」
_IN_OFFICE = compiled("担任|接任")
_STILL = compiled("(?:现|拟|决定|同意)?(?:改|调整|变更|仍|继续|暂|统一)?$")


def takes_office(text: str, start: int, bidden: int, act: int) -> bool:
    """Tell whether a clause says who from now on heads those that are to act: 「组长由李明担任」."""
    if not _IN_OFFICE.match(text, act):
        return False
    still = _STILL.search(text, start, bidden)
    charged = CHARGED.search(text, start, still.start() if still else bidden)
    # 「副组长由李明、王华担任」: those stand beside him who heads them
    return charged is not None and text[charged.start() - 1 : charged.start()] != "副"


def after_organizer(text: str, start: int, anchor: int, places: list[Place], act: int) -> bool:
    """Tell whether every one of a class carries out what another organizes: 「由科研院组织、各学院落实」."""
    organized = ORGANIZES.search(text, start, anchor)
    carried = all(LENDS.match(text, *place) for place in places) and CARRIES.match(text, act)
    return organized is not None and organized.end() == anchor and carried is not None


def _supports(text: str, act: int, end: int) -> bool:
    beside = BESIDE.match(text, act, end)
    return not beside and bool(SUPPORT.match(text, act, end) or SUPPORTED.match(text, act, end))


# 「水源点超标问题，由市环境局牵头」, but not 「宣传部梳理共性问题，形成长效机制」
_OF_TOPIC = compiled(
    r",(?:由|请|责成|授权|委托|会议?|会上|经|同意|原则|决定|待|暂|不|按|参照|要|应|须|可|仍|继续|已|因"
    r"|[省市县区州镇乡各相有本该]|[\u4e00-\u9fff]{2,10}(?:局|委|办|部|处|科|中心|公司|镇|街道|同志|牵头|负责))"
)


def is_topic(text: str, start: int, end: int) -> bool:
    """Tell whether a clause only says of what the next one speaks: 「…问题，由市环境局牵头」.

    >>> is_topic("水源点超标问题,由市环境局牵头", 0, 7), is_topic("宣传部梳理共性问题,形成长效机制", 0, 9)
    (True, False)
    """
    return TOPIC.search(text, start, end) is not None and _OF_TOPIC.match(text, end) is not None
