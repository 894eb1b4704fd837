"""Key words that end on a measure of an act (发放部门, 门票价格): what is told must speak of the act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.reading.concepts import concepts_of
from pipeline.generation.understanding.asking import WH_WORD
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

ENDS = compiled(
    r"(?P<act>[一-鿿]{2,4}?)(?:时限|时间|期限|日期|部门|单位|科室|处室|人数|价格|标准|金额|费用|总额|比例|数量|名称|名单|方式|面积|长度|地址|地点)"
)
OF_ANY = compiled(
    r"^(?:完成|办结|责任|牵头|负责|配合|主办|具体|所需|实施|落实|整改|截止|开始|起始|最迟|涉及|总|各|会议|汇报|主管|承办|相关|有关|现行|调整|原|所在|所属|参会|参加|列席|出席)"
)
"""What is asked of any matter, and may be told without being named."""


def leaves_key_word_out(one: Telling) -> bool:
    """Tell whether key words end on a measure of an act of which what is told has not one character."""
    if one.question.claim or len(one.parts) < 2 or WH_WORD.search(one.asked):
        return False
    match = ENDS.fullmatch(one.parts[-1])
    if match is None or OF_ANY.match(match["act"]):
        return False
    told = f"{one.titles}\n{one.told}"
    known = any(word.held(told)[1] for word in concepts_of(match["act"]) if len(word.word) > 1)
    return not known and not any(character in one.told for character in match["act"])
