"""What something costs, or brings, for one of a kind: 坐一趟多少钱 is not told by what a line costs in all."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    import re

    from pipeline.generation.extractive.reading.kinds import Wanted

FOR_ONE = compiled(
    r"(?<![0-9第同哪这那唯统进])[一每]个?(?P<one>[次趟户人亩吨套台部晚天月年桌份度]|学期|季度|平方米|平米|小时)(?!起|次性|共|直|下|样|些|定)(?:的)?(?:[^，,。？?]{0,8}?)(?:多少(?!户|人|家|次)|几(?:块|元|毛|[千百万]))"
)
"""Asks for an amount for one: 一次收多少钱, 工资一个月多少."""
SAID_FOR = {
    "次": "次|趟|例|例均|人次",
    "趟": "人次|次|趟|票|程|班",
    "人": "人|名|位|员",
    "户": "户|家",
    "吨": "吨|立方|方水",
    "晚": "晚|夜|班|天|日",
    "天": "天|日",
    "台": "台|部|辆|套",
    "部": "台|部|辆|套",
    "套": "台|部|套|户",
    "平米": "平方|平米|㎡",
    "平方米": "平方|平米|㎡",
}
"""Other words by which a text may count, where a question counts by this one."""
OF_PRICE = "单价|票价|起步价|收费标准|标准|价格"


def of_all_only(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether a folded question asks for an amount for one, and a folded sentence tells of none for one.

    >>> from pipeline.generation.extractive.reading.kinds import Wanted
    >>> asked, money = "接驳公交坐一趟要多少钱", Wanted("money")
    >>> of_all_only(money, asked, "年补贴不超过260万元"), of_all_only(money, asked, "每人次2元")
    (True, False)
    """
    match = FOR_ONE.search(asked) if kind.kind in ("money", "figure") and not kind.counted else None
    return match is not None and not _of_one(match["one"]).search(told)


@lru_cache(maxsize=32)
def _of_one(one: str) -> re.Pattern[str]:
    words = SAID_FOR.get(one, one)
    if one == "年":
        return compiled(rf"年(?![0-9]*月)|{OF_PRICE}")
    paid = "均|薪|租|补|产|票|供|付|工资|收入|津贴"
    return compiled(rf"均|[每各一/]个?(?:{words})|(?:{words})(?:{paid})|按(?:{words})|{OF_PRICE}")
