"""The names of several are asked for, or of the others beside one: what is told must name more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

OTHERS = compiled(
    r"(?:除|除了)[^,。]{1,12}?(?:之?外|以外),?的?(?:其余|其他|另外|还有|另|剩下)|(?:其余|另外|剩下|其他)的?(?:[0-9]+|[两二三四五六七八九十几])[家个名位人所户项处条]"
)
NAMES_OF_THEM = compiled(r"名称|姓名|名单|叫什么|分别[是有]|是哪|有哪|哪[几些]|都是|是谁|[是有]什么|各是")
BY_NAME = compiled(r"叫(?:什么|啥)(?:名|\?|$)|名称|名单|名字")
SO_MANY = compiled(r"(?P<number>[0-9]+|[二两三四五六七八九十])[家个名位人所户]")
TWO = frozenset("12二两")
NAMES = compiled(r"、|“|《|和|及|分别|公司|\(")
SEVERAL = compiled(r"、|分别|;|\n|[|｜]")


def leaves_names_out(one: Telling) -> bool:
    """Tell whether the names of several are asked for, and what is told does not list them.

    A question that says how many the others are takes nothing for granted: a preface that corrects does not count.
    """
    others = OTHERS.search(one.asked)
    if others and NAMES_OF_THEM.search(one.asked, others.end()) and not SEVERAL.search(one.told):
        return True
    many = SO_MANY.search(one.unnamed)
    if one.corrects or many is None or not BY_NAME.search(one.unnamed):
        return False
    fewest = 1 if many["number"] in TWO else 2
    return len(NAMES.findall(one.told)) < fewest
