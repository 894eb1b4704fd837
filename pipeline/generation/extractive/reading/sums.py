"""What a sum of money is a sum of: a guarantee of 3400万元 is not what a thing was bought for."""

from __future__ import annotations

import re

from pipeline.generation.extractive.reading.kinds import Wanted, find, holds
from pipeline.patterns import compiled

SORT = (
    r"担保|抵押|保证金|违约金|罚款|罚金|罚没|滞纳金|欠[款薪费缴]|拖欠|债务|负债|借款|贷款|利润|盈利|亏损|注册资[本金]|税[款收]|押金|定金"
    r"|赔偿|补偿|租金|缺口|余额|结余|营[业收]收?入?|(?:措施|设计|勘察|监理|检测|咨询|代理|服务|迁改|安置)费用?|预付款|尾款|首付款|收入|销售额|产值|利息|保费"
)
NAMED_BEFORE = compiled(
    rf"(?:{SORT})(?:总额|金额|总计|合计|余额|规模|底价|标准)?(?:约|共|达|为|是|的|近|超|已达?|预计|高达)*$"
)
"""The sort that stands right before a sum: 对外担保3400万元."""
NAMED_BEHIND = compiled(rf"^的?(?:{SORT})")
"""The same right behind it: 按3万元补偿."""
SPENT = compiled(
    r"(?:花|用|买|购|收购|采购|[换添]置?|出|投|掏|拨|卖|建|修|造|装|租|办)(?:了|掉|出|去|给|下来|的|这|一共|总共)*多少(?!利|税|保|押|贷|债)"
    r"|多少钱(?:买|收购|拿下|建|修|造|装|租|办|换)|总投资|概算|预算|造价|单价|总价|[售卖买出报底]价|要多少钱"
)
"""Asks what is spent on a thing, or what it costs."""
OF_SUCH = compiled(
    r"担保|抵押|保证|违约|罚|欠|债|借|贷|利润|盈|挣|赚|亏|注册|税|押|定金|赔|补|租|缺|差|余|收入|营收|产值|利息|保费|融资"
)
"""What a question says that means such a sum itself."""


def of_another_sort(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether all sums of a folded sentence are named as another sort than the cost that a question asks for.

    >>> money = Wanted("money")
    >>> of_another_sort(money, "打算出多少钱买这家公司", "标的公司有对外担保3400万元，收购终止")
    True
    >>> of_another_sort(money, "电梯造价多少钱", "一楼不同意按3万元补偿")
    True
    >>> of_another_sort(money, "打算出多少钱买这家公司", "收购价5000万元，另有担保3400万元")
    False
    """
    if kind.kind != "money" or not SPENT.search(asked) or OF_SUCH.search(asked):
        return False
    names = (NAMED_BEFORE.search(told[max(0, start - 12) : start]) for start, _ in find(kind, told))
    if any(name and name.group()[:2] in asked for name in names):
        return False
    sums = [(told[max(0, start - 12) : start], told[end : end + 4]) for start, end in find(kind, told)]
    return bool(sums) and all(NAMED_BEFORE.search(before) or NAMED_BEHIND.match(behind) for before, behind in sums)


TOGETHER = compiled(r"全[市县区镇乡院校州省局村厂系]|合计|总计|共计|总额|一共|总共")
LISTED = compiled(r"[^，,。；;、：:]+(?:、[^，,。；;、：:]+)+")


def of_them_all(kind: Wanted, asked: str, told: str) -> bool:
    """Tell whether all sums of a folded sentence are those of all together, and a question asks for that of one listed.

    >>> told = "全院亏损217万元,亏损居前的是骨科、神经外科、呼吸科"
    >>> of_them_all(Wanted("money"), "骨科亏损多少钱", told), of_them_all(Wanted("money"), "全院亏损多少钱", told)
    (True, False)
    """
    if kind.kind != "money" or TOGETHER.search(asked):
        return False
    clauses = re.split(r"[，,。；;：:]", told)
    summed = [clause for clause in clauses if holds(kind, clause)]
    if not summed or not all(TOGETHER.search(clause) for clause in summed):
        return False
    for match in LISTED.finditer("，".join(clause for clause in clauses if clause not in summed)):
        members = [re.sub(r"[0-9].*$", "", one) for one in match.group().split("、")]
        if sum(len(one) > 1 and (one[-4:] in asked or one[-2:] in asked) for one in members) == 1:
            return True
    return False


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
