"""A verdict as a sentence: who decides stands before it, and the title of its item is 上述文件."""

from __future__ import annotations

import re

from pipeline.generation.columns import one_line
from pipeline.minutes import Item, Outcome
from pipeline.patterns import compiled

_RULED = compiled(
    r"^(?:一致|全票|审议|讨论|研究|表决|举手|鼓掌|无记名|原则|基本|不予|未|没有|暂不|暂缓|不)*(?:同意|通过|批准|赞成|认可|否决|暂缓|再议)"
)
# 「通过了任务安排，分工如下」: the list comes in sentences of its own
AS_FOLLOWS = compiled(r"[，,](?:具体|有关)?(?:分工|任务|名单|内容|情况|事项|要求|安排|意见|明确|议定)*如下[：:]?$")
_BODY = compiled(
    r"^(?:(?:本次|此次)?[会會][议議]|与会|全体|[一二三四五六七八九十]+名|[\u4e00-\u9fff]{0,8}(?:大会|全会|董事会|理事会|监事会|党组|党委会?|常委会|委员会|代表)(?!关于))"
)
# 「鉴于汛期将至，会议决定暂缓办理」 says who decides
_SPEAKS = compiled(
    r"[会會][议議](?:认为|研究|决定|議?定|議?決|同意|一致|原则|不|未|暂|明确|采纳|批准|听取|要求|强调|请)"
)
_LEFT_OPEN = compiled(r"(?:不作|不做|未作|未做)(?:出)?(?:议决|决定|决议|研究)$")
_PAPER = compiled(r"(?:请示|汇报|报告|意见|方案|建议|议案|计划|申请|办法|清单|名单|草案|规划|措施|细则|提案|》)$")
_LONG_TITLE = 8


def verdict_words(item: Item, outcome: Outcome, *, whole: bool = False) -> str:
    """Return a verdict as a sentence without its full stop; the item's own title is 上述文件, since the heading has it.

    Where no heading stands above (`whole`) the title stays.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> item = EXAMPLE_MINUTES.items[0]
    >>> verdict_words(item, Outcome(class_="approved", text="通过《城区停车管理办法》", start=0, end=12))
    '会议通过上述文件'
    >>> verdict_words(item, Outcome(class_="deferred", text="待市财政局核实后再议", start=0, end=10))
    '会议议定，待市财政局核实后再议'
    """
    text = re.sub(r"^(?:但是?|经(?:会议)?(?:研究|讨论|审议)[，,])", "", one_line(outcome.text).strip("。；，,;*# "))
    text = AS_FOLLOWS.sub("", text) or text
    if not whole:
        text = _by_reference(text, one_line(item.title))
    if _BODY.match(text):
        return text
    if text.startswith(("决定", "议定")):
        return f"会议{text}"
    if _RULED.match(text):
        return f"会议{text}"
    return text if _SPEAKS.search(text) or _LEFT_OPEN.search(text) else f"会议议定，{text}"


def _by_reference(text: str, title: str) -> str:
    """Return a verdict with the title of its item, where that is the name of a paper, as 上述文件.

    >>> _by_reference("同意县教育局关于撤并教学点的意见", "县教育局关于撤并教学点的意见")
    '同意上述意见'
    >>> _by_reference("同意拨付救灾资金86万元", "拨付救灾资金86万元")
    '同意拨付救灾资金86万元'
    """
    paper = _PAPER.search(title)
    if paper is None or len(title) < _LONG_TITLE or not text.endswith(title):
        return text.replace(title, "上述文件") if title.startswith("《") and title.endswith("》") else text
    if text == title:  # 「暂缓审议《办法》」 is both title and verdict
        return text
    return text.removesuffix(title) + ("上述文件" if title.endswith("》") else f"上述{paper.group()}")
