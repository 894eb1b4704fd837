"""What is asked of one of the matters that a question sets beside each other: 甲和乙哪个更高 asks of each how high."""

from __future__ import annotations

import re

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.several.wordings import CHANGED
from pipeline.patterns import compiled

ASKS = compiled(
    r"谁|哪|什么|怎[么样]|多少|(?<![上下好那这])几(?=[个项条家人次点票位号月天年所名件处座亩户套台成笔岁期批份块倍])"
    r"|多[大高长久]|为何|何[时人日种因处地]|如何|是否|[能可会]否|有没有|吗(?=$|[？?，,；;])|没有?(?=$|[？?，,；;])|呢(?=$|[？?])|(?P<act>[一-鿿])[没不](?P=act)(?![一-鿿]{1,3}的)"
)
COMPARED_BY = compiled(
    r"(?:哪[个家条边样座种项所一方次回]*|谁|何者)(?P<between>(?:(?![嫌说提想觉认主建]|要(?!求))[^，,？?]){0,8}?)(?:更|最|比较)?(?P<by>[多少高低长短大小早晚贵重])(?:一?些|一点)?(?=[？?呢，,、]|$)"
)
QUALITY = compiled(
    r"(?:哪[个家条边样方]|谁)(?P<between>[一-鿿]{0,2}?)得?(?:更|最)?(?:彻底|到位|划算)(?:一?些|一点)?(?=[？?呢，,。]|$)"
)
"""哪家改得更彻底: asks of each how much."""
THAN = compiled(r"(?<=[一-鿿]{2})(?:相比|比起来|比较|(?<![占对])比)(?=[，,])")
"""甲上半年跟乙前八个月比，: what is left of setting them beside each other."""
DIFFERENCE = compiled(r"(?:有)?(?:什么|何|哪些|啥)?(?:不同|区别|差别|差异|不一样)(?:之处|的地方)?")
EACH = compiled(
    r"分别|各自|各(?=[是有为占由给定需要用多几在提怎奖批投拿哪什按谁花安讲该说补把领摊揽承])|相比|(?<=[，,])都|前后(?=是|为|有|定|各)"
)
OF_TWO = compiled(
    r"[这那]?[两俩二三](?:件事情?|桩事|项工作|个项目|个事项)[，,]?|[这那]?[两俩二三](?:个|项|件|家|者|份|种|地|县|市|区|院)?(?=方案|[，,]|$|议题|文件|办法|分别|各)"
)
HOW_FAR = compiled(r"(?:都|又)?(?:定|走|推进|进展|推)到(?:了)?(?:哪一?步|什么程度|哪个阶段)(?:了)?")
"""Asks of a meeting what it decided: 各定到哪一步了."""
OF_SEVERAL = compiled(
    r"(?:请|帮我)?(?:对比|比较)(?:一下|看看)?[，,]?|(?:先后|前后|分别|共)?(?:召?开|举行)了?(?=[，,]|[两二三]次)|先后|一步一?步地?|[这那前后]*[两二三]次(?:[一-鿿]{0,4}?会议?)?(?:上|里)?[，,]?"
)
"""Says that several meetings are asked about."""
TWICE = compiled(
    r"(?:(?<=多少)|(?<=多少钱))[，,？?](?:[又都各]|分别)*[是有为给要花]*了?多少(?=[？?。]|$)|什么时候[，,？?](?:[又都各]|分别)*[是在]?(?=(?:哪一?天|几号))"
)
"""Asks the same again: 概算多少？是多少？"""
SIZE_AGAIN = compiled(
    r"^\s*(?:[那又都各]|分别|各自)*[是有为给要到花]?[了]?(?:多少|几[个号]|哪一?[天年]|什么时候)(?:[一-鿿]{0,5}|个百分点)[前后]?[？?。]*$"
)
"""Asks for no more than how much, or when: 哪个花钱多？各是多少？"""
SIZES = {"money", "figure", "share"}
MEETS = compiled(r"召?开|举行")
SAME_ONE = compiled(
    r"(?:是不是|是否)(?:都)?(?P<by>[由归])?(?:是)?同?一[个家](?P<whom>单位|部门|人|局|领导)(?P<does>牵头|负责|主办|管|汇报|办)?的?"
)
"""是不是同一个单位牵头 asks of each who does."""
ALIKE = compiled(r"(?<!不)(?:是不是|是否)?(?:都)?(?:一样(?:吗|么|不一样)|一不一样)")
WHICH_PASSED = compiled(r"(?:是)?哪[一]?[个项件](?:议题|方案|项目|事)?(?:会上|被|获)?(?=通过|同意|批准|暂缓|否决|没)")


def asks_the_same(before: str, clause: str) -> bool:
    """Tell whether a clause only asks for the size or the day again that the one before asks about.

    >>> asks_the_same("哪个花钱多？", "各是多少？"), asks_the_same("哪天开工？", "要多少？")
    (True, False)
    """
    if not SIZE_AGAIN.match(clause):
        return False
    kinds = {kind_asked(text).kind for text in (of_one_side(before), clause)}
    return len(kinds) == 1 or kinds <= SIZES


def of_one_side(text: str) -> str:
    """Return the question of one side: 甲哪个更高 asks how high, 甲结论有何不同 which verdict.

    >>> of_one_side("每家每年费用哪个更高？"), of_one_side("结论有何不同？"), of_one_side("聘期各为几年？")
    ('每家每年费用多少？', '结论是什么？', '聘期为几年？')
    >>> of_one_side("危桥改造是不是同一个单位牵头？"), of_one_side("危桥改造的结论一样吗？")
    ('危桥改造由哪个单位牵头？', '危桥改造的结论是什么？')
    >>> of_one_side("旧改前八个月比，哪边改得更彻底？"), of_one_side("旧改哪个管的户数多，哪个花的钱多？")
    ('旧改前八个月，改多少？', '旧改管的户数多少，花多少钱？')
    """
    text = QUALITY.sub(r"\g<between>多少", THAN.sub("", text))
    text = COMPARED_BY.sub(_measured, OF_TWO.sub("", OF_SEVERAL.sub("", text)))
    text = WHICH_PASSED.sub("有没有", ALIKE.sub("是什么", SAME_ONE.sub(_done_by, HOW_FAR.sub("结果是什么", text))))
    changed = CHANGED.search(text)
    if changed:
        asked = ASKS.search(text[: changed.start()] + text[changed.end() :])
        text = CHANGED.sub("" if asked else "是什么", text)
    return TWICE.sub("", EACH.sub("", DIFFERENCE.sub("是什么", text)))


def _done_by(match: re.Match[str]) -> str:
    whom = "谁" if match["whom"] in ("人", "领导") else "哪个单位"
    return f"{'由' if match['does'] else '是'}{whom}{match['does'] or ''}"


def _measured(match: re.Match[str]) -> str:
    between, when = match["between"].removesuffix("得"), match["by"] in "早晚"
    if when and MEETS.fullmatch(between):
        return f"什么时候{between}的"
    between = "" if between in ("数", "数字", "数额", "数量") else between
    if between.endswith("钱") and not when:
        return f"{between[:-1].removesuffix('的')}多少钱"
    return f"{between}{'什么时候' if when else '多少'}"
