"""The persons of a list: entry by entry, across wrapped lines, padded names and units that several share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.duties.names import FULL_ROLE, ROLE_SIGN, ends_as_unit, is_name, like_name, split_person
from pipeline.documents.front.padding import PLACES, Group, persons_apart
from pipeline.documents.front.unit_lists import COLLECTIVE, lists_units
from pipeline.documents.text.clean import Passage
from pipeline.minutes import Person
from pipeline.patterns import compiled

_ASIDE = compiled(
    r"\((?:[a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ·ˉˊˇˋ ]+|女|男|兼|挂职|回族|满族|[\u4e00-\u9fff]{1,2}族|代|请假"
    r"|列席.*|第.*|.*议题.*)\)"
)


def read_people(plain: str, start: int, end: int, *, text: str | None = None, came: bool = True) -> list[Person]:
    """Return the persons of one list of a folded text; units and names are worded as in `text`.

    Of one who came in another's place, and of those who did not come, the list names `came` or not: 「李明（王强代）」.

    >>> [(person.unit, person.name) for person in read_people("农商行谢铁军、高其冬,李  文", 0, 15)]
    [('农商行', '谢铁军'), ('农商行', '高其冬'), (None, '李文')]
    """
    people: list[Person] = []
    source = plain if text is None else text
    for group in _split(_rejoin(plain, start, end), ";。|\n"):
        heading: str | None = None
        for chunk in _split(group, ","):
            colon = chunk.flat.find(":")
            if colon >= 0:
                # 「市政府办公室：冷静、余波；」: the unit before a colon, for all up to the next sign
                before = chunk.flat[:colon].replace(" ", "")
                heading = before if ends_as_unit(before) and not _SIDE.fullmatch(before) else None
            unit = heading
            entries = list(_split(chunk.part(colon + 1), "、"))
            of_units = lists_units(entries)
            for entry in entries:
                for parted in persons_apart(entry, source):
                    person = _person(parted, unit, source, came=came)
                    if person is None and not came:
                        person = _unit_away(parted.passage, source)
                    if person is not None and not (of_units and len(person.name) == len(parted.passage.flat)):
                        people.append(person)
                        unit = person.unit if _leads(source, person) else unit
    return people


# 「施工单位：某公司 李明」: the side a unit is on, not the unit
_SIDE = compiled(r"(?:建设|施工|监理|设计|勘察|业主|代建|检测|参建|其他|成员|列席|有关|市直|区直|县直)(?:单位|部门)")


def _leads(source: str, person: Person) -> bool:
    """Tell whether the unit stands before the name: only then do those behind it share it."""
    worded = source[person.start : person.end].replace(" ", "")
    return person.unit is not None and (worded.startswith(person.unit[:2]) or person.unit not in worded)


_LONGEST = 100
"""Characters of an entry with unit, posts and name; what is longer is no person."""


def _person(group: Group, inherited: str | None, text: str, *, came: bool) -> Person | None:
    token = group.passage
    if len(token.flat) > _LONGEST:
        return None
    if group.name is not None:
        return _behind_unit(token, *group.name, text)
    kept = [index for index in range(len(token.flat)) if token.flat[index] != " "]
    for aside in _ASIDE.finditer(token.flat) if "(" in token.flat else ():
        kept = [index for index in kept if not aside.start() <= index < aside.end()]
    folded = "".join(token.flat[index] for index in kept)
    worded = "".join(text[token.offsets[index]] for index in kept)
    unit, name = _unit_and_name(folded, padded=" " in token.flat, inherited=inherited, came=came)
    if name is None or _SOME.match(name):
        return None
    place = folded.rfind(name) if not folded.startswith(name) else 0
    shown = None
    if unit is not None:
        at = folded.find(unit)
        shown = worded[at : at + len(unit)] if at >= 0 else unit
    return Person(unit=shown, name=worded[place : place + len(name)], start=token.start, end=token.end)


# 「请假：市水利局、高新区管委会」
_UNIT = compiled(r"[\u4e00-\u9fff]{3,20}")


def _unit_away(token: Passage, text: str) -> Person | None:
    """Read a unit of which nobody came: it stands for its name where none is given."""
    flat = token.flat
    if not (_UNIT.fullmatch(flat) and ends_as_unit(flat)) or COLLECTIVE.match(flat) or FULL_ROLE.search(flat):
        return None
    return Person(unit=None, name=text[token.start : token.end], start=token.start, end=token.end)


def _behind_unit(token: Passage, start: int, end: int, text: str) -> Person:
    """Read 「县财政局 金  科」: the blanks tell where the name begins, whatever its characters could be."""
    before = _ASIDE.sub(lambda aside: " " * len(aside.group()), token.flat[:start])
    kept = [index for index in range(start) if before[index] != " "]
    before = before.replace(" ", "")
    role = next((role for role in FULL_ROLE.finditer(before) if role.end() == len(before)), None)
    length = role.start() if role else len(before)
    unit = "".join(text[token.offsets[index]] for index in kept[:length]).rstrip("、 ")
    name = "".join(text[token.offsets[index]] for index in range(start, end) if token.flat[index] != " ")
    return Person(unit=unit or None, name=name, start=token.start, end=token.end)


_CAME = compiled(r"(?<=.{2})(?:应邀|受邀)?(?:参加|列席|出席|参会|到会(?:监督|指导)?)(?:了)?(?:本次|此次)?(?:会议)?$")
_SAID_TOO = compiled("领导|参|席|到会")
# 「区领导梁伟、冼霞」
_LEADERS = compiled(r"^[\u4e00-\u9fff]{0,4}领导(?=[\u4e00-\u9fff]{2,4}$)")
# 「第一、三议题邀请市政协委员冯某某」「职工代表李某某」
_ASKED_IN = compiled(
    r"^.*(?:邀请|特邀)|^(?:学生|教师|职工|教职工|群众|居民|村民|家长|市民|企业|业主)代表(?=[\u4e00-\u9fff]{2,4}$)"
)
# 「副院长杜若参加援外医疗队」「杜若因公出差」
_WHY_AWAY = compiled(r"(?:因[公病事故]|参[加会]|[赴去在]|出差|外出|请假|[病事产休公]假|学习|培训|住院|开会).*$")
# 「周敏、唐红等7人」
_AND_OTHERS = compiled(r"(?<=.{2})(?:等(?:共?[\d一二三四五六七八九十]+[人名位]?)?(?:同志|领导|代表)?)$")
_ORDINAL = compiled(r"第[一二三四五六七八九十\d]+$")
_BEHIND = compiled(r"(?P<before>[^()]{2,30})\((?P<inside>[^()]{1,30})\)")


_WITH_PARTY = compiled(r"(?P<post>[^()]{2,20})\((?P<inside>[^()]*)\)")
# 「老陈（陈明书记）」
_NICKNAME = compiled(
    r"(?P<post>|.{2,12}?)(?:[老小大阿][\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff](?:书记|主任|[总叔哥姐姨嫂工]))"
)
# 「局长张明（副局长李强代）」「成员单位负责人（市水利局由副局长李强代）」
_INSTEAD = compiled(
    r"(?:(?P<unit>[^()]{2,20})由|由)?(?P<who>(?!.*(?:委托|授权))[^()]{2,24}?)代(?:为|替|表)?(?:参加|参会|出席|到会|会)?"
)


def _who_came(before: str, instead: re.Match[str]) -> tuple[str | None, str | None]:
    """Return unit and name of who came in another's place."""
    parts = split_person(instead["who"])
    if parts is None:
        return None, None
    named = split_person(before)
    unit = before if ends_as_unit(before) else named[0] if named else None
    return instead["unit"] or parts[0] or unit, parts[2]


# 「（赴外地参会）」 tells why somebody was away, and no unit
_AWAY = compiled("[赴在去到因请出参外公病驻]|下[乡村队]")
# 「某集团派员」
_NO_NAMES = frozenset(["派员", "来人", "派人", "到场", "全程"])
# 「校长办公室有关人员」
_SOME = compiled(r"(?:有关|相关|部分|其他|全体|各)(?:人员|同志|负责人|领导|干部|成员|代表)?$")


def _unit_and_name(folded: str, *, padded: bool, inherited: str | None, came: bool) -> tuple[str | None, str | None]:
    """Return unit and name of an entry: 「市财政局李明」, 「李明(市财政局)」, 「县教育局(普明)」, 「韦德强(出差)」."""
    if _SAID_TOO.search(folded):
        folded = _LEADERS.sub("", _CAME.sub("", folded))
    if not came and "(" not in folded and (why := _WHY_AWAY.search(folded, 2)) and split_person(folded[: why.start()]):
        folded = folded[: why.start()]
    folded = _AND_OTHERS.sub("", _ASKED_IN.sub("", folded))
    if _ORDINAL.match(folded):
        return None, None
    behind = _BEHIND.fullmatch(folded) if "(" in folded else None
    if behind:
        before, inside = behind["before"], behind["inside"]
        nick = _NICKNAME.fullmatch(before)
        called = split_person(inside) if nick and not _AWAY.match(inside) else None
        if nick and called and is_name(called[2]):
            told = _unit_and_name(nick["post"] + called[2], padded=False, inherited=inherited, came=came)
            return told if nick["post"] and told[1] else (inherited, called[2])
        if came and (instead := _INSTEAD.fullmatch(inside)):
            return _who_came(before, instead)
        if is_name(inside) and ends_as_unit(before) and not is_name(before):
            return before, inside
        parts = split_person(before)
        if parts is None and not like_name(before):
            return None, None
        of_unit = ends_as_unit(inside) and not is_name(inside) and not _AWAY.match(inside)
        unit = (parts[0] if parts else None) or (inside if of_unit else inherited)
        return unit, parts[2] if parts else before
    post = FULL_ROLE.match(folded) if ROLE_SIGN.search(folded) else None
    if post and 2 <= len(folded) - post.end() <= 3 and like_name(folded[post.end() :]):
        # 「副局长泽兰」: behind a post a rare surname will do
        return None, folded[post.end() :]
    parts = split_person(folded)
    if parts is not None and parts[2] in _NO_NAMES:
        return None, None
    if parts is not None and parts[0] and (party := _WITH_PARTY.fullmatch(parts[0])):
        # 「副市长（民盟）李明」
        role = next((role for role in FULL_ROLE.finditer(party["post"]) if role.end() == len(party["post"])), None)
        inside = party["inside"] if len(party["inside"]) > 3 and ends_as_unit(party["inside"]) else None
        return (party["post"][: role.start()] or inside if role else parts[0]), parts[2]
    if parts is not None:
        return parts[0] or (inherited if parts[1] is None else None), parts[2]
    if like_name(folded) and (padded or inherited is not None or len(folded) in (2, 3, 4) or "·" in folded):
        return inherited, folded
    return None, None


def _rejoin(plain: str, start: int, end: int) -> Passage:
    """Take the line breaks out: a wrapped line joins its next, a finished one gets a sign between."""
    lines: list[tuple[int, int]] = []
    place = start
    for line in plain[start:end].split("\n"):
        bare = line.strip()
        left = place + len(line) - len(line.lstrip())
        lines.append((left, left + len(bare)))
        place += len(line) + 1
    full = max(
        (right - left for left, right in lines if "," in plain[left:right] or "、" in plain[left:right]), default=0
    )
    flat, offsets = "", list[int]()
    for index, (left, right) in enumerate(lines):
        flat += plain[left:right]
        offsets += range(left, right)
        after = plain[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
        # 「李明(市公安局 / 交警支队)」
        within = flat.rfind("(") > flat.rfind(")") and _CLOSES.match(after)
        if index + 1 == len(lines) or not (within or _wraps(plain[left:right], right - left, full, after=after)):
            flat += "\n"
            offsets.append(right)
    return Passage(flat, offsets)


_CLOSES = compiled(r"[^()、;。]{0,24}\)")
# 「区政协副主席      解  兰」 and the like beneath it: one person a line
_IN_COLUMNS = compiled(r"[ ]{2,}[\u4e00-\u9fff](?:[ ]*[\u4e00-\u9fff]){1,2}$")
# 「柏桥区政府 梁平、莫红」 and the like beneath it: one unit a line
_ROW = compiled(r"(?P<unit>[^,、;。: ]{3,16})[ ]+[\u4e00-\u9fff](?:[ ]?[\u4e00-\u9fff]){1,2}(?=[、,]|$)")
# 「专家委员：」 opens a line of its own; 「正，」 is the end of a name
_OPENS_LINE = compiled(r"[^,、;。:]{2,14}:")
_REST_OF_NAME = compiled(r"[\u4e00-\u9fff](?=[,、;。]|$)")


def _wraps(line: str, width: int, full: int, *, after: str) -> bool:
    if not line or line[-1] in ",、;。:" or _OPENS_LINE.match(after) or not any(sign in line for sign in ",、;"):
        return False
    if (_IN_COLUMNS.search(line) and _IN_COLUMNS.search(after)) or (_whole(line, last=True) and _whole(after)):
        return False
    row = _ROW.match(after)
    if row and ends_as_unit(row["unit"]) and _ROW.match(line):
        return False
    return width >= full - 3 or bool(_REST_OF_NAME.match(after)) or _parted(line, after)


def _whole(line: str, *, last: bool = False) -> bool:
    """Tell whether the first or last entry of a line is a person whose name and surname are known."""
    entries = [entry for entry in re.split("[,、;。]", line) if entry.strip()]
    entry = entries[-1 if last else 0].strip() if entries else ""
    groups = list(persons_apart(Passage(entry, range(len(entry))), entry)) if len(entry) <= _LONGEST else []
    people = [_person(group, None, entry, came=True) for group in groups]
    return bool(people) and all(one is not None and is_name(one.name) for one in people)


# 「…、财务 / 处宣栩」
_REST_OF_UNIT = compiled(r"(?:[局委办处厅部会所科室署](?![长主员])|中心|公司|集团)[\u4e00-\u9fff ]{2,6}(?=[,、;。]|$)")


def _parted(line: str, after: str) -> bool:
    """Tell whether the last entry of a line is whole only with the next line's first one: 「市纪 / 委监委陆峰」."""
    last, first = re.split(r"[,、;。 ]", line)[-1], re.split(r"[,、;。 ]", after)[0]
    if last and _REST_OF_UNIT.match(after):
        return True
    if not last or split_person(last + first) is None or (like_name(last) and last[0] not in PLACES):
        return False
    return split_person(last) is None


def _split(passage: Passage, signs: str) -> Iterator[Passage]:
    if not any(sign in passage.flat for sign in signs):
        if passage.flat.strip():
            yield passage.part(0)
        return
    depth, left = 0, 0
    for index, character in enumerate(passage.flat):
        depth += (character == "(") - (character == ")")
        if (character in signs and depth <= 0) or (character == "\n" and "\n" in signs):
            if passage.flat[left:index].strip():
                yield passage.part(left, index)
            left, depth = index + 1, 0
    if passage.flat[left:].strip():
        yield passage.part(left)
