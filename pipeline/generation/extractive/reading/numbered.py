"""Bodies told apart by a number in their names: what is said of 第二医院 says nothing of 第一医院."""

from __future__ import annotations

from pipeline.patterns import compiled

NUMBERS = "一二三四五六七八九十"
NOUN = (
    r"(?:人民|中心|附属|中医)?医院|(?:实验|高级|初级|职业|外国语)?(?:中学|小学|幼儿园)|幼儿园|(?:自来|供)?水厂|(?:生活)?污水(?:处理)?厂"
    r"|敬老院|福利院|热电厂|菜市场|看守所|[分支]公司|支行|工程局|建筑公司|税务分局|派出所"
)
NAMED = compiled(rf"第(?P<number>[{NUMBERS}]{{1,2}})(?P<noun>{NOUN})")
SHORT = (("医院", "院"), ("中学", "中"), ("小学", "小"), ("幼儿园", "幼"))
"""How each is called in short: 二院, 三小."""


def of_another_number(asked: str, told: str) -> bool:
    """Tell whether a text names a body of the kind that a question names, and only under other numbers.

    Args:
        asked: the question, folded, with what names the body that met.
        told: the item of a sentence, with its title and what names its document, folded.

    >>> of_another_number("江州第一人民医院招多少人", "江州市第二人民医院党委会 共招聘62人")
    True
    >>> of_another_number("江州第一人民医院招多少人", "江州市第二人民医院 市一院 招聘62人")
    False
    """
    for match in NAMED.finditer(asked):
        number, noun = match["number"], match["noun"]
        short = [f"{number}{brief}" for kind, brief in SHORT if noun.endswith(kind)]
        if match.group() in told or any(one in told for one in short):
            continue
        if any(other["noun"][-2:] == noun[-2:] and other["number"] != number for other in NAMED.finditer(told)):
            return True
    return False
