"""Units (单位): where a text names them, and which names mean one body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.duties.roster import roster
from pipeline.documents.duties.unit_names import aliases, at_home, canonical, same_unit, stands_before, succeeded_by
from pipeline.documents.duties.unit_shapes import follows, goes_on, is_unit
from pipeline.minutes import Span
from pipeline.patterns import compiled

__all__ = ["aliases", "at_home", "canonical", "find_units", "is_unit", "same_unit", "succeeded_by"]


def find_units(text: str) -> list[tuple[Span, str]]:
    """Return the units that a text names, in order, each with its place: the level or place before it, and its kind.

    >>> [name for _, name in find_units("由市水务局会同江州市财政局、各区镇落实")]
    ['市水务局', '江州市财政局']
    """
    found: list[tuple[int, int]] = []
    places = sorted({*_known(text), *_levelled(text), *_shaped(text)}, key=lambda place: (place[0], -place[1]))
    for start, end in places:
        if found and start < found[-1][1]:
            if start == found[-1][0] or end <= found[-1][1]:
                continue
            if end - start > found[-1][1] - found[-1][0]:
                found[-1] = (start, end)
            continue
        found.append((start, end))
    return [(Span(start, end), text[start:end]) for start, end in found]


COMMON = frozenset(
    [
        "政府",
        "党委",
        "街道",
        "新区",
        "示范区",
        "开发区",
        "商会",
        "林场",
        "农场",
        "学区",
        "国有林场",
        "图书馆",
        "文化馆",
        "博物馆",
        "美术馆",
        "科技馆",
        "法院",
        "工会",
        "电信",
        "邮政",
        "人民政府",
        "管理委员会",
        "铁塔",
        "联通",
        "兽医站",
        "办公厅",
        "产业园",
        "工业园",
        "产业园区",
        "保税区",
        "村委",
        "村委会",
        "居委会",
        "派出所",
        "卫生室",
        "法庭",
        "换热站",
        "项目部",
        "市民中心",
        "敬老院",
        "养老院",
        "福利院",
        "卫生院",
        "消防站",
        "行业协会",
        "经理层",
        "客运公司",
        "科技城",
        "机场",
        "后勤部",
        "团委",
        "党委会",
        "监委",
        "业委会",
    ]
)
"""Kinds whose name alone is a common word: they count with a place or level before them only."""
# behind these a name begins: 「由|市财政局」「责成|市水务局」「通报|市委」
_BEFORE_NAME = frozenset(
    "由请与及对将向为是从到经报按各派把被使令成托求取给让送至除了得意促合援助发印示转接进行会和同在谈交征则资，。、：；"
)
_LEVEL_AT_END = compiled(
    r"(?:自治[区州县旗]|特别行政区|地区|兵团|新区|开发区|高新区|经开区|街道|苏木|[省市县区州盟旗镇乡村师])$"
)
_UNDER_LEVEL = compiled(r"(?<=[省市县区州盟旗镇乡])(?:委|人民政府|政府|直)$")
_OF_A_PLACE = compiled(
    r"海关|海事局|军分区|边检站|供电|监管分局|机场|高新区|经开区|开发区|综保区|新区|度假区|园区|法院|检察院"
    r"|电视台|银行|支行"
)


def _known(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of kinds of the roster, with the place or level before them."""
    units = roster()
    lengths = units.lengths
    for index, character in enumerate(text, start=1):
        if character not in lengths or goes_on(text, index):
            continue
        start = units.ending_at(text, index)
        if start is None or (
            text[start - 1 : start] in ("和", "各") and start > 1 and text[start - 2] not in "局委办厅部院会"
        ):
            continue
        begin = _begins(text, start)
        own = text[start:index]
        if begin == start and (own in COMMON or own[0] in "各第"):
            continue
        if (
            begin == start
            and len(own) == 2
            and start
            and text[start - 1] not in "、,，。和与由请及会同;；:：(（对向 \n"
        ):
            continue
        if begin == start and start and "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in _BEFORE_NAME:
            continue
        if text[begin - 1 : begin] != "各" or begin == 0:
            yield begin, index


def _begins(text: str, start: int) -> int:
    """Return where the place and level before a kind begin: 「责成|市」, 「|江州市城东区」."""
    begin = start
    for _ in range(3):
        above = _UNDER_LEVEL.search(text[max(0, begin - 5) : begin])
        inner = begin - len(above.group()) if above else begin
        level = _LEVEL_AT_END.search(text[max(0, inner - 5) : inner])
        if level is None:
            break
        at = inner - len(level.group())
        place = _place_before(text, at)
        if place is None:
            begin = at - 1 if text[at - 1 : at] in ("全", "我", "本") and at else at
            break
        begin = place
    if begin >= start - 1 and _OF_A_PLACE.match(text, start):
        # 「江州海关」: 州 is no level here
        place = _place_before(text, start)
        begin = begin if place is None else place
        begin = begin - 2 if text[max(0, begin - 2) : begin] == "国网" else begin
    return begin


def _place_before(text: str, at: int) -> int | None:
    """Return where the name of a place begins that ends at `at`, or `None` where another word stands there."""
    if at < 2 or text[at - 1] in _BEFORE_NAME or not "\u4e00" <= text[at - 1] <= "\u9fff":
        return None
    for size in (2, 3, 4, 5, 6):
        begin = at - size
        if begin < 0 or not _HAN.fullmatch(text, begin, at) or not stands_before(text[begin:at] + "市"):
            break
        before = text[begin - 1] if begin else ""
        if not before or not "\u4e00" <= before <= "\u9fff" or before in _BEFORE_NAME or before in "的省市县区州盟":
            return begin
    return at - 2 if _HAN.fullmatch(text, at - 2, at) and stands_before(text[at - 2 : at] + "市") else None


_HAN = compiled("[\u4e00-\u9fff]+")


_LEVEL_STARTS = compiled(r"自治[区州县旗]|地区|兵团|[省市县区州盟旗镇乡师团]")
_LAST = frozenset("局委办厅署院所站处科部会心司团队校馆园台社室组行府")


def _levelled(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of bodies of no known kind behind a level: 「市热作所」「县茶产业发展中心」."""
    units = roster()
    lengths = units.lengths
    for match in _LEVEL_STARTS.finditer(text):
        start = match.start()
        if match.group() in "镇乡师团区州" and start and text[start - 1] not in _BEFORE_NAME:
            continue
        for stop in range(match.end() + 2, min(match.end() + 22, len(text)) + 1):
            last = text[stop - 1]
            if not ("\u4e00" <= last <= "\u9fff" or last in "（）()“”") or last in "由请并须是":
                break
            if last in lengths and (known := units.ending_at(text, stop)) is not None and known == match.end():
                break
            if last not in _LAST or goes_on(text, stop) or not (stop == len(text) or _ends(text, stop)):
                continue
            if is_unit(text[start:stop]) or _LEVEL_BODY.fullmatch(text, start, stop):
                yield _begins(text, match.end()), stop
                break


_LEVEL_BODY = compiled(
    r"(?:自治[区州县旗]|地区|兵团|[省市县区州盟旗镇乡师团])[\u4e00-\u9fff“”]{1,18}(?:局|委|办|厅|署|院|中心|集团"
    r"|公司|委员会|办公室|领导小组)"
)


def _ends(text: str, stop: int) -> bool:
    return not "\u4e00" <= text[stop] <= "\u9fff" or text[stop] in "和与及的在对提局" or follows(text, stop)


_RUN = compiled(r"[\u4e00-\u9fffA-Z“”]+(?:[(（][\u4e00-\u9fff]{1,12}[)）][\u4e00-\u9fff]*)?")
_BREAK = compiled(
    r"会同|责成|委托|要求|授权|指定|听取(?:了)?|关于|根据|按照|通过|提交|加强|组织(?!部)|推动|支持|督促|指导"
    r"|协调(?!小组)|依托|联合(?!会)|负责|牵头|配合|对接|移交|约谈"
    r"|厘清|完成|扩大|防范|提升|抓好|明确|同意|研究(?!院|所|室|中心)(?:了)?|讨论|审议|以及|协助|划拨给|划转至"
    r"|印发|抄送|[由请和与及的]|对(?!外|口|台)|向|经(?!济|开|信|营|贸|发|管)|报(?!社|业)|将|把"
    r"|在|至|给|让|被|从|为(?!民)|按|以|是|要(?!素)"
)
_SHAPE = compiled(
    r"(?:(?:镇|乡|苏木)(?:人民政府|政府|党委)?|街道(?:办事处|党工委)?|有限(?:责任)?公司|(?:分|总|子)公司"
    r"|集团(?!化)|管委会|领导小组(?:办公室)?|指挥部(?:办公室)?|工作专班"
    r"|大学|学院|中学|小学|幼儿园|医院|支队|大队|总队|研究院|设计院(?!所)|研究所|协会|学会|联合会|基金会|支行"
    r"|分行|分局|支局|村委会|管理处|管理所|管理站|服务站|合作社)"
)


def _shaped(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of units of no known kind that read as one: 「某某镇」「某某集团」."""
    for run in _RUN.finditer(text):
        start = run.start()
        cuts = [*_BREAK.finditer(text, run.start(), run.end()), None]
        for cut in cuts:
            stop = cut.start() if cut else run.end()
            ends = [match.end() for match in _SHAPE.finditer(text, start, stop) if not goes_on(text, match.end())]
            end = next((end for end in reversed(ends) if end - start >= 3 and is_unit(text[start:end])), None)
            if end and not re.match(r"各|有关|相关|全|本|该|一|两|成立|[某几多]个|[于期].|提出|协调", text[start:end]):
                yield start, end
            start = cut.end() if cut else stop
