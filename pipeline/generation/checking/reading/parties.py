"""Reads people out of a folded text, and which part each person or unit plays: 主持, 汇报, 牵头, 配合, 出席, 列席."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.documents.duties.names import FULL_ROLE, is_name
from pipeline.documents.duties.units import aliases
from pipeline.generation.checking.reading.fold import clauses, flat, without_titles
from pipeline.generation.checking.reading.houses import unit_of
from pipeline.generation.checking.reading.namelike import NO_POST, is_person, of_words
from pipeline.generation.checking.reading.offices import names_unit, shortest_name, unit_forms, unit_named
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

__all__ = [
    "PART_NAMES",
    "ends_late",
    "names_unit",
    "parts_of",
    "people",
    "posts_of",
    "shortest_name",
    "stands_as_name",
    "unit_forms",
    "unit_named",
    "unit_of",
    "units",
]

_HAN = r"[\u4e00-\u9fff]"
_PARTS: dict[str, str] = {
    **dict.fromkeys(
        re.findall(
            r"\S+",
            "没有出席 没有参加 没有列席 未出席 未参加 未列席 没出席 没参加 没列席 未能出席 未能参加"
            " 未能列席 未到会 没到会 请假 请了假 告假 没有到会 没到场 没有到场 未到场 未能到场 缺席 因故未",
        ),
        "absent",
    ),
    **dict.fromkeys(("主持召开", "主持", "召集"), "chair"),
    **dict.fromkeys(("汇报", "作了报告", "作了说明", "作说明", "作报告", "报告", "的说明", "介绍", "说明"), "report"),
    **dict.fromkeys(("牵头", "领衔", "主办"), "lead"),
    **dict.fromkeys(("配合", "协办", "协助"), "support"),
    **dict.fromkeys(("出席", "参会", "参加", "到会"), "present"),
    "列席": "observe",
    "记录": "record",
    **dict.fromkeys(("指出", "强调", "要求", "提出", "认为", "表示"), "speak"),
    **dict.fromkeys(("回避",), "recuse"),
}
PART_NAMES = {
    "absent": "缺席",
    "chair": "主持",
    "report": "汇报",
    "lead": "牵头",
    "support": "配合",
    "present": "出席",
    "observe": "列席",
    "record": "记录",
    "speak": "的发言",
    "recuse": "回避",
}
_PART = compiled(
    "|".join(sorted(_PARTS, key=len, reverse=True))
    .replace("到会", "到会(?!议)")
    .replace("表示", "表示(?!反对|同意|赞[成同]|不同意|支持|弃权|异议|认可|感谢)")
)
_SPOKEN = "指出|强调|要求|提出|认为|表示"
_HEADER = compiled(
    rf"(?!{_SPOKEN}|(?<={_HAN})(?:报告|说明)[:是为]|(?<=[件要份])记录)(?P<word>{_PART.pattern})(?:会议)?(?:[制起]?[定草]?的?(?:单位|部门|科室|处室|人员|同志|领导|人|者|名单))?(?:(?:第[\d至、-]+[项个])?(?:的?[是为有]|包括|还有|:)+|(?:工作)?由(?={_HAN}))"
    rf"|(?:(?<=[:,;])|^)(?P<word4>牵头|配合)(?=[\u4e00-\u9fff、]{{2,24}}(?:[局委办厅处科部院镇乡]|街道|中心|公司)(?:[,;。]|$))"
)
_PLAYED = compiled(
    "(?:[和、及与][^,。;为是和、及与]{2,16}){0,8}(?:为|是|作为|担任|任)(?:该项工作的?)?(?P<word>牵头|配合|主办|协办|协助|列席|出席|参加|汇报|记录|主持)(?:单位|部门|科室|处室|方|人)"
)
_AS_NOUN = compiled("(?:单位|部门|科室|处室|方|人员)(?![:是为有])")
_SPEECH = (
    "指出|强调|要求|表示|提出|认为|建议|主张|反映|质疑|担心|介绍|通报|说明|担任|出任|升任|续任|改任|拟任|带队|兼任|同志|先生|女士|负责"
    r"|作为|没有|未|任|(?<!成)就(?=[《\u4e00-\u9fff])|回避|因(?=[病公事故外出])|作(?=了)"
    r"|被(?=[聘任选])|当(?=[\u4e00-\u9fff]{0,6}(?:长|主任|书记|经理|董事))|获聘|当选|受聘|等(?=[\d一二三四五六七八九十]*[人名位同])|念(?!书)|宣读|传达|解读"
)
_LISTED = compiled(
    rf"(?:^|(?<=[、:,和及与是为\n。;]))(?P<name>{_HAN}{{2,4}})(?=[、,和及与\n。;(]|$|[两二三四五六七八九十几\d]+[位名人])"
)
_CALLED = compiled("(?<![理事缘自])由|聘任|任命|推选|选举|推荐|委托|授权|指派")  # 授权厉行之签署
_TOLD = compiled(rf"(?P<name>{_HAN}{{2,3}}?)(?=[要须应]|务必)")  # 谈笑要盯在现场
_TAIL = compiled("[两二三四五六七八九十几各一\\d]+[位名]$|(?<=[\u4e00-\u9fff])[和与及]$")
_BRACKET = compiled(rf"(?P<name>{_HAN}{{2,4}})(?=\()")
# 和 inside a unit's name parts no list
_LONG_NAME = compiled(
    "(?:发展和改革|工业和信息化|人力资源和社会保障|自然资源和规划|住房和城乡建设|(?:文化|文体|广电|文化广电|文体广电|广播电视)和旅游"
    "|卫生和计划生育|新闻出版和|市政和园林|城市管理和|市场和质量|林业和草原|科学技术和|教育和体育|商务和|农业和|水利和|交通和)"
)
_COUNTED = compiled(r"(?<=[\d十百千万亿])元|(?<=\d)[\u4e00-\u9fff]")  # 9宗已供未建土地
_NUMBERED = compiled(r"[\u4e00-\u9fff]{2,8}\(\d{4}\)\d+号(?:纪要|文件|文)?")
_PLACED = compiled(f"{FULL_ROLE.pattern}|[局委办厅部处镇乡]\\)?$|街道$|负责人|同志")
# What stands between a name and the part of somebody else: 甲科来办,乙科配合; 甲局会同协办的乙局
_OF_ANOTHER = compiled("[由归]|请(?!示)|主责|主抓|(?:这|就)是|承办|来[办做抓管]|(?:办理|负责|承办)[,、]|(?:会同|联合)$")
_IS_TASKED = compiled("(?:责任|牵头|主办|承办)(?:单位|部门|科室|处室|方)?(?:为|是|:)$")
_NAME_ENDS = frozenset(
    "就关对代作汇主出列请记指强要表提的在因未没不也和与向为是等由同参任兼负说介改换接并共称从于再先将市区县省镇乡州书回以及分副局总党科处念宣传解一二三四五六七八九十两几位等任拟出"
)


# compiled once: so many patterns are in use that the cache of re does not hold them
_BEFORE_THESE = compiled(rf"{_PART.pattern}|{_SPEECH}|{FULL_ROLE.pattern}")
_RUN = compiled(rf"{_HAN}*$")
_ALSO_POSTED = compiled(rf"(?P<post>{FULL_ROLE.pattern})、{_HAN}{{0,16}}$")
_POSTED_AFTER = compiled(rf"(?:[、和]{_HAN}{{2,4}}?)*?(?:[两二三四几各]位)?(?={FULL_ROLE.pattern})")
_POSTED_IN_BRACKETS = compiled(rf"\((?P<role>{FULL_ROLE.pattern})")


@lru_cache(maxsize=4096)
def people(folded: str) -> tuple[tuple[str, ...], ...]:
    """Return whom a statement seems to name: for each place the readings that could be the name.

    >>> people("市水利局局长徐彬作了汇报")[0]
    ('徐彬', '徐彬作')
    """
    folded = without_titles(folded)
    for pattern in (_LONG_NAME, _NUMBERED, _COUNTED, NO_POST):
        folded = pattern.sub(lambda match: "＿" * len(match.group()), folded)
    found: list[tuple[str, ...]] = []
    for clause in clauses(folded):
        for match in FULL_ROLE.finditer(clause):
            if match.group() == "代表":  # 柳青代表区园林局列席
                continue
            found.append(_readings(clause[match.end() : match.end() + 4], front=True))
        for match in _BEFORE_THESE.finditer(clause):
            run = _RUN.search(_TAIL.sub("", clause[: match.start()]))
            readings = _readings(run.group()[-4:] if run else "", front=False)
            found.append(tuple(reading for reading in readings if run and not of_words(run.group(), reading)))
        if told := _TOLD.match(clause):
            found.append(_readings(told["name"], front=False))
        for match in _CALLED.finditer(clause):
            if _unit_ahead(clause[match.end() :]):
                continue
            found.append(_readings(clause[match.end() : match.end() + 4], front=True))
    for match in [*_LISTED.finditer(folded), *_BRACKET.finditer(folded)]:
        if is_person(match["name"]):
            found.append((match["name"],))
    return tuple(readings for readings in dict.fromkeys(found) if readings)


def stands_as_name(clause: str, words: str, name: str) -> bool:
    """Tell whether a text has a name, and not merely as the front of a longer one than the clause has.

    >>> stands_as_name("方志明就此汇报", "局长方志远的汇报", "方志"), stands_as_name("方志说", "方志汇报", "方志")
    (False, True)
    """
    place = clause.find(name) + len(name)
    after = clause[place : place + 1]
    for match in re.finditer(re.escape(name), words):
        follows = words[match.end() : match.end() + 1]
        longer = "\u4e00" <= follows <= "\u9fff" and follows not in _NAME_ENDS and follows != after
        if len(name) > 2 or not longer or is_name(words[match.end() : match.end() + 2]):
            return True
    return False


def ends_late(name: str) -> bool:
    """Tell whether a reading seems to reach beyond the name into the next word: 何敏参 of 何敏参加."""
    return len(name) > 2 and name[-1] in _NAME_ENDS


def _unit_ahead(text: str) -> bool:
    """Tell whether a text opens with a unit of the roster: 区人社局."""
    ends = (end.end() for end in re.finditer("[局委办厅院部处]", text[:10]))
    return any(len(name) > 2 and (aliases(name) or aliases(name[1:])) for name in (text[:end] for end in ends))


def _readings(run: str, *, front: bool) -> tuple[str, ...]:
    """Return the names at the front or at the back of a run of characters."""
    match = re.match(rf"{_HAN}+", run) if front else re.search(rf"{_HAN}+$", run)
    letters = match.group() if match else ""
    readings = (letters[:size] if front else letters[-size:] for size in (2, 3, 4) if len(letters) >= size)
    return tuple(reading for reading in readings if is_person(reading, posted=front))


def parts_of(folded: str, name: str) -> set[str]:
    """Return the parts that a text gives to a name: the header over its list, else the next word for a part.

    >>> sorted(parts_of("由市教育局牵头,市财政局配合", "市财政局")), sorted(parts_of("列席:甲局徐彬,乙局王明", "徐彬"))
    (['support'], ['observe'])
    """
    found = set()
    for sentence in re.split(r"[。;!?]", flat(without_titles(folded))):
        headers = list(_HEADER.finditer(sentence))
        for match in re.finditer(re.escape(name), sentence):
            header = next((entry for entry in reversed(headers) if entry.end() <= match.start()), None)
            told = set(_next_part(sentence, match.start(), match.end()))
            own = header is not None and "," in sentence[header.end() : match.start()]
            if header is not None and own and _ends_before(header, match, sentence):
                header = None
            if header is not None and not (told and (own or header.group().endswith("由"))):
                found.add(_PARTS[header["word"] or header["word4"]])
            else:
                found |= told
    return found


def _next_part(sentence: str, start: int, end: int) -> Iterator[str]:
    """Yield the part that a sentence gives to what stands from start to end, if it gives one."""
    if played := _PLAYED.match(sentence, end):  # 药剂科为牵头科室, 环保分局和消防大队为配合单位
        yield _PARTS[played["word"]]
        return
    following = _PART.search(sentence, end)
    if following is not None and (_AS_NOUN.match(sentence, following.end()) or _heads_a_list(sentence, following)):
        return  # 会同配合单位完成; 出席:甲,列席:乙
    if re.search("[向给]$", sentence[:start]):  # 及时向何畏副市长报告
        return
    if following is not None and sentence[following.end() :][:1] == "下" and sentence[end : end + 1] == "在":
        return  # 甲部在乙公司配合下建账
    if sentence[end : end + 1] == "," and _IS_TASKED.search(sentence[:start]):  # 责任部门为甲部,乙部配合
        return
    if following is not None and re.search("[听受收]", sentence[end : following.start()]):  # 每两周听一次汇报
        return
    clause_start = max(sentence.rfind(",", 0, start), sentence.rfind(":", 0, start)) + 1
    if "听取" in sentence[clause_start:start]:
        yield "report"
    elif following is not None and _only_names(sentence[end : following.start()]):
        yield _PARTS[following.group()]


def _does(piece: str) -> bool:
    """Tell whether a piece of a list has a verb, and so names nobody: 补助到账, 负责."""
    return bool(piece) and not _PLACED.search(piece) and any(kind_of(word) == "v" for word in cut(piece))


def _ends_before(header: re.Match[str], name: re.Match[str], sentence: str) -> bool:
    """Tell whether the list of a duty ends before a name: 牵头单位为甲局,先在乙街道试点."""
    listed = re.search(",[^,]{0,2}$", sentence[header.end() : name.start()])
    follows = re.match("[,、。;]|$", sentence[name.end() :])
    return _PARTS[header["word"] or header["word4"]] in ("lead", "support") and not (listed and follows)


def _heads_a_list(sentence: str, part: re.Match[str]) -> bool:
    """Tell whether a word for a part opens the next list: 出席:甲,列席:乙."""
    header = _HEADER.match(sentence, part.start())
    of_the_roll = _PARTS[part.group()] in ("present", "observe", "absent", "record", "chair")
    return header is not None and (of_the_roll or sentence[part.start() - 1 : part.start()] in (",", ":"))


def _only_names(between: str) -> bool:
    """Tell whether what stands between a name and its part goes on with the same list: 甲、乙副厅长,总工程师丙出席."""
    if _OF_ANOTHER.search(between):
        return False
    pieces = re.split("[,、和]", between)
    if len(pieces) > 1 and _does(pieces[0]):
        return False  # 街道补助到账,副主任牵头
    return "," not in between or all(
        not piece
        or is_name(piece)
        or (FULL_ROLE.search(piece) and len(piece) <= 14)
        or (len(piece) <= 16 and re.search("负责人|同志|[局委办厅部处镇乡]$|街道$", piece))
        for piece in pieces[1:]
    )


def posts_of(folded: str, name: str) -> set[str]:
    """Return the posts (职务) that stand beside a name.

    >>> posts_of("市水利局副局长徐彬汇报", "徐彬")
    {'副局长'}
    """
    text = NO_POST.sub("＿＿", flat(folded))
    found = set()
    for match in re.finditer(re.escape(name), text):
        for head in _heads(text[: match.start()][-40:]):
            found |= {role.group() for role in FULL_ROLE.finditer(head) if role.end() == len(head)}
            if found and (before := _ALSO_POSTED.search(head)):
                found.add(before["post"])  # 副市长、市防汛指挥部指挥甲明
        tail = _POSTED_AFTER.match(text[match.end() :])
        after = FULL_ROLE.match(text, match.end() + (tail.end() if tail else 0))
        after = after or _POSTED_IN_BRACKETS.match(text[match.end() :])
        found |= {after.group().lstrip("(")} if after else set()
    found |= {post for posts in found for post in re.split("[、,和兼]", posts) if post}  # 县委副书记、县长
    found.discard("代表")
    return found


def _heads(text: str) -> Iterator[str]:
    """Yield a text, and what is left of it without the names that a list at its end holds: 副区长陆怀谷、."""
    yield text
    if text.endswith(("、", "和")):
        for size in (2, 3):
            yield from _heads(text[: -size - 1])
