"""The names of bodies: how a question opens, shortens or varies the name under which minutes know theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.documents.duties.units import find_units
from pipeline.generation.understanding.asking import ORDINAL
from pipeline.generation.understanding.naming import GENERIC_PLACE, mark_of
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.mentions import GENERIC_OPENING
from pipeline.simplified import simplified

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

NO_BODY = compiled(
    r"^(?:[省市县区镇乡州]人民?$|[省市县区镇乡州]?(?:人民)?(?:政|政府|党组|常务|常委|党委|委员会|长|第)|会议|议题|[0-9一二三四五六七八九十〇]|董事|监事|理事|总经|经理|总裁|校长|院长|局长|主任|区长|市长|县长|镇长|常委|厅务|局务|委务|校务|院务|室务|处务|所务|学术|教代|职代|办公会|党政|联席|专题|通知|全市|全省|常务|规范|报送)"
)
BODY_END = compiled(
    r"^.{1,16}?(?:省|市|县|区|州|旗|镇|乡|村|街道|集团|公司|学院|大学|医院|学校|中学|局|厅|委员会|管委会|研究院|协会|银行)"
)
COMMITTEE = compiled(r"[省市县区州旗镇乡]委")
"""The committee of a level, without its place."""
HAN = compiled(r"[一-鿿]{2}")
SEAT = compiled(
    r"^[一-鿿]{1,6}?(?:省|市|县|区|州|旗|镇|乡|街道)(?:委|(?:人民)?政府)?(?=(?![省市县区州旗镇乡])[一-鿿]{2,5}(?:街道|镇|乡|村|社区)"
    r"(?:党?工作?委|党委|委员会|办事处|(?:人民)?政府|村民|居民|[“\"]?两委))"
)
"""The place above, before the body of a smaller one: 临川市云溪区委城东街道工作委员会 is called by its street."""
ZONE = compiled(
    r"^(?P<place>[一-鿿]{2,6}?)(?:国家级|省级)?(?P<zone>(?:经济技术|经济)?开发区|经开区|高新(?:技术)?(?:产业)?(?:开发)?区)"
)
"""A zone is written in several forms: 某某经济技术开发区管理委员会, 某某经开区管委会."""
HEAD = "投司团行院校大控水发建科矿网局委会办"
"""How a name written short ends: 交投 of 交通投资集团, 三院 of 第三人民医院, 总办会 of 总经理办公会."""
ALONE = compiled(r"行(?![政业为动长])|投(?![资入票放产诉])")
"""农商行, 交投; 行政 and 投资 are words of their own."""
NTH = compiled(rf"(?:[12][0-9]{{3}}年)?第?{ORDINAL}次")
SERIES = 6
"""So long at least is what several meetings are called, to be of one series."""
A_WORD = 0.5
"""Rarity below which two characters are a word of any text (研究, 中心), and no name."""


def body_opening(name: str, question: str) -> str:
    """Return how much of the opening of a name a question holds, where that tells a body.

    >>> body_opening("临川市人民政府常务会议纪要", "临川的停车费")
    '临川'
    >>> body_opening("关于研究内涝治理工作的会议纪要", "联合研究院")
    ''
    """
    proper = _proper(name)
    if proper[:2] not in question:
        proper = SEAT.sub("", proper)
    if proper[:2] not in question or not HAN.match(proper):
        return ""
    ends = BODY_END.match(proper)
    whole = ends.group() if ends else proper[:2]
    held = next((whole[:length] for length in range(len(whole), 1, -1) if whole[:length] in question), "")
    if len(held) < 2 or NO_BODY.match(held) or GENERIC_PLACE.search(held) or _of_a_place(proper, held, question):
        return ""
    return held if (ends and len(held) >= len(whole) - 1) or load_lexicon().rarity(held[:2]) >= A_WORD else ""


def opens_an_office(opening: str, question: str) -> bool:
    """Tell whether a committee is named only with an office of it, which every county has: 县委编办.

    >>> opens_an_office("县委", "县委编办牵头哪些事"), opens_an_office("县委", "县委常委会定了什么")
    (True, False)
    """
    at = question.find(opening)
    offices = find_units(question) if COMMITTEE.fullmatch(opening) else []
    return any(place.start == at and place.end > at + len(opening) for place, _ in offices)


def _of_a_place(name: str, held: str, question: str) -> bool:
    """Tell whether a question means a place where a name goes on otherwise: 临川省 is not 临川理工大学.

    >>> _of_a_place("临川理工大学", "临川", "临川省的基金"), _of_a_place("临川水务集团", "临川", "临川市水务集团的管网")
    (True, False)
    """
    after, rest = question[question.index(held) + len(held) :], name[len(held) :]
    return bool(rest) and after[:1] in tuple("省市县州") and rest[0] != after[0] and after[1:3] != rest[:2]


def short_form(name: str, opening: str, question: str) -> int:
    """Return how many characters after the opening of a name in a question write the rest of that name short.

    >>> short_form("临川交通投资集团有限公司", "临川", "临川交投的充电桩")
    2
    >>> short_form("临川市第三人民医院", "临川", "临川三院夜班费"), short_form("临川市人民政府", "临川", "临川市应急局")
    (2, 0)
    """
    rest, after = (text[text.find(opening) + len(opening) :] for text in (name, question))
    at, told, skipped = 0, 0, False
    for length, character in enumerate(after[:6], start=1):
        found = rest.find(character, at)
        if found < 0:
            break
        skipped, at = skipped or found > at, found + 1
        if skipped and character in HEAD and (length > 1 or ALONE.match(after)):
            told = length
    return told


@lru_cache(maxsize=65_536)  # four names of each document of the library are compared with every question
def _proper(name: str) -> str:
    return GENERIC_OPENING.sub("", "".join(simplified(name).split()))


def of_one_series(entries: Sequence[Entry], ids: Collection[str]) -> set[str]:
    """Return the ids of the entries whose body is not on record and which are of the series of a chosen one.

    甲政常纪〔2025〕8号 is of the body of 甲政常纪〔2025〕6号, though its letterhead could not be read.
    """
    chosen = [entry for entry in entries if entry.document_id in ids]
    known = {mark for entry in chosen if (mark := mark_of(entry))}
    bare = [entry for entry in entries if entry.issuing_body is None]
    return {
        one.document_id for one in bare if mark_of(one) in known or any(_meets_alike(one, other) for other in chosen)
    }


def of_one_zone(entries: Sequence[Entry], ids: Collection[str]) -> set[str]:
    """Return the ids of the entries of the same zone as a chosen one, however either writes its name.

    云江经济技术开发区管理委员会 is 云江经开区管委会.
    """
    chosen = {zone for entry in entries if entry.document_id in ids and (zone := _zone(entry))}
    return {entry.document_id for entry in entries if _zone(entry) in chosen} if chosen else set()


def _zone(entry: Entry) -> tuple[str, bool] | None:
    """Return the place of the zone that an entry is of, and whether it is one of high technology."""
    names = (_proper(name) for name in (entry.issuing_body, entry.name, entry.meeting_name) if name)
    match = next(filter(None, map(ZONE.match, names)), None)
    return (match["place"], match["zone"].startswith("高新")) if match else None


def _meets_alike(entry: Entry, chosen: Entry) -> bool:
    """Tell whether an entry calls its meeting as a chosen one does, but for the place, which opens its number.

    市林长制领导小组第三次会议 with 临林长纪〔2024〕3号 is of the series of 临川市林长制领导小组第二次会议.
    """
    own, whole = (NTH.sub("", one.meeting_name or "") for one in (entry, chosen))
    return len(own) >= SERIES and len(own) < len(whole) and whole.endswith(own) and mark_of(entry)[:1] == whole[:1]
