"""The places and bodies that a question names by their shape (榕南市, 景阳三院), and whether a paper is of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.generation.places import places_of
from pipeline.generation.understanding.body_of_a_meeting import stands_in
from pipeline.generation.understanding.meeting_kinds import names_of
from pipeline.generation.understanding.naming import PLACE_NAME
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.mentions import GENERIC_OPENING
from pipeline.retrieval.syllables import load_syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.retrieval.catalogue import Entry

LEVELS = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "街道", "村")
_LEVEL = (
    r"(?:自治[区州县]|[省市县区州旗镇](?![长场级域属直里内中])|乡(?![长镇村])"
    r"|街道(?!上|边|的)|村(?![长民里])|社区(?!的|里))"
)
_ORGANISATION = (
    r"人民医院|中心医院|中医院|妇幼|第?[一二三四五六七八九十][院中]|医院|理工|师范|大学|学院|中学|小学"
    r"|集团|水务|交投|城投|旅投|国投|电投|港务|交发|公用|农商行|经开|高新|新区|开发区"
)
_BODY = rf"(?:{_ORGANISATION}|机场|大桥|水库|泵站|电站|隧道|高速|码头|渔港|水厂)"
ORGANISATION = compiled(_ORGANISATION)
"""A body that has papers of its own: those of its town are none of it, which those of a bridge may be."""
WRITTEN_OUT = {
    "交投": ("交通投资",),
    "城投": ("城市投资", "城市建设投资"),
    "旅投": ("旅游投资", "文旅"),
    "国投": ("国有资本", "国有资产"),
    "经开": ("开发区",),
    "高新": ("高新",),
}
"""How texts write in full what a question names short."""
_FRONT = r"(?:^|(?<=[，。；、？?！\s“《：:])|(?<=[年月日号和与及]))"
_LEAD = r"(?:请问|想问|问一?下|听说|关于|按照|根据|依据|对比|比较|因为?|由于|在|按|对|驻|比)"
_NAME = rf"{_FRONT}{_LEAD}?(?!{_LEAD})"
NAMED = compiled(rf"{_NAME}(?P<name>[一-鿿]{{2,3}}?)(?:(?P<level>{_LEVEL})|(?P<body>{_BODY}))")
SHORT_ZONE = compiled(rf"{_NAME}(?P<name>(?![经高国])[一-鿿])(?P<body>经?开区|高新区?|新区)")
"""临开区: a zone of which but the first character is said."""
OPENING = compiled(rf"^{_LEAD}?(?!{_LEAD})(?P<name>[一-鿿]{{2}})")
"""What a question opens with may be a place though its kind is left out: 景阳明年补贴什么."""
ENDS_A_PLACE = frozenset(
    "阳州江河湖海山川溪水泽湾港岛岭峰原城安宁平东南西北浦渚澜泷沂潭洲岗坪坝桥堰塘泉"
    "岐屿陵丘谷津汀云林漳源浔滨泊汐栖岳昌庆泰兴渊"
)
"""How the names of places end, where nothing else tells one: a kind of land or water, a side of it, a word of luck."""
NOT_IN_A_NAME = frozenset(
    "的了在是由于和与对从到去来看查问请会第月日年席加主持有没要让给过这那哪各每本我全该向跟替帮把被将为"
    "谁几什么怎啥何多少里内外上下前后市县区镇乡村省局长一二三四五六七八九十两老新旧城同意条项次个开"
)
"""Small words, numbers and levels: what holds one is read wrongly, or is a place of any town (老城区)."""
DONE_TO_LAND = frozenset("修建挖填引供调输封护治看管养过拆种造通架补铺游采用排防截清")
"""What is done to bridges, ponds and rivers: 修桥期间怎么走 opens with no place."""
RARE = 0.5
"""Rarity from which a word may be the name of a place that has a level: 海棠区, but not 分布."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place or a body as a question names it: its name, its kind, and whether that is the level of a place.

    `tells` are the strings of which one stands wherever it is spoken of: 望江 or 江门 of 望江门街道.
    """

    name: str
    kind: str
    is_level: bool = False

    @property
    def wording(self) -> str:
        """The name with the kind behind it: 榕南市."""
        return self.name + self.kind

    @property
    def tells(self) -> tuple[str, ...]:
        """The strings of which one stands wherever it is spoken of; of a zone written short all that is said."""
        return tuple(self.name[at : at + 2] for at in range(len(self.name) - 1)) or (self.wording,)

    @property
    def is_organisation(self) -> bool:
        """Whether it is a body with papers of its own: 岚江水务, but not 岚江大桥."""
        return not self.is_level and bool(self.kind) and len(self.name) > 1 and bool(ORGANISATION.fullmatch(self.kind))

    @property
    def kinds(self) -> tuple[str, ...]:
        """How a text may call an organisation without its place: 二院, 第二人民医院."""
        number = self.kind.removeprefix("第")
        whole = {"院": "第{}人民医院", "中": "第{}中学"}.get(number[1:])
        return (number, *([whole.format(number[0])] if whole else WRITTEN_OUT.get(self.kind, ())))


def named_in(question: str) -> tuple[Named, ...]:
    """Return the places and bodies that a question names, each once.

    >>> [one.wording for one in named_in("榕南市和景阳三院各批了多少")]
    ['榕南市', '景阳三院']
    >>> named_in("老城区的停车费"), named_in("听说市政府补贴多少")
    ((), ())
    """
    found = {one.wording: one for one in _with_their_kinds(question)}
    opening = [one for one in _at_the_opening(question) if not any(one.name in wording for wording in found)]
    return (*opening, *found.values())


def is_of(named: Named, entry: Entry) -> bool:
    """Tell whether a paper may be of what is named, by any of its names: also where that is misspelt or written short.

    临澜经济技术开发区 is meant by 临开区; 栖川县 is not meant by 栖川市, nor 栖川市 by 栖川水务; 县政府常务会议 may be
    that of any county.
    """
    names = names_of(entry)
    if any(tell in names for tell in named.tells):
        if named.is_organisation:
            return any(stands_in(named.wording, name) for name in names.split("\n"))
        return named.wording in names or not _of_another_level(named, names)
    if not places_of(entry) and not PLACE_NAME.search(names):
        return named.kind[:1] in names
    return any(_sounds_alike(named.name, name) or _shortens(named.wording, name) for name in openings_of(names))


@lru_cache(maxsize=65_536)
def openings_of(names: str) -> tuple[str, ...]:
    """Return the names of a paper as they open, without 中共 and the like."""
    return tuple(GENERIC_OPENING.sub("", name) for name in names.split("\n"))


def told_by(named: Named, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return what a text holds that speaks of what is named: 榕南, but all of 栖川市 beside papers of 栖川县.

    Beside papers of its place an organisation is told by its kind: 县水务集团 is 栖川水务.
    """
    held = [names for names in map(names_of, entries) if any(tell in names for tell in named.tells)]
    if named.is_organisation and held:
        return named.kinds
    return (named.wording,) if any(_of_another_level(named, names) for names in held) else named.tells


def _with_their_kinds(question: str) -> Iterator[Named]:
    """Yield what is named together with its level or its kind: 榕南市, 景阳三院, 临开区."""
    lexicon = load_lexicon()
    for match in (*NAMED.finditer(question), *SHORT_ZONE.finditer(question)):
        name, level = match["name"], match.groupdict().get("level")
        known = lexicon.rarity(name[:2]) < RARE if level else name[:2] in lexicon.counts and len(name) > 1
        if not known and not NOT_IN_A_NAME & set(name):
            yield Named(name, level or match["body"], is_level=bool(level))


def _at_the_opening(question: str) -> Iterator[Named]:
    """Yield what a question opens with, where it is no word and ends as places do."""
    match, lexicon = OPENING.match(question), load_lexicon()
    name = match["name"] if match else ""
    if not match or name in lexicon.counts or name[1] not in ENDS_A_PLACE:
        return
    if NOT_IN_A_NAME & set(name) or name[0] in DONE_TO_LAND:
        return
    if lexicon.segment(question[match.start("name") :])[0].startswith(name):
        yield Named(name, "")


def _of_another_level(named: Named, names: str) -> bool:
    """Tell whether a paper's names give the place that is named another level than the question does: 栖川县."""
    at_level = named.is_level and named.kind in LEVELS and named.wording not in names
    return at_level and any(named.name + level in names for level in LEVELS)


def _sounds_alike(name: str, other: str) -> bool:
    """Tell whether the opening of another name is a name but for one character that sounds alike: 临袖, 临岫."""
    differing = [pair for pair in zip(name, other, strict=False) if pair[0] != pair[1]]
    return len(name) > 1 and len(differing) == 1 and load_syllables().alike(*differing[0])


def _shortens(wording: str, name: str) -> bool:
    """Tell whether a wording is a name with characters left out: 临开区, 临澜经济技术开发区.

    >>> _shortens("临开区", "临澜经济技术开发区"), _shortens("临开区", "澜临经济技术开发区")
    (True, False)
    """
    return name[:1] == wording[:1] and stands_in(wording, name)
