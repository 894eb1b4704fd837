"""What has a number of its own is asked for: what is told of 第一食堂 or 第六届 says nothing of 第二食堂 or 第五届."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

NUMBER = r"第(?P<number>[一二三四五六七八九十]{1,2}|[0-9]{1,2})"
OF_A_KIND = compiled(
    rf"{NUMBER}(?P<kind>(?![项条点次届期轮批会台座栋艘辆笔家])(?!季度|[一-四]?[方者产]|巡视)[一-鿿]{{2}})"
)
"""第二学生食堂: the two characters behind the number tell of what kind it is."""
HELD_AGAIN = compiled(
    rf"{NUMBER}(?P<kind>[届期轮批台座栋艘辆笔家])(?!会|常|主任|局|厅|党|县|市|区|政府|工作|专题|联席|纪要)(?P<event>[一-鿿]{{0,2}})"
)
"""第五届冰雪节, 第一台磁共振: one of several that follow each other."""


def is_of_another_number(one: Telling) -> bool:
    """Tell whether a question names one of a kind by its number, and what is told speaks of others only."""
    if one.corrects or one.turns_down:
        return False
    told = f"{one.titles}\n{one.told}"
    for match in OF_A_KIND.finditer(one.unnamed):
        others = [other for other in OF_A_KIND.finditer(told) if other["kind"] == match["kind"]]
        if match.group() not in f"{told}\n{one.around}" and others:
            return True
    for match in HELD_AGAIN.finditer(one.unnamed):
        if f"第{match['number']}{match['kind']}" in f"{told}\n{one.around}" or match["event"] not in told:
            continue
        if any(other["kind"] == match["kind"] for other in HELD_AGAIN.finditer(told)):
            return True
    return False
