"""What is barred until something is done: 未经验收不得投用 is 要等验收合格才能投用 in other words."""

from __future__ import annotations

from pipeline.generation.checking.reading.fold import pairs, without_titles
from pipeline.patterns import compiled

# 未经鉴定合格不得营业, 文件下达前不得执行: 要等鉴定合格才能营业
_NOT_UNTIL = compiled(
    "(?:未经?|不经|没有?)(?P<what>[^,。;]{2,16}?)(?:的|之?前)?,?[^,。;]{0,12}?(?:不得|不能|不准|不许|不可|严禁|禁止)"
    "|(?P<before>[^,。;]{2,16}?)(?:之|以)?前,?[^,。;]{0,16}?(?:不得|不能|不准|不许|不可|严禁|禁止)"
)
_ONLY_THEN = compiled(
    "才(?:能|可|准|行|会|许|让)|[方始][可能准许得]|(?:要|得|须|必须|需)[等待]|(?:要|得|须|必须)先|除非"
)
_NEEDS_LEAVE = compiled(
    "(?:未经|不经|没有)[^,。;]{1,14}(?:批准|同意|许可|审批|审核|授权)[^,。;]{0,6}(?:不得|不能|不准|不可|严禁|禁止)"
)
_WITH_LEAVE = compiled(
    "(?:须|应|需|要|必须)[^,。;]{0,3}[经报由][^,。;]{1,16}(?:批准|同意|许可|审批|审核|授权)|(?:批准|同意|许可|审批|授权)[^,。;]{0,3},?[^,。;]{0,6}(?:方可|才能|才可|方能)"
)
# 款未到账前,不得出具意见: the bar falls when it has come
_UNTIL = compiled(
    "(?P<bar>(?P<until>[^,。;]{2,20}?(?<![目当此日提])(?:之|以)?前),?[^,。;]{0,12}?(?:不得|不准|不许|严禁|禁止))"
    "(?P<what>[^,。;]{3,})"
)
_BARS = compiled("不得|不准|不许|不能|不可|严禁|禁止")
_UNTIL_SAID = compiled("前|才|方[可能]|后|再|先|等|待|[未没]|除非|期间|暂|直[到至]")
_DATED = compiled(r"\d[年月日天]")
COMMON = frozenset(("会议", "要求", "工作", "相关", "部门", "单位", "进行", "有关", "关于"))
"""Pairs of characters that tell nothing of what a clause says."""


def leave_kept(clause: str, statement: str) -> bool:
    """Tell whether a clause of a source bars a thing without leave, and a statement has it done with leave.

    >>> leave_kept("未经市局批准不得动用", "须经市局批准方可动用")
    True
    """
    return _NEEDS_LEAVE.search(clause) is not None and _WITH_LEAVE.search(statement) is not None


def barred_for_good(statement: str, source: str) -> list[str]:
    """Return until when a source bars a thing, with the bar, where a statement bars it and does not say until when.

    >>> source = "担保函出具前,银行不得发放贷款"
    >>> barred_for_good("银行不得发放贷款", source), barred_for_good("等担保函出具,银行不得发放贷款", source)
    (['担保函出具前,银行不得'], [])
    """
    if not _BARS.search(statement) or _UNTIL_SAID.search(statement):
        return []
    own = pairs(statement)
    found = []
    for match in _UNTIL.finditer(without_titles(source)):
        what = pairs(match["what"]) - COMMON
        if not _DATED.search(match["until"]) and what and len(what & own) * 10 >= len(what) * 6:
            found.append(match["bar"])
    return found


def done_first(bar: str, statement: str, source: str) -> bool:
    """Tell whether a source bars a thing until something is done, which a statement has done first.

    Args:
        bar: the first character of the word that bars it in the source.
        statement: what is said, folded.
        source: what is to prove it, folded.

    >>> done_first("不", "要等验收合格才能投用", "未经验收不得投用"), done_first("不", "可以投用", "未经验收不得投用")
    (True, False)
    """
    if not _ONLY_THEN.search(statement):
        return False
    own = pairs(statement)
    for match in _NOT_UNTIL.finditer(without_titles(source)):
        what = pairs(match["what"] or match["before"]) - COMMON
        if bar in match.group() and what and len(what & own) * 2 >= len(what):
            return True
    return False
