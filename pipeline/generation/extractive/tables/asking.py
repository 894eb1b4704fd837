"""How a question asks for rows of a table: how many, which, and the words by which it speaks of one."""

from __future__ import annotations

from pipeline.patterns import compiled

MEASURE = r"大?[项件个条处组类家户片名台种样笔]"
HOW_MANY = compiled(rf"(?<!哪)(?:几|多少)(?P<measure>{MEASURE})(?P<noun>[一-鿿]{{0,4}})")
WHICH = compiled(
    rf"(?:哪些|哪[几两三四五六]?{MEASURE}|都?(?:有|是)(?:什么|啥)|列出|列一下|(?:什么|啥)(?=任务|事|工作|项目))(?P<noun>[一-鿿]{{0,4}})"
)
TABLE = compiled(r"表(?![示决彰明态现达率演扬])(?:格|里|中|上|内)?|列了|列出|列入|列在")
OF_TABLE = compiled(r"分解|交办|分工|名单|清单|台账|明细|预算|安排|一览|部署")
"""Words of a table's name by which a question speaks of it."""
_WHO = compiled(r"(?:牵头|责任|配合|协办|承办)?(?:单位|部门|科室|处室|股室|领导|人|干部|同志|公司|企业)")


def asks_rows(text: str) -> bool:
    """Tell whether a question asks for rows, and not who does it in one: 哪几个系统, not 哪几个科室."""
    asked = HOW_MANY.search(text) or WHICH.search(text)
    return asked is not None and not _WHO.match(asked["noun"])
