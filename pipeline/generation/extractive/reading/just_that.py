"""Whether a sentence tells of just the part, the sort, the kind of body and the time that a question asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.extractive.reading.kinds import MEASURES, holds
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.extractive.reading.pairing import Reading

NUMBER = r"[一二两三四五六七八九十]{1,3}|[0-9]{1,3}"
NOUN = r"标段|标包|楼(?![盘宇道梯房])|单元|号线|组团|车间|片区|等奖|院区|层(?![次面级])|档(?!案)"
PART = compiled(rf"(?<![哪这那每另同任0-9个])(?P<number>{NUMBER})[号#]?(?P<noun>{NOUN})")
"""A part that has a number: 三标段, 2号楼, 二等奖."""
IN_SO_MANY = compiled(rf"(?:{NUMBER})个(?P<noun>{NOUN})")
"""分三个标段: names none of them."""
COUNT = compiled(r"(?<![0-9.第-])(?P<number>[0-9]{1,5})(?P<noun>[户家处座栋台辆个名条件项宗])(?!月)")
DIGITS = dict(zip("一二三四五六七八九十两", ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "2"), strict=True))
BEFORE = 60
"""Characters before a sentence in which the part that it goes on about may stand."""
NO_SORT = "每各全不未先再暂"
"""What opens no sort of a thing: 每晚开放 is no other 开放 than 夜间开放."""
COMPOUND = compiled(r"(?=(?P<sort>[一-鿿]{2})(?P<head>[一-鿿]{2}))")
LEADS = compiled(
    r"(?:由|是|归)?(?:哪|什么|何)(?:一)?[个家]?(?:部门|单位|[局委办处科室部镇]|[处科]室|街道|公司)?(?:来|去)?(?:牵头|主办|领衔)|(?:牵头|主办)(?:单位|部门)"
)
LED = compiled(
    r"牵头|负责|主办|承办|领衔|组织|责任|会同|落实|请|责成|督|业主|办理|实施|协调|抓|盯|管理|承担|完成|起草|拟[定订]|制定"
    r"|[应须需要](?!求)"
)
"""What may say who leads: 其余由某医院自筹 does not."""
SPOKEN = compiled(r"[，,。]")
"""What a sentence has and the row of a table has not, in which the unit that leads stands alone."""
BODIES = tuple(
    (compiled(asked), compiled(told))
    for asked, told in (
        (
            r"(?:哪|什么)(?:一)?[家个]?[一-鿿]{0,4}机构",
            r"机构|公司|集团|[一-鿿]院|[究务测]所|中心|[一-鿿]站|协会|银行|专家",
        ),
        (
            r"(?:哪|什么|啥)(?:一)?[家个]?(?:[民国央私房]企|民营企业|开发商|老板|东家)",
            r"公司|集团|[一-鿿]厂(?!房)|置业|地产|合作社|个体",
        ),
        (
            r"(?:哪|什么)[些几个座两三]*(?:城市|省市|省份|地市|国家)",
            r"等地|(?:赴|前往)[一-鿿]{2,}|[一-鿿]{2}(?:市|省|州)(?![政级直属委局场内区里])",
        ),
        (r"(?:关于|有关)(?:什么|啥|哪方面)(?:内容|方面|事|的)", r"关于|《|涉及|围绕|内容"),
    )
)
"""What is asked for by its class, and what a sentence must hold to name one of it."""
WHICH_YEAR = compiled(r"哪一?年|何年|往后[^，。？?]{0,6}(?:哪|什么时候|何时)")
NOT_THEN = compiled(r"(?:不|未|无法|难以)[^，。；]{0,8}(?:本|今|当)年度?|不再[^，。；]{0,8}(?:本|今|当)年度?")
"""不纳入本年度计划 tells of no year."""


def of_just_that(one: Reading) -> bool:
    """Tell whether a sentence may tell of just what is asked for."""
    if one.question.claim:
        return True
    asked, said = one.asked.folded, one.said
    if any(wanted.search(asked) and not told.search(one.new) for wanted, told in BODIES):
        return False
    if LEADS.search(asked) and SPOKEN.search(said) and "|" not in said and not LED.search(said):
        return False
    if WHICH_YEAR.search(asked) and NOT_THEN.search(said) and not _holds_kind(one, NOT_THEN.sub("，", said)):
        return False
    return (
        _of_the_lettered(one) and _of_the_subset(one) and _of_the_part(one) and _of_the_sort(one) and _of_the_count(one)
    )


LETTERED = compiled(r"(?:方案(?P<plan>[a-h一二三四五甲乙丙丁]))|(?P<line>[a-h](?=[线版区座栋标]))")
SUBSET = compiled(r"(?<![0-9.第-])[0-9]{1,4}[笔户家处部个名条项宗件台栋](?!月)")


def _of_the_lettered(one: Reading) -> bool:
    """What 方案B is like says nothing of 方案A."""
    for match in LETTERED.finditer(one.unnamed):
        group = "plan" if match["plan"] else "line"
        held = {each[group] for each in LETTERED.finditer(one.said) if each[group]}
        if held and match[group] not in held and match.group() not in one.title:
            return False
    return True


def _of_the_subset(one: Reading) -> bool:
    """共计312.4万元，有争议的2笔暂不支付 tells no sum of the 2笔, as all that it tells stands before them."""
    if one.asked.kind.kind not in ("money", "share") or one.asked.kind.besides:
        return True
    clauses = re.split(r"[，,；;。]", one.said)
    for match in SUBSET.finditer(one.unnamed):
        at = next((index for index, clause in enumerate(clauses) if match.group() in clause), None)
        if at and not _holds_kind(one, "，".join(clauses[at:])) and not SUBSET.search(clauses[at - 1]):
            return False
    return True


def _holds_kind(one: Reading, text: str) -> bool:
    return holds(one.asked.kind, text)


def _of_the_part(one: Reading) -> bool:
    """A figure of the whole is none of its third part: 三标段多长 is not told by 总长8.7公里，分三个标段."""
    if one.asked.kind.kind not in MEASURES:
        return True
    for match in PART.finditer(one.unnamed):
        wanted, noun = _number(match["number"]), match["noun"]
        if any(_number(each["number"]) == wanted and each["noun"] == noun for each in PART.finditer(one.title)):
            continue
        held = [each for each in PART.finditer(one.said) if each["noun"] == noun]
        at = next((index for index, each in enumerate(held) if _number(each["number"]) == wanted), None)
        if at is None:
            told_apart = held or any(each["noun"] == noun for each in IN_SO_MANY.finditer(one.said))
            if told_apart or _told_elsewhere(one, wanted, noun):
                return False
        elif len(held) > 1 and not _holds_kind(one, _own(one.said, held, at)):
            return False
    return True


def _of_the_count(one: Reading) -> bool:
    """A row on 6户 tells nothing of the 2户 that a question names, of which another row of the item speaks."""
    if one.asked.kind.kind not in ("day", "span", "unit", "person") or not one.said.startswith("|"):
        return True
    rows = [line for line in one.around.split("\n") if line.lstrip().startswith("|")]
    for match in COUNT.finditer(one.unnamed):
        others = [other for other in COUNT.finditer(one.said) if other["noun"] == match["noun"]]
        own = any(other["number"] == match["number"] for other in others)
        if others and not own and any(match.group() in row for row in rows):
            return False
    return True


def _told_elsewhere(one: Reading, wanted: str, noun: str) -> bool:
    """Tell whether an item speaks of several parts, of the one asked for elsewhere than here or right before."""
    numbers = [_number(each["number"]) for each in PART.finditer(one.around) if each["noun"] == noun]
    if wanted not in numbers or len(set(numbers)) < 2:
        return False
    at = one.around.find(one.said)
    before = one.around[max(0, at - BEFORE) : at]
    return not any(_number(each["number"]) == wanted and each["noun"] == noun for each in PART.finditer(before))


def _own(said: str, held: Sequence[re.Match[str]], at: int) -> str:
    """Return what a sentence says of one of several parts: from its name to that of the next."""
    end = held[at + 1].start() if at + 1 < len(held) else len(said)
    return said[held[at].end() : end]


def _number(written: str) -> str:
    return DIGITS.get(written, written)


def _of_the_sort(one: Reading) -> bool:
    """通信管线 is not what a sentence on 供水管线 speaks of, where the item names both."""
    if one.asked.kind.kind not in MEASURES:
        return True
    asked, said = one.unnamed, one.folded
    for match in COMPOUND.finditer(asked):
        sort, head = match["sort"], match["head"]
        named = f"{sort}{head}"
        if named in said or sort in said or sort in one.title or head not in said or named not in one.around:
            continue
        others = {said[place - 2 : place] for place in _places(head, said) if place >= 2}
        if (
            others
            and all(_is_word(other) and other not in asked and other[0] not in NO_SORT for other in others)
            and _is_word(sort)
            and _is_word(head)
        ):
            return False
    return True


def _places(word: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(word), text)]


def _is_word(text: str) -> bool:
    return bool(load_lexicon().counts.get(text))
