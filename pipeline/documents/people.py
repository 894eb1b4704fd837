"""The persons of a list: entry by entry, across wrapped lines, padded names and units that several share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.clean import Passage
from pipeline.documents.names import FULL_ROLE, ends_as_unit, is_name, split_person
from pipeline.minutes import Person

_ASIDE = re.compile(
    r"\((?:[a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ·ˉˊˇˋ ]+|女|男|回族|满族|[\u4e00-\u9fff]{1,2}族|代|请假"
    r"|列席.*|第.*|.*议题.*)\)"
)


def read_people(plain: str, start: int, end: int, *, text: str | None = None) -> list[Person]:
    """Return the persons of one list of a folded text; units and names are worded as in `text`.

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
                heading = before if ends_as_unit(before) else None
            unit = heading
            for entry in _split(chunk.part(colon + 1), "、"):
                for token in _tokens(entry):
                    person = _person(token, unit, source)
                    if person is not None:
                        people.append(person)
                        unit = person.unit if _leads(source, person) else unit
    return people


def _leads(source: str, person: Person) -> bool:
    """Tell whether the unit stands before the name: only then do those behind it share it."""
    worded = source[person.start : person.end].replace(" ", "")
    return person.unit is not None and (worded.startswith(person.unit[:2]) or person.unit not in worded)


def _person(token: Passage, inherited: str | None, text: str) -> Person | None:
    kept = [index for index in range(len(token.flat)) if token.flat[index] != " "]
    for aside in _ASIDE.finditer(token.flat):
        kept = [index for index in kept if not aside.start() <= index < aside.end()]
    folded = "".join(token.flat[index] for index in kept)
    worded = "".join(text[token.offsets[index]] for index in kept)
    unit, name = _unit_and_name(folded, padded=" " in token.flat, inherited=inherited)
    if name is None:
        return None
    place = folded.rfind(name) if not folded.startswith(name) else 0
    shown = None
    if unit is not None:
        at = folded.find(unit)
        shown = worded[at : at + len(unit)] if at >= 0 else unit
    return Person(unit=shown, name=worded[place : place + len(name)], start=token.start, end=token.end)


_BEHIND = re.compile(r"(?P<before>[^()]{2,30})\((?P<inside>[^()]{1,30})\)")


def _unit_and_name(folded: str, *, padded: bool, inherited: str | None) -> tuple[str | None, str | None]:
    """Return unit and name of an entry: 「市财政局李明」, 「李明(市财政局)」, 「县教育局(普明)」, 「韦德强(出差)」."""
    behind = _BEHIND.fullmatch(folded)
    if behind:
        before, inside = behind["before"], behind["inside"]
        if is_name(inside) and ends_as_unit(before) and not is_name(before):
            return before, inside
        parts = split_person(before)
        if parts is None and not _like_name(before):
            return None, None
        unit = (parts[0] if parts else None) or (inside if ends_as_unit(inside) and not is_name(inside) else inherited)
        return unit, parts[2] if parts else before
    parts = split_person(folded)
    if parts is not None:
        return parts[0] or (inherited if parts[1] is None else None), parts[2]
    if _like_name(folded) and (padded or inherited is not None or len(folded) in (2, 3) or "·" in folded):
        return inherited, folded
    return None, None


_NOBODY = re.compile(
    r"等|全体|各|其他|成员|人员|负责|同志|领导|班子|代表|以及|有关|相关|单位|部门|议题|会议|如下|名单"
    r"|略|无|以上|共|上述|主任|书记|局长|委员|干部|职工|科室|村干|社区|党员|街道|镇长"
)


def _like_name(text: str) -> bool:
    """A rare surname, or a name of a minority (阿布都·热合曼): believed only where a list of names stands."""
    han = all("\u3400" <= character <= "\u9fff" or character in "·•" for character in text)
    long = len(text) <= (12 if "·" in text or "•" in text else 3)
    return han and len(text) >= 2 and long and not ends_as_unit(text) and not _NOBODY.search(text)


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
        if index + 1 == len(lines) or not _wraps(plain[left:right], right - left, full):
            flat += "\n"
            offsets.append(right)
    return Passage(flat, offsets)


def _wraps(line: str, width: int, full: int) -> bool:
    return bool(line) and width >= full - 3 and line[-1] not in ",、;。:" and any(sign in line for sign in ",、;")


def _split(passage: Passage, signs: str) -> Iterator[Passage]:
    depth, left = 0, 0
    for index, character in enumerate(passage.flat):
        depth += (character == "(") - (character == ")")
        if (character in signs and depth <= 0) or (character == "\n" and "\n" in signs):
            if passage.flat[left:index].strip():
                yield passage.part(left, index)
            left, depth = index + 1, 0
    if passage.flat[left:].strip():
        yield passage.part(left)


def _tokens(entry: Passage) -> Iterator[Passage]:
    """Split at blanks, but keep 「金  铭」 and 「市财政局 李明」 together."""
    places = [match.span() for match in re.finditer(r"\S+", entry.flat)]
    index = 0
    while index < len(places):
        start, end = places[index]
        while index + 1 < len(places) and _belongs(entry.flat[start:end], entry.flat[slice(*places[index + 1])]):
            index += 1
            end = places[index][1]
        yield entry.part(start, end)
        index += 1


def _belongs(former: str, latter: str) -> bool:
    if len(former) == 1:
        return len(latter) == 1
    bare = former.replace(" ", "")
    if len(latter) == 1:
        # 「副区长袁　芳」: a padded name behind its post or unit
        parts = split_person(bare + latter)
        return bool(parts and (parts[0] or parts[1]) and len(parts[2]) == 2 and parts[2][-1] == latter)
    if ends_as_unit(bare) and not is_name(bare):
        return True
    if FULL_ROLE.fullmatch(latter):
        return False
    role = next((match for match in FULL_ROLE.finditer(bare) if match.end() == len(bare)), None)
    return role is not None and (role.start() == 0 or len(bare) > 4)
