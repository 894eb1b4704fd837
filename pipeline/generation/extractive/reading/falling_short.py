"""What falls short of what is asked: one figure where each district's is asked for, two names where three are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.reading.kinds import MEASURES, find
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.pairing import Reading

CAPTION = compiled(r"\s*附(?:件|表|录)?[0-9一二三四五六七八九十]*[：:][^。；;，,|｜]{2,40}[表单图册录]?\s*")
"""附：任务分解表: names what follows, and tells nothing of it."""
SORT = compiled(r"非(?!常|法|遗|公|税|机动|物质|凡|但|要|洲|典|同|得|议|是)(?P<of>[一-鿿]{2})")
"""非居民用气: the other sort is 居民用气."""
EACH = compiled(
    r"(?:各|每个?)(?:个)?(?:[省市州县区镇乡村校院科]|街道|社区|片区|部门|单位|学校|学院|科室|公司|企业|小区)[^，,。？?]{0,6}?(?:分别|各自|各(?=[有是占为多几安分]))"
)
ALIKE = compiled(r"每[个家户人所座处台]|各[0-9一二三四五六七八九十两]|均(?!衡|势|可)|一律|统一")
"""每个镇5处 tells of all at once."""
FOR_ALL = compiled(r"(?:总共|一共|合计|加起来|全部|总计)[^，,。？?每]{0,6}(?:多少|几)")
PER_ONE = compiled(r"每[^，,。；;]{1,6}$")
NEAR = 8
"""Characters before a sum in which it says for how many."""
SO_MANY = compiled(r"哪(?P<number>[三四五六七八九3-9])[个家项名位条件种所户人镇乡村招样步类笔]")
NUMBERS = dict(zip("三四五六七八九", range(3, 10), strict=True))
PARTS = compiled(r"[、；;，,]|[和及与](?!其|有关|相关)|[一二三四五六七八九]是|[（(][一二三四五六七八九1-9][）)]")
COMMAS = compiled(r"[，,]")
WHICH_BODY = compiled(r"(?:哪|什么)(?:一)?[家个]?[一-鿿]{0,4}(?:机构|公司|企业|单位|商家?|团队)")
LOOKS_FOR = compiled(
    r"(?:对接|招引|引进|引入|遴选|比选|择优选?|选聘|选择|寻找|物色|洽谈|联系|选定|落实)[^，,。；;]{0,8}(?:机构|公司|企业|单位|运营商|主体|团队)(?![（(《“：:为])"
)
"""社区办负责对接运营机构: who it is to be is not known yet."""
CAME_TRUE = compiled(
    r"(?:最后|最终|后来|到底|究竟|实际上?)[^，,。？?]{0,8}?(?:(?P<act>[达完做办修建成])没(?P=act)|有没有(?:达到|完成|做到|实现|落实|建成)|(?:达到|完成|实现|做到|落实|建成)(?:了)?(?:没有?|吗))"
)
"""最后到底达没达到: asks what came of it, not what was ordered."""
ORDERS = compiled(r"确保|力争|务必|争取|保证|要求|[应须要](?!求)|由[^，。；]{2,14}负责|[日月底]前")
HAPPENED = compiled(r"已|业经|(?:完成|实现|达到)了|实际|未能|没有(?:完成|达到|实现)|仍[未为]|截至")
A_BODY = compiled(r"[一-鿿]{2,}(?:公司|集团|事务所|研究院|协会|合作社|银行|中心)")


def is_caption(one: Reading) -> bool:
    """Tell whether a sentence only names what is annexed."""
    return bool(CAPTION.fullmatch(one.folded))


def of_the_other_sort(one: Reading) -> bool:
    """Tell whether a question asks of 非居民 what a sentence says of 居民."""
    asked = [match["of"] for match in SORT.finditer(one.asked.folded)]
    told = one.folded
    return not one.question.claim and any(sort in told and f"非{sort}" not in told for sort in asked)


def lacks_each(one: Reading) -> bool:
    """Tell whether a figure is asked for each of several, and a sentence holds one alone, which is not that of each."""
    kind = one.asked.kind
    if one.question.claim or kind.kind not in MEASURES or not EACH.search(one.asked.folded):
        return False
    told = {one.said[start:end] for start, end in find(replace(kind, besides=()), one.said)}
    told = {figure for figure in told if figure.endswith(kind.counted or "")}
    return len(told) < 2 and not ALIKE.search(one.said)


def only_per_one(one: Reading) -> bool:
    """Tell whether a sum for all is asked for, and a sentence holds none but for one of them: 每生每年180元."""
    if one.question.claim or one.asked.kind.kind != "money" or not FOR_ALL.search(one.asked.folded):
        return False
    befores = [one.said[max(0, start - NEAR) : start] for start, _ in find(one.asked.kind, one.said)]
    return bool(befores) and all(PER_ONE.search(before) for before in befores)


def lists_too_few(one: Reading) -> bool:
    """Tell whether a question asks for three or more by name, and a sentence lists fewer: 哪三招."""
    match = SO_MANY.search(one.asked.folded)
    if match is None or one.question.claim or one.asked.kind.kind != "list":
        return False
    number = NUMBERS.get(match["number"]) or int(match["number"])
    marks = [mark.group() for mark in PARTS.finditer(one.said)]
    named = [mark for mark in marks if not COMMAS.fullmatch(mark)]
    return len(named) < number - 1 and (bool(named) or len(marks) < number - 1)


def only_ordered(one: Reading) -> bool:
    """Tell whether it is asked if something came true, and a sentence only orders it: 确保年内达到."""
    if one.question.claim or not CAME_TRUE.search(one.asked.folded):
        return False
    return bool(ORDERS.search(one.said)) and not HAPPENED.search(one.said)


def only_looks_for_one(one: Reading) -> bool:
    """Tell whether a question asks which firm it is, and a sentence only has somebody look for one."""
    if one.question.claim or not WHICH_BODY.search(one.asked.folded):
        return False
    return bool(LOOKS_FOR.search(one.said)) and not A_BODY.search(LOOKS_FOR.sub("，", one.said))
