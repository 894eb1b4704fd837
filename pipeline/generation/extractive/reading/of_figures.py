"""Doubts about figures: of which part, year, sort and payer a sum is, and of what a question asks for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON, holds_figure
from pipeline.generation.extractive.reading.ages import ages_told
from pipeline.generation.extractive.reading.attributes import (
    COMPARED,
    LAST_YEAR,
    MORE_BY,
    THIS_YEAR,
    of_one_alone,
    of_the_period,
)
from pipeline.generation.extractive.reading.labelled import task_before
from pipeline.generation.extractive.reading.payers import names_payer, tells_whether_paid
from pipeline.generation.extractive.reading.per_one import of_all_only
from pipeline.generation.extractive.reading.sums import of_another_sort, of_each_only, of_them_all
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.generation.understanding.topic import words
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.pairing import Reading

COUNTED = ("money", "share", "figure")
FIGURE = compiled(
    r"(?<![0-9第a-z月])(?<!no\.)(?<!no\. )(?![0-9]+(?:st|nd|rd|th)\b)(?!(?:19|20)[0-9]{2}(?![0-9]))"
    r"[0-9]+(?:\.[0-9]+)?[a-z]*(?![0-9a-z年月日次届])"
)
"""A figure that counts something, with its letters (3.0t); a date and the number of a meeting (no. 4, 4th) do not."""
ROUGHLY = compiled(r"(?<![0-9.])(?P<figure>[0-9]{2,})[十百千万亿]?(?:多|来|余|出头|好几|左右|上下)")
"""386万多 may be 386.5万; the digits stand in the text, and more behind them."""
YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?=[^0-9]|$)")
THE_YEAR_BEFORE = compiled(r"(?<![较比与同])(?:去年|上一?年度?(?!末|底))")
"""去年结余903万元 tells of 2023 in minutes of 2024; 较去年增长 tells of the year itself."""
NO_NAME = compiled(r"[0-9]|[了掉去来到下]$|(?<![支产输演进外一])出$|^[没该]")
"""What is done (免了, 漏掉, 省下来) names nothing of which a figure could be."""
PLOT = compiled(r"[0-9]+(?:-[0-9]+)+号")
MONEY = frozenset(("资金", "经费", "费用", "金额", "款项", "总额", "预算"))
"""What any amount of money is."""
PAYER = compiled(r"[省市县区州镇乡村局院校厂社]里|财政|政府|集团|公司|企业|单位|医院|学校|[肯愿能可敢舍]?[花掏拨垫给]")
"""Who pays, or that he does, and not what: 县里最多肯花多少."""
FROM_HOW_MUCH = compiled(r"[从由](?:原来的?)?(?:多少|几)[^，,。？?]{0,6}?[到至成为](?:多少|几)")
FROM_SO_MUCH = compiled(r"[由从](?:原来?的?)?[0-9][^，,。；;]{0,12}?[到至成为][0-9]")
"""从多少放大到多少 asks for the change itself, by whatever name the text has for what changes."""
LIMIT_OF = compiled(
    r"(?P<of>[一-鿿]{2})(?:的)?(?:最[高低])?(?:上限|下限|标准|额度|限额)(?:是|为|定|有)*(?:多少|几|多大|[？?]|$)"
)
TIME_OF = compiled(
    r"(?P<of>[一-鿿]{2})(?:的)?(?:具体|截止|最后|完成|办结)?(?:日期|时间|时点)(?:具体)?(?:定在|定到|是|为|在)?(?:哪|什么|何|几|[？?]|$)"
)
SET_BY_A_MEETING = compiled(r"(?:确定|明确|议定|决定|要求|安排|部署|提出|定)(?:下来)?的")
"""Before it stands who set what is asked for: 专题会议确定的|蓄水日期."""
NO_TIME_OF = frozenset(
    words(
        "截止 完成 办结 最后 具体 最晚 最迟 到期 起止 召开 会议 印发 整改 限定 规定 要求 开会 开始 结束 确定 计划 预计",
        "执行 施行 生效 实施 什么 报送 上报 办理 落实 推进 工作 任务 项目 成文 发文 落款 签发 汇报 交付 投用 启用 开工",
        "竣工 完工 有效 试点 试行 限期 发放 拨付 公布 调整 推迟 延期",
    )
)
"""Of what any time is, and acts that a text tells in many words of its own."""
BECAME = compiled(r"(?:定|改|变|调整?|降|涨|提|减|压|核)(?:成|到|为)(?:了)?(?:多少|几)")
BASE = compiled(r"占[^，。；]{1,16}?(?:的?(?:比重|比例|份额)|(?=[0-9百]))")
"""Of what something is a share: 占地区生产总值比重达到23.3% does not state the 地区生产总值."""


def of_another_part(one: Reading) -> bool:
    """A figure of the first quarter is none of the second, nor that of 21 firms together one of the first of them."""
    if one.asked.kind.kind not in COUNTED or one.question.claim:
        return False
    in_time = of_the_period(one.asked.folded, one.folded, f"{one.title} {one.around}")
    return not (in_time and of_one_alone(one.unnamed, one.folded, counted=bool(one.asked.kind.counted)))


def lacks_plot(one: Reading) -> bool:
    """What is said of all plots together says nothing of the one that is named: 2021-37号地块."""
    if one.asked.kind.kind not in COUNTED or one.question.claim:
        return False
    return any(plot not in one.folded and plot in one.around for plot in PLOT.findall(one.unnamed))


def of_another_sum(one: Reading) -> bool:
    """What a thing was to be bought for is not told by what its firm stands surety for."""
    if one.question.claim:
        return False
    kind, asked = one.asked.kind, one.asked.folded
    return any(other(kind, asked, one.said) for other in (of_another_sort, of_each_only, of_them_all, of_all_only))


def lacks_payer(one: Reading) -> bool:
    """What the province gave is not told by what a bridge costs, nor whether one has to pay where no money is named."""
    if not one.question.claim and not tells_whether_paid(one.unnamed, one.said):
        return True
    if one.asked.kind.kind not in COUNTED or one.question.claim:
        return False
    return not names_payer(one.unnamed, f"{one.said} {one.title} {one.stamp}")


def lacks_figure(one: Reading) -> bool:
    """A figure that the question names stands nowhere in the item."""
    if BECAME.search(one.unnamed):  # 原来说补20万，后来定成多少: the text may tell the new figure alone
        return False
    lacking = {each for each in FIGURE.findall(one.unnamed) if not holds_figure(each, one.around)}
    lacking -= {each["figure"] for each in ROUGHLY.finditer(one.unnamed) if re.search(each["figure"], one.around)}
    return not one.question.claim and bool(lacking - ages_told(one.unnamed, one.around))


def of_another_year(one: Reading) -> bool:
    """2023年新增多少 is not answered by a sentence that tells of 2022, nor by an item that speaks of no year at all."""
    if one.asked.kind.kind not in (*COUNTED, "text"):
        return False
    none_of_then = any(LAST_YEAR.search(wording) for wording in one.question.scope.dropped)
    if none_of_then and not MORE_BY.search(one.unnamed) and not _of_last_year(one):
        return True
    told = one.folded + one.title if YEAR.search(one.folded) else one.title + one.around + one.stamp
    before = _year_before(one) if THE_YEAR_BEFORE.search(one.folded) else ""
    return any(year not in told and year != before for year in YEAR.findall(one.unnamed))


def _year_before(one: Reading) -> str:
    """Return the year before that of the meeting, which its minutes call 去年; nothing where its date is not known."""
    date = one.place.source.entry.date or ""
    return str(int(date[:4]) - 1) if date[:4].isdecimal() else ""


def _of_last_year(one: Reading) -> bool:
    """Tell whether a sentence may be of last year, where no paper of that year is kept: one on this year is not."""
    told = f"{one.title} {one.folded}"
    dropped = {year for wording in one.question.scope.dropped for year in YEAR.findall(wording)}
    left = COMPARED.sub("，", told)
    if LAST_YEAR.search(left) or any(year in left for year in dropped):
        return True
    near = LAST_YEAR.search(COMPARED.sub("，", one.around)) or any(year in one.around for year in dropped)
    return bool(near) and not (THIS_YEAR.search(left) or YEAR.search(left))


def lacks_sum(one: Reading) -> bool:
    """进出口总额是多少 is told by the sentence that says 进出口总额, where the item has one; its title says no sum."""
    attribute = one.asked.attribute
    if one.asked.kind.kind != "money" or attribute is None or attribute.word not in MONEY or one.question.claim:
        return False
    names = [f"{c.word}{attribute.word}" for c in one.asked.concepts]
    beneath = one.around.replace(one.title, "，", 1) if one.title else one.around
    return any(name in one.asked.folded and name in beneath and name not in one.folded for name in names)


def of_another_limit(one: Reading) -> bool:
    """Tell whether a question names of what a limit or a rate is (罚款上限), and the sentence and its title do not."""
    named = LIMIT_OF.search(one.unnamed)
    if named is None or one.asked.kind.kind not in COUNTED or one.question.claim:
        return False
    said = f"{one.title} {one.folded}"
    of = [each for each in one.asked.concepts if each.word.endswith(named["of"]) or named["of"].endswith(each.word)]
    return bool(of) and not any(each.held(said)[1] >= HELD for each in of)


def of_another_time(one: Reading) -> bool:
    """Tell whether a question names of what a day is (蓄水日期), and a sentence has nothing of all that it names.

    What names the meeting alone tells nothing; the words of its task and its title count.
    """
    named = TIME_OF.search(one.unnamed)
    if named is None or named["of"] in NO_TIME_OF or one.asked.kind.kind != "day" or one.question.claim:
        return False
    said = f"{one.title} {fold(task_before(one.place.source.document, one.place.span))} {one.folded}"
    matter = SET_BY_A_MEETING.split(one.unnamed)[-1]
    named_there = [each for each in one.asked.concepts if each.word in matter]
    telling = [each for each in named_there if len(each.word) > 1 and each.word not in COMMON]
    of_matter = [each for each in telling if each.held(one.stamp)[1] < HELD]
    return bool(of_matter) and not any(each.held(said)[1] >= HELD for each in of_matter)


def lacks_attribute(one: Reading) -> bool:
    """Tell whether a figure is asked for, and what it is a figure of (罚款标准) is not in the sentence."""
    attribute, kind = one.asked.attribute, one.asked.kind
    if kind.kind not in COUNTED or kind.counted or attribute is None:  # 几条路: the count says of what it is
        return False
    if len(attribute.word) < 2 or attribute.word in COMMON or PAYER.fullmatch(attribute.word):
        return False
    if NO_NAME.search(attribute.word):
        return False
    if attribute.word in MONEY and "元" in one.folded:
        return False
    became = BECAME.search(one.asked.folded)
    if became is not None and became.group()[0] in attribute.word:  # 定成多少 names nothing
        return False
    if FROM_HOW_MUCH.search(one.asked.folded) and FROM_SO_MUCH.search(one.folded):
        return False
    said = one.folded if kind.kind == "share" else BASE.sub("", one.folded)
    return attribute.held(said)[1] < HELD
