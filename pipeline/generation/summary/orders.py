"""Orders that no point holds: what a meeting rules in passing (一律先拆后改, 由原单位继续管护)."""

from __future__ import annotations

from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.patterns import compiled

_RULES = compiled(
    r"不再(?![是有])|一律|严禁|不得|(?<![必无])须(?!知)|必须|(?:调|列|移|划)出(?:[^，]{0,8}(?:计划|名单|范围|清单))?$"
    r"|(?:调整|更改|变更|推迟|延长|提前|顺延|改)[为由至]|同步(?:设计|施工|实施|推进|建设)"
    r"|由[^，]{2,20}(?:继续|负责|承担|牵头)|(?:予以|给予)(?:取消|注销|撤销|解除)"
)
# What was told, asked for or held, and not ordered.
_SAYS = compiled(r"汇报|介绍|通报|提出|建议|认为|指出|申请|反映|以来|截至|目前|^会议(?:听取|研究|审议|讨论)")
_BEFORE = compiled(r"此前|原定|曾|据|已(?!签约|审|完成(?:的|后))")


def is_order(text: str) -> bool:
    """Tell whether a sentence orders something without a figure or a deadline.

    >>> is_order("坡地内的违建一律先拆后改。"), is_order("新站启用前，由原承运单位继续负责运行。")
    (True, True)
    >>> is_order("鉴于甲村已列入更新片区，将其从计划中调出，不再实施。")
    True
    >>> is_order("去年以来防汛责任一律由各镇承担。"), is_order("项目建设确有必要。")
    (False, False)
    """
    said = [clause.text for sentence in sentences(text) for clause in clauses(sentence)]
    return not _SAYS.search(text) and any(_RULES.search(clause) and not _BEFORE.search(clause) for clause in said)
