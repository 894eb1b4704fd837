"""The grammar of naming: how a question names a meeting, a document, a date or a body, as named parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.generation.places import places_of
from pipeline.generation.understanding.asking import ORDINAL
from pipeline.patterns import compiled
from pipeline.simplified import simplified

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

MEETING = r"(?<![社协学商工大机国展茶览员座])会(?![计展所员社场费签商籍见谈合客]|同(?!意))"
"""会 as a word of its own: 那次会, not 社会, 会计, 会商; 会同某局 is none, 那次会同意 is."""
MEETING_KIND = (
    r"(?:常务会议?|党组会议?|党委会议?|主任办公会议?|[市县区局省镇]长办公会议?|办公会议?|常委会议?|董事会(?:会议)?|监事会(?:会议)?|"
    rf"理事会(?:会议)?|校务会议?|院务会议?|村民代表会议?|全体会议?|专题会议?|工作会议?|会议|{MEETING})"
)
MEETING_NUMBER = compiled(
    rf"第\s*(?P<number>{ORDINAL})\s*次(?:[^，。？?、；\s第]{{0,8}}?{MEETING_KIND})?"
    rf"|{ORDINAL}届(?P<session>{ORDINAL})次(?:政府)?(?:常务会议?|党组会议?|办公会议?|董事会|监事会|理事会)(?:会议)?"
    rf"|(?<![0-9０-９开过了届后计共等各两每前一])(?P<bare>[0-9０-９]{{1,3}}|[一二三四五六七八九十百]{{1,5}})次"
    r"(?:(?:[省市县区州镇乡]?(?:人民)?政府|[省市县区州](?=常务)|[省市县区州局镇乡院校厅]长|主任|总经理)?"
    r"(?:常务会议?|党组会议?|党委会议?|常委会议?|[办厅局校院]务会议?|办公会议?)"
    r"|会议?(?=[上里中比和与跟到办定说又才已对各分没]|同意|决定|议定|明确|要求|规定|通过|审议|研究|原则|暂缓|怎么)|会议?纪要"
    r"|(?<=[0-9]{2}次)会(?![议计展所员社场费签商籍见谈合客同])"
    rf"|(?=[和与及、跟同比到至]第?{ORDINAL}次(?:政府)?(?:常务|党组|党委|办公|常委|董事|专题)))"
    rf"|(?:(?<=[董监理]事会)|(?<=[会议要][（(]))(?P<of>{ORDINAL})次(?:会议)?"
    r"|(?:常[务委]|党[组委]|办公|[厅局院校]务)会议?(?P<behind>[0-9]{2,3})次(?:会议)?"
    rf"|(?<=[0-9一二三四五六七八九十]次[、和与及])(?P<beside>{ORDINAL})次(?=[）)])"
)
"""第4次常务会议, 五届九次董事会, 50次会上, 常委会66次, 常务会（50次、51次）; 召开20次会议 counts meetings."""
COUNTED = 10
"""From this number on 42次常务会 names a meeting for certain, without 第: 三次常务会 may be how many there were."""
MEETING_WORD = compiled(rf"{MEETING_KIND}|纪要|通报|那次|那场|召开")
OPENS_WITH_A_MEETING = compiled(
    r"^(?:请问|想问|在)?(?:[12][0-9]{3}年)?(?:[0-9一二三四五六七八九十]{1,3}月份?(?:[0-9一二三四五六七八九十]{1,3}[日号])?)?"
    r"(?:[^，。？?、；\s提报送经由按]{0,8}?[省市县区州镇乡校院局社团司里])?(?:的|那次|那回|上次|这次)?$"
)
"""What may stand before the kind of a meeting that a question opens with: 7月调度会, 某市安委会; not 报常委会审定."""
FIRM_WORD = compiled(
    r"(?:常务|党组|党委|办公|常委|董事|监事|理事|校务|院务|厅务|局务|党工委|村民代表|全体|政府|专题)会议?|(?<=[年月日号的])会议?(?![计展同所员社场费签商籍见谈合客])|纪要|那[次场个]会"
)
"""The word for a meeting of ours; a date before another (2019年博览会) may be one that no document has."""
FOREIGN_WORD = compiled(r"代表大会|人大|政协|党代会|全会|联席|座谈|推进会|现场会|博览会|交易会|发布会|经济工作会议")
CONGRESS_BEFORE = compiled(r"(?:人大|政协|党代会?|代表大会|团代会?|职代会?|委员会|届)$")
OF_A_REPORT = compiled(r"通报|落实情况|督查|督办|整改")
"""What names a report on how a meeting's decisions were carried out; it bears the meeting's number as well."""
OF_A_TERM = compiled(
    r"次(?:市|县|区|州|省)?(?:人民)?(?:政府)?(?:常务|党组|办公|主任办公|[市县区州省]长办公|董事|监事|理事)"
)
"""What goes on after 四届第9, where no congress is meant."""
DOCUMENT_NUMBER = compiled(
    r"(?P<body>[一-鿿]{0,8}?)\s*[〔\[（(【［]\s*(?P<year>[12][0-9]{3})\s*[〕\]）)】］]\s*(?:第\s*)?(?P<number>[0-9]{1,4})\s*号"
    r"|(?P<mark>[一-鿿]{1,6}[纪发办函字])\s*(?P<mark_year>[12][0-9]{3})\s*[年\-－—_第\s]{1,2}\s*(?P<mark_number>[0-9]{1,4})\s*号?"
)
"""昆政纪〔2017〕4号, 〔2017〕4号, 昆政纪2017年4号."""
ISSUE = compiled(
    r"(?:(?P<year>[12][0-9]{3})\s*年?\s*的?)?第?(?P<number>[0-9]{1,3})\s*[号期](?:(?:会议)?纪要|文件?(?!化|明))"
)
"""The number of a document without body or bracket: 2020年3号纪要, 第14期纪要."""
SHORT_NUMBER = compiled(r"(?P<mark>[一-鿿]{2,8}[纪发办函阅])\s*第?(?P<number>[0-9]{1,4})\s*[号期]")
"""昆政纪4号: the number of a document without its year, which names one only where a document has that mark."""
BODY_MARK = compiled(r"[纪发办函字议常党委组规通告令]$")
"""How the letters of a body end before the bracket: 昆政纪; other words there (看一下〔2017〕4号) name none."""
CHINESE_YEAR = r"[一二][〇零○ＯO一二三四五六七八九]{3}"
DATE = compiled(
    rf"(?P<year>[12][0-9]{{3}}|{CHINESE_YEAR}|(?<![0-9])[0-2][0-9](?=年(?![级代])))\s*(?:年|[-/.](?=[0-9]))"
    rf"(?:\s*(?P<month>{ORDINAL})\s*(?:月份?|[-/.](?=[0-9]))(?:\s*(?P<day>{ORDINAL})\s*[日号]?)?)?"
    rf"|(?P<month_only>{ORDINAL})\s*月(?:\s*(?P<day_only>{ORDINAL})\s*[日号]|份"
    rf"|(?=那[次场回个]|的?(?:那[次场回个]|常务|常委|董事|专题|联席|党政|政府|办公|党[组委工]|会议|{MEETING}))|(?<=后来.月)(?=[定改又才说]))"
    r"|(?<![0-9.第])(?P<month_dotted>1[0-2]|0?[1-9])[.．·](?P<day_dotted>3[01]|[12][0-9]|0?[1-9])(?![0-9.．%亿万元公米亩吨t])"
)
"""2017年5月24日, 5月那次, 6.18总办会, 7·9会商; what is no date of one (3.5米) is told by what stands beside it."""
RELATIVE_YEAR = compiled(r"(?<![比较跟与同])(?:去年|今年|前年|本年度?)(?!同期)")
"""A year counted from today; 比去年多 compares with a year and asks of no paper of it."""
RELATIVE_YEARS = {"去": -1, "今": 0, "前": -2, "本": 0}
LATEST = compiled(
    rf"(?:最近|最新|最后)(?:召开|开)?的?一次(?!的?(?:研究|讨论|审议|上会|过会|提交|提请|议))(?:[^，。？?、；]{{0,6}}?{MEETING_KIND})"
)
"""最近一次常务会议; 最近一次研究 is the last of a matter, and not of the meetings."""
LINKED = compiled(r"年?(?:[和与及、，,]|\s)$")
DUE_THEN = compiled(
    r"份?(?:[底初]|之?前|以前|[^，。；？?]{0,4}(?:完成|办结|做完|干完|到位|到期|截止|交差|上报|报送|开工|建成))"
)
"""What goes on after a month in which something is due: 10月份完成 dates no meeting."""
LATER = compiled(r"后来|其后|随后|又(?=[发出印开])")
"""A question that goes on to what came later (后来又发了什么) is about more than the year that it names."""

TITLE = compiled(r"《[^》]*》")
NO_PLACE = "的了在是由于和与对从到去来看查问请会第月日年席加主持有没要让给过这那哪各每本我全该向跟替帮把被将为"
PLACE = rf"(?P<place>[^\W\d_{NO_PLACE}]{{1,3}}(?:省|市|县|区|镇|乡|州|旗))"
"""The name of a place; none of these small words stands inside one."""
BODY = compiled(
    rf"(?:{PLACE})?(?:第?[0-9一二三四五六七八九十]+届)?(?:(?:省|市|县|区|镇|乡|州|旗)?(?:人民)?(?:政府|党组|党委)|董事会|监事会|理事会|(?:省|市|县|区)委)?的?$"
)
"""The body before 第N次: 市政府, 临川市人民政府, with the place where one is named."""
OF_WHICH_TERM = compiled(r"^第?[0-9一二三四五六七八九十]+届")
"""十八届区政府 names no place 十八届区."""
BEFORE_A_PLACE = compiled(r"(?:^|[\s，。？?、；：:]|请问|想问|关于|在|查|看|问|是|的|和|与|及|日|月|年)$")
PLACE_AND_MEETING = compiled(
    rf"(?:(?<=^)|(?<=[\s，。？?、；：:在查看问是的和与及日月年])){PLACE}(?:人民)?(?:政府|党组)?的?(?:第[0-9一二三四五六七八九十百]+次)?(?:常务|党组|办公)?会议?"
)
PLACE_NAME = compiled(r"(?P<place>[一-鿿]{2,3}?(?:省|市|县|自治区|自治州|区|镇|乡|街道))")
GENERIC_PLACE = compiled(
    r"(?:(?:[本我全该各每]|[一-鿿][次回])[省市县区镇乡]|城市|地区|园区|城区|社区|片区|小区|特区|开发区|高新区|新区|[东西南北中]部?区|区镇|乡镇|村镇)$"
    r"|^(?:按照?|[依遵]照|[依根]据|依|照|据)[省市县区州镇乡旗]$"
)
"""Places that name none in particular, at the end of what was read as one: 全市, 社区, 两次市(政府会议), 按市(政府)."""


def of_a_congress(before: str, numbered: str) -> bool:
    """Tell whether 第N次 counts the meetings of a congress.

    >>> of_a_congress("市第十届人大", "第三次会议"), of_a_congress("市政府四届", "第9次常务会议")
    (True, False)
    """
    held = CONGRESS_BEFORE.search(before)
    return held is not None and not (held.group() == "届" and OF_A_TERM.search(numbered))


def said_at(match: re.Match[str]) -> bool:
    """Tell whether 上 or 里 follows the mention of a meeting (第28次会上): it names no matter."""
    return match.group()[-1] in "会议" and match.string[match.end() : match.end() + 1] in ("上", "里")


def due_then(match: re.Match[str]) -> bool:
    """Tell whether a month is when something is due (10月份完成): then it dates no meeting."""
    return bool(match["month_only"] and not match["day_only"] and DUE_THEN.match(match.string, match.end()))


def counts_a_meeting(match: re.Match[str], entries: Iterable[Entry]) -> bool:
    """Tell whether 第N次联席会议 counts meetings of the library; where none is called so, it is one of others."""
    if "联席" not in match.string[match.start() : match.end() + 8]:
        return True
    return any("联席" in (name or "") for one in entries for name in (one.meeting_name, one.name, one.file))


def place_fits(named: str, entry: Entry) -> bool:
    """Tell whether a place named before a meeting may be that of an entry; a generic one (市政府) always is."""
    names = (entry.issuing_body, entry.name, entry.file, entry.meeting_name, entry.document_number)
    haystack = simplified(" ".join(filter(None, names)))
    match = re.match(PLACE, OF_WHICH_TERM.sub("", named))
    if match is None or GENERIC_PLACE.search(match["place"]):
        return True
    place = match["place"]
    endings = [place[start:] for start in range(len(place) - 2)] or [place]  # 听说昆山市: what stands before is no part
    if any(ending in haystack or (len(ending) > 2 and ending[:-1] in haystack) for ending in endings):
        return True
    return not PLACE_NAME.search(haystack)


def of_no_place(named: str, entry: Entry) -> bool:
    """Tell whether an entry names no place (市政府六届43次常务会议), and is of the level that a question names."""
    match = re.match(PLACE, OF_WHICH_TERM.sub("", named))
    names = [simplified(name) for name in (entry.issuing_body, entry.meeting_name, entry.name, entry.file) if name]
    if match is None or any(PLACE_NAME.search(name) for name in names) or places_of(entry):
        return False
    return any(name.startswith(match["place"][-1]) for name in names)


def prefix_length(before: str) -> int:
    """Return how many characters of the body's name stand before 第N次: 市政府, 临川市人民政府.

    >>> prefix_length("请问临川市人民政府")
    7
    """
    match = BODY.search(before)
    if match is None or not match.group().rstrip("的"):
        return 0
    start = match.start()
    if match["place"] and not BEFORE_A_PLACE.search(before[:start]):
        start = match.end("place") - 1  # 某人参加市政府…: only the 市 belongs to the body
    return len(before) - start


def folded_number(number: str | None) -> str:
    """Return a document number without blanks, its brackets in one shape.

    >>> folded_number("临政纪[2021] 6号"), folded_number("临政纪〔2021〕第6号")
    ('临政纪〔2021〕6号', '临政纪〔2021〕6号')
    """
    folded = re.sub(r"\s", "", number or "")
    return re.sub(r"[〔\[（(【［]([12][0-9]{3})[〕\]）)】］]第?", r"〔\1〕", folded)


def mark_of(entry: Entry) -> str:
    """Return the letters of a body at the head of a document number."""
    return folded_number(entry.document_number).partition("〔")[0]


def numbered_shortly(match: re.Match[str], entry: Entry) -> bool:
    """Tell whether a number of a question without its year is that of an entry: 栖云纪31号."""
    mark = mark_of(entry)
    number = re.search(r"([0-9]{1,4})[号期]$", folded_number(entry.document_number))
    same = number is not None and int(number[1]) == int(match["number"])
    return same and len(mark) > 1 and match["mark"].endswith(mark)


def numbered_so(match: re.Match[str], entry: Entry) -> bool:
    """Tell whether a document number of a question is that of an entry; one without a body is that of any."""
    body = match["mark"] or match["body"] or ""
    tail = f"〔{match['year'] or match['mark_year']}〕{match['number'] or match['mark_number']}号"
    number = folded_number(entry.document_number)
    if not number.endswith(tail):
        return False
    return body.endswith(number.removesuffix(tail)) or not BODY_MARK.search(body)
