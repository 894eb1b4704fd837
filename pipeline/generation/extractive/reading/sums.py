"""What a sum of money is a sum of: a guarantee of 3400万元 is not what a thing was bought for."""

from __future__ import annotations

from pipeline.generation.extractive.reading.kinds import Wanted, find
from pipeline.patterns import compiled

SORT = (
    r"担保|抵押|保证金|违约金|罚款|罚金|罚没|滞纳金|欠[款薪费缴]|拖欠|债务|负债|借款|贷款|利润|盈利|亏损|注册资[本金]|税[款收]|押金|定金"
    r"|赔偿|缺口|余额|结余|营[业收]收?入?|收入|销售额|产值|利息|保费"
)
NAMED_BEFORE = compiled(rf"(?:{SORT})(?:总额|金额|总计|合计|余额|规模)?(?:约|共|达|为|是|的|近|超|已达?|预计|高达)*$")
"""The sort that stands right before a sum: 对外担保3400万元."""
SPENT = compiled(
    r"(?:花|用|买|购|收购|采购|[换添]置?|出|投|掏|拨|卖|建|修|造|装|租|办)(?:了|掉|出|去|给|下来|的|这|一共|总共)*多少(?!利|税|保|押|贷|债)"
    r"|多少钱(?:买|收购|拿下|建|修|造|装|租|办|换)|总投资|概算|预算|造价|单价|总价|[售卖买出报底]价|要多少钱"
)
"""Asks what is spent on a thing, or what it costs."""
OF_SUCH = compiled(
    r"担保|抵押|保证|违约|罚|欠|债|借|贷|利润|盈|挣|赚|亏|注册|税|押|定金|赔|缺|差|余|收入|营收|产值|利息|保费|融资"
)
"""What a question says that means such a sum itself."""


def of_another_sort(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether all sums of a folded sentence are named as another sort than the cost that a question asks for.

    >>> money = Wanted("money")
    >>> of_another_sort(money, "打算出多少钱买这家公司", "标的公司有对外担保3400万元，收购终止")
    True
    >>> of_another_sort(money, "打算出多少钱买这家公司", "收购价5000万元，另有担保3400万元")
    False
    """
    if kind.kind != "money" or not SPENT.search(asked) or OF_SUCH.search(asked):
        return False
    sums = [told[max(0, start - 12) : start] for start, _ in find(kind, told)]
    return bool(sums) and all(NAMED_BEFORE.search(before) for before in sums)


ALTOGETHER = compiled(r"(?:一共|总共|合计|总计|拢共|前后)[^，,。？?]{0,8}多少(?!人|户|个|家)")
EACH = compiled(r"每|/|人均|户均|单[价车台]")
CLAUSE_ENDS = "，。；、：,;"


def of_each_only(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether a folded question asks for what all comes to, and all sums of a sentence are those for each.

    >>> of_each_only(Wanted("money"), "管护一共花了多少钱", "管护补助每座每年5万元")
    True
    >>> of_each_only(Wanted("money"), "管护一共花了多少钱", "每座5万元，共600万元")
    False
    """
    if kind.kind != "money" or not ALTOGETHER.search(asked) or EACH.search(asked):
        return False
    begins = [(1 + max(told.rfind(mark, 0, start) for mark in CLAUSE_ENDS), end) for start, end in find(kind, told)]
    return bool(begins) and all(EACH.search(told[begin : end + 6]) for begin, end in begins)
