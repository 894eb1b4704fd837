"""Why something was so: what gives the reason asked for, and what gives only that of the opposite."""

from __future__ import annotations

from pipeline.patterns import compiled

WHY = compiled(r"为什么|为何|为啥|怎么(?=要|选|定在)")
AGAINST = compiled(
    r"不|没|未|无|否|暂|缓|退|推迟|撤|取消|停|再|重新|另|改|拒|卡|毙|搁|延|拖|慢|难|少|低|晚|还要|继续|反对|弃权|回避"
)
DELAYED = compiled(r"(?:为什么|为何|为啥)[^，,。？?]{0,8}(?:拖|慢|迟|没动|停|搁|不动|滞后|延误|耽搁|卡)")
HINDERED = compiled(r"不|没|未|无|暂|缓|推|延|滞|慢|停|难|尚|待|迟|拖|卡|缺|少|晚|争|纠|再|等|影响|受|重|阻")
REQUESTED = compiled(r"(?:为什么|为何|为啥)[^，,。？?]{0,6}(?:申请|请求|提出(?!不)|要求|请示)")
FOR_A_REQUEST = compiled(r"(?:因|由于|鉴于|为了?(?!由)|考虑到)[^。；;]{2,40}(?:申请|请求|提出|要求|请示|希望|想)")
"""Why something was asked for, which why it was turned down does not tell."""
TURNED_DOWN = compiled(r"未予?通过|不予通过|不通过|不同意|暂缓|否决|不予")


def tells_why(asked: str, told: str) -> bool:
    """Tell whether a folded sentence may give the reason asked for: why it was turned down is not why it was chosen.

    >>> told = "会议认为负债率偏高，未予通过"
    >>> tells_why("为什么选在东侧", told), tells_why("为什么没通过", told)
    (False, True)
    """
    if DELAYED.search(asked) and not HINDERED.search(told):
        return False
    if REQUESTED.search(asked) and TURNED_DOWN.search(told) and not FOR_A_REQUEST.search(told):
        return False
    return not (WHY.search(asked) and not AGAINST.search(asked) and TURNED_DOWN.search(told))
